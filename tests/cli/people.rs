//! Everything that is written about a person, typed as its owner calls it.

use landvast_cli::Exit;
use serde_json::{Value as Json, json};

use crate::owner::{Owner, Ready};

/// What is written about the first person, by field.
fn values(owner: &mut Owner) -> impl Fn(&str) -> Json + use<> {
    let people = owner.say(&["--json", "person", "list"]).well().json();
    let answers = people["people"][0]["answers"].as_array().unwrap().clone();
    move |field| {
        let answer = answers.iter().find(|answer| answer["field"] == field);
        answer.map_or(Json::Null, |answer| answer["value"].clone())
    }
}

#[test]
fn all_that_a_person_holds_can_be_written_in_one_command() {
    let mut owner = Owner::with_plan();
    let ana = [
        "person add Ana",
        "--phone|06 12345678",
        "--kind|zus",
        "--circle|Naaste",
        "--call-order|1",
        "--hours|vr 22-6",
        "--involvement|Je helpt mee",
        "--involvement-theirs|2",
        "--formal-role|mentor",
        "--task|{\"task\": \"Ring me\", \"kind\": \"check_in\", \"days\": \"3\"}",
        "--task|{\"task\": \"Keep the key\", \"kind\": \"iets bewaren\"}",
        "--limit|Not at night",
        "--limit|No money",
        "--may-know|Zo help je mij, h",
        "--may-tell|Our mother",
        "--info-from-care|Everything about this plan",
        "--number-on-card|ja",
        "--asked|1-2-2026",
        "--agreed|ja 3-2-2026",
        "--minor|nee",
        "--overload|Her own children",
        "--own-message|Thank you",
    ]
    .map(|option| option.split(if option.starts_with("--") { '|' } else { ' ' }));
    let arguments: Vec<&str> = ana.into_iter().flatten().collect();
    owner.say(&arguments).well();
    let value = values(&mut owner);
    for (field, expected) in [
        ("d.phones", json!(["06 12345678"])),
        ("d.kind", json!("sibling")),
        ("d.circle", json!("next_of_kin")),
        ("d.call_order", json!(1)),
        ("d.hours", json!("fr 22:00-06:00")),
        ("d.involvement", json!(3)),
        ("d.involvement_theirs", json!(2)),
        ("d.formal_role", json!("mentor")),
        ("d.limits", json!(["Not at night", "No money"])),
        ("d.may_know", json!(["c", "h"])),
        ("d.may_tell", json!("Our mother")),
        ("d.info_from_care", json!("Everything about this plan")),
        ("d.number_on_card", json!("yes")),
        ("d.asked", json!("2026-02-01")),
        ("d.agreed", json!({ "on": "2026-02-03", "answer": "yes" })),
        ("d.minor", json!("no")),
        ("d.overload", json!("Her own children")),
        ("d.own_message", json!("Thank you")),
    ] {
        assert_eq!(value(field), expected, "{field}");
    }
    let tasks = value("d.tasks");
    assert_eq!((&tasks[0]["kind"], &tasks[0]["days"]), (&json!("check_in"), &json!(3)));
    assert_eq!(tasks[1]["kind"], "keep");
    let said = owner.say(&["person", "list"]).well();
    assert!(said.out.contains("on the card"), "{said:?}");
    // Past midnight is read as such.
    let said = owner.say(&["read", "hours", "--person", "Ana"]).well();
    assert!(said.out.contains("Fri 22–6"), "{said:?}");
}

#[test]
fn a_choice_is_typed_as_it_is_called_in_either_language_or_by_its_id() {
    let mut owner = Owner::with_plan();
    for (typed, meant) in [
        ("ja", "yes"),
        ("vraag eerst", "ask"),
        ("Vraag het eerst", "ask"),
        ("PLEASE ASK FIRST", "ask"),
        ("ask", "ask"),
        ("Raak me niet aan.", "no"),
    ] {
        owner.say(&["write", "c.touch", typed]).well();
        let answer = owner.say(&["--json", "read", "c.touch"]).well().json();
        assert_eq!(answer["answers"][0]["value"], meant, "{typed}");
        owner.input = typed.as_bytes().to_vec();
        owner.say(&["write", "c.touch", "-"]).well();
    }
    owner.say(&["write", "c.tools", "Music", "--audience", "naasten,hulpverleners"]).well();
    let answer = owner.say(&["--json", "read", "c.tools"]).well().json();
    assert_eq!(answer["answers"][0]["audience"], json!(["professionals", "next_of_kin"]));
}

#[test]
fn a_choice_that_is_none_is_answered_with_names_and_ids_and_a_missing_not_turns_nothing_round() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana"]).well();
    owner.say(&["write", "c.touch", "no"]).well();
    let before = owner.plan();
    // A part of "Raak me niet aan" without its "niet".
    for typed in ["raak me aan", "aan", "misschien", "touch me"] {
        let said = owner.say(&["--words", "nl", "write", "c.touch", typed]);
        assert_eq!(said.exit, Exit::Invalid, "{said:?}");
        let told = said.err.replace("\n  ", " ");
        assert!(told.contains("ask (Vraag het eerst), no (Raak me niet aan)"), "{told}");
    }
    let agreed = ["--words", "nl", "person", "edit", "Ana", "--agreed", "misschien 2026-02-03"];
    let said = owner.say(&agreed);
    assert!(said.err.contains("partly (deels)"), "{said:?}");
    let said = owner.say(&["person", "edit", "Ana", "--may-know", "everything"]);
    assert!(said.err.replace("\n  ", " ").contains("c (How to help me)"), "{said:?}");
    let row = r#"{"task": "Ring", "kind": "rarely"}"#;
    let said = owner.say(&["person", "edit", "Ana", "--tasks", row]);
    assert!(said.err.replace("\n  ", " ").contains("check_in (check in when"), "{said:?}");
    assert_eq!(owner.plan(), before);
}

#[test]
fn a_day_that_nobody_lives_to_see_is_a_slip() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana"]).well();
    let before = owner.plan();
    for arguments in [
        &["write", "a.birth_date", "1-1-1066"][..],
        &["write", "a.birth_date", "3026-01-01"],
        &["person", "edit", "Ana", "--agreed", "yes 2206-03-01"],
        &["person", "add", "Bo", "--asked", "1-1-2206"],
    ] {
        let said = owner.say(arguments);
        assert_eq!(said.exit, Exit::Invalid, "{said:?}");
        assert!(said.err.contains("120 years"), "{said:?}");
    }
    owner.input = br#"{"landvast": 1, "answers": {"a.birth_date": "2206-01-01"}}"#.to_vec();
    let said = owner.say(&["import", "-"]);
    assert!(said.exit == Exit::Invalid && said.err.contains("a.birth_date"), "{said:?}");
    assert_eq!(owner.plan(), before);
    owner.say(&["write", "a.birth_date", "1-1-1927"]).well();
}

#[test]
fn a_list_that_took_the_place_of_another_can_be_taken_back_and_says_so() {
    let mut owner = Owner::with_plan();
    let said = owner.say(&["write", "c.do", "Talk softly", "Call Ana"]).well();
    assert!(!said.out.contains("undo"), "{said:?}");
    let said = owner.say(&["write", "c.do", "Call Ana", "Talk softly", "Wait"]).well();
    assert!(!said.out.contains("undo"), "nothing was lost: {said:?}");
    let said = owner.say(&["write", "c.do", "Wait"]).well();
    assert!(said.out.contains("landvast undo"), "{said:?}");
    owner.say(&["undo"]).well();
    assert!(owner.say(&["read", "c.do"]).well().out.contains("Call Ana"));
    let row = ["write", "f.meds", "--row", r#"{"name": "Lithium"}"#];
    owner.say(&row).well();
    assert!(!owner.say(&row).well().out.contains("undo"), "a row is added");
}

#[test]
fn an_answer_may_be_in_a_language_of_its_own() {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "c.first", "اجلس بجانبي", "--lang", "ar"]).well();
    let lang = |owner: &mut Owner| {
        owner.say(&["--json", "read", "c.first"]).well().json()["answers"][0]["lang"].clone()
    };
    assert_eq!(lang(&mut owner), "ar");
    owner.say(&["write", "c.first", "--lang", ""]).well();
    assert_eq!(lang(&mut owner), Json::Null);
    let said = owner.say(&["write", "c.first", "--lang", "not a language"]);
    assert_eq!(said.exit, Exit::Invalid, "{said:?}");
}

#[test]
fn the_third_wrong_passphrase_points_at_the_other_way_in() {
    let mut owner = Owner::with_plan();
    owner.ready = vec![Ready::Words("one"), Ready::Words("two"), Ready::Words("three")];
    let said = owner.type_for(&["read"]);
    assert_eq!(said.exit, Exit::WrongSecret, "{said:?}");
    assert!(said.err.contains("third time") && said.err.contains("landvast recover"), "{said:?}");
    assert_eq!(said.err.matches("try again calmly").count(), 2, "{said:?}");
}
