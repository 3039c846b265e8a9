//! The mark file: how far everything was acknowledged.

use std::{fs::File, io, os::unix::fs::FileExt, path::Path};

use landvast_seal::{Keys, Mark, Place};

use crate::folder::{self, change};

/// The open mark file.
#[derive(Debug)]
pub(crate) struct MarkFile(File);

impl MarkFile {
    /// The newest place that the file vouches for; `None` if it is missing or vouches for nothing.
    pub(crate) fn read(path: &Path, keys: &Keys) -> io::Result<Option<Place>> {
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
    pub(crate) fn write(&self, keys: &Keys, newest: Place) -> io::Result<()> {
        let (slot, offset) = Mark::seal(keys, newest);
        change(|| self.0.write_all_at(&slot, offset))
    }

    pub(crate) fn sync(&self) -> io::Result<()> {
        change(|| self.0.sync_all())
    }
}
