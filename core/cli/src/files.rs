//! Files outside the vault: read with a bound, written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use landvast::{Device, id};

use crate::trouble::Trouble;

/// The most that is ever read: far above any plan.
const LONGEST: u64 = (16 << 20) + 1;

/// What to do with a file that is there already.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Existing {
    /// It makes place.
    Replace,
    /// It stays, and nothing is written.
    Keep,
}

/// Opens a file to read it.
pub(crate) fn open(path: &Path) -> Result<File, Trouble> {
    if path.is_dir() {
        return Err(Trouble::IsFolder);
    }
    File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Trouble::NoSuchFile,
        _ => Trouble::NotReadable,
    })
}

/// Reads all there is, up to far more than any plan.
pub(crate) fn read_all(source: &mut dyn Read) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    source.take(LONGEST).read_to_end(&mut bytes).map_err(|_| Trouble::NotReadable)?;
    Ok(bytes)
}

/// Whether the file at `path` is a paper that this product made: each says so in its own
/// description, in plain bytes.
pub(crate) fn is_ours(path: &Path) -> bool {
    const MADE_BY: &[u8] = b"Landvast";
    let Ok(file) = File::open(path) else { return false };
    let mut bytes = Vec::new();
    let read = file.take(LONGEST).read_to_end(&mut bytes);
    read.is_ok() && bytes.windows(MADE_BY.len()).any(|window| window == MADE_BY)
}

/// Makes a folder that only this user can look into, with those above it.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A file that is being made beside its place, and is put there only when it is whole.
///
/// Begun before the work that fills it, so that a place that cannot be written is found first.
pub(crate) struct Coming {
    place: PathBuf,
    beside: PathBuf,
    file: Option<File>,
    existing: Existing,
}

impl Coming {
    /// Makes room beside `place`, readable by this user only.
    pub(crate) fn begin(
        place: &Path,
        existing: Existing,
        device: &Device,
    ) -> Result<Self, Trouble> {
        if place.is_dir() {
            return Err(Trouble::IsFolder);
        }
        let name = place.file_name().ok_or(Trouble::IsFolder)?;
        if existing == Existing::Keep && place.symlink_metadata().is_ok() {
            return Err(Trouble::FileThere { next: id::ERROR_FILE_THERE_NEXT });
        }
        let mut random = [0; 8];
        (device.random)(&mut random)?;
        let mut beside_name = std::ffi::OsString::from(".");
        beside_name.push(name);
        beside_name.push(format!(".{:016x}", u64::from_be_bytes(random)));
        let beside = place.with_file_name(beside_name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&beside).map_err(|error| refused(&error))?;
        Ok(Self { place: place.to_owned(), beside, file: Some(file), existing })
    }

    /// Fills it and puts it in its place.
    pub(crate) fn finish(mut self, bytes: &[u8]) -> Result<(), Trouble> {
        let Some(mut file) = self.file.take() else { return Err(Trouble::NotWritable) };
        let stored = file.write_all(bytes).and_then(|()| file.sync_all());
        stored.map_err(|error| refused(&error))?;
        drop(file);
        match self.existing {
            Existing::Replace => fs::rename(&self.beside, &self.place),
            // A link fails where a file appeared in the meantime; some disks know no links.
            Existing::Keep => match fs::hard_link(&self.beside, &self.place) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                    fs::rename(&self.beside, &self.place)
                }
                linked => linked,
            },
        }
        .map_err(|error| refused(&error))
    }
}

impl Drop for Coming {
    /// Whatever happened, nothing half-made stays behind.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.beside);
    }
}

fn refused(error: &io::Error) -> Trouble {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Trouble::NoRoom,
        ErrorKind::AlreadyExists => Trouble::FileThere { next: id::ERROR_FILE_THERE_NEXT },
        ErrorKind::IsADirectory => Trouble::IsFolder,
        _ => Trouble::NotWritable,
    }
}
