//! The two newest copies of the whole book, written whole, in turn.
//!
//! They make opening quick, and are the book a second time should the store be lost. A new one
//! never takes the place of the newest good one.

use landvast_seal::{Keys, LONGEST_PAYLOAD, Snapshot};

use crate::{
    VaultError,
    folder::{self, Folder},
};

/// Room for everything around the longest payload.
const LONGEST: usize = LONGEST_PAYLOAD + 1024;

/// The snapshots of the current epoch.
#[derive(Debug)]
pub(crate) struct Snapshots {
    epoch: u32,
    /// The newest good one's sequence and place.
    newest: Option<(u64, usize)>,
}

/// What was found while opening.
pub(crate) struct FoundSnapshots {
    pub(crate) snapshots: Snapshots,
    /// The newest good one, opened.
    pub(crate) newest: Option<Snapshot>,
    /// Whether one was there that could not be used.
    pub(crate) any_damaged: bool,
}

impl Snapshots {
    pub(crate) fn none(epoch: u32) -> Self {
        Self { epoch, newest: None }
    }

    /// Finds the newest good one. The older is opened only if the newer does not.
    pub(crate) fn find(
        folder: &Folder,
        keys: &Keys,
        epoch: u32,
    ) -> Result<FoundSnapshots, VaultError> {
        let mut candidates = Vec::new();
        let mut any_damaged = false;
        for (turn, path) in folder.snapshot(epoch).iter().enumerate() {
            let Some(bytes) = folder::read_at_most(path, LONGEST)? else { continue };
            match Snapshot::read_frame(&bytes) {
                Ok(frame) => candidates.push((frame.place.sequence, turn, bytes)),
                Err(_) => any_damaged = true,
            }
        }
        candidates.sort_by_key(|(sequence, ..)| *sequence);

        while let Some((sequence, turn, bytes)) = candidates.pop() {
            match Snapshot::open(keys, &bytes) {
                Ok(snapshot) if snapshot.place.epoch == epoch => {
                    let snapshots = Self { epoch, newest: Some((sequence, turn)) };
                    return Ok(FoundSnapshots { snapshots, newest: Some(snapshot), any_damaged });
                }
                Ok(_) | Err(_) => any_damaged = true,
            }
        }
        Ok(FoundSnapshots { snapshots: Self::none(epoch), newest: None, any_damaged })
    }

    /// The sequence that the newest good one stands on, 0 if there is none.
    pub(crate) fn newest_sequence(&self) -> u64 {
        self.newest.map_or(0, |(sequence, _)| sequence)
    }

    /// Writes a snapshot over the older or the damaged one.
    pub(crate) fn write(
        &mut self,
        folder: &Folder,
        sequence: u64,
        sealed: &[u8],
    ) -> Result<(), VaultError> {
        let [first, second] = folder.snapshot(self.epoch);
        let (turn, path) = match self.newest {
            Some((_, 0)) => (1, second),
            Some(_) | None => (0, first),
        };
        // Somebody may have taken it away, or what lay in its place was put aside.
        folder::make_private_if_missing(&folder.snapshots())?;
        folder::write_whole(&path, sealed)?;
        self.newest = Some((sequence, turn));
        Ok(())
    }
}
