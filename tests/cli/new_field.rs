//! A field more in the table appears in every command, without another change.

use landvast::{Field, Kind, Section, TABLE, Table};

use crate::owner::Owner;

const MORE: &[Field] = &[
    Field::of_plan("c.anchor", Section::C, Kind::Text).goes("P"),
    Field::of_person("d.boat", Kind::Lines).goes("P"),
];
const WORDS: &str = "field-c-anchor = My anchor\n    .question = What holds you?\n\
                     field-d-boat = Their boat\n    .question = Which boat?\n";

fn owner() -> Owner {
    let mut parts = TABLE.parts().to_vec();
    parts.push(MORE);
    let mut owner = Owner::new();
    owner.table = Table::new(Box::leak(parts.into_boxed_slice()));
    owner.extra_words = WORDS;
    owner.say(&["init", "--recovery-file", "HOME/code"]).well();
    owner
}

#[test]
fn a_new_field_of_the_plan_appears_by_itself() {
    let mut owner = owner();
    let fields = owner.run(&["fields"]).well().out;
    assert!(fields.contains("c.anchor") && fields.contains("My anchor"), "{fields}");
    let said = owner.say(&["write", "c.anchor", "The dog"]).well();
    assert!(said.out.contains("My anchor"), "{said:?}");
    assert!(owner.say(&["read", "c"]).well().out.contains("The dog"));
    assert!(owner.say(&["history", "c.anchor"]).well().out.contains("The dog"));
    assert!(owner.plan().contains("The dog"));
    assert!(owner.run(&["schema"]).well().out.contains("My anchor"));
    assert!(owner.run(&["completions", "bash"]).well().out.contains("c.anchor"));
}

#[test]
fn a_new_field_of_a_person_is_an_option_by_itself() {
    let mut owner = owner();
    let help = owner.run(&["person", "add", "--help"]).well().out;
    assert!(help.contains("--boat") && help.contains("Their boat"), "{help}");
    assert!(owner.run(&["man"]).well().out.contains("boat"));
    owner.say(&["person", "add", "Ana", "--boat", "red", "--boat", "blue"]).well();
    let said = owner.say(&["read", "boat", "--person", "Ana"]).well();
    assert!(said.out.contains("red\n    blue"), "{said:?}");
    owner.say(&["person", "edit", "Ana", "--boat", ""]).well();
    assert!(!owner.plan().contains("red"));
}
