//! Erasing and salvaging, killed or refused at every change.

use std::{fs, path::Path};

use landvast_seal::{KdfCost, Key, Record, Secret};

use super::{
    Person, SECRET, Watch, action, again, around, counted, goes_on, names, open, watched, words,
};
use crate::{First, Part, Salvaged, Vault, VaultError};

#[test]
fn an_erasure_that_was_killed_was_not_begun_or_is_finished_by_whoever_comes_by() {
    let person = Person::new();
    let vault = open(&person.plan(), &person.old).unwrap();
    fs::create_dir(person.plan().join("damaged-1")).unwrap();
    let kills = person.kills(|| vault.erase().unwrap());
    let (mut before, mut after) = (0, 0);
    for folder in kills {
        let (one, two) = (again(&folder, "one"), again(&folder, "two"));
        let plan = folder.join("plan");
        match open(&plan, &person.old) {
            Ok(vault) => {
                drop(vault);
                goes_on(&plan, &person.old);
                before += 1;
            }
            Err(error) => {
                assert_eq!(error, VaultError::NoVault);
                assert!(!plan.exists() || names(&plan).iter().all(|name| name == "lock"));
                after += 1;
            }
        }
        // Whoever only looks, and whoever begins a new plan here, finds it as open or erased too.
        let peeked = Vault::peek(&one.join("plan"));
        assert!(matches!(peeked, Ok(_) | Err(VaultError::NoVault)), "{peeked:?}");
        let (keys, first) = ([Key::Device(&person.new)], action(1, "Opnieuw"));
        let made = First::Action(&first);
        match Vault::create(&two.join("plan"), &keys, KdfCost::FLOOR, made, around()) {
            Ok(vault) => assert_eq!(words(&vault), "Opnieuw"),
            Err(error) => {
                assert_eq!(error, VaultError::AlreadyThere);
                let opened = open(&two.join("plan"), &person.old);
                assert!(matches!(opened, Ok(_) | Err(VaultError::NoVault)), "{opened:?}");
            }
        }
    }
    assert!(before > 3 && after > 5, "{before} before, {after} after");
    assert_eq!(names(&person.folder()), Vec::<String>::new());
}

/// Spoils record 3 of every copy in the store, and the snapshot that stands after it.
fn spoil(plan: &Path) {
    for folder in ["store.1", "store.1.untouched", "snapshots"] {
        let Ok(entries) = fs::read_dir(plan.join(folder)) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
            let mut bytes = fs::read(&path).unwrap();
            let heads: Vec<_> = Record::heads_in(&bytes).collect();
            for (at, _) in heads.iter().filter(|(_, frame)| frame.place.sequence == 3) {
                bytes[at + 60] ^= 1;
            }
            if folder == "snapshots" {
                bytes[60] ^= 1;
            }
            fs::write(path, bytes).unwrap();
        }
    }
}

/// How many files and folders there are, with the folder itself.
fn how_many(folder: &Path) -> usize {
    let inside = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    1 + inside.map(|path| if path.is_dir() { how_many(&path) } else { 1 }).sum::<usize>()
}

#[test]
fn the_store_as_it_was_outlasts_a_power_cut_once_it_is_found_damaged_and_costs_nothing_before() {
    let person = Person::new();
    let open_and_count = || {
        watched(Watch::Counting(0), || {
            let opened = open(&person.plan(), &person.old).map(drop);
            (opened, counted())
        })
    };
    // The mark is opened, and that is all.
    assert_eq!(open_and_count(), (Ok(()), 1));
    spoil(&person.plan());
    let (opened, count) = open_and_count();
    assert_eq!(opened, Err(VaultError::Damaged { part: Part::Store }));
    // Each file of the copy, each folder, and the name of the copy.
    let copy = person.plan().join("store.1.untouched");
    assert!(how_many(&copy) > 3);
    assert_eq!(count, how_many(&copy) + 1);
}

fn salvage(plan: &Path, key: &Secret<32>) -> Result<(Vault, Salvaged), VaultError> {
    Vault::salvage(plan, Key::Device(key), around(), "2026-03-02")
}

fn is_salvaged(vault: Vault, salvaged: &Salvaged, expected: &Salvaged) {
    assert_eq!((vault.sequence(), words(&vault).as_str()), (2, SECRET));
    assert_eq!(salvaged, expected);
    assert!(vault.info().damaged_bytes > 0);
    vault.lock().unwrap();
}

#[test]
fn a_salvage_that_was_killed_begins_again_and_comes_to_the_same_end() {
    let person = Person::new();
    spoil(&person.plan());
    assert_eq!(
        open(&person.plan(), &person.old).unwrap_err(),
        VaultError::Damaged { part: Part::Store }
    );
    let mut told = None;
    let kills = person.kills(|| told = Some(salvage(&person.plan(), &person.old).unwrap()));
    let (vault, expected) = told.unwrap();
    assert_eq!((expected.up_to, expected.known, expected.missing), (2, Some(4), 1));
    assert_eq!(expected.loose.len(), 1);
    is_salvaged(vault, &expected, &expected);

    let last = kills.len() - 1;
    for (number, folder) in kills.into_iter().enumerate() {
        let plan = folder.join("plan");
        let opened = open(&plan, &person.old);
        if opened.as_ref().is_ok_and(|vault| vault.sequence() == 2) {
            // It was finished; only what was written after it can be missing.
            assert_eq!(names(&plan).iter().filter(|name| name.contains(".part")).count(), 0);
            assert!(number + 6 > last, "{number} of {last}");
            continue;
        }
        assert_eq!(opened.unwrap_err(), VaultError::Damaged { part: Part::Store });
        let (vault, salvaged) = salvage(&plan, &person.old).unwrap();
        is_salvaged(vault, &salvaged, &expected);
        let old = plan.join("damaged-2026-03-02");
        assert!(old.join("store.1/db").exists() && old.join("1.1").exists());
        assert_eq!(open(&plan, &person.old).unwrap().sequence(), 2);
    }
}

#[test]
fn an_erasure_or_a_salvage_that_the_system_refuses_can_be_tried_again() {
    let somebody = Person::new();
    let mut allowed = 0;
    loop {
        let person = somebody.twin();
        let vault = open(&person.plan(), &person.old).unwrap();
        let done = watched(Watch::Allowing(allowed), || vault.erase());
        match (done, open(&person.plan(), &person.old)) {
            (Ok(()), Err(VaultError::NoVault)) => break,
            (Err(VaultError::BeingErased), Err(VaultError::NoVault)) => {
                let (keys, first) = ([Key::Device(&person.new)], action(1, "Opnieuw"));
                let (first, plan) = (First::Action(&first), person.plan());
                Vault::create(&plan, &keys, KdfCost::FLOOR, first, around()).unwrap();
            }
            (Err(VaultError::Io(_)), Ok(vault)) => assert_eq!(words(&vault), "Bel Ana"),
            (done, opened) => panic!("{done:?}, then {opened:?} after {allowed}"),
        }
        allowed += 1;
    }

    spoil(&somebody.plan());
    allowed = 0;
    loop {
        let person = somebody.twin();
        let done = watched(Watch::Allowing(allowed), || salvage(&person.plan(), &person.old));
        let is_done = done.is_ok();
        drop(done);
        let (vault, _) = salvage(&person.plan(), &person.old).unwrap();
        assert_eq!((vault.sequence(), words(&vault).as_str()), (2, SECRET));
        if is_done {
            break;
        }
        allowed += 1;
    }
}
