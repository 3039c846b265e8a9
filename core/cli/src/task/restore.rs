//! `restore`: a plan from its backup, as a new one or into the one that is there.

use std::path::PathBuf;

use landvast::{
    Backup, BackupView, BackupWords, Keeper, Missing, PlanError, RestoreView, Restoring, WordSlip,
    id,
};
use serde_json::{Value as Json, json};

use super::code::CodeRoom;
use super::{At, in_plan, init, with_plan};
use crate::args::Sure;
use crate::desk::{Answered, Desk};
use crate::files;
use crate::host::Screen;
use crate::secret::{self, SecretSource, TRIES};
use crate::trouble::Trouble;

/// What is to be restored, and how.
pub(super) struct Incoming {
    pub(super) from: PathBuf,
    pub(super) words: SecretSource,
    pub(super) how: Option<Restoring>,
    pub(super) sure: Sure,
    pub(super) recovery_file: Option<PathBuf>,
}

pub(super) fn run(incoming: Incoming, at: &At, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let Incoming { from, words, how, sure, recovery_file } = incoming;
    let bytes = files::read_backup(&from)?;
    match landvast::identify(at.vault()?) {
        Ok(_) => {
            if how.is_none() && desk.host.screen == Screen::Nobody {
                return Err(Trouble::HowToRestore);
            }
            if how == Some(Restoring::Replace) && sure == Sure::Ask {
                desk.need_screen(id::ERROR_NO_TERMINAL_CONFIRM)?;
            }
            let backup = open(&bytes, &words, desk)?;
            with_plan(at, desk, |keeper, desk| into_plan(&backup, (how, sure), keeper, desk))
        }
        Err(PlanError::NotFound { what: Missing::Vault }) => {
            init::refuse_if_taken(at.vault()?)?;
            let room = CodeRoom::begin(recovery_file.as_deref(), desk)?;
            let backup = open(&bytes, &words, desk)?;
            as_new(&backup, room, at, desk)
        }
        Err(other) => Err(other.into()),
    }
}

/// Opens the backup; at a terminal a slip of the fingers may be mended.
fn open(bytes: &[u8], from: &SecretSource, desk: &mut Desk<'_, '_>) -> Result<Backup, Trouble> {
    let is_asked = *from == SecretSource::Asked;
    let mut tries = if is_asked { TRIES } else { 1 };
    loop {
        let words: BackupWords = secret::backup_words(desk, from)?;
        let opened = {
            let _busy = desk.busy(id::CLI_BUSY_RESTORING);
            Backup::open(bytes, &words)
        };
        tries -= 1;
        match opened {
            Err(error @ PlanError::Words { slip: WordSlip::Wrong }) if tries > 0 => {
                desk.note_trouble(&Trouble::Plan(error))?;
            }
            opened => return Ok(opened?),
        }
    }
}

fn as_new(
    backup: &Backup,
    room: CodeRoom<'_>,
    at: &At,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let about = backup.about(&desk.words);
    say_about(&about, desk)?;
    let (keeper, mut code) = init::make(room, at, desk, |opening, passphrase, code| {
        Keeper::create_from(opening, backup, passphrase, code)
    })?;
    code.counts();
    let vault = at.vault()?;
    in_plan(keeper, at, desk, |_, desk| {
        desk.say_message(id::CLI_DONE_RESTORE)?;
        init::say_made(vault, &code, desk)?;
        desk.give(|| json!({ "restored": "new", "vault": vault.to_string_lossy(), "backup": about_json(&about) }))
    })
}

fn into_plan(
    backup: &Backup,
    (told, sure): (Option<Restoring>, Sure),
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let about = backup.about(&desk.words);
    say_about(&about, desk)?;
    let ways = told.map_or(vec![Restoring::Merge, Restoring::Replace], |how| vec![how]);
    let mut is_change = false;
    for (way, is_first) in ways.into_iter().zip([true, false]) {
        let view = keeper.compare(backup, way)?;
        if view.is_older && is_first {
            desk.say_message(id::CLI_RESTORE_OLDER)?;
        }
        say_view(&view, way, desk)?;
        is_change = view.is_change;
    }
    let how = match told {
        // What was written since goes. Somebody who chose it from the list has seen what.
        Some(Restoring::Replace) if is_change && sure == Sure::Ask => {
            let question = desk.words.say(id::CLI_CONFIRM_REPLACE);
            let answered = desk.ask_yes(&question)?;
            (answered == Answered::Yes).then_some(Restoring::Replace)
        }
        Some(how) => Some(how),
        None => ask_how(desk)?,
    };
    let Some(how) = how else {
        desk.say_message(id::CLI_UNCHANGED)?;
        return desk.give(|| json!({ "restored": null, "backup": about_json(&about) }));
    };
    let view = {
        let _busy = desk.busy(id::CLI_BUSY_RESTORING);
        keeper.restore(backup, how)?
    };
    // The backup may have brought another language.
    desk.speak_as(keeper);
    if view.is_change {
        desk.say_message(id::CLI_DONE_RESTORE)?;
        desk.say_message(id::CLI_DONE_RESTORE_UNDO)?;
    } else {
        desk.say_message(id::CLI_UNCHANGED)?;
    }
    desk.give(|| {
        json!({ "restored": name(how), "backup": about_json(&about), "changes": view_json(&view) })
    })
}

fn ask_how(desk: &mut Desk<'_, '_>) -> Result<Option<Restoring>, Trouble> {
    let choices = [id::CLI_CHOOSE_NOTHING, id::CLI_CHOOSE_MERGE, id::CLI_CHOOSE_REPLACE];
    let choices = choices.map(|message| desk.words.say(message));
    let question = desk.words.say(id::CLI_PROMPT_RESTORE);
    Ok(match desk.ask_one(&question, &choices)? {
        1 => Some(Restoring::Merge),
        2 => Some(Restoring::Replace),
        _ => None,
    })
}

fn say_about(about: &BackupView, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let given = [
        ("date", about.shown_at.as_str().into()),
        ("answers", about.answers.into()),
        ("people", about.people.into()),
    ];
    let text = desk.words.say_with(id::CLI_RESTORE_ABOUT_IT, &given);
    desk.say_wrapped(&text, 0)
}

fn say_view(view: &RestoreView, how: Restoring, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    desk.say_message(match how {
        Restoring::Merge => id::CLI_RESTORE_IF_MERGED,
        Restoring::Replace => id::CLI_RESTORE_IF_REPLACED,
    })?;
    for section in &view.sections {
        let given = [
            ("section", section.title.as_str().into()),
            ("added", section.added.into()),
            ("changed", section.changed.into()),
            ("removed", section.removed.into()),
        ];
        let text = desk.words.say_with(id::CLI_RESTORE_SECTION, &given);
        desk.say_wrapped(&text, 2)?;
    }
    if view.people_added + view.people_removed > 0 {
        let given = [("added", view.people_added.into()), ("removed", view.people_removed.into())];
        let text = desk.words.say_with(id::CLI_RESTORE_PEOPLE, &given);
        desk.say_wrapped(&text, 2)?;
    }
    if view.settings > 0 {
        let given = [("count", view.settings.into())];
        let text = desk.words.say_with(id::CLI_RESTORE_SETTINGS, &given);
        desk.say_wrapped(&text, 2)?;
    }
    if view.sections.is_empty() && view.people_added + view.people_removed == 0 {
        let nothing = desk.words.say(id::CLI_RESTORE_SAME);
        desk.say_wrapped(&nothing, 2)?;
    }
    if view.left_out > 0 {
        let given = [("count", view.left_out.into())];
        let text = desk.words.say_with(id::CLI_RESTORE_LEFT_OUT, &given);
        desk.say_wrapped(&text, 2)?;
    }
    Ok(())
}

const fn name(how: Restoring) -> &'static str {
    match how {
        Restoring::Merge => "merge",
        Restoring::Replace => "replace",
    }
}

fn about_json(about: &BackupView) -> Json {
    json!({
        "vault": about.vault,
        "made_at": about.made_at.to_rfc3339(),
        "actions": about.sequence,
        "answers": about.answers,
        "people": about.people,
        "language": about.language.tag(),
    })
}

fn view_json(view: &RestoreView) -> Json {
    let section = |change: &landvast::SectionChange| {
        json!({
            "section": change.section.id(),
            "added": change.added,
            "changed": change.changed,
            "removed": change.removed,
        })
    };
    json!({
        "sections": view.sections.iter().map(section).collect::<Vec<_>>(),
        "people_added": view.people_added,
        "people_removed": view.people_removed,
        "settings": view.settings,
        "left_out": view.left_out,
        "is_older": view.is_older,
    })
}
