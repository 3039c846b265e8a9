//! Somebody with a plan.

use std::path::{Path, PathBuf};

use landvast::{
    Device, KdfCost, Keeper, Known, Language, NewPassphrase, Opening, Passphrase, PlanError,
    RecoveryCode,
};
use landvast_seal::Secret;
use tempfile::TempDir;

use crate::device::device;

/// What the owner's vault opens with.
pub const PASSPHRASE: &str = "zeven zachte zeeslangen";

/// Somebody with a folder of their own, a passphrase and a recovery code.
#[derive(Debug)]
pub struct Owner {
    home: TempDir,
    /// The device they write on.
    pub device: Device,
    /// What this device has seen of the plan, if it keeps that.
    pub known: Option<Known>,
}

impl Default for Owner {
    fn default() -> Self {
        Self::new()
    }
}

impl Owner {
    /// Somebody who has no plan yet.
    #[must_use]
    pub fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap(), device: device(), known: None }
    }

    /// Somebody whose folder lies in this one.
    #[must_use]
    pub fn living_in(folder: &Path) -> Self {
        Self { home: tempfile::tempdir_in(folder).unwrap(), ..Self::new() }
    }

    /// Their folder.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where their vault lies.
    #[must_use]
    pub fn vault(&self) -> PathBuf {
        self.home().join("plan")
    }

    /// How their vault is opened: with the cheapest passphrase there is.
    #[must_use]
    pub fn opening(&self) -> Opening {
        let usual = Opening::new(self.vault(), self.device);
        Opening { cost: KdfCost::FLOOR, known: self.known, ..usual }
    }

    /// Makes their vault.
    #[must_use]
    pub fn begins(&self) -> Keeper {
        self.begins_with(&self.opening())
    }

    /// Makes their vault in another way.
    #[must_use]
    pub fn begins_with(&self, opening: &Opening) -> Keeper {
        Keeper::create(opening, Language::Nl, &new_passphrase(PASSPHRASE), &code()).unwrap()
    }

    /// Makes their vault with what stands in an open file.
    #[must_use]
    pub fn begins_from(&self, json: &str) -> Keeper {
        let mut keeper = self.begins();
        keeper.import(json).unwrap();
        keeper
    }

    /// Opens their vault with its passphrase.
    ///
    /// # Errors
    /// What the keeper says.
    pub fn opens(&self) -> Result<Keeper, PlanError> {
        self.opens_with(PASSPHRASE)
    }

    /// Opens their vault with some passphrase.
    ///
    /// # Errors
    /// What the keeper says.
    pub fn opens_with(&self, words: &str) -> Result<Keeper, PlanError> {
        Keeper::open(&self.opening(), &passphrase(words))
    }

    /// Opens their vault with the recovery code and gives it a new passphrase.
    ///
    /// # Errors
    /// What the keeper says.
    pub fn recovers(&self, words: &str) -> Result<Keeper, PlanError> {
        Keeper::recover(&self.opening(), &code(), &new_passphrase(words))
    }
}

/// A passphrase of these words.
#[must_use]
pub fn passphrase(words: &str) -> Passphrase {
    Passphrase::new(words.as_bytes()).unwrap()
}

/// A passphrase of these words, to lock a vault with.
#[must_use]
pub fn new_passphrase(words: &str) -> NewPassphrase {
    NewPassphrase::new(words.as_bytes()).unwrap()
}

/// The owner's recovery code.
#[must_use]
pub fn code() -> RecoveryCode {
    let mut kept_on_paper = *b"kept on paper :)";
    RecoveryCode::make(Secret::take(&mut kept_on_paper))
}
