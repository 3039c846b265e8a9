//! The book: one person's plan, as it stands now.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::audience::Audience;
use crate::ids::{FieldKey, PersonId};
use crate::paper::{Copy, PaperKey, Papers};
use crate::value::Value;

/// One person's plan: the fold of its actions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Book {
    /// The sequence of the newest action in it; 0 before the first.
    pub seq: u64,
    /// The language the owner writes in.
    pub language: Language,
    /// Whether the plan is asleep, in use, over or withdrawn.
    #[serde(default)]
    pub state: PlanState,
    /// The plan's own answers.
    pub answers: BTreeMap<FieldKey, Answer>,
    /// The owner's people, in the order they were added.
    pub people: Vec<Person>,
    /// The papers made so far, by reader and kind.
    #[serde(default)]
    pub papers: BTreeMap<PaperKey, Papers>,
    /// The copies that were given away, in the order they were written down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<Copy>,
    /// The days on which a backup was made: what was written before then lies outside as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub backups: Vec<NaiveDate>,
    /// Who may see what is worked out, where the owner chose.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub shared: BTreeMap<FieldKey, Audience>,
}

/// A language the product speaks.
#[derive(
    Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// Every language, Dutch first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The language's tag by BCP 47: `nl`, `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The language with this tag, region ignored: `en-GB` is English.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// Where the plan stands. Somebody else saying so opens nothing and limits no right of the owner.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// It lies ready.
    #[default]
    Asleep,
    /// It is in use.
    InUse,
    /// The crisis is over; the time after it has begun.
    Over,
    /// The owner took it back.
    Withdrawn,
}

/// One of the owner's people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// The answers about them.
    pub answers: BTreeMap<FieldKey, Answer>,
}

/// Where an answer stands: in the plan, or with one person.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In the plan itself.
    Plan,
    /// With this person.
    Person(PersonId),
}

/// An answer, and what the owner decided about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What was answered.
    pub value: Value,
    /// Shorter words for the card, if the owner gave some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_text: Option<String>,
    /// Whether the answer changed after its shorter words were written; set by the action that
    /// wrote it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub card_text_is_older: bool,
    /// Who may see it, if the owner chose; otherwise the table row decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// When the owner last said that it is still right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_on: Option<NaiveDate>,
    /// How it came into the book.
    #[serde(default)]
    pub source: Source,
    /// The language it is written in (BCP 47), if it is another than the book's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// When it was last written; set by the action that wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<DateTime<Utc>>,
}

impl Answer {
    /// An answer with nothing decided about it: the table row says who sees it.
    #[must_use]
    pub fn new(value: Value) -> Self {
        Self {
            value,
            card_text: None,
            card_text_is_older: false,
            audience: None,
            reviewed_on: None,
            source: Source::Myself,
            lang: None,
            updated_at: None,
        }
    }
}

/// How an answer came into the book.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The owner wrote it.
    #[default]
    #[serde(rename = "self")]
    Myself,
    /// In a session with a consultant.
    WithConsultant,
    /// From a file.
    Imported,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 3] = [Self::Myself, Self::WithConsultant, Self::Imported];

    /// The source's id in export and schema.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Myself => "self",
            Self::WithConsultant => "with_consultant",
            Self::Imported => "imported",
        }
    }
}

impl Person {
    /// The answer to a field about this person.
    #[must_use]
    pub fn answer(&self, id: &str) -> Option<&Answer> {
        self.answers.get(id)
    }

    /// The person's name as the owner wrote it; empty while they have none.
    #[must_use]
    pub fn name(&self) -> &str {
        match self.answer(crate::rules::NAME).map(|answer| &answer.value) {
            Some(Value::Text(name)) => name.trim(),
            _ => "",
        }
    }
}

impl Book {
    /// The person with this id.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The answers that stand at `place`; none if the person is gone.
    #[must_use]
    pub fn answers_at(&self, place: Place) -> Option<&BTreeMap<FieldKey, Answer>> {
        match place {
            Place::Plan => Some(&self.answers),
            Place::Person(id) => self.person(id).map(|person| &person.answers),
        }
    }

    /// The answer to the field with this id at `place`.
    #[must_use]
    pub fn answer(&self, place: Place, id: &str) -> Option<&Answer> {
        self.answers_at(place)?.get(id)
    }

    /// Every answer with its place, the plan's first.
    pub fn all_answers(&self) -> impl Iterator<Item = (Place, &FieldKey, &Answer)> {
        let own = self.answers.iter().map(|(key, answer)| (Place::Plan, key, answer));
        let theirs = self.people.iter().flat_map(|person| {
            let place = Place::Person(person.id);
            person.answers.iter().map(move |(key, answer)| (place, key, answer))
        });
        own.chain(theirs)
    }

    pub(crate) fn answers_at_mut(
        &mut self,
        place: Place,
    ) -> Option<&mut BTreeMap<FieldKey, Answer>> {
        match place {
            Place::Plan => Some(&mut self.answers),
            Place::Person(id) => self
                .people
                .iter_mut()
                .find(|person| person.id == id)
                .map(|person| &mut person.answers),
        }
    }
}
