//! The two copies of the header: which one counts, and how both are changed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use landvast_seal::{Header, SealError};

use crate::{
    Part, VaultError,
    folder::{self, Folder},
};

/// What the two copies say.
pub(crate) struct Headers {
    /// The newer whole one.
    pub(crate) current: Header,
    /// Whether the other copy is missing, damaged or older.
    pub(crate) differ: bool,
}

/// Reads both copies. The newer whole one counts.
pub(crate) fn read(folder: &Folder) -> Result<Headers, VaultError> {
    let mut copies = Vec::new();
    for path in folder.headers() {
        copies.push(read_copy(&path)?);
    }
    if copies.contains(&Err(SealError::NewerFormat)) {
        return Err(VaultError::NewerFormat);
    }
    let whole = copies.iter().flatten();
    let newest = whole.max_by_key(|header| (header.epoch, header.revision));
    let current = newest.cloned().ok_or(VaultError::HEADER)?;
    let differ = copies.iter().any(|copy| copy.as_ref() != Ok(&current));
    Ok(Headers { current, differ })
}

/// Both copies, written and synced beside the old ones. Everything that can find the disk full has
/// happened then.
#[must_use]
pub(crate) struct Prepared([(PathBuf, PathBuf); 2]);

pub(crate) fn prepare(folder: &Folder, header: &Header) -> Result<Prepared, VaultError> {
    let bytes = header.to_bytes();
    let [first, second] = folder.headers();
    let prepared =
        [(folder::prepare(&first, &bytes)?, first), (folder::prepare(&second, &bytes)?, second)];
    Ok(Prepared(prepared))
}

/// Puts both copies in their places. The change counts from the first rename on.
pub(crate) fn commit(prepared: Prepared) -> Result<(), VaultError> {
    for (fresh, path) in prepared.0 {
        folder::commit(&fresh, &path)?;
    }
    Ok(())
}

/// Removes what an interrupted change left behind: it never counted.
pub(crate) fn remove_leftovers(folder: &Folder) {
    for path in folder.headers() {
        let mut name = path.into_os_string();
        name.push(".new");
        // Left for the next time if it cannot be removed: it harms nobody.
        let _ = fs::remove_file(Path::new(&name));
    }
}

fn read_copy(path: &Path) -> Result<Result<Header, SealError>, VaultError> {
    let Some(bytes) = folder::read_at_most(path, Header::LONGEST)? else {
        return Ok(Err(SealError::Damaged));
    };
    Ok(Header::read(&bytes))
}

/// What a header that does not open means.
pub(crate) fn error(error: SealError) -> VaultError {
    VaultError::from_seal(error, Part::Header)
}
