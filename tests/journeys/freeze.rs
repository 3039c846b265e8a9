//! Writes what this version writes, to be kept for ever: `freeze FOLDER`, as
//! `tests/fixtures/README.md` tells.
//!
//! The clock stands still and the randomness is none, so that the same version writes the same
//! bytes; only an age file and sled's own files are new each time.

#![expect(clippy::unwrap_used, reason = "it may stop where it stands")]

use std::fs;
use std::path::PathBuf;

use landvast::{KdfCost, Keeper, Language, Place, Value, WorkFactor, make_backup_words};
use landvast_model::keep::Keep;
use landvast_seal::Key;
use landvast_tests::device::device;
use landvast_tests::owner::{PASSPHRASE, code, new_passphrase, passphrase};
use landvast_tests::{Owner, example, folder};
use landvast_vault::{Around, Vault};

fn main() {
    let into = PathBuf::from(std::env::args().nth(1).unwrap());
    // Never over one that is there: what was frozen stays as it is.
    fs::create_dir(&into).unwrap();

    let owner = Owner::new();
    let opening = owner.opening();
    let chosen = new_passphrase(PASSPHRASE);
    let mut keeper = Keeper::create(&opening, Language::Nl, &chosen, &code()).unwrap();
    keeper.import(&plan()).unwrap();
    says(&mut keeper, "Zet thee.");
    keeper.lock().unwrap();

    // The first record of the log becomes a whole book; those after it are actions.
    let random = device().random;
    let around = Around::now(Box::new(move |bytes| {
        random(bytes).map_err(|_| std::io::ErrorKind::Unsupported.into())
    }));
    let words = passphrase(PASSPHRASE);
    let (mut vault, _) = Vault::open(&owner.vault(), Key::Passphrase(&words), around).unwrap();
    vault.compact(&Keep::default()).unwrap();
    vault.lock().unwrap();

    let mut keeper = owner.opens().unwrap();
    says(&mut keeper, "Ga rustig naast me zitten.");
    says(&mut keeper, "Ga rustig naast me zitten en zeg mijn naam.");
    let words = make_backup_words(&owner.device).unwrap();
    fs::write(into.join("backup.words"), format!("{}\n", *words.to_text())).unwrap();
    fs::write(into.join("backup.age"), keeper.backup(&words, WorkFactor::BACKUP).unwrap()).unwrap();
    fs::write(into.join("export.json"), keeper.export() + "\n").unwrap();
    let book = serde_json::to_string(keeper.book()).unwrap();
    fs::write(into.join("book.json"), book + "\n").unwrap();
    keeper.lock().unwrap();

    // Half a megabyte of nothing, made anew by whoever opens it.
    fs::remove_file(owner.vault().join("reserve")).unwrap();
    folder::copy(&owner.vault(), &into.join("vault"));
    assert_eq!(opening.cost, KdfCost::FLOOR);
}

/// Somebody's plan with every kind of answer in it, but not with every answer: what is kept for ever
/// is kept small.
fn plan() -> String {
    let mut plan: serde_json::Value = serde_json::from_str(&example::text("noor.nl")).unwrap();
    let answers = plan.get_mut("answers").unwrap().as_object_mut().unwrap();
    answers.retain(|id, _| id.starts_with(['a', 'b', 'c', 'e', 'i']) || id == "f.meds");
    plan.to_string()
}

fn says(keeper: &mut Keeper, words: &str) {
    keeper.write(Place::Plan, "c.first", Value::Text(words.to_owned())).unwrap();
}
