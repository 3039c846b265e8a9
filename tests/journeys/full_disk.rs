//! A disk that is full, for real: nothing is acknowledged that is not stored, nothing hangs.

use landvast::{CardOptions, Place, PlanError, Value};
use landvast_tests::writing::{FIELD, words_of};
use landvast_tests::{Chance, Owner};

use crate::disk::{SmallDisk, skipped};
use crate::process::{Writer, last_number};

fn words(count: u64) -> Value {
    Value::Text(format!("{count} {}", "Zet thee en ga naast me zitten. ".repeat(500)))
}

#[test]
fn a_full_disk_is_told_and_what_was_acknowledged_is_there() {
    let Some(disk) = SmallDisk::of_megabytes(24) else {
        return skipped("nobody here may mount a small disk");
    };
    let owner = Owner::living_in(disk.path());
    let mut keeper = owner.begins();
    let mut acknowledged = 0;
    let refusal = loop {
        match keeper.write(Place::Plan, FIELD, words(acknowledged)) {
            Ok(()) => acknowledged += 1,
            Err(error) => break error,
        }
        assert!(acknowledged < 10_000, "the disk never fills");
    };
    assert_eq!(refusal, PlanError::StorageFull);
    assert!(acknowledged > 50, "{acknowledged}");
    let book = keeper.book().clone();
    assert_eq!(keeper.write(Place::Plan, FIELD, words(0)), Err(PlanError::StorageFull));
    assert_eq!(keeper.book(), &book, "what was refused changed nothing");

    // Somebody else takes the last of the room. The plan is read, printed, locked and opened all
    // the same, and nothing more is taken in.
    disk.fill();
    assert_eq!(keeper.write(Place::Plan, FIELD, words(0)), Err(PlanError::StorageFull));
    assert_eq!(keeper.card(&CardOptions::default()).err(), Some(PlanError::StorageFull));
    assert_eq!(
        keeper.history(Place::Plan, FIELD).unwrap().len(),
        usize::try_from(acknowledged).unwrap()
    );
    keeper.lock().unwrap();
    let mut keeper = owner.opens().unwrap();
    assert_eq!(keeper.book(), &book);
    assert_eq!(keeper.write(Place::Plan, FIELD, words(0)), Err(PlanError::StorageFull));
    drop(keeper);

    // With room again everything goes on.
    disk.make_room();
    let mut keeper = owner.opens().unwrap();
    assert_eq!(keeper.book(), &book);
    keeper.write(Place::Plan, FIELD, words(7)).unwrap();
    keeper.card(&CardOptions::default()).unwrap();
    keeper.lock().unwrap();
    assert_eq!(owner.opens().unwrap().book().answer(Place::Plan, FIELD).unwrap().value, words(7));
}

#[test]
fn a_passphrase_is_changed_wholly_or_not_at_all_on_a_full_disk() {
    let Some(disk) = SmallDisk::of_megabytes(24) else {
        return skipped("nobody here may mount a small disk");
    };
    let owner = Owner::living_in(disk.path());
    let mut keeper = owner.begins();
    disk.fill();
    let cost = owner.opening().cost;
    let words = landvast_tests::owner::new_passphrase("drie droge duinen");
    assert_eq!(keeper.set_passphrase(&words, cost), Err(PlanError::StorageFull));
    drop(keeper);
    owner.opens().unwrap().lock().unwrap();
    assert_eq!(owner.opens_with("drie droge duinen").err(), Some(PlanError::WrongSecret));
}

#[test]
fn a_plan_that_finds_no_room_is_not_made_and_leaves_nothing() {
    let Some(disk) = SmallDisk::of_megabytes(2) else {
        return skipped("nobody here may mount a small disk");
    };
    let owner = Owner::living_in(disk.path());
    disk.fill();
    let words = landvast_tests::owner::new_passphrase("drie droge duinen");
    let made = landvast::Keeper::create(
        &owner.opening(),
        landvast::Language::Nl,
        &words,
        &landvast_tests::owner::code(),
    );
    assert_eq!(made.err(), Some(PlanError::StorageFull));
    assert_eq!(std::fs::read_dir(owner.home()).unwrap().count(), 0);
}

#[test]
fn a_disk_that_fills_up_while_a_process_writes_loses_nothing_and_keeps_nobody_waiting() {
    let mut chance = Chance::from_seed(7);
    for round in 0..3 {
        let Some(disk) = SmallDisk::of_megabytes(24) else {
            return skipped("nobody here may mount a small disk");
        };
        let owner = Owner::living_in(disk.path());
        let mut writer = Writer::start(&owner.vault(), u64::MAX);
        let lines = chance.below(60) + 2;
        let mut told: Vec<String> = (0..lines).filter_map(|_| writer.hears()).collect();
        disk.fill();
        // It ends by itself: the store waits no longer than its deadline.
        told.extend(writer.told_until_it_ended());
        let last = told.last().map(String::as_str);
        assert!(matches!(last, Some("error storage-full" | "error refused")), "{last:?}");
        let acknowledged = last_number(&told, "stored").unwrap();
        disk.make_room();

        let mut keeper = owner.opens().unwrap();
        assert!(keeper.sequence() >= acknowledged, "round {round}");
        for version in keeper.history(Place::Plan, FIELD).unwrap() {
            assert_eq!(version.shown, Some(words_of(version.seq)), "round {round}");
        }
        keeper.write(Place::Plan, FIELD, words(1)).unwrap();
        keeper.lock().unwrap();
    }
}
