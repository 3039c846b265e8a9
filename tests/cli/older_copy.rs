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
    assert_eq!(fs::read_to_string(&path).unwrap(), "2\n");
    fs::write(&path, "rubbish").unwrap();
    assert!(!owner.say(&["read"]).well().err.contains(OLDER));
}
