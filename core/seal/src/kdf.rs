//! From a passphrase, a recovery code or a device key to the key that opens a slot.
//!
//! Only a passphrase can be guessed, so only a passphrase is made slow (Argon2id). The other two
//! are random enough for HKDF.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroize;

use crate::{Passphrase, RecoveryCode, SealError, Secret};

/// What a passphrase slot costs to try: memory and passes, always one lane.
///
/// Cannot be built outside the bounds, so whoever holds one may run it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct KdfCost {
    memory_kib: u32,
    passes: u32,
}

impl KdfCost {
    /// 64 MiB, 3 passes: what a new vault gets.
    pub const DEFAULT: Self = Self { memory_kib: 64 * 1024, passes: 3 };
    /// 19 MiB, 2 passes: for a device that cannot give more. Nothing weaker is accepted.
    pub const FLOOR: Self = Self { memory_kib: 19 * 1024, passes: 2 };
    /// 1 GiB, 10 passes: a file that asks for more is hostile.
    pub const CEILING: Self = Self { memory_kib: 1024 * 1024, passes: 10 };
    /// The lanes of every vault.
    pub const LANES: u32 = 1;

    /// Checks settings before anything is run or allocated.
    ///
    /// # Errors
    /// [`SealError::TooWeak`] below the floor, [`SealError::TooCostly`] above the ceiling.
    pub fn new(memory_kib: u32, passes: u32) -> Result<Self, SealError> {
        if memory_kib < Self::FLOOR.memory_kib || passes < Self::FLOOR.passes {
            return Err(SealError::TooWeak);
        }
        if memory_kib > Self::CEILING.memory_kib || passes > Self::CEILING.passes {
            return Err(SealError::TooCostly);
        }
        Ok(Self { memory_kib, passes })
    }

    /// Memory in KiB.
    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over that memory.
    pub fn passes(self) -> u32 {
        self.passes
    }
}

/// The random salt of a slot.
pub(crate) type Salt = [u8; 16];

/// A slot's key from a passphrase: Argon2id, version 0x13, 32 bytes.
pub(crate) fn derive_from_passphrase(
    passphrase: &Passphrase,
    salt: &Salt,
    cost: KdfCost,
) -> Result<Secret<32>, SealError> {
    let params = Params::new(cost.memory_kib, cost.passes, KdfCost::LANES, Some(32))
        .map_err(|_| SealError::TooCostly)?;
    let block_count = params.block_count();
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);

    // Our own memory, because argon2 aborts on none by its own and does not wipe it either.
    let mut memory = Vec::new();
    memory.try_reserve_exact(block_count).map_err(|_| SealError::OutOfMemory)?;
    memory.resize(block_count, Block::new());

    let mut key = Secret::empty();
    let derived = argon2.hash_password_into_with_memory(
        passphrase.expose(),
        salt,
        key.expose_mut(),
        memory.as_mut_slice(),
    );
    memory.iter_mut().for_each(Zeroize::zeroize);
    derived.map_err(|_| SealError::OutOfMemory)?;
    Ok(key)
}

/// A slot's key from a recovery code: HKDF-SHA256.
pub(crate) fn derive_from_recovery(code: &RecoveryCode, salt: &Salt) -> Secret<32> {
    derive(code.expose(), salt, b"landvast v1 recovery code")
}

/// A slot's key from the 32 bytes that the platform keeps: HKDF-SHA256.
pub(crate) fn derive_from_device(key: &Secret<32>, salt: &Salt) -> Secret<32> {
    derive(key.expose(), salt, b"landvast v1 device key")
}

/// HKDF-SHA256 to 32 bytes.
pub(crate) fn derive(input: &[u8], salt: &[u8], info: &[u8]) -> Secret<32> {
    let mut key = Secret::empty();
    Hkdf::<Sha256>::new(Some(salt), input)
        .expand(info, key.expose_mut())
        .expect("32 bytes are within what HKDF-SHA256 can give");
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_out_of_bounds_are_refused_before_they_are_run() {
        let floor = KdfCost::FLOOR;
        assert_eq!(KdfCost::new(floor.memory_kib - 1, 10), Err(SealError::TooWeak));
        assert_eq!(KdfCost::new(64 * 1024, 1), Err(SealError::TooWeak));
        assert_eq!(KdfCost::new(1024 * 1024 + 1, 3), Err(SealError::TooCostly));
        assert_eq!(KdfCost::new(u32::MAX, 3), Err(SealError::TooCostly));
        assert_eq!(KdfCost::new(64 * 1024, 11), Err(SealError::TooCostly));
        assert_eq!(KdfCost::new(64 * 1024, 3), Ok(KdfCost::DEFAULT));
        assert_eq!(KdfCost::new(19 * 1024, 2), Ok(KdfCost::FLOOR));
    }
}
