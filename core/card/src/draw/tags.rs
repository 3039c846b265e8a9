//! The structure tree: what a screen reader walks through.
//!
//! Drawing gathers [`Element`]s while it writes the pages; here they become the tree's objects,
//! and the table that leads from marked content and links back to their elements.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

/// One node of the tree.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// The standard's name for it: `H1`, `P`, `Link`, …
    pub(super) kind: &'static str,
    pub(super) language: Option<String>,
    pub(super) title: String,
    pub(super) alt: String,
    /// What is spoken instead of the glyphs; empty if they speak for themselves.
    pub(super) actual_text: String,
    /// For figures: left, bottom, right, top.
    pub(super) bounds: Option<[f32; 4]>,
    pub(super) kids: Vec<Kid>,
}

impl Element {
    pub(super) fn new(kind: &'static str, language: Option<&String>) -> Self {
        Self { kind, language: language.cloned(), ..Self::default() }
    }
}

/// What stands below an element.
#[derive(Debug)]
pub(super) enum Kid {
    Element(Element),
    /// Marked content of the page at hand, by its number.
    Content(i64),
    /// A link, placed on the page at hand.
    Link(LinkArea),
}

/// Where a link can be tapped.
#[derive(Debug)]
pub(super) struct LinkArea {
    /// Left, bottom, right, top.
    pub(super) bounds: [f32; 4],
    pub(super) uri: String,
    pub(super) contents: String,
}

/// Writes the tree into the document. `pages` are the pages' objects with what stands on each.
pub(super) fn write(doc: &mut Document, pages: Vec<(ObjectId, Vec<Element>)>) -> ObjectId {
    let root = doc.new_object_id();
    let document = doc.new_object_id();
    let next_key = i64::try_from(pages.len()).unwrap_or_default();
    let mut tree = Tree { doc, notes: BTreeMap::new(), links: Vec::new(), next_key };
    let mut kids = Vec::new();
    let mut parents = Vec::new();
    for (key, (page, elements)) in (0_i64..).zip(pages) {
        let mut on_page = OnPage { page, contents: Vec::new(), annotations: Vec::new() };
        for element in elements {
            kids.push(tree.element(element, document, &mut on_page).into());
        }
        parents.extend([key.into(), Object::Array(on_page.contents)]);
        tree.finish_page(page, key, on_page.annotations);
    }
    for (key, link) in std::mem::take(&mut tree.links) {
        parents.extend([key.into(), link.into()]);
    }
    let (notes, next_key) = (std::mem::take(&mut tree.notes), tree.next_key);
    doc.set_object(
        document,
        dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => kids },
    );
    let mut dict = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => document,
        "ParentTree" => dictionary! { "Nums" => parents },
        "ParentTreeNextKey" => next_key,
    };
    if !notes.is_empty() {
        let names = notes.into_iter().flat_map(|(id, note)| [literal(&id), note.into()]);
        dict.set("IDTree", dictionary! { "Names" => names.collect::<Vec<_>>() });
    }
    doc.set_object(root, dict);
    root
}

struct Tree<'a> {
    doc: &'a mut Document,
    notes: BTreeMap<String, ObjectId>,
    links: Vec<(i64, ObjectId)>,
    next_key: i64,
}

struct OnPage {
    page: ObjectId,
    /// The element that owns each marked content, in the order of their numbers.
    contents: Vec<Object>,
    annotations: Vec<Object>,
}

impl Tree<'_> {
    fn element(&mut self, element: Element, parent: ObjectId, on_page: &mut OnPage) -> ObjectId {
        let id = self.doc.new_object_id();
        let mut dict = dictionary! {
            "Type" => "StructElem",
            "S" => element.kind,
            "P" => parent,
            "Pg" => on_page.page,
        };
        if let Some(tag) = element.language.as_deref().and_then(language_tag) {
            dict.set("Lang", literal(tag));
        }
        if !element.title.is_empty() {
            dict.set("T", text(&element.title));
        }
        if !element.alt.is_empty() {
            dict.set("Alt", text(&element.alt));
        }
        if !element.actual_text.is_empty() {
            dict.set("ActualText", text(&element.actual_text));
        }
        if let Some(bounds) = element.bounds {
            dict.set("A", figure_layout(bounds));
        }
        if element.kind == "Note" {
            // A note must be known by a name of its own.
            let name = format!("note-{:04}", self.notes.len() + 1);
            dict.set("ID", literal(&name));
            self.notes.insert(name, id);
        }
        let kids: Vec<Object> =
            element.kids.into_iter().map(|kid| self.kid(kid, id, on_page)).collect();
        dict.set("K", kids);
        self.doc.set_object(id, dict);
        id
    }

    fn kid(&mut self, kid: Kid, parent: ObjectId, on_page: &mut OnPage) -> Object {
        match kid {
            Kid::Element(element) => self.element(element, parent, on_page).into(),
            Kid::Content(number) => {
                // Contents are numbered in the order of the tree, so this is their place.
                on_page.contents.push(parent.into());
                number.into()
            }
            Kid::Link(area) => {
                let key = self.next_key;
                self.next_key += 1;
                self.links.push((key, parent));
                let annotation = self.doc.add_object(annotation(&area, key));
                on_page.annotations.push(annotation.into());
                let page = on_page.page;
                dictionary! { "Type" => "OBJR", "Obj" => annotation, "Pg" => page }.into()
            }
        }
    }

    fn finish_page(&mut self, page: ObjectId, key: i64, annotations: Vec<Object>) {
        let Ok(dict) = self.doc.get_dictionary_mut(page) else { return };
        dict.remove(b"Annots");
        if !annotations.is_empty() {
            dict.set("Annots", annotations);
        }
        dict.set("StructParents", key);
        // Keys walk through links in the order of the tree.
        dict.set("Tabs", "S");
    }
}

fn annotation(area: &LinkArea, key: i64) -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => numbers(area.bounds),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        // Printed with the page; PDF/A asks for it.
        "F" => 4,
        "A" => dictionary! { "Type" => "Action", "S" => "URI", "URI" => literal(&area.uri) },
        "Contents" => text(&area.contents),
        "StructParent" => key,
    }
}

fn figure_layout(bounds: [f32; 4]) -> Dictionary {
    dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => numbers(bounds) }
}

fn numbers(values: [f32; 4]) -> Vec<Object> {
    values.into_iter().map(Object::Real).collect()
}

/// Words as a PDF holds them outside of pages.
pub(super) fn text(words: &str) -> Object {
    if words.chars().all(|c| matches!(c, ' '..='~')) {
        return literal(words);
    }
    let mut bytes = vec![0xfe, 0xff];
    words.encode_utf16().for_each(|unit| bytes.extend(unit.to_be_bytes()));
    Object::String(bytes, StringFormat::Hexadecimal)
}

pub(super) fn literal(ascii: &str) -> Object {
    Object::string_literal(ascii)
}

/// The tag if it is one: a reader refuses a language it cannot parse.
pub(super) fn language_tag(tag: &str) -> Option<&str> {
    let mut parts = tag.split('-');
    let primary = parts.next()?;
    let fits = |part: &str| (1..=8).contains(&part.len());
    let alphanumeric = |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric());
    let primary_fits =
        (2..=8).contains(&primary.len()) && primary.chars().all(|c| c.is_ascii_alphabetic());
    (primary_fits && parts.all(|part| fits(part) && alphanumeric(part))).then_some(tag)
}
