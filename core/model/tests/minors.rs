//! Somebody under 18: a sheet of their own kind, and no calls from strangers.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod family;

use family::{
    ANA, JOOST, MILA, agreed, choice, ids, made, plan, rows, says, shared_with, text, today,
};
use landvast_model::excerpt::Excerpted;
use landvast_model::finding::check;
use landvast_model::rules::standing;
use landvast_model::{
    Agrees, Answer, Audience, Book, PaperKind, PersonId, Place, Reader, Standing, TABLE, Value,
    What,
};

#[test]
fn a_minors_sheet_holds_no_task_no_sign_and_nothing_medical() {
    let everybody = [ANA, JOOST, MILA];
    let book = plan(&[
        ("a.call_name", text("Mama")),
        ("a.own_word", text("storm")),
        ("b.seen", rows("sign", "I talk loudly")),
        ("c.do", Answer::new(Value::Lines(vec!["make tea".to_owned()]))),
        ("c.danger", text("call 112")),
        ("e.gp", rows("name", "Dr Bos")),
        ("f.allergy", text("nuts")),
        ("h.pets", rows("name", "Saar")),
        ("i.where", text("in the blue folder")),
    ]);
    let sheet = made(&book, Reader::Person(MILA), PaperKind::Sheet);
    assert!(sheet.is_for_minor);
    assert_eq!(ids(&sheet.entries), ["a.call_name", "a.own_word"]);
    assert!(sheet.entries.iter().all(|entry| !entry.field.is_derived()));
    let people: Vec<PersonId> = sheet.people.iter().map(|person| person.id).collect();
    assert_eq!(people, everybody);
    assert_eq!(ids(&sheet.own().unwrap().entries), ["d.name", "d.may_tell", "d.own_message"]);
    assert_eq!(ids(&sheet.people[0].entries), ["d.name", "d.phones"]);
    assert!(!format!("{sheet:?}").contains("doctor"));
    // Whatever paper somebody asks for her, it is no more than that.
    let plan = made(&book, Reader::Person(MILA), PaperKind::Plan);
    assert!(plan.is_for_minor);
    assert_eq!(ids(&plan.entries), ["a.call_name", "a.own_word"]);
    assert!(!made(&book, Reader::Person(ANA), PaperKind::Sheet).is_for_minor);
}

/// What the owner and Mila said about her being on the card.
#[derive(Clone, Copy, Debug)]
struct Said {
    agreed: Option<Agrees>,
    number: Option<&'static str>,
    name_for_anyone: bool,
}

fn with(said: Said) -> Book {
    let mut book = plan(&[]);
    says(&mut book, MILA, "d.phones", Answer::new(Value::Phones(vec!["06 1".to_owned()])));
    if let Some(answer) = said.agreed {
        says(&mut book, MILA, "d.agreed", agreed(answer));
    }
    if let Some(id) = said.number {
        says(&mut book, MILA, "d.number_on_card", choice(id));
    }
    if said.name_for_anyone {
        says(&mut book, MILA, "d.name", shared_with(Audience::anyone(), text("Mila")));
    }
    book
}

fn is_told(book: &Book) -> bool {
    let found = check(book, &TABLE, today());
    found.iter().any(|it| it.what == What::MinorNotOnCard && it.place == Place::Person(MILA))
}

#[test]
fn strangers_ring_a_child_only_by_its_own_two_yeses_and_the_owners_own_choice() {
    use Standing::{Agreed, NotOnCard};
    let cases = [
        (None, None, false, NotOnCard, false),
        // What puts an adult on the card does not put a child there, and the owner is told.
        (Some(Agrees::Yes), Some("yes"), false, NotOnCard, true),
        (Some(Agrees::Partly), Some("yes"), false, NotOnCard, true),
        (None, None, true, NotOnCard, true),
        (None, Some("yes"), true, NotOnCard, true),
        (Some(Agrees::Yes), None, true, NotOnCard, true),
        // A no needs no telling.
        (Some(Agrees::No), Some("yes"), true, NotOnCard, false),
        (Some(Agrees::Yes), Some("no"), true, NotOnCard, false),
        (Some(Agrees::Yes), Some("yes"), true, Agreed, false),
        (Some(Agrees::Partly), Some("yes"), true, Agreed, false),
    ];
    for (agreed, number, name_for_anyone, expected, told) in cases {
        let said = Said { agreed, number, name_for_anyone };
        let book = with(said);
        let mila = book.person(MILA).unwrap();
        assert_eq!(standing(mila), expected, "{said:?}");
        assert_eq!(is_told(&book), told, "{said:?}");
        let card = made(&book, Reader::Anyone, PaperKind::Card);
        let stands = card.people.iter().any(|person| person.id == MILA);
        assert_eq!(stands, expected == Agreed, "{said:?}");
        // Nor is a child a caller on the sheet of somebody else.
        let sheet = made(&book, Reader::Person(ANA), PaperKind::Sheet);
        let rings = sheet.people.iter().any(|it| it.id == MILA && !it.phones().is_empty());
        assert_eq!(rings, expected == Agreed, "{said:?}");
    }
}

#[test]
fn adults_are_called_before_a_child_whatever_the_number() {
    let mut book =
        with(Said { agreed: Some(Agrees::Yes), number: Some("yes"), name_for_anyone: true });
    says(&mut book, MILA, "d.call_order", Answer::new(Value::Degree(1)));
    says(&mut book, JOOST, "d.call_order", Answer::new(Value::Degree(2)));
    let card = made(&book, Reader::Anyone, PaperKind::Card);
    let callers: Vec<&str> = card.people.iter().map(Excerpted::name).collect();
    assert_eq!(callers, ["Joost", "Ana", "Mila"]);
}

#[test]
fn nobody_is_told_to_ask_a_child_for_its_number() {
    let mut book = plan(&[]);
    says(&mut book, MILA, "d.agreed", agreed(Agrees::Yes));
    let found = check(&book, &TABLE, today());
    assert!(found.iter().all(|it| it.what != What::NumberNotOnCard));
}

#[test]
fn somebody_who_turned_eighteen_stands_as_any_adult_does() {
    let said = Said { agreed: Some(Agrees::Yes), number: Some("yes"), name_for_anyone: false };
    let mut book = with(said);
    says(&mut book, MILA, "d.minor", choice("no"));
    assert_eq!(standing(book.person(MILA).unwrap()), Standing::Agreed);
    assert!(!is_told(&book));
}
