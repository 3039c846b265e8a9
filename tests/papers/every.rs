//! Every paper of every plan, in each language: made through the one door, left for the judges of
//! PDF/UA-1 and PDF/A-2a, and read for what it must say and must not.

use landvast::{
    Blank, CardLayout, CardOptions, Format, Keeper, Language, PaperFile, PaperOptions, PersonId,
};
use landvast_tests::Owner;

use crate::card::{NOOR, PLANS};
use crate::carried::leave;

/// The other cards, beside the fold-out one, which has a file of its own.
const CARDS: [(CardLayout, &str); 2] = [(CardLayout::Mini, "mini"), (CardLayout::Screen, "screen")];

/// Every form that can be written on by hand.
const FORMS: [(Blank, &str); 6] = [
    (Blank::Card, "card"),
    (Blank::Mini, "mini"),
    (Blank::Sheet, "sheet"),
    (Blank::Plan, "plan"),
    (Blank::Wishes, "wishes"),
    (Blank::Agreements, "agreements"),
];

/// Of so many people each has a paper of their own here: one of every kind is among them.
const MOST_PEOPLE: usize = 14;

fn pdf(language: Language) -> PaperOptions {
    PaperOptions { language: Some(language), format: Format::Pdf }
}

/// A paper of each kind for each of its readers, by name.
fn papers(keeper: &mut Keeper, language: Language) -> Vec<(String, PaperFile)> {
    let mut made = Vec::new();
    for (layout, name) in CARDS {
        let options = CardOptions { layout, language: Some(language), ..CardOptions::default() };
        made.push((name.to_owned(), keeper.card(&options).unwrap()));
    }
    for (number, person) in people(keeper).into_iter().enumerate().take(MOST_PEOPLE) {
        // A sheet is for a next of kin, a plan for a professional; each refuses the other.
        let (name, paper) = match keeper.sheet(person, &pdf(language)) {
            Ok(sheet) => ("sheet", sheet),
            Err(_) => ("plan-for", keeper.plan(Some(person), &[], &pdf(language)).unwrap()),
        };
        made.push((format!("{name}-{number}"), paper));
        if name == "plan-for" {
            let wishes = keeper.wishes(Some(person), &[], &pdf(language)).unwrap();
            made.push((format!("wishes-for-{number}"), wishes));
        }
    }
    made.push(("plan".to_owned(), keeper.plan(None, &[], &pdf(language)).unwrap()));
    made.push(("wishes".to_owned(), keeper.wishes(None, &[], &pdf(language)).unwrap()));
    made.push(("agreements".to_owned(), keeper.agreements(None, &[], &pdf(language)).unwrap()));
    made
}

fn people(keeper: &Keeper) -> Vec<PersonId> {
    keeper.book().people.iter().map(|person| person.id).collect()
}

#[test]
fn every_plan_becomes_every_paper_in_each_language() {
    for (plan, json) in PLANS {
        let owner = Owner::new();
        let mut keeper = owner.begins_from(json);
        for language in Language::ALL {
            for (name, paper) in papers(&mut keeper, language) {
                let name = format!("{plan}.{}.{name}", language.tag());
                let [file] = paper.files.as_slice() else { panic!("{name}: not one file") };
                assert!(file.starts_with(b"%PDF-1.7"), "{name}");
                assert_eq!(paper.version, 1, "{name}: other fixed words are no new version");
                leave(&format!("{name}.pdf"), file);
            }
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(NOOR);
    let made = papers(&mut keeper, Language::Nl);
    for ((name, paper), (_, second)) in made.iter().zip(papers(&mut keeper, Language::Nl)) {
        assert!(*paper == second, "{name}");
    }
}

#[test]
fn every_form_for_a_pen_is_there_in_each_language() {
    let owner = Owner::new();
    let keeper = owner.begins();
    let before = keeper.sequence();
    for language in Language::ALL {
        for (form, name) in FORMS {
            let files = keeper.blank(form, &pdf(language)).unwrap();
            leave(&format!("blank.{}.{name}.pdf", language.tag()), &files.concat());
        }
    }
    assert_eq!(keeper.sequence(), before, "a form is no version");
}

#[test]
fn a_picture_has_a_file_for_each_page() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(NOOR);
    let options = PaperOptions { format: Format::Png, ..PaperOptions::default() };
    let pictures = keeper.wishes(None, &[], &options).unwrap();
    assert!(pictures.files.iter().all(|file| file.starts_with(b"\x89PNG")));
    let paper = keeper.wishes(None, &[], &PaperOptions::default()).unwrap();
    let pages = lopdf::Document::load_mem(&paper.files.concat()).unwrap().get_pages().len();
    assert_eq!(pictures.files.len(), pages);
    assert_eq!((pictures.version, pictures.code), (paper.version, paper.code));
}

#[test]
fn versions_count_for_each_reader_and_paper_alone() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(NOOR);
    let options = PaperOptions::default();
    let first = keeper.card(&CardOptions::default()).unwrap();
    let sister = people(&keeper)[0];
    keeper.sheet(sister, &options).unwrap();
    // Only she sees it, so only her sheet is a new one.
    let value = landvast::Value::Text("Ik ben blij dat jij er bent.".to_owned());
    keeper.write(landvast::Place::Person(sister), "d.own_message", value).unwrap();
    assert_eq!(keeper.sheet(sister, &options).unwrap().version, 2);
    let again = keeper.card(&CardOptions::default()).unwrap();
    assert_eq!((again.version, again.code), (first.version, first.code));
    let small =
        keeper.card(&CardOptions { layout: CardLayout::Mini, ..CardOptions::default() }).unwrap();
    assert_eq!((small.version, small.code), (first.version, first.code), "one card, three forms");
}
