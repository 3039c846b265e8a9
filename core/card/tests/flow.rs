//! A paper of several pages as a screen reader and a reader's list of contents get it.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use landvast_card::draw::{PdfInfo, pdf};
use landvast_card::flow::{
    Block, Document as Paper, Fact, Level, Marks, Prose, Size, Table, Tone, lay,
};
use landvast_card::shape::Typesetter;
use landvast_model::Language;
use landvast_text::Words;
use lopdf::{Dictionary, Document, Object};

fn paper(blocks: Vec<Block>) -> Document {
    let mut paper = Paper::new("Mijn plan", "nl", Size::Reading);
    paper.blocks = blocks;
    let laid = lay(&paper, &Words::new(Language::Nl), &Typesetter::new());
    let info = PdfInfo { producer: "Landvast".to_owned(), author: None };
    Document::load_mem(&pdf(&laid.scene, &info).unwrap()).unwrap()
}

fn dict<'a>(doc: &'a Document, object: &'a Object) -> &'a Dictionary {
    doc.dereference(object).unwrap().1.as_dict().unwrap()
}

fn child<'a>(doc: &'a Document, parent: &'a Dictionary, key: &str) -> &'a Dictionary {
    dict(doc, parent.get(key.as_bytes()).unwrap())
}

fn name(element: &Dictionary) -> String {
    String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap()
}

/// The elements below an element.
fn kids<'a>(doc: &'a Document, element: &'a Dictionary) -> Vec<&'a Dictionary> {
    let kids = doc.dereference(element.get(b"K").unwrap()).unwrap().1;
    let kids = match kids {
        Object::Array(kids) => kids.iter().collect(),
        other => vec![other],
    };
    let elements = kids.into_iter().filter(|kid| kid.as_reference().is_ok());
    elements.map(|kid| dict(doc, kid)).collect()
}

fn top(doc: &Document) -> Vec<&Dictionary> {
    let root = child(doc, doc.catalog().unwrap(), "StructTreeRoot");
    kids(doc, child(doc, root, "K"))
}

/// The pages that an element has words on.
fn pages_of(doc: &Document, element: &Dictionary) -> usize {
    let mut pages = std::collections::BTreeSet::new();
    let home = element.get(b"Pg").unwrap().as_reference().unwrap();
    for kid in element.get(b"K").unwrap().as_array().unwrap() {
        match kid {
            Object::Integer(_) => {
                pages.insert(home);
            }
            Object::Dictionary(content) => {
                assert_eq!(content.get(b"Type").unwrap().as_name().unwrap(), b"MCR");
                pages.insert(content.get(b"Pg").unwrap().as_reference().unwrap());
            }
            _ => {}
        }
    }
    assert!(doc.page_iter().count() >= pages.len());
    pages.len()
}

fn long(words: usize) -> String {
    (0..words).map(|word| format!("woord{word}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_paragraph_over_three_pages_is_spoken_as_one() {
    let doc = paper(vec![Block::Text(Prose::new(long(1_500)))]);
    let kinds: Vec<String> = top(&doc).into_iter().map(name).collect();
    assert_eq!(kinds, ["H1", "P"]);
    assert_eq!(pages_of(&doc, top(&doc)[1]), doc.page_iter().count());
}

#[test]
fn a_list_over_pages_is_one_list_also_where_an_entry_was_broken_off() {
    let entries = (0..30).map(|_| Prose::new(long(60))).collect();
    let doc = paper(vec![Block::List(Marks::Bullets, entries)]);
    assert!(doc.page_iter().count() > 2);
    let list = top(&doc)[1];
    assert_eq!((name(list).as_str(), kids(&doc, list).len()), ("L", 30));
    for entry in kids(&doc, list) {
        let parts: Vec<String> = kids(&doc, entry).into_iter().map(name).collect();
        assert_eq!(parts, ["Lbl", "LBody"]);
    }
}

#[test]
fn a_table_over_pages_is_one_table_with_as_many_cells_in_every_row() {
    let row = |number: usize| {
        vec![vec![Prose::new(format!("rij {number}"))], vec![Prose::new(long(900))], vec![]]
    };
    let rows = (0..3).map(row).collect();
    let table = Table { rows, ..Table::new([("Wie", 1.0), ("Wat", 3.0), ("Uren", 1.0)]) };
    let doc = paper(vec![Block::Table(table)]);
    assert!(doc.page_iter().count() > 3);
    let table = top(&doc)[1];
    let rows = kids(&doc, table);
    assert_eq!((name(table).as_str(), rows.len()), ("Table", 4));
    let scope = |cell: &&Dictionary| {
        let about = cell.get(b"A").ok()?.as_dict().unwrap();
        Some(about.get(b"Scope").unwrap().as_name().unwrap().to_vec())
    };
    let head: Vec<_> = kids(&doc, rows[0]).iter().filter_map(scope).collect();
    assert_eq!(head, [b"Column"; 3]);
    for row in &rows[1..] {
        let cells = kids(&doc, row);
        let kinds: Vec<String> = cells.iter().map(|cell| name(cell)).collect();
        assert_eq!(kinds, ["TH", "TD", "TD"]);
        assert_eq!(scope(&cells[0]).unwrap(), b"Row");
    }
}

#[test]
fn a_frame_over_pages_is_one_section_of_the_paper() {
    let facts = vec![Fact::new("Taal", Prose::new(long(40)))];
    let blocks = vec![Block::Text(Prose::new(long(900))), Block::Facts(facts)];
    let doc = paper(vec![Block::Frame(Tone::Calm, blocks)]);
    assert!(doc.page_iter().count() > 1);
    let frame = top(&doc)[1];
    let kinds: Vec<String> = kids(&doc, frame).into_iter().map(name).collect();
    assert_eq!((name(frame).as_str(), kinds), ("Sect", vec!["P".to_owned(), "L".to_owned()]));
}

#[test]
fn a_tap_in_the_contents_leads_to_the_page() {
    let heading = |words: &str| Block::Heading(Level::Section, Prose::new(words));
    let blocks = vec![
        Block::Contents,
        heading("Over mij"),
        Block::Text(Prose::new(long(900))),
        heading("Mijn mensen"),
        Block::Text(Prose::new("Ana")),
    ];
    let doc = paper(blocks);
    let contents = top(&doc)[1];
    assert_eq!(name(contents), "TOC");
    let pages: Vec<_> = doc.page_iter().collect();
    let links = doc.objects.values().filter_map(|object| object.as_dict().ok());
    let mut links: Vec<_> = links
        .filter(|link| link.get(b"Subtype").and_then(Object::as_name).is_ok_and(|k| k == b"Link"))
        .map(|link| {
            let dest = link.get(b"Dest").unwrap().as_array().unwrap();
            let page = dest[0].as_reference().unwrap();
            pages.iter().position(|known| *known == page).unwrap()
        })
        .collect();
    links.sort_unstable();
    assert_eq!(links, [0, pages.len() - 1]);
}

#[test]
fn a_readers_list_of_contents_nests_parts_below_their_section() {
    let heading = |level, words: &str| Block::Heading(level, Prose::new(words));
    let doc = paper(vec![
        heading(Level::Section, "Mijn mensen"),
        heading(Level::Part, "Ana"),
        Block::Text(Prose::new("belt")),
        heading(Level::Part, "Els"),
        Block::Text(Prose::new("komt")),
        heading(Level::Section, "Zorg"),
        Block::Text(Prose::new("Marit")),
    ]);
    let outlines = child(&doc, doc.catalog().unwrap(), "Outlines");
    assert_eq!(outlines.get(b"Count").unwrap().as_i64().unwrap(), 2);
    let first = child(&doc, outlines, "First");
    let title = |entry: &Dictionary| entry.get(b"Title").unwrap().as_str().unwrap().to_vec();
    assert_eq!(title(first), b"Mijn mensen");
    assert_eq!(first.get(b"Count").unwrap().as_i64().unwrap(), -2);
    let ana = child(&doc, first, "First");
    assert_eq!((title(ana), title(child(&doc, ana, "Next"))), (b"Ana".to_vec(), b"Els".to_vec()));
    assert_eq!(title(child(&doc, first, "Next")), b"Zorg");
}
