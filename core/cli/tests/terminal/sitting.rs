//! Somebody before a terminal, and the command in it.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, getuid, pidfd_open};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "zeven blauwe bootjes";
pub(crate) const CTRL_C: &str = "\u{3}";
pub(crate) const ESC: &str = "\u{1b}";
/// The user that owns nothing.
const NOBODY: u32 = 65534;

/// A folder of its own, with the command in it knowing no other.
pub(crate) struct Desk {
    home: TempDir,
    program: PathBuf,
    /// Whose command it is, if it is not the one who tests.
    user: Option<u32>,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        Self { home, program: env!("CARGO_BIN_EXE_landvast").into(), user: None }
    }

    pub(crate) fn with_plan() -> Self {
        let desk = Self::new();
        let mut init = desk.command(&["init", "--recovery-file", "code"]);
        init.args(["--passphrase-file", "passphrase"]);
        let made = init.output().unwrap();
        assert!(made.status.success(), "{made:?}");
        desk
    }

    /// The same, of somebody who may do no more than anybody. Whoever may do everything makes it theirs.
    pub(crate) fn of_an_ordinary_user() -> Self {
        let mut desk = Self::with_plan();
        if getuid().is_root() {
            desk.user = Some(NOBODY);
            give(desk.home.path(), NOBODY);
            // Where it was built perhaps nobody else may go.
            if desk.command(&["--version"]).output().is_err() {
                std::fs::copy(&desk.program, desk.path("landvast")).unwrap();
                desk.program = desk.path("landvast");
            }
        }
        desk
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.current_dir(self.home.path()).env_clear().env("HOME", self.home.path());
        command.args(["--vault", "plan", "--words", "en"]).args(arguments);
        command.stdin(Stdio::null());
        if let Some(user) = self.user {
            command.uid(user).gid(user);
        }
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let mut command = self.command(arguments);
        command.args(["--passphrase-file", "passphrase"]).output().unwrap()
    }

    /// Starts the command with a terminal before it.
    pub(crate) fn sit_down(&self, arguments: &[&str]) -> Sitting {
        self.sit_down_typing("", arguments)
    }

    /// The same, where another program reads what the command says; it asks at the terminal.
    pub(crate) fn sit_down_before_a_pipe(&self, arguments: &[&str]) -> Sitting {
        self.start("", Some(Stdio::piped()), arguments)
    }

    /// The same, by somebody who typed this before the command began.
    pub(crate) fn sit_down_typing(&self, early: &str, arguments: &[&str]) -> Sitting {
        self.start(early, None, arguments)
    }

    fn start(&self, early: &str, output: Option<Stdio>, arguments: &[&str]) -> Sitting {
        let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
        let ours = openpt(flags).unwrap();
        grantpt(&ours).unwrap();
        unlockpt(&ours).unwrap();
        let theirs = other_side(&ours);
        let size = Winsize { ws_row: 40, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&theirs, size).unwrap();
        let mut terminal = File::from(ours);
        terminal.write_all(early.as_bytes()).unwrap();
        let mut command = self.command(arguments);
        command.stdin(theirs.try_clone().unwrap());
        command.stdout(output.unwrap_or_else(|| theirs.try_clone().unwrap().into()));
        command.stderr(theirs);
        let child = command.spawn().unwrap();
        // The command keeps the terminal's other side; when it ends, reading ends.
        drop(command);
        Sitting { terminal, child, seen: String::new() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }
}

/// Gives a folder and everything in it to somebody.
fn give(path: &Path, user: u32) {
    chown(path, Some(user), Some(user)).unwrap();
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            give(&entry.unwrap().path(), user);
        }
    }
}

/// Somebody before a terminal in which the command runs.
pub(crate) struct Sitting {
    pub(crate) terminal: File,
    pub(crate) child: Child,
    pub(crate) seen: String,
}

/// The side of a terminal that a command gets, and a shell before and after it.
fn other_side(terminal: impl AsFd) -> File {
    let name = ptsname(terminal, Vec::new()).unwrap().into_string().unwrap();
    OpenOptions::new().read(true).write(true).open(name).unwrap()
}

impl Sitting {
    /// The terminal's other side, as a shell holds it that waits for the command to end.
    pub(crate) fn shell(&self) -> File {
        other_side(&self.terminal)
    }

    /// Waits until this was shown since the last thing waited for.
    pub(crate) fn sees(&mut self, words: &str) -> &mut Self {
        while !self.seen.contains(words) {
            assert!(self.read(), "{words} never came: {}", self.seen);
        }
        // What was shown with it is there for what is waited for next.
        let end = self.seen.find(words).map_or(0, |at| at + words.len());
        self.seen.drain(..end);
        self
    }

    pub(crate) fn types(&mut self, keys: &str) -> &mut Self {
        self.terminal.write_all(keys.as_bytes()).unwrap();
        self
    }

    /// How the command ended, and what it showed last.
    pub(crate) fn ends(&mut self) -> (Option<i32>, String) {
        while self.read() {}
        (self.child.wait().unwrap().code(), std::mem::take(&mut self.seen))
    }

    /// Takes the terminal away, and waits for the command to end by itself.
    pub(crate) fn closes_the_window(self) -> ExitStatus {
        let Self { terminal, mut child, .. } = self;
        drop(terminal);
        let process = pidfd_open(Pid::from_child(&child), PidfdFlags::empty()).unwrap();
        let patience = Timespec { tv_sec: 60, tv_nsec: 0 };
        let ended = poll(&mut [PollFd::new(&process, PollFlags::IN)], Some(&patience)).unwrap();
        if ended == 0 {
            child.kill().unwrap();
        }
        assert!(ended > 0, "the command goes on without anybody");
        child.wait().unwrap()
    }

    /// Reads what is shown next; false when the other side is closed.
    pub(crate) fn read(&mut self) -> bool {
        let patience = Timespec { tv_sec: 60, tv_nsec: 0 };
        let mut waiting = [PollFd::new(&self.terminal, PollFlags::IN)];
        assert!(poll(&mut waiting, Some(&patience)).unwrap() > 0, "silence after {}", self.seen);
        let mut bytes = [0; 4096];
        // Linux says "input/output error" where a terminal's other side was closed.
        let count = self.terminal.read(&mut bytes).unwrap_or(0);
        let shown = bytes.get(..count).unwrap_or_default();
        self.seen.push_str(&String::from_utf8_lossy(shown));
        count > 0
    }
}
