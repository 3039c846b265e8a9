//! Bad input: each kind has its own sentence and its own exit code, and nothing is lost.

use std::path::Path;

use landvast::{Device, Keeper, Opening, Passphrase};
use landvast_cli::Exit;
use sha2::{Digest as _, Sha256};

use crate::owner::{Owner, PASSPHRASE, Ready, Said};

/// A refusal: how it ended, and the sentence that says why.
fn refused(said: &Said, exit: Exit, sentence: &str) {
    assert_eq!(said.exit, exit, "{said:?}");
    assert!(said.err.contains(sentence), "{sentence}: {said:?}");
    assert!(said.out.is_empty(), "{said:?}");
    assert!(said.err.lines().count() >= 3, "what happened, how the plan is, what to do: {said:?}");
}

#[test]
fn what_does_not_fit_is_refused_and_the_plan_stays_as_it_was() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana"]).well();
    owner.say(&["write", "c.first", "Sit"]).well();
    let before = owner.plan();
    let long = "x".repeat(20_001);
    let cases: &[(&[&str], Exit, &str)] = &[
        (&["write", "c.fisrt", "x"], Exit::Invalid, "c.first"),
        (&["read", "c.fisrt"], Exit::Invalid, "c.first"),
        (&["history", "c.fisrt"], Exit::Invalid, "c.first"),
        (&["fields", "c.fisrt"], Exit::Invalid, "c.fi"),
        (&["write", "f.meds", "words"], Exit::Invalid, "rows with columns"),
        (&["write", "f.meds", "--row", "{"], Exit::Invalid, "JSON"),
        (&["write", "f.meds", "--row", r#"{"dosis": "1"}"#], Exit::Invalid, "dose"),
        (&["write", "c.first", &long], Exit::Invalid, "20001"),
        (&["write", "a.birth_date", "31-2-1990"], Exit::Invalid, "does not exist"),
        (&["write", "a.birth_date", "soon"], Exit::Invalid, "2026-03-31"),
        (&["write", "i.version", "9"], Exit::Invalid, "itself"),
        (&["write", "c.first", "x", "--audience", "Zed"], Exit::Invalid, "not in your list"),
        (&["person", "edit", "Ana", "--kind", "aunt"], Exit::Invalid, "sibling"),
        (&["person", "edit", "Ana", "--hours", "often"], Exit::Invalid, "mo-fr 9-17"),
        (&["person", "edit", "Ana", "--agreed", "maybe"], Exit::Invalid, "an answer with a day"),
        (&["person", "edit", "Ana", "--call-order", "500"], Exit::Invalid, "99"),
        (&["person", "edit", "Ana"], Exit::Usage, "nothing here to change"),
        (&["person", "edit", "Zed", "--kind", "peer"], Exit::NotFound, "nobody of this name"),
        (&["person", "remove", "7", "--yes"], Exit::NotFound, "nobody of this name"),
        (&["write", "d.phones", "06"], Exit::Usage, "--person"),
        (&["write", "c.tools", "--audience", "me"], Exit::NotFound, "not here"),
        (&["card", "HOME/card.doc"], Exit::Usage, "PDF or a PNG"),
        (&["card", "HOME/card"], Exit::Usage, "PDF or a PNG"),
        (&["card", "HOME/nowhere/card.pdf"], Exit::Refused, "Nothing can be saved"),
        (&["card", "HOME/passphrase/card.pdf"], Exit::Refused, "Nothing can be saved"),
        (&["card", "HOME"], Exit::Refused, "This is a folder"),
        (&["export", "HOME/nowhere/plan.json"], Exit::Refused, "Nothing can be saved"),
        (&["export", "HOME"], Exit::Refused, "This is a folder"),
        (&["export", "HOME/passphrase"], Exit::AlreadyThere, "--replace"),
        (&["import", "HOME/nothing.json"], Exit::NotFound, "no such file"),
        (&["import", "HOME"], Exit::Refused, "This is a folder"),
        (&["init"], Exit::AlreadyThere, "Something is here already"),
        (&["write", "c.first"], Exit::Usage, "Put your answer behind the field"),
        (&["person", "remove", "Ana"], Exit::Usage, "--yes"),
        (&["passphrase"], Exit::Usage, "--new-passphrase-file"),
        (&["recover"], Exit::Usage, "--recovery-file"),
    ];
    for (arguments, exit, sentence) in cases {
        refused(&owner.say(arguments), *exit, sentence);
    }
    assert_eq!(owner.plan(), before);
    let passphrase = std::fs::read_to_string(owner.path("passphrase")).unwrap();
    assert_eq!(passphrase.trim(), PASSPHRASE, "an existing file was not touched");
}

#[test]
fn an_answer_that_should_come_in_and_does_not_empties_nothing() {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "c.first", "Sit"]).well();
    owner.say(&["write", "c.touch", "No"]).well();
    let before = owner.plan();
    for came in [&b""[..], b"\n", b" \r\n\n"] {
        for (words, sentence) in [("en", "Nothing came in."), ("nl", "Er kwam niets binnen.")] {
            for field in ["c.first", "c.touch"] {
                owner.input = came.to_vec();
                let said = owner.say(&["--words", words, "write", field, "-", "--audience", "me"]);
                refused(&said, Exit::Invalid, sentence);
                assert!(said.err.contains("--clear"), "{said:?}");
            }
        }
    }
    refused(&owner.say(&["write", "i.version", "-"]), Exit::Invalid, "itself");
    assert_eq!(owner.plan(), before);
    owner.say(&["write", "c.first", "--clear"]).well();
    assert_ne!(owner.plan(), before);
}

#[test]
fn a_command_that_is_none_is_told_what_was_probably_meant() {
    let mut owner = Owner::new();
    let cases: &[(&[&str], &str)] = &[
        (&["wriet"], "write"),
        (&["write", "c.first", "--audiense", "me"], "--audience"),
        (&["write"], "FIELD"),
        (&["card"], "FILE"),
        (&["write", "c.first", "x", "--clear"], "--clear"),
        (&["init", "--language", "fr"], "nl, en"),
        (&["completions", "dos"], "fish"),
        (&["--vault"], "--vault"),
        (&["undo", "everything"], "one word too many"),
        (&["--passphrase", "secret words"], "option"),
    ];
    for (arguments, sentence) in cases {
        refused(&owner.run(arguments), Exit::Usage, sentence);
    }
}

#[test]
fn a_wrong_passphrase_changes_nothing() {
    let mut owner = Owner::with_plan();
    std::fs::write(owner.path("wrong"), "not this one\n").unwrap();
    let arguments = ["--vault", "HOME/plan", "--passphrase-file", "HOME/wrong", "read"];
    refused(&owner.run(&arguments), Exit::WrongSecret, "does not open your plan");
    std::fs::write(owner.path("wrong"), "one\ntwo\n").unwrap();
    refused(&owner.run(&arguments), Exit::Invalid, "one line");
    std::fs::write(owner.path("wrong"), "").unwrap();
    refused(&owner.run(&arguments), Exit::Invalid, "one line");
    owner.say(&["read"]).well();
}

#[test]
fn many_wrong_passphrases_make_one_wait_and_the_code_never_waits() {
    let mut owner = Owner::with_plan();
    std::fs::write(owner.path("wrong"), "not this one\n").unwrap();
    let arguments = ["--vault", "HOME/plan", "--passphrase-file", "HOME/wrong", "read"];
    let waits = (0..20).map(|_| owner.run(&arguments)).find(|said| said.exit == Exit::Wait);
    refused(&waits.expect("a wait comes"), Exit::Wait, "second");
    let code = ["recover", "--recovery-file", "HOME/code", "--new-passphrase-file"];
    owner.type_for(&[&code[..], &["HOME/passphrase"]].concat()).well();
}

#[test]
fn where_there_is_no_plan_nobody_is_asked_for_a_passphrase() {
    let mut owner = Owner::new();
    for arguments in [&["read"][..], &["recover"], &["card", "HOME/card.pdf"]] {
        owner.ready = vec![Ready::Stop];
        let said = owner.type_for(arguments);
        refused(&said, Exit::NotFound, "no plan here");
        assert!(said.asked.is_empty(), "{said:?}");
    }
    assert!(!owner.path("card.pdf").exists());
}

#[test]
fn a_plan_that_is_open_elsewhere_is_left_alone() {
    let mut owner = Owner::with_plan();
    let opening = Opening::new(owner.path("plan"), Device::this());
    let held = Keeper::open(&opening, &Passphrase::new(PASSPHRASE.as_bytes()).unwrap()).unwrap();
    refused(&owner.say(&["write", "c.first", "x"]), Exit::InUse, "already open");
    held.lock().unwrap();
    owner.say(&["read"]).well();
}

#[test]
fn a_newer_format_is_told_from_damage() {
    let mut owner = Owner::with_plan();
    for copy in ["plan/header", "plan/header.2"] {
        let path = owner.path(copy);
        let mut bytes = std::fs::read(&path).unwrap();
        // Every version keeps the version behind the magic, and the sum at the end.
        bytes[8..10].copy_from_slice(&[0xff, 0xff]);
        let summed = bytes.len() - 32;
        let sum = Sha256::digest(&bytes[..summed]);
        bytes[summed..].copy_from_slice(&sum);
        std::fs::write(&path, bytes).unwrap();
    }
    refused(&owner.say(&["read"]), Exit::NewerFormat, "newer version");
    for copy in ["plan/header", "plan/header.2"] {
        std::fs::write(owner.path(copy), b"LVheader and then nothing").unwrap();
    }
    refused(&owner.say(&["read"]), Exit::Damaged, "damaged");
}

#[test]
fn one_bad_entry_among_hundreds_means_that_nothing_is_taken_over() {
    let mut owner = Owner::with_plan();
    let people: Vec<String> =
        (0..199).map(|number| format!(r#"{{"name": "Person {number}"}}"#)).collect();
    let text = format!(
        r#"{{"landvast": 1, "answers": {{"c.first": "Sit", "c.fisrt": "x", "a.birth_date":
        "2026-02-31", "f.meds": [{{"nmae": "x"}}]}}, "people": [{}, {{"agreed": "yes"}}]}}"#,
        people.join(", ")
    );
    std::fs::write(owner.path("in.json"), text).unwrap();
    let before = owner.plan();
    let said = owner.say(&["import", "HOME/in.json"]);
    refused(&said, Exit::Invalid, "4 things");
    for place in ["c.fisrt", "c.first", "a.birth_date", "f.meds", "people[199].agreed"] {
        assert!(said.err.contains(place), "{place}: {said:?}");
    }
    let faults = owner.say(&["--json", "import", "HOME/in.json"]).error_json();
    assert_eq!(faults["faults"].as_array().unwrap().len(), 4);
    assert_eq!(faults["exit"], 10);
    assert_eq!(owner.plan(), before);
}

#[test]
fn a_file_that_is_no_plan_is_refused() {
    let mut owner = Owner::with_plan();
    let cases: [(&[u8], &str); 6] = [
        (b"not json", "JSON"),
        (b"{\"landvast\": 2}", "newer version"),
        (b"{}", "landvast"),
        (b"{\"landvast\": 1,\n \"x\xff\": 1}", "line 2"),
        (b"", "JSON"),
        (b"[[[[[[", "JSON"),
    ];
    for (bytes, sentence) in cases {
        std::fs::write(owner.path("in.json"), bytes).unwrap();
        refused(&owner.say(&["import", "HOME/in.json"]), Exit::Invalid, sentence);
    }
}

#[test]
fn a_number_that_is_none_and_a_text_too_long_for_the_card_are_kept_and_told() {
    let mut owner = Owner::with_plan();
    let said = owner.say(&["person", "add", "Ana", "--phone", "ask Bo"]).well();
    assert!(said.out.contains("(d.phones)"), "{said:?}");
    let long = "Sit with me and wait until it is over. ".repeat(20);
    let said = owner.say(&["write", "c.first", &long]).well();
    assert!(said.out.contains("(c.first)\n  - "), "{said:?}");
    let plan = owner.plan();
    assert!(plan.contains("ask Bo") && plan.contains(long.trim()), "{plan}");
}

#[test]
fn what_a_terminal_would_obey_is_shown_harmlessly_and_kept() {
    let mut owner = Owner::with_plan();
    let hostile = "call \u{1b}[2J06\u{202e}123\u{9b}0m\u{7} \u{1f600} \u{0e2a}";
    let json = serde_json::json!({ "landvast": 1, "answers": { "c.first": hostile },
        "people": [{ "name": "A\u{1b}]0;x\u{7}na\u{202e}" }] });
    owner.input = json.to_string().into_bytes();
    owner.say(&["import", "-"]).well();
    for arguments in [
        &["read"][..],
        &["read", "c.first"],
        &["history", "c.first"],
        &["person", "list"],
        &["check", "--all"],
        &["card", "HOME/card.pdf"],
        &["--json", "read"],
        &["--json", "person", "list"],
        &["--json", "card", "HOME/card.pdf"],
    ] {
        let said = owner.say(arguments).well();
        let is_obeyed = |letter: char| {
            letter != '\n' && (letter.is_control() || ('\u{202a}'..='\u{202e}').contains(&letter))
        };
        assert!(!said.all().chars().any(is_obeyed), "{arguments:?}: {said:?}");
    }
    let kept = owner.say(&["--json", "read", "c.first"]).well().json();
    assert_eq!(kept["answers"][0]["value"], hostile);
}

#[test]
fn a_recovery_file_never_replaces_another_file() {
    let mut owner = Owner::new();
    std::fs::write(owner.path("code"), "something dear").unwrap();
    let said = owner.say(&["init", "--recovery-file", "HOME/code"]);
    refused(&said, Exit::AlreadyThere, "Choose another name.");
    assert_eq!(std::fs::read_to_string(owner.path("code")).unwrap(), "something dear");
    assert!(!owner.path("plan").exists());
}

#[test]
fn a_code_for_a_plan_that_could_not_be_made_does_not_stay_behind() {
    let mut owner = Owner::new();
    std::fs::write(owner.path("in-the-way"), "a file").unwrap();
    let arguments = [
        "--vault",
        "HOME/in-the-way/plan",
        "--passphrase-file",
        "HOME/passphrase",
        "init",
        "--recovery-file",
        "HOME/code",
    ];
    assert_ne!(owner.run(&arguments).exit, Exit::Done);
    assert!(!owner.path("code").exists());
    assert_eq!(entries(owner.home.path()), ["in-the-way", "passphrase"]);
}

#[test]
fn a_version_is_counted_only_for_a_card_that_was_written() {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "c.first", "Sit"]).well();
    refused(&owner.say(&["card", "HOME/no/card.pdf"]), Exit::Refused, "Nothing can be saved");
    assert_eq!(owner.say(&["--json", "info"]).well().json()["card"], serde_json::Value::Null);
}

fn entries(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        names.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
