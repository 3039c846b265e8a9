//! Links, pipes and folders that somebody put in the place of a vault's own files lead nowhere.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod person;

use std::{
    fs::{self, File},
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use landvast_model::keep::Keep;
use landvast_seal::{KdfCost, Key};
use landvast_vault::{First, Vault, VaultError};
use person::{Person, action, copy, names, words};

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

// The library that makes a pipe here cannot do that on a Mac.
#[cfg(not(target_vendor = "apple"))]
#[test]
fn a_pipe_or_a_folder_in_the_place_of_a_file_keeps_nobody_waiting() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};

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
    put_for_snapshots(&person, "nothing");
    pipe(&person.file("snapshots"));
    live_on(&person, 62);
}

/// Takes the folder of snapshots away, and puts something of this kind in its place, or nothing.
fn put_for_snapshots(person: &Person, kind: &str) {
    let snapshots = person.file("snapshots");
    fs::rename(&snapshots, person.home.path().join("moved")).unwrap();
    match kind {
        "empty file" => fs::write(snapshots, "").unwrap(),
        "file" => fs::write(snapshots, "vakantie").unwrap(),
        "link" => symlink(letter(person), snapshots).unwrap(),
        "link to nowhere" => symlink("nowhere", snapshots).unwrap(),
        _ => assert_eq!(kind, "nothing"),
    }
}

const FOR_SNAPSHOTS: [&str; 5] = ["empty file", "file", "link", "link to nowhere", "nothing"];

/// Everything is there up to this action, snapshots are written again, and what lay in their place
/// lies aside.
fn has_all(person: &Person, newest: u64, kind: &str) {
    live_on(person, newest + 1);
    let (mut vault, notices) = person.open().unwrap();
    let first = vault.history().unwrap().into_all().1.into_iter().next().unwrap();
    assert_eq!((first, notices), (action(1, "Bel Ana"), vec![]), "{kind}");
    assert_eq!(vault.info().snapshot, newest + 1, "{kind}");
    let aside = person.file("not-ours-snapshots");
    match kind {
        "empty file" => assert_eq!(fs::read_to_string(aside).unwrap(), ""),
        "file" | "link" => assert!(!fs::read_to_string(aside).unwrap().is_empty()),
        "link to nowhere" => assert_eq!(fs::read_link(aside).unwrap(), Path::new("nowhere")),
        _ => assert!(!aside.exists()),
    }
}

#[test]
fn whatever_lies_in_the_place_of_the_snapshots_the_log_gives_everything() {
    for kind in FOR_SNAPSHOTS {
        let person = Person::with_actions(60);
        put_for_snapshots(&person, kind);
        has_all(&person, 60, kind);

        let person = Person::with_actions(60);
        put_for_snapshots(&person, kind);
        let (vault, salvaged) = person.salvage().unwrap();
        assert_eq!((vault.sequence(), salvaged.is_whole()), (60, true), "{kind}");
        vault.lock().unwrap();
        has_all(&person, 60, kind);
    }
}

#[test]
fn a_salvage_that_was_begun_is_finished_whatever_lies_in_the_place_of_the_snapshots() {
    for kind in FOR_SNAPSHOTS {
        let person = Person::with_actions(60);
        put_for_snapshots(&person, kind);
        // It was to begin another log, and could not for what lay there. Its copy is here still.
        copy(&person.file("store.1"), &person.file("store.1.untouched"));
        let begun = person.file("damaged-2026-03-02.part/store.2.half/begun");
        fs::create_dir_all(begun).unwrap();
        assert!(matches!(person.open().err(), Some(VaultError::Damaged { .. })), "{kind}");
        let (vault, salvaged) = person.salvage().unwrap();
        assert_eq!((vault.sequence(), salvaged.is_whole()), (60, true), "{kind}");
        assert_eq!(words(vault.book()), "Regel 60", "{kind}");
        vault.lock().unwrap();
        assert!(!person.file("damaged-2026-03-02.part").exists(), "{kind}");
        has_all(&person, 60, kind);
    }
}

#[test]
fn a_folder_or_a_link_in_the_place_of_a_snapshot_and_a_file_in_that_of_a_folder_are_put_aside() {
    let person = Person::with_actions(60);
    for name in ["1.1", "1.2", "1.1.new", "1.2.new"] {
        let path = person.file("snapshots").join(name);
        let _ = fs::remove_file(&path);
        fs::create_dir(&path).unwrap();
        fs::write(path.join("letter.txt"), "Lieve Ana").unwrap();
    }
    has_all(&person, 60, "nothing");
    for name in ["1.1", "1.2", "1.1.new", "1.2.new"] {
        let letter = person.file(&format!("not-ours-{name}/letter.txt"));
        assert_eq!(fs::read_to_string(letter).unwrap(), "Lieve Ana", "{name}");
    }

    let person = Person::with_actions(60);
    let letter = letter(&person);
    for name in ["1.1", "1.2"] {
        let path = person.file("snapshots").join(name);
        let _ = fs::remove_file(&path);
        symlink(&letter, path).unwrap();
    }
    has_all(&person, 60, "nothing");
    assert_eq!(fs::read_to_string(letter).unwrap(), "Lieve Ana");

    let person = Person::with_actions(60);
    let pages = person.file("store.1/blobs");
    fs::remove_dir_all(&pages).unwrap();
    fs::write(&pages, "vakantie").unwrap();
    has_all(&person, 60, "nothing");
    assert_eq!(fs::read_to_string(person.file("not-ours-blobs")).unwrap(), "vakantie");
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
    let (vault, salvaged) = person.salvage().unwrap();
    assert_eq!((vault.sequence(), salvaged.is_whole()), (6, true));
}

/// What a person may keep beside their plan, under names that begin like ours.
const OWN: [&str; 9] = [
    "store.txt",
    "store.2024.xlsx",
    "store.2024.old/list.txt",
    "store.7",
    "damaged-x",
    "damaged-x.part",
    "damaged-house/roof.jpg",
    "damaged-newer/letter.txt",
    "snapshots/7.txt",
];

fn keep_own(person: &Person) {
    for name in OWN {
        let path = person.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, name).unwrap();
    }
    symlink("roof.jpg", person.path().join("damaged-house/newest")).unwrap();
}

fn is_own_still_there(person: &Person) {
    for name in OWN {
        assert_eq!(fs::read_to_string(person.path().join(name)).unwrap(), name);
    }
    assert!(person.path().join("damaged-house/newest").is_symlink());
}

#[test]
fn a_persons_own_file_with_a_name_like_ours_stays_when_the_plan_is_erased() {
    let person = Person::with_actions(3);
    keep_own(&person);
    live_on(&person, 4);
    let (mut vault, _) = person.open().unwrap();
    vault.compact(&Keep::default()).unwrap();
    assert_eq!(vault.info().damaged_bytes, 0);
    vault.forget_damaged().unwrap();
    is_own_still_there(&person);

    vault.erase().unwrap();
    is_own_still_there(&person);
    let left = ["damaged-house", "damaged-newer", "damaged-x", "damaged-x.part", "snapshots"];
    assert_eq!(
        names(&person.path()),
        [&left[..], &["store.2024.old", "store.2024.xlsx", "store.7", "store.txt"]].concat()
    );
    assert_eq!(Vault::peek(&person.path()).err(), Some(VaultError::NoVault));
}

#[test]
fn of_a_folder_of_damage_only_what_was_moved_into_it_is_forgotten() {
    let person = Person::with_actions(3);
    keep_own(&person);
    fs::write(person.path().join("store.1/db"), "spoiled").unwrap();
    let (mut vault, _) = person.salvage().unwrap();
    let aside = person.path().join("damaged-2026-03-02");
    fs::write(aside.join("note.txt"), "bewaren").unwrap();
    let damaged = vault.info().damaged_bytes;
    assert!(aside.join("store.1").is_dir() && damaged > 0);
    vault.forget_damaged().unwrap();
    assert_eq!((names(&aside), vault.info().damaged_bytes), (vec!["note.txt".to_owned()], 0));
    drop(vault);

    // And what was forgotten only now goes with the plan.
    fs::write(person.path().join("store.2/db"), "spoiled").unwrap();
    person.salvage().unwrap().0.erase().unwrap();
    assert_eq!(names(&aside), ["note.txt"]);
    assert!(!person.path().join("damaged-2026-03-02-2").exists());
    is_own_still_there(&person);
}

#[test]
fn a_persons_own_file_is_not_in_the_way_of_what_is_moved_aside() {
    let person = Person::with_actions(3);
    let own = person.path().join("damaged-2026-03-02.part");
    fs::write(&own, "half een film").unwrap();
    fs::write(person.path().join("store.1/db"), "spoiled").unwrap();
    let (vault, salvaged) = person.salvage().unwrap();
    assert_eq!((vault.sequence(), salvaged.is_whole()), (3, true));
    assert!(person.path().join("damaged-2026-03-02-2/store.1").is_dir());
    assert_eq!(fs::read_to_string(own).unwrap(), "half een film");
}

#[test]
fn a_folder_in_which_only_a_name_is_like_ours_is_no_damaged_vault() {
    let home = tempfile::tempdir().unwrap();
    for name in ["store.txt", "store.2024.xlsx", "snapshots/7.txt"] {
        let path = home.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "boodschappen").unwrap();
    }
    assert_eq!(Vault::peek(home.path()).err(), Some(VaultError::NoVault));
}

#[test]
fn a_persons_own_folder_is_not_taken_for_a_plan_that_was_half_made() {
    let person = Person::new();
    let half = person.home.path().join("plan.new");
    fs::create_dir_all(half.join("damaged-house")).unwrap();
    fs::write(half.join("damaged-house/roof.jpg"), "kijk").unwrap();
    let first = action(1, "Bel Ana");
    let keys = [Key::Device(&person.device)];
    let first = First::Action(&first);
    let made = Vault::create(&person.path(), &keys, KdfCost::FLOOR, first, person::around());
    assert_eq!(made.err(), Some(VaultError::AlreadyThere));
    assert!(half.join("damaged-house/roof.jpg").exists());
}
