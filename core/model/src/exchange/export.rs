//! Out of the book: the whole plan as the open file.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::{VERSION, key_of};
use crate::audience::Audience;
use crate::book::{Answer, Book, Person, Source};
use crate::ids::{FieldKey, PersonId};
use crate::table::{Owner, Table};
use crate::value::Value;

/// The word by which the file names each of the owner's people.
type Called = BTreeMap<PersonId, Json>;

/// The whole plan as the open file: the owner's own exit from the book.
#[must_use]
pub fn export(table: &Table, book: &Book) -> Json {
    let called = called(book);
    let people: Vec<Json> = book
        .people
        .iter()
        .map(|person| {
            let mut object = answers(table, &called, Owner::Person, &person.answers);
            object.insert("id".to_owned(), Json::String(person.id.to_string()));
            Json::Object(object)
        })
        .collect();
    let mut plan = answers(table, &called, Owner::Plan, &book.answers);
    for field in table.owned(Owner::Plan) {
        let Some(audience) = book.shared.get(field.id) else { continue };
        plan.insert(field.id.to_owned(), json!({ "audience": audience_json(&called, audience) }));
    }
    json!({
        "landvast": VERSION,
        "language": book.language.tag(),
        "answers": plan,
        "people": people,
    })
}

fn answers(
    table: &Table,
    called: &Called,
    owner: Owner,
    answers: &BTreeMap<FieldKey, Answer>,
) -> Map<String, Json> {
    let mut object = Map::new();
    for field in table.owned(owner) {
        let Some(answer) = answers.get(field.id) else { continue };
        object.insert(key_of(field).to_owned(), answer_json(called, answer));
    }
    object
}

fn answer_json(called: &Called, answer: &Answer) -> Json {
    let mut object = Map::new();
    object.insert("value".to_owned(), value_json(called, &answer.value));
    let mut set = |key: &str, json: Json| object.insert(key.to_owned(), json);
    if let Some(text) = &answer.card_text {
        set("card_text", json!(text));
    }
    if let Some(audience) = &answer.audience {
        set("audience", audience_json(called, audience));
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

/// Each person by name where the name is theirs alone, otherwise by id.
fn called(book: &Book) -> Called {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for person in &book.people {
        *times.entry(person.name()).or_default() += 1;
    }
    let word = |person: &Person| {
        let name = person.name();
        let alone = times.get(name) == Some(&1);
        // A person called "anyone" would be read back as everybody.
        let group = ["me", "anyone", "professionals", "next_of_kin", "next-of-kin"].contains(&name);
        if alone && !group && !name.is_empty() { json!(name) } else { json!(person.id.to_string()) }
    };
    book.people.iter().map(|person| (person.id, word(person))).collect()
}

fn audience_json(called: &Called, audience: &Audience) -> Json {
    let flags = [
        (audience.anyone, "anyone"),
        (audience.professionals, "professionals"),
        (audience.next_of_kin, "next_of_kin"),
    ];
    let mut words: Vec<Json> =
        flags.iter().filter(|(on, _)| *on).map(|(_, word)| json!(word)).collect();
    words.extend(audience.people.iter().filter_map(|id| called.get(id).cloned()));
    Json::Array(words)
}

/// A value in the shape that the open file has for its kind.
fn value_json(called: &Called, value: &Value) -> Json {
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
                    cells.map(|(id, cell)| (id.clone(), value_json(called, cell))).collect();
                Json::Object(object)
            })
            .collect(),
        // Who is gone is named no more.
        Value::People(people) => people.iter().filter_map(|id| called.get(id).cloned()).collect(),
        Value::Agreement(agreement) => {
            json!({ "on": agreement.on, "answer": agreement.answer.id() })
        }
        Value::Sections(sections) => sections.iter().map(|section| json!(section.id())).collect(),
    }
}
