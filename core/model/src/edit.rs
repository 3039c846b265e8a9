//! From what somebody typed, or a file says, to a value of the right kind.
//!
//! There is one reader of values: it takes JSON. What is typed on a command line becomes JSON
//! first ([`typed`]), so that both follow the same rules and give the same faults.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use serde_json::{Value as Json, json};

use crate::hours::Hours;
use crate::ids::{PersonId, RowId};
use crate::kind::Kind;
use crate::table::Section;
use crate::value::{Agreement, Agrees, Misfit, Row, Value};

mod row_place;

pub use row_place::{RowPlace, count_rows, place_of_far_day, place_of_fault};

/// What is wrong with what was given. Each has its own sentence, `problem-…`, under
/// [`Problem::id`]. None holds what a person wrote.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Problem {
    /// The file is no JSON from here on.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// The file is larger than any plan.
    FileTooLarge,
    /// The file does not say that it is a plan: `"landvast": 1`.
    NoVersion,
    /// The file was written by a newer version.
    NewerFormat,
    /// A language that the product does not speak.
    UnknownLanguage,
    /// A key that means nothing here.
    UnknownKey {
        /// The known key that looks most like it.
        nearest: Option<String>,
    },
    /// The same key a second time.
    Twice,
    /// No field has this id.
    UnknownField {
        /// The known id that looks most like it.
        nearest: Option<String>,
    },
    /// A field that is worked out and never written.
    Derived,
    /// A value of another kind than the field's.
    WrongKind {
        /// The kind that is wanted: a name of [`Kind::name`], or `object`, `list`, `audience`.
        wanted: &'static str,
    },
    /// A text of more than [`crate::value::LONGEST_TEXT`] characters.
    TooLong {
        /// How many it has.
        chars: usize,
    },
    /// More than [`crate::value::MOST_ENTRIES`] lines, rows, numbers or people.
    TooMany {
        /// How many there are.
        entries: usize,
    },
    /// A choice that the field does not have.
    UnknownChoice {
        /// The ones it has.
        choices: Vec<String>,
        /// The one that looks most like it, where that is looked for: in what somebody typed.
        nearest: Option<String>,
    },
    /// A column that the field does not have.
    UnknownColumn {
        /// The ones it has.
        columns: Vec<String>,
    },
    /// A number outside 1 to `most`.
    OutOfRange {
        /// The largest allowed.
        most: u8,
    },
    /// A date that is not in the calendar: 31 February.
    NoSuchDay,
    /// A text that is no date.
    NotADay,
    /// A date that one reader takes for another day than the next: 03/04/2026.
    DayTwoWays,
    /// A day in a century that nobody means: see [`is_far_away`].
    DayFarAway,
    /// A text that is no hours.
    NotHours,
    /// Nobody has this name.
    UnknownPerson,
    /// Several people have this name.
    SeveralPeople,
    /// The field's row never gives the answer to these readers.
    NeverForThem,
    /// A field that no tick brings onto this paper.
    CannotTick,
}

impl Problem {
    /// The end of its message id.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "not-json",
            Self::FileTooLarge => "file-too-large",
            Self::NoVersion => "no-version",
            Self::NewerFormat => "newer-format",
            Self::UnknownLanguage => "unknown-language",
            Self::UnknownKey { .. } => "unknown-key",
            Self::Twice => "twice",
            Self::UnknownField { .. } => "unknown-field",
            Self::Derived => "derived",
            Self::WrongKind { .. } => "wrong-kind",
            Self::TooLong { .. } => "too-long",
            Self::TooMany { .. } => "too-many",
            Self::UnknownChoice { .. } => "unknown-choice",
            Self::UnknownColumn { .. } => "unknown-column",
            Self::OutOfRange { .. } => "out-of-range",
            Self::NoSuchDay => "no-such-day",
            Self::NotADay => "not-a-day",
            Self::DayTwoWays => "day-two-ways",
            Self::DayFarAway => "day-far-away",
            Self::NotHours => "not-hours",
            Self::UnknownPerson => "unknown-person",
            Self::SeveralPeople => "several-people",
            Self::NeverForThem => "never-for-them",
            Self::CannotTick => "cannot-tick",
        }
    }

    /// A choice that is none of these.
    #[must_use]
    pub const fn unknown_choice(choices: Vec<String>) -> Self {
        Self::UnknownChoice { choices, nearest: None }
    }

    /// What a misfit is for a field of `kind`.
    #[must_use]
    pub fn of(misfit: &Misfit, kind: Kind) -> Self {
        match *misfit {
            Misfit::WrongKind => Self::WrongKind { wanted: kind.name() },
            Misfit::Derived => Self::Derived,
            Misfit::TooLong { chars } => Self::TooLong { chars },
            Misfit::TooMany { entries } => Self::TooMany { entries },
            Misfit::UnknownChoice => Self::unknown_choice(owned(kind.choices())),
            Misfit::UnknownColumn { .. } => Self::UnknownColumn { columns: column_ids(kind) },
            Misfit::OutOfRange { most } => Self::OutOfRange { most },
        }
    }
}

fn owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

fn column_ids(kind: Kind) -> Vec<String> {
    kind.columns().iter().map(|column| column.id.to_owned()).collect()
}

/// How a name becomes a person.
pub type PersonFinder<'a> = &'a dyn Fn(&str) -> Result<PersonId, Problem>;

/// Reads a value of `kind` from JSON. Fresh rows get their ids from `new_id`.
///
/// One text stands for a list of one where a list is wanted.
///
/// # Errors
/// What is wrong with it. It is never half taken.
pub fn read_value(
    kind: Kind,
    json: &Json,
    person: PersonFinder<'_>,
    new_id: &mut dyn FnMut() -> u64,
) -> Result<Value, Problem> {
    let wrong = || Problem::WrongKind { wanted: kind.name() };
    let text = || json.as_str().ok_or_else(wrong);
    let texts = || match json {
        Json::String(text) => Ok(vec![text.clone()]),
        Json::Array(items) => {
            items.iter().map(|item| item.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
        }
        _ => Err(wrong()),
    };
    let value = match kind {
        Kind::Derived => return Err(Problem::Derived),
        Kind::Text => Value::Text(text()?.to_owned()),
        Kind::Choice(_) => Value::Choice(text()?.to_owned()),
        Kind::Lines => Value::Lines(texts()?),
        Kind::Phones => Value::Phones(texts()?),
        Kind::Day => Value::Day(read_day(text()?)?),
        Kind::Hours => Value::Hours(text()?.parse::<Hours>().map_err(|_| Problem::NotHours)?),
        Kind::Degree { most } => {
            let number = json.as_u64().ok_or_else(wrong)?;
            Value::Degree(u8::try_from(number).map_err(|_| Problem::OutOfRange { most })?)
        }
        Kind::People => {
            Value::People(texts()?.iter().map(|name| person(name)).collect::<Result<_, _>>()?)
        }
        Kind::Agreement => read_agreement(json).ok_or_else(wrong)??,
        Kind::Sections => Value::Sections(
            texts()?
                .iter()
                .map(|id| {
                    let choices = || Section::ALL.iter().map(|s| s.id().to_owned()).collect();
                    Section::from_id(id).ok_or_else(|| Problem::unknown_choice(choices()))
                })
                .collect::<Result<_, _>>()?,
        ),
        Kind::Rows(_) => match json {
            Json::Array(rows) => Value::Rows(
                rows.iter()
                    .map(|row| read_row(kind, row, person, new_id))
                    .collect::<Result<_, _>>()?,
            ),
            Json::Object(_) => Value::Rows(vec![read_row(kind, json, person, new_id)?]),
            _ => return Err(wrong()),
        },
    };
    value.fits(kind).map_err(|misfit| Problem::of(&misfit, kind))?;
    Ok(value)
}

/// Reads one row of a field of rows from a JSON object.
///
/// # Errors
/// What is wrong with it.
pub fn read_row(
    kind: Kind,
    json: &Json,
    person: PersonFinder<'_>,
    new_id: &mut dyn FnMut() -> u64,
) -> Result<Row, Problem> {
    let object = json.as_object().ok_or(Problem::WrongKind { wanted: "rows" })?;
    let mut cells = BTreeMap::new();
    for (id, cell) in object {
        let Some(column) = kind.columns().iter().find(|column| column.id == id) else {
            return Err(Problem::UnknownColumn { columns: column_ids(kind) });
        };
        if cell.is_null() {
            continue;
        }
        cells.insert(id.clone(), read_value(column.kind, cell, person, new_id)?);
    }
    Ok(Row { id: RowId(new_id()), cells })
}

fn read_agreement(json: &Json) -> Option<Result<Value, Problem>> {
    let object = json.as_object()?;
    let on = object.get("on")?.as_str()?;
    let id = object.get("answer")?.as_str()?;
    if object.len() != 2 {
        return None;
    }
    let choices = || Agrees::ALL.iter().map(|answer| answer.id().to_owned()).collect();
    let answer = Agrees::ALL.into_iter().find(|answer| answer.id() == id);
    let answer = answer.ok_or_else(|| Problem::unknown_choice(choices()));
    Some(read_day(on).and_then(|on| Ok(Value::Agreement(Agreement { on, answer: answer? }))))
}

/// Reads a day as people write it: `2026-03-01`, `1-3-2026`, `1.3.2026`, `31/3/2026`.
///
/// With slashes `03/04/2026` is the 3rd of April to one reader and the 4th of March to another. A
/// wrong day on an agreement is worse than being asked again, so that form is taken only where it
/// can be one day.
///
/// # Errors
/// [`Problem::NoSuchDay`] for a date that is not in the calendar, [`Problem::DayTwoWays`] for one
/// that can be two days, [`Problem::NotADay`] for anything that is no date, as it is without a year.
pub fn read_day(text: &str) -> Result<NaiveDate, Problem> {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.']).collect();
    let number = |part: &str| -> Result<u32, Problem> {
        let digits =
            !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        if digits { part.parse().map_err(|_| Problem::NotADay) } else { Err(Problem::NotADay) }
    };
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if year.len() == 4 => (year, month, day),
        _ => return Err(Problem::NotADay),
    };
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    let is_slashed = parts.last().is_some_and(|last| last.len() == 4) && text.contains('/');
    let may_be_month = |number: u32| (1..=MONTHS).contains(&number);
    if is_slashed && may_be_month(day) && day != month {
        // With the month first: two days, or one that is written in an order we do not read.
        return Err(if may_be_month(month) { Problem::DayTwoWays } else { Problem::NotADay });
    }
    let year = i32::try_from(year).map_err(|_| Problem::NotADay)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Problem::NoSuchDay)
}

/// Months in a year.
const MONTHS: u32 = 12;

/// Years between a day that somebody means and today, at most: the longest life.
const FAR_YEARS: u32 = 120;

/// Whether a day in this value lies more than a lifetime from today: a slip of the pen.
#[must_use]
pub fn is_far_away(value: &Value, today: NaiveDate) -> bool {
    let far = Months::new(FAR_YEARS * MONTHS);
    let is_far = |day: NaiveDate| {
        today.checked_sub_months(far).is_some_and(|first| day < first)
            || today.checked_add_months(far).is_some_and(|last| day > last)
    };
    match value {
        Value::Day(day) => is_far(*day),
        Value::Agreement(agreement) => is_far(agreement.on),
        Value::Rows(rows) => {
            rows.iter().flat_map(|row| row.cells.values()).any(|cell| is_far_away(cell, today))
        }
        _ => false,
    }
}

/// What was typed for a field of `kind`, as the JSON that [`read_value`] reads.
///
/// Several words make one text, several values make several lines, numbers, people or sections.
#[must_use]
pub fn typed(kind: Kind, values: &[String]) -> Json {
    match kind {
        Kind::Lines | Kind::Phones | Kind::People | Kind::Sections => json!(values),
        Kind::Degree { .. } => {
            let number = values.first().and_then(|value| value.trim().parse::<u64>().ok());
            number
                .filter(|_| values.len() == 1)
                .map_or_else(|| json!(values.join(" ")), |n| json!(n))
        }
        // `yes 2026-03-01`, in either order.
        Kind::Agreement => match values {
            [a, b] if read_day(a) != Err(Problem::NotADay) => {
                json!({ "on": a, "answer": b })
            }
            [a, b] => json!({ "on": b, "answer": a }),
            _ => json!(values.join(" ")),
        },
        // A single JSON list or object may be typed for rows.
        Kind::Rows(_) => serde_json::from_str(&values.join(" ")).unwrap_or_else(|_| json!(values)),
        Kind::Text | Kind::Choice(_) | Kind::Day | Kind::Hours | Kind::Derived => {
            json!(values.join(" "))
        }
    }
}
