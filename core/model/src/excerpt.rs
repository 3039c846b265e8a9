//! The excerpt: all that one reader may see, and nothing else.
//!
//! Papers are made from an excerpt. What is hidden from its reader is not in it, so it cannot
//! reach a page, a heading, a title or a count. Version and day come from the reader's own papers,
//! so they tell nothing about hidden people or hidden edits.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value as Json;

use crate::audience::{Reader, may_see, names_reader, only_as_party};
use crate::book::{Answer, Book, Language, Person, Place};
use crate::ids::PersonId;
use crate::kind::Kind;
use crate::paper::CheckCode;
use crate::rules::{self, Standing};
use crate::table::{Field, Goes, Owner, Table};
use crate::value::{Row, Value};

/// All that one reader may see of a book, stamped with version and day.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// For whom.
    pub reader: Reader,
    /// The language the owner writes in.
    pub language: Language,
    /// The owner's own word for crisis, if they have one and this reader may see it.
    pub own_word: Option<String>,
    /// Version and day.
    pub stamp: Stamp,
    /// The day before which to look at it again.
    pub review_by: NaiveDate,
    /// The code that tells two copies apart.
    pub code: CheckCode,
    /// Whether its words differ from the last paper for this reader, so that making it counts.
    pub is_new: bool,
    /// The plan's fields that this reader sees, in table order.
    pub entries: Vec<Entry>,
    /// The people this reader sees, in call order.
    pub people: Vec<Excerpted>,
}

/// Version and day of a paper.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Stamp {
    /// The number of the version for this reader, from 1.
    pub version: u32,
    /// The day its words were first put on paper.
    pub on: NaiveDate,
}

/// One field as its reader sees it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The table row.
    pub field: &'static Field,
    /// What the reader gets.
    pub content: Content,
    /// The language it is written in (BCP 47), if it is another than the excerpt's.
    pub lang: Option<String>,
}

/// What a reader gets of a field.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// The answer; for a stranger, the owner's shorter words for the card where there are some.
    /// People in it are named in [`Excerpt::name_of`].
    Answer(Value),
    /// Only the field's public line: there is an answer, and a stranger gets less of it.
    PublicLine,
    /// Something worked out.
    Derived(Derived),
}

/// What a derived field holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Derived {
    /// The version of the paper.
    Version(u32),
    /// A day.
    Day(NaiveDate),
    /// Fixed words, the message `derived-…`.
    Words,
}

/// One person as a reader sees them.
#[derive(Clone, Debug)]
pub struct Excerpted {
    /// Who; never printed.
    pub id: PersonId,
    /// Whether they agreed to being named.
    pub standing: Standing,
    /// What the reader sees about them, in table order.
    pub entries: Vec<Entry>,
}

impl Excerpted {
    /// What the reader sees of the field with this id.
    #[must_use]
    pub fn value(&self, id: &str) -> Option<&Value> {
        value_in(&self.entries, id)
    }

    /// The person's name; empty if they have none.
    #[must_use]
    pub fn name(&self) -> &str {
        match self.value(rules::NAME) {
            Some(Value::Text(name)) => name.trim(),
            _ => "",
        }
    }

    /// The person's telephone numbers as they were typed.
    #[must_use]
    pub fn phones(&self) -> &[String] {
        match self.value(rules::PHONES) {
            Some(Value::Phones(phones)) => phones,
            _ => &[],
        }
    }
}

impl Excerpt {
    /// What the reader sees of the plan's field with this id.
    #[must_use]
    pub fn value(&self, id: &str) -> Option<&Value> {
        value_in(&self.entries, id)
    }

    /// The name the owner goes by, if this reader may see it.
    #[must_use]
    pub fn call_name(&self) -> Option<&str> {
        match self.value(rules::CALL_NAME) {
            Some(Value::Text(name)) if !name.trim().is_empty() => Some(name.trim()),
            _ => None,
        }
    }

    /// The name of a person that an answer refers to, if this reader sees that person.
    #[must_use]
    pub fn name_of(&self, id: PersonId) -> Option<&str> {
        let person = self.people.iter().find(|person| person.id == id)?;
        Some(person.name()).filter(|name| !name.is_empty())
    }
}

fn value_in<'a>(entries: &'a [Entry], id: &str) -> Option<&'a Value> {
    match &entries.iter().find(|entry| entry.field.id == id)?.content {
        Content::Answer(value) => Some(value),
        Content::PublicLine | Content::Derived(_) => None,
    }
}

/// Whether an answer that anybody may see stands on the card: always for a field that is on it
/// unless switched off, and only by the owner's own choice for one that is off until switched on.
#[must_use]
pub fn goes_on_card(field: &Field, answer: &Answer) -> bool {
    let chosen = answer.audience.as_ref().map(|audience| audience.anyone);
    match field.card {
        Goes::Never => false,
        Goes::Possible => chosen == Some(true),
        Goes::Always => chosen != Some(false),
    }
}

/// What `reader` may see of the book.
///
/// For [`Reader::Anyone`] it is what goes on the card. If its words are those of the last paper
/// for this reader, it has that paper's version and day; otherwise the next version, and `today`.
#[must_use]
pub fn excerpt(book: &Book, table: &Table, reader: Reader, today: NaiveDate) -> Excerpt {
    let people: Vec<Excerpted> = rules::in_call_order(book)
        .into_iter()
        .map(|person| excerpted(book, table, person, reader))
        .filter(|person| !person.entries.is_empty())
        .collect();
    let entries = entries(book, table, Owner::Plan, Place::Plan, reader);
    let own_word = match value_in(&entries, rules::OWN_WORD) {
        Some(Value::Text(word)) if !word.trim().is_empty() => Some(word.trim().to_owned()),
        _ => None,
    };
    let papers = book.papers.get(&reader);
    let version = papers.map_or(0, crate::paper::Papers::version);
    let last = papers.and_then(crate::paper::Papers::newest).map(|paper| {
        let stamp = Stamp { version, on: paper.on };
        (stamp, paper.code)
    });
    let language = book.language;
    let code_of = |stamp: Stamp| code(reader, language, stamp, &entries, &people);
    let (stamp, is_new) = match last {
        Some((stamp, code)) if code_of(stamp) == code => (stamp, false),
        _ => (Stamp { version: version.saturating_add(1), on: today }, true),
    };
    let code = code_of(stamp);
    let review_by = rules::review_by(stamp.on);
    let mut excerpt =
        Excerpt { reader, language, own_word, stamp, review_by, code, is_new, entries, people };
    add_derived(&mut excerpt, table);
    excerpt
}

fn excerpted(book: &Book, table: &Table, person: &Person, reader: Reader) -> Excerpted {
    let place = Place::Person(person.id);
    let entries = entries(book, table, Owner::Person, place, reader);
    Excerpted { id: person.id, standing: rules::standing(person), entries }
}

fn entries(book: &Book, table: &Table, owner: Owner, place: Place, reader: Reader) -> Vec<Entry> {
    table
        .owned(owner)
        .filter(|field| !field.is_derived())
        .filter_map(|field| {
            let answer = book.answer(place, field.id).filter(|a| !a.value.is_empty())?;
            let content = content(book, place, field, answer, reader)?;
            let shown = content != Content::PublicLine;
            let lang = answer.lang.clone().filter(|_| shown);
            Some(Entry { field, content, lang })
        })
        .collect()
}

fn content(
    book: &Book,
    place: Place,
    field: &Field,
    answer: &Answer,
    reader: Reader,
) -> Option<Content> {
    if reader != Reader::Anyone {
        let seen = may_see(book, place, field, answer, reader);
        return seen.then(|| Content::Answer(visible(book, place, field, answer, reader)));
    }
    // Of a person a stranger gets what the card prints, and no more.
    let printed = field.place.is_some() || place == Place::Plan;
    if printed && may_see(book, place, field, answer, reader) && goes_on_card(field, answer) {
        return Some(Content::Answer(on_card(field, answer)));
    }
    // Whoever the owner chose by hand gets it whole; others then get not even the line.
    let line = field.public_line && answer.audience.is_none();
    line.then_some(Content::PublicLine)
}

/// The answer as the card has it: the owner's shorter words instead of it, where there are some.
/// Numbers are dialled, so they stay numbers.
fn on_card(field: &Field, answer: &Answer) -> Value {
    let shorter = answer.card_text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    match shorter {
        Some(text) if field.kind != Kind::Phones => Value::Text(text.to_owned()),
        _ => answer.value.clone(),
    }
}

/// The answer as this reader sees it: whoever is only a party to some rows gets those rows.
fn visible(book: &Book, place: Place, field: &Field, answer: &Answer, reader: Reader) -> Value {
    match &answer.value {
        Value::Rows(rows) if only_as_party(book, place, field, answer, reader) => {
            let party = |row: &&Row| names_reader(row, reader);
            Value::Rows(rows.iter().filter(party).cloned().collect())
        }
        value => value.clone(),
    }
}

fn add_derived(excerpt: &mut Excerpt, table: &Table) {
    let stranger = excerpt.reader == Reader::Anyone;
    for field in table.owned(Owner::Plan).filter(|field| field.is_derived()) {
        if stranger && field.card != Goes::Always {
            continue;
        }
        let content = Content::Derived(rules::derive(field, excerpt.stamp));
        excerpt.entries.push(Entry { field, content, lang: None });
    }
}

/// The excerpt's canonical bytes: what two copies must share to be the same copy.
#[derive(Serialize)]
struct Canonical<'a> {
    reader: Reader,
    language: Language,
    version: u32,
    on: NaiveDate,
    entries: BTreeMap<&'a str, Json>,
    people: Vec<(Standing, BTreeMap<&'a str, Json>)>,
}

fn code(
    reader: Reader,
    language: Language,
    stamp: Stamp,
    entries: &[Entry],
    people: &[Excerpted],
) -> CheckCode {
    let canonical = Canonical {
        reader,
        language,
        version: stamp.version,
        on: stamp.on,
        entries: canonical_entries(entries, people),
        people: people
            .iter()
            .map(|person| (person.standing, canonical_entries(&person.entries, people)))
            .collect(),
    };
    // Plain data with text keys: serialising it cannot fail.
    let bytes = serde_json::to_vec(&canonical).unwrap_or_default();
    CheckCode::derive(&bytes)
}

fn canonical_entries<'a>(entries: &'a [Entry], people: &[Excerpted]) -> BTreeMap<&'a str, Json> {
    let content = |entry: &Entry| match &entry.content {
        Content::Answer(value) => canonical(value, people),
        other => serde_json::to_value(other).unwrap_or_default(),
    };
    entries.iter().map(|entry| (entry.field.id, content(entry))).collect()
}

/// A value as its reader gets it: ids of rows and people are random and on no paper, so they are
/// not in it. A person is told by their place among those whom this reader sees.
fn canonical(value: &Value, people: &[Excerpted]) -> Json {
    match value {
        Value::Rows(rows) => rows
            .iter()
            .map(|row| -> Json {
                let cells = row.cells.iter();
                cells.map(|(id, cell)| (id.clone(), canonical(cell, people))).collect()
            })
            .collect(),
        Value::People(named) => named
            .iter()
            .map(|id| serde_json::json!(people.iter().position(|person| person.id == *id)))
            .collect(),
        other => serde_json::to_value(other).unwrap_or_default(),
    }
}
