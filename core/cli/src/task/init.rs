//! `init`: a passphrase, a recovery code that was written down, and only then a plan.

use std::fs;
use std::path::Path;

use landvast::{Keeper, Language, NewPassphrase, Opening, PlanError, RecoveryCode, id};
use serde_json::json;

use super::code::{CodeRoom, NewCode};
use super::{At, in_plan};
use crate::desk::Desk;
use crate::page;
use crate::secret;
use crate::trouble::Trouble;

pub(super) fn run(
    language: Language,
    recovery_file: Option<&Path>,
    at: &At,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let vault = at.vault()?;
    refuse_if_taken(vault)?;
    let room = CodeRoom::begin(recovery_file, desk)?;
    let (keeper, mut code) = make(room, at, desk, |opening, passphrase, code| {
        Keeper::create(opening, language, passphrase, code)
    })?;
    code.counts();
    in_plan(keeper, at, desk, |_, desk| {
        say_made(vault, &code, desk)?;
        desk.say_message(id::CLI_DONE_INIT_NEXT)?;
        desk.give(|| {
            json!({
                "vault": vault.to_string_lossy(),
                "language": language.tag(),
                "recovery_file": recovery_file.map(Path::to_string_lossy),
            })
        })
    })
}

/// Makes a plan that was not there: with a new passphrase, and a code that its owner has already.
pub(super) fn make<'a>(
    room: CodeRoom<'a>,
    at: &At,
    desk: &mut Desk<'_, '_>,
    make: impl FnOnce(&Opening, &NewPassphrase, &RecoveryCode) -> Result<Keeper, PlanError>,
) -> Result<(Keeper, NewCode<'a>), Trouble> {
    let next = id::ERROR_NO_TERMINAL_PASSPHRASE;
    let passphrase = secret::new_passphrase(desk, &at.passphrase, next).map_err(before_plan)?;
    let code = room.hand_over(desk).map_err(before_plan)?;
    let opening = at.opening(desk)?;
    let _busy = desk.busy(id::CLI_BUSY_CREATING);
    Ok((make(&opening, &passphrase, &code.code)?, code))
}

/// Says where the new plan is, and what opens it beside its passphrase.
pub(super) fn say_made(
    vault: &Path,
    code: &NewCode<'_>,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let folder = page::in_a_line(&vault.to_string_lossy());
    let made = desk.words.say_with(id::CLI_DONE_INIT, &[("folder", folder.into())]);
    desk.say_wrapped(&made, 0)?;
    if code.is_in_file() { code.say_where(desk) } else { desk.say_message(id::CLI_DONE_INIT_CODE) }
}

/// Whoever stops here has no plan yet.
fn before_plan(trouble: Trouble) -> Trouble {
    if matches!(trouble, Trouble::Stopped) { Trouble::StoppedBeforePlan } else { trouble }
}

/// Refuses if anything is there but an empty folder.
pub(super) fn refuse_if_taken(vault: &Path) -> Result<(), Trouble> {
    let is_empty_folder = || fs::read_dir(vault).is_ok_and(|mut entries| entries.next().is_none());
    if vault.symlink_metadata().is_ok() && !is_empty_folder() {
        return Err(PlanError::AlreadyThere.into());
    }
    Ok(())
}
