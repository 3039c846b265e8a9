//! The writing process, seen from outside.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// Longer than anything may take that does not hang.
const HANGS: Duration = Duration::from_mins(1);

/// A process that writes, and what it says.
pub(crate) struct Writer {
    process: Child,
    said: Receiver<String>,
}

impl Writer {
    /// Starts it on a vault, to write so many answers.
    pub(crate) fn start(vault: &Path, count: u64) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_writer"));
        let command = command.arg(vault).arg(count.to_string());
        let mut process = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        let (say, said) = mpsc::channel();
        thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if say.send(line).is_err() {
                    return;
                }
            }
        });
        Self { process, said }
    }

    /// The next line it says; none if it ended.
    pub(crate) fn hears(&mut self) -> Option<String> {
        match self.said.recv_timeout(HANGS) {
            Ok(line) => Some(line),
            Err(mpsc::RecvTimeoutError::Disconnected) => None,
            Err(mpsc::RecvTimeoutError::Timeout) => panic!("the writer hangs"),
        }
    }

    /// The next line, if it comes before so much time has passed.
    pub(crate) fn hears_within(&mut self, time: Duration) -> Option<String> {
        self.said.recv_timeout(time).ok()
    }

    /// Everything it still says until it ends by itself.
    pub(crate) fn told_until_it_ended(mut self) -> Vec<String> {
        let mut told = Vec::new();
        while let Some(line) = self.hears() {
            told.push(line);
        }
        self.process.wait().unwrap();
        told
    }

    /// Kills it at once, and gives what it had said until then.
    pub(crate) fn kill(mut self) -> Vec<String> {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        self.told_until_it_ended()
    }
}

/// The number in the last line that begins with `word`.
pub(crate) fn last_number(told: &[String], word: &str) -> Option<u64> {
    told.iter().rev().find_map(|line| line.strip_prefix(word)?.trim().parse().ok())
}
