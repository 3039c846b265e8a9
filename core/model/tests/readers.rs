//! Who sees what: each letter of the content document, one by one, and the rules of consent.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use landvast_model::audience::may_see;
use landvast_model::excerpt::{Content, Excerpt, Excerpted, excerpt};
use landvast_model::rules::{Standing, is_professional, standing};
use landvast_model::table::Who;
use landvast_model::{
    Action, Agreement, Agrees, Answer, Audience, Book, Field, FieldKey, Kind, Op, PaperKind,
    Person, PersonId, Place, Reader, Request, Row, RowId, Section, TABLE, Value,
};

const ANA: PersonId = PersonId(1);
const JOOST: PersonId = PersonId(2);
const MARIT: PersonId = PersonId(3);
const ELS: PersonId = PersonId(4);

fn text(words: &str) -> Answer {
    Answer::new(Value::Text(words.to_owned()))
}

fn choice(id: &str) -> Answer {
    Answer::new(Value::Choice(id.to_owned()))
}

fn may_know(sections: &[Section]) -> Answer {
    Answer::new(Value::Sections(sections.iter().copied().collect()))
}

fn agreed(answer: Agrees) -> Answer {
    Answer::new(Value::Agreement(Agreement { on: day(1), answer }))
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

fn person(id: PersonId, answers: &[(&str, Answer)]) -> Person {
    let answers = answers.iter().map(|(id, answer)| (FieldKey::new(id), answer.clone()));
    Person { id, answers: answers.collect() }
}

/// Ana is a sister who may know B and D and stands on the card; Joost a friend who may know
/// nothing more than usual, and a mentor; Marit a professional; Els a "fourth" who may know B.
fn people() -> Vec<Person> {
    vec![
        person(
            ANA,
            &[
                ("d.name", text("Ana")),
                ("d.circle", choice("next_of_kin")),
                ("d.may_know", may_know(&[Section::B, Section::D])),
                ("d.agreed", agreed(Agrees::Yes)),
                ("d.number_on_card", choice("yes")),
            ],
        ),
        person(
            JOOST,
            &[
                ("d.name", text("Joost")),
                ("d.formal_role", choice("mentor")),
                ("d.agreed", agreed(Agrees::No)),
            ],
        ),
        person(MARIT, &[("d.name", text("Marit")), ("d.circle", choice("professional"))]),
        person(
            ELS,
            &[
                ("d.name", text("Els")),
                ("d.circle", choice("fourth")),
                ("d.may_know", may_know(&[Section::B])),
            ],
        ),
    ]
}

fn plan(people: Vec<Person>, answers: &[(&str, Answer)]) -> Book {
    let answers = answers.iter().map(|(id, answer)| (FieldKey::new(id), answer.clone())).collect();
    Book { people, answers, ..Book::default() }
}

/// The readers who see the field at `place`: `-` nobody but the owner.
fn seen_by(place: Place, field: &Field, answer: &Answer) -> String {
    let book = plan(people(), &[]);
    assert!(may_see(&book, place, field, answer, Reader::Owner), "the owner sees everything");
    let readers = [
        ("anyone", Reader::Anyone),
        ("Ana", Reader::Person(ANA)),
        ("Joost", Reader::Person(JOOST)),
        ("Marit", Reader::Person(MARIT)),
        ("Els", Reader::Person(ELS)),
        ("a stranger", Reader::Person(PersonId(99))),
    ];
    let seen =
        readers.into_iter().filter(|(_, reader)| may_see(&book, place, field, answer, *reader));
    let names: Vec<&str> = seen.map(|(name, _)| name).collect();
    if names.is_empty() { "-".to_owned() } else { names.join(", ") }
}

#[test]
fn each_letter_is_seen_by_whom_it_names() {
    let agreement = |who| {
        Answer::new(Value::Rows(vec![Row {
            id: RowId(1),
            cells: [("who".to_owned(), Value::People(vec![who]))].into(),
        }]))
    };
    let everybody = "anyone, Ana, Joost, Marit, Els";
    let of = Place::Person;
    // The letter, a field that has it, where the answer stands, who sees it.
    let cases: [(&[Who], Section, Place, Answer, &str); 15] = [
        (&[Who::Anyone], Section::A, Place::Plan, text("x"), everybody),
        (&[Who::Professionals], Section::B, Place::Plan, text("x"), "Marit"),
        (&[Who::NextOfKin], Section::B, Place::Plan, text("x"), "Ana, Els"),
        (&[Who::NextOfKin], Section::C, Place::Plan, text("x"), "Joost"),
        (&[Who::NextOfKin], Section::A, Place::Plan, text("x"), "-"),
        (
            &[Who::NextOfKin, Who::Professionals],
            Section::B,
            Place::Plan,
            text("x"),
            "Ana, Marit, Els",
        ),
        (&[Who::NextOfKinIn(&["mentor"])], Section::C, Place::Plan, text("x"), "Joost"),
        (&[Who::NextOfKinIn(&["mentor"])], Section::B, Place::Plan, text("x"), "-"),
        (&[Who::NextOfKinIn(&["guardian"])], Section::C, Place::Plan, text("x"), "-"),
        (&[Who::ThatPerson], Section::D, of(JOOST), text("x"), "Joost"),
        (&[Who::AnyoneIfOnCard], Section::D, of(ANA), text("x"), everybody),
        (&[Who::AnyoneIfOnCard], Section::D, of(MARIT), text("x"), "-"),
        (
            &[Who::AnyoneIfOnCard, Who::ThatPerson, Who::Professionals],
            Section::D,
            of(ELS),
            text("x"),
            "Marit, Els",
        ),
        (&[Who::Parties], Section::E, Place::Plan, agreement(ELS), "Els"),
        (&[], Section::A, Place::Plan, text("x"), "-"),
    ];
    for (sees, section, place, answer, seen) in cases {
        let row = Field::of_plan("x.test", section, Kind::Text).sees(sees).goes("K");
        assert_eq!(seen_by(place, &row, &answer), seen, "{sees:?} in {section}");
    }
}

#[test]
fn the_owners_own_choice_decides_within_what_the_table_allows() {
    let field = |id: &str| TABLE.field(id).unwrap();
    let to = |ids: &[PersonId]| Audience {
        people: ids.iter().copied().collect(),
        ..Audience::default()
    };
    let professionals = Audience { professionals: true, ..Audience::default() };
    let next_of_kin = Audience { next_of_kin: true, ..Audience::default() };
    let everybody = "anyone, Ana, Joost, Marit, Els";
    let cases = [
        ("c.first", Audience::only_me(), "-"),
        ("c.first", Audience::anyone(), everybody),
        ("c.first", professionals.clone(), "Marit"),
        ("c.first", next_of_kin.clone(), "Joost"),
        ("b.well", to(&[JOOST]), "Joost"),
        ("b.well", to(&[MARIT, ELS]), "Marit, Els"),
        ("b.well", next_of_kin.clone(), "Ana, Els"),
        // Never on a card, whatever stands on the answer.
        ("b.well", Audience::anyone(), "-"),
        ("c.suicide", Audience::anyone(), "-"),
        // One by one: to people by name, never to a group.
        ("c.suicide", to(&[ANA]), "Ana"),
        ("c.suicide", next_of_kin.clone(), "-"),
        ("c.suicide", professionals.clone(), "-"),
        ("d.not_call", to(&[ANA]), "Ana"),
        ("d.not_call", next_of_kin.clone(), "-"),
        ("d.not_call", professionals.clone(), "Marit"),
        // Possible on the card: the owner may switch it on.
        ("b.diagnosis", Audience::anyone(), everybody),
        // For professionals alone.
        ("a.insurer", next_of_kin, "-"),
        ("a.insurer", professionals, "Marit"),
        // For nobody but the owner, whatever stands on the answer.
        ("i.register", to(&[ANA]), "-"),
        ("d.minor", to(&[ANA]), "-"),
    ];
    for (id, audience, seen) in cases {
        let answer = Answer { audience: Some(audience.clone()), ..text("x") };
        let place = if id == "d.minor" { Place::Person(ANA) } else { Place::Plan };
        assert_eq!(seen_by(place, field(id), &answer), seen, "{id} for {audience:?}");
    }
}

#[test]
fn nobody_stands_on_the_card_without_a_yes_and_a_no_cannot_be_overruled() {
    let public_name = || Answer { audience: Some(Audience::anyone()), ..text("Ana") };
    let cases = [
        (None, None, false, Standing::NotOnCard),
        (Some(Agrees::Yes), None, false, Standing::NotOnCard),
        (None, Some("yes"), false, Standing::NotOnCard),
        (Some(Agrees::Yes), Some("yes"), false, Standing::Agreed),
        (Some(Agrees::Partly), Some("yes"), false, Standing::Agreed),
        (Some(Agrees::No), Some("yes"), false, Standing::NotOnCard),
        (Some(Agrees::Yes), Some("no"), false, Standing::NotOnCard),
        // The owner knowingly puts somebody on it who was not asked, or not asked about the number.
        (None, None, true, Standing::NotAsked),
        (None, Some("yes"), true, Standing::NotAsked),
        (Some(Agrees::Yes), None, true, Standing::Agreed),
        (Some(Agrees::No), None, true, Standing::NotOnCard),
        (Some(Agrees::No), Some("yes"), true, Standing::NotOnCard),
        (None, Some("no"), true, Standing::NotOnCard),
        (Some(Agrees::Yes), Some("no"), true, Standing::NotOnCard),
    ];
    for (answer, number, overruled, expected) in cases {
        let mut answers = vec![("d.name", if overruled { public_name() } else { text("Ana") })];
        answers.extend(answer.map(|answer| ("d.agreed", agreed(answer))));
        answers.extend(number.map(|number| ("d.number_on_card", choice(number))));
        let case = format!("{answer:?} {number:?} {overruled}");
        let ana = person(ANA, &answers);
        assert_eq!(standing(&ana), expected, "{case}");
        let card = card(&plan(vec![ana], &[]), day(1));
        assert_eq!(card.people.is_empty(), expected == Standing::NotOnCard, "{case}");
    }
}

fn card(book: &Book, today: NaiveDate) -> Excerpt {
    excerpt(book, &TABLE, &Request::card(), today)
}

/// The paper that a person gets: a professional the plan, anybody else the sheet.
fn paper_for(book: &Book, id: PersonId, today: NaiveDate) -> Excerpt {
    let professional = book.person(id).is_some_and(is_professional);
    let kind = if professional { PaperKind::Plan } else { PaperKind::Sheet };
    excerpt(book, &TABLE, &Request::new(Reader::Person(id), kind), today)
}

#[test]
fn withdrawing_a_yes_works_at_once() {
    let mut book = plan(people(), &[]);
    assert_eq!(card(&book, day(1)).people.len(), 1);
    let place = Place::Person(ANA);
    let withdrawn =
        Op::Write { place, field: FieldKey::new("d.agreed"), answer: agreed(Agrees::No) };
    book.apply(&action(1, vec![withdrawn]));
    assert!(card(&book, day(1)).people.is_empty());
}

fn action(seq: u64, ops: Vec<Op>) -> Action {
    Action { seq, at: "2026-03-01T10:00:00Z".parse().unwrap(), ops, undoes: None }
}

#[test]
fn what_is_hidden_from_a_reader_leaves_no_trace() {
    let shown = plan(people(), &[("c.first", text("Zet thee"))]);
    let secret = [
        (
            "c.suicide",
            Answer {
                audience: Some(Audience { people: [JOOST].into(), ..Audience::default() }),
                ..text("x")
            },
        ),
        ("b.well", text("I sing")),
        ("i.register", text("x")),
        ("z.from_a_later_version", Answer { audience: Some(Audience::anyone()), ..text("x") }),
    ];
    let mut more = shown.clone();
    more.answers.extend(secret.map(|(id, answer)| (FieldKey::new(id), answer)));
    more.people[3].answers.insert(FieldKey::new("d.own_message"), text("For Els alone"));
    let nobody = Reader::Person(PersonId(99));
    let strangers = PaperKind::ALL.map(|kind| Request::new(nobody, kind));
    for request in strangers.into_iter().chain([Request::card()]) {
        let without = excerpt(&shown, &TABLE, &request, day(1));
        let with = excerpt(&more, &TABLE, &request, day(1));
        assert_eq!(format!("{without:?}"), format!("{with:?}"));
    }
    let joost = paper_for(&more, JOOST, day(1));
    assert!(!format!("{joost:?}").contains("For Els alone"));
}

#[test]
fn strangers_get_the_public_line_and_whom_the_owner_chose_gets_the_answer() {
    let children = |audience| {
        let cells = [("name".to_owned(), Value::Text("Mila".to_owned()))].into();
        let value = Value::Rows(vec![Row { id: RowId(1), cells }]);
        let book = plan(people(), &[("h.children", Answer { audience, ..Answer::new(value) })]);
        let content = |found: Excerpt| {
            let mut entries = found.entries.into_iter();
            entries.find(|entry| entry.field.id == "h.children").map(|entry| entry.content)
        };
        let (marit, ana) = (paper_for(&book, MARIT, day(1)), paper_for(&book, ANA, day(1)));
        (content(card(&book, day(1))), content(marit), content(ana))
    };
    let (stranger, professional, kin) = children(None);
    assert_eq!(stranger, Some(Content::PublicLine));
    assert!(matches!(professional, Some(Content::Answer(_))));
    // Ana may know B and D, not H.
    assert_eq!(kin, None);
    let chosen = Audience { people: BTreeSet::from([ANA]), ..Audience::default() };
    let (stranger, professional, kin) = children(Some(chosen));
    assert_eq!((stranger, professional), (None, None), "not even the line");
    assert!(matches!(kin, Some(Content::Answer(_))));
    assert!(matches!(children(Some(Audience::anyone())).0, Some(Content::Answer(_))));
}

#[test]
fn a_possible_field_is_on_the_card_only_once_it_was_switched_on() {
    let on_card = |audience| {
        let book = plan(vec![], &[("c.tools", Answer { audience, ..text("My red bag") })]);
        card(&book, day(1)).value("c.tools").is_some()
    };
    assert!(!on_card(None));
    assert!(on_card(Some(Audience::anyone())));
    assert!(!on_card(Some(Audience::only_me())));
}

#[test]
fn the_code_is_the_same_exactly_when_the_readers_words_are() {
    let book = |first: &str, secret: &str| {
        plan(people(), &[("c.first", text(first)), ("b.well", text(secret))])
    };
    let made = card(&book("Zet thee", "I sing"), day(1));
    assert_eq!(made.code, card(&book("Zet thee", "I dance"), day(1)).code);
    assert_ne!(made.code, card(&book("Zet koffie", "I sing"), day(1)).code);
    assert_ne!(made.code, card(&book("Zet thee", "I sing"), day(2)).code, "another day");
    let marit = paper_for(&book("Zet thee", "I sing"), MARIT, day(1));
    assert_ne!(made.code, marit.code, "another reader");
    let shorter = Answer { card_text: Some("Thee".to_owned()), ..text("Zet thee") };
    let shorter = plan(people(), &[("c.first", shorter), ("b.well", text("I sing"))]);
    assert_ne!(made.code, card(&shorter, day(1)).code, "other words on the card");
}

#[test]
fn versions_count_the_readers_own_papers_and_a_hidden_edit_makes_none() {
    let mut book = plan(people(), &[("c.first", text("Zet thee"))]);
    let mut seq = 0;
    let mut edit = |book: &mut Book, op: Op| {
        seq += 1;
        book.apply(&action(seq, vec![op]));
    };
    let make = |excerpt: &Excerpt| {
        let Excerpt { reader, paper: kind, stamp, code, .. } = *excerpt;
        Op::MadePaper { reader, kind, on: stamp.on, code }
    };
    let first = card(&book, day(1));
    assert_eq!((first.stamp.version, first.stamp.on, first.is_new), (1, day(1), true));
    edit(&mut book, make(&first));
    // The same words a day later are the same paper.
    let again = card(&book, day(2));
    assert_eq!((again.stamp, again.code, again.is_new), (first.stamp, first.code, false));
    // A hidden edit, and a paper for somebody else, change nothing.
    let field = FieldKey::new("b.well");
    edit(&mut book, Op::Write { place: Place::Plan, field, answer: text("I sing") });
    let marit = paper_for(&book, MARIT, day(2));
    assert_eq!(marit.stamp.version, 1);
    edit(&mut book, make(&marit));
    assert!(!card(&book, day(3)).is_new);
    // A visible one makes the next version, of that day.
    let field = FieldKey::new("c.first");
    edit(&mut book, Op::Write { place: Place::Plan, field, answer: text("Bel Ana") });
    let next = card(&book, day(3));
    assert_eq!((next.stamp.version, next.stamp.on, next.is_new), (2, day(3), true));
    assert_eq!(next.review_by, "2027-03-03".parse().unwrap());
}

#[test]
fn people_stand_in_the_order_in_which_to_call_them() {
    let on_card = |id, name, order: Option<u8>| {
        let mut answers = vec![
            ("d.name", text(name)),
            ("d.agreed", agreed(Agrees::Yes)),
            ("d.number_on_card", choice("yes")),
        ];
        answers.extend(order.map(|order| ("d.call_order", Answer::new(Value::Degree(order)))));
        person(id, &answers)
    };
    let people = vec![
        on_card(ANA, "Ana", None),
        on_card(JOOST, "Joost", Some(2)),
        on_card(ELS, "Els", Some(1)),
    ];
    let card = card(&plan(people, &[]), day(1));
    let names: Vec<&str> = card.people.iter().map(Excerpted::name).collect();
    assert_eq!(names, ["Els", "Joost", "Ana"]);
}
