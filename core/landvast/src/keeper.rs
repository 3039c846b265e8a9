//! The keeper: an open plan, and every way to read and write it.

use landvast_model::edit::Problem;
use landvast_model::{
    Action, Book, Field, Language, Op, PersonId, Place, Table, exchange, rules, table,
};
use landvast_text::Words;
use landvast_vault::Vault;

use crate::device::Device;
use crate::error::{Missing, PlanError};
use crate::fields::{FieldSpec, SectionSpec, field_specs, section_specs};
use crate::opening::Notice;
use crate::salvage::Found;
use crate::saying;

/// An open plan.
///
/// Everything that is written is stored before the call returns; what is not acknowledged changed
/// nothing. [`Keeper::lock`] puts a snapshot and ends it; dropping it closes the vault as well,
/// which then takes longer to open.
pub struct Keeper {
    pub(crate) vault: Vault,
    pub(crate) table: Table,
    pub(crate) device: Device,
    pub(crate) extra_words: &'static str,
    pub(crate) notices: Vec<Notice>,
    pub(crate) found: Option<Found>,
    pub(crate) spoken: Option<Language>,
}

impl Keeper {
    /// What to tell the owner about this opening.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The language the owner writes in.
    pub fn language(&self) -> Language {
        self.book().language
    }

    /// The book as it stands.
    pub fn book(&self) -> &Book {
        self.vault.book()
    }

    /// The field table.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The newest sequence: it rises with every change.
    pub fn sequence(&self) -> u64 {
        self.vault.sequence()
    }

    /// From here on everything that is told to the owner is told in this language; in the plan's own
    /// if none. Papers have a language of their own.
    pub fn speak(&mut self, language: Option<Language>) {
        self.spoken = language;
    }

    /// The product's words in the language that is spoken with the owner, with their own word for
    /// crisis.
    pub fn words(&self) -> Words {
        self.words_in(self.spoken.unwrap_or(self.book().language))
    }

    /// The product's words in `language`, with the owner's own word for crisis.
    pub fn words_in(&self, language: Language) -> Words {
        self.words_saying(language, rules::own_word(self.book()))
    }

    /// The product's words with this word for crisis: on a paper, the one that its reader may see.
    pub(crate) fn words_saying(&self, language: Language, own_word: Option<&str>) -> Words {
        let words = Words::new(language).with_own_word(own_word);
        if self.extra_words.is_empty() {
            return words;
        }
        let usual = Words::new(language).with_own_word(own_word);
        words.with_extra(self.extra_words).unwrap_or(usual)
    }

    /// Every field with its words, in the language that is spoken.
    pub fn fields(&self) -> Vec<FieldSpec> {
        field_specs(&self.table, &self.words())
    }

    /// Every section with its words, in the language that is spoken.
    pub fn sections(&self) -> Vec<SectionSpec> {
        section_specs(&self.table, &self.words())
    }

    /// The field with this id.
    ///
    /// # Errors
    /// [`PlanError::Invalid`] with the known id that looks most like it.
    pub fn field(&self, place: Place, id: &str) -> Result<&'static Field, PlanError> {
        let owner = owner(place);
        let found = self.table.field(id).filter(|field| field.owner == owner);
        found.ok_or_else(|| {
            let nearest = self.table.nearest(id, owner).map(|field| field.id.to_owned());
            PlanError::invalid(saying::plain_id(id), Problem::UnknownField { nearest })
        })
    }

    /// Does one action: writes it down, and only then counts it.
    pub(crate) fn act(&mut self, ops: Vec<Op>) -> Result<(), PlanError> {
        self.act_undoing(ops, None)
    }

    pub(crate) fn act_undoing(
        &mut self,
        ops: Vec<Op>,
        undoes: Option<u64>,
    ) -> Result<(), PlanError> {
        if ops.is_empty() {
            return Ok(());
        }
        let seq = self.vault.sequence().saturating_add(1);
        let at = (self.device.now)();
        self.vault.save(&Action { seq, at, ops, undoes })?;
        Ok(())
    }

    /// That a place is there: a person may be gone.
    pub(crate) fn need(&self, place: Place) -> Result<(), PlanError> {
        match self.book().answers_at(place) {
            Some(_) => Ok(()),
            None => Err(PlanError::NotFound { what: Missing::Person }),
        }
    }

    /// The person that somebody means by a name or an id.
    ///
    /// # Errors
    /// [`PlanError::Invalid`] when nobody or several people are meant.
    pub fn find_person(&self, typed: &str) -> Result<PersonId, PlanError> {
        exchange::find_person(self.book(), typed)
            .map_err(|problem| PlanError::invalid("person", problem))
    }
}

pub(crate) const fn owner(place: Place) -> table::Owner {
    match place {
        Place::Plan => table::Owner::Plan,
        Place::Person(_) => table::Owner::Person,
    }
}
