//! A log is written anew: to be short again, or under a new key because somebody saw the old one or
//! because words are to be gone for good.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod person;

use std::fs;

use landvast_model::{
    Book, FieldKey, Op, Place,
    action::{fold, history, undo},
    keep::Keep,
};
use landvast_seal::{KdfCost, Key, Passphrase, RecoveryCode, Secret, SlotKind};
use landvast_vault::{Notice, Vault, VaultError};

use person::{Person, action, around, copy, does, files, names, words, writes};

fn new_keys() -> (Passphrase, RecoveryCode) {
    let code = RecoveryCode::make(Secret::take(&mut [9; 16]));
    (Passphrase::new(b"merel zingt na de bui").unwrap(), code)
}

fn wordings(vault: &mut Vault) -> Vec<String> {
    let (begin, actions) = vault.history().unwrap().into_all();
    let versions = history(&begin, &[], &actions, Place::Plan, "c.first");
    versions.iter().map(|version| format!("{:?}", version.answer.unwrap().value)).collect()
}

#[test]
fn when_somebody_saw_the_passphrase_a_renewal_leaves_them_nothing() {
    let person = Person::with_actions(5);
    let old_keys = person.keys();
    let seen = person.home.path().join("seen");
    copy(&person.path(), &seen);

    let (passphrase, code) = new_keys();
    let (mut vault, _) = person.open().unwrap();
    let keys = [Key::Passphrase(&passphrase), Key::Recovery(&code)];
    vault.renew(&keys, KdfCost::FLOOR, &Keep::default()).unwrap();
    assert_eq!((vault.info().life, vault.info().epoch, vault.sequence()), (2, 2, 5));
    assert_eq!(
        vault.info().keys.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(),
        [SlotKind::Passphrase, SlotKind::RecoveryCode]
    );
    vault.save(&action(6, "Regel 6")).unwrap();
    vault.lock().unwrap();

    assert_eq!(person.open().unwrap_err(), VaultError::NoSuchKey);
    let old = person.open_with("kievit roept bij regen").unwrap_err();
    assert_eq!(old, VaultError::WrongSecret);
    let (vault, notices) = person.open_with("merel zingt na de bui").unwrap();
    assert_eq!((words(vault.book()), notices), ("Regel 6", vec![]));
    drop(vault);
    Vault::open(&person.path(), Key::Recovery(&code), around()).unwrap().0.lock().unwrap();

    // Whoever has the old key finds nothing in the vault; in a copy of the old files, everything.
    assert_eq!(person.records_under(&old_keys).len(), 0);
    let (copied, _) = Vault::open(&seen, Key::Device(&person.device), around()).unwrap();
    assert_eq!(words(copied.book()), "Regel 5");
    drop(copied);
    // Even the old headers, put back, lead nowhere.
    for name in ["header", "header.2"] {
        fs::copy(seen.join(name), person.file(name)).unwrap();
    }
    assert!(matches!(person.open().unwrap_err(), VaultError::Damaged { .. }));
}

#[test]
fn what_is_to_be_forgotten_is_gone_and_the_rest_of_the_past_stays() {
    let person = Person::with_actions(3);
    let (mut vault, _) = person.open().unwrap();
    let ops = vec![writes("c.do", "Over die dag"), writes("c.first", "Regel 4")];
    vault.save(&does(4, ops)).unwrap();
    let field = FieldKey::new("c.do");
    vault.save(&does(5, vec![Op::Clear { place: Place::Plan, field: field.clone() }])).unwrap();
    let book = vault.book().clone();

    let forget = [(Place::Plan, field)];
    let keys = [Key::Device(&person.device)];
    let keep = Keep { forget: &forget, ..Keep::default() };
    vault.renew(&keys, KdfCost::FLOOR, &keep).unwrap();
    assert_eq!(vault.book(), &book);
    assert_eq!(wordings(&mut vault).len(), 4);
    let said = serde_json::to_string(&vault.history().unwrap().into_all()).unwrap();
    assert!(said.contains("Regel 2") && !said.contains("die dag"));
    vault.lock().unwrap();
    let (mut vault, notices) = person.open().unwrap();
    assert_eq!((vault.book(), notices), (&book, vec![]));
    assert_eq!(wordings(&mut vault).len(), 4);
}

#[test]
fn for_the_owner_a_log_that_was_written_anew_is_no_border() {
    let person = Person::with_actions(4);
    let (mut vault, _) = person.open().unwrap();
    for turn in 1..=3 {
        vault.compact(&Keep::default()).unwrap();
        assert_eq!((vault.info().life, vault.info().epoch), (1, 1 + turn));
        let seq = vault.sequence() + 1;
        vault.save(&action(seq, &format!("Regel {seq}"))).unwrap();
    }
    let history = vault.history().unwrap();
    assert_eq!(fold(history.begin.clone(), &history.kept), history.base);
    assert_eq!((history.kept.len(), history.actions.len()), (6, 1));
    let (begin, actions) = history.into_all();
    assert_eq!((&begin, actions.len()), (&Book::default(), 7));
    assert_eq!(wordings(&mut vault).len(), 7);

    // Undo walks back over the border.
    for expected in ["Regel 6", "Regel 5", "Regel 4", "Regel 3"] {
        let (begin, actions) = vault.history().unwrap().into_all();
        let back = undo(&begin, &actions).unwrap();
        let mut action = does(vault.sequence() + 1, back.ops);
        action.undoes = Some(back.of);
        vault.save(&action).unwrap();
        assert_eq!(words(vault.book()), expected);
    }
}

#[test]
fn every_key_still_opens_a_log_that_was_only_made_shorter() {
    let person = Person::with_actions(4);
    let (mut vault, _) = person.open().unwrap();
    vault.compact(&Keep { versions: 2, forget: &[] }).unwrap();
    let book = vault.book().clone();
    drop(vault);
    for key in [
        Key::Passphrase(&person.passphrase),
        Key::Recovery(&person.code),
        Key::Device(&person.device),
    ] {
        let (vault, notices) = Vault::open(&person.path(), key, around()).unwrap();
        assert_eq!((vault.book(), notices), (&book, vec![]));
    }
    assert_eq!(wordings(&mut person.open().unwrap().0).len(), 3);
    let stores: Vec<String> = names(&person.path());
    assert_eq!(stores.iter().filter(|name| name.starts_with("store.")).count(), 1);
    assert_eq!(names(&person.file("snapshots")), ["2.1"]);
}

#[test]
fn a_renewal_without_any_key_changes_nothing() {
    let person = Person::with_actions(2);
    let (mut vault, _) = person.open().unwrap();
    let refused = vault.renew(&[], KdfCost::FLOOR, &Keep::default());
    assert_eq!(refused, Err(VaultError::NoSuchKey));
    vault.save(&action(3, "Zet thee")).unwrap();
    drop(vault);
    let before = names(&person.path());
    assert_eq!(words(person.open().unwrap().0.book()), "Zet thee");
    assert_eq!(names(&person.path()), before);
}

#[test]
fn a_log_that_has_grown_long_asks_to_be_made_short_and_then_is() {
    let person = Person::new();
    let mut vault = person.make();
    assert!(!vault.wants_compaction());
    let long = "Ga naast me zitten. ".repeat(2_000);
    let mut biggest = 0;
    let mut times = 0;
    for seq in 2..=270 {
        vault.save(&action(seq, &format!("{seq} {long}"))).unwrap();
        if vault.wants_compaction() {
            biggest = biggest.max(vault.info().store_bytes);
            vault.compact(&Keep { versions: 20, forget: &[] }).unwrap();
            assert!(!vault.wants_compaction());
            times += 1;
        }
    }
    assert!(times >= 2, "{times} times");
    assert!(biggest < 16 * 1024 * 1024, "{biggest} bytes");
    let book = vault.book().clone();
    vault.lock().unwrap();
    let (mut vault, notices) = person.open().unwrap();
    assert_eq!((vault.book(), notices), (&book, vec![]));
    assert!(wordings(&mut vault).len() > 20);
}

/// A copy of three actions, laid over the vault that went on to nine in a log of its own.
fn with_an_old_copy_laid_over() -> Person {
    let person = Person::with_actions(3);
    let old = person.home.path().join("old");
    copy(&person.path(), &old);
    let (mut vault, _) = person.open().unwrap();
    vault.compact(&Keep::default()).unwrap();
    for seq in 4..=9 {
        vault.save(&action(seq, &format!("Regel {seq}"))).unwrap();
    }
    vault.lock().unwrap();
    copy(&old, &person.path());
    person
}

#[test]
fn a_newer_log_is_kept_aside_beside_whatever_has_the_usual_name() {
    let person = with_an_old_copy_laid_over();
    let in_the_way = person.file("damaged-newer");
    fs::write(&in_the_way, "van mij").unwrap();
    let (mut vault, _) = person.open().unwrap();
    vault.save(&action(4, "Verder")).unwrap();
    vault.compact(&Keep::default()).unwrap();
    assert_eq!(names(&person.file("damaged-newer-2")), ["2.1", "2.2", "store.2"]);
    assert_eq!(fs::read_to_string(in_the_way).unwrap(), "van mij");
    assert_eq!(words(vault.book()), "Verder");
}

#[test]
fn a_persons_own_files_with_the_names_of_the_next_logs_stay_when_the_log_is_written_anew() {
    let person = Person::with_actions(3);
    let own = [person.file("store.2"), person.file("store.3")];
    fs::write(&own[0], "van mij").unwrap();
    fs::create_dir(&own[1]).unwrap();
    fs::write(own[1].join("dak.jpg"), "van mij").unwrap();
    let (mut vault, _) = person.open().unwrap();
    vault.compact(&Keep::default()).unwrap();
    vault.save(&action(4, "Verder")).unwrap();
    vault.lock().unwrap();
    let (vault, notices) = person.open().unwrap();
    assert_eq!((words(vault.book()), notices.len()), ("Verder", 0));
    assert_eq!(fs::read_to_string(&own[0]).unwrap(), "van mij");
    assert_eq!(fs::read_to_string(own[1].join("dak.jpg")).unwrap(), "van mij");
    assert!(person.file("store.4").is_dir());
}

#[test]
fn an_old_copy_laid_over_a_newer_vault_is_said_and_the_newer_log_is_kept_aside() {
    let person = with_an_old_copy_laid_over();
    let (mut vault, notices) = person.open().unwrap();
    assert_eq!(notices, [Notice::OlderThanKnown { known: 9, found: 3 }]);
    assert_eq!(words(vault.book()), "Regel 3");
    let aside = person.file("damaged-newer");
    assert_eq!(names(&aside), ["2.1", "2.2", "store.2"]);
    assert!(vault.info().damaged_bytes > 0);
    vault.forget_damaged().unwrap();
    assert_eq!((vault.info().damaged_bytes, aside.exists()), (0, false));
    drop(vault);
    assert_eq!(person.open().unwrap().1, []);
}

#[test]
fn a_newer_log_is_kept_aside_though_its_snapshots_are_gone() {
    let person = with_an_old_copy_laid_over();
    for name in ["snapshots/2.1", "snapshots/2.2"] {
        fs::remove_file(person.file(name)).unwrap();
    }
    let (vault, notices) = person.open().unwrap();
    assert_eq!(notices, [Notice::OlderThanKnown { known: 9, found: 3 }]);
    assert_eq!(words(vault.book()), "Regel 3");
    assert_eq!(names(&person.file("damaged-newer")), ["store.2"]);
}

#[test]
fn no_word_and_no_secret_is_in_any_file_of_a_log_that_was_written_anew() {
    let person = Person::with_actions(3);
    let (mut vault, _) = person.open().unwrap();
    vault.save(&action(4, "kanarie in de kolenmijn")).unwrap();
    vault.compact(&Keep::default()).unwrap();
    vault.lock().unwrap();
    for (_, bytes) in files(&person.path()) {
        for word in ["kanarie", "Regel", "kievit", "c.first"] {
            assert!(!bytes.windows(word.len()).any(|window| window == word.as_bytes()));
        }
    }
}
