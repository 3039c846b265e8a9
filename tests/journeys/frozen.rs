//! What earlier versions wrote is opened by this one, and what a later version wrote is left alone.
//!
//! Every folder of `tests/fixtures` is tried. Nothing there is ever opened where it lies: what is
//! opened is a copy.

use std::fs;
use std::path::{Path, PathBuf};

use landvast::{Backup, Keeper, Place, PlanError, Problem, Value, read_backup_words};
use landvast_model::Book;
use landvast_seal::{
    Header, Key, Keys, Place as InLog, Record, RecordHash, RecordKind, SealError, Snapshot,
};
use landvast_tests::Owner;
use landvast_tests::folder::{copy, files};
use landvast_tests::owner::{PASSPHRASE, code, new_passphrase, passphrase};
use sha2::{Digest, Sha256};

/// What one version wrote.
struct Frozen(PathBuf);

impl Frozen {
    fn all() -> Vec<Self> {
        let home = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures");
        let entries = fs::read_dir(home).unwrap().map(|entry| entry.unwrap().path());
        let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
        folders.sort();
        assert!(!folders.is_empty());
        folders.into_iter().map(Self).collect()
    }

    fn newest() -> Self {
        Self::all().pop().unwrap()
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).unwrap()
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).unwrap()
    }

    /// Somebody who has a copy of the vault.
    fn owner(&self) -> Owner {
        let owner = Owner::new();
        copy(&self.0.join("vault"), &owner.vault());
        owner
    }

    /// The plan, as it has to be read whatever it is read from.
    fn book(&self) -> Book {
        serde_json::from_slice(&self.bytes("book.json")).unwrap()
    }

    fn keys(&self) -> Keys {
        let header = Header::read(&self.bytes("vault/header")).unwrap();
        let words = passphrase(PASSPHRASE);
        header.unlock(Key::Passphrase(&words)).unwrap().derive_keys(header.vault)
    }

    fn backup(&self) -> Backup {
        let words = read_backup_words(&self.text("backup.words")).unwrap();
        Backup::open(&self.bytes("backup.age"), &words).unwrap()
    }
}

/// Whether two plans hold the same words, without showing them when they do not.
fn is_same(one: &Book, other: &Book) -> bool {
    one.answers == other.answers && one.people == other.people && one.language == other.language
}

fn remove(owner: &Owner, names: &[&str]) {
    for entry in fs::read_dir(owner.vault()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if names.iter().any(|start| name.starts_with(start)) {
            fs::remove_dir_all(&path).unwrap();
        }
    }
}

#[test]
fn a_vault_of_an_earlier_version_opens_and_goes_on() {
    for frozen in Frozen::all() {
        let owner = frozen.owner();
        let mut keeper = owner.opens().unwrap();
        assert_eq!(keeper.notices(), []);
        assert!(is_same(keeper.book(), &frozen.book()));
        let wordings = keeper.history(Place::Plan, "c.first").unwrap().len();
        assert!(wordings > 3, "{wordings}");
        keeper.write(Place::Plan, "c.first", Value::Text("Bel Ana.".to_owned())).unwrap();
        keeper.undo().unwrap();
        keeper.undo().unwrap();
        keeper.lock().unwrap();
        let chosen = new_passphrase("drie droge duinen");
        Keeper::recover(&owner.opening(), &code(), &chosen).unwrap().lock().unwrap();
        let keeper = owner.opens_with("drie droge duinen").unwrap();
        assert_eq!(keeper.sequence(), frozen.book().seq + 3);
    }
}

#[test]
fn the_log_of_an_earlier_version_suffices_alone_and_so_does_its_snapshot() {
    for frozen in Frozen::all() {
        let owner = frozen.owner();
        remove(&owner, &["snapshots"]);
        assert!(is_same(owner.opens().unwrap().book(), &frozen.book()));

        let owner = frozen.owner();
        remove(&owner, &["store."]);
        let keeper = Keeper::salvage(&owner.opening(), &passphrase(PASSPHRASE)).unwrap();
        assert!(is_same(keeper.book(), &frozen.book()));
    }
}

#[test]
fn a_backup_of_an_earlier_version_becomes_the_plan_again() {
    for frozen in Frozen::all() {
        let (owner, chosen) = (Owner::new(), new_passphrase(PASSPHRASE));
        let backup = frozen.backup();
        let mut keeper = Keeper::create_from(&owner.opening(), &backup, &chosen, &code()).unwrap();
        assert!(is_same(keeper.book(), &frozen.book()));
        assert!(keeper.history(Place::Plan, "c.first").unwrap().len() > 3);
    }
}

#[test]
fn an_export_of_an_earlier_version_can_be_read_in() {
    for frozen in Frozen::all() {
        let owner = Owner::new();
        let keeper = owner.begins_from(&frozen.text("export.json"));
        let (was, is) = (frozen.book(), keeper.book());
        assert_eq!(is.people.len(), was.people.len());
        assert_eq!(is.all_answers().count(), was.all_answers().count());
    }
}

#[test]
fn everything_that_is_frozen_is_small() {
    for frozen in Frozen::all() {
        let bytes: usize = files(&frozen.0).values().map(Vec::len).sum();
        assert!(bytes < 1_000_000, "{bytes} bytes in {}", frozen.0.display());
    }
}

/// The same bytes with the next format version, which stands behind the magic in all of them.
fn later(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes[9] += 1;
    bytes
}

/// A header whose closing sum fits again.
fn later_header(bytes: Vec<u8>) -> Vec<u8> {
    let mut bytes = later(bytes);
    let at = bytes.len() - 32;
    let sum = Sha256::digest(&bytes[..at]);
    bytes[at..].copy_from_slice(&sum);
    bytes
}

fn is_refused_untouched(owner: &Owner) {
    let before = files(&owner.vault());
    let refused = |opened: Result<Keeper, PlanError>| {
        assert_eq!(opened.err(), Some(PlanError::NewerFormat));
        assert!(files(&owner.vault()) == before, "a file was changed");
    };
    refused(owner.opens());
    refused(owner.recovers("drie droge duinen"));
    refused(Keeper::salvage(&owner.opening(), &passphrase(PASSPHRASE)));
}

#[test]
fn a_vault_from_the_future_says_so_and_is_left_untouched() {
    let frozen = Frozen::newest();
    // Also when only one copy of its header is: it may have been cut short in changing them
    // (adr/0017).
    for copies in [&["header", "header.2"][..], &["header"], &["header.2"]] {
        let owner = frozen.owner();
        for name in copies {
            let path = owner.vault().join(name);
            fs::write(&path, later_header(fs::read(&path).unwrap())).unwrap();
        }
        is_refused_untouched(&owner);
    }
}

#[test]
fn a_record_and_a_snapshot_from_the_future_say_so() {
    let frozen = Frozen::newest();
    let keys = frozen.keys();
    let place = InLog { epoch: 1, sequence: 1 };
    let kind = RecordKind::Action;
    let record = Record::seal(&keys, place, RecordHash::NONE, kind, b"{}", [5; 24]).unwrap();
    assert_eq!(Record::open(&keys, &later(record)).err(), Some(SealError::NewerFormat));
    let path = frozen.0.join("vault/snapshots");
    for entry in fs::read_dir(path).unwrap() {
        let snapshot = fs::read(entry.unwrap().path()).unwrap();
        assert!(Snapshot::open(&keys, &snapshot).is_ok());
        assert_eq!(Snapshot::open(&keys, &later(snapshot)).err(), Some(SealError::NewerFormat));
    }
}

#[test]
fn a_backup_and_an_export_from_the_future_say_so() {
    let frozen = Frozen::newest();
    let words = read_backup_words(&frozen.text("backup.words")).unwrap();
    let text = landvast_share::backup::open(&frozen.bytes("backup.age"), &words).unwrap();
    let mut json: serde_json::Value = serde_json::from_slice(&text).unwrap();
    let format = json["backup"]["format"].as_u64().unwrap();
    json["backup"]["format"] = (format + 1).into();
    let work = landvast::WorkFactor::for_tests(1);
    let sealed = landvast_share::backup::seal(json.to_string().as_bytes(), &words, work).unwrap();
    assert_eq!(Backup::open(&sealed, &words).err(), Some(PlanError::NewerFormat));
    // And an age file of a later age.
    let age = frozen.bytes("backup.age");
    let at = age.windows(3).position(|three| three == b"/v1").unwrap() + 2;
    let mut later_age = age.clone();
    later_age[at] = b'2';
    assert_eq!(Backup::open(&later_age, &words).err(), Some(PlanError::NewerFormat));

    let mut json: serde_json::Value = serde_json::from_str(&frozen.text("export.json")).unwrap();
    json["landvast"] = (json["landvast"].as_u64().unwrap() + 1).into();
    let owner = Owner::new();
    let mut keeper = owner.begins();
    let before = files(&owner.vault());
    let Err(PlanError::Invalid { faults }) = keeper.import(&json.to_string()) else {
        panic!("a plan from the future was read in");
    };
    assert!(faults.iter().any(|fault| fault.problem == Problem::NewerFormat));
    assert!(files(&owner.vault()) == before, "a file was changed");
}

#[test]
fn nothing_in_the_fixtures_is_ever_written_to() {
    let seal = |path: &Path| {
        let sums = files(path).into_iter().map(|(path, bytes)| (path, Sha256::digest(bytes)));
        sums.collect::<Vec<_>>()
    };
    for frozen in Frozen::all() {
        let before = seal(&frozen.0);
        let owner = frozen.owner();
        owner.opens().unwrap().lock().unwrap();
        drop(frozen.backup());
        assert!(seal(&frozen.0) == before);
    }
}
