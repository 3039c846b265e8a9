//! Papers that were made: what kind for which reader, their version, their day and their code; and
//! the ledger of who holds a copy.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::audience::Reader;
use crate::ids::{CopyId, PersonId};

mod code;

pub use code::{CheckCode, NotACheckCode};

/// A kind of paper. However it is folded or laid out, a card is one paper.
#[derive(
    Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// The small card, for anyone who finds its owner in trouble.
    #[default]
    Card,
    /// The sheet for one next of kin.
    Sheet,
    /// The full plan, for the owner or one professional.
    Plan,
    /// The page of wishes, for a talk about care.
    Wishes,
    /// The page of agreements, three columns: I, my people, my professionals.
    Agreements,
}

impl PaperKind {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::Card, Self::Sheet, Self::Plan, Self::Wishes, Self::Agreements];

    /// The kind's id in stored papers and on a command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Sheet => "sheet",
            Self::Plan => "plan",
            Self::Wishes => "wishes",
            Self::Agreements => "agreements",
        }
    }

    /// The kind with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// Which papers count together: those of one kind for one reader. So a version tells nothing about
/// what others got.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct PaperKey {
    /// For whom.
    pub reader: Reader,
    /// What.
    pub kind: PaperKind,
}

impl PaperKey {
    /// The card, which is for anyone.
    pub const CARD: Self = Self { reader: Reader::Anyone, kind: PaperKind::Card };

    /// This person's own paper of that kind; a card is anyone's.
    #[must_use]
    pub const fn of(person: PersonId, kind: PaperKind) -> Self {
        match kind {
            PaperKind::Card => Self::CARD,
            _ => Self { reader: Reader::Person(person), kind },
        }
    }
}

/// A text that names no papers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotAPaperKey;

impl fmt::Display for NotAPaperKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not a reader and a kind of paper such as `anyone/card`")
    }
}

impl std::error::Error for NotAPaperKey {}

impl fmt::Display for PaperKey {
    /// A key that sorts and stays: `anyone/card`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.reader, self.kind.id())
    }
}

impl FromStr for PaperKey {
    type Err = NotAPaperKey;

    fn from_str(text: &str) -> Result<Self, NotAPaperKey> {
        // Before there were other papers, a reader alone meant the card.
        let (reader, kind) = text.split_once('/').unwrap_or((text, PaperKind::Card.id()));
        let reader = reader.parse().map_err(|_| NotAPaperKey)?;
        let kind = PaperKind::from_id(kind).ok_or(NotAPaperKey)?;
        Ok(Self { reader, kind })
    }
}

impl Serialize for PaperKey {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PaperKey {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let word = <std::borrow::Cow<'de, str>>::deserialize(input)?;
        word.parse().map_err(de::Error::custom)
    }
}

/// A paper that was made.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Paper {
    /// On which day.
    pub on: NaiveDate,
    /// Its code.
    pub code: CheckCode,
}

/// The papers of one kind made for one reader.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct Papers {
    made: Vec<Paper>,
}

impl Papers {
    pub(crate) fn add(&mut self, paper: Paper) {
        self.made.push(paper);
    }

    /// Every paper, oldest first.
    #[must_use]
    pub fn all(&self) -> &[Paper] {
        &self.made
    }

    /// The newest paper.
    #[must_use]
    pub fn newest(&self) -> Option<&Paper> {
        self.made.last()
    }

    /// The number of the newest version; 0 before the first.
    #[must_use]
    pub fn version(&self) -> u32 {
        u32::try_from(self.made.len()).unwrap_or(u32::MAX)
    }
}

/// A copy that somebody got: the owner writes down who holds what, to be able to ask it back.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(from = "StoredCopy")]
pub struct Copy {
    /// Which copy.
    pub id: CopyId,
    /// Who got it; they may be gone from the plan since.
    pub person: PersonId,
    /// What they got, and for whom it was made: a sister may hold the card, her own sheet, or a
    /// copy of the owner's whole plan, and each has versions of its own.
    pub paper: PaperKey,
    /// Which version of that paper.
    pub version: u32,
    /// On which day.
    pub on: NaiveDate,
    /// On paper or as a file.
    pub form: Form,
    /// The day it came back or was destroyed, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned_on: Option<NaiveDate>,
}

impl Copy {
    /// Whether somebody still holds it, as far as the owner knows.
    #[must_use]
    pub const fn is_out(&self) -> bool {
        self.returned_on.is_none()
    }
}

/// A copy as vaults hold it, also from when only its kind was written down.
#[derive(Deserialize)]
struct StoredCopy {
    id: CopyId,
    person: PersonId,
    #[serde(default)]
    paper: Option<PaperKey>,
    #[serde(default)]
    kind: PaperKind,
    version: u32,
    on: NaiveDate,
    form: Form,
    #[serde(default)]
    returned_on: Option<NaiveDate>,
}

impl From<StoredCopy> for Copy {
    fn from(stored: StoredCopy) -> Self {
        let StoredCopy { id, person, version, on, form, returned_on, .. } = stored;
        let paper = stored.paper.unwrap_or(PaperKey::of(person, stored.kind));
        Self { id, person, paper, version, on, form, returned_on }
    }
}

/// What a copy is made of.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Printed.
    Paper,
    /// A file.
    Digital,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 2] = [Self::Paper, Self::Digital];

    /// The form's id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Digital => "digital",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_are_named_by_reader_and_kind_and_once_a_reader_alone_was_the_card() {
        for kind in PaperKind::ALL {
            for reader in [Reader::Owner, Reader::Anyone, Reader::Person(PersonId(7))] {
                let key = PaperKey { reader, kind };
                assert_eq!(key.to_string().parse(), Ok(key));
            }
        }
        assert_eq!("anyone".parse(), Ok(PaperKey::CARD));
        for text in ["", "anyone/", "/card", "anyone/poster", "somebody/card", "anyone/card/card"] {
            assert_eq!(text.parse::<PaperKey>(), Err(NotAPaperKey), "{text}");
        }
    }
}
