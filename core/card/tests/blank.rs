//! The forms for whoever writes by hand.

use landvast_card::draw::{PdfInfo, pdf};
use landvast_card::pages::{Blank, blank};
use landvast_card::shape::Typesetter;
use landvast_model::table::{Field, Section};
use landvast_model::{Kind, Language, TABLE, Table};
use landvast_text::Words;

fn text(form: Blank, table: &Table, words: &Words) -> String {
    blank(form, table, words, &Typesetter::new()).scene.to_text()
}

#[test]
fn every_form_can_be_printed_in_every_language() {
    for language in Language::ALL {
        let words = Words::new(language);
        for form in Blank::ALL {
            let laid = blank(form, &TABLE, &words, &Typesetter::new());
            assert!(laid.findings.is_empty(), "{form:?}");
            assert!(!laid.scene.title.is_empty());
            let info = PdfInfo { producer: "Landvast".to_owned(), author: None };
            assert!(pdf(&laid.scene, &info).unwrap().starts_with(b"%PDF"));
        }
    }
}

#[test]
fn every_form_names_the_two_numbers_that_save_lives_but_what_is_not_for_a_crisis() {
    let words = Words::new(Language::Nl);
    for form in [Blank::Card, Blank::Mini, Blank::Sheet, Blank::Plan] {
        let text = text(form, &TABLE, &words);
        assert!(text.contains("112") && text.contains("113"), "{form:?}");
    }
}

#[test]
fn a_form_is_nobodys_so_it_has_no_check_code() {
    let words = Words::new(Language::Nl);
    for form in Blank::ALL {
        assert!(!text(form, &TABLE, &words).contains("Controlecode"), "{form:?}");
    }
}

const NEW: &[Field] = &[Field::of_plan("a.new", Section::A, Kind::Text).goes("P").wish(1)];
const PARTS: &[&[Field]] = &[NEW];
static ONE_FIELD: Table = Table::new(PARTS);

#[test]
fn a_new_field_is_asked_on_paper_too() {
    let file = "field-a-new = Iets nieuws\n    .question = Wat is er nieuw?\n";
    let words = Words::new(Language::Nl).with_extra(file).unwrap();
    assert!(text(Blank::Plan, &ONE_FIELD, &words).contains("Wat is er nieuw?"));
    assert!(text(Blank::Wishes, &ONE_FIELD, &words).contains("Iets nieuws"));
    assert!(!text(Blank::Sheet, &ONE_FIELD, &words).contains("Iets nieuws"));
}
