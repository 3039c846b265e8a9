//! One opener at a time.
//!
//! Held by `flock` on a file of our own: sled has no lock at all on phones, and two writers there
//! left 3 of 409 acknowledged records in a trial. `flock` belongs to the open file, so it also
//! keeps out a second opener in the same process, and the system lets go of it when a process
//! dies.
//!
//! It belongs to the file and not to its name. Whoever holds a file that was removed or replaced
//! meanwhile holds nothing that the next opener would see, so that does not count as held.

use std::{
    fs::{self, File},
    io,
    os::unix::fs::MetadataExt,
    path::Path,
    time::Duration,
};

use rustix::{
    fs::{FlockOperation, flock},
    io::Errno,
};

use crate::{Guard, VaultError, folder::Folder};

/// How often a lock that somebody holds is tried again. A process that starts another one holds
/// its files twice until the other has begun, also those it has closed since: whoever opens a vault
/// in that moment must not be told that it is in use.
const TRIES: u32 = 25;
/// The wait between two tries.
const BETWEEN: Duration = Duration::from_millis(10);
/// How often a file that turns out to have been replaced is opened anew. Once is an erasure, or a
/// vault that was put in the place of another; whoever goes on doing it is using the place.
const MOST_REPLACED: u32 = 8;

/// The lock, for as long as this lives.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a folder. [`VaultError::NoVault`] if the folder itself is gone by then.
    pub(crate) fn take(folder: &Folder) -> Result<Self, VaultError> {
        let path = folder.lock();
        let open = || File::options().create(true).truncate(false).write(true).open(&path);
        if !folder.guards().has(Guard::Lock) {
            return Ok(Self { _file: open()? });
        }
        take_opened_by(open, &path)
    }
}

fn take_opened_by(
    mut open: impl FnMut() -> io::Result<File>,
    path: &Path,
) -> Result<Lock, VaultError> {
    for _ in 0..=MOST_REPLACED {
        let file = match open() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(VaultError::NoVault);
            }
            opened => opened?,
        };
        wait_for(&file)?;
        if is_at(&file, path)? {
            return Ok(Lock { _file: file });
        }
    }
    Err(VaultError::InUse)
}

fn wait_for(file: &File) -> Result<(), VaultError> {
    let mut tries = 0;
    loop {
        match flock(file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => return Ok(()),
            Err(Errno::WOULDBLOCK) if tries < TRIES => tries += 1,
            Err(Errno::WOULDBLOCK) => return Err(VaultError::InUse),
            Err(error) => return Err(io::Error::from(error).into()),
        }
        std::thread::sleep(BETWEEN);
    }
}

/// Whether this is the file that lies there now, and not one that somebody else can no longer see.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let held = file.metadata()?;
    match fs::symlink_metadata(path) {
        Ok(there) => Ok((there.dev(), there.ino()) == (held.dev(), held.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use tempfile::TempDir;

    use super::*;

    /// A folder in which the lock can be opened, and something done with its name right after.
    struct Place {
        home: TempDir,
        path: PathBuf,
    }

    impl Place {
        fn new() -> Self {
            let home = tempfile::tempdir().unwrap();
            let path = home.path().join("lock");
            Self { home, path }
        }

        fn folder(&self) -> Folder {
            Folder::at(self.home.path().to_owned())
        }

        /// Takes the lock; for so many times, what was opened is `lost` before it is held.
        fn take(&self, mut times: u32, lost: fn(&Path)) -> Result<Lock, VaultError> {
            let open = || {
                let file = File::create(&self.path)?;
                if times > 0 {
                    times -= 1;
                    lost(&self.path);
                }
                Ok(file)
            };
            take_opened_by(open, &self.path)
        }
    }

    fn removed(path: &Path) {
        fs::remove_file(path).unwrap();
    }

    fn replaced(path: &Path) {
        let other = path.with_extension("other");
        File::create(&other).unwrap();
        fs::rename(other, path).unwrap();
    }

    #[test]
    fn a_lock_that_was_removed_or_replaced_before_it_was_held_keeps_the_next_one_out() {
        for lost in [removed, replaced] {
            let place = Place::new();
            let first = place.take(1, lost).unwrap();
            assert_eq!(Lock::take(&place.folder()).unwrap_err(), VaultError::InUse);
            drop(first);
            assert!(Lock::take(&place.folder()).is_ok());
        }
    }

    #[test]
    fn whoever_replaces_it_again_and_again_keeps_nobody_waiting_for_ever() {
        for lost in [removed, replaced] {
            let place = Place::new();
            assert_eq!(place.take(u32::MAX, lost).unwrap_err(), VaultError::InUse);
        }
    }

    #[test]
    fn a_folder_that_is_gone_by_then_holds_no_vault() {
        let place = Place::new();
        let gone = Folder::at(place.home.path().join("gone"));
        assert_eq!(Lock::take(&gone).unwrap_err(), VaultError::NoVault);
    }
}
