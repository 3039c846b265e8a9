//! Opens a vault after whatever happened to it, and says what became of what was acknowledged.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use landvast_model::{Op, Place, Value};
use landvast_seal::Key;
use landvast_tests::writing::{FIELD, words_of};
use landvast_vault::{Vault, VaultError};

use crate::deed::{around, new_key, old_key};
use crate::tally::Verdict;

/// What a process said before it ended.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    /// The newest action that was acknowledged; 0 while there was none.
    pub(crate) acknowledged: u64,
    /// Whether the new key was acknowledged.
    pub(crate) new_key: bool,
    /// Whether it fell over by itself.
    pub(crate) fell: bool,
    /// Whether it had to be stopped because it hung.
    pub(crate) hung: bool,
    /// Whether a signal ended it.
    pub(crate) killed: bool,
}

impl Said {
    /// From what stood there before, and the lines it said.
    pub(crate) fn read(before: u64, lines: &[String]) -> Self {
        let mut said = Self { acknowledged: before, ..Self::default() };
        for line in lines {
            let number = line.strip_prefix("stored ").or_else(|| line.strip_prefix("open "));
            if let Some(Ok(number)) = number.map(str::parse) {
                said.acknowledged = said.acknowledged.max(number);
            }
            said.new_key |= line == "new key";
        }
        said
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
    if said.fell {
        return Verdict::Panicked;
    }
    if said.hung {
        return Verdict::Lost;
    }
    catch_unwind(AssertUnwindSafe(|| look(path, said, mercy))).unwrap_or(Verdict::Panicked)
}

fn look(path: &Path, said: &Said, mercy: Mercy) -> Verdict {
    match open(path, said) {
        Ok(vault) => read(vault, said.acknowledged),
        Err(VaultError::NoVault) if said.acknowledged == 0 => Verdict::Survived,
        Err(VaultError::Damaged { .. }) if mercy != Mercy::None => salvage(path, said, mercy),
        Err(_) => Verdict::Lost,
    }
}

/// Opens with the key that was acknowledged; before that either may be the one.
fn open(path: &Path, said: &Said) -> Result<Vault, VaultError> {
    let (old, new) = (old_key(), new_key());
    let opened = if said.new_key {
        Err(VaultError::WrongSecret)
    } else {
        Vault::open(path, Key::Device(&old), around())
    };
    match opened {
        Err(VaultError::WrongSecret) => {
            Vault::open(path, Key::Device(&new), around()).map(|(vault, _)| vault)
        }
        other => other.map(|(vault, _)| vault),
    }
}

fn salvage(path: &Path, said: &Said, mercy: Mercy) -> Verdict {
    let key = if said.new_key { new_key() } else { old_key() };
    let salvaged = match Vault::salvage(path, Key::Device(&key), around(), "then") {
        Ok((vault, told)) => (vault, told),
        // Both copies of the header at once: nothing can open what nobody has the key to, and that
        // is said.
        Err(VaultError::Damaged { .. }) if mercy == Mercy::SalvagePart => return Verdict::Salvaged,
        Err(_) => return Verdict::Lost,
    };
    let (vault, told) = salvaged;
    let loose_are_right = told.loose.iter().all(|piece| match &piece.answer.value {
        Value::Text(words) => *words == words_of(piece.seq),
        _ => false,
    });
    if !loose_are_right {
        return Verdict::Wrong;
    }
    let back = vault.sequence();
    let is_whole = told.missing == 0;
    match read(vault, 0) {
        Verdict::Survived if back >= said.acknowledged => Verdict::Salvaged,
        Verdict::Survived if mercy == Mercy::SalvagePart && !is_whole => Verdict::Salvaged,
        Verdict::Survived => Verdict::Lost,
        bad => bad,
    }
}

/// Reads every action of an open vault.
fn read(mut vault: Vault, acknowledged: u64) -> Verdict {
    let newest = vault.sequence();
    if newest < acknowledged {
        return Verdict::Lost;
    }
    let stands = vault.book().answer(Place::Plan, FIELD).map(|answer| answer.value.clone());
    if stands != Some(Value::Text(words_of(newest))) {
        return Verdict::Wrong;
    }
    let Ok(history) = vault.history() else { return Verdict::Lost };
    let mut last = 0;
    for action in history.kept.iter().chain(&history.actions) {
        let [Op::Write { answer, .. }] = action.ops.as_slice() else { return Verdict::Wrong };
        if answer.value != Value::Text(words_of(action.seq)) || action.seq <= last {
            return Verdict::Wrong;
        }
        last = action.seq;
    }
    // Whoever opens it has to be able to go on.
    let next = crate::deed::action(newest + 1);
    if vault.save(&next).is_err() || vault.lock().is_err() {
        return Verdict::Lost;
    }
    Verdict::Survived
}
