//! What in the folder is the vault's own, and what is somebody else's.
//!
//! People keep things beside each other: a table called `store.2024.xlsx`, a folder with pictures
//! called `damaged-house`. So a name that begins like one of ours is not enough. Ours is what has
//! exactly a name that a vault gives and is of the kind, file or folder, that it makes there. What
//! salvage moves aside gets a name that its caller chooses; such a folder is known by what is in it,
//! and of what is in it only that is ours. The rest is neither read, counted, moved nor removed.

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    folder::{self, DAMAGED, Folder, SNAPSHOTS, STORE, UNFINISHED},
    untouched::HELD,
};

/// The files of a vault, but those that an epoch or damage gives a name of its own.
const FILES: [&str; 8] =
    ["lock", "header", "header.2", "header.new", "header.2.new", "mark", "guesses", "reserve"];

/// What a name in the vault's folder stands for, if it is one that a vault gives.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Ours {
    /// One of its files.
    File,
    /// The store of an epoch, or a copy of it.
    Store,
    /// The folder of the snapshots.
    Snapshots,
    /// A folder that damage was moved into, perhaps.
    Damaged,
}

/// A store or a snapshot, and the epoch that it is of.
#[derive(Clone, Debug)]
pub(crate) struct OfEpoch {
    pub(crate) epoch: u32,
    pub(crate) path: PathBuf,
}

impl Ours {
    /// What a name stands for. Whether what has it is of that kind, [`is_there`](Self::is_there)
    /// tells.
    pub(crate) fn named(name: &str) -> Option<Self> {
        if FILES.contains(&name) {
            return Some(Self::File);
        }
        if name == SNAPSHOTS {
            return Some(Self::Snapshots);
        }
        if epoch_of_store(name).is_some() {
            return Some(Self::Store);
        }
        let given = name.strip_prefix(DAMAGED)?;
        is_name_for_damage(given).then_some(Self::Damaged)
    }

    /// Whether what lies there is what a vault would have made. Links are nothing of ours.
    pub(crate) fn is_there(self, path: &Path) -> bool {
        match self {
            Self::File => is_file(path),
            Self::Store => is_folder(path) && is_of_store(path),
            Self::Snapshots => is_folder(path),
            Self::Damaged => is_folder(path) && is_of_damage(path),
        }
    }
}

impl Folder {
    /// Everything that is the vault's own.
    pub(crate) fn ours(&self) -> io::Result<Vec<PathBuf>> {
        Ok(self.all_ours()?.into_iter().map(|(_, path)| path).collect())
    }

    /// Everything that was moved aside.
    pub(crate) fn all_damaged(&self) -> io::Result<Vec<PathBuf>> {
        let mut found = self.all_ours()?;
        found.retain(|(ours, _)| *ours == Ours::Damaged);
        Ok(found.into_iter().map(|(_, path)| path).collect())
    }

    /// The folder that damage was being moved into when that was cut short.
    pub(crate) fn unfinished_damaged(&self) -> io::Result<Option<PathBuf>> {
        let is_unfinished = |path: &PathBuf| name_of(path).ends_with(UNFINISHED);
        Ok(self.all_damaged()?.into_iter().find(is_unfinished))
    }

    /// Everything that belongs to another epoch than this one, its stores first.
    pub(crate) fn of_other_epochs(&self, epoch: u32) -> io::Result<Vec<OfEpoch>> {
        let mut found = self.of_all_epochs()?;
        found.retain(|other| other.epoch != epoch);
        Ok(found)
    }

    /// Everything that belongs to an epoch, stores first.
    pub(crate) fn of_all_epochs(&self) -> io::Result<Vec<OfEpoch>> {
        let mut found = Vec::new();
        for (_, path) in self.all_ours()? {
            let of = epoch_of_store(&name_of(&path));
            found.extend(of.map(|epoch| OfEpoch { epoch, path }));
        }
        for path in snapshots_in(&self.snapshots())? {
            let of = epoch_of_snapshot(&name_of(&path));
            found.extend(of.map(|epoch| OfEpoch { epoch, path }));
        }
        Ok(found)
    }

    fn all_ours(&self) -> io::Result<Vec<(Ours, PathBuf)>> {
        let mut found = Vec::new();
        for name in self.names()? {
            let path = self.path().join(&name);
            let ours = Ours::named(&name).filter(|ours| ours.is_there(&path));
            found.extend(ours.map(|ours| (ours, path)));
        }
        Ok(found)
    }
}

/// What was moved into a folder of damage.
pub(crate) fn moved_into(aside: &Path) -> io::Result<Vec<PathBuf>> {
    let names = folder::names_in(aside)?;
    let paths = names.iter().map(|name| aside.join(name));
    Ok(paths.filter(|path| was_moved(path)).collect())
}

/// Removes what is ours. Of a folder in which others put something, only that stays.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    let inside = match Ours::named(&name_of(path)) {
        Some(Ours::Snapshots) => snapshots_in(path)?,
        Some(Ours::Damaged) => moved_into(path)?,
        Some(Ours::File | Ours::Store) | None => return folder::remove_if_there(path),
    };
    for inner in inside {
        folder::remove_if_there(&inner)?;
    }
    match folder::change(|| fs::remove_dir(path)) {
        Err(error)
            if !matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::DirectoryNotEmpty
            ) =>
        {
            Err(error)
        }
        _ => Ok(()),
    }
}

/// Whether damage may be moved into a folder that is called this, after what all of them begin with.
pub(crate) fn is_name_for_damage(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    !name.is_empty() && name.chars().all(is_plain)
}

/// Whether a folder is one that a store was kept in: something of it is there, or nothing yet.
fn is_of_store(store: &Path) -> bool {
    let Ok(names) = folder::names_in(store) else { return true };
    let is_kept = |name: &String| {
        ["db", "conf", "blobs", HELD].contains(&name.as_str()) || name.starts_with("snap.")
    };
    names.is_empty() || names.iter().any(is_kept)
}

/// Whether a folder is one that damage was moved into. While that is not finished its name is enough:
/// perhaps nothing is in it yet, and what is still to be moved must not be taken for rubbish. One in
/// which nothing is was made for that and not used; whoever else made it has nothing to lose.
fn is_of_damage(aside: &Path) -> bool {
    let Ok(names) = folder::names_in(aside) else { return false };
    let is_any_moved = || names.iter().any(|name| was_moved(&aside.join(name)));
    name_of(aside).ends_with(UNFINISHED) || names.is_empty() || is_any_moved()
}

fn was_moved(path: &Path) -> bool {
    let name = name_of(path);
    let name = without_turn(&name);
    if epoch_of_store(name).is_some() {
        return is_folder(path);
    }
    (name == "mark" || epoch_of_snapshot(name).is_some()) && is_file(path)
}

/// The snapshots that are ours in the folder of snapshots.
fn snapshots_in(snapshots: &Path) -> io::Result<Vec<PathBuf>> {
    let mut named = named_like_snapshots(snapshots)?;
    named.retain(|path| is_file(path));
    Ok(named)
}

/// Whatever has the name of a snapshot in the folder of snapshots, file or not.
pub(crate) fn named_like_snapshots(snapshots: &Path) -> io::Result<Vec<PathBuf>> {
    if !is_folder(snapshots) {
        return Ok(Vec::new());
    }
    let mut names = folder::names_in(snapshots)?;
    names.retain(|name| epoch_of_snapshot(name).is_some());
    Ok(names.iter().map(|name| snapshots.join(name)).collect())
}

/// `store.7`, and the same with `.untouched`, `.earlier` or `.half`.
fn epoch_of_store(name: &str) -> Option<u32> {
    let name = name.strip_prefix(STORE)?;
    match name.split_once('.') {
        None => number(name),
        Some((epoch, "untouched" | "earlier" | "half")) => number(epoch),
        Some(_) => None,
    }
}

/// `7.1` and `7.2`, and the same while they are written.
fn epoch_of_snapshot(name: &str) -> Option<u32> {
    match name.split_once('.')? {
        (epoch, "1" | "2" | "1.new" | "2.new") => number(epoch),
        _ => None,
    }
}

/// A number as it is written by us: no zeros before it and no sign.
fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| number.to_string() == text)
}

/// The name without what [`folder::free`] added to it.
fn without_turn(name: &str) -> &str {
    match name.rsplit_once('-') {
        Some((before, turn)) if number(turn).is_some_and(|turn| turn > 1) => before,
        _ => name,
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map(OsStr::to_string_lossy).unwrap_or_default().into_owned()
}

/// Whether a file lies there, and not a link to one.
pub(crate) fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|known| known.is_file())
}

/// Whether a folder lies there, and not a link to one.
pub(crate) fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|known| known.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_names_that_a_vault_gives_are_ours() {
        for name in [
            "lock",
            "header.2.new",
            "mark",
            "snapshots",
            "store.1",
            "store.12.untouched",
            "store.3.earlier",
        ] {
            assert!(Ours::named(name).is_some(), "{name}");
        }
        for name in ["damaged-newer", "damaged-20260301T100000Z-2", "damaged-2026-03-01.part"] {
            assert_eq!(Ours::named(name), Some(Ours::Damaged), "{name}");
        }
        for name in [
            "store.txt",
            "store.2024.xlsx",
            "store.1.bak",
            "store.01",
            "store.+1",
            "store.1.",
            "store.4294967296",
            "damaged-",
            "damaged-my house",
            "marks",
            "header.3",
            "Snapshots",
        ] {
            assert_eq!(Ours::named(name), None, "{name}");
        }
        for name in ["7.txt", "2025.1.jpg", "1", "1.3", "01.1"] {
            assert_eq!(epoch_of_snapshot(name), None, "{name}");
        }
        assert_eq!(epoch_of_snapshot("7.2.new"), Some(7));
    }

    #[test]
    fn a_folder_with_pictures_of_a_year_is_no_store() {
        let home = tempfile::tempdir().unwrap();
        let pictures = home.path().join("store.2024");
        fs::create_dir(&pictures).unwrap();
        assert!(Ours::Store.is_there(&pictures));
        fs::write(pictures.join("roof.jpg"), "").unwrap();
        assert!(!Ours::Store.is_there(&pictures));
        // What a computer puts into every folder does not make a store somebody else's.
        fs::write(pictures.join("db"), "").unwrap();
        assert!(Ours::Store.is_there(&pictures));
    }

    #[test]
    fn a_folder_of_damage_is_known_by_what_was_moved_into_it() {
        let home = tempfile::tempdir().unwrap();
        let aside = home.path().join("damaged-house");
        fs::create_dir_all(aside.join("store.2-2")).unwrap();
        for name in ["1.2-3", "mark-2"] {
            fs::write(aside.join(name), "").unwrap();
        }
        assert!(Ours::Damaged.is_there(&aside));
        assert_eq!(moved_into(&aside).unwrap().len(), 3);

        for stranger in ["roof.jpg", "store.1", "mark-one", "store.2-1"] {
            let aside = home.path().join(format!("damaged-{stranger}"));
            fs::create_dir(&aside).unwrap();
            assert!(Ours::Damaged.is_there(&aside));
            fs::write(aside.join(stranger), "").unwrap();
            assert!(!Ours::Damaged.is_there(&aside), "{stranger}");
            let unfinished = home.path().join(format!("damaged-{stranger}.part"));
            fs::rename(&aside, &unfinished).unwrap();
            assert!(Ours::Damaged.is_there(&unfinished), "{stranger}");
        }
    }
}
