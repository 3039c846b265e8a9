//! The forms for whoever writes by hand.

use landvast_card::draw::{PdfInfo, pdf};
use landvast_card::pages::{Blank, blank};
use landvast_card::scene::{Item, Shape, mm};
use landvast_card::shape::Typesetter;
use landvast_model::table::{Field, Section, Who};
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

#[test]
fn nobody_has_to_fill_in_a_book() {
    for language in Language::ALL {
        let words = Words::new(language);
        let most =
            [(Blank::Plan, 14), (Blank::Sheet, 6), (Blank::Wishes, 4), (Blank::Agreements, 2)];
        for (form, most) in most {
            let pages = blank(form, &TABLE, &words, &Typesetter::new()).scene.pages.len();
            assert!(pages <= most, "{form:?} {language:?}: {pages} pages");
        }
    }
}

#[test]
fn each_colour_has_a_row_of_its_own_with_nothing_to_tick_in_it() {
    let text = text(Blank::Plan, &TABLE, &Words::new(Language::Nl));
    for colour in ["groen", "oranje", "rood"] {
        assert_eq!(text.matches(colour).count(), 1, "{colour}");
    }
}

#[test]
fn what_nobody_writes_by_hand_is_not_asked() {
    let text = text(Blank::Plan, &TABLE, &Words::new(Language::Nl));
    for ours in ["Versie", "Gemaakt op", "Nakijken", "Mijn handtekening"] {
        assert!(!text.contains(ours), "{ours}");
    }
}

#[test]
fn what_nobody_else_may_see_by_default_is_not_asked_on_paper_that_lies_about() {
    let words = Words::new(Language::Nl);
    for form in [Blank::Plan, Blank::Sheet, Blank::Wishes] {
        let text = text(form, &TABLE, &words);
        for field in ["c.suicide", "d.not_call", "f.substances", "g.harm"] {
            let label = words.label(TABLE.field(field).unwrap());
            assert!(!text.contains(&label), "{form:?}: {label}");
        }
    }
}

/// Above the foot of an upright page.
const FOOT_MM: f32 = 297.0 - 22.0;

/// The lines to write on of each page: where they begin and end, and how deep they lie.
fn lines_to_write_on(form: Blank) -> Vec<Vec<(f32, f32, f32)>> {
    let laid = blank(form, &TABLE, &Words::new(Language::Nl), &Typesetter::new());
    let lines = |item: &Item| match item {
        Item::Artifact(shapes) => shapes.clone(),
        _ => Vec::new(),
    };
    let level = |shape: Shape| match shape {
        // Thinner ones part rows; the last is that of the foot.
        Shape::Line { from, to, stroke }
            if (from.y - to.y).abs() < 0.01 && from.y < mm(FOOT_MM) && stroke.width > 0.6 =>
        {
            Some((from.x, to.x, from.y))
        }
        _ => None,
    };
    let pages = laid.scene.pages.iter();
    pages.map(|page| page.items.iter().flat_map(lines).filter_map(level).collect()).collect()
}

#[test]
fn between_two_lines_there_is_room_for_a_pen() {
    for form in [Blank::Plan, Blank::Sheet, Blank::Wishes] {
        for page in lines_to_write_on(form) {
            for (at, (from, to, y)) in page.iter().enumerate() {
                for (other_from, other_to, other) in page.iter().skip(at + 1) {
                    let beside = to <= other_from || other_to <= from;
                    let same = (y - other).abs() < 1.5;
                    assert!(beside || same || (y - other).abs() > mm(8.9), "{form:?}: {y} {other}");
                }
            }
        }
    }
}

const NEW: &[Field] = &[Field::of_plan("a.new", Section::A, Kind::Text)
    .sees(&[Who::Professionals])
    .goes("P")
    .wish(1)];
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

#[test]
fn a_box_to_tick_stands_before_its_word_on_the_same_line() {
    for language in Language::ALL {
        let words = Words::new(language);
        for form in Blank::ALL {
            let text = text(form, &TABLE, &words);
            assert!(!text.lines().any(|line| line.contains("☐\"")), "{form:?} {language:?}");
        }
    }
}
