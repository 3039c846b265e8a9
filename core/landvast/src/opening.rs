//! Making, opening and closing a plan.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use landvast_model::keep::Keep;
use landvast_model::{Action, Language, Op, PlanState, TABLE, Table};
use landvast_seal::{KdfCost, Key, Passphrase, RecoveryCode, Secret, VaultId};
use landvast_vault::{Around, First, Random, Vault};

use crate::device::Device;
use crate::error::PlanError;
use crate::keeper::Keeper;
use crate::passphrase::NewPassphrase;

/// How to open or make a vault.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The vault's folder.
    pub vault: PathBuf,
    /// The device's clock and randomness.
    pub device: Device,
    /// What deriving a key from a passphrase costs. Only a new passphrase uses it.
    pub cost: KdfCost,
    /// What this device has seen of this vault, kept outside its folder.
    pub known: Option<Known>,
    /// The field table.
    pub table: Table,
    /// Words of fields that only this table has, by language; empty but in tests.
    pub extra_words: &'static str,
}

impl Opening {
    /// Opens the vault in this folder, with the product's own table and costs.
    #[must_use]
    pub fn new(vault: PathBuf, device: Device) -> Self {
        let cost = KdfCost::DEFAULT;
        Self { vault, device, cost, known: None, table: TABLE, extra_words: "" }
    }
}

/// How new a vault is. Whoever keeps this outside the vault's folder and gives it back with the next
/// opening is told when something older was put in its place.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Known {
    /// The newest sequence that was seen.
    pub sequence: u64,
    /// The newest revision of the header, which rises with every change of keys.
    pub revision: u64,
}

/// Something to tell the owner after opening. Nothing was lost.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Notice {
    /// An older copy of this vault was put back: this device has seen newer changes.
    OlderThanKnown,
    /// A header from before a change of keys was put back: a secret that was replaced may open the
    /// plan again. Said until the keys are changed once more or the log is written anew.
    HeaderOlderThanKnown,
    /// One of the two header copies was damaged, and was mended from the other one.
    HeaderDamaged,
    /// One of the two header copies is damaged and could not be mended now; the other one holds. The
    /// next opening tries again.
    HeaderNotMended,
    /// A snapshot was damaged; the log held everything.
    SnapshotDamaged,
    /// The mark of the newest change was damaged and was made anew.
    MarkDamaged,
}

/// What is known about a vault without showing what is in it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Info {
    /// Which vault, in hexadecimal digits.
    pub vault: String,
    /// The version of the format.
    pub format: u16,
    /// How many actions it holds.
    pub actions: u64,
    /// How many answers stand in the plan and with people.
    pub answers: usize,
    /// How many people.
    pub people: usize,
    /// The language the owner writes in.
    pub language: Language,
    /// Whether the plan is asleep, in use, over or withdrawn.
    pub state: PlanState,
    /// The bytes on disk.
    pub bytes: u64,
    /// The bytes of damaged parts that were moved aside.
    pub damaged: u64,
    /// The day of the newest backup.
    pub backup_on: Option<NaiveDate>,
}

/// Makes a recovery code. Show it, and let the owner give its last group back, before anything is
/// made with it.
///
/// # Errors
/// [`PlanError::Internal`] if the device has no randomness.
pub fn make_recovery_code(device: &Device) -> Result<RecoveryCode, PlanError> {
    let random = Secret::fill_with(|bytes| (device.random)(bytes))?;
    Ok(RecoveryCode::make(random))
}

impl Keeper {
    /// Makes a vault in a folder that is not there yet, and opens it.
    ///
    /// # Errors
    /// [`PlanError::AlreadyThere`] if something is there; nothing half-made is left behind.
    pub fn create(
        opening: &Opening,
        language: Language,
        passphrase: &NewPassphrase,
        recovery: &RecoveryCode,
    ) -> Result<Self, PlanError> {
        let ops = vec![Op::SetLanguage { language }];
        let first = Action { seq: 1, at: (opening.device.now)(), ops, undoes: None };
        let keys = [Key::Passphrase(passphrase.passphrase()), Key::Recovery(recovery)];
        let around = Around::now(random(opening.device));
        let cost = opening.cost;
        let vault = Vault::create(&opening.vault, &keys, cost, First::Action(&first), around)?;
        Ok(Self::with(vault, opening, Vec::new()))
    }

    /// Opens a vault with its passphrase.
    ///
    /// # Errors
    /// [`PlanError::WrongSecret`], [`PlanError::Wait`], [`PlanError::InUse`],
    /// [`PlanError::NotFound`], [`PlanError::Damaged`], [`PlanError::NewerFormat`].
    pub fn open(opening: &Opening, passphrase: &Passphrase) -> Result<Self, PlanError> {
        Self::open_with(opening, Key::Passphrase(passphrase))
    }

    /// Opens a vault with its recovery code and gives it a new passphrase. The code stays.
    ///
    /// # Errors
    /// As [`Keeper::open`], without waits.
    pub fn recover(
        opening: &Opening,
        code: &RecoveryCode,
        passphrase: &NewPassphrase,
    ) -> Result<Self, PlanError> {
        let cost = opening.cost;
        let mut keeper = Self::open_with(opening, Key::Recovery(code))?;
        keeper.set_passphrase(passphrase, cost)?;
        Ok(keeper)
    }

    fn open_with(opening: &Opening, key: Key<'_>) -> Result<Self, PlanError> {
        let (vault, notices) = Vault::open(&opening.vault, key, around(opening))?;
        let notices = notices.into_iter().map(Notice::from).collect();
        Ok(Self::with(vault, opening, notices))
    }

    pub(crate) fn with(vault: Vault, opening: &Opening, notices: Vec<Notice>) -> Self {
        let (table, device, extra_words) = (opening.table, opening.device, opening.extra_words);
        Self { vault, table, device, extra_words, notices, found: None, spoken: None }
    }

    /// Gives the vault a new passphrase, at this cost of deriving its key. The old one stops
    /// working; a copy of the vault that was taken earlier still opens with it.
    ///
    /// # Errors
    /// [`PlanError::StorageFull`]: then the old passphrase still works. [`PlanError::Refused`]: open
    /// anew to see which of the two counts.
    pub fn set_passphrase(
        &mut self,
        passphrase: &NewPassphrase,
        cost: KdfCost,
    ) -> Result<(), PlanError> {
        Ok(self.vault.set_key(Key::Passphrase(passphrase.passphrase()), cost)?)
    }

    /// Whether the device refused something in the middle of it. Then nothing more is stored until the
    /// plan is opened anew, and what was written last may be stored or not. After
    /// [`PlanError::StorageFull`] this tells whether that happened, or room was asked for in time.
    pub fn is_stopped(&self) -> bool {
        self.vault.has_stopped()
    }

    /// How new the vault is, to be kept outside its folder. As long as a notice says that something is
    /// older and nothing was changed, what was kept before stays, so that the owner is told again.
    pub fn known(&self) -> Known {
        Known { sequence: self.vault.sequence(), revision: self.vault.revision() }
    }

    /// What is known about the vault, without showing what is in it.
    pub fn info(&self) -> Info {
        let info = self.vault.info();
        let book = self.vault.book();
        Info {
            vault: id_of(info.vault),
            format: info.format,
            actions: info.sequence,
            answers: book.all_answers().count(),
            people: book.people.len(),
            language: book.language,
            state: book.state,
            bytes: info.store_bytes.saturating_add(info.snapshot_bytes),
            damaged: info.damaged_bytes,
            backup_on: book.backups.iter().max().copied(),
        }
    }

    /// Puts a snapshot and closes the vault. A log that has grown long is written anew first.
    ///
    /// # Errors
    /// If the snapshot could not be put. Everything that was acknowledged is in the log all the
    /// same.
    pub fn lock(mut self) -> Result<(), PlanError> {
        if self.vault.wants_compaction() {
            // A long log is a burden and no fault: where it cannot be done now it is done next time.
            let _ = self.vault.compact(&Keep::default());
        }
        Ok(self.vault.lock()?)
    }
}

/// What is around a vault that is opened: now, with what the device has seen of it.
pub(crate) fn around(opening: &Opening) -> Around {
    let known = opening.known;
    Around::now(random(opening.device))
        .knowing(known.map(|known| known.sequence))
        .knowing_revision(known.map(|known| known.revision))
}

/// The device's randomness as the vault wants it.
pub(crate) fn random(device: Device) -> Random {
    Box::new(move |bytes| {
        (device.random)(bytes).map_err(|_| std::io::ErrorKind::Unsupported.into())
    })
}

/// Which vault lies in a folder, without opening it: what is kept about it outside the folder is
/// kept under this name.
///
/// # Errors
/// [`PlanError::NotFound`], [`PlanError::Damaged`], [`PlanError::NewerFormat`].
pub fn identify(vault: &Path) -> Result<String, PlanError> {
    Ok(id_of(Vault::peek(vault)?.vault))
}

pub(crate) fn id_of(vault: VaultId) -> String {
    format!("{:032x}", u128::from_be_bytes(vault.0))
}

impl From<landvast_vault::Notice> for Notice {
    fn from(notice: landvast_vault::Notice) -> Self {
        use landvast_vault::Notice as Inner;
        match notice {
            Inner::HeaderMended => Self::HeaderDamaged,
            Inner::HeaderNotMended => Self::HeaderNotMended,
            Inner::SnapshotDamaged => Self::SnapshotDamaged,
            Inner::MarkLost => Self::MarkDamaged,
            Inner::OlderThanKnown { .. } => Self::OlderThanKnown,
            Inner::HeaderOlderThanKnown { .. } => Self::HeaderOlderThanKnown,
        }
    }
}
