//! One person with a folder and a vault in it.

#![allow(dead_code, reason = "not every test needs all of it")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use landvast_model::{Action, Answer, Book, FieldKey, Op, Place, Value};
use landvast_seal::{Header, KdfCost, Key, Keys, Passphrase, Record, RecoveryCode, Secret};
use landvast_vault::{Around, First, Notice, Salvaged, Vault, VaultError};
use tempfile::TempDir;

/// A person's folder, and what opens their vault.
pub(crate) struct Person {
    pub(crate) home: TempDir,
    pub(crate) passphrase: Passphrase,
    pub(crate) code: RecoveryCode,
    pub(crate) device: Secret<32>,
}

impl Person {
    pub(crate) fn new() -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
            passphrase: Passphrase::new("kievit roept bij regen".as_bytes()).unwrap(),
            code: RecoveryCode::make(Secret::take(&mut [5; 16])),
            device: Secret::take(&mut [7; 32]),
        }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.home.path().join("plan")
    }

    pub(crate) fn make(&self) -> Vault {
        self.make_with(around())
    }

    pub(crate) fn make_with(&self, around: Around) -> Vault {
        let keys = [
            Key::Passphrase(&self.passphrase),
            Key::Recovery(&self.code),
            Key::Device(&self.device),
        ];
        let first = action(1, "Bel Ana");
        Vault::create(&self.path(), &keys, KdfCost::FLOOR, First::Action(&first), around).unwrap()
    }

    /// A vault with actions up to `newest`, closed.
    pub(crate) fn with_actions(newest: u64) -> Self {
        let person = Self::new();
        let mut vault = person.make();
        for seq in 2..=newest {
            vault.save(&action(seq, &format!("Regel {seq}"))).unwrap();
        }
        vault.lock().unwrap();
        person
    }

    pub(crate) fn open(&self) -> Result<(Vault, Vec<Notice>), VaultError> {
        Vault::open(&self.path(), Key::Device(&self.device), around())
    }

    pub(crate) fn open_with(&self, passphrase: &str) -> Result<(Vault, Vec<Notice>), VaultError> {
        let passphrase = Passphrase::new(passphrase.as_bytes()).unwrap();
        Vault::open(&self.path(), Key::Passphrase(&passphrase), around())
    }

    pub(crate) fn salvage_with(&self, around: Around) -> Result<(Vault, Salvaged), VaultError> {
        let key = Key::Device(&self.device);
        Vault::salvage(&self.path(), key, around, "2026-03-02")
    }

    pub(crate) fn salvage(&self) -> Result<(Vault, Salvaged), VaultError> {
        self.salvage_with(around())
    }

    /// What the vault is sealed with now.
    pub(crate) fn keys(&self) -> Keys {
        let header = Header::read(&fs::read(self.file("header")).unwrap()).unwrap();
        header.unlock(Key::Device(&self.device)).unwrap().derive_keys(header.vault)
    }

    /// The sequence of every record that authenticates by itself, anywhere in the folder.
    pub(crate) fn authentic_records(&self) -> BTreeSet<u64> {
        self.records_under(&self.keys())
    }

    /// The same, for what was sealed with these keys.
    pub(crate) fn records_under(&self, keys: &Keys) -> BTreeSet<u64> {
        let mut sequences = BTreeSet::new();
        for (_, bytes) in files(&self.path()) {
            let opened = Record::find_in(&bytes).filter_map(|(_, sealed)| {
                Record::open(keys, sealed).ok().map(|record| record.place.sequence)
            });
            sequences.extend(opened);
        }
        sequences
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }
}

/// Not random at all, but never twice the same.
pub(crate) fn around() -> Around {
    around_from(0)
}

/// The same, but other bytes for each number to begin with.
pub(crate) fn around_from(begin: u64) -> Around {
    let mut counter = begin;
    Around::now(Box::new(move |bytes| {
        for byte in bytes {
            counter = counter.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            *byte = counter.to_be_bytes()[0];
        }
        Ok(())
    }))
}

pub(crate) fn action(seq: u64, words: &str) -> Action {
    does(seq, vec![writes("c.first", words)])
}

pub(crate) fn does(seq: u64, ops: Vec<Op>) -> Action {
    Action { seq, at: "2026-03-01T10:00:00Z".parse().unwrap(), ops, undoes: None }
}

pub(crate) fn writes(field: &str, words: &str) -> Op {
    let answer = Answer::new(Value::Text(words.to_owned()));
    Op::Write { place: Place::Plan, field: FieldKey::new(field), answer }
}

pub(crate) fn words(book: &Book) -> &str {
    match &book.answer(Place::Plan, "c.first").unwrap().value {
        Value::Text(words) => words,
        _ => "",
    }
}

/// How many papers were made, of every kind.
pub(crate) fn papers(book: &Book) -> usize {
    book.papers.values().map(|papers| papers.all().len()).sum()
}

/// Every file of a folder with its bytes, except the lock and the count of guesses.
pub(crate) fn files(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(path).unwrap() {
        let entry = entry.unwrap().path();
        if entry.is_dir() {
            found.extend(files(&entry));
        } else if !entry.ends_with("lock") && !entry.ends_with("guesses") {
            found.push((entry.clone(), fs::read(entry).unwrap()));
        }
    }
    found.sort();
    found
}

/// The names in a folder, in order.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

pub(crate) fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
