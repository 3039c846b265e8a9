//! The JSON Schema of the open file, written from the table.

use serde_json::{Map, Value as Json, json};

use crate::audience::Audience;
use crate::book::{Language, Source};
use crate::exchange::{VERSION, key_of};
use crate::kind::Kind;
use crate::table::{Field, Owner, Section, Table};
use crate::value::{Agrees, LONGEST_TEXT, MOST_ENTRIES};

/// The JSON Schema (draft 2020-12) of the open file. `title` gives a field's label.
#[must_use]
pub fn schema(table: &Table, title: &dyn Fn(&Field) -> String) -> Json {
    let properties = |owner: Owner| -> Map<String, Json> {
        table
            .owned(owner)
            .filter(|field| !field.is_derived() || field.may_be_shared())
            .map(|field| (key_of(field).to_owned(), answer(field, title)))
            .collect()
    };
    let mut person = properties(Owner::Person);
    person.insert("id".to_owned(), json!({ "type": "string", "pattern": "^[0-9a-f]{16}$" }));
    let languages: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
    let sources: Vec<&str> = Source::ALL.iter().map(|source| source.id()).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Landvast",
        "type": "object",
        "required": ["landvast"],
        "additionalProperties": false,
        "properties": {
            "landvast": { "const": VERSION },
            "language": { "enum": languages },
            "backup": { "type": "object" },
            "answers": {
                "type": "object",
                "additionalProperties": false,
                "properties": properties(Owner::Plan),
            },
            "people": {
                "type": "array",
                "maxItems": MOST_ENTRIES,
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": person,
                },
            },
        },
        "$defs": {
            "text": { "type": "string", "maxLength": LONGEST_TEXT },
            "day": { "type": "string", "format": "date" },
            "texts": {
                "anyOf": [
                    { "$ref": "#/$defs/text" },
                    {
                        "type": "array",
                        "maxItems": MOST_ENTRIES,
                        "items": { "$ref": "#/$defs/text" },
                    },
                ],
            },
            "audience": {
                "description": audience_words(),
                "type": "array",
                "items": { "type": "string" },
            },
            "source": { "enum": sources },
        },
    })
}

fn audience_words() -> String {
    // The same words that `Audience` is written in.
    let all =
        Audience { anyone: true, professionals: true, next_of_kin: true, ..Audience::default() };
    let words = serde_json::to_string(&all).unwrap_or_default();
    format!("[] or [\"me\"]; {words}; or people by name")
}

fn answer(field: &Field, title: &dyn Fn(&Field) -> String) -> Json {
    if field.is_derived() {
        return json!({
            "title": title(field),
            "type": "object",
            "required": ["audience"],
            "additionalProperties": false,
            "properties": { "audience": { "$ref": "#/$defs/audience" } },
        });
    }
    let value = value(field.kind);
    json!({
        "title": title(field),
        "anyOf": [
            value,
            {
                "type": "object",
                "required": ["value"],
                "additionalProperties": false,
                "properties": {
                    "value": value,
                    "card_text": { "$ref": "#/$defs/text" },
                    "audience": { "$ref": "#/$defs/audience" },
                    "reviewed_at": { "$ref": "#/$defs/day" },
                    "source": { "$ref": "#/$defs/source" },
                    "lang": { "type": "string" },
                },
            },
        ],
    })
}

fn value(kind: Kind) -> Json {
    match kind {
        Kind::Text => json!({ "$ref": "#/$defs/text" }),
        Kind::Lines | Kind::Phones | Kind::People => json!({ "$ref": "#/$defs/texts" }),
        Kind::Choice(choices) => json!({ "enum": choices }),
        Kind::Day => json!({ "$ref": "#/$defs/day" }),
        Kind::Hours => json!({ "type": "string", "examples": ["mo-fr 09:00-17:00", "always"] }),
        Kind::Degree { most } => json!({ "type": "integer", "minimum": 1, "maximum": most }),
        Kind::Rows(columns) => {
            let cells: Map<String, Json> =
                columns.iter().map(|c| (c.id.to_owned(), value(c.kind))).collect();
            json!({
                "type": "array",
                "maxItems": MOST_ENTRIES,
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": cells,
                },
            })
        }
        Kind::Agreement => {
            let answers: Vec<&str> = Agrees::ALL.iter().map(|answer| answer.id()).collect();
            json!({
                "type": "object",
                "required": ["on", "answer"],
                "additionalProperties": false,
                "properties": { "on": { "$ref": "#/$defs/day" }, "answer": { "enum": answers } },
            })
        }
        Kind::Sections => {
            let sections: Vec<&str> = Section::ALL.iter().map(|section| section.id()).collect();
            json!({ "type": "array", "items": { "enum": sections } })
        }
        Kind::Derived => json!(false),
    }
}
