//! Whose name stands on which paper, and what is told of whether they agreed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod family;

use family::{
    ANA, JOOST, MARIT, MILA, agreed, choice, ids, made, named, naming, plan, says, shared_with,
    text,
};
use landvast_model::excerpt::Excerpted;
use landvast_model::{
    Agrees, Answer, Audience, Book, FieldKey, PaperKind, PersonId, Reader, Standing, Value,
};

#[test]
fn every_paper_for_somebody_by_name_has_that_name() {
    let mut book = plan(&[("g.wishes", text("Talk with me first."))]);
    // Whomever else a name is hidden from: their own name is no secret to them.
    says(&mut book, JOOST, "d.name", shared_with(Audience::only_me(), text("Joost")));
    for (id, name) in [(ANA, "Ana"), (MARIT, "Marit"), (JOOST, "Joost"), (MILA, "Mila")] {
        for paper in PaperKind::ALL.into_iter().filter(|paper| *paper != PaperKind::Card) {
            let made = made(&book, Reader::Person(id), paper);
            assert_eq!(made.own().map(Excerpted::name), Some(name), "{paper:?}");
            assert_eq!(made.name_of(id), Some(name), "{paper:?}");
        }
    }
    let wishes = made(&book, Reader::Person(ANA), PaperKind::Wishes);
    let people: Vec<_> = wishes.people.iter().map(|person| ids(&person.entries)).collect();
    assert_eq!(people, [["d.name"]], "her own name, and nobody else's");
    for (reader, paper) in [(Reader::Owner, PaperKind::Wishes), (Reader::Anyone, PaperKind::Card)] {
        assert!(made(&book, reader, paper).own().is_none());
    }
    let joost = made(&book, Reader::Person(ANA), PaperKind::Sheet);
    assert_eq!(joost.name_of(JOOST), None);
}

#[test]
fn nobody_stands_on_a_paper_without_a_name_where_something_else_is_told_of_them() {
    let mut book = plan(&[("e.agreements", naming(&[ANA, MILA]))]);
    book.people[2].answers.remove("d.agreed");
    book.people[2].answers.insert(FieldKey::new("d.limits"), text("nothing at night"));
    let told = |reader, paper| {
        let made = made(&book, reader, paper);
        let people = made.people.iter();
        people.map(|it| (it.name().to_owned(), ids(&it.entries))).collect::<Vec<_>>()
    };
    let only_name = |name: &str| (name.to_owned(), vec!["d.name"]);
    let marit = told(Reader::Person(MARIT), PaperKind::Plan);
    assert!(marit.contains(&("Joost".to_owned(), vec!["d.name", "d.limits"])), "{marit:?}");
    assert!(marit.contains(&("Mila".to_owned(), vec!["d.name", "d.tasks"])), "{marit:?}");
    let ana = told(Reader::Person(ANA), PaperKind::Sheet);
    assert!(ana.contains(&only_name("Mila")), "{ana:?}");
    assert!(ana.iter().all(|(name, _)| name != "Joost"), "{ana:?}");
    assert_eq!(told(Reader::Anyone, PaperKind::Card)[0].0, "Ana");
    assert_eq!(told(Reader::Anyone, PaperKind::Card).len(), 1);
    assert_eq!(told(Reader::Person(MARIT), PaperKind::Wishes), [only_name("Marit")]);
}

#[test]
fn the_owners_own_wording_of_a_choice_stands_on_every_paper() {
    let mut book =
        plan(&[("b.well", Answer { card_text: Some("short".to_owned()), ..text("long") })]);
    let own = Answer { card_text: Some("my little sister".to_owned()), ..choice("sibling") };
    book.people[0].answers.insert(FieldKey::new("d.kind"), own);
    let said = Value::Text("my little sister".to_owned());
    let readers = [
        (Reader::Anyone, PaperKind::Card),
        (Reader::Person(ANA), PaperKind::Sheet),
        (Reader::Person(MARIT), PaperKind::Plan),
        (Reader::Owner, PaperKind::Agreements),
    ];
    for (reader, paper) in readers {
        let made = made(&book, reader, paper);
        let ana = made.people.iter().find(|person| person.id == ANA).unwrap();
        assert_eq!(ana.value("d.kind"), Some(&said), "{paper:?}");
    }
    let plan = made(&book, Reader::Owner, PaperKind::Plan);
    assert_eq!(plan.value("b.well"), Some(&Value::Text("long".to_owned())));
}

#[test]
fn whether_somebody_agreed_is_told_to_nobody_who_may_not_see_it() {
    let mut book = plan(&[]);
    // Joost is shown to Ana by name, and to no stranger.
    let name = shared_with(named(ANA), text("Joost"));
    book.people[2].answers.insert(FieldKey::new("d.name"), name);
    let standing = |reader, paper, id: PersonId, book: &Book| {
        let made = made(book, reader, paper);
        made.people.iter().find(|person| person.id == id).map(|person| person.standing)
    };
    let told = |book: &Book| {
        [
            standing(Reader::Person(ANA), PaperKind::Sheet, JOOST, book),
            standing(Reader::Person(MARIT), PaperKind::Plan, JOOST, book),
            standing(Reader::Owner, PaperKind::Plan, JOOST, book),
        ]
    };
    let [neutral, yes] = [Some(Standing::NotOnCard), Some(Standing::Agreed)];
    assert_eq!(told(&book), [neutral, yes, yes]);
    // Whatever he answers, Ana's sheet says the same of him.
    let of_joost = |book: &Book| {
        let made = made(book, Reader::Person(ANA), PaperKind::Sheet);
        made.people.into_iter().find(|person| person.id == JOOST).map(|it| format!("{it:?}"))
    };
    book.people[2].answers.remove("d.phones");
    let before = of_joost(&book);
    book.people[2].answers.insert(FieldKey::new("d.agreed"), agreed(Agrees::No));
    assert_eq!(of_joost(&book), before);
}

#[test]
fn who_was_not_asked_yet_is_marked_on_a_sheet_as_on_the_card() {
    let mut book = plan(&[]);
    let joost = &mut book.people[2].answers;
    joost.remove("d.agreed");
    joost.insert(FieldKey::new("d.name"), shared_with(Audience::anyone(), text("Joost")));
    for (reader, paper) in
        [(Reader::Anyone, PaperKind::Card), (Reader::Person(ANA), PaperKind::Sheet)]
    {
        let made = made(&book, reader, paper);
        let joost = made.people.iter().find(|person| person.id == JOOST).unwrap();
        assert_eq!(joost.standing, Standing::NotAsked, "{paper:?}");
    }
}
