//! Every command once, by somebody who makes a plan and looks after it.

use landvast_cli::Exit;

use crate::owner::{Owner, PASSPHRASE, Ready};

#[test]
fn a_person_makes_a_plan_writes_looks_and_takes_a_card_along() {
    let mut owner = Owner::with_plan();
    let said = owner.say(&["write", "c.first", "Sit with me", "quietly."]).well();
    assert!(said.out.contains("(c.first)"), "{said:?}");
    owner.say(&["write", "c.do", "Talk softly", "Call Ana"]).well();
    owner.say(&["write", "f.meds", "--row", r#"{"name": "Lithium", "dose": "400 mg"}"#]).well();
    owner.say(&["write", "f.meds", "--row", r#"{"name": "Melatonin"}"#]).well();

    let said = owner.say(&["read", "f.meds"]).well();
    assert!(said.out.contains("Lithium, 400 mg") && said.out.contains("Melatonin"), "{said:?}");
    let said = owner.say(&["read", "c"]).well();
    assert!(said.out.contains("Sit with me quietly.") && said.out.contains("Call Ana"));
    let said = owner.say(&["read"]).well();
    assert!(said.out.contains("Melatonin") && said.out.contains("Talk softly"));

    let pdf = owner.say(&["card", "HOME/card.pdf"]).well();
    assert!(std::fs::read(owner.path("card.pdf")).unwrap().starts_with(b"%PDF"));
    assert!(pdf.out.contains("Version 1") && pdf.out.contains("100 %"), "{pdf:?}");
    let png = owner.say(&["--json", "card", "HOME/card.PNG", "--second-language", "nl"]).well();
    assert!(std::fs::read(owner.path("card.PNG")).unwrap().starts_with(b"\x89PNG"));
    assert_eq!(png.json()["version"], 1);
    assert!(pdf.out.contains(png.json()["code"].as_str().unwrap()));
    let left: Vec<_> = std::fs::read_dir(owner.home.path()).unwrap().collect();
    assert!(
        left.iter().all(|entry| {
            !entry.as_ref().unwrap().file_name().to_string_lossy().starts_with('.')
        })
    );

    let said = owner.say(&["info"]).well();
    assert!(said.out.contains("3 answers") && said.out.contains("version 1"), "{said:?}");
}

#[test]
fn what_is_decided_about_an_answer_leaves_the_answer_alone() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana"]).well();
    owner.say(&["write", "c.tools", "Music, and a walk by the water"]).well();
    owner.say(&["write", "c.tools", "--card-text", "Music"]).well();
    owner.say(&["write", "c.tools", "--audience", "next-of-kin,1"]).well();
    let answer = owner.say(&["--json", "read", "c.tools"]).well().json()["answers"][0].clone();
    assert_eq!(answer["value"], "Music, and a walk by the water");
    assert_eq!(answer["card_text"], "Music");
    assert_eq!(answer["audience"], serde_json::json!(["next_of_kin", "Ana"]));
    owner.say(&["write", "c.tools", "--audience", "default"]).well();
    let answer = owner.say(&["--json", "read", "c.tools"]).well().json()["answers"][0].clone();
    assert_eq!(answer["audience"], serde_json::Value::Null);
    assert_eq!(answer["card_text"], "Music");
}

#[test]
fn people_are_added_changed_listed_and_removed() {
    let mut owner = Owner::with_plan();
    let ana = [
        "person",
        "add",
        "Ana",
        "--phone",
        "06 12345678",
        "--phones",
        "030 2345678",
        "--kind",
        "sibling",
        "--call-order",
        "2",
        "--hours",
        "mo-fr 9-17",
        "--agreed",
        "yes 2026-03-01",
        "--number-on-card",
        "yes",
        "--may-know",
        "c,f",
        "--limits",
        "Not at night",
    ];
    owner.say(&ana).well();
    owner.say(&["person", "add", "Bo", "--call-order", "1"]).well();
    let said = owner.say(&["person", "list"]).well();
    assert!(said.out.find("Bo").unwrap() < said.out.find("Ana").unwrap(), "{said:?}");
    assert!(said.out.contains("06 12345678, 030 234 5678"), "{said:?}");

    owner.say(&["person", "edit", "2", "--kind", "friend", "--limits", ""]).well();
    let people = owner.say(&["--json", "person", "list"]).well().json();
    let answers = people["people"][1]["answers"].as_array().unwrap().clone();
    let value = |field: &str| {
        answers.iter().find(|one| one["field"] == field).map(|one| one["value"].clone())
    };
    assert_eq!(value("d.kind"), Some("friend".into()));
    assert_eq!(value("d.limits"), None);
    assert_eq!(value("d.may_know"), Some(serde_json::json!(["c", "f"])));
    let agreed = serde_json::json!({ "on": "2026-03-01", "answer": "yes" });
    assert_eq!(value("d.agreed"), Some(agreed));

    owner.say(&["write", "phones", "06 87654321", "--person", "bo"]).well();
    let said = owner.say(&["read", "phones", "--person", "Bo"]).well();
    assert!(said.out.contains("06 87654321"), "{said:?}");
    let said = owner.say(&["read", "--person", "1"]).well();
    assert!(said.out.contains("d.phones"), "{said:?}");

    owner.ready = vec![Ready::Words("no")];
    let said = owner.say(&["person", "remove", "Bo"]).well();
    assert!(said.out.contains("Nothing was changed"), "{said:?}");
    owner.ready = vec![Ready::Words("y")];
    owner.say(&["person", "remove", "Bo"]).well();
    owner.say(&["person", "remove", "Ana", "--yes"]).well();
    let said = owner.say(&["person", "list"]).well();
    assert!(said.out.contains("nobody"), "{said:?}");
}

#[test]
fn a_change_is_taken_back_and_history_keeps_it() {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "c.first", "One"]).well();
    owner.say(&["write", "c.first", "Two"]).well();
    owner.say(&["undo"]).well();
    assert!(owner.say(&["read", "c.first"]).well().out.contains("One"));
    let history = owner.say(&["history", "c.first"]).well().out;
    assert!(history.contains("Two") && history.contains("March 2026, "), "{history}");
    owner.say(&["write", "c.first", "--clear"]).well();
    assert!(owner.say(&["read", "c.first"]).well().out.contains("landvast write c.first"));
    let versions = owner.say(&["--json", "history", "c.first"]).well().json();
    let last = versions["versions"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["shown"], serde_json::Value::Null);
}

#[test]
fn the_owner_is_told_three_hints_at_most_and_never_a_score() {
    let mut owner = Owner::with_plan();
    let said = owner.say(&["check"]).well();
    let hints = said.out.split("This may help you further:").nth(1).unwrap();
    assert_eq!(hints.lines().filter(|line| line.starts_with("  - ")).count(), 3, "{said:?}");
    assert!(!said.out.contains('%') && !said.out.contains("complete"), "{said:?}");
    let all = owner.say(&["--json", "check", "--all"]).well().json();
    let few = owner.say(&["--json", "check"]).well().json();
    let count = |json: &serde_json::Value| json["findings"].as_array().unwrap().len() as u64;
    assert_eq!(count(&all), count(&few) + few["left_out"].as_u64().unwrap());
    let weights = all["findings"].as_array().unwrap().iter().map(|one| one["weight"].as_u64());
    assert!(weights.is_sorted());
}

#[test]
fn a_plan_goes_out_and_comes_back_the_same() {
    let mut owner = Owner::with_plan();
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/noor.nl.json");
    let said = owner.say(&["import", example]).well();
    assert!(said.out.contains("antwoorden overgenomen"), "the plan is in Dutch now: {said:?}");
    let said = owner.say(&["export", "HOME/plan.json"]).well();
    assert!(said.out.replace('\n', " ").contains("iedereen kan dit bestand lezen"), "{said:?}");
    let one = std::fs::read_to_string(owner.path("plan.json")).unwrap();
    let mut other = Owner::with_plan();
    other.input = one.clone().into_bytes();
    other.say(&["import", "-"]).well();
    assert_eq!(other.plan().trim(), one.trim());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = owner.path("plan.json").metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn the_questions_and_the_shape_of_the_file_can_be_seen_before_there_is_a_plan() {
    let mut owner = Owner::new();
    let fields = owner.run(&["fields"]).well().out;
    assert!(fields.contains("c.first") && fields.contains("d.phones"));
    let one = owner.run(&["fields", "f.meds"]).well().out;
    assert!(one.contains("dose") && one.contains("Question"), "{one}");
    let all = owner.run(&["fields", "--json"]).well().json();
    let kinds: Vec<_> = all["fields"].as_array().unwrap().iter().map(|f| &f["kind"]).collect();
    assert!(kinds.len() > 130 && kinds.iter().all(|kind| kind.is_string()));
    for field in all["fields"].as_array().unwrap() {
        for text in ["label", "question"] {
            let said = |language: &str| field[text][language].as_str().unwrap_or_default();
            let is_said = field["kind"] == "derived" || !said("nl").is_empty();
            assert!(is_said && said("nl").is_empty() == said("en").is_empty(), "{field}");
        }
        for one in
            field["choices"].as_array().unwrap().iter().chain(field["columns"].as_array().unwrap())
        {
            assert!(one["label"]["nl"].is_string() && one["label"]["en"].is_string(), "{field}");
        }
    }
    let schema = owner.run(&["schema"]).well().json();
    assert!(schema["properties"]["answers"]["properties"]["c.first"].is_object(), "{schema}");
}

#[test]
fn a_new_plan_is_made_after_the_last_group_was_given_back() {
    let mut owner = Owner::new();
    owner.ready = vec![
        Ready::Words("short"),
        Ready::Words(PASSPHRASE),
        Ready::Words("something else"),
        Ready::Words(PASSPHRASE),
        Ready::Words(PASSPHRASE),
        Ready::Words("0000"),
        Ready::LastGroup,
    ];
    let said = owner.type_for(&["init"]).well();
    assert!(said.err.contains("too short") && said.err.contains("not the same"), "{said:?}");
    assert!(said.err.contains("not the last group"), "{said:?}");
    assert!(said.out.contains("Your plan was made in"), "{said:?}");
    owner.say(&["info"]).well();
}

#[test]
fn a_passphrase_is_changed_and_a_lost_one_is_replaced_with_the_code() {
    let mut owner = Owner::with_plan();
    std::fs::write(owner.path("new"), "acht groene zeilen\n").unwrap();
    let said = owner.say(&["passphrase", "--new-passphrase-file", "HOME/new"]).well();
    assert!(said.out.contains("old passphrase"), "{said:?}");
    assert_eq!(owner.say(&["info"]).exit, Exit::WrongSecret);
    owner.ready = vec![Ready::Words("acht groene zeilen")];
    owner.type_for(&["info"]).well();

    let code = std::fs::read_to_string(owner.path("code")).unwrap();
    let from_file = ["recover", "--recovery-file", "HOME/code", "--new-passphrase-file"];
    owner.type_for(&[&from_file[..], &["HOME/passphrase"]].concat()).well();
    owner.say(&["info"]).well();

    let typed: &'static str = Box::leak(code.to_lowercase().replace('-', " ").into_boxed_str());
    owner.ready = vec![
        Ready::Words("0000-0000"),
        Ready::Words(typed),
        Ready::Words("negen rode vlaggen"),
        Ready::Words("negen rode vlaggen"),
    ];
    let said = owner.type_for(&["recover"]).well();
    assert!(said.err.contains("typing slip"), "{said:?}");
    owner.ready = vec![Ready::Words("negen rode vlaggen")];
    owner.type_for(&["info"]).well();
}

#[test]
fn a_slip_in_the_passphrase_may_be_mended_at_once() {
    let mut owner = Owner::with_plan();
    owner.ready = vec![Ready::Words("zeven blauwe botjes"), Ready::Words(PASSPHRASE)];
    let said = owner.type_for(&["info"]).well();
    assert!(said.err.contains("does not open your plan"), "{said:?}");
}

#[test]
fn passphrase_and_plan_may_come_from_the_same_input() {
    let mut owner = Owner::with_plan();
    owner.input =
        format!("{PASSPHRASE}\n{{\"landvast\": 1, \"answers\": {{\"c.first\": \"Hi\"}}}}").into();
    let arguments = ["--vault", "HOME/plan", "--passphrase-file", "-", "import", "-"];
    let said = owner.run(&arguments).well();
    assert!(said.out.contains("1 answer taken over"), "{said:?}");
    owner.input = b"One line\nand another\n".to_vec();
    owner.say(&["write", "c.first", "-"]).well();
    let answers = owner.say(&["--json", "read", "c.first"]).well().json();
    assert_eq!(answers["answers"][0]["value"], "One line\nand another");
}

#[test]
fn each_kind_of_field_is_asked_in_its_own_way() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana"]).well();
    let cases: [(&[&str], Vec<Ready>, &str); 9] = [
        (&["write", "c.first"], vec![Ready::Words("Sit")], "Sit"),
        (
            &["write", "c.do"],
            vec![Ready::Words("Talk"), Ready::Words("Wait"), Ready::Words("")],
            "Wait",
        ),
        (
            &["write", "a.birth_date"],
            vec![Ready::Words("31-2-1990"), Ready::Words("3-2-1990")],
            "3 February 1990",
        ),
        (&["write", "kind", "--person", "1"], vec![Ready::One(3)], "brother or sister"),
        (
            &["write", "agreed", "--person", "1"],
            vec![Ready::One(0), Ready::Words("2026-02-01")],
            "1 February 2026",
        ),
        (&["write", "may_know", "--person", "1"], vec![Ready::Several(&[0, 2])], "help"),
        (&["write", "hours", "--person", "1"], vec![Ready::Words("mo-fr 9-17")], "9"),
        (&["write", "call_order", "--person", "1"], vec![Ready::Words("3")], "3"),
        (
            &["write", "f.meds"],
            vec![
                Ready::Words("Lithium"),
                Ready::Words("400 mg"),
                Ready::Words(""),
                Ready::Words(""),
                Ready::Words("yes"),
                Ready::Words(""),
                Ready::Words(""),
                Ready::Words(""),
                Ready::Words(""),
            ],
            "Lithium, 400 mg",
        ),
    ];
    for (arguments, ready, shown) in cases {
        owner.ready = ready;
        owner.say(arguments).well();
        let field = arguments[1];
        let read: Vec<&str> =
            ["read", field].iter().chain(arguments.get(2..).unwrap_or_default()).copied().collect();
        let said = owner.say(&read).well();
        assert!(said.out.to_lowercase().contains(&shown.to_lowercase()), "{field}: {said:?}");
    }
}

#[test]
fn nothing_typed_at_a_question_changes_nothing() {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "c.first", "Sit"]).well();
    let before = owner.plan();
    owner.ready = vec![Ready::Words("  ")];
    let said = owner.say(&["write", "c.first"]).well();
    assert!(said.out.contains("Nothing was changed"), "{said:?}");
    assert_eq!(owner.plan(), before);
}

#[test]
fn every_command_that_shows_something_has_json_of_a_stable_shape() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana", "--phone", "06 12345678"]).well();
    owner.say(&["write", "c.first", "Sit"]).well();
    let shapes: Vec<(Vec<&str>, &[&str])> = vec![
        (vec!["fields"], &["fields", "sections"]),
        (vec!["write", "c.do", "x"], &["done", "field", "findings", "person"]),
        (vec!["read"], &["answers", "language", "people"]),
        (vec!["read", "c"], &["answers", "language", "people"]),
        (vec!["read", "c.first"], &["answers", "language", "people"]),
        (vec!["read", "--person", "Ana"], &["answers", "language", "people"]),
        (vec!["person", "add", "Bo"], &["done", "findings", "name", "person"]),
        (vec!["person", "edit", "Bo", "--kind", "peer"], &["done", "findings", "name", "person"]),
        (vec!["person", "list"], &["people"]),
        (vec!["person", "remove", "Bo", "--yes"], &["done", "findings", "name", "person"]),
        (vec!["undo"], &["changes", "undone"]),
        (vec!["history", "c.do"], &["field", "versions"]),
        (vec!["check"], &["findings", "left_out"]),
        (vec!["export", "HOME/e.json"], &["bytes", "file"]),
        (vec!["import", "HOME/e.json"], &["answers", "people", "replaced"]),
        (
            vec!["card", "HOME/c.pdf"],
            &["code", "file", "files", "findings", "format", "paper", "version"],
        ),
        (
            vec!["sheet", "--for", "Ana", "HOME/s.pdf"],
            &["code", "file", "files", "findings", "format", "paper", "version"],
        ),
        (vec!["blank", "HOME/b.pdf"], &["file", "files", "format"]),
        (
            vec!["copies", "add", "--for", "Ana", "--what", "card", "--form", "paper"],
            &["copies", "done"],
        ),
        (vec!["copies"], &["copies"]),
        (vec!["copies", "back", "Ana"], &["copies", "done"]),
        (
            vec!["info"],
            &[
                "actions",
                "answers",
                "backup_on",
                "bytes",
                "card",
                "damaged",
                "format",
                "id",
                "language",
                "memory",
                "older_since",
                "people",
                "state",
                "vault",
            ],
        ),
    ];
    for (arguments, keys) in shapes {
        let json = owner.say(&[&["--json"], arguments.as_slice()].concat()).well().json();
        let found: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(found, keys, "{arguments:?}");
    }
}
