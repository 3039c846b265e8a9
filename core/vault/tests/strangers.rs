//! Links, pipes and folders that somebody put in the place of a vault's own files lead nowhere.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod person;

use std::{
    fs::{self, File},
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use landvast_vault::{Vault, VaultError};
use person::{Person, action};
use rustix::fs::{CWD, FileType, Mode, mknodat};

/// The files of a vault that anybody could put something else in the place of.
const FILES: [&str; 5] = ["guesses", "mark", "header", "lock", "reserve"];

fn letter(person: &Person) -> PathBuf {
    let path = person.home.path().join("letter.txt");
    fs::write(&path, "Lieve Ana").unwrap();
    path
}

/// Opens, writes, locks and tries a wrong passphrase: everything that touches those files.
fn live_on(person: &Person, seq: u64) {
    let wrong = person.open_with("een heel andere zin");
    assert_eq!(wrong.err(), Some(VaultError::WrongSecret));
    let (mut vault, _) = person.open().unwrap();
    assert_eq!(vault.sequence(), seq - 1);
    vault.save(&action(seq, "Verder")).unwrap();
    vault.lock().unwrap();
}

#[test]
fn a_link_in_the_place_of_a_file_is_not_followed_and_the_plan_opens() {
    for name in FILES {
        let person = Person::with_actions(5);
        let letter = letter(&person);
        let path = person.path().join(name);
        let _ = fs::remove_file(&path);
        symlink(&letter, &path).unwrap();
        live_on(&person, 6);
        assert_eq!(fs::read_to_string(&letter).unwrap(), "Lieve Ana", "{name}");
        let aside = person.path().join(format!("not-ours-{name}"));
        assert_eq!(fs::read_link(aside).unwrap(), letter, "{name}");
    }
}

#[test]
fn a_link_that_leads_nowhere_makes_no_file_there() {
    for name in FILES {
        let person = Person::with_actions(5);
        let nowhere = person.home.path().join("nowhere");
        let path = person.path().join(name);
        let _ = fs::remove_file(&path);
        symlink(&nowhere, &path).unwrap();
        live_on(&person, 6);
        assert!(!nowhere.exists(), "{name}");
    }
}

#[test]
fn a_pipe_or_a_folder_in_the_place_of_a_file_keeps_nobody_waiting() {
    let pipe = |path: &Path| mknodat(CWD, path, FileType::Fifo, Mode::RWXU, 0).unwrap();
    let folder = |path: &Path| fs::create_dir(path).unwrap();
    for name in FILES {
        for put in [&pipe as &dyn Fn(&Path), &folder] {
            let person = Person::with_actions(5);
            let path = person.path().join(name);
            let _ = fs::remove_file(&path);
            put(&path);
            live_on(&person, 6);
        }
    }
    let person = Person::with_actions(60);
    for snapshot in fs::read_dir(person.path().join("snapshots")).unwrap().flatten() {
        fs::remove_file(snapshot.path()).unwrap();
        pipe(&snapshot.path());
    }
    live_on(&person, 61);
}

#[test]
fn nothing_outside_is_removed_through_a_linked_folder() {
    let person = Person::with_actions(60);
    let outside = person.home.path().join("photos");
    fs::create_dir(&outside).unwrap();
    for name in ["1.1", "2025.1", "7.txt"] {
        fs::write(outside.join(name), "kijk").unwrap();
    }
    let snapshots = person.path().join("snapshots");
    fs::rename(&snapshots, person.home.path().join("moved")).unwrap();
    symlink(&outside, &snapshots).unwrap();
    let (vault, _) = person.open().unwrap();
    vault.erase().unwrap();
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 3);
    assert_eq!(Vault::peek(&person.path()).err(), Some(VaultError::NoVault));
}

#[test]
fn a_file_that_was_made_huge_is_neither_copied_nor_overwritten() {
    let person = Person::with_actions(5);
    let huge = |name: &str| {
        let file = File::options().write(true).open(person.path().join(name)).unwrap();
        file.set_len(1 << 40).unwrap();
    };
    huge("header");
    live_on(&person, 6);
    huge("store.1/db");
    assert!(matches!(person.open().err(), Some(VaultError::Damaged { .. })));
}

#[test]
fn a_persons_own_file_with_a_name_like_ours_stays_when_the_plan_is_erased() {
    let person = Person::with_actions(3);
    let own = person.path().join("store.txt");
    fs::write(&own, "boodschappen").unwrap();
    let (vault, _) = person.open().unwrap();
    vault.erase().unwrap();
    assert_eq!(fs::read_to_string(own).unwrap(), "boodschappen");
}
