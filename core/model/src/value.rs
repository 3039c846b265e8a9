//! What an answer holds: one value of the kind its field asks for.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::hours::Hours;
use crate::ids::{PersonId, RowId};
use crate::kind::Kind;
use crate::table::Section;

/// The longest text that any one value may hold, in characters.
///
/// Far more than anybody writes in one answer; it bounds what a hostile import can make us carry.
pub const LONGEST_TEXT: usize = 20_000;
/// The most lines, rows, numbers or people in one answer.
pub const MOST_ENTRIES: usize = 200;

/// What an answer holds.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// One text.
    Text(String),
    /// Several short texts.
    Lines(Vec<String>),
    /// The id of what was chosen.
    Choice(String),
    /// A day.
    Day(NaiveDate),
    /// Telephone numbers as they were typed.
    Phones(Vec<String>),
    /// Hours of the week.
    Hours(Hours),
    /// A whole number from 1.
    Degree(u8),
    /// Rows.
    Rows(Vec<Row>),
    /// People among the owner's people.
    People(Vec<PersonId>),
    /// What somebody answered, and when.
    Agreement(Agreement),
    /// Sections of the plan.
    Sections(BTreeSet<Section>),
}

/// One row of an answer with rows.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Which row; stays the same while its cells change.
    pub id: RowId,
    /// Its cells by column id. A column without a cell was left empty.
    pub cells: BTreeMap<String, Value>,
}

impl Row {
    /// The people whom its cells refer to, gone or not.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        self.cells
            .values()
            .flat_map(|cell| match cell {
                Value::People(people) => people.as_slice(),
                _ => &[],
            })
            .copied()
    }

    /// Whether it names this person as one of its parties.
    #[must_use]
    pub fn names(&self, person: PersonId) -> bool {
        self.people().any(|named| named == person)
    }
}

/// What somebody answered when they were asked, and on which day.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// The day of the answer.
    pub on: NaiveDate,
    /// The answer.
    pub answer: Agrees,
}

/// An answer to "may I name you, and will you do this?"
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agrees {
    /// Yes.
    Yes,
    /// Yes to a part of it.
    Partly,
    /// No.
    No,
}

impl Agrees {
    /// Every answer, in the order it is offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];

    /// The answer's id in export, schema and words.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
        }
    }
}

/// Why a value does not fit its field.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Misfit {
    /// It is of another kind than the field asks for.
    WrongKind,
    /// A field that is worked out, never written.
    Derived,
    /// A text of more than [`LONGEST_TEXT`] characters.
    TooLong {
        /// How many characters it has.
        chars: usize,
    },
    /// More than [`MOST_ENTRIES`] lines, rows, numbers or people.
    TooMany {
        /// How many there are.
        entries: usize,
    },
    /// No choice of this field has that id.
    UnknownChoice,
    /// No column of this field has that id.
    UnknownColumn {
        /// The column id as it was given; an id, not what somebody wrote in it.
        column: String,
    },
    /// A number outside 1 to the field's largest.
    OutOfRange {
        /// The largest number allowed.
        most: u8,
    },
}

impl Value {
    /// Whether it says the same as another, whichever ids their rows have.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Rows(these), Self::Rows(others)) => {
                these.iter().map(|row| &row.cells).eq(others.iter().map(|row| &row.cells))
            }
            (this, other) => this == other,
        }
    }

    /// Whether there is nothing in it: an empty text, no lines. Writing such a value clears.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Choice(text) => text.trim().is_empty(),
            Self::Lines(texts) | Self::Phones(texts) => texts.iter().all(|t| t.trim().is_empty()),
            Self::Rows(rows) => rows.iter().all(|row| row.cells.values().all(Self::is_empty)),
            Self::People(people) => people.is_empty(),
            Self::Sections(_)
            | Self::Day(_)
            | Self::Hours(_)
            | Self::Degree(_)
            | Self::Agreement(_) => false,
        }
    }

    /// Every text that a person wrote in it, in order.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(text) => vec![text],
            Self::Lines(texts) | Self::Phones(texts) => texts.iter().map(String::as_str).collect(),
            Self::Rows(rows) => {
                rows.iter().flat_map(|row| row.cells.values().flat_map(Self::texts)).collect()
            }
            Self::Choice(_)
            | Self::Day(_)
            | Self::Hours(_)
            | Self::Degree(_)
            | Self::People(_)
            | Self::Agreement(_)
            | Self::Sections(_) => Vec::new(),
        }
    }

    /// Checks that this value is one that a field of `kind` can hold.
    ///
    /// # Errors
    /// [`Misfit`] says in what it does not fit; it never holds what the person wrote.
    pub fn fits(&self, kind: Kind) -> Result<(), Misfit> {
        match (self, kind) {
            (_, Kind::Derived) => Err(Misfit::Derived),
            (Self::Text(text), Kind::Text) => fits_text(text),
            (Self::Lines(texts), Kind::Lines) | (Self::Phones(texts), Kind::Phones) => {
                fits_count(texts.len())?;
                texts.iter().try_for_each(|text| fits_text(text))
            }
            (Self::Choice(id), Kind::Choice(choices)) => {
                if choices.contains(&id.as_str()) {
                    Ok(())
                } else {
                    Err(Misfit::UnknownChoice)
                }
            }
            (Self::Degree(degree), Kind::Degree { most }) => {
                if (1..=most).contains(degree) {
                    Ok(())
                } else {
                    Err(Misfit::OutOfRange { most })
                }
            }
            (Self::Rows(rows), Kind::Rows(columns)) => {
                fits_count(rows.len())?;
                for (id, cell) in rows.iter().flat_map(|row| &row.cells) {
                    let Some(column) = columns.iter().find(|column| column.id == id) else {
                        return Err(Misfit::UnknownColumn { column: id.clone() });
                    };
                    cell.fits(column.kind)?;
                }
                Ok(())
            }
            (Self::People(people), Kind::People) => fits_count(people.len()),
            (Self::Day(_), Kind::Day)
            | (Self::Hours(_), Kind::Hours)
            | (Self::Agreement(_), Kind::Agreement)
            | (Self::Sections(_), Kind::Sections) => Ok(()),
            _ => Err(Misfit::WrongKind),
        }
    }
}

fn fits_text(text: &str) -> Result<(), Misfit> {
    let chars = text.chars().count();
    if chars > LONGEST_TEXT { Err(Misfit::TooLong { chars }) } else { Ok(()) }
}

fn fits_count(entries: usize) -> Result<(), Misfit> {
    if entries > MOST_ENTRIES { Err(Misfit::TooMany { entries }) } else { Ok(()) }
}
