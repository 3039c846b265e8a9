//! Days and rows as people type them.

use landvast_cli::Exit;
use serde_json::{Value as Json, json};

use crate::owner::Owner;

fn value(owner: &mut Owner, field: &str) -> Json {
    owner.say(&["--json", "read", field]).well().json()["answers"][0]["value"].clone()
}

#[test]
fn a_day_is_typed_as_it_is_said() {
    let mut owner = Owner::with_plan();
    for typed in [
        "2026-04-03",
        "3-4-2026",
        "3.4.2026",
        "3 april 2026",
        "3 April 2026",
        "3 apr 2026",
        "April 3, 2026",
        "april 3rd 2026",
        "3e april 2026",
    ] {
        owner.say(&["write", "a.birth_date", "1-1-1990"]).well();
        owner.say(&["write", "a.birth_date", typed]).well();
        assert_eq!(value(&mut owner, "a.birth_date"), "2026-04-03", "{typed}");
    }
    // Without quotes as well.
    owner.say(&["write", "a.birth_date", "31", "mei", "1990"]).well();
    assert_eq!(value(&mut owner, "a.birth_date"), "1990-05-31");
}

#[test]
fn a_date_that_can_be_two_days_is_refused_with_the_form_that_is_one() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana"]).well();
    let before = owner.plan();
    for typed in ["03/04/2026", "3/4/2026"] {
        for words in [["--words", "en"], ["--words", "nl"]] {
            let write = ["write", "a.birth_date", typed];
            let said = owner.say(&[&words[..], &write].concat());
            assert_eq!(said.exit, Exit::Invalid, "{said:?}");
            let told = said.err.to_lowercase().replace("\n  ", " ");
            assert!(told.contains("3 april 2026"), "{said:?}");
        }
        let agreed = format!("yes {typed}");
        let said = owner.say(&["person", "edit", "Ana", "--agreed", &agreed]);
        assert!(said.err.replace("\n  ", " ").contains("3 April 2026"), "{said:?}");
    }
    for typed in ["03/04", "3 april", "31 februari 2026", "next week"] {
        let said = owner.say(&["write", "a.birth_date", typed]);
        assert_eq!(said.exit, Exit::Invalid, "{typed}: {said:?}");
    }
    assert_eq!(owner.plan(), before);
}

#[test]
fn what_somebody_said_on_a_day_is_typed_in_either_order() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana"]).well();
    for typed in ["ja 3-2-2026", "2026-02-03 yes", "yes 3 February 2026", "3 februari 2026: ja"] {
        let typed = typed.replace(':', "");
        owner.say(&["person", "edit", "Ana", "--agreed", "no 1-1-2026"]).well();
        owner.say(&["person", "edit", "Ana", "--agreed", &typed]).well();
        let answer = owner.say(&["--json", "read", "agreed", "--person", "Ana"]).well().json();
        let agreed = json!({ "on": "2026-02-03", "answer": "yes" });
        assert_eq!(answer["answers"][0]["value"], agreed, "{typed}");
    }
}

#[test]
fn a_row_is_typed_by_its_columns_in_either_language_or_as_json() {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "f.meds", "--row", "name=Lithium; dose=400 mg"]).well();
    owner.say(&["--words", "nl", "write", "f.meds", "--row", "Naam = Oxazepam; dose = 10"]).well();
    owner.say(&["write", "f.meds", "--row", r#"{"name": "Quetiapine"}"#]).well();
    let meds = value(&mut owner, "f.meds");
    assert_eq!(meds[0], json!({ "name": "Lithium", "dose": "400 mg" }));
    assert_eq!(meds[1], json!({ "name": "Oxazepam", "dose": "10" }));
    assert_eq!(meds[2], json!({ "name": "Quetiapine" }));
    // Behind the field a list is typed anew.
    owner.say(&["write", "f.meds", "name=Lithium; dose=1; 2 at night", "name=Other"]).well();
    let meds = value(&mut owner, "f.meds");
    assert_eq!(meds, json!([{ "name": "Lithium", "dose": "1; 2 at night" }, { "name": "Other" }]));
}

#[test]
fn a_row_may_name_people_choices_and_days() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana", "--task", "task=Ring me; kind=check_in; days=3"]).well();
    owner.say(&["person", "add", "Bo"]).well();
    let tasks = owner.say(&["--json", "read", "tasks", "--person", "Ana"]).well().json();
    let task = json!([{ "task": "Ring me", "kind": "check_in", "days": 3 }]);
    assert_eq!(tasks["answers"][0]["value"], task);
    let columns = owner.run(&["--json", "fields", "e.agreements"]).well().json();
    let columns = columns["fields"][0]["columns"].as_array().unwrap().clone();
    let people = columns.iter().find(|column| column["kind"] == "people").unwrap();
    let row = format!("{}=Ana, Bo", people["id"].as_str().unwrap());
    owner.say(&["write", "e.agreements", "--row", &row]).well();
    let named = &value(&mut owner, "e.agreements")[0][people["id"].as_str().unwrap()];
    assert_eq!(named.as_array().map(Vec::len), Some(2), "{named}");
}

#[test]
fn a_row_with_a_slip_is_told_the_columns_there_are() {
    let mut owner = Owner::with_plan();
    let before = owner.plan();
    for (typed, told) in [
        ("name=Lithium; dsoe=1", "dose"),
        ("Lithium", "column=value; column=value"),
        ("name=Lithium; name=Oxazepam", "twice"),
    ] {
        let said = owner.say(&["write", "f.meds", "--row", typed]);
        assert_eq!(said.exit, Exit::Invalid, "{said:?}");
        assert!(said.err.replace("\n  ", " ").contains(told), "{said:?}");
    }
    assert_eq!(owner.plan(), before);
}

#[test]
fn a_choice_with_a_slip_is_told_what_was_perhaps_meant() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana"]).well();
    for (typed, meant) in [("siter", "sibling"), ("zuss", "sibling"), ("frend", "friend")] {
        let said = owner.say(&["person", "edit", "Ana", "--kind", typed]);
        assert_eq!(said.exit, Exit::Invalid, "{said:?}");
        let told = said.err.replace("\n  ", " ");
        assert!(told.contains(&format!("Do you mean {meant}")), "{typed}: {told}");
    }
    let said = owner.say(&["person", "edit", "Ana", "--kind", "xyzzy"]);
    assert!(!said.err.contains("Do you mean"), "{said:?}");
}
