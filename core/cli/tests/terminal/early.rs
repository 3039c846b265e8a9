//! What somebody types while nothing is asked: not shown, and the terminal is given back as it was.

use std::fs::File;
use std::os::unix::process::ExitStatusExt;

use rustix::io::ioctl_fionread;
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};
use rustix::termios::{InputModes, LocalModes, tcgetattr};

use crate::sitting::{CTRL_C, Desk, PASSPHRASE, Sitting};

const NEW: &str = "negen rode vlaggen";
/// What ends a command from outside: its window closed, Ctrl-C elsewhere, the system going down.
const ENDING: [Signal; 4] = [Signal::HUP, Signal::INT, Signal::TERM, Signal::QUIT];

fn modes(terminal: &File) -> LocalModes {
    tcgetattr(terminal).unwrap().local_modes
}

/// A terminal as every shell hands it over.
fn usual() -> LocalModes {
    LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG
}

/// Puts the command to sleep, and waits until it is.
fn falls_asleep(sitting: &Sitting) -> Pid {
    let command = Pid::from_child(&sitting.child);
    kill_process(command, Signal::TSTP).unwrap();
    let (_, status) = waitpid(Some(command), WaitOptions::UNTRACED).unwrap().unwrap();
    assert!(status.stopped(), "{status:?}");
    command
}

#[test]
fn what_is_typed_before_it_is_asked_is_not_shown_and_counts_all_the_same() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["passphrase"]);
    sitting.sees("Passphrase").types(PASSPHRASE).types("\r");
    // The question is done with, and opening the plan takes a moment: nothing is asked now.
    sitting.sees("\n");
    sitting.types(NEW);
    while !sitting.seen.contains("Choose a passphrase") {
        assert!(sitting.read(), "{}", sitting.seen);
    }
    assert!(!sitting.seen.contains("rode"), "{}", sitting.seen);
    sitting.types("\r").sees("Once more").types(NEW).types("\r");
    let (code, shown) = sitting.ends();
    assert_eq!(code, Some(0), "{shown}");
    assert!(!shown.contains("rode"), "{shown}");
    std::fs::write(desk.path("passphrase"), NEW).unwrap();
    assert!(desk.run(&["info"]).status.success());
}

#[test]
fn whichever_way_a_command_ends_the_terminal_is_as_it_was() {
    let desk = Desk::with_plan();
    for keys in [CTRL_C, "zeven\r", "zeven blauwe bootjes\r"] {
        let mut sitting = desk.sit_down(&["read"]);
        let shell = sitting.shell();
        sitting.sees("Passphrase");
        assert!(!modes(&shell).contains(LocalModes::ECHO));
        sitting.types(keys);
        if keys.starts_with("zeven\r") {
            sitting.sees("Passphrase").types(CTRL_C);
        }
        let _ = sitting.child.wait().unwrap();
        assert!(modes(&shell).contains(usual()), "{keys:?}");
    }
}

#[test]
fn a_signal_ends_the_command_and_gives_the_terminal_back() {
    let desk = Desk::with_plan();
    for signal in ENDING {
        for is_asked in [true, false] {
            let mut sitting = desk.sit_down(&["read"]);
            let shell = sitting.shell();
            sitting.sees("Passphrase");
            if !is_asked {
                sitting.types(PASSPHRASE).types("\r").sees("\n");
            }
            kill_process(Pid::from_child(&sitting.child), signal).unwrap();
            let ended = sitting.child.wait().unwrap();
            // Between two questions it may have come to its end before the signal came.
            let was_sooner = !is_asked && ended.success();
            assert!(was_sooner || ended.signal() == Some(signal.as_raw()), "{ended:?}");
            assert!(modes(&shell).contains(usual()), "{signal:?}");
        }
    }
}

#[test]
fn a_signal_at_a_question_that_may_be_seen_gives_the_terminal_back_too() {
    let desk = Desk::with_plan();
    desk.run(&["person", "add", "Ana"]);
    let file = ["--passphrase-file", "passphrase"];
    for (asked, question) in [
        (&["write", "c.first"][..], "Your answer"),
        (&["write", "kind", "--person", "Ana"], "partner"),
        (&["person", "remove", "Ana"], "Ana"),
    ] {
        for signal in ENDING {
            let mut sitting = desk.sit_down(&[asked, &file].concat());
            let shell = sitting.shell();
            sitting.sees(question);
            assert!(!modes(&shell).contains(LocalModes::ICANON));
            kill_process(Pid::from_child(&sitting.child), signal).unwrap();
            let ended = sitting.child.wait().unwrap();
            assert_eq!(ended.signal(), Some(signal.as_raw()), "{asked:?}: {ended:?}");
            assert!(modes(&shell).contains(usual()), "{asked:?}: {signal:?}");
            let input = tcgetattr(&shell).unwrap().input_modes;
            assert!(input.contains(InputModes::ICRNL), "{asked:?}: {signal:?}");
            // What is pasted is not to be marked for the shell as it was for the question.
            sitting.sees("\u{1b}[?2004l");
        }
    }
    assert!(desk.run(&["info"]).status.success());
}

#[test]
fn a_signal_gives_the_terminal_back_where_another_program_reads_what_is_said() {
    let desk = Desk::with_plan();
    for signal in ENDING {
        let mut sitting = desk.sit_down_before_a_pipe(&["read"]);
        let shell = sitting.shell();
        sitting.sees("Passphrase");
        assert!(!modes(&shell).contains(LocalModes::ECHO));
        kill_process(Pid::from_child(&sitting.child), signal).unwrap();
        assert_eq!(sitting.child.wait().unwrap().signal(), Some(signal.as_raw()));
        assert!(modes(&shell).contains(usual()), "{signal:?}");
    }
}

#[test]
fn a_question_that_may_be_seen_sleeps_and_goes_on_where_it_was() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["write", "c.first", "--passphrase-file", "passphrase"]);
    let shell = sitting.shell();
    sitting.sees("Your answer");
    let command = falls_asleep(&sitting);
    assert!(modes(&shell).contains(usual()));
    kill_process(command, Signal::CONT).unwrap();
    sitting.sees("\u{1b}[?2004l").sees("\u{1b}[?2004h");
    assert!(!modes(&shell).contains(LocalModes::ICANON));
    sitting.types("Zit bij me\r");
    assert_eq!(sitting.child.wait().unwrap().code(), Some(0));
    assert!(modes(&shell).contains(usual()));
    let plan = String::from_utf8(desk.run(&["export", "-"]).stdout).unwrap();
    assert!(plan.contains("Zit bij me"), "{plan}");
}

#[test]
fn a_command_that_sleeps_at_a_question_is_ended_like_any_other() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["read"]);
    let shell = sitting.shell();
    sitting.sees("Passphrase");
    let command = falls_asleep(&sitting);
    for signal in [Signal::TERM, Signal::CONT] {
        kill_process(command, signal).unwrap();
    }
    assert_eq!(sitting.child.wait().unwrap().signal(), Some(Signal::TERM.as_raw()));
    assert!(modes(&shell).contains(usual()));
}

#[test]
fn a_command_that_is_put_to_sleep_gives_the_terminal_back_and_goes_on_where_it_was() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["read"]);
    let shell = sitting.shell();
    // Nothing is typed before it sleeps: what it has not read by then is thrown away.
    sitting.sees("Passphrase");
    let command = falls_asleep(&sitting);
    assert!(modes(&shell).contains(usual()));
    kill_process(command, Signal::CONT).unwrap();
    while modes(&shell).contains(LocalModes::ECHO) {
        std::thread::yield_now();
    }
    sitting.types(PASSPHRASE).types("\r");
    assert_eq!(sitting.child.wait().unwrap().code(), Some(0));
    assert!(modes(&shell).contains(usual()));
}

#[test]
fn a_passphrase_that_nobody_asked_for_does_not_go_to_the_shell() {
    // There is no plan, so the command ends before it asks.
    let desk = Desk::new();
    let mut sitting = desk.sit_down_typing(&format!("{PASSPHRASE}\n"), &["read"]);
    let shell = sitting.shell();
    assert_eq!(sitting.child.wait().unwrap().code(), Some(5));
    assert_eq!(ioctl_fionread(&shell).unwrap(), 0);
    // Without a secret nothing is taken away from what follows.
    let mut sitting = desk.sit_down_typing("pwd\n", &["schema"]);
    let shell = sitting.shell();
    while !sitting.seen.contains('}') {
        assert!(sitting.read());
    }
    assert_eq!(ioctl_fionread(&shell).unwrap(), 4);
}

#[test]
fn a_text_that_is_typed_without_a_question_is_seen() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["write", "c.first", "-"]);
    let shell = sitting.shell();
    sitting.sees("Passphrase").types(PASSPHRASE).types("\r");
    // Nothing says that it may begin but a terminal that shows what is typed.
    while !modes(&shell).contains(usual()) {
        std::thread::yield_now();
    }
    sitting.types("Zit bij me\r").sees("Zit bij me").types("\u{4}");
    assert_eq!(sitting.child.wait().unwrap().code(), Some(0));
    assert!(modes(&shell).contains(usual()));
    let plan = String::from_utf8(desk.run(&["export", "-"]).stdout).unwrap();
    assert!(plan.contains("Zit bij me"), "{plan}");
}

#[test]
fn an_answer_that_is_typed_early_with_its_enter_is_the_answer_to_the_next_question() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["write", "c.first"]);
    sitting.sees("Passphrase").types(PASSPHRASE).types("\r").sees("\n").types("Zit bij me\r");
    assert_eq!(sitting.ends().0, Some(0));
    let plan = String::from_utf8(desk.run(&["export", "-"]).stdout).unwrap();
    assert!(plan.contains("Zit bij me"), "{plan}");
}

#[test]
fn a_command_that_asks_no_secret_leaves_the_terminal_alone() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["write", "c.first", "--passphrase-file", "passphrase"]);
    let shell = sitting.shell();
    sitting.sees("Your answer").types("Zit bij me\r");
    assert_eq!(sitting.child.wait().unwrap().code(), Some(0));
    assert!(modes(&shell).contains(usual()));
}
