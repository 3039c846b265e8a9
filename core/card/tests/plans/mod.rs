//! Plans that papers are made from, and ways to read what lies on a page.
#![allow(dead_code, reason = "each test file reads pages in its own way")]

use chrono::NaiveDate;
use landvast_card::layout::Laid;
use landvast_card::scene::{Item, Part, Placed, Scene};
use landvast_card::shape::Typesetter;
use landvast_model::excerpt::{Excerpt, Request, excerpt};
use landvast_model::paper::PaperKind;
use landvast_model::{Action, Book, Language, PersonId, Reader, TABLE, Table, exchange};
use landvast_text::Words;

/// A small plan that does not change with the examples: one sister who may know it all, a
/// neighbour, a nephew of twelve, and a nurse.
pub(crate) const MIRA: &str = include_str!("mira.nl.json");
pub(crate) const NOOR: &str = include_str!("../../../../tests/examples/noor.nl.json");
pub(crate) const ROBIN: &str = include_str!("../../../../tests/examples/robin.en.json");
pub(crate) const HALF: &str = include_str!("../../../../tests/examples/half.nl.json");
pub(crate) const OVERFULL: &str = include_str!("../../../../tests/examples/overfull.nl.json");
pub(crate) const EMPTY: &str = r#"{"landvast": 1, "language": "nl", "answers": {}, "people": []}"#;
pub(crate) const PLANS: [(&str, &str); 6] = [
    ("mira", MIRA),
    ("noor", NOOR),
    ("robin", ROBIN),
    ("half", HALF),
    ("overfull", OVERFULL),
    ("empty", EMPTY),
];

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).unwrap()
}

pub(crate) fn book(json: &str) -> Book {
    book_of(&TABLE, json)
}

pub(crate) fn book_of(table: &Table, json: &str) -> Book {
    let mut id = 0;
    let mut fresh = || {
        id += 1;
        id
    };
    let ops = exchange::import(table, &Book::default(), json, &mut fresh).unwrap();
    let at = "2026-11-02T10:00:00Z".parse().unwrap();
    let mut book = Book::default();
    book.apply(&Action { seq: 1, at, ops, undoes: None });
    book
}

pub(crate) fn person(book: &Book, name: &str) -> PersonId {
    book.people.iter().find(|person| person.name() == name).unwrap().id
}

/// A paper of this kind, laid out by `lay`.
pub(crate) fn paper(
    book: &Book,
    (reader, kind): (Reader, PaperKind),
    language: Language,
    lay: fn(&Excerpt, &Words, NaiveDate, &Typesetter) -> Laid,
) -> Laid {
    let excerpt = excerpt(book, &TABLE, &Request::new(reader, kind), today());
    let words = Words::new(language).with_own_word(excerpt.own_word.as_deref());
    lay(&excerpt, &words, today(), &Typesetter::new())
}

/// Every part of words on a page, in reading order.
pub(crate) fn parts(items: &[Item]) -> Vec<&Part> {
    let mut parts: Vec<&Part> = Vec::new();
    for item in items {
        match item {
            Item::Group(group) => parts.extend(self::parts(&group.items)),
            Item::Text(block) => parts.extend(&block.parts),
            Item::List(list) => {
                let entries = list.entries.iter();
                parts.extend(entries.flat_map(|entry| entry.label.iter().chain(&entry.body)));
            }
            Item::Table(table) => {
                parts.extend(table.rows.iter().flatten().flat_map(|cell| &cell.parts));
            }
            Item::Contents(contents) => {
                parts.extend(contents.leads.iter().flat_map(|lead| &lead.words));
            }
            Item::Rest(rest) => parts.extend(self::parts(std::slice::from_ref(&*rest.of))),
            Item::Figure(_) | Item::Artifact(_) => {}
        }
    }
    parts
}

/// Every line of words on a page.
pub(crate) fn lines(items: &[Item]) -> Vec<&Placed> {
    let lines = parts(items).into_iter().flat_map(|part| &part.lines);
    lines.filter(|placed| !placed.line.glyphs.is_empty()).collect()
}

/// Everything that stands on a paper as one text, broken words whole again.
pub(crate) fn aloud(scene: &Scene) -> String {
    let mut said = String::new();
    for placed in scene.pages.iter().flat_map(|page| lines(&page.items)) {
        let text = placed.line.text.trim();
        if said.ends_with('\u{ad}') {
            said.pop();
        } else {
            said.push(' ');
        }
        said.push_str(text);
    }
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}
