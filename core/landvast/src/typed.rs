//! What somebody typed, in the ids that the table knows.
//!
//! A choice may be typed as it is called, in either language: "vraag het eerst", "sister". Only
//! what is meant without doubt is taken: the whole name, or one of the names in it ("broer of
//! zus"). A part of a sentence is never enough, because a missing "not" would turn it round.

use landvast_model::edit::read_day;
use landvast_model::{Agrees, Field, Kind, Language, Section};
use landvast_text::{MessageId, Words, id};
use serde_json::Value as Json;

use crate::keeper::Keeper;

/// Something that can be chosen: its id, and what it is called in each language.
struct Choice {
    id: String,
    labels: Vec<String>,
}

/// The groups of readers that an audience can name.
const READERS: [(&str, MessageId); 4] = [
    ("me", id::READER_ME),
    ("next_of_kin", id::READER_NEXT_OF_KIN),
    ("professionals", id::READER_PROFESSIONALS),
    ("anyone", id::READER_ANYONE),
];

/// The words of every language: people mix them.
pub(crate) struct Typed {
    languages: Vec<Words>,
}

impl Typed {
    pub(crate) fn new(keeper: &Keeper) -> Self {
        Self { languages: Language::ALL.map(|language| keeper.words_in(language)).into() }
    }

    /// What was typed for a field, with choices by their ids; anything else as it was typed.
    pub(crate) fn in_ids(&self, field: &Field, typed: &[String]) -> Vec<String> {
        match field.kind {
            Kind::Choice(_) | Kind::Degree { .. } => {
                let choices = self.choices(field);
                meant(&typed.join(" "), &choices).map_or_else(|| typed.to_vec(), |id| vec![id])
            }
            Kind::Sections => {
                let choices = self.sections();
                let known = |one: &String| meant(one, &choices).unwrap_or_else(|| one.clone());
                typed.iter().map(known).collect()
            }
            Kind::Agreement => self.agreement(typed),
            _ => typed.to_vec(),
        }
    }

    /// The numbers to choose from, where each has a name and what was typed is neither.
    pub(crate) fn misses_name(&self, field: &Field, typed: &[String]) -> Option<Vec<String>> {
        let Kind::Degree { .. } = field.kind else { return None };
        let choices = self.choices(field);
        let has_names = choices.iter().all(|choice| !choice.labels.is_empty());
        let is_number = typed.concat().trim().parse::<i64>().is_ok();
        let ids = || choices.iter().map(|choice| choice.id.clone()).collect();
        (has_names && !is_number).then(ids)
    }

    /// A row that was typed as JSON, with choices by their ids, and numbers in quotes as numbers.
    pub(crate) fn row_in_ids(&self, field: &Field, row: Json) -> Json {
        match row {
            Json::Array(rows) => rows.into_iter().map(|row| self.row_in_ids(field, row)).collect(),
            Json::Object(cells) => cells
                .into_iter()
                .map(|(id, cell)| {
                    let cell = self.cell_in_ids(field, &id, cell);
                    (id, cell)
                })
                .collect(),
            other => other,
        }
    }

    fn cell_in_ids(&self, field: &Field, id: &str, cell: Json) -> Json {
        let Json::String(text) = &cell else { return cell };
        let Some(column) = field.kind.columns().iter().find(|column| column.id == id) else {
            return cell;
        };
        if matches!(column.kind, Kind::Degree { .. }) {
            return text.trim().parse::<u64>().map_or(cell, Json::from);
        }
        let said = |words: &Words, id: &str| words.column_choice(field, column, id);
        let choices = self.named(column.kind.choices(), &said);
        meant(text, &choices).map_or(cell, Json::from)
    }

    /// Readers by the words for them, with groups by their ids; names stay as they are.
    pub(crate) fn readers(&self, typed: &[String]) -> Vec<String> {
        let said = |(id, message): &(&str, MessageId)| Choice {
            id: (*id).to_owned(),
            labels: self.languages.iter().map(|words| words.say(*message)).collect(),
        };
        let groups: Vec<Choice> = READERS.iter().map(said).collect();
        typed.iter().map(|one| meant(one, &groups).unwrap_or_else(|| one.clone())).collect()
    }

    /// `ja 1-3-2026` or `2026-03-01 yes`: the day is the word that reads as one.
    fn agreement(&self, typed: &[String]) -> Vec<String> {
        let parts: Vec<&str> = typed.iter().flat_map(|one| one.split_whitespace()).collect();
        let is_day = |part: &&str| part.bytes().any(|byte| byte.is_ascii_digit());
        let days: Vec<&str> = parts.iter().copied().filter(is_day).collect();
        let [day] = days.as_slice() else { return typed.to_vec() };
        let rest: Vec<&str> = parts.iter().copied().filter(|part| !is_day(part)).collect();
        let said = |words: &Words, id: &str| {
            let answer = Agrees::ALL.into_iter().find(|answer| answer.id() == id);
            answer.map(|answer| words.agrees(answer)).unwrap_or_default()
        };
        let answer = rest.join(" ");
        let answer = meant(&answer, &self.named(&Agrees::ALL.map(Agrees::id), &said));
        match answer {
            Some(answer) => vec![answer, (*day).to_owned()],
            None if read_day(day).is_ok() && rest.len() == 1 => {
                vec![rest.concat(), (*day).to_owned()]
            }
            None => typed.to_vec(),
        }
    }

    fn choices(&self, field: &Field) -> Vec<Choice> {
        match field.kind {
            Kind::Choice(ids) => self.named(ids, &|words, id| words.choice(field, id)),
            Kind::Degree { most } => (1..=most)
                .map(|degree| Choice {
                    id: degree.to_string(),
                    labels: self
                        .languages
                        .iter()
                        .filter_map(|words| words.degree(field, degree))
                        .collect(),
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    fn sections(&self) -> Vec<Choice> {
        let said = |words: &Words, id: &str| Section::from_id(id).map(|one| words.section(one));
        self.named(&Section::ALL.map(Section::id), &|words, id| said(words, id).unwrap_or_default())
    }

    fn named(&self, ids: &[&str], said: &dyn Fn(&Words, &str) -> String) -> Vec<Choice> {
        let choice = |id: &&str| {
            let mut labels: Vec<String> =
                self.languages.iter().flat_map(|words| names_in(&said(words, id), words)).collect();
            // "yes", "no" and "ask first" are said in each language, whatever a label makes of them.
            let short = match *id {
                "yes" => Some(id::YES),
                "no" => Some(id::NO),
                "ask" => Some(id::TYPED_ASK),
                _ => None,
            };
            labels.extend(
                short.iter().flat_map(|short| self.languages.iter().map(|w| w.say(*short))),
            );
            Choice { id: (*id).to_owned(), labels }
        };
        ids.iter().map(choice).collect()
    }
}

/// A label, and the names in it: "broer of zus" is three, "nee, liever niet" is three too.
fn names_in(label: &str, words: &Words) -> Vec<String> {
    let mut names = vec![label.to_owned()];
    if label.contains(',') {
        names.extend(label.split(',').map(|name| name.trim().to_owned()));
    }
    let or = format!(" {} ", words.say(id::TYPED_OR));
    let either: Vec<&str> = label.split(or.as_str()).collect();
    // Single words only: half of a longer sentence might mean something else.
    if either.len() > 1 && either.iter().all(|name| !name.contains(' ')) {
        names.extend(either.into_iter().map(str::to_owned));
    }
    names
}

/// The id of the only choice that is called so.
fn meant(typed: &str, choices: &[Choice]) -> Option<String> {
    let typed = plain(typed);
    if typed.is_empty() {
        return None;
    }
    if let Some(choice) = choices.iter().find(|choice| plain(&choice.id) == typed) {
        return Some(choice.id.clone());
    }
    let is_called = |choice: &&Choice| choice.labels.iter().any(|label| plain(label) == typed);
    let mut found = choices.iter().filter(is_called);
    match (found.next(), found.next()) {
        (Some(only), None) => Some(only.id.clone()),
        _ => None,
    }
}

/// Without the differences that nobody means: case, dashes, spaces, a full stop.
fn plain(text: &str) -> String {
    let spaced = text.to_lowercase().replace(['_', '-'], " ");
    let words: Vec<&str> = spaced.trim_end_matches(['.', '…']).split_whitespace().collect();
    words.join(" ")
}
