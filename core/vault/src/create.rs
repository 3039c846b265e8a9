//! Making a vault: built whole beside its place, then renamed into it. Before that rename there is
//! no vault, after it there is a whole one.

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use landvast_model::{Action, Book, keep::Keep};
use landvast_seal::{DataKey, Header, KdfCost, Key, LONGEST_PAYLOAD, Mark, Place, VaultId};

use crate::{
    Around, Random, Vault, VaultError,
    begin::{self, Beginning, Site},
    erase,
    folder::{self, Folder},
    guesses, headers,
    lock::Lock,
    mark::MarkFile,
    open::Closed,
    ours,
    payload::{self, WholeBook},
    store::Sled,
    vault::{make_data_key, make_random, make_slot},
};

/// The first record of a vault.
#[derive(Clone, Copy, Debug)]
pub enum First<'a> {
    /// A new plan begins with an action, number 1.
    Action(&'a Action),
    /// A plan that existed elsewhere comes as a whole, with the history that is kept of it: of one that
    /// no record can hold, fewer earlier wordings come along. The number of the record is that of the
    /// plan.
    Book {
        /// What the history begins with; the plan itself, if it has none.
        base: &'a Book,
        /// Every action since, the newest last.
        history: &'a [Action],
    },
}

const FIRST_EPOCH: u32 = 1;
const FIRST_LIFE: u32 = 1;

impl Vault {
    /// Makes a vault at `path` that every one of `keys` opens, with its first record, and leaves
    /// it open. `cost` is what guessing the passphrase will cost.
    ///
    /// Whoever makes a recovery code shows it and has it confirmed before calling this: from here
    /// on the code counts.
    ///
    /// # Errors
    /// [`VaultError::AlreadyThere`] if anything but an empty folder is at `path`;
    /// [`VaultError::NoSuchKey`] without any key; [`VaultError::OutOfOrder`] if the first action
    /// does not have number 1, or a book no number; [`VaultError::StorageFull`] and whatever else
    /// the system refuses, in which case nothing was made.
    pub fn create(
        path: &Path,
        keys: &[Key<'_>],
        cost: KdfCost,
        first: First<'_>,
        mut around: Around,
    ) -> Result<Self, VaultError> {
        let beginning = beginning(first)?;
        let (parent, name) = parent_and_name(path)?;
        erase::resume(path)?;
        erase::remove_if_last(&Folder::at(path.to_owned()));
        refuse_if_taken(path)?;

        // The slow part comes first: nothing is on disk yet.
        let (header, data_key) = make_header(keys, cost, &mut around.random)?;

        fs::create_dir_all(&parent)?;
        let target = fs::canonicalize(&parent)?.join(name);
        let mut building = target.clone().into_os_string();
        building.push(".new");
        let building = Folder::at(PathBuf::from(building)).guarded_by(around.guards);
        let (folder, lock) = make_empty(building)?;
        let built = folder.path().to_owned();
        fill(&folder, &lock, &header, &data_key, &beginning, &mut around)
            .and_then(|()| put_in_place(&folder, &target))
            .inspect_err(|_| drop(fs::remove_dir_all(&built)))?;

        let held = Arc::clone(&lock);
        let folder = Folder::at(target.clone()).guarded_by(around.guards);
        let closed = Closed { folder, lock, header, differ: false, data_key, around };
        let made = open_made(closed, &parent);
        if made.is_err() && fs::rename(&target, &built).is_ok() {
            // Nobody was told that there is a vault, so there is none.
            let _ = fs::remove_dir_all(&built);
        }
        drop(held);
        made
    }
}

/// Makes the name of a new vault durable and opens it.
fn open_made(closed: Closed, parent: &Path) -> Result<Vault, VaultError> {
    folder::sync_folder(parent)?;
    let found = closed.read(Sled::open)?;
    let (vault, _) = closed.settle(found)?;
    Ok(vault)
}

fn beginning(first: First<'_>) -> Result<Beginning, VaultError> {
    match first {
        First::Action(action) if action.seq == 1 => Beginning::with_action(action),
        First::Action(_) => Err(VaultError::OutOfOrder),
        First::Book { base, history } => {
            let mut whole = WholeBook::of(base.clone(), history.to_vec());
            let mut content = payload::of(&whole)?;
            if content.len() > LONGEST_PAYLOAD {
                let book = whole.book;
                (whole, content) = WholeBook::kept(base, history, &book, &Keep::default())?;
            }
            let beginning = Beginning::with_book(whole, content);
            if beginning.sequence() == 0 { Err(VaultError::OutOfOrder) } else { Ok(beginning) }
        }
    }
}

fn parent_and_name(path: &Path) -> Result<(PathBuf, &OsStr), VaultError> {
    let name = path.file_name().ok_or(VaultError::Io(io::ErrorKind::InvalidInput))?;
    let parent = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    Ok((parent.to_owned(), name))
}

fn refuse_if_taken(path: &Path) -> Result<(), VaultError> {
    match fs::read_dir(path).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(VaultError::AlreadyThere),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Err(VaultError::AlreadyThere),
        Err(error) => Err(error.into()),
    }
}

fn make_header(
    keys: &[Key<'_>],
    cost: KdfCost,
    random: &mut Random,
) -> Result<(Header, DataKey), VaultError> {
    let vault = VaultId(make_random(random)?);
    let data_key = make_data_key(random)?;
    let mut slots = Vec::new();
    for key in keys {
        slots.push(make_slot(*key, cost, &data_key, FIRST_LIFE, vault, random)?);
    }
    let derived = data_key.derive_keys(vault);
    let header = Header::first(&derived, slots).map_err(headers::error)?;
    Ok((header, data_key))
}

/// An empty, locked folder to build in. What an earlier attempt left is removed: it never was a
/// vault. Whatever else is there is not ours to remove.
fn make_empty(folder: Folder) -> Result<(Folder, Arc<Lock>), VaultError> {
    if folder.path().exists() {
        let left = folder.ours()?;
        if left.len() != folder.names()?.len() || !folder.all_damaged()?.is_empty() {
            return Err(VaultError::AlreadyThere);
        }
        let _held = take_lock(&folder)?;
        folder.ours()?.iter().try_for_each(|path| ours::remove(path))?;
        match fs::remove_dir(folder.path()) {
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {
                return Err(VaultError::AlreadyThere);
            }
            removed => removed?,
        }
    }
    folder::make_private(folder.path())?;
    let lock = Arc::new(take_lock(&folder)?);
    Ok((folder, lock))
}

/// A place that is gone a moment after it was there is one that somebody else builds in.
fn take_lock(folder: &Folder) -> Result<Lock, VaultError> {
    Lock::take(folder).map_err(|error| match error {
        VaultError::NoVault => VaultError::InUse,
        other => other,
    })
}

/// Everything that a vault holds, header last.
fn fill(
    folder: &Folder,
    lock: &Arc<Lock>,
    header: &Header,
    data_key: &DataKey,
    beginning: &Beginning,
    around: &mut Around,
) -> Result<(), VaultError> {
    let keys = data_key.derive_keys(header.vault);
    let site = Site { folder, lock, patience: around.patience() };
    begin::log(&site, &keys, FIRST_EPOCH, beginning, &mut around.random)?;

    let newest = Place { epoch: FIRST_EPOCH, sequence: beginning.sequence() };
    let mark = Mark { newest, revision: header.revision };
    MarkFile::open(&folder.mark())?.write(&keys, mark)?;
    fs::write(folder.guesses(), guesses::to_bytes(0, std::time::Duration::ZERO))?;
    folder.keep_reserve();
    headers::commit(headers::prepare(folder, header)?)
}

/// The rename that makes it a vault.
fn put_in_place(folder: &Folder, target: &Path) -> Result<(), VaultError> {
    folder::sync_tree(folder.path())?;
    match folder::change(|| fs::rename(folder.path(), target)) {
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists
            ) =>
        {
            Err(VaultError::AlreadyThere)
        }
        outcome => Ok(outcome?),
    }
}
