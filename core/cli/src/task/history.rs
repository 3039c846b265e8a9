//! `undo`, `redo` and `history`.

use landvast::{Keeper, Undone, VersionView, id};
use serde_json::{Value as Json, json};

use super::{changes, views};
use crate::args::{Sure, Whom};
use crate::desk::{Desk, Shape};
use crate::page;
use crate::trouble::Trouble;

/// As much as this is taken back without a question: it was hardly more than a slip.
const A_SLIP: usize = 10;

pub(super) fn undo(
    sure: Sure,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let coming = keeper.undo_changes()?;
    if sure == Sure::Ask
        && let Some(about) = about(&coming, desk)
        && !changes::are_wanted(
            (&coming.changes, &changes::TAKEN_BACK),
            (&about, id::CLI_CONFIRM_UNDO),
            desk,
        )?
    {
        desk.say_message(id::CLI_UNCHANGED)?;
        return desk.give(|| json!({ "undone": null, "changes": [] }));
    }
    let undone = keeper.undo()?;
    // What was taken back may be the language.
    desk.speak_as(keeper);
    desk.say_message(id::CLI_DONE_UNDO)?;
    changes::say(&undone.changes, &changes::TAKEN_BACK, changes::On::Page, desk)?;
    desk.say_message(id::CLI_DONE_UNDO_NEXT)?;
    give(&undone, desk)
}

/// What is said before a question, where somebody may not mean this: a whole file that goes in one
/// step, or a change from before what they did last and what nothing takes back.
fn about(coming: &Undone, desk: &Desk<'_, '_>) -> Option<String> {
    let date = || ("date", coming.shown_at.as_str().into());
    let count = || ("count", coming.changes.len().into());
    if coming.is_before_renewal {
        return Some(desk.words.say_with(id::CLI_UNDO_BEFORE, &[date()]));
    }
    let is_much = coming.changes.len() > A_SLIP;
    is_much.then(|| desk.words.say_with(id::CLI_UNDO_MANY, &[count()]))
}

/// `redo`: the newest undo is taken back.
pub(super) fn redo(keeper: &mut Keeper, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let redone = keeper.redo()?;
    // What was put back may be the language.
    desk.speak_as(keeper);
    desk.say_message(id::CLI_DONE_REDO)?;
    changes::say(&redone.changes, &changes::PUT_BACK, changes::On::Page, desk)?;
    give(&redone, desk)
}

fn give(undone: &Undone, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let changed: Vec<Json> = undone.changes.iter().map(changes::json).collect();
    desk.give(|| json!({ "undone": undone.seq, "changes": changed }))
}

pub(super) fn run(
    field: &str,
    whom: &Whom,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let (place, field) = views::place_of(field, whom, keeper)?;
    let versions = keeper.history(place, &field)?;
    if desk.shape == Shape::Json {
        let versions: Vec<Json> = versions.iter().map(version_json).collect();
        return desk.give(|| json!({ "field": field, "versions": versions }));
    }
    if versions.is_empty() {
        return desk.say_message(id::CLI_HISTORY_EMPTY);
    }
    for version in &versions {
        desk.say(&version.shown_at)?;
        let Some(shown) = &version.shown else {
            let cleared = desk.words.say(id::CLI_HISTORY_CLEARED);
            desk.say_wrapped(&format!("({cleared})"), 2)?;
            continue;
        };
        for line in shown.lines() {
            desk.say(&page::hanging(line, 2, 4))?;
        }
    }
    Ok(())
}

fn version_json(version: &VersionView) -> Json {
    json!({ "seq": version.seq, "at": version.at.to_rfc3339(), "shown": version.shown })
}
