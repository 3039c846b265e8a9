//! The newest sequence that this device has seen of each vault, kept outside the vault's folder.
//!
//! Somebody who can write the vault's folder can put an older copy of it in its place, whole and
//! valid. Only what is kept elsewhere can tell: one small file a vault, named after the vault.
//! Failing to keep it is no error; then nothing is claimed about older copies.

use std::fs;
use std::path::{Path, PathBuf};

use landvast::Device;

use crate::files::{self, Existing};

/// The newest sequence seen of the vault in this folder.
pub(crate) fn sequence_of(state: Option<&Path>, vault: &Path) -> Option<u64> {
    let text = fs::read_to_string(file_of(state?, vault)?).ok()?;
    text.trim().parse().ok()
}

/// Keeps the newest sequence of the vault in this folder, if it can be kept.
pub(crate) fn keep(state: Option<&Path>, vault: &Path, sequence: u64, device: &Device) {
    let Some((state, file)) = state.and_then(|state| Some((state, file_of(state, vault)?))) else {
        return;
    };
    if files::make_private_folder(state).is_err() {
        return;
    }
    let Ok(coming) = files::Coming::begin(&file, Existing::Replace, device) else { return };
    let _ = coming.finish(format!("{sequence}\n").as_bytes());
}

/// What is kept about one vault, found while the vault still has a name.
pub(crate) struct Known(Option<PathBuf>);

impl Known {
    pub(crate) fn of(state: Option<&Path>, vault: &Path) -> Self {
        Self(state.and_then(|state| file_of(state, vault)))
    }

    /// Forgets it: the vault is gone.
    pub(crate) fn forget(self) {
        if let Some(file) = self.0 {
            let _ = fs::remove_file(file);
        }
    }
}

/// A vault keeps its name when its folder is moved; an unreadable one has none, and says so itself.
fn file_of(state: &Path, vault: &Path) -> Option<PathBuf> {
    let name = landvast::identify(vault).ok()?;
    Some(state.join(format!("{name}.sequence")))
}
