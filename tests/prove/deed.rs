//! One thing done to a vault by a process of its own, which says what was acknowledged.

use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use chrono::{DateTime, Utc};
use landvast::{Device, KdfCost};
use landvast_model::keep::Keep;
use landvast_model::{Action, Answer, Op, Place, TABLE, Value};
use landvast_seal::{Key, Secret};
use landvast_tests::writing::{FIELD, words_of};
use landvast_vault::{Around, First, Vault, VaultError};

/// Long enough for a slow disk, short enough to tell a store that hangs.
const DEADLINE: Duration = Duration::from_secs(2);
/// Longer than this nothing may take that does not hang: opening waits for the store twice.
pub(crate) const HANGS: Duration = Duration::from_secs(20);

/// What a process does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Deed {
    /// Makes the vault.
    Create,
    /// Opens it, writes so many actions, and ends without a word.
    Write(u64),
    /// Opens it, writes one action, and leaves a snapshot.
    Lock,
    /// Opens it and gives it another key.
    Rekey,
    /// Opens it and begins its log anew with what is kept.
    Compact,
    /// Opens it and gives it another data key.
    Renew,
    /// Makes it whole again.
    Salvage,
}

impl Deed {
    pub(crate) fn name(self) -> String {
        match self {
            Self::Create => "create".to_owned(),
            Self::Write(count) => format!("write={count}"),
            Self::Lock => "lock".to_owned(),
            Self::Rekey => "rekey".to_owned(),
            Self::Compact => "compact".to_owned(),
            Self::Renew => "renew".to_owned(),
            Self::Salvage => "salvage".to_owned(),
        }
    }

    fn read(name: &str) -> Option<Self> {
        Some(match name {
            "create" => Self::Create,
            "lock" => Self::Lock,
            "rekey" => Self::Rekey,
            "compact" => Self::Compact,
            "renew" => Self::Renew,
            "salvage" => Self::Salvage,
            _ => Self::Write(name.strip_prefix("write=")?.parse().ok()?),
        })
    }
}

/// The key that opens the vault at first.
pub(crate) fn old_key() -> Secret<32> {
    let mut key = *b"the key that opens it in the end";
    Secret::take(&mut key)
}

/// The key that [`Deed::Rekey`] and [`Deed::Renew`] give it.
pub(crate) fn new_key() -> Secret<32> {
    let mut key = *b"the other key that opens it then";
    Secret::take(&mut key)
}

pub(crate) fn around() -> Around {
    let random = Device::this().random;
    let around = Around::now(Box::new(move |bytes| {
        random(bytes).map_err(|_| std::io::ErrorKind::Unsupported.into())
    }));
    Around { deadline: DEADLINE, ..around }
}

fn at() -> DateTime<Utc> {
    "2026-11-02T10:00:00Z".parse().unwrap()
}

/// The action of this number: its words follow from the number.
pub(crate) fn action(seq: u64) -> Action {
    let field = TABLE.field(FIELD).unwrap().key();
    let answer = Answer::new(Value::Text(words_of(seq)));
    Action {
        seq,
        at: at(),
        ops: vec![Op::Write { place: Place::Plan, field, answer }],
        undoes: None,
    }
}

/// Makes a vault with so many actions, and leaves it closed.
pub(crate) fn make(path: &Path, actions: u64) {
    let mut vault = create(path).unwrap();
    write(&mut vault, actions - 1, |_| {}).unwrap();
    vault.lock().unwrap();
}

fn create(path: &Path) -> Result<Vault, VaultError> {
    let key = old_key();
    let first = action(1);
    Vault::create(path, &[Key::Device(&key)], KdfCost::FLOOR, First::Action(&first), around())
}

fn open(path: &Path) -> Result<Vault, VaultError> {
    let (old, new) = (old_key(), new_key());
    match Vault::open(path, Key::Device(&old), around()) {
        Err(VaultError::WrongSecret) => {
            Vault::open(path, Key::Device(&new), around()).map(|(vault, _)| vault)
        }
        opened => opened.map(|(vault, _)| vault),
    }
}

fn write(vault: &mut Vault, count: u64, mut say: impl FnMut(u64)) -> Result<(), VaultError> {
    for _ in 0..count {
        let seq = vault.sequence() + 1;
        vault.save(&action(seq))?;
        say(seq);
    }
    Ok(())
}

/// Does the deed and says what was acknowledged: `open 7`, `stored 8`, `new key`, `done`.
pub(crate) fn main(arguments: &[String]) -> ExitCode {
    let [path, name] = arguments else { return ExitCode::FAILURE };
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
    match deed {
        Deed::Create => {
            let vault = create(path)?;
            stored(vault.sequence());
        }
        Deed::Write(count) => {
            let mut vault = match open(path) {
                Err(VaultError::NoVault) => create(path)?,
                opened => opened?,
            };
            say(&format!("open {}", vault.sequence()));
            write(&mut vault, count, stored)?;
        }
        Deed::Lock => {
            let mut vault = open(path)?;
            write(&mut vault, 1, stored)?;
            vault.lock()?;
        }
        Deed::Rekey => {
            let mut vault = open(path)?;
            vault.set_key(Key::Device(&new_key()), KdfCost::FLOOR)?;
            say("new key");
        }
        Deed::Compact => {
            let mut vault = open(path)?;
            vault.compact(&Keep::default())?;
            say("compacted");
            write(&mut vault, 1, stored)?;
        }
        Deed::Renew => {
            let mut vault = open(path)?;
            vault.renew(&[Key::Device(&new_key())], KdfCost::FLOOR, &Keep::default())?;
            say("new key");
            write(&mut vault, 1, stored)?;
        }
        Deed::Salvage => {
            let key = old_key();
            let (vault, _) = Vault::salvage(path, Key::Device(&key), around(), "then")?;
            say(&format!("open {}", vault.sequence()));
            vault.lock()?;
        }
    }
    say("done");
    Ok(())
}
