//! A key slot: the data key, wrapped so that one secret opens it.

use chacha20poly1305::{AeadInOut, KeyInit, Tag, XChaCha20Poly1305, XNonce, aead::inout::InOutBuf};

use crate::{
    DataKey, FORMAT, KdfCost, Passphrase, RecoveryCode, SealError, Secret, VaultId,
    bytes::Reader,
    kdf::{self, Salt},
};

/// What a slot opens to.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum SlotKind {
    /// A passphrase, made slow to guess.
    Passphrase,
    /// The recovery code on paper.
    RecoveryCode,
    /// 32 bytes that the platform's key store keeps.
    DeviceKey,
}

/// A secret that may open a vault.
#[derive(Clone, Copy, Debug)]
pub enum Key<'a> {
    /// The passphrase.
    Passphrase(&'a Passphrase),
    /// The recovery code.
    Recovery(&'a RecoveryCode),
    /// What the platform's key store keeps.
    Device(&'a Secret<32>),
}

impl Key<'_> {
    /// The kind of slot that it opens.
    pub fn kind(&self) -> SlotKind {
        match self {
            Self::Passphrase(_) => SlotKind::Passphrase,
            Self::Recovery(_) => SlotKind::RecoveryCode,
            Self::Device(_) => SlotKind::DeviceKey,
        }
    }
}

/// What must be random about a slot.
#[derive(Clone, Copy, Debug)]
pub struct SlotRandom {
    /// Tells slots apart.
    pub id: [u8; 8],
    /// For the derivation.
    pub salt: [u8; 16],
    /// For the wrapping; never used twice.
    pub nonce: [u8; 24],
}

/// One slot of a header.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Slot {
    id: [u8; 8],
    derivation: Derivation,
    salt: Salt,
    nonce: [u8; 24],
    wrapped: [u8; 32],
    tag: [u8; 16],
}

/// How a slot's key is derived, which also says what kind of slot it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Derivation {
    Passphrase(KdfCost),
    RecoveryCode,
    DeviceKey,
}

const ARGON2ID: u8 = 1;
const HKDF_SHA256: u8 = 2;

impl Slot {
    pub(crate) const LENGTH: usize = 110;

    /// Wraps `data_key` for `key`, for the life of that data key. `cost` is what guessing a
    /// passphrase will cost; the other kinds need none.
    ///
    /// # Errors
    /// [`SealError::OutOfMemory`].
    pub fn make(
        key: Key<'_>,
        cost: KdfCost,
        data_key: &DataKey,
        vault: VaultId,
        life: u32,
        random: SlotRandom,
    ) -> Result<Self, SealError> {
        let derivation = match key {
            Key::Passphrase(_) => Derivation::Passphrase(cost),
            Key::Recovery(_) => Derivation::RecoveryCode,
            Key::Device(_) => Derivation::DeviceKey,
        };
        let SlotRandom { id, salt, nonce } = random;
        let mut slot = Self { id, derivation, salt, nonce, wrapped: [0; 32], tag: [0; 16] };

        let wrapping = slot.derive_wrapping_key(key)?;
        let mut wrapped = Secret::<32>::empty();
        wrapped.expose_mut().copy_from_slice(data_key.0.expose());
        let tag = XChaCha20Poly1305::new(wrapping.expose().into())
            .encrypt_inout_detached(
                &XNonce::from(nonce),
                &slot.bound_to(vault, life),
                InOutBuf::from(wrapped.expose_mut().as_mut_slice()),
            )
            .map_err(|_| SealError::TooLong)?;
        slot.wrapped = *wrapped.expose();
        slot.tag = tag.into();
        Ok(slot)
    }

    /// What this slot opens to.
    pub fn kind(&self) -> SlotKind {
        match self.derivation {
            Derivation::Passphrase(_) => SlotKind::Passphrase,
            Derivation::RecoveryCode => SlotKind::RecoveryCode,
            Derivation::DeviceKey => SlotKind::DeviceKey,
        }
    }

    /// What guessing costs, for a passphrase slot.
    pub fn cost(&self) -> Option<KdfCost> {
        match self.derivation {
            Derivation::Passphrase(cost) => Some(cost),
            Derivation::RecoveryCode | Derivation::DeviceKey => None,
        }
    }

    pub(crate) fn unwrap(
        &self,
        key: Key<'_>,
        vault: VaultId,
        life: u32,
    ) -> Result<DataKey, SealError> {
        let wrapping = self.derive_wrapping_key(key)?;
        let mut data_key = Secret::<32>::empty();
        data_key.expose_mut().copy_from_slice(&self.wrapped);
        XChaCha20Poly1305::new(wrapping.expose().into())
            .decrypt_inout_detached(
                &XNonce::from(self.nonce),
                &self.bound_to(vault, life),
                InOutBuf::from(data_key.expose_mut().as_mut_slice()),
                &Tag::from(self.tag),
            )
            .map_err(|_| SealError::WrongSecret)?;
        Ok(DataKey(data_key))
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.settings();
        bytes.extend_from_slice(&self.nonce);
        bytes.extend_from_slice(&self.wrapped);
        bytes.extend_from_slice(&self.tag);
        bytes
    }

    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Self, SealError> {
        let kind = reader.u8()?;
        let id = reader.array()?;
        let function = reader.u8()?;
        let (memory_kib, passes, lanes) = (reader.u32()?, reader.u32()?, reader.u32()?);
        let salt = reader.array()?;
        let derivation = match (kind, function) {
            // Bounded here, before anything is run or allocated: the file may be hostile.
            (1, ARGON2ID) if lanes == KdfCost::LANES => {
                Derivation::Passphrase(KdfCost::new(memory_kib, passes)?)
            }
            (1, ARGON2ID) => return Err(SealError::TooCostly),
            (2, HKDF_SHA256) if (memory_kib, passes, lanes) == (0, 0, 0) => {
                Derivation::RecoveryCode
            }
            (3, HKDF_SHA256) if (memory_kib, passes, lanes) == (0, 0, 0) => Derivation::DeviceKey,
            _ => return Err(SealError::Damaged),
        };
        Ok(Self {
            id,
            derivation,
            salt,
            nonce: reader.array()?,
            wrapped: reader.array()?,
            tag: reader.array()?,
        })
    }

    fn derive_wrapping_key(&self, key: Key<'_>) -> Result<Secret<32>, SealError> {
        match (self.derivation, key) {
            (Derivation::Passphrase(cost), Key::Passphrase(passphrase)) => {
                kdf::derive_from_passphrase(passphrase, &self.salt, cost)
            }
            (Derivation::RecoveryCode, Key::Recovery(code)) => {
                Ok(kdf::derive_from_recovery(code, &self.salt))
            }
            (Derivation::DeviceKey, Key::Device(key)) => {
                Ok(kdf::derive_from_device(key, &self.salt))
            }
            _ => Err(SealError::NoSuchKey),
        }
    }

    /// Everything about the slot that may not be changed unnoticed, and where it belongs.
    fn bound_to(&self, vault: VaultId, life: u32) -> Vec<u8> {
        let mut bound = b"landvast slot".to_vec();
        bound.extend_from_slice(&FORMAT.to_be_bytes());
        bound.extend_from_slice(&vault.0);
        bound.extend_from_slice(&life.to_be_bytes());
        bound.extend_from_slice(&self.settings());
        bound
    }

    fn settings(&self) -> Vec<u8> {
        let (kind, function, cost) = match self.derivation {
            Derivation::Passphrase(cost) => {
                (1, ARGON2ID, [cost.memory_kib(), cost.passes(), KdfCost::LANES])
            }
            Derivation::RecoveryCode => (2, HKDF_SHA256, [0; 3]),
            Derivation::DeviceKey => (3, HKDF_SHA256, [0; 3]),
        };
        let mut settings = Vec::with_capacity(Self::LENGTH);
        settings.push(kind);
        settings.extend_from_slice(&self.id);
        settings.push(function);
        for number in cost {
            settings.extend_from_slice(&number.to_be_bytes());
        }
        settings.extend_from_slice(&self.salt);
        settings
    }
}
