//! `cargo xtask prove`: breaks vaults in every way there is, and counts what was lost.
//!
//! The breaking is done by the program `prove` of the tests' crate, which ends with one line,
//! `proved: N tried, N survived, N lost, N wrong, N panicked`, and fails unless the last three are
//! 0. A part that cannot be tried here is one line that begins with its name and `skipped:`.
//!
//! Phones get another branch of sled than the computer that this runs on: without a lock, without
//! threads of its own, with another way of syncing. So the program is built a second time, on sled's
//! own source with its Linux paths renamed, and tries the parts that break a store once more. The
//! source is copied from cargo's cache into `target` when it is needed, and stays there.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::project::{Project, program_file};
use crate::shell;

const PROGRAM: [&str; 2] = ["--bin", "prove"];

/// How sled asks whether it is on Linux, and what it is made to ask for instead: on the phone that
/// is meant it knows neither.
const ON_LINUX: &str = "target_os = \"linux\"";
const ON_A_PHONE: &str = "target_os = \"android\"";

/// Proves in plain sight, with whatever was typed behind the verb.
pub(crate) fn run(project: &Project, arguments: &[&str]) -> Result<(), String> {
    let mut say = |line: &str| println!("{line}");
    let is_part = |word: &&&str| !word.starts_with("--") && word.parse::<u64>().is_err();
    if arguments.contains(&"--phone") {
        return on_phones(project, arguments, &mut say).map(drop);
    }
    let here = on_this_computer(project, arguments, &mut say);
    if arguments.iter().any(|word| is_part(&word)) {
        return here.map(drop);
    }
    // The short form is enough the second time, for what differs is tried in every one of its tries.
    let seed = arguments.iter().skip_while(|word| **word != "--seed").take(2).copied();
    let brief: Vec<&str> = ["--phone", "--brief"].into_iter().chain(seed).collect();
    let phones = on_phones(project, &brief, &mut say);
    let (here, phones) = (here?, phones?);
    println!("{}", here.and(phones.unwrap_or_default()).closing());
    Ok(())
}

/// The short form, into a log; gives its last line, and a line for each part that was skipped.
pub(crate) fn brief(project: &Project, log: &Path) -> Result<String, String> {
    let mut file = fs::File::create(log).map_err(|error| format!("{}: {error}", log.display()))?;
    let mut skipped = String::new();
    let mut say = |line: &str| {
        if line.contains("skipped: ") {
            skipped = format!("{skipped}\n           {}", line.trim());
        }
        // A log that cannot be written is missed when somebody looks, not now.
        drop(writeln!(file, "{line}"));
    };
    let here = on_this_computer(project, &["--brief"], &mut say);
    let phones = on_phones(project, &["--phone", "--brief"], &mut say);
    let closing = here?.and(phones?.unwrap_or_default()).closing();
    Ok(closing + &skipped)
}

fn on_this_computer(
    project: &Project,
    arguments: &[&str],
    say: &mut dyn FnMut(&str),
) -> Result<Counts, String> {
    shell::show(project.build_as_for_tests(&PROGRAM).arg("--quiet"))?;
    let program = project.dev_program("prove");
    hear(project.command(&program.to_string_lossy(), arguments), say)
}

/// `None` where sled's source is not to be had.
fn on_phones(
    project: &Project,
    arguments: &[&str],
    say: &mut dyn FnMut(&str),
) -> Result<Option<Counts>, String> {
    let Some(source) = source_of_sled(project)? else {
        say("phones     skipped: sled's source is not in cargo's cache");
        return Ok(None);
    };
    let folder = project.target.join("prove");
    let copy = folder.join("sled-for-phones");
    let renamed =
        copy_renamed(&source, &copy).map_err(|error| format!("sled's source: {error}"))?;
    if renamed == 0 {
        return Err("sled's source names Linux nowhere: that would prove nothing".to_owned());
    }
    // Not a patch: that would change Cargo.lock. What does not depend on sled is not built again.
    let paths = format!("paths=[{}]", Value::from(copy.display().to_string()));
    shell::show(project.build_as_for_tests(&PROGRAM).args(["--quiet", "--config", &paths]))?;
    // Away from where the next build puts the usual one.
    let program = folder.join(program_file("prove-for-phones"));
    let fresh = project.dev_program("prove");
    fs::copy(fresh, &program).map_err(|error| format!("{}: {error}", program.display()))?;
    say("on the code that phones get:");
    hear(project.command(&program.to_string_lossy(), arguments), say).map(Some)
}

/// Where cargo keeps the sources of sled.
fn source_of_sled(project: &Project) -> Result<Option<PathBuf>, String> {
    let metadata = project.metadata(&[])?;
    let packages = metadata.get("packages").and_then(Value::as_array);
    let named = |package: &&Value| package.get("name").and_then(Value::as_str) == Some("sled");
    let sled = packages.into_iter().flatten().find(named);
    let manifest = sled.and_then(|sled| sled.get("manifest_path")).and_then(Value::as_str);
    let folder = manifest.and_then(|manifest| Path::new(manifest).parent());
    Ok(folder.filter(|folder| folder.join("src/lib.rs").is_file()).map(Path::to_owned))
}

/// Copies a crate's manifest and source with its Linux paths renamed; gives how many there were. A
/// file that is there and the same stays, so that nothing is built twice.
fn copy_renamed(from: &Path, to: &Path) -> std::io::Result<usize> {
    let mut renamed = 0;
    fs::create_dir_all(to)?;
    for name in ["Cargo.toml", "src"] {
        renamed += copy_renamed_at(&from.join(name), &to.join(name))?;
    }
    Ok(renamed)
}

fn copy_renamed_at(from: &Path, to: &Path) -> std::io::Result<usize> {
    let mut renamed = 0;
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let name = entry?.file_name();
            renamed += copy_renamed_at(&from.join(&name), &to.join(&name))?;
        }
        return Ok(renamed);
    }
    let text = fs::read_to_string(from)?;
    let is_source = from.extension().is_some_and(|ending| ending == "rs");
    let text = if is_source {
        renamed = text.matches(ON_LINUX).count();
        // What it forbids itself was meant for another compiler.
        text.replace(ON_LINUX, ON_A_PHONE).replace("#![deny(", "#![allow(")
    } else {
        text
    };
    let is_root = from.file_name().is_some_and(|name| name == "lib.rs");
    let text = if is_root { format!("#![allow(warnings)]\n{text}") } else { text };
    if fs::read_to_string(to).is_ok_and(|there| there == text) {
        return Ok(renamed);
    }
    fs::write(to, text)?;
    Ok(renamed)
}

/// What stands in the last line of a run.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
struct Counts {
    tried: u64,
    survived: u64,
    lost: u64,
    wrong: u64,
    panicked: u64,
}

impl Counts {
    fn read(line: &str) -> Option<Self> {
        let mut counts = Self::default();
        for said in line.strip_prefix("proved: ")?.split(", ") {
            let (number, what) = said.split_once(' ')?;
            let number = number.parse().ok()?;
            match what {
                "tried" => counts.tried = number,
                "survived" => counts.survived = number,
                "lost" => counts.lost = number,
                "wrong" => counts.wrong = number,
                "panicked" => counts.panicked = number,
                _ => return None,
            }
        }
        Some(counts)
    }

    fn and(self, other: Self) -> Self {
        Self {
            tried: self.tried + other.tried,
            survived: self.survived + other.survived,
            lost: self.lost + other.lost,
            wrong: self.wrong + other.wrong,
            panicked: self.panicked + other.panicked,
        }
    }

    fn closing(self) -> String {
        let Self { tried, survived, lost, wrong, panicked } = self;
        format!(
            "proved: {tried} tried, {survived} survived, {lost} lost, {wrong} wrong, \
             {panicked} panicked"
        )
    }
}

/// Runs it, hands every line on as it comes, and reads the last one.
fn hear(mut command: Command, say: &mut dyn FnMut(&str)) -> Result<Counts, String> {
    let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut process = started.map_err(|error| format!("prove does not start: {error}"))?;
    let mut counts = None;
    let output = process.stdout.take().map(BufReader::new);
    for line in output.into_iter().flat_map(BufReader::lines).map_while(Result::ok) {
        counts = Counts::read(&line).or(counts);
        say(&line);
    }
    let ended = process.wait().map_err(|error| format!("prove: {error}"))?;
    let counts = counts.ok_or("proved nothing")?;
    if ended.success() { Ok(counts) } else { Err(counts.closing()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_runs_are_one_proof() {
        let line = "proved: 7 tried, 5 survived, 1 lost, 1 wrong, 0 panicked";
        let counts = Counts::read(line).unwrap();
        assert_eq!(counts.closing(), line);
        assert_eq!((counts.and(counts).tried, counts.and(counts).lost), (14, 2));
        assert_eq!(Counts::read("proved nothing"), None);
    }

    #[test]
    fn a_run_that_says_nothing_proves_nothing() {
        let silent = Command::new("true");
        assert!(hear(silent, &mut |_| {}).is_err());
    }
    #[test]
    fn the_source_for_phones_is_made_where_nothing_is_yet() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("sled"), folder.path().join("prove/sled"));
        fs::create_dir_all(from.join("src/log")).unwrap();
        fs::write(from.join("Cargo.toml"), "[package]").unwrap();
        fs::write(from.join("src/lib.rs"), "#![deny(unused)]\n").unwrap();
        fs::write(from.join("src/log/file.rs"), format!("#[cfg({ON_LINUX})]\n")).unwrap();
        assert_eq!(copy_renamed(&from, &to).unwrap(), 1);
        let copied = fs::read_to_string(to.join("src/log/file.rs")).unwrap();
        assert_eq!(copied, format!("#[cfg({ON_A_PHONE})]\n"));
        assert_eq!(fs::read_to_string(to.join("Cargo.toml")).unwrap(), "[package]");
        // A second time it is the same, and nothing is written.
        assert_eq!(copy_renamed(&from, &to).unwrap(), 1);
    }
}
