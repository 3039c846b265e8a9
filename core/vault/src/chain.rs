//! The chain of records: each holds the hash of the one before it.
//!
//! Walking it proves that nothing is missing, swapped, put back or from elsewhere. Nothing else
//! has to agree with it.

use landvast_seal::{Keys, Place, Record, RecordHash, RecordKind, SealError, Snapshot};

use crate::{Guard, Guards, Part, VaultError, store::Found};

/// Which log is walked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Log {
    pub(crate) epoch: u32,
    pub(crate) guards: Guards,
}

/// Where a chain begins to be walked.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Start {
    /// At the first record of the epoch.
    Epoch,
    /// At the record that a snapshot stands on, which has this sequence and hash.
    At(u64, RecordHash),
}

impl From<&Snapshot> for Start {
    fn from(snapshot: &Snapshot) -> Self {
        Self::At(snapshot.place.sequence, snapshot.stands_on)
    }
}

/// The newest record of a chain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tip {
    pub(crate) sequence: u64,
    pub(crate) hash: RecordHash,
}

/// Walks what the store found and gives every record that is still to be folded, opened, and the
/// tip.
///
/// The record that a snapshot stands on is in the book already. The snapshot proves it by its hash,
/// so it is not opened: it may be a whole book.
///
/// A chain without a single record is damage: every vault is made with one.
pub(crate) fn walk(
    keys: &Keys,
    log: Log,
    start: Start,
    found: &Found,
) -> Result<(Vec<Record>, Tip), VaultError> {
    let mut records: Vec<Record> = Vec::with_capacity(found.len());
    let mut tip: Option<Tip> = None;
    let is_checked = log.guards.has(Guard::Chain);
    for (sequence, sealed) in found {
        let (sequence, hash) = (*sequence, RecordHash::of(sealed));
        let place = Place { epoch: log.epoch, sequence };
        let follows = match (tip, start) {
            (None, Start::At(at, stood_on)) => {
                let frame = Record::read_frame(sealed);
                sequence == at && hash == stood_on && frame.is_ok_and(|frame| frame.place == place)
            }
            (tip, _) => {
                let record = open(keys, sealed)?;
                let follows = record.place == place && is_next(&record, tip);
                records.push(record);
                follows
            }
        };
        if !follows && is_checked {
            return Err(VaultError::STORE);
        }
        tip = Some(Tip { sequence, hash });
    }
    match (tip, start) {
        (Some(tip), _) => Ok((records, tip)),
        (None, _) if is_checked => Err(VaultError::STORE),
        (None, Start::Epoch) => Ok((records, Tip { sequence: 0, hash: RecordHash::NONE })),
        (None, Start::At(sequence, hash)) => Ok((records, Tip { sequence, hash })),
    }
}

fn is_next(record: &Record, tip: Option<Tip>) -> bool {
    match tip {
        Some(tip) => {
            record.before == tip.hash
                && tip.sequence.checked_add(1) == Some(record.place.sequence)
                && record.kind == RecordKind::Action
        }
        None => record.before == RecordHash::NONE,
    }
}

fn open(keys: &Keys, sealed: &[u8]) -> Result<Record, VaultError> {
    Record::open(keys, sealed).map_err(|error| match error {
        // The header is of this version, so a record that claims to be newer was changed.
        SealError::NewerFormat => VaultError::STORE,
        other => VaultError::from_seal(other, Part::Store),
    })
}

#[cfg(test)]
mod tests {
    use landvast_seal::{DataKey, Secret, VaultId};

    use super::*;

    fn keys() -> Keys {
        DataKey::make(Secret::take(&mut [7; 32])).derive_keys(VaultId([1; 16]))
    }

    fn sealed(sequence: u64, before: RecordHash, kind: RecordKind) -> Vec<u8> {
        let place = Place { epoch: 1, sequence };
        Record::seal(&keys(), place, before, kind, b"{}", [5; 24]).unwrap()
    }

    const LOG: Log = Log { epoch: 1, guards: Guards::ALL };

    fn chain(length: u64) -> Found {
        let mut before = RecordHash::NONE;
        let mut link = |sequence| {
            let bytes = sealed(sequence, before, RecordKind::Action);
            before = RecordHash::of(&bytes);
            (sequence, bytes)
        };
        (1..=length).map(&mut link).collect()
    }

    fn walks(found: &Found) -> bool {
        walk(&keys(), LOG, Start::Epoch, found).is_ok()
    }

    #[test]
    fn a_whole_chain_is_walked_to_its_tip() {
        let found = chain(4);
        let (records, tip) = walk(&keys(), LOG, Start::Epoch, &found).unwrap();
        assert_eq!((records.len(), tip.sequence), (4, 4));
        let at = Start::At(3, RecordHash::of(&found[2].1));
        let (records, tip) = walk(&keys(), LOG, at, &found[2..].to_vec()).unwrap();
        assert_eq!((records.len(), tip.sequence), (1, 4));
    }

    #[test]
    fn a_missing_swapped_repeated_or_renamed_record_is_found() {
        assert!(!walks(&Vec::new()));
        assert!(!walks(&chain(3)[1..].to_vec()));
        let mut gap = chain(4);
        gap.remove(1);
        assert!(!walks(&gap));
        let mut swapped = chain(4);
        swapped.swap(1, 2);
        assert!(!walks(&swapped));
        let mut repeated = chain(4);
        repeated.insert(2, repeated[1].clone());
        assert!(!walks(&repeated));
        let mut renamed = chain(4);
        renamed[3].0 = 9;
        assert!(!walks(&renamed));
        assert!(walk(&keys(), Log { epoch: 2, ..LOG }, Start::Epoch, &chain(2)).is_err());
        assert!(walk(&keys(), LOG, Start::At(1, RecordHash::NONE), &chain(2)).is_err());
    }

    #[test]
    fn a_whole_book_stands_only_at_the_start() {
        let book = sealed(1, RecordHash::NONE, RecordKind::WholeBook);
        let again = sealed(2, RecordHash::of(&book), RecordKind::WholeBook);
        assert!(walks(&vec![(1, book.clone())]));
        assert!(!walks(&vec![(1, book), (2, again)]));
    }
}
