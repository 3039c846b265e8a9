//! Beginning a log: a store with its first record, and a snapshot beside it, whole and durable
//! before any header names them.
//!
//! A vault begins its first log when it is made. It begins another to make a long one short, to
//! have its past under a new key, and from what damage left of the last one.

use std::sync::Arc;

use landvast_model::{Action, Book, action::fold};
use landvast_seal::{Keys, Place, Record, RecordHash, RecordKind, Snapshot};
use zeroize::Zeroizing;

use crate::{
    Part, Random, VaultError,
    chain::Tip,
    folder::{self, Folder},
    lock::Lock,
    payload::{self, WholeBook},
    snapshots::Snapshots,
    store::Sled,
    vault::make_random,
    worker::{Patience, Worker},
};

/// More than what sealing adds to a record and to a snapshot.
const AROUND: usize = 4096;

/// Where a log is to be.
pub(crate) struct Site<'a> {
    pub(crate) folder: &'a Folder,
    pub(crate) lock: &'a Arc<Lock>,
    pub(crate) patience: Patience,
}

/// What a log begins with.
pub(crate) struct Beginning {
    kind: RecordKind,
    content: Zeroizing<Vec<u8>>,
    sequence: u64,
    book: Book,
}

impl Beginning {
    pub(crate) fn with_action(action: &Action) -> Result<Self, VaultError> {
        let book = fold(Book::default(), [action]);
        let content = payload::of(action)?;
        Ok(Self { kind: RecordKind::Action, content, sequence: action.seq, book })
    }

    /// `content` are the bytes of `whole`.
    pub(crate) fn with_book(whole: WholeBook, content: Zeroizing<Vec<u8>>) -> Self {
        let WholeBook { book, .. } = whole;
        Self { kind: RecordKind::WholeBook, content, sequence: book.seq, book }
    }

    pub(crate) fn sequence(&self) -> u64 {
        self.sequence
    }

    /// Fails where the disk has no room for a log that begins so.
    pub(crate) fn has_room(&self, folder: &Folder) -> Result<(), VaultError> {
        let snapshot = payload::of(&self.book)?.len();
        folder.has_room_for(2 * self.content.len() + snapshot + AROUND)
    }

    pub(crate) fn into_book(self) -> Book {
        self.book
    }
}

/// A log that was begun, and that no header names yet.
pub(crate) struct Begun {
    pub(crate) tip: Tip,
    pub(crate) snapshots: Snapshots,
}

/// Begins the log of an epoch. If that does not succeed, what was written of it is removed again.
pub(crate) fn log(
    site: &Site<'_>,
    keys: &Keys,
    epoch: u32,
    beginning: &Beginning,
    random: &mut Random,
) -> Result<Begun, VaultError> {
    let begun = write(site, keys, epoch, beginning, random);
    if begun.is_err() {
        forget(site.folder, epoch);
    }
    begun
}

/// Removes what was written of a log that no header names.
pub(crate) fn forget(folder: &Folder, epoch: u32) {
    // What cannot be removed is removed by the next opening.
    let _ = folder::remove_if_there(&folder.store(epoch));
    for snapshot in folder.snapshot(epoch) {
        let _ = folder::remove_if_there(&snapshot);
    }
}

fn write(
    site: &Site<'_>,
    keys: &Keys,
    epoch: u32,
    beginning: &Beginning,
    random: &mut Random,
) -> Result<Begun, VaultError> {
    let Site { folder, lock, patience } = site;
    let sequence = beginning.sequence;
    let place = Place { epoch, sequence };
    let refused = |error| VaultError::from_seal(error, Part::Store);

    let nonce = make_random(random)?;
    let before = RecordHash::NONE;
    let sealed = Record::seal(keys, place, before, beginning.kind, &beginning.content, nonce)
        .map_err(refused)?;
    let hash = RecordHash::of(&sealed);
    let book = payload::of(&beginning.book)?;
    let snapshot =
        Snapshot::seal(keys, place, hash, &book, make_random(random)?).map_err(refused)?;
    // sled writes the record, and then the page that holds it.
    folder.has_room_for(2 * sealed.len() + snapshot.len())?;

    let path = folder.store(epoch);
    let create = {
        let (path, guards) = (path.clone(), folder.guards());
        Box::new(move || Sled::create(&path, guards))
    };
    let mut worker = Worker::start(create, Arc::clone(lock), *patience)?;
    worker.ask(move |store| store.append(sequence, &sealed))?;
    worker.close()?;
    folder::sync_tree(&path)?;

    let mut snapshots = Snapshots::none(epoch);
    snapshots.write(folder, sequence, &snapshot)?;
    folder::sync_folder(folder.path())?;

    Ok(Begun { tip: Tip { sequence, hash }, snapshots })
}
