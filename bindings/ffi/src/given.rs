//! What a host gives: how to open a vault, secrets, and changes to answers.

use landvast::{
    Audience, BackupWords, Device, KdfCost, Known, NewPassphrase, Passphrase, PlanError,
    RecoveryCode, Source, Value, WordSlip,
};
use zeroize::Zeroizing;

use crate::fault::guarded;
use crate::value::Day;

/// How to open or make a vault.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Opening {
    /// The vault's folder.
    pub vault: String,
    /// What trying a new passphrase costs.
    pub cost: Cost,
    /// What this device has seen of this vault, kept outside its folder.
    pub known: Option<Known>,
}

/// What trying a passphrase costs, whoever tries.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum Cost {
    /// 64 MiB, 3 passes.
    Usual,
    /// 19 MiB, 2 passes: for a device that cannot give more. Nothing weaker is accepted.
    Least,
}

/// A change to an answer: what is not given stays as it is.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Draft {
    /// The answer.
    pub value: Option<Value>,
    /// Shorter words for the card; an empty text takes them away.
    pub card_text: Option<String>,
    /// Who may see it.
    pub audience: AudienceChange,
    /// How it came into the plan.
    pub source: Option<Source>,
    /// When the owner last said that it is still right.
    pub reviewed_on: Option<Day>,
    /// The language it is written in, by its tag; an empty text says that it is the plan's own.
    pub lang: Option<String>,
}

/// What becomes of who may see an answer.
#[derive(Clone, Debug, uniffi::Enum)]
pub enum AudienceChange {
    /// As it is.
    Keep,
    /// As the table has it.
    AsUsual,
    /// These.
    Only(Audience),
}

/// A value for the field with this id.
#[derive(Clone, Debug, uniffi::Record)]
pub struct NamedValue {
    /// The field's id.
    pub field: String,
    /// The value.
    pub value: Value,
}

/// A change for the field with this id.
#[derive(Clone, Debug, uniffi::Record)]
pub struct NamedDraft {
    /// The field's id.
    pub field: String,
    /// The change.
    pub draft: Draft,
}

pub(crate) fn read_passphrase(typed: Vec<u8>) -> Result<Passphrase, PlanError> {
    let typed = Zeroizing::new(typed);
    guarded(|| Ok(Passphrase::new(&typed)?))
}

pub(crate) fn read_new_passphrase(typed: Vec<u8>) -> Result<NewPassphrase, PlanError> {
    let typed = Zeroizing::new(typed);
    guarded(|| NewPassphrase::new(&typed))
}

/// What is no text at all is no word of the list, like the words of another backup.
pub(crate) fn read_words(typed: Vec<u8>) -> Result<BackupWords, PlanError> {
    let typed = Zeroizing::new(typed);
    guarded(|| {
        let none = PlanError::Words { slip: WordSlip::Count { found: 0 } };
        landvast::read_backup_words(std::str::from_utf8(&typed).map_err(|_| none)?)
    })
}

/// What is no text at all opens nothing, like any other wrong code.
pub(crate) fn read_code(typed: Vec<u8>) -> Result<RecoveryCode, PlanError> {
    let typed = Zeroizing::new(typed);
    guarded(|| {
        let text = std::str::from_utf8(&typed).map_err(|_| PlanError::WrongSecret)?;
        Ok(RecoveryCode::parse(text)?)
    })
}

impl From<Opening> for landvast::Opening {
    fn from(Opening { vault, cost, known }: Opening) -> Self {
        let opening = Self::new(vault.into(), Device::this());
        Self { cost: cost.into(), known, ..opening }
    }
}

impl From<Cost> for KdfCost {
    fn from(cost: Cost) -> Self {
        match cost {
            Cost::Usual => Self::DEFAULT,
            Cost::Least => Self::FLOOR,
        }
    }
}

impl From<Draft> for landvast::Draft {
    fn from(Draft { value, card_text, audience, source, reviewed_on, lang }: Draft) -> Self {
        Self { value, card_text, audience: audience.into(), source, reviewed_on, lang }
    }
}

impl From<AudienceChange> for Option<Option<Audience>> {
    fn from(change: AudienceChange) -> Self {
        match change {
            AudienceChange::Keep => None,
            AudienceChange::AsUsual => Some(None),
            AudienceChange::Only(audience) => Some(Some(audience)),
        }
    }
}

impl From<NamedValue> for (String, Value) {
    fn from(NamedValue { field, value }: NamedValue) -> Self {
        (field, value)
    }
}

impl From<NamedDraft> for (String, landvast::Draft) {
    fn from(NamedDraft { field, draft }: NamedDraft) -> Self {
        (field, draft.into())
    }
}
