//! The mini card and the screen card: what is cut, what lies outside, what a phone covers.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a test may stop where it stands, and a page has some thousand dots"
)]

mod plans;

use chrono::NaiveDate;
use landvast_card::draw::png;
use landvast_card::layout::{Laid, SCREEN_DOTS_PER_INCH, mini_card, screen_card};
use landvast_card::scene::{Group, Item, Paint, Pattern, Placed, Point, Role, Shape, mm};
use landvast_card::shape::Typesetter;
use landvast_model::excerpt::{Excerpt, Request, excerpt};
use landvast_model::{Language, Panel, TABLE, What};
use landvast_text::{Words, id};

use plans::{EMPTY, MIRA, NOOR, OVERFULL, PLANS, ROBIN, aloud, book, lines, parts, today};

fn of_plan(json: &str) -> (Excerpt, Words) {
    let book = book(json);
    let excerpt = excerpt(&book, &TABLE, &Request::card(), today());
    let words = Words::new(book.language).with_own_word(excerpt.own_word.as_deref());
    (excerpt, words)
}

fn mini(json: &str) -> Laid {
    let (excerpt, words) = of_plan(json);
    mini_card(&excerpt, &words, None, today(), &Typesetter::new())
}

fn screen(json: &str) -> Laid {
    let (excerpt, words) = of_plan(json);
    screen_card(&excerpt, &words, today(), &Typesetter::new())
}

fn groups(laid: &Laid) -> Vec<&Group> {
    let items = laid.scene.pages[0].items.iter();
    items
        .filter_map(|item| match item {
            Item::Group(group) => Some(group),
            _ => None,
        })
        .collect()
}

/// The panel of the mini card with this heading.
fn panel(laid: &Laid, panel: Panel) -> &Group {
    let title = Words::new(Language::Nl).panel(panel);
    groups(laid).into_iter().find(|group| group.title == title).unwrap()
}

fn said(group: &Group) -> String {
    let lines = lines(&group.items);
    lines.iter().map(|placed| placed.line.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn ornaments(laid: &Laid) -> Vec<&Shape> {
    let items = laid.scene.pages[0].items.iter();
    let shapes = items.filter_map(|item| match item {
        Item::Artifact(shapes) => Some(shapes),
        _ => None,
    });
    shapes.flatten().collect()
}

/// The corner and the size of the outline to cut along.
fn outline(laid: &Laid) -> (Point, f32, f32) {
    let rects = ornaments(laid).into_iter().filter_map(|shape| match shape {
        Shape::Rect { at, width, height, paint: Paint::Outline(_), .. } => {
            Some((*at, *width, *height))
        }
        _ => None,
    });
    rects.max_by(|a, b| (a.1 * a.2).total_cmp(&(b.1 * b.2))).unwrap()
}

/// How far along the page each broken line lies: upright ones, and ones across.
fn folds(laid: &Laid) -> (Vec<f32>, Vec<f32>) {
    let (mut upright, mut across) = (Vec::new(), Vec::new());
    for shape in ornaments(laid) {
        let Shape::Line { from, to, stroke } = shape else { continue };
        match stroke.pattern {
            Pattern::Dashes { .. } if (from.x - to.x).abs() < 0.01 => upright.push(from.x),
            Pattern::Dashes { .. } => across.push(from.y),
            Pattern::Solid => {}
        }
    }
    (upright, across)
}

#[test]
fn the_mini_card_lies_where_it_lies() {
    insta::assert_snapshot!(mini(MIRA).scene.to_text());
}

#[test]
fn the_screen_card_lies_where_it_lies() {
    insta::assert_snapshot!(screen(MIRA).scene.to_text());
}

#[test]
fn the_mini_card_is_cut_to_two_by_two_bank_cards() {
    for (_, json) in PLANS {
        let laid = mini(json);
        let (at, width, height) = outline(&laid);
        assert!((width - mm(171.2)).abs() < 0.01 && (height - mm(108.0)).abs() < 0.01);
        assert!((at.x - mm((210.0 - 171.2) / 2.0)).abs() < 0.01, "in the middle of the sheet");
        let (upright, across) = folds(&laid);
        assert_eq!((upright.len(), across.len()), (1, 1));
        assert!((upright[0] - at.x - mm(85.6)).abs() < 0.01);
        assert!((across[0] - at.y - mm(54.0)).abs() < 0.01);
    }
}

/// How far apart the outermost unbroken dark lines lie along rows and columns of dots.
#[test]
fn a_ruler_on_the_printed_mini_card_says_the_same() {
    let laid = mini(MIRA);
    let bytes = png(&laid.scene, 0, 300).unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut dots = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut dots).unwrap();
    let (width, channels) = (frame.width as usize, frame.color_type.samples());
    let (at, ..) = outline(&laid);
    let dot = |points: f32| (points * 300.0 / 72.0).round() as usize;
    let dark = |x: usize, y: usize| dots[(y * width + x) * channels] < 160;
    // A row through the middle of the upper panels, and a column through the left ones.
    let (row, column) = (dot(at.y + mm(20.0)), dot(at.x + mm(1.0)));
    let across: Vec<usize> = (0..width).filter(|x| dark(*x, row)).collect();
    let down: Vec<usize> =
        (dot(at.y) - 60..frame.height as usize).filter(|y| dark(column, *y)).collect();
    let ends = |dots: &[usize]| (dots[0], dots[dots.len() - 1]);
    let in_mm = |(first, last): (usize, usize)| (last - first) as f32 * 25.4 / 300.0;
    let (wide, high) = (in_mm(ends(&across)), in_mm(ends(&down)));
    assert!((wide - 171.2).abs() < 0.4, "{wide} mm");
    // The last dark dots below the card are the ruler's; the card's own lower edge comes before.
    let lower = down.iter().rev().find(|y| **y < dot(at.y + mm(110.0))).unwrap();
    assert!((in_mm((down[0], *lower)) - 108.0).abs() < 0.4, "{high} mm");
}

#[test]
fn no_letter_of_the_mini_card_is_nearer_to_an_edge_than_a_pair_of_scissors() {
    for (name, json) in PLANS {
        let laid = mini(json);
        let (at, ..) = outline(&laid);
        for group in groups(&laid) {
            let column = ((lines(&group.items)[0].x - at.x) / mm(85.6)).floor();
            let row = ((lines(&group.items)[0].baseline - at.y) / mm(54.0)).floor();
            let (left, top) = (at.x + column * mm(85.6), at.y + row * mm(54.0));
            for Placed { x, baseline, line } in lines(&group.items) {
                let (high, low) = (baseline - 0.72 * line.size_pt, baseline + 0.21 * line.size_pt);
                let inside = *x >= left + mm(2.8)
                    && x + line.width <= left + mm(85.6 - 2.8)
                    && high >= top + mm(2.8)
                    && low <= top + mm(54.0 - 2.8);
                assert!(inside, "{name}: {:?}", line.text);
                assert!(line.size_pt >= 8.0, "{name}: {:?} is too small", line.text);
            }
        }
    }
}

/// A panel of paper: where its middle is, where its print looks, where the top of its words points.
#[derive(Clone, Copy)]
struct Leaf {
    panel: Panel,
    at: [f32; 3],
    looks: f32,
    up: f32,
}

/// The mini card as it is printed, its four panels read from where their words stand.
fn printed(laid: &Laid) -> Vec<Leaf> {
    let (corner, ..) = outline(laid);
    let leaves = [Panel::L1, Panel::L2, Panel::R1, Panel::L4].map(|at| {
        let first = lines(&panel(laid, at).items)[0];
        let column = ((first.x - corner.x) / mm(85.6)).floor();
        let row = ((first.baseline - corner.y) / mm(54.0)).floor();
        Leaf { panel: at, at: [column - 0.5, -row - 0.5, 0.0], looks: 1.0, up: 1.0 }
    });
    leaves.to_vec()
}

/// Follows the steps: the right column back and glued, then the lower half back.
fn folded(mut leaves: Vec<Leaf>) -> Vec<Leaf> {
    for leaf in leaves.iter_mut().filter(|leaf| leaf.at[0] > 0.0) {
        leaf.at = [-leaf.at[0], leaf.at[1], -1.0];
        leaf.looks = -leaf.looks;
    }
    for leaf in leaves.iter_mut().filter(|leaf| leaf.at[1] < -1.0) {
        leaf.at = [leaf.at[0], -2.0 - leaf.at[1], -3.0 - leaf.at[2]];
        (leaf.looks, leaf.up) = (-leaf.looks, -leaf.up);
    }
    leaves
}

#[test]
fn folded_once_the_cover_lies_in_front_and_the_back_is_upright_like_the_next_page_of_a_notepad() {
    let laid = mini(NOOR);
    let said = aloud(&laid.scene);
    let words = Words::new(Language::Nl);
    assert!(said.contains(&words.say(id::MINI_STEP_FOLD)));
    assert!(!said.contains(&words.say(id::SHEET_FOLD_TOWARDS)), "both folds go back");
    let mut leaves = folded(printed(&laid));
    assert!(leaves.iter().all(|leaf| (leaf.at[0] + 0.5).abs() < 0.01), "one leaf wide");
    assert!(leaves.iter().all(|leaf| (leaf.at[1] + 0.5).abs() < 0.01), "one leaf high");
    leaves.sort_by(|a, b| b.at[2].total_cmp(&a.at[2]));
    let order: Vec<Panel> = leaves.iter().map(|leaf| leaf.panel).collect();
    assert_eq!(order, [Panel::L1, Panel::L2, Panel::R1, Panel::L4], "from the front to the back");
    let (front, back) = (leaves[0], leaves[3]);
    assert!(front.looks > 0.0 && front.up > 0.0);
    // Flipped over its top edge the back turns its top up.
    assert!(back.looks < 0.0 && back.up < 0.0);
}

#[test]
fn opened_out_and_turned_over_it_says_how_to_help_above_whom_to_call() {
    let laid = mini(NOOR);
    let printed = printed(&laid);
    let at = |panel: Panel| printed.iter().find(|leaf| leaf.panel == panel).unwrap().at;
    assert!(at(Panel::L2)[0] > 0.0 && at(Panel::R1)[0] > 0.0, "both on the right, so behind");
    assert!(at(Panel::L2)[1] > at(Panel::R1)[1]);
    let cover = said(panel(&laid, Panel::L1));
    assert!(cover.contains("vouw open en draai om"), "{cover}");
}

#[test]
fn what_not_to_do_stands_on_the_mini_card_beside_what_helps() {
    let laid = mini(NOOR);
    let helps = said(panel(&laid, Panel::L2));
    assert!(helps.contains("Doe dit niet") && helps.contains("Dit helpt"), "{helps}");
}

#[test]
fn the_numbers_that_save_lives_are_outside_on_every_mini_card() {
    for (name, json) in PLANS {
        let (excerpt, _) = of_plan(json);
        for language in Language::ALL {
            let words = Words::new(language);
            let laid = mini_card(&excerpt, &words, None, today(), &Typesetter::new());
            let back = groups(&laid).into_iter().find(|g| g.title == words.panel(Panel::L4));
            let back = back.unwrap();
            let said = said(back);
            assert!(said.contains("112") && said.contains("113"), "{name}: {said}");
            let links: Vec<&str> = parts(&back.items)
                .iter()
                .filter_map(|part| part.link.as_ref().map(|link| link.uri.as_str()))
                .collect();
            assert!(links.contains(&"tel:112") && links.contains(&"tel:113"), "{links:?}");
        }
    }
}

#[test]
fn the_mini_card_says_whom_to_ring_of_those_who_treat_me_by_day_and_at_night() {
    for (name, json) in [("noor", NOOR), ("robin", ROBIN)] {
        let laid = mini(json);
        let said = aloud(&laid.scene);
        let numbers = match name {
            "noor" => ["030 123 4560", "088 123 4500", "030 765 4321", "088 123 4599"],
            _ => ["010 123 4560", "088 123 4522", "010 765 4321", "088 123 4533"],
        };
        for number in numbers {
            assert!(said.contains(number), "{name}: {number} in {said}");
        }
    }
}

#[test]
fn nothing_stands_twice_on_the_mini_card() {
    let laid = mini(NOOR);
    let said = aloud(&laid.scene);
    for once in ["Huisartsenpost", "Gevonden?", "Penicilline"] {
        assert_eq!(said.matches(once).count(), 1, "{once}: {said}");
    }
}

#[test]
fn what_does_not_fit_on_the_mini_card_is_told_and_the_panel_says_so() {
    let laid = mini(OVERFULL);
    let moved: Vec<Panel> = laid
        .findings
        .iter()
        .filter_map(|finding| match &finding.what {
            What::MovedToPlan { panel, .. } => Some(*panel),
            _ => None,
        })
        .collect();
    // Told by the panel that the table gives it, as on the fold-out card.
    for panel in [Panel::L2, Panel::L3, Panel::L4, Panel::R1, Panel::R2] {
        assert!(moved.contains(&panel), "{panel:?}");
    }
    let see_plan = Words::new(Language::Nl).say(id::CARD_SEE_PLAN);
    for at in [Panel::L2, Panel::R1, Panel::L4] {
        assert!(said(panel(&laid, at)).contains(&see_plan), "{at:?}");
    }
}

#[test]
fn a_mini_card_without_a_plan_has_room_for_a_pen() {
    let laid = mini(EMPTY);
    let room = Words::new(Language::Nl).say(id::CARD_PANEL_EMPTY);
    assert!(said(panel(&laid, Panel::L2)).contains(&room));
}

/// The third of the picture where a phone shows its clock, and where its buttons begin.
const CLOCK: f32 = 260.0;
const BUTTONS: f32 = 684.0;

#[test]
fn the_screen_card_is_as_large_as_a_phones_screen() {
    let laid = screen(MIRA);
    let page = &laid.scene.pages[0];
    assert_eq!((page.width, page.height), (360.0, 780.0));
    let bytes = png(&laid.scene, 0, SCREEN_DOTS_PER_INCH).unwrap();
    let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    assert_eq!(reader.info().size(), (1080, 2340));
}

#[test]
fn nothing_stands_where_the_phone_shows_its_clock_and_buttons_and_nothing_is_small() {
    for (name, json) in PLANS {
        for language in Language::ALL {
            let (excerpt, _) = of_plan(json);
            let words = Words::new(language).with_own_word(excerpt.own_word.as_deref());
            let laid = screen_card(&excerpt, &words, today(), &Typesetter::new());
            for Placed { x, baseline, line } in lines(&laid.scene.pages[0].items) {
                let (high, low) = (baseline - 0.72 * line.size_pt, baseline + 0.21 * line.size_pt);
                assert!(high >= CLOCK && low <= BUTTONS, "{name}: {:?}", line.text);
                assert!(*x >= 12.0 && x + line.width <= 348.0, "{name}: {:?}", line.text);
                assert!(line.size_pt >= 13.0, "{name}: {:?} {}", line.text, line.size_pt);
            }
        }
    }
}

#[test]
fn the_screen_says_whom_to_call_in_the_largest_letters() {
    let laid = screen(NOOR);
    let lines = lines(&laid.scene.pages[0].items);
    let largest = lines.iter().max_by(|a, b| a.line.size_pt.total_cmp(&b.line.size_pt)).unwrap();
    assert_eq!(largest.line.text, "06 12345678");
    assert!(largest.line.size_pt > 30.0);
    let said = aloud(&laid.scene);
    assert!(said.contains("Telefoon gevonden? Bel Ana."), "{said}");
    assert!(said.contains("Gaat het niet goed met mij?") && said.contains("Penicilline"));
}

#[test]
fn a_screen_reader_hears_the_question_of_the_cover_first() {
    let laid = screen(MIRA);
    let group = groups(&laid)[0];
    let first = group.items.iter().find_map(|item| match item {
        Item::Text(block) => Some(block),
        _ => None,
    });
    assert_eq!(first.unwrap().role, Role::H1);
}

#[test]
fn a_screen_that_cannot_hold_the_lines_for_a_doctor_has_no_heading_over_nothing() {
    let laid = screen(OVERFULL);
    let said = aloud(&laid.scene);
    assert!(said.contains("Doe eerst dit") && said.contains("meer in mijn plan"), "{said}");
    assert!(!said.contains("Voor politie, ambulance en arts"), "{said}");
}

#[test]
fn an_old_screen_says_that_it_may_be_out_of_date() {
    let (excerpt, words) = of_plan(MIRA);
    let later = NaiveDate::from_ymd_opt(2028, 6, 2).unwrap();
    let laid = screen_card(&excerpt, &words, later, &Typesetter::new());
    assert!(aloud(&laid.scene).contains(&words.say(id::CARD_POSSIBLY_OUTDATED)));
}
