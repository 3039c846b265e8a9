//! The next-of-kin sheet, read by somebody frightened at three in the night; and the one for a
//! child.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod calls;
mod child;
mod order;
#[path = "../plans/mod.rs"]
mod plans;
mod reader;
mod table;

use landvast_card::layout::Laid;
use landvast_card::pages::sheet;
use landvast_model::paper::PaperKind;
use landvast_model::rules;
use landvast_model::{Book, Language, Reader};

use plans::{PLANS, aloud, book, paper, person};

pub(crate) fn sheet_for(book: &Book, name: &str) -> Laid {
    let reader = Reader::Person(person(book, name));
    paper(book, (reader, PaperKind::Sheet), book.language, sheet)
}

pub(crate) fn said_to(json: &str, name: &str) -> String {
    aloud(&sheet_for(&book(json), name).scene)
}

/// Every sheet of every plan, by name.
pub(crate) fn every_sheet() -> Vec<(String, Laid)> {
    let mut sheets = Vec::new();
    for (plan, json) in PLANS {
        let book = book(json);
        for person in book.people.iter().filter(|person| !rules::is_professional(person)).take(4) {
            for language in Language::ALL {
                let reader = (Reader::Person(person.id), PaperKind::Sheet);
                let laid = paper(&book, reader, language, sheet);
                sheets.push((format!("{plan}, {} in {}", person.name(), language.tag()), laid));
            }
        }
    }
    sheets
}

/// These words stand in the text, each after the one before.
pub(crate) fn assert_in_order(said: &str, words: &[&str]) {
    let mut rest = said;
    for words in words {
        let found = rest.split_once(words);
        assert!(found.is_some(), "{words:?} does not come in {rest:?}");
        rest = found.unwrap().1;
    }
}
