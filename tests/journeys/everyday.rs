//! What everybody does: write, read, lock, unlock, print, take back, change the passphrase.

use landvast::{
    Agreement, Agrees, Audience, CardOptions, Draft, Format, Keeper, Known, Language, Missing,
    Notice, PaperOptions, Place, PlanError, PlanState, Section, Value, What,
};
use landvast_tests::device::device_set_back;
use landvast_tests::folder::copy;
use landvast_tests::owner::{new_passphrase, passphrase};
use landvast_tests::{Owner, example};

use crate::pdf;

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn shown(keeper: &Keeper, id: &str) -> Option<String> {
    keeper.read(Place::Plan, id).unwrap().answer.map(|answer| answer.shown)
}

#[test]
fn a_person_writes_locks_unlocks_prints_undoes_and_recovers() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    keeper.write(Place::Plan, "a.call_name", text("Noor")).unwrap();
    keeper.write(Place::Plan, "c.first", text("Ga rustig naast me zitten.")).unwrap();
    let ana = keeper
        .add_person(
            "Ana",
            &[("d.phones".to_owned(), Value::Phones(vec!["06 12345678".to_owned()]))],
        )
        .unwrap();
    keeper.lock().unwrap();

    let mut keeper = owner.opens().unwrap();
    assert_eq!(keeper.notices(), []);
    assert_eq!(shown(&keeper, "c.first").as_deref(), Some("Ga rustig naast me zitten."));
    assert_eq!(keeper.person(ana).unwrap().name, "Ana");

    let card = pdf::everything_in(&keeper.card(&CardOptions::default()).unwrap().files.concat());
    assert!(card.text.contains("Noor") && card.text.contains("Ga rustig naast me zitten."));
    assert!(!card.text.contains("Ana"), "nobody stands on the card who was not asked");

    let said_yes = keeper.read_typed(
        Place::Person(ana),
        "d.agreed",
        &["yes".to_owned(), "2026-10-06".to_owned()],
    );
    keeper.write(Place::Person(ana), "d.agreed", said_yes.unwrap()).unwrap();
    keeper.write(Place::Person(ana), "d.number_on_card", Value::Choice("yes".to_owned())).unwrap();
    let paper = keeper.card(&CardOptions::default()).unwrap();
    let card = pdf::everything_in(&paper.files.concat());
    assert!(card.text.contains("Ana") && card.holds("tel:+31612345678"));
    assert_eq!(paper.version, 2);

    keeper.write(Place::Plan, "c.first", text("Bel meteen 112.")).unwrap();
    keeper.undo().unwrap();
    assert_eq!(shown(&keeper, "c.first").as_deref(), Some("Ga rustig naast me zitten."));
    keeper.lock().unwrap();

    let keeper = owner.recovers("drie droge duinen").unwrap();
    assert_eq!(shown(&keeper, "a.call_name").as_deref(), Some("Noor"));
    keeper.lock().unwrap();
    assert_eq!(owner.opens().err(), Some(PlanError::WrongSecret));
    owner.opens_with("drie droge duinen").unwrap().lock().unwrap();
}

#[test]
fn what_was_written_is_there_even_if_nobody_locked() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("noor.nl"));
    keeper.write(Place::Plan, "c.first", text("Zet thee.")).unwrap();
    let book = keeper.book().clone();
    drop(keeper);
    assert_eq!(owner.opens().unwrap().book(), &book);
}

#[test]
fn the_example_goes_in_and_comes_out_the_same() {
    let owner = Owner::new();
    let keeper = owner.begins_from(&example::text("noor.nl"));
    let exported = keeper.export();
    let other = Owner::new();
    let again = other.begins_from(&exported);
    assert_eq!(again.export(), exported);
    assert_eq!(again.info().answers, keeper.info().answers);
    assert!(keeper.info().answers > 100, "a whole plan");
}

#[test]
fn an_undo_takes_back_one_thing_that_was_done_and_history_keeps_it() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    assert_eq!(keeper.undo(), Err(PlanError::NotFound { what: Missing::Undo }));
    keeper.write(Place::Plan, "c.first", text("Zet thee.")).unwrap();
    keeper.import(&example::text("half.nl")).unwrap();
    let before = keeper.export();
    keeper.import(&example::text("noor.nl")).unwrap();
    assert_ne!(keeper.export(), before);
    // One file is one thing.
    assert!(keeper.undo().unwrap().changes.len() > 50);
    assert_eq!(keeper.export(), before);
    let wordings = keeper.history(Place::Plan, "c.first").unwrap();
    assert!(
        wordings
            .iter()
            .any(|version| version.shown.as_deref().is_some_and(|s| s.starts_with("Ga rustig")))
    );
    keeper.undo().unwrap();
    assert_eq!(shown(&keeper, "c.first").as_deref(), Some("Zet thee."));
    keeper.undo().unwrap();
    assert_eq!(shown(&keeper, "c.first"), None);
    assert_eq!(keeper.undo(), Err(PlanError::NotFound { what: Missing::Undo }));
}

#[test]
fn an_undo_after_printing_takes_back_the_words_and_goes_on_from_there() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    keeper.write(Place::Plan, "a.call_name", text("Noor")).unwrap();
    keeper.write(Place::Plan, "c.first", text("Zet thee.")).unwrap();
    keeper.card(&CardOptions::default()).unwrap();
    keeper.undo().unwrap();
    assert_eq!(shown(&keeper, "c.first"), None);
    keeper.undo().unwrap();
    assert_eq!((shown(&keeper, "c.first"), shown(&keeper, "a.call_name")), (None, None));
}

#[test]
fn a_new_passphrase_opens_the_old_one_does_not_and_an_older_copy_stays_as_it_was() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("half.nl"));
    let (book, cost) = (keeper.book().clone(), owner.opening().cost);
    copy(&owner.vault(), &owner.home().join("copy"));
    keeper.set_passphrase(&new_passphrase("drie droge duinen"), cost).unwrap();
    // Said without locking: it counts already.
    drop(keeper);
    assert_eq!(owner.opens().err(), Some(PlanError::WrongSecret));
    assert_eq!(owner.opens_with("drie droge duinen").unwrap().book(), &book);
    let older = landvast::Opening { vault: owner.home().join("copy"), ..owner.opening() };
    Keeper::open(&older, &passphrase(landvast_tests::owner::PASSPHRASE)).unwrap().lock().unwrap();
}

#[test]
fn the_recovery_code_never_waits_and_stays_what_it_was() {
    let owner = Owner::new();
    owner.begins().lock().unwrap();
    for _ in 0..3 {
        assert_eq!(owner.opens_with("iets anders").err(), Some(PlanError::WrongSecret));
    }
    assert!(matches!(owner.opens().err(), Some(PlanError::Wait { seconds: 1..=2 })));
    owner.recovers("drie droge duinen").unwrap().lock().unwrap();
    owner.opens_with("drie droge duinen").unwrap().lock().unwrap();
    owner.recovers("vier vale vossen").unwrap().lock().unwrap();
    owner.opens_with("vier vale vossen").unwrap().lock().unwrap();
}

#[test]
fn a_clock_that_was_set_back_changes_neither_the_order_nor_the_words() {
    let mut owner = Owner::new();
    let mut keeper = owner.begins();
    keeper.write(Place::Plan, "c.first", text("Zet thee.")).unwrap();
    assert_eq!(keeper.card(&CardOptions::default()).unwrap().version, 1);
    keeper.lock().unwrap();

    owner.device = device_set_back();
    let mut keeper = owner.opens().unwrap();
    assert_eq!(keeper.notices(), []);
    assert_eq!(keeper.card(&CardOptions::default()).unwrap().version, 1, "the same words");
    keeper.write(Place::Plan, "c.first", text("Bel Ana.")).unwrap();
    assert_eq!(keeper.card(&CardOptions::default()).unwrap().version, 2);
    let wordings = keeper.history(Place::Plan, "c.first").unwrap();
    let said: Vec<_> = wordings.iter().filter_map(|version| version.shown.clone()).collect();
    assert_eq!(said, ["Zet thee.", "Bel Ana."]);
    assert!(wordings[0].at > wordings[1].at, "the clock said so");
    keeper.undo().unwrap();
    assert_eq!(shown(&keeper, "c.first").as_deref(), Some("Zet thee."));
    keeper.lock().unwrap();
    assert_eq!(shown(&owner.opens().unwrap(), "c.first").as_deref(), Some("Zet thee."));
}

#[test]
fn a_card_can_always_be_made_and_is_the_same_each_time() {
    for name in ["half.nl", "noor.nl", "overfull.nl", "robin.en"] {
        let owner = Owner::new();
        let mut keeper = owner.begins_from(&example::text(name));
        let options = CardOptions { second_language: Some(Language::En), ..CardOptions::default() };
        let first = keeper.card(&options).unwrap();
        let actions = keeper.sequence();
        assert_eq!(keeper.card(&options).unwrap(), first, "{name}");
        assert_eq!(keeper.sequence(), actions, "{name}: the same card is no new version");
        let picture = keeper.card(&CardOptions { format: Format::Png, ..options }).unwrap();
        assert_eq!((picture.version, picture.code), (first.version, first.code), "{name}");
    }
    let empty = Owner::new().begins().card(&CardOptions::default()).unwrap();
    assert!(empty.files.concat().starts_with(b"%PDF"));
}

#[test]
fn who_may_see_an_answer_is_changed_without_writing_it_anew() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    keeper.write(Place::Plan, "c.tools", text("Mijn rode tas.")).unwrap();
    let on_card =
        |keeper: &Keeper| keeper.read(Place::Plan, "c.tools").unwrap().answer.unwrap().on_card;
    assert!(!on_card(&keeper));
    let audience = |audience| Draft { audience: Some(audience), ..Draft::default() };
    keeper.revise(Place::Plan, "c.tools", audience(Some(Audience::anyone()))).unwrap();
    assert!(on_card(&keeper));
    assert_eq!(shown(&keeper, "c.tools").as_deref(), Some("Mijn rode tas."));
    keeper.revise(Place::Plan, "c.tools", audience(None)).unwrap();
    assert!(!on_card(&keeper));
}

#[test]
fn a_person_who_is_taken_out_is_gone_from_the_card_at_once() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("noor.nl"));
    let ana = keeper.find_person("ana").unwrap();
    let card = |keeper: &mut Keeper| {
        pdf::everything_in(&keeper.card(&CardOptions::default()).unwrap().files.concat())
    };
    assert!(card(&mut keeper).holds("tel:+31612345678"));
    keeper.remove_person(ana).unwrap();
    assert!(!card(&mut keeper).holds("tel:+31612345678"));
    assert_eq!(keeper.remove_person(ana), Err(PlanError::NotFound { what: Missing::Person }));
    assert_eq!(
        keeper.write(Place::Person(ana), "d.name", text("Ana")),
        Err(PlanError::NotFound { what: Missing::Person })
    );
}

#[test]
fn an_unfinished_plan_is_no_error_but_a_list_of_things_that_would_help() {
    let owner = Owner::new();
    let keeper = owner.begins();
    let found: Vec<String> = keeper.check().into_iter().map(|finding| finding.id).collect();
    assert!(found.contains(&What::NoOneToCall.id().to_owned()), "{found:?}");
    assert!(keeper.check().iter().all(|finding| !finding.sentence.is_empty()));
    assert_eq!(keeper.info().state, PlanState::Asleep);
    assert!(keeper.section(Place::Plan, Section::C).unwrap().fields.len() > 5);
}

#[test]
fn an_old_vault_put_back_is_told_and_never_refused() {
    let mut owner = Owner::new();
    let mut keeper = owner.begins();
    keeper.write(Place::Plan, "c.first", text("Zet thee.")).unwrap();
    let known = keeper.known();
    owner.known = Some(Known { sequence: known.sequence + 5, ..known });
    keeper.lock().unwrap();
    let keeper = owner.opens().unwrap();
    assert_eq!(keeper.notices(), [Notice::OlderThanKnown]);
    assert_eq!(shown(&keeper, "c.first").as_deref(), Some("Zet thee."));
}

#[test]
fn the_lock_from_before_a_new_passphrase_is_told_and_never_refused() {
    let mut owner = Owner::new();
    let mut keeper = owner.begins();
    let header = |copy| owner.vault().join(copy);
    let copies = ["header", "header.2"];
    let old = copies.map(|copy| std::fs::read(header(copy)).unwrap());
    keeper
        .set_passphrase(&new_passphrase("een nieuwe zin voor mij"), owner.opening().cost)
        .unwrap();
    let known = keeper.known();
    keeper.lock().unwrap();
    for (copy, bytes) in copies.into_iter().zip(old) {
        std::fs::write(header(copy), bytes).unwrap();
    }
    // The plan's own folder tells it, and what the device kept would too.
    for known in [None, Some(known)] {
        owner.known = known;
        let keeper = owner.opens().unwrap();
        assert_eq!(keeper.notices(), [Notice::HeaderOlderThanKnown]);
        keeper.lock().unwrap();
    }
}

#[test]
fn a_sheet_for_somebody_who_said_no_is_made_and_says_so_to_the_owner() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    let agreed =
        Value::Agreement(Agreement { on: "2026-03-01".parse().unwrap(), answer: Agrees::No });
    let karim = keeper.add_person("Karim", &[("d.agreed".to_owned(), agreed)]).unwrap();
    let paper = keeper.sheet(karim, &PaperOptions::default()).unwrap();
    assert_eq!(paper.findings[0].id, "said-no");
    assert!(paper.findings[0].sentence.contains("Karim"));
}

#[test]
fn an_owners_plan_says_what_it_leaves_out_until_that_is_ticked() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    keeper.write(Place::Plan, "f.substances", text("Bier op vrijdag.")).unwrap();
    let options = PaperOptions::default();
    let left_out = |paper: &landvast::PaperFile| {
        let found = paper.findings.iter().filter(|finding| finding.id == "left-out");
        found.map(|finding| finding.field.clone()).collect::<Vec<_>>()
    };
    let paper = keeper.plan(None, &[], &options).unwrap();
    assert_eq!(left_out(&paper), ["f.substances"]);
    let paper = keeper.plan(None, &["f.substances".to_owned()], &options).unwrap();
    assert!(left_out(&paper).is_empty());
}

#[test]
fn a_minor_gets_a_sheet_and_no_other_paper() {
    let owner = Owner::new();
    let mut keeper = owner.begins();
    let minor = ("d.minor".to_owned(), Value::Choice("yes".to_owned()));
    let tijn = keeper.add_person("Tijn", &[minor]).unwrap();
    let options = PaperOptions::default();
    keeper.sheet(tijn, &options).unwrap();
    for refused in [
        keeper.plan(Some(tijn), &[], &options),
        keeper.wishes(Some(tijn), &[], &options),
        keeper.agreements(Some(tijn), &[], &options),
    ] {
        assert!(matches!(refused, Err(PlanError::WrongReader { .. })));
    }
}
