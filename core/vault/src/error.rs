//! What can go wrong with a vault, told apart by what one does next.

use std::{fmt, io};

use landvast_seal::SealError;

/// Why a vault could not be made, opened, read or written.
///
/// Carries no path, no content and no secret: safe to log and to show.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum VaultError {
    /// The vault is whole, but this passphrase, code or key does not open it.
    WrongSecret,
    /// No secret of this kind was ever set for the vault.
    NoSuchKey,
    /// Too many wrong passphrases: the next may be tried after this many seconds. The recovery
    /// code and the device key never wait.
    Wait {
        /// Seconds, at least 1 and at most 60.
        seconds: u64,
    },
    /// There is no vault in this place.
    NoVault,
    /// There is something in this place already.
    AlreadyThere,
    /// Another process, or another part of this one, has the vault open.
    InUse,
    /// A later version wrote the vault. It was left untouched.
    NewerFormat,
    /// The vault is being erased and something is left that could not be removed yet. Nothing in it
    /// can be opened any more; whoever opens it next tries again.
    BeingErased,
    /// The disk or the quota is full. Nothing was acknowledged that is not stored, and what was
    /// acknowledged is there. Make room and try again; if the answer is [`VaultError::Stopped`]
    /// then, the store itself had met the full disk.
    StorageFull,
    /// A part is missing or not what was written. All files were left as they are.
    Damaged {
        /// Which part.
        part: Part,
    },
    /// The store stopped answering, or failed earlier. Nothing more is written or acknowledged;
    /// open the vault anew.
    Stopped,
    /// The action does not follow the one before it.
    OutOfOrder,
    /// More than one action may hold.
    TooLong,
    /// The device could not give the memory that the passphrase's derivation needs.
    OutOfMemory,
    /// The system gave no random bytes.
    NoRandomness,
    /// Anything else that the system refused.
    Io(io::ErrorKind),
}

/// A part of a vault that can be damaged.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// Both copies of the header: without one of them nothing opens.
    Header,
    /// The log of actions.
    Store,
}

impl fmt::Display for VaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WrongSecret => "the secret does not open this vault",
            Self::NoSuchKey => "no secret of this kind was set",
            Self::Wait { seconds } => return write!(f, "wait {seconds} seconds"),
            Self::NoVault => "no vault here",
            Self::AlreadyThere => "something is here already",
            Self::InUse => "in use elsewhere",
            Self::NewerFormat => "written by a later version",
            Self::BeingErased => "being erased",
            Self::StorageFull => "storage full",
            Self::Damaged { part: Part::Header } => "damaged: header",
            Self::Damaged { part: Part::Store } => "damaged: store",
            Self::Stopped => "the store stopped; open the vault anew",
            Self::OutOfOrder => "the action does not follow the one before it",
            Self::TooLong => "too long for one action",
            Self::OutOfMemory => "not enough memory to derive the key",
            Self::NoRandomness => "no random bytes",
            Self::Io(kind) => return write!(f, "the system refused: {kind}"),
        })
    }
}

impl std::error::Error for VaultError {}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        Self::from(error.kind())
    }
}

impl From<io::ErrorKind> for VaultError {
    fn from(kind: io::ErrorKind) -> Self {
        match kind {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::StorageFull,
            other => Self::Io(other),
        }
    }
}

impl VaultError {
    pub(crate) const HEADER: Self = Self::Damaged { part: Part::Header };
    pub(crate) const STORE: Self = Self::Damaged { part: Part::Store };

    /// What a failure to seal, or to open `part`, means for the vault.
    pub(crate) fn from_seal(error: SealError, part: Part) -> Self {
        match error {
            SealError::WrongSecret => Self::WrongSecret,
            SealError::NoSuchKey => Self::NoSuchKey,
            SealError::NewerFormat => Self::NewerFormat,
            SealError::OutOfMemory => Self::OutOfMemory,
            SealError::TooLong => Self::TooLong,
            // Settings out of bounds were never written by us, and the rest is about what a person
            // typed, which was read before it came here.
            SealError::Damaged
            | SealError::TooWeak
            | SealError::TooCostly
            | SealError::EmptyPassphrase
            | SealError::UnusablePassphrase
            | SealError::MistypedCode => Self::Damaged { part },
        }
    }
}
