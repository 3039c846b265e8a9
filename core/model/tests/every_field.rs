//! Every field, one by one: what it takes, what it refuses, and that nothing of it is lost.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod files;

use chrono::NaiveDate;
use files::{faults, read_in, taken_over};
use landvast_model::edit::Problem;
use landvast_model::excerpt::excerpt;
use landvast_model::exchange::{export, find_person, key_of};
use landvast_model::finding::check;
use landvast_model::schema::schema;
use landvast_model::table::Owner;
use landvast_model::value::{LONGEST_TEXT, MOST_ENTRIES};
use landvast_model::{
    Book, Field, Hours, Kind, PaperKind, Place, Reader, Request, TABLE, Value, edit,
};
use serde_json::{Map, Value as Json, json};

fn today() -> NaiveDate {
    "2026-03-01".parse().unwrap()
}

fn written() -> impl Iterator<Item = &'static Field> {
    TABLE.fields().filter(|field| !field.is_derived())
}

/// A file that answers this field and nothing else, but the name of the one person in it.
fn file(field: &Field, json: &Json) -> String {
    let person = match field.owner {
        Owner::Person => json!({"name": "Ana", key_of(field): json}),
        Owner::Plan => json!({"name": "Ana"}),
    };
    let answers = match field.owner {
        Owner::Plan => json!({field.id: json}),
        Owner::Person => json!({}),
    };
    json!({"landvast": 1, "answers": answers, "people": [person]}).to_string()
}

/// An answer in the shape of the open file, with `words` wherever somebody writes words.
fn given(kind: Kind, words: &str) -> Json {
    match kind {
        Kind::Text => json!(words),
        Kind::Lines | Kind::Phones => json!([words]),
        Kind::Choice(ids) => json!(ids[0]),
        Kind::Day => json!("2026-03-01"),
        Kind::Hours => json!("fr 22:00-06:00"),
        Kind::Degree { .. } => json!(1),
        Kind::People => json!(["Ana"]),
        Kind::Agreement => json!({"on": "2026-03-01", "answer": "yes"}),
        Kind::Sections => json!(["c", "h"]),
        Kind::Rows(columns) => {
            let cells =
                columns.iter().map(|column| (column.id.to_owned(), given(column.kind, words)));
            json!([cells.collect::<Map<_, _>>()])
        }
        Kind::Derived => panic!("never written"),
    }
}

/// What no field of this kind takes.
fn wrong(kind: Kind) -> Vec<Json> {
    let long = "é".repeat(LONGEST_TEXT + 1);
    let many = vec!["x"; MOST_ENTRIES + 1];
    let mut all = vec![json!(null), json!(true), json!(1.5), json!(-1), json!({"x": 1})];
    all.extend(match kind {
        Kind::Text => vec![json!(["a", "b"]), json!(long), json!(7)],
        Kind::Lines | Kind::Phones => vec![json!([1]), json!(many), json!([long]), json!([["a"]])],
        Kind::Choice(_) => vec![json!("no such choice"), json!([]), json!(0)],
        Kind::Day => vec![json!("2026-02-30"), json!("1 March"), json!(20_260_301), json!("")],
        Kind::Hours => vec![json!("soon"), json!("mo 25-26"), json!(["mo 9-17"]), json!("24-0")],
        Kind::Degree { most } => vec![json!(0), json!(u16::from(most) + 1), json!("1"), json!(1e9)],
        Kind::People => vec![json!(["Nobody"]), json!([1]), json!("")],
        Kind::Agreement => vec![
            json!("yes"),
            json!({"on": "2026-03-01"}),
            json!({"on": "2026-03-32", "answer": "yes"}),
            json!({"on": "2026-03-01", "answer": "perhaps"}),
            json!({"on": "2026-03-01", "answer": "yes", "by": "me"}),
        ],
        Kind::Sections => vec![json!(["z"]), json!([1]), json!(["cc"])],
        Kind::Rows(columns) => {
            let mut rows = vec![json!("x"), json!(["x"]), json!([[]]), json!([{"no_column": "x"}])];
            rows.push(json!(vec![json!({}); MOST_ENTRIES + 1]));
            for column in columns {
                // A cell without anything was left empty.
                let cells = wrong(column.kind).into_iter().filter(|cell| !cell.is_null());
                rows.extend(cells.map(|cell| json!([{column.id: cell}])));
            }
            rows
        }
        Kind::Derived => Vec::new(),
    });
    all
}

#[test]
fn each_refuses_what_is_not_of_its_kind_and_says_where() {
    let mut refused = 0;
    for field in written() {
        for json in wrong(field.kind) {
            let found = faults(&file(field, &json));
            let at = match field.owner {
                Owner::Plan => format!("answers.{}", field.id),
                Owner::Person => format!("people[0].{}", key_of(field)),
            };
            // Ana's own name cannot be given twice; that one is told first.
            if field.id == "d.name" {
                continue;
            }
            assert_eq!(found.len(), 1, "{}: {json:.80}", field.id);
            // Of rows it may say which row and which column as well.
            let within = found[0].0.strip_prefix(&at).unwrap_or_else(|| panic!("{at}: {found:?}"));
            let is_within = within.starts_with(['.', '[']) && matches!(field.kind, Kind::Rows(_));
            assert!(within.is_empty() || is_within, "{at}: {found:?} {json:.80}");
            assert_ne!(found[0].1, Problem::NotJson { line: 1, column: 1 });
            refused += 1;
        }
    }
    assert!(refused > 2000, "{refused}");
}

#[test]
fn what_is_worked_out_takes_no_answer_and_only_a_choice_of_who_sees_it() {
    for field in TABLE.fields().filter(|field| field.is_derived()) {
        let plan = field.owner == Owner::Plan;
        assert_eq!(field.may_be_shared(), plan, "{}", field.id);
        let wrong = [
            json!("x"),
            json!({"value": "x"}),
            json!({"value": "x", "audience": ["anyone"]}),
            json!({"audience": ["anyone"], "lang": "nl"}),
            json!({}),
            json!(null),
        ];
        for json in wrong {
            let found = faults(&file(field, &json));
            assert_eq!(found[0].1, Problem::Derived, "{}: {json}", field.id);
        }
        let chosen = file(field, &json!({"audience": ["anyone"]}));
        assert_eq!(read_in(&Book::default(), &chosen).is_ok(), plan, "{}", field.id);
        let nobody = file(field, &json!({"audience": ["Nobody"]}));
        assert!(read_in(&Book::default(), &nobody).is_err(), "{}", field.id);
    }
    let note = TABLE.field("i.legal_note").unwrap();
    let book = taken_over(&Book::default(), &file(note, &json!({"audience": ["anyone"]})));
    assert!(book.shared["i.legal_note"].anyone);
    let again = taken_over(&Book::default(), &export(&TABLE, &book).to_string());
    assert_eq!(again.shared, book.shared);
    let back = taken_over(&book, &file(note, &json!({"audience": null})));
    assert!(back.shared.is_empty());
}

/// Makes every paper for everybody, looks for everything, and gives the plan out again.
fn goes_everywhere(book: &Book) -> String {
    let named = book.people.iter().map(|person| Reader::Person(person.id));
    for reader in named.chain([Reader::Owner, Reader::Anyone]) {
        for paper in PaperKind::ALL {
            let all: Vec<String> = TABLE.fields().map(|field| field.id.to_owned()).collect();
            let request = Request { reader, paper, ticked: &all };
            assert!(excerpt(book, &TABLE, &request, today()).is_new);
        }
    }
    let found = check(book, &TABLE, today());
    assert!(found.iter().all(|finding| !finding.what.id().is_empty()));
    export(&TABLE, book).to_string()
}

#[test]
fn a_plan_with_one_answer_goes_everywhere_and_comes_back() {
    for field in written() {
        let book = taken_over(&Book::default(), &file(field, &given(field.kind, "x")));
        let (place, answers) = match field.owner {
            Owner::Plan => (Place::Plan, book.answers.len()),
            Owner::Person => (Place::Person(book.people[0].id), book.people[0].answers.len()),
        };
        let name = usize::from(field.owner == Owner::Person && field.id != "d.name");
        assert_eq!(answers, 1 + name, "{}", field.id);
        assert!(book.answer(place, field.id).is_some(), "{}", field.id);
        let file = goes_everywhere(&book);
        let again = taken_over(&Book::default(), &file);
        assert_eq!(export(&TABLE, &again).to_string(), file, "{}", field.id);
    }
}

#[test]
fn markup_and_signs_that_nobody_sees_are_kept_letter_by_letter() {
    let words =
        "<b>&amp;</b> \u{202E}\u{2066}\u{0}\u{1b}[2J \"\\ {$x} \u{645}\u{631}\u{62d} 🙂\r\n\tx";
    for field in written().filter(|field| field.id != "d.name") {
        let book = taken_over(&Book::default(), &file(field, &given(field.kind, words)));
        let again = taken_over(&Book::default(), &goes_everywhere(&book));
        let value = |book: &Book| {
            let place = match field.owner {
                Owner::Plan => Place::Plan,
                Owner::Person => Place::Person(book.people[0].id),
            };
            book.answer(place, field.id).unwrap().value.clone()
        };
        let texts = value(&again);
        assert_eq!(texts.texts(), value(&book).texts(), "{}", field.id);
        assert!(texts.texts().iter().all(|text| *text == words), "{}", field.id);
    }
}

#[test]
fn twenty_thousand_characters_fit_in_any_text_and_one_more_does_not() {
    let most = "é".repeat(LONGEST_TEXT);
    let more = "é".repeat(LONGEST_TEXT + 1);
    for field in written().filter(|field| field.id != "d.name") {
        let fits = given(field.kind, &most);
        let book = taken_over(&Book::default(), &file(field, &fits));
        goes_everywhere(&book);
        let too_long = given(field.kind, &more);
        if too_long == given(field.kind, "x") {
            continue;
        }
        let found = faults(&file(field, &too_long));
        assert_eq!(found[0].1, Problem::TooLong { chars: LONGEST_TEXT + 1 }, "{}", field.id);
    }
}

#[test]
fn a_row_may_lack_any_column() {
    for field in written() {
        for column in field.kind.columns() {
            let cells = given(field.kind, "x");
            let mut without = cells[0].clone();
            without.as_object_mut().unwrap().remove(column.id);
            let only = json!({column.id: cells[0][column.id]});
            let nothing: Map<String, Json> =
                field.kind.columns().iter().map(|it| (it.id.to_owned(), json!(null))).collect();
            let rows = json!([without, only, {}, nothing]);
            let book = taken_over(&Book::default(), &file(field, &rows));
            let again = taken_over(&Book::default(), &goes_everywhere(&book));
            assert_eq!(again.all_answers().count(), book.all_answers().count(), "{}", field.id);
        }
    }
}

#[test]
fn hours_that_end_before_they_start_run_into_the_next_day() {
    let nights: Hours = "fr 22:00-06:00".parse().unwrap();
    let days: Hours = "mo-fr 9-17".parse().unwrap();
    let around: Hours = "su 9-9".parse().unwrap();
    let past =
        |hours: &Hours| hours.spans.iter().all(landvast_model::hours::Span::is_past_midnight);
    assert_eq!((past(&nights), past(&days), past(&around)), (true, false, true));
    assert_eq!(nights.to_string(), "fr 22:00-06:00");
    let midnight: Hours = "18-24".parse().unwrap();
    assert!(!past(&midnight));
}

#[test]
fn two_hundred_people_are_kept_in_order_and_one_more_is_refused() {
    let people = |count: usize| -> Vec<Json> {
        let person = |index: usize| {
            json!({"name": format!("Person {index}"), "phones": ["06 12345678"],
                   "call_order": index % 99 + 1, "number_on_card": "yes",
                   "agreed": {"on": "2026-03-01", "answer": "yes"}})
        };
        (0..count).map(person).collect()
    };
    let book = taken_over(
        &Book::default(),
        &json!({"landvast": 1, "people": people(MOST_ENTRIES)}).to_string(),
    );
    assert_eq!(book.people.len(), MOST_ENTRIES);
    let card = excerpt(&book, &TABLE, &Request::card(), today());
    assert_eq!((card.people.len(), card.people[0].name()), (MOST_ENTRIES, "Person 0"));
    let file = export(&TABLE, &book).to_string();
    assert_eq!(taken_over(&book, &file).people.len(), MOST_ENTRIES);
    let crowd = json!({"landvast": 1, "people": people(MOST_ENTRIES + 1)}).to_string();
    assert_eq!(faults(&crowd), [("people".to_owned(), Problem::TooMany { entries: 201 })]);
}

#[test]
fn two_people_of_one_name_are_told_apart_by_id() {
    let two = json!({"landvast": 1, "people": [{"name": "Ana"}, {"name": "Ana"}]}).to_string();
    let book = taken_over(&Book::default(), &two);
    assert_eq!(find_person(&book, "Ana"), Err(Problem::SeveralPeople));
    let second = book.people[1].id;
    assert_eq!(find_person(&book, &second.to_string()), Ok(second));
    let names_ana = |who: &str| {
        json!({"landvast": 1, "answers": {"e.agreements": [{"who": [who], "what": "call"}]}})
            .to_string()
    };
    let found = read_in(&book, &names_ana("Ana")).unwrap_err();
    assert_eq!(found[0].problem, Problem::SeveralPeople);
    let book = taken_over(&book, &names_ana(&second.to_string()));
    let again = taken_over(&Book::default(), &export(&TABLE, &book).to_string());
    assert_eq!(again.answers["e.agreements"].value.texts(), ["call"]);
    let Value::Rows(rows) = &again.answers["e.agreements"].value else { panic!("rows") };
    assert_eq!(rows[0].cells["who"], Value::People(vec![second]));
}

#[test]
fn the_schema_has_every_field_column_and_choice() {
    let schema = schema(&TABLE, &|field| field.id.to_uppercase());
    let plan = &schema["properties"]["answers"]["properties"];
    let person = &schema["properties"]["people"]["items"]["properties"];
    for field in TABLE.fields() {
        let of_field = match field.owner {
            Owner::Plan => &plan[field.id],
            Owner::Person => &person[key_of(field)],
        };
        if field.is_derived() {
            let keys = of_field["properties"].as_object().map(Map::len);
            assert_eq!(keys, field.may_be_shared().then_some(1), "{}", field.id);
            continue;
        }
        assert_eq!(of_field["title"], field.id.to_uppercase());
        let value = &of_field["anyOf"][0];
        assert_eq!(&of_field["anyOf"][1]["properties"]["value"], value, "{}", field.id);
        let choices = |kind: Kind, value: &Json| {
            let ids: Vec<Json> = kind.choices().iter().map(|id| json!(id)).collect();
            assert!(ids.is_empty() || value["enum"] == json!(ids), "{}", field.id);
        };
        choices(field.kind, value);
        for column in field.kind.columns() {
            let cell = &value["items"]["properties"][column.id];
            assert!(!cell.is_null(), "{}.{}", field.id, column.id);
            choices(column.kind, cell);
        }
    }
    let count = plan.as_object().unwrap().len() + person.as_object().unwrap().len();
    // A person has an id, and no copies that are written down.
    assert_eq!(count, TABLE.fields().count());
}

#[test]
fn a_day_that_nobody_lives_to_see_is_far_away() {
    let rows = |day: &str| {
        let kind = TABLE.field("e.prescribed").unwrap().kind;
        let json = json!([{"valid_until": day}]);
        edit::read_value(kind, &json, &|_| Err(Problem::UnknownPerson), &mut || 1).unwrap()
    };
    let cases = [("1906-03-01", false), ("1906-02-28", true), ("2146-03-01", false)];
    for (day, far) in cases.into_iter().chain([("2146-03-02", true), ("0206-03-01", true)]) {
        assert_eq!(edit::is_far_away(&rows(day), today()), far, "{day}");
        assert_eq!(edit::is_far_away(&Value::Day(day.parse().unwrap()), today()), far, "{day}");
    }
    assert!(!edit::is_far_away(&Value::Text("0001-01-01".to_owned()), today()));
}
