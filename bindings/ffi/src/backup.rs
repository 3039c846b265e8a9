//! Backups, and what keeps a plan for life, as other languages see them.

use std::sync::Arc;

use landvast::{
    BackupView, CopyView, Device, Elsewhere, Language, LooseView, PlanError, RestoreView,
    Restoring, SalvageView, Section, SectionChange, SectionPieces, Words,
};

use crate::fault::guarded;
use crate::given::read_words;
use crate::value::{Count, Day, Moment};

/// An opened backup.
#[derive(uniffi::Object)]
pub struct Backup(pub(crate) landvast::Backup);

#[uniffi::export]
impl Backup {
    /// Opens a backup with its six words, as they were typed.
    #[uniffi::constructor]
    pub fn open(file: &[u8], words: Vec<u8>) -> Result<Arc<Self>, PlanError> {
        let words = read_words(words)?;
        guarded(|| Ok(Arc::new(Self(landvast::Backup::open(file, &words)?))))
    }

    /// What is known about it, without showing what is in it.
    pub fn about(&self, language: Language) -> Result<BackupView, PlanError> {
        guarded(|| Ok(self.0.about(&Words::new(language))))
    }
}

/// Draws six words for one backup, never to be used for another. Show them, and let the owner give
/// the last two back, before the file is made.
#[uniffi::export]
pub fn make_backup_words() -> Result<String, PlanError> {
    guarded(|| Ok(landvast::make_backup_words(&Device::this())?.to_text().to_string()))
}

/// The word that was perhaps meant by the first one that is not in the list. For the owner's own
/// screen and nothing else.
#[uniffi::export]
pub fn nearest_backup_word(typed: &str) -> Result<Option<String>, PlanError> {
    guarded(|| Ok(landvast::nearest_backup_word(typed).map(|(_, nearest)| nearest.to_owned())))
}

#[uniffi::remote(Record)]
pub struct BackupView {
    pub vault: String,
    pub made_at: Moment,
    pub shown_at: String,
    pub sequence: u64,
    pub answers: Count,
    pub people: Count,
    pub language: Language,
}

#[uniffi::remote(Enum)]
pub enum Restoring {
    Merge,
    Replace,
}

#[uniffi::remote(Record)]
pub struct RestoreView {
    pub sections: Vec<SectionChange>,
    pub people_added: Count,
    pub people_removed: Count,
    pub settings: Count,
    pub left_out: Count,
    pub is_older: bool,
    pub is_change: bool,
}

#[uniffi::remote(Record)]
pub struct SectionChange {
    pub section: Section,
    pub title: String,
    pub added: Count,
    pub changed: Count,
    pub removed: Count,
}

#[uniffi::remote(Record)]
pub struct SalvageView {
    pub up_to: u64,
    pub at: Option<Moment>,
    pub shown_at: String,
    pub missing: u64,
    pub sections: Vec<SectionPieces>,
    pub is_without_history: bool,
    pub is_whole: bool,
}

#[uniffi::remote(Record)]
pub struct SectionPieces {
    pub section: Section,
    pub title: String,
    pub count: Count,
}

#[uniffi::remote(Record)]
pub struct LooseView {
    pub index: Count,
    pub at: Moment,
    pub shown_at: String,
    pub field: String,
    pub label: String,
    pub person: String,
    pub shown: String,
}

#[uniffi::remote(Record)]
pub struct Elsewhere {
    pub backups: Vec<Day>,
    pub copies: Vec<CopyView>,
    pub damaged: u64,
}
