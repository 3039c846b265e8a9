//! A backup takes the place of a plan only after its owner said so.

use landvast_cli::Exit;

use crate::keeping::with_backup;
use crate::owner::{Owner, Ready};

const RESTORE: [&str; 4] = ["restore", "HOME/plan.age", "--words-file", "HOME/words"];

fn restore(owner: &mut Owner, more: &[&str]) -> crate::owner::Said {
    owner.say(&[&RESTORE[..], more].concat())
}

#[test]
fn a_plan_is_replaced_after_a_yes_and_never_without_a_question() {
    let mut owner = with_backup();
    owner.say(&["write", "c.first", "KANARIE"]).well();
    let before = owner.plan();
    for answer in ["n", "", "no"] {
        owner.ready = vec![Ready::Words(answer)];
        let said = restore(&mut owner, &["--replace"]).well();
        assert!(said.out.contains("0 new, 1 changed, 0 gone"), "{said:?}");
        assert!(said.out.contains("Nothing was changed."), "{said:?}");
        assert!(said.asked[0].contains("Replace your plan with this backup?"), "{said:?}");
        assert_eq!(owner.plan(), before);
    }
    owner.ready = vec![Ready::Words("y")];
    let said = restore(&mut owner, &["--replace"]).well();
    assert!(said.out.contains("landvast undo"), "{said:?}");
    assert!(!owner.plan().contains("KANARIE"));
}

#[test]
fn where_nobody_can_be_asked_a_plan_is_replaced_with_yes_only() {
    let mut owner = with_backup();
    owner.say(&["write", "c.first", "KANARIE"]).well();
    let before = owner.plan();
    let said = restore(&mut owner, &["--replace"]);
    assert_eq!(said.exit, Exit::Usage, "{said:?}");
    assert!(said.err.contains("--yes") && said.out.is_empty(), "{said:?}");
    assert_eq!(owner.plan(), before);
    restore(&mut owner, &["--replace", "--yes"]).well();
    assert!(!owner.plan().contains("KANARIE"));
}

#[test]
fn what_takes_nothing_away_is_not_asked_about() {
    let mut owner = with_backup();
    let before = owner.plan();
    // Nobody sits there, and the backup is what the plan is.
    restore(&mut owner, &["--merge"]).well();
    // Somebody sits there who types the words, and is asked nothing more.
    let words = std::fs::read_to_string(owner.path("words")).unwrap();
    owner.ready = vec![Ready::Words(words.trim().to_owned().leak())];
    let said = owner.say(&["restore", "HOME/plan.age", "--replace"]).well();
    assert!(said.out.contains("Nothing was changed."), "{said:?}");
    assert_eq!(owner.plan(), before);
}

#[test]
fn whoever_chooses_from_the_list_has_chosen() {
    let mut owner = with_backup();
    owner.say(&["write", "c.first", "KANARIE"]).well();
    owner.ready = vec![Ready::One(2)];
    restore(&mut owner, &[]).well();
    assert!(!owner.plan().contains("KANARIE"));
    owner.ready = vec![Ready::One(0)];
    let said = restore(&mut owner, &["--json"]).well();
    assert_eq!(said.json()["restored"], serde_json::Value::Null);
}
