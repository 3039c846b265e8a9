//! What the vault does when the store under it fails: stands in for sled with stores that hang,
//! panic, refuse or forget.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
    sync::mpsc,
    time::Duration,
};

use landvast_model::Action;
use landvast_seal::{KdfCost, Key, Secret};
use tempfile::TempDir;

use crate::{
    Around, First, Guard, Guards, Part, Vault, VaultError,
    open::StoreAt,
    store::{Found, Sled, Store, StoreFault},
};

/// A store that does something else than sled when asked to append.
struct Faulty {
    sled: Box<dyn Store>,
    append: fn(&mut dyn Store) -> Result<(), StoreFault>,
}

impl Store for Faulty {
    fn append(&mut self, _: u64, _: &[u8]) -> Result<(), StoreFault> {
        (self.append)(self.sled.as_mut())
    }

    fn first(&mut self) -> Result<Option<(u64, usize)>, StoreFault> {
        self.sled.first()
    }

    fn scan_from(&mut self, sequence: u64) -> Result<Found, StoreFault> {
        self.sled.scan_from(sequence)
    }

    fn close(self: Box<Self>) -> Result<(), StoreFault> {
        self.sled.close()
    }
}

fn appends_with(
    path: &Path,
    guards: Guards,
    append: fn(&mut dyn Store) -> Result<(), StoreFault>,
) -> Result<Box<dyn Store>, StoreFault> {
    Ok(Box::new(Faulty { sled: Sled::open(path, guards)?, append }))
}

fn hangs(path: &Path, guards: Guards) -> Result<Box<dyn Store>, StoreFault> {
    appends_with(path, guards, |_| hang())
}

fn panics(path: &Path, guards: Guards) -> Result<Box<dyn Store>, StoreFault> {
    appends_with(path, guards, |_| resume_unwind(Box::new(())))
}

fn finds_the_disk_full(path: &Path, guards: Guards) -> Result<Box<dyn Store>, StoreFault> {
    appends_with(path, guards, |_| Err(StoreFault::Io(std::io::ErrorKind::StorageFull)))
}

fn finds_the_quota_used_up(path: &Path, guards: Guards) -> Result<Box<dyn Store>, StoreFault> {
    appends_with(path, guards, |_| Err(StoreFault::Io(std::io::ErrorKind::QuotaExceeded)))
}

fn panics_at_open(_: &Path, _: Guards) -> Result<Box<dyn Store>, StoreFault> {
    resume_unwind(Box::new(()))
}

fn hangs_at_open(_: &Path, _: Guards) -> Result<Box<dyn Store>, StoreFault> {
    hang()
}

/// A store that finds less than what it was given, without a word.
struct Forgetful(Box<dyn Store>, fn(&mut Found));

impl Store for Forgetful {
    fn append(&mut self, sequence: u64, sealed: &[u8]) -> Result<(), StoreFault> {
        self.0.append(sequence, sealed)
    }

    fn first(&mut self) -> Result<Option<(u64, usize)>, StoreFault> {
        self.0.first()
    }

    fn scan_from(&mut self, sequence: u64) -> Result<Found, StoreFault> {
        let mut found = self.0.scan_from(sequence)?;
        (self.1)(&mut found);
        Ok(found)
    }

    fn close(self: Box<Self>) -> Result<(), StoreFault> {
        self.0.close()
    }
}

fn is_silently_empty(path: &Path, guards: Guards) -> Result<Box<dyn Store>, StoreFault> {
    Ok(Box::new(Forgetful(Sled::open(path, guards)?, Vec::clear)))
}

fn is_silently_short(path: &Path, guards: Guards) -> Result<Box<dyn Store>, StoreFault> {
    Ok(Box::new(Forgetful(Sled::open(path, guards)?, |found| drop(found.pop()))))
}

fn hang<T>() -> T {
    let (_kept_alive, never) = mpsc::channel::<T>();
    never.recv().expect("nobody ever sends")
}

struct Person {
    _home: TempDir,
    path: PathBuf,
    device: Secret<32>,
}

impl Person {
    /// A vault with actions 1 and 2; the snapshot stands on 1.
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("plan");
        let device = Secret::take(&mut [7; 32]);
        let keys = [Key::Device(&device)];
        let first = action(1);
        let mut vault =
            Vault::create(&path, &keys, KdfCost::FLOOR, First::Action(&first), around()).unwrap();
        vault.save(&action(2)).unwrap();
        drop(vault);
        Self { _home: home, path, device }
    }

    fn open_on(&self, store_at: StoreAt) -> Result<Vault, VaultError> {
        let around = Around { deadline: Duration::from_millis(100), ..around() };
        let key = Key::Device(&self.device);
        Vault::open_with(&self.path, key, around, store_at).map(|(vault, _)| vault)
    }

    /// With all the time in the world, and without one of the guards.
    fn open_without(&self, guard: Guard, store_at: StoreAt) -> Result<Vault, VaultError> {
        let around = Around { guards: Guards::without(guard), ..around() };
        let key = Key::Device(&self.device);
        Vault::open_with(&self.path, key, around, store_at).map(|(vault, _)| vault)
    }

    fn open(&self) -> Result<Vault, VaultError> {
        Vault::open(&self.path, Key::Device(&self.device), around()).map(|(vault, _)| vault)
    }
}

fn around() -> Around {
    let mut counter = 0_u8;
    Around::now(Box::new(move |bytes| {
        for byte in bytes {
            counter = counter.wrapping_mul(29).wrapping_add(1);
            *byte = counter;
        }
        Ok(())
    }))
}

fn action(seq: u64) -> Action {
    let at = "2026-03-01T10:00:00Z".parse().unwrap();
    Action { seq, at, ops: Vec::new(), undoes: None }
}

#[test]
fn a_store_that_hangs_ends_in_an_error_and_is_asked_no_more() {
    let person = Person::new();
    let mut vault = person.open_on(hangs).unwrap();
    assert_eq!(vault.save(&action(3)), Err(VaultError::Stopped));
    assert_eq!(vault.sequence(), 2);
    assert_eq!(vault.save(&action(3)), Err(VaultError::Stopped));
    assert_eq!(vault.history(), Err(VaultError::Stopped));
    let new = Secret::take(&mut [8; 32]);
    assert_eq!(vault.set_key(Key::Device(&new), KdfCost::FLOOR), Err(VaultError::Stopped));
    drop(vault);
    // It might still write: nobody else may open it while this process lives.
    assert_eq!(person.open().unwrap_err(), VaultError::InUse);
}

#[test]
fn a_store_that_panics_ends_in_an_error_and_the_vault_opens_anew() {
    let person = Person::new();
    let mut vault = person.open_on(panics).unwrap();
    assert_eq!(vault.save(&action(3)), Err(VaultError::Stopped));
    assert_eq!(vault.book().seq, 2);
    drop(vault);
    let mut vault = person.open().unwrap();
    assert_eq!(vault.sequence(), 2);
    assert_eq!(vault.save(&action(3)), Ok(()));
}

/// The record is in the store, and then there is no room for what would make it last.
fn finds_the_disk_full_afterwards(
    path: &Path,
    guards: Guards,
) -> Result<Box<dyn Store>, StoreFault> {
    Ok(Box::new(FullAfterwards(Sled::open(path, guards)?)))
}

struct FullAfterwards(Box<dyn Store>);

impl Store for FullAfterwards {
    fn append(&mut self, sequence: u64, sealed: &[u8]) -> Result<(), StoreFault> {
        self.0.append(sequence, sealed)?;
        Err(StoreFault::Io(std::io::ErrorKind::StorageFull))
    }

    fn first(&mut self) -> Result<Option<(u64, usize)>, StoreFault> {
        self.0.first()
    }

    fn scan_from(&mut self, sequence: u64) -> Result<Found, StoreFault> {
        self.0.scan_from(sequence)
    }

    fn close(self: Box<Self>) -> Result<(), StoreFault> {
        self.0.close()
    }
}

#[test]
fn a_full_disk_and_a_used_up_quota_acknowledge_nothing_and_the_plan_opens_anew() {
    let stores: [(StoreAt, u64); 3] = [
        (finds_the_disk_full, 2),
        (finds_the_quota_used_up, 2),
        (finds_the_disk_full_afterwards, 3),
    ];
    for (store_at, left) in stores {
        let person = Person::new();
        let mut vault = person.open_on(store_at).unwrap();
        assert_eq!(vault.save(&action(3)), Err(VaultError::StorageFull));
        assert_eq!((vault.sequence(), vault.book().seq), (2, 2));
        // There is room by now, but the store that met the full disk is asked nothing more.
        assert_eq!(vault.save(&action(3)), Err(VaultError::Stopped));
        assert_eq!(vault.history(), Err(VaultError::Stopped));
        let new = Secret::take(&mut [8; 32]);
        assert_eq!(vault.set_key(Key::Device(&new), KdfCost::FLOOR), Err(VaultError::Stopped));
        assert_eq!(vault.lock(), Err(VaultError::Stopped));

        let mut vault = person.open().unwrap();
        assert_eq!((vault.sequence(), vault.book().seq), (left, left));
        assert_eq!(vault.save(&action(left + 1)), Ok(()));
        assert_eq!(vault.lock(), Ok(()));
        assert_eq!(person.open().unwrap().sequence(), left + 1);
    }
}

#[test]
fn a_store_that_panics_while_opening_is_damage() {
    let person = Person::new();
    let damaged = VaultError::Damaged { part: Part::Store };
    assert_eq!(person.open_on(panics_at_open).unwrap_err(), damaged);
    assert_eq!(person.open().unwrap().sequence(), 2);
}

#[test]
fn a_store_that_hangs_while_opening_keeps_nobody_waiting_for_ever() {
    let person = Person::new();
    assert_eq!(person.open_on(hangs_at_open).unwrap_err(), VaultError::Stopped);
}

#[test]
fn a_store_that_forgot_everything_or_its_end_is_found_out() {
    let person = Person::new();
    let damaged = VaultError::Damaged { part: Part::Store };
    for store_at in [is_silently_empty, is_silently_short] {
        assert_eq!(person.open_on(store_at).unwrap_err(), damaged);
    }
    // By the mark alone, when there is no snapshot to hold against it.
    fs::remove_dir_all(person.path.join("snapshots")).unwrap();
    for store_at in [is_silently_empty, is_silently_short] {
        assert_eq!(person.open_on(store_at).unwrap_err(), damaged);
    }
    assert_eq!(person.open().unwrap().sequence(), 2);
}

#[test]
fn no_random_bytes_mean_that_nothing_is_written() {
    let person = Person::new();
    let random = Box::new(|_: &mut [u8]| Err(std::io::ErrorKind::Other.into()));
    let key = Key::Device(&person.device);
    let (mut vault, _) = Vault::open(&person.path, key, Around::now(random)).unwrap();
    assert_eq!(vault.save(&action(3)), Err(VaultError::NoRandomness));
    drop(vault);
    assert_eq!(person.open().unwrap().sequence(), 2);
}

/// Longer than the deadline of these tests, but not for ever.
fn dawdles(path: &Path, guards: Guards) -> Result<Box<dyn Store>, StoreFault> {
    appends_with(path, guards, |_| {
        let (_kept_alive, never) = mpsc::channel::<()>();
        let _ = never.recv_timeout(Duration::from_millis(400));
        Ok(())
    })
}

#[test]
fn without_a_deadline_a_store_that_hangs_keeps_the_owner_waiting() {
    let save = |guards| {
        let person = Person::new();
        let around = Around { deadline: Duration::from_millis(100), guards, ..around() };
        let key = Key::Device(&person.device);
        let (mut vault, _) = Vault::open_with(&person.path, key, around, dawdles).unwrap();
        vault.save(&action(3))
    };
    assert_eq!(save(Guards::without(Guard::Deadline)), Ok(()));
    assert_eq!(save(Guards::ALL), Err(VaultError::Stopped));
}

#[test]
fn without_a_net_a_panic_in_the_store_takes_the_program_with_it() {
    let person = Person::new();
    let falls = |doing: &mut dyn FnMut()| catch_unwind(AssertUnwindSafe(doing)).is_err();
    let opens_on = |store_at| drop(person.open_without(Guard::Panics, store_at));
    assert!(falls(&mut || opens_on(panics_at_open)));
    let mut vault = person.open_without(Guard::Panics, panics).unwrap();
    assert!(falls(&mut || vault.save(&action(3)).unwrap()));
    drop(vault);
    assert_eq!(person.open().unwrap().sequence(), 2);
}

/// A store in which a record is gone from the middle, under a newest one that is still there.
fn has_a_gap(path: &Path, guards: Guards) -> Result<Box<dyn Store>, StoreFault> {
    let forget = |found: &mut Found| found.retain(|(sequence, _)| *sequence != 2);
    Ok(Box::new(Forgetful(Sled::open(path, guards)?, forget)))
}

#[test]
fn without_the_chain_nobody_sees_what_is_missing_in_the_middle() {
    let person = Person::new();
    person.open().unwrap().save(&action(3)).unwrap();
    let damaged = VaultError::Damaged { part: Part::Store };
    assert_eq!(person.open_on(has_a_gap).unwrap_err(), damaged);
    assert_eq!(person.open_without(Guard::Chain, has_a_gap).unwrap().sequence(), 3);
}
