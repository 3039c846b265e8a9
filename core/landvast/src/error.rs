//! What can go wrong, by what the person or the app does next.

use std::fmt;

use landvast_model::edit::Problem;
use landvast_model::exchange::Fault;
use landvast_model::paper::PaperKind;
use landvast_seal::SealError;
use landvast_vault::{Part, VaultError};

use crate::passphrase::NewPassphrase;

/// What went wrong. Each variant is a different thing to do next, and holds nothing that anybody
/// wrote, no secret and no path.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PlanError {
    /// The passphrase or code does not open this vault. Try again; nothing has changed.
    WrongSecret,
    /// Too many wrong guesses: try again after so many seconds. The recovery code never waits.
    Wait {
        /// How many seconds from now.
        seconds: u64,
    },
    /// The vault was locked. Open it anew.
    Locked,
    /// Another program has this vault open. Close it there.
    InUse,
    /// A part of the vault cannot be read. Nothing was removed.
    Damaged {
        /// Which part.
        part: Part,
    },
    /// A newer version made this. Use that version; this one leaves it as it is.
    NewerFormat,
    /// No room is left on the device. What was saved before is safe; this was not saved.
    StorageFull,
    /// There is no such thing here.
    NotFound {
        /// What is not there.
        what: Missing,
    },
    /// There is a vault here already. It stays as it is.
    AlreadyThere,
    /// What was given cannot be taken, and nothing of it was.
    Invalid {
        /// Every fault, in order.
        faults: Vec<Fault>,
    },
    /// A new passphrase is too short. Take a longer one; the old one still opens.
    WeakPassphrase {
        /// The fewest characters that one has.
        shortest: usize,
    },
    /// This paper is not for this person: a sheet is for a next of kin, a plan for a professional.
    WrongReader {
        /// The paper that was asked for.
        paper: PaperKind,
    },
    /// The six words of a backup do not open it, or are not six words of the list.
    Words {
        /// What is wrong with them.
        slip: WordSlip,
    },
    /// A file is no backup that can be taken. The plan that is there is as it was.
    Backup {
        /// What is wrong with it.
        fault: BackupFault,
    },
    /// The device refused to read or write. What was saved before is safe; this was not saved.
    Refused,
    /// A fault of the program itself.
    Internal,
}

/// What was looked for and is not there.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Missing {
    /// A plan in this folder.
    Vault,
    /// One of the owner's people.
    Person,
    /// An answer to decide something about.
    Answer,
    /// A change to take back.
    Undo,
    /// An undo to take back.
    Redo,
    /// A paper that was made, to be given to somebody.
    Paper,
    /// A copy that somebody has.
    Copy,
    /// A loose piece that salvage found.
    Piece,
}

/// What is wrong with the six words of a backup. Says which word, never what it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum WordSlip {
    /// They are words of another backup, or the beginning of this one is damaged.
    Wrong,
    /// One of them is not in the list.
    Unknown {
        /// Which, from 1.
        position: usize,
    },
    /// There are more or fewer than six.
    Count {
        /// How many; 7 stands for any number above.
        found: usize,
    },
}

/// What is wrong with a file that should be a backup.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BackupFault {
    /// It is none.
    NotABackup,
    /// It was sealed to another kind of key than six words.
    OtherKey,
    /// It is cut off or changed.
    Damaged,
    /// It asks for more work than a device should ever give.
    TooCostly,
    /// It is longer than any plan.
    TooLong,
    /// The device has not enough memory free.
    NoMemory,
}

impl PlanError {
    /// The end of its message id.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::WrongSecret => "wrong-secret",
            Self::Wait { .. } => "wait",
            Self::Locked => "locked",
            Self::InUse => "in-use",
            Self::Damaged { .. } => "damaged",
            Self::NewerFormat => "newer-format",
            Self::StorageFull => "storage-full",
            Self::NotFound { .. } => "not-found",
            Self::AlreadyThere => "already-there",
            Self::Invalid { .. } => "invalid",
            Self::WeakPassphrase { .. } => "passphrase-weak",
            Self::WrongReader { .. } => "wrong-reader",
            Self::Words { slip: WordSlip::Wrong } => "words-wrong",
            Self::Words { slip: WordSlip::Unknown { .. } } => "word-unknown",
            Self::Words { slip: WordSlip::Count { .. } } => "word-count",
            Self::Backup { fault } => fault.id(),
            Self::Refused => "refused",
            Self::Internal => "internal",
        }
    }

    /// A passphrase of fewer characters than a new one has.
    pub(crate) const fn weak_passphrase() -> Self {
        Self::WeakPassphrase { shortest: NewPassphrase::SHORTEST }
    }

    /// What was given for one field or thing cannot be taken.
    pub(crate) fn invalid(at: &str, problem: Problem) -> Self {
        Self::Invalid { faults: vec![Fault { at: at.to_owned(), problem }] }
    }
}

impl BackupFault {
    const fn id(self) -> &'static str {
        match self {
            Self::NotABackup => "no-backup",
            Self::OtherKey => "backup-other-key",
            Self::Damaged => "backup-damaged",
            Self::TooCostly => "backup-costly",
            Self::TooLong => "backup-long",
            Self::NoMemory => "backup-memory",
        }
    }
}

impl fmt::Display for PlanError {
    /// The variant's id; people read the sentence of [`crate::say_error`].
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.id())
    }
}

impl std::error::Error for PlanError {}

impl From<SealError> for PlanError {
    /// What is wrong with a secret that somebody typed, before any vault is asked.
    fn from(error: SealError) -> Self {
        match error {
            SealError::WrongSecret | SealError::NoSuchKey | SealError::MistypedCode => {
                Self::WrongSecret
            }
            SealError::EmptyPassphrase | SealError::UnusablePassphrase => {
                Self::invalid("passphrase", Problem::WrongKind { wanted: "passphrase" })
            }
            SealError::NewerFormat => Self::NewerFormat,
            SealError::Damaged => Self::Damaged { part: Part::Header },
            SealError::OutOfMemory => Self::Refused,
            SealError::TooWeak | SealError::TooCostly | SealError::TooLong => Self::Internal,
        }
    }
}

impl From<VaultError> for PlanError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::WrongSecret | VaultError::NoSuchKey => Self::WrongSecret,
            VaultError::Wait { seconds } => Self::Wait { seconds },
            // What is being erased is gone for its owner too.
            VaultError::NoVault | VaultError::BeingErased => {
                Self::NotFound { what: Missing::Vault }
            }
            VaultError::AlreadyThere => Self::AlreadyThere,
            VaultError::InUse => Self::InUse,
            VaultError::NewerFormat => Self::NewerFormat,
            VaultError::StorageFull => Self::StorageFull,
            VaultError::Damaged { part } => Self::Damaged { part },
            VaultError::TooLong => Self::invalid("", Problem::FileTooLarge),
            VaultError::Stopped | VaultError::OutOfMemory | VaultError::Io(_) => Self::Refused,
            VaultError::OutOfOrder | VaultError::NoRandomness => Self::Internal,
        }
    }
}
