//! Opening a vault. Everything is proven before anything is written.

use std::{io, path::Path, sync::Arc, thread, time::Duration};

use landvast_model::Book;
use landvast_seal::{DataKey, Header, Key, Keys, Mark, Place, SealError, Slot, SlotKind, VaultId};

use crate::{
    Guard, Guards, Vault, VaultError,
    chain::{self, Log, Start, Tip},
    epochs, erase,
    folder::Folder,
    guesses::Guesses,
    headers::{self, Copies, Proven},
    lock::Lock,
    mark::MarkFile,
    payload::{self, Entry},
    rescue,
    ruins::Ruins,
    snapshots::{FoundSnapshots, Snapshots},
    store::{Sled, Store, StoreFault},
    strangers,
    untouched::{self, Aside},
    worker::{OpenStore, Patience, Worker},
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
    /// The newest revision of the header that is known from outside the folder, if one was kept.
    pub known_revision: Option<u64>,
    /// How long the store may take for one call: [`DEADLINE`], or less in a test.
    pub deadline: Duration,
    /// [`Guards::ALL`], but for a test that shows what one of them is for.
    pub guards: Guards,
}

impl Around {
    /// Now, on this device, with nothing known from outside.
    pub fn now(random: Random) -> Self {
        let (known, known_revision) = (None, None);
        let (uptime, deadline, guards) = (uptime(), DEADLINE, Guards::ALL);
        Self { random, uptime, known, known_revision, deadline, guards }
    }

    /// With the newest sequence that the caller kept outside the folder.
    #[must_use]
    pub fn knowing(self, known: Option<u64>) -> Self {
        Self { known, ..self }
    }

    /// With what [`Vault::revision`] said last, if the caller kept that outside the folder too.
    #[must_use]
    pub fn knowing_revision(self, known_revision: Option<u64>) -> Self {
        Self { known_revision, ..self }
    }

    pub(crate) fn patience(&self) -> Patience {
        Patience { deadline: self.deadline, guards: self.guards }
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
    /// One copy of the header was missing, damaged, older or not of this vault, and was mended from
    /// the other.
    HeaderMended,
    /// One copy of the header is missing, damaged, older or not of this vault, and could not be
    /// mended.
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
    /// A newer header of this vault was known: one from before a change of keys was put back, so a
    /// secret that was replaced may open the vault again. Said until the keys are changed once more,
    /// or the log is written anew.
    HeaderOlderThanKnown {
        /// The newest revision that was known.
        known: u64,
        /// The one that is there.
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
pub(crate) type StoreAt = fn(&Path, Guards) -> Result<Box<dyn Store>, StoreFault>;

impl Vault {
    /// Says which vault lies at `path` and what opens it, without opening it.
    ///
    /// # Errors
    /// [`VaultError::NoVault`]; [`VaultError::Damaged`] if neither copy of the header is whole;
    /// [`VaultError::NewerFormat`].
    pub fn peek(path: &Path) -> Result<Peek, VaultError> {
        strangers::put_aside(&Folder::find(path)?)?;
        erase::resume(path)?;
        let copies = headers::read(&Folder::find(path)?)?;
        let header = copies.newest().ok_or(VaultError::BeingErased)?;
        let keys = header.slots().iter().map(Slot::kind).collect();
        Ok(Peek { vault: header.vault, keys })
    }

    /// Opens the vault at `path`.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`], [`VaultError::Wait`] and [`VaultError::NoSuchKey`];
    /// [`VaultError::NoVault`], also when an erasure was cut short and is finished by this;
    /// [`VaultError::InUse`], [`VaultError::NewerFormat`]; [`VaultError::Damaged`], with all files
    /// left as they are: if it is the store, [`Vault::salvage`] gets back what there is.
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
        let closed = Closed::unlock(path, key, around)?;
        if closed.folder.unfinished_damaged()?.is_some() {
            // A salvage was cut short. It alone knows what to tell, so it is begun again.
            return Err(VaultError::STORE);
        }
        let found = closed.read(store_at)?;
        closed.settle(found)
    }
}

/// A vault whose data key is known and whose store is still closed.
pub(crate) struct Closed {
    pub(crate) folder: Folder,
    pub(crate) lock: Arc<Lock>,
    pub(crate) header: Header,
    /// Whether the other copy of the header is missing, damaged or another one.
    pub(crate) differ: bool,
    pub(crate) data_key: DataKey,
    pub(crate) around: Around,
}

/// What was read of a vault, and proven.
pub(crate) struct Read {
    worker: Worker,
    pub(crate) book: Book,
    pub(crate) tip: Tip,
    snapshots: FoundSnapshots,
    marked: Option<Mark>,
}

impl Closed {
    /// Takes the lock and tries a secret.
    pub(crate) fn unlock(path: &Path, key: Key<'_>, around: Around) -> Result<Self, VaultError> {
        strangers::put_aside(&Folder::find(path)?)?;
        erase::resume(path)?;
        let find = || Ok::<_, VaultError>(Folder::find(path)?.guarded_by(around.guards));
        let lock = Arc::new(Lock::take(&find()?)?);
        // Whoever held the lock until now may have erased the vault.
        let folder = find()?;
        let copies = headers::read(&folder)?;
        let Proven { header, data_key, differ, is_erasing } =
            unlock(&folder, &copies, key, around.uptime)?;
        if is_erasing {
            erase::finish(&folder)?;
            return Err(VaultError::NoVault);
        }
        Ok(Self { folder, lock, header, differ, data_key, around })
    }

    pub(crate) fn keys(&self) -> Keys {
        self.data_key.derive_keys(self.header.vault)
    }

    /// Reads everything and proves it. Nothing is changed but what sled does to its store.
    pub(crate) fn read(&self, store_at: StoreAt) -> Result<Read, VaultError> {
        // What lies there from before is not known to be a copy.
        let mut aside = Aside::Refused;
        let read = self.read_and_prove(store_at, &mut aside);
        if read.is_err() && aside == Aside::There {
            untouched::hold(&self.folder, self.header.epoch);
        }
        read
    }

    fn read_and_prove(&self, store_at: StoreAt, aside: &mut Aside) -> Result<Read, VaultError> {
        let (folder, keys, epoch) = (&self.folder, self.keys(), self.header.epoch);
        // What the snapshots hold is read while the store is copied: neither touches the other.
        let (before, untouched) = thread::scope(|scope| {
            let copying = scope.spawn(|| untouched::keep(folder, epoch));
            let before = read_snapshots(folder, &keys, epoch);
            (before, copying.join())
        });
        let (snapshots, base) = before?;
        *aside = untouched.map_err(|_| VaultError::STORE)??;
        let marked = MarkFile::read(&folder.mark(), &keys)?;
        if *aside != Aside::There {
            rescue::refuse_if_broken(folder, &keys, epoch, marked)?;
        }

        let store = folder.store(epoch);
        let guards = folder.guards();
        let open: OpenStore = Box::new(move || store_at(&store, guards));
        let mut worker = Worker::start(open, Arc::clone(&self.lock), self.around.patience())?;
        let log = Log { epoch, guards };
        let (book, tip) = read_log(&mut worker, &keys, log, base, &snapshots)?;
        if !guards.has(Guard::Mark) {
            return Ok(Read { worker, book, tip, snapshots, marked });
        }
        let end = Place { epoch, sequence: tip.sequence };
        if marked.is_some_and(|marked| marked.newest > end) {
            // Something that was acknowledged is gone; sled may have opened silently empty or short.
            return Err(VaultError::STORE);
        }
        if marked.is_none() && self.went_further(&keys, tip)? {
            // Without a mark only the bytes themselves can tell that.
            return Err(VaultError::STORE);
        }
        Ok(Read { worker, book, tip, snapshots, marked })
    }

    /// Whether there are records in the store that come after the tip: as it was before sled saw it,
    /// or as it is where the disk had no room for that.
    fn went_further(&self, keys: &Keys, tip: Tip) -> Result<bool, VaultError> {
        let epoch = self.header.epoch;
        let ruins = Ruins::of(keys, &self.folder.store_with_copies(epoch))?;
        let mut later = ruins.records.range(tip.sequence.saturating_add(1)..);
        Ok(later.any(|(_, pieces)| pieces.iter().any(|piece| piece.place.epoch == epoch)))
    }

    /// Mends what was cut short, now that everything is proven, and hands the vault over.
    pub(crate) fn settle(self, read: Read) -> Result<(Vault, Vec<Notice>), VaultError> {
        let keys = self.keys();
        let Self { folder, lock, header, differ, data_key, around } = self;
        let Read { worker, book, tip, snapshots, marked } = read;
        let FoundSnapshots { snapshots, any_damaged, .. } = snapshots;
        let epoch = header.epoch;

        untouched::forget(&folder, epoch);
        headers::remove_leftovers(&folder);
        folder.keep_reserve();
        let mended =
            !differ || headers::prepare(&folder, &header).and_then(headers::commit).is_ok();
        let others = epochs::others(&folder, epoch, tip.sequence)?;
        if mended {
            others.tidy(&folder);
        }
        let mark = MarkFile::open(&folder.mark())?;
        let marked_revision = marked.map_or(0, |marked| marked.revision);
        // A header that lies in one copy only may still be lost, and that is nobody's meddling.
        let durable = if mended { header.revision } else { 0 };
        let revision = marked_revision.max(durable);
        let newest = Mark { newest: Place { epoch, sequence: tip.sequence }, revision };
        mark.mend(&keys, marked, newest)?;

        let known = around.known.max(others.newest).filter(|known| *known > tip.sequence);
        let older = known.map(|known| Notice::OlderThanKnown { known, found: tip.sequence });
        let known = around.known_revision.unwrap_or_default().max(marked_revision);
        let found = header.revision;
        let older_header = (known > found).then_some(Notice::HeaderOlderThanKnown { known, found });
        // While another log was begun, the mark is still that of the last one.
        let mark_lost = marked.is_none() && others.is_empty();
        let notices = [
            (differ && mended).then_some(Notice::HeaderMended),
            (!mended).then_some(Notice::HeaderNotMended),
            any_damaged.then_some(Notice::SnapshotDamaged),
            mark_lost.then_some(Notice::MarkLost),
            older,
            older_header,
        ];
        let notices = notices.into_iter().flatten().collect();

        let patience = around.patience();
        let random = around.random;
        let vault = Vault {
            folder,
            worker,
            lock,
            header,
            data_key,
            keys,
            tip,
            book,
            snapshots,
            mark,
            revision,
            random,
            patience,
        };
        Ok((vault, notices))
    }
}

/// Tries a secret; a passphrase only after it was counted as a guess.
fn unlock(
    folder: &Folder,
    copies: &Copies,
    key: Key<'_>,
    uptime: Duration,
) -> Result<Proven, VaultError> {
    let mut guesses = Guesses::read(folder.guesses())?;
    let is_guess = key.kind() == SlotKind::Passphrase;
    if is_guess {
        guesses.begin(uptime)?;
    }
    let belongs = |header: &Header, keys: &Keys| {
        let marked = MarkFile::read(&folder.mark(), keys);
        let snapshot = Snapshots::find(folder, keys, header.epoch);
        marked.is_ok_and(|place| place.is_some())
            || snapshot.is_ok_and(|found| found.newest.is_some())
    };
    match copies.prove(key, belongs) {
        Ok(proven) => {
            // Not worth keeping the owner out: at worst it makes one wait sooner.
            let _ = guesses.forget();
            Ok(proven)
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
    log: Log,
    base: Book,
    found: &FoundSnapshots,
) -> Result<(Book, Tip), VaultError> {
    let mut book = base;
    let (start, from) = match &found.newest {
        Some(snapshot) => (Start::from(snapshot), snapshot.place.sequence),
        None => (Start::Epoch, 0),
    };
    let sealed = worker.ask(move |store| store.scan_from(from))?;
    let (records, tip) = chain::walk(keys, log, start, &sealed)?;
    for record in &records {
        match Entry::read(record)? {
            Entry::Action(action) => book.apply(&action),
            Entry::WholeBook(whole) => book = whole.book,
        }
    }
    Ok((book, tip))
}
