//! What can go wrong while sealing or opening, told apart by what one does next.

use core::fmt;

/// Why something could not be sealed, opened or read.
///
/// Carries no content, no secret and no position: safe to log and to show.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SealError {
    /// The bytes are whole, but this passphrase, code or key does not open them.
    WrongSecret,
    /// The header has no slot of this kind (for instance, no recovery code was ever made).
    NoSuchKey,
    /// The bytes are not what was written: cut off, changed, or from another vault.
    Damaged,
    /// Whole, but written by a later version of the format.
    NewerFormat,
    /// The key derivation settings are below [`KdfCost::FLOOR`](crate::KdfCost::FLOOR).
    TooWeak,
    /// The key derivation settings ask for more than a device could ever give.
    TooCostly,
    /// The device could not give the memory that the key derivation needs.
    OutOfMemory,
    /// The passphrase is empty.
    EmptyPassphrase,
    /// The passphrase is longer than 1,024 bytes or no text.
    UnusablePassphrase,
    /// The recovery code has a wrong length, a character that no code has, or a typing error.
    MistypedCode,
    /// More to seal than one record may hold, or more slots than a header may hold.
    TooLong,
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WrongSecret => "the secret does not open this",
            Self::NoSuchKey => "there is no slot of this kind",
            Self::Damaged => "the bytes are damaged",
            Self::NewerFormat => "written by a later version",
            Self::TooWeak => "key derivation settings are too weak",
            Self::TooCostly => "key derivation settings are out of bounds",
            Self::OutOfMemory => "not enough memory for the key derivation",
            Self::EmptyPassphrase => "the passphrase is empty",
            Self::UnusablePassphrase => "the passphrase is too long or no text",
            Self::MistypedCode => "the recovery code is mistyped",
            Self::TooLong => "too long to seal",
        })
    }
}

impl core::error::Error for SealError {}
