//! Reads every word file and the number pack before the crate is compiled.
//!
//! A message that one language lacks, or a help line without a source, stops the build here. So
//! nobody can be shown an empty line, or a number of which nobody knows where it came from.

#![expect(clippy::print_stdout, reason = "a build script speaks to cargo by printing")]

mod constants;
mod numbers;
mod words;

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The languages, by the name of their folder. The first one is shown in the constants' docs.
const LANGUAGES: [&str; 2] = ["nl", "en"];
/// The subjects, a file each, in the order in which they are read.
const SUBJECTS: [&str; 13] = [
    "common",
    "fields-plan",
    "fields-people",
    "fields-care",
    "fields-wellness",
    "card",
    "papers",
    "findings",
    "errors",
    "problems",
    "audience",
    "screens",
    "cli",
];

fn main() {
    println!("cargo::rerun-if-changed=words");
    println!("cargo::rerun-if-changed=data");
    if let Err(faults) = build() {
        for fault in faults {
            println!("cargo::error={fault}");
        }
    }
}

/// Checks and generates everything; every fault is a line for the person who edits the words.
fn build() -> Result<(), Vec<String>> {
    let out = PathBuf::from(required("OUT_DIR")?);
    let home = PathBuf::from(required("CARGO_MANIFEST_DIR")?);

    let mut spoken = Vec::new();
    for language in LANGUAGES {
        let mut files = Vec::new();
        for subject in SUBJECTS {
            let path = home.join("words").join(language).join(format!("{subject}.ftl"));
            files.push((subject, read(&path)?));
        }
        spoken.push(words::gather(language, &files)?);
    }
    words::compare(&spoken)?;
    let first = spoken.first().ok_or_else(|| vec!["no language".to_owned()])?;
    write(&out.join("ids.rs"), &constants::ids(first))?;
    write(&out.join("sources.rs"), &constants::sources(&LANGUAGES, &SUBJECTS))?;

    let pack = read(&home.join("data/numbers.nl.toml"))?;
    write(&out.join("numbers.rs"), &numbers::table(&pack)?)
}

fn required(name: &str) -> Result<String, Vec<String>> {
    #[expect(
        clippy::disallowed_methods,
        reason = "cargo tells a build script its folders this way"
    )]
    std::env::var(name).map_err(|_| vec![format!("cargo did not say {name}")])
}

fn read(path: &Path) -> Result<String, Vec<String>> {
    fs::read_to_string(path).map_err(|fault| vec![told(path, &fault)])
}

fn write(path: &Path, text: &str) -> Result<(), Vec<String>> {
    fs::write(path, text).map_err(|fault| vec![told(path, &fault)])
}

fn told(path: &Path, fault: &io::Error) -> String {
    format!("{}: {fault}", path.display())
}
