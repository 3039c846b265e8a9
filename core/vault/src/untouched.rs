//! The store as it was before sled saw it.
//!
//! When sled meets damage it wipes the segments after it, and with them records that could still be
//! saved one by one. So the store is copied aside before it is opened, and the copy goes once
//! everything is proven.

#[cfg(any(target_os = "linux", target_os = "android"))]
use std::fs::File;
use std::{fs, io, path::Path};

#[cfg(any(target_os = "linux", target_os = "android"))]
use rustix::fs::FallocateFlags;

use crate::{
    VaultError,
    folder::{self, Folder},
};

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
    let size = usize::try_from(folder::size_of(&store)).unwrap_or(usize::MAX);
    if aside.exists() || folder.has_room_for(size).is_err() {
        return Ok(());
    }
    let half = aside.with_extension("half");
    let _ = fs::remove_dir_all(&half);
    match copy_tree(&store, &half) {
        Ok(()) => drop(fs::rename(&half, aside)),
        Err(_) => drop(fs::remove_dir_all(&half)),
    }
    Ok(())
}

/// Removed in two steps, so that a kill cannot leave half a copy under the name of a whole one.
pub(crate) fn forget(aside: &Path) {
    let half = aside.with_extension("half");
    if fs::rename(aside, &half).is_ok() {
        let _ = fs::remove_dir_all(half);
    }
}

fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    folder::make_private(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &target)?;
        } else {
            copy_file(&entry.path(), &target)?;
        }
    }
    Ok(())
}

/// Here copying is most of what opening a long log costs. A file whose place was asked for at once
/// takes two thirds of the time of one that grows.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    let (mut from, mut to) = (File::open(from)?, File::create(to)?);
    let size = from.metadata()?.len();
    if size > 0 {
        // Some file systems cannot; then it grows.
        let _ = rustix::fs::fallocate(&to, FallocateFlags::empty(), 0, size);
    }
    io::copy(&mut from, &mut to).map(drop)
}

/// Here the system copies by sharing what both files hold.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to).map(drop)
}
