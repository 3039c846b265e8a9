//! A part of the vault is lost, cut short, older or newer than it should be: it is found out and
//! said, and nothing else is lost with it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod person;

use std::fs;

use landvast_seal::{KdfCost, Key, Passphrase, Place, Record, RecordKind, Snapshot};
use landvast_vault::{First, Notice, Part, SNAPSHOT_EVERY, Vault, VaultError};

use person::{Person, action, around, copy, files, flip, words};

#[test]
fn an_attempt_to_make_a_vault_that_was_killed_is_cleared_away() {
    let person = Person::new();
    let half = person.home.path().join("plan.new");
    fs::create_dir_all(half.join("store.1")).unwrap();
    fs::write(half.join("header"), b"LVhe").unwrap();
    person.make().lock().unwrap();
    assert!(!half.exists());

    let person = Person::new();
    let theirs = person.home.path().join("plan.new");
    fs::create_dir(&theirs).unwrap();
    fs::write(theirs.join("letter.txt"), b"dear Ana").unwrap();
    let first = action(1, "Bel Ana");
    let keys = [Key::Device(&person.device)];
    let made =
        Vault::create(&person.path(), &keys, KdfCost::FLOOR, First::Action(&first), around());
    assert_eq!(made.unwrap_err(), VaultError::AlreadyThere);
    assert!(theirs.join("letter.txt").exists());
}

#[test]
fn either_copy_of_the_header_opens_the_vault_and_mends_the_other() {
    for name in ["header", "header.2"] {
        let person = Person::with_actions(2);
        let whole = fs::read(person.file(name)).unwrap();
        flip(&person.file(name), 60);
        let (vault, notices) = person.open().unwrap();
        assert_eq!(notices, [Notice::HeaderMended]);
        vault.lock().unwrap();
        assert_eq!(fs::read(person.file(name)).unwrap(), whole);

        fs::remove_file(person.file(name)).unwrap();
        assert_eq!(person.open().unwrap().1, [Notice::HeaderMended]);
        assert_eq!(fs::read(person.file(name)).unwrap(), whole);
    }
}

#[test]
fn of_two_different_headers_the_newer_counts() {
    let person = Person::with_actions(1);
    let old = fs::read(person.file("header")).unwrap();
    let (mut vault, _) = person.open().unwrap();
    let new = Passphrase::new(b"merel zingt na de bui").unwrap();
    vault.set_key(Key::Passphrase(&new), KdfCost::FLOOR).unwrap();
    vault.lock().unwrap();
    let changed = fs::read(person.file("header")).unwrap();

    // As if the power went between the two copies.
    fs::write(person.file("header.2"), &old).unwrap();
    fs::write(person.file("header.2.new"), &changed).unwrap();
    let refused = person.open_with("kievit roept bij regen").unwrap_err();
    assert_eq!(refused, VaultError::WrongSecret);
    assert_eq!(person.open_with("merel zingt na de bui").unwrap().1, [Notice::HeaderMended]);
    assert_eq!(fs::read(person.file("header.2")).unwrap(), changed);
    assert!(!person.file("header.2.new").exists());
}

#[test]
fn a_vault_without_a_header_is_damage_and_keeps_all_its_files() {
    let person = Person::with_actions(2);
    for name in ["header", "header.2"] {
        flip(&person.file(name), 100);
    }
    let before = files(&person.path());
    let damaged = VaultError::Damaged { part: Part::Header };
    assert_eq!(person.open().unwrap_err(), damaged);
    assert_eq!(files(&person.path()), before);
    for name in ["header", "header.2"] {
        fs::remove_file(person.file(name)).unwrap();
    }
    assert_eq!(person.open().unwrap_err(), damaged);
}

#[test]
fn a_vault_from_a_later_version_is_left_untouched() {
    use sha2::Digest;
    let person = Person::with_actions(2);
    let mut bytes = fs::read(person.file("header")).unwrap();
    bytes[9] = 2;
    let at = bytes.len() - 32;
    let sum = sha2::Sha256::digest(&bytes[..at]);
    bytes[at..].copy_from_slice(&sum);
    fs::write(person.file("header"), &bytes).unwrap();
    let before = files(&person.path());
    assert_eq!(person.open().unwrap_err(), VaultError::NewerFormat);
    assert_eq!(files(&person.path()), before);
}

#[test]
fn an_action_that_says_more_than_this_version_knows_is_left_for_a_later_one() {
    let person = Person::with_actions(2);
    let keys = person.keys();
    let snapshots = ["snapshots/1.1", "snapshots/1.2"].map(|name| person.file(name));
    let newest = snapshots.iter().filter_map(|path| fs::read(path).ok());
    let newest = newest.map(|bytes| Snapshot::open(&keys, &bytes).unwrap());
    let newest = newest.max_by_key(|snapshot| snapshot.place).unwrap();
    let place = Place { epoch: 1, sequence: 3 };
    let payload = br#"{"seq":3,"at":"2036-03-01T10:00:00Z","ops":[{"of_the_future":{}}]}"#;
    let kind = RecordKind::Action;
    let record = Record::seal(&keys, place, newest.stands_on, kind, payload, [9; 24]).unwrap();
    let store = sled::open(person.file("store.1")).unwrap();
    store.insert(3_u64.to_be_bytes(), record).unwrap();
    drop(store);

    let of_the_store = |path: &std::path::Path| {
        path.iter().any(|part| part.to_str().is_some_and(|part| part.starts_with("store.")))
    };
    let rest = || {
        let mut rest = files(&person.path());
        rest.retain(|(path, _)| !of_the_store(path));
        rest
    };
    let before = rest();
    assert_eq!(person.open().unwrap_err(), VaultError::NewerFormat);
    assert_eq!(person.salvage().unwrap_err(), VaultError::NewerFormat);
    assert!(rest() == before);
    assert!(person.authentic_records().contains(&3));
}

#[test]
fn a_damaged_snapshot_loses_nothing() {
    let person = Person::with_actions(SNAPSHOT_EVERY + 10);
    let snapshots = ["snapshots/1.1", "snapshots/1.2"].map(|name| person.file(name));
    let newest = snapshots.iter().max_by_key(|path| fs::read(path).unwrap()[21]).unwrap();
    flip(newest, 200);
    let (vault, notices) = person.open().unwrap();
    assert_eq!((vault.sequence(), notices), (SNAPSHOT_EVERY + 10, vec![Notice::SnapshotDamaged]));
    assert_eq!(words(vault.book()), "Regel 60");
    drop(vault);

    for path in &snapshots {
        fs::write(path, b"LVsnap").unwrap();
    }
    let (vault, notices) = person.open().unwrap();
    assert_eq!((words(vault.book()), notices), ("Regel 60", vec![Notice::SnapshotDamaged]));
    vault.lock().unwrap();
    // The lock wrote one; the other place still holds what it held.
    assert_eq!(person.open().unwrap().0.info().snapshot, 60);

    fs::remove_dir_all(person.file("snapshots")).unwrap();
    fs::create_dir(person.file("snapshots")).unwrap();
    let (vault, notices) = person.open().unwrap();
    assert_eq!((words(vault.book()), notices), ("Regel 60", vec![]));
}

#[test]
fn a_store_that_lost_its_end_is_found_out() {
    let person = Person::with_actions(3);
    let store = person.file("store.1");
    let older = person.home.path().join("older");
    copy(&store, &older);
    let (mut vault, _) = person.open().unwrap();
    vault.save(&action(4, "Regel 4")).unwrap();
    drop(vault);

    // The mark vouches for action 4; the snapshot still stands on 3.
    fs::remove_dir_all(&store).unwrap();
    copy(&older, &store);
    assert_eq!(person.open().unwrap_err(), VaultError::Damaged { part: Part::Store });
}

#[test]
fn a_store_that_is_gone_or_empty_is_never_replaced_by_a_new_one() {
    let person = Person::with_actions(3);
    let store = person.file("store.1");
    fs::write(store.join("db"), b"").unwrap();
    for entry in fs::read_dir(&store).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap().to_string_lossy().starts_with("snap.") {
            fs::remove_file(path).unwrap();
        }
    }
    let damaged = VaultError::Damaged { part: Part::Store };
    assert_eq!(person.open().unwrap_err(), damaged);
    fs::remove_file(store.join("db")).unwrap();
    assert_eq!(person.open().unwrap_err(), damaged);
    assert!(!store.join("db").exists());
    fs::remove_dir_all(&store).unwrap();
    assert_eq!(person.open().unwrap_err(), damaged);
    assert!(!store.exists());
    assert!(person.file("snapshots/1.1").exists());
}

#[test]
fn what_sled_wipes_when_it_meets_damage_is_kept_aside() {
    let person = Person::with_actions(5);
    let (mut vault, _) = person.open().unwrap();
    for seq in 6..=30 {
        vault.save(&action(seq, "Bel Ana")).unwrap();
    }
    drop(vault);
    let db = person.file("store.1/db");
    let bytes = fs::read(&db).unwrap();
    let is_tenth =
        |window: &[u8]| Record::read_frame(window).is_ok_and(|frame| frame.place.sequence == 10);
    flip(&db, bytes.windows(Record::HEAD).position(is_tenth).unwrap() + 60);
    let before = person.authentic_records();

    let damaged = VaultError::Damaged { part: Part::Store };
    assert_eq!(person.open().unwrap_err(), damaged);
    assert_eq!(person.open().unwrap_err(), damaged);
    assert_eq!(person.authentic_records(), before);
    assert!(before.len() > 20, "{before:?}");
}

#[test]
fn what_a_kill_leaves_in_the_store_does_not_keep_it_shut() {
    let person = Person::with_actions(3);
    fs::write(person.file("store.1/snap.7FFFFFFFFFFFFFFF.generating"), b"half").unwrap();
    fs::write(person.file("store.1/conf"), b"segment_size: 5242").unwrap();
    assert_eq!(person.open().unwrap().0.sequence(), 3);
}

#[test]
fn a_lost_mark_is_said_and_made_anew() {
    let person = Person::with_actions(3);
    fs::remove_file(person.file("mark")).unwrap();
    assert_eq!(person.open().unwrap().1, [Notice::MarkLost]);
    assert_eq!(person.open().unwrap().1, []);
    fs::write(person.file("mark"), b"rubbish").unwrap();
    assert_eq!(person.open().unwrap().1, [Notice::MarkLost]);
    assert_eq!(person.open().unwrap().1, []);
}

#[test]
fn an_old_vault_put_back_is_said_and_never_refused() {
    let person = Person::with_actions(3);
    let around = |known| around().knowing(Some(known));
    let key = Key::Device(&person.device);
    let open = |known| Vault::open(&person.path(), key, around(known)).unwrap().1;
    assert_eq!(open(3), []);
    assert_eq!(open(9), [Notice::OlderThanKnown { known: 9, found: 3 }]);
}
