//! Rules of paper: what can be read, and what stays clear of what.

use landvast_card::scene::{Colour, Paint, Shape};
use landvast_model::{Panel, Value};
use landvast_text::phone::{self, Region};
use proptest::prelude::*;
use serde_json::{Map, json};

use crate::card::{Card, EMPTY, every_card, lines, typesetter, units};
use crate::grid::{Frame, Grid, ink, ornaments};

/// Words stay this far from a panel's edge, in millimetres.
const MARGIN_MM: f32 = 3.0;

fn assert_words_stay_inside(name: &str, card: &Card) {
    let grid = Grid::of(card.scene());
    for panel in Panel::ALL {
        let lines = lines(&card.panel(panel).items);
        let cell = grid.cell_at(ink(lines[0].placed).middle());
        let safe = grid.cell(cell).inside(landvast_card::scene::mm(MARGIN_MM) - 0.1);
        for line in lines {
            let ink = ink(line.placed);
            assert!(safe.holds(ink), "{name} {panel:?}: {:?} at {ink:?}", line.text());
        }
    }
}

fn assert_nothing_overlaps(name: &str, card: &Card) {
    for panel in Panel::ALL {
        let items = &card.panel(panel).items;
        let lines = lines(items);
        for (index, line) in lines.iter().enumerate() {
            for other in &lines[..index] {
                let apart = !ink(line.placed).overlaps(ink(other.placed));
                let (one, two) = (line.text(), other.text());
                assert!(apart, "{name} {panel:?}: {one:?} lies over {two:?}");
            }
        }
        for stroke in strokes(&ornaments(items)) {
            for line in &lines {
                let ink = ink(line.placed);
                let text = line.text();
                assert!(!ink.overlaps(stroke), "{name} {panel:?}: a line through {text:?}");
            }
        }
    }
}

/// The lines and frames among shapes, as thin rectangles.
fn strokes(shapes: &[&Shape]) -> Vec<Frame> {
    let thin = |left: f32, top: f32, right: f32, bottom: f32| Frame {
        left: left - 0.2,
        top: top - 0.2,
        right: right + 0.2,
        bottom: bottom + 0.2,
    };
    let mut strokes = Vec::new();
    for shape in shapes {
        match shape {
            Shape::Line { from, to, .. } => {
                let f = Frame::around(&[*from, *to]);
                strokes.push(thin(f.left, f.top, f.right, f.bottom));
            }
            Shape::Rect { at, width, height, paint: Paint::Outline(_), .. } => {
                let (right, bottom) = (at.x + width, at.y + height);
                strokes.push(thin(at.x, at.y, right, at.y));
                strokes.push(thin(at.x, bottom, right, bottom));
                strokes.push(thin(at.x, at.y, at.x, bottom));
                strokes.push(thin(right, at.y, right, bottom));
            }
            Shape::Polygon { corners, .. } => strokes.push(Frame::around(corners)),
            Shape::Rect { .. } | Shape::Circle { .. } | Shape::Label { .. } => {}
        }
    }
    strokes
}

#[test]
fn no_words_come_near_a_cut_or_a_fold() {
    for (name, card) in every_card() {
        assert_words_stay_inside(&name, &card);
    }
}

#[test]
fn nothing_is_printed_over_anything_else() {
    for (name, card) in every_card() {
        assert_nothing_overlaps(&name, &card);
    }
}

#[test]
fn no_letter_on_a_panel_is_smaller_than_8_points() {
    for (name, card) in every_card() {
        for panel in Panel::ALL {
            for line in lines(&card.panel(panel).items) {
                assert!(line.size() >= 8.0, "{name} {panel:?}: {:?} {}", line.text(), line.size());
            }
        }
    }
}

#[test]
fn the_numbers_to_call_are_large() {
    for (name, card) in every_card() {
        let mut seen = 0;
        for panel in [Panel::L1, Panel::R1] {
            for line in lines(&card.panel(panel).items).iter().filter(|line| line.link.is_some()) {
                assert!(line.size() >= 11.0, "{name} {panel:?}: {:?} {}", line.text(), line.size());
                seen += 1;
            }
        }
        let can_be_called =
            card.excerpt.people.iter().filter(|person| !person.phones().is_empty()).count();
        assert!(can_be_called == 0 || seen > 1, "{name}: the first caller is on two panels");
    }
}

#[test]
fn help_in_danger_of_life_is_on_every_card_large_and_one_tap_away() {
    for (name, card) in every_card() {
        for number in ["112", "113"] {
            let lines = lines(&card.panel(Panel::R2).items);
            let dial = format!("tel:{number}");
            let line = lines
                .iter()
                .find(|line| line.link.is_some_and(|link| link.uri == dial))
                .unwrap_or_else(|| panic!("{name}: {number}"));
            assert!(line.text().contains(number) && line.size() >= 11.0, "{name}: {number}");
        }
    }
}

/// How clearly a colour stands out against white, from 1 to 21 (WCAG 2).
fn contrast_with_white(colour: Colour) -> f64 {
    let channel = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let Colour { red, green, blue } = colour;
    let light = 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
    1.05 / (light + 0.05)
}

#[test]
fn words_stand_out_from_their_ground_on_a_printer_without_colour_too() {
    for (name, card) in every_card() {
        for panel in Panel::ALL {
            let items = &card.panel(panel).items;
            let grounds: Vec<(Frame, Colour)> = ornaments(items)
                .into_iter()
                .filter_map(|shape| match shape {
                    Shape::Rect { at, width, height, paint: Paint::Fill(colour), .. } => {
                        let (right, bottom) = (at.x + width, at.y + height);
                        Some((Frame { left: at.x, top: at.y, right, bottom }, *colour))
                    }
                    _ => None,
                })
                .collect();
            for unit in units(items) {
                for part in unit.parts {
                    for placed in &part.lines {
                        let on = |(ground, _): &&(Frame, Colour)| ground.overlaps(ink(placed));
                        let text = &placed.line.text;
                        let seen = match grounds.iter().find(on) {
                            Some((ground, colour)) => {
                                assert!(ground.holds(ink(placed)), "{name} {panel:?}: {text:?}");
                                assert_eq!(part.colour, Colour::WHITE, "{name}: {text:?}");
                                contrast_with_white(*colour)
                            }
                            None => contrast_with_white(part.colour),
                        };
                        assert!(seen >= 7.0, "{name} {panel:?}: {text:?} {seen}");
                    }
                }
            }
        }
    }
}

/// Every number that stands in an answer of the card, as it was typed.
fn typed_numbers(card: &Card) -> Vec<String> {
    use landvast_model::excerpt::Content;
    let mut typed: Vec<String> = Vec::new();
    let entries = card.excerpt.people.iter().flat_map(|person| &person.entries);
    for entry in entries.chain(&card.excerpt.entries) {
        match &entry.content {
            Content::Answer(Value::Phones(phones)) => typed.extend(phones.clone()),
            Content::Answer(Value::Rows(rows)) => {
                for cell in rows.iter().flat_map(|row| row.cells.values()) {
                    if let Value::Phones(phones) = cell {
                        typed.extend(phones.clone());
                    }
                }
            }
            _ => {}
        }
    }
    typed
}

#[test]
fn every_number_on_the_card_can_be_tapped() {
    for (name, card) in every_card() {
        let said = card.said();
        let links: Vec<String> = Panel::ALL
            .iter()
            .flat_map(|panel| lines(&card.panel(*panel).items))
            .filter_map(|line| line.link.map(|link| link.uri.clone()))
            .collect();
        for typed in typed_numbers(&card) {
            let Ok(number) = phone::read(&typed, Region::Nl) else { continue };
            if said.contains(&number.shown) {
                assert!(links.contains(&number.dial), "{name}: {}", number.shown);
            }
        }
    }
}

#[test]
fn a_tap_dials_the_number_that_is_read_and_says_whom() {
    for (name, card) in every_card() {
        for line in Panel::ALL.iter().flat_map(|panel| lines(&card.panel(*panel).items)) {
            let Some(link) = line.link else { continue };
            let text = line.text();
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let end = digits.trim_start_matches('0');
            assert!(link.uri.starts_with("tel:") && link.uri.ends_with(end), "{name}: {text:?}");
            assert!(link.contents.contains(digits.get(digits.len() - 3..).unwrap()), "{name}");
            assert!(link.contents.chars().next().unwrap().is_alphabetic(), "{name}: {text:?}");
        }
    }
}

#[test]
fn a_number_that_cannot_be_dialled_is_printed_as_typed_and_cannot_be_tapped() {
    let card = Card::of(
        r#"{"landvast": 1, "language": "nl", "answers": {
            "e.gp": [{"name": "Praktijk", "phones": ["vraag de balie"]}]
        }, "people": [{"name": "Wout", "phones": ["via de buren"], "number_on_card": "yes",
            "agreed": {"on": "2026-03-01", "answer": "yes"}}]}"#,
    );
    assert!(card.said_on(Panel::R1).contains("via de buren"));
    assert!(card.said_on(Panel::R2).contains("vraag de balie"));
    let linked = Panel::ALL.iter().flat_map(|panel| lines(&card.panel(*panel).items));
    let linked: Vec<String> =
        linked.filter_map(|line| line.link.map(|link| link.uri.clone())).collect();
    assert_eq!(linked, ["tel:112", "tel:113"]);
}

#[test]
fn an_empty_box_is_never_drawn_instead_of_a_letter() {
    for (name, card) in every_card() {
        let items = &card.scene().pages[0].items;
        for line in lines(items) {
            let empty = line.placed.line.glyphs.iter().any(|glyph| glyph.id == 0);
            assert!(!empty, "{name}: {:?}", line.text());
        }
    }
}

/// Words of this many characters, which no other call gives.
fn words_of(length: usize, which: &mut usize) -> String {
    let words = "regen wacht aan zee terwijl een onverschrokken dromedaris negentien \
                 hartverwarmend zoete appels telt en Überraschung zegt ";
    *which += 1;
    // With a letter, for a day or a telephone number may hold any three digits.
    let begin = format!("x{which:03} ");
    begin.chars().chain(words.chars().cycle().skip(*which % 9)).take(length).collect()
}

/// A plan in which the texts of the card have these lengths.
fn plan_of_lengths(lengths: &[usize]) -> String {
    use landvast_model::{Kind, TABLE, table::Owner};
    let mut which = 0;
    let mut answers = Map::new();
    let on_card = TABLE.owned(Owner::Plan).filter(|field| field.place.is_some());
    for (field, length) in on_card.zip(lengths.iter().copied()) {
        let value = match field.kind {
            Kind::Text if length < 4 => continue,
            Kind::Text => json!(words_of(length, &mut which)),
            Kind::Lines => {
                let lines = (0..=length / 40).map(|_| words_of(length / 3 + 4, &mut which));
                json!(lines.collect::<Vec<_>>())
            }
            Kind::Choice(choices) => json!(choices[length % choices.len()]),
            Kind::Rows(columns) => {
                let row = |_| {
                    let cells = columns.iter().filter_map(|column| match column.kind {
                        Kind::Text => {
                            let words = words_of(length / 4 + 4, &mut which);
                            Some((column.id.to_owned(), json!(words)))
                        }
                        Kind::Phones => Some((column.id.to_owned(), json!(["06 12345678"]))),
                        _ => None,
                    });
                    cells.collect::<Map<_, _>>()
                };
                json!((0..=length / 60).map(row).collect::<Vec<_>>())
            }
            _ => continue,
        };
        answers.insert(field.id.to_owned(), json!({"value": value, "audience": ["anyone"]}));
    }
    let people = lengths.iter().rev().take(lengths.len() % 6).map(|length| {
        json!({"name": words_of(length / 4 + 4, &mut which),
            "phones": ["06 12345678", "+32 470 12 34 56"],
            "kind": "family_expert", "hours": "ma-vr 8-12; za 9-10", "number_on_card": "yes",
            "agreed": {"on": "2026-03-01", "answer": "yes"}})
    });
    let people: Vec<_> = people.collect();
    json!({"landvast": 1, "language": "nl", "answers": answers, "people": people}).to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn however_much_is_written_all_of_that_holds(
        lengths in proptest::collection::vec(0_usize..260, 30..60),
        language in 0_usize..4,
    ) {
        let book = crate::card::book(&plan_of_lengths(&lengths));
        let (language, second) = crate::card::LANGUAGES[language];
        let card = Card::in_words(&book, language, second);
        assert_words_stay_inside("a plan of any length", &card);
        assert_nothing_overlaps("a plan of any length", &card);
        crate::whole::assert_whole("a plan of any length", &card);
    }
}

/// A team of two, each with one line of words and a number beside them: the two numbers lay over
/// each other, for a number is larger than the words.
const TWO_NUMBERS: [usize; 30] = {
    let mut lengths = [0; 30];
    lengths[23] = 60;
    lengths
};

#[test]
fn two_numbers_one_below_the_other_stay_clear_of_each_other() {
    for (language, second) in crate::card::LANGUAGES {
        let book = crate::card::book(&plan_of_lengths(&TWO_NUMBERS));
        let card = Card::in_words(&book, language, second);
        assert!(card.said_on(Panel::L4).matches("06 12345678").count() > 1, "both are there");
        assert_nothing_overlaps("two numbers", &card);
        crate::whole::assert_whole("two numbers", &card);
    }
}

#[test]
fn the_same_plan_is_laid_out_the_same_each_time() {
    for (name, card) in every_card() {
        let again = landvast_card::layout::fold_card(
            &card.excerpt,
            &card.words,
            card.second.as_ref(),
            crate::card::today(),
            typesetter(),
        );
        assert_eq!(again, card.laid, "{name}");
    }
    assert!(Card::of(EMPTY).said().contains("112"));
}
