//! What a screen or a command shows: plain data, a view a screen.

use chrono::{DateTime, NaiveDate, Utc};
use landvast_model::ids::CopyId;
use landvast_model::paper::{Form, PaperKind};
use landvast_model::{Audience, PersonId, Section, Source, Value};

use crate::fields::FieldSpec;

/// A section of the plan, or of one person, with its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionView {
    /// Which section.
    pub section: Section,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// Its fields, in the order of the table.
    pub fields: Vec<FieldView>,
}

/// A field and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// The field, with its words.
    pub spec: FieldSpec,
    /// The answer, if there is one.
    pub answer: Option<AnswerView>,
}

/// An answer, as it stands and in words.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerView {
    /// The answer.
    pub value: Value,
    /// The answer as a person reads it: dates, names and choices in words, a line an entry.
    pub shown: String,
    /// Shorter words for the card.
    pub card_text: Option<String>,
    /// Who may see it, if the owner chose.
    pub audience: Option<Audience>,
    /// Who may see it, in words.
    pub seen_by: String,
    /// Whether it stands on the card now.
    pub on_card: bool,
    /// When the owner last said that it is still right.
    pub reviewed_on: Option<NaiveDate>,
    /// How it came into the plan.
    pub source: Source,
    /// The language it is written in, if another than the plan's.
    pub lang: Option<String>,
    /// When it was last written.
    pub updated_at: Option<DateTime<Utc>>,
}

/// One of the owner's people.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonView {
    /// Who.
    pub id: PersonId,
    /// Their name; empty while they have none.
    pub name: String,
    /// In a line: who this is, and whether they agreed.
    pub about: String,
    /// Whether they stand on the card.
    pub on_card: bool,
    /// The answers about them.
    pub fields: Vec<FieldView>,
}

/// One wording that an answer had.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionView {
    /// The number of the action that wrote it.
    pub seq: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// When, in words, by the clock where the owner is.
    pub shown_at: String,
    /// The wording; `None` where it was taken away.
    pub shown: Option<String>,
}

/// A finding, in a sentence.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FindingView {
    /// What was found: the end of its message id.
    pub id: String,
    /// How much it matters: 1 the card would fail its reader, 2 it stands otherwise on paper,
    /// 3 a question that would help.
    pub weight: u8,
    /// The field it is about; empty for a whole paper.
    pub field: String,
    /// The person it is about.
    pub person: Option<PersonId>,
    /// The sentence, in the owner's language.
    pub sentence: String,
}

/// A copy that was given to somebody.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CopyView {
    /// Which copy.
    pub id: CopyId,
    /// Who got it.
    pub person: PersonId,
    /// Their name; "somebody without a name" if they are gone.
    pub name: String,
    /// Which paper.
    pub paper: PaperKind,
    /// Which version of it.
    pub version: u32,
    /// On paper, or as a file.
    pub form: Form,
    /// When it was given.
    pub given_on: NaiveDate,
    /// When it came back or was thrown away.
    pub returned_on: Option<NaiveDate>,
    /// Whether nothing newer was made since.
    pub is_newest: bool,
    /// In a line: "kaart, versie 2, op papier, sinds 3 maart 2026".
    pub shown: String,
}
