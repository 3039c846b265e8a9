//! One opener at a time.
//!
//! Held by `flock` on a file of our own: sled has no lock at all on phones, and two writers there
//! left 3 of 409 acknowledged records in a trial. `flock` belongs to the open file, so it also
//! keeps out a second opener in the same process, and the system lets go of it when a process
//! dies.

use std::{fs::File, path::Path};

use rustix::{
    fs::{FlockOperation, flock},
    io::Errno,
};

use crate::VaultError;

/// The lock, for as long as this lives.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    pub(crate) fn take(path: &Path) -> Result<Self, VaultError> {
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Self { _file: file }),
            Err(Errno::WOULDBLOCK) => Err(VaultError::InUse),
            Err(error) => Err(std::io::Error::from(error).into()),
        }
    }
}
