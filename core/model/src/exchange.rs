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
//! "reviewed_at": …, "source": …, "lang": …}`. A person's fields have no `d.` before them. Reading
//! is total: every fault is listed, and one fault means that nothing is taken over.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use crate::action::Op;
use crate::audience::Audience;
use crate::book::{Answer, Book, Language, Person, Place, Source};
use crate::edit::{Problem, read_value};
use crate::ids::PersonId;
use crate::table::{Field, Owner, Table};
use crate::value::{LONGEST_TEXT, MOST_ENTRIES, Value};

mod pairs;

use pairs::{Pairs, Plan};

/// The version of the file's shape.
pub const VERSION: u32 = 1;
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
                self.faults.push(fault(here, Problem::Derived));
                continue;
            }
            self.read_answer(&here, field, json, place, new_id);
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
        let before = before.cloned().unwrap_or_else(|| Answer::new(value.clone()));
        let mut answer = Answer {
            value,
            source: Source::Imported,
            reviewed_on: None,
            updated_at: None,
            ..before
        };
        if let Some(object) = whole {
            self.read_rest(at, field, object, &mut answer);
        }
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

/// A key as it may be shown in a fault: an id is short and plain; anything else is what somebody
/// wrote, and stays out of errors.
fn shown(key: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '[' | ']');
    if key.len() <= 40 && key.chars().all(plain) { key.to_owned() } else { "…".to_owned() }
}

fn nearest_of<'a>(key: &str, known: &[&'a str]) -> Option<&'a str> {
    let likeness = |other: &str| strsim::jaro_winkler(other, key);
    let best = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(best) > 0.7).then_some(*best)
}

fn named(names: &[(PersonId, String)], name: &str) -> Result<PersonId, Problem> {
    let name = name.trim();
    if let Some((id, _)) = names.iter().find(|(id, _)| id.to_string() == name) {
        return Ok(*id);
    }
    let mut same = names.iter().filter(|(_, known)| !name.is_empty() && known == name);
    match (same.next(), same.next()) {
        (Some((id, _)), None) => Ok(*id),
        (Some(_), Some(_)) => Err(Problem::SeveralPeople),
        (None, _) => Err(Problem::UnknownPerson),
    }
}

fn read_text(json: &Json) -> Result<Option<String>, Problem> {
    match json {
        Json::Null => Ok(None),
        Json::String(text) => {
            let chars = text.chars().count();
            if chars > LONGEST_TEXT {
                Err(Problem::TooLong { chars })
            } else {
                Ok(Some(text.clone()))
            }
        }
        _ => Err(Problem::WrongKind { wanted: "text" }),
    }
}

fn read_day(json: &Json) -> Result<Option<chrono::NaiveDate>, Problem> {
    match json {
        Json::Null => Ok(None),
        Json::String(text) => crate::edit::read_day(text).map(Some),
        _ => Err(Problem::WrongKind { wanted: "day" }),
    }
}

fn read_source(json: &Json) -> Result<Source, Problem> {
    let id = json.as_str().unwrap_or_default();
    let choices = Source::ALL.iter().map(|source| source.id().to_owned()).collect();
    Source::ALL
        .into_iter()
        .find(|source| source.id() == id)
        .ok_or(Problem::UnknownChoice { choices })
}

fn read_audience(
    json: &Json,
    field: &Field,
    names: &[(PersonId, String)],
) -> Result<Option<Audience>, Problem> {
    if json.is_null() {
        return Ok(None);
    }
    let words: Option<Vec<&str>> =
        json.as_array().and_then(|words| words.iter().map(Json::as_str).collect());
    let words = words.ok_or(Problem::WrongKind { wanted: "audience" })?;
    audience(&words, field, &|name| named(names, name)).map(Some)
}

/// The audience that these words name: `me`, `next_of_kin`, `professionals`, `anyone`, or people
/// by name or id.
///
/// # Errors
/// When a name is nobody's or several people's, or when the field's row never gives it to them.
pub fn audience(
    words: &[&str],
    field: &Field,
    person: &dyn Fn(&str) -> Result<PersonId, Problem>,
) -> Result<Audience, Problem> {
    let mut audience = Audience::only_me();
    for word in words {
        match *word {
            "me" => {}
            "anyone" => audience.anyone = true,
            "professionals" => audience.professionals = true,
            "next_of_kin" | "next-of-kin" => audience.next_of_kin = true,
            name => {
                audience.people.insert(person(name)?);
            }
        }
    }
    if audience.is_allowed(field) { Ok(audience) } else { Err(Problem::NeverForThem) }
}

/// The whole plan as the open file: the owner's own exit from the book.
#[must_use]
pub fn export(table: &Table, book: &Book) -> Json {
    let people: Vec<Json> = book
        .people
        .iter()
        .map(|person| {
            let mut object = answers(table, book, Owner::Person, &person.answers);
            object.insert("id".to_owned(), Json::String(person.id.to_string()));
            Json::Object(object)
        })
        .collect();
    json!({
        "landvast": VERSION,
        "language": book.language.tag(),
        "answers": answers(table, book, Owner::Plan, &book.answers),
        "people": people,
    })
}

fn answers(
    table: &Table,
    book: &Book,
    owner: Owner,
    answers: &BTreeMap<crate::FieldKey, Answer>,
) -> Map<String, Json> {
    let mut object = Map::new();
    for field in table.owned(owner) {
        let Some(answer) = answers.get(field.id) else { continue };
        let key = match owner {
            Owner::Plan => field.id,
            Owner::Person => field.id.trim_start_matches("d."),
        };
        object.insert(key.to_owned(), answer_json(book, answer));
    }
    object
}

fn answer_json(book: &Book, answer: &Answer) -> Json {
    let mut object = Map::new();
    object.insert("value".to_owned(), value_json(book, &answer.value));
    let mut set = |key: &str, json: Json| object.insert(key.to_owned(), json);
    if let Some(text) = &answer.card_text {
        set("card_text", json!(text));
    }
    if let Some(audience) = &answer.audience {
        set("audience", audience_json(book, audience));
    }
    if let Some(day) = answer.reviewed_on {
        set("reviewed_at", json!(day));
    }
    if answer.source != Source::Imported {
        set("source", json!(answer.source.id()));
    }
    if let Some(lang) = &answer.lang {
        set("lang", json!(lang));
    }
    if object.len() == 1 {
        return object.remove("value").unwrap_or_default();
    }
    Json::Object(object)
}

/// A person by name where the name is theirs alone, otherwise by id.
fn person_json(book: &Book, id: PersonId) -> Json {
    let name = book.person(id).map(Person::name).unwrap_or_default();
    let alone = book.people.iter().filter(|person| person.name() == name).count() == 1;
    // A person called "anyone" would be read back as everybody.
    let word = ["me", "anyone", "professionals", "next_of_kin", "next-of-kin"].contains(&name);
    if alone && !word && !name.is_empty() { json!(name) } else { json!(id.to_string()) }
}

fn audience_json(book: &Book, audience: &Audience) -> Json {
    let flags = [
        (audience.anyone, "anyone"),
        (audience.professionals, "professionals"),
        (audience.next_of_kin, "next_of_kin"),
    ];
    let mut words: Vec<Json> =
        flags.iter().filter(|(on, _)| *on).map(|(_, word)| json!(word)).collect();
    let gone = |id: &&PersonId| book.person(**id).is_some();
    words.extend(audience.people.iter().filter(gone).map(|id| person_json(book, *id)));
    Json::Array(words)
}

/// A value in the shape that the open file has for its kind.
#[must_use]
pub fn value_json(book: &Book, value: &Value) -> Json {
    match value {
        Value::Text(text) | Value::Choice(text) => json!(text),
        Value::Lines(texts) | Value::Phones(texts) => json!(texts),
        Value::Day(day) => json!(day),
        Value::Hours(hours) => json!(hours),
        Value::Degree(degree) => json!(degree),
        Value::Rows(rows) => rows
            .iter()
            .map(|row| {
                let cells = row.cells.iter().filter(|(_, cell)| !cell.is_empty());
                let object: Map<String, Json> =
                    cells.map(|(id, cell)| (id.clone(), value_json(book, cell))).collect();
                Json::Object(object)
            })
            .collect(),
        Value::People(people) => {
            let known = people.iter().filter(|id| book.person(**id).is_some());
            known.map(|id| person_json(book, *id)).collect()
        }
        Value::Agreement(agreement) => {
            json!({ "on": agreement.on, "answer": agreement.answer.id() })
        }
        Value::Sections(sections) => sections.iter().map(|section| json!(section.id())).collect(),
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

/// The name under which a person is found by what somebody typed: the id or, failing that, the
/// only person of that name.
///
/// # Errors
/// [`Problem::UnknownPerson`] or [`Problem::SeveralPeople`].
pub fn find_person(book: &Book, typed: &str) -> Result<PersonId, Problem> {
    let names: Vec<(PersonId, String)> =
        book.people.iter().map(|person| (person.id, person.name().to_owned())).collect();
    let exact = named(&names, typed);
    if exact != Err(Problem::UnknownPerson) {
        return exact;
    }
    let lower: Vec<(PersonId, String)> =
        names.into_iter().map(|(id, name)| (id, name.to_lowercase())).collect();
    named(&lower, &typed.to_lowercase())
}
