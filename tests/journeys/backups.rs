//! A backup: made, opened with its words, put back as a new plan or into the one that is there.

use landvast::{
    Backup, BackupFault, BackupWords, CardOptions, Form, Keeper, PaperKey, PaperKind, Place,
    PlanError, Restoring, Undone, Value, WordSlip, WorkFactor, make_backup_words,
    read_backup_words,
};
use landvast_tests::device::device_set_back;
use landvast_tests::folder::files;
use landvast_tests::owner::{code, new_passphrase};
use landvast_tests::{Owner, example};
use serde_json::Value as Json;

use crate::disk::{SmallDisk, skipped};

/// A factor that does not make a test wait.
fn cheap() -> WorkFactor {
    WorkFactor::for_tests(1)
}

fn six_words(owner: &Owner) -> BackupWords {
    make_backup_words(&owner.device).unwrap()
}

/// The file with its words.
fn backed_up(keeper: &mut Keeper, owner: &Owner) -> Backup {
    let words = six_words(owner);
    let file = keeper.backup(&words, cheap()).unwrap();
    keeper.note_backup().unwrap();
    Backup::open(&file, &words).unwrap()
}

fn says(keeper: &mut Keeper, field: &str, words: &str) {
    keeper.write(Place::Plan, field, Value::Text(words.to_owned())).unwrap();
}

fn reads(keeper: &Keeper, field: &str) -> Option<String> {
    Some(keeper.read(Place::Plan, field).unwrap().answer?.shown)
}

#[test]
fn a_plan_comes_back_whole_on_another_device() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("noor.nl"));
    says(&mut keeper, "c.first", "Ga rustig naast me zitten.");
    keeper.card(&CardOptions::default()).unwrap();
    let ana = keeper.people()[0].id;
    keeper.give_copy(ana, PaperKind::Card, Form::Paper).unwrap();
    let backup = backed_up(&mut keeper, &owner);

    let elsewhere = Owner::new();
    let chosen = new_passphrase("drie droge duinen");
    let back = Keeper::create_from(&elsewhere.opening(), &backup, &chosen, &code()).unwrap();
    assert_eq!(back.book(), keeper.book());
    back.lock().unwrap();

    let mut back = elsewhere.opens_with("drie droge duinen").unwrap();
    assert_eq!(back.export(), keeper.export());
    assert_eq!(back.copies(), keeper.copies());
    let versions = back.history(Place::Plan, "c.first").unwrap();
    assert_eq!(versions, keeper.history(Place::Plan, "c.first").unwrap());
    assert!(versions.len() > 1, "earlier wordings come along");
    // What is taken back is a change from before the backup, and that is said.
    let told = Undone { is_before_renewal: true, ..keeper.undo().unwrap() };
    assert_eq!(back.undo().unwrap(), told);
    assert_eq!(back.export(), keeper.export());
}

#[test]
fn a_backup_is_the_open_format_and_can_be_read_in_as_one() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("half.nl"));
    let words = six_words(&owner);
    let file = keeper.backup(&words, cheap()).unwrap();
    let text = landvast_share::backup::open(&file, &words).unwrap();
    let mut json: Json = serde_json::from_slice(&text).unwrap();
    let own = json.as_object_mut().unwrap().remove("backup").unwrap();
    assert_eq!(json, serde_json::from_str::<Json>(&keeper.export()).unwrap());
    assert_eq!((&own["format"], &own["vault"]), (&1.into(), &keeper.info().vault.into()));

    let other = Owner::new();
    let read = other.begins_from(std::str::from_utf8(&text).unwrap());
    assert_eq!(read.book().all_answers().count(), keeper.book().all_answers().count());
}

#[test]
fn wrong_words_and_a_damaged_file_open_nothing() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("half.nl"));
    let (words, others) = (six_words(&owner), six_words(&owner));
    let file = keeper.backup(&words, cheap()).unwrap();
    let why = |file: &[u8], words: &BackupWords| Backup::open(file, words).unwrap_err();
    assert_eq!(why(&file, &others), PlanError::Words { slip: WordSlip::Wrong });
    let damaged = PlanError::Backup { fault: BackupFault::Damaged };
    assert_eq!(why(&file[..file.len() - 1], &words), damaged);
    let mut changed = file.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert_eq!(why(&changed, &words), damaged);
    let none = PlanError::Backup { fault: BackupFault::NotABackup };
    assert_eq!(why(example::text("half.nl").as_bytes(), &words), none);
    // Another program's file under the same words.
    let letter = landvast_share::backup::seal(b"{\"dear\": \"Ana\"}", &words, cheap()).unwrap();
    assert_eq!(why(&letter, &words), none);
    let slip = |typed: &str| read_backup_words(typed).unwrap_err();
    let unknown = PlanError::Words { slip: WordSlip::Unknown { position: 1 } };
    assert_eq!(slip("aardbie appel"), unknown);
    assert_eq!(slip("aardbei"), PlanError::Words { slip: WordSlip::Count { found: 1 } });
    assert!(!format!("{:?}", slip("aardbie appel")).contains("aardb"));
}

#[test]
fn looking_at_a_backup_changes_nothing_and_shows_numbers_only() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("half.nl"));
    let backup = backed_up(&mut keeper, &owner);
    says(&mut keeper, "c.first", "KANARIE");
    let before = files(&owner.vault());
    let view = keeper.compare(&backup, Restoring::Replace).unwrap();
    assert!(view.is_older && view.is_change);
    assert_eq!(
        view.sections.iter().map(|one| one.added + one.changed + one.removed).sum::<usize>(),
        1
    );
    let _ = keeper.compare(&backup, Restoring::Merge).unwrap();
    assert!(files(&owner.vault()) == before, "the folder changed");
    assert!(!format!("{view:?}").contains("KANARIE"));
}

#[test]
fn a_plan_that_was_replaced_is_back_after_one_undo() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("noor.nl"));
    let backup = backed_up(&mut keeper, &owner);
    let then = keeper.export();
    says(&mut keeper, "c.first", "Anders.");
    let ana = keeper.people()[0].id;
    keeper.remove_person(ana).unwrap();
    let before = keeper.export();

    let view = keeper.restore(&backup, Restoring::Replace).unwrap();
    assert_eq!((view.people_added, view.people_removed), (1, 0));
    assert_eq!(keeper.export(), then);
    keeper.undo().unwrap();
    assert_eq!(keeper.export(), before);
}

#[test]
fn bringing_two_together_keeps_what_was_decided_last_and_takes_nothing_away() {
    // Two years ago.
    let mut owner = Owner::new();
    owner.device = device_set_back();
    let mut keeper = owner.begins();
    for (field, words) in [("c.first", "Toen."), ("b.felt", "Weg ermee."), ("a.call_name", "Noor")]
    {
        says(&mut keeper, field, words);
    }
    let old = backed_up(&mut keeper, &owner);
    keeper.lock().unwrap();
    // Now.
    owner.device = landvast_tests::device::device();
    let mut keeper = owner.opens().unwrap();
    says(&mut keeper, "c.first", "Nu.");
    keeper.clear(Place::Plan, "b.felt").unwrap();
    says(&mut keeper, "a.full_name", "Noor de Wit");
    let before = keeper.export();
    assert!(!keeper.compare(&old, Restoring::Merge).unwrap().is_change, "all of it is older");
    keeper.restore(&old, Restoring::Merge).unwrap();
    assert_eq!(keeper.export(), before, "what was taken away does not come back by itself");

    let new = backed_up(&mut keeper, &owner);
    let mut other = Owner::new();
    other.device = device_set_back();
    let mut theirs = other.begins();
    says(&mut theirs, "c.first", "Ook toen.");
    says(&mut theirs, "b.felt", "Blijft.");
    let view = theirs.restore(&new, Restoring::Merge).unwrap();
    assert!(!view.is_older, "it is of another plan");
    assert_eq!(reads(&theirs, "c.first").as_deref(), Some("Nu."));
    assert_eq!(reads(&theirs, "b.felt").as_deref(), Some("Blijft."));
    assert_eq!(reads(&theirs, "a.call_name").as_deref(), Some("Noor"));
    theirs.undo().unwrap();
    assert_eq!(reads(&theirs, "c.first").as_deref(), Some("Ook toen."));
    assert_eq!(reads(&theirs, "a.call_name"), None);
}

#[test]
fn no_later_card_takes_the_number_of_one_that_is_in_the_world() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    let cards = |keeper: &mut Keeper, words: &str| {
        says(keeper, "c.first", words);
        keeper.card(&CardOptions::default()).unwrap().version
    };
    assert_eq!(cards(&mut keeper, "Een."), 1);
    let early = backed_up(&mut keeper, &owner);
    assert_eq!(cards(&mut keeper, "Twee."), 2);
    keeper.restore(&early, Restoring::Replace).unwrap();
    assert_eq!(cards(&mut keeper, "Drie."), 3);
    let late = backed_up(&mut keeper, &owner);

    let other = Owner::new();
    let mut behind =
        Keeper::create_from(&other.opening(), &early, &new_passphrase("vier vale vossen"), &code())
            .unwrap();
    behind.restore(&late, Restoring::Merge).unwrap();
    assert_eq!(behind.book().papers[&PaperKey::CARD].version(), 3);
    behind.undo().unwrap();
    assert_eq!(behind.book().papers[&PaperKey::CARD].version(), 3, "they exist all the same");
}

#[test]
fn a_backup_is_never_put_over_something() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    let backup = backed_up(&mut keeper, &owner);
    keeper.lock().unwrap();
    let before = files(&owner.vault());
    let chosen = new_passphrase("drie droge duinen");
    let made = Keeper::create_from(&owner.opening(), &backup, &chosen, &code());
    assert_eq!(made.err(), Some(PlanError::AlreadyThere));
    assert!(files(&owner.vault()) == before);
}

#[test]
fn a_full_disk_takes_no_backup_over_and_keeps_what_was_there() {
    let Some(disk) = SmallDisk::of_megabytes(24) else {
        return skipped("nobody here may mount a small disk");
    };
    let away = Owner::new();
    let mut keeper = away.begins_from(&example::text("noor.nl"));
    let backup = backed_up(&mut keeper, &away);

    let owner = Owner::living_in(disk.path());
    let mut here = owner.begins_from(&example::text("half.nl"));
    let before = here.export();
    disk.fill();
    for how in [Restoring::Merge, Restoring::Replace] {
        assert_eq!(here.restore(&backup, how).err(), Some(PlanError::StorageFull));
    }
    assert_eq!(here.export(), before);
    let other = Owner::living_in(disk.path());
    let chosen = new_passphrase("drie droge duinen");
    let made = Keeper::create_from(&other.opening(), &backup, &chosen, &code());
    assert_eq!(made.err(), Some(PlanError::StorageFull));
    assert!(!other.vault().exists());

    disk.make_room();
    drop(here);
    let mut here = owner.opens().unwrap();
    assert_eq!(here.export(), before);
    here.restore(&backup, Restoring::Replace).unwrap();
    assert_eq!(here.export(), keeper.export());
}
