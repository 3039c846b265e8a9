//! A card laid out from an open file, and ways to look at what lies where.

use std::sync::OnceLock;

use chrono::NaiveDate;
use landvast_card::layout::{Laid, fold_card};
use landvast_card::scene::{Entry, Group, Item, Link, Part, Placed, Scene};
use landvast_card::shape::Typesetter;
use landvast_model::excerpt::{Excerpt, excerpt};
use landvast_model::{Action, Book, Language, Panel, Request, TABLE, exchange};
use landvast_text::Words;

pub(crate) const NOOR: &str = include_str!("../examples/noor.nl.json");
pub(crate) const ROBIN: &str = include_str!("../examples/robin.en.json");
pub(crate) const HALF: &str = include_str!("../examples/half.nl.json");
pub(crate) const OVERFULL: &str = include_str!("../examples/overfull.nl.json");
pub(crate) const EMPTY: &str = r#"{"landvast": 1, "language": "nl", "answers": {}, "people": []}"#;

/// The five plans of which every card is made, by name.
pub(crate) const PLANS: [(&str, &str); 5] =
    [("noor", NOOR), ("robin", ROBIN), ("half", HALF), ("empty", EMPTY), ("overfull", OVERFULL)];

/// The languages of the fixed words, alone and with the other one beside it.
pub(crate) const LANGUAGES: [(Language, Option<Language>); 4] = [
    (Language::Nl, None),
    (Language::En, None),
    (Language::Nl, Some(Language::En)),
    (Language::En, Some(Language::Nl)),
];

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).unwrap()
}

pub(crate) fn typesetter() -> &'static Typesetter {
    static TYPESETTER: OnceLock<Typesetter> = OnceLock::new();
    TYPESETTER.get_or_init(Typesetter::new)
}

/// The plan that stands in an open file.
pub(crate) fn book(json: &str) -> Book {
    let mut id = 0;
    let mut fresh = || {
        id += 1;
        id
    };
    let ops = exchange::import(&TABLE, &Book::default(), json, &mut fresh).unwrap();
    let at = "2026-11-02T10:00:00Z".parse().unwrap();
    let mut book = Book::default();
    book.apply(&Action { seq: 1, at, ops, undoes: None });
    book
}

/// A card that was laid out, and what it was laid out from.
pub(crate) struct Card {
    pub(crate) excerpt: Excerpt,
    pub(crate) words: Words,
    pub(crate) second: Option<Words>,
    pub(crate) laid: Laid,
}

impl Card {
    pub(crate) fn of(json: &str) -> Self {
        let book = book(json);
        Self::in_words(&book, book.language, None)
    }

    pub(crate) fn in_words(book: &Book, language: Language, second: Option<Language>) -> Self {
        let excerpt = excerpt(book, &TABLE, &Request::card(), today());
        let own_word = excerpt.own_word.clone();
        let words = |language| Words::new(language).with_own_word(own_word.as_deref());
        let (words, second) = (words(language), second.map(words));
        let laid = fold_card(&excerpt, &words, second.as_ref(), today(), typesetter());
        Self { excerpt, words, second, laid }
    }

    pub(crate) fn scene(&self) -> &Scene {
        &self.laid.scene
    }

    pub(crate) fn panel(&self, panel: Panel) -> &Group {
        let at = Panel::ALL.iter().position(|known| *known == panel).unwrap();
        let group = panels(self.scene())[at];
        assert_eq!(group.title, self.words.panel(panel));
        group
    }

    /// Every word of a panel, a line each as it stands.
    pub(crate) fn said_on(&self, panel: Panel) -> String {
        let lines = lines(&self.panel(panel).items);
        lines.iter().map(Line::text).collect::<Vec<_>>().join("\n")
    }

    /// Every word of the eight panels.
    pub(crate) fn said(&self) -> String {
        Panel::ALL.map(|panel| self.said_on(panel)).join("\n")
    }
}

/// Every card that there is: each plan in each choice of languages.
pub(crate) fn every_card() -> Vec<(String, Card)> {
    let mut cards = Vec::new();
    for (plan, json) in PLANS {
        let book = book(json);
        for (language, second) in LANGUAGES {
            let name = name_of(plan, language, second);
            cards.push((name, Card::in_words(&book, language, second)));
        }
    }
    cards
}

/// "noor.nl+en"
pub(crate) fn name_of(plan: &str, language: Language, second: Option<Language>) -> String {
    match second {
        Some(second) => format!("{plan}.{}+{}", language.tag(), second.tag()),
        None => format!("{plan}.{}", language.tag()),
    }
}

/// The eight panels in reading order.
pub(crate) fn panels(scene: &Scene) -> Vec<&Group> {
    let items = scene.pages[0].items.iter();
    let groups: Vec<&Group> = items
        .filter_map(|item| match item {
            Item::Group(group) => Some(group),
            _ => None,
        })
        .collect();
    assert_eq!(groups.len(), Panel::ALL.len());
    groups
}

/// One line of words as it stands on the paper.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    pub(crate) placed: &'a Placed,
    pub(crate) link: Option<&'a Link>,
}

impl Line<'_> {
    pub(crate) fn text(&self) -> String {
        self.placed.line.text.clone()
    }

    pub(crate) fn size(&self) -> f32 {
        self.placed.line.size_pt
    }
}

/// A block of words: a heading, a paragraph, an entry of a list.
pub(crate) struct Unit<'a> {
    pub(crate) parts: Vec<&'a Part>,
}

/// Every block, in reading order; groups are looked into.
pub(crate) fn units(items: &[Item]) -> Vec<Unit<'_>> {
    let mut units = Vec::new();
    for item in items {
        match item {
            Item::Group(group) => units.extend(self::units(&group.items)),
            Item::Text(block) => {
                units.push(Unit { parts: block.parts.iter().collect() });
            }
            Item::List(list) => units.extend(list.entries.iter().map(|entry| {
                let Entry { label, body } = entry;
                Unit { parts: label.iter().chain(body).collect() }
            })),
            // A card has no tables, no contents and nothing that goes on from another page.
            Item::Figure(_)
            | Item::Artifact(_)
            | Item::Table(_)
            | Item::Contents(_)
            | Item::Rest(_) => {}
        }
    }
    units
}

/// Every line, in reading order; empty ones are left out.
pub(crate) fn lines(items: &[Item]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for unit in units(items) {
        for part in unit.parts {
            let link = part.link.as_ref();
            let placed = part.lines.iter().filter(|placed| !placed.line.glyphs.is_empty());
            lines.extend(placed.map(|placed| Line { placed, link }));
        }
    }
    lines
}

/// The words of lines as one text: a word broken over two lines is whole again.
pub(crate) fn joined<'a>(lines: impl IntoIterator<Item = &'a Placed>) -> String {
    let mut said = String::new();
    for placed in lines {
        let text = &placed.line.text;
        if said.ends_with('\u{ad}') {
            said.pop();
        } else if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(text);
    }
    said
}
