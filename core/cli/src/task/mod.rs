//! The tasks: each does one command with the one API, and says what became of it.

mod ask;
mod backup;
mod changes;
mod code;
mod copies;
mod exchange;
mod fields;
mod history;
mod info;
mod init;
mod keys;
mod paper;
mod people;
mod read;
mod restore;
mod salvage;
mod secrets;
mod session;
mod views;
mod write;

use std::path::{Path, PathBuf};

use landvast::{Keeper, Known, Notice, Opening, Passphrase, PlanError, id, say_schema};

use crate::args::{self, Keeping, Settings, Task};
use crate::desk::Desk;
use crate::known::{self, Older};
use crate::secret::{self, SecretSource, TRIES};
use crate::trouble::Trouble;

/// Where the plan is, and where its passphrase comes from.
struct At {
    vault: Option<PathBuf>,
    passphrase: SecretSource,
}

impl At {
    fn vault(&self) -> Result<&Path, Trouble> {
        self.vault.as_deref().ok_or(Trouble::NoFolder)
    }

    /// How to open this vault on this device.
    fn opening(&self, desk: &Desk<'_, '_>) -> Result<Opening, Trouble> {
        let vault = self.vault()?;
        Ok(Opening {
            vault: vault.to_owned(),
            device: desk.host.device,
            cost: desk.host.cost,
            known: known::of(desk.host.folders.state.as_deref(), vault),
            table: desk.host.table,
            extra_words: desk.host.extra_words,
        })
    }
}

/// Does what is meant.
pub(crate) fn perform(settings: Settings, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let Settings { vault, passphrase, task } = settings;
    let at = At { vault, passphrase };
    match task {
        Task::Show(text) => desk.give_text(&text),
        Task::Help { command } => {
            let text = args::help_of(&command, desk);
            desk.give_text(&text)
        }
        Task::Man => {
            let text = args::manual(&desk.words, &desk.host.table)?;
            desk.give_text(&text)
        }
        Task::Completions(shell) => {
            let text = args::completions(shell, &desk.words, &desk.host.table);
            desk.give_text(&text)
        }
        Task::Schema => {
            let text = say_schema(&desk.host.table, &desk.words);
            desk.give_text(&text)
        }
        Task::Fields { of } => fields::run(of.as_deref(), desk),
        Task::Init { language, recovery_file } => {
            init::run(language, recovery_file.as_deref(), &at, desk)
        }
        Task::Recover { code, new } => secrets::recover(&code, &new, &at, desk),
        // A place that cannot be written, or a file that cannot be read, is found before anybody
        // types a passphrase.
        Task::Print(printing) => {
            let paper = paper::Coming::begin(printing, desk)?;
            with_plan(&at, desk, |keeper, desk| paper.make(keeper, desk))
        }
        Task::Blank { form, out, options } => paper::blank(form, &out, options, desk),
        Task::Copies(task) => with_plan(&at, desk, |keeper, desk| copies::run(&task, keeper, desk)),
        Task::Export { to, existing } => {
            let file = exchange::Outgoing::begin(to, existing, desk)?;
            with_plan(&at, desk, |keeper, desk| file.write(keeper, desk))
        }
        Task::Import { from, sure } => {
            let file = exchange::Incoming::begin(from, sure)?;
            with_plan(&at, desk, |keeper, desk| file.take_over(keeper, desk))
        }
        Task::Write(writing) => {
            with_plan(&at, desk, |keeper, desk| write::run(&writing, keeper, desk))
        }
        Task::Session(whom) => {
            with_plan(&at, desk, |keeper, desk| session::run(&whom, keeper, desk))
        }
        Task::Read { of, whom } => {
            with_plan(&at, desk, |keeper, desk| read::run(of.as_deref(), &whom, keeper, desk))
        }
        Task::Person(task) => with_plan(&at, desk, |keeper, desk| people::run(&task, keeper, desk)),
        Task::Undo(sure) => with_plan(&at, desk, |keeper, desk| history::undo(sure, keeper, desk)),
        Task::Redo => with_plan(&at, desk, history::redo),
        Task::History { field, whom } => {
            with_plan(&at, desk, |keeper, desk| history::run(&field, &whom, keeper, desk))
        }
        Task::Check(hints) => {
            with_plan(&at, desk, |keeper, desk| views::check(hints, keeper, desk))
        }
        Task::Passphrase { new } => {
            with_plan(&at, desk, |keeper, desk| secrets::change(&new, keeper, desk))
        }
        Task::Keeping(keeping) => keep(keeping, &at, desk),
        Task::Info(older) => {
            let vault = at.vault()?;
            with_plan(&at, desk, |keeper, desk| info::run(vault, older, keeper, desk))
        }
    }
}

/// Does what keeps a plan for life. A file that cannot be read, or a place that cannot be written,
/// is found before anybody types a passphrase.
fn keep(keeping: Keeping, at: &At, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    match keeping {
        Keeping::Backup { out, words } => {
            let file = backup::Outgoing::begin(out, words, desk)?;
            with_plan(at, desk, |keeper, desk| file.write(keeper, desk))
        }
        Keeping::Restore { from, words, how, sure, recovery_file } => {
            restore::run(restore::Incoming { from, words, how, sure, recovery_file }, at, desk)
        }
        Keeping::Salvage { by, pieces } => salvage::run(&by, pieces, at, desk),
        Keeping::ForgetDamaged => with_plan(at, desk, salvage::forget),
        Keeping::Recovery { recovery_file } => {
            let room = code::CodeRoom::begin(recovery_file.as_deref(), desk)?;
            with_plan(at, desk, |keeper, desk| keys::recovery(room, keeper, desk))
        }
        Keeping::Renew { new, recovery_file } => {
            let room = code::CodeRoom::begin(recovery_file.as_deref(), desk)?;
            with_plan(at, desk, |keeper, desk| keys::renew(&new, room, keeper, desk))
        }
        Keeping::Forget { field, whom, sure, recovery_file } => {
            let room = code::CodeRoom::begin(recovery_file.as_deref(), desk)?;
            let (keeper, passphrase) = open(at, desk)?;
            in_plan(keeper, at, desk, |keeper, desk| {
                keys::forget((&field, &whom, sure), room, &passphrase, keeper, desk)
            })
        }
        Keeping::Erase => keys::erase(at, desk),
    }
}

/// Opens the plan, does something with it, and closes it.
fn with_plan(
    at: &At,
    desk: &mut Desk<'_, '_>,
    task: impl FnOnce(&mut Keeper, &mut Desk<'_, '_>) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let (keeper, _) = open(at, desk)?;
    in_plan(keeper, at, desk, task)
}

/// Does something with an open plan, keeps its newest sequence outside, and closes it.
fn in_plan(
    mut keeper: Keeper,
    at: &At,
    desk: &mut Desk<'_, '_>,
    task: impl FnOnce(&mut Keeper, &mut Desk<'_, '_>) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    desk.speak_as(&mut keeper);
    tell_notices(&keeper, desk)?;
    let before = keeper.known();
    let done = task(&mut keeper, desk).map_err(|trouble| match trouble {
        Trouble::Plan(PlanError::StorageFull) if keeper.is_stopped() => Trouble::FullInDoubt,
        other => other,
    });
    keep_known(before, &keeper, at.vault()?, desk);
    // Everything that was acknowledged is in the log; without a snapshot the next opening only
    // takes longer. So what became of the task counts.
    let _ = keeper.lock();
    done
}

/// Keeps outside the vault how new it is; `before` is how new it was when it was opened.
fn keep_known(before: Known, keeper: &Keeper, vault: &Path, desk: &Desk<'_, '_>) {
    let (state, device) = (desk.host.folders.state.as_deref(), &desk.host.device);
    let noted = known::of(state, vault).unwrap_or_default();
    let mut older = known::older(state, vault, before.sequence);
    let mut known = keeper.known();
    // Somebody who only looks at an older copy, or at older keys, is told again next time.
    if keeper.notices().contains(&Notice::OlderThanKnown) {
        if known.sequence == before.sequence {
            known.sequence = known.sequence.max(noted.sequence);
        } else {
            let since = || (device.today)().to_string();
            older = older.or_else(|| Some(Older { since: since(), newest: noted.sequence }));
        }
    }
    if keeper.notices().contains(&Notice::HeaderOlderThanKnown) && known.revision == before.revision
    {
        known.revision = known.revision.max(noted.revision);
    }
    known::keep(state, vault, (known, older.as_ref()), device);
}

/// Opens the plan; at a terminal a slip of the fingers may be mended. Gives the passphrase too, for
/// what locks the plan anew with it.
fn open(at: &At, desk: &mut Desk<'_, '_>) -> Result<(Keeper, Passphrase), Trouble> {
    // Nobody should type a passphrase for a plan that is not there.
    landvast::identify(at.vault()?)?;
    let is_asked = at.passphrase == SecretSource::Asked;
    let mut tries = if is_asked { TRIES } else { 1 };
    loop {
        let opening = at.opening(desk)?;
        let passphrase = secret::passphrase(desk, &at.passphrase)?;
        let opened = {
            let _busy = desk.busy(id::CLI_BUSY_OPENING);
            Keeper::open(&opening, &passphrase)
        };
        tries -= 1;
        match opened {
            Err(PlanError::WrongSecret) if tries > 0 => {
                desk.note_trouble(&Trouble::WrongAgain)?;
            }
            // Not "try again" once more: there is another way in.
            Err(PlanError::WrongSecret) if is_asked => return Err(Trouble::WrongThrice),
            opened => return Ok((opened?, passphrase)),
        }
    }
}

fn tell_notices(keeper: &Keeper, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    for notice in keeper.notices() {
        let (name, message) = match notice {
            Notice::OlderThanKnown => ("older-than-known", id::CLI_INFO_OLD_VAULT),
            Notice::HeaderOlderThanKnown => ("header-older-than-known", id::CLI_INFO_OLD_HEADER),
            Notice::HeaderDamaged => ("header-damaged", id::CLI_INFO_MENDED),
            Notice::HeaderNotMended => ("header-not-mended", id::CLI_INFO_NOT_MENDED),
            Notice::SnapshotDamaged => ("snapshot-damaged", id::CLI_INFO_SNAPSHOT),
            Notice::MarkDamaged => ("mark-damaged", id::CLI_INFO_MENDED),
        };
        desk.notice(name, message)?;
    }
    Ok(())
}
