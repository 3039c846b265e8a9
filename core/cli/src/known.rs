//! How new each vault was when this device last saw it, kept outside the vault's folder.
//!
//! Somebody who can write the vault's folder can put an older copy of it in its place, whole and
//! valid. Only what is kept elsewhere can tell: one small file a vault, named after the vault.
//! Failing to keep it is no error; then nothing is claimed about older copies.
//!
//! ```text
//! 12 3                  the newest sequence, and the newest revision of the header
//! older 2026-03-01 15   since then somebody goes on with an older copy; the newest had 15
//! ```
//! The second line stands there from the first change to an older copy until its owner says that
//! they know: from that change on the numbers alone would say that all is well.

use std::fs;
use std::path::{Path, PathBuf};

use landvast::{Device, Known};

use crate::files::{self, Existing};

/// What was seen of the vault in this folder.
pub(crate) fn of(state: Option<&Path>, vault: &Path) -> Option<Known> {
    let text = fs::read_to_string(file_of(state?, vault)?).ok()?;
    let mut numbers = text.split_whitespace().map(|number| number.parse().ok());
    let sequence = numbers.next()??;
    // An earlier build kept the sequence alone.
    Some(Known { sequence, revision: numbers.next().flatten().unwrap_or_default() })
}

/// An older copy with which somebody went on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Older {
    /// The day of the first change to it, as `2026-03-01`.
    pub(crate) since: String,
    /// The newest sequence of what it took the place of.
    pub(crate) newest: u64,
}

/// Whether the vault in this folder, which stands at `sequence`, is an older copy with which
/// somebody went on.
///
/// One that has leapt over all that was known is no such copy: the newer one is back.
pub(crate) fn older(state: Option<&Path>, vault: &Path, sequence: u64) -> Option<Older> {
    let known = of(state, vault)?;
    let text = fs::read_to_string(file_of(state?, vault)?).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("older "))?;
    let (since, newest) = line.split_once(' ')?;
    let older = Older { since: since.to_owned(), newest: newest.trim().parse().ok()? };
    let is_back = known.sequence < older.newest && older.newest <= sequence;
    (!is_back).then_some(older)
}

/// Keeps how new the vault in this folder is, if it can be kept.
pub(crate) fn keep(
    state: Option<&Path>,
    vault: &Path,
    (known, older): (Known, Option<&Older>),
    device: &Device,
) {
    let Some((state, file)) = state.and_then(|state| Some((state, file_of(state, vault)?))) else {
        return;
    };
    if files::make_private_folder(state).is_err() {
        return;
    }
    let Ok(coming) = files::Coming::begin(&file, Existing::Replace, device) else { return };
    let Known { sequence, revision } = known;
    let older = older.map(|older| format!("older {} {}\n", older.since, older.newest));
    let text = format!("{sequence} {revision}\n{}", older.unwrap_or_default());
    let _ = coming.finish(text.as_bytes());
}

/// Forgets what is kept about the vault in this folder.
pub(crate) fn forget(state: Option<&Path>, vault: &Path) {
    if let Some(file) = state.and_then(|state| file_of(state, vault)) {
        let _ = fs::remove_file(file);
    }
}

/// A vault keeps its name when its folder is moved; an unreadable one has none, and says so itself.
fn file_of(state: &Path, vault: &Path) -> Option<PathBuf> {
    let name = landvast::identify(vault).ok()?;
    Some(state.join(format!("{name}.sequence")))
}
