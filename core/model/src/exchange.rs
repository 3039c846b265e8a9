//! The open file: the whole plan as JSON that people and other programs can read and write.
//!
//! ```json
//! {"landvast": 1, "language": "nl",
//!  "answers": {"c.first": "…", "c.do": ["…"], "f.meds": [{"name": "…"}]},
//!  "people": [{"name": "…", "phones": ["…"], "kind": "sibling",
//!              "agreed": {"on": "2026-03-01", "answer": "yes"}}]}
//! ```
//!
//! An answer may stand alone, or as `{"value": …, "card_text": …, "audience": […],
//! "reviewed_at": …, "source": …, "lang": …}`. What is worked out has no value; it may stand as
//! `{"audience": […]}`. A backup is this file with one key more, `backup`. A person's fields have no `d.` before them. Reading is total: every fault
//! is listed, and one fault means that nothing is taken over.

use serde_json::{Map, Value as Json};

use crate::action::Op;
use crate::book::{Answer, Book, Language, Place, Source};
use crate::edit::{Problem, count_rows, place_of_fault, read_value};
use crate::ids::PersonId;
use crate::table::{Field, Owner, Table};
use crate::value::MOST_ENTRIES;

mod export;
mod pairs;
mod words;

pub use export::export;
use pairs::{Pairs, Plan};
pub use words::{audience, find_person};
use words::{named, nearest_of, read_audience, read_day, read_source, read_text, shown};

/// The version of the file's shape.
pub const VERSION: u32 = 1;
/// The key under which a backup holds what makes a vault whole again.
pub const BACKUP: &str = "backup";
/// The longest file that is read, in bytes: far above any plan, so that a hostile file is refused
/// before it is parsed.
pub const LONGEST_FILE: usize = 16 << 20;

/// One fault in a file: where, and what.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    /// Where, in ids and counts: `answers.c.do`, `people[2].agreed`. Never what somebody wrote.
    pub at: String,
    /// What is wrong there.
    pub problem: Problem,
}

fn fault(at: impl Into<String>, problem: Problem) -> Fault {
    Fault { at: at.into(), problem }
}

/// The edits that take the plan in `text` over into `book`.
///
/// A person in the file is the one in the book with the same id or, failing that, the only one of
/// the same name; otherwise they are added. `new_id` gives a fresh id for each new person and row.
///
/// # Errors
/// Every fault in the file, in the order of the file. Then there are no edits at all.
pub fn import(
    table: &Table,
    book: &Book,
    text: &str,
    new_id: &mut dyn FnMut() -> u64,
) -> Result<Vec<Op>, Vec<Fault>> {
    if text.len() > LONGEST_FILE {
        return Err(vec![fault("", Problem::FileTooLarge)]);
    }
    // An editor on another system may have put a byte order mark before the text.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let plan: Plan = serde_json::from_str(text).map_err(|error| {
        let problem = Problem::NotJson { line: error.line(), column: error.column() };
        vec![fault("", problem)]
    })?;
    let mut reading =
        Reading { table, book, faults: Vec::new(), ops: Vec::new(), names: Vec::new() };
    reading.read(book, &plan, new_id);
    if reading.faults.is_empty() { Ok(reading.ops) } else { Err(reading.faults) }
}

struct Reading<'a> {
    table: &'a Table,
    book: &'a Book,
    faults: Vec<Fault>,
    ops: Vec<Op>,
    /// Everybody an answer may name: the book's people and the file's.
    names: Vec<(PersonId, String)>,
}

impl Reading<'_> {
    fn read(&mut self, book: &Book, plan: &Plan, new_id: &mut dyn FnMut() -> u64) {
        for key in &plan.unknown {
            let known = ["landvast", "language", "answers", "people"];
            let nearest = nearest_of(key, &known).map(str::to_owned);
            self.faults.push(fault(shown(key), Problem::UnknownKey { nearest }));
        }
        match plan.landvast.as_ref().and_then(Json::as_u64) {
            Some(version) if version == u64::from(VERSION) => {}
            Some(version) if version > u64::from(VERSION) => {
                self.faults.push(fault("landvast", Problem::NewerFormat));
            }
            _ => self.faults.push(fault("landvast", Problem::NoVersion)),
        }
        if let Some(language) = &plan.language {
            match language.as_str().and_then(Language::from_tag) {
                Some(language) if language != book.language => {
                    self.ops.push(Op::SetLanguage { language });
                }
                Some(_) => {}
                None => self.faults.push(fault("language", Problem::UnknownLanguage)),
            }
        }
        for (what, problem) in &plan.misshapen {
            self.faults.push(fault(*what, problem.clone()));
        }
        if plan.people.len() > MOST_ENTRIES {
            let entries = plan.people.len();
            self.faults.push(fault("people", Problem::TooMany { entries }));
            return;
        }
        self.names = book.people.iter().map(|p| (p.id, p.name().to_owned())).collect();
        let people = self.settle_people(book, plan, new_id);
        self.read_answers("answers", &plan.answers, Place::Plan, Owner::Plan, new_id);
        for (index, (person, id)) in plan.people.iter().zip(people).enumerate() {
            let at = format!("people[{index}]");
            self.read_answers(&at, person, Place::Person(id), Owner::Person, new_id);
        }
    }

    /// Decides for each person in the file who that is, before any answer names them.
    fn settle_people(
        &mut self,
        book: &Book,
        plan: &Plan,
        new_id: &mut dyn FnMut() -> u64,
    ) -> Vec<PersonId> {
        let mut settled: Vec<PersonId> = Vec::new();
        for person in &plan.people {
            let name = person.text("name").unwrap_or_default().trim().to_owned();
            let by_id = person.text("id").and_then(|id| id.parse().ok());
            let known = by_id.filter(|id| book.person(*id).is_some()).or_else(|| {
                let mut same = book.people.iter().filter(|p| !name.is_empty() && p.name() == name);
                same.next().filter(|_| same.next().is_none()).map(|p| p.id)
            });
            let known = known.filter(|id| !settled.contains(id));
            let id = known.unwrap_or_else(|| {
                let free = |id: &PersonId| book.person(*id).is_none() && !settled.contains(id);
                let id = by_id.filter(free).unwrap_or_else(|| PersonId(new_id()));
                self.ops.push(Op::AddPerson { id });
                id
            });
            self.names.retain(|(known, _)| *known != id);
            self.names.push((id, name));
            settled.push(id);
        }
        settled
    }

    fn read_answers(
        &mut self,
        at: &str,
        answers: &Pairs,
        place: Place,
        owner: Owner,
        new_id: &mut dyn FnMut() -> u64,
    ) {
        for (index, (key, json)) in answers.0.iter().enumerate() {
            let here = format!("{at}.{}", shown(key));
            if answers.0.iter().take(index).any(|(earlier, _)| earlier == key) {
                self.faults.push(fault(here, Problem::Twice));
                continue;
            }
            if owner == Owner::Person && key == "id" {
                if json.as_str().is_none_or(|id| id.parse::<PersonId>().is_err()) {
                    self.faults.push(fault(here, Problem::UnknownPerson));
                }
                continue;
            }
            let id = match owner {
                Owner::Plan => key.clone(),
                Owner::Person => format!("d.{key}"),
            };
            let Some(field) = self.table.field(&id).filter(|field| field.owner == owner) else {
                let nearest = self.table.nearest(key, owner).map(|field| match owner {
                    Owner::Plan => field.id.to_owned(),
                    Owner::Person => field.id.trim_start_matches("d.").to_owned(),
                });
                self.faults.push(fault(here, Problem::UnknownField { nearest }));
                continue;
            };
            if field.is_derived() {
                self.read_derived(&here, field, json);
                continue;
            }
            self.read_answer(&here, field, json, place, new_id);
        }
    }

    /// What is worked out takes no answer; the owner may have chosen who sees it.
    fn read_derived(&mut self, at: &str, field: &'static Field, json: &Json) {
        let only = |object: &Map<String, Json>| object.len() == 1 && field.may_be_shared();
        let chosen = json.as_object().filter(|object| only(object));
        let Some(audience) = chosen.and_then(|object| object.get("audience")) else {
            self.faults.push(fault(at, Problem::Derived));
            return;
        };
        match read_audience(audience, field, &self.names) {
            Ok(audience) if self.book.shared.get(field.id) == audience.as_ref() => {}
            Ok(audience) => self.ops.push(Op::Share { field: field.key(), audience }),
            Err(problem) => self.faults.push(fault(format!("{at}.audience"), problem)),
        }
    }

    fn read_answer(
        &mut self,
        at: &str,
        field: &'static Field,
        json: &Json,
        place: Place,
        new_id: &mut dyn FnMut() -> u64,
    ) {
        let whole = json.as_object().filter(|object| object.contains_key("value"));
        let value = whole.and_then(|object| object.get("value")).unwrap_or(json);
        let names = &self.names;
        let person = |name: &str| named(names, name);
        let value = match read_value(field.kind, value, &person, new_id) {
            Ok(value) => value,
            Err(problem) => {
                let place = place_of_fault(field.kind, value, &person);
                let at = place.map_or(at.to_owned(), |place| place.behind(at, count_rows(value)));
                self.faults.push(fault(at, problem));
                return;
            }
        };
        let before = self.book.answer(place, field.id);
        if value.is_empty() {
            let clear = Op::Clear { place, field: field.key() };
            self.ops.extend(before.map(|_| clear));
            return;
        }
        // What the file does not say stays as the owner decided it: above all who may see it.
        let mut answer = match before {
            Some(before) if before.value.says_the_same(&value) => before.clone(),
            _ => Answer {
                source: Source::Imported,
                reviewed_on: None,
                ..before.map_or_else(
                    || Answer::new(value.clone()),
                    |before| Answer { value: value.clone(), ..before.clone() },
                )
            },
        };
        if let Some(object) = whole {
            self.read_rest(at, field, object, &mut answer);
        }
        // What stands there already is no change, and not in the history.
        if before == Some(&answer) {
            return;
        }
        answer.updated_at = None;
        self.ops.push(Op::Write { place, field: field.key(), answer });
    }

    fn read_rest(
        &mut self,
        at: &str,
        field: &'static Field,
        object: &Map<String, Json>,
        answer: &mut Answer,
    ) {
        for (key, json) in object {
            let here = format!("{at}.{}", shown(key));
            let read = match key.as_str() {
                "value" => Ok(()),
                "card_text" => read_text(json).map(|text| answer.card_text = text),
                "audience" => read_audience(json, field, &self.names)
                    .map(|audience| answer.audience = audience),
                "reviewed_at" => read_day(json).map(|day| answer.reviewed_on = day),
                "source" => read_source(json).map(|source| answer.source = source),
                "lang" => read_text(json).map(|lang| answer.lang = lang),
                _ => {
                    let known = ["value", "card_text", "audience", "reviewed_at", "source", "lang"];
                    let nearest = nearest_of(key, &known).map(str::to_owned);
                    Err(Problem::UnknownKey { nearest })
                }
            };
            if let Err(problem) = read {
                self.faults.push(fault(here, problem));
            }
        }
    }
}

/// The name of a field in the open file: its id, without `d.` for a person's.
#[must_use]
pub fn key_of(field: &Field) -> &'static str {
    match field.owner {
        Owner::Plan => field.id,
        Owner::Person => field.id.strip_prefix("d.").unwrap_or(field.id),
    }
}
