//! Plans that no form would let through: endless answers, 200 people, words from the right, and
//! signs that are no letters. A paper may grow long; it may not lie, overlap or stop.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod plans;

use std::fmt::Write as _;

use landvast_card::draw::{PdfInfo, pdf};
use landvast_card::layout::Laid;
use landvast_card::pages::{agreements, plan, wishes};
use landvast_card::scene::{Page, mm};
use landvast_card::shape::Typesetter;
use landvast_model::excerpt::{Content, Entry, Excerpt, Request, excerpt};
use landvast_model::paper::PaperKind;
use landvast_model::{Book, PersonId, Reader, TABLE, Value};
use landvast_text::Words;

use plans::{NOOR, aloud, book, lines, person, today};

/// Where words may stand on a page, in millimetres from its edges; the foot stands below.
const LEFT_MM: f32 = 24.0;
const RIGHT_MM: f32 = 21.0;
const FOOT_MM: f32 = 24.0;

const KINDS: [PaperKind; 3] = [PaperKind::Plan, PaperKind::Wishes, PaperKind::Agreements];

fn of(book: &Book, reader: Reader, kind: PaperKind) -> Excerpt {
    let ticked: Vec<String> = TABLE.fields().map(|field| field.id.to_owned()).collect();
    let request = Request { reader, paper: kind, ticked: &ticked };
    excerpt(book, &TABLE, &request, today())
}

fn laid(excerpt: &Excerpt) -> Laid {
    let words = Words::new(excerpt.language).with_own_word(excerpt.own_word.as_deref());
    let lay = match excerpt.paper {
        PaperKind::Wishes => wishes,
        PaperKind::Agreements => agreements,
        _ => plan,
    };
    lay(excerpt, &words, today(), &Typesetter::new())
}

/// The same excerpt with every text in it changed: what no import would let in is in it.
fn changed(mut excerpt: Excerpt, change: &dyn Fn(&str) -> String) -> Excerpt {
    let people = excerpt.people.iter_mut().flat_map(|person| &mut person.entries);
    for entry in excerpt.entries.iter_mut().chain(people) {
        if let Content::Answer(value) = &mut entry.content {
            change_texts(value, change);
        }
    }
    excerpt.own_word = excerpt.own_word.map(|word| change(&word));
    excerpt
}

fn change_texts(value: &mut Value, change: &dyn Fn(&str) -> String) {
    match value {
        Value::Text(text) => *text = change(text),
        Value::Lines(lines) | Value::Phones(lines) => {
            for line in lines {
                *line = change(line);
            }
        }
        Value::Rows(rows) => {
            let cells = rows.iter_mut().flat_map(|row| row.cells.values_mut());
            for cell in cells {
                change_texts(cell, change);
            }
        }
        _ => {}
    }
}

/// No line of words lies on another, and none stands outside the room for words.
fn assert_sound(name: &str, laid: &Laid) {
    for (number, page) in (1..).zip(&laid.scene.pages) {
        assert_inside(name, number, page);
        let lines = lines(&page.items);
        for (at, one) in lines.iter().enumerate() {
            for other in lines.iter().skip(at + 1) {
                let apart_across = one.x + one.line.width <= other.x + 0.5
                    || other.x + other.line.width <= one.x + 0.5;
                let (high, low) =
                    if one.baseline < other.baseline { (one, other) } else { (other, one) };
                let apart_down = low.baseline - low.line.size_pt * 0.62 >= high.baseline - 0.5;
                assert!(
                    apart_across || apart_down,
                    "{name}, page {number}: {:?} lies on {:?}",
                    one.line.text,
                    other.line.text
                );
            }
        }
    }
    let info = PdfInfo { producer: "Landvast".to_owned(), author: None };
    assert!(pdf(&laid.scene, &info).unwrap().starts_with(b"%PDF"), "{name}");
}

fn assert_inside(name: &str, number: usize, page: &Page) {
    for placed in lines(&page.items) {
        let text = &placed.line.text;
        assert!(placed.x >= mm(LEFT_MM) - 0.6, "{name}, page {number}: {text:?} left");
        let right = placed.x + placed.line.width;
        assert!(right <= page.width - mm(RIGHT_MM) + 0.6, "{name}, page {number}: {text:?} right");
        let is_foot = placed.baseline > page.height - mm(FOOT_MM) + 6.0;
        let foot = page.height - mm(10.0);
        assert!(!is_foot || placed.baseline < foot, "{name}, page {number}: {text:?} below");
        assert!(
            !is_foot || placed.line.size_pt < 9.0,
            "{name}, page {number}: {text:?} runs past the foot"
        );
    }
}

fn readers(book: &Book) -> Vec<(String, Reader)> {
    vec![
        ("owner".to_owned(), Reader::Owner),
        ("Marit".to_owned(), Reader::Person(person(book, "Marit"))),
    ]
}

fn every_paper(book: &Book, change: &dyn Fn(&str) -> String, check: &dyn Fn(&str, &Laid)) {
    for (name, reader) in readers(book) {
        for kind in KINDS {
            let laid = laid(&changed(of(book, reader, kind), change));
            let name = format!("{name} {kind:?}");
            assert_sound(&name, &laid);
            check(&name, &laid);
        }
    }
}

#[test]
fn answers_from_the_right_lie_well_in_a_dutch_plan() {
    let words = |_: &str| "أنا بخير الآن، اتصل بأختي 06 12345678 من فضلك.".to_owned();
    every_paper(&book(NOOR), &words, &|name, laid| {
        assert!(aloud(&laid.scene).contains("بخير"), "{name}");
        assert!(laid.findings.is_empty(), "{name}: {:?}", laid.findings.first());
    });
}

#[test]
fn markup_control_signs_and_turned_words_are_only_words() {
    let words = |text: &str| {
        format!(
            "<b>{text}</b> &amp; {{ $name }} \u{202e}olleh\u{2066} \u{0}\u{7}\u{1b}[31m\r\n\t %s \\n \u{feff}\u{200b}\u{202e}"
        )
    };
    every_paper(&book(NOOR), &words, &|name, laid| {
        let said = aloud(&laid.scene);
        assert!(said.contains("<b>") && said.contains("&amp;"), "{name}: {said}");
        assert!(said.contains("{ $name }"), "{name}");
        assert!(!said.contains('\u{202e}') && !said.contains('\u{1b}'), "{name}");
    });
}

#[test]
fn a_word_without_end_is_broken_and_runs_over_no_edge() {
    every_paper(&book(NOOR), &|_| "x".repeat(700), &|_, _| {});
}

fn numbered(words: usize) -> String {
    (1..=words).fold(String::new(), |mut text, number| {
        let _ = write!(text, "woord{number} ");
        text
    })
}

/// Puts a text into the first place of this answer that takes one.
fn put(entries: &mut [Entry], field: &str, text: &str) -> bool {
    let Some(entry) = entries.iter_mut().find(|entry| entry.field.id == field) else {
        return false;
    };
    let Content::Answer(value) = &mut entry.content else { return false };
    match value {
        Value::Text(words) => text.clone_into(words),
        Value::Lines(lines) => lines.push(text.to_owned()),
        Value::Rows(rows) => {
            let cells = rows.iter_mut().flat_map(|row| row.cells.values_mut());
            let Some(words) = cells.into_iter().find_map(|cell| match cell {
                Value::Text(words) => Some(words),
                _ => None,
            }) else {
                return false;
            };
            text.clone_into(words);
        }
        _ => return false,
    }
    true
}

fn put_anywhere(excerpt: &mut Excerpt, field: &str, text: &str) -> bool {
    let people = excerpt.people.iter_mut().map(|person| person.entries.as_mut_slice());
    let mut all = people.chain([excerpt.entries.as_mut_slice()]);
    all.any(|entries| put(entries, field, text))
}

#[test]
fn twenty_thousand_characters_in_one_answer_are_all_on_paper() {
    let book = book(NOOR);
    let text = numbered(2_300);
    assert!(text.len() > 20_000);
    for kind in KINDS {
        let mut papers = 0;
        for field in TABLE.fields() {
            let mut excerpt = of(&book, Reader::Owner, kind);
            // A few of each kind say as much as all: each takes seconds.
            if papers >= 3 || !put_anywhere(&mut excerpt, field.id, &text) {
                continue;
            }
            papers += 1;
            let laid = laid(&excerpt);
            let name = format!("{} on {kind:?}", field.id);
            assert_sound(&name, &laid);
            let said = aloud(&laid.scene);
            let words: Vec<&str> = said
                .split_whitespace()
                .map(|word| word.trim_matches(['(', ')', '.', ':']))
                .collect();
            for word in ["woord1", "woord999", "woord2300"] {
                assert!(words.contains(&word), "{name}: {word}");
            }
        }
        assert!(papers > 0, "{kind:?}");
    }
}

fn crowd(count: usize) -> Book {
    let people = (1..=count).map(|number| {
        format!(
            r#"{{"name": "Mens {number}", "phones": ["06 12345678"], "tasks": [{{"task": "Taak {number}"}}], "limits": ["Niet {number}"]}}"#
        )
    });
    let agreements = (1..=count).map(|number| {
        format!(r#"{{"who": ["Mens {number}", "Mens 1"], "what": "Afspraak {number}"}}"#)
    });
    let (people, agreements): (Vec<_>, Vec<_>) = (people.collect(), agreements.collect());
    book(&format!(
        r#"{{"landvast": 1, "language": "nl", "answers": {{"a.call_name": "Noor", "e.agreements": [{}]}}, "people": [{}]}}"#,
        agreements.join(","),
        people.join(",")
    ))
}

#[test]
fn two_hundred_people_are_all_on_paper() {
    let book = crowd(200);
    let last: PersonId = person(&book, "Mens 200");
    for reader in [Reader::Owner, Reader::Person(last)] {
        for kind in KINDS {
            let laid = laid(&of(&book, reader, kind));
            assert_sound(&format!("{reader:?} {kind:?}"), &laid);
            if kind == PaperKind::Wishes {
                continue;
            }
            let said = aloud(&laid.scene);
            assert!(said.contains("Mens 200") && said.contains("Afspraak 200"), "{kind:?}");
            if reader == Reader::Owner {
                assert!(said.contains("Mens 117") && said.contains("Taak 117"), "{kind:?}");
            }
        }
    }
}

#[test]
fn a_plan_with_one_answer_is_a_paper_of_one_page_or_two() {
    let json = r#"{"landvast": 1, "language": "nl", "answers": {"c.first": "Ga naast me zitten."}, "people": []}"#;
    let book = book(json);
    for kind in KINDS {
        let laid = laid(&of(&book, Reader::Owner, kind));
        assert_sound(&format!("{kind:?}"), &laid);
        assert!(laid.scene.pages.len() <= 2, "{kind:?}");
    }
}
