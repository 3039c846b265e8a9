//! Files spoiled at many places, seeded, so that each run tries the same: the right words, or it is
//! said that they are not all there. Never other words, never nothing without a word.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod person;

use std::fs;

use landvast_vault::{Notice, Vault, VaultError};

use person::{Person, action, copy, words};

/// Places that look random and are the same every time.
fn places(count: usize, below: usize) -> impl Iterator<Item = usize> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    (0..count).map(move |_| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    })
}

fn spoilt(bytes: &[u8], at: usize, turn: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    match turn % 4 {
        0 => bytes[at] ^= 1 << (at % 8),
        1 => {
            let end = (at + 700).min(bytes.len());
            bytes[at..end].fill(0);
        }
        2 => bytes.truncate(at),
        _ => bytes.iter_mut().skip(at).step_by(1_531).for_each(|byte| *byte ^= 1),
    }
    bytes
}

/// What opening says of a spoiled vault, and what salvage makes of it: the right words always,
/// never others, never nothing without a word.
fn is_right_or_said(person: &Person, newest: u64, at: usize) {
    let is_right = |vault: &Vault| {
        let said = words(vault.book()).to_owned();
        let expected = match vault.sequence() {
            0 => panic!("an empty plan, at {at}"),
            1 => "Bel Ana".to_owned(),
            sequence => format!("Regel {sequence}"),
        };
        assert_eq!(said, expected, "at {at}");
    };
    match person.open() {
        Ok((vault, notices)) => {
            is_right(&vault);
            let said =
                notices.iter().any(|n| matches!(n, Notice::MarkLost | Notice::SnapshotDamaged));
            assert!(vault.sequence() == newest || said, "at {at}");
            return;
        }
        Err(error) => assert!(
            matches!(error, VaultError::Damaged { .. } | VaultError::Io(_) | VaultError::Stopped),
            "{error:?} at {at}"
        ),
    }
    let (vault, salvaged) = person.salvage().unwrap();
    is_right(&vault);
    assert_eq!(vault.sequence(), salvaged.up_to);
    assert!(salvaged.up_to == newest || !salvaged.is_whole(), "at {at}: {salvaged:?}");
    vault.lock().unwrap();
    is_right(&person.open().unwrap().0);
}

fn at_many_places(name: &str, count: usize) {
    let template = Person::with_actions(56);
    let (mut vault, _) = template.open().unwrap();
    for seq in 57..=60 {
        vault.save(&action(seq, &format!("Regel {seq}"))).unwrap();
    }
    drop(vault);
    let bytes = fs::read(template.file(name)).unwrap();
    let end = bytes.iter().rposition(|byte| *byte != 0).unwrap_or_default() + 1;
    for (turn, at) in places(count, end).enumerate() {
        let person = Person::new();
        copy(&template.path(), &person.path());
        fs::write(person.file(name), spoilt(&bytes, at, turn)).unwrap();
        is_right_or_said(&person, 60, at);
    }
}

#[test]
fn a_store_spoiled_anywhere_gives_the_right_words_or_says_so() {
    at_many_places("store.1/db", 45);
}

#[test]
fn a_snapshot_or_a_mark_spoiled_anywhere_loses_nothing() {
    for name in ["snapshots/1.1", "snapshots/1.2", "mark"] {
        at_many_places(name, 12);
    }
}
