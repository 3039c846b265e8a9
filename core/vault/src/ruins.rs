//! Looking through the raw bytes of what is left of a vault.
//!
//! Nothing here trusts a file: not its length, not its name, not the store that wrote it. A sealed
//! record begins with its magic and says how long it is; whether it is one, its tag tells. So the
//! files are read piece by piece, and every likeness is tried. The files may be hostile: a likeness
//! that turns out to be none costs as many bytes as it claimed, and of that there is so much to
//! spend and no more.

use std::{
    collections::{BTreeMap, HashSet},
    fs::{self, File},
    io,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
};

use landvast_model::Book;
use landvast_seal::{Frame, Keys, LONGEST_PAYLOAD, Place, Record, RecordHash, Snapshot};

use crate::{
    VaultError,
    folder::{self, Folder},
    ours,
    payload::{self, Entry},
};

/// How much of a file is looked at in one go.
const PIECE: usize = 1024 * 1024;
/// No file of a vault grows near this: a log is written anew long before.
const LARGEST: u64 = 1 << 30;
/// A disk that fails gives back less than a piece, but perhaps most of it.
const SECTOR: usize = 4096;
/// Folders in folders, at most: a store has two.
const DEEPEST: u32 = 4;
/// No snapshot is longer.
const LONGEST_SNAPSHOT: usize = LONGEST_PAYLOAD + 1024;

/// Everything that proved to be ours.
#[derive(Default)]
pub(crate) struct Ruins {
    /// Records by their sequence. Two may have the same one: a save that was never acknowledged and
    /// the one that came after it.
    pub(crate) records: BTreeMap<u64, Vec<Piece>>,
    pub(crate) snapshots: Vec<Picture>,
    /// The hashes of `records`.
    seen: HashSet<[u8; 32]>,
}

/// A record that was found and proven.
#[derive(Clone)]
pub(crate) struct Piece {
    pub(crate) place: Place,
    pub(crate) hash: RecordHash,
    pub(crate) before: RecordHash,
    pub(crate) entry: Entry,
}

/// A snapshot that was found and proven.
pub(crate) struct Picture {
    pub(crate) place: Place,
    pub(crate) stands_on: RecordHash,
    pub(crate) book: Book,
}

impl Ruins {
    /// Looks through files and folders.
    ///
    /// Bytes that the disk no longer gives are passed over. A file that may not be opened is an
    /// error: it might hold what would then seem to be lost.
    pub(crate) fn of(keys: &Keys, paths: &[PathBuf]) -> Result<Self, VaultError> {
        let mut ruins = Self::default();
        for path in paths {
            ruins.search(keys, path, DEEPEST)?;
        }
        Ok(ruins)
    }

    fn search(&mut self, keys: &Keys, path: &Path, depth: u32) -> Result<(), VaultError> {
        // Not what a link leads to: it may lead anywhere.
        let Ok(known) = fs::symlink_metadata(path) else { return Ok(()) };
        if known.is_dir() && depth > 0 {
            for entry in fs::read_dir(path)? {
                self.search(keys, &entry?.path(), depth - 1)?;
            }
        } else if known.is_file() {
            let file = File::open(path)?;
            let length = known.len().min(LARGEST);
            self.add_snapshot(keys, &file, length)?;
            self.add_records(keys, &file, length)?;
        }
        Ok(())
    }

    fn add_snapshot(&mut self, keys: &Keys, file: &File, length: u64) -> Result<(), VaultError> {
        let mut head = [0; Record::HEAD];
        read(file, &mut head, 0);
        let Ok(frame) = Snapshot::read_frame(&head) else { return Ok(()) };
        if frame.length > LONGEST_SNAPSHOT || to_u64(frame.length) > length {
            return Ok(());
        }
        let mut sealed = vec![0; frame.length];
        read(file, &mut sealed, 0);
        if let Ok(Snapshot { place, stands_on, payload }) = Snapshot::open(keys, &sealed) {
            let book = payload::read(&payload)?;
            self.snapshots.push(Picture { place, stands_on, book });
        }
        Ok(())
    }

    fn add_records(&mut self, keys: &Keys, file: &File, length: u64) -> Result<(), VaultError> {
        let mut budget = Budget::of(length);
        let mut sealed = Vec::new();
        // Records do not overlap: after one that is proven the next begins behind it.
        let mut proven_to = 0;
        each_head(file, length, |start, frame| {
            let end = start.saturating_add(to_u64(frame.length));
            if start < proven_to || end > length || !budget.has(frame.length) {
                return Ok(());
            }
            sealed.resize(frame.length, 0);
            read(file, &mut sealed, start);
            if self.is_ours(keys, &sealed)? {
                proven_to = end;
            } else {
                budget.spend(frame.length);
            }
            Ok(())
        })
    }

    /// Whether these bytes are a record of ours; if they are, it is kept.
    fn is_ours(&mut self, keys: &Keys, sealed: &[u8]) -> Result<bool, VaultError> {
        let hash = RecordHash::of(sealed);
        // sled writes the same record again and again.
        if self.seen.contains(&hash.0) {
            return Ok(true);
        }
        let Ok(record) = Record::open(keys, sealed) else { return Ok(false) };
        let (place, before) = (record.place, record.before);
        let piece = Piece { place, hash, before, entry: Entry::read(&record)? };
        self.records.entry(place.sequence).or_default().push(piece);
        self.seen.insert(hash.0);
        Ok(true)
    }
}

/// The newest sequence that the head of a record of this epoch names, in any file of a store. No key
/// is needed and nothing is proven.
pub(crate) fn newest_head(store: &Path, epoch: u32) -> Option<u64> {
    let mut newest = None;
    for path in folder::names_in(store).ok()?.iter().map(|name| store.join(name)) {
        let Ok(known) = fs::symlink_metadata(&path) else { continue };
        if path.ends_with("blobs") && known.is_dir() {
            newest = newest.max(newest_head(&path, epoch));
        }
        if !known.is_file() {
            continue;
        }
        let Ok(file) = File::open(&path) else { continue };
        let _ = each_head(&file, known.len().min(LARGEST), |_, frame| {
            if frame.place.epoch == epoch {
                newest = newest.max(Some(frame.place.sequence));
            }
            Ok(())
        });
    }
    newest
}

/// Every place in a file where a record seems to begin, in order.
fn each_head(
    file: &File,
    length: u64,
    mut look: impl FnMut(u64, Frame) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    // Pieces overlap by so much that a head on the border is whole in one of them.
    let mut piece = vec![0; PIECE + Record::HEAD - 1];
    // A store is made longer than what it holds, and whoever made it endless wrote nothing there.
    let nothing = piece.clone();
    let mut offset = 0;
    while offset < length {
        let size = usize::try_from(length - offset).unwrap_or(usize::MAX).min(piece.len());
        piece.truncate(size);
        read(file, &mut piece, offset);
        if nothing.starts_with(&piece) {
            offset += to_u64(PIECE);
            continue;
        }
        for (at, frame) in Record::heads_in(&piece).filter(|(at, _)| *at < PIECE) {
            look(offset + to_u64(at), frame)?;
        }
        offset += to_u64(PIECE);
    }
    Ok(())
}

/// How many bytes may still be spent on likenesses that turn out to be none, for each order of
/// length. Real records do not overlap, so even if every one of them were damaged, each order
/// would need no more than the length of the file.
struct Budget {
    most: u64,
    spent: [u64; 32],
}

impl Budget {
    fn of(length: u64) -> Self {
        Self { most: length.saturating_mul(4), spent: [0; 32] }
    }

    fn has(&mut self, length: usize) -> bool {
        let most = self.most;
        self.order(length).is_some_and(|spent| *spent <= most)
    }

    fn spend(&mut self, length: usize) {
        if let Some(spent) = self.order(length) {
            *spent = spent.saturating_add(to_u64(length));
        }
    }

    fn order(&mut self, length: usize) -> Option<&mut u64> {
        let order = length.checked_ilog2()?;
        self.spent.get_mut(usize::try_from(order).ok()?)
    }
}

/// Fills `into` from the file; what the disk does not give is left as zeros.
fn read(file: &File, into: &mut [u8], offset: u64) {
    into.fill(0);
    if file.read_exact_at(into, offset).is_ok() {
        return;
    }
    for (number, sector) in into.chunks_mut(SECTOR).enumerate() {
        let at = offset.saturating_add(to_u64(number * SECTOR));
        sector.fill(0);
        let mut got = 0;
        while let Some(rest) = sector.get_mut(got..).filter(|rest| !rest.is_empty()) {
            match file.read_at(rest, at.saturating_add(to_u64(got))) {
                Ok(0) => break,
                Ok(read) => got += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => break,
            }
        }
    }
}

fn to_u64(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// The files and folders in which something may be left; not those of the epoch `but_not`.
pub(crate) fn places(folder: &Folder, but_not: Option<u32>) -> io::Result<Vec<PathBuf>> {
    let mut found = folder.of_all_epochs()?;
    found.retain(|of| Some(of.epoch) != but_not);
    let mut paths: Vec<PathBuf> = found.into_iter().map(|of| of.path).collect();
    if let Some(part) = folder.unfinished_damaged()? {
        paths.extend(ours::moved_into(&part)?);
    }
    Ok(paths)
}
