//! A process that writes is killed at any moment. What it had acknowledged is there, whole.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use landvast_tests::Chance;
use tempfile::TempDir;

use crate::deed::{Deed, HANGS};
use crate::judge::{End, Mercy, Said, judge};
use crate::tally::{Tally, Verdict};
use crate::words::Author;
use crate::{Length, strace};

/// After so many rounds a new vault is begun, so that its making is killed too.
const ROUNDS_A_VAULT: u64 = 25;

pub(crate) fn run(chance: &mut Chance, length: Length) -> Tally {
    let mut tally = Tally::default();
    let mut vault = Begun::new();
    let mut while_writing = 0;
    for round in 0..length.of(60, 200, 10_000) {
        if round % ROUNDS_A_VAULT == 0 {
            vault = Begun::new();
        }
        let said = killed(&vault.path, vault.newest, chance);
        while_writing += u64::from(said.acknowledged > vault.newest);
        let verdict = judge(&vault.path, &said, Mercy::None);
        tally.count(verdict, || format!("round {round}: {said:?}"));
        if verdict == Verdict::Survived {
            // Whoever looked wrote one action more, so that it goes on from there.
            vault.newest = said.acknowledged;
        } else {
            vault = Begun::new();
        }
    }
    tally.note(format!("{while_writing} of the kills came while it wrote"));
    tally
}

struct Begun {
    _home: TempDir,
    path: PathBuf,
    newest: u64,
}

impl Begun {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("plan");
        Self { _home: home, path, newest: 0 }
    }
}

/// Lets a process write, kills it, and gives what it had acknowledged.
fn killed(vault: &Path, before: u64, chance: &mut Chance) -> Said {
    let deed = Deed::Write(chance.one_of(&[3, 40, u64::MAX]), Author::USUAL);
    let mut process = strace::process(vault, &deed.name())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let output = BufReader::new(process.stdout.take().unwrap());
    let (say, said) = mpsc::channel();
    let hearing = thread::spawn(move || {
        for line in output.lines().map_while(Result::ok) {
            if say.send(line).is_err() {
                return;
            }
        }
    });
    let mut lines = Vec::new();
    let mut end = End::Killed;
    // While it starts, makes or opens the vault; or after some answers.
    if chance.happens(25) {
        thread::sleep(Duration::from_micros(chance.below(60_000)));
    } else {
        for _ in 0..=chance.below(25) {
            match said.recv_timeout(HANGS) {
                Ok(line) => lines.push(line),
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    end = End::Hung;
                    break;
                }
            }
        }
        thread::sleep(Duration::from_micros(chance.below(6_000)));
    }
    process.kill().unwrap();
    process.wait().unwrap();
    hearing.join().unwrap();
    lines.extend(said.iter());
    Said { end, ..Said::read(before, &lines) }
}
