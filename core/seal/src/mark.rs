//! The mark: how far the person was told that everything is stored.
//!
//! Without it a store that lost its end would look whole. Two slots are written in turn, so that
//! a write that is cut short can spoil only the newer.

use crate::{FORMAT, Keys, Place, SealError, bytes::Reader, keys};

const MAGIC: [u8; 8] = *b"LVmarker";
const SLOT: usize = 64;
/// Slots lie in different sectors of a disk.
const APART: usize = 512;
const SECOND_SLOT_AT: u64 = 512;

/// Reads and writes the mark file.
#[derive(Debug)]
pub struct Mark;

impl Mark {
    /// The length of the mark file, both slots and what lies between them.
    pub const FILE_LENGTH: usize = 2 * APART;

    /// The bytes of one slot, and the offset in the file where they go.
    pub fn seal(keys: &Keys, newest: Place) -> ([u8; SLOT], u64) {
        let said = said(newest);
        let mac = keys::mac(&keys.mark.0, &[&keys.vault.0, &said]);
        let mut slot = [0; SLOT];
        for (place, byte) in slot.iter_mut().zip(said.into_iter().chain(mac)) {
            *place = byte;
        }
        let offset = if newest.sequence.is_multiple_of(2) { 0 } else { SECOND_SLOT_AT };
        (slot, offset)
    }

    /// The newest place that either slot of the file vouches for.
    ///
    /// # Errors
    /// [`SealError::Damaged`] if neither slot is whole and of this vault and data key.
    pub fn open(keys: &Keys, file: &[u8]) -> Result<Place, SealError> {
        let slots = file.chunks(APART).take(2);
        slots.filter_map(|slot| read(keys, slot).ok()).max().ok_or(SealError::Damaged)
    }
}

fn read(keys: &Keys, slot: &[u8]) -> Result<Place, SealError> {
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
    Ok(Place { epoch: reader.u32()?, sequence: reader.u64()? })
}

/// The half of a slot that the MAC covers.
fn said(newest: Place) -> [u8; 32] {
    let mut said = [0; 32];
    let fields = MAGIC
        .into_iter()
        .chain(FORMAT.to_be_bytes())
        .chain(newest.epoch.to_be_bytes())
        .chain(newest.sequence.to_be_bytes());
    for (place, byte) in said.iter_mut().zip(fields) {
        *place = byte;
    }
    said
}
