//! The one place that knows which engine keeps the records: sled, behind four verbs.
//!
//! Another engine is one more implementation of [`Store`] and one migration.

use std::{
    collections::{HashSet, VecDeque},
    ffi::OsString,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use crate::{Guard, Guards, VaultError, folder};

/// Keeps sealed records by their sequence. Appended, never changed.
pub(crate) trait Store {
    /// Keeps a record. When this returns it survives a power cut.
    fn append(&mut self, sequence: u64, sealed: &[u8]) -> Result<(), StoreFault>;

    /// The sequence of the first record and how many bytes it takes; `None` if there is none.
    fn first(&mut self) -> Result<Option<(u64, usize)>, StoreFault>;

    /// Every record from `sequence` on, in order.
    fn scan_from(&mut self, sequence: u64) -> Result<Found, StoreFault>;

    /// Lets go of everything that is open.
    fn close(self: Box<Self>) -> Result<(), StoreFault>;
}

/// Sealed records with the sequence under which they were found.
pub(crate) type Found = Vec<(u64, Vec<u8>)>;

/// Why the store did not do it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum StoreFault {
    /// What it keeps is not what was written.
    Damaged,
    /// The system refused.
    Io(io::ErrorKind),
}

impl From<StoreFault> for VaultError {
    fn from(fault: StoreFault) -> Self {
        match fault {
            StoreFault::Damaged => Self::STORE,
            StoreFault::Io(kind) => Self::from(kind),
        }
    }
}

impl From<io::Error> for StoreFault {
    fn from(error: io::Error) -> Self {
        Self::Io(error.kind())
    }
}

impl From<sled::Error> for StoreFault {
    fn from(error: sled::Error) -> Self {
        match error {
            sled::Error::Io(error) => Self::Io(error.kind()),
            sled::Error::CollectionNotFound(_)
            | sled::Error::Unsupported(_)
            | sled::Error::ReportableBug(_)
            | sled::Error::Corruption { .. } => Self::Damaged,
        }
    }
}

/// sled 0.34.7.
pub(crate) struct Sled {
    db: sled::Db,
    /// The log file, for `sync_all`.
    #[cfg(target_os = "linux")]
    log: File,
    blobs: Blobs,
    guards: Guards,
}

impl Sled {
    /// Four megabytes, where sled would take a gigabyte.
    const CACHE: u64 = 4 * 1024 * 1024;
    /// The `conf` that this version of sled writes with our settings, its check sum last.
    const CONF: &[u8] = b"segment_size: 524288\nuse_compression: false\nversion: 0.34\nv\x19Q\xc1";

    /// Makes a store where none is.
    pub(crate) fn create(path: &Path, guards: Guards) -> Result<Box<dyn Store>, StoreFault> {
        Self::start(path, guards)
    }

    /// Opens a store that is there. Never makes one: a new store over an old one would hide it.
    pub(crate) fn open(path: &Path, guards: Guards) -> Result<Box<dyn Store>, StoreFault> {
        if !path.join("db").is_file() {
            return Err(StoreFault::Damaged);
        }
        if guards.has(Guard::Leftovers) {
            remove_half_written(path)?;
        }
        Self::start(path, guards)
    }

    fn start(path: &Path, guards: Guards) -> Result<Box<dyn Store>, StoreFault> {
        let config = sled::Config::new()
            .path(path)
            .cache_capacity(Self::CACHE)
            .flush_every_ms(None)
            .mode(sled::Mode::LowSpace);
        let db = open_when_let_go(&config)?;
        let mut blobs = Blobs::of(path.join("blobs"), &db)?;
        if guards.has(Guard::Blobs) {
            blobs.sync()?;
        }
        Ok(Box::new(Self {
            db,
            #[cfg(target_os = "linux")]
            log: File::open(path.join("db"))?,
            blobs,
            guards,
        }))
    }
}

impl Store for Sled {
    fn append(&mut self, sequence: u64, sealed: &[u8]) -> Result<(), StoreFault> {
        let key = sequence.to_be_bytes();
        let nothing: Option<&[u8]> = None;
        let swapped = self.db.compare_and_swap(key, nothing, Some(sealed))?;
        if swapped.is_err() {
            return Err(StoreFault::Damaged);
        }
        self.db.flush()?;
        // On Linux sled's flush is `sync_file_range`, which neither makes the file's length
        // durable nor empties the disk's own cache. Elsewhere it is `sync_all` already.
        #[cfg(target_os = "linux")]
        if self.guards.has(Guard::Sync) {
            self.log.sync_all()?;
        }
        if self.guards.has(Guard::Blobs) {
            self.blobs.sync_after(sealed.len())?;
        }
        Ok(())
    }

    fn first(&mut self) -> Result<Option<(u64, usize)>, StoreFault> {
        let first = self.db.first()?;
        first.map(|(key, sealed)| Ok((sequence_of(&key)?, sealed.len()))).transpose()
    }

    fn scan_from(&mut self, sequence: u64) -> Result<Found, StoreFault> {
        let mut found = Vec::new();
        for entry in self.db.range(sequence.to_be_bytes()..) {
            let (key, sealed) = entry?;
            found.push((sequence_of(&key)?, sealed.to_vec()));
        }
        Ok(found)
    }

    fn close(mut self: Box<Self>) -> Result<(), StoreFault> {
        self.db.flush()?;
        if self.guards.has(Guard::Blobs) {
            self.blobs.sync()?;
        }
        Ok(())
    }
}

fn sequence_of(key: &[u8]) -> Result<u64, StoreFault> {
    key.try_into().map(u64::from_be_bytes).map_err(|_| StoreFault::Damaged)
}

/// The pages above 128 KiB, which sled writes into files of their own and never syncs.
struct Blobs {
    folder: PathBuf,
    synced: HashSet<OsString>,
    /// The lengths of the newest records. They are never changed, so only the page that holds the
    /// newest ones ever grows, and a page holds at most 17.
    newest: VecDeque<usize>,
}

impl Blobs {
    const MOST_ON_A_PAGE: usize = 17;
    /// Below sled's 128 KiB by more than what it adds to a page.
    const PAGE_STAYS_INSIDE: usize = 100 * 1024;

    fn of(folder: PathBuf, db: &sled::Db) -> Result<Self, StoreFault> {
        let mut blobs = Self { folder, synced: HashSet::new(), newest: VecDeque::new() };
        for entry in db.iter().rev().take(Self::MOST_ON_A_PAGE) {
            blobs.newest.push_front(entry?.1.len());
        }
        Ok(blobs)
    }

    /// Makes the page durable that a new record may have grown beyond the log.
    fn sync_after(&mut self, record: usize) -> io::Result<()> {
        self.newest.push_back(record);
        if self.newest.len() > Self::MOST_ON_A_PAGE {
            self.newest.pop_front();
        }
        let stays_inside = self.newest.iter().sum::<usize>() <= Self::PAGE_STAYS_INSIDE;
        if stays_inside { Ok(()) } else { self.sync() }
    }

    /// Makes every page durable that is new since the last time.
    fn sync(&mut self) -> io::Result<()> {
        let mut is_new = false;
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if self.synced.contains(&entry.file_name()) {
                continue;
            }
            match File::open(entry.path()) {
                Ok(blob) => blob.sync_all()?,
                // sled removed it since: something newer took its place.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            }
            self.synced.insert(entry.file_name());
            is_new = true;
        }
        if is_new { folder::sync_folder(&self.folder) } else { Ok(()) }
    }
}

/// A kill can leave half a snapshot, which sled takes for the newest and then never opens again,
/// or half a `conf`, which it does not sync. Both are only copies of what the log says.
fn remove_half_written(path: &Path) -> io::Result<()> {
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("snap.") && name.ends_with(".generating") {
            folder::remove_if_there(&entry.path())?;
        }
    }
    let conf = path.join("conf");
    let is_whole =
        folder::read_at_most(&conf, Sled::CONF.len())?.is_none_or(|conf| conf == Sled::CONF);
    if is_whole { Ok(()) } else { folder::remove_if_there(&conf) }
}

/// A store that this process closed a moment ago may still be held by a thread of sled's that is
/// about to end. Our own lock is held, so nobody else has it.
#[expect(clippy::disallowed_methods, reason = "a bound on waiting, within the worker's deadline")]
fn open_when_let_go(config: &sled::Config) -> Result<sled::Db, sled::Error> {
    let began = Instant::now();
    loop {
        match config.open() {
            Err(sled::Error::Io(error))
                if error.kind() == io::ErrorKind::Other
                    && began.elapsed() < Duration::from_secs(5) =>
            {
                std::thread::sleep(Duration::from_millis(2));
            }
            outcome => return outcome,
        }
    }
}
