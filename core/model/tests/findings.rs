//! What would make the plan better: each finding once there is a reason for it, and gone without.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use chrono::NaiveDate;
use landvast_model::action::fold;
use landvast_model::exchange::import;
use landvast_model::finding::{Weight, check, is_invisible};
use landvast_model::rules::{ReviewState, review_state};
use landvast_model::{
    Action, Answer, Book, CheckCode, Copy, CopyId, FieldKey, Form, Op, PaperKey, PaperKind, Person,
    PersonId, Place, Reader, Row, RowId, TABLE, Value, What,
};
use serde_json::{Value as Json, json};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn book(file: &Json) -> Book {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        next
    };
    let ops = import(&TABLE, &Book::default(), &file.to_string(), &mut new_id).unwrap();
    after(Book::default(), ops)
}

fn after(book: Book, ops: Vec<Op>) -> Book {
    let at = "2026-03-01T10:00:00Z".parse().unwrap();
    let seq = book.seq + 1;
    fold(book, &[Action { seq, at, ops, undoes: None }])
}

fn found(book: &Book) -> Vec<What> {
    check(book, &TABLE, day("2026-03-02")).into_iter().map(|finding| finding.what).collect()
}

/// A plan of which nothing is left to ask.
fn whole() -> Json {
    json!({
        "landvast": 1, "language": "en",
        "answers": {
            "a.call_name": "Robin", "c.first": "Sit beside me.", "i.where": "at my sister's",
            "c.do": ["Make tea"], "c.dont": ["Shout"],
            "b.seen": [{"sign": "I talk fast"}, {"sign": "I do not sleep"}],
            "b.earlier": [{"what": "the garden", "worked": "partly"},
                          {"what": "the siren", "worked": "no"}],
            "e.gp_post": [{"name": "GP post", "phones": ["030 1234567"]}],
            "h.children": [{"name": "none"}],
            "f.med_no": [{"name": "X", "instead": "Y"}],
            "f.meds": [{"name": "Y"}], "f.checked": "2026-02-01",
            "i.stop": "I sing again",
        },
        "people": [{"name": "Ana", "phones": ["06 12345678"], "number_on_card": "yes",
                    "agreed": {"on": "2026-02-01", "answer": "yes"}}],
    })
}

#[test]
fn a_whole_plan_is_asked_nothing() {
    assert_eq!(found(&book(&whole())), []);
}

#[test]
fn what_is_taken_out_of_a_whole_plan_is_asked_after() {
    let cases = [
        ("a.call_name", What::NoCallName),
        ("c.first", What::NoFirst),
        ("i.where", What::NoWhere),
        ("c.do", What::NothingHelps),
        ("c.dont", What::NothingToAvoid),
        ("b.seen", What::NoSigns),
        ("e.gp_post", What::NoOutOfHours),
        ("h.children", What::DependantsUnanswered),
        ("f.med_no", What::NoWish),
        ("f.checked", What::MedsUnchecked),
        ("i.stop", What::NoStopSigns),
    ];
    for (id, what) in cases {
        let mut file = whole();
        file["answers"].as_object_mut().unwrap().remove(id).unwrap();
        assert_eq!(found(&book(&file)), [what], "{id}");
    }
    let mut file = whole();
    file["answers"].as_object_mut().unwrap().remove("b.earlier");
    assert_eq!(found(&book(&file)), [What::NoWhatWorked, What::NoWhatFailed]);
    file["people"] = json!([]);
    assert_eq!(found(&book(&file))[0], What::NoOneToCall);
}

#[test]
fn an_answer_that_says_half_of_it_is_asked_on() {
    let cases = [
        ("b.seen", json!([{"sign": "I talk fast"}, {"meaning": "joy"}]), What::OneSignOnly),
        ("b.earlier", json!([{"what": "tea", "worked": "yes"}]), What::NoWhatFailed),
        ("b.earlier", json!([{"what": "tea", "worked": "no"}]), What::NoWhatWorked),
        ("f.med_no", json!([{"name": "X", "why": "I fall"}]), What::RefusalWithoutAlternative),
        ("g.place_no", json!([{"where": "North"}]), What::NothingInstead),
        ("f.treat_no", json!([{"what": "North"}]), What::NothingInstead),
        ("e.staff_no", json!([{"name": "Dr North"}]), What::NothingInstead),
        ("f.checked", json!("2025-09-02"), What::MedsCheckOld),
    ];
    for (id, json, what) in cases {
        let mut file = whole();
        file["answers"][id] = json;
        assert_eq!(found(&book(&file)), [what], "{id}");
    }
    // A phase has signs too, a team may be there at night, and staying with friends is a place.
    let answers = [
        ("b.seen", json!([{"sign": "I talk fast"}])),
        ("b.phases", json!([{"phase": "green", "signs": "I sleep less"}])),
        ("e.gp_post", json!([])),
        ("e.team", json!([{"night": ["030 7654321"]}])),
        ("g.place_no", json!([{"where": "North"}])),
        ("g.alternatives", json!("Els has a bed for me")),
    ];
    let mut file = whole();
    for (id, json) in answers {
        file["answers"][id] = json;
    }
    assert_eq!(found(&book(&file)), []);
}

#[test]
fn each_person_is_asked_after_what_concerns_them() {
    let yes = json!({"on": "2026-02-01", "answer": "yes"});
    let no = json!({"on": "2026-02-01", "answer": "no"});
    let cases = [
        (json!({"name": "Els", "phones": ["1"]}), vec![What::NotAsked]),
        (json!({"name": "Els", "phones": ["1"], "agreed": yes}), vec![What::NumberNotOnCard]),
        (json!({"name": "Els", "phones": ["1"], "agreed": no}), vec![]),
        (json!({"name": "Els"}), vec![What::NoNumber, What::NotAsked]),
        (json!({"phones": ["1"], "agreed": no}), vec![What::PersonWithoutName]),
        // Who is under age, or is to know nothing, is not to be asked.
        (json!({"name": "Els", "minor": "yes"}), vec![]),
        (json!({"name": "Els", "involvement": 1}), vec![]),
        (
            json!({"name": "Els", "minor": "yes", "tasks": [{"task": "x"}]}),
            vec![What::MinorHasTasks],
        ),
        (
            json!({"name": "Els", "agreed": yes, "number_on_card": "no", "phones": ["1"],
                   "involvement": 4, "involvement_theirs": 2}),
            vec![What::InvolvementDiffers],
        ),
        // Who said no is left alone.
        (
            json!({"name": "Els", "agreed": no, "phones": ["1"], "involvement": 4,
                   "involvement_theirs": 2}),
            vec![],
        ),
        (json!({"name": " ana ", "agreed": no, "phones": ["1"]}), vec![What::SameName]),
    ];
    for (person, expected) in cases {
        let mut file = whole();
        file["people"].as_array_mut().unwrap().push(person.clone());
        assert_eq!(found(&book(&file)), expected, "{person}");
    }
}

#[test]
fn three_people_of_one_name_are_one_finding_about_the_first() {
    let people = ["Ana", "Els", "ANA", "Ana"];
    let people: Vec<Json> = people.iter().map(|name| json!({"name": name})).collect();
    let book = book(&json!({"landvast": 1, "people": people}));
    let found = check(&book, &TABLE, day("2026-03-02"));
    let same: Vec<Place> =
        found.iter().filter(|it| it.what == What::SameName).map(|it| it.place).collect();
    assert_eq!(same, [Place::Person(book.people[0].id)]);
}

#[test]
fn somebody_who_is_gone_is_found_where_an_answer_still_names_them() {
    let file = json!({"landvast": 1, "answers": {"e.agreements": [{"who": ["Ana"], "what": "call"}]},
                      "people": [{"name": "Ana"}]});
    let book = book(&file);
    let gone = |book: &Book| {
        let found = check(book, &TABLE, day("2026-03-02")).into_iter();
        found.filter(|it| it.what == What::PersonGone).map(|it| it.field.unwrap()).collect()
    };
    let none: Vec<String> = gone(&book);
    assert!(none.is_empty());
    let ana = book.people[0].id;
    let book = after(book, vec![Op::RemovePerson { id: ana }]);
    assert_eq!(gone(&book), ["e.agreements"]);
}

#[test]
fn shorter_words_that_stayed_behind_are_asked_after_until_somebody_looked() {
    let write = |first: &str, reviewed: Option<&str>| {
        let answer = Answer {
            card_text: Some("Sit.".to_owned()),
            reviewed_on: reviewed.map(day),
            ..Answer::new(Value::Text(first.to_owned()))
        };
        Op::Write { place: Place::Plan, field: FieldKey::new("c.first"), answer }
    };
    let once = after(book(&whole()), vec![write("Sit beside me.", None)]);
    assert_eq!(found(&once), []);
    let twice = after(once, vec![write("Take me outside.", None)]);
    assert_eq!(found(&twice), [What::CardTextOlder]);
    let looked = after(twice, vec![write("Take me outside.", Some("2026-03-01"))]);
    assert_eq!(found(&looked), []);
}

#[test]
fn a_card_grows_old_by_the_month() {
    let cases = [
        ("2026-03-01", ReviewState::Fresh),
        ("2027-01-31", ReviewState::Fresh),
        ("2027-02-01", ReviewState::Soon),
        ("2027-02-28", ReviewState::Soon),
        ("2027-03-01", ReviewState::Due),
        ("2027-06-01", ReviewState::Overdue),
        ("2027-08-31", ReviewState::Overdue),
        ("2027-09-01", ReviewState::Outdated),
        ("2099-01-01", ReviewState::Outdated),
        // A clock that was set back makes nothing old.
        ("2020-01-01", ReviewState::Fresh),
    ];
    for (today, state) in cases {
        assert_eq!(review_state(day("2026-03-01"), day(today)), state, "{today}");
    }
    assert_eq!(review_state(day("2026-03-31"), day("2027-02-28")), ReviewState::Soon);
}

#[test]
fn the_review_is_asked_for_at_each_of_its_ages() {
    let book = after(book(&whole()), vec![made(PaperKey::CARD, "2026-03-01")]);
    let review = |today: &str| {
        let found = check(&book, &TABLE, day(today)).into_iter();
        found.filter(|it| it.field.as_deref() == Some("i.review_by")).map(|it| it.what).collect()
    };
    let at = |today: &str| -> Vec<What> { review(today) };
    assert_eq!(at("2027-01-31"), []);
    assert_eq!(at("2027-02-01"), [What::ReviewSoon]);
    assert_eq!(at("2027-03-01"), [What::ReviewDue]);
    assert_eq!(at("2027-06-01"), [What::ReviewOverdue]);
    assert_eq!(at("2027-09-01"), [What::ReviewOutdated]);
}

fn made(PaperKey { reader, kind }: PaperKey, on: &str) -> Op {
    Op::MadePaper { reader, kind, on: day(on), code: CheckCode::derive(on.as_bytes()) }
}

fn gave(id: u64, person: PersonId, paper: PaperKey, version: u32) -> Op {
    let (id, on, form) = (CopyId(id), day("2026-03-01"), Form::Paper);
    Op::GaveCopy { copy: Copy { id, person, paper, version, on, form, returned_on: None } }
}

#[test]
fn a_copy_is_asked_for_once_there_is_a_paper_and_the_old_one_once_there_is_a_new() {
    let mut book = book(&whole());
    let ana = book.people[0].id;
    let sheet = PaperKey { reader: Reader::Person(ana), kind: PaperKind::Sheet };
    let mut then = |op: Op| {
        book = after(book.clone(), vec![op]);
        found(&book)
    };
    let older = What::CopyOlder { kind: PaperKind::Sheet };
    assert_eq!(then(made(sheet, "2026-03-01")), [What::NobodyHasACopy]);
    assert_eq!(then(gave(1, ana, sheet, 1)), []);
    assert_eq!(then(made(sheet, "2026-03-02")), std::slice::from_ref(&older));
    assert_eq!(then(gave(2, ana, sheet, 2)), [older]);
    assert_eq!(then(Op::CopyBack { id: CopyId(1), on: day("2026-03-02") }), []);
    let back = then(Op::CopyBack { id: CopyId(2), on: day("2026-03-02") });
    assert_eq!(back, [What::NobodyHasACopy]);
}

#[test]
fn what_matters_most_comes_first() {
    let file = json!({"landvast": 1, "answers": {"c.first": "Sit\u{202E} beside me"},
                      "people": [{"name": "Ana", "minor": "yes", "tasks": [{"task": "x"}]}]});
    let found = check(&book(&file), &TABLE, day("2026-03-02"));
    let weights: Vec<Weight> = found.iter().map(|finding| finding.what.weight()).collect();
    assert!(weights.is_sorted(), "{found:?}");
    assert_eq!((weights[0], *weights.last().unwrap()), (Weight::Matters, Weight::Hint));
}

#[test]
fn what_papers_leave_out_is_told_and_what_a_language_needs_is_not() {
    let hidden = ['\0', '\u{7f}', '\u{202E}', '\u{2066}', '\u{3164}', '\u{feff}', '\u{e0001}'];
    assert!(hidden.iter().all(|c| is_invisible(*c)));
    let needed =
        ['\n', '\r', '\t', '\u{85}', '\u{200e}', '\u{200f}', '\u{61c}', '\u{ad}', '\u{200d}'];
    assert!(!needed.iter().any(|c| is_invisible(*c)));
}

#[test]
fn a_sign_that_nobody_sees_is_found_in_any_field() {
    for field in TABLE.fields().filter(|field| !field.is_derived()) {
        let Some(value) = hiding(field.kind) else { continue };
        let (place, person) = match field.owner {
            landvast_model::table::Owner::Plan => (Place::Plan, None),
            landvast_model::table::Owner::Person => (Place::Person(PersonId(1)), Some(PersonId(1))),
        };
        let mut book = Book::default();
        let answers = [(field.key(), Answer::new(value))].into();
        match person {
            None => book.answers = answers,
            Some(id) => book.people.push(Person { id, answers }),
        }
        let found = check(&book, &TABLE, day("2026-03-02"));
        let there = found.iter().any(|it| {
            let here = it.place == place && it.field.as_deref() == Some(field.id);
            here && it.what == What::InvisibleCharacters { count: 1 }
        });
        assert!(there, "{}", field.id);
    }
}

/// A value of this kind with one sign in it that nobody sees, if it has any text.
fn hiding(kind: landvast_model::Kind) -> Option<Value> {
    use landvast_model::Kind;
    let word = || "<b>\u{202E}x</b>".to_owned();
    Some(match kind {
        Kind::Text => Value::Text(word()),
        Kind::Lines => Value::Lines(vec![word()]),
        Kind::Phones => Value::Phones(vec![word()]),
        Kind::Rows(columns) => {
            let (id, cell) =
                columns.iter().find_map(|column| Some((column.id, hiding(column.kind)?)))?;
            let cells = [(id.to_owned(), cell)].into();
            Value::Rows(vec![Row { id: RowId(1), cells }])
        }
        _ => return None,
    })
}
