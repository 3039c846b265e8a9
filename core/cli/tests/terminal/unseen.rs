//! What others on the same computer see of a command that runs: nothing of a passphrase.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::unix::fs::{FileExt, MetadataExt};

use crate::sitting::{CTRL_C, Desk, PASSPHRASE};

/// Everything that a process can write to. Refused where nobody here may look.
fn memory_of(process: u32) -> io::Result<Vec<u8>> {
    let memory = File::open(format!("/proc/{process}/mem"))?;
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps"))?;
    let mut all = Vec::new();
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let (from, rest) = line.split_once('-').unwrap();
        let (to, _) = rest.split_once(' ').unwrap();
        let number = |digits: &str| u64::from_str_radix(digits, 16).unwrap();
        let mut bytes = vec![0; usize::try_from(number(to) - number(from)).unwrap()];
        if memory.read_exact_at(&mut bytes, number(from)).is_ok() {
            all.extend(bytes);
        }
    }
    Ok(all)
}

#[test]
fn a_passphrase_that_was_typed_is_gone_from_memory_before_the_next_question() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["write", "c.first"]);
    sitting.sees("Passphrase").types(PASSPHRASE).types("\r").sees("Your answer");
    match memory_of(sitting.child.id()) {
        Ok(memory) => {
            let count = |words: &str| {
                memory.windows(words.len()).filter(|at| *at == words.as_bytes()).count()
            };
            assert_ne!(
                count("Your answer"),
                0,
                "the question is there, so a passphrase would be found"
            );
            assert_eq!(count(PASSPHRASE), 0, "in {} bytes", memory.len());
        }
        // The command lets nobody look but the system's owner, not even whoever runs it.
        Err(refused) => assert_eq!(refused.kind(), ErrorKind::PermissionDenied),
    }
    sitting.types(CTRL_C);
    assert_eq!(sitting.ends().0, Some(130));
}

#[test]
fn a_crash_of_the_command_leaves_no_picture_of_its_memory() {
    let desk = Desk::of_an_ordinary_user();
    let mut sitting = desk.sit_down(&["write", "c.first"]);
    sitting.sees("Passphrase");
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", sitting.child.id())).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    let set: Vec<&str> = core.split_whitespace().skip(4).take(2).collect();
    assert_eq!(set, ["0", "0"]);
    // What the system's own dump program may have belongs to whoever runs it, and that is not root.
    let environ = std::fs::metadata(format!("/proc/{}/environ", sitting.child.id())).unwrap();
    assert_eq!(environ.uid(), 0);
    sitting.types(CTRL_C);
    assert_eq!(sitting.ends().0, Some(130));
}

#[test]
fn a_passphrase_is_in_no_list_of_processes() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["write", "c.first"]);
    sitting.sees("Passphrase").types(PASSPHRASE).types("\r").sees("Your answer");
    for list in ["cmdline", "environ"] {
        // The command lets nobody but the system's owner look at the second.
        let seen = std::fs::read(format!("/proc/{}/{list}", sitting.child.id()));
        let seen = seen.unwrap_or_default();
        assert!(!String::from_utf8_lossy(&seen).contains("blauwe"));
    }
    sitting.types(CTRL_C);
    assert_eq!(sitting.ends().0, Some(130));
}
