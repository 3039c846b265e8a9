//! An older copy of the plan that was put back is noticed, because its newest number is kept
//! outside its folder too.

use std::fs;

use landvast_tests::folder::copy;

use crate::owner::Owner;

const OLDER: &str = "older copy of your plan";

fn put_back(owner: &Owner) {
    fs::remove_dir_all(owner.path("plan")).unwrap();
    copy(&owner.path("copy"), &owner.path("plan"));
}

#[test]
fn an_older_copy_that_was_put_back_is_told_until_something_is_written() {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "c.first", "One"]).well();
    copy(&owner.path("plan"), &owner.path("copy"));
    owner.say(&["write", "c.first", "Two"]).well();
    owner.say(&["write", "c.do", "Three"]).well();
    assert!(!owner.say(&["read"]).well().err.contains(OLDER));
    put_back(&owner);
    for _ in 0..2 {
        let said = owner.say(&["read"]).well();
        assert!(said.err.contains(OLDER) && said.out.contains("One"), "{said:?}");
    }
    let said = owner.say(&["--json", "write", "c.do", "Four"]).well();
    assert_eq!(said.error_json()["notice"], "older-than-known");
    assert!(!owner.say(&["read"]).well().err.contains(OLDER));
}

/// What `info` says of it, without the ends of its lines.
fn info(owner: &mut Owner) -> String {
    owner.say(&["info"]).well().out.split_whitespace().collect::<Vec<_>>().join(" ")
}

const SINCE: &str = "Since 1 March 2026 you have gone on with an older copy of your plan.";

#[test]
fn going_on_with_an_older_copy_is_said_until_its_owner_knows() {
    let mut owner = Owner::with_plan();
    copy(&owner.path("plan"), &owner.path("copy"));
    for words in ["One", "Two", "Three"] {
        owner.say(&["write", "c.first", words]).well();
    }
    assert!(!info(&mut owner).contains("older copy"));
    put_back(&owner);
    // More changes than the newer one had.
    for words in ["Four", "Five", "Six", "Seven", "Eight"] {
        owner.say(&["write", "c.first", words]).well();
        assert!(info(&mut owner).contains(SINCE), "{words}");
    }
    assert!(info(&mut owner).contains("landvast info --known"));
    assert_eq!(owner.say(&["--json", "info"]).well().json()["older_since"], "2026-03-01");

    assert!(owner.say(&["info", "--known"]).well().out.contains("We no longer say"));
    owner.say(&["write", "c.first", "Nine"]).well();
    let said = owner.say(&["--json", "info"]).well();
    assert_eq!(said.json()["older_since"], serde_json::Value::Null);
    assert!(said.err.is_empty(), "{said:?}");
}

#[test]
fn whoever_only_looks_at_an_older_copy_can_say_that_they_know_too() {
    let mut owner = Owner::with_plan();
    copy(&owner.path("plan"), &owner.path("copy"));
    owner.say(&["write", "c.first", "One"]).well();
    put_back(&owner);
    assert!(owner.say(&["info", "--known"]).well().err.contains(OLDER));
    assert!(owner.say(&["info"]).well().err.is_empty());
}

#[test]
fn once_the_newer_one_is_back_nothing_is_said_of_it() {
    let mut owner = Owner::with_plan();
    copy(&owner.path("plan"), &owner.path("copy"));
    for words in ["One", "Two", "Three"] {
        owner.say(&["write", "c.first", words]).well();
    }
    let common = ["--vault", "HOME/copy", "--passphrase-file", "HOME/passphrase"];
    owner.run(&[&common[..], &["write", "c.first", "Other"]].concat()).well();
    assert!(owner.run(&[&common[..], &["info"]].concat()).well().out.contains("older copy"));
    assert!(!info(&mut owner).contains("older copy"));
    assert!(!info(&mut owner).contains("older copy"));
}

#[test]
fn a_plan_in_another_folder_is_still_the_same_plan() {
    let mut owner = Owner::with_plan();
    copy(&owner.path("plan"), &owner.path("copy"));
    owner.say(&["write", "c.first", "One"]).well();
    let arguments = ["--vault", "HOME/copy", "--passphrase-file", "HOME/passphrase", "read"];
    assert!(owner.run(&arguments).well().err.contains(OLDER));
}

#[test]
fn a_state_folder_that_cannot_be_written_is_no_error() {
    let mut owner = Owner::with_plan();
    fs::remove_dir_all(owner.path("state")).unwrap();
    fs::write(owner.path("state"), "a file in the way").unwrap();
    let said = owner.say(&["write", "c.first", "One"]).well();
    assert!(said.err.is_empty(), "{said:?}");
    fs::remove_file(owner.path("state")).unwrap();
    owner.say(&["read"]).well();
    let kept: Vec<_> = fs::read_dir(owner.path("state")).unwrap().collect();
    assert_eq!(kept.len(), 1);
    let path = kept[0].as_ref().unwrap().path();
    let noted = fs::read_to_string(&path).unwrap();
    assert!(noted.starts_with("2 ") && noted.lines().count() == 1, "{noted}");
    fs::write(&path, "rubbish").unwrap();
    assert!(!owner.say(&["read"]).well().err.contains(OLDER));
}
