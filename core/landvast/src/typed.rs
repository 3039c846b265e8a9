//! What somebody typed, in the ids that the table knows.
//!
//! A choice may be typed as it is called, in either language: "vraag het eerst", "sister". Only
//! what is meant without doubt is taken: the whole name, or one of the names in it ("broer of
//! zus"). A part of a sentence is never enough, because a missing "not" would turn it round.

use chrono::NaiveDate;
use landvast_model::edit::{Problem, read_day};
use landvast_model::{Agrees, Column, Field, Kind, Language, Section};
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

/// How much two words must be alike for one to be taken for a slip in the other.
const LIKE: f64 = 0.8;

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
            Kind::Day => vec![self.day(&typed.join(" "))],
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

    /// A row that was typed as JSON, with columns and choices by their ids, and numbers in quotes as
    /// numbers.
    pub(crate) fn row_in_ids(&self, field: &Field, row: Json) -> Result<Json, Problem> {
        match row {
            Json::Array(rows) => rows.into_iter().map(|row| self.row_in_ids(field, row)).collect(),
            Json::Object(cells) => {
                let mut by_id = serde_json::Map::new();
                for (name, cell) in cells {
                    let column = self.column(field, &name);
                    let id = column.map_or(name, |column| column.id.to_owned());
                    let cell = self.cell_in_ids(field, &id, cell);
                    // By its id and by its label: nobody knows which of the two is meant.
                    if by_id.insert(id, cell).is_some() {
                        return Err(Problem::Twice);
                    }
                }
                Ok(Json::Object(by_id))
            }
            other => Ok(other),
        }
    }

    fn cell_in_ids(&self, field: &Field, id: &str, cell: Json) -> Json {
        let Json::String(text) = &cell else { return cell };
        let Some(column) = field.kind.columns().iter().find(|column| column.id == id) else {
            return cell;
        };
        match column.kind {
            Kind::Degree { .. } => return text.trim().parse::<u64>().map_or(cell, Json::from),
            Kind::Day => return Json::from(self.day(text)),
            // "Ana, Wessel": where several are meant, they stand side by side.
            Kind::People if text.contains(',') => {
                return text.split(',').map(|name| Json::from(name.trim())).collect();
            }
            _ => {}
        }
        let said = |words: &Words, id: &str| words.column_choice(field, column, id);
        let choices = self.named(column.kind.choices(), &said);
        meant(text, &choices).map_or(cell, Json::from)
    }

    /// A row that was typed by its columns, as the JSON of a row: `name = …; dose = …`. A column may
    /// be named by its id, or as it is called in either language. What follows a `;` and names no
    /// column is more of the cell before it, and so is what follows a comma.
    pub(crate) fn row(&self, field: &Field, typed: &str) -> Result<Json, Problem> {
        if !typed.contains('=') {
            return Err(Problem::WrongKind { wanted: field.kind.name() });
        }
        let mut cells: Vec<(String, String)> = Vec::new();
        for part in self.parts(field, typed).iter().filter(|part| !part.trim().is_empty()) {
            let named = part.split_once('=');
            let known = named.and_then(|(name, cell)| Some((self.column(field, name)?, cell)));
            match (known, named, cells.last_mut()) {
                (Some((column, cell)), _, _) => {
                    cells.push((column.id.to_owned(), cell.trim().to_owned()));
                }
                // A single word before "=" is the name of a column, with a slip in it.
                (None, Some((name, _)), _) if is_name(name) => return Err(unknown_column(field)),
                (None, _, Some((_, cell))) => {
                    cell.push(';');
                    cell.push_str(part.trim_end());
                }
                (None, _, None) => return Err(unknown_column(field)),
            }
        }
        if cells
            .iter()
            .enumerate()
            .any(|(at, (id, _))| cells.iter().skip(at + 1).any(|(other, _)| other == id))
        {
            return Err(Problem::Twice);
        }
        Ok(cells.into_iter().map(|(id, cell)| (id, Json::from(cell))).collect())
    }

    /// What is between the `;` of a row, and between those commas that a column follows: a dose must
    /// not end as a part of a name.
    fn parts(&self, field: &Field, typed: &str) -> Vec<String> {
        let names_column = |piece: &str| {
            piece.split_once('=').is_some_and(|(name, _)| self.column(field, name).is_some())
        };
        let mut parts: Vec<String> = Vec::new();
        for whole in typed.split(';') {
            let mut begins = true;
            for piece in whole.split(',') {
                match parts.last_mut() {
                    Some(part) if !begins && !names_column(piece) => {
                        part.push(',');
                        part.push_str(piece);
                    }
                    _ => parts.push(piece.to_owned()),
                }
                begins = false;
            }
        }
        parts
    }

    fn column(&self, field: &Field, name: &str) -> Option<&'static Column> {
        let choice = |column: &Column| Choice {
            id: column.id.to_owned(),
            labels: self.languages.iter().map(|words| words.column(field, column)).collect(),
        };
        let columns = field.kind.columns();
        let id = meant(name, &columns.iter().map(choice).collect::<Vec<_>>())?;
        columns.iter().find(|column| column.id == id)
    }

    /// A day with its month in letters, as a day in figures: "3 april 2026", "April 3rd, 2026". A
    /// day that is not in the calendar is told as one by whoever reads the figures.
    fn day(&self, typed: &str) -> String {
        self.day_in_letters(typed).unwrap_or_else(|| typed.to_owned())
    }

    fn day_in_letters(&self, typed: &str) -> Option<String> {
        let typed = typed.to_lowercase().replace([',', '.'], " ");
        let parts: Vec<&str> = typed.split_whitespace().collect();
        let (day, month, year) = match parts.as_slice() {
            [day, month, year] if day.starts_with(|c: char| c.is_ascii_digit()) => {
                (day, month, year)
            }
            [month, day, year] => (day, month, year),
            _ => return None,
        };
        let endings = ["st", "nd", "rd", "th", "e"];
        let day = endings.iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
        let day: u32 = day.parse().ok()?;
        let year: i32 = year.parse().ok().filter(|_| year.len() == 4)?;
        let month = (1..=12).find(|number| self.is_month(*number, month))?;
        Some(format!("{year:04}-{month:02}-{day:02}"))
    }

    /// Whether this month is called so, in any language, in full or short.
    fn is_month(&self, number: u32, typed: &str) -> bool {
        let Some(first) = NaiveDate::from_ymd_opt(2000, number, 1) else { return false };
        let is_called = |said: String| said.to_lowercase().split_whitespace().any(|w| w == typed);
        self.languages
            .iter()
            .any(|words| is_called(words.date_long(first)) || is_called(words.date_short(first)))
    }

    /// The choice that looks most like what was typed, by its id.
    pub(crate) fn nearest(&self, field: &Field, typed: &str) -> Option<String> {
        let typed = plain(typed);
        let likeness = |choice: &Choice| {
            let labels = choice.labels.iter().chain([&choice.id]);
            labels.map(|label| strsim::jaro_winkler(&plain(label), &typed)).fold(0.0, f64::max)
        };
        let choices = self.choices(field);
        let best = choices.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
        (likeness(best) > LIKE).then(|| best.id.clone())
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

    /// `ja 1-3-2026`, `2026-03-01 yes`, `yes 3 April 2026`: the day is what reads as one.
    fn agreement(&self, typed: &[String]) -> Vec<String> {
        let parts: Vec<&str> = typed.iter().flat_map(|one| one.split_whitespace()).collect();
        let is_figures = |part: &&str| {
            part.contains(['-', '/', '.']) && part.bytes().any(|byte| byte.is_ascii_digit())
        };
        let in_letters = parts.windows(3).find_map(|window| {
            let said = window.join(" ");
            self.day_in_letters(&said).map(|day| (said, day))
        });
        let (day, rest) = match (
            in_letters,
            parts.iter().copied().filter(is_figures).collect::<Vec<_>>().as_slice(),
        ) {
            (Some((said, day)), _) => (day, parts.join(" ").replacen(&said, "", 1)),
            (None, [day]) => {
                let rest: Vec<&str> = parts.iter().copied().filter(|part| part != day).collect();
                ((*day).to_owned(), rest.join(" "))
            }
            _ => return typed.to_vec(),
        };
        let said = |words: &Words, id: &str| {
            let answer = Agrees::ALL.into_iter().find(|answer| answer.id() == id);
            answer.map(|answer| words.agrees(answer)).unwrap_or_default()
        };
        let rest = rest.trim();
        let answer = meant(rest, &self.named(&Agrees::ALL.map(Agrees::id), &said));
        match answer {
            Some(answer) => vec![answer, day],
            None if read_day(&day).is_ok() && rest.split_whitespace().count() == 1 => {
                vec![rest.to_owned(), day]
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

fn unknown_column(field: &Field) -> Problem {
    let columns = field.kind.columns().iter().map(|column| column.id.to_owned()).collect();
    Problem::UnknownColumn { columns }
}

/// Whether this can be the name of a column: one word.
fn is_name(typed: &str) -> bool {
    let typed = typed.trim();
    !typed.is_empty()
        && typed.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'))
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
