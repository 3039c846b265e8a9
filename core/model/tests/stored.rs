//! Stored bytes are a promise: this is how each stored type stands in a vault, for ever.
//!
//! A changed snapshot here is a changed format: it needs a migration, a frozen old vault and a
//! decision record, not an updated snapshot.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::collections::{BTreeMap, BTreeSet};

use landvast_model::{
    Action, Agreement, Agrees, Answer, Audience, Book, CheckCode, Copy, CopyId, FieldKey, Form,
    Hours, Language, Op, Paper, PaperKey, PaperKind, PersonId, Place, PlanState, Reader, Row,
    RowId, Section, Source, Value,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

const ANA: PersonId = PersonId(0x00a1_b2c3_d4e5_f607);

/// The type as it is stored, after making sure that it is read back the same.
fn stored<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) -> String {
    let bytes = serde_json::to_vec(value).unwrap();
    assert_eq!(&serde_json::from_slice::<T>(&bytes).unwrap(), value);
    serde_json::to_string_pretty(value).unwrap()
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn on() -> chrono::NaiveDate {
    "2026-03-01".parse().unwrap()
}

fn all_values() -> Vec<Value> {
    let cells =
        [("name".to_owned(), text("Lithium")), ("who".to_owned(), Value::People(vec![ANA]))];
    vec![
        text("Ga rustig naast me zitten."),
        Value::Lines(vec!["Zet thee".to_owned(), String::new()]),
        Value::Choice("ask".to_owned()),
        Value::Day(on()),
        Value::Phones(vec!["06 12345678".to_owned()]),
        Value::Hours("ma-vr 9-17; za,zo 22-6".parse().unwrap()),
        Value::Hours(Hours::default()),
        Value::Degree(4),
        Value::Rows(vec![Row { id: RowId(0xFF), cells: BTreeMap::from(cells) }]),
        Value::People(vec![ANA, PersonId(2)]),
        Value::Agreement(Agreement { on: on(), answer: Agrees::Partly }),
        Value::Sections(BTreeSet::from(Section::ALL)),
    ]
}

fn full_answer() -> Answer {
    Answer {
        value: text("Ga rustig naast me zitten."),
        card_text: Some("Zit naast me".to_owned()),
        card_text_is_older: true,
        audience: Some(Audience {
            anyone: true,
            professionals: true,
            next_of_kin: true,
            people: BTreeSet::from([ANA]),
        }),
        reviewed_on: Some(on()),
        source: Source::WithConsultant,
        lang: Some("tr".to_owned()),
        updated_at: Some("2026-03-01T10:00:00.123456789Z".parse().unwrap()),
    }
}

fn all_ops() -> Vec<Op> {
    let field = FieldKey::new("c.first");
    let code = CheckCode::derive(b"a card");
    vec![
        Op::SetLanguage { language: Language::En },
        Op::Write { place: Place::Plan, field: field.clone(), answer: full_answer() },
        Op::Write {
            place: Place::Person(ANA),
            field: field.clone(),
            answer: Answer::new(text("Ana")),
        },
        Op::Clear { place: Place::Plan, field },
        Op::AddPerson { id: ANA },
        Op::RemovePerson { id: ANA },
        Op::OrderPeople { ids: vec![PersonId(2), ANA] },
        Op::SetState { state: PlanState::InUse },
        Op::Share { field: FieldKey::new("i.legal_note"), audience: Some(Audience::anyone()) },
        Op::Share { field: FieldKey::new("i.version"), audience: None },
        Op::MadePaper { reader: Reader::Anyone, kind: PaperKind::Card, on: on(), code },
        Op::MadePaper { reader: Reader::Person(ANA), kind: PaperKind::Sheet, on: on(), code },
        Op::MadePaper { reader: Reader::Owner, kind: PaperKind::Plan, on: on(), code },
        Op::GaveCopy { copy: copy() },
        Op::CopyBack { id: CopyId(7), on: on() },
        Op::MadeBackup { on: on() },
    ]
}

fn copy() -> Copy {
    let (id, form) = (CopyId(7), Form::Digital);
    let paper = PaperKey::of(ANA, PaperKind::Sheet);
    Copy { id, person: ANA, paper, version: 2, on: on(), form, returned_on: None }
}

fn full_action() -> Action {
    let at = "2026-03-01T10:00:00Z".parse().unwrap();
    Action { seq: 9_007_199_254_740_993, at, ops: all_ops(), undoes: Some(3) }
}

fn full_book() -> Book {
    let mut book = Book { state: PlanState::Over, ..Book::default() };
    let mut action = full_action();
    action.ops.retain(|op| !matches!(op, Op::RemovePerson { .. } | Op::Clear { .. }));
    action.ops.rotate_left(4);
    book.apply(&action);
    book
}

#[test]
fn a_value_of_every_kind() {
    insta::assert_snapshot!(stored(&all_values()));
}

#[test]
fn an_answer_with_everything_and_one_with_nothing() {
    insta::assert_snapshot!(stored(&vec![full_answer(), Answer::new(text("Ana"))]));
}

#[test]
fn an_action_with_every_edit() {
    insta::assert_snapshot!(stored(&full_action()));
}

#[test]
fn a_whole_book() {
    insta::assert_snapshot!(stored(&full_book()));
}

#[test]
fn a_paper_an_audience_and_the_small_words() {
    let states = [PlanState::Asleep, PlanState::InUse, PlanState::Over, PlanState::Withdrawn];
    let small = [
        stored(&Paper { on: on(), code: CheckCode::derive(b"a card") }),
        stored(&Audience::only_me()),
        stored(&Audience::anyone()),
        stored(&Language::ALL.to_vec()),
        stored(&Source::ALL.to_vec()),
        stored(&Agrees::ALL.to_vec()),
        stored(&states.to_vec()),
        stored(&PaperKind::ALL.to_vec()),
        stored(&Form::ALL.to_vec()),
        stored(&vec![PaperKey::CARD, PaperKey { reader: Reader::Owner, kind: PaperKind::Plan }]),
        stored(&vec![Place::Plan, Place::Person(ANA)]),
        stored(&vec![Reader::Owner, Reader::Anyone, Reader::Person(ANA)]),
    ];
    insta::assert_snapshot!(small.join("\n"));
}

#[test]
fn what_an_earlier_version_left_out_is_read_as_it_was() {
    let book: Book =
        serde_json::from_str(r#"{"seq": 1, "language": "nl", "answers": {}, "people": []}"#)
            .unwrap();
    assert_eq!(book, Book { seq: 1, ..Book::default() });
    let answer: Answer = serde_json::from_str(r#"{"value": {"text": "Ana"}}"#).unwrap();
    assert_eq!(answer, Answer::new(text("Ana")));
    let code = CheckCode::derive(b"a card");
    let made =
        format!(r#"{{"made_paper":{{"reader":"anyone","on":"2026-03-01","code":"{code}"}}}}"#);
    let made: Op = serde_json::from_str(&made).unwrap();
    let PaperKey { reader, kind } = PaperKey::CARD;
    assert_eq!(made, Op::MadePaper { reader, kind, on: on(), code });
    let papers: BTreeMap<PaperKey, u8> = serde_json::from_str(r#"{"anyone": 1}"#).unwrap();
    assert_eq!(papers, BTreeMap::from([(PaperKey::CARD, 1)]));
    // A copy was written down by its kind alone: the card, or the holder's own paper.
    for (kind, paper) in [("card", PaperKey::CARD), ("sheet", PaperKey::of(ANA, PaperKind::Sheet))]
    {
        let mut old: serde_json::Value = serde_json::to_value(copy()).unwrap();
        let fields = old.as_object_mut().unwrap();
        fields.remove("paper");
        fields.insert("kind".to_owned(), kind.into());
        let read: Copy = serde_json::from_value(old).unwrap();
        assert_eq!(read, Copy { paper, ..copy() });
    }
}

#[test]
fn what_a_later_version_adds_is_passed_over() {
    let answer: Answer =
        serde_json::from_str(r#"{"value": {"text": "Ana"}, "mood": {"x": [1]}}"#).unwrap();
    assert_eq!(answer, Answer::new(text("Ana")));
    let field: FieldKey = serde_json::from_str("\"z.unheard_of\"").unwrap();
    assert_eq!(stored(&field), "\"z.unheard_of\"");
}
