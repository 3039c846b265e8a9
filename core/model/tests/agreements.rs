//! The page of agreements and the page of wishes: what lies on the table, and what does not.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod family;

use family::{ANA, JOOST, MARIT, MILA, ids, made, naming, plan, rows, says, text, today};
use landvast_model::excerpt::{Excerpted, excerpt, may_be_ticked};
use landvast_model::{Answer, Book, Circle, PaperKind, PersonId, Reader, Request, TABLE, Value};

#[test]
fn the_page_of_wishes_has_wishes_and_the_page_of_agreements_what_was_agreed() {
    let book = plan(&[
        ("a.call_name", text("Noor")),
        ("a.own_word", text("storm")),
        ("b.well", text("I sing")),
        ("e.agreements", naming(&[ANA, MARIT])),
        ("g.wishes", text("Talk with me first.")),
        ("i.sign_owner", Answer::new(Value::Day(today()))),
    ]);
    let wishes = made(&book, Reader::Person(MARIT), PaperKind::Wishes);
    assert_eq!(ids(&wishes.entries), ["a.call_name", "g.wishes", "i.sign_owner"]);
    assert_eq!((wishes.call_name(), wishes.own_word.as_deref()), (Some("Noor"), Some("storm")));
    let people: Vec<&str> = wishes.people.iter().map(Excerpted::name).collect();
    assert_eq!(people, ["Marit"], "for whom it is, and nobody else");
    let agreements = made(&book, Reader::Owner, PaperKind::Agreements);
    assert_eq!(ids(&agreements.entries), ["a.call_name", "e.agreements"]);
    let columns: Vec<(&str, Circle)> =
        agreements.people.iter().map(|person| (person.name(), person.circle)).collect();
    let [kin, pro, fourth] = [Circle::NextOfKin, Circle::Professional, Circle::Fourth];
    assert_eq!(columns, [("Ana", kin), ("Marit", pro), ("Joost", fourth), ("Mila", kin)]);
    let theirs = made(&book, Reader::Person(ANA), PaperKind::Agreements);
    assert_eq!(ids(&theirs.entries), ["a.call_name", "e.agreements"]);
    assert_eq!(theirs.own().map(Excerpted::name), Some("Ana"));
    // Marit is not on the card; the row that Ana sees names her, so Ana reads her name.
    let marit = theirs.people.iter().find(|person| person.id == MARIT).unwrap();
    assert_eq!((marit.name(), ids(&marit.entries)), ("Marit", vec!["d.name"]));
    assert!(theirs.people.iter().all(|person| person.id != MILA));
}

/// What each person need not do, as far as this paper tells.
fn limits(book: &Book, reader: Reader, ticked: &[&str]) -> Vec<PersonId> {
    let ticked: Vec<String> = ticked.iter().map(|id| (*id).to_owned()).collect();
    let request = Request { ticked: &ticked, ..Request::new(reader, PaperKind::Agreements) };
    let made = excerpt(book, &TABLE, &request, today());
    let told = made.people.iter().filter(|person| person.value("d.limits").is_some());
    told.map(|person| person.id).collect()
}

#[test]
fn what_somebody_need_not_do_lies_between_them_the_owner_and_the_professionals() {
    let mut book = plan(&[("e.agreements", naming(&[ANA, JOOST, MARIT]))]);
    for id in [ANA, JOOST] {
        let lines = Value::Lines(vec!["no calls at work".to_owned()]);
        says(&mut book, id, "d.limits", Answer::new(lines));
    }
    assert_eq!(limits(&book, Reader::Person(ANA), &[]), [ANA], "not what Joost need not do");
    assert_eq!(limits(&book, Reader::Person(JOOST), &[]), [JOOST]);
    assert_eq!(limits(&book, Reader::Person(MARIT), &[]), [ANA, JOOST]);
    // The owner's whole page lies open on the table, before Ana and Joost both.
    assert_eq!(limits(&book, Reader::Owner, &[]), []);
    assert_eq!(limits(&book, Reader::Owner, &["d.limits"]), [ANA, JOOST]);
    assert_eq!(limits(&book, Reader::Person(ANA), &["d.limits"]), [ANA], "a tick opens nothing");
    let tickable = |reader, paper| {
        may_be_ticked(TABLE.field("d.limits").unwrap(), &Request::new(reader, paper))
    };
    assert!(tickable(Reader::Owner, PaperKind::Agreements));
    assert!(!tickable(Reader::Person(ANA), PaperKind::Agreements));
    assert!(!tickable(Reader::Owner, PaperKind::Plan), "it stands there");
}

#[test]
fn who_does_what_stands_on_the_owners_page_and_on_the_pages_of_whom_it_is_told() {
    let mut book = plan(&[("e.agreements", naming(&[ANA, MARIT]))]);
    says(&mut book, JOOST, "d.tasks", rows("task", "feed the cat"));
    let tasks = |reader| {
        let made = made(&book, reader, PaperKind::Agreements);
        let told = made.people.iter().filter(|person| person.value("d.tasks").is_some());
        told.map(|person| person.id).collect::<Vec<_>>()
    };
    assert_eq!(tasks(Reader::Owner), [ANA, JOOST, MILA]);
    assert_eq!(tasks(Reader::Person(MARIT)), [ANA, JOOST, MILA]);
    assert_eq!(tasks(Reader::Person(ANA)), [ANA]);
    let joost = made(&book, Reader::Person(JOOST), PaperKind::Agreements);
    assert!(joost.value("e.agreements").is_none(), "he is no party to it");
}
