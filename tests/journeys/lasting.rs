//! Keys for life: another code, everything anew, words that go for good, and the end of it.

use landvast::{
    KdfCost, Keeper, Missing, Part, Place, PlanError, Value, WorkFactor, make_backup_words,
    make_recovery_code,
};
use landvast_seal::Record;
use landvast_tests::folder::{copy, files};
use landvast_tests::owner::{PASSPHRASE, code, new_passphrase, passphrase};
use landvast_tests::{Owner, example};

fn says(keeper: &mut Keeper, words: &str) {
    keeper.write(Place::Plan, "c.first", Value::Text(words.to_owned())).unwrap();
}

fn wordings(keeper: &mut Keeper) -> Vec<String> {
    let versions = keeper.history(Place::Plan, "c.first").unwrap();
    versions.into_iter().filter_map(|version| version.shown).collect()
}

#[test]
fn a_new_recovery_code_stops_the_old_one() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    let new = make_recovery_code(&owner.device).unwrap();
    keeper.set_recovery_code(&new).unwrap();
    keeper.lock().unwrap();
    assert_eq!(owner.recovers("drie droge duinen").err(), Some(PlanError::WrongSecret));
    let chosen = new_passphrase("drie droge duinen");
    Keeper::recover(&owner.opening(), &new, &chosen).unwrap().lock().unwrap();
    owner.opens_with("drie droge duinen").unwrap().lock().unwrap();
}

#[test]
fn after_somebody_saw_it_only_the_new_secrets_open_and_nothing_is_lost() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("noor.nl"));
    for words in ["Een.", "Twee.", "Drie."] {
        says(&mut keeper, words);
    }
    let (plan, before) = (keeper.export(), wordings(&mut keeper));
    let new = make_recovery_code(&owner.device).unwrap();
    keeper.renew(&new_passphrase("drie droge duinen"), &new, KdfCost::FLOOR).unwrap();
    keeper.lock().unwrap();
    assert_eq!(owner.opens().err(), Some(PlanError::WrongSecret));
    assert_eq!(owner.recovers("vier vale vossen").err(), Some(PlanError::WrongSecret));

    let mut keeper = owner.opens_with("drie droge duinen").unwrap();
    assert_eq!((keeper.export(), wordings(&mut keeper)), (plan, before));
    // For the owner a log that was begun anew is no border.
    says(&mut keeper, "Vier.");
    for expected in ["Drie.", "Twee.", "Een."] {
        keeper.undo().unwrap();
        let answer = keeper.read(Place::Plan, "c.first").unwrap().answer.unwrap();
        assert_eq!(answer.shown, expected);
    }
}

#[test]
fn a_wording_that_was_forgotten_is_gone_here_and_it_is_said_where_it_may_still_be() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    says(&mut keeper, "Wat niemand mag weten.");
    let words = make_backup_words(&owner.device).unwrap();
    keeper.backup(&words, WorkFactor::for_tests(1)).unwrap();
    keeper.note_backup().unwrap();
    says(&mut keeper, "Wat er nu staat.");
    copy(&owner.vault(), &owner.home().join("copy"));

    let new = make_recovery_code(&owner.device).unwrap();
    let same = passphrase(PASSPHRASE);
    let elsewhere = keeper.forget(Place::Plan, "c.first", &same, &new, KdfCost::FLOOR).unwrap();
    assert_eq!(elsewhere.backups, [(owner.device.today)()]);
    assert_eq!(wordings(&mut keeper), ["Wat er nu staat."]);
    keeper.lock().unwrap();
    let mut keeper = owner.opens().unwrap();
    assert_eq!(wordings(&mut keeper), ["Wat er nu staat."]);
    // Nothing takes away what was told to stay.
    assert_eq!(keeper.undo().err(), Some(PlanError::NotFound { what: Missing::Undo }));
    // A later backup does not hold it either.
    let file = keeper.backup(&words, WorkFactor::for_tests(1)).unwrap();
    let text = landvast_share::backup::open(&file, &words).unwrap();
    let text = String::from_utf8(text.to_vec()).unwrap();
    assert!(text.contains("Wat er nu staat.") && !text.contains("niemand mag weten"));
    // Nothing sealed under the old key is left in the folder.
    let old = |bytes: &[u8]| Record::heads_in(bytes).any(|(_, frame)| frame.place.epoch == 1);
    assert!(!files(&owner.vault()).values().any(|bytes| old(bytes)));
    let nothing = keeper.forget(Place::Plan, "b.felt", &same, &new, KdfCost::FLOOR);
    assert_eq!(nothing.err(), Some(PlanError::NotFound { what: Missing::Answer }));
}

#[test]
fn a_log_that_grew_long_is_written_anew_when_the_plan_is_locked() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    for round in 0..45 {
        let lines = (0..100).map(|line| format!("{round} {line} {}", "woord ".repeat(300)));
        keeper.write(Place::Plan, "c.do", Value::Lines(lines.collect())).unwrap();
    }
    let (long, plan) = (keeper.info().bytes, keeper.export());
    let versions = keeper.history(Place::Plan, "c.do").unwrap().len();
    keeper.lock().unwrap();
    let mut keeper = owner.opens().unwrap();
    println!("{} kB became {} kB", long / 1000, keeper.info().bytes / 1000);
    assert!(files(&owner.vault()).keys().any(|path| path.iter().any(|part| part == "store.2")));
    assert_eq!(keeper.export(), plan);
    assert_eq!(keeper.history(Place::Plan, "c.do").unwrap().len(), versions);
}

#[test]
fn an_erased_plan_is_gone_with_everything_in_its_folder() {
    let owner = Owner::new();
    let keeper = owner.begins_from(&example::text("half.nl"));
    keeper.erase().unwrap();
    assert!(!owner.vault().exists());
    assert_eq!(owner.opens().err(), Some(PlanError::NotFound { what: Missing::Vault }));
    owner.begins().lock().unwrap();
}

/// A plan whose log is damaged in its middle, with these first sentences after each other.
fn damaged_at(owner: &Owner, sentences: &[&str], sequence: u64) {
    let mut keeper = owner.begins();
    for words in sentences {
        says(&mut keeper, words);
    }
    keeper.write(Place::Plan, "a.call_name", Value::Text("Noor".to_owned())).unwrap();
    drop(keeper);
    let db = owner.vault().join("store.1/db");
    let mut bytes = std::fs::read(&db).unwrap();
    let heads = Record::heads_in(&bytes).filter(|(_, frame)| frame.place.sequence == sequence);
    let places: Vec<usize> = heads.map(|(at, _)| at).collect();
    assert!(!places.is_empty(), "there was nothing to damage");
    for at in places {
        bytes[at + 70] ^= 1;
    }
    std::fs::write(db, bytes).unwrap();
}

#[test]
fn what_damage_left_comes_back_and_loose_pieces_are_for_the_owner_alone() {
    let owner = Owner::new();
    damaged_at(&owner, &["Een.", "Twee.", "Drie."], 3);
    assert_eq!(owner.opens().err(), Some(PlanError::Damaged { part: Part::Store }));
    let wrong = Keeper::salvage(&owner.opening(), &passphrase("drie droge duinen"));
    assert_eq!(wrong.err(), Some(PlanError::WrongSecret));

    let mut keeper = Keeper::salvage_with_code(&owner.opening(), &code()).unwrap();
    let view = keeper.salvaged().unwrap();
    assert_eq!((view.up_to, view.missing, view.is_whole), (2, 1, false));
    let count: usize = view.sections.iter().map(|section| section.count).sum();
    assert_eq!(count, keeper.loose().len());
    assert!(!format!("{view:?}").contains("Drie"), "numbers only");
    let shown = |keeper: &Keeper| {
        let answer = keeper.read(Place::Plan, "c.first").unwrap().answer;
        answer.map(|answer| (answer.shown, answer.on_card))
    };
    assert_eq!(shown(&keeper), Some(("Een.".to_owned(), true)));

    let loose = keeper.loose();
    let piece = loose.iter().find(|piece| piece.field == "c.first").unwrap();
    assert_eq!(piece.shown, "Drie.");
    keeper.take_loose(piece.index).unwrap();
    assert_eq!(shown(&keeper), Some(("Drie.".to_owned(), false)), "for nobody else at first");
    let again = keeper.take_loose(piece.index);
    assert_eq!(again, Err(PlanError::NotFound { what: Missing::Piece }));
    assert_eq!(keeper.loose().len(), loose.len() - 1);
    assert!(keeper.info().damaged > 0, "nothing was thrown away");
    keeper.forget_damaged().unwrap();
    assert_eq!(keeper.info().damaged, 0);
    keeper.undo().unwrap();
    assert_eq!(shown(&keeper), Some(("Een.".to_owned(), true)));
    keeper.lock().unwrap();
    assert_eq!(owner.opens().unwrap().salvaged(), None);
}

#[test]
fn salvaging_a_sound_plan_only_opens_it() {
    let owner = Owner::new();
    owner.begins_from(&example::text("half.nl")).lock().unwrap();
    let keeper = Keeper::salvage(&owner.opening(), &passphrase(PASSPHRASE)).unwrap();
    let view = keeper.salvaged().unwrap();
    assert!(view.is_whole && keeper.loose().is_empty() && keeper.info().damaged == 0);
}
