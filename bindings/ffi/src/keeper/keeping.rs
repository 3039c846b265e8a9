//! What keeps a plan for life: backups, salvage, keys, and the end of it.

use std::sync::Arc;

use landvast::{
    Elsewhere, LooseView, Place, PlanError, RestoreView, Restoring, SalvageView, WorkFactor,
};

use super::{Keeper, made};
use crate::backup::Backup;
use crate::fault::guarded;
use crate::given::{Cost, Opening, read_code, read_new_passphrase, read_passphrase, read_words};
use crate::value::{Count, Day};

#[uniffi::export]
impl Keeper {
    /// Makes a vault from a backup in a folder that is not there yet, and opens it.
    #[uniffi::constructor]
    pub fn create_from(
        opening: Opening,
        backup: &Backup,
        passphrase: Vec<u8>,
        recovery: Vec<u8>,
    ) -> Result<Arc<Self>, PlanError> {
        let (passphrase, recovery) = (read_new_passphrase(passphrase), read_code(recovery));
        made(|| landvast::Keeper::create_from(&opening.into(), &backup.0, &passphrase?, &recovery?))
    }

    /// Gets back what can be got back of a damaged vault, and opens it.
    #[uniffi::constructor]
    pub fn salvage(opening: Opening, passphrase: Vec<u8>) -> Result<Arc<Self>, PlanError> {
        let passphrase = read_passphrase(passphrase);
        made(|| landvast::Keeper::salvage(&opening.into(), &passphrase?))
    }

    /// The same, with the recovery code.
    #[uniffi::constructor]
    pub fn salvage_with_code(opening: Opening, recovery: Vec<u8>) -> Result<Arc<Self>, PlanError> {
        let recovery = read_code(recovery);
        made(|| landvast::Keeper::salvage_with_code(&opening.into(), &recovery?))
    }

    /// What the salvage that opened this plan brought; nothing if it was opened otherwise.
    pub fn salvaged(&self) -> Result<Option<SalvageView>, PlanError> {
        self.with(|keeper| Ok(keeper.salvaged()))
    }

    /// The loose pieces about which nothing was decided yet, oldest first.
    pub fn loose(&self) -> Result<Vec<LooseView>, PlanError> {
        self.with(|keeper| Ok(keeper.loose()))
    }

    /// Takes a loose piece into the plan, for its owner's eyes only.
    pub fn take_loose(&self, index: Count) -> Result<(), PlanError> {
        self.with(|keeper| keeper.take_loose(index))
    }

    /// Decides against a loose piece: it is not offered again.
    pub fn drop_loose(&self, index: Count) -> Result<(), PlanError> {
        self.with(|keeper| keeper.drop_loose(index))
    }

    /// Removes for good what was moved aside because it was damaged.
    pub fn forget_damaged(&self) -> Result<(), PlanError> {
        self.with(landvast::Keeper::forget_damaged)
    }

    /// The whole plan with its history, sealed to these six words. Say `note_backup` once the file
    /// lies where it is safe.
    pub fn backup(&self, words: Vec<u8>) -> Result<Vec<u8>, PlanError> {
        let words = read_words(words)?;
        self.with(|keeper| keeper.backup(&words, WorkFactor::BACKUP))
    }

    /// Writes down that a backup was made today.
    pub fn note_backup(&self) -> Result<(), PlanError> {
        self.with(landvast::Keeper::note_backup)
    }

    /// What restoring this backup would change. Nothing is written.
    pub fn compare(&self, backup: &Backup, how: Restoring) -> Result<RestoreView, PlanError> {
        self.with(|keeper| keeper.compare(&backup.0, how))
    }

    /// Takes a backup over, in one action that undo takes back.
    pub fn restore(&self, backup: &Backup, how: Restoring) -> Result<RestoreView, PlanError> {
        self.with(|keeper| keeper.restore(&backup.0, how))
    }

    /// Gives the vault a new recovery code; the old one stops working.
    pub fn set_recovery_code(&self, recovery: Vec<u8>) -> Result<(), PlanError> {
        let recovery = read_code(recovery)?;
        self.with(|keeper| keeper.set_recovery_code(&recovery))
    }

    /// Locks everything anew, because somebody saw a secret.
    pub fn renew(
        &self,
        passphrase: Vec<u8>,
        recovery: Vec<u8>,
        cost: Cost,
    ) -> Result<(), PlanError> {
        let (passphrase, recovery) = (read_new_passphrase(passphrase)?, read_code(recovery)?);
        self.with(|keeper| keeper.renew(&passphrase, &recovery, cost.into()))
    }

    /// Lets the earlier wordings of an answer go for good. The passphrase is the one that opens the
    /// plan from then on: let it be typed twice.
    pub fn forget(
        &self,
        place: Place,
        id: &str,
        passphrase: Vec<u8>,
        recovery: Vec<u8>,
        cost: Cost,
    ) -> Result<Elsewhere, PlanError> {
        let (passphrase, recovery) = (read_passphrase(passphrase)?, read_code(recovery)?);
        self.with(|keeper| keeper.forget(place, id, &passphrase, &recovery, cost.into()))
    }

    /// Since when something stands in this field.
    pub fn since(&self, place: Place, id: &str) -> Result<Day, PlanError> {
        self.with(|keeper| keeper.since(place, id))
    }

    /// What was made since that day, or ever, and may hold words that are no longer in the plan.
    pub fn elsewhere(&self, since: Option<Day>) -> Result<Elsewhere, PlanError> {
        self.with(|keeper| Ok(keeper.elsewhere(since)))
    }

    /// Erases the vault. Whatever it returns, the vault is closed.
    pub fn erase(&self) -> Result<(), PlanError> {
        guarded(|| self.take().ok_or(PlanError::Locked)?.erase())
    }
}
