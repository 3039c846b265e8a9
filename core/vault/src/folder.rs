//! The vault's folder: what lies where, and how a file is written so that it is there or not.

use std::{
    fs::{self, DirBuilder, File},
    io::{self, Read, Write},
    os::unix::fs::{DirBuilderExt, FileExt, MetadataExt},
    path::{Path, PathBuf},
};

#[cfg(test)]
pub(crate) use crate::kills::change;
use crate::{Guard, Guards, VaultError};

/// One change to the disk. A test takes its place to see what a kill or a refusal here leaves.
#[cfg(not(test))]
pub(crate) fn change<T>(change: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    change()
}

pub(crate) const STORE: &str = "store.";
pub(crate) const SNAPSHOTS: &str = "snapshots";

/// How what was moved aside is called, and how while that is not finished.
pub(crate) const DAMAGED: &str = "damaged-";
pub(crate) const UNFINISHED: &str = ".part";

/// Where things lie in one vault, and what guards them.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    guards: Guards,
}

/// With so many bytes free a plan of the usual size is written as if the disk had never been full,
/// and a reserve is kept for the next time.
pub const ROOM_TO_GO_ON: u64 = Folder::ROOM + Folder::ROOM_FOR_RESERVE as u64;

impl Folder {
    /// Room that is left alone, so that a write never finds the disk full halfway: two of sled's
    /// segments.
    const ROOM: u64 = 1024 * 1024;
    const RESERVE: usize = 512 * 1024;
    /// A reserve is kept only where there is so much room beside it.
    const ROOM_FOR_RESERVE: usize = 16 * Self::RESERVE;

    /// The folder of an existing vault, by its full path: a relative one would change its meaning
    /// with the working directory.
    pub(crate) fn find(path: &Path) -> Result<Self, VaultError> {
        let folder = match fs::canonicalize(path) {
            Ok(full) => Self::at(full),
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
        if !folder.of_all_epochs()?.is_empty() {
            return Err(VaultError::HEADER);
        }
        Err(VaultError::NoVault)
    }

    pub(crate) fn at(path: PathBuf) -> Self {
        Self { path, guards: Guards::ALL }
    }

    pub(crate) fn guarded_by(self, guards: Guards) -> Self {
        Self { guards, ..self }
    }

    pub(crate) fn guards(&self) -> Guards {
        self.guards
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.path.join("lock")
    }

    /// The two copies of the header, the first written first.
    pub(crate) fn headers(&self) -> [PathBuf; 2] {
        [self.path.join("header"), self.path.join("header.2")]
    }

    pub(crate) fn mark(&self) -> PathBuf {
        self.path.join("mark")
    }

    pub(crate) fn guesses(&self) -> PathBuf {
        self.path.join("guesses")
    }

    pub(crate) fn store(&self, epoch: u32) -> PathBuf {
        self.path.join(format!("{STORE}{epoch}"))
    }

    /// A copy of the store as it was before sled touched it, there while a vault is being opened.
    pub(crate) fn store_untouched(&self, epoch: u32) -> PathBuf {
        self.path.join(format!("{STORE}{epoch}.untouched"))
    }

    /// A copy of that kind from an opening that was cut short, of which nobody knows whether it is whole.
    pub(crate) fn store_earlier(&self, epoch: u32) -> PathBuf {
        self.path.join(format!("{STORE}{epoch}.earlier"))
    }

    /// The store and what there is of copies of it.
    pub(crate) fn store_with_copies(&self, epoch: u32) -> [PathBuf; 3] {
        [self.store_untouched(epoch), self.store_earlier(epoch), self.store(epoch)]
    }

    pub(crate) fn snapshots(&self) -> PathBuf {
        self.path.join(SNAPSHOTS)
    }

    /// Whether nothing has a name that the log of an epoch would give.
    pub(crate) fn is_free_for(&self, epoch: u32) -> bool {
        let untouched = self.store_untouched(epoch);
        let half = untouched.with_extension("half");
        let stores = [self.store(epoch), untouched, half, self.store_earlier(epoch)];
        stores.iter().chain(&self.snapshot(epoch)).all(|path| is_free(path))
    }

    /// Where damage is to be moved aside to. The folder has this name for as long as not everything
    /// has been moved into it.
    pub(crate) fn damaged(&self, name: &str) -> PathBuf {
        let whole = self.path.join(format!("{DAMAGED}{name}"));
        let has_room = |path: &Path| is_free(path) && is_free(&unfinished(path));
        unfinished(&first_of(&whole, has_room))
    }

    /// The two snapshots of an epoch, written in turn.
    pub(crate) fn snapshot(&self, epoch: u32) -> [PathBuf; 2] {
        [1, 2].map(|turn| self.snapshots().join(format!("{epoch}.{turn}")))
    }

    fn reserve(&self) -> PathBuf {
        self.path.join("reserve")
    }

    /// Keeps some room on the disk for the day when it is full: a plan must still open then, and
    /// opening it takes a few new pages.
    pub(crate) fn keep_reserve(&self) {
        let reserve = self.reserve();
        if reserve.exists() || self.has_room_for(Self::ROOM_FOR_RESERVE).is_err() {
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

    /// Gives the room back, full or not.
    pub(crate) fn give_up_reserve(&self) {
        let _ = fs::remove_file(self.reserve());
    }

    /// The names of everything in the folder.
    pub(crate) fn names(&self) -> io::Result<Vec<String>> {
        names_in(&self.path)
    }

    /// Fails while the disk has no room for `bytes` more.
    ///
    /// Asked before every write, because sled waits for ever when a write is refused.
    pub(crate) fn has_room_for(&self, bytes: usize) -> Result<(), VaultError> {
        if !self.guards.has(Guard::Room) {
            return Ok(());
        }
        let Ok(disk) = rustix::fs::statvfs(&self.path) else { return Ok(()) };
        let left = disk.f_bavail.saturating_mul(disk.f_frsize);
        let needed = Self::ROOM.saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
        if left < needed { Err(VaultError::StorageFull) } else { Ok(()) }
    }
}

/// Everything has been moved into a folder of damage: it gets its name.
pub(crate) fn finish_damaged(part: &Path) -> io::Result<()> {
    let whole = free(&part.with_extension(""));
    change(|| fs::rename(part, &whole))?;
    part.parent().map_or(Ok(()), sync_folder)
}

/// This path, or one like it that nothing has.
pub(crate) fn free(path: &Path) -> PathBuf {
    first_of(path, is_free)
}

/// This path, or the first one numbered after it that will do.
fn first_of(path: &Path, will_do: impl Fn(&Path) -> bool) -> PathBuf {
    let mut first = path.to_owned();
    let mut turn = 2_u64;
    while !will_do(&first) {
        let mut name = path.as_os_str().to_owned();
        name.push(format!("-{turn}"));
        first = PathBuf::from(name);
        turn = turn.saturating_add(1);
    }
    first
}

/// A link that leads nowhere has its name too.
fn is_free(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err()
}

fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(UNFINISHED);
    PathBuf::from(name)
}

/// The names of everything in a folder; none if there is no such folder.
pub(crate) fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// Makes a folder that nobody but its owner can look into.
pub(crate) fn make_private(path: &Path) -> io::Result<()> {
    change(|| DirBuilder::new().mode(0o700).create(path))
}

/// Makes such a folder unless it is there.
pub(crate) fn make_private_if_missing(path: &Path) -> io::Result<()> {
    if path.is_dir() { Ok(()) } else { make_private(path) }
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
    let mut file = change(|| File::create(&fresh))?;
    change(|| file.write_all(bytes))?;
    change(|| file.sync_all())?;
    Ok(fresh)
}

/// The second half: the rename that makes it count.
pub(crate) fn commit(fresh: &Path, path: &Path) -> io::Result<()> {
    change(|| fs::rename(fresh, path))?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// As [`commit`], and what was there before is overwritten where it lies, if the disk writes in
/// place and nobody else holds it by another name. A disk that writes elsewhere keeps it until it
/// needs the room; nothing here can change that.
pub(crate) fn commit_over(fresh: &Path, path: &Path) -> io::Result<()> {
    let old = File::options().write(true).open(path);
    commit(fresh, path)?;
    if let Ok(old) = old {
        let _ = overwrite(&old);
    }
    Ok(())
}

/// More than any file that is overwritten was ever long.
const LONGEST_OVERWRITTEN: usize = 64 * 1024;

fn overwrite(file: &File) -> io::Result<()> {
    let known = file.metadata()?;
    if known.nlink() == 0 {
        // Whoever made it longer gets no more than a vault ever wrote there.
        let length = usize::try_from(known.len()).unwrap_or_default().min(LONGEST_OVERWRITTEN);
        file.write_all_at(&vec![0; length], 0)?;
        // Its length stays as it is, and nobody will ask for its times.
        file.sync_data()?;
    }
    Ok(())
}

/// Moves a file or a folder into another folder, under its own name.
pub(crate) fn move_into(path: &Path, folder: &Path) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    change(|| fs::rename(path, free(&folder.join(name))))
}

/// Makes the names in a folder durable.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    change(|| File::open(path)?.sync_all())
}

/// Makes a folder and everything in it durable.
pub(crate) fn sync_tree(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            sync_tree(&entry?.path())?;
        }
    }
    change(|| File::open(path)?.sync_all())
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

/// Removes a file, or a folder with everything in it, that may not be there.
pub(crate) fn remove_if_there(path: &Path) -> io::Result<()> {
    let is_folder = fs::symlink_metadata(path).is_ok_and(|known| known.is_dir());
    let removed =
        change(|| if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path) });
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// How many bytes a file or a folder with everything in it takes. Links are not followed.
pub(crate) fn size_of(path: &Path) -> u64 {
    let Ok(known) = fs::symlink_metadata(path) else { return 0 };
    if !known.is_dir() {
        return known.len();
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.map(|entry| size_of(&entry.path())).sum()
}
