//! Getting back what damage left, and asking the owner about the loose pieces.
//!
//! What can be proven to have been so comes back by itself. A piece of which nobody can say what
//! came between is shown to the owner, who takes it or leaves it. What is taken is for nobody's
//! eyes but theirs until they decide otherwise.

use chrono::{DateTime, Utc};
use landvast_model::{Op, PersonId, Place, Section};
use landvast_seal::{Key, Passphrase, RecoveryCode};
use landvast_text::id;
use landvast_vault::{Loose, Salvaged, Vault};

use crate::error::{Missing, PlanError};
use crate::keeper::Keeper;
use crate::opening::{Notice, Opening, around};
use crate::saying;

/// What came back of a damaged vault, without showing what it says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SalvageView {
    /// The newest action that came back: up to here everything is as it was.
    pub up_to: u64,
    /// When that was, as far as it is known.
    pub at: Option<DateTime<Utc>>,
    /// The same in words; empty where it is not known.
    pub shown_at: String,
    /// How many later actions nothing at all was found of.
    pub missing: u64,
    /// In which sections there are loose pieces to decide about, and how many in each.
    pub sections: Vec<SectionPieces>,
    /// Whether earlier wordings are lost, because the plan comes from its spare copy.
    pub is_without_history: bool,
    /// Whether everything came back that was ever known, but for pieces of an earlier damage.
    pub is_whole: bool,
}

/// How many loose pieces of a section were found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SectionPieces {
    /// Which section.
    pub section: Section,
    /// What it is called.
    pub title: String,
    /// How many.
    pub count: usize,
}

/// An answer that was found and is not in the plan, for its owner to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct LooseView {
    /// What to take it by. Stays the same while others are taken.
    pub index: usize,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// The same in words.
    pub shown_at: String,
    /// Which field.
    pub field: String,
    /// What the field is called.
    pub label: String,
    /// Whom it is about; empty for the plan's own.
    pub person: String,
    /// The answer in words.
    pub shown: String,
}

/// What a salvage found, for as long as the plan is open.
pub(crate) struct Found {
    salvaged: Salvaged,
    /// What it found now and what an earlier one found, as far as nothing was decided about it.
    loose: Vec<(usize, Loose)>,
}

impl Keeper {
    /// Gets back what can be got back of a damaged vault, and opens it. A vault that is sound is
    /// opened and nothing else. What is damaged is moved aside and kept, and with it the loose
    /// pieces: each later salvage offers those again about which nothing was decided.
    ///
    /// # Errors
    /// As [`Keeper::open`]; [`PlanError::Damaged`] if nothing was left to find: then all files are
    /// as they were.
    pub fn salvage(opening: &Opening, passphrase: &Passphrase) -> Result<Self, PlanError> {
        Self::salvage_with(opening, Key::Passphrase(passphrase))
    }

    /// The same, with the recovery code.
    ///
    /// # Errors
    /// As [`Keeper::salvage`], without waits.
    pub fn salvage_with_code(opening: &Opening, code: &RecoveryCode) -> Result<Self, PlanError> {
        Self::salvage_with(opening, Key::Recovery(code))
    }

    fn salvage_with(opening: &Opening, key: Key<'_>) -> Result<Self, PlanError> {
        let around = around(opening);
        let name = (opening.device.now)().format("%Y%m%dT%H%M%SZ").to_string();
        let (mut vault, salvaged) = Vault::salvage(&opening.vault, key, around, &name)?;
        // Where what lies aside cannot be looked through again, what was found now still counts.
        let loose = vault.loose().unwrap_or_else(|_| salvaged.loose.clone());
        let notice = salvaged.is_header_older.then_some(Notice::HeaderOlderThanKnown);
        let mut keeper = Self::with(vault, opening, notice.into_iter().collect());
        let loose = loose.into_iter().enumerate().collect();
        keeper.found = Some(Found { salvaged, loose });
        Ok(keeper)
    }

    /// What the salvage that opened this plan brought; nothing if it was opened otherwise.
    pub fn salvaged(&self) -> Option<SalvageView> {
        let Found { salvaged, loose } = self.found.as_ref()?;
        let words = self.words();
        let section = |loose: &Loose| Some(self.table.field(loose.field.as_str())?.section);
        let found: Vec<Section> = loose.iter().filter_map(|(_, loose)| section(loose)).collect();
        let pieces = |section: Section| SectionPieces {
            section,
            title: words.section(section),
            count: found.iter().filter(|one| **one == section).count(),
        };
        Some(SalvageView {
            up_to: salvaged.up_to,
            at: salvaged.at,
            shown_at: salvaged.at.map_or_else(String::new, |at| saying::say_when(&words, at)),
            missing: salvaged.missing,
            sections: Section::ALL.map(pieces).into_iter().filter(|one| one.count > 0).collect(),
            is_without_history: salvaged.from_snapshot,
            is_whole: salvaged.is_whole(),
        })
    }

    /// The loose pieces about which nothing was decided yet, oldest first.
    pub fn loose(&self) -> Vec<LooseView> {
        let pieces = self.found.iter().flat_map(|found| &found.loose);
        pieces.filter_map(|(index, loose)| self.loose_view(*index, loose)).collect()
    }

    fn loose_view(&self, index: usize, loose: &Loose) -> Option<LooseView> {
        let words = self.words();
        // What this version's table does not know it cannot show.
        let field = self.table.field(loose.field.as_str())?;
        let nameless = || words.say(id::SOMEONE_WITHOUT_NAME);
        let person = match loose.place {
            Place::Plan => String::new(),
            Place::Person(id) => saying::name_of(self.book(), id).unwrap_or_else(nameless),
        };
        Some(LooseView {
            index,
            at: loose.at,
            shown_at: saying::say_when(&words, loose.at),
            field: field.id.to_owned(),
            label: words.label(field),
            person,
            shown: saying::say_value(self.book(), &words, field, &loose.answer.value),
        })
    }

    /// Takes a loose piece into the plan, for its owner's eyes only. Somebody it is about and who
    /// is not in the plan comes back with it.
    ///
    /// # Errors
    /// [`PlanError::NotFound`] if it was taken already; then, or if it cannot be stored, the plan is
    /// as it was.
    pub fn take_loose(&mut self, index: usize) -> Result<(), PlanError> {
        let Loose { place, field, answer, .. } = self.piece(index)?;
        let gone = self.gone(place).map(|id| Op::AddPerson { id });
        let write = Op::Write { place, field, answer };
        self.act(gone.into_iter().chain([write]).collect())?;
        self.decided(index);
        Ok(())
    }

    /// Decides against a loose piece: the plan stays as it is, and the piece is not offered again.
    ///
    /// It is written and taken away again in one action, so that the history knows of it as of any
    /// other earlier wording.
    ///
    /// # Errors
    /// As [`Keeper::take_loose`].
    pub fn drop_loose(&mut self, index: usize) -> Result<(), PlanError> {
        let Loose { place, field, answer, .. } = self.piece(index)?;
        let stands = self.book().answer(place, field.as_str()).cloned();
        let after = match (self.gone(place), stands) {
            (Some(id), _) => Op::RemovePerson { id },
            (None, Some(answer)) => Op::Write { place, field: field.clone(), answer },
            (None, None) => Op::Clear { place, field: field.clone() },
        };
        let gone = self.gone(place).map(|id| Op::AddPerson { id });
        let write = Op::Write { place, field, answer };
        self.act(gone.into_iter().chain([write, after]).collect())?;
        self.decided(index);
        Ok(())
    }

    fn piece(&self, index: usize) -> Result<Loose, PlanError> {
        let mut pieces = self.found.iter().flat_map(|found| &found.loose);
        let meant = pieces.find(|(known, _)| *known == index);
        meant.map(|(_, loose)| loose.clone()).ok_or(PlanError::NotFound { what: Missing::Piece })
    }

    /// Whom a place is about, if they are not in the plan.
    fn gone(&self, place: Place) -> Option<PersonId> {
        match place {
            Place::Person(id) if self.book().person(id).is_none() => Some(id),
            _ => None,
        }
    }

    fn decided(&mut self, index: usize) {
        if let Some(found) = &mut self.found {
            found.loose.retain(|(known, _)| *known != index);
        }
    }

    /// Removes for good what was moved aside because it was damaged.
    ///
    /// # Errors
    /// [`PlanError::Refused`]; then some of it may be left.
    pub fn forget_damaged(&mut self) -> Result<(), PlanError> {
        Ok(self.vault.forget_damaged()?)
    }
}
