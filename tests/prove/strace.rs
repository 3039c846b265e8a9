//! A deed watched, killed or refused by strace.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::deed::{Deed, HANGS};
use crate::guarding;
use crate::judge::{End, Said};
use crate::scene::Scene;

/// The calls that change what lies on a disk. A kill at any other finds what the one before left.
pub(crate) const CALLS: &[&str] = &[
    "openat",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "sync_file_range",
    "ftruncate",
    "fallocate",
    "copy_file_range",
    "rename",
    "linkat",
    "unlink",
    "unlinkat",
    "mkdir",
    "rmdir",
    "flock",
];

/// What a program ends with that fell over.
const PANICKED: i32 = 101;

/// Whether strace works here.
pub(crate) fn works() -> bool {
    let mut command = Command::new("strace");
    let command = command.args(["-qq", "-o", "/dev/null", "true"]);
    command.stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// This program, to be started once more. By the number of the process, because a file that was built
/// anew in the meantime is another one.
fn this_program() -> PathBuf {
    let running = PathBuf::from(format!("/proc/{}/exe", std::process::id()));
    if running.exists() { running } else { std::env::current_exe().unwrap() }
}

/// A process of its own that does this to a vault.
pub(crate) fn process(vault: &Path, deed: &str) -> Command {
    let mut command = Command::new(this_program());
    command.arg("deed").arg(vault).arg(deed).arg(guarding::named());
    command
}

/// Does a deed under strace with these options, and hears what it says.
pub(crate) fn does(deed: Deed, vault: &Path, before: u64, options: &[String]) -> Said {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq"]).args(options).arg(this_program());
    command.args(process(vault, &deed.name()).get_args());
    hear(command, before)
}

/// Runs a command to its end, or stops it when it hangs.
pub(crate) fn hear(command: Command, before: u64) -> Said {
    hear_for(HANGS, command, before)
}

/// The same, for whoever knows that it takes no longer than this.
pub(crate) fn hear_for(patience: Duration, mut command: Command, before: u64) -> Said {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // A group of its own, so that what it started is stopped with it.
    let mut process = command.process_group(0).spawn().unwrap();
    let output = BufReader::new(process.stdout.take().unwrap());
    let mut errors = process.stderr.take().unwrap();
    let lines = thread::spawn(move || output.lines().map_while(Result::ok).collect::<Vec<_>>());
    let complaints = thread::spawn(move || {
        let mut text = String::new();
        drop(errors.read_to_string(&mut text));
        text
    });
    let began = Instant::now();
    let mut end = loop {
        if let Some(ended) = process.try_wait().unwrap() {
            break match (ended.signal(), ended.code()) {
                (Some(_), _) => End::Killed,
                (None, Some(PANICKED)) => End::Fell,
                (None, _) => End::ByItself,
            };
        }
        if began.elapsed() > patience {
            let group = format!("-{}", process.id());
            drop(Command::new("kill").args(["-KILL", "--", &group]).status());
            process.wait().unwrap();
            break End::Hung;
        }
        thread::sleep(Duration::from_millis(2));
    };
    let lines = lines.join().unwrap();
    let complaints = complaints.join().unwrap();
    // A panic of the store's own threads is caught; one of ours is not.
    if complaints.contains("thread 'main'") && complaints.contains("panicked at") {
        end = End::Fell;
    }
    Said { end, ..Said::read(before, &lines) }
}

/// Does a deed with one call refused, and says whether that call was made at all.
pub(crate) fn refused(scene: Scene, vault: &Path, inject: &str) -> Option<Said> {
    let log = vault.with_extension("strace");
    let call = inject.split(':').next().unwrap_or_default();
    let options = [
        "-o".to_owned(),
        log.display().to_string(),
        "-e".to_owned(),
        format!("trace={call}"),
        "-e".to_owned(),
        format!("inject={inject}"),
    ];
    let said = does(scene.deed, vault, scene.actions, &options);
    let report = fs::read_to_string(&log).unwrap_or_default();
    drop(fs::remove_file(&log));
    report.contains("(INJECTED)").then_some(said)
}

/// How often each of [`CALLS`] is made in one thread of a deed at most.
pub(crate) fn counts(deed: Deed, vault: &Path) -> Vec<(&'static str, u64)> {
    let log = vault.with_extension("strace");
    let options = [
        "-o".to_owned(),
        log.display().to_string(),
        "-e".to_owned(),
        format!("trace={}", CALLS.join(",")),
    ];
    does(deed, vault, 0, &options);
    let text = fs::read_to_string(&log).unwrap();
    fs::remove_file(&log).unwrap();
    CALLS
        .iter()
        .map(|call| (*call, most_in_a_thread(&text, call)))
        .filter(|(_, n)| *n > 0)
        .collect()
}

fn most_in_a_thread(text: &str, call: &str) -> u64 {
    let begins = format!("{call}(");
    let mut threads: std::collections::BTreeMap<&str, u64> = std::collections::BTreeMap::new();
    for line in text.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        if rest.starts_with(&begins) {
            *threads.entry(thread).or_default() += 1;
        }
    }
    threads.into_values().max().unwrap_or(0)
}

/// At most `most` of the numbers from 1 to `last`, spread evenly, the first and the last among
/// them.
pub(crate) fn spread(last: u64, most: u64) -> Vec<u64> {
    if last <= most {
        return (1..=last).collect();
    }
    let mut chosen: Vec<u64> =
        (0..most).map(|step| 1 + step * (last - 1) / (most - 1).max(1)).collect();
    chosen.dedup();
    chosen
}
