//! No paper holds what its letters or its reader forbid, whatever stands in the plan.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod random;

use landvast_model::audience::may_see;
use landvast_model::excerpt::{Content, Entry, Excerpt, excerpt};
use landvast_model::rules::is_minor;
use landvast_model::table::Goes;
use landvast_model::{Book, PaperKind, Place, Reader, Request, TABLE, Value};
use proptest::prelude::*;

fn request() -> impl Strategy<Value = (Reader, PaperKind, Vec<String>)> {
    let reader = prop_oneof![
        Just(Reader::Owner),
        Just(Reader::Anyone),
        prop::sample::select(&random::PEOPLE).prop_map(Reader::Person),
    ];
    let all: Vec<String> = TABLE.fields().map(|field| field.id.to_owned()).collect();
    let ticked = prop_oneof![Just(Vec::new()), prop::sample::subsequence(all, 0..40)];
    (reader, prop::sample::select(&PaperKind::ALL), ticked)
}

/// Whether this is the paper of this very person, or tells something else of them, or has a row that
/// names them, and is one of those on which nobody then goes without a name.
fn is_named_for_another_reason(made: &Excerpt, place: Place) -> bool {
    let Place::Person(id) = place else { return false };
    if made.reader == Reader::Person(id) {
        return true;
    }
    let of_person = made.people.iter().filter(|person| person.id == id);
    let other = of_person.flat_map(|person| &person.entries).any(|it| it.field.id != "d.name");
    let row = made.entries.iter().any(|entry| match &entry.content {
        Content::Answer(Value::Rows(rows)) => rows.iter().any(|row| row.names(id)),
        _ => false,
    });
    !matches!(made.paper, PaperKind::Card | PaperKind::Wishes) && (other || row)
}

fn assert_stands(book: &Book, place: Place, entry: &Entry, made: &Excerpt, ticked: &[String]) {
    let Excerpt { reader, paper, .. } = *made;
    let field = entry.field;
    let goes = field.goes_on(paper);
    let with_other = field.id == "d.name" && is_named_for_another_reason(made, place);
    if with_other {
        return;
    }
    assert_ne!(goes, Goes::Never, "{} on {paper:?}", field.id);
    let Some(answer) = book.answer(place, field.id) else {
        assert!(field.is_derived(), "{}", field.id);
        return;
    };
    if entry.content == Content::PublicLine {
        assert!(field.public_line && paper == PaperKind::Card);
        return;
    }
    let seen = may_see(book, place, field, answer, reader);
    assert!(seen, "{} for {reader:?}", field.id);
    let is_ticked = ticked.iter().any(|id| id == field.id);
    if goes == Goes::Possible && !is_ticked {
        assert!(answer.audience.is_some() && reader != Reader::Owner, "{}", field.id);
    }
    if reader == Reader::Owner && field.sees.is_empty() {
        assert!(is_ticked, "{}", field.id);
    }
    if made.is_for_minor {
        let allowed = ["a.call_name", "a.own_word", "d.name", "d.kind", "d.phones", "d.hours"];
        let own = ["d.call_order", "d.own_message", "d.may_tell"];
        assert!(allowed.iter().chain(&own).any(|id| *id == field.id), "{}", field.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn no_paper_holds_what_its_letters_or_its_reader_forbid(
        book in random::book(),
        (reader, paper, ticked) in request(),
    ) {
        let request = Request { reader, paper, ticked: &ticked };
        let made = excerpt(&book, &TABLE, &request, "2026-03-01".parse().unwrap());
        for entry in &made.entries {
            assert_stands(&book, Place::Plan, entry, &made, &ticked);
        }
        for person in &made.people {
            for entry in &person.entries {
                assert_stands(&book, Place::Person(person.id), entry, &made, &ticked);
            }
        }
        let minor = match reader {
            Reader::Person(id) if paper != PaperKind::Card => book.person(id).is_some_and(is_minor),
            _ => false,
        };
        prop_assert_eq!(made.is_for_minor, minor);
    }
}
