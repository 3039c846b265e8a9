//! The built command at a terminal of the system's own: questions, Ctrl-C, pipes and full disks.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use tempfile::TempDir;

const PASSPHRASE: &str = "zeven blauwe bootjes";
const CTRL_C: &str = "\u{3}";
const ESC: &str = "\u{1b}";

/// A folder of its own, with the command in it knowing no other.
struct Desk {
    home: TempDir,
}

impl Desk {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        Self { home }
    }

    fn with_plan() -> Self {
        let desk = Self::new();
        let mut init = desk.command(&["init", "--recovery-file", "code"]);
        init.args(["--passphrase-file", "passphrase"]);
        let made = init.output().unwrap();
        assert!(made.status.success(), "{made:?}");
        desk
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_landvast"));
        command.current_dir(self.home.path()).env_clear().env("HOME", self.home.path());
        command.args(["--vault", "plan", "--words", "en"]).args(arguments);
        command.stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = self.command(arguments);
        command.args(["--passphrase-file", "passphrase"]).output().unwrap()
    }

    /// Starts the command with a terminal before it.
    fn sit_down(&self, arguments: &[&str]) -> Sitting {
        let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
        let ours = openpt(flags).unwrap();
        grantpt(&ours).unwrap();
        unlockpt(&ours).unwrap();
        let name = ptsname(&ours, Vec::new()).unwrap().into_string().unwrap();
        let theirs = OpenOptions::new().read(true).write(true).open(name).unwrap();
        let size = Winsize { ws_row: 40, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&theirs, size).unwrap();
        let mut command = self.command(arguments);
        command.stdin(theirs.try_clone().unwrap());
        command.stdout(theirs.try_clone().unwrap()).stderr(theirs);
        let child = command.spawn().unwrap();
        // The command keeps the terminal's other side; when it ends, reading ends.
        drop(command);
        Sitting { terminal: File::from(ours), child, seen: String::new() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }
}

/// Somebody before a terminal in which the command runs.
struct Sitting {
    terminal: File,
    child: Child,
    seen: String,
}

impl Sitting {
    /// Waits until this was shown since the last thing waited for.
    fn sees(&mut self, words: &str) -> &mut Self {
        while !self.seen.contains(words) {
            assert!(self.read(), "{words} never came: {}", self.seen);
        }
        self.seen.clear();
        self
    }

    fn types(&mut self, keys: &str) -> &mut Self {
        self.terminal.write_all(keys.as_bytes()).unwrap();
        self
    }

    /// How the command ended, and what it showed last.
    fn ends(&mut self) -> (Option<i32>, String) {
        while self.read() {}
        (self.child.wait().unwrap().code(), std::mem::take(&mut self.seen))
    }

    /// Reads what is shown next; false when the other side is closed.
    fn read(&mut self) -> bool {
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

/// Everything that a process can write to; nothing where nobody here may look.
fn memory_of(process: u32) -> Vec<u8> {
    let Ok(memory) = File::open(format!("/proc/{process}/mem")) else { return Vec::new() };
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps")).unwrap_or_default();
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
    all
}

#[test]
fn a_passphrase_that_was_typed_is_gone_from_memory_before_the_next_question() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["write", "c.first"]);
    sitting.sees("Passphrase").types(PASSPHRASE).types("\r").sees("Your answer");
    let memory = memory_of(sitting.child.id());
    if memory.is_empty() {
        // Only the system's owner may look; for anybody else there is nothing to see.
        return drop(sitting.types(CTRL_C).ends());
    }
    let found = memory.windows(PASSPHRASE.len()).filter(|at| *at == PASSPHRASE.as_bytes()).count();
    assert_eq!(found, 0, "in {} bytes", memory.len());
    sitting.types(CTRL_C);
    assert_eq!(sitting.ends().0, Some(130));
}

#[test]
fn a_crash_of_the_command_leaves_no_picture_of_its_memory() {
    let desk = Desk::with_plan();
    let mut sitting = desk.sit_down(&["write", "c.first"]);
    sitting.sees("Passphrase");
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", sitting.child.id())).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    let set: Vec<&str> = core.split_whitespace().skip(4).take(2).collect();
    assert_eq!(set, ["0", "0"]);
    // What the system's own dump program may not have belongs to the system, whoever runs this.
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
