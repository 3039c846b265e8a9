//! What is left of other epochs than the one that counts.
//!
//! Usually nothing. A log that was begun and never counted is rubbish; one that counted before this
//! one has to go, because what it holds was to be gone. But where an old copy of a vault was laid
//! over a newer one, the newer log may still be there: that is never removed, only moved aside.

use std::{fs::File, io, io::Read, path::Path};

use landvast_seal::{Record, Snapshot};

use crate::{
    VaultError,
    folder::{self, Folder},
    ours::{self, OfEpoch},
    ruins,
};

/// Where a log goes that is newer than the one that counts.
const NEWER: &str = "damaged-newer";

/// Stores and snapshots of other epochs.
#[derive(Debug)]
pub(crate) struct Others {
    all: Vec<OfEpoch>,
    /// The newest action of a log that goes further than the one that counts.
    pub(crate) newest: Option<u64>,
    /// The epochs of such logs.
    ahead: Vec<u32>,
}

/// Looks for them; `tip` is how far the log of `epoch` goes.
pub(crate) fn others(folder: &Folder, epoch: u32, tip: u64) -> io::Result<Others> {
    let all = folder.of_other_epochs(epoch)?;
    let later = all.iter().filter(|other| other.epoch > epoch);
    let reached = later.filter_map(|other| Some((other.epoch, reaches(other)?)));
    let beyond: Vec<(u32, u64)> = reached.filter(|(_, sequence)| *sequence > tip).collect();
    let newest = beyond.iter().map(|(_, sequence)| *sequence).max();
    let ahead = beyond.into_iter().map(|(epoch, _)| epoch).collect();
    Ok(Others { all, newest, ahead })
}

/// An epoch that nothing in the folder is of, later than all of them, and whose names nobody else's
/// files have: where beginning it fails, what has those names is removed again.
pub(crate) fn next(folder: &Folder, epoch: u32) -> Result<u32, VaultError> {
    let others = folder.of_other_epochs(epoch)?;
    let newest = others.iter().map(|other| other.epoch).max().unwrap_or_default().max(epoch);
    let mut later = (newest..u32::MAX).map(|epoch| epoch.saturating_add(1));
    later.find(|epoch| folder.is_free_for(*epoch)).ok_or(VaultError::TooLong)
}

impl Others {
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Moves aside what may be newer and removes the rest. Called only when the vault is proven and
    /// both copies of its header agree; what cannot be done now is done at the next opening.
    pub(crate) fn tidy(&self, folder: &Folder) {
        for other in self.all.iter().filter(|other| !self.ahead.contains(&other.epoch)) {
            let _ = folder::remove_if_there(&other.path);
        }
        let _ = self.move_newer_aside(folder);
    }

    /// Moves aside what may be newer.
    pub(crate) fn move_newer_aside(&self, folder: &Folder) -> io::Result<()> {
        if self.ahead.is_empty() {
            return Ok(());
        }
        let usual = folder.path().join(NEWER);
        // Somebody may have a file of that name.
        let aside = if ours::is_folder(&usual) { usual } else { folder::free(&usual) };
        folder::make_private_if_missing(&aside)?;
        // The stores first: it is the snapshots that tell how far they go.
        for newer in self.all.iter().filter(|other| self.ahead.contains(&other.epoch)) {
            folder::move_into(&newer.path, &aside)?;
        }
        folder::sync_folder(folder.path())
    }

    /// Removes all of it.
    pub(crate) fn remove(&self) -> io::Result<()> {
        self.all.iter().try_for_each(|other| folder::remove_if_there(&other.path))
    }

    /// Moves all of it into a folder.
    pub(crate) fn move_into(&self, aside: &Path) -> io::Result<()> {
        self.all.iter().try_for_each(|other| folder::move_into(&other.path, aside))
    }
}

/// How far a log seems to go: the sequence that a snapshot says it stands on, or the newest record
/// that lies in a store. Not proven, but nothing is removed for it.
fn reaches(other: &OfEpoch) -> Option<u64> {
    let OfEpoch { epoch, path } = other;
    if ours::is_folder(path) {
        return ruins::newest_head(path, *epoch);
    }
    let mut head = [0; Record::HEAD];
    File::open(path).ok()?.read_exact(&mut head).ok()?;
    Some(Snapshot::read_frame(&head).ok()?.place.sequence)
}
