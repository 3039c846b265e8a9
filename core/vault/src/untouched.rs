//! The store as it was before sled saw it.
//!
//! When sled meets damage it wipes the segments after it, and with them records that could still be
//! saved one by one. So the store is copied aside before it is opened, and the copy goes once
//! everything is proven.
//!
//! An opening that is cut short leaves its copy behind. After a kill that is whole and may be better
//! than the store; after a power cut it may be anything, because making it durable would cost every
//! opening more than copying does. Only a copy that was made durable, or that is the same as the
//! store, is known to be whole. Any other is kept beside, as one thing more to save from, and a new
//! one is made before sled sees the store.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
};

use crate::{
    Guard, VaultError,
    folder::{self, Folder},
    ours::Ours,
};

/// From here on it is quicker to ask for the place on the disk beforehand. A smaller file is removed
/// again before it was given any.
const LARGE: u64 = 2 << 20;
/// No store grows near this: it is written anew long before.
const LARGEST: u64 = 1 << 30;
/// Lies in a copy that was made durable.
pub(crate) const HELD: &str = "held";
/// Pages of a store that lie in files of their own.
pub(crate) const PAGES: &str = "blobs";

/// Whether a store has a copy beside it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Aside {
    /// It has, or a test goes without it.
    There,
    /// The disk had no room for one.
    NoRoom,
    /// The system refused it for another reason.
    Refused,
}

/// Copies the store aside until it is proven. Kept if opening fails.
///
/// A whole copy from an earlier opening that failed is older and better. A full disk is no reason to
/// keep the owner out: then the vault opens without one, if its bytes are sound. Nor is any other refusal.
pub(crate) fn keep(folder: &Folder, epoch: u32) -> Result<Aside, VaultError> {
    let (store, aside) = (folder.store(epoch), folder.store_untouched(epoch));
    if !store.is_dir() {
        return Err(VaultError::STORE);
    }
    folder.use_reserve_if_full();
    if !folder.guards().has(Guard::Untouched) {
        return Ok(Aside::There);
    }
    let bytes = folder::size_of(&store);
    // Neither copied nor given to sled, which would read it all: it is nothing that we wrote.
    if bytes > LARGEST {
        return Err(VaultError::STORE);
    }
    let size = usize::try_from(bytes).unwrap_or(usize::MAX);
    if is_whole(&aside, &store) {
        return Ok(Aside::There);
    }
    if folder.has_room_for(size).is_err() {
        return Ok(Aside::NoRoom);
    }
    let half = aside.with_extension("half");
    remove(&half);
    let copied = copy_store(&store, &half)
        .and_then(|()| keep_earlier(folder, epoch))
        .and_then(|()| fs::rename(&half, aside));
    let Err(error) = copied else {
        // Nobody knows what the earlier one is worth, so this one has to outlast a kill as well.
        if folder.store_earlier(epoch).exists() {
            hold(folder, epoch);
        }
        return Ok(Aside::There);
    };
    remove(&half);
    let is_full = VaultError::from(error) == VaultError::StorageFull;
    Ok(if is_full { Aside::NoRoom } else { Aside::Refused })
}

/// The store was not what it should be, and sled may have wiped some of it: now the copy must be
/// there after a power cut too. Before this it need not: what it was made of is still there.
pub(crate) fn hold(folder: &Folder, epoch: u32) {
    // A disk that refuses this is no reason to say anything else than that the store is damaged.
    let _ = make_durable(folder, epoch);
}

fn make_durable(folder: &Folder, epoch: u32) -> io::Result<()> {
    let (aside, earlier) = (folder.store_untouched(epoch), folder.store_earlier(epoch));
    if earlier.is_dir() {
        folder::sync_tree(&earlier)?;
    }
    if aside.is_dir() && !aside.join(HELD).exists() {
        folder::sync_tree(&aside)?;
        folder::change(|| File::create(aside.join(HELD)))?;
        folder::sync_folder(&aside)?;
        folder::sync_folder(folder.path())?;
    }
    Ok(())
}

/// The copy has done its work, and so has an earlier one. Each is removed in two steps, so that a kill
/// cannot leave half a copy under the name of a whole one.
pub(crate) fn forget(folder: &Folder, epoch: u32) {
    for aside in [folder.store_untouched(epoch), folder.store_earlier(epoch)] {
        let half = aside.with_extension("half");
        if Ours::Store.is_there(&aside) && fs::rename(aside, &half).is_ok() {
            remove(&half);
        }
    }
}

/// Removes a copy. Whatever else has the name is somebody's.
fn remove(copy: &Path) {
    if Ours::Store.is_there(copy) {
        let _ = fs::remove_dir_all(copy);
    }
}

/// Makes room for a copy where there is one of which nobody knows whether it is whole. Of several the
/// oldest stays: it was made before sled first saw what is wrong.
fn keep_earlier(folder: &Folder, epoch: u32) -> io::Result<()> {
    let (aside, earlier) = (folder.store_untouched(epoch), folder.store_earlier(epoch));
    if !Ours::Store.is_there(&aside) {
        Ok(())
    } else if earlier.exists() {
        fs::remove_dir_all(aside)
    } else {
        fs::rename(aside, earlier)
    }
}

/// Whether there is a copy that holds all that the store did when it was made.
fn is_whole(aside: &Path, store: &Path) -> bool {
    let is_same_store = || {
        Ok::<_, io::Error>(
            is_same(store, aside)? && is_same(&store.join(PAGES), &aside.join(PAGES))?,
        )
    };
    aside.is_dir() && (aside.join(HELD).is_file() || is_same_store().unwrap_or(false))
}

/// Whether two folders hold the same files, whatever folders are in them.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let files = files_in(one)?;
    if files.len() != files_in(other)?.len() {
        return Ok(false);
    }
    for path in files {
        let Some(name) = path.file_name() else { return Ok(false) };
        if !is_same_file(&path, &other.join(name))? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_same_file(one: &Path, other: &Path) -> io::Result<bool> {
    let (one, other) = (File::open(one)?, File::open(other)?);
    if one.metadata()?.len() != other.metadata()?.len() {
        return Ok(false);
    }
    let (mut one, mut other) = (BufReader::new(one), BufReader::new(other));
    loop {
        let (here, there) = (one.fill_buf()?, other.fill_buf()?);
        let length = here.len().min(there.len());
        if here.get(..length) != there.get(..length) {
            return Ok(false);
        }
        if length == 0 {
            return Ok(here.len() == there.len());
        }
        one.consume(length);
        other.consume(length);
    }
}

/// The files in a folder; none if there is no such folder.
fn files_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths = folder::names_in(folder)?.into_iter().map(|name| folder.join(name));
    Ok(paths.filter(|path| path.symlink_metadata().is_ok_and(|known| known.is_file())).collect())
}

fn copy_store(from: &Path, to: &Path) -> io::Result<()> {
    copy_files(from, to, copy_file)?;
    if from.join(PAGES).is_dir() {
        copy_files(&from.join(PAGES), &to.join(PAGES), keep_page)
    } else {
        Ok(())
    }
}

fn copy_files(from: &Path, to: &Path, copy: fn(&Path, &Path) -> io::Result<()>) -> io::Result<()> {
    folder::make_private(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

/// A page that sled wrote into a file of its own is never changed by it, only removed. A second name
/// is enough to keep it, where the disk has second names.
fn keep_page(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to).or_else(|_| copy_file(from, to))
}

fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    let (mut from, mut to) = (File::open(from)?, File::create(to)?);
    let length = from.metadata()?.len();
    if length > LARGE {
        ask_for_place(&to, length);
    }
    io::copy(&mut from, &mut to).map(drop)
}

/// The file does not seem longer for it. Some disks cannot do this; then it grows as it is written.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn ask_for_place(file: &File, length: u64) {
    let _ = rustix::fs::fallocate(file, rustix::fs::FallocateFlags::KEEP_SIZE, 0, length);
}

/// Here it grows as it is written.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn ask_for_place(_file: &File, _length: u64) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_beside_an_earlier_one_outlasts_a_kill_before_the_store_is_opened() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::at(home.path().to_owned());
        let with = |path: &Path, db: &str| {
            fs::create_dir(path).unwrap();
            fs::write(path.join("conf"), "").unwrap();
            fs::write(path.join("db"), db).unwrap();
        };
        with(&folder.store(1), "heel");
        assert_eq!(keep(&folder, 1), Ok(Aside::There));
        let held = folder.store_untouched(1).join(HELD);
        assert!(!held.exists(), "while there is no other, nothing waits for the disk");

        // What a power cut left of that copy, and after it what a kill leaves of the store.
        fs::write(folder.store_untouched(1).join("db"), "").unwrap();
        assert_eq!(keep(&folder, 1), Ok(Aside::There));
        assert!(held.exists());
        fs::write(folder.store(1).join("db"), "gewist").unwrap();
        assert_eq!(keep(&folder, 1), Ok(Aside::There));
        let kept = fs::read_to_string(folder.store_untouched(1).join("db")).unwrap();
        assert_eq!(kept, "heel");
    }
}
