//! Making a vault: built whole beside its place, then renamed into it. Before that rename there is
//! no vault, after it there is a whole one.

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use landvast_model::{Action, Book};
use landvast_seal::{
    DataKey, Header, KdfCost, Key, Keys, Place, Record, RecordHash, Secret, Snapshot, VaultId,
};

use crate::{
    Around, Part, Random, Vault, VaultError,
    folder::{self, Folder},
    guesses,
    headers::{self, Headers},
    lock::Lock,
    mark::MarkFile,
    open::Closed,
    payload,
    snapshots::Snapshots,
    store::Sled,
    vault::{make_random, make_slot},
    worker::Worker,
};

/// The first record of a vault.
#[derive(Clone, Copy, Debug)]
pub enum First<'a> {
    /// A new plan begins with an action, number 1.
    Action(&'a Action),
    /// A plan that existed elsewhere comes as a whole, with the history that is kept of it.
    Book {
        /// The book; its number is the number of the record.
        book: &'a Book,
        /// Earlier actions.
        history: &'a [Action],
    },
}

const FIRST_EPOCH: u32 = 1;

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
        let sequence = first_sequence(first)?;
        let (parent, name) = parent_and_name(path)?;
        refuse_if_taken(path)?;

        // The slow part comes first: nothing is on disk yet.
        let (header, data_key) = make_header(keys, cost, &mut around.random)?;

        fs::create_dir_all(&parent)?;
        let target = fs::canonicalize(&parent)?.join(name);
        let mut building = target.clone().into_os_string();
        building.push(".new");
        let (folder, lock) = make_empty(PathBuf::from(building))?;
        fill(&folder, &lock, &header, &data_key, sequence, first, &mut around)
            .and_then(|()| put_in_place(&folder, &target))
            .inspect_err(|_| drop(fs::remove_dir_all(folder.path())))?;

        let headers = Headers { current: header, differ: false };
        let closed = Closed { folder: Folder::at(target), lock, headers, data_key, around };
        let (vault, _) = closed.open(Sled::open)?;
        Ok(vault)
    }
}

fn first_sequence(first: First<'_>) -> Result<u64, VaultError> {
    match first {
        First::Action(action) if action.seq == 1 => Ok(1),
        First::Book { book, .. } if book.seq > 0 => Ok(book.seq),
        First::Action(_) | First::Book { .. } => Err(VaultError::OutOfOrder),
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
    let data_key = DataKey::make(
        Secret::fill_with(|bytes| random(bytes)).map_err(|_| VaultError::NoRandomness)?,
    );
    let mut slots = Vec::new();
    for key in keys {
        slots.push(make_slot(*key, cost, &data_key, FIRST_EPOCH, vault, random)?);
    }
    let derived = data_key.derive_keys(vault);
    let header = Header::new(&derived, FIRST_EPOCH, 1, slots).map_err(headers::error)?;
    Ok((header, data_key))
}

/// An empty, locked folder to build in. What an earlier attempt left is removed: it never was a
/// vault. Whatever else is there is not ours to remove.
fn make_empty(path: PathBuf) -> Result<(Folder, Arc<Lock>), VaultError> {
    let folder = Folder::at(path);
    if folder.path().exists() {
        let ours = [
            "lock",
            "header",
            "header.2",
            "header.new",
            "header.2.new",
            "mark",
            "guesses",
            "snapshots",
            "reserve",
        ];
        let is_ours = |name: &String| ours.contains(&name.as_str()) || name.starts_with("store.");
        if !folder.names()?.iter().all(is_ours) {
            return Err(VaultError::AlreadyThere);
        }
        let _held = Lock::take(&folder.lock())?;
        fs::remove_dir_all(folder.path())?;
    }
    folder::make_private(folder.path())?;
    let lock = Arc::new(Lock::take(&folder.lock())?);
    Ok((folder, lock))
}

/// Everything that a vault holds, header last.
fn fill(
    folder: &Folder,
    lock: &Arc<Lock>,
    header: &Header,
    data_key: &DataKey,
    sequence: u64,
    first: First<'_>,
    around: &mut Around,
) -> Result<(), VaultError> {
    folder.has_room_for(0)?;
    let keys = data_key.derive_keys(header.vault);
    let place = Place { epoch: FIRST_EPOCH, sequence };

    let sealed = seal_first(&keys, place, first, &mut around.random)?;
    let hash = RecordHash::of(&sealed);
    let path = folder.store(FIRST_EPOCH);
    let open = Box::new(move || Sled::create(&path));
    let mut worker = Worker::start(open, Arc::clone(lock), around.deadline)?;
    worker.ask(move |store| store.append(sequence, &sealed))?;
    worker.close()?;

    let book = match first {
        First::Action(action) => {
            let mut book = Book::default();
            book.apply(action);
            payload::of(&book)?
        }
        First::Book { book, .. } => payload::of(book)?,
    };
    let nonce = make_random(&mut around.random)?;
    let snapshot = Snapshot::seal(&keys, place, hash, &book, nonce)
        .map_err(|error| VaultError::from_seal(error, Part::Store))?;
    folder::make_private(&folder.snapshots())?;
    Snapshots::none(FIRST_EPOCH).write(folder, sequence, &snapshot)?;

    MarkFile::open(&folder.mark())?.write(&keys, place)?;
    fs::write(folder.guesses(), guesses::to_bytes(0, std::time::Duration::ZERO))?;
    folder.keep_reserve();
    headers::commit(headers::prepare(folder, header)?)
}

/// The rename that makes it a vault.
fn put_in_place(folder: &Folder, target: &Path) -> Result<(), VaultError> {
    folder::sync_tree(folder.path())?;
    match folder::commit(folder.path(), target) {
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

fn seal_first(
    keys: &Keys,
    place: Place,
    first: First<'_>,
    random: &mut Random,
) -> Result<Vec<u8>, VaultError> {
    let (kind, content) = payload::of_first(first)?;
    Record::seal(keys, place, RecordHash::NONE, kind, &content, make_random(random)?)
        .map_err(|error| VaultError::from_seal(error, Part::Store))
}
