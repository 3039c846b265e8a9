//! Erasing a vault: the keys first, then everything.
//!
//! The slots in the header are all that leads to the data key, so they go first: both copies are
//! replaced by ones without any. From then on nobody opens this vault, whatever is left of it, and
//! whoever comes by removes the rest: the next opening, or the next vault made in this place.

use std::{fs, path::Path};

use crate::{
    Vault, VaultError,
    folder::{self, Folder},
    headers,
    lock::Lock,
    ours,
};

impl Vault {
    /// Erases the vault: keys, log, snapshots, and what damage was moved aside. What else lies in
    /// the folder stays. Copies that were made of the folder, backups and papers are not touched,
    /// and a disk that does not write in place may keep for a while what was removed.
    ///
    /// # Errors
    /// What the system refuses before it begins: then nothing has changed and the vault, which this
    /// closed, opens as before. [`VaultError::BeingErased`] once it has begun: no key opens the
    /// vault any more, and opening it again removes the rest.
    pub fn erase(mut self) -> Result<(), VaultError> {
        // The last thing that an erased plan needs is room.
        self.folder.give_up_reserve();
        let last = self.header.erasing(&self.keys).map_err(headers::error)?;
        let prepared = headers::prepare(&self.folder, &last)?;
        if let Err(error) = headers::commit(prepared) {
            let has_begun = headers::read(&self.folder).is_ok_and(|copies| copies.any_erasing());
            return Err(if has_begun { VaultError::BeingErased } else { error });
        }
        // Whether the store closes well does not matter any more.
        let _ = self.worker.close();
        finish(&self.folder)
    }
}

/// Finishes what was begun, if it was; then there is no vault.
pub(crate) fn resume(path: &Path) -> Result<(), VaultError> {
    let Ok(folder) = Folder::find(path) else { return Ok(()) };
    if headers::read(&folder).is_ok_and(|copies| copies.newest().is_none()) {
        let _lock = match Lock::take(&folder) {
            // Another one finished it meanwhile.
            Err(VaultError::NoVault) => return Ok(()),
            taken => taken?,
        };
        if Folder::find(path).is_ok() {
            finish(&folder)?;
        }
    }
    Ok(())
}

/// Removes everything that is a vault's, the header last, and the folder if nothing else is in it.
/// The caller holds the lock.
pub(crate) fn finish(folder: &Folder) -> Result<(), VaultError> {
    remove_all(folder).map_err(|_| VaultError::BeingErased)
}

fn remove_all(folder: &Folder) -> std::io::Result<()> {
    let headers = folder.headers();
    let stays_a_while = |path: &Path| headers.iter().any(|header| header == path);
    for path in folder.ours()? {
        if !stays_a_while(&path) && path != folder.lock() {
            ours::remove(&path)?;
        }
    }
    folder::sync_folder(folder.path())?;
    for header in &headers {
        folder::remove_if_there(header)?;
    }
    folder::sync_folder(folder.path())?;

    // It is erased. What is left says nothing, and nobody has to hear if it stays.
    remove_last(folder);
    Ok(())
}

/// Removes a folder in which an erasure left nothing but the lock, which is always empty.
pub(crate) fn remove_if_last(folder: &Folder) {
    let is_last = folder.names().is_ok_and(|names| names == ["lock"]);
    if is_last && folder::size_of(&folder.lock()) == 0 {
        remove_last(folder);
    }
}

fn remove_last(folder: &Folder) {
    let removed = folder::remove_if_there(&folder.lock())
        .and_then(|()| folder::change(|| fs::remove_dir(folder.path())));
    if removed.is_ok()
        && let Some(parent) = folder.path().parent()
    {
        let _ = folder::sync_folder(parent);
    }
}
