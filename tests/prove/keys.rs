//! What the vaults that are broken here open with.

use landvast_seal::Secret;

/// The passphrase of a vault that has one.
pub(crate) const OLD_WORDS: &str = "de oude zin van vroeger";
/// The one that it is changed to, or restored with.
pub(crate) const NEW_WORDS: &str = "de nieuwe zin van nu";

/// The device key that opens a vault at first.
pub(crate) fn old_key() -> Secret<32> {
    let mut key = *b"the key that opens it in the end";
    Secret::take(&mut key)
}

/// The device key that it is given.
pub(crate) fn new_key() -> Secret<32> {
    let mut key = *b"the other key that opens it then";
    Secret::take(&mut key)
}
