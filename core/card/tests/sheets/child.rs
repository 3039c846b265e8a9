//! The sheet for a child.

use landvast_text::numbers::help_line;

use crate::plans::{MIRA, book};
use crate::{assert_in_order, said_to, sheet_for};

#[test]
fn the_sheet_for_a_child_lies_where_it_lies() {
    insta::assert_snapshot!(sheet_for(&book(MIRA), "Sam").scene.to_text());
}

#[test]
fn a_child_is_told_four_things_and_nothing_else() {
    let said = said_to(MIRA, "Sam");
    assert_in_order(
        &said,
        &[
            "Voor Sam",
            "Het is niet jouw schuld.",
            "Het is niet jouw taak.",
            "Bel een volwassene",
            "Fatima",
            "06 12345678",
            "Kindertelefoon",
            "Mira wil jou dit zeggen",
            "Ik houd van je.",
            "Je mag het je juf vertellen.",
        ],
    );
    let kindertelefoon = help_line("kindertelefoon").unwrap();
    assert_eq!(said.contains(kindertelefoon.phone), kindertelefoon.may_be_printed());
    for words in [
        "zelfdoding",
        "Penicilline",
        "Doe eerst dit",
        "Ga naast me zitten",
        "Praat zacht",
        "Ik praat hard",
        "Huisarts",
        "taken",
        "Zo merk je",
        "Saar",
        "blauwe map",
    ] {
        assert!(!said.contains(words), "{words:?} in {said}");
    }
    assert_eq!(sheet_for(&book(MIRA), "Sam").scene.pages.len(), 1);
}

#[test]
fn a_child_gets_no_task_even_if_one_was_written() {
    let json = MIRA.replace(
        r#""minor": "yes","#,
        r#""minor": "yes", "tasks": [{"task": "Canarina verzorgen"}],
           "limits": ["Canarina hoeft niet"], "may_know": ["a", "b", "c", "f", "h"],"#,
    );
    let said = said_to(&json, "Sam");
    assert!(!said.contains("Canarina"), "{said}");
}
