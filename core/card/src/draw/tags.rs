//! The structure tree: what a screen reader walks through.
//!
//! Drawing gathers [`Element`]s while it writes the pages; here they become the tree's objects,
//! and the table that leads from marked content and links back to their elements.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

use crate::scene::Seam;

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
    /// For names of columns and rows.
    pub(super) scope: Option<&'static str>,
    /// Where it goes on with what the page before ended with, if it does.
    pub(super) joins: Option<Seam>,
    pub(super) kids: Vec<Kid>,
}

impl Element {
    pub(super) fn new(kind: &'static str, language: Option<&String>) -> Self {
        Self { kind, language: language.cloned(), ..Self::default() }
    }

    /// The first page that it stands on.
    fn page(&self) -> Option<usize> {
        self.kids.iter().find_map(|kid| match kid {
            Kid::Element(element) => element.page(),
            Kid::Content { page, .. } => Some(*page),
            Kid::Link(area) => Some(area.page),
        })
    }
}

/// What stands below an element.
#[derive(Debug)]
pub(super) enum Kid {
    Element(Element),
    /// Marked content of a page, by its number there.
    Content {
        page: usize,
        number: i64,
    },
    /// A link, placed on its page.
    Link(LinkArea),
}

/// Where a link can be tapped.
#[derive(Debug)]
pub(super) struct LinkArea {
    pub(super) page: usize,
    /// Left, bottom, right, top.
    pub(super) bounds: [f32; 4],
    pub(super) leads: Leads,
    pub(super) contents: String,
}

/// Where a tap leads.
#[derive(Debug)]
pub(super) enum Leads {
    /// Out of the paper, to this address.
    Out(String),
    /// To a place on a page of the paper.
    Within { page: usize, top: f32 },
}

/// A page of the document: its object and its height.
#[derive(Clone, Copy)]
pub(super) struct PageObject {
    pub(super) id: ObjectId,
    pub(super) height: f32,
}

impl PageObject {
    /// The place on this page, `top` points below its upper edge, as a reader jumps to it.
    pub(super) fn place(self, top: f32) -> Object {
        let y = (self.height - top).clamp(0.0, self.height);
        vec![self.id.into(), "XYZ".into(), Object::Null, y.into(), Object::Null].into()
    }
}

/// Writes the tree into the document: `elements` are what stands on the paper, in reading order.
pub(super) fn write(doc: &mut Document, pages: &[PageObject], elements: Vec<Element>) -> ObjectId {
    let root = doc.new_object_id();
    let document = doc.new_object_id();
    let on_pages = pages.iter().map(|_| OnPage::default()).collect();
    let next_key = i64::try_from(pages.len()).unwrap_or_default();
    let mut tree =
        Tree { doc, pages, on_pages, notes: BTreeMap::new(), links: Vec::new(), next_key };
    let kids: Vec<Object> =
        elements.into_iter().map(|element| tree.element(element, document).into()).collect();
    let mut parents = Vec::new();
    for (key, contents) in (0_i64..).zip(tree.finish_pages()) {
        parents.extend([key.into(), Object::Array(contents)]);
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
    pages: &'a [PageObject],
    on_pages: Vec<OnPage>,
    notes: BTreeMap<String, ObjectId>,
    links: Vec<(i64, ObjectId)>,
    next_key: i64,
}

#[derive(Default)]
struct OnPage {
    /// The element that owns each marked content, by its number.
    contents: BTreeMap<i64, ObjectId>,
    annotations: Vec<Object>,
}

impl Tree<'_> {
    fn element(&mut self, element: Element, parent: ObjectId) -> ObjectId {
        let id = self.doc.new_object_id();
        let mut dict = dictionary! { "Type" => "StructElem", "S" => element.kind, "P" => parent };
        let page = element.page();
        if let Some(page) = page.and_then(|page| self.pages.get(page)) {
            dict.set("Pg", page.id);
        }
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
        if let Some(scope) = element.scope {
            dict.set("A", dictionary! { "O" => "Table", "Scope" => scope });
        }
        if element.kind == "Note" {
            // A note must be known by a name of its own.
            let name = format!("note-{:04}", self.notes.len() + 1);
            dict.set("ID", literal(&name));
            self.notes.insert(name, id);
        }
        let kids = element.kids.into_iter().map(|kid| self.kid(kid, id, page));
        dict.set("K", kids.collect::<Vec<Object>>());
        self.doc.set_object(id, dict);
        id
    }

    /// A kid of the element `parent`, which stands on the page `home` as far as it is not said.
    fn kid(&mut self, kid: Kid, parent: ObjectId, home: Option<usize>) -> Object {
        match kid {
            Kid::Element(element) => self.element(element, parent).into(),
            Kid::Content { page, number } => {
                if let Some(on_page) = self.on_pages.get_mut(page) {
                    on_page.contents.insert(number, parent);
                }
                let away = self.pages.get(page).filter(|_| home != Some(page));
                away.map_or(number.into(), |page| {
                    dictionary! { "Type" => "MCR", "Pg" => page.id, "MCID" => number }.into()
                })
            }
            Kid::Link(area) => {
                let key = self.next_key;
                self.next_key += 1;
                self.links.push((key, parent));
                let annotation = self.annotation(&area, key);
                let annotation = self.doc.add_object(annotation);
                if let Some(on_page) = self.on_pages.get_mut(area.page) {
                    on_page.annotations.push(annotation.into());
                }
                let mut link = dictionary! { "Type" => "OBJR", "Obj" => annotation };
                if let Some(page) = self.pages.get(area.page) {
                    link.set("Pg", page.id);
                }
                link.into()
            }
        }
    }

    fn annotation(&self, area: &LinkArea, key: i64) -> Dictionary {
        let mut dict = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => numbers(area.bounds),
            "Border" => vec![0.into(), 0.into(), 0.into()],
            // Printed with the page; PDF/A asks for it.
            "F" => 4,
            "Contents" => text(&area.contents),
            "StructParent" => key,
        };
        match &area.leads {
            Leads::Out(uri) => {
                let action =
                    dictionary! { "Type" => "Action", "S" => "URI", "URI" => literal(uri) };
                dict.set("A", action);
            }
            Leads::Within { page, top } => {
                if let Some(page) = self.pages.get(*page) {
                    dict.set("Dest", page.place(*top));
                }
            }
        }
        dict
    }

    /// Ties every page to its elements; the owners of what is marked on it, in order.
    fn finish_pages(&mut self) -> Vec<Vec<Object>> {
        let mut owners = Vec::new();
        let on_pages = std::mem::take(&mut self.on_pages);
        for ((key, page), on_page) in (0_i64..).zip(self.pages).zip(on_pages) {
            owners.push(on_page.contents.into_values().map(Object::from).collect());
            let Ok(dict) = self.doc.get_dictionary_mut(page.id) else { continue };
            dict.remove(b"Annots");
            if !on_page.annotations.is_empty() {
                dict.set("Annots", on_page.annotations);
            }
            dict.set("StructParents", key);
            // Keys walk through links in the order of the tree.
            dict.set("Tabs", "S");
        }
        owners
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
