//! A backup opens without us: with Debian's `age`, with npm's `age-encryption`, and `jq` reads it.
//!
//! Each needs a program that may be missing here. Then the test says so in one line and claims
//! nothing.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may fail loudly, and says what it skipped"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use landvast_share::backup::{self, BackupWords, WorkFactor};

const BOOK: &str = "{\"format\":1,\"plan\":{\"call\":[\"Ana – 06 12345678\"]}}\n";

fn words() -> BackupWords {
    BackupWords::make(&mut [7; 12])
}

/// A backup as an owner would make it, in a folder of its own.
fn backup_in(folder: &Path) -> PathBuf {
    let file = folder.join("book.age");
    fs::write(&file, backup::seal(BOOK.as_bytes(), &words(), WorkFactor::BACKUP).unwrap()).unwrap();
    file
}

/// Whether every one of these programs is here; says which one is not.
fn are_here(programs: &[&str]) -> bool {
    let is_missing = |program: &&&str| {
        let found = Command::new("sh").args(["-c", &format!("command -v {program}")]).output();
        !found.is_ok_and(|found| found.status.success())
    };
    let Some(missing) = programs.iter().find(is_missing) else { return true };
    println!("skipped: {missing} is not installed");
    false
}

/// Runs a program with `typed` on its standard input, for a minute at most.
fn run(program: &str, arguments: &[&str], folder: &Path, typed: &str) -> Output {
    let mut child = Command::new("timeout")
        .args(["60", program])
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that has ended already takes no more; its answer tells enough.
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn the_age_command_opens_a_backup_and_jq_reads_it() {
    if !are_here(&["age", "script", "timeout", "jq"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = backup_in(folder.path());

    // `age -d` takes a passphrase from a terminal only; `script` is one.
    let typed = format!("{}\n", *words().to_text());
    let command = "age -d -o book.json book.age";
    let opened = run("script", &["-qec", command, "/dev/null"], folder.path(), &typed);
    assert!(opened.status.success(), "{}", String::from_utf8_lossy(&opened.stdout));
    let book = fs::read_to_string(folder.path().join("book.json")).unwrap();
    assert_eq!(book, BOOK);

    let call = run("jq", &["-r", ".plan.call[0]"], folder.path(), &book);
    assert_eq!(String::from_utf8_lossy(&call.stdout), "Ana – 06 12345678\n");

    fs::remove_file(folder.path().join("book.json")).unwrap();
    let wrong = run("script", &["-qec", command, "/dev/null"], folder.path(), "zwoel zwoel\n");
    assert!(!wrong.status.success());
    assert!(file.exists() && !folder.path().join("book.json").exists());
}

#[test]
fn the_npm_package_opens_a_backup() {
    if !are_here(&["node", "npm", "timeout"]) {
        return;
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/age-encryption");
    let there = Path::new(env!("CARGO_TARGET_TMPDIR")).join("age-encryption");
    fs::create_dir_all(&there).unwrap();
    for name in ["package.json", "package-lock.json", ".npmrc", "open.js"] {
        fs::copy(here.join(name), there.join(name)).unwrap();
    }
    if !there.join("node_modules/age-encryption").is_dir() {
        let installed = run("npm", &["ci", "--no-audit", "--no-fund"], &there, "");
        if !installed.status.success() {
            println!("skipped: npm cannot install age-encryption here");
            return;
        }
    }

    let folder = tempfile::tempdir().unwrap();
    let file = backup_in(folder.path());
    let opened = run("node", &["open.js", file.to_str().unwrap()], &there, &words().to_text());
    assert_eq!(String::from_utf8_lossy(&opened.stdout), BOOK);
}
