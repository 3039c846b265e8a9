//! A deed watched, killed or refused by strace.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::deed::{Deed, HANGS};
use crate::judge::Said;

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
    "unlink",
    "unlinkat",
    "mkdir",
    "rmdir",
    "flock",
];

/// Whether strace works here.
pub(crate) fn works() -> bool {
    let mut command = Command::new("strace");
    let command = command.args(["-qq", "-o", "/dev/null", "true"]);
    command.stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

pub(crate) fn this_program() -> PathBuf {
    std::env::current_exe().unwrap()
}

/// Does a deed under strace with these options, and hears what it says.
pub(crate) fn does(deed: Deed, vault: &Path, before: u64, options: &[String]) -> Said {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq"]).args(options).arg(this_program());
    command.arg("deed").arg(vault).arg(deed.name());
    hear(command, before)
}

/// Runs a command to its end, or stops it when it hangs.
pub(crate) fn hear(mut command: Command, before: u64) -> Said {
    let mut process =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let output = BufReader::new(process.stdout.take().unwrap());
    let mut errors = process.stderr.take().unwrap();
    let lines = thread::spawn(move || output.lines().map_while(Result::ok).collect::<Vec<_>>());
    let complaints = thread::spawn(move || {
        let mut text = String::new();
        drop(errors.read_to_string(&mut text));
        text
    });
    let began = Instant::now();
    let (mut hung, mut killed) = (false, false);
    loop {
        if let Some(ended) = process.try_wait().unwrap() {
            killed = ended.signal().is_some();
            break;
        }
        if began.elapsed() > HANGS {
            hung = true;
            process.kill().unwrap();
            process.wait().unwrap();
            break;
        }
        thread::sleep(Duration::from_millis(2));
    }
    let lines = lines.join().unwrap();
    let complaints = complaints.join().unwrap();
    // A panic of the store's own threads is caught; one of ours is not.
    let fell = complaints.contains("thread 'main'") && complaints.contains("panicked at");
    Said { hung, fell, killed, ..Said::read(before, &lines) }
}

/// Does a deed with one call refused, and says whether that call was made at all.
pub(crate) fn refused(deed: Deed, vault: &Path, before: u64, inject: &str) -> Option<Said> {
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
    let said = does(deed, vault, before, &options);
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
