//! A plan for life: backed up, put back, salvaged, locked anew, forgotten, erased.

use std::fs;
use std::path::Path;

use landvast_cli::Exit;
use landvast_seal::Record;
use landvast_tests::folder::{copy, files, files_but_guesses};

use crate::owner::{Owner, PASSPHRASE, Ready, Said, six_words};

const NEW: &str = "acht blauwe bootjes";

fn owner() -> Owner {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "c.first", "Sit with me."]).well();
    owner.say(&["person", "add", "Ana", "--kind", "sister"]).well();
    owner
}

pub(crate) fn with_backup() -> Owner {
    let mut owner = owner();
    owner.say(&["backup", "HOME/plan.age", "--words-file", "HOME/words"]).well();
    owner
}

fn refused(said: &Said, exit: Exit, sentence: &str) {
    assert_eq!(said.exit, exit, "{said:?}");
    assert!(said.err.contains(sentence), "{sentence}: {said:?}");
    assert!(said.out.is_empty(), "{said:?}");
}

fn reads(owner: &mut Owner, field: &str) -> String {
    owner.say(&["read", field]).well().out
}

#[test]
fn six_words_are_shown_once_and_the_last_two_asked_back() {
    let mut owner = owner();
    let typed = |last| vec![Ready::Words("aardbei appel"), last];
    owner.ready = typed(Ready::LastWords);
    let said = owner.say(&["backup", "HOME/plan.age"]).well();
    assert!(said.err.contains("These are not the last two words"), "{said:?}");
    assert!(said.err.contains("Your six words stay the same"), "{said:?}");
    let words = six_words(&said.err);
    assert_eq!(words.len(), 6);
    assert!(words.iter().all(|word| !said.out.contains(word)), "a pipe would have kept them");
    assert!(owner.path("plan.age").is_file());
    assert!(owner.say(&["info"]).well().out.contains("Latest backup"));

    owner.ready = typed(Ready::Stop);
    let said = owner.say(&["backup", "HOME/other.age"]);
    refused(&said, Exit::Interrupted, "These words are worth nothing");
    assert!(!owner.path("other.age").exists());
    let actions = owner.say(&["--json", "info"]).well().json()["actions"].clone();
    assert_eq!(actions, 4, "a backup that was not made is not counted");
}

#[test]
fn a_backup_takes_no_others_place_and_leaves_no_words_behind() {
    let mut owner = with_backup();
    let words = fs::read_to_string(owner.path("words")).unwrap();
    for (path, bytes) in files(owner.home.path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(!name.starts_with('.'), "{name} was left behind");
        let holds = |word: &str| bytes.windows(word.len()).any(|at| at == word.as_bytes());
        let all = words.trim();
        assert!(name == "words" || !holds(all), "{name} holds the words");
    }
    let before = fs::read(owner.path("plan.age")).unwrap();
    let again = owner.say(&["backup", "HOME/plan.age", "--words-file", "HOME/other"]);
    refused(&again, Exit::AlreadyThere, "there already");
    let again = owner.say(&["backup", "HOME/new.age", "--words-file", "HOME/words"]);
    refused(&again, Exit::AlreadyThere, "there already");
    assert!(!owner.path("other").exists() && !owner.path("new.age").exists());
    assert_eq!(fs::read(owner.path("plan.age")).unwrap(), before);
    refused(&owner.say(&["backup", "HOME/new.age"]), Exit::Usage, "--words-file");
}

#[test]
fn without_a_plan_a_backup_becomes_a_new_one() {
    let mut owner = with_backup();
    let plan = owner.plan();
    let arguments = ["--vault", "HOME/again", "--passphrase-file", "HOME/new"];
    fs::write(owner.path("new"), format!("{NEW}\n")).unwrap();
    let restore = ["restore", "HOME/plan.age", "--words-file", "HOME/words"];
    let code = ["--recovery-file", "HOME/code2"];
    let said = owner.run(&[&arguments[..], &restore, &code].concat()).well();
    assert!(said.out.contains("3 answers and 1 person"), "{said:?}");
    let again = owner.run(&[&arguments[..], &["export", "-"]].concat()).well().out;
    assert_eq!(again, plan);
    // The past came along: what is taken back is a change from before the backup, and that is asked.
    let asked = owner.run(&[&arguments[..], &["undo"]].concat());
    refused(&asked, Exit::Usage, "does not take back forgetting");
    let history = owner.run(&[&arguments[..], &["undo", "--yes"]].concat()).well();
    assert!(history.out.contains("taken back"), "{history:?}");
    assert!(fs::read_to_string(owner.path("code2")).unwrap().trim().split('-').count() == 7);
}

#[test]
fn by_hand_the_words_are_typed_and_a_slip_is_pointed_at() {
    let mut owner = with_backup();
    let words = fs::read_to_string(owner.path("words")).unwrap();
    let words: &'static str = words.trim().to_owned().leak();
    let slip: &'static str = words.replacen(|_: char| true, "q", 1).leak();
    owner.ready = vec![
        Ready::Words(slip),
        Ready::Words(words),
        Ready::Words(NEW),
        Ready::Words(NEW),
        Ready::LastGroup,
    ];
    let said = owner.run(&["--vault", "HOME/again", "restore", "HOME/plan.age"]).well();
    assert!(said.err.contains("Word 1 is not in our list."), "{said:?}");
    assert!(owner.path("again").is_dir());
}

#[test]
fn into_a_plan_that_is_there_it_shows_numbers_and_undo_takes_it_back() {
    let mut owner = with_backup();
    owner.say(&["write", "c.first", "KANARIE"]).well();
    owner.say(&["person", "remove", "Ana", "--yes"]).well();
    let before = owner.plan();
    let restore = ["restore", "HOME/plan.age", "--words-file", "HOME/words"];
    refused(&owner.say(&restore), Exit::Usage, "--merge");
    assert_eq!(owner.plan(), before);

    owner.ready = vec![Ready::One(0)];
    let said = owner.say(&restore).well();
    assert!(said.out.contains("earlier version of this same plan"), "{said:?}");
    assert!(said.out.contains("0 new, 1 changed, 0 gone"), "{said:?}");
    assert!(said.out.contains("People: 1 new, 0 gone"), "{said:?}");
    assert!(!said.all().contains("KANARIE") && !said.all().contains("Sit with me"), "{said:?}");
    assert_eq!(owner.plan(), before, "leave it as it is");

    owner.say(&[&restore[..], &["--replace", "--yes"]].concat()).well();
    assert!(reads(&mut owner, "c.first").contains("Sit with me."));
    owner.say(&["undo"]).well();
    assert_eq!(owner.plan(), before);
    owner.say(&[&restore[..], &["--merge"]].concat()).well();
    assert!(reads(&mut owner, "c.first").contains("KANARIE"));
}

#[test]
fn what_a_merge_leaves_out_is_said_and_how_to_have_it_back() {
    let mut owner = with_backup();
    let restore = ["restore", "HOME/plan.age", "--words-file", "HOME/words"];
    let merge = [&restore[..], &["--merge"]].concat();
    assert!(!owner.say(&merge).well().out.contains("does not come along"));
    owner.say(&["write", "c.first", ""]).well();
    let before = owner.plan();
    let said = owner.say(&merge).well();
    let out = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = "1 answer from the backup does not come along, because you took it away later.";
    assert!(out.contains(sentence) && out.contains("replace your plan (--replace)"), "{out}");
    assert_eq!(owner.plan(), before);

    // With a person go the answers about them: a name and a kind.
    owner.say(&["person", "remove", "Ana", "--yes"]).well();
    let said = owner.say(&[&["--json"], &merge[..]].concat()).well();
    assert_eq!(said.json()["changes"]["left_out"], 3);
    let said = owner.say(&[&["--json"], &restore[..], &["--replace", "--yes"]].concat()).well();
    assert_eq!(said.json()["changes"]["left_out"], 0);
    assert!(reads(&mut owner, "c.first").contains("Sit with me."));
}

#[test]
fn a_bad_file_and_wrong_words_change_nothing() {
    let mut owner = with_backup();
    let before = files_but_guesses(&owner.path("plan"));
    fs::write(owner.path("others"), "aardbei appel banaan citer druif framboos\n").unwrap();
    fs::write(owner.path("five"), "aardbei appel banaan citer druif\n").unwrap();
    fs::write(owner.path("slip"), "aardbie appel banaan citer druif framboos\n").unwrap();
    let bytes = fs::read(owner.path("plan.age")).unwrap();
    fs::write(owner.path("short.age"), &bytes[..bytes.len() - 9]).unwrap();
    for (file, words, exit, sentence) in [
        ("plan.age", "others", Exit::WrongSecret, "These words do not open this backup."),
        ("plan.age", "five", Exit::WrongSecret, "A backup has six words. These are 5."),
        ("plan.age", "slip", Exit::WrongSecret, "Word 1 is not in our list."),
        ("short.age", "words", Exit::Damaged, "This backup is damaged."),
        ("passphrase", "words", Exit::Invalid, "not a backup"),
        ("none.age", "words", Exit::NotFound, "no such file"),
    ] {
        let (file, words) = (format!("HOME/{file}"), format!("HOME/{words}"));
        let said = owner.say(&["restore", &file, "--words-file", &words, "--replace", "--yes"]);
        refused(&said, exit, sentence);
        assert!(!said.err.contains("aardb"), "{said:?}");
    }
    assert!(files_but_guesses(&owner.path("plan")) == before, "the folder changed");
}

/// Spoils the record of this action, wherever it stands in the log, and every snapshot.
fn spoil(owner: &Owner, sequence: u64) {
    spoil_at(&owner.path("plan"), sequence);
}

fn spoil_at(plan: &Path, sequence: u64) {
    for (path, mut bytes) in files(plan) {
        let heads: Vec<_> = Record::heads_in(&bytes).collect();
        for (at, frame) in heads {
            if frame.place.sequence == sequence {
                bytes[at + 70] ^= 1;
            }
        }
        if path.parent().is_some_and(|folder| folder.ends_with("snapshots")) {
            bytes[60] ^= 1;
        }
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn a_damaged_plan_names_the_command_that_gets_it_back() {
    let mut owner = owner();
    owner.say(&["write", "a.call_name", "Robin"]).well();
    spoil(&owner, 3);
    refused(&owner.say(&["read"]), Exit::Damaged, "landvast salvage");
    refused(&owner.say(&["salvage"]), Exit::Usage, "--take-all");
    copy(&owner.path("plan"), &owner.path("copy"));

    owner.ready = vec![Ready::One(0)];
    let said = owner.say(&["salvage"]).well();
    assert!(said.out.contains("1 later change could not be found."), "{said:?}");
    assert!(said.out.contains("1 piece was taken back."), "{said:?}");
    assert!(said.err.contains("Robin") && !said.out.contains("Robin"), "to the screen alone");
    let read = reads(&mut owner, "a.call_name");
    assert!(read.contains("Robin") && read.contains("only you"), "{read}");
    assert!(owner.say(&["info"]).well().out.contains("put aside"));
    owner.ready = vec![Ready::Words("y")];
    owner.say(&["salvage", "--forget"]).well();
    assert!(!owner.say(&["info"]).well().out.contains("put aside"));

    let copied = ["--vault", "HOME/copy"];
    let by_code = ["salvage", "--recovery-file", "HOME/code", "--leave-all", "--json"];
    let said = owner.run(&[&copied[..], &by_code].concat()).well();
    assert_eq!((&said.json()["taken"], &said.json()["missing"]), (&0.into(), &1.into()));
}

#[test]
fn where_nothing_came_back_it_is_said_and_a_backup_is_named() {
    let mut owner = Owner::with_plan();
    owner.say(&["write", "c.first", "Sit with me."]).well();
    let sound = owner.say(&["salvage", "--leave-all"]).well();
    assert!(sound.out.contains("All your answers are back"), "{sound:?}");
    copy(&owner.path("plan"), &owner.path("copy"));
    spoil(&owner, 2);
    // Said the first time and every time after.
    for _ in 0..2 {
        let said = owner.say(&["salvage", "--leave-all"]).well();
        assert!(said.out.contains("No answer came back."), "{said:?}");
        assert!(said.out.replace('\n', " ").contains("restore FILE"), "{said:?}");
        assert!(said.out.contains("put aside"), "{said:?}");
    }
    // What salvage cannot help sends nobody back to salvage.
    spoil_at(&owner.path("copy"), 1);
    let common = ["--vault", "HOME/copy", "--passphrase-file", "HOME/passphrase"];
    let said = owner.run(&[&common[..], &["salvage", "--leave-all"]].concat());
    assert_eq!(said.exit, Exit::Damaged, "{said:?}");
    let told = said.err.replace('\n', " ");
    assert!(!told.contains("landvast salvage") && told.contains("restore FILE"), "{said:?}");
}

#[test]
fn a_loose_piece_waits_until_its_owner_decides() {
    let mut owner = owner();
    owner.say(&["write", "a.call_name", "Robin"]).well();
    owner.say(&["write", "c.do", "Wait"]).well();
    owner.say(&["person", "add", "Bo"]).well();
    spoil(&owner, 3);
    let said = owner.say(&["salvage", "--leave-all"]).well();
    assert!(said.out.contains("3 pieces wait for you."), "{said:?}");

    // Another day: take the first, not the second, and leave the third.
    owner.say(&["write", "a.call_name", "Not Robin"]).well();
    owner.ready = vec![Ready::One(0), Ready::One(2), Ready::One(1)];
    let said = owner.say(&["salvage"]).well();
    assert!(said.err.contains("Robin") && said.err.contains("Wait"), "{said:?}");
    assert!(said.out.contains("1 piece was taken back."), "{said:?}");
    assert!(said.out.contains("1 piece waits for you."), "{said:?}");
    assert!(reads(&mut owner, "a.call_name").contains("Robin"));
    assert!(!reads(&mut owner, "c.do").contains("Wait"));

    // Only what was left is offered again, and somebody comes back with their name.
    let said = owner.say(&["--json", "salvage", "--take-all"]).well().json();
    assert_eq!((&said["taken"], &said["left"]), (&1.into(), &0.into()), "{said}");
    assert!(owner.say(&["person", "list"]).well().out.contains("Bo"));
    let said = owner.say(&["--json", "salvage", "--take-all"]).well().json();
    assert_eq!((&said["taken"], &said["left"]), (&0.into(), &0.into()), "{said}");
    // Whoever decided against it finds it among the earlier wordings.
    assert!(owner.say(&["history", "c.do"]).well().out.contains("Wait"));
}

#[test]
fn a_new_recovery_code_counts_once_it_was_given_back() {
    let mut owner = owner();
    owner.ready = vec![Ready::Stop];
    let said = owner.say(&["recovery", "--new"]);
    refused(&said, Exit::Interrupted, "Your old recovery code still works.");
    assert_eq!(owner.say(&["recovery"]).exit, Exit::Usage);
    owner.say(&["recovery", "--new", "--recovery-file", "HOME/code2"]).well();
    let recover = |code: &'static str| {
        ["recover", "--recovery-file", code, "--new-passphrase-file", "HOME/passphrase"]
    };
    assert_eq!(owner.say(&recover("HOME/code")).exit, Exit::WrongSecret);
    owner.say(&recover("HOME/code2")).well();
}

#[test]
fn a_new_code_that_may_count_already_is_not_thrown_away() {
    let mut owner = owner();
    // The second copy of the header cannot be written.
    let in_the_way = owner.path("plan/header.2.new");
    fs::create_dir(&in_the_way).unwrap();
    let said = owner.say(&["recovery", "--new", "--recovery-file", "HOME/code2"]);
    refused(&said, Exit::Refused, "Perhaps the old keys open it, perhaps the new ones.");
    assert!(owner.path("code2").is_file());
    fs::remove_dir(&in_the_way).unwrap();
    let opens = ["code", "code2"].map(|code| {
        let code = format!("HOME/{code}");
        let recover = ["recover", "--recovery-file", &code];
        let new = ["--new-passphrase-file", "HOME/passphrase"];
        owner.say(&[&recover[..], &new].concat()).exit == Exit::Done
    });
    assert!(opens.contains(&true), "{opens:?}");
}

#[test]
fn when_somebody_saw_a_secret_everything_is_locked_anew() {
    let mut owner = with_backup();
    let plan = owner.plan();
    fs::write(owner.path("new"), format!("{NEW}\n")).unwrap();
    let renew = ["renew", "--new-passphrase-file", "HOME/new", "--recovery-file", "HOME/code2"];
    let said = owner.say(&renew).well();
    assert!(said.out.contains("your backup of 1 March 2026"), "{said:?}");
    assert_eq!(owner.say(&["read"]).exit, Exit::WrongSecret);
    let now = ["--vault", "HOME/plan", "--passphrase-file", "HOME/new", "export", "-"];
    assert_eq!(owner.run(&now).well().out, plan);
}

#[test]
fn earlier_versions_of_an_answer_go_for_good() {
    let mut owner = with_backup();
    owner.say(&["write", "c.first", "Sit, please."]).well();
    assert!(owner.say(&["history", "c.first"]).well().out.contains("Sit with me."));
    let forget = ["forget", "c.first", "--recovery-file", "HOME/code2"];
    refused(&owner.say(&forget), Exit::Usage, "--yes");
    assert!(!owner.path("code2").exists());
    owner.ready = vec![Ready::Words("n")];
    assert!(owner.say(&forget).well().out.contains("Nothing was changed."));
    let said = owner.say(&[&forget[..], &["--yes"]].concat()).well();
    assert!(said.out.contains("your backup of 1 March 2026"), "{said:?}");
    let history = owner.say(&["history", "c.first"]).well().out;
    assert!(history.contains("Sit, please.") && !history.contains("Sit with me."), "{history}");
    let nothing = ["forget", "b.felt", "--yes", "--recovery-file", "HOME/code3"];
    refused(&owner.say(&nothing), Exit::NotFound, "not here");
    assert!(!owner.path("code3").exists());
}

#[test]
fn a_plan_is_erased_after_its_owner_typed_the_sentence() {
    let mut owner = with_backup();
    refused(&owner.say(&["erase"]), Exit::Usage, "screen");
    let plan = owner.plan();
    owner.ready = vec![Ready::Words("yes"), Ready::Words("erase"), Ready::Words("")];
    refused(&owner.say(&["erase"]), Exit::WrongSecret, "Nothing was erased.");
    assert_eq!(owner.plan(), plan);
    owner.ready = vec![Ready::Words(PASSPHRASE), Ready::Words("Erase my plan for good.")];
    let said = owner.type_for(&["erase"]).well();
    assert!(said.out.contains("your backup of 1 March 2026"), "{said:?}");
    assert!(!owner.path("plan").exists());
    assert_eq!(fs::read_dir(owner.path("state")).unwrap().count(), 0);
    assert_eq!(owner.say(&["read"]).exit, Exit::NotFound);
}
