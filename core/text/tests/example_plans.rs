//! The example plans are read without a fault, and say what they were written to say.

use chrono::NaiveDate;
use landvast_model::excerpt::{Content, Excerpted, Request, excerpt};
use landvast_model::exchange::import;
use landvast_model::finding::{self, Weight, What};
use landvast_model::{Action, Book, Excerpt, Finding, Panel, Person, Place, TABLE};
use landvast_text::{Words, check};

const NOOR: &str = include_str!("../../../tests/examples/noor.nl.json");
const ROBIN: &str = include_str!("../../../tests/examples/robin.en.json");
const HALF: &str = include_str!("../../../tests/examples/half.nl.json");
const OVERFULL: &str = include_str!("../../../tests/examples/overfull.nl.json");

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn book(file: &str) -> Book {
    let mut last = 0;
    let mut new_id = || {
        last += 1;
        last
    };
    let mut book = Book::default();
    let ops = import(&TABLE, &book, file, &mut new_id).unwrap_or_else(|faults| {
        panic!("{faults:?}");
    });
    let at = "2026-11-22T10:00:00Z".parse().expect("a time");
    book.apply(&Action { seq: 1, at, ops, undoes: None });
    book
}

/// What anybody who finds the card may read.
fn card(book: &Book) -> Excerpt {
    excerpt(book, &TABLE, &Request::card(), today())
}

fn findings(book: &Book) -> Vec<Finding> {
    let mut found = finding::check(book, &TABLE, today());
    found.extend(check::phones(book, &TABLE));
    found
}

/// What the owner would read about the plan.
fn said(book: &Book, findings: &[Finding]) -> Vec<String> {
    let words = Words::new(book.language);
    let said = |finding: &Finding| {
        let field = finding.field.as_deref().and_then(|id| TABLE.field(id));
        let name = match finding.place {
            Place::Person(id) => book.person(id).map(Person::name),
            Place::Plan => None,
        };
        words.finding(&finding.what, field, name.unwrap_or_default())
    };
    findings.iter().map(said).collect()
}

/// The characters that the answers on a panel have together.
fn panel_chars(card: &Excerpt, panel: Panel) -> usize {
    card.entries
        .iter()
        .filter(|entry| entry.field.place.is_some_and(|place| place.panel == panel))
        .map(|entry| match &entry.content {
            Content::Answer(value) => value.texts().concat().chars().count(),
            _ => 0,
        })
        .sum()
}

#[test]
fn a_finished_plan_is_one_that_somebody_would_carry() {
    for file in [NOOR, ROBIN] {
        let book = book(file);
        let card = card(&book);
        let stands_on_card = |finding: &Finding| {
            card.entries.iter().any(|entry| {
                Some(entry.field.id) == finding.field.as_deref()
                    && matches!(entry.content, Content::Answer(_))
            })
        };
        let mut found = findings(&book);
        found.retain(|finding| finding.what.weight() != Weight::OnPaper || stands_on_card(finding));
        // That two people want different things is no gap in a plan.
        found.retain(|finding| finding.what != What::InvolvementDiffers);
        assert_eq!(said(&book, &found), [""; 0]);
        for panel in Panel::ALL {
            let chars = panel_chars(&card, panel);
            assert!(chars <= 350, "{}: {chars}", panel.id());
        }
    }
}

#[test]
fn noors_card_names_those_who_agreed_and_leaves_the_others_out() {
    let card = card(&book(NOOR));
    let names: Vec<&str> = card.people.iter().map(Excerpted::name).collect();
    assert_eq!(names, ["Ana", "Joost", "Els", "Marit"]);
    assert_eq!(card.own_word.as_deref(), Some("storm"));
    let hidden = ["b.diagnosis", "c.suicide", "f.substances", "a.address", "d.not_call"];
    assert!(hidden.iter().all(|id| card.value(id).is_none()));
}

#[test]
fn rows_are_read_aloud_as_sentences() {
    let book = book(NOOR);
    let words = Words::new(book.language);
    let name_of = |id| book.person(id).map(|person| person.name().to_owned());
    let said = |id: &str| {
        let (field, answer) = (TABLE.field(id).unwrap(), book.answer(Place::Plan, id).unwrap());
        words.entries(field, &answer.value, &name_of)
    };
    let medicines = [
        "Lithium, 800 mg, ’s avonds, voor stemming",
        "Quetiapine, 50 mg, voor de nacht, voor slaap",
        "Salbutamol, 1 pufje, bij benauwdheid, voor astma",
    ];
    assert_eq!(said("f.meds"), medicines);
    assert_eq!(
        said("h.pets"),
        ["Saar, kat, buurvrouw Els, 030 123 4577, eten: onder de gootsteen"]
    );
    let team = "Wijkteam Oost, Marit, 030 765 4321, ma–vr 9–17 uur, avond en nacht 088 123 4599";
    assert_eq!(said("e.team"), [team]);
    // A whole sentence in a cell is followed by no comma.
    assert!(said("b.phases").iter().all(|row| !row.contains(".,")), "{:?}", said("b.phases"));
    assert_eq!(said("i.sign_others"), ["Ana, op 6 oktober 2026", "Marit, op 6 oktober 2026"]);
    assert_eq!(said("c.touch"), ["Vraag het eerst"]);
    assert_eq!(said("a.birth_date"), ["14 mei 1992"]);
}

#[test]
fn a_plan_barely_begun_is_met_with_questions() {
    let book = book(HALF);
    let said = said(&book, &findings(&book));
    assert!(said.iter().any(|said| said.contains("niemand om te bellen")), "{said:?}");
    assert!(said.iter().any(|said| said.starts_with("Papa heeft nog geen ja")), "{said:?}");
    assert!(said.iter().all(|said| !said.contains('{')), "{said:?}");
}

#[test]
fn a_plan_far_too_long_hears_what_does_not_fit() {
    let book = book(OVERFULL);
    let found = findings(&book);
    let on_paper = found.iter().filter(|found| found.what.weight() == Weight::OnPaper).count();
    assert!(on_paper > 25, "{found:?}");
    let said = said(&book, &found);
    assert!(said.iter().any(|said| said.contains("bel maar via de centrale")), "{said:?}");
    assert!(said.iter().any(|said| said.contains("3 onzichtbare tekens")), "{said:?}");
}
