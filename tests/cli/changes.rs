//! What a command changed, or would replace, is said before it matters; and in one language.

use landvast_cli::Exit;
use serde_json::json;

use crate::owner::{Owner, PASSPHRASE, Ready};

fn file(owner: &Owner, name: &str, text: &serde_json::Value) {
    std::fs::write(owner.path(name), text.to_string()).unwrap();
}

#[test]
fn an_undo_says_what_it_took_back_and_none_of_its_words() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana", "--phone", "06 12345678"]).well();
    owner.say(&["write", "c.first", "Sit with me"]).well();
    owner.say(&["write", "c.first", "Stand by me"]).well();
    owner.say(&["person", "edit", "Ana", "--kind", "friend"]).well();
    let label = |owner: &mut Owner, id: &str| {
        let fields = owner.run(&["--json", "fields", id]).well().json();
        fields["fields"][0]["label"]["en"].as_str().unwrap().to_owned()
    };
    let (kind, first) = (label(&mut owner, "d.kind"), label(&mut owner, "c.first"));
    for told in [
        format!("no longer there: {kind} (Ana)"),
        format!("as it was: {first}"),
        format!("no longer there: {first}"),
        "no longer there: Ana".to_owned(),
    ] {
        let said = owner.say(&["undo"]).well();
        assert!(said.out.contains(&told), "{told}: {said:?}");
        assert!(!said.all().contains("me\n") && !said.all().contains("06"), "{said:?}");
    }
    let said = owner.say(&["undo"]);
    assert_eq!(said.exit, Exit::NotFound, "{said:?}");
    owner.say(&["person", "add", "Bo"]).well();
    owner.say(&["person", "remove", "Bo", "--yes"]).well();
    let said = owner.say(&["--words", "nl", "undo"]).well();
    assert!(said.out.contains("weer terug: Bo"), "{said:?}");
    assert!(said.out.contains("landvast redo"), "{said:?}");
}

#[test]
fn an_undo_too_many_is_put_back_until_something_else_is_written() {
    let mut owner = Owner::with_plan();
    let said = owner.say(&["redo"]);
    assert_eq!(said.exit, Exit::NotFound, "{said:?}");
    assert!(said.err.contains("nothing to put back"), "{said:?}");
    owner.say(&["write", "c.first", "Sit with me"]).well();
    owner.say(&["write", "c.first", "Stand by me"]).well();
    let whole = owner.plan();
    owner.say(&["undo"]).well();
    let once = owner.plan();
    owner.say(&["undo"]).well();
    owner.say(&["card", "HOME/card.pdf"]).well();
    let said = owner.say(&["redo"]).well();
    assert_eq!(owner.plan(), once);
    assert!(!said.all().contains("Sit with me"), "{said:?}");
    let said = owner.say(&["redo"]).well();
    assert!(said.out.contains("changed again: "), "{said:?}");
    assert_eq!(owner.plan(), whole);
    assert_eq!(owner.say(&["redo"]).exit, Exit::NotFound);
    owner.say(&["undo"]).well();
    owner.say(&["write", "c.do", "Tea"]).well();
    assert_eq!(owner.say(&["redo"]).exit, Exit::NotFound);
}

#[test]
fn after_forgetting_an_undo_asks_before_it_takes_back_an_earlier_change() {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "c.first", "Sit with me"]).well();
    owner.say(&["write", "c.first", "Stand by me"]).well();
    owner.say(&["write", "c.do", "Tea"]).well();
    owner.say(&["forget", "c.first", "--yes", "--recovery-file", "HOME/code2"]).well();
    let before = owner.plan();
    let said = owner.say(&["undo"]);
    assert_eq!(said.exit, Exit::Usage, "{said:?}");
    assert!(said.err.contains("does not take back forgetting"), "{said:?}");
    assert_eq!(owner.plan(), before);
    owner.ready = vec![Ready::Words(PASSPHRASE), Ready::Words("no")];
    let said = owner.type_for(&["undo"]).well();
    assert!(said.out.contains("Nothing was changed"), "{said:?}");
    assert_eq!(owner.plan(), before);
    // Something that was written since goes without a question, as ever.
    owner.say(&["write", "c.do", "Coffee"]).well();
    owner.say(&["undo"]).well();
    assert_eq!(owner.plan(), before);
}

#[test]
fn reading_in_what_stands_there_already_is_no_change() {
    let mut owner = Owner::with_plan();
    let meds = json!([{ "name": "Lithium", "dose": "800 mg" }]);
    let answers = json!({ "c.first": "Mine", "f.meds": meds });
    let people = json!([{ "name": "Ana", "kind": "friend" }]);
    file(&owner, "a.json", &json!({ "landvast": 1, "answers": answers, "people": people }));
    owner.say(&["import", "HOME/a.json"]).well();
    let before = owner.say(&["--json", "info"]).well().json()["actions"].clone();
    let said = owner.say(&["import", "HOME/a.json"]).well();
    assert!(said.out.contains("Nothing was changed"), "{said:?}");
    assert_eq!(owner.say(&["--json", "info"]).well().json()["actions"], before);
    std::fs::write(owner.path("b.json"), owner.plan()).unwrap();
    let said = owner.say(&["import", "HOME/b.json"]).well();
    assert!(said.out.contains("Nothing was changed"), "{said:?}");
    let said = owner.say(&["undo"]).well();
    assert!(said.out.contains("no longer there: Ana"), "{said:?}");
}

#[test]
fn a_file_that_would_replace_something_is_asked_about_first() {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "c.first", "Mine"]).well();
    owner.say(&["write", "c.do", "Stays"]).well();
    let new = json!({ "landvast": 1, "answers": { "c.first": "Theirs", "c.tools": "Music" } });
    file(&owner, "new.json", &new);
    let before = owner.plan();
    // Nobody there: nothing is replaced unasked.
    let said = owner.say(&["import", "HOME/new.json"]);
    assert_eq!(said.exit, Exit::Usage, "{said:?}");
    assert!(said.err.contains("the place of 1 thing") && said.err.contains("--yes"), "{said:?}");
    let said = owner.say(&["--json", "import", "HOME/new.json"]);
    assert_eq!(said.error_json()["error"], "no-terminal");
    // Somebody who says no.
    owner.ready = vec![Ready::Words(PASSPHRASE), Ready::Words("no")];
    let said = owner.type_for(&["import", "HOME/new.json"]).well();
    assert!(said.out.contains("Nothing was changed") && !said.all().contains("Mine"), "{said:?}");
    assert_eq!(owner.plan(), before);
    // Somebody who says yes, and takes it back.
    owner.ready = vec![Ready::Words(PASSPHRASE), Ready::Words("yes")];
    let said = owner.type_for(&["import", "HOME/new.json"]).well();
    assert!(said.out.contains("2 answers taken over"), "{said:?}");
    assert!(said.out.contains("1 thing was changed or removed"), "{said:?}");
    assert!(owner.plan().contains("Theirs"));
    owner.say(&["undo"]).well();
    assert!(owner.plan().contains("Mine"));
    owner.say(&["import", "HOME/new.json", "--yes"]).well();
    assert!(owner.plan().contains("Theirs"));
    // The same once more replaces nothing.
    owner.say(&["import", "HOME/new.json"]).well();
}

#[test]
fn a_whole_file_is_taken_back_only_after_a_question() {
    let mut owner = Owner::with_plan();
    let people: Vec<_> = (0..12).map(|n| json!({ "name": format!("Friend {n}") })).collect();
    file(&owner, "many.json", &json!({ "landvast": 1, "people": people }));
    owner.say(&["import", "HOME/many.json"]).well();
    let before = owner.plan();
    // Nobody there: nothing goes unasked.
    let said = owner.say(&["undo"]);
    assert_eq!(said.exit, Exit::Usage, "{said:?}");
    assert!(said.err.contains("You take back 12 things") && said.err.contains("--yes"), "{said:?}");
    owner.ready = vec![Ready::Words(PASSPHRASE), Ready::Words("no")];
    let said = owner.type_for(&["undo"]).well();
    assert!(said.out.contains("Nothing was changed"), "{said:?}");
    assert_eq!(owner.plan(), before);
    owner.say(&["undo", "--yes"]).well();
    assert!(!owner.plan().contains("Friend"));
}

#[test]
fn a_second_person_of_one_name_is_asked_about_and_told() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Sam"]).well();
    owner.ready = vec![Ready::Words(PASSPHRASE), Ready::Words("no")];
    let said = owner.type_for(&["person", "add", " sam "]).well();
    assert!(said.asked.iter().any(|asked| asked.contains("in your list already")), "{said:?}");
    assert_eq!(owner.say(&["--json", "person", "list"]).well().json()["people"][1], json!(null));
    // A program is told, and goes on.
    let said = owner.say(&["person", "add", "Sam"]).well();
    assert!(said.out.contains("More people in your list are called"), "{said:?}");
    let said = owner.say(&["sheet", "--for", "Sam", "HOME/sam.pdf"]);
    assert_eq!(said.exit, Exit::Invalid, "{said:?}");
    assert!(said.err.contains("Use the number from your list"), "{said:?}");
    owner.say(&["sheet", "--for", "2", "HOME/sam.pdf"]).well();
}

#[test]
fn whoever_asks_for_english_gets_no_dutch_from_a_dutch_plan() {
    let mut owner = Owner::new();
    owner.say(&["init", "--language", "nl", "--recovery-file", "HOME/code"]).well();
    owner.say(&["person", "add", "Ana", "--phone", "none"]).well();
    owner.say(&["write", "e.gp_post", "--row", "name=x"]);
    let english = ["--words", "en"];
    for command in [
        &["check", "--all"][..],
        &["write", "c.first", "x"],
        &["person", "add", "Bo"],
        &["person", "list"],
        &["read"],
        &["read", "c"],
        &["read", "--person", "Ana"],
        &["card", "HOME/card.pdf"],
        &["sheet", "--for", "Ana", "HOME/sheet.pdf"],
        &["plan", "HOME/plan.pdf"],
        &["copies", "add", "--for", "Ana", "--what", "sheet", "--form", "paper"],
        &["copies"],
        &["history", "c.first"],
        &["info"],
        &["undo"],
    ] {
        let said = owner.say(&[&english, command].concat()).well().all();
        for dutch in [" je ", " het ", " een ", " niet", " wie ", " nog ", " staat "] {
            assert!(!said.to_lowercase().contains(dutch), "{command:?}: {dutch}: {said}");
        }
    }
}
