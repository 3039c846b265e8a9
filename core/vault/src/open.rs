//! Opening a vault. Everything is proven before anything is written.

#[cfg(any(target_os = "linux", target_os = "android"))]
use std::fs::File;
use std::{fs, io, path::Path, sync::Arc, thread, time::Duration};

use landvast_model::Book;
use landvast_seal::{DataKey, Header, HeaderState, Key, Keys, Place, SealError, SlotKind, VaultId};
#[cfg(any(target_os = "linux", target_os = "android"))]
use rustix::fs::FallocateFlags;

use crate::{
    Vault, VaultError,
    chain::{self, Start},
    folder::{self, Folder},
    guesses::Guesses,
    headers::{self, Headers},
    lock::Lock,
    mark::MarkFile,
    payload::{self, Entry},
    snapshots::{FoundSnapshots, Snapshots},
    store::{Sled, Store, StoreFault},
    worker::{OpenStore, Worker},
};

/// Fills the whole slice with random bytes from the system.
pub type Random = Box<dyn FnMut(&mut [u8]) -> io::Result<()> + Send>;

/// How long the store may take for one call before it is given up.
pub const DEADLINE: Duration = Duration::from_secs(10);

/// What opening and making a vault need besides a secret.
pub struct Around {
    /// The system's random source.
    pub random: Random,
    /// The time since the device started, for the waits after wrong passphrases: [`uptime`].
    pub uptime: Duration,
    /// The newest sequence that is known from outside the folder, if one was kept.
    pub known: Option<u64>,
    /// How long the store may take for one call: [`DEADLINE`], or less in a test.
    pub deadline: Duration,
}

impl Around {
    /// Now, on this device, with nothing known from outside.
    pub fn now(random: Random) -> Self {
        Self { random, uptime: uptime(), known: None, deadline: DEADLINE }
    }

    /// With the newest sequence that the caller kept outside the folder.
    #[must_use]
    pub fn knowing(self, known: Option<u64>) -> Self {
        Self { known, ..self }
    }
}

/// The time since the device started, by the clock that is never set.
pub fn uptime() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    Duration::try_from(now).unwrap_or_default()
}

/// Something the owner should hear about a vault that did open.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Notice {
    /// One copy of the header was missing, damaged or older, and was mended from the other.
    HeaderMended,
    /// One copy of the header is missing, damaged or older, and could not be mended.
    HeaderNotMended,
    /// A snapshot could not be used. Nothing is missing: the log holds it all.
    SnapshotDamaged,
    /// The mark was missing or damaged and was made anew, so for this once nothing vouches that
    /// the log is complete beyond the newest snapshot.
    MarkLost,
    /// A newer state of this vault was known here: an older copy was put back.
    OlderThanKnown {
        /// The newest action that was known.
        known: u64,
        /// The newest action that is there.
        found: u64,
    },
}

/// What a closed vault says to anyone.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Peek {
    /// Which vault, to find what is kept about it outside the folder.
    pub vault: VaultId,
    /// What opens it.
    pub keys: Vec<SlotKind>,
}

/// Makes the store at a path, on the worker's thread.
pub(crate) type StoreAt = fn(&Path) -> Result<Box<dyn Store>, StoreFault>;

impl Vault {
    /// Says which vault lies at `path` and what opens it, without opening it.
    ///
    /// # Errors
    /// [`VaultError::NoVault`]; [`VaultError::Damaged`] if neither copy of the header is whole;
    /// [`VaultError::NewerFormat`].
    pub fn peek(path: &Path) -> Result<Peek, VaultError> {
        let header = headers::read(&Folder::find(path)?)?.current;
        let keys = header.slots().iter().map(landvast_seal::Slot::kind).collect();
        Ok(Peek { vault: header.vault, keys })
    }

    /// Opens the vault at `path`.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`], [`VaultError::Wait`] and [`VaultError::NoSuchKey`];
    /// [`VaultError::NoVault`], [`VaultError::InUse`], [`VaultError::NewerFormat`];
    /// [`VaultError::Damaged`], with all files left as they are.
    pub fn open(
        path: &Path,
        key: Key<'_>,
        around: Around,
    ) -> Result<(Self, Vec<Notice>), VaultError> {
        Self::open_with(path, key, around, Sled::open)
    }

    pub(crate) fn open_with(
        path: &Path,
        key: Key<'_>,
        around: Around,
        store_at: StoreAt,
    ) -> Result<(Self, Vec<Notice>), VaultError> {
        let folder = Folder::find(path)?;
        let lock = Arc::new(Lock::take(&folder.lock())?);
        let found = headers::read(&folder)?;
        if found.current.state == HeaderState::Erasing {
            return Err(VaultError::BeingErased);
        }
        let data_key = unlock(&folder, &found.current, key, around.uptime)?;
        Closed { folder, lock, headers: found, data_key, around }.open(store_at)
    }
}

/// Tries a secret; a passphrase only after it was counted as a guess.
fn unlock(
    folder: &Folder,
    header: &Header,
    key: Key<'_>,
    uptime: Duration,
) -> Result<DataKey, VaultError> {
    let mut guesses = Guesses::read(folder.guesses())?;
    let is_guess = key.kind() == SlotKind::Passphrase;
    if is_guess {
        guesses.begin(uptime)?;
    }
    match header.unlock(key) {
        Ok(data_key) => {
            // Not worth keeping the owner out: at worst it makes one wait sooner.
            let _ = guesses.forget();
            Ok(data_key)
        }
        Err(SealError::WrongSecret) => Err(VaultError::WrongSecret),
        Err(other) => {
            if is_guess {
                let _ = guesses.take_back();
            }
            Err(headers::error(other))
        }
    }
}

/// A vault whose data key is known and whose store is still closed.
pub(crate) struct Closed {
    pub(crate) folder: Folder,
    pub(crate) lock: Arc<Lock>,
    pub(crate) headers: Headers,
    pub(crate) data_key: DataKey,
    pub(crate) around: Around,
}

impl Closed {
    pub(crate) fn open(self, store_at: StoreAt) -> Result<(Vault, Vec<Notice>), VaultError> {
        let Self { folder, lock, headers, data_key, around } = self;
        let header = headers.current;
        let epoch = header.epoch;
        let keys = data_key.derive_keys(header.vault);

        let mut notices = Vec::new();
        // What the snapshots hold is read while the store is copied: neither touches the other.
        let (before, untouched) = thread::scope(|scope| {
            let copying = scope.spawn(|| keep_untouched(&folder, epoch));
            let before = read_snapshots(&folder, &keys, epoch);
            (before, copying.join())
        });
        let (found, base) = before?;
        untouched.map_err(|_| VaultError::STORE)??;
        let marked = MarkFile::read(&folder.mark(), &keys)?;

        let store = folder.store(epoch);
        let open: OpenStore = Box::new(move || store_at(&store));
        let mut worker = Worker::start(open, Arc::clone(&lock), around.deadline)?;
        let (book, tip) = read_log(&mut worker, &keys, epoch, base, &found)?;
        let newest = Place { epoch, sequence: tip.sequence };
        if marked.is_some_and(|marked| marked > newest) {
            // Something that was acknowledged is gone; sled may have opened silently empty or short.
            return Err(VaultError::STORE);
        }

        // Proven. From here on what was cut short may be mended.
        forget_untouched(&folder.store_untouched(epoch));
        headers::remove_leftovers(&folder);
        folder.keep_reserve();
        if headers.differ {
            let mended = headers::prepare(&folder, &header).and_then(headers::commit);
            notices.push(if mended.is_ok() {
                Notice::HeaderMended
            } else {
                Notice::HeaderNotMended
            });
        }
        if found.any_damaged {
            notices.push(Notice::SnapshotDamaged);
        }
        if marked.is_none() {
            notices.push(Notice::MarkLost);
        }
        let mark = MarkFile::open(&folder.mark())?;
        if marked != Some(newest) {
            mark.write(&keys, newest)?;
        }
        if let Some(known) = around.known.filter(|known| *known > tip.sequence) {
            notices.push(Notice::OlderThanKnown { known, found: tip.sequence });
        }

        let snapshots = found.snapshots;
        let random = around.random;
        let vault = Vault {
            folder,
            worker,
            _lock: lock,
            header,
            data_key,
            keys,
            tip,
            book,
            snapshots,
            mark,
            random,
        };
        Ok((vault, notices))
    }
}

/// What snapshots there are, and the book of the newest good one; without any, an empty one.
fn read_snapshots(
    folder: &Folder,
    keys: &Keys,
    epoch: u32,
) -> Result<(FoundSnapshots, Book), VaultError> {
    let found = Snapshots::find(folder, keys, epoch)?;
    let newest = found.newest.as_ref();
    let base = newest.map(|snapshot| payload::read(&snapshot.payload)).transpose()?;
    Ok((found, base.unwrap_or_default()))
}

/// The base with everything folded in that came after it.
fn read_log(
    worker: &mut Worker,
    keys: &Keys,
    epoch: u32,
    base: Book,
    found: &FoundSnapshots,
) -> Result<(Book, chain::Tip), VaultError> {
    let mut book = base;
    let (start, from) = match &found.newest {
        Some(snapshot) => (Start::from(snapshot), snapshot.place.sequence),
        None => (Start::Epoch, 0),
    };
    let sealed = worker.ask(move |store| store.scan_from(from))?;
    let (records, tip) = chain::walk(keys, epoch, start, &sealed)?;
    // The record that the snapshot stands on is in the book already.
    let folded = usize::from(found.newest.is_some());
    for record in records.iter().skip(folded) {
        match Entry::read(record)? {
            Entry::Action(action) => book.apply(&action),
            Entry::WholeBook(whole) => book = whole.book,
        }
    }
    Ok((book, tip))
}

/// Copies the store aside until it is proven: when sled meets damage it wipes the segments after
/// it, and with them records that could still be saved one by one. Kept if opening fails.
///
/// A copy from an earlier opening that failed is older and better. A full disk is no reason to
/// keep the owner out: then the vault opens without one.
fn keep_untouched(folder: &Folder, epoch: u32) -> Result<(), VaultError> {
    let (store, aside) = (folder.store(epoch), folder.store_untouched(epoch));
    if !store.is_dir() {
        return Err(VaultError::STORE);
    }
    folder.use_reserve_if_full();
    let size = usize::try_from(folder::size_of(&store)).unwrap_or(usize::MAX);
    if aside.exists() || folder.has_room_for(size).is_err() {
        return Ok(());
    }
    let half = aside.with_extension("half");
    let _ = fs::remove_dir_all(&half);
    match copy_tree(&store, &half) {
        Ok(()) => drop(fs::rename(&half, aside)),
        Err(_) => drop(fs::remove_dir_all(&half)),
    }
    Ok(())
}

/// Removed in two steps, so that a kill cannot leave half a copy under the name of a whole one.
fn forget_untouched(aside: &Path) {
    let half = aside.with_extension("half");
    if fs::rename(aside, &half).is_ok() {
        let _ = fs::remove_dir_all(half);
    }
}

fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    folder::make_private(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &target)?;
        } else {
            copy_file(&entry.path(), &target)?;
        }
    }
    Ok(())
}

/// Here copying is most of what opening a long log costs. A file whose place was asked for at once
/// takes two thirds of the time of one that grows.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    let (mut from, mut to) = (File::open(from)?, File::create(to)?);
    let size = from.metadata()?.len();
    if size > 0 {
        // Some file systems cannot; then it grows.
        let _ = rustix::fs::fallocate(&to, FallocateFlags::empty(), 0, size);
    }
    io::copy(&mut from, &mut to).map(drop)
}

/// Here the system copies by sharing what both files hold.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to).map(drop)
}
