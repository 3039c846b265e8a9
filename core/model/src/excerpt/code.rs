//! The code of an excerpt: what two copies must share to be the same copy.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value as Json;

use super::{Content, Entry, Excerpt, Stamp};
use crate::audience::Reader;
use crate::book::Language;
use crate::ids::PersonId;
use crate::paper::{CheckCode, PaperKind};
use crate::rules::{self, Circle, Standing};
use crate::value::Value;

/// In which place among the people whom this reader sees each of them stands.
type Places = BTreeMap<PersonId, usize>;

/// The excerpt's canonical bytes. A card has nothing of what only other papers have.
#[derive(Serialize)]
struct Canonical<'a> {
    reader: Reader,
    #[serde(skip_serializing_if = "Option::is_none")]
    paper: Option<PaperKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_for_minor: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    own_word: Option<&'a str>,
    language: Language,
    version: u32,
    on: NaiveDate,
    entries: BTreeMap<&'a str, Json>,
    people: Vec<(Standing, BTreeMap<&'a str, Json>)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    circles: Option<Vec<Circle>>,
}

/// The code of this excerpt under this stamp.
pub(super) fn derive(excerpt: &Excerpt, stamp: Stamp) -> CheckCode {
    let Excerpt { reader, paper, language, entries, people, .. } = excerpt;
    let beside_card = *paper != PaperKind::Card;
    let circles = || people.iter().map(|person| person.circle).collect();
    // Where the own word is an entry it is counted there.
    let own_word = excerpt.own_word.as_deref();
    let own_word = own_word.filter(|_| excerpt.value(rules::OWN_WORD).is_none());
    let places = people.iter().enumerate().map(|(place, person)| (person.id, place)).collect();
    let canonical = Canonical {
        reader: *reader,
        paper: beside_card.then_some(*paper),
        is_for_minor: beside_card.then_some(excerpt.is_for_minor),
        own_word,
        language: *language,
        version: stamp.version,
        on: stamp.on,
        entries: canonical_entries(entries, &places),
        people: people
            .iter()
            .map(|person| (person.standing, canonical_entries(&person.entries, &places)))
            .collect(),
        circles: beside_card.then(circles),
    };
    // Plain data with text keys: serialising it cannot fail.
    let bytes = serde_json::to_vec(&canonical).unwrap_or_default();
    CheckCode::derive(&bytes)
}

fn canonical_entries<'a>(entries: &'a [Entry], places: &Places) -> BTreeMap<&'a str, Json> {
    let content = |entry: &Entry| match &entry.content {
        Content::Answer(value) => canonical(value, places),
        other => serde_json::to_value(other).unwrap_or_default(),
    };
    entries.iter().map(|entry| (entry.field.id, content(entry))).collect()
}

/// A value as its reader gets it: ids of rows and people are random and on no paper, so they are
/// not in it. A person is told by their place among those whom this reader sees.
fn canonical(value: &Value, places: &Places) -> Json {
    match value {
        Value::Rows(rows) => rows
            .iter()
            .map(|row| -> Json {
                let cells = row.cells.iter();
                cells.map(|(id, cell)| (id.clone(), canonical(cell, places))).collect()
            })
            .collect(),
        Value::People(named) => named.iter().map(|id| serde_json::json!(places.get(id))).collect(),
        other => serde_json::to_value(other).unwrap_or_default(),
    }
}
