//! What the owner is told about the device that keeps the plan: a fault that could not be mended, a
//! disk that is full.

use std::fs::{self, File};

use landvast_cli::Exit;
use landvast_tests::folder::files_but_guesses;

use crate::disk::{SmallDisk, skipped};
use crate::owner::{Owner, Said};

/// What was said beside the answer, without the ends of its lines.
fn beside(said: &Said) -> String {
    said.err.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_lock_that_could_not_be_mended_is_told_as_one_and_mended_when_it_can_be() {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "c.first", "Sit with me."]).well();
    let whole = files_but_guesses(&owner.path("plan"));
    for copy in ["header", "header.2"] {
        let header = owner.path("plan").join(copy);
        let mut bytes = whole[&header].clone();
        bytes[60] ^= 0xAA;
        fs::write(&header, &bytes).unwrap();
        // A folder where the new copy is to be written first: the device refuses.
        let in_the_way = owner.path("plan").join(format!("{copy}.new"));
        fs::create_dir(&in_the_way).unwrap();
        for _ in 0..2 {
            let said = owner.say(&["read", "c.first"]).well();
            assert!(said.out.contains("Sit with me."), "{said:?}");
            let told = beside(&said);
            assert!(told.contains("could not be mended now"), "{told}");
            assert!(told.contains("Everything is still there"), "{told}");
            assert!(told.contains("landvast backup"), "{told}");
            assert!(!told.contains("We mended"), "{told}");
        }
        let said = owner.say(&["--words", "nl", "read"]).well();
        assert!(beside(&said).contains("Herstellen lukte nu niet."), "{said:?}");
        let said = owner.say(&["--json", "info"]).well();
        let notice: serde_json::Value = serde_json::from_str(&said.err).unwrap();
        assert_eq!(notice["notice"], "header-not-mended");

        fs::remove_dir(in_the_way).unwrap();
        let said = owner.say(&["--json", "info"]).well();
        assert!(said.err.contains("\"header-damaged\"") && said.err.contains("We mended"));
        assert_eq!(fs::read(&header).unwrap(), whole[&header]);
        assert_eq!(owner.say(&["read"]).well().err, "");
    }
}

#[test]
fn a_backup_that_was_made_is_told_as_made_though_the_plan_cannot_be_written_in() {
    let Some(disk) = SmallDisk::of_megabytes(32) else {
        return skipped("nobody here may mount a small disk");
    };
    let mut owner = Owner::new();
    let plan = disk.path().join("plan");
    let common = ["--vault", plan.to_str().unwrap(), "--passphrase-file", "HOME/passphrase"];
    owner.run(&[&common[..], &["init", "--recovery-file", "HOME/code"]].concat()).well();
    disk.fill();
    let backup = ["backup", "HOME/b.age", "--words-file", "HOME/words"];
    let said = owner.run(&[&common[..], &backup].concat()).well();
    assert!(said.out.contains("Your backup is in"), "{said:?}");
    assert!(said.out.contains("Only its date could not be written"), "{said:?}");
    let restore = ["--vault", "HOME/new", "--passphrase-file", "HOME/passphrase", "restore"];
    let from = ["HOME/b.age", "--words-file", "HOME/words", "--recovery-file", "HOME/code2"];
    owner.run(&[&restore[..], &from].concat()).well();
}

#[test]
fn a_full_disk_says_how_much_to_free_and_so_much_is_enough() {
    let Some(disk) = SmallDisk::of_megabytes(32) else {
        return skipped("nobody here may mount a small disk");
    };
    let mut owner = Owner::new();
    let plan = disk.path().join("plan");
    let plan = plan.to_str().unwrap();
    let common = ["--vault", plan, "--passphrase-file", "HOME/passphrase"];
    let init = ["init", "--recovery-file", "HOME/code"];
    owner.run(&[&common[..], &init].concat()).well();
    disk.fill();
    let write = [&common[..], &["write", "c.first", "Sit with me."]].concat();
    let said = owner.run(&write);
    assert_eq!(said.exit, Exit::StorageFull, "{said:?}");
    assert!(beside(&said).contains("Free at least 10 MB, and try again."), "{said:?}");
    assert!(
        beside(&said).contains("nothing was stored or made") && !beside(&said).contains("may not")
    );
    let in_dutch = owner.run(&[&["--words", "nl"], &write[..]].concat());
    assert!(beside(&in_dutch).contains("Maak ten minste 10 MB vrij"), "{in_dutch:?}");

    let reserve = disk.path().join("plan/reserve");
    assert!(!reserve.exists(), "given back so that the plan opens");
    let photos = File::options().write(true).open(disk.path().join("filler")).unwrap();
    photos.set_len(photos.metadata().unwrap().len() - 10_000_000).unwrap();
    owner.run(&write).well();
    let read = owner.run(&[&common[..], &["read", "c.first"]].concat()).well();
    assert!(read.out.contains("Sit with me."), "{read:?}");
    assert!(reserve.exists(), "kept for the next time");
}
