//! The page of agreements: three columns, and a box to sign for one's own agreement only.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod plans;

use landvast_card::layout::Laid;
use landvast_card::pages::agreements;
use landvast_card::scene::{Cell, Item, Scope, Table};
use landvast_model::paper::PaperKind;
use landvast_model::{Book, Language, Reader};

use plans::{EMPTY, MIRA, NOOR, OVERFULL, PLANS, aloud, book, paper, person};

fn page(book: &Book, language: Language) -> Laid {
    paper(book, (Reader::Owner, PaperKind::Agreements), language, agreements)
}

fn tables(laid: &Laid) -> Vec<&Table> {
    let items = laid.scene.pages.iter().flat_map(|page| &page.items);
    let mut tables = Vec::new();
    for item in items {
        match item {
            Item::Table(table) => tables.push(table),
            Item::Rest(rest) => {
                if let Item::Table(table) = &*rest.of {
                    tables.push(table);
                }
            }
            _ => {}
        }
    }
    tables
}

fn said(cell: &Cell) -> String {
    let lines = cell.parts.iter().flat_map(|part| &part.lines);
    let said = lines.map(|placed| placed.line.text.as_str()).collect::<Vec<_>>().join(" ");
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rows(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.iter().map(said).collect()).collect()
}

#[test]
fn the_page_lies_where_it_lies() {
    insta::assert_snapshot!(page(&book(MIRA), Language::Nl).scene.to_text());
}

#[test]
fn each_agreement_says_what_who_when_and_what_if_it_is_evening() {
    let laid = page(&book(MIRA), Language::Nl);
    let rows = rows(tables(&laid)[0]);
    assert_eq!(rows[0][1..], ["Mijn mensen", "Mijn hulpverleners"]);
    let [what, people, professionals] = rows[1].as_slice() else { panic!("three columns") };
    assert!(what.starts_with("1 Marit belt mij dezelfde dag terug."), "{what}");
    assert!(what.ends_with("Als ik haar app."), "{what}");
    assert_eq!(people, "");
    for words in ["Marit", "ma–vr 9–17 uur", "Dan bel ik de nachtlijn.", "6 oktober 2026"] {
        let said = professionals.to_lowercase();
        assert!(said.contains(&words.to_lowercase()), "{words:?} in {said}");
    }
}

#[test]
fn an_agreement_between_the_three_names_each_in_their_own_column() {
    let laid = page(&book(MIRA), Language::Nl);
    let rows = rows(tables(&laid)[0]);
    assert!(rows[2][0].contains("Jullie bellen elkaar."));
    assert!(rows[2][1].contains("Fatima") && !rows[2][1].contains("Marit"));
    assert!(rows[2][2].contains("Marit") && !rows[2][2].contains("Fatima"));
}

#[test]
fn a_task_is_an_agreement_of_the_person_who_does_it() {
    let laid = page(&book(MIRA), Language::Nl);
    let rows = rows(tables(&laid)[0]);
    assert!(rows[3][0].contains("Langskomen") && rows[3][1].contains("Fatima"), "{:?}", rows[3]);
    assert!(rows[3][1].contains("dag en nacht"), "{:?}", rows[3]);
}

#[test]
fn everybody_signs_for_their_own_agreements_and_for_no_other() {
    let laid = page(&book(MIRA), Language::Nl);
    let rows = rows(tables(&laid).last().unwrap());
    assert_eq!(rows[0], ["Ik", "Mijn mensen", "Mijn hulpverleners"]);
    assert!(rows[1][0].starts_with("Mira Alle afspraken"), "{:?}", rows[1]);
    // Each agreement says when it was signed; a box is empty, for a pen.
    assert!(rows[1].iter().all(|cell| !cell.contains("2026")), "{:?}", rows[1]);
    assert!(rows[1][1].contains("Fatima") && rows[1][1].contains("Afspraken 2 en 3"));
    assert!(rows[1][2].contains("Marit") && rows[1][2].contains("Afspraken 1 en 2"));
    assert_eq!(rows.len(), 2, "who agreed to nothing signs nothing: {rows:?}");
}

#[test]
fn on_a_page_for_one_reader_nobody_else_signs() {
    let book = book(NOOR);
    let ana = Reader::Person(person(&book, "Ana"));
    let laid = paper(&book, (ana, PaperKind::Agreements), Language::Nl, agreements);
    let said = aloud(&laid.scene);
    assert!(said.contains("Van Noor, voor Ana"), "{said}");
    let rows = rows(tables(&laid).last().unwrap());
    assert_eq!(rows[0], ["Ik", "Mijn mensen"]);
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows[1][0].starts_with("Noor") && rows[1][1].starts_with("Ana"), "{rows:?}");
}

#[test]
fn many_people_sign_beside_each_other_each_below_the_name_of_their_kind() {
    let laid = page(&book(NOOR), Language::Nl);
    let rows = rows(tables(&laid).last().unwrap());
    assert_eq!(rows[0], ["Ik", "Mijn mensen", "Mijn mensen", "Mijn hulpverleners"]);
    assert!(rows.len() <= 5, "{rows:?}");
}

#[test]
fn what_somebody_need_not_do_stands_beside_their_name() {
    let book = book(MIRA);
    let fatima = Reader::Person(person(&book, "Fatima"));
    let laid = paper(&book, (fatima, PaperKind::Agreements), Language::Nl, agreements);
    let said = aloud(&laid.scene);
    assert!(said.contains("Dit hoeft niet"), "{said}");
    assert!(said.contains("Je hoeft niet te blijven slapen."), "{said}");
    // That is between her and the owner: it does not lie open before everybody.
    let all = aloud(&page(&book, Language::Nl).scene);
    assert!(!all.contains("Je hoeft niet te blijven slapen."), "{all}");
}

#[test]
fn without_agreements_there_is_room_to_write_them_down_together_on_one_page() {
    for language in Language::ALL {
        let laid = page(&book(EMPTY), language);
        assert_eq!(laid.scene.pages.len(), 1);
        let tables = tables(&laid);
        assert_eq!(tables.len(), 2, "to write in, and to sign");
        assert!(tables[0].rows.len() >= 4);
    }
}

#[test]
fn a_small_plan_has_its_agreements_on_two_pages_at_most() {
    assert!(page(&book(MIRA), Language::Nl).scene.pages.len() <= 2);
}

#[test]
fn a_long_table_shows_its_head_again_on_each_page_and_no_row_is_lost() {
    for json in [NOOR, OVERFULL] {
        let book = book(json);
        let laid = page(&book, Language::Nl);
        assert!(laid.scene.pages.len() > 2);
        let heads = laid.scene.to_text().matches("\"Mijn hulpverleners\"").count();
        assert!(heads >= 3, "{heads} heads");
        let numbers: Vec<usize> = tables(&laid)
            .iter()
            .flat_map(|table| &table.rows)
            .filter_map(|row| said(&row[0]).split_whitespace().next()?.parse().ok())
            .collect();
        let mut sorted = numbers.clone();
        sorted.dedup();
        assert_eq!(sorted, (1..=sorted.len()).collect::<Vec<_>>(), "each agreement once, in order");
    }
}

#[test]
fn a_screen_reader_is_told_which_column_a_cell_stands_in() {
    let laid = page(&book(MIRA), Language::Nl);
    for table in tables(&laid) {
        assert!(table.rows[0].iter().all(|cell| cell.scope == Scope::Column));
        assert!(table.rows.iter().all(|row| row.len() == 3));
    }
}

#[test]
fn every_plan_has_a_page_of_agreements_in_every_language() {
    for (name, json) in PLANS {
        for language in Language::ALL {
            let laid = page(&book(json), language);
            assert!(laid.scene.pages.iter().all(|page| page.width > page.height), "{name}");
        }
    }
}
