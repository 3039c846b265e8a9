//! A disk that is really full: nothing is acknowledged that is not stored, nothing hangs, and the
//! plan still opens.
//!
//! Needs the right to mount a small disk in memory; where that is not given, the stand-ins in
//! `src/faults.rs` are what is tested.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]
#![cfg(target_os = "linux")]

mod person;

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

use landvast_model::{Action, Answer, Op, Place, TABLE, Value, keep::Keep};
use landvast_seal::{KdfCost, Key, Record, Secret};
use landvast_vault::{Around, First, Part, Vault, VaultError};

use person::{copy, files, names};

/// A small disk in memory, for as long as this lives.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount(megabytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "tmpfs"])
            .arg(folder.path())
            .output()
            .is_ok_and(|output| output.status.success());
        mounted.then_some(Self(folder))
    }

    /// Writes until not a byte more goes in.
    fn fill(&self) {
        let mut file = File::create(self.0.path().join("photos")).unwrap();
        for size in [64 * 1024, 512, 1] {
            while file.write_all(&vec![1; size]).is_ok() {}
        }
    }

    fn make_room(&self) {
        fs::remove_file(self.0.path().join("photos")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).output();
    }
}

fn around() -> Around {
    let mut counter = 0_u64;
    Around::now(Box::new(move |bytes| {
        for byte in bytes {
            counter = counter.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            *byte = counter.to_be_bytes()[0];
        }
        Ok(())
    }))
}

fn action(seq: u64) -> Action {
    let answer = Answer::new(Value::Text(format!("Ga {seq} keer naast me zitten. ").repeat(80)));
    let field = TABLE.field("c.first").unwrap().key();
    let ops = vec![Op::Write { place: Place::Plan, field, answer }];
    Action { seq, at: "2026-03-01T10:00:00Z".parse().unwrap(), ops, undoes: None }
}

/// A new plan of this many actions.
fn plan_of(path: &Path, actions: u64) -> Vault {
    let device = Secret::take(&mut [7; 32]);
    let keys = [Key::Device(&device)];
    let first = action(1);
    let mut vault =
        Vault::create(path, &keys, KdfCost::FLOOR, First::Action(&first), around()).unwrap();
    for seq in 2..=actions {
        vault.save(&action(seq)).unwrap();
    }
    vault
}

fn open(path: &Path) -> Result<Vault, VaultError> {
    let device = Secret::take(&mut [7; 32]);
    Vault::open(path, Key::Device(&device), around()).map(|(vault, _)| vault)
}

#[test]
fn on_a_full_disk_the_plan_still_opens_and_nothing_is_acknowledged_that_is_not_stored() {
    let Some(disk) = SmallDisk::mount(16) else { return };
    let path = disk.0.path().join("plan");
    let mut vault = plan_of(&path, 1);

    let mut stored = 1;
    let refused = loop {
        match vault.save(&action(stored + 1)) {
            Ok(()) => stored += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(refused, VaultError::StorageFull);
    assert_eq!(vault.save(&action(stored + 1)), Err(VaultError::StorageFull));

    disk.fill();
    assert_eq!(vault.save(&action(stored + 1)), Err(VaultError::StorageFull));
    vault.lock().unwrap();
    let mut vault = open(&path).unwrap();
    assert_eq!(vault.sequence(), stored);
    assert_eq!(vault.save(&action(stored + 1)), Err(VaultError::StorageFull));
    drop(vault);

    disk.make_room();
    let mut vault = open(&path).unwrap();
    assert_eq!(vault.sequence(), stored);
    assert_eq!(vault.save(&action(stored + 1)), Ok(()));
}

#[test]
fn on_a_full_disk_nothing_is_written_anew_but_everything_can_be_erased() {
    let Some(disk) = SmallDisk::mount(24) else { return };
    let path = disk.0.path().join("plan");
    let (old, new) = (Secret::take(&mut [7; 32]), Secret::take(&mut [8; 32]));
    let mut vault = plan_of(&path, 30);
    disk.fill();
    let everything = Keep::default();
    assert_eq!(vault.compact(&everything), Err(VaultError::StorageFull));
    let keys = [Key::Device(&new)];
    let renewed = vault.renew(&keys, KdfCost::FLOOR, &everything);
    assert_eq!(renewed, Err(VaultError::StorageFull));
    vault.lock().unwrap();
    let vault = open(&path).unwrap();
    assert_eq!((vault.sequence(), vault.info().epoch), (30, 1));
    drop(vault);

    // Salvage waits for room, too, and what is left waits for salvage.
    let store = path.join("store.1");
    fs::rename(store.join("db"), store.join("lost")).unwrap();
    let salvage = || Vault::salvage(&path, Key::Device(&old), around(), "now");
    assert_eq!(salvage().unwrap_err(), VaultError::StorageFull);
    disk.make_room();
    let (vault, salvaged) = salvage().unwrap();
    assert_eq!((vault.sequence(), salvaged.is_whole()), (30, true));

    disk.fill();
    vault.erase().unwrap();
    assert!(!path.exists());
}

/// Spoils the third record wherever it lies in the store, so that the chain breaks there.
fn spoil(path: &Path) {
    spoil_the_log(path);
    for name in ["snapshots/1.1", "snapshots/1.2"] {
        let _ = fs::remove_file(path.join(name));
    }
}

/// The same where a later snapshot stands.
fn spoil_the_log(path: &Path) {
    let db = path.join("store.1/db");
    let mut bytes = fs::read(&db).unwrap();
    let heads: Vec<_> = Record::heads_in(&bytes).collect();
    for (at, _) in heads.iter().filter(|(_, frame)| frame.place.sequence == 3) {
        bytes[at + 60] ^= 1;
    }
    fs::write(db, bytes).unwrap();
}

/// What lies in the folder, but for the room that is kept for a full disk.
fn content(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut content = files(path);
    content.retain(|(path, _)| !path.ends_with("reserve"));
    content
}

#[test]
fn a_salvage_that_finds_the_disk_full_leaves_all_as_it_was_and_the_next_one_brings_it_back() {
    let Some(disk) = SmallDisk::mount(24) else { return };
    let path = disk.0.path().join("plan");
    let device = Secret::take(&mut [7; 32]);
    drop(plan_of(&path, 30));
    spoil(&path);
    let salvage = |path: &Path| Vault::salvage(path, Key::Device(&device), around(), "now");
    let damaged = VaultError::Damaged { part: Part::Store };

    // Somebody who has the same on a disk with room.
    let elsewhere = tempfile::tempdir().unwrap();
    let twin = elsewhere.path().join("plan");
    copy(&path, &twin);
    let (vault, expected) = salvage(&twin).unwrap();
    assert_eq!((vault.sequence(), expected.missing, expected.loose.len()), (2, 1, 1));

    let before = content(&path);
    disk.fill();
    for _ in 0..2 {
        assert_eq!(open(&path).unwrap_err(), damaged);
        assert_eq!(salvage(&path).unwrap_err(), VaultError::StorageFull);
        assert!(content(&path) == before);
    }
    disk.make_room();
    assert_eq!(open(&path).unwrap_err(), damaged);
    disk.fill();
    // Now there is a copy, but no room for a new log.
    assert_eq!(salvage(&path).unwrap_err(), VaultError::StorageFull);
    assert!(names(&path).iter().all(|name| !name.starts_with("damaged-") && name != "store.2"));
    disk.make_room();
    let (vault, salvaged) = salvage(&path).unwrap();
    assert_eq!((vault.sequence(), &salvaged), (2, &expected));
    drop(vault);
    assert_eq!(open(&path).unwrap().sequence(), 2);
}

#[test]
fn half_a_copy_that_was_found_on_a_full_disk_is_not_taken_for_whole_once_there_is_room() {
    let Some(disk) = SmallDisk::mount(24) else { return };
    let path = disk.0.path().join("plan");
    drop(plan_of(&path, 30));
    spoil(&path);
    let (store, aside) = (path.join("store.1"), path.join("store.1.untouched"));
    copy(&store, &aside);
    fs::write(aside.join("db"), b"").unwrap();
    let before = fs::read(store.join("db")).unwrap();
    let damaged = VaultError::Damaged { part: Part::Store };
    disk.fill();
    assert_eq!(open(&path).unwrap_err(), damaged);
    disk.make_room();
    assert_eq!(open(&path).unwrap_err(), damaged);
    assert!(fs::read(aside.join("db")).unwrap() == before);
}

#[test]
fn without_room_for_a_copy_a_snapshot_does_not_hide_what_is_wrong_before_it() {
    let Some(disk) = SmallDisk::mount(24) else { return };
    let path = disk.0.path().join("plan");
    drop(plan_of(&path, 55));
    spoil_the_log(&path);
    assert!(path.join("snapshots/1.1").exists() || path.join("snapshots/1.2").exists());
    let before = content(&path);
    disk.fill();
    assert_eq!(open(&path).unwrap_err(), VaultError::Damaged { part: Part::Store });
    assert!(content(&path) == before);
}

#[test]
fn on_a_full_disk_no_half_vault_is_made() {
    let Some(disk) = SmallDisk::mount(2) else { return };
    disk.fill();
    let device = Secret::take(&mut [7; 32]);
    let first = action(1);
    let keys = [Key::Device(&device)];
    let path = disk.0.path().join("plan");
    let made = Vault::create(&path, &keys, KdfCost::FLOOR, First::Action(&first), around());
    assert_eq!(made.unwrap_err(), VaultError::StorageFull);
    assert!(!path.exists());
    assert_eq!(fs::read_dir(disk.0.path()).unwrap().count(), 1);
}
