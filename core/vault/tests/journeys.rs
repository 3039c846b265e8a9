//! A person makes a vault, writes, closes it, opens it again; and what happens when something is
//! in the way.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use landvast_model::{Action, Answer, Book, Op, Place, TABLE, Value, action::fold};
use landvast_seal::{KdfCost, Key, Passphrase, RecoveryCode, Secret, SlotKind};
use landvast_vault::{Around, First, Notice, Part, SNAPSHOT_EVERY, Vault, VaultError};
use tempfile::TempDir;

/// A person's folder, and what opens their vault.
struct Person {
    home: TempDir,
    passphrase: Passphrase,
    code: RecoveryCode,
    device: Secret<32>,
}

impl Person {
    fn new() -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
            passphrase: Passphrase::new("kievit roept bij regen".as_bytes()).unwrap(),
            code: RecoveryCode::make(Secret::take(&mut [5; 16])),
            device: Secret::take(&mut [7; 32]),
        }
    }

    fn path(&self) -> PathBuf {
        self.home.path().join("plan")
    }

    fn make(&self) -> Vault {
        let keys = [
            Key::Passphrase(&self.passphrase),
            Key::Recovery(&self.code),
            Key::Device(&self.device),
        ];
        let first = action(1, "Bel Ana");
        Vault::create(&self.path(), &keys, KdfCost::FLOOR, First::Action(&first), around()).unwrap()
    }

    /// A vault with actions up to `newest`, closed.
    fn with_actions(newest: u64) -> Self {
        let person = Self::new();
        let mut vault = person.make();
        for seq in 2..=newest {
            vault.save(&action(seq, &format!("Regel {seq}"))).unwrap();
        }
        vault.lock().unwrap();
        person
    }

    fn open(&self) -> Result<(Vault, Vec<Notice>), VaultError> {
        Vault::open(&self.path(), Key::Device(&self.device), around())
    }

    fn open_with(&self, passphrase: &str) -> Result<(Vault, Vec<Notice>), VaultError> {
        let passphrase = Passphrase::new(passphrase.as_bytes()).unwrap();
        Vault::open(&self.path(), Key::Passphrase(&passphrase), around())
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }
}

/// Not random at all, but never twice the same.
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

fn action(seq: u64, words: &str) -> Action {
    let answer = Answer::new(Value::Text(words.to_owned()));
    let field = TABLE.field("c.first").unwrap().key();
    let ops = vec![Op::Write { place: Place::Plan, field, answer }];
    Action { seq, at: "2026-03-01T10:00:00Z".parse().unwrap(), ops, undoes: None }
}

fn words(book: &Book) -> &str {
    match &book.answer(Place::Plan, "c.first").unwrap().value {
        Value::Text(words) => words,
        _ => "",
    }
}

/// Every file of a folder with its bytes, except the lock and the count of guesses.
fn files(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
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

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

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
    assert_eq!(fs::read_dir(person.path()).unwrap().count(), 1);

    let first = action(1, "Bel Ana");
    let keys = [Key::Device(&person.device)];
    let made =
        Vault::create(&person.path(), &keys, KdfCost::FLOOR, First::Action(&first), around());
    assert_eq!(made.unwrap_err(), VaultError::AlreadyThere);
    assert_eq!(fs::read_dir(person.home.path()).unwrap().count(), 1);
}

#[test]
fn an_attempt_to_make_a_vault_that_was_killed_is_cleared_away() {
    let person = Person::new();
    let half = person.home.path().join("plan.new");
    fs::create_dir_all(half.join("store.1")).unwrap();
    fs::write(half.join("header"), b"LVhe").unwrap();
    person.make().lock().unwrap();
    assert!(!half.exists());

    let person = Person::new();
    let theirs = person.home.path().join("plan.new");
    fs::create_dir(&theirs).unwrap();
    fs::write(theirs.join("letter.txt"), b"dear Ana").unwrap();
    let first = action(1, "Bel Ana");
    let keys = [Key::Device(&person.device)];
    let made =
        Vault::create(&person.path(), &keys, KdfCost::FLOOR, First::Action(&first), around());
    assert_eq!(made.unwrap_err(), VaultError::AlreadyThere);
    assert!(theirs.join("letter.txt").exists());
}

#[test]
fn either_copy_of_the_header_opens_the_vault_and_mends_the_other() {
    for name in ["header", "header.2"] {
        let person = Person::with_actions(2);
        let whole = fs::read(person.file(name)).unwrap();
        flip(&person.file(name), 60);
        let (vault, notices) = person.open().unwrap();
        assert_eq!(notices, [Notice::HeaderMended]);
        vault.lock().unwrap();
        assert_eq!(fs::read(person.file(name)).unwrap(), whole);

        fs::remove_file(person.file(name)).unwrap();
        assert_eq!(person.open().unwrap().1, [Notice::HeaderMended]);
        assert_eq!(fs::read(person.file(name)).unwrap(), whole);
    }
}

#[test]
fn of_two_different_headers_the_newer_counts() {
    let person = Person::with_actions(1);
    let old = fs::read(person.file("header")).unwrap();
    let (mut vault, _) = person.open().unwrap();
    let new = Passphrase::new(b"merel zingt na de bui").unwrap();
    vault.set_key(Key::Passphrase(&new), KdfCost::FLOOR).unwrap();
    vault.lock().unwrap();
    let changed = fs::read(person.file("header")).unwrap();

    // As if the power went between the two copies.
    fs::write(person.file("header.2"), &old).unwrap();
    fs::write(person.file("header.2.new"), &changed).unwrap();
    let refused = person.open_with("kievit roept bij regen").unwrap_err();
    assert_eq!(refused, VaultError::WrongSecret);
    assert_eq!(person.open_with("merel zingt na de bui").unwrap().1, [Notice::HeaderMended]);
    assert_eq!(fs::read(person.file("header.2")).unwrap(), changed);
    assert!(!person.file("header.2.new").exists());
}

#[test]
fn a_vault_without_a_header_is_damage_and_keeps_all_its_files() {
    let person = Person::with_actions(2);
    for name in ["header", "header.2"] {
        flip(&person.file(name), 100);
    }
    let before = files(&person.path());
    let damaged = VaultError::Damaged { part: Part::Header };
    assert_eq!(person.open().unwrap_err(), damaged);
    assert_eq!(files(&person.path()), before);
    for name in ["header", "header.2"] {
        fs::remove_file(person.file(name)).unwrap();
    }
    assert_eq!(person.open().unwrap_err(), damaged);
}

#[test]
fn a_vault_from_a_later_version_is_left_untouched() {
    use sha2::Digest;
    let person = Person::with_actions(2);
    let mut bytes = fs::read(person.file("header")).unwrap();
    bytes[9] = 2;
    let at = bytes.len() - 32;
    let sum = sha2::Sha256::digest(&bytes[..at]);
    bytes[at..].copy_from_slice(&sum);
    fs::write(person.file("header"), &bytes).unwrap();
    let before = files(&person.path());
    assert_eq!(person.open().unwrap_err(), VaultError::NewerFormat);
    assert_eq!(files(&person.path()), before);
}

#[test]
fn a_damaged_snapshot_loses_nothing() {
    let person = Person::with_actions(SNAPSHOT_EVERY + 10);
    let snapshots = ["snapshots/1.1", "snapshots/1.2"].map(|name| person.file(name));
    let newest = snapshots.iter().max_by_key(|path| fs::read(path).unwrap()[21]).unwrap();
    flip(newest, 200);
    let (vault, notices) = person.open().unwrap();
    assert_eq!((vault.sequence(), notices), (SNAPSHOT_EVERY + 10, vec![Notice::SnapshotDamaged]));
    assert_eq!(words(vault.book()), "Regel 60");
    drop(vault);

    for path in &snapshots {
        fs::write(path, b"LVsnap").unwrap();
    }
    let (vault, notices) = person.open().unwrap();
    assert_eq!((words(vault.book()), notices), ("Regel 60", vec![Notice::SnapshotDamaged]));
    vault.lock().unwrap();
    // The lock wrote one; the other place still holds what it held.
    assert_eq!(person.open().unwrap().0.info().snapshot, 60);

    fs::remove_dir_all(person.file("snapshots")).unwrap();
    fs::create_dir(person.file("snapshots")).unwrap();
    let (vault, notices) = person.open().unwrap();
    assert_eq!((words(vault.book()), notices), ("Regel 60", vec![]));
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
        landvast_seal::Snapshot::read_frame(&bytes).unwrap().place.sequence
    });
    assert_eq!(sequences, [101, 51]);
    assert_eq!(person.open().unwrap().0.sequence(), 105);
}

#[test]
fn a_store_that_lost_its_end_is_found_out() {
    let person = Person::with_actions(3);
    let store = person.file("store.1");
    let older = person.home.path().join("older");
    copy(&store, &older);
    let (mut vault, _) = person.open().unwrap();
    vault.save(&action(4, "Regel 4")).unwrap();
    drop(vault);

    // The mark vouches for action 4; the snapshot still stands on 3.
    fs::remove_dir_all(&store).unwrap();
    copy(&older, &store);
    assert_eq!(person.open().unwrap_err(), VaultError::Damaged { part: Part::Store });
}

#[test]
fn a_store_that_is_gone_or_empty_is_never_replaced_by_a_new_one() {
    let person = Person::with_actions(3);
    let store = person.file("store.1");
    fs::write(store.join("db"), b"").unwrap();
    for entry in fs::read_dir(&store).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap().to_string_lossy().starts_with("snap.") {
            fs::remove_file(path).unwrap();
        }
    }
    let damaged = VaultError::Damaged { part: Part::Store };
    assert_eq!(person.open().unwrap_err(), damaged);
    fs::remove_file(store.join("db")).unwrap();
    assert_eq!(person.open().unwrap_err(), damaged);
    assert!(!store.join("db").exists());
    fs::remove_dir_all(&store).unwrap();
    assert_eq!(person.open().unwrap_err(), damaged);
    assert!(!store.exists());
    assert!(person.file("snapshots/1.1").exists());
}

#[test]
fn what_a_kill_leaves_in_the_store_does_not_keep_it_shut() {
    let person = Person::with_actions(3);
    fs::write(person.file("store.1/snap.7FFFFFFFFFFFFFFF.generating"), b"half").unwrap();
    fs::write(person.file("store.1/conf"), b"segment_size: 5242").unwrap();
    assert_eq!(person.open().unwrap().0.sequence(), 3);
}

#[test]
fn a_lost_mark_is_said_and_made_anew() {
    let person = Person::with_actions(3);
    fs::remove_file(person.file("mark")).unwrap();
    assert_eq!(person.open().unwrap().1, [Notice::MarkLost]);
    assert_eq!(person.open().unwrap().1, []);
    fs::write(person.file("mark"), b"rubbish").unwrap();
    assert_eq!(person.open().unwrap().1, [Notice::MarkLost]);
    assert_eq!(person.open().unwrap().1, []);
}

#[test]
fn an_old_vault_put_back_is_said_and_never_refused() {
    let person = Person::with_actions(3);
    let around = |known| around().knowing(Some(known));
    let key = Key::Device(&person.device);
    let open = |known| Vault::open(&person.path(), key, around(known)).unwrap().1;
    assert_eq!(open(3), []);
    assert_eq!(open(9), [Notice::OlderThanKnown { known: 9, found: 3 }]);
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
    let first = First::Book { book: &book, history: &earlier };
    let keys = [Key::Device(&person.device)];
    let mut vault = Vault::create(&person.path(), &keys, KdfCost::FLOOR, first, around()).unwrap();
    vault.save(&action(42, "Nu")).unwrap();
    vault.lock().unwrap();

    let (mut vault, _) = person.open().unwrap();
    assert_eq!((vault.sequence(), words(vault.book())), (42, "Nu"));
    let history = vault.history().unwrap();
    assert_eq!((history.base, history.kept), (book, earlier.to_vec()));
    assert_eq!(history.actions, [action(42, "Nu")]);
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
    assert_eq!((info.format, info.epoch, info.sequence, info.snapshot), (1, 1, 1, 1));
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

fn copy(from: &Path, to: &Path) {
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
