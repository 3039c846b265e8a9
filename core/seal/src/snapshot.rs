//! A sealed snapshot: the whole book as it was after one record, to open quickly and to have twice.

use zeroize::Zeroizing;

use crate::{
    Frame, Keys, Place, RecordHash, SealError,
    envelope::{self, Content, Magic},
};

const MAGIC: Magic = *b"LVsnapsh";
const KIND: u8 = 3;

/// A snapshot, opened and proven.
#[derive(Debug)]
pub struct Snapshot {
    /// The record that it stands on.
    pub place: Place,
    /// The hash of that record.
    pub stands_on: RecordHash,
    /// What was sealed, wiped when let go.
    pub payload: Zeroizing<Vec<u8>>,
}

impl Snapshot {
    /// Seals a snapshot. `nonce` is random and used once.
    ///
    /// # Errors
    /// [`SealError::TooLong`] for a payload above [`LONGEST_PAYLOAD`](crate::LONGEST_PAYLOAD).
    pub fn seal(
        keys: &Keys,
        place: Place,
        stands_on: RecordHash,
        payload: &[u8],
        nonce: [u8; 24],
    ) -> Result<Vec<u8>, SealError> {
        let content = Content { place, link: stands_on, kind: KIND, payload };
        envelope::seal(MAGIC, &keys.snapshots.0, keys.vault, &content, nonce)
    }

    /// Opens bytes that are exactly one snapshot.
    ///
    /// # Errors
    /// [`SealError::Damaged`] if a single bit is not what was sealed for this vault;
    /// [`SealError::NewerFormat`].
    pub fn open(keys: &Keys, sealed: &[u8]) -> Result<Self, SealError> {
        let opened = envelope::open(MAGIC, &keys.snapshots.0, keys.vault, sealed)?;
        if opened.kind != KIND {
            return Err(SealError::Damaged);
        }
        Ok(Self { place: opened.place, stands_on: opened.link, payload: opened.payload })
    }

    /// Reads the head of a snapshot at the start of `bytes`, whatever follows it.
    ///
    /// # Errors
    /// [`SealError::Damaged`] if no snapshot begins here; [`SealError::NewerFormat`].
    pub fn read_frame(bytes: &[u8]) -> Result<Frame, SealError> {
        Frame::read(MAGIC, bytes)
    }
}
