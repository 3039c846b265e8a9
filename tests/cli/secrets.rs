//! Secrets come in by a question or a file, and go out nowhere.

use landvast_cli::Exit;

use crate::help::COMMANDS;
use crate::owner::{Owner, PASSPHRASE, Ready};

#[test]
fn no_argument_takes_a_passphrase_or_a_code() {
    let mut owner = Owner::new();
    for command in COMMANDS.into_iter().filter(|command| *command != "help") {
        let help = owner.run(&[command, "--help"]).well().out;
        let options = help.split_whitespace().filter(|word| word.starts_with("--"));
        for option in options.filter(|word| {
            ["passphrase", "code", "words"].iter().any(|secret| word.contains(secret))
                // Neither takes a value that anybody must keep to themselves.
                && !["--words", "--with-code"].contains(word)
        }) {
            assert!(
                option.starts_with("--passphrase-file") || option.ends_with("-file"),
                "{option}"
            );
        }
        let said = owner.run(&[command, "--passphrase", PASSPHRASE]);
        assert_eq!(said.exit, Exit::Usage);
        assert!(!said.all().contains(PASSPHRASE));
    }
}

#[test]
fn the_sources_of_the_command_never_ask_the_environment() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/cli/src");
    let mut folders = vec![std::path::PathBuf::from(folder)];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            // `env!` asks the compiler; `args_os` is the command line itself.
            let text = text.replace("std::env::args_os()", "").replace("env!(", "");
            assert!(!text.contains("env::"), "{}", path.display());
            count += 1;
        }
    }
    assert!(count > 15, "the sources were not found");
}

#[test]
fn nothing_that_is_said_holds_a_secret_but_the_code_once() {
    let mut owner = Owner::new();
    owner.ready = vec![Ready::Words(PASSPHRASE), Ready::Words(PASSPHRASE), Ready::LastGroup];
    let said = owner.type_for(&["init"]).well();
    let is_code = |line: &&str| line.trim().split('-').count() == 7;
    let code = said.err.lines().find(is_code).unwrap().trim().to_owned();
    assert_eq!(said.all().matches(&code).count(), 1);
    assert!(!said.out.contains(&code), "a pipe would have kept it");
    assert!(!said.all().contains(PASSPHRASE));
    for arguments in [&["info"][..], &["read"], &["--json", "info"], &["export", "-"], &["check"]] {
        let said = owner.say(arguments).well();
        assert!(!said.all().contains(PASSPHRASE) && !said.all().contains(&code));
    }
}

#[cfg(unix)]
#[test]
fn what_lies_beside_the_plan_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut owner = Owner::with_plan();
    owner.say(&["write", "c.first", "Sit"]).well();
    owner.say(&["card", "HOME/card.pdf"]).well();
    let mode = |name: &str| owner.path(name).metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("code"), mode("card.pdf")), (0o600, 0o600));
    assert_eq!((mode("plan"), mode("state")), (0o700, 0o700));
    let code = std::fs::read_to_string(owner.path("code")).unwrap();
    assert_eq!(code.trim().split('-').count(), 7);
}
