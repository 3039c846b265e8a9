//! A person makes a vault, writes, closes it, opens it again, and changes what opens it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod person;

use std::fs;

use landvast_model::{Answer, Book, Op, Place, TABLE, Value, action::fold};
use landvast_seal::{KdfCost, Key, Passphrase, SlotKind, Snapshot};
use landvast_vault::{First, SNAPSHOT_EVERY, Vault, VaultError};

use person::{Person, action, around, files, words};

#[test]
fn what_a_person_wrote_is_there_when_they_come_back() {
    let person = Person::new();
    let mut vault = person.make();
    assert_eq!(words(vault.book()), "Bel Ana");
    vault.save(&action(2, "Ga naast me zitten")).unwrap();
    vault.save(&action(3, "Zet thee")).unwrap();
    let book = vault.book().clone();
    vault.lock().unwrap();

    let (mut vault, notices) = person.open_with("kievit roept bij regen").unwrap();
    assert_eq!((vault.book(), notices), (&book, vec![]));
    let history = vault.history().unwrap();
    assert_eq!(history.base, Book::default());
    assert_eq!(history.actions.len(), 3);
    assert_eq!(fold(history.base, &history.actions), book);
}

#[test]
fn what_was_saved_is_there_even_if_the_vault_was_never_locked() {
    let person = Person::new();
    let mut vault = person.make();
    for seq in 2..=7 {
        vault.save(&action(seq, &format!("Regel {seq}"))).unwrap();
    }
    drop(vault);
    let (vault, notices) = person.open().unwrap();
    assert_eq!((vault.sequence(), words(vault.book())), (7, "Regel 7"));
    assert_eq!(notices, []);
}

#[test]
fn a_vault_opens_with_each_of_its_keys() {
    let person = Person::new();
    person.make().lock().unwrap();
    for key in [
        Key::Passphrase(&person.passphrase),
        Key::Recovery(&person.code),
        Key::Device(&person.device),
    ] {
        Vault::open(&person.path(), key, around()).unwrap().0.lock().unwrap();
    }
}

#[test]
fn a_vault_can_begin_with_a_device_key_alone_and_get_words_later() {
    let person = Person::new();
    let first = action(1, "Bel Ana");
    let keys = [Key::Device(&person.device)];
    let mut vault =
        Vault::create(&person.path(), &keys, KdfCost::FLOOR, First::Action(&first), around())
            .unwrap();
    assert_eq!(vault.info().keys, [(SlotKind::DeviceKey, None)]);
    vault.set_key(Key::Passphrase(&person.passphrase), KdfCost::FLOOR).unwrap();
    vault.set_key(Key::Recovery(&person.code), KdfCost::FLOOR).unwrap();
    vault.remove_key(SlotKind::DeviceKey).unwrap();
    vault.lock().unwrap();
    assert_eq!(person.open().unwrap_err(), VaultError::NoSuchKey);
    assert!(person.open_with("kievit roept bij regen").is_ok());
}

#[test]
fn a_wrong_passphrase_changes_nothing() {
    let person = Person::with_actions(3);
    let before = files(&person.path());
    assert_eq!(person.open_with("kievit").unwrap_err(), VaultError::WrongSecret);
    assert_eq!(files(&person.path()), before);
    assert!(person.open_with("kievit roept bij regen").is_ok());
}

#[test]
fn whoever_guesses_waits_but_the_recovery_code_never_does() {
    let person = Person::with_actions(1);
    for _ in 0..3 {
        assert_eq!(person.open_with("kievit").unwrap_err(), VaultError::WrongSecret);
    }
    let waits = person.open_with("kievit roept bij regen").unwrap_err();
    assert!(matches!(waits, VaultError::Wait { seconds: 1..=2 }), "{waits:?}");
    Vault::open(&person.path(), Key::Recovery(&person.code), around()).unwrap().0.lock().unwrap();
    assert!(person.open_with("kievit roept bij regen").is_ok(), "the count is forgotten");
}

#[test]
fn a_new_passphrase_opens_and_the_old_one_does_not() {
    let person = Person::with_actions(2);
    let (mut vault, _) = person.open_with("kievit roept bij regen").unwrap();
    let new = Passphrase::new(b"merel zingt na de bui").unwrap();
    vault.set_key(Key::Passphrase(&new), KdfCost::FLOOR).unwrap();
    vault.lock().unwrap();

    let refused = person.open_with("kievit roept bij regen").unwrap_err();
    assert_eq!(refused, VaultError::WrongSecret);
    let (vault, notices) = person.open_with("merel zingt na de bui").unwrap();
    assert_eq!((words(vault.book()), notices), ("Regel 2", vec![]));
}

#[test]
fn whoever_forgot_the_passphrase_sets_a_new_one_with_the_code_which_stays() {
    let person = Person::with_actions(2);
    let (mut vault, _) =
        Vault::open(&person.path(), Key::Recovery(&person.code), around()).unwrap();
    let new = Passphrase::new(b"merel zingt na de bui").unwrap();
    vault.set_key(Key::Passphrase(&new), KdfCost::FLOOR).unwrap();
    vault.lock().unwrap();
    person.open_with("merel zingt na de bui").unwrap().0.lock().unwrap();
    assert!(Vault::open(&person.path(), Key::Recovery(&person.code), around()).is_ok());
}

#[test]
fn the_last_key_cannot_be_taken_away() {
    let person = Person::new();
    let mut vault = person.make();
    vault.remove_key(SlotKind::Passphrase).unwrap();
    vault.remove_key(SlotKind::RecoveryCode).unwrap();
    assert_eq!(vault.remove_key(SlotKind::DeviceKey), Err(VaultError::NoSuchKey));
    vault.lock().unwrap();
    assert!(person.open().is_ok());
}

#[test]
fn a_second_opener_is_told_that_it_is_in_use() {
    let person = Person::new();
    let vault = person.make();
    assert_eq!(person.open().unwrap_err(), VaultError::InUse);
    vault.lock().unwrap();
    assert!(person.open().is_ok());
}

#[test]
fn a_place_without_a_vault_is_left_as_it_is() {
    let person = Person::new();
    assert_eq!(person.open().unwrap_err(), VaultError::NoVault);
    fs::create_dir(person.path()).unwrap();
    fs::write(person.file("letter.txt"), b"dear Ana").unwrap();
    assert_eq!(person.open().unwrap_err(), VaultError::NoVault);
    assert_eq!(Vault::peek(&person.path()).unwrap_err(), VaultError::NoVault);
    assert_eq!(Vault::peek(&person.file("letter.txt")).unwrap_err(), VaultError::NoVault);
    assert_eq!(fs::read_dir(person.path()).unwrap().count(), 1);

    let first = action(1, "Bel Ana");
    let keys = [Key::Device(&person.device)];
    let made =
        Vault::create(&person.path(), &keys, KdfCost::FLOOR, First::Action(&first), around());
    assert_eq!(made.unwrap_err(), VaultError::AlreadyThere);
    assert_eq!(fs::read_dir(person.home.path()).unwrap().count(), 1);
}

#[test]
fn a_snapshot_is_written_every_fifty_actions_and_the_two_take_turns() {
    let person = Person::new();
    let mut vault = person.make();
    for seq in 2..=2 * SNAPSHOT_EVERY + 5 {
        vault.save(&action(seq, "Bel Ana")).unwrap();
    }
    assert_eq!(vault.info().snapshot, 1 + 2 * SNAPSHOT_EVERY);
    drop(vault);
    let sequences = ["snapshots/1.1", "snapshots/1.2"].map(|name| {
        let bytes = fs::read(person.file(name)).unwrap();
        Snapshot::read_frame(&bytes).unwrap().place.sequence
    });
    assert_eq!(sequences, [101, 51]);
    assert_eq!(person.open().unwrap().0.sequence(), 105);
}

#[test]
fn an_action_that_does_not_follow_is_refused() {
    let person = Person::new();
    let mut vault = person.make();
    assert_eq!(vault.save(&action(1, "x")), Err(VaultError::OutOfOrder));
    assert_eq!(vault.save(&action(3, "x")), Err(VaultError::OutOfOrder));
    assert_eq!(vault.save(&action(2, "x")), Ok(()));
}

#[test]
fn a_plan_from_elsewhere_comes_whole_with_its_history() {
    let person = Person::new();
    let earlier = [action(40, "Eerst"), action(41, "Later")];
    let book = fold(Book::default(), &earlier);
    let first = First::Book { base: &Book::default(), history: &earlier };
    let keys = [Key::Device(&person.device)];
    let mut vault = Vault::create(&person.path(), &keys, KdfCost::FLOOR, first, around()).unwrap();
    vault.save(&action(42, "Nu")).unwrap();
    vault.lock().unwrap();

    let (mut vault, _) = person.open().unwrap();
    assert_eq!((vault.sequence(), words(vault.book())), (42, "Nu"));
    let history = vault.history().unwrap();
    assert_eq!((&history.base, &history.kept), (&book, &earlier.to_vec()));
    assert_eq!(history.actions, [action(42, "Nu")]);
    let [first, second] = earlier;
    let all = vec![first, second, action(42, "Nu")];
    assert_eq!(history.into_all(), (Book::default(), all));
    drop(vault);
    fs::remove_dir_all(person.file("snapshots")).unwrap();
    assert_eq!(words(person.open().unwrap().0.book()), "Nu");
}

#[test]
fn an_action_of_hundreds_of_long_answers_is_one_action() {
    let person = Person::new();
    let mut vault = person.make();
    let mut long = action(2, "");
    let answer = Answer::new(Value::Text("long ".repeat(3000)));
    let field = TABLE.field("c.first").unwrap().key();
    for _ in 0..100 {
        let (field, answer) = (field.clone(), answer.clone());
        long.ops.push(Op::Write { place: Place::Plan, field, answer });
    }
    vault.save(&long).unwrap();
    for seq in 3..30 {
        vault.save(&action(seq, &"words ".repeat(4000))).unwrap();
    }
    drop(vault);
    let (mut vault, _) = person.open().unwrap();
    assert_eq!(vault.sequence(), 29);
    assert_eq!(vault.history().unwrap().actions[1], long);
}

#[test]
fn info_says_what_opens_the_vault_and_how_big_it_is() {
    let person = Person::new();
    let vault = person.make();
    let info = vault.info();
    assert_eq!((info.format, info.life, info.epoch), (1, 1, 1));
    assert_eq!((info.sequence, info.snapshot, info.damaged_bytes), (1, 1, 0));
    let kinds = [SlotKind::Passphrase, SlotKind::RecoveryCode, SlotKind::DeviceKey];
    assert_eq!(info.keys.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), kinds);
    assert_eq!(info.keys[0].1, Some(KdfCost::FLOOR));
    assert!(info.store_bytes > 0 && info.snapshot_bytes > 0);
    assert_eq!(Vault::peek(&person.path()).unwrap().vault, info.vault);
    assert_eq!(Vault::peek(&person.path()).unwrap().keys, kinds);
}

#[test]
fn no_word_of_the_plan_and_no_secret_is_in_any_file_or_message() {
    let person = Person::new();
    let mut vault = person.make();
    vault.save(&action(2, "kanarie in de kolenmijn")).unwrap();
    let said = format!("{vault:?} {:?}", vault.info());
    vault.lock().unwrap();
    for (_, bytes) in files(&person.path()) {
        for word in ["kanarie", "kolenmijn", "Bel Ana", "kievit", "c.first"] {
            assert!(!bytes.windows(word.len()).any(|window| window == word.as_bytes()));
        }
    }
    assert!(!said.contains("kanarie"));
}

#[test]
fn a_vault_can_be_opened_again_and_again() {
    let person = Person::with_actions(1);
    for seq in 2..40 {
        let (mut vault, notices) = person.open().unwrap();
        assert_eq!(notices, []);
        vault.save(&action(seq, "nog een")).unwrap();
        if seq % 2 == 0 { vault.lock().unwrap() } else { drop(vault) }
    }
    assert_eq!(person.open().unwrap().0.history().unwrap().actions.len(), 39);
}

#[test]
fn nobody_else_on_this_computer_can_look_into_the_folder() {
    use std::os::unix::fs::PermissionsExt;
    let person = Person::with_actions(1);
    assert_eq!(fs::metadata(person.path()).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn a_vault_may_be_handed_to_another_thread() {
    fn is_send<T: Send>(_: &T) {}
    is_send(&Person::new().make());
}
