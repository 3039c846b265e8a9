//! What each guard is for: without it, something happens that must not.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod person;

use std::{fs, fs::File};

use landvast_seal::{Key, Record};
use landvast_vault::{Around, Guard, Guards, Notice, Part, Vault, VaultError};
use rustix::fs::{FlockOperation, flock};
use sha2::{Digest, Sha256};

use person::{Person, action, around, copy, flip, words};

const DAMAGED: VaultError = VaultError::Damaged { part: Part::Store };

fn open_without(person: &Person, guard: Guard) -> Result<(Vault, Vec<Notice>), VaultError> {
    let around = Around { guards: Guards::without(guard), ..around() };
    Vault::open(&person.path(), Key::Device(&person.device), around)
}

#[test]
fn every_guard_stands_unless_it_is_taken_away_by_name() {
    assert_eq!(around().guards, Guards::ALL);
    let mut names = Guard::ALL.map(Guard::name);
    names.sort_unstable();
    assert!(names.windows(2).all(|two| two[0] != two[1]));
    for guard in Guard::ALL {
        let person = Person::with_actions(3);
        let (mut vault, notices) = open_without(&person, guard).unwrap();
        vault.save(&action(4, "Regel 4")).unwrap();
        assert_eq!((words(vault.book()), notices), ("Regel 4", vec![]));
    }
}

#[test]
fn without_our_lock_nothing_keeps_a_second_one_out() {
    let person = Person::with_actions(2);
    let is_held = || {
        let file = File::open(person.file("lock")).unwrap();
        flock(&file, FlockOperation::NonBlockingLockExclusive).is_err()
    };
    let (vault, _) = person.open().unwrap();
    assert!(is_held());
    drop(vault);
    let (_vault, _) = open_without(&person, Guard::Lock).unwrap();
    assert!(!is_held());
}

#[test]
fn without_clearing_up_a_kill_keeps_the_plan_shut() {
    let person = Person::with_actions(2);
    fs::write(person.file("store.1/snap.7FFFFFFFFFFFFFFF.generating"), b"half").unwrap();
    fs::write(person.file("store.1/conf"), b"segment_size: 5242").unwrap();
    assert!(open_without(&person, Guard::Leftovers).is_err());
    assert!(person.open().is_ok());
}

#[test]
fn without_a_copy_aside_the_store_itself_destroys_what_could_be_saved() {
    let spoil = || {
        let person = Person::with_actions(5);
        let (mut vault, _) = person.open().unwrap();
        for seq in 6..=30 {
            vault.save(&action(seq, "Bel Ana")).unwrap();
        }
        drop(vault);
        let db = person.file("store.1/db");
        let bytes = fs::read(&db).unwrap();
        let tenth = Record::heads_in(&bytes).find(|(_, frame)| frame.place.sequence == 10);
        flip(&db, tenth.unwrap().0 + 60);
        person
    };
    let (with, without) = (spoil(), spoil());
    let before = with.authentic_records();
    assert_eq!(with.open().unwrap_err(), DAMAGED);
    assert_eq!(with.authentic_records(), before);
    assert!(open_without(&without, Guard::Untouched).is_err());
    assert!(without.authentic_records().len() < before.len());
}

#[test]
fn without_the_mark_a_shorter_log_passes_for_the_whole() {
    let person = Person::with_actions(3);
    let older = person.home.path().join("older");
    copy(&person.file("store.1"), &older);
    let (mut vault, _) = person.open().unwrap();
    vault.save(&action(4, "Regel 4")).unwrap();
    drop(vault);
    fs::remove_dir_all(person.file("store.1")).unwrap();
    copy(&older, &person.file("store.1"));
    assert_eq!(person.open().unwrap_err(), DAMAGED);
    let (vault, notices) = open_without(&person, Guard::Mark).unwrap();
    assert_eq!((vault.sequence(), notices), (3, vec![]));
}

#[test]
fn without_the_other_copy_one_spoiled_header_keeps_the_owner_out() {
    let person = Person::with_actions(2);
    flip(&person.file("header"), 60);
    let refused = open_without(&person, Guard::SecondHeader).unwrap_err();
    assert_eq!(refused, VaultError::Damaged { part: Part::Header });
    assert_eq!(person.open().unwrap().1, [Notice::HeaderMended]);
}

#[test]
fn without_the_proof_of_the_header_somebody_takes_the_owners_passphrase_away() {
    let person = Person::with_actions(2);
    let bytes = fs::read(person.file("header")).unwrap();
    let mut fewer = bytes[..44].to_vec();
    fewer[43] = 1;
    // Only the device's slot, the last of three; everything behind the slots as it was.
    fewer.extend_from_slice(&bytes[44 + 220..bytes.len() - 32]);
    let sum = Sha256::digest(&fewer);
    fewer.extend_from_slice(&sum);
    for name in ["header", "header.2"] {
        fs::write(person.file(name), &fewer).unwrap();
    }
    assert_eq!(person.open().unwrap_err(), VaultError::Damaged { part: Part::Header });
    let (vault, notices) = open_without(&person, Guard::HeaderMac).unwrap();
    assert_eq!((vault.info().keys.len(), notices), (1, vec![]));
}
