//! The one random key of a vault, and the keys made from it for each use.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::{Secret, kdf};

/// Which vault: 16 random bytes, in the clear, that everything sealed is bound to.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct VaultId(pub [u8; 16]);

/// Where a record or snapshot stands in its vault.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Place {
    /// Which log. A new one is begun to make an old one shorter, to save what is left of it, or
    /// under a new data key.
    pub epoch: u32,
    /// The number of the action, counted from 1 and never back, not even in a new log.
    pub sequence: u64,
}

/// The random 256-bit key of a vault, until a renewal draws another. Slots wrap it; nothing is
/// sealed with it directly.
#[derive(Debug, Eq, PartialEq)]
pub struct DataKey(pub(crate) Secret<32>);

impl DataKey {
    /// Makes a data key of 32 random bytes.
    pub fn make(random: Secret<32>) -> Self {
        Self(random)
    }

    /// The keys for each use, by HKDF-SHA256 with the vault's id as salt.
    pub fn derive_keys(&self, vault: VaultId) -> Keys {
        let key = |info: &[u8]| kdf::derive(self.0.expose(), &vault.0, info);
        Keys {
            vault,
            records: RecordKey(key(b"landvast v1 records")),
            snapshots: SnapshotKey(key(b"landvast v1 snapshots")),
            header: HeaderKey(key(b"landvast v1 header")),
            mark: MarkKey(key(b"landvast v1 mark")),
        }
    }
}

/// Everything that an open vault needs to read and write, one key a use.
#[derive(Debug)]
pub struct Keys {
    /// The vault that they belong to; bound into everything sealed.
    pub vault: VaultId,
    /// Seals records.
    pub records: RecordKey,
    /// Seals snapshots.
    pub snapshots: SnapshotKey,
    /// Authenticates the header.
    pub header: HeaderKey,
    /// Authenticates the mark.
    pub mark: MarkKey,
}

/// Seals records.
#[derive(Debug)]
pub struct RecordKey(pub(crate) Secret<32>);

/// Seals snapshots.
#[derive(Debug)]
pub struct SnapshotKey(pub(crate) Secret<32>);

/// Authenticates the header.
#[derive(Debug)]
pub struct HeaderKey(pub(crate) Secret<32>);

/// Authenticates the mark.
#[derive(Debug)]
pub struct MarkKey(pub(crate) Secret<32>);

/// HMAC-SHA256 over `parts`, one after another.
pub(crate) fn mac(key: &Secret<32>, parts: &[&[u8]]) -> [u8; 32] {
    keyed(key, parts).finalize().into_bytes().into()
}

/// Compares in constant time.
pub(crate) fn mac_fits(key: &Secret<32>, parts: &[&[u8]], given: &[u8; 32]) -> bool {
    keyed(key, parts).verify_slice(given).is_ok()
}

fn keyed(key: &Secret<32>, parts: &[&[u8]]) -> Hmac<Sha256> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(key.expose()).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(part);
    }
    mac
}
