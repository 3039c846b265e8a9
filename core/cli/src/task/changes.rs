//! What a change changed, or would change: by what it is called, never by what it says.

use landvast::{Change, ChangeView, MessageId, id};
use serde_json::{Value as Json, json};

use crate::desk::{Answered, Desk, Shape};
use crate::page;
use crate::trouble::Trouble;

/// How it is said that something comes, becomes otherwise or goes.
pub(super) type Sayings = [(Change, MessageId); 3];

/// Of something that is to come.
pub(super) const TO_COME: Sayings = [
    (Change::Added, id::CLI_CHANGE_ADDED),
    (Change::Changed, id::CLI_CHANGE_CHANGED),
    (Change::Removed, id::CLI_CHANGE_REMOVED),
];
/// Of something that was taken back.
pub(super) const TAKEN_BACK: Sayings = [
    (Change::Added, id::CLI_UNDO_ADDED),
    (Change::Changed, id::CLI_UNDO_CHANGED),
    (Change::Removed, id::CLI_UNDO_REMOVED),
];
/// Of something that was put back.
pub(super) const PUT_BACK: Sayings = [
    (Change::Added, id::CLI_UNDO_ADDED),
    (Change::Changed, id::CLI_REDO_CHANGED),
    (Change::Removed, id::CLI_UNDO_REMOVED),
];
/// More than this nobody reads.
const MOST: usize = 12;

/// Where it is said.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum On {
    /// Among the answers of the command.
    Page,
    /// Beside them, before a question.
    Note,
}

/// Says a line each, and how many more there are.
pub(super) fn say(
    changes: &[ChangeView],
    sayings: &Sayings,
    on: On,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let mut lines: Vec<String> =
        changes.iter().take(MOST).map(|change| line(change, sayings, desk)).collect();
    let more = changes.len().saturating_sub(MOST);
    if more > 0 {
        lines.push(desk.words.say_with(id::CLI_CHANGE_MORE, &[("count", more.into())]));
    }
    for line in lines {
        match on {
            On::Page => desk.say_wrapped(&line, 2)?,
            On::Note => desk.note_indented(&line, 2)?,
        }
    }
    Ok(())
}

/// Says what is to come, after a line about it, and asks.
pub(super) fn are_wanted(
    (coming, sayings): (&[ChangeView], &Sayings),
    (about, question): (&str, MessageId),
    desk: &mut Desk<'_, '_>,
) -> Result<bool, Trouble> {
    if desk.shape == Shape::Page {
        desk.note(about)?;
        say(coming, sayings, On::Note, desk)?;
    }
    desk.need_screen(id::ERROR_NO_TERMINAL_CONFIRM)?;
    let question = desk.words.say(question);
    Ok(desk.ask_yes(&question)? == Answered::Yes)
}

fn line(change: &ChangeView, sayings: &Sayings, desk: &Desk<'_, '_>) -> String {
    let what = match (change.person.as_str(), change.field.as_str()) {
        ("", _) => change.label.clone(),
        (name, "") => page::in_a_line(name),
        (name, _) => format!("{} ({})", change.label, page::in_a_line(name)),
    };
    let saying = sayings.iter().find(|(known, _)| *known == change.change);
    saying.map_or(what.clone(), |(_, message)| {
        desk.words.say_with(*message, &[("what", what.into())])
    })
}

/// The same for a program.
pub(super) fn json(change: &ChangeView) -> Json {
    json!({
        "field": Some(&change.field).filter(|field| !field.is_empty()),
        "label": change.label,
        "person": Some(&change.person).filter(|person| !person.is_empty()),
        "change": match change.change {
            Change::Added => "added",
            Change::Changed => "changed",
            Change::Removed => "removed",
        },
    })
}
