//! The list of contents that a reader shows beside the page.

use lopdf::{Document, Object, ObjectId, dictionary};

use super::tags::{self, PageObject};
use crate::scene::{Mark, Page};

/// Writes the outline of all pages; none if nothing is marked.
pub(super) fn write(
    doc: &mut Document,
    objects: &[PageObject],
    pages: &[Page],
) -> Option<ObjectId> {
    let marks = objects.iter().zip(pages).flat_map(|(object, page)| {
        page.marks.iter().filter(|mark| !mark.title.is_empty()).map(move |mark| (*object, mark))
    });
    let mut root = Node { id: doc.new_object_id(), dest: Object::Null, mark: None, kids: vec![] };
    for (object, mark) in marks {
        let (id, dest) = (doc.new_object_id(), object.place(mark.top));
        root.hang(Node { id, dest, mark: Some(mark), kids: Vec::new() }, mark.level);
    }
    if root.kids.is_empty() {
        return None;
    }
    let id = root.id;
    let count = i64::try_from(root.kids.len()).unwrap_or_default();
    let (first, last) = root.write_kids(doc)?;
    let dict =
        dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => count };
    doc.set_object(id, dict);
    Some(id)
}

struct Node<'a> {
    id: ObjectId,
    dest: Object,
    mark: Option<&'a Mark>,
    kids: Vec<Self>,
}

impl<'a> Node<'a> {
    fn level(&self) -> u8 {
        self.mark.map_or(0, |mark| mark.level)
    }

    /// Hangs a node below the last one that is less deep than it.
    fn hang(&mut self, node: Node<'a>, level: u8) {
        match self.kids.last_mut() {
            Some(last) if last.level() < level => last.hang(node, level),
            _ => self.kids.push(node),
        }
    }

    /// Writes what hangs below this node; its first and last.
    fn write_kids(&self, doc: &mut Document) -> Option<(ObjectId, ObjectId)> {
        let ids: Vec<ObjectId> = self.kids.iter().map(|kid| kid.id).collect();
        for (at, kid) in self.kids.iter().enumerate() {
            let title = kid.mark.map_or("", |mark| mark.title.as_str());
            let mut dict = dictionary! {
                "Title" => tags::text(title),
                "Parent" => self.id,
                "Dest" => kid.dest.clone(),
            };
            if let Some(before) = at.checked_sub(1).and_then(|before| ids.get(before)) {
                dict.set("Prev", *before);
            }
            if let Some(next) = ids.get(at + 1) {
                dict.set("Next", *next);
            }
            if let Some((first, last)) = kid.write_kids(doc) {
                dict.set("First", first);
                dict.set("Last", last);
                // Less than nothing: shown folded, so that the sections can be seen at a glance.
                let count = i64::try_from(kid.kids.len()).unwrap_or_default();
                dict.set("Count", -count);
            }
            doc.set_object(kid.id, dict);
        }
        Some((*ids.first()?, *ids.last()?))
    }
}
