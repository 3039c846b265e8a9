//! What becomes of words on their way to the paper.
#![expect(clippy::indexing_slicing, reason = "a test may stop where it stands")]

use landvast_card::shape::{Direction, Line, Paragraph, Style, Typesetter, Weight};
use proptest::prelude::*;

const STYLE: Style<'static> = Style { size_pt: 8.5, weight: Weight::Regular, language: "nl" };

/// A panel of the card, without its margins.
const PANEL: f32 = 220.0;

fn wrap(text: &str) -> Paragraph {
    Typesetter::new().wrap(text, STYLE, PANEL)
}

fn texts(paragraph: &Paragraph) -> Vec<&str> {
    paragraph.lines.iter().map(|line| line.text.as_str()).collect()
}

/// The letters of a line as the eye meets them, from left to right.
fn seen(line: &Line) -> String {
    let mut drawn: Vec<(f32, &str)> =
        (0..line.glyphs.len()).map(|at| (line.glyphs[at].x, line.shown(at))).collect();
    drawn.sort_by(|a, b| a.0.total_cmp(&b.0));
    drawn.into_iter().map(|(_, letters)| letters).collect()
}

#[test]
fn a_telephone_number_reads_the_same_way_among_arabic_words() {
    for text in [
        "اتصل بفاطمة 06 1234 5678 الآن",
        "Fatima فاطمة 06 1234 5678",
        "فاطمة: 06\u{a0}1234\u{a0}5678",
        "06 1234 5678 فاطمة",
    ] {
        let paragraph = Typesetter::new().line(text, Style { language: "ar", ..STYLE });
        let seen = seen(&paragraph.lines[0]).replace('\u{a0}', " ");
        assert!(seen.contains("06 1234 5678"), "{seen:?}");
    }
}

#[test]
fn a_number_from_abroad_keeps_its_plus_in_front() {
    for number in ["+31 6 1234 5678", "+31 (0)6-12345678", "(020) 123 45 67", "٠٦ ١٢٣٤ ٥٦٧٨"]
    {
        let text = format!("اتصل {number} الآن");
        let paragraph = Typesetter::new().line(&text, Style { language: "ar", ..STYLE });
        let seen = seen(&paragraph.lines[0]);
        assert!(seen.contains(number), "{seen:?}");
    }
}

#[test]
fn a_year_and_a_remark_follow_the_arabic_words_around_them() {
    let paragraph = Typesetter::new().line("سنة 2024 (3) هنا", Style { language: "ar", ..STYLE });
    // The brackets are those that were typed; drawn, they are mirrored.
    assert!(seen(&paragraph.lines[0]).contains(")3( 2024"));
}

#[test]
fn a_telephone_number_is_not_divided_over_two_lines() {
    let type_ = Typesetter::new();
    let words = "Bel eerst mijn zus Fatima 06 1234 5678 en daarna de buren";
    for width in [70.0, 90.0, 110.0, 130.0, 150.0] {
        let paragraph = type_.wrap(words, STYLE, width);
        assert!(texts(&paragraph).iter().any(|line| line.contains("06 1234 5678")), "{width}");
    }
}

#[test]
fn arabic_lines_end_at_the_right_edge_and_their_letters_join() {
    let type_ = Typesetter::new();
    let paragraph = type_.wrap("ههه أحتاج إلى الهدوء", Style { language: "ar", ..STYLE }, PANEL);
    let line = &paragraph.lines[0];
    assert_eq!(line.direction, Direction::RightToLeft);
    let placed = paragraph.place(10.0, 0.0, PANEL, 11.0);
    assert!((placed[0].x + line.width - (10.0 + PANEL)).abs() < 0.01);
    let of_the_same_letter: Vec<u16> =
        line.glyphs.iter().rev().take(3).map(|glyph| glyph.id).collect();
    assert_ne!(of_the_same_letter[0], of_the_same_letter[1]);
    assert_ne!(of_the_same_letter[1], of_the_same_letter[2]);
}

#[test]
fn a_picture_without_a_font_is_left_out_and_named() {
    let paragraph = wrap("Ik lach 🙂, soms 👩🏽‍⚕️ hier.");
    assert_eq!(texts(&paragraph), ["Ik lach, soms hier."]);
    assert_eq!(paragraph.missing.into_iter().collect::<String>(), "👩🙂");
}

#[test]
fn a_script_without_a_font_is_one_question_mark_and_named() {
    let paragraph = wrap("Zeg कृपया शांति tegen mij.");
    assert_eq!(texts(&paragraph), ["Zeg ? tegen mij."]);
    assert!(paragraph.missing.contains(&'क'));
}

#[test]
fn what_deceives_the_reader_is_left_out_and_named() {
    let paragraph = wrap("Bel \u{202e}8765\u{202c} nu\u{7}\u{2066}!\u{feff}");
    assert_eq!(texts(&paragraph), ["Bel 8765 nu!"]);
    assert_eq!(paragraph.invisible.len(), 5);
    assert!(paragraph.missing.is_empty());
}

#[test]
fn a_tower_of_accents_stays_within_its_line() {
    let paragraph = wrap(&format!("e{}", "\u{301}".repeat(40)));
    assert!(paragraph.lines[0].glyphs.len() < 8);
    assert!(paragraph.missing.contains(&'\u{301}'));
}

#[test]
fn an_accent_typed_on_its_own_is_the_same_letter() {
    assert_eq!(wrap("cafe\u{301}").lines, wrap("café").lines);
}

#[test]
fn turkish_polish_and_frisian_letters_come_from_the_legible_font() {
    let paragraph = wrap("İığşç ŁłĄąĘęŻż ŵŷ ĳ é€„“–");
    let first = paragraph.lines[0].glyphs[0].face;
    assert!(paragraph.lines[0].glyphs.iter().all(|glyph| glyph.face == first));
    assert!(paragraph.missing.is_empty());
}

#[test]
fn a_long_dutch_word_is_divided_where_dutch_divides_it() {
    let type_ = Typesetter::new();
    let words = "mijn geneesmiddelenvoorlichtingsbrochure";
    let paragraph = type_.wrap(words, STYLE, 120.0);
    assert_eq!(texts(&paragraph), ["mijn geneesmiddelenvoorlich\u{ad}", "tingsbrochure"]);
}

#[test]
fn a_name_is_not_divided_while_it_fits_a_line() {
    let type_ = Typesetter::new();
    for width in [80.0, 90.0, 100.0, 110.0] {
        let paragraph = type_.wrap("bel Wilhelmina Oosterhuis-Schimmelpenninck", STYLE, width);
        let names = ["Wilhelmina", "Oosterhuis-"];
        for name in names {
            assert!(texts(&paragraph).iter().any(|line| line.contains(name)), "{width}");
        }
    }
}

#[test]
fn a_soft_hyphen_shows_only_where_the_line_ends() {
    let type_ = Typesetter::new();
    let word = "Rechtsbij\u{ad}stand";
    assert_eq!(texts(&type_.wrap(word, STYLE, PANEL)), ["Rechtsbijstand"]);
    assert_eq!(texts(&type_.wrap(word, STYLE, 50.0)), ["Rechtsbij\u{ad}", "stand"]);
}

#[test]
fn an_address_wider_than_the_line_is_broken_without_a_hyphen() {
    let type_ = Typesetter::new();
    let address = "https:voorbeeld.nl?een_heel_lang_adres_zonder_einde";
    let paragraph = type_.wrap(address, STYLE, 100.0);
    assert!(paragraph.lines.len() > 1);
    assert_eq!(texts(&paragraph).concat(), address);
}

#[test]
fn a_bold_name_and_a_plain_remark_share_a_line() {
    let type_ = Typesetter::new();
    let spans = [("Fatima", Weight::Bold), (" (zus), altijd bereikbaar", Weight::Regular)];
    let paragraph = type_.wrap_spans(&spans, STYLE, PANEL);
    let line = &paragraph.lines[0];
    assert_eq!(line.text, "Fatima (zus), altijd bereikbaar");
    assert_ne!(line.glyphs[0].face, line.glyphs[7].face);
}

#[test]
fn an_empty_line_between_two_lines_is_kept_and_no_words_are_no_lines() {
    assert_eq!(texts(&wrap("een\r\n\r\ntwee\u{2028}drie")), ["een", "", "twee", "drie"]);
    assert!(wrap("").lines.is_empty());
}

proptest! {
    #[test]
    fn whatever_is_typed_fits_and_draws_no_empty_box(
        text in "(?s)[a-z ]{0,20}(\\PC|.|[\u{600}-\u{6ff}]|[\u{300}-\u{36f}]|[0-9 +]{3}){0,60}",
        width in 20.0_f32..250.0,
    ) {
        let paragraph = Typesetter::new().wrap(&text, STYLE, width);
        for line in &paragraph.lines {
            prop_assert!(line.width <= width + 0.02 || line.text.chars().count() < 8);
            prop_assert!(line.glyphs.iter().all(|glyph| glyph.id != 0));
            let drawn: usize = line.glyphs.iter().map(|glyph| glyph.shows.len()).sum();
            prop_assert_eq!(drawn, line.text.len(), "every letter is drawn, once");
        }
    }
}

#[test]
fn what_is_read_in_one_breath_stays_on_one_line() {
    for whole in
        ["6 oktober", "11 oktober 2026", "50 mg", "100 %", "’s nachts", "9–17", "2BMV-CGSA-GHM9"]
    {
        let text = format!("Zeg het maar: {whole} en dan verder");
        for width in 92..220_u8 {
            let paragraph = Typesetter::new().wrap(&text, STYLE, f32::from(width));
            let lines = texts(&paragraph);
            assert!(lines.iter().any(|line| line.contains(whole)), "{lines:?} at {width}");
        }
    }
}

#[test]
fn what_no_line_can_hold_in_one_piece_is_still_all_there() {
    let paragraph = Typesetter::new().wrap("2BMV-CGSA-GHM9 12 oktober", STYLE, 40.0);
    assert_eq!(texts(&paragraph).concat().replace(' ', ""), "2BMV-CGSA-GHM912oktober");
    assert!(paragraph.lines.iter().all(|line| line.width <= 40.1));
}
