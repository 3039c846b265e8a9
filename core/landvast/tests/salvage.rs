//! A salvage that was broken off: what somebody else has in their hands is known all the same, and
//! no loose piece is decided about by accident.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::fs;
use std::path::Path;

use landvast::{
    CardOptions, Device, Form, KdfCost, Keeper, Language, NewPassphrase, Opening, PaperKind,
    Passphrase, Place, PlanError, Value,
};
use landvast_seal::{Key, Record};
use landvast_vault::{Around, Vault};
use tempfile::TempDir;

const PASSPHRASE: &[u8] = b"zeven zachte zeeslangen";

fn opening(home: &TempDir) -> Opening {
    let opening = Opening::new(home.path().join("plan"), Device::this());
    Opening { cost: KdfCost::FLOOR, ..opening }
}

fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE).unwrap()
}

/// Spoils the record of this action, wherever it stands in the log, and every snapshot.
fn spoil(path: &Path, sequence: u64) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            spoil(&entry.unwrap().path(), sequence);
        }
        return;
    }
    let mut bytes = fs::read(path).unwrap();
    let heads: Vec<_> = Record::heads_in(&bytes).collect();
    for (at, frame) in heads {
        if frame.place.sequence == sequence {
            *bytes.get_mut(at + 70).unwrap() ^= 1;
        }
    }
    if path.parent().unwrap().ends_with("snapshots") {
        *bytes.get_mut(60).unwrap() ^= 1;
    }
    fs::write(path, bytes).unwrap();
}

/// A plan of which Ana has a card, and of which an action before that is lost.
fn damaged() -> TempDir {
    let home = TempDir::new().unwrap();
    let code = landvast::make_recovery_code(&Device::this()).unwrap();
    let new = NewPassphrase::new(PASSPHRASE).unwrap();
    let mut keeper = Keeper::create(&opening(&home), Language::Nl, &new, &code).unwrap();
    let write = |keeper: &mut Keeper, field: &str, words: &str| {
        keeper.write(Place::Plan, field, Value::Text(words.to_owned())).unwrap();
        keeper.sequence()
    };
    let ana = keeper.add_person("Ana", &[]).unwrap();
    write(&mut keeper, "c.first", "Zet thee");
    let lost = write(&mut keeper, "c.first", "Zet koffie");
    write(&mut keeper, "a.call_name", "Robin");
    keeper.card(&CardOptions::default()).unwrap();
    keeper.give_copy(ana, PaperKind::Card, Form::Paper).unwrap();
    drop(keeper);
    spoil(&home.path().join("plan"), lost);
    home
}

#[test]
fn whoever_is_stopped_right_after_a_salvage_still_knows_who_has_a_copy() {
    let home = damaged();
    let opened = Keeper::open(&opening(&home), &passphrase());
    assert!(matches!(opened.err(), Some(PlanError::Damaged { .. })));
    // The power goes as soon as the vault has salvaged itself: nobody was asked anything yet.
    let random = Box::new(|bytes: &mut [u8]| {
        (Device::this().random)(bytes).map_err(|_| std::io::ErrorKind::Unsupported.into())
    });
    let vault = home.path().join("plan");
    let salvaged =
        Vault::salvage(&vault, Key::Passphrase(&passphrase()), Around::now(random), "nu");
    drop(salvaged.unwrap());

    let keeper = Keeper::open(&opening(&home), &passphrase()).unwrap();
    let copies = keeper.copies();
    let [copy] = copies.as_slice() else { panic!("{} copies", copies.len()) };
    assert_eq!((copy.name.as_str(), copy.version, copy.is_newest), ("Ana", 1, true));
    drop(keeper);

    // The loose piece waits, and what was shared is there once.
    let mut keeper = Keeper::salvage(&opening(&home), &passphrase()).unwrap();
    assert_eq!(keeper.loose().len(), 1);
    assert_eq!(keeper.copies().len(), 1);
    let made = keeper.card(&CardOptions::default()).unwrap();
    assert_eq!(made.version, 2, "not the number of the card that Ana has");
}

#[test]
fn whoever_leaves_without_deciding_is_asked_again_and_the_ledger_is_as_it_was() {
    let home = damaged();
    for _ in 0..3 {
        let keeper = Keeper::salvage(&opening(&home), &passphrase()).unwrap();
        let loose = keeper.loose();
        assert_eq!(loose.iter().map(|piece| piece.shown.as_str()).collect::<Vec<_>>(), ["Robin"]);
        assert_eq!(keeper.copies().len(), 1);
    }
    let mut keeper = Keeper::salvage(&opening(&home), &passphrase()).unwrap();
    keeper.take_loose(0).unwrap();
    drop(keeper);
    let keeper = Keeper::salvage(&opening(&home), &passphrase()).unwrap();
    assert_eq!((keeper.loose().len(), keeper.copies().len()), (0, 1));
}
