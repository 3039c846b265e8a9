//! Where no plan is, somebody is told where it was looked for and how to name another place.

use landvast_cli::Exit;

use crate::owner::{Owner, Said};

/// What was said beside the answer, as one line; long paths are broken over lines.
fn told(said: &Said) -> String {
    said.err.split_whitespace().collect()
}

#[test]
fn a_plan_that_is_not_there_is_told_with_its_place() {
    let mut owner = Owner::new();
    for command in [&["read"][..], &["info"], &["write", "c.first", "Sit"], &["salvage"]] {
        for (place, arguments) in [
            (owner.path("data").join("plan"), &[][..]),
            (owner.path("elsewhere"), &["--vault", "HOME/elsewhere"]),
        ] {
            let said = owner.run(&[arguments, command].concat());
            assert_eq!(said.exit, Exit::NotFound, "{said:?}");
            let told = told(&said);
            assert!(told.contains(&format!("Welookedin{}.", place.display())), "{told}");
            assert!(told.contains("--vaultDIR"), "{told}");
        }
    }
    let said = owner.run(&["--words", "nl", "read"]);
    assert!(told(&said).contains("Wijzochtenin"), "{said:?}");
}

#[test]
fn an_error_for_a_program_holds_no_place() {
    let mut owner = Owner::new();
    let said = owner.run(&["--json", "read"]);
    assert_eq!(said.error_json()["error"], "not-found");
    assert!(!said.err.contains("data"), "{said:?}");
    // Other things that are not found are not looked for in a folder.
    let mut owner = Owner::with_plan();
    let said = owner.say(&["person", "remove", "Nobody", "--yes"]);
    assert!(!said.err.contains("We looked in"), "{said:?}");
}

#[test]
fn help_names_the_usual_place_and_the_manual_does_not() {
    let mut owner = Owner::new();
    let place: String = owner.path("data").join("plan").to_string_lossy().into_owned();
    for command in [&["--help"][..], &["help"], &[]] {
        let help: String = owner.run(command).out.split_whitespace().collect();
        assert!(help.contains(&format!("Without--vaultyourplanisin{place}")), "{help}");
    }
    for command in [&["man"][..], &["completions", "bash"]] {
        let text: String = owner.run(command).well().out.split_whitespace().collect();
        assert!(!text.contains(&place), "{command:?}");
    }
}
