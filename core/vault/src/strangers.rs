//! What is no file and no folder of the vault's own: links, pipes, folders in a file's place.
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
    path::Path,
};

use crate::{
    folder::{self, Folder},
    ours::{self, Ours},
};

/// How what was put aside is called: this and the name that it had.
const ASIDE: &str = "not-ours-";
/// Folders of a vault lie in each other no deeper than this.
const DEEPEST: usize = 4;

/// Puts aside whatever is neither file nor folder, and whatever is a folder where a file belongs.
///
/// Somebody else may have the vault open at this moment, so what was there may be gone.
pub(crate) fn put_aside(folder: &Folder) -> io::Result<()> {
    for name in folder.names()? {
        let path = folder.path().join(&name);
        let Some(ours) = Ours::named(&name) else { continue };
        // Where a file is to be written first, a folder does no harm: the write will say so.
        if ours == Ours::File && path.extension() != Some(OsStr::new("new")) {
            unless_gone(put_aside_folder(&path, folder))?;
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

fn put_aside_folder(path: &Path, folder: &Folder) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() { rename(path, folder) } else { Ok(()) }
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
