//! What lies in a folder, byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file below `path` with its bytes.
#[must_use]
pub fn files(path: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(path).unwrap() {
        let entry = entry.unwrap().path();
        if entry.is_dir() {
            found.extend(files(&entry));
        } else {
            let bytes = fs::read(&entry).unwrap();
            found.insert(entry, bytes);
        }
    }
    found
}

/// The same, but for the count of wrong guesses, which is all that a wrong guess may change.
#[must_use]
pub fn files_but_guesses(path: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    files(path).into_iter().filter(|(path, _)| !path.ends_with("guesses")).collect()
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Whether `needle` stands anywhere in these bytes.
#[must_use]
pub fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    let Some(first) = needle.first() else { return true };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        let (_, from) = rest.split_at(at);
        if from.starts_with(needle) {
            return true;
        }
        rest = from.split_first().map_or(&[], |(_, rest)| rest);
    }
    false
}
