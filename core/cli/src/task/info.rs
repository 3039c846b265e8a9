//! `info`: where the plan is, and how it is doing.

use std::path::Path;

use landvast::{Keeper, Known, PaperKey, PaperKind, Words, id};
use serde_json::json;

use crate::args::OlderCopy;
use crate::desk::Desk;
use crate::host::Memory;
use crate::known::{self, Older};
use crate::page;
use crate::trouble::Trouble;

pub(super) fn run(
    vault: &Path,
    copy: OlderCopy,
    keeper: &Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let older = settle_older(vault, copy, keeper, desk);
    let (info, memory) = (keeper.info(), desk.host.memory);
    let folder = vault.to_string_lossy().into_owned();
    let papers = keeper.book().papers.get(&PaperKey::CARD);
    let card = papers.and_then(|papers| Some((papers.version(), papers.newest()?.on)));
    let others = keeper.book().papers.keys().filter(|key| key.kind != PaperKind::Card).count();
    let words = &desk.words;
    let with = |message, name, value: landvast::Arg<'_>| words.say_with(message, &[(name, value)]);
    let mut lines = vec![
        with(id::CLI_INFO_FOLDER, "folder", page::in_a_line(&folder).into()),
        with(id::CLI_INFO_STATE, "state", words.plan_state(info.state).into()),
        with(
            id::CLI_INFO_LANGUAGE,
            "language",
            Words::new(info.language).say(id::LANGUAGE_NAME).into(),
        ),
        with(id::CLI_INFO_ANSWERS, "count", info.answers.into()),
        with(id::CLI_INFO_PEOPLE, "count", info.people.into()),
        with(id::CLI_INFO_ACTIONS, "count", info.actions.into()),
        with(id::CLI_INFO_SIZE, "count", info.bytes.div_ceil(1000).into()),
        with(id::CLI_INFO_FORMAT, "count", u32::from(info.format).into()),
    ];
    lines.push(match card {
        Some((version, on)) => {
            let given = [("version", version.into()), ("date", words.date_long(on).into())];
            words.say_with(id::CLI_INFO_CARD, &given)
        }
        None => words.say(id::CLI_INFO_NO_CARD),
    });
    lines.push(match info.backup_on {
        Some(day) => with(id::CLI_INFO_BACKUP, "date", words.date_long(day).into()),
        None => words.say(id::CLI_INFO_NO_BACKUP),
    });
    if info.damaged > 0 {
        lines.push(with(id::CLI_INFO_DAMAGED, "count", info.damaged.div_ceil(1000).into()));
    }
    if others > 0 {
        lines.push(with(id::CLI_INFO_PAPERS, "count", others.into()));
    }
    if let Some(day) = older.as_ref().and_then(|older| older.since.parse().ok()) {
        lines.push(with(id::CLI_INFO_OLD_SINCE, "date", words.date_long(day).into()));
    }
    if copy == OlderCopy::IsKnown {
        lines.push(words.say(id::CLI_INFO_OLD_KNOWN));
    }
    if memory == Memory::MaySwap {
        lines.push(words.say(id::CLI_INFO_SWAP));
    }
    for line in lines {
        desk.say_wrapped(&line, 0)?;
    }
    desk.give(|| {
        let card = card.map(|(version, on)| json!({ "version": version, "on": on.to_string() }));
        json!({
            "vault": folder,
            "id": info.vault,
            "format": info.format,
            "actions": info.actions,
            "answers": info.answers,
            "people": info.people,
            "language": info.language.tag(),
            "state": info.state,
            "bytes": info.bytes,
            "damaged": info.damaged,
            "backup_on": info.backup_on.map(|day| day.to_string()),
            "memory": match memory {
                Memory::Locked => "locked",
                Memory::MaySwap => "may-swap",
            },
            "card": card,
            "older_since": older.map(|older| older.since),
        })
    })
}

/// The older copy with which somebody went on, if that has to be said; where its owner knows, it is
/// not said any more.
fn settle_older(
    vault: &Path,
    copy: OlderCopy,
    keeper: &Keeper,
    desk: &Desk<'_, '_>,
) -> Option<Older> {
    let (state, device) = (desk.host.folders.state.as_deref(), &desk.host.device);
    match copy {
        OlderCopy::Say => known::older(state, vault, keeper.sequence()),
        OlderCopy::IsKnown => {
            // That its keys are older is another thing, and is said until they are changed.
            let noted = known::of(state, vault).unwrap_or_default();
            let now = keeper.known();
            let now = Known { revision: now.revision.max(noted.revision), ..now };
            known::keep(state, vault, (now, None), device);
            None
        }
    }
}
