//! A sealed record: one action of a person, or the whole book at the start of an epoch.

use zeroize::Zeroizing;

use crate::{
    Frame, Keys, Place, RecordHash, SealError,
    envelope::{self, Content, Magic},
};

pub(crate) const MAGIC: Magic = *b"LVrecord";
const FIRST_OF_MAGIC: u8 = b'L';

/// What a record holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum RecordKind {
    /// One action.
    Action,
    /// The whole book with its kept history: only as the first record of an epoch.
    WholeBook,
}

/// A record, opened and proven.
#[derive(Debug)]
pub struct Record {
    /// Where it stands.
    pub place: Place,
    /// The hash of the record before it, [`RecordHash::NONE`] for the first of an epoch.
    pub before: RecordHash,
    /// What it holds.
    pub kind: RecordKind,
    /// What was sealed, wiped when let go.
    pub payload: Zeroizing<Vec<u8>>,
}

impl Record {
    /// The clear bytes at the start of every record: enough for [`Record::read_frame`].
    pub const HEAD: usize = envelope::HEAD;

    /// Seals a record. `nonce` is random and used once.
    ///
    /// # Errors
    /// [`SealError::TooLong`] for a payload above [`LONGEST_PAYLOAD`](crate::LONGEST_PAYLOAD).
    pub fn seal(
        keys: &Keys,
        place: Place,
        before: RecordHash,
        kind: RecordKind,
        payload: &[u8],
        nonce: [u8; 24],
    ) -> Result<Vec<u8>, SealError> {
        let kind = match kind {
            RecordKind::Action => 1,
            RecordKind::WholeBook => 2,
        };
        let content = Content { place, link: before, kind, payload };
        envelope::seal(MAGIC, &keys.records.0, keys.vault, &content, nonce)
    }

    /// Opens bytes that are exactly one record.
    ///
    /// # Errors
    /// [`SealError::Damaged`] if a single bit is not what was sealed for this vault;
    /// [`SealError::NewerFormat`].
    pub fn open(keys: &Keys, sealed: &[u8]) -> Result<Self, SealError> {
        let opened = envelope::open(MAGIC, &keys.records.0, keys.vault, sealed)?;
        let kind = match opened.kind {
            1 => RecordKind::Action,
            2 => RecordKind::WholeBook,
            _ => return Err(SealError::Damaged),
        };
        Ok(Self { place: opened.place, before: opened.link, kind, payload: opened.payload })
    }

    /// Reads the head of a record at the start of `bytes`, whatever follows it.
    ///
    /// # Errors
    /// [`SealError::Damaged`] if no record begins here; [`SealError::NewerFormat`].
    pub fn read_frame(bytes: &[u8]) -> Result<Frame, SealError> {
        Frame::read(MAGIC, bytes)
    }

    /// Every offset in `bytes` where a record seems to begin, with what its head says.
    ///
    /// For looking through a damaged file piece by piece: what is found is only a likeness until
    /// [`Record::open`] proves it, and its end may lie beyond `bytes`.
    pub fn heads_in(bytes: &[u8]) -> impl Iterator<Item = (usize, Frame)> {
        let firsts = bytes.iter().enumerate().filter(|(_, byte)| **byte == FIRST_OF_MAGIC);
        firsts.filter_map(|(start, _)| {
            let frame = Self::read_frame(bytes.get(start..)?).ok()?;
            Some((start, frame))
        })
    }

    /// Every whole record that seems to lie in `bytes`, with its bytes.
    pub fn find_in(bytes: &[u8]) -> impl Iterator<Item = (Frame, &[u8])> {
        Self::heads_in(bytes).filter_map(|(start, frame)| {
            let end = start.checked_add(frame.length)?;
            Some((frame, bytes.get(start..end)?))
        })
    }
}
