//! One copy of the header is not what it should be: made up, strayed in from elsewhere, or older.
//! As long as the other one is right, the owner gets in, and nobody else does.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod person;

use std::fs;

use landvast_seal::{Header, HeaderState, KdfCost, Key, Passphrase};
use landvast_vault::{Notice, Part, Vault, VaultError};
use sha2::{Digest, Sha256};

use person::{Person, around, around_from, files, words};

const BOTH: [&str; 2] = ["header", "header.2"];

/// A copy whose closing sum fits whatever was changed before it.
fn with_sum(mut bytes: Vec<u8>) -> Vec<u8> {
    let at = bytes.len() - 32;
    let sum = Sha256::digest(&bytes[..at]);
    bytes[at..].copy_from_slice(&sum);
    bytes
}

/// A header that seems to be newer than any, and of which nothing else is true.
fn made_up(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[34..42].copy_from_slice(&(u64::MAX - 1).to_be_bytes());
    // Kind and settings of each slot stay as they are, so that it is tried.
    for slot in 0..3 {
        bytes[44 + 110 * slot + 70] ^= 1;
    }
    with_sum(bytes)
}

#[test]
fn a_header_that_somebody_made_up_does_not_keep_the_owner_out() {
    for name in BOTH {
        let person = Person::with_actions(2);
        let right = fs::read(person.file(name)).unwrap();
        let forged = made_up(&right);
        assert!(Header::read(&forged).is_ok());
        for key in [
            Key::Passphrase(&person.passphrase),
            Key::Recovery(&person.code),
            Key::Device(&person.device),
        ] {
            fs::write(person.file(name), &forged).unwrap();
            let (vault, notices) = Vault::open(&person.path(), key, around()).unwrap();
            assert_eq!((words(vault.book()), notices), ("Regel 2", vec![Notice::HeaderMended]));
            drop(vault);
            assert_eq!(fs::read(person.file(name)).unwrap(), right);
        }
        fs::write(person.file(name), &forged).unwrap();
        let before = files(&person.path());
        let wrong = person.open_with("kievit").unwrap_err();
        assert_eq!((wrong, files(&person.path())), (VaultError::WrongSecret, before));
    }
}

#[test]
fn a_header_that_strayed_in_from_another_vault_does_not_keep_the_owner_out() {
    // With the same passphrase, as people have it.
    let other = Person::new();
    let mut vault = other.make_with(around_from(7));
    for _ in 0..3 {
        vault.set_key(Key::Device(&other.device), KdfCost::FLOOR).unwrap();
    }
    drop(vault);
    for name in BOTH {
        let person = Person::with_actions(2);
        let right = fs::read(person.file(name)).unwrap();
        for lost in [None, Some("mark"), Some("snapshots/1.1")] {
            fs::copy(other.file("header"), person.file(name)).unwrap();
            if let Some(lost) = lost {
                fs::remove_file(person.file(lost)).unwrap();
            }
            let (vault, notices) = person.open_with("kievit roept bij regen").unwrap();
            assert_eq!(words(vault.book()), "Regel 2");
            assert!(notices.contains(&Notice::HeaderMended));
            vault.lock().unwrap();
            assert_eq!(fs::read(person.file(name)).unwrap(), right);
        }
    }
}

#[test]
fn a_header_that_says_erasing_erases_nothing_unless_the_owner_wrote_it() {
    for name in BOTH {
        let person = Person::with_actions(2);
        let bytes = fs::read(person.file(name)).unwrap();
        let mut erasing = bytes[..44].to_vec();
        erasing[34..42].copy_from_slice(&(u64::MAX - 1).to_be_bytes());
        erasing[42..44].copy_from_slice(&[2, 0]);
        erasing.extend_from_slice(&[0; 64]);
        let erasing = with_sum(erasing);
        assert_eq!(Header::read(&erasing).unwrap().state, HeaderState::Erasing);
        fs::write(person.file(name), erasing).unwrap();
        assert!(Vault::peek(&person.path()).is_ok());
        let (vault, notices) = person.open().unwrap();
        assert_eq!((words(vault.book()), notices), ("Regel 2", vec![Notice::HeaderMended]));
    }
}

#[test]
fn a_secret_that_was_taken_away_does_not_come_back_by_the_older_copy() {
    let person = Person::with_actions(2);
    let old = fs::read(person.file("header")).unwrap();
    let (mut vault, _) = person.open().unwrap();
    let new = Passphrase::new(b"merel zingt na de bui").unwrap();
    vault.set_key(Key::Passphrase(&new), KdfCost::FLOOR).unwrap();
    vault.remove_key(landvast_seal::SlotKind::RecoveryCode).unwrap();
    vault.lock().unwrap();
    for name in BOTH {
        fs::write(person.file(name), &old).unwrap();
        let refused = person.open_with("kievit roept bij regen").unwrap_err();
        assert_eq!(refused, VaultError::WrongSecret);
        let refused = Vault::open(&person.path(), Key::Recovery(&person.code), around());
        assert_eq!(refused.unwrap_err(), VaultError::NoSuchKey);
        assert_eq!(person.open().unwrap().1, [Notice::HeaderMended]);
    }
}

#[test]
fn when_both_copies_are_damaged_it_is_the_header_that_is_said_to_be() {
    let person = Person::with_actions(2);
    for name in BOTH {
        let mut bytes = fs::read(person.file(name)).unwrap();
        bytes.truncate(90);
        fs::write(person.file(name), bytes).unwrap();
    }
    let before = files(&person.path());
    let damaged = VaultError::Damaged { part: Part::Header };
    assert_eq!(person.open().unwrap_err(), damaged);
    let key = Key::Device(&person.device);
    assert_eq!(Vault::salvage(&person.path(), key, around(), "now").unwrap_err(), damaged);
    assert_eq!(files(&person.path()), before);
}

#[test]
fn every_byte_of_a_copy_may_be_spoiled_and_the_other_one_opens() {
    let person = Person::with_actions(2);
    let right = fs::read(person.file("header")).unwrap();
    for at in (0..right.len()).step_by(7) {
        let mut spoiled = right.clone();
        spoiled[at] ^= 0x20;
        // Now and then with a sum that fits, as a person would do it.
        let spoiled = if at % 2 == 0 { spoiled } else { with_sum(spoiled) };
        fs::write(person.file("header"), &spoiled).unwrap();
        match person.open() {
            Ok((vault, _)) => assert_eq!(words(vault.book()), "Regel 2"),
            // A copy that claims to be of a later version is not argued with.
            Err(error) => {
                assert_eq!(error, VaultError::NewerFormat);
                assert!((8..10).contains(&at), "byte {at}: {error:?}");
            }
        }
        fs::write(person.file("header"), &right).unwrap();
    }
}
