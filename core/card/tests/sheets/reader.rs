//! Whom a sheet speaks to: its reader is "you".

use landvast_card::pages::sheet;
use landvast_card::scene::{Item, Role};
use landvast_model::paper::PaperKind;
use landvast_model::{Language, Reader};

use crate::plans::{MIRA, NOOR, ROBIN, aloud, book, paper};
use crate::{every_sheet, said_to, sheet_for};

#[test]
fn who_has_no_tasks_is_told_that_being_there_is_enough() {
    assert!(said_to(MIRA, "Joost").contains("Je hebt geen taken. Er zijn is genoeg."));
    assert!(!said_to(MIRA, "Fatima").contains("Je hebt geen taken."));
}

#[test]
fn a_sheet_says_it_in_the_words_of_its_reader() {
    let said = said_to(ROBIN, "Imani");
    assert!(
        said.contains("“I am calling about Robin. I am Imani, the partner of Robin.”"),
        "{said}"
    );
    // The owner's own wording of who somebody is.
    assert!(said_to(NOOR, "Ana").contains("Ik ben Ana (zus) en ik bel voor Noor."));
}

#[test]
fn somebody_without_a_name_gets_a_sheet_too() {
    let json = r#"{"landvast": 1, "language": "nl", "answers": {"a.call_name": "Mira"},
        "people": [{"kind": "friend"}]}"#;
    let book = book(json);
    let reader = Reader::Person(book.people.first().unwrap().id);
    let said = aloud(&paper(&book, (reader, PaperKind::Sheet), Language::Nl, sheet).scene);
    assert!(said.contains("Dit blad is voor jou."), "{said}");
    assert!(said.contains("“Ik bel over Mira. Ik ben een naaste van Mira.”"), "{said}");
}

#[test]
fn every_sheet_begins_with_its_title_and_names_its_reader_at_the_foot() {
    for (name, laid) in every_sheet() {
        let items = &laid.scene.pages.first().unwrap().items;
        let first = items.iter().find_map(|item| match item {
            Item::Text(block) => Some(block.role),
            _ => None,
        });
        assert_eq!(first, Some(Role::H1), "{name}");
        assert!(!laid.scene.title.is_empty(), "{name}");
    }
    let text = sheet_for(&book(MIRA), "Fatima").scene.to_text();
    let foot = text.lines().find(|line| line.contains("Controlecode")).unwrap();
    assert!(foot.contains("Versie 1") && foot.contains("Voor Fatima"), "{foot}");
}

#[test]
fn the_reader_is_called_you_where_the_owner_chose_them_from_the_list() {
    let said = said_to(NOOR, "Ana");
    assert!(said.contains("Jij en Wessel van de poli"), "{said}");
    assert!(said_to(NOOR, "Joost").contains("Ana, jij en Els"), "in the owner's order");
}

#[test]
fn who_finds_their_own_name_in_the_owners_words_is_told_that_it_is_them() {
    let said = said_to(NOOR, "Ana");
    assert!(said.contains("Lees je ergens Ana? Dat ben jij."), "{said}");
    assert!(said.contains("Staat hier je eigen naam? Bel dan de volgende op de lijst."), "{said}");
    let nowhere = said_to(MIRA, "Joost");
    assert!(!nowhere.contains("Lees je ergens") && !nowhere.contains("je eigen naam"), "{nowhere}");
}
