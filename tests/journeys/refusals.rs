//! What is in the way, each told apart, and nothing lost.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use landvast::{
    Audience, CardOptions, Draft, Keeper, Language, Missing, Notice, PaperKind, Part, Place,
    PlanError, Problem, TABLE, Value, Words, identify, say_error,
};
use landvast_tests::device::device_without_randomness;
use landvast_tests::folder::{files, files_but_guesses};
use landvast_tests::owner::{code, new_passphrase};
use landvast_tests::{Owner, example};
use sha2::{Digest, Sha256};

use crate::disk;
use crate::process::Writer;

/// Why it did not open. A keeper shows nothing of itself, not even to a test.
fn refusal(opened: Result<Keeper, PlanError>) -> PlanError {
    opened.err().unwrap()
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

#[test]
fn a_wrong_passphrase_changes_nothing() {
    let owner = Owner::new();
    owner.begins_from(&example::text("noor.nl")).lock().unwrap();
    let before = files_but_guesses(&owner.vault());
    for wrong in ["zeven zachte zeeslange", "Zeven zachte zeeslangen"] {
        assert_eq!(refusal(owner.opens_with(wrong)), PlanError::WrongSecret);
    }
    let after = files_but_guesses(&owner.vault());
    assert!(before == after, "the folder changed");
    owner.opens().unwrap().lock().unwrap();
}

#[test]
fn the_same_words_typed_on_another_keyboard_open() {
    let owner = Owner::new();
    let words = new_passphrase("caf\u{e9} \u{fb01}ets");
    Keeper::create(&owner.opening(), Language::Nl, &words, &code()).unwrap().lock().unwrap();
    owner.opens_with("cafe\u{301} fiets").unwrap().lock().unwrap();
}

#[test]
fn whoever_holds_the_vault_holds_it_alone() {
    let owner = Owner::new();
    let keeper = owner.begins();
    assert_eq!(refusal(owner.opens()), PlanError::InUse);
    assert_eq!(Writer::start(&owner.vault(), 1).told_until_it_ended(), ["error in-use"]);
    keeper.lock().unwrap();
    owner.opens().unwrap().lock().unwrap();
}

#[test]
fn a_vault_held_by_another_process_is_told_and_opens_when_that_one_ends() {
    let owner = Owner::new();
    let mut writer = Writer::start(&owner.vault(), u64::MAX);
    assert_eq!(writer.hears().as_deref(), Some("open 1"));
    assert_eq!(refusal(owner.opens()), PlanError::InUse);
    writer.kill();
    owner.opens().unwrap().lock().unwrap();
}

#[test]
fn where_no_vault_is_none_is_made() {
    let owner = Owner::new();
    assert_eq!(refusal(owner.opens()), PlanError::NotFound { what: Missing::Vault });
    assert!(!owner.vault().exists());
    fs::create_dir(owner.vault()).unwrap();
    fs::write(owner.vault().join("letter.txt"), "not ours").unwrap();
    assert_eq!(refusal(owner.opens()), PlanError::NotFound { what: Missing::Vault });
    assert_eq!(identify(&owner.vault()), Err(PlanError::NotFound { what: Missing::Vault }));
    let made = Keeper::create(
        &owner.opening(),
        Language::Nl,
        &new_passphrase("drie droge duinen"),
        &code(),
    );
    assert_eq!(refusal(made), PlanError::AlreadyThere);
    assert_eq!(files(&owner.vault()).len(), 1, "what was there stays as it was");
}

#[test]
fn a_plan_is_never_made_over_another() {
    let owner = Owner::new();
    owner.begins_from(&example::text("half.nl")).lock().unwrap();
    let before = files(&owner.vault());
    let made = Keeper::create(
        &owner.opening(),
        Language::Nl,
        &new_passphrase("drie droge duinen"),
        &code(),
    );
    assert_eq!(refusal(made), PlanError::AlreadyThere);
    assert!(files(&owner.vault()) == before);
}

/// Changes one byte of a header copy. With its closing sum made right again, it is not damage but
/// what somebody wrote.
fn change(header: &Path, at: usize, byte: u8, mends_sum: Mends) {
    let mut bytes = fs::read(header).unwrap();
    bytes[at] = byte;
    if let Mends::Sum = mends_sum {
        let body = bytes.len() - 32;
        let sum = Sha256::digest(&bytes[..body]);
        bytes[body..].copy_from_slice(&sum);
    }
    fs::write(header, bytes).unwrap();
}

#[derive(Clone, Copy)]
enum Mends {
    Sum,
    Nothing,
}

#[test]
fn a_vault_from_a_later_version_is_left_untouched() {
    for copies in [&["header"][..], &["header.2"], &["header", "header.2"]] {
        let owner = Owner::new();
        owner.begins().lock().unwrap();
        for copy in copies {
            change(&owner.vault().join(copy), 9, 2, Mends::Sum);
        }
        let before = files(&owner.vault());
        assert_eq!(refusal(owner.opens()), PlanError::NewerFormat, "{copies:?}");
        assert_eq!(refusal(owner.recovers("een nieuwe zin")), PlanError::NewerFormat, "{copies:?}");
        assert_eq!(identify(&owner.vault()), Err(PlanError::NewerFormat));
        assert!(files(&owner.vault()) == before, "{copies:?}");
    }
}

#[test]
fn a_damaged_header_copy_is_told_once_and_mended_from_the_other() {
    for copy in ["header", "header.2"] {
        let owner = Owner::new();
        owner.begins_from(&example::text("half.nl")).lock().unwrap();
        let whole = files_but_guesses(&owner.vault());
        change(&owner.vault().join(copy), 60, 0xAA, Mends::Nothing);
        let keeper = owner.opens().unwrap();
        assert_eq!(keeper.notices(), [Notice::HeaderDamaged], "{copy}");
        keeper.lock().unwrap();
        let header = owner.vault().join(copy);
        assert!(fs::read(&header).unwrap() == whole[&header], "{copy}");
        assert_eq!(owner.opens().unwrap().notices(), []);
    }
}

#[test]
fn a_vault_without_a_whole_header_is_damaged_and_keeps_all_its_files() {
    let owner = Owner::new();
    owner.begins().lock().unwrap();
    for copy in ["header", "header.2"] {
        change(&owner.vault().join(copy), 60, 0xAA, Mends::Nothing);
    }
    let before = files(&owner.vault());
    assert_eq!(refusal(owner.opens()), PlanError::Damaged { part: Part::Header });
    assert!(files(&owner.vault()) == before);
}

#[test]
fn whoever_changes_what_a_guess_costs_gets_nowhere() {
    let owner = Owner::new();
    owner.begins().lock().unwrap();
    for copy in ["header", "header.2"] {
        // The passes of the first slot, the passphrase's: 2 becomes 3.
        change(&owner.vault().join(copy), 40 + 17, 3, Mends::Sum);
    }
    assert_eq!(refusal(owner.opens()), PlanError::WrongSecret);
}

#[test]
fn a_folder_that_may_only_be_read_is_told_and_stays_as_it_is() {
    let owner = Owner::new();
    owner.begins_from(&example::text("half.nl")).lock().unwrap();
    let before = files(&owner.vault());
    let Some(_held) = disk::read_only(&owner.vault()) else {
        disk::skipped("nothing here can make a folder read-only");
        return;
    };
    assert_eq!(refusal(owner.opens()), PlanError::Refused);
    assert!(files(&owner.vault()) == before);
}

#[test]
fn a_vault_is_not_made_where_nobody_may_write() {
    let owner = Owner::new();
    let Some(_held) = disk::read_only(owner.home()) else {
        disk::skipped("nothing here can make a folder read-only");
        return;
    };
    let made = Keeper::create(
        &owner.opening(),
        Language::Nl,
        &new_passphrase("drie droge duinen"),
        &code(),
    );
    assert_eq!(refusal(made), PlanError::Refused);
    assert_eq!(fs::read_dir(owner.home()).unwrap().count(), 0);
}

#[test]
fn nobody_else_may_look_into_the_folder() {
    let owner = Owner::new();
    owner.begins().lock().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&owner.vault()), Permissions::from_mode(0o700).mode());
}

#[test]
fn a_device_without_randomness_makes_and_writes_nothing() {
    let mut owner = Owner::new();
    let mut keeper = owner.begins();
    keeper.write(Place::Plan, "c.first", text("Zet thee.")).unwrap();
    keeper.lock().unwrap();
    owner.device = device_without_randomness();
    assert_eq!(landvast::make_recovery_code(&owner.device).err(), Some(PlanError::Internal));
    let mut keeper = owner.opens().unwrap();
    assert!(keeper.write(Place::Plan, "c.first", text("Bel Ana.")).is_err());
    assert!(keeper.add_person("Ana", &[]).is_err());
    drop(keeper);
    let elsewhere = landvast::Opening { vault: owner.home().join("other"), ..owner.opening() };
    assert!(
        Keeper::create(&elsewhere, Language::Nl, &new_passphrase("drie droge duinen"), &code())
            .is_err()
    );
    assert!(!elsewhere.vault.exists());
    owner.device = landvast_tests::device::device();
    let keeper = owner.opens().unwrap();
    let shown = keeper.read(Place::Plan, "c.first").unwrap().answer.unwrap().shown;
    assert_eq!(shown, "Zet thee.");
}

#[test]
fn an_answer_that_does_not_fit_changes_nothing_and_says_why() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("half.nl"));
    let (before, actions) = (keeper.export(), keeper.sequence());
    let problem = |said: Result<(), PlanError>| match said {
        Err(PlanError::Invalid { faults }) => faults[0].problem.clone(),
        other => panic!("{other:?}"),
    };
    let wrong = [
        problem(keeper.write(Place::Plan, "c.frist", text("x"))),
        problem(keeper.write(Place::Plan, "c.first", Value::Degree(1))),
        problem(keeper.write(Place::Plan, "c.first", text(&"x".repeat(20_001)))),
        problem(keeper.write(Place::Plan, "i.version", text("3"))),
        problem(keeper.write(Place::Plan, "d.name", text("Ana"))),
        problem(
            keeper.read_typed(Place::Plan, "a.birth_date", &["30-02-1992".to_owned()]).map(drop),
        ),
        problem(keeper.revise(
            Place::Plan,
            "b.well",
            Draft {
                value: Some(text("x")),
                audience: Some(Some(Audience::anyone())),
                ..Draft::default()
            },
        )),
        problem(keeper.add_person(" ", &[]).map(drop)),
    ];
    let expected = [
        Problem::UnknownField { nearest: Some("c.first".to_owned()) },
        Problem::WrongKind { wanted: "text" },
        Problem::TooLong { chars: 20_001 },
        Problem::Derived,
        Problem::UnknownField { nearest: None },
        Problem::NoSuchDay,
        Problem::NeverForThem,
        Problem::WrongKind { wanted: "text" },
    ];
    assert_eq!(wrong, expected);
    assert_eq!((keeper.export(), keeper.sequence()), (before, actions));
}

#[test]
fn one_bad_entry_among_hundreds_keeps_the_whole_file_out() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    let bad = example::text("noor.nl").replacen("\"2026-10-05\"", "\"2026-02-31\"", 1);
    let Err(PlanError::Invalid { faults }) = keeper.import(&bad) else { panic!("taken over") };
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!((keeper.sequence(), keeper.info().answers, keeper.info().people), (1, 0, 0));
}

#[test]
fn every_refusal_has_a_sentence_in_every_language() {
    let errors = [
        PlanError::WrongSecret,
        PlanError::Wait { seconds: 4 },
        PlanError::Locked,
        PlanError::InUse,
        PlanError::Damaged { part: Part::Header },
        PlanError::Damaged { part: Part::Store },
        PlanError::NewerFormat,
        PlanError::StorageFull,
        PlanError::NotFound { what: Missing::Vault },
        PlanError::NotFound { what: Missing::Person },
        PlanError::NotFound { what: Missing::Answer },
        PlanError::NotFound { what: Missing::Undo },
        PlanError::NotFound { what: Missing::Paper },
        PlanError::NotFound { what: Missing::Copy },
        PlanError::WeakPassphrase { shortest: 8 },
        PlanError::WrongReader { paper: PaperKind::Sheet },
        PlanError::WrongReader { paper: PaperKind::Plan },
        PlanError::AlreadyThere,
        PlanError::Refused,
        PlanError::Internal,
    ];
    for language in Language::ALL {
        let words = Words::new(language);
        for error in &errors {
            let said = say_error(error, &TABLE, &words);
            assert!(said.iter().all(|line| line.chars().count() > 8), "{error:?}: {said:?}");
            assert!(!said.concat().contains(['{', '}']), "{error:?}: {said:?}");
        }
    }
}

#[test]
fn control_characters_emoji_and_odd_numbers_stay_as_typed_and_are_found() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    let typed = "Blijf \u{202E}kalm\u{0007} 🙂 कृपया";
    keeper.write(Place::Plan, "c.first", text(typed)).unwrap();
    let phones = Value::Phones(vec!["bij de buren".to_owned()]);
    keeper.add_person("Ana", &[("d.phones".to_owned(), phones)]).unwrap();
    let found: Vec<String> = keeper.check().into_iter().map(|finding| finding.id).collect();
    for id in ["invisible-characters", "missing-characters", "phone-unreadable"] {
        assert!(found.contains(&id.to_owned()), "{id} in {found:?}");
    }
    assert_eq!(keeper.book().answer(Place::Plan, "c.first").unwrap().value, text(typed));
    keeper.card(&CardOptions::default()).unwrap();
}
