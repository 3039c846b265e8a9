//! A slip in a row is told with the number of the row and what its column is called.

use std::fs;

use landvast::Language;
use landvast_cli::Exit;
use serde_json::{Value as Json, json};

use crate::owner::{Owner, Said};

fn told(said: &Said) -> String {
    assert_eq!(said.exit, Exit::Invalid, "{said:?}");
    said.err.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_slip_in_a_row_is_told_with_its_row_and_its_column() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana"]).well();
    let before = owner.plan();
    let good = "task=Ring me; days=3";
    for (rows, en, nl) in [
        (&[good, "task=Wait; days=soon"][..], "(row 2, ", "(rij 2, "),
        (&["task=Wait; days=soon"], "tasks (", "tasks ("),
        (&[good, good, "taks=Wait"], "(row 3)", "(rij 3)"),
        (&[r#"[{"task": "Wait"}, {"task": "Wait", "days": "soon"}]"#], "(row 2, ", "(rij 2, "),
        (&[good, r#"[{"task": "Wait"}, {"days": "soon"}]"#], "(row 3, ", "(rij 3, "),
        (&[good, "{"], "line 1", "regel 1"),
    ] {
        for (words, place) in [("en", en), ("nl", nl)] {
            let mut typed = vec!["--words", words, "write", "tasks", "--person", "Ana"];
            typed.extend(rows.iter().flat_map(|row| ["--row", row]));
            let told = told(&owner.say(&typed));
            assert!(told.contains(place), "{rows:?}: {told}");
            let named = ["(row 2, days)", "(rij 2, days)"];
            assert!(!named.iter().any(|id| told.contains(id)), "by its label: {told}");
        }
    }
    assert_eq!(owner.plan(), before);
}

#[test]
fn a_slip_in_the_rows_of_a_file_is_told_with_its_row_and_its_column() {
    let mut owner = Owner::with_plan();
    let tasks = json!([{ "task": "Ring" }, { "task": "Wait", "days": "soon" }]);
    let plan = json!({ "landvast": 1, "people": [{ "name": "Ana", "tasks": tasks }] });
    fs::write(owner.path("plan.json"), plan.to_string()).unwrap();
    let said = owner.say(&["import", "HOME/plan.json"]);
    assert!(told(&said).contains("people[0].tasks (row 2, "), "{said:?}");
    let said = owner.say(&["--json", "import", "HOME/plan.json"]);
    assert_eq!(said.error_json()["faults"][0]["at"], "people[0].tasks[1].days");
}

fn of_person(id: &str) -> bool {
    let specs = landvast::field_specs(&landvast::TABLE, &landvast::Words::new(Language::En));
    specs.iter().any(|spec| spec.id == id && spec.of_person)
}

#[test]
fn a_column_may_be_called_by_its_label_in_any_language_and_any_case() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana"]).well();
    let fields = owner.run(&["--json", "fields"]).well().json()["fields"].clone();
    let mut count = 0;
    for language in Language::ALL {
        for field in fields.as_array().unwrap() {
            let id = field["id"].as_str().unwrap();
            let mut cells = Vec::new();
            for column in field["columns"].as_array().unwrap() {
                let value = match column["kind"].as_str().unwrap() {
                    "text" => "x",
                    "people" => "Ana",
                    "day" => "3 april 2026",
                    "degree" => "1",
                    "choice" => column["choices"][0]["id"].as_str().unwrap(),
                    _ => continue,
                };
                let label = column["label"][language.tag()].as_str().unwrap();
                cells.push(format!("{}={value}", label.to_uppercase()));
            }
            if !cells.is_empty() {
                let whom: &[&str] = if of_person(id) { &["--person", "Ana"] } else { &[] };
                let row = cells.join("; ");
                owner.say(&[&["write", id, "--row", &row], whom].concat()).well();
                count += 1;
            }
        }
    }
    assert!(count > 10, "{count}");
}

#[test]
fn a_column_that_is_named_twice_is_told_as_that() {
    let mut owner = Owner::with_plan();
    let row = r#"{"name": "Lithium", "Naam": "Lithium"}"#;
    let said = owner.say(&["write", "f.meds", "--row", row]);
    assert!(told(&said).contains("is there twice"), "{said:?}");
    owner.say(&["write", "f.meds", "--row", r#"{"NAAM": "Lithium"}"#]).well();
    let meds = owner.say(&["--json", "read", "f.meds"]).well().json();
    assert_eq!(meds["answers"][0]["value"], Json::from(vec![json!({ "name": "Lithium" })]));
}

#[test]
fn a_comma_before_a_column_parts_cells_as_a_semicolon_does() {
    let mut owner = Owner::with_plan();
    let row = "naam=Quetiapine, hoeveel=50 mg, 's avonds; waarvoor=rust, soms";
    owner.say(&["write", "f.meds", "--row", row]).well();
    let meds = owner.say(&["--json", "read", "f.meds"]).well().json();
    let expected =
        json!({ "name": "Quetiapine", "dose": "50 mg, 's avonds", "purpose": "rust, soms" });
    assert_eq!(meds["answers"][0]["value"], Json::from(vec![expected]));
}
