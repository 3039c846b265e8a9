//! Opens a vault after whatever happened to it, and says what became of what was acknowledged.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use landvast_model::action::fold;
use landvast_model::{Op, Place};
use landvast_seal::{Key, Passphrase, SlotKind};
use landvast_tests::owner;
use landvast_tests::writing::FIELD;
use landvast_vault::{History, Salvaged, Vault, VaultError};

use crate::deed::around;
use crate::keys::{NEW_WORDS, OLD_WORDS, new_key, old_key};
use crate::tally::Verdict;
use crate::words::{Author, action, author_of};

/// What a process said before it ended.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    /// The newest action that was acknowledged; 0 while there was none.
    pub(crate) acknowledged: u64,
    /// The actions that were acknowledged to this process, by their numbers.
    pub(crate) stored: Vec<u64>,
    /// The newest change to what opens it or keeps it that was acknowledged.
    pub(crate) change: Change,
    /// How it ended.
    pub(crate) end: End,
    /// Who had which action acknowledged, where several write at once.
    pub(crate) by: BTreeMap<u64, Author>,
}

/// A change that is not an action.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Change {
    #[default]
    None,
    /// The new device key opens it.
    NewKey,
    /// The new passphrase opens it.
    NewPassphrase,
    /// Erasing has begun.
    Erasing,
    /// There is nothing left.
    Erased,
}

/// How a process ended.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum End {
    /// When it was done, or with an error that it said.
    #[default]
    ByItself,
    /// It fell over.
    Fell,
    /// It hung, and had to be stopped.
    Hung,
    /// A signal ended it.
    Killed,
}

impl Said {
    /// From what stood there before, and the lines it said.
    pub(crate) fn read(before: u64, lines: &[String]) -> Self {
        let mut said = Self { acknowledged: before, ..Self::default() };
        for line in lines {
            let stored = line.strip_prefix("stored ").and_then(|number| number.parse().ok());
            said.stored.extend(stored);
            let found = line.strip_prefix("open ").and_then(|number| number.parse().ok());
            said.acknowledged = said.acknowledged.max(stored.or(found).unwrap_or(0));
            said.change = match line.as_str() {
                "new key" => Change::NewKey,
                "new passphrase" => Change::NewPassphrase,
                "erasing" => Change::Erasing,
                "erased" => Change::Erased,
                _ => said.change,
            };
        }
        said
    }

    /// So much was acknowledged.
    pub(crate) fn acknowledged(acknowledged: u64) -> Self {
        Self { acknowledged, ..Self::default() }
    }
}

/// Whether a vault that does not open may be made whole by what is left of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Mercy {
    /// It has to open as it is.
    None,
    /// Damage that is said is no loss as long as everything comes back.
    Salvage,
    /// Damage that is said is no loss; what comes back is as it was written, and what does not is
    /// said to be missing.
    SalvagePart,
}

/// What became of the vault at `path`.
pub(crate) fn judge(path: &Path, said: &Said, mercy: Mercy) -> Verdict {
    match said.end {
        End::Fell => return Verdict::Panicked,
        End::Hung => return Verdict::Lost,
        End::ByItself | End::Killed => {}
    }
    catch_unwind(AssertUnwindSafe(|| look(path, said, mercy))).unwrap_or(Verdict::Panicked)
}

fn look(path: &Path, said: &Said, mercy: Mercy) -> Verdict {
    match open(path, said) {
        Ok(_) if said.change == Change::Erased => Verdict::Wrong,
        Ok(vault) => match read(vault, said) {
            Verdict::Survived => passphrases(path, said),
            bad => bad,
        },
        Err(VaultError::NoVault) if may_be_gone(said) => Verdict::Survived,
        Err(VaultError::Damaged { .. }) if mercy != Mercy::None => salvage(path, said, mercy),
        Err(_) => Verdict::Lost,
    }
}

fn may_be_gone(said: &Said) -> bool {
    said.acknowledged == 0 || matches!(said.change, Change::Erasing | Change::Erased)
}

/// Opens with the key that was acknowledged; before that either may be the one. What was restored
/// has no device key, and opens with the owner's code.
pub(crate) fn open(path: &Path, said: &Said) -> Result<Vault, VaultError> {
    let opened = |key: Key<'_>| Vault::open(path, key, around()).map(|(vault, _)| vault);
    if !Vault::peek(path)?.keys.contains(&SlotKind::DeviceKey) {
        return opened(Key::Recovery(&owner::code()));
    }
    let (old, new) = (old_key(), new_key());
    if said.change == Change::NewKey {
        return opened(Key::Device(&new));
    }
    match opened(Key::Device(&old)) {
        Err(VaultError::WrongSecret) => opened(Key::Device(&new)),
        other => other,
    }
}

/// Where there is a passphrase, one of the two opens, and after an acknowledged change the new one.
fn passphrases(path: &Path, said: &Said) -> Verdict {
    let Ok(peek) = Vault::peek(path) else { return Verdict::Lost };
    if !peek.keys.contains(&SlotKind::Passphrase) {
        return Verdict::Survived;
    }
    let opens = |words: &str| {
        let words = Passphrase::new(words.as_bytes()).unwrap();
        Vault::open(path, Key::Passphrase(&words), around()).is_ok()
    };
    let new = opens(NEW_WORDS);
    match (opens(OLD_WORDS), new) {
        (false, false) => Verdict::Lost,
        (true, true) => Verdict::Wrong,
        (true, false) if said.change == Change::NewPassphrase => Verdict::Wrong,
        _ => Verdict::Survived,
    }
}

fn salvage(path: &Path, said: &Said, mercy: Mercy) -> Verdict {
    let code = owner::code();
    let device = if said.change == Change::NewKey { new_key() } else { old_key() };
    let has_device = Vault::peek(path).is_ok_and(|peek| peek.keys.contains(&SlotKind::DeviceKey));
    let key = if has_device { Key::Device(&device) } else { Key::Recovery(&code) };
    let (vault, told) = match Vault::salvage(path, key, around(), "then") {
        Ok(salvaged) => salvaged,
        // Both copies of the header at once: nothing can open what nobody has the key to, and that
        // is said.
        Err(VaultError::Damaged { .. }) if mercy == Mercy::SalvagePart => return Verdict::Salvaged,
        Err(_) => return Verdict::Lost,
    };
    if !are_as_written(&told) {
        return Verdict::Wrong;
    }
    let back = vault.sequence();
    let is_whole = told.missing == 0;
    match read(vault, &Said::default()) {
        Verdict::Survived if back >= said.acknowledged => Verdict::Salvaged,
        Verdict::Survived if mercy == Mercy::SalvagePart && !is_whole => Verdict::Salvaged,
        Verdict::Survived => Verdict::Lost,
        bad => bad,
    }
}

fn are_as_written(told: &Salvaged) -> bool {
    told.loose.iter().all(|piece| author_of(&piece.answer.value, piece.seq).is_some())
}

/// Reads every action of an open vault.
fn read(mut vault: Vault, said: &Said) -> Verdict {
    let newest = vault.sequence();
    if newest < said.acknowledged {
        return Verdict::Lost;
    }
    let Ok(history) = vault.history() else { return Verdict::Lost };
    if fold(history.base.clone(), &history.actions) != *vault.book() {
        return Verdict::Wrong;
    }
    let Some(authors) = authors(&history) else { return Verdict::Wrong };
    let last = authors.last_key_value().map_or(newest, |(seq, _)| *seq);
    let stands = vault.book().answer(Place::Plan, FIELD);
    if stands.is_none_or(|answer| author_of(&answer.value, last).is_none()) {
        return Verdict::Wrong;
    }
    if said.by.iter().any(|(seq, by)| authors.get(seq) != Some(by)) {
        return Verdict::Wrong;
    }
    // Whoever opens it has to be able to go on.
    let next = action(newest + 1, Author::USUAL);
    if vault.save(&next).is_err() || vault.lock().is_err() {
        return Verdict::Lost;
    }
    Verdict::Survived
}

/// Who wrote each action; `None` if one is not as anybody wrote it, or they are out of order.
fn authors(history: &History) -> Option<BTreeMap<u64, Author>> {
    let mut authors = BTreeMap::new();
    let mut last = 0;
    for action in history.kept.iter().chain(&history.actions) {
        if action.seq <= last {
            return None;
        }
        last = action.seq;
        match action.ops.as_slice() {
            [Op::Write { answer, .. }] => {
                authors.insert(action.seq, author_of(&answer.value, action.seq)?);
            }
            // A backup knows of itself.
            [Op::MadeBackup { .. }] => {}
            _ => return None,
        }
    }
    Some(authors)
}
