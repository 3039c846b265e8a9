//! The mark file: how far everything was acknowledged, and how new the header was at least.

use std::{
    fs::File,
    io,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
};

use landvast_seal::{Keys, Mark};

use crate::folder::{self, change};

/// The open mark file.
#[derive(Debug)]
pub(crate) struct MarkFile(File);

impl MarkFile {
    /// What the file vouches for; `None` if it is missing or vouches for nothing.
    pub(crate) fn read(path: &Path, keys: &Keys) -> io::Result<Option<Mark>> {
        let bytes = folder::read_at_most(path, Mark::FILE_LENGTH)?;
        Ok(bytes.and_then(|bytes| Mark::open(keys, &bytes).ok()))
    }

    /// Opens the file for writing, and makes it if it is missing.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let open = || File::options().create(true).truncate(false).write(true).open(path);
        let file = change(open)?;
        // At its full length from the start, so that a later write needs no room.
        let length = u64::try_from(Mark::FILE_LENGTH).unwrap_or_default();
        if file.metadata()?.len() != length {
            change(|| file.set_len(0))?;
            change(|| file.write_all_at(&[0; Mark::FILE_LENGTH], 0))?;
        }
        Ok(Self(file))
    }

    /// Writes one slot; not synced, because a save must not wait twice for the disk.
    pub(crate) fn write(&self, keys: &Keys, mark: Mark) -> io::Result<()> {
        let (slot, offset) = mark.seal(keys);
        change(|| self.0.write_all_at(&slot, offset))
    }

    /// Writes the other slot, for a place that the file vouches for already; not synced either.
    pub(crate) fn write_again(&self, keys: &Keys, mark: Mark) -> io::Result<()> {
        let (slot, offset) = mark.seal_again(keys);
        change(|| self.0.write_all_at(&slot, offset))
    }

    /// Writes what was not `marked` yet, if there is any of it.
    pub(crate) fn mend(&self, keys: &Keys, marked: Option<Mark>, mark: Mark) -> io::Result<()> {
        if marked.map(|marked| marked.newest) != Some(mark.newest) {
            return self.write(keys, mark);
        }
        if marked != Some(mark) {
            // Nobody is kept out for it: the next action writes it too.
            let _ = self.write_again(keys, mark);
        }
        Ok(())
    }

    pub(crate) fn sync(&self) -> io::Result<()> {
        change(|| self.0.sync_all())
    }
}

/// What was there once: the newest action that was acknowledged, and the revision of the newest
/// header that was durable.
pub(crate) struct Known {
    pub(crate) sequence: Option<u64>,
    pub(crate) revision: u64,
}

impl Known {
    /// As far as any of these marks knows.
    pub(crate) fn by(marks: impl Iterator<Item = PathBuf>, keys: &Keys) -> io::Result<Self> {
        let mut known = Self { sequence: None, revision: 0 };
        for path in marks {
            let Some(mark) = MarkFile::read(&path, keys)? else { continue };
            known.sequence = known.sequence.max(Some(mark.newest.sequence));
            known.revision = known.revision.max(mark.revision);
        }
        Ok(known)
    }
}
