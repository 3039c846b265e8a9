//! Which answer stands on which paper, for whom.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod family;

use family::{ANA, JOOST, MARIT, ids, made, named, plan, rows, shared_with, text, then, today};
use landvast_model::excerpt::{Content, Derived, excerpt, may_be_ticked};
use landvast_model::{
    Answer, Audience, Book, FieldKey, Op, PaperKind, Reader, Request, TABLE, Value,
};

#[test]
fn what_is_possible_on_a_sheet_stands_there_by_the_owners_choice_alone() {
    let sheet = |audience: Option<Audience>| {
        let address = Answer { audience, ..text("Canal Street 4") };
        made(&plan(&[("a.address", address)]), Reader::Person(ANA), PaperKind::Sheet)
            .value("a.address")
            .is_some()
    };
    let next_of_kin = Audience { next_of_kin: true, ..Audience::default() };
    let professionals = Audience { professionals: true, ..Audience::default() };
    assert!(!sheet(None), "Ana may see it, but it is off until switched on");
    assert!(sheet(Some(next_of_kin)));
    assert!(sheet(Some(named(ANA))));
    assert!(!sheet(Some(named(JOOST))));
    assert!(!sheet(Some(professionals)));
}

#[test]
fn a_tick_brings_one_thing_onto_one_paper_and_shows_nobody_what_is_not_theirs() {
    let book = plan(&[
        ("a.address", text("Canal Street 4")),
        ("b.diagnosis", text("bipolar")),
        ("c.suicide", rows("keeps_me", "my sister")),
        ("i.register", rows("where", "the police")),
        ("w1.have", Answer::new(Value::Lines(vec!["walking".to_owned()]))),
        ("w7.feel", text("light")),
    ]);
    let all: Vec<String> = TABLE.fields().map(|field| field.id.to_owned()).collect();
    let made = |reader, paper, ticked: &[String]| {
        let request = Request { reader, paper, ticked };
        ids(&excerpt(&book, &TABLE, &request, today()).entries)
    };
    let plan = |ticked: &[String]| made(Reader::Owner, PaperKind::Plan, ticked);
    assert_eq!(plan(&[]), ["a.address", "b.diagnosis"]);
    assert_eq!(plan(&["c.suicide".to_owned()]), ["a.address", "b.diagnosis", "c.suicide"]);
    let everything = ["a.address", "b.diagnosis", "c.suicide", "i.register", "w7.feel"];
    assert_eq!(plan(&all), everything, "what never leaves the vault does not, ticked or not");
    // Ana may see the address; the rest is not hers, whatever is ticked.
    assert_eq!(made(Reader::Person(ANA), PaperKind::Sheet, &all), ["a.address"]);
    assert_eq!(made(Reader::Anyone, PaperKind::Card, &all), [""; 0]);
}

#[test]
fn what_can_be_ticked_is_what_a_tick_changes() {
    let field = |id: &str| TABLE.field(id).unwrap();
    let cases = [
        ("c.suicide", Reader::Owner, PaperKind::Plan, true),
        ("g.harm", Reader::Owner, PaperKind::Wishes, true),
        ("d.circle", Reader::Owner, PaperKind::Plan, true),
        ("b.well", Reader::Owner, PaperKind::Plan, false),
        ("w1.have", Reader::Owner, PaperKind::Plan, false),
        ("a.address", Reader::Person(ANA), PaperKind::Sheet, true),
        ("d.circle", Reader::Person(MARIT), PaperKind::Plan, false),
        ("c.tools", Reader::Anyone, PaperKind::Card, false),
    ];
    for (id, reader, paper, may) in cases {
        assert_eq!(may_be_ticked(field(id), &Request::new(reader, paper)), may, "{id}");
    }
}

#[test]
fn a_professional_gets_the_plan_and_nothing_that_is_off_until_chosen() {
    let pro = Audience { professionals: true, ..Audience::default() };
    let book = plan(&[
        ("b.well", text("I sing")),
        ("d.not_call", rows("name", "Karel")),
        ("f.substances", shared_with(pro, text("beer"))),
        ("g.harm", rows("happened", "nobody listened")),
        ("h.home", rows("what", "plants")),
    ]);
    let made = made(&book, Reader::Person(MARIT), PaperKind::Plan);
    assert_eq!(ids(&made.entries), ["b.well", "f.substances"]);
}

#[test]
fn the_card_says_that_these_are_wishes_once_the_owner_switches_it_on() {
    let mut book = plan(&[]);
    let says = |book: &Book, reader, paper| {
        let made = made(book, reader, paper);
        let mut entries = made.entries.iter();
        entries.any(|entry| {
            entry.field.id == "i.legal_note" && entry.content == Content::Derived(Derived::Words)
        })
    };
    let card = |book: &Book| says(book, Reader::Anyone, PaperKind::Card);
    let marit = |book: &Book| says(book, Reader::Person(MARIT), PaperKind::Plan);
    assert!(!card(&book) && marit(&book));
    let mut share = |audience| {
        let op = Op::Share { field: FieldKey::new("i.legal_note"), audience };
        then(&mut book, op);
        (card(&book), marit(&book))
    };
    assert_eq!(share(Some(Audience::anyone())), (true, true));
    assert_eq!(share(Some(Audience::only_me())), (false, false));
    assert_eq!(share(None), (false, true));
}

#[test]
fn the_owners_word_for_it_speaks_on_every_paper_and_on_a_card_the_shorter_one() {
    let own_word = |audience: Option<Audience>, reader, paper| {
        let card_text = Some(" dip ".to_owned());
        let word = Answer { audience, card_text, ..text(" a dip of mine ") };
        made(&plan(&[("a.own_word", word)]), reader, paper).own_word
    };
    let (card, wishes) = ((Reader::Anyone, PaperKind::Card), PaperKind::Wishes);
    assert_eq!(own_word(None, card.0, card.1).as_deref(), Some("dip"));
    assert_eq!(own_word(None, Reader::Person(MARIT), wishes).as_deref(), Some("a dip of mine"));
    let hidden = Some(Audience::only_me());
    assert_eq!(own_word(hidden.clone(), card.0, card.1), None);
    assert_eq!(own_word(hidden.clone(), Reader::Person(MARIT), wishes), None);
    assert_eq!(own_word(hidden, Reader::Owner, wishes).as_deref(), Some("a dip of mine"));
}

#[test]
fn a_card_is_for_anyone_whoever_asks() {
    let book = plan(&[("c.first", text("Zet thee")), ("b.well", text("I sing"))]);
    let card = made(&book, Reader::Anyone, PaperKind::Card);
    for reader in [Reader::Owner, Reader::Person(ANA)] {
        assert_eq!(format!("{:?}", made(&book, reader, PaperKind::Card)), format!("{card:?}"));
    }
}
