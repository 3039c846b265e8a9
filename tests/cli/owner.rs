//! Somebody at the command: a folder of their own, a clock that stands still, and answers ready.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::rc::Rc;

use landvast::{Device, KdfCost, TABLE, Table, WorkFactor};
use landvast_cli::{Asked, Exit, Folders, Host, Memory, NoAnswer, Prompts, Screen};
use serde_json::Value as Json;
use tempfile::TempDir;
use zeroize::Zeroizing;

/// The passphrase of every plan here.
pub(crate) const PASSPHRASE: &str = "zeven blauwe bootjes";

/// An answer that is ready for a question.
#[derive(Clone, Debug)]
pub(crate) enum Ready {
    /// These words.
    Words(&'static str),
    /// The choice at this place.
    One(usize),
    /// The choices at these places.
    Several(&'static [usize]),
    /// The last group of the recovery code that was shown.
    LastGroup,
    /// The last two words of the backup that was shown.
    LastWords,
    /// Passes by every question until these words are shown or asked.
    SkipTo(&'static str),
    /// Ctrl-C.
    Stop,
}

/// Somebody at the command.
pub(crate) struct Owner {
    pub(crate) home: TempDir,
    pub(crate) table: Table,
    pub(crate) extra_words: &'static str,
    pub(crate) device: Device,
    /// What the input holds.
    pub(crate) input: Vec<u8>,
    /// The answers that are ready; none means that nobody sits there.
    pub(crate) ready: Vec<Ready>,
    pub(crate) locale: Option<&'static str>,
    /// Where plans lie by themselves, if that is not in the owner's folder.
    pub(crate) data: Option<PathBuf>,
}

/// How one command ended, and what it said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) exit: Exit,
    pub(crate) out: String,
    pub(crate) err: String,
    /// The questions that were asked.
    pub(crate) asked: Vec<String>,
}

impl Said {
    pub(crate) fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("no JSON: {}", self.out))
    }

    pub(crate) fn error_json(&self) -> Json {
        serde_json::from_str(&self.err).unwrap_or_else(|_| panic!("no JSON: {}", self.err))
    }

    /// Everything that was said, on either stream.
    pub(crate) fn all(&self) -> String {
        format!("{}\n{}", self.out, self.err)
    }

    /// The same, insisting that it went well.
    pub(crate) fn well(self) -> Self {
        assert_eq!(self.exit, Exit::Done, "{}", self.all());
        self
    }
}

impl Owner {
    /// Somebody without a plan.
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        Self {
            home,
            table: TABLE,
            extra_words: "",
            device: still(),
            input: Vec::new(),
            ready: Vec::new(),
            locale: Some("en-GB"),
            data: None,
        }
    }

    /// Somebody with an empty plan.
    pub(crate) fn with_plan() -> Self {
        let mut owner = Self::new();
        owner.say(&["init", "--recovery-file", "HOME/code"]).well();
        owner
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Runs a command on the plan, with its passphrase from the file. `HOME` stands for the
    /// owner's folder.
    pub(crate) fn say(&mut self, arguments: &[&str]) -> Said {
        let common = ["--vault", "HOME/plan", "--passphrase-file", "HOME/passphrase"];
        let all: Vec<&str> = common.iter().chain(arguments).copied().collect();
        self.run(&all)
    }

    /// The same, and the passphrase must be typed.
    pub(crate) fn type_for(&mut self, arguments: &[&str]) -> Said {
        let all: Vec<&str> = ["--vault", "HOME/plan"].iter().chain(arguments).copied().collect();
        self.run(&all)
    }

    /// Runs a command as it stands.
    pub(crate) fn run(&mut self, arguments: &[&str]) -> Said {
        let home = self.home.path().to_str().unwrap();
        let typed = arguments.iter().map(|one| OsString::from(one.replace("HOME", home)));
        let typed: Vec<OsString> = std::iter::once("landvast".into()).chain(typed).collect();
        let errors = Shared::default();
        let mut prompts = Script {
            ready: self.ready.drain(..).collect(),
            asked: Vec::new(),
            shown: errors.clone(),
            looked_at: 0,
        };
        let is_asked = !prompts.ready.is_empty();
        let mut output = Vec::new();
        let mut errors_writer = errors.clone();
        let input = std::mem::take(&mut self.input);
        let mut host = Host {
            table: self.table,
            extra_words: self.extra_words,
            device: self.device,
            cost: KdfCost::FLOOR,
            work: WorkFactor::for_tests(1),
            memory: Memory::Locked,
            locale: self.locale.map(str::to_owned),
            folders: Folders {
                data: Some(self.data.clone().unwrap_or_else(|| self.path("data"))),
                state: Some(self.path("state")),
            },
            input: &mut input.as_slice(),
            output: &mut output,
            errors: &mut errors_writer,
            screen: if is_asked { Screen::Terminal } else { Screen::Nobody },
            prompts: &mut prompts,
        };
        let exit = landvast_cli::run(&typed, &mut host);
        Said {
            exit,
            out: String::from_utf8(output).unwrap(),
            err: errors.text(),
            asked: prompts.asked,
        }
    }

    /// The whole plan as a program gets it: to see whether anything changed.
    pub(crate) fn plan(&mut self) -> String {
        self.say(&["export", "-"]).well().out
    }
}

/// A device whose clock stands still.
pub(crate) fn still() -> Device {
    Device {
        now: || "2026-03-01T10:00:00Z".parse().unwrap(),
        today: || "2026-03-01".parse().unwrap(),
        random: Device::this().random,
    }
}

/// The error stream, which a script can look at: it shows the recovery code.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Shared {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).unwrap()
    }
}

impl Shared {
    /// The words of the backup that was shown.
    fn six_words(&self) -> Vec<String> {
        six_words(&self.text())
    }
}

/// The words of a backup, as they were shown: a numbered line each.
pub(crate) fn six_words(shown: &str) -> Vec<String> {
    let numbered = shown.lines().filter_map(|line| line.trim().split_once(". "));
    let words = numbered.filter(|(number, _)| number.parse::<u8>().is_ok());
    words.map(|(_, word)| word.to_owned()).collect()
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Answers from a list. A question more than there are answers is one too many: it stops.
struct Script {
    ready: VecDeque<Ready>,
    asked: Vec<String>,
    shown: Shared,
    /// How much of what was shown had been shown at the question before.
    looked_at: usize,
}

impl Script {
    /// The next answer; `passing` passes by a question that is not the one waited for.
    fn next(&mut self, question: &str, passing: Ready) -> Asked<Ready> {
        self.asked.push(question.to_owned());
        let shown = self.shown.text();
        let new = format!("{}\n{question}", shown.get(self.looked_at..).unwrap_or_default());
        self.looked_at = shown.len();
        if let Some(Ready::SkipTo(words)) = self.ready.front() {
            // Pages wrap.
            if !new.replace('\n', " ").contains(words) {
                return Ok(passing);
            }
            self.ready.pop_front();
        }
        match self.ready.pop_front() {
            Some(Ready::Stop) => Err(NoAnswer::Stopped),
            Some(ready) => Ok(ready),
            None => panic!("one question more than expected: {question}"),
        }
    }

    fn words(&mut self, question: &str) -> Asked<String> {
        match self.next(question, Ready::Words(""))? {
            Ready::Words(words) => Ok(words.to_owned()),
            Ready::LastGroup => {
                let shown = self.shown.text();
                let is_code = |line: &&str| line.trim().split('-').count() == 7;
                let code = shown.lines().find(is_code).expect("the code was shown");
                Ok(code.trim().split('-').next_back().unwrap().to_owned())
            }
            Ready::LastWords => Ok(self.shown.six_words().get(4..).unwrap().join(" ")),
            other => panic!("{question} wants words, not {other:?}"),
        }
    }
}

impl Prompts for Script {
    fn secret(&mut self, question: &str, _hint: &str) -> Asked<Zeroizing<String>> {
        self.words(question).map(Zeroizing::new)
    }

    fn line(&mut self, question: &str, _hint: &str, _before: &str) -> Asked<String> {
        self.words(question)
    }

    fn one(&mut self, question: &str, _hint: &str, choices: &[String]) -> Asked<usize> {
        match self.next(question, Ready::One(0))? {
            Ready::One(place) => {
                assert!(place < choices.len(), "{question}: {choices:?}");
                Ok(place)
            }
            other => panic!("{question} wants a choice, not {other:?}"),
        }
    }

    fn several(
        &mut self,
        question: &str,
        _hint: &str,
        choices: &[String],
        _before: &[usize],
    ) -> Asked<Vec<usize>> {
        match self.next(question, Ready::Several(&[]))? {
            Ready::Several(places) => {
                assert!(places.iter().all(|place| *place < choices.len()), "{choices:?}");
                Ok(places.to_vec())
            }
            other => panic!("{question} wants choices, not {other:?}"),
        }
    }
}
