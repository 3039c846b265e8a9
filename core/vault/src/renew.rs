//! A new log: shorter, or under a new data key.
//!
//! An answer that was changed or taken away stays in the log, and in what sled leaves lying about in
//! its files. Only one thing deletes: to write everything that is to be kept into a new store, and
//! then to remove the old one. That is done to make a long log short, and, under a new data key,
//! when somebody has seen a secret or words are to be gone for good.

use landvast_model::keep::Keep;
use landvast_seal::{DataKey, Header, KdfCost, Key, Keys, Mark};

use crate::{
    Vault, VaultError,
    begin::{self, Beginning, Begun, Site},
    epochs, folder, headers,
    payload::WholeBook,
    store::Sled,
    vault::{make_data_key, make_slot},
    worker::Worker,
};

/// A log of more actions than this is worth writing anew.
const MANY_ACTIONS: u64 = 5_000;
/// And one that has grown by more than this on the disk.
const MANY_BYTES: u64 = 8 * 1024 * 1024;

impl Vault {
    /// Whether the log has become so long that [`Vault::compact`] is worth its while. Whoever asks
    /// chooses the moment: before locking, for instance.
    pub fn wants_compaction(&mut self) -> bool {
        let Ok(Some((first, length))) = self.worker.ask(|store| store.first()) else {
            return false;
        };
        // A new store takes its first record, and once more the page that holds it.
        let at_least = u64::try_from(length).unwrap_or(u64::MAX).saturating_mul(2);
        let size = folder::size_of(&self.folder.store(self.header.epoch));
        self.tip.sequence.saturating_sub(first) >= MANY_ACTIONS
            || size > MANY_BYTES.saturating_add(at_least)
    }

    /// Writes the log anew under the same data key, with what is to be kept of it, and removes the
    /// old one. Whatever opened the vault still does.
    ///
    /// # Errors
    /// [`VaultError::StorageFull`] and whatever else the system refuses before the new log counts:
    /// then everything is as it was. [`VaultError::Stopped`] if it may count already: open anew, and
    /// what is left to do is done then.
    pub fn compact(&mut self, keep: &Keep<'_>) -> Result<(), VaultError> {
        let epoch = self.next_epoch()?;
        let header = self.header_to_change().with_log(&self.keys, epoch).map_err(headers::error)?;
        self.begin_anew(header, None, keep)
    }

    /// Draws a new data key, writes what is to be kept under it, and removes everything that was
    /// under the old one. From then on every one of `keys` opens the vault and nothing else does:
    /// neither what opened it before, nor what somebody kept of its old files.
    ///
    /// Whoever makes a recovery code for this shows it and has it confirmed before calling. Copies of
    /// the folder, backups, and what [`Info::damaged_bytes`](crate::Info::damaged_bytes) counts still
    /// open as they did; the last can be removed with [`Vault::forget_damaged`].
    ///
    /// # Errors
    /// [`VaultError::NoSuchKey`] without any key; otherwise as [`Vault::compact`].
    pub fn renew(
        &mut self,
        keys: &[Key<'_>],
        cost: KdfCost,
        keep: &Keep<'_>,
    ) -> Result<(), VaultError> {
        let epoch = self.next_epoch()?;
        let vault = self.header.vault;
        let data_key = make_data_key(&mut self.random)?;
        let life = self.header.life.saturating_add(1);
        let mut slots = Vec::new();
        for key in keys {
            slots.push(make_slot(*key, cost, &data_key, life, vault, &mut self.random)?);
        }
        let derived = data_key.derive_keys(vault);
        let header =
            self.header_to_change().renewed(&derived, epoch, slots).map_err(headers::error)?;
        self.begin_anew(header, Some((data_key, derived)), keep)
    }

    /// An epoch that nothing in the folder is of.
    ///
    /// What came before the new log is removed in the end. So a newer log that could not be moved
    /// aside when the vault was opened goes there now, or nothing begins.
    fn next_epoch(&self) -> Result<u32, VaultError> {
        epochs::others(&self.folder, self.header.epoch, self.tip.sequence)?
            .move_newer_aside(&self.folder)?;
        epochs::next(&self.folder, self.header.epoch)
    }

    fn begin_anew(
        &mut self,
        header: Header,
        fresh: Option<(DataKey, Keys)>,
        keep: &Keep<'_>,
    ) -> Result<(), VaultError> {
        let (base, actions) = self.history()?.into_all();
        let (whole, content) = WholeBook::kept(&base, &actions, &self.book, keep)?;
        let beginning = Beginning::with_book(whole, content);
        let epoch = header.epoch;

        let site = Site { folder: &self.folder, lock: &self.lock, patience: self.patience };
        let keys = fresh.as_ref().map_or(&self.keys, |(_, keys)| keys);
        let begun = begin::log(&site, keys, epoch, &beginning, &mut self.random)?;
        let prepared = headers::prepare(&self.folder, &header)
            .inspect_err(|_| begin::forget(&self.folder, epoch))?;

        // From here on the new log may count, so a failure must not be told as "unchanged".
        if headers::commit(prepared).is_err() {
            self.worker.stop();
            return Err(VaultError::Stopped);
        }
        let Begun { tip, snapshots } = begun;
        self.revision = header.revision;
        (self.header, self.tip, self.snapshots) = (header, tip, snapshots);
        self.book = beginning.into_book();
        if let Some((data_key, keys)) = fresh {
            (self.data_key, self.keys) = (data_key, keys);
        }
        self.move_over().map_err(|_| {
            self.worker.stop();
            VaultError::Stopped
        })
    }

    /// Goes over to the log that counts now, and removes what came before it.
    fn move_over(&mut self) -> Result<(), VaultError> {
        // Whether the old store closes well does not matter any more.
        let _ = self.worker.close();
        let store = self.folder.store(self.header.epoch);
        let guards = self.folder.guards();
        let open = Box::new(move || Sled::open(&store, guards));
        self.worker = Worker::start(open, std::sync::Arc::clone(&self.lock), self.patience)?;

        let mark = Mark { newest: self.at(self.tip.sequence), revision: self.revision };
        self.mark.write(&self.keys, mark)?;
        self.mark.sync()?;
        let others = epochs::others(&self.folder, self.header.epoch, self.tip.sequence)?;
        others.remove()?;
        Ok(folder::sync_folder(self.folder.path())?)
    }
}
