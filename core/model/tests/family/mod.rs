//! Four people around an owner, and what the tests write about them.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "each test file takes what it needs, and may stop where it stands"
)]

use chrono::NaiveDate;
use landvast_model::excerpt::{Entry, Excerpt, excerpt};
use landvast_model::{
    Action, Agreement, Agrees, Answer, Audience, Book, FieldKey, Op, PaperKind, Person, PersonId,
    Reader, Request, Row, RowId, Section, TABLE, Value,
};

pub(crate) const ANA: PersonId = PersonId(1);
pub(crate) const MARIT: PersonId = PersonId(2);
pub(crate) const JOOST: PersonId = PersonId(3);
pub(crate) const MILA: PersonId = PersonId(4);

pub(crate) fn text(words: &str) -> Answer {
    Answer::new(Value::Text(words.to_owned()))
}

pub(crate) fn choice(id: &str) -> Answer {
    Answer::new(Value::Choice(id.to_owned()))
}

pub(crate) fn rows(column: &str, words: &str) -> Answer {
    let cells = [(column.to_owned(), Value::Text(words.to_owned()))].into();
    Answer::new(Value::Rows(vec![Row { id: RowId(1), cells }]))
}

pub(crate) fn shared_with(audience: Audience, answer: Answer) -> Answer {
    Answer { audience: Some(audience), ..answer }
}

pub(crate) fn named(id: PersonId) -> Audience {
    Audience { people: [id].into(), ..Audience::default() }
}

pub(crate) fn agreed(answer: Agrees) -> Answer {
    Answer::new(Value::Agreement(Agreement { on: today(), answer }))
}

pub(crate) fn today() -> NaiveDate {
    "2026-03-01".parse().unwrap()
}

pub(crate) fn person(id: PersonId, answers: &[(&str, Answer)]) -> Person {
    let answers = answers.iter().map(|(id, answer)| (FieldKey::new(id), answer.clone()));
    Person { id, answers: answers.collect() }
}

/// Ana is a sister on the card who may know everything, Marit a professional, Joost a friend on the
/// card, Mila a daughter of twelve.
pub(crate) fn people() -> Vec<Person> {
    let all = Answer::new(Value::Sections(Section::ALL.into()));
    let phone = Answer::new(Value::Phones(vec!["06 12345678".to_owned()]));
    let on_card = |id, name, more: &[(&str, Answer)]| {
        let mut somebody = person(id, more);
        let answers = [
            ("d.name", text(name)),
            ("d.phones", phone.clone()),
            ("d.agreed", agreed(Agrees::Yes)),
            ("d.number_on_card", choice("yes")),
        ];
        somebody.answers.extend(answers.map(|(id, answer)| (FieldKey::new(id), answer)));
        somebody
    };
    vec![
        on_card(ANA, "Ana", &[("d.may_know", all.clone()), ("d.tasks", rows("task", "feed Saar"))]),
        person(MARIT, &[("d.name", text("Marit")), ("d.circle", choice("professional"))]),
        on_card(JOOST, "Joost", &[("d.circle", choice("fourth"))]),
        person(
            MILA,
            &[
                ("d.name", text("Mila")),
                ("d.minor", choice("yes")),
                ("d.may_know", all),
                ("d.tasks", rows("task", "call the doctor")),
                ("d.own_message", text("It is not your fault.")),
                ("d.may_tell", text("You may tell your teacher.")),
            ],
        ),
    ]
}

pub(crate) fn plan(answers: &[(&str, Answer)]) -> Book {
    let answers = answers.iter().map(|(id, answer)| (FieldKey::new(id), answer.clone())).collect();
    Book { people: people(), answers, ..Book::default() }
}

pub(crate) fn made(book: &Book, reader: Reader, paper: PaperKind) -> Excerpt {
    excerpt(book, &TABLE, &Request::new(reader, paper), today())
}

pub(crate) fn ids(entries: &[Entry]) -> Vec<&'static str> {
    let written = entries.iter().filter(|entry| !entry.field.is_derived());
    written.map(|entry| entry.field.id).collect()
}

/// A row that names these people.
pub(crate) fn naming(people: &[PersonId]) -> Answer {
    let cells = [("who".to_owned(), Value::People(people.to_vec()))].into();
    Answer::new(Value::Rows(vec![Row { id: RowId(1), cells }]))
}

/// Writes one thing about somebody.
pub(crate) fn says(book: &mut Book, id: PersonId, field: &str, answer: Answer) {
    let person = book.people.iter_mut().find(|person| person.id == id).unwrap();
    person.answers.insert(FieldKey::new(field), answer);
}

/// The book after one more edit.
pub(crate) fn then(book: &mut Book, op: Op) {
    let (seq, at) = (book.seq + 1, "2026-03-01T10:00:00Z".parse().unwrap());
    book.apply(&Action { seq, at, ops: vec![op], undoes: None });
}

/// The book after this paper was made.
pub(crate) fn then_made(book: &mut Book, made: &Excerpt) {
    let Excerpt { reader, paper: kind, stamp, code, .. } = *made;
    then(book, Op::MadePaper { reader, kind, on: stamp.on, code });
}
