//! `undo` and `history`.

use landvast::{Keeper, VersionView, id};
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
    let coming = keeper.undo_changes()?.changes;
    // A whole file that was read in goes in one step, and there is no way back but that file.
    let asked = (id::CLI_UNDO_MANY, id::CLI_CONFIRM_UNDO);
    if coming.len() > A_SLIP && sure == Sure::Ask && !changes::are_wanted(&coming, asked, desk)? {
        desk.say_message(id::CLI_UNCHANGED)?;
        return desk.give(|| json!({ "undone": null, "changes": [] }));
    }
    let undone = keeper.undo()?;
    desk.say_message(id::CLI_DONE_UNDO)?;
    changes::say(&undone.changes, &changes::TAKEN_BACK, changes::On::Page, desk)?;
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
