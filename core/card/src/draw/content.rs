//! One page as PDF operators, and what stands on it for the structure tree.

use printpdf::{Mm, Op, PdfPage, Pt};

use super::ink::{Pen, corners};
use super::subset::{Meanings, Subsets};
use super::tags::{Element, Kid, Leads, LinkArea};
use crate::scene::{
    Block, Cell, Contents, Figure, Item, Lead, List, Page, Part, Rest, Role, Scope, Table,
};
use crate::shape;

/// The page with this number (counted from 0), and its elements in reading order.
pub(super) fn write(
    number: usize,
    page: &Page,
    meanings: &Meanings,
    subsets: &Subsets,
) -> (PdfPage, Vec<Element>) {
    let pen = Pen { height: page.height, meanings, subsets, ops: Vec::new(), contents: 0 };
    let mut writer = Writer { page: number, pen };
    let elements = writer.items(&page.items);
    let (width, height) = (Mm::from(Pt(page.width)), Mm::from(Pt(page.height)));
    (PdfPage::new(width, height, writer.pen.ops), elements)
}

struct Writer<'a> {
    page: usize,
    pen: Pen<'a>,
}

impl Writer<'_> {
    fn items(&mut self, items: &[Item]) -> Vec<Element> {
        items.iter().filter_map(|item| self.item(item)).collect()
    }

    fn item(&mut self, item: &Item) -> Option<Element> {
        match item {
            Item::Group(group) => {
                let kids = self.items(&group.items).into_iter().map(Kid::Element).collect();
                let element = Element::new("Sect", group.language.as_ref());
                Some(Element { title: group.title.clone(), kids, ..element })
            }
            Item::Text(block) => Some(self.block(block)),
            Item::List(list) => Some(self.list(list)),
            Item::Table(table) => Some(self.table(table)),
            Item::Contents(contents) => Some(self.table_of_contents(contents)),
            Item::Figure(figure) => Some(self.figure(figure)),
            Item::Artifact(shapes) => {
                self.pen.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
                self.pen.shapes(shapes);
                self.pen.ops.push(Op::EndMarkedContent);
                None
            }
            Item::Rest(Rest { of, seam }) => {
                let element = self.item(of)?;
                Some(Element { joins: Some(*seam), ..element })
            }
        }
    }

    fn block(&mut self, block: &Block) -> Element {
        let kind = match block.role {
            Role::H1 => "H1",
            Role::H2 => "H2",
            Role::H3 => "H3",
            Role::P => "P",
            Role::Note => "Note",
        };
        self.parts(kind, &block.parts)
    }

    fn list(&mut self, list: &List) -> Element {
        let mut element = Element::new("L", None);
        for entry in &list.entries {
            let mut item = Element::new("LI", None);
            if let Some(label) = &entry.label {
                item.kids.push(Kid::Element(self.parts("Lbl", std::slice::from_ref(label))));
            }
            item.kids.push(Kid::Element(self.parts("LBody", &entry.body)));
            element.kids.push(Kid::Element(item));
        }
        element
    }

    fn table(&mut self, table: &Table) -> Element {
        let mut element = Element::new("Table", None);
        for row in &table.rows {
            let mut line = Element::new("TR", None);
            line.kids = row.iter().map(|cell| Kid::Element(self.cell(cell))).collect();
            element.kids.push(Kid::Element(line));
        }
        element
    }

    fn cell(&mut self, cell: &Cell) -> Element {
        let (kind, scope) = match cell.scope {
            Scope::Named => ("TD", None),
            Scope::Column => ("TH", Some("Column")),
            Scope::Row => ("TH", Some("Row")),
        };
        Element { scope, ..self.parts(kind, &cell.parts) }
    }

    fn table_of_contents(&mut self, contents: &Contents) -> Element {
        let mut element = Element::new("TOC", None);
        for lead in &contents.leads {
            let mut item = Element::new("TOCI", None);
            item.kids.push(Kid::Element(self.lead(lead)));
            element.kids.push(Kid::Element(item));
        }
        element
    }

    fn lead(&mut self, lead: &Lead) -> Element {
        let mut link = self.parts("Link", &lead.words);
        let lines = lead.words.iter().flat_map(|part| &part.lines);
        link.kids.push(Kid::Link(LinkArea {
            page: self.page,
            bounds: self.pen.bounds_of(lines),
            leads: Leads::Within { page: lead.page, top: lead.top },
            contents: lead.spoken.clone(),
        }));
        Element { kids: vec![Kid::Element(link)], ..Element::new("Reference", None) }
    }

    /// An element of these parts. A part that leads somewhere, or that speaks another language
    /// than its neighbours, is an element of its own.
    fn parts(&mut self, kind: &'static str, parts: &[Part]) -> Element {
        let common = parts.first().and_then(|part| part.language.as_ref());
        let common = common.filter(|_| parts.iter().all(|part| part.language.as_ref() == common));
        let mut element = Element::new(kind, common);
        for part in parts {
            let content = self.part(part, kind);
            let content = spoken(part, content);
            let own = part.language.as_ref().filter(|_| common.is_none());
            let child = match (&part.link, own) {
                (Some(link), _) => {
                    let area = LinkArea {
                        page: self.page,
                        bounds: self.pen.bounds_of(&part.lines),
                        leads: Leads::Out(link.uri.clone()),
                        contents: link.contents.clone(),
                    };
                    let link = Element::new("Link", own);
                    Kid::Element(Element { kids: vec![content, Kid::Link(area)], ..link })
                }
                (None, Some(language)) => {
                    let span = Element::new("Span", Some(language));
                    Kid::Element(Element { kids: vec![content], ..span })
                }
                (None, None) => content,
            };
            element.kids.push(child);
        }
        element
    }

    fn part(&mut self, part: &Part, kind: &str) -> Kid {
        let content = self.begin(kind);
        self.pen.words(&part.lines, part.colour);
        self.pen.ops.push(Op::EndMarkedContent);
        content
    }

    fn figure(&mut self, figure: &Figure) -> Element {
        let content = self.begin("Figure");
        self.pen.shapes(&figure.shapes);
        self.pen.ops.push(Op::EndMarkedContent);
        Element {
            alt: figure.alt.clone(),
            bounds: Some(self.pen.bounds(figure.shapes.iter().flat_map(corners))),
            kids: vec![content],
            ..Element::new("Figure", figure.language.as_ref())
        }
    }

    fn begin(&mut self, kind: &str) -> Kid {
        Kid::Content { page: self.page, number: self.pen.begin_content(kind) }
    }
}

/// Letters that run from right to left are drawn in another order than they are read in, and two
/// of them may share a glyph. So a screen reader is given the words once more, as they are read.
fn spoken(part: &Part, content: Kid) -> Kid {
    let starts = |line: &shape::Line| -> Vec<usize> {
        let shown = line.glyphs.iter().map(|glyph| &glyph.shows).filter(|shows| !shows.is_empty());
        shown.map(|shows| shows.start).collect()
    };
    if part.lines.iter().all(|placed| starts(&placed.line).is_sorted()) {
        return content;
    }
    let mut words = String::new();
    for placed in &part.lines {
        words.push_str(placed.line.text.trim_end_matches('\u{ad}'));
        if !placed.line.text.ends_with('\u{ad}') {
            words.push(' ');
        }
    }
    let actual_text = words.trim_end().to_owned();
    Kid::Element(Element { actual_text, kids: vec![content], ..Element::new("Span", None) })
}
