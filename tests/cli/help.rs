//! Help that a new user can go by, whole in each language.

use landvast_cli::Exit;

use crate::owner::Owner;

/// Every command that there is.
pub(crate) const COMMANDS: [&str; 32] = [
    "init",
    "fields",
    "write",
    "read",
    "person",
    "undo",
    "redo",
    "history",
    "check",
    "import",
    "export",
    "schema",
    "card",
    "sheet",
    "plan",
    "wishes",
    "agreements",
    "blank",
    "copies",
    "passphrase",
    "recover",
    "backup",
    "restore",
    "salvage",
    "recovery",
    "renew",
    "forget",
    "erase",
    "info",
    "completions",
    "man",
    "help",
];

/// Compares with the page that was looked at, wherever the test is run from.
fn same_as_before(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/cli/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn help(arguments: &[&str]) -> String {
    let mut owner = Owner::new();
    // It is named in help, and that is to be the same wherever the test is run.
    owner.data = Some("/data/sam/landvast".into());
    owner.run(arguments).well().out
}

#[test]
fn the_first_page_of_help_in_each_language() {
    same_as_before("help-nl", &help(&["--words", "nl", "--help"]));
    same_as_before("help-en", &help(&["--words", "en", "--help"]));
}

#[test]
fn the_help_of_writing_and_of_beginning() {
    same_as_before("help-write-nl", &help(&["--words", "nl", "write", "--help"]));
    same_as_before("help-init-en", &help(&["init", "--help"]));
}

#[test]
fn every_command_has_help_of_its_own_on_a_page_of_80_columns() {
    for words in ["nl", "en"] {
        for command in COMMANDS {
            let text = help(&["--words", words, command, "--help"]);
            assert!(text.contains(&format!("landvast {command}")), "{command}: {text}");
            assert_eq!(text, help(&["--words", words, "help", command]), "{command}");
            for line in text.lines() {
                assert!(line.chars().count() <= 80, "{command}: {line}");
            }
        }
    }
}

#[test]
fn the_examples_of_a_command_are_understood_as_they_stand() {
    let without: [&str; 8] =
        ["undo", "redo", "schema", "passphrase", "renew", "erase", "info", "man"];
    for command in COMMANDS {
        if without.contains(&command) || command == "help" {
            continue;
        }
        let text = help(&[command, "--help"]);
        let (_, examples) = text.split_once("For instance:\n").unwrap_or_else(|| panic!("{text}"));
        for example in examples.lines().map(str::trim).filter(|line| line.starts_with("landvast")) {
            // There is no plan, so what is understood ends before anything is asked or written.
            let mut owner = Owner::new();
            let (typed, _) = example.split_once(" | ").unwrap_or((example, ""));
            let typed = words_of(typed);
            let endings = [".pdf", ".png", ".json", ".age", ".txt"];
            let is_file = |word: &str| endings.iter().any(|end| word.ends_with(end));
            let at_home = |word: &String| {
                if is_file(word) { format!("HOME/{word}") } else { word.clone() }
            };
            let typed: Vec<String> = typed.iter().skip(1).map(at_home).collect();
            let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
            let said = owner.run(&typed);
            for slip in ["not understood", "do not know", "still missing", "does not fit"] {
                // Whoever names no field at a terminal is asked everything; here nobody sits.
                let is_session = example == "landvast write" && slip == "still missing";
                assert!(is_session || !said.err.contains(slip), "{example}: {said:?}");
            }
        }
    }
}

/// What a shell makes of a line with quotes.
fn words_of(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut within = None;
    for letter in line.chars() {
        match (letter, within) {
            (_, Some(quote)) if letter == quote => within = None,
            ('"' | '\'', None) => within = Some(letter),
            (' ', None) => words.push(String::new()),
            _ => words.last_mut().unwrap().push(letter),
        }
    }
    words
}

#[test]
fn no_word_of_the_library_stands_in_dutch_help() {
    for command in COMMANDS {
        let text = help(&["--words", "nl", command, "--help"]);
        for foreign in
            ["Usage", "Options:", "Print help", "Arguments", "possible values", "default:"]
        {
            assert!(!text.contains(foreign), "{command}: {text}");
        }
    }
}

#[test]
fn the_help_and_the_manual_tell_every_exit_code() {
    let codes = Exit::ALL.map(|exit| exit.code().to_string());
    for text in [help(&["--help"]), help(&["man"])] {
        for code in &codes {
            assert!(text.lines().any(|line| line.trim_start().starts_with(code)), "{code}");
        }
    }
}

#[test]
fn the_manual_names_every_command_in_our_own_words() {
    let manual = help(&["--words", "nl", "man"]);
    for command in COMMANDS {
        assert!(manual.contains(&format!("LANDVAST {}", command.to_uppercase())), "{command}");
    }
    for foreign in [".SH DESCRIPTION", ".SH SYNOPSIS", ".SH NAME\n", "SUBCOMMANDS", "EXTRA"] {
        assert!(!manual.contains(foreign), "{foreign}");
    }
}

#[test]
fn the_shell_completes_commands_options_and_fields() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = help(&["completions", shell]);
        for word in ["person", "card-text", "passphrase-file"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
        // The others complete no values.
        if ["bash", "zsh"].contains(&shell) {
            assert!(script.contains("c.first") && script.contains("f.meds"), "{shell}");
        }
    }
}

#[test]
fn without_a_command_the_help_comes_by_itself() {
    let said = Owner::new().run(&[]);
    assert!(said.out.contains("landvast init"), "{said:?}");
}

#[test]
fn the_language_is_the_systems_until_another_is_asked_for() {
    let mut owner = Owner::new();
    for (locale, first) in [
        (Some("nl_NL.UTF-8"), "Gebruik:"),
        (Some("en_GB"), "Use:"),
        (Some("de"), "Gebruik:"),
        (None, "Gebruik:"),
    ] {
        owner.locale = locale;
        assert!(owner.run(&["--help"]).out.contains(first), "{locale:?}");
        assert!(owner.run(&["--words=en", "--help"]).out.contains("Use:"));
    }
}

#[test]
fn help_for_a_command_that_is_none_says_what_was_probably_meant() {
    for (typed, meant) in [
        (&["help", "wrte"][..], "Do you mean write?"),
        (&["help", "person", "ad"], "Do you mean add?"),
        (&["help", "shete"], "Do you mean sheet?"),
        (&["help", "zzz"], "We do not know this command."),
    ] {
        let said = Owner::new().run(typed);
        assert_eq!(said.exit, Exit::Usage, "{said:?}");
        assert!(said.err.contains(meant), "{said:?}");
    }
}

#[test]
fn a_language_alone_is_no_command_and_nothing_is_said_to_be_missing_without_a_name() {
    let said = Owner::new().run(&["--words", "en"]);
    assert_eq!(said.exit, Exit::Usage, "{said:?}");
    assert!(said.err.contains("not understood") && said.err.contains("--help"), "{said:?}");
}
