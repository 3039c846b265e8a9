//! One row of the table, and how a row is written.

use super::{AtTable, CardPlace, Care, Goes, Panel, Section, SheetPart, SheetPlace, Who};
use crate::ids::FieldKey;
use crate::kind::Kind;
use crate::paper::PaperKind;

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
    /// Its order on the page of wishes for a talk about care, 1 first, if it stands there; 0 is a
    /// name, a note or a signature, at the head or the foot.
    pub wish: Option<u8>,
    /// How it stands on the page of agreements, if it does.
    pub agreement: Option<AtTable>,
    /// Where on the card it stands; lower ranks go first, what does not fit goes to the plan.
    pub place: Option<CardPlace>,
    /// Where on the sheet it stands, if the row says so (see [`Field::sheet_part`]).
    pub sheet_place: Option<SheetPlace>,
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
            wish: None,
            agreement: None,
            place: None,
            sheet_place: None,
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

    /// It stands on the page of wishes as well, in this order.
    #[must_use]
    pub const fn wish(mut self, rank: u8) -> Self {
        self.wish = Some(rank);
        self
    }

    /// It stands on the page of agreements as well, in this way.
    #[must_use]
    pub const fn agreement(mut self, how: AtTable) -> Self {
        self.agreement = Some(how);
        self
    }

    /// Where on the card it stands.
    #[must_use]
    pub const fn on(mut self, panel: Panel, rank: u8, chars: u16, rows: u8) -> Self {
        self.place = Some(CardPlace { panel, rank, chars, rows });
        self
    }

    /// Where on the next-of-kin sheet it stands.
    #[must_use]
    pub const fn part(mut self, part: SheetPart, rank: u8) -> Self {
        self.sheet_place = Some(SheetPlace { part, rank });
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

    /// Whether the owner may choose who sees it although nobody wrote it: what is worked out for
    /// each paper, and may be switched on or off on it.
    #[must_use]
    pub fn may_be_shared(&self) -> bool {
        self.is_derived() && self.owner == Owner::Plan && self.card != Goes::Never
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

    /// Whether it goes on a paper of this kind.
    #[must_use]
    pub const fn goes_on(&self, paper: PaperKind) -> Goes {
        match paper {
            PaperKind::Card => self.card,
            PaperKind::Sheet => self.sheet,
            PaperKind::Plan => self.plan,
            PaperKind::Wishes if self.wish.is_some() => Goes::Always,
            PaperKind::Agreements if self.agreement.is_some() => Goes::Always,
            PaperKind::Wishes | PaperKind::Agreements => Goes::Never,
        }
    }

    /// Where on the next-of-kin sheet it stands: as its row says, or else last in the part
    /// nearest to its section.
    #[must_use]
    pub const fn sheet_part(&self) -> SheetPlace {
        match self.sheet_place {
            Some(place) => place,
            None => SheetPlace::of_section(self.section),
        }
    }
}
