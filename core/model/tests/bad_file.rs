//! A file with a fault: each is told by where and what, and one keeps everything out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod files;

use files::{faults, read_in};
use landvast_model::Book;
use landvast_model::edit::Problem;
use landvast_model::exchange::LONGEST_FILE;
use landvast_model::value::{LONGEST_TEXT, MOST_ENTRIES};
use serde_json::{Value as Json, json};

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
        ("c.touch", json!("maybe"), Problem::unknown_choice(strings(&["yes", "ask", "no"]))),
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
        let found = faults(&with_answer(id, &json));
        let [(at, fault)] = found.as_slice() else { panic!("{id}: {found:?}") };
        // In rows the column is named as well.
        assert!(at.starts_with(&format!("answers.{id}")), "{id}: {at}");
        assert_eq!(*fault, problem, "{id}: {json:.60}");
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
        ("source", json!("me"), Problem::unknown_choice(sources)),
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
            Problem::unknown_choice(answers),
        ),
        ("may_know", json!(["x"]), Problem::unknown_choice(letters)),
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
