//! The mark: how far the person was told that everything is stored.
//!
//! Without it a store that lost its end would look whole, and a header from before a change of keys
//! would seem to be the newest. Two slots are written in turn, so that a write that is cut short can
//! spoil only the newer.

use crate::{FORMAT, Keys, Place, SealError, bytes::Reader, keys};

const MAGIC: [u8; 8] = *b"LVmarker";
const SLOT: usize = 64;
/// Slots lie in different sectors of a disk.
const APART: usize = 512;
const SECOND_SLOT_AT: u64 = 512;

/// What the mark file vouches for. Both are lower bounds: there was at least so much.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Mark {
    /// The newest action that was acknowledged.
    pub newest: Place,
    /// The highest revision of the header that was durable; 0 if none was written down.
    pub revision: u64,
}

impl Mark {
    /// The length of the mark file, both slots and what lies between them.
    pub const FILE_LENGTH: usize = 2 * APART;

    /// The bytes of one slot, and the offset in the file where they go.
    pub fn seal(&self, keys: &Keys) -> ([u8; SLOT], u64) {
        let is_even = self.newest.sequence.is_multiple_of(2);
        (self.slot(keys), if is_even { 0 } else { SECOND_SLOT_AT })
    }

    /// The same for the other slot: the file vouches for this place already, and goes on doing so
    /// if the write is cut short.
    pub fn seal_again(&self, keys: &Keys) -> ([u8; SLOT], u64) {
        let is_even = self.newest.sequence.is_multiple_of(2);
        (self.slot(keys), if is_even { SECOND_SLOT_AT } else { 0 })
    }

    /// What either slot of the file vouches for: the newest place, and the highest revision.
    ///
    /// # Errors
    /// [`SealError::Damaged`] if neither slot is whole and of this vault and data key.
    pub fn open(keys: &Keys, file: &[u8]) -> Result<Self, SealError> {
        let slots = file.chunks(APART).take(2).filter_map(|slot| read(keys, slot).ok());
        let both = slots.reduce(|one, other| Self {
            newest: one.newest.max(other.newest),
            revision: one.revision.max(other.revision),
        });
        both.ok_or(SealError::Damaged)
    }

    fn slot(&self, keys: &Keys) -> [u8; SLOT] {
        let said = self.said();
        let mac = keys::mac(&keys.mark.0, &[&keys.vault.0, &said]);
        let mut slot = [0; SLOT];
        for (place, byte) in slot.iter_mut().zip(said.into_iter().chain(mac)) {
            *place = byte;
        }
        slot
    }

    /// The half of a slot that the MAC covers.
    fn said(&self) -> [u8; 32] {
        let mut said = [0; 32];
        let fields = MAGIC
            .into_iter()
            .chain(FORMAT.to_be_bytes())
            .chain(self.newest.epoch.to_be_bytes())
            .chain(self.newest.sequence.to_be_bytes())
            .chain(self.revision.to_be_bytes());
        for (place, byte) in said.iter_mut().zip(fields) {
            *place = byte;
        }
        said
    }
}

fn read(keys: &Keys, slot: &[u8]) -> Result<Mark, SealError> {
    let mut reader = Reader::new(slot);
    let given: [u8; 32] = reader.array()?;
    let mac: [u8; 32] = reader.array()?;
    if !keys::mac_fits(&keys.mark.0, &[&keys.vault.0, &given], &mac) {
        return Err(SealError::Damaged);
    }
    let mut reader = Reader::new(&given);
    if reader.array()? != MAGIC || reader.u16()? != FORMAT {
        return Err(SealError::Damaged);
    }
    let newest = Place { epoch: reader.u32()?, sequence: reader.u64()? };
    Ok(Mark { newest, revision: reader.u64()? })
}
