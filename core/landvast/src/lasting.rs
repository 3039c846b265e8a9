//! Keys for life: another code, all keys anew, words that go for good, and the end of it all.

use chrono::NaiveDate;
use landvast_model::Place;
use landvast_model::action;
use landvast_model::keep::Keep;
use landvast_seal::{KdfCost, Key, Passphrase, RecoveryCode};

use crate::error::{Missing, PlanError};
use crate::keeper::Keeper;
use crate::passphrase::NewPassphrase;
use crate::view::CopyView;

/// What lies outside the vault, or beside its log, and may still hold earlier words.
#[derive(Clone, Debug, PartialEq)]
pub struct Elsewhere {
    /// The days on which backups were made.
    pub backups: Vec<NaiveDate>,
    /// Copies of papers that somebody still has.
    pub copies: Vec<CopyView>,
    /// Bytes of damaged parts that were moved aside.
    pub damaged: u64,
}

impl Keeper {
    /// Gives the vault a new recovery code; the old one stops working. Show the code first and let
    /// the owner give its last group back. A copy of the vault that was taken earlier still opens
    /// with the old code.
    ///
    /// # Errors
    /// [`PlanError::StorageFull`]: then the old code still works. [`PlanError::Refused`]: open anew
    /// to see which of the two counts.
    pub fn set_recovery_code(&mut self, code: &RecoveryCode) -> Result<(), PlanError> {
        // A code has no cost of its own: nobody can guess 128 random bits.
        Ok(self.vault.set_key(Key::Recovery(code), KdfCost::DEFAULT)?)
    }

    /// Locks everything anew, because somebody saw a secret: a new data key, and nothing opens it
    /// but this passphrase and this code. History is kept.
    ///
    /// # Errors
    /// [`PlanError::StorageFull`]: then everything is as it was. [`PlanError::Refused`]: open anew
    /// to see which of the two counts.
    pub fn renew(
        &mut self,
        passphrase: &NewPassphrase,
        code: &RecoveryCode,
        cost: KdfCost,
    ) -> Result<(), PlanError> {
        let keys = [Key::Passphrase(passphrase.passphrase()), Key::Recovery(code)];
        Ok(self.vault.renew(&keys, cost, &Keep::default())?)
    }

    /// Lets the earlier wordings of an answer go for good; only what stands now stays. That takes a
    /// new data key, so a passphrase (the same one may stay) and a new recovery code.
    ///
    /// Returns where they may still be.
    ///
    /// # Errors
    /// [`PlanError::NotFound`] if nothing was ever written there; otherwise as [`Keeper::renew`].
    pub fn forget(
        &mut self,
        place: Place,
        id: &str,
        passphrase: &Passphrase,
        code: &RecoveryCode,
        cost: KdfCost,
    ) -> Result<Elsewhere, PlanError> {
        let since = self.since(place, id)?;
        let forget = [(place, self.field(place, id)?.key())];
        let keys = [Key::Passphrase(passphrase), Key::Recovery(code)];
        self.vault.renew(&keys, cost, &Keep { forget: &forget, ..Keep::default() })?;
        Ok(self.elsewhere(Some(since)))
    }

    /// Since when something stands in this field, to ask before anybody makes a code for it.
    ///
    /// # Errors
    /// [`PlanError::NotFound`] if nothing was ever written there.
    pub fn since(&mut self, place: Place, id: &str) -> Result<NaiveDate, PlanError> {
        let field = self.field(place, id)?;
        let (base, actions) = self.vault.history()?.into_all();
        let versions = action::history(&base, &[], &actions, place, field.id);
        let first = versions.first().ok_or(PlanError::NotFound { what: Missing::Answer })?;
        Ok(first.at.date_naive())
    }

    /// What was made since that day, or ever, and may hold words that are no longer in the plan.
    pub fn elsewhere(&self, since: Option<NaiveDate>) -> Elsewhere {
        // The clock may have been in another zone by then.
        let since = since.and_then(|day| day.pred_opt());
        let is_later = |day: NaiveDate| since.is_none_or(|since| day >= since);
        let mut backups = self.book().backups.clone();
        backups.retain(|day| is_later(*day));
        let mut copies = self.copies();
        copies.retain(|copy| copy.returned_on.is_none() && is_later(copy.given_on));
        Elsewhere { backups, copies, damaged: self.vault.info().damaged_bytes }
    }

    /// Erases the vault: its keys, everything in it, and what damage was moved aside. Backups,
    /// papers and copies of the folder are not touched.
    ///
    /// # Errors
    /// [`PlanError::Refused`] or [`PlanError::StorageFull`] before it began: then it opens as
    /// before. [`PlanError::NotFound`] once it has begun: no key opens it any more, and opening it
    /// again removes the rest.
    pub fn erase(self) -> Result<(), PlanError> {
        Ok(self.vault.erase()?)
    }
}
