//! The words of the open file that are no answers: people, audiences, days, sources, keys.

use serde_json::Value as Json;

use crate::audience::Audience;
use crate::book::{Book, Source};
use crate::edit::Problem;
use crate::ids::PersonId;
use crate::table::Field;
use crate::value::LONGEST_TEXT;

/// A key as it may be shown in a fault: an id is short and plain; anything else is what somebody
/// wrote, and stays out of errors.
pub(super) fn shown(key: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '[' | ']');
    if key.len() <= 40 && key.chars().all(plain) { key.to_owned() } else { "…".to_owned() }
}

pub(super) fn nearest_of<'a>(key: &str, known: &[&'a str]) -> Option<&'a str> {
    let likeness = |other: &str| strsim::jaro_winkler(other, key);
    let best = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(best) > 0.7).then_some(*best)
}

pub(super) fn named(names: &[(PersonId, String)], name: &str) -> Result<PersonId, Problem> {
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

pub(super) fn read_text(json: &Json) -> Result<Option<String>, Problem> {
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

pub(super) fn read_day(json: &Json) -> Result<Option<chrono::NaiveDate>, Problem> {
    match json {
        Json::Null => Ok(None),
        Json::String(text) => crate::edit::read_day(text).map(Some),
        _ => Err(Problem::WrongKind { wanted: "day" }),
    }
}

pub(super) fn read_source(json: &Json) -> Result<Source, Problem> {
    let id = json.as_str().unwrap_or_default();
    let choices = Source::ALL.iter().map(|source| source.id().to_owned()).collect();
    Source::ALL.into_iter().find(|source| source.id() == id).ok_or(Problem::unknown_choice(choices))
}

pub(super) fn read_audience(
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
