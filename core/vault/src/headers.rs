//! The two copies of the header: which one counts, and how both are changed.
//!
//! The newer whole copy counts if a secret proves it. If it does not, it may be one that somebody
//! made up, or that strayed in from another vault; then the other copy is tried, and the one that
//! is proven counts. A newer copy that was written by whoever had the same data key is no stray,
//! though: what it no longer lets in stays out.

use std::{
    fs,
    path::{Path, PathBuf},
};

use landvast_seal::{DataKey, Header, HeaderState, Key, Keys, SealError};

use crate::{
    Guard, Guards, Part, VaultError,
    folder::{self, Folder},
};

/// The whole copies, the newest first.
#[derive(Debug)]
pub(crate) struct Copies {
    whole: Vec<Header>,
    /// Whether a copy is missing or damaged.
    any_lost: bool,
    guards: Guards,
}

/// A header that a secret proved.
pub(crate) struct Proven {
    pub(crate) header: Header,
    pub(crate) data_key: DataKey,
    /// Whether the other copy is missing, damaged or another one.
    pub(crate) differ: bool,
    /// Whether the owner has begun to erase the vault.
    pub(crate) is_erasing: bool,
}

/// Reads both copies.
///
/// A copy that a later version wrote is not argued with, even if the other one could be read.
pub(crate) fn read(folder: &Folder) -> Result<Copies, VaultError> {
    let mut copies = Vec::new();
    let guards = folder.guards();
    let count = if guards.has(Guard::SecondHeader) { 2 } else { 1 };
    for path in folder.headers().into_iter().take(count) {
        copies.push(read_copy(&path)?);
    }
    if copies.contains(&Err(SealError::NewerFormat)) {
        return Err(VaultError::NewerFormat);
    }
    let any_lost = copies.iter().any(Result::is_err);
    let mut whole: Vec<Header> = copies.into_iter().flatten().collect();
    whole.sort_by_key(|header| core::cmp::Reverse(header.revision));
    whole.dedup();
    if whole.is_empty() {
        return Err(VaultError::HEADER);
    }
    Ok(Copies { whole, any_lost, guards })
}

impl Copies {
    /// The newest copy; `None` if nothing opens this vault any more.
    pub(crate) fn newest(&self) -> Option<&Header> {
        self.in_use().next()
    }

    /// Whether a copy says that the vault is being erased.
    pub(crate) fn any_erasing(&self) -> bool {
        self.whole.iter().any(|header| header.state == HeaderState::Erasing)
    }

    /// Whether a copy of this vault leads to another log than `header`, or to another data key.
    pub(crate) fn any_of_another_log(&self, header: &Header) -> bool {
        let leads_to = |copy: &Header| (copy.life, copy.epoch);
        let mut of_this_vault = self.whole.iter().filter(|copy| copy.vault == header.vault);
        of_this_vault.any(|copy| leads_to(copy) != leads_to(header))
    }

    /// Finds the copy that `key` proves. `belongs` says whether what lies in the folder was sealed
    /// with these keys; it is asked only when the copies are not even of one vault.
    pub(crate) fn prove(
        &self,
        key: Key<'_>,
        belongs: impl Fn(&Header, &Keys) -> bool,
    ) -> Result<Proven, SealError> {
        let are_of_one_vault = self
            .whole
            .iter()
            .all(|copy| self.whole.first().is_some_and(|first| first.vault == copy.vault));
        let mut opened = None;
        let mut refused = Vec::new();
        for header in self.in_use() {
            let unlocked = if self.guards.has(Guard::HeaderMac) {
                header.unlock(key)
            } else {
                header.unlock_unproven(key)
            };
            match unlocked {
                Ok(data_key) => {
                    let keys = data_key.derive_keys(header.vault);
                    let fits = are_of_one_vault || belongs(header, &keys);
                    if fits {
                        opened = Some((header, data_key, keys));
                        break;
                    }
                    opened.get_or_insert((header, data_key, keys));
                }
                Err(error) => refused.push(error),
            }
        }
        let Some((header, data_key, keys)) = opened else { return Err(worst(&refused)) };

        let is_newer = |copy: &&Header| copy.revision > header.revision && copy.is_by(&keys);
        let newer = self.whole.iter().find(is_newer).map(|copy| copy.state);
        if newer == Some(HeaderState::InUse) {
            return Err(worst(&refused));
        }
        let differ = self.any_lost || self.whole.len() > 1;
        let is_erasing = newer == Some(HeaderState::Erasing);
        Ok(Proven { header: header.clone(), data_key, differ, is_erasing })
    }

    fn in_use(&self) -> impl Iterator<Item = &Header> {
        self.whole.iter().filter(|header| header.state == HeaderState::InUse)
    }
}

/// Of several refusals the one to tell: a wrong secret before all, for that is what the person can
/// mend.
fn worst(refused: &[SealError]) -> SealError {
    let wrong = refused.iter().find(|error| **error == SealError::WrongSecret);
    *wrong.or(refused.first()).unwrap_or(&SealError::NoSuchKey)
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
        folder::commit_over(&fresh, &path)?;
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
