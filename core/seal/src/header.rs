//! The header: what a vault says before it is open, and the slots that open it.
//!
//! The closing SHA-256 tells a damaged copy from a whole one without any secret; the MAC tells,
//! once a slot is open, that nobody changed it.

use sha2::{Digest, Sha256};

use crate::{DataKey, FORMAT, Key, Keys, SealError, Slot, SlotKind, VaultId, bytes::Reader, keys};

const MAGIC: [u8; 8] = *b"LVheader";
const SUM: usize = 32;
const MAC: usize = 32;
/// Clear fields before the slots.
const FIXED: usize = 44;
/// A passphrase, a recovery code and eight devices.
const MOST_SLOTS: usize = 10;
const MOST_DEVICES: usize = 8;

/// Whether a vault is in use.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum HeaderState {
    /// In use.
    InUse,
    /// Being erased: no slots, and whatever is left of it is to go.
    Erasing,
}

/// The header of a vault.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Header {
    /// Which vault.
    pub vault: VaultId,
    /// Which data key the slots wrap.
    pub life: u32,
    /// Which log counts.
    pub epoch: u32,
    /// Goes up by one at every change; of two copies the higher counts.
    pub revision: u64,
    /// In use, or being erased.
    pub state: HeaderState,
    slots: Vec<Slot>,
    mac: [u8; MAC],
}

impl Header {
    /// A file longer than this is no header.
    pub const LONGEST: usize = FIXED + MOST_SLOTS * Slot::LENGTH + MAC + SUM;

    /// The first header of a vault.
    ///
    /// # Errors
    /// [`SealError::TooLong`] for two passphrases, two recovery codes or more than eight devices;
    /// [`SealError::NoSuchKey`] for no slot at all, which nobody could open.
    pub fn first(keys: &Keys, slots: Vec<Slot>) -> Result<Self, SealError> {
        let state = HeaderState::InUse;
        let vault = keys.vault;
        let header =
            Self { vault, life: 1, epoch: 1, revision: 1, state, slots: Vec::new(), mac: [0; MAC] };
        Ok(header.with_slots(slots)?.proven_by(keys))
    }

    /// The next header, with one slot put in place of those of its kind.
    ///
    /// # Errors
    /// As [`Header::first`].
    pub fn with_slot(&self, keys: &Keys, slot: Slot) -> Result<Self, SealError> {
        let mut slots = self.slots.clone();
        slots.retain(|old| old.kind() != slot.kind());
        slots.push(slot);
        Ok(self.next()?.with_slots(slots)?.proven_by(keys))
    }

    /// The next header, without slots of `kind`.
    ///
    /// # Errors
    /// [`SealError::NoSuchKey`] if that would leave none.
    pub fn without(&self, keys: &Keys, kind: SlotKind) -> Result<Self, SealError> {
        let slots = self.slots.iter().filter(|slot| slot.kind() != kind).cloned().collect();
        Ok(self.next()?.with_slots(slots)?.proven_by(keys))
    }

    /// The next header, for a new log under the same data key: the same slots open it.
    ///
    /// # Errors
    /// [`SealError::TooLong`] when there were more changes than can be counted.
    pub fn with_log(&self, keys: &Keys, epoch: u32) -> Result<Self, SealError> {
        Ok(Self { epoch, ..self.next()? }.proven_by(keys))
    }

    /// The next header, for a new log under a new data key, to which `keys` belong; `slots` wrap
    /// it for the next [`life`](Self::life).
    ///
    /// # Errors
    /// As [`Header::first`].
    pub fn renewed(&self, keys: &Keys, epoch: u32, slots: Vec<Slot>) -> Result<Self, SealError> {
        let life = self.life.checked_add(1).ok_or(SealError::TooLong)?;
        Ok(Self { life, epoch, ..self.next()? }.with_slots(slots)?.proven_by(keys))
    }

    /// The last header: nothing opens this vault any more.
    ///
    /// # Errors
    /// As [`Header::with_log`].
    pub fn erasing(&self, keys: &Keys) -> Result<Self, SealError> {
        let (state, slots) = (HeaderState::Erasing, Vec::new());
        Ok(Self { state, slots, ..self.next()? }.proven_by(keys))
    }

    /// The same as something to change: the next header surpasses every revision up to `known`, as
    /// well as this one. Nobody wrote what this gives, so it is [`is_by`](Self::is_by) nobody.
    #[must_use]
    pub fn surpassing(&self, known: u64) -> Self {
        Self { revision: self.revision.max(known), ..self.clone() }
    }

    /// Whether whoever wrote this had these keys.
    pub fn is_by(&self, keys: &Keys) -> bool {
        keys::mac_fits(&keys.header.0, &[&self.body()], &self.mac)
    }

    /// The slots, in the order in which they are tried.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The bytes of one copy.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.body();
        bytes.extend_from_slice(&self.mac);
        let sum = Sha256::digest(&bytes);
        bytes.extend_from_slice(&sum);
        bytes
    }

    /// Reads one copy. No secret is needed and none is tried.
    ///
    /// # Errors
    /// [`SealError::Damaged`] if the closing sum does not fit; [`SealError::NewerFormat`] if it
    /// does, but a later version wrote it; [`SealError::TooWeak`] and [`SealError::TooCostly`] for
    /// settings that are not run.
    pub fn read(bytes: &[u8]) -> Result<Self, SealError> {
        let (summed, sum) = bytes.split_last_chunk::<SUM>().ok_or(SealError::Damaged)?;
        let mut reader = Reader::new(summed);
        if reader.array()? != MAGIC || Sha256::digest(summed).as_slice() != sum {
            return Err(SealError::Damaged);
        }
        // Every version keeps magic, version and closing sum where they are.
        let format = reader.u16()?;
        if format > FORMAT {
            return Err(SealError::NewerFormat);
        }
        let vault = VaultId(reader.array()?);
        let life = reader.u32()?;
        let epoch = reader.u32()?;
        let revision = reader.u64()?;
        let state = match reader.u8()? {
            1 => HeaderState::InUse,
            2 => HeaderState::Erasing,
            _ => return Err(SealError::Damaged),
        };
        let count = reader.u8()?;
        if format == 0 || usize::from(count) > MOST_SLOTS {
            return Err(SealError::Damaged);
        }
        let slots =
            (0..count).map(|_| Slot::read(&mut reader)).collect::<Result<Vec<_>, SealError>>()?;
        let mac = reader.array()?;
        reader.end()?;

        let fits_state = slots.is_empty() == (state == HeaderState::Erasing);
        if !fits_state || !within_bounds(&slots) {
            return Err(SealError::Damaged);
        }
        Ok(Self { vault, life, epoch, revision, state, slots, mac })
    }

    /// Opens the vault's data key with `key`, and proves with it that nobody changed the header.
    ///
    /// # Errors
    /// [`SealError::WrongSecret`]; [`SealError::NoSuchKey`] if no slot is of its kind;
    /// [`SealError::Damaged`] if the slot opens but the MAC does not fit;
    /// [`SealError::OutOfMemory`].
    pub fn unlock(&self, key: Key<'_>) -> Result<DataKey, SealError> {
        let data_key = self.unlock_unproven(key)?;
        if !self.is_by(&data_key.derive_keys(self.vault)) {
            return Err(SealError::Damaged);
        }
        Ok(data_key)
    }

    /// Only opens the data key. Whoever has it still asks whether the header
    /// [`is_by`](Self::is_by) somebody who had it too; use [`unlock`](Self::unlock).
    ///
    /// # Errors
    /// As [`unlock`](Self::unlock), but for [`SealError::Damaged`].
    pub fn unlock_unproven(&self, key: Key<'_>) -> Result<DataKey, SealError> {
        let mut outcome = Err(SealError::NoSuchKey);
        for slot in self.slots.iter().filter(|slot| slot.kind() == key.kind()) {
            outcome = slot.unwrap(key, self.vault, self.life);
            match &outcome {
                Err(SealError::WrongSecret) => {}
                Err(_) | Ok(_) => break,
            }
        }
        outcome
    }

    /// The same, one change later; not yet proven.
    fn next(&self) -> Result<Self, SealError> {
        let revision = self.revision.checked_add(1).ok_or(SealError::TooLong)?;
        Ok(Self { revision, ..self.clone() })
    }

    fn with_slots(self, slots: Vec<Slot>) -> Result<Self, SealError> {
        if slots.is_empty() {
            return Err(SealError::NoSuchKey);
        }
        if !within_bounds(&slots) {
            return Err(SealError::TooLong);
        }
        Ok(Self { slots, ..self })
    }

    fn proven_by(mut self, keys: &Keys) -> Self {
        self.mac = keys::mac(&keys.header.0, &[&self.body()]);
        self
    }

    /// What the MAC covers: everything before it.
    fn body(&self) -> Vec<u8> {
        let mut body = Vec::with_capacity(Self::LONGEST);
        body.extend_from_slice(&MAGIC);
        body.extend_from_slice(&FORMAT.to_be_bytes());
        body.extend_from_slice(&self.vault.0);
        body.extend_from_slice(&self.life.to_be_bytes());
        body.extend_from_slice(&self.epoch.to_be_bytes());
        body.extend_from_slice(&self.revision.to_be_bytes());
        body.push(match self.state {
            HeaderState::InUse => 1,
            HeaderState::Erasing => 2,
        });
        // `within_bounds` keeps the count far below 255.
        body.push(u8::try_from(self.slots.len()).unwrap_or(u8::MAX));
        for slot in &self.slots {
            body.extend_from_slice(&slot.to_bytes());
        }
        body
    }
}

/// One passphrase, one recovery code, eight devices: so that a hostile file cannot ask for many
/// derivations either.
fn within_bounds(slots: &[Slot]) -> bool {
    let of = |kind| slots.iter().filter(|slot| slot.kind() == kind).count();
    of(SlotKind::Passphrase) <= 1
        && of(SlotKind::RecoveryCode) <= 1
        && of(SlotKind::DeviceKey) <= MOST_DEVICES
}
