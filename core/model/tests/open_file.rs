//! The open file: what goes out comes back the same, and no file makes its reader stumble.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod files;
mod random;

use files::{read_in, taken_over};
use landvast_model::exchange::export;
use landvast_model::{Action, Book, FieldKey, Op, PersonId, Place, Source, TABLE, Value};
use proptest::prelude::*;
use random::as_read;
use serde_json::{Value as Json, json};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_goes_out_comes_back_the_same(book in random::book()) {
        let text = export(&TABLE, &book).to_string();
        prop_assert_eq!(as_read(&taken_over(&Book::default(), &text)), as_read(&book));
    }

    #[test]
    fn a_plan_taken_over_into_itself_is_the_same_plan(book in random::book()) {
        let text = export(&TABLE, &book).to_string();
        prop_assert_eq!(as_read(&taken_over(&book, &text)), as_read(&book));
    }

    #[test]
    fn a_file_cut_off_anywhere_gives_nothing(book in random::book(), cut: prop::sample::Index) {
        let text = export(&TABLE, &book).to_string();
        let at = cut.index(text.len());
        let end = (0..=at).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        let (start, _) = text.split_at(end);
        prop_assert!(read_in(&Book::default(), start).is_err());
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,64}") {
        let _ = read_in(&Book::default(), &text);
    }

    #[test]
    fn no_json_makes_the_reader_panic(json in any_json()) {
        let _ = read_in(&Book::default(), &json.to_string());
        let all_over = json!({"landvast": json, "language": json, "answers": json, "people": json});
        let _ = read_in(&Book::default(), &all_over.to_string());
        let fields = TABLE.fields().map(|field| (field.id.to_owned(), json.clone()));
        let in_fields = json!({"landvast": 1, "answers": fields.collect::<serde_json::Map<_, _>>()});
        let _ = read_in(&Book::default(), &in_fields.to_string());
        let keys = TABLE.fields().map(|field| (field.id.replace("d.", ""), json!({"value": json})));
        let person: serde_json::Map<_, _> = keys.collect();
        let _ = read_in(&Book::default(), &json!({"landvast": 1, "people": [person]}).to_string());
    }
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        ".{0,8}".prop_map(Json::from),
        prop::sample::select(vec!["2026-02-31", "altijd", "yes", "anyone", "a", "1"])
            .prop_map(Json::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let key = prop_oneof![
            prop::sample::select(vec!["value", "audience", "on", "answer", "name", "lang", "who"])
                .prop_map(str::to_owned),
            ".{0,4}",
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::btree_map(key, inner, 0..4)
                .prop_map(|map| Json::Object(map.into_iter().collect())),
        ]
    })
}

#[test]
fn a_file_by_hand_is_read_as_it_was_meant() {
    let text = r#"{"landvast": 1, "language": "en-GB", "answers": {
        "c.first": "Sit beside me.", "c.do": "Make tea",
        "f.meds": {"name": "Lithium", "dose": null},
        "b.well": {"value": "I sing", "audience": ["Ana", "professionals"], "reviewed_at": "1-3-2026",
                   "source": "with_consultant", "lang": "en", "card_text": "Sings"}},
      "people": [{"name": " Ana ", "agreed": {"on": "2026-03-01", "answer": "yes"}, "may_know": ["C", "h"]}]}"#;
    let book = taken_over(&Book::default(), text);
    let ana = book.people[0].id;
    assert_eq!((book.language.tag(), book.people[0].name()), ("en", "Ana"));
    let value = |id: &str| book.answer(Place::Plan, id).unwrap().value.clone();
    assert_eq!(value("c.do"), Value::Lines(vec!["Make tea".to_owned()]));
    assert_eq!(value("f.meds").texts(), ["Lithium"]);
    let well = book.answer(Place::Plan, "b.well").unwrap();
    assert!(
        well.audience.as_ref().is_some_and(|seen| seen.professionals && seen.people.contains(&ana))
    );
    assert_eq!(well.reviewed_on, Some("2026-03-01".parse().unwrap()));
    assert_eq!((well.source, well.card_text.as_deref()), (Source::WithConsultant, Some("Sings")));
    assert_eq!(book.answer(Place::Plan, "c.first").unwrap().source, Source::Imported);
}

#[test]
fn somebody_of_the_same_name_is_the_same_person_only_if_there_is_one() {
    let one = taken_over(&Book::default(), r#"{"landvast": 1, "people": [{"name": "Ana"}]}"#);
    let again =
        taken_over(&one, r#"{"landvast": 1, "people": [{"name": "Ana", "kind": "sibling"}]}"#);
    assert_eq!(again.people.len(), 1);
    assert!(again.answer(Place::Person(one.people[0].id), "d.kind").is_some());
    let two = taken_over(&one, r#"{"landvast": 1, "people": [{"name": "Ana"}, {"name": "Ana"}]}"#);
    assert_eq!(two.people.len(), 2);
    let three = taken_over(&two, r#"{"landvast": 1, "people": [{"name": "Ana"}]}"#);
    assert_eq!(three.people.len(), 3);
}

#[test]
fn somebody_called_like_a_group_stays_a_person() {
    let mut book = Book::default();
    let ops = ["anyone", "me", "Ana"].iter().zip(1..).flat_map(|(name, id)| {
        let id = PersonId(id);
        let answer = landvast_model::Answer::new(Value::Text((*name).to_owned()));
        let named = Op::Write { place: Place::Person(id), field: FieldKey::new("d.name"), answer };
        [Op::AddPerson { id }, named]
    });
    let at = "2026-03-01T10:00:00Z".parse().unwrap();
    book.apply(&Action { seq: 1, at, ops: ops.collect(), undoes: None });
    let mut answer = landvast_model::Answer::new(Value::Text("I sing".to_owned()));
    answer.audience = Some(landvast_model::Audience {
        people: [PersonId(1), PersonId(2)].into(),
        ..Default::default()
    });
    book.answers.insert(FieldKey::new("b.well"), answer);
    let text = export(&TABLE, &book).to_string();
    assert_eq!(as_read(&taken_over(&Book::default(), &text)), as_read(&book));
}
