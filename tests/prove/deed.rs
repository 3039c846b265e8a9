//! One thing done to a vault by a process of its own, which says what was acknowledged.

use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use landvast::{Backup, Keeper, Opening, read_backup_words};
use landvast::{Device, KdfCost};
use landvast_model::keep::Keep;
use landvast_seal::{Key, Passphrase};
use landvast_tests::owner;
use landvast_vault::{Around, First, Vault, VaultError};

use crate::guarding;
use crate::keys::{NEW_WORDS, new_key, old_key};
use crate::words::{Author, action, chapter};

/// Long enough for a slow disk, short enough to tell a store that hangs.
const DEADLINE: Duration = Duration::from_secs(2);
/// Longer than this nothing may take that does not hang: opening waits for the store twice.
pub(crate) const HANGS: Duration = Duration::from_secs(20);

/// What a process does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Deed {
    /// Makes the vault.
    Create,
    /// Opens it, or makes it, writes so many actions by this author, and ends without a word.
    Write(u64, Author),
    /// Opens it and writes so many actions that are long enough for files of their own.
    Chapters(u64),
    /// Opens it, writes one action, and leaves a snapshot.
    Lock,
    /// Opens it and gives it another device key.
    Rekey,
    /// Opens it and gives it another passphrase.
    Passphrase,
    /// Opens it and begins its log anew with what is kept.
    Compact,
    /// Opens it and gives it another data key.
    Renew,
    /// Makes it whole again.
    Salvage,
    /// Makes it from the backup that lies beside it.
    Restore,
    /// Opens it and erases it.
    Erase,
}

/// Every deed that has no number.
const PLAIN: &[(Deed, &str)] = &[
    (Deed::Create, "create"),
    (Deed::Lock, "lock"),
    (Deed::Rekey, "rekey"),
    (Deed::Passphrase, "passphrase"),
    (Deed::Compact, "compact"),
    (Deed::Renew, "renew"),
    (Deed::Salvage, "salvage"),
    (Deed::Restore, "restore"),
    (Deed::Erase, "erase"),
];

impl Deed {
    pub(crate) fn name(self) -> String {
        match self {
            Self::Write(count, Author(author)) => format!("write={count}/{author}"),
            Self::Chapters(count) => format!("chapters={count}"),
            plain => {
                let name = PLAIN.iter().find(|(deed, _)| *deed == plain).map(|(_, name)| *name);
                name.unwrap_or_default().to_owned()
            }
        }
    }

    fn read(name: &str) -> Option<Self> {
        if let Some(numbers) = name.strip_prefix("write=") {
            let (count, author) = numbers.split_once('/')?;
            return Some(Self::Write(count.parse().ok()?, Author(author.parse().ok()?)));
        }
        if let Some(count) = name.strip_prefix("chapters=") {
            return Some(Self::Chapters(count.parse().ok()?));
        }
        PLAIN.iter().find(|(_, known)| *known == name).map(|(deed, _)| *deed)
    }
}

pub(crate) fn around() -> Around {
    let random = Device::this().random;
    let around = Around::now(Box::new(move |bytes| {
        random(bytes).map_err(|_| std::io::ErrorKind::Unsupported.into())
    }));
    Around { deadline: DEADLINE, guards: guarding::now(), ..around }
}

/// Makes a vault with so many actions, and leaves it closed.
pub(crate) fn make(path: &Path, actions: u64) {
    let mut vault = create(path).unwrap();
    write(&mut vault, actions - 1, Author::USUAL, |_| {}).unwrap();
    vault.lock().unwrap();
}

fn create(path: &Path) -> Result<Vault, VaultError> {
    let key = old_key();
    let first = action(1, Author::USUAL);
    Vault::create(path, &[Key::Device(&key)], KdfCost::FLOOR, First::Action(&first), around())
}

pub(crate) fn open(path: &Path) -> Result<Vault, VaultError> {
    let (old, new) = (old_key(), new_key());
    match Vault::open(path, Key::Device(&old), around()) {
        Err(VaultError::WrongSecret) => {
            Vault::open(path, Key::Device(&new), around()).map(|(vault, _)| vault)
        }
        opened => opened.map(|(vault, _)| vault),
    }
}

pub(crate) fn write(
    vault: &mut Vault,
    count: u64,
    author: Author,
    mut say: impl FnMut(u64),
) -> Result<(), VaultError> {
    for _ in 0..count {
        let seq = vault.sequence() + 1;
        vault.save(&action(seq, author))?;
        say(seq);
    }
    Ok(())
}

/// Does the deed and says what was acknowledged: `open 7`, `stored 8`, `new key`, `done`.
pub(crate) fn main(arguments: &[String]) -> ExitCode {
    let [path, name, guards] = arguments else { return ExitCode::FAILURE };
    guarding::set_for_this_process(guards);
    if name == "remember" {
        return super::memory::remember(Path::new(path));
    }
    let Some(deed) = Deed::read(name) else { return ExitCode::FAILURE };
    match perform(&PathBuf::from(path), deed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("error {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Says a line. Whoever refuses even that hears less, and nothing else comes of it.
fn say(line: &str) {
    drop(writeln!(stdout(), "{line}"));
}

fn perform(path: &Path, deed: Deed) -> Result<(), VaultError> {
    let stored = |seq: u64| say(&format!("stored {seq}"));
    let usual = Author::USUAL;
    match deed {
        Deed::Create => {
            let vault = create(path)?;
            stored(vault.sequence());
        }
        Deed::Write(count, author) => {
            let mut vault = match open(path) {
                Err(VaultError::NoVault) => create(path)?,
                opened => opened?,
            };
            say(&format!("open {}", vault.sequence()));
            write(&mut vault, count, author, stored)?;
        }
        Deed::Chapters(count) => {
            let mut vault = open(path)?;
            for _ in 0..count {
                let seq = vault.sequence() + 1;
                vault.save(&chapter(seq))?;
                stored(seq);
            }
        }
        Deed::Lock => {
            let mut vault = open(path)?;
            write(&mut vault, 1, usual, stored)?;
            vault.lock()?;
        }
        Deed::Rekey => {
            let mut vault = open(path)?;
            vault.set_key(Key::Device(&new_key()), KdfCost::FLOOR)?;
            say("new key");
        }
        Deed::Passphrase => {
            let mut vault = open(path)?;
            let words = Passphrase::new(NEW_WORDS.as_bytes()).unwrap();
            vault.set_key(Key::Passphrase(&words), KdfCost::FLOOR)?;
            say("new passphrase");
        }
        Deed::Compact => {
            let mut vault = open(path)?;
            vault.compact(&Keep::default())?;
            say("compacted");
            write(&mut vault, 1, usual, stored)?;
        }
        Deed::Renew => {
            let mut vault = open(path)?;
            vault.renew(&[Key::Device(&new_key())], KdfCost::FLOOR, &Keep::default())?;
            say("new key");
            write(&mut vault, 1, usual, stored)?;
        }
        Deed::Salvage => {
            let key = old_key();
            let (vault, _) = Vault::salvage(path, Key::Device(&key), around(), "then")?;
            say(&format!("open {}", vault.sequence()));
            vault.lock()?;
        }
        Deed::Restore => restore(path),
        Deed::Erase => {
            let vault = open(path)?;
            say("erasing");
            vault.erase()?;
            say("erased");
        }
    }
    say("done");
    Ok(())
}

/// What a restored vault opens with, besides the owner's recovery code.
fn opening(path: &Path) -> Opening {
    let usual = Opening::new(path.to_owned(), Device::this());
    Opening { cost: KdfCost::FLOOR, ..usual }
}

/// Where the backup of a vault lies, and the words it opens with.
pub(crate) fn backup_of(path: &Path) -> PathBuf {
    path.with_extension("age")
}

/// Six words of the list; the backup is nobody's.
pub(crate) const SIX_WORDS: &str = "aalbes aanbod aandacht aanhang aankoop aanleg";

fn restore(path: &Path) {
    let Ok(file) = std::fs::read(backup_of(path)) else { return say("error no backup") };
    let backup = Backup::open(&file, &read_backup_words(SIX_WORDS).unwrap()).unwrap();
    let words = owner::new_passphrase(NEW_WORDS);
    match Keeper::create_from(&opening(path), &backup, &words, &owner::code()) {
        Ok(keeper) => {
            say(&format!("stored {}", keeper.sequence()));
            if let Err(error) = keeper.lock() {
                say(&format!("error {error}"));
            }
        }
        Err(error) => say(&format!("error {error}")),
    }
}
