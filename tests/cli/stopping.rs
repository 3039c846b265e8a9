//! Ctrl-C at any question: a sentence of its own, code 130, nothing lost and nothing half-made.

use landvast_cli::Exit;

use crate::owner::{Owner, PASSPHRASE, Ready, Said};

fn stopped(said: &Said) {
    assert_eq!(said.exit, Exit::Interrupted, "{said:?}");
    assert_eq!(said.exit.code(), 130);
    assert!(said.err.contains("You stopped."), "{said:?}");
}

#[test]
fn stopping_before_the_plan_is_made_leaves_nothing_behind() {
    let answers = [Ready::Words(PASSPHRASE), Ready::Words(PASSPHRASE), Ready::LastGroup];
    for count in 0..answers.len() {
        let mut owner = Owner::new();
        owner.ready = answers[..count].to_vec();
        owner.ready.push(Ready::Stop);
        stopped(&owner.type_for(&["init"]));
        assert!(!owner.path("plan").exists());
        assert_eq!(std::fs::read_dir(owner.home.path()).unwrap().count(), 1);
    }
}

#[test]
fn stopping_with_a_recovery_file_leaves_neither_plan_nor_code() {
    for answers in [vec![], vec![Ready::Words(PASSPHRASE)]] {
        let mut owner = Owner::new();
        owner.ready = answers;
        owner.ready.push(Ready::Stop);
        stopped(&owner.type_for(&["init", "--recovery-file", "HOME/code"]));
        assert_eq!(std::fs::read_dir(owner.home.path()).unwrap().count(), 1);
    }
}

#[test]
fn three_wrong_groups_make_nothing() {
    let mut owner = Owner::new();
    owner.ready = vec![Ready::Words(PASSPHRASE), Ready::Words(PASSPHRASE)];
    owner.ready.extend([Ready::Words("0000"), Ready::Words(""), Ready::Words("UUUU")]);
    let said = owner.type_for(&["init"]);
    assert_eq!(said.exit, Exit::WrongSecret, "{said:?}");
    assert!(said.err.contains("Nothing was made yet."), "{said:?}");
    assert!(!owner.path("plan").exists());
}

#[test]
fn stopping_at_any_question_of_any_command_loses_nothing() {
    let mut owner = Owner::with_plan();
    owner.say(&["person", "add", "Ana"]).well();
    owner.say(&["write", "c.first", "Sit"]).well();
    let before = owner.plan();
    let new = "negen rode vlaggen";
    let commands: [(&[&str], Vec<Ready>); 9] = [
        (&["read"], vec![]),
        (&["write", "c.first"], vec![Ready::Words(PASSPHRASE)]),
        (&["write", "c.do"], vec![Ready::Words(PASSPHRASE), Ready::Words("Talk")]),
        (&["write", "agreed", "--person", "1"], vec![Ready::Words(PASSPHRASE), Ready::One(0)]),
        (
            &["write", "f.meds"],
            vec![
                Ready::Words(PASSPHRASE),
                Ready::Words("Lithium"),
                Ready::Words(""),
                Ready::Words(""),
                Ready::Words(""),
            ],
        ),
        (&["person", "remove", "Ana"], vec![Ready::Words(PASSPHRASE)]),
        (&["passphrase"], vec![Ready::Words(PASSPHRASE), Ready::Words(new)]),
        (&["card", "HOME/card.pdf"], vec![]),
        (&["plan", "HOME/card.pdf"], vec![]),
    ];
    for (arguments, answers) in commands {
        for count in 0..=answers.len() {
            owner.ready = answers[..count].to_vec();
            owner.ready.push(Ready::Stop);
            stopped(&owner.type_for(arguments));
        }
    }
    assert_eq!(owner.plan(), before);
    assert!(!owner.path("card.pdf").exists());
}

#[test]
fn stopping_while_recovering_keeps_the_old_passphrase() {
    let mut owner = Owner::with_plan();
    for answers in [vec![], vec![Ready::Words("negen rode vlaggen")]] {
        owner.ready = answers;
        owner.ready.push(Ready::Stop);
        stopped(&owner.type_for(&["recover", "--recovery-file", "HOME/code"]));
    }
    owner.say(&["info"]).well();
}

#[test]
fn for_a_program_stopping_is_an_error_like_any_other() {
    let mut owner = Owner::with_plan();
    owner.ready = vec![Ready::Stop];
    let said = owner.type_for(&["--json", "read"]);
    assert_eq!(said.exit, Exit::Interrupted);
    assert_eq!(said.error_json()["error"], "interrupted");
    assert_eq!(said.error_json()["exit"], 130);
}
