//! One opener at a time.
//!
//! Held by `flock` on a file of our own: sled has no lock at all on phones, and two writers there
//! left 3 of 409 acknowledged records in a trial. `flock` belongs to the open file, so it also
//! keeps out a second opener in the same process, and the system lets go of it when a process
//! dies.

use std::{fs::File, time::Duration};

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

/// The lock, for as long as this lives.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a folder.
    pub(crate) fn take(folder: &Folder) -> Result<Self, VaultError> {
        let path = folder.lock();
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        if !folder.guards().has(Guard::Lock) {
            return Ok(Self { _file: file });
        }
        let mut tries = 0;
        loop {
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => return Ok(Self { _file: file }),
                Err(Errno::WOULDBLOCK) if tries < TRIES => tries += 1,
                Err(Errno::WOULDBLOCK) => return Err(VaultError::InUse),
                Err(error) => return Err(std::io::Error::from(error).into()),
            }
            std::thread::sleep(BETWEEN);
        }
    }
}
