//! What is no file and no folder of the vault's own: links, pipes, folders in a file's place and
//! files in a folder's.
//!
//! Somebody who can write in the folder may put a link there that leads elsewhere, or a pipe that
//! nobody writes into. Following the one would change or remove files outside the vault, reading the
//! other would wait for ever. So before anything is read they get a name that nothing here looks at.
//! Nothing is lost: a link still leads where it led, and what it stood in the place of counts as
//! missing, which the vault can mend or say.

use std::{
    ffi::OsStr,
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use crate::{
    folder::{self, Folder},
    ours::{self, Ours},
    untouched::PAGES,
};

/// How what was put aside is called: this and the name that it had.
const ASIDE: &str = "not-ours-";
/// Folders of a vault lie in each other no deeper than this.
const DEEPEST: usize = 4;

/// Puts aside whatever is neither file nor folder, and whatever is the one where the other belongs.
///
/// Somebody else may have the vault open at this moment, so what was there may be gone.
pub(crate) fn put_aside(folder: &Folder) -> io::Result<()> {
    for name in folder.names()? {
        let path = folder.path().join(&name);
        let Some(ours) = Ours::named(&name) else { continue };
        for path in of_the_other_kind(ours, &path)? {
            unless_gone(rename(&path, folder))?;
        }
        // What only sounds like a folder of ours is somebody's, and so is whatever else they keep in
        // one of damage.
        let all = match ours {
            Ours::Damaged if ours.is_there(&path) => ours::moved_into(&path)?,
            Ours::Damaged => Vec::new(),
            Ours::Store if ours::is_folder(&path) && !ours.is_there(&path) => Vec::new(),
            Ours::File | Ours::Store | Ours::Snapshots => vec![path],
        };
        for path in all {
            unless_gone(put_aside_below(&path, folder, DEEPEST))?;
        }
    }
    Ok(())
}

/// Folders in the place of a file, and files in the place of a folder.
fn of_the_other_kind(ours: Ours, path: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    match ours {
        // Where a file is to be written first, a folder does no harm: the write will say so.
        Ours::File if path.extension() == Some(OsStr::new("new")) => {}
        Ours::File => folders.push(path.to_owned()),
        Ours::Snapshots => {
            folders = ours::named_like_snapshots(path)?;
            files.push(path.to_owned());
        }
        Ours::Store if ours.is_there(path) => files.push(path.join(PAGES)),
        Ours::Store | Ours::Damaged => {}
    }
    folders.retain(|path| ours::is_folder(path));
    files.retain(|path| ours::is_file(path));
    Ok([folders, files].concat())
}

fn put_aside_below(path: &Path, folder: &Folder, deepest: usize) -> io::Result<()> {
    let known = fs::symlink_metadata(path)?;
    if known.is_dir() && deepest > 0 {
        for entry in fs::read_dir(path)? {
            unless_gone(put_aside_below(&entry?.path(), folder, deepest - 1))?;
        }
    } else if !known.is_dir() && !known.is_file() {
        rename(path, folder)?;
    }
    Ok(())
}

fn unless_gone(put: io::Result<()>) -> io::Result<()> {
    match put {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        put => put,
    }
}

/// Out of everything's way, into the vault's own folder, where names that are not ours stay.
fn rename(path: &Path, folder: &Folder) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let aside = folder::free(&folder.path().join(format!("{ASIDE}{name}")));
    folder::change(|| fs::rename(path, aside))
}
