//! What can go wrong, by what the person or the app does next.

use std::fmt;

use landvast_model::edit::Problem;
use landvast_model::exchange::Fault;
use landvast_seal::SealError;
use landvast_vault::{Part, VaultError};

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
        /// Which part: `header` or `store`.
        part: &'static str,
    },
    /// A newer version made this. Use that version; this one leaves it as it is.
    NewerFormat,
    /// No room is left on the device. What was saved before is safe; this was not saved.
    StorageFull,
    /// There is no such thing here.
    NotFound {
        /// What is not there: `vault`, `person`, `undo`.
        what: &'static str,
    },
    /// There is a vault here already. It stays as it is.
    AlreadyThere,
    /// What was given cannot be taken, and nothing of it was.
    Invalid {
        /// Every fault, in order.
        faults: Vec<Fault>,
    },
    /// The device refused to read or write. What was saved before is safe; this was not saved.
    Refused,
    /// A fault of the program itself.
    Internal,
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
            Self::Refused => "refused",
            Self::Internal => "internal",
        }
    }

    /// What was given for one field or thing cannot be taken.
    pub(crate) fn invalid(at: &str, problem: Problem) -> Self {
        Self::Invalid { faults: vec![Fault { at: at.to_owned(), problem }] }
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
            SealError::Damaged => Self::Damaged { part: "header" },
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
            VaultError::NoVault | VaultError::BeingErased => Self::NotFound { what: "vault" },
            VaultError::AlreadyThere => Self::AlreadyThere,
            VaultError::InUse => Self::InUse,
            VaultError::NewerFormat => Self::NewerFormat,
            VaultError::StorageFull => Self::StorageFull,
            VaultError::Damaged { part: Part::Header } => Self::Damaged { part: "header" },
            VaultError::Damaged { part: Part::Store } => Self::Damaged { part: "store" },
            VaultError::TooLong => Self::invalid("", Problem::FileTooLarge),
            VaultError::Stopped | VaultError::OutOfMemory | VaultError::Io(_) => Self::Refused,
            VaultError::OutOfOrder | VaultError::NoRandomness => Self::Internal,
        }
    }
}
