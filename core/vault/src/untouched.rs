//! The store as it was before sled saw it.
//!
//! When sled meets damage it wipes the segments after it, and with them records that could still be
//! saved one by one. So the store is copied aside before it is opened, and the copy goes once
//! everything is proven.

use std::{
    fs::{self, File},
    io,
    path::Path,
};

use crate::{
    Guard, VaultError,
    folder::{self, Folder},
};

/// From here on it is quicker to ask for the place on the disk beforehand. A smaller file is removed
/// again before it was given any.
const LARGE: u64 = 2 << 20;
/// No store grows near this: it is written anew long before.
const LARGEST: u64 = 1 << 30;

/// Copies the store aside until it is proven. Kept if opening fails.
///
/// A copy from an earlier opening that failed is older and better. A full disk is no reason to
/// keep the owner out: then the vault opens without one.
pub(crate) fn keep(folder: &Folder, epoch: u32) -> Result<(), VaultError> {
    let (store, aside) = (folder.store(epoch), folder.store_untouched(epoch));
    if !store.is_dir() {
        return Err(VaultError::STORE);
    }
    folder.use_reserve_if_full();
    if !folder.guards().has(Guard::Untouched) {
        return Ok(());
    }
    let bytes = folder::size_of(&store);
    // Neither copied nor given to sled, which would read it all: it is nothing that we wrote.
    if bytes > LARGEST {
        return Err(VaultError::STORE);
    }
    let size = usize::try_from(bytes).unwrap_or(usize::MAX);
    if aside.exists() || folder.has_room_for(size).is_err() {
        return Ok(());
    }
    let half = aside.with_extension("half");
    let _ = fs::remove_dir_all(&half);
    match copy_store(&store, &half) {
        Ok(()) => drop(fs::rename(&half, aside)),
        Err(_) => drop(fs::remove_dir_all(&half)),
    }
    Ok(())
}

/// The store was not what it should be, and sled may have wiped some of it: now the copy must be
/// there after a power cut too. Before this it need not: what it was made of is still there.
pub(crate) fn hold(folder: &Folder, epoch: u32) {
    let aside = folder.store_untouched(epoch);
    if aside.is_dir() {
        // A disk that refuses this is no reason to say anything else than that the store is damaged.
        let _ = folder::sync_tree(&aside).and_then(|()| folder::sync_folder(folder.path()));
    }
}

/// The copy has done its work. It is removed in two steps, so that a kill cannot leave half a copy
/// under the name of a whole one.
pub(crate) fn forget(folder: &Folder, epoch: u32) {
    let aside = folder.store_untouched(epoch);
    let half = aside.with_extension("half");
    if fs::rename(aside, &half).is_ok() {
        let _ = fs::remove_dir_all(half);
    }
}

fn copy_store(from: &Path, to: &Path) -> io::Result<()> {
    copy_files(from, to, copy_file)?;
    let pages = Path::new("blobs");
    if from.join(pages).is_dir() {
        copy_files(&from.join(pages), &to.join(pages), keep_page)
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
