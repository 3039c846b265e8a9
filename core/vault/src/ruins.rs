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
use landvast_seal::{Keys, LONGEST_PAYLOAD, Place, Record, RecordHash, Snapshot};

use crate::{
    VaultError,
    folder::Folder,
    payload::{self, Entry},
};

/// How much of a file is looked at in one go.
const PIECE: usize = 1024 * 1024;
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
            self.add_snapshot(keys, &file, known.len())?;
            self.add_records(keys, &file, known.len())?;
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
        // Pieces overlap by so much that a head on the border is whole in one of them.
        let mut piece = vec![0; PIECE + Record::HEAD - 1];
        let mut offset = 0;
        while offset < length {
            let size = usize::try_from(length - offset).unwrap_or(usize::MAX).min(piece.len());
            piece.truncate(size);
            read(file, &mut piece, offset);
            for (at, frame) in Record::heads_in(&piece) {
                let start = offset + to_u64(at);
                let end = start.saturating_add(to_u64(frame.length));
                if at >= PIECE || start < proven_to || end > length || !budget.has(frame.length) {
                    continue;
                }
                sealed.resize(frame.length, 0);
                read(file, &mut sealed, start);
                if self.is_ours(keys, &sealed)? {
                    proven_to = end;
                } else {
                    budget.spend(frame.length);
                }
            }
            offset += to_u64(PIECE);
        }
        Ok(())
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
    paths.extend(folder.unfinished_damaged()?);
    Ok(paths)
}
