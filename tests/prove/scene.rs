//! What a vault looks like before a deed, and what may be said of it after.

use std::fs;
use std::path::{Path, PathBuf};

use landvast::{KdfCost, Keeper, Opening, WorkFactor, read_backup_words};
use landvast_seal::{Key, Passphrase};
use landvast_tests::{folder, owner};
use landvast_vault::{First, Vault};

use crate::deed::{self, Deed, SIX_WORDS, around, backup_of};
use crate::judge::Mercy;
use crate::keys::{NEW_WORDS, OLD_WORDS, old_key};
use crate::words::{Author, action};

/// A deed, and how many actions the vault has before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scene {
    pub(crate) deed: Deed,
    pub(crate) actions: u64,
}

impl Scene {
    /// Everything that is done to a vault.
    pub(crate) const ALL: &[Self] = &[
        Self { deed: Deed::Create, actions: 0 },
        Self { deed: Deed::Write(4, Author::USUAL), actions: 33 },
        Self { deed: Deed::Chapters(4), actions: 3 },
        Self { deed: Deed::Lock, actions: 52 },
        Self { deed: Deed::Rekey, actions: 12 },
        Self { deed: Deed::Passphrase, actions: 6 },
        Self { deed: Deed::Compact, actions: 60 },
        Self { deed: Deed::Renew, actions: 20 },
        Self { deed: Deed::Salvage, actions: 60 },
        Self { deed: Deed::Restore, actions: 0 },
        Self { deed: Deed::Erase, actions: 8 },
    ];

    /// What it is called where it went wrong.
    pub(crate) fn name(self) -> String {
        self.deed.name()
    }

    /// What may be said of the vault afterwards.
    pub(crate) fn mercy(self) -> Mercy {
        // It was damaged before, and is damaged until it was made whole.
        if self.deed == Deed::Salvage { Mercy::Salvage } else { Mercy::None }
    }

    /// Where the vault lies in the folder of a scene.
    pub(crate) fn vault_in(home: &Path) -> PathBuf {
        home.join("plan")
    }

    /// Sets it up in a folder that is not there yet.
    pub(crate) fn set_up(self, home: &Path) {
        fs::create_dir_all(home).unwrap();
        let vault = Self::vault_in(home);
        match self.deed {
            Deed::Restore => write_backup(&vault, 40),
            Deed::Passphrase => make_with_words(&vault, self.actions),
            Deed::Salvage => {
                deed::make(&vault, self.actions);
                empty_silently(&vault);
            }
            _ if self.actions > 0 => deed::make(&vault, self.actions),
            _ => {}
        }
    }
}

/// A copy of the scene, in place of what became of the last one.
pub(crate) fn begin_again(whole: &Path, broken: &Path) {
    drop(fs::remove_dir_all(broken));
    folder::copy(whole, broken);
}

/// Makes a vault that opens with a passphrase too.
fn make_with_words(path: &Path, actions: u64) {
    let key = old_key();
    let words = Passphrase::new(OLD_WORDS.as_bytes()).unwrap();
    let keys = [Key::Device(&key), Key::Passphrase(&words)];
    let first = action(1, Author::USUAL);
    let first = First::Action(&first);
    let mut vault = Vault::create(path, &keys, KdfCost::FLOOR, first, around()).unwrap();
    deed::write(&mut vault, actions - 1, Author::USUAL, |_| {}).unwrap();
    vault.lock().unwrap();
}

/// Leaves a backup of so many actions beside the place of a vault, and no vault.
pub(crate) fn write_backup(path: &Path, actions: u64) {
    let backed_up = path.with_extension("backed-up");
    let words = Passphrase::new(NEW_WORDS.as_bytes()).unwrap();
    let first = action(1, Author::USUAL);
    let (cost, keys) = (KdfCost::FLOOR, [Key::Passphrase(&words)]);
    let made = Vault::create(&backed_up, &keys, cost, First::Action(&first), around());
    let mut vault = made.unwrap();
    deed::write(&mut vault, actions - 1, Author::USUAL, |_| {}).unwrap();
    vault.lock().unwrap();
    let opening = Opening::new(backed_up.clone(), landvast::Device::this());
    let mut keeper = Keeper::open(&opening, &owner::passphrase(NEW_WORDS)).unwrap();
    let six_words = read_backup_words(SIX_WORDS).unwrap();
    fs::write(backup_of(path), keeper.backup(&six_words, WorkFactor::for_tests(1)).unwrap())
        .unwrap();
    drop(keeper);
    fs::remove_dir_all(backed_up).unwrap();
}

/// Damages the store so that it opens as if it had always been empty. The snapshots hold it all.
pub(crate) fn empty_silently(vault: &Path) {
    let log = vault.join("store.1").join("db");
    let mut bytes = fs::read(&log).unwrap();
    let end = bytes.len().min(4096);
    bytes.get_mut(..end).unwrap().fill(0);
    fs::write(&log, bytes).unwrap();
    for entry in fs::read_dir(vault.join("store.1")).unwrap() {
        let entry = entry.unwrap();
        if entry.file_name().to_string_lossy().starts_with("snap.") {
            fs::remove_file(entry.path()).unwrap();
        }
    }
}
