//! An open vault: the book as it stands, and the one way to add to it.

use std::{fmt, sync::Arc};

use landvast_model::{Action, Book};
use landvast_seal::{
    DataKey, FORMAT, Header, KdfCost, Key, Keys, Mark, Place, Record, RecordHash, RecordKind,
    Secret, Slot, SlotKind, SlotRandom, Snapshot, VaultId,
};

use crate::{
    Part, Random, VaultError,
    chain::{self, Log, Start, Tip},
    folder::{self, Folder},
    headers,
    lock::Lock,
    mark::MarkFile,
    ours,
    payload::{self, Entry},
    snapshots::Snapshots,
    worker::{Patience, Worker},
};

/// A snapshot is written when this many actions have come since the last one.
pub const SNAPSHOT_EVERY: u64 = 50;

/// An open vault. Nobody else can open it for as long as this lives.
///
/// Dropping it closes it; [`Vault::lock`] also leaves a snapshot, so that it opens quickly.
pub struct Vault {
    pub(crate) folder: Folder,
    // Dropped before the lock: the store must be closed first.
    pub(crate) worker: Worker,
    pub(crate) lock: Arc<Lock>,
    pub(crate) header: Header,
    pub(crate) data_key: DataKey,
    pub(crate) keys: Keys,
    pub(crate) tip: Tip,
    pub(crate) book: Book,
    pub(crate) snapshots: Snapshots,
    pub(crate) mark: MarkFile,
    /// The highest revision of a header that was durable, as far as the mark and this vault know.
    pub(crate) revision: u64,
    pub(crate) random: Random,
    pub(crate) patience: Patience,
}

/// Everything that the log holds, proven from the first record of the epoch on.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// What `kept` begins with: an empty book, or what older wordings have melted into.
    pub begin: Book,
    /// The actions that were kept when this log was begun. Folded onto `begin` they make `base`.
    pub kept: Vec<Action>,
    /// What this log began with.
    pub base: Book,
    /// The actions since.
    pub actions: Vec<Action>,
}

impl History {
    /// What everything that is kept begins with, and every action since, from whichever log.
    ///
    /// Undo, and what was changed since when, read this: for the owner a log that was written anew
    /// is no border.
    pub fn into_all(self) -> (Book, Vec<Action>) {
        let mut actions = self.kept;
        actions.extend(self.actions);
        (self.begin, actions)
    }
}

/// What can be said about a vault without saying anything from it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Info {
    /// The version of its format.
    pub format: u16,
    /// Which vault.
    pub vault: VaultId,
    /// Which data key: 1, and one more for each renewal.
    pub life: u32,
    /// Which log.
    pub epoch: u32,
    /// The newest action.
    pub sequence: u64,
    /// The action that the newest snapshot stands on, 0 if there is none.
    pub snapshot: u64,
    /// What opens it; for a passphrase, what a guess costs.
    pub keys: Vec<(SlotKind, Option<KdfCost>)>,
    /// Bytes of the store.
    pub store_bytes: u64,
    /// Bytes of the snapshots.
    pub snapshot_bytes: u64,
    /// Bytes of what was moved aside because it was damaged or in the way.
    pub damaged_bytes: u64,
}

impl Vault {
    /// The book as it stands after the newest action.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// The number of the newest action; the next one has the number after it.
    pub fn sequence(&self) -> u64 {
        self.tip.sequence
    }

    /// Whether the store was closed because the system refused it something. Then nothing more is
    /// stored until the vault is opened anew, and what was asked last may be stored or not.
    pub fn has_stopped(&self) -> bool {
        self.worker.has_stopped()
    }

    /// The highest revision that a header of this vault had, as far as is known. Whoever keeps this outside the folder, beside the sequence, and
    /// gives it back with [`Around::knowing_revision`](crate::Around::knowing_revision), is told when
    /// header and mark from before a change of keys were put back.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Stores one action and folds it into the book. When this returns `Ok`, the action survives a
    /// kill and a power cut; if it does not, the book is as before.
    ///
    /// # Errors
    /// [`VaultError::OutOfOrder`] if the action's number is not the next; [`VaultError::TooLong`];
    /// [`VaultError::StorageFull`] and [`VaultError::Stopped`], and whatever else the system refuses.
    ///
    /// Room is asked for before anything is written. Where there is none, nothing was, and the same
    /// action may be saved once there is. Only where the disk or a quota turns out to be full all
    /// the same, the store has met it, and is closed: from then on the answer is
    /// [`VaultError::StorageFull`] while there is no room and [`VaultError::Stopped`] when there is,
    /// and only opening anew helps, as after every other [`VaultError::Stopped`]. An action that the
    /// store was asked for and that was not acknowledged is whole there then, or not there.
    pub fn save(&mut self, action: &Action) -> Result<(), VaultError> {
        let sequence = self.tip.sequence.saturating_add(1);
        if action.seq != sequence {
            return Err(VaultError::OutOfOrder);
        }
        let place = self.at(sequence);
        let sealed = Record::seal(
            &self.keys,
            place,
            self.tip.hash,
            RecordKind::Action,
            &payload::of(action)?,
            make_random(&mut self.random)?,
        )
        .map_err(|error| VaultError::from_seal(error, Part::Store))?;
        let hash = RecordHash::of(&sealed);

        self.folder.has_room_for(sealed.len())?;
        self.finish_header()?;
        let stored = self.worker.ask(move |store| store.append(sequence, &sealed));
        stored.map_err(|error| self.full_or(error))?;
        // Stored, but not acknowledged: whoever opens anew finds the action there.
        let mark = Mark { newest: place, revision: self.revision };
        self.mark.write(&self.keys, mark).inspect_err(|_| self.worker.stop())?;

        self.tip = Tip { sequence, hash };
        self.book.apply(action);
        if sequence.saturating_sub(self.snapshots.newest_sequence()) >= SNAPSHOT_EVERY {
            // The action is stored all the same, and the next save tries again.
            let _ = self.snapshot();
        }
        Ok(())
    }

    /// Everything that the log holds, read and proven from the first record of the epoch.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] if the chain does not lead to what was opened;
    /// [`VaultError::Stopped`].
    pub fn history(&mut self) -> Result<History, VaultError> {
        let found = self.worker.ask(|store| store.scan_from(0))?;
        let (records, tip) = chain::walk(&self.keys, self.log(), Start::Epoch, &found)?;
        if tip.hash != self.tip.hash {
            return Err(VaultError::STORE);
        }
        let nothing = Book::default();
        let mut history = History {
            begin: nothing.clone(),
            kept: Vec::new(),
            base: nothing,
            actions: Vec::new(),
        };
        for record in &records {
            match Entry::read(record)? {
                Entry::Action(action) => history.actions.push(action),
                Entry::WholeBook(whole) => {
                    history.begin = whole.base;
                    history.kept = whole.history;
                    history.base = whole.book;
                }
            }
        }
        Ok(history)
    }

    /// Writes a snapshot, unless the newest one stands on the newest action already.
    ///
    /// # Errors
    /// Whatever the system refuses; the log holds everything all the same.
    pub fn snapshot(&mut self) -> Result<(), VaultError> {
        let sequence = self.tip.sequence;
        if self.snapshots.newest_sequence() == sequence {
            return Ok(());
        }
        let sealed = Snapshot::seal(
            &self.keys,
            self.at(sequence),
            self.tip.hash,
            &payload::of(&self.book)?,
            make_random(&mut self.random)?,
        )
        .map_err(|error| VaultError::from_seal(error, Part::Store))?;
        self.snapshots.write(&self.folder, sequence, &sealed)?;
        Ok(self.mark.sync()?)
    }

    /// Writes a snapshot and closes the vault. Keys and book are let go of.
    ///
    /// # Errors
    /// Whatever the system refuses on the way. The vault is closed all the same, and nothing that
    /// was acknowledged is lost. A snapshot that finds the disk full is no error: the log holds
    /// everything, and the next lock tries again.
    pub fn lock(mut self) -> Result<(), VaultError> {
        let snapshot = self.snapshot();
        let synced = self.mark.sync();
        self.worker.close()?;
        match snapshot {
            Err(VaultError::StorageFull) | Ok(()) => Ok(synced?),
            Err(other) => Err(other),
        }
    }

    /// Sets the passphrase, recovery code or device key; what opened the vault before by the same
    /// kind of secret no longer does. An older copy of the folder still opens with the old one.
    ///
    /// # Errors
    /// [`VaultError::StorageFull`] and whatever else the system refuses before the change counts;
    /// [`VaultError::Stopped`] if it may or may not count: open anew to see.
    pub fn set_key(&mut self, key: Key<'_>, cost: KdfCost) -> Result<(), VaultError> {
        let (life, vault) = (self.header.life, self.keys.vault);
        let slot = make_slot(key, cost, &self.data_key, life, vault, &mut self.random)?;
        let header = self.header_to_change().with_slot(&self.keys, slot).map_err(headers::error)?;
        self.change_header(header)
    }

    /// Takes away what opens the vault by this kind of secret, but never the last.
    ///
    /// # Errors
    /// [`VaultError::NoSuchKey`] if nothing else would open the vault; otherwise as
    /// [`Vault::set_key`].
    pub fn remove_key(&mut self, kind: SlotKind) -> Result<(), VaultError> {
        let header = self.header_to_change().without(&self.keys, kind).map_err(headers::error)?;
        self.change_header(header)
    }

    /// Removes for good what was moved aside when damage was found.
    ///
    /// # Errors
    /// Whatever the system refuses; then some of it may be left.
    pub fn forget_damaged(&mut self) -> Result<(), VaultError> {
        for aside in self.folder.all_damaged()? {
            ours::remove(&aside)?;
        }
        Ok(folder::sync_folder(self.folder.path())?)
    }

    /// What can be said about the vault without saying anything from it.
    pub fn info(&self) -> Info {
        let slots = self.header.slots().iter();
        let damaged = self.folder.all_damaged().unwrap_or_default();
        let moved = damaged.iter().filter_map(|aside| ours::moved_into(aside).ok()).flatten();
        Info {
            format: FORMAT,
            vault: self.header.vault,
            life: self.header.life,
            epoch: self.header.epoch,
            sequence: self.tip.sequence,
            snapshot: self.snapshots.newest_sequence(),
            keys: slots.map(|slot| (slot.kind(), slot.cost())).collect(),
            store_bytes: folder::size_of(&self.folder.store(self.header.epoch)),
            snapshot_bytes: folder::size_of(&self.folder.snapshots()),
            damaged_bytes: moved.map(|path| folder::size_of(&path)).sum(),
        }
    }

    fn change_header(&mut self, header: Header) -> Result<(), VaultError> {
        if self.worker.has_stopped() {
            return Err(VaultError::Stopped);
        }
        let prepared = headers::prepare(&self.folder, &header)?;
        // From here on the change may count, so a failure must not be told as "unchanged".
        headers::commit(prepared).map_err(|_| self.stopped())?;
        (self.revision, self.header) = (header.revision, header);
        self.mark_revision().map_err(|_| self.stopped())
    }

    /// What the next header is made from. It surpasses one that was put back as well.
    pub(crate) fn header_to_change(&self) -> Header {
        self.header.surpassing(self.revision)
    }

    /// The mark vouches for the new header, now that it is durable.
    fn mark_revision(&self) -> std::io::Result<()> {
        let mark = Mark { newest: self.at(self.tip.sequence), revision: self.revision };
        self.mark.write_again(&self.keys, mark)?;
        self.mark.sync()
    }

    /// Nothing more is written or acknowledged.
    fn stopped(&mut self) -> VaultError {
        self.worker.stop();
        VaultError::Stopped
    }

    /// Where a new log came to one copy of the header only, the other one still leads to the old log;
    /// after a renewal the old secret opens it and makes it count again. So nothing is acknowledged
    /// before both copies agree.
    fn finish_header(&mut self) -> Result<(), VaultError> {
        if self.worker.has_stopped() {
            return Ok(());
        }
        match headers::read(&self.folder) {
            Ok(copies) if copies.any_of_another_log(&self.header) => {
                headers::commit(headers::prepare(&self.folder, &self.header)?)?;
                self.revision = self.revision.max(self.header.revision);
                Ok(())
            }
            // A copy that cannot be read now may be the one that leads elsewhere.
            Err(error @ VaultError::Io(_)) => Err(error),
            // What is no header leads nowhere.
            Ok(_) | Err(_) => Ok(()),
        }
    }

    fn log(&self) -> Log {
        Log { epoch: self.header.epoch, guards: self.folder.guards() }
    }

    pub(crate) fn at(&self, sequence: u64) -> Place {
        Place { epoch: self.header.epoch, sequence }
    }

    /// A store that stopped is told as a full disk for as long as the disk is full: opening anew
    /// would not help before there is room.
    fn full_or(&self, error: VaultError) -> VaultError {
        match error {
            VaultError::Stopped if self.folder.has_room_for(0).is_err() => VaultError::StorageFull,
            other => other,
        }
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(open)")
    }
}

/// Draws random bytes.
pub(crate) fn make_random<const N: usize>(random: &mut Random) -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    random(&mut bytes).map_err(|_| VaultError::NoRandomness)?;
    Ok(bytes)
}

/// Draws a data key.
pub(crate) fn make_data_key(random: &mut Random) -> Result<DataKey, VaultError> {
    let drawn = Secret::fill_with(|bytes| random(bytes)).map_err(|_| VaultError::NoRandomness)?;
    Ok(DataKey::make(drawn))
}

/// Wraps the data key for one secret.
pub(crate) fn make_slot(
    key: Key<'_>,
    cost: KdfCost,
    data_key: &DataKey,
    life: u32,
    vault: VaultId,
    random: &mut Random,
) -> Result<Slot, VaultError> {
    let drawn = SlotRandom {
        id: make_random(random)?,
        salt: make_random(random)?,
        nonce: make_random(random)?,
    };
    Slot::make(key, cost, data_key, vault, life, drawn).map_err(headers::error)
}
