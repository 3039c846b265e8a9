//! The field table: every question of the plan, a row each.
//!
//! A row says which kind of answer a field takes, who may see it unless the owner says otherwise,
//! on which papers it goes, where on the card it stands, and where in the guided session it is
//! asked. Forms, command line, card, export, schema and documentation read these rows and nothing
//! else, so a new field is one row and its words. Outside this table only [`crate::rules`] names
//! fields.
//!
//! The rows follow the project's content document; each letter of its columns "Sees" and "Goes"
//! stands here as it stands there.

mod body;
mod people;
mod plan;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::FieldKey;
use crate::kind::Kind;

/// The table that the product has.
pub static TABLE: Table = Table { parts: &[plan::ROWS, people::ROWS, body::ROWS] };

/// All fields, in the order of the plan.
///
/// A value, not a global that code reaches for: a test hands in a table with one field more and
/// sees it appear everywhere.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    parts: &'static [&'static [Field]],
}

impl Table {
    /// A table of these rows.
    #[must_use]
    pub const fn new(parts: &'static [&'static [Field]]) -> Self {
        Self { parts }
    }

    /// The rows this table is made of, in parts: for a test that wants one row more.
    #[must_use]
    pub const fn parts(&self) -> &'static [&'static [Field]] {
        self.parts
    }

    /// Every row, in the order of the plan: by section, as the table has them within one.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        let parts = self.parts;
        Section::ALL.into_iter().flat_map(move |section| {
            parts.iter().flat_map(|rows| rows.iter()).filter(move |row| row.section == section)
        })
    }

    /// Every row that belongs to the plan, or to a person.
    pub fn owned(&self, owner: Owner) -> impl Iterator<Item = &'static Field> {
        self.fields().filter(move |field| field.owner == owner)
    }

    /// The row with this id.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&'static Field> {
        self.parts.iter().flat_map(|rows| rows.iter()).find(|field| field.id == id)
    }

    /// The known id that looks most like `id`, if one does.
    #[must_use]
    pub fn nearest(&self, id: &str, owner: Owner) -> Option<&'static Field> {
        let likeness = |field: &&'static Field| {
            let shown = match owner {
                Owner::Plan => field.id,
                Owner::Person => field.id.strip_prefix("d.").unwrap_or(field.id),
            };
            strsim::jaro_winkler(shown, id)
        };
        self.owned(owner)
            .map(|field| (likeness(&field), field))
            .filter(|(likeness, _)| *likeness > 0.7)
            .max_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, field)| field)
    }
}

/// One row of the table: one question of the plan.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its id: `c.do`. A promise: exports and stored plans hold it.
    pub id: &'static str,
    /// Whose answer it is: the plan's, or each person's.
    pub owner: Owner,
    /// The section it stands in.
    pub section: Section,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// Who sees it until the owner chooses otherwise; nobody but the owner if empty.
    pub sees: &'static [Who],
    /// Who else may come to see it when the owner chooses so. Anyone not named in `sees` or
    /// here never does, but for the card (see [`Field::may_be_public`]).
    pub may: &'static [Who],
    /// On the small card.
    pub card: Goes,
    /// In the full plan.
    pub plan: Goes,
    /// On the next-of-kin sheet.
    pub sheet: Goes,
    /// Where on the card it stands; lower ranks go first, what does not fit goes to the plan.
    pub place: Option<CardPlace>,
    /// Strangers get a line of the field's own words instead of the answer (`.public`).
    pub public_line: bool,
    /// The step of the guided session in which it is asked.
    pub step: Option<u8>,
    /// Whether asking or showing it needs care, and why.
    pub care: Option<Care>,
}

/// Whose answer a field is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Owner {
    /// The plan has one answer.
    Plan,
    /// Each person has one.
    Person,
}

/// A section of the plan.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// About me.
    A,
    /// My crisis: what it is like and how it looks.
    B,
    /// How to help me.
    C,
    /// My people.
    D,
    /// Professionals and agreements.
    E,
    /// Body and medicines.
    F,
    /// Care and admission.
    G,
    /// Home and practical matters.
    H,
    /// Rules of my plan.
    I,
    /// The wellness plan.
    W,
}

impl Section {
    /// Every section, in the order of the plan.
    pub const ALL: [Self; 10] =
        [Self::A, Self::B, Self::C, Self::D, Self::E, Self::F, Self::G, Self::H, Self::I, Self::W];

    /// The section's letter, in lower case.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::D => "d",
            Self::E => "e",
            Self::F => "f",
            Self::G => "g",
            Self::H => "h",
            Self::I => "i",
            Self::W => "w",
        }
    }

    /// The section with this letter, in either case.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.id().eq_ignore_ascii_case(id))
    }
}

impl fmt::Display for Section {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.id())
    }
}

/// Who may see a field, in the letters of the content document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Who {
    /// **O**: anybody who holds the card.
    Anyone,
    /// **H**: each professional named in the plan.
    Professionals,
    /// **N**: each next of kin whose `d.may_know` holds the section.
    NextOfKin,
    /// **N(role)**: a next of kin whose formal role is one of these.
    NextOfKinIn(&'static [&'static str]),
    /// **that N**: the person whose answer it is.
    ThatPerson,
    /// **O if on card**: anybody, once the person may stand on the card.
    AnyoneIfOnCard,
    /// **+ party**: the people that this row of the answer names.
    Parties,
}

/// Whether a field goes on a paper.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Goes {
    /// Never (no letter).
    Never,
    /// Only once the owner switches it on (lower case).
    Possible,
    /// Unless the owner switches it off (upper case).
    Always,
}

/// Where on the card a field stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CardPlace {
    /// The panel.
    pub panel: Panel,
    /// Its order on the panel, 1 first.
    pub rank: u8,
    /// How many characters of it fit comfortably; more is a finding.
    pub chars: u16,
    /// How many lines, rows or numbers of it are printed; more is a finding.
    pub rows: u8,
}

/// A panel of the fold-out card, left or right column, row 1 at the top.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Panel {
    /// Cover, outside.
    L1,
    /// What helps.
    L2,
    /// What not to do.
    L3,
    /// Outer back, for police and ambulance.
    L4,
    /// Whom to call.
    R1,
    /// Danger, numbers, where the plan is.
    R2,
    /// Medicines and body.
    R3,
    /// Children, animals, wishes about care.
    R4,
}

impl Panel {
    /// Every panel: the left column down, then the right.
    pub const ALL: [Self; 8] =
        [Self::L1, Self::L2, Self::L3, Self::L4, Self::R1, Self::R2, Self::R3, Self::R4];

    /// Whether it is in the left column, which is seen first.
    #[must_use]
    pub const fn is_seen_first(self) -> bool {
        matches!(self, Self::L1 | Self::L2 | Self::L3 | Self::L4)
    }

    /// The panel's name: `L1`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::L1 => "L1",
            Self::L2 => "L2",
            Self::L3 => "L3",
            Self::L4 => "L4",
            Self::R1 => "R1",
            Self::R2 => "R2",
            Self::R3 => "R3",
            Self::R4 => "R4",
        }
    }
}

/// Why a field needs care.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Care {
    /// It speaks of wanting to die: numbers stand beside it, nothing is shown unasked.
    Safety,
    /// It speaks of children.
    Minors,
    /// It may be shared only piece by piece, one reader at a time.
    OneByOne,
}

impl Field {
    const fn new(id: &'static str, owner: Owner, section: Section, kind: Kind) -> Self {
        Self {
            id,
            owner,
            section,
            kind,
            sees: &[],
            may: &[],
            card: Goes::Never,
            plan: Goes::Never,
            sheet: Goes::Never,
            place: None,
            public_line: false,
            step: None,
            care: None,
        }
    }

    /// A field of the plan.
    #[must_use]
    pub const fn of_plan(id: &'static str, section: Section, kind: Kind) -> Self {
        Self::new(id, Owner::Plan, section, kind)
    }

    /// A field of each person, in section D.
    #[must_use]
    pub const fn of_person(id: &'static str, kind: Kind) -> Self {
        Self::new(id, Owner::Person, Section::D, kind)
    }

    /// Who sees it until the owner chooses otherwise.
    #[must_use]
    pub const fn sees(mut self, who: &'static [Who]) -> Self {
        self.sees = who;
        self
    }

    /// Who else may come to see it: the right side of an arrow.
    #[must_use]
    pub const fn may(mut self, who: &'static [Who]) -> Self {
        self.may = who;
        self
    }

    /// Its papers in the content document's letters: card K, plan P, sheet S; lower case is
    /// "possible, off until switched on".
    ///
    /// # Panics
    /// On any other letter, which the compiler finds, because the table is a constant.
    #[must_use]
    pub const fn goes(mut self, letters: &'static str) -> Self {
        let bytes = letters.as_bytes();
        let mut rest = bytes;
        while let [letter, tail @ ..] = rest {
            match letter {
                b'K' => self.card = Goes::Always,
                b'k' => self.card = Goes::Possible,
                b'P' => self.plan = Goes::Always,
                b'p' => self.plan = Goes::Possible,
                b'S' => self.sheet = Goes::Always,
                b's' => self.sheet = Goes::Possible,
                _ => panic!("a paper's letter is one of K k P p S s"),
            }
            rest = tail;
        }
        self
    }

    /// Where on the card it stands.
    #[must_use]
    pub const fn on(mut self, panel: Panel, rank: u8, chars: u16, rows: u8) -> Self {
        self.place = Some(CardPlace { panel, rank, chars, rows });
        self
    }

    /// Strangers get the field's public line instead of the answer.
    #[must_use]
    pub const fn public_line(mut self) -> Self {
        self.public_line = true;
        self
    }

    /// The step of the guided session in which it is asked.
    #[must_use]
    pub const fn step(mut self, step: u8) -> Self {
        self.step = Some(step);
        self
    }

    /// It needs care.
    #[must_use]
    pub const fn care(mut self, care: Care) -> Self {
        self.care = Some(care);
        self
    }

    /// The key under which its answer is stored.
    #[must_use]
    pub fn key(&self) -> FieldKey {
        FieldKey::new(self.id)
    }

    /// Whether it is worked out and never written.
    #[must_use]
    pub fn is_derived(&self) -> bool {
        self.kind == Kind::Derived
    }

    /// Whether anybody at all may come to see it: what stands on the card may be read by whoever
    /// finds the card.
    #[must_use]
    pub fn may_be_public(&self) -> bool {
        self.card != Goes::Never || self.may_come_to(Who::Anyone)
    }

    /// Whether `who` sees it by default or may be given it.
    #[must_use]
    pub fn may_come_to(&self, who: Who) -> bool {
        self.sees.contains(&who) || self.may.contains(&who)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_id_stands_once_and_begins_with_its_section() {
        let mut seen = BTreeSet::new();
        for field in TABLE.fields() {
            assert!(seen.insert(field.id), "{} stands twice", field.id);
            assert!(field.id.starts_with(field.section.id()), "{}", field.id);
        }
        assert_eq!(seen.len(), TABLE.parts().iter().map(|rows| rows.len()).sum::<usize>());
    }

    #[test]
    fn what_goes_on_the_card_has_a_place_and_no_two_share_a_rank() {
        let mut seen = BTreeSet::new();
        for field in TABLE.owned(Owner::Plan) {
            // The owner's own word stands in every word of output and has no panel of its own.
            let placed = field.place.is_some() || field.id == "a.own_word";
            assert_eq!(field.card != Goes::Never, placed, "{}", field.id);
            if let Some(place) = field.place {
                assert!(seen.insert((place.panel, place.rank)), "{}: rank taken", field.id);
                assert!(place.chars > 0 || field.is_derived(), "{}", field.id);
            }
        }
    }

    #[test]
    fn a_field_that_needs_care_is_seen_by_nobody_by_default() {
        let careful = TABLE.fields().filter(|field| field.care == Some(Care::Safety));
        for field in careful {
            assert!(field.sees.is_empty() && field.card == Goes::Never, "{}", field.id);
        }
    }

    #[test]
    fn columns_hold_simple_kinds_and_stand_once() {
        for field in TABLE.fields() {
            let mut seen = BTreeSet::new();
            for column in field.kind.columns() {
                assert!(seen.insert(column.id), "{}.{}", field.id, column.id);
                let simple = matches!(
                    column.kind,
                    Kind::Text
                        | Kind::Lines
                        | Kind::Choice(_)
                        | Kind::Day
                        | Kind::Phones
                        | Kind::Hours
                        | Kind::Degree { .. }
                        | Kind::People
                );
                assert!(simple, "{}.{}", field.id, column.id);
            }
        }
    }

    #[test]
    fn a_misspelt_id_finds_its_neighbour() {
        assert_eq!(TABLE.nearest("c.fisrt", Owner::Plan).map(|f| f.id), Some("c.first"));
        assert_eq!(TABLE.nearest("phone", Owner::Person).map(|f| f.id), Some("d.phones"));
        assert!(TABLE.nearest("zzzzzzzz", Owner::Plan).is_none());
    }
}
