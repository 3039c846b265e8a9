//! Headers from before a change of keys are put back, with or without the mark. What was replaced
//! opens the plan again then; nobody can forbid that, but it is said.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod person;

use std::fs;

use landvast_model::keep::Keep;
use landvast_seal::{Header, KdfCost, Key, Mark, Passphrase, Place, SlotKind};
use landvast_vault::{Notice, Part, Vault, VaultError};

use person::{Person, action, around, files, words};

const HEADERS: [&str; 2] = ["header", "header.2"];
const OLD: &str = "kievit roept bij regen";
const NEW: &str = "merel zingt na de bui";

/// What some of the files held once.
struct Kept(Vec<(&'static str, Vec<u8>)>);

impl Kept {
    fn of(person: &Person, names: &[&'static str]) -> Self {
        Self(names.iter().map(|name| (*name, fs::read(person.file(name)).unwrap())).collect())
    }

    fn put_back(&self, person: &Person) {
        for (name, bytes) in &self.0 {
            fs::write(person.file(name), bytes).unwrap();
        }
    }
}

fn change(vault: &mut Vault, passphrase: &str) {
    let passphrase = Passphrase::new(passphrase.as_bytes()).unwrap();
    vault.set_key(Key::Passphrase(&passphrase), KdfCost::FLOOR).unwrap();
}

/// Somebody who changed their passphrase, and what the headers were before.
fn who_changed_their_passphrase() -> (Person, Kept) {
    let person = Person::with_actions(3);
    let kept = Kept::of(&person, &HEADERS);
    let (mut vault, notices) = person.open().unwrap();
    assert_eq!((vault.revision(), notices), (1, vec![]));
    change(&mut vault, NEW);
    assert_eq!(vault.revision(), 2);
    vault.lock().unwrap();
    assert_eq!(person.open_with(NEW).unwrap().1, []);
    (person, kept)
}

fn older(known: u64, found: u64) -> Notice {
    Notice::HeaderOlderThanKnown { known, found }
}

#[test]
fn headers_from_before_a_change_of_keys_are_told_until_the_keys_change_again() {
    let (person, kept) = who_changed_their_passphrase();
    kept.put_back(&person);
    assert_eq!(person.open_with(NEW).unwrap_err(), VaultError::WrongSecret);
    for seq in 4..7 {
        let (mut vault, notices) = person.open_with(OLD).unwrap();
        assert_eq!((notices, vault.revision()), (vec![older(2, 1)], 2));
        vault.save(&action(seq, "Verder")).unwrap();
        vault.lock().unwrap();
    }
    let (mut vault, _) = person.open().unwrap();
    change(&mut vault, NEW);
    assert_eq!(vault.revision(), 3);
    vault.lock().unwrap();
    let (vault, notices) = person.open_with(NEW).unwrap();
    assert_eq!((words(vault.book()), notices, vault.revision()), ("Verder", vec![], 3));
    drop(vault);
    kept.put_back(&person);
    assert_eq!(person.open_with(OLD).unwrap().1, [older(3, 1)]);
}

#[test]
fn one_older_copy_beside_a_newer_one_is_mended_and_nothing_else_is_said() {
    let (person, kept) = who_changed_their_passphrase();
    for (name, bytes) in &kept.0 {
        fs::write(person.file(name), bytes).unwrap();
        assert_eq!(person.open_with(NEW).unwrap().1, [Notice::HeaderMended]);
    }
    assert_eq!(person.open_with(NEW).unwrap().1, []);
}

#[test]
fn a_code_that_was_taken_away_and_put_back_with_the_older_headers_is_told() {
    let person = Person::with_actions(2);
    let kept = Kept::of(&person, &HEADERS);
    let (mut vault, _) = person.open().unwrap();
    vault.remove_key(SlotKind::RecoveryCode).unwrap();
    // Not even locked: what was acknowledged is vouched for.
    drop(vault);
    kept.put_back(&person);
    let opened = Vault::open(&person.path(), Key::Recovery(&person.code), around());
    assert_eq!(opened.unwrap().1, [older(2, 1)]);
}

#[test]
fn headers_and_mark_that_were_put_back_together_are_told_by_what_was_kept_outside() {
    let person = Person::with_actions(3);
    let kept = Kept::of(&person, &["header", "header.2", "mark"]);
    let (mut vault, _) = person.open().unwrap();
    change(&mut vault, NEW);
    let outside = vault.revision();
    vault.lock().unwrap();
    kept.put_back(&person);
    let open = |revision| {
        let around = around().knowing(Some(3)).knowing_revision(revision);
        Vault::open(&person.path(), Key::Device(&person.device), around).unwrap()
    };
    for _ in 0..2 {
        let (vault, notices) = open(Some(outside));
        // What somebody keeps outside may be wrong, so the vault takes nothing over from it.
        assert_eq!((notices, vault.revision()), (vec![older(2, 1)], 1));
    }
    assert_eq!(open(Some(u64::MAX)).1, [older(u64::MAX, 1)]);
    for nothing in [None, Some(0), Some(1)] {
        assert_eq!(open(nothing).1, []);
    }
    let (mut vault, _) = open(Some(u64::MAX));
    change(&mut vault, NEW);
    assert_eq!(vault.revision(), 2);
}

#[test]
fn headers_from_before_the_log_was_written_anew_are_told_when_it_is_salvaged() {
    let person = Person::with_actions(3);
    let kept = Kept::of(&person, &HEADERS);
    let (mut vault, _) = person.open().unwrap();
    vault.compact(&Keep::default()).unwrap();
    vault.save(&action(4, "Verder")).unwrap();
    vault.lock().unwrap();
    let (_, notices) = person.open().unwrap();
    assert_eq!(notices, []);
    kept.put_back(&person);
    let damaged = VaultError::Damaged { part: Part::Store };
    assert_eq!(person.open().unwrap_err(), damaged);
    let (vault, salvaged) = person.salvage().unwrap();
    assert_eq!((words(vault.book()), salvaged.is_whole()), ("Verder", true));
    assert!(salvaged.is_header_older);
    assert_eq!(vault.revision(), 3);
    drop(vault);
    let (vault, salvaged) = person.salvage().unwrap();
    assert!(!salvaged.is_header_older && salvaged.is_whole());
    drop(vault);
    assert_eq!(person.open().unwrap().1, []);
}

#[test]
fn headers_that_were_put_back_are_told_by_a_salvage_that_finds_nothing_else() {
    let (person, kept) = who_changed_their_passphrase();
    kept.put_back(&person);
    let (vault, salvaged) = person.salvage().unwrap();
    assert!(salvaged.is_header_older && salvaged.is_whole());
    drop(vault);
    assert_eq!(person.open().unwrap().1, [older(2, 1)]);
}

#[test]
fn a_mark_from_before_revisions_were_written_down_claims_nothing_and_learns_it() {
    let (person, kept) = who_changed_their_passphrase();
    let newest = Place { epoch: 1, sequence: 3 };
    let mut mark = vec![0; Mark::FILE_LENGTH];
    let (slot, offset) = Mark { newest, revision: 0 }.seal(&person.keys());
    let offset = usize::try_from(offset).unwrap();
    mark[offset..offset + slot.len()].copy_from_slice(&slot);
    fs::write(person.file("mark"), mark).unwrap();
    let before = files(&person.path());

    kept.put_back(&person);
    assert_eq!(person.open_with(OLD).unwrap().1, []);
    for (path, bytes) in before {
        fs::write(path, bytes).unwrap();
    }
    let (vault, notices) = person.open_with(NEW).unwrap();
    assert_eq!((notices, vault.revision()), (vec![], 2));
    drop(vault);
    kept.put_back(&person);
    assert_eq!(person.open_with(OLD).unwrap().1, [older(2, 1)]);
}

#[test]
fn a_renewal_goes_on_counting_where_the_old_key_ended() {
    let (person, kept) = who_changed_their_passphrase();
    let (mut vault, _) = person.open().unwrap();
    let keys = [Key::Device(&person.device)];
    vault.renew(&keys, KdfCost::FLOOR, &Keep::default()).unwrap();
    assert_eq!(vault.revision(), 3);
    vault.lock().unwrap();
    let header = Header::read(&fs::read(person.file("header")).unwrap()).unwrap();
    assert_eq!((header.life, header.revision), (2, 3));
    kept.put_back(&person);
    // They lead to a key that nothing is sealed with any more.
    assert_eq!(person.open().unwrap_err(), VaultError::Damaged { part: Part::Store });
}
