//! The built command at a terminal of the system's own: questions, Ctrl-C, pipes and full disks.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod early;
mod sitting;
mod unseen;

use std::fs::OpenOptions;
use std::process::Stdio;

use sitting::{CTRL_C, Desk, ESC, PASSPHRASE};

#[test]
fn a_new_plan_is_made_by_hand() {
    let desk = Desk::new();
    let mut sitting = desk.sit_down(&["init"]);
    sitting.sees("Choose a passphrase").types(PASSPHRASE).types("\r");
    sitting.sees("Once more").types(PASSPHRASE).types("\r");
    while !sitting.seen.contains("last group") {
        assert!(sitting.read(), "{}", sitting.seen);
    }
    let is_code = |line: &&str| line.trim().split('-').count() == 7;
    let code = sitting.seen.lines().find(is_code).unwrap().trim().to_owned();
    let last = code.rsplit('-').next().unwrap().to_owned();
    sitting.types(&last).types("\r");
    let (code, shown) = sitting.ends();
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("Your plan was made in plan."), "{shown}");
    assert!(desk.run(&["info"]).status.success());
}

#[test]
fn a_passphrase_is_not_shown_while_it_is_typed() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["info"]);
    sitting.sees("Passphrase").types(PASSPHRASE).types("\r");
    let (code, shown) = sitting.ends();
    assert_eq!(code, Some(0), "{shown}");
    assert!(!shown.contains("blauwe"), "{shown}");
    assert!(shown.contains("0 answers"), "{shown}");
}

#[test]
fn stopping_at_a_question_ends_with_its_own_sentence() {
    let desk = Desk::with_plan();
    for key in [CTRL_C, ESC] {
        let mut sitting = desk.sit_down(&["write", "c.first"]);
        sitting.sees("Passphrase").types("zev").types(key);
        let (code, shown) = sitting.ends();
        assert_eq!(code, Some(130), "{shown}");
        assert!(shown.contains("You stopped."), "{shown}");

        let mut sitting = desk.sit_down(&["write", "c.first", "--passphrase-file", "passphrase"]);
        sitting.sees("Your answer").types("Sit with").types(key);
        let (code, shown) = sitting.ends();
        assert_eq!(code, Some(130), "{shown}");
        assert!(shown.contains("Everything that was stored before is still there."), "{shown}");
    }
    let read = desk.run(&["read"]);
    assert!(!String::from_utf8(read.stdout).unwrap().contains("Sit with"));
}

#[test]
fn stopping_before_the_last_group_makes_no_plan() {
    let desk = Desk::new();
    let mut sitting = desk.sit_down(&["init"]);
    sitting.sees("Choose a passphrase").types(PASSPHRASE).types("\r");
    sitting.sees("Once more").types(PASSPHRASE).types("\r");
    sitting.sees("last group").types(CTRL_C);
    assert_eq!(sitting.ends().0, Some(130));
    assert!(!desk.path("plan").exists());
}

#[test]
fn an_answer_is_typed_and_a_choice_is_chosen_at_the_terminal() {
    let desk = Desk::with_plan();
    let file = ["--passphrase-file", "passphrase"];
    let mut sitting = desk.sit_down(&[&["write", "c.first"][..], &file].concat());
    sitting.sees("Your answer").types("Zit bij me, é\r");
    assert_eq!(sitting.ends().0, Some(0));
    let added = desk.run(&["person", "add", "Ana"]);
    assert!(added.status.success());
    let kind = ["write", "kind", "--person", "Ana"];
    let mut sitting = desk.sit_down(&[&kind[..], &file].concat());
    sitting.sees("partner").types("\u{1b}[B\u{1b}[B\u{1b}[B\r");
    assert_eq!(sitting.ends().0, Some(0));
    let plan = String::from_utf8(desk.run(&["export", "-"]).stdout).unwrap();
    assert!(plan.contains("Zit bij me, é") && plan.contains("sibling"), "{plan}");
}

#[test]
fn a_session_goes_on_for_as_long_as_somebody_likes() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["write"]);
    sitting.sees("Passphrase").types(PASSPHRASE).types("\r");
    sitting.sees("Your answer").types("Zoë\r");
    sitting.sees("Saved.").sees("Your answer").types("\r");
    sitting.sees("Your answer").types("enough for today\r");
    let (code, shown) = sitting.ends();
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("1 answer was saved."), "{shown}");
    let plan = String::from_utf8(desk.run(&["export", "-"]).stdout).unwrap();
    assert!(plan.contains("Zoë"), "{plan}");
}

#[test]
fn a_terminal_that_is_closed_at_a_question_ends_the_command_and_the_plan_is_free_again() {
    let desk = Desk::with_plan();
    let file = ["--passphrase-file", "passphrase"];
    desk.run(&["person", "add", "Ana"]);
    for (asked, question) in [
        (&["write", "c.first"][..], "Your answer"),
        (&["write", "kind", "--person", "Ana"], "partner"),
        (&["write"], "Your answer"),
    ] {
        let mut sitting = desk.sit_down(&[asked, &file].concat());
        sitting.sees(question);
        assert!(!sitting.closes_the_window().success(), "{asked:?}");
        // Nobody has it in use any more.
        assert!(desk.run(&["info"]).status.success(), "{asked:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let desk = Desk::new();
    let mut command = desk.command(&["fields", "--json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success() && ended.stderr.is_empty(), "{ended:?}");
}

#[test]
fn a_full_disk_behind_the_output_is_told() {
    let desk = Desk::new();
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ended = desk.command(&["schema"]).stdout(full).output().unwrap();
    assert_eq!(ended.status.code(), Some(9), "{ended:?}");
    assert!(String::from_utf8(ended.stderr).unwrap().contains("no room"));
}

#[test]
fn without_a_terminal_nothing_is_asked_and_nothing_hangs() {
    let desk = Desk::with_plan();
    // Its errors go into a pipe, so nobody could read a question.
    for (arguments, sentence) in [
        (&["read"][..], "--passphrase-file"),
        (&["passphrase", "--passphrase-file", "passphrase"], "--new-passphrase-file"),
        (&["write", "c.first", "--passphrase-file", "passphrase"], "Put your answer"),
    ] {
        let ended = desk.command(arguments).output().unwrap();
        assert_eq!(ended.status.code(), Some(2), "{ended:?}");
        assert!(String::from_utf8(ended.stderr).unwrap().contains(sentence));
    }
}

#[test]
fn the_environment_gives_no_passphrase_and_changes_nothing() {
    let desk = Desk::with_plan();
    let mut command = desk.command(&["read"]);
    for name in ["LANDVAST_PASSPHRASE", "PASSPHRASE", "LANDVAST_PASSPHRASE_FILE"] {
        command.env(name, PASSPHRASE);
    }
    let ended = command.env("LANDVAST_VAULT", "elsewhere").output().unwrap();
    assert_eq!(ended.status.code(), Some(2), "{ended:?}");
}
