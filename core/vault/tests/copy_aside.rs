//! The copy of the store that lies beside it while it is opened: one that an opening left behind
//! when it was cut short is used only if it is whole.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod person;

use std::{
    collections::BTreeSet,
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use landvast_seal::Record;
use landvast_vault::{Part, VaultError};

use person::{Person, action, copy, files, names, words};

const DAMAGED: VaultError = VaultError::Damaged { part: Part::Store };
const COPY: &str = "store.1.untouched";
const EARLIER: &str = "store.1.earlier";

/// Spoils the third record wherever it lies in the store.
fn spoil(person: &Person) {
    for (path, mut bytes) in files(&person.file("store.1")) {
        let heads: Vec<_> = Record::heads_in(&bytes).collect();
        for (at, _) in heads.iter().filter(|(_, frame)| frame.place.sequence == 3) {
            bytes[at + 60] ^= 1;
        }
        fs::write(path, bytes).unwrap();
    }
}

/// Takes the snapshots away, so that everything has to come from the log.
fn without_snapshots(person: &Person) {
    fs::remove_dir_all(person.file("snapshots")).unwrap();
    fs::create_dir(person.file("snapshots")).unwrap();
}

/// What a folder holds, by the names in it.
fn content(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let of = |path: PathBuf| path.strip_prefix(folder).unwrap().to_owned();
    let mut content: Vec<_> =
        files(folder).into_iter().map(|(path, bytes)| (of(path), bytes)).collect();
    content.retain(|(path, _)| path != Path::new("held"));
    content
}

fn copies(person: &Person) -> Vec<String> {
    let mut names = names(&person.path());
    names.retain(|name| name.starts_with("store.1."));
    names
}

/// The sequences of the records that lie in a folder and prove themselves.
fn records_in(person: &Person, folder: &str) -> BTreeSet<u64> {
    let keys = person.keys();
    let mut found = BTreeSet::new();
    for (_, bytes) in files(&person.file(folder)) {
        let opened = Record::find_in(&bytes).filter_map(|(_, sealed)| {
            Record::open(&keys, sealed).ok().map(|record| record.place.sequence)
        });
        found.extend(opened);
    }
    found
}

/// What a power cut may leave of a copy that was never synced.
const LEFT: [fn(&Path); 5] = [
    |copy| {
        fs::remove_dir_all(copy).unwrap();
        fs::create_dir(copy).unwrap();
    },
    |copy| fs::write(copy.join("db"), b"").unwrap(),
    |copy| fs::remove_file(copy.join("db")).unwrap(),
    |copy| {
        let mut bytes = fs::read(copy.join("db")).unwrap();
        let middle = bytes.len() / 2;
        bytes[..middle].fill(0);
        fs::write(copy.join("db"), bytes).unwrap();
    },
    |copy| fs::write(copy.join("snap.0000"), b"").unwrap(),
];

#[test]
fn a_copy_that_a_power_cut_left_half_is_made_again_before_the_store_is_opened() {
    let somebody = Person::with_actions(8);
    for left in LEFT {
        let person = Person::new();
        copy(&somebody.path(), &person.path());
        without_snapshots(&person);
        spoil(&person);
        copy(&person.file("store.1"), &person.file(COPY));
        left(&person.file(COPY));
        let before = content(&person.file("store.1"));

        assert_eq!(person.open().unwrap_err(), DAMAGED);
        assert_eq!(copies(&person), [EARLIER, COPY]);
        assert!(content(&person.file(COPY)) == before);
        assert_eq!(records_in(&person, COPY), BTreeSet::from([1, 2, 4, 5, 6, 7, 8]));
        let (vault, salvaged) = person.salvage().unwrap();
        assert_eq!((vault.sequence(), salvaged.loose.len()), (2, 1));
        drop(vault);
        assert_eq!(person.open().unwrap().1, []);
    }
}

#[test]
fn a_sound_plan_opens_beside_what_a_power_cut_left_of_a_copy_and_nothing_of_it_stays() {
    for left in LEFT {
        let person = Person::with_actions(4);
        for name in [COPY, EARLIER, "store.1.half"] {
            copy(&person.file("store.1"), &person.file(name));
            left(&person.file(name));
        }
        let (mut vault, notices) = person.open().unwrap();
        assert_eq!((words(vault.book()), notices), ("Regel 4", vec![]));
        assert_eq!(copies(&person), Vec::<String>::new());
        vault.save(&action(5, "Verder")).unwrap();
    }
}

#[test]
fn what_an_opening_wiped_before_it_was_killed_comes_back_from_its_copy() {
    let person = Person::with_actions(8);
    copy(&person.file("store.1"), &person.file(COPY));
    without_snapshots(&person);
    // As the store engine does it when it meets damage.
    let db = person.file("store.1/db");
    let bytes = fs::read(&db).unwrap();
    fs::write(&db, vec![0; bytes.len()]).unwrap();

    for _ in 0..2 {
        assert_eq!(person.open().unwrap_err(), DAMAGED);
        assert_eq!(copies(&person), [EARLIER, COPY]);
        assert_eq!(records_in(&person, EARLIER), (1..=8).collect());
    }
    let (vault, salvaged) = person.salvage().unwrap();
    assert_eq!((words(vault.book()), salvaged.is_whole()), ("Regel 8", true));
    drop(vault);
    let aside = names(&person.file("damaged-2026-03-02"));
    assert_eq!(aside, ["mark", "store.1", EARLIER, COPY]);
    assert_eq!(copies(&person), Vec::<String>::new());
    assert_eq!(person.open().unwrap().1, []);
}

#[test]
fn of_several_copies_that_are_not_known_to_be_whole_the_oldest_stays() {
    let person = Person::with_actions(8);
    copy(&person.file("store.1"), &person.file(EARLIER));
    copy(&person.file("store.1"), &person.file(COPY));
    fs::write(person.file(COPY).join("db"), b"").unwrap();
    spoil(&person);
    let before = content(&person.file("store.1"));
    assert_eq!(person.open().unwrap_err(), DAMAGED);
    assert_eq!(records_in(&person, EARLIER), (1..=8).collect());
    assert!(content(&person.file(COPY)) == before);
    let (vault, salvaged) = person.salvage().unwrap();
    assert_eq!((words(vault.book()), salvaged.is_whole()), ("Regel 8", true));
}

#[test]
fn a_copy_that_is_the_same_as_the_store_or_was_made_durable_is_not_made_again() {
    let person = Person::with_actions(8);
    spoil(&person);
    copy(&person.file("store.1"), &person.file(COPY));
    let place = |person: &Person| fs::metadata(person.file(COPY).join("db")).unwrap().ino();
    let (before, at) = (content(&person.file(COPY)), place(&person));
    for _ in 0..3 {
        assert_eq!(person.open().unwrap_err(), DAMAGED);
        assert_eq!((copies(&person), place(&person)), (vec![COPY.to_owned()], at));
        assert!(content(&person.file(COPY)) == before);
        // It was made durable now; whatever becomes of the store, it is older and better.
        assert!(person.file(COPY).join("held").exists());
        fs::write(person.file("store.1/db"), b"").unwrap();
    }
}

#[test]
fn a_persons_own_folder_or_file_with_the_name_of_a_copy_stays() {
    for name in [COPY, EARLIER, "store.1.half"] {
        let person = Person::with_actions(4);
        let own = person.file(name);
        fs::create_dir(&own).unwrap();
        fs::write(own.join("dak.jpg"), "van mij").unwrap();
        assert_eq!(words(person.open().unwrap().0.book()), "Regel 4");
        assert_eq!(fs::read_to_string(own.join("dak.jpg")).unwrap(), "van mij");

        fs::remove_dir_all(&own).unwrap();
        fs::write(&own, "van mij").unwrap();
        assert_eq!(words(person.open().unwrap().0.book()), "Regel 4");
        assert_eq!(fs::read_to_string(&own).unwrap(), "van mij");
    }
}
