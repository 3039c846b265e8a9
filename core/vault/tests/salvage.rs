//! Damage of every kind: what can be proven comes back, what cannot is said, and nothing is thrown
//! away.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod person;

use std::{
    fs,
    path::{Path, PathBuf},
};

use landvast_model::{
    Answer, Audience, Book, CheckCode, FieldKey, Op, PaperKind, PersonId, Place, Reader, Value,
    action::fold,
};
use landvast_seal::{Key, Record, Snapshot};
use landvast_vault::{Part, Salvaged, Vault, VaultError};

use person::{Person, action, around, copy, does, files, flip, names, papers, words, writes};

const DAMAGED: VaultError = VaultError::Damaged { part: Part::Store };

impl Person {
    /// A vault with these actions after the first, closed without a new snapshot.
    fn who_did(actions: Vec<Vec<Op>>) -> Self {
        let person = Self::new();
        let mut vault = person.make();
        for (ops, seq) in actions.into_iter().zip(2..) {
            vault.save(&does(seq, ops)).unwrap();
        }
        drop(vault);
        person
    }

    /// Spoils every copy of these records in the store.
    fn spoil(&self, sequences: &[u64]) {
        let db = self.file(&format!("store.{}/db", self.epoch()));
        let mut bytes = fs::read(&db).unwrap();
        let heads: Vec<_> = Record::heads_in(&bytes).collect();
        for (at, frame) in heads {
            if sequences.contains(&frame.place.sequence) {
                bytes[at + 70] ^= 1;
            }
        }
        fs::write(db, bytes).unwrap();
    }

    fn spoil_snapshots(&self) {
        for name in names(&self.file("snapshots")) {
            flip(&self.file("snapshots").join(name), 60);
        }
    }

    fn spoil_newest_snapshot(&self) {
        let snapshots = names(&self.file("snapshots")).into_iter();
        let paths = snapshots.map(|name| self.file("snapshots").join(name));
        let sequence =
            |path: &PathBuf| Snapshot::read_frame(&fs::read(path).unwrap()).unwrap().place.sequence;
        flip(&paths.max_by_key(sequence).unwrap(), 60);
    }

    fn epoch(&self) -> u32 {
        let bytes = fs::read(self.file("header")).unwrap();
        landvast_seal::Header::read(&bytes).unwrap().epoch
    }

    /// The vault is sound again, in one log, and takes more.
    fn goes_on(&self, expected: &str) {
        let (mut vault, notices) = self.open().unwrap();
        assert_eq!((words(vault.book()), notices), (expected, vec![]));
        let (begin, actions) = vault.history().unwrap().into_all();
        assert_eq!(&fold(begin, &actions), vault.book());
        let seq = vault.sequence() + 1;
        vault.save(&action(seq, "En verder")).unwrap();
        vault.lock().unwrap();
        let (vault, notices) = self.open().unwrap();
        assert_eq!((words(vault.book()), notices), ("En verder", vec![]));
    }
}

fn remove(path: &Path) {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    removed.unwrap();
}

fn told(salvaged: &Salvaged) -> (u64, Option<u64>, u64, usize) {
    (salvaged.up_to, salvaged.known, salvaged.missing, salvaged.loose.len())
}

#[test]
fn a_sound_vault_is_opened_and_nothing_else() {
    let person = Person::with_actions(7);
    let before = names(&person.path());
    let (vault, salvaged) = person.salvage().unwrap();
    assert_eq!((words(vault.book()), vault.info().epoch), ("Regel 7", 1));
    assert_eq!(told(&salvaged), (7, Some(7), 0, 0));
    assert!(salvaged.is_whole() && salvaged.at.is_some());
    vault.lock().unwrap();
    assert_eq!(names(&person.path()), before);
}

#[test]
fn what_forms_an_unbroken_chain_comes_back_and_what_is_beyond_is_offered() {
    let person =
        Person::who_did((2..=9).map(|n| vec![writes("c.first", &format!("Regel {n}"))]).collect());
    person.spoil(&[6]);
    assert_eq!(person.open().unwrap_err(), DAMAGED);
    let (mut vault, salvaged) = person.salvage().unwrap();
    assert_eq!(words(vault.book()), "Regel 5");
    assert_eq!(told(&salvaged), (5, Some(9), 1, 1));
    assert!(!salvaged.is_whole() && !salvaged.from_snapshot);
    assert_eq!(salvaged.at, Some("2026-03-01T10:00:00Z".parse().unwrap()));

    let loose = &salvaged.loose[0];
    assert_eq!((loose.seq, loose.place, loose.field.as_str()), (9, Place::Plan, "c.first"));
    assert_eq!(loose.answer.value, Value::Text("Regel 9".to_owned()));
    assert_eq!(loose.answer.audience, Some(Audience::only_me()));
    assert_eq!(loose.answer.updated_at, Some(loose.at));
    // Its history came back with it.
    assert_eq!(vault.history().unwrap().into_all().1.len(), 5);
    drop(vault);

    let aside = person.file("damaged-2026-03-02");
    assert_eq!(names(&aside), ["1.1", "mark", "store.1", "store.1.untouched"]);
    person.goes_on("Regel 5");
}

#[test]
fn deleted_words_and_wider_audiences_do_not_return_by_themselves() {
    let ana = PersonId(1);
    let bo = PersonId(2);
    let mut open = Answer::new(Value::Text("Bij mijn zus".to_owned()));
    open.audience = Some(Audience::anyone());
    open.source = landvast_model::Source::WithConsultant;
    let place = FieldKey::new("c.place");
    let name = FieldKey::new("d.name");
    let called = |id: PersonId, words: &str| Op::Write {
        place: Place::Person(id),
        field: name.clone(),
        answer: Answer::new(Value::Text(words.to_owned())),
    };
    let person = Person::who_did(vec![
        vec![writes("c.do", "Zet thee")],
        vec![writes("c.dont", "Gaat verloren")],
        vec![writes("c.danger", "Over die dag")],
        vec![Op::Write { place: Place::Plan, field: place, answer: open }],
        vec![
            Op::AddPerson { id: ana },
            called(ana, "Ana"),
            Op::AddPerson { id: bo },
            called(bo, "Bo"),
        ],
        vec![Op::Clear { place: Place::Plan, field: FieldKey::new("c.danger") }],
        vec![Op::RemovePerson { id: bo }, writes("c.do", "Zet thee")],
    ]);
    person.spoil(&[3]);
    let (vault, salvaged) = person.salvage().unwrap();
    assert_eq!(told(&salvaged), (2, Some(8), 1, 2));
    let offered: Vec<_> = salvaged.loose.iter().map(|piece| piece.field.as_str()).collect();
    assert_eq!(offered, ["c.place", "d.name"]);
    assert!(salvaged.loose.iter().all(|p| p.answer.audience == Some(Audience::only_me())));
    assert_eq!(salvaged.loose[0].answer.source, landvast_model::Source::WithConsultant);
    assert_eq!(salvaged.loose[1].place, Place::Person(ana));
    assert!(vault.book().answer(Place::Plan, "c.danger").is_none());
    assert!(vault.book().people.is_empty());

    let said = format!("{salvaged:?} {:?} {vault:?}", salvaged.loose);
    for word in ["zus", "Ana", "Zet", "c.place", "d.name"] {
        assert!(!said.contains(word), "{said}");
    }
}

#[test]
fn papers_that_are_in_somebodys_hands_are_told_of_even_if_the_plan_forgot_them() {
    let made = Op::MadePaper {
        reader: Reader::Anyone,
        kind: PaperKind::Card,
        on: "2026-03-01".parse().unwrap(),
        code: CheckCode::derive(b"a card"),
    };
    let person = Person::who_did(vec![
        vec![writes("c.do", "Zet thee")],
        vec![writes("c.do", "Zet koffie")],
        vec![made.clone()],
    ]);
    person.spoil(&[3]);
    let (vault, salvaged) = person.salvage().unwrap();
    assert_eq!((salvaged.shared, salvaged.up_to), (vec![made], 2));
    assert_eq!((vault.sequence(), papers(vault.book())), (3, 1));
    // Whoever is stopped here, before anything else was written, knows of them all the same.
    drop(vault);
    let (vault, notices) = person.open().unwrap();
    assert_eq!((papers(vault.book()), notices), (1, vec![]));
    drop(vault);
    let (vault, again) = person.salvage().unwrap();
    assert_eq!((again.shared, papers(vault.book())), (vec![], 1), "and not twice");
}

type Spoiling = fn(&Person);

#[test]
fn a_paper_that_several_ruins_know_of_is_counted_once() {
    let made = Op::MadePaper {
        reader: Reader::Anyone,
        kind: PaperKind::Card,
        on: "2026-03-01".parse().unwrap(),
        code: CheckCode::derive(b"a card"),
    };
    let spoilings: [(Spoiling, u64); 3] = [
        // The log that went on after the paper was written down again ends early.
        (
            |person| {
                person.spoil(&[4]);
                person.spoil_newest_snapshot();
            },
            3,
        ),
        // Of that log nothing is left but a snapshot, whose book knows of the paper.
        (|person| remove(&person.file("store.2/db")), 4),
        // Nor does the newest snapshot help.
        (
            |person| {
                remove(&person.file("store.2/db"));
                person.spoil_newest_snapshot();
            },
            3,
        ),
    ];
    for (spoil, up_to) in spoilings {
        let person = Person::who_did(vec![
            vec![writes("c.do", "Zet thee")],
            vec![writes("c.do", "Zet koffie")],
            vec![made.clone()],
        ]);
        person.spoil(&[3]);
        let (mut vault, salvaged) = person.salvage().unwrap();
        assert_eq!((salvaged.shared, vault.sequence()), (vec![made.clone()], 3));
        vault.save(&action(4, "Verder")).unwrap();
        vault.lock().unwrap();

        // Somebody puts the old log back, and what lay beside it.
        let old = person.file("damaged-2026-03-02/store.1.untouched");
        for name in ["store.1", "store.1.untouched", "store.1.earlier"] {
            copy(&old, &person.file(name));
        }
        spoil(&person);
        assert_eq!(person.open().unwrap_err(), DAMAGED);
        let (vault, salvaged) = person.salvage().unwrap();
        assert_eq!((salvaged.up_to, salvaged.shared), (up_to, vec![]));
        assert_eq!(papers(vault.book()), 1);
        drop(vault);
        assert_eq!(papers(person.open().unwrap().0.book()), 1);
    }
}

#[test]
fn the_log_and_the_snapshots_each_suffice_alone() {
    // Only the log: no snapshot, no mark, and sled's own files in ruins.
    let person = Person::with_actions(60);
    fs::remove_dir_all(person.file("snapshots")).unwrap();
    fs::remove_file(person.file("mark")).unwrap();
    let mut bytes = fs::read(person.file("store.1/db")).unwrap();
    bytes.splice(0..0, [7; 1000]);
    fs::write(person.file("store.1/db"), bytes).unwrap();
    for name in names(&person.file("store.1")) {
        if name != "db" {
            remove(&person.file("store.1").join(name));
        }
    }
    let (mut vault, salvaged) = person.salvage().unwrap();
    assert_eq!((words(vault.book()), told(&salvaged)), ("Regel 60", (60, None, 0, 0)));
    assert!(salvaged.is_whole() && !salvaged.from_snapshot);
    assert_eq!(vault.history().unwrap().into_all().1.len(), 60);
    drop(vault);
    person.goes_on("Regel 60");

    // Only a snapshot.
    for gone in ["store.1", "store.1/db"] {
        let person = Person::with_actions(60);
        remove(&person.file(gone));
        assert_eq!(person.open().unwrap_err(), DAMAGED);
        let (mut vault, salvaged) = person.salvage().unwrap();
        assert_eq!((words(vault.book()), told(&salvaged)), ("Regel 60", (60, Some(60), 0, 0)));
        assert!(salvaged.from_snapshot && salvaged.is_whole());
        let (begin, actions) = vault.history().unwrap().into_all();
        assert_eq!((&begin, actions.len()), (vault.book(), 0));
        drop(vault);
        person.goes_on("Regel 60");
    }
}

#[test]
fn a_store_that_was_silently_emptied_comes_back_from_what_was_kept() {
    let person = Person::with_actions(20);
    let (mut vault, _) = person.open().unwrap();
    vault.save(&action(21, "Regel 21")).unwrap();
    drop(vault);
    let store = person.file("store.1");
    fs::write(store.join("db"), b"").unwrap();
    for name in names(&store).into_iter().filter(|name| name.starts_with("snap.")) {
        fs::remove_file(store.join(name)).unwrap();
    }
    let (vault, salvaged) = person.salvage().unwrap();
    // The snapshot stood on 20; the mark knows of 21.
    assert_eq!((words(vault.book()), told(&salvaged)), ("Regel 20", (20, Some(21), 1, 0)));
}

#[test]
fn a_snapshot_helps_where_the_beginning_of_the_log_is_gone() {
    let person = Person::with_actions(60);
    let (mut vault, _) = person.open().unwrap();
    vault.save(&action(61, "Regel 61")).unwrap();
    drop(vault);
    person.spoil(&[1, 7]);
    let (mut vault, salvaged) = person.salvage().unwrap();
    assert_eq!((words(vault.book()), told(&salvaged)), ("Regel 61", (61, Some(61), 0, 0)));
    assert!(salvaged.from_snapshot);
    // From the older of the two, so that more of the past is known.
    let (begin, actions) = vault.history().unwrap().into_all();
    assert_eq!((begin.seq, actions.len()), (51, 10));
}

#[test]
fn a_lost_mark_does_not_hide_that_the_log_lost_its_end() {
    let person = Person::with_actions(3);
    let (mut vault, _) = person.open().unwrap();
    for seq in 4..=40 {
        vault.save(&action(seq, &format!("Regel {seq}"))).unwrap();
    }
    drop(vault);
    fs::remove_file(person.file("mark")).unwrap();
    person.spoil(&[20]);
    for _ in 0..2 {
        match person.open() {
            Ok((vault, _)) => assert_eq!(words(vault.book()), "Regel 40"),
            Err(error) => assert_eq!(error, DAMAGED),
        }
    }
    let (vault, salvaged) = person.salvage().unwrap();
    assert_eq!((words(vault.book()), salvaged.up_to), ("Regel 19", 19));
    assert_eq!((salvaged.missing, salvaged.loose.len()), (1, 1));
}

#[test]
fn what_was_known_outside_the_folder_is_counted_as_missing() {
    let person = Person::with_actions(5);
    fs::remove_dir_all(person.file("store.1")).unwrap();
    let (_, salvaged) = person.salvage_with(around().knowing(Some(8))).unwrap();
    assert_eq!(told(&salvaged), (5, Some(8), 3, 0));
}

#[test]
fn where_nothing_is_left_to_find_everything_stays_as_it_was() {
    let person = Person::with_actions(3);
    fs::write(person.file("store.1/db"), vec![0; 4096]).unwrap();
    person.spoil_snapshots();
    let _ = person.open();
    let before = files(&person.path());
    assert_eq!(person.salvage().unwrap_err(), DAMAGED);
    assert_eq!(files(&person.path()), before);
}

#[test]
fn whoever_has_the_wrong_key_or_gives_no_plain_name_changes_nothing() {
    let person = Person::with_actions(3);
    fs::remove_dir_all(person.file("store.1")).unwrap();
    let before = files(&person.path());
    let wrong = landvast_seal::Secret::take(&mut [9; 32]);
    let refused = Vault::salvage(&person.path(), Key::Device(&wrong), around(), "now");
    assert_eq!(refused.unwrap_err(), VaultError::WrongSecret);
    for name in ["", "../now", "a/b", "nu\0", "twee woorden"] {
        let key = Key::Device(&person.device);
        let refused = Vault::salvage(&person.path(), key, around(), name);
        assert!(matches!(refused, Err(VaultError::Io(_))), "{name}");
    }
    assert_eq!(files(&person.path()), before);
}

#[test]
fn damage_may_come_again_and_each_time_its_files_are_kept() {
    let person = Person::with_actions(6);
    for (turn, kept) in [(1, "damaged-2026-03-02"), (2, "damaged-2026-03-02-2")] {
        let (mut vault, _) = person.open().unwrap();
        let seq = vault.sequence() + 1;
        vault.save(&action(seq, &format!("Keer {turn}"))).unwrap();
        vault.lock().unwrap();
        let newest = person.file("snapshots").join(names(&person.file("snapshots")).remove(0));
        let reaches = Snapshot::read_frame(&fs::read(newest).unwrap()).unwrap().place.sequence;
        assert!(reaches > 0);
        person.spoil(&[seq]);
        person.spoil_snapshots();
        let (vault, salvaged) = person.salvage().unwrap();
        assert_eq!((salvaged.up_to, salvaged.missing), (seq - 1, 1));
        assert_eq!(words(vault.book()), "Regel 6");
        assert!(person.file(kept).join("mark").exists());
    }
    let (mut vault, _) = person.open().unwrap();
    assert!(vault.info().damaged_bytes > 0);
    vault.forget_damaged().unwrap();
    assert_eq!(vault.info().damaged_bytes, 0);
    assert_eq!(names(&person.path()).iter().filter(|name| name.contains("damaged")).count(), 0);
}

#[test]
fn a_save_that_was_never_acknowledged_does_not_come_in_between() {
    let person = Person::with_actions(3);
    let twin = person.home.path().join("twin");
    copy(&person.path(), &twin);
    // In one world "Nooit" was written and lost, in the other "Regel 4" and what came after it.
    let (mut vault, _) = Vault::open(&twin, Key::Device(&person.device), around()).unwrap();
    vault.save(&action(4, "Nooit")).unwrap();
    vault.save(&action(5, "Nooit meer")).unwrap();
    drop(vault);
    let (mut vault, _) = person.open().unwrap();
    for seq in 4..=6 {
        vault.save(&action(seq, &format!("Regel {seq}"))).unwrap();
    }
    drop(vault);
    fs::copy(twin.join("store.1/db"), person.file("store.1/db.old")).unwrap();
    fs::remove_dir_all(person.file("snapshots")).unwrap();
    fs::remove_file(person.file("store.1/conf")).unwrap();
    let mut db = fs::read(person.file("store.1/db")).unwrap();
    db[..30].fill(0);
    fs::write(person.file("store.1/db"), db).unwrap();
    for name in names(&person.file("store.1")).into_iter().filter(|n| n.starts_with("snap.")) {
        fs::remove_file(person.file("store.1").join(name)).unwrap();
    }
    let (vault, salvaged) = person.salvage().unwrap();
    assert_eq!((words(vault.book()), salvaged.loose.len()), ("Regel 6", 0));
}

#[test]
fn false_heads_by_the_thousand_cost_no_more_than_a_look() {
    let person = Person::with_actions(3);
    let right = fs::read(person.file("store.1/db")).unwrap();
    let mut hostile = Vec::new();
    for length in [272_u32, 64 * 1024 + 16, 1024 * 1024 + 16, 4 * 1024 * 1024 + 16] {
        for sequence in 0..10_000_u64 {
            hostile.extend_from_slice(b"LVrecord\0\x01\0\0\0\x01");
            hostile.extend_from_slice(&sequence.to_be_bytes());
            hostile.extend_from_slice(&length.to_be_bytes());
        }
    }
    hostile.resize(6 * 1024 * 1024, 0);
    hostile.extend_from_slice(&right);
    fs::write(person.file("store.1/db"), hostile).unwrap();
    fs::remove_dir_all(person.file("snapshots")).unwrap();
    let (vault, _) = person.salvage().unwrap();
    assert_eq!(words(vault.book()), "Regel 3");
}

#[test]
fn a_link_that_leads_elsewhere_is_not_followed() {
    let other = Person::with_actions(9);
    let person = Person::with_actions(3);
    fs::remove_dir_all(person.file("store.1")).unwrap();
    fs::create_dir(person.file("store.1")).unwrap();
    let elsewhere: &Path = &other.path();
    std::os::unix::fs::symlink(elsewhere, person.file("store.1/loop")).unwrap();
    std::os::unix::fs::symlink(person.path(), person.file("store.1/self")).unwrap();
    let (vault, salvaged) = person.salvage().unwrap();
    assert_eq!((words(vault.book()), salvaged.up_to), ("Regel 3", 3));
    assert!(other.open().is_ok());
    let nothing = Book::default();
    assert_ne!(vault.book(), &nothing);
}
