//! The sheet and the cards from plans that nobody would write on purpose: nothing stops, nothing
//! lies over anything else, and nothing is lost unsaid.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod plans;

use std::collections::BTreeSet;
use std::fmt::Write;

use chrono::NaiveDate;
use landvast_card::layout::{Laid, fold_card, mini_card, screen_card};
use landvast_card::pages::sheet;
use landvast_card::scene::Placed;
use landvast_card::shape::Typesetter;
use landvast_model::excerpt::{Content, Excerpt, Request, excerpt};
use landvast_model::paper::PaperKind;
use landvast_model::table::{Field, Goes, Owner, Who};
use landvast_model::{Book, Kind, Place, Reader, TABLE, What};
use landvast_text::Words;

use plans::{aloud, book, lines, person, today};

/// Words of about so many characters that end with a mark which stands nowhere else.
fn marked(words: &str, chars: usize, which: &mut usize) -> String {
    *which += 1;
    let mut text: String = words.chars().cycle().take(chars).collect();
    write!(text, " q{which:03}z").unwrap();
    text
}

/// A text as JSON has it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => write!(quoted, "\\u{:04x}", u32::from(c)).unwrap(),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// An answer of this kind made of such words; of a row only its first text.
fn answer(kind: Kind, say: &mut dyn FnMut() -> String) -> Option<String> {
    match kind {
        Kind::Text => Some(quoted(&say())),
        Kind::Lines => Some(format!("[{}]", quoted(&say()))),
        Kind::Rows(columns) => {
            let column = columns.iter().find(|column| column.kind == Kind::Text)?;
            Some(format!("[{{{:?}: {}}}]", column.id, quoted(&say())))
        }
        _ => None,
    }
}

/// Whether an answer can stand on a sheet or a card.
fn is_on_them(field: &Field) -> bool {
    field.sheet_part().rank > 0 && field.sheet != Goes::Never
        || field.place.is_some() && field.sees.contains(&Who::Anyone)
}

/// A plan in which every answer is made of these words, for a reader named Bo.
fn plan_of(words: &str, chars: usize, keep: impl Fn(&Field) -> bool) -> String {
    let mut which = 0;
    let mut say = || marked(words, chars, &mut which);
    let mut answers = Vec::new();
    for field in
        TABLE.owned(Owner::Plan).filter(|field| is_on_them(field)).filter(|field| keep(field))
    {
        let Some(value) = answer(field.kind, &mut say) else { continue };
        let audience = if field.sees.contains(&Who::Anyone) { "anyone" } else { "Bo" };
        let id = field.id;
        answers.push(format!(r#"{id:?}: {{"value": {value}, "audience": [{audience:?}]}}"#));
    }
    format!(
        r#"{{"landvast": 1, "language": "nl", "answers": {{{}}}, "people": [{{"name": "Bo",
            "phones": ["06 12345678"], "number_on_card": "yes",
            "may_know": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "w"],
            "agreed": {{"on": "2026-03-01", "answer": "yes"}}}}]}}"#,
        answers.join(",\n")
    )
}

/// A paper with what it was made from.
struct Paper {
    name: &'static str,
    excerpt: Excerpt,
    laid: Laid,
}

/// The sheet for Bo, and the cards.
fn papers(book: &Book, type_: &Typesetter) -> Vec<Paper> {
    type Lay = fn(&Excerpt, &Words, NaiveDate, &Typesetter) -> Laid;
    let lay: [(&'static str, Request<'_>, Lay); 4] = [
        ("sheet", Request::new(Reader::Person(person(book, "Bo")), PaperKind::Sheet), sheet),
        ("fold", Request::card(), |e, w, today, t| fold_card(e, w, None, today, t)),
        ("mini", Request::card(), |e, w, today, t| mini_card(e, w, None, today, t)),
        ("screen", Request::card(), screen_card),
    ];
    let papers = lay.into_iter().map(|(name, request, lay)| {
        let excerpt = excerpt(book, &TABLE, &request, today());
        let words = Words::new(book.language).with_own_word(excerpt.own_word.as_deref());
        let laid = lay(&excerpt, &words, today(), type_);
        Paper { name, excerpt, laid }
    });
    papers.collect()
}

/// From the left, the top, the right and the bottom of the letters of a line.
fn ink(placed: &Placed) -> [f32; 4] {
    let size = placed.line.size_pt;
    let (high, low) = (placed.baseline - 0.72 * size, placed.baseline + 0.21 * size);
    [placed.x, high, placed.x + placed.line.width, low]
}

fn assert_nothing_overlaps(paper: &Paper, plan: &str) {
    for page in &paper.laid.scene.pages {
        let mut lines = lines(&page.items);
        lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
        for (at, line) in lines.iter().enumerate() {
            let [left, _, right, low] = ink(line);
            for other in lines.iter().skip(at + 1) {
                let [left_of_other, high_of_other, right_of_other, _] = ink(other);
                if high_of_other > low + 20.0 {
                    break;
                }
                let beside = right_of_other <= left + 0.1 || right <= left_of_other + 0.1;
                let (one, two) = (&line.line.text, &other.line.text);
                assert!(
                    beside || high_of_other + 0.1 >= low,
                    "{plan}, {}: {one:?} lies over {two:?}",
                    paper.name
                );
                let within = left.min(left_of_other) >= 0.0 && right <= page.width;
                assert!(within, "{plan}, {}: {one:?} leaves the page", paper.name);
            }
        }
    }
}

/// The mark of every answer stands there, or a finding says where the answer is instead.
fn assert_nothing_is_lost(paper: &Paper, plan: &str) {
    let said = aloud(&paper.laid.scene);
    let told: BTreeSet<(Place, &str)> = paper
        .laid
        .findings
        .iter()
        .filter(|finding| matches!(finding.what, What::MovedToPlan { .. }))
        .filter_map(|finding| Some((finding.place, finding.field.as_deref()?)))
        .collect();
    for entry in &paper.excerpt.entries {
        let Content::Answer(value) = &entry.content else { continue };
        let stands = match paper.name {
            "sheet" => entry.field.sheet_part().rank > 0,
            "fold" => entry.field.place.is_some(),
            _ => continue,
        };
        for text in value.texts().into_iter().filter(|_| stands) {
            let mark = text.split_whitespace().last().unwrap();
            let there = said.contains(mark);
            let told = told.contains(&(Place::Plan, entry.field.id));
            assert!(there || told, "{plan}, {}: {} is lost", paper.name, entry.field.id);
        }
    }
}

fn assert_sound(plan: &str, json: &str, type_: &Typesetter) {
    for paper in papers(&book(json), type_) {
        assert_nothing_overlaps(&paper, plan);
        assert_nothing_is_lost(&paper, plan);
        let pages = paper.laid.scene.pages.len();
        assert!(pages == 1 || paper.name == "sheet", "{plan}, {}: {pages} pages", paper.name);
    }
}

#[test]
fn twenty_thousand_characters_in_one_answer_go_on_over_the_pages_or_are_told() {
    let type_ = Typesetter::new();
    for id in ["c.first", "c.refuse", "e.gp", "c.do"] {
        let json = plan_of("De regen wacht aan zee. ", 19_990, |field| field.id == id);
        assert_sound(id, &json, &type_);
    }
}

#[test]
fn a_plan_with_much_in_every_answer_is_on_every_paper_or_told() {
    let json =
        plan_of("Een onverschrokken dromedaris telt negentien zoete appels. ", 900, |_| true);
    assert_sound("much", &json, &Typesetter::new());
}

#[test]
fn arabic_answers_in_a_dutch_plan_stay_clear_of_each_other() {
    let json = plan_of("اجلس بجانبي وقل اسمي بهدوء ", 60, |_| true);
    assert_sound("arabic", &json, &Typesetter::new());
}

#[test]
fn markup_and_signs_that_turn_the_order_around_stay_words() {
    let words = "<b>Noor</b> &amp; \u{202e}omgekeerd\u{7}\u{200b} { $name } {\u{2066}x \u{feff}] ";
    let json = plan_of(words, 90, |_| true);
    let type_ = Typesetter::new();
    assert_sound("markup", &json, &type_);
    for paper in papers(&book(&json), &type_) {
        let said = aloud(&paper.laid.scene);
        assert!(said.contains("<b>Noor</b> &amp;"), "{}: {said}", paper.name);
        let turns = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!said.contains(turns), "{}: {said}", paper.name);
    }
}

#[test]
fn a_plan_with_one_answer_alone_has_a_sheet_and_every_card() {
    let type_ = Typesetter::new();
    for field in TABLE.owned(Owner::Plan).filter(|field| is_on_them(field)) {
        let json = plan_of("Zet thee. ", 10, |other| other.id == field.id);
        assert_sound(field.id, &json, &type_);
    }
}

#[test]
fn of_two_hundred_people_each_is_on_the_sheet_and_the_card_tells_whom_it_left_out() {
    let mut people = vec![r#"{"name": "Bo"}"#.to_owned()];
    for which in 0..199 {
        people.push(format!(
            r#"{{"name": "Wilhelmina-Alexandra van den Bergh q{which:03}z",
                "phones": ["06 12345678", "+32 470 12 34 56"], "kind": "friend",
                "hours": "ma-vr 17-23; za,zo 9-23", "number_on_card": "yes",
                "agreed": {{"on": "2026-03-01", "answer": "yes"}}}}"#
        ));
    }
    let json = format!(
        r#"{{"landvast": 1, "language": "nl", "answers": {{}}, "people": [{}]}}"#,
        people.join(",")
    );
    for paper in papers(&book(&json), &Typesetter::new()) {
        assert_nothing_overlaps(&paper, "200 people");
        let said = aloud(&paper.laid.scene);
        let left_out = paper.laid.findings.iter().filter(|finding| finding.place != Place::Plan);
        let left_out: BTreeSet<Place> = left_out.map(|finding| finding.place).collect();
        let people = paper.excerpt.people.iter().filter(|person| !person.phones().is_empty());
        for person in people.filter(|_| paper.name != "screen") {
            let mark = person.name().split(' ').next_back().unwrap();
            let there = said.contains(mark) || left_out.contains(&Place::Person(person.id));
            assert!(there, "{}: {mark} is lost", paper.name);
        }
    }
}
