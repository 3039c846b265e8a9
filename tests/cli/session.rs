//! `write` alone: question after question under one passphrase, for as long as somebody likes.

use landvast_cli::Exit;
use serde_json::{Value as Json, json};

use crate::owner::{Owner, PASSPHRASE, Ready, Said};

const WHO: Ready = Ready::SkipTo("Who should be in your plan?");
const ENOUGH: Ready = Ready::Words("Enough for today.");

/// Somebody who sits down with these answers, and is done when they are given.
fn sits_down(owner: &mut Owner, arguments: &[&str], answers: &[Ready]) -> Said {
    owner.ready = vec![Ready::Words(PASSPHRASE)];
    owner.ready.extend_from_slice(answers);
    owner.type_for(arguments)
}

/// Passes by everything until this field is asked.
fn to(field: &str) -> Ready {
    let fields = Owner::new().run(&["--json", "fields", field]).well().json();
    let question = fields["fields"][0]["question"]["en"].as_str().unwrap().to_owned();
    Ready::SkipTo(Box::leak(question.into_boxed_str()))
}

fn answer(owner: &mut Owner, field: &str) -> Json {
    owner.say(&["--json", "read", field]).well().json()["answers"][0]["value"].clone()
}

#[test]
fn a_first_card_comes_from_one_sitting_under_one_passphrase() {
    let mut owner = Owner::with_plan();
    let answers = [
        to("a.call_name"),
        Ready::Words("Robin"),
        to("c.first"),
        Ready::Words("Sit with me."),
        to("c.touch"),
        // "Skip" stands first.
        Ready::One(2),
        WHO,
        Ready::Words("Ana"),
        to("d.phones"),
        Ready::Words("06 12345678"),
        Ready::Words(""),
        WHO,
        Ready::Words(""),
        ENOUGH,
    ];
    let said = sits_down(&mut owner, &["write"], &answers).well();
    assert!(said.out.contains("5 answers were saved"), "{said:?}");
    assert_eq!(said.asked.iter().filter(|asked| asked.contains("Passphrase")).count(), 1);
    assert!(said.err.contains("landvast card card.pdf"), "{said:?}");
    assert_eq!(answer(&mut owner, "c.first"), "Sit with me.");
    assert_eq!(answer(&mut owner, "c.touch"), "ask");
    assert!(owner.say(&["person", "list"]).well().out.contains("06 12345678"));
    owner.say(&["card", "HOME/card.pdf"]).well();
}

#[test]
fn nobody_has_to_look_back_before_there_is_a_card() {
    let mut owner = Owner::with_plan();
    let said = sits_down(&mut owner, &["write"], &[WHO, Ready::Words(""), ENOUGH]).well();
    let shown = said.err;
    let at = |words: &str| shown.find(words).unwrap_or_else(|| panic!("{words}: {shown}"));
    assert!(at("How to help me") < at("My people"), "{shown}");
    assert!(at("card.pdf") < at("Looking back at an earlier time"), "{shown}");
    assert!(!shown.contains("Signs, and how it builds up"), "{shown}");
}

#[test]
fn what_was_answered_is_not_asked_again_and_stopping_loses_nothing() {
    let mut owner = Owner::with_plan();
    let first = [to("c.first"), Ready::Words("Sit with me."), to("c.do"), Ready::Stop];
    let said = sits_down(&mut owner, &["write"], &first);
    assert_eq!(said.exit, Exit::Interrupted, "{said:?}");
    assert!(said.err.contains("stored before is still there"), "{said:?}");
    assert_eq!(answer(&mut owner, "c.first"), "Sit with me.");
    let Ready::SkipTo(question) = to("c.first") else { unreachable!() };
    let again = [to("c.do"), Ready::Words("Wait"), ENOUGH];
    let said = sits_down(&mut owner, &["write"], &again).well();
    assert!(!said.err.replace('\n', " ").contains(question), "{said:?}");
    // The line that was typed before it was enough is kept.
    assert_eq!(answer(&mut owner, "c.do"), json!(["Wait"]));
    assert_eq!(answer(&mut owner, "c.first"), "Sit with me.");
}

#[test]
fn enough_at_once_stores_nothing_and_changes_nothing() {
    let mut owner = Owner::with_plan();
    let before = owner.plan();
    for enough in [
        "enough for today",
        "GENOEG VOOR VANDAAG",
        "genoeg",
        "enough",
        "stop",
        "Stop!",
        "klaar",
        "Done.",
    ] {
        let said = sits_down(&mut owner, &["write"], &[Ready::Words(enough)]).well();
        assert!(said.out.contains("Nothing new was saved"), "{said:?}");
    }
    assert_eq!(owner.plan(), before);
}

#[test]
fn it_is_said_with_which_words_one_stops_and_that_nothing_is_lost() {
    let mut owner = Owner::with_plan();
    let said = sits_down(&mut owner, &["write"], &[ENOUGH]).well();
    let shown = said.err.replace('\n', " ");
    assert!(shown.contains("Type: stop. Everything you wrote is kept."), "{said:?}");
    let said = sits_down(&mut owner, &["--words", "nl", "write"], &[ENOUGH]).well();
    let shown = said.err.replace('\n', " ");
    assert!(shown.contains("Typ: stop. Alles wat je schreef, blijft staan."), "{said:?}");
}

#[test]
fn what_was_typed_in_a_row_before_somebody_stops_is_kept() {
    let mut owner = Owner::with_plan();
    let answers = [to("f.meds"), Ready::Words("Lithium"), Ready::Words("klaar")];
    let said = sits_down(&mut owner, &["write"], &answers).well();
    assert!(said.out.contains("1 answer was saved"), "{said:?}");
    assert_eq!(answer(&mut owner, "f.meds"), json!([{ "name": "Lithium" }]));
}

#[test]
fn a_slip_in_one_cell_is_asked_again_and_the_rest_of_the_row_stays() {
    let mut owner = Owner::with_plan();
    let columns = owner.run(&["--json", "fields", "w7.resume"]).well().json();
    let columns = columns["fields"][0]["columns"].as_array().unwrap().clone();
    // Every column before the first day is passed by, but for the task.
    let day = columns.iter().position(|column| column["kind"] == "day").unwrap();
    owner.ready = vec![Ready::Words(PASSPHRASE), Ready::Words("Cooking")];
    owner.ready.extend(vec![Ready::Words(""); day - 1]);
    owner.ready.extend([Ready::Words("31 February 2026"), Ready::Words("1 March 2026")]);
    owner.ready.extend(vec![Ready::Words(""); columns.len() - day - 1]);
    owner.ready.push(Ready::Words("no"));
    let said = owner.type_for(&["write", "w7.resume"]).well();
    assert!(said.err.contains("does not exist"), "{said:?}");
    let row = answer(&mut owner, "w7.resume")[0].clone();
    assert_eq!((&row["task"], &row["on_1"]), (&json!("Cooking"), &json!("2026-03-01")));
}

#[test]
fn a_slip_is_asked_again_and_everything_else_goes_on() {
    let mut owner = Owner::with_plan();
    let answers = [
        Ready::SkipTo("What is left"),
        Ready::Words("yes"),
        to("a.birth_date"),
        Ready::Words("31-2-1990"),
        Ready::Words("3-2-1990"),
        ENOUGH,
    ];
    let said = sits_down(&mut owner, &["write"], &answers).well();
    assert!(said.err.contains("does not exist"), "{said:?}");
    assert_eq!(answer(&mut owner, "a.birth_date"), "1990-02-03");
}

#[test]
fn a_question_that_weighs_is_not_shown_before_somebody_wants_it() {
    let Ready::SkipTo(question) = to("c.suicide") else { unreachable!() };
    let mut owner = Owner::with_plan();
    let rest = || [Ready::SkipTo("What is left"), Ready::Words("yes")];
    let [what, yes] = rest();
    let no = [what, yes, Ready::SkipTo("may weigh on you"), Ready::Words("no"), ENOUGH];
    let said = sits_down(&mut owner, &["write"], &no).well();
    assert!(!said.err.replace('\n', " ").contains(question), "{said:?}");
    let [what, yes] = rest();
    let yes = [what, yes, Ready::SkipTo("may weigh on you"), Ready::Words("yes"), ENOUGH];
    let said = sits_down(&mut owner, &["write"], &yes).well();
    let shown = said.err.replace('\n', " ");
    assert!(shown.contains(question) && shown.contains("113"), "{said:?}");
}

#[test]
fn a_session_about_one_person_asks_all_that_is_written_about_them() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana"]).well();
    let answers = [
        to("d.phones"),
        Ready::Words("06 12345678"),
        Ready::Words(""),
        to("d.involvement"),
        Ready::One(3),
        to("d.tasks"),
        Ready::Words("Ring me"),
        ENOUGH,
    ];
    let said = sits_down(&mut owner, &["write", "--person", "Ana"], &answers).well();
    assert!(said.out.contains("3 answers were saved"), "{said:?}");
    let people = owner.say(&["--json", "person", "list"]).well().json();
    let answers = people["people"][0]["answers"].as_array().unwrap().clone();
    let value = |field: &str| {
        answers.iter().find(|one| one["field"] == field).map(|one| one["value"].clone())
    };
    assert_eq!(value("d.phones"), Some(json!(["06 12345678"])));
    assert_eq!(value("d.involvement"), Some(json!(3)));
    assert_eq!(value("d.tasks"), Some(json!([{ "task": "Ring me" }])));
}

#[test]
fn nobody_is_asked_where_nobody_sits() {
    let mut owner = Owner::with_plan();
    let said = owner.say(&["write"]);
    assert!(said.exit == Exit::Usage && said.err.contains("FIELD"), "{said:?}");
    owner.ready = vec![Ready::Stop];
    let said = owner.type_for(&["write", "--card-text", "x"]);
    assert_eq!(said.exit, Exit::Usage, "without a field there is nothing to decide about");
}
