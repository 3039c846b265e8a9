//! `init`: a passphrase, a recovery code that was written down, and only then a plan.

use std::fs;
use std::path::Path;

use landvast::{Keeper, Language, PlanError, id, make_recovery_code};
use serde_json::json;

use super::{At, in_plan};
use crate::desk::Desk;
use crate::files::{Coming, Existing};
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
    if is_taken(vault) {
        return Err(PlanError::AlreadyThere.into());
    }
    let device = desk.host.device;
    if recovery_file.is_none() {
        desk.need_screen(id::ERROR_NO_TERMINAL_CODE)?;
    }
    let begin = |path| Ok::<_, Trouble>((path, Coming::begin(path, Existing::Keep, &device)?));
    let file = recovery_file.map(begin).transpose()?;
    let next = id::ERROR_NO_TERMINAL_PASSPHRASE;
    let passphrase = secret::new_passphrase(desk, &at.passphrase, next).map_err(before_plan)?;
    let code = make_recovery_code(&device)?;
    let mut written = None;
    if let Some((path, coming)) = file {
        let mut line = code.to_groups();
        line.push('\n');
        coming.finish(line.as_bytes())?;
        written = Some(Written(path));
    } else {
        secret::hand_over(desk, &code).map_err(before_plan)?;
    }
    let keeper = {
        let _busy = desk.busy(id::CLI_BUSY_CREATING);
        Keeper::create(&at.opening(desk)?, language, &passphrase, &code)?
    };
    // From here on the code counts, so its file stays.
    std::mem::forget(written);
    in_plan(keeper, at, desk, |_, desk| done(language, recovery_file, vault, desk))
}

fn done(
    language: Language,
    recovery_file: Option<&Path>,
    vault: &Path,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let folder = page::in_a_line(&vault.to_string_lossy());
    let made = desk.words.say_with(id::CLI_DONE_INIT, &[("folder", folder.into())]);
    desk.say_wrapped(&made, 0)?;
    match recovery_file {
        Some(path) => {
            let file = page::in_a_line(&path.to_string_lossy());
            let said = desk.words.say_with(id::CLI_RECOVERY_IN_FILE, &[("file", file.into())]);
            desk.say_wrapped(&said, 0)?;
        }
        None => desk.say_message(id::CLI_DONE_INIT_CODE)?,
    }
    desk.say_message(id::CLI_DONE_INIT_NEXT)?;
    desk.give(|| {
        json!({
            "vault": vault.to_string_lossy(),
            "language": language.tag(),
            "recovery_file": recovery_file.map(Path::to_string_lossy),
        })
    })
}

/// Whoever stops here has no plan yet.
fn before_plan(trouble: Trouble) -> Trouble {
    if matches!(trouble, Trouble::Stopped) { Trouble::StoppedBeforePlan } else { trouble }
}

/// Whether anything is there but an empty folder.
fn is_taken(vault: &Path) -> bool {
    let is_empty_folder = || fs::read_dir(vault).is_ok_and(|mut entries| entries.next().is_none());
    vault.symlink_metadata().is_ok() && !is_empty_folder()
}

/// A recovery code on disk that belongs to nothing yet: it goes if no plan comes.
struct Written<'a>(&'a Path);

impl Drop for Written<'_> {
    fn drop(&mut self) {
        let _ = fs::remove_file(self.0);
    }
}
