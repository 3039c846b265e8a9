//! The open file: what goes out comes back the same, and one fault keeps everything out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod random;

use std::sync::atomic::{AtomicU64, Ordering};

use landvast_model::action::fold;
use landvast_model::edit::Problem;
use landvast_model::exchange::{Fault, LONGEST_FILE, export, import};
use landvast_model::value::{LONGEST_TEXT, MOST_ENTRIES};
use landvast_model::{Action, Book, FieldKey, Op, PersonId, Place, Source, TABLE, Value};
use proptest::prelude::*;
use random::as_read;
use serde_json::{Value as Json, json};

fn read_in(book: &Book, text: &str) -> Result<Vec<Op>, Vec<Fault>> {
    // Ids that nobody has yet.
    static NEXT: AtomicU64 = AtomicU64::new(0x1000);
    import(&TABLE, book, text, &mut || NEXT.fetch_add(1, Ordering::Relaxed))
}

fn faults(text: &str) -> Vec<(String, Problem)> {
    let found = read_in(&Book::default(), text).expect_err("this file has faults");
    found.into_iter().map(|fault| (fault.at, fault.problem)).collect()
}

fn taken_over(book: &Book, text: &str) -> Book {
    let ops = read_in(book, text).unwrap();
    let at = "2026-03-01T10:00:00Z".parse().unwrap();
    fold(book.clone(), &[Action { seq: book.seq + 1, at, ops, undoes: None }])
}

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

/// A file with this in `answers`.
fn with_answer(id: &str, json: &Json) -> String {
    json!({"landvast": 1, "answers": {id: json}}).to_string()
}

#[test]
fn every_kind_of_wrong_answer_has_its_own_fault() {
    let strings = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let long = "é".repeat(LONGEST_TEXT + 1);
    let many = vec!["x"; MOST_ENTRIES + 1];
    let wrong = |wanted| Problem::WrongKind { wanted };
    let cases = [
        ("c.first", json!(7), wrong("text")),
        ("c.first", json!(null), wrong("text")),
        ("c.first", json!(["a", "b"]), wrong("text")),
        ("c.first", json!(long), Problem::TooLong { chars: LONGEST_TEXT + 1 }),
        ("c.do", json!([1]), wrong("lines")),
        ("c.do", json!({"a": "b"}), wrong("lines")),
        ("c.do", json!(many), Problem::TooMany { entries: MOST_ENTRIES + 1 }),
        ("c.do", json!(["a", long]), Problem::TooLong { chars: LONGEST_TEXT + 1 }),
        (
            "c.touch",
            json!("maybe"),
            Problem::UnknownChoice { choices: strings(&["yes", "ask", "no"]) },
        ),
        ("c.touch", json!(["yes"]), wrong("choice")),
        ("a.birth_date", json!("1992-02-30"), Problem::NoSuchDay),
        ("a.birth_date", json!("31-04-1992"), Problem::NoSuchDay),
        ("a.birth_date", json!("2025-02-29"), Problem::NoSuchDay),
        ("a.birth_date", json!("last year"), Problem::NotADay),
        ("a.birth_date", json!("92-01-01"), Problem::NotADay),
        ("a.birth_date", json!(19_920_514), wrong("day")),
        ("a.phone", json!(61_234_567), wrong("phones")),
        ("f.meds", json!("Lithium"), wrong("rows")),
        ("f.meds", json!(["Lithium"]), wrong("rows")),
        (
            "f.meds",
            json!([{"nmae": "Lithium"}]),
            Problem::UnknownColumn { columns: strings(&["name", "dose", "when", "purpose"]) },
        ),
        ("f.meds", json!([{"name": ["Lithium"]}]), wrong("text")),
        ("e.gp", json!([{"hours": "soon"}]), Problem::NotHours),
        ("e.prescribed", json!([{"valid_until": "2027-06-31"}]), Problem::NoSuchDay),
        ("e.agreements", json!([{"who": ["Nobody"]}]), Problem::UnknownPerson),
        ("i.version", json!("3"), Problem::Derived),
        ("i.legal_note", json!({"value": "none"}), Problem::Derived),
        ("d.name", json!("Ana"), Problem::UnknownField { nearest: None }),
    ];
    for (id, json, problem) in cases {
        let expected = [(format!("answers.{id}"), problem)];
        assert_eq!(faults(&with_answer(id, &json)), expected, "{id}: {json:.60}");
    }
}

#[test]
fn every_kind_of_wrong_thing_about_an_answer_has_its_own_fault() {
    let sources = ["self", "with_consultant", "imported"].map(str::to_owned).to_vec();
    let long = "x".repeat(LONGEST_TEXT + 1);
    let nearest = |id: &str| Some(id.to_owned());
    let cases = [
        ("card_text", json!(1), Problem::WrongKind { wanted: "text" }),
        ("card_text", json!(long), Problem::TooLong { chars: LONGEST_TEXT + 1 }),
        ("audience", json!("anyone"), Problem::WrongKind { wanted: "audience" }),
        ("audience", json!([1]), Problem::WrongKind { wanted: "audience" }),
        ("audience", json!(["Nobody"]), Problem::UnknownPerson),
        ("audience", json!(["anyone"]), Problem::NeverForThem),
        ("reviewed_at", json!("2026-02-30"), Problem::NoSuchDay),
        ("reviewed_at", json!("soon"), Problem::NotADay),
        ("reviewed_at", json!(2026), Problem::WrongKind { wanted: "day" }),
        ("source", json!("me"), Problem::UnknownChoice { choices: sources }),
        ("lang", json!({}), Problem::WrongKind { wanted: "text" }),
        ("adience", json!([]), Problem::UnknownKey { nearest: nearest("audience") }),
        ("zzz", json!([]), Problem::UnknownKey { nearest: None }),
    ];
    for (key, json, problem) in cases {
        let whole = json!({"value": "I sing", key: json});
        let expected = [(format!("answers.b.well.{key}"), problem)];
        assert_eq!(faults(&with_answer("b.well", &whole)), expected, "{key}: {json:.40}");
    }
}

#[test]
fn every_kind_of_wrong_person_has_its_own_fault() {
    let answers = ["yes", "partly", "no"].map(str::to_owned).to_vec();
    let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "w"].map(str::to_owned).to_vec();
    let cases = [
        ("agreed", json!("yes"), Problem::WrongKind { wanted: "agreement" }),
        ("agreed", json!({"on": "2026-03-01"}), Problem::WrongKind { wanted: "agreement" }),
        ("agreed", json!({"on": "2026-02-30", "answer": "yes"}), Problem::NoSuchDay),
        (
            "agreed",
            json!({"on": "2026-03-01", "answer": "maybe"}),
            Problem::UnknownChoice { choices: answers },
        ),
        ("may_know", json!(["x"]), Problem::UnknownChoice { choices: letters }),
        ("call_order", json!(0), Problem::OutOfRange { most: 99 }),
        ("call_order", json!(100), Problem::OutOfRange { most: 99 }),
        ("call_order", json!(1_000_000_000_000_u64), Problem::OutOfRange { most: 99 }),
        ("call_order", json!(-1), Problem::WrongKind { wanted: "degree" }),
        ("call_order", json!(1.5), Problem::WrongKind { wanted: "degree" }),
        ("d.kind", json!("sibling"), Problem::UnknownField { nearest: Some("kind".to_owned()) }),
        ("phone", json!("06"), Problem::UnknownField { nearest: Some("phones".to_owned()) }),
        ("copy", json!("x"), Problem::Derived),
    ];
    for (key, json, problem) in cases {
        let file = json!({"landvast": 1, "people": [{"name": "Els"}, {"name": "Ana", key: json}]});
        let expected = [(format!("people[1].{key}"), problem)];
        assert_eq!(faults(&file.to_string()), expected, "{key}: {json}");
    }
}

#[test]
fn unknown_ids_are_listed_with_the_nearest_known_one() {
    let file = json!({"landvast": 1, "answers": {"c.fisrt": "x", "c.dos": "x", "h.pet": "x", "zzzzzz": "x"}});
    let unknown = |id: &str, nearest: Option<&str>| {
        (format!("answers.{id}"), Problem::UnknownField { nearest: nearest.map(str::to_owned) })
    };
    assert_eq!(
        faults(&file.to_string()),
        [
            unknown("c.dos", Some("c.do")),
            unknown("c.fisrt", Some("c.first")),
            unknown("h.pet", Some("h.pets")),
            unknown("zzzzzz", None),
        ]
    );
}

#[test]
fn one_bad_entry_among_hundreds_keeps_everything_out_and_every_fault_is_told() {
    let mut people: Vec<Json> = (0..150)
        .map(|index| json!({"name": format!("Person {index}"), "call_order": 1, "limits": ["one"]}))
        .collect();
    people[149]["asked"] = json!("2026-02-31");
    people[7]["kind"] = json!("cousin");
    let rows: Vec<Json> = (0..200).map(|index| json!({"name": format!("Med {index}")})).collect();
    let file = json!({"landvast": 1, "people": people,
        "answers": {"f.meds": rows, "c.first": "Sit beside me", "c.place": 1}});
    let at: Vec<String> = faults(&file.to_string()).into_iter().map(|(at, _)| at).collect();
    assert_eq!(at, ["answers.c.place", "people[7].kind", "people[149].asked"]);
}

#[test]
fn the_same_thing_twice_is_a_fault_and_neither_is_taken() {
    let twice = |at: &str| (at.to_owned(), Problem::Twice);
    for (text, at) in [
        (r#"{"landvast": 1, "answers": {"c.first": "a", "c.first": "b"}}"#, "answers.c.first"),
        (r#"{"landvast": 1, "people": [{"name": "Ana", "name": "Els"}]}"#, "people[0].name"),
        (r#"{"landvast": 1, "answers": {}, "answers": {}}"#, ""),
        (r#"{"landvast": 1, "landvast": 1}"#, ""),
    ] {
        assert_eq!(faults(text), [twice(at)], "{text}");
    }
}

#[test]
fn what_is_no_plan_is_told_by_what_it_is() {
    let none = |nearest: Option<&str>| Problem::UnknownKey { nearest: nearest.map(str::to_owned) };
    let wrong = |wanted| Problem::WrongKind { wanted };
    let cases = [
        (r"{}", vec![("landvast", Problem::NoVersion)]),
        (r#"{"landvast": 2}"#, vec![("landvast", Problem::NewerFormat)]),
        (r#"{"landvast": 0}"#, vec![("landvast", Problem::NoVersion)]),
        (r#"{"landvast": "1"}"#, vec![("landvast", Problem::NoVersion)]),
        (r#"{"landvast": 1.0}"#, vec![("landvast", Problem::NoVersion)]),
        (r#"{"landvast": 99999999999999999999999}"#, vec![("landvast", Problem::NoVersion)]),
        (r#"{"landvast": 1, "language": "tlh"}"#, vec![("language", Problem::UnknownLanguage)]),
        (r#"{"landvast": 1, "language": 1}"#, vec![("language", Problem::UnknownLanguage)]),
        (r#"{"landvast": 1, "answers": []}"#, vec![("answers", wrong("object"))]),
        (r#"{"landvast": 1, "answers": 1.5}"#, vec![("answers", wrong("object"))]),
        (r#"{"landvast": 1, "people": {}}"#, vec![("people", wrong("list"))]),
        (
            r#"{"landvast": 1, "people": [1, null]}"#,
            vec![("people", wrong("object")), ("people", wrong("object"))],
        ),
        (r#"{"landvast": 1, "anwsers": {}}"#, vec![("anwsers", none(Some("answers")))]),
        (r#"{"landvast": 1, "my secret thought": {}}"#, vec![("…", none(None))]),
    ];
    for (text, expected) in cases {
        let expected: Vec<(String, Problem)> =
            expected.into_iter().map(|(at, problem)| (at.to_owned(), problem)).collect();
        assert_eq!(faults(text), expected, "{text}");
    }
    let people = vec![json!({"name": "Ana"}); MOST_ENTRIES + 1];
    let crowd = json!({"landvast": 1, "people": people}).to_string();
    let expected = Problem::TooMany { entries: MOST_ENTRIES + 1 };
    assert_eq!(faults(&crowd), [("people".to_owned(), expected)]);
}

#[test]
fn what_is_no_json_is_told_by_line_and_column() {
    let place = |text: &str| match faults(text).as_slice() {
        [(at, Problem::NotJson { line, column })] if at.is_empty() => (*line, *column),
        other => panic!("{other:?}"),
    };
    assert_eq!(place("{\"landvast\": 1,\n  \"answers\": {,}\n}"), (2, 15));
    assert_eq!(place(""), (1, 0));
    for text in [
        "[]",
        "[1]",
        "1",
        "\"plan\"",
        "null",
        "true",
        "{\"landvast\": 1} {}",
        "\0",
        "{\"language\":\"\\ud800\"}",
    ] {
        assert_eq!(place(text).0, 1, "{text}");
    }
}

#[test]
fn a_hostile_file_is_refused_before_it_costs_anything() {
    let deep = |open: &str, close: &str| {
        let nested = format!("{}{}", open.repeat(100_000), close.repeat(100_000));
        [
            format!("{{\"landvast\": 1, \"answers\": {nested}}}"),
            format!("{{\"landvast\": 1, \"people\": {nested}}}"),
            format!("{{\"landvast\": 1, \"answers\": {{\"c.do\": {nested}}}}}"),
            nested,
        ]
    };
    let files = deep("[", "]").into_iter().chain(deep("{\"a\":", "}"));
    for text in files.chain(["{\"landvast\": 1e999}".to_owned(), "[".repeat(1_000_000)]) {
        let found = faults(&text);
        assert!(matches!(found.as_slice(), [(_, Problem::NotJson { .. })]), "{found:?}");
    }
    // What means nothing here is not even looked into.
    let unknown =
        format!("{{\"landvast\": 1, \"other\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(faults(&unknown), [("other".to_owned(), Problem::UnknownKey { nearest: None })]);
    let long = " ".repeat(LONGEST_FILE + 1);
    assert_eq!(faults(&long), [(String::new(), Problem::FileTooLarge)]);
}

#[test]
fn a_fault_never_repeats_what_somebody_wrote() {
    let secret = "I hear them at night";
    let file = json!({
        "landvast": 1, secret: secret, "language": secret,
        "answers": {secret: secret, "c.touch": secret, "a.birth_date": secret, "f.meds": [{secret: secret}],
                    "b.well": {"value": secret, "audience": [secret], secret: secret, "source": secret}},
        "people": [{secret: secret, "agreed": {"on": secret, "answer": secret}, "hours": secret, "id": secret}],
    });
    let found = read_in(&Book::default(), &file.to_string()).unwrap_err();
    assert!(found.len() >= 10, "{found:?}");
    assert!(!format!("{found:?}").contains("night"), "{found:?}");
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
