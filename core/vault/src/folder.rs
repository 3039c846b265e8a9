//! The vault's folder: what lies where, and how a file is written so that it is there or not.

use std::{
    fs::{self, DirBuilder, File},
    io::{self, Read, Write},
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

use crate::VaultError;

/// Where things lie in one vault.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Room that is left alone, so that a write never finds the disk full halfway: two of sled's
    /// segments.
    const ROOM: u64 = 1024 * 1024;
    const RESERVE: usize = 512 * 1024;

    /// The folder of an existing vault, by its full path: a relative one would change its meaning
    /// with the working directory.
    pub(crate) fn find(path: &Path) -> Result<Self, VaultError> {
        let folder = match fs::canonicalize(path) {
            Ok(full) => Self(full),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(VaultError::NoVault);
            }
            Err(error) => return Err(error.into()),
        };
        if folder.headers().iter().any(|header| header.exists()) {
            return Ok(folder);
        }
        if !folder.path().is_dir() {
            return Err(VaultError::NoVault);
        }
        // A vault without a header is damage, not an empty place.
        if folder.names()?.iter().any(|name| name == "snapshots" || name.starts_with("store.")) {
            return Err(VaultError::HEADER);
        }
        Err(VaultError::NoVault)
    }

    pub(crate) fn at(path: PathBuf) -> Self {
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.0.join("lock")
    }

    /// The two copies of the header, the first written first.
    pub(crate) fn headers(&self) -> [PathBuf; 2] {
        [self.0.join("header"), self.0.join("header.2")]
    }

    pub(crate) fn mark(&self) -> PathBuf {
        self.0.join("mark")
    }

    pub(crate) fn guesses(&self) -> PathBuf {
        self.0.join("guesses")
    }

    pub(crate) fn store(&self, epoch: u32) -> PathBuf {
        self.0.join(format!("store.{epoch}"))
    }

    /// A copy of the store as it was before sled touched it, there while a vault is being opened.
    pub(crate) fn store_untouched(&self, epoch: u32) -> PathBuf {
        self.0.join(format!("store.{epoch}.untouched"))
    }

    pub(crate) fn snapshots(&self) -> PathBuf {
        self.0.join("snapshots")
    }

    /// The two snapshots of an epoch, written in turn.
    pub(crate) fn snapshot(&self, epoch: u32) -> [PathBuf; 2] {
        [1, 2].map(|turn| self.snapshots().join(format!("{epoch}.{turn}")))
    }

    fn reserve(&self) -> PathBuf {
        self.0.join("reserve")
    }

    /// Keeps some room on the disk for the day when it is full: a plan must still open then, and
    /// opening it takes a few new pages.
    pub(crate) fn keep_reserve(&self) {
        let reserve = self.reserve();
        if reserve.exists() || self.has_room_for(16 * Self::RESERVE).is_err() {
            return;
        }
        // Not zeros, which some disks store as nothing. Done without if it cannot be had; half of
        // one is none.
        if fs::write(&reserve, vec![0x55; Self::RESERVE]).is_err() {
            let _ = fs::remove_file(&reserve);
        }
    }

    /// Gives the room back if the disk is full now.
    pub(crate) fn use_reserve_if_full(&self) {
        if self.has_room_for(0).is_err() {
            let _ = fs::remove_file(self.reserve());
        }
    }

    /// The names of everything in the folder.
    pub(crate) fn names(&self) -> io::Result<Vec<String>> {
        let entries = fs::read_dir(&self.0)?;
        entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    }

    /// Fails while the disk has no room for `bytes` more.
    ///
    /// Asked before every write, because sled waits for ever when a write is refused.
    pub(crate) fn has_room_for(&self, bytes: usize) -> Result<(), VaultError> {
        let Ok(disk) = rustix::fs::statvfs(&self.0) else { return Ok(()) };
        let left = disk.f_bavail.saturating_mul(disk.f_frsize);
        let needed = Self::ROOM.saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
        if left < needed { Err(VaultError::StorageFull) } else { Ok(()) }
    }
}

/// Makes a folder that nobody but its owner can look into.
pub(crate) fn make_private(path: &Path) -> io::Result<()> {
    DirBuilder::new().mode(0o700).create(path)
}

/// Writes a file so that it has either its old content or the new, also after a power cut.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    commit(&prepare(path, bytes)?, path)
}

/// The first half of [`write_whole`]: everything that can find the disk full.
pub(crate) fn prepare(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    let fresh = PathBuf::from(name);
    let mut file = File::create(&fresh)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(fresh)
}

/// The second half: the rename that makes it count.
pub(crate) fn commit(fresh: &Path, path: &Path) -> io::Result<()> {
    fs::rename(fresh, path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Makes the names in a folder durable.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Makes a folder and everything in it durable.
pub(crate) fn sync_tree(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            sync_tree(&entry?.path())?;
        }
    }
    File::open(path)?.sync_all()
}

/// Reads a file, but never more than a little over `longest`: what is longer is not ours and
/// will not parse. `None` if it is not there.
pub(crate) fn read_at_most(path: &Path, longest: usize) -> io::Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.take(u64::try_from(longest).unwrap_or(u64::MAX).saturating_add(1))
        .read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// Removes a file that may not be there.
pub(crate) fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// How many bytes a file or a folder with everything in it takes.
pub(crate) fn size_of(path: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(path) else {
        return fs::metadata(path).map_or(0, |file| file.len());
    };
    entries.flatten().map(|entry| size_of(&entry.path())).sum()
}
