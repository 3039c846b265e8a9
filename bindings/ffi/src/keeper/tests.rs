use landvast::{CardLayout, Fault, Field, KdfCost, Kind, Missing, Part, Problem, Table};
use tempfile::TempDir;
use uniffi::{Lift, Lower};

use super::*;
use crate::{UniFfiTag, fault::last_fault};

/// Words of the field that only the table of this test has.
const WORDS: &str = "field-c-pet = Mijn kat\n    .question = Mag de kat erbij?\n\
                     choice-c-pet-yes = Ja, graag\nchoice-c-pet-no = Liever niet\n";

/// A new plan whose table has one field more than the product's.
fn keeper(folder: &TempDir) -> Keeper {
    let pet = vec![Field::of_plan("c.pet", Section::C, Kind::Choice(&["yes", "no"]))];
    let mut parts = TABLE.parts().to_vec();
    parts.push(pet.leak());
    // Moments cross to the millisecond.
    let device = Device { now: || "2026-03-01T10:00:00Z".parse().unwrap(), ..Device::this() };
    let opening = landvast::Opening {
        cost: KdfCost::FLOOR,
        table: Table::new(parts.leak()),
        extra_words: WORDS,
        ..landvast::Opening::new(folder.path().join("plan"), device)
    };
    let passphrase = read_new_passphrase(b"zeven zachte zeeslangen".to_vec()).unwrap();
    let code = landvast::make_recovery_code(&Device::this()).unwrap();
    landvast::Keeper::create(&opening, Language::Nl, &passphrase, &code).unwrap().into()
}

/// What the other side of the binding gets, handed back.
fn crossed<T: Lower<UniFfiTag> + Lift<UniFfiTag>>(value: T) -> T {
    let lowered = <T as Lower<UniFfiTag>>::lower_into_rust_buffer(value);
    <T as Lift<UniFfiTag>>::try_lift_from_rust_buffer(lowered).unwrap()
}

#[test]
fn a_field_more_reaches_the_apps_without_a_change_here() {
    let folder = TempDir::new().unwrap();
    let keeper = keeper(&folder);
    let value = crossed(Value::Choice("yes".to_owned()));
    keeper.write(Place::Plan, "c.pet", value.clone()).unwrap();

    let section = crossed(keeper.section(Place::Plan, Section::C).unwrap());
    let field = section.fields.iter().find(|field| field.spec.id == "c.pet").unwrap();
    assert_eq!(field.spec.question, "Mag de kat erbij?");
    assert_eq!(field.spec.choices.first().unwrap().label, "Ja, graag");
    assert_eq!(field.answer.as_ref().unwrap().value, value);
    let specs = crossed(keeper.fields().unwrap());
    assert!(specs.iter().any(|spec| spec.id == "c.pet"));
}

#[test]
fn every_view_crosses_unchanged() {
    let folder = TempDir::new().unwrap();
    let keeper = keeper(&folder);
    let ana = keeper.add_person("Ana", Vec::new()).unwrap();
    let cell = |id: &str, value| (id.to_owned(), value);
    let gp = [
        cell("name", Value::Text("De Kade".to_owned())),
        cell("hours", Value::Hours("mo-fr 9-17".parse().unwrap())),
    ];
    let gp = vec![landvast::Row { id: make_row_id().unwrap(), cells: gp.into() }];
    keeper.write(Place::Plan, "e.gp", Value::Rows(gp)).unwrap();
    let may_know = Value::Sections([Section::A, Section::C].into());
    keeper.write(Place::Person(ana), "d.may_know", may_know).unwrap();

    for section in Section::ALL {
        let view = keeper.section(Place::Plan, section).unwrap();
        assert_eq!(crossed(view.clone()), view, "{section}");
    }
    let people = keeper.people().unwrap();
    assert_eq!(crossed(people.clone()), people);
    let steps = keeper.session().unwrap();
    assert!(steps.len() > 8);
    assert_eq!(crossed(steps.clone()), steps);
    let options = PaperOptions { language: None, format: Format::Pdf };
    keeper.sheet(ana, options).unwrap();
    let copy = keeper.give_copy(ana, PaperKind::Sheet, Form::Paper).unwrap();
    assert_eq!(crossed(copy), copy);
    keeper.copy_back(copy).unwrap();
    let copies = keeper.copies().unwrap();
    assert_eq!(crossed(copies.clone()), copies);
    let findings = keeper.check().unwrap();
    assert!(!findings.is_empty());
    assert_eq!(crossed(findings.clone()), findings);
}

#[test]
fn every_paper_is_made_for_its_reader() {
    let folder = TempDir::new().unwrap();
    let keeper = keeper(&folder);
    let ana = keeper.add_person("Ana", Vec::new()).unwrap();
    let options = PaperOptions { language: None, format: Format::Pdf };
    let card = CardOptions { layout: CardLayout::Screen, ..CardOptions::default() };
    for paper in [
        keeper.card(card),
        keeper.sheet(ana, options),
        keeper.plan(None, &[], options),
        keeper.wishes(None, &[], options),
        keeper.agreements(Some(ana), &[], options),
    ] {
        let paper = crossed(paper.unwrap());
        assert_eq!((paper.files.len(), paper.version), (1, 1));
    }
    let refused = keeper.plan(Some(ana), &[], options).unwrap_err();
    assert_eq!(refused, PlanError::WrongReader { paper: PaperKind::Plan });
    let pictures = PaperOptions { format: Format::Png, ..options };
    let forms = keeper.blank(Blank::Mini, pictures).unwrap();
    assert!(!forms.is_empty() && forms.iter().all(|form| form.starts_with(b"\x89PNG")));
    assert_eq!(blank_form(Blank::Plan, Language::Nl, Format::Pdf).unwrap().len(), 1);
}

#[test]
fn a_locked_plan_answers_nothing() {
    let folder = TempDir::new().unwrap();
    let keeper = keeper(&folder);
    keeper.lock().unwrap();
    assert_eq!(keeper.fields().unwrap_err(), PlanError::Locked);
    assert_eq!(keeper.lock().unwrap_err(), PlanError::Locked);
}

/// The only test that panics on purpose: the place of the newest panic is one for the program.
#[test]
fn after_a_fault_of_the_program_the_plan_is_open_and_only_the_place_was_kept() {
    let folder = TempDir::new().unwrap();
    let keeper = keeper(&folder);
    let done: Result<(), _> = keeper.with(|_| panic!("words of the owner"));
    assert_eq!(done, Err(PlanError::Internal));
    let kept = last_fault().unwrap().unwrap();
    assert!(kept.starts_with("tests.rs:"), "{kept}");
    assert!(!kept.contains("owner"), "{kept}");
    keeper.write(Place::Plan, "c.pet", Value::Choice("no".to_owned())).unwrap();
}

#[test]
fn a_code_that_is_no_text_opens_nothing() {
    assert_eq!(read_code(vec![0xFF, 0xFE]).unwrap_err(), PlanError::WrongSecret);
}

/// A fault that names what is wanted.
fn wrong(wanted: &'static str) -> PlanError {
    let fault = Fault { at: "f.meds".to_owned(), problem: Problem::WrongKind { wanted } };
    PlanError::Invalid { faults: vec![fault] }
}

#[test]
fn names_that_errors_carry_come_back_as_they_were() {
    for error in [
        PlanError::Damaged { part: Part::Header },
        PlanError::NotFound { what: Missing::Vault },
        PlanError::Wait { seconds: 8 },
        PlanError::WeakPassphrase { shortest: 8 },
        PlanError::WrongReader { paper: PaperKind::Sheet },
        wrong("rows"),
        wrong("passphrase"),
    ] {
        assert_eq!(crossed(error.clone()), error);
    }
}

#[test]
fn every_notice_reaches_the_apps_as_itself() {
    for notice in [
        Notice::OlderThanKnown,
        Notice::HeaderOlderThanKnown,
        Notice::HeaderDamaged,
        Notice::HeaderNotMended,
        Notice::SnapshotDamaged,
        Notice::MarkDamaged,
    ] {
        assert_eq!(crossed(notice), notice);
    }
}
