//! Erasing and salvaging, killed or refused at every change.

use std::{
    fs,
    path::{Path, PathBuf},
};

use landvast_model::{Action, CheckCode, Op, PaperKind, Reader, keep::Keep};
use landvast_seal::{Header, KdfCost, Key, Record, Secret};

use super::{
    Person, SECRET, Watch, action, again, around, copy, counted, goes_on, names, open, was_refused,
    watched, words,
};
use crate::{First, Part, Salvaged, Vault, VaultError, ruins::newest_head};

const DAMAGED: VaultError = VaultError::Damaged { part: Part::Store };
/// Where salvage puts what is damaged.
const ASIDE: &str = "damaged-2026-03-02";

#[test]
fn an_erasure_that_was_killed_was_not_begun_or_is_finished_by_whoever_comes_by() {
    let person = Person::new();
    let vault = open(&person.plan(), &person.old).unwrap();
    fs::create_dir(person.plan().join("damaged-1")).unwrap();
    let kills = person.kills(|| vault.erase().unwrap());
    let (mut before, mut after) = (0, 0);
    for folder in kills {
        let (one, two) = (again(&folder, "one"), again(&folder, "two"));
        let plan = folder.join("plan");
        match open(&plan, &person.old) {
            Ok(vault) => {
                drop(vault);
                goes_on(&plan, &person.old);
                before += 1;
            }
            Err(error) => {
                assert_eq!(error, VaultError::NoVault);
                assert!(!plan.exists() || names(&plan).iter().all(|name| name == "lock"));
                after += 1;
            }
        }
        // Whoever only looks, and whoever begins a new plan here, finds it as open or erased too.
        let peeked = Vault::peek(&one.join("plan"));
        assert!(matches!(peeked, Ok(_) | Err(VaultError::NoVault)), "{peeked:?}");
        let (keys, first) = ([Key::Device(&person.new)], action(1, "Opnieuw"));
        let made = First::Action(&first);
        match Vault::create(&two.join("plan"), &keys, KdfCost::FLOOR, made, around()) {
            Ok(vault) => assert_eq!(words(&vault), "Opnieuw"),
            Err(error) => {
                assert_eq!(error, VaultError::AlreadyThere);
                let opened = open(&two.join("plan"), &person.old);
                assert!(matches!(opened, Ok(_) | Err(VaultError::NoVault)), "{opened:?}");
            }
        }
    }
    assert!(before > 3 && after > 5, "{before} before, {after} after");
    assert_eq!(names(&person.folder()), Vec::<String>::new());
}

/// Spoils record 3 of every copy in the store, and the snapshot that stands after it.
fn spoil(plan: &Path) {
    for folder in ["store.1", "store.1.untouched", "snapshots"] {
        let Ok(entries) = fs::read_dir(plan.join(folder)) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
            let mut bytes = fs::read(&path).unwrap();
            let heads: Vec<_> = Record::heads_in(&bytes).collect();
            for (at, _) in heads.iter().filter(|(_, frame)| frame.place.sequence == 3) {
                bytes[at + 60] ^= 1;
            }
            if folder == "snapshots" {
                bytes[60] ^= 1;
            }
            fs::write(path, bytes).unwrap();
        }
    }
}

/// How many files and folders there are, with the folder itself.
fn how_many(folder: &Path) -> usize {
    let inside = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    1 + inside.map(|path| if path.is_dir() { how_many(&path) } else { 1 }).sum::<usize>()
}

#[test]
fn the_store_as_it_was_outlasts_a_power_cut_once_it_is_found_damaged_and_costs_nothing_before() {
    let person = Person::new();
    let open_and_count = || {
        watched(Watch::Counting(0), || {
            let opened = open(&person.plan(), &person.old).map(drop);
            (opened, counted())
        })
    };
    // The mark is opened, and that is all.
    assert_eq!(open_and_count(), (Ok(()), 1));
    spoil(&person.plan());
    let (opened, count) = open_and_count();
    assert_eq!(opened, Err(DAMAGED));
    // Each file of the copy, each folder, and then that it was made durable and the name of the copy.
    let copy = person.plan().join("store.1.untouched");
    assert!(how_many(&copy) > 4);
    assert_eq!(count, how_many(&copy) - 1 + 3);
    // It need not be done twice.
    assert_eq!(open_and_count(), (Err(DAMAGED), 0));
}

fn salvage(plan: &Path, key: &Secret<32>) -> Result<(Vault, Salvaged), VaultError> {
    Vault::salvage(plan, Key::Device(key), around(), "2026-03-02")
}

/// A person who made a paper after their fourth action.
fn who_made_a_paper() -> Person {
    let person = Person::new();
    let mut vault = open(&person.plan(), &person.old).unwrap();
    let made = Op::MadePaper {
        reader: Reader::Anyone,
        kind: PaperKind::Card,
        on: "2026-03-01".parse().unwrap(),
        code: CheckCode::derive(b"a card"),
    };
    vault.save(&Action { ops: vec![made], ..action(5, "") }).unwrap();
    vault.lock().unwrap();
    person
}

/// The same, and the third action is spoiled.
fn whose_third_action_is_spoiled() -> Person {
    let person = who_made_a_paper();
    spoil(&person.plan());
    assert_eq!(open(&person.plan(), &person.old).unwrap_err(), DAMAGED);
    person
}

fn papers(vault: &Vault) -> usize {
    vault.book().papers.values().map(|papers| papers.all().len()).sum()
}

/// What a salvage that nobody interrupts comes to: what it tells, and what lies aside then.
struct End {
    told: Salvaged,
    aside: Vec<String>,
}

impl End {
    fn of(person: &Person, told: Salvaged) -> Self {
        assert_eq!((told.up_to, told.known, told.missing), (2, Some(5), 1));
        assert_eq!((told.loose.len(), told.shared.len(), told.is_whole()), (1, 1, false));
        let aside = names(&person.plan().join(ASIDE));
        assert!(aside.iter().all(|name| !name.contains(".half") && !name.contains("store.2")));
        Self { told, aside }
    }

    /// A plan comes to it, perhaps by another salvage. Whether it had come to it before.
    fn is_reached(&self, plan: &Path, key: &Secret<32>) -> bool {
        let (mut vault, was_reached) = match open(plan, key) {
            Ok(vault) => (vault, true),
            Err(error) => {
                assert_eq!(error, DAMAGED);
                let (vault, told) = salvage(plan, key).unwrap();
                assert_eq!(told, self.told);
                (vault, false)
            }
        };
        assert_eq!((vault.sequence(), words(&vault).as_str(), papers(&vault)), (3, SECRET, 1));
        assert_eq!(vault.loose().unwrap(), self.told.loose);
        vault.lock().unwrap();
        assert_eq!(names(&plan.join(ASIDE)), self.aside);
        assert_eq!(names(plan).iter().filter(|name| name.contains(".part")).count(), 0);
        assert_eq!(open(plan, key).unwrap().sequence(), 3);
        was_reached
    }
}

/// What a kill at each step of a salvage leaves, and what the whole of it comes to.
fn kills_of_a_salvage(person: &Person) -> (Vec<PathBuf>, End) {
    let mut told = None;
    let kills = person.kills(|| told = Some(salvage(&person.plan(), &person.old).unwrap()));
    let (vault, told) = told.unwrap();
    drop(vault);
    (kills, End::of(person, told))
}

#[test]
fn a_salvage_that_was_killed_once_or_twice_begins_again_and_comes_to_the_same_end() {
    let person = whose_third_action_is_spoiled();
    let (kills, end) = kills_of_a_salvage(&person);
    assert!(end.is_reached(&person.plan(), &person.old));

    let last = kills.len() - 1;
    for (number, folder) in kills.into_iter().enumerate() {
        let twice = again(&folder, "twice").join("plan");
        if end.is_reached(&folder.join("plan"), &person.old) {
            // Only what was written after it can be missing.
            assert!(number + 6 > last, "{number} of {last}");
            continue;
        }
        drop(watched(Watch::Allowing(number), || salvage(&twice, &person.old)));
        end.is_reached(&twice, &person.old);
    }
}

#[test]
fn what_a_salvage_began_and_damage_took_before_it_was_finished_is_begun_again() {
    let person = whose_third_action_is_spoiled();
    let (kills, end) = kills_of_a_salvage(&person);
    let mut counted = 0;
    for plan in kills.iter().map(|folder| folder.join("plan")) {
        let header = Header::read(&fs::read(plan.join("header")).unwrap()).unwrap();
        if header.epoch == 2 && plan.join(format!("{ASIDE}.part/store.2.half/begun")).exists() {
            fs::write(plan.join("store.2/db"), b"").unwrap();
            assert!(!end.is_reached(&plan, &person.old));
            counted += 1;
        }
    }
    assert!(counted > 6, "{counted}");
}

#[test]
fn a_salvage_to_which_the_system_refuses_something_comes_to_the_same_end() {
    let somebody = whose_third_action_is_spoiled();
    let person = somebody.twin();
    let (vault, told) = salvage(&person.plan(), &person.old).unwrap();
    drop(vault);
    let end = End::of(&person, told);
    for refusing in [Watch::Allowing as fn(usize) -> Watch, Watch::RefusingOne] {
        for number in 0.. {
            let person = somebody.twin();
            let done = watched(refusing(number), || {
                let done = salvage(&person.plan(), &person.old).map(|(_, told)| told);
                (done, was_refused())
            });
            end.is_reached(&person.plan(), &person.old);
            match done {
                (Ok(told), was_refused) => {
                    assert_eq!(told, end.told);
                    if !was_refused {
                        assert!(number > 20, "only {number} changes");
                        break;
                    }
                }
                (Err(VaultError::Io(_) | VaultError::Stopped), _) => {}
                (Err(error), _) => panic!("{error:?} after {number}"),
            }
        }
    }
}

#[test]
fn a_copy_that_the_system_refuses_keeps_nobody_from_opening_or_salvaging() {
    let sound = who_made_a_paper();
    fs::create_dir(sound.plan().join("store.1.untouched")).unwrap();
    fs::write(sound.plan().join("store.1.earlier"), b"in the way").unwrap();
    assert_eq!(open(&sound.plan(), &sound.old).unwrap().sequence(), 5);
    assert_eq!(fs::read(sound.plan().join("store.1.earlier")).unwrap(), b"in the way");

    let person = who_made_a_paper();
    spoil(&person.plan());
    let (salvaged, was_refused) = watched(Watch::RefusingOne(0), || {
        let salvaged = salvage(&person.plan(), &person.old).map(|(_, told)| told);
        (salvaged, was_refused())
    });
    assert!(was_refused);
    let told = salvaged.unwrap();
    assert_eq!((told.up_to, told.known), (2, Some(5)));
}

#[test]
fn a_log_that_can_be_read_again_counts_and_not_what_a_salvage_began_meanwhile() {
    let person = who_made_a_paper();
    let sound = person.twin();
    spoil(&person.plan());
    let header = fs::read(person.plan().join("header")).unwrap();
    let kills = person.kills(|| drop(salvage(&person.plan(), &person.old).unwrap()));
    let mut begun = 0;
    for plan in kills.iter().map(|folder| folder.join("plan")) {
        if fs::read(plan.join("header")).unwrap() != header {
            break;
        }
        begun += usize::from(plan.join("store.2").exists());
        for name in ["store.1", "snapshots"] {
            fs::remove_dir_all(plan.join(name)).unwrap();
            copy(&sound.plan().join(name), &plan.join(name));
        }
        let (vault, told) = salvage(&plan, &person.old).unwrap();
        assert_eq!((told.up_to, told.is_whole()), (5, true));
        assert_eq!((words(&vault).as_str(), papers(&vault)), ("Bel Ana", 1));
        drop(vault);
        assert_eq!(open(&plan, &person.old).unwrap().sequence(), 5);
        assert!(!plan.join("store.2").exists());
    }
    assert!(begun > 3, "{begun}");
}

#[test]
fn a_newer_log_under_an_older_header_is_not_taken_for_one_that_a_salvage_began() {
    let somebody = Person::new();
    let older = again(&somebody.folder(), "older");
    let mut vault = open(&somebody.plan(), &somebody.old).unwrap();
    vault.compact(&Keep::default()).unwrap();
    vault.save(&action(5, "En dan Bo")).unwrap();
    vault.lock().unwrap();
    copy(&older, &somebody.folder());
    spoil(&somebody.plan());
    for unfinished in [None, Some("damaged-2026-03-02.part/store.2.half/begun")] {
        let person = somebody.twin();
        if let Some(unfinished) = unfinished {
            fs::create_dir_all(person.plan().join(unfinished)).unwrap();
        }
        let kills = person.kills(|| drop(salvage(&person.plan(), &person.old).unwrap()));
        for plan in kills.iter().map(|folder| folder.join("plan")) {
            let vault = open(&plan, &person.old).or_else(|error| {
                assert_eq!(error, DAMAGED);
                let (vault, told) = salvage(&plan, &person.old)?;
                assert_eq!((told.up_to, told.is_whole()), (5, true));
                Ok::<_, VaultError>(vault)
            });
            let vault = vault.unwrap();
            assert_eq!((vault.sequence(), words(&vault).as_str()), (5, "En dan Bo"));
        }
    }
}

#[test]
fn a_newer_log_that_cannot_be_moved_aside_is_in_the_way_of_every_log_that_would_remove_it() {
    type Doing = fn(&mut Vault, &Person) -> Result<(), VaultError>;
    let renew: Doing =
        |vault, person| vault.renew(&[Key::Device(&person.new)], KdfCost::FLOOR, &Keep::default());
    let compact: Doing = |vault, _| vault.compact(&Keep::default());

    let somebody = Person::new();
    let older = again(&somebody.folder(), "older");
    let mut vault = open(&somebody.plan(), &somebody.old).unwrap();
    vault.compact(&Keep::default()).unwrap();
    for (seq, words) in [(5, "En dan Bo"), (6, "En dan Cas")] {
        vault.save(&action(seq, words)).unwrap();
    }
    vault.lock().unwrap();
    copy(&older, &somebody.folder());
    let newer = |person: &Person| {
        let snapshots = names(&person.plan().join("snapshots")).into_iter();
        1 + snapshots.filter(|name| name.starts_with("2.")).count()
    };
    // A folder for it, all of it, and the names made durable.
    let moves = newer(&somebody) + 2;
    assert!(moves > 3);
    for doing in [renew, compact] {
        for number in 0..moves {
            let person = somebody.twin();
            // When it was opened it could not be moved aside either.
            let opened = watched(Watch::RefusingOne(0), || open(&person.plan(), &person.old));
            let mut vault = opened.unwrap();
            let header = fs::read(person.plan().join("header")).unwrap();
            let (done, was_refused) = watched(Watch::RefusingOne(number), || {
                let done = doing(&mut vault, &person);
                (done, was_refused())
            });
            assert!(was_refused);
            assert!(matches!(done, Err(VaultError::Io(_))), "{done:?} after {number}");
            assert_eq!(fs::read(person.plan().join("header")).unwrap(), header);
            let places = ["store.2", "damaged-newer/store.2"].map(|name| person.plan().join(name));
            let reached = places.iter().filter_map(|place| newest_head(place, 2));
            assert_eq!(reached.collect::<Vec<_>>(), [6]);
            assert!(!person.plan().join("store.3").exists());

            // All goes on as before, and the newer log lies here or aside.
            vault.save(&action(5, "Verder")).unwrap();
            assert_eq!((vault.info().epoch, words(&vault).as_str()), (1, "Verder"));
            doing(&mut vault, &person).unwrap();
            assert_eq!((vault.info().epoch, words(&vault).as_str()), (2, "Verder"));
            let aside = person.plan().join("damaged-newer");
            assert_eq!(names(&aside).len(), newer(&somebody));
            assert_eq!(newest_head(&aside.join("store.2"), 2), Some(6));
        }
    }
}

#[test]
fn an_erasure_that_the_system_refuses_can_be_tried_again() {
    let somebody = Person::new();
    let mut allowed = 0;
    loop {
        let person = somebody.twin();
        let vault = open(&person.plan(), &person.old).unwrap();
        let done = watched(Watch::Allowing(allowed), || vault.erase());
        match (done, open(&person.plan(), &person.old)) {
            (Ok(()), Err(VaultError::NoVault)) => break,
            (Err(VaultError::BeingErased), Err(VaultError::NoVault)) => {
                let (keys, first) = ([Key::Device(&person.new)], action(1, "Opnieuw"));
                let (first, plan) = (First::Action(&first), person.plan());
                Vault::create(&plan, &keys, KdfCost::FLOOR, first, around()).unwrap();
            }
            (Err(VaultError::Io(_)), Ok(vault)) => assert_eq!(words(&vault), "Bel Ana"),
            (done, opened) => panic!("{done:?}, then {opened:?} after {allowed}"),
        }
        allowed += 1;
    }
}
