//! Answers and what they are made of.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use landvast::{
    Agreement, Agrees, Audience, Blank, CheckCode, CopyId, Fault, Form, Hours, Language, PaperKind,
    PersonId, Place, PlanError, PlanState, Problem, Row, RowId, Section, Source, Value,
};

/// A day, in the type that each language has for it.
pub(crate) type Day = NaiveDate;
/// A moment, in the type that each language has for it.
pub(crate) type Moment = DateTime<Utc>;
/// How many.
pub(crate) type Count = usize;
/// A word out of a fixed set of the core's own, such as a kind of answer.
pub(crate) type Named = &'static str;
/// The cells of a row by the id of their column.
type Cells = BTreeMap<String, Value>;
/// Some of the owner's people, each once.
type PeopleSet = BTreeSet<PersonId>;
/// Some sections of the plan, each once.
type SectionSet = BTreeSet<Section>;

uniffi::custom_type!(Day, String, {
    remote,
    lower: |day| day.to_string(),
    try_lift: |text| Ok(text.parse()?),
});
uniffi::custom_type!(Moment, i64, {
    remote,
    lower: |moment| moment.timestamp_millis(),
    try_lift: |millis| Ok(DateTime::from_timestamp_millis(millis).ok_or(PlanError::Internal)?),
});
uniffi::custom_type!(Count, u64, {
    remote,
    lower: |count| count.try_into().unwrap_or(u64::MAX),
    try_lift: |count| Ok(count.try_into()?),
});
uniffi::custom_type!(Named, String, {
    remote,
    lower: |name| name.to_owned(),
    try_lift: |name| Ok(known(&name).ok_or(PlanError::Internal)?),
});
uniffi::custom_type!(Cells, HashMap<String, Value>, {
    remote,
    lower: |cells| cells.into_iter().collect(),
    try_lift: |cells| Ok(cells.into_iter().collect()),
});
uniffi::custom_type!(PeopleSet, Vec<PersonId>, {
    remote,
    lower: |people| people.into_iter().collect(),
    try_lift: |people| Ok(people.into_iter().collect()),
});
uniffi::custom_type!(SectionSet, Vec<Section>, {
    remote,
    lower: |sections| sections.into_iter().collect(),
    try_lift: |sections| Ok(sections.into_iter().collect()),
});
uniffi::custom_type!(PersonId, u64, { remote, lower: |id| id.0, try_lift: |id| Ok(PersonId(id)) });
uniffi::custom_type!(CopyId, u64, { remote, lower: |id| id.0, try_lift: |id| Ok(CopyId(id)) });
uniffi::custom_type!(RowId, u64, { remote, lower: |id| id.0, try_lift: |id| Ok(RowId(id)) });
uniffi::custom_type!(Hours, String, {
    remote,
    lower: |hours| hours.to_string(),
    try_lift: |text| Ok(text.parse().map_err(|_| not(Problem::NotHours))?),
});
uniffi::custom_type!(CheckCode, String, {
    remote,
    lower: |code| code.to_string(),
    try_lift: |text| Ok(text.parse()?),
});

/// What was given is no value at all; which field it was meant for is not known here.
fn not(problem: Problem) -> PlanError {
    PlanError::Invalid { faults: vec![Fault { at: String::new(), problem }] }
}

/// The kinds that an error can ask for. One that is missing here could still be thrown, but not be
/// handed back to be said in a sentence.
const NAMES: [&str; 16] = [
    "object",
    "list",
    "audience",
    "text",
    "lines",
    "choice",
    "day",
    "phones",
    "hours",
    "degree",
    "rows",
    "people",
    "agreement",
    "sections",
    "derived",
    "passphrase",
];

fn known(name: &str) -> Option<Named> {
    NAMES.into_iter().find(|known| *known == name)
}

#[uniffi::remote(Enum)]
pub enum Language {
    Nl,
    En,
}

#[uniffi::remote(Enum)]
pub enum Section {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    W,
}

#[uniffi::remote(Enum)]
pub enum Place {
    Plan,
    Person(PersonId),
}

#[uniffi::remote(Enum)]
pub enum PlanState {
    Asleep,
    InUse,
    Over,
    Withdrawn,
}

#[uniffi::remote(Enum)]
pub enum PaperKind {
    Card,
    Sheet,
    Plan,
    Wishes,
    Agreements,
}

#[uniffi::remote(Enum)]
pub enum Blank {
    Card,
    Mini,
    Sheet,
    Plan,
    Wishes,
    Agreements,
}

#[uniffi::remote(Enum)]
pub enum Form {
    Paper,
    Digital,
}

#[uniffi::remote(Enum)]
pub enum Source {
    Myself,
    WithConsultant,
    Imported,
}

#[uniffi::remote(Enum)]
pub enum Value {
    Text(String),
    Lines(Vec<String>),
    Choice(String),
    Day(Day),
    Phones(Vec<String>),
    Hours(Hours),
    Degree(u8),
    Rows(Vec<Row>),
    People(Vec<PersonId>),
    Agreement(Agreement),
    Sections(SectionSet),
}

#[uniffi::remote(Record)]
pub struct Row {
    pub id: RowId,
    pub cells: Cells,
}

#[uniffi::remote(Record)]
pub struct Agreement {
    pub on: Day,
    pub answer: Agrees,
}

#[uniffi::remote(Enum)]
pub enum Agrees {
    Yes,
    Partly,
    No,
}

#[uniffi::remote(Record)]
pub struct Audience {
    pub anyone: bool,
    pub professionals: bool,
    pub next_of_kin: bool,
    pub people: PeopleSet,
}
