//! `salvage`: what a damaged plan still holds, and the loose pieces one by one.

use landvast::{Keeper, LooseView, PlanError, SalvageView, id};
use serde_json::{Value as Json, json};

use super::{At, in_plan};
use crate::args::{Pieces, SalvageBy};
use crate::desk::{Answered, Desk};
use crate::page;
use crate::secret;
use crate::trouble::Trouble;

pub(super) fn run(
    by: &SalvageBy,
    pieces: Pieces,
    at: &At,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    landvast::identify(at.vault()?)?;
    if pieces == Pieces::Ask {
        // Somebody decides about each piece, or says at once what becomes of all of them.
        desk.need_screen(id::ERROR_NO_TERMINAL_PIECES)?;
    }
    let opening = at.opening(desk)?;
    let opened = match by {
        SalvageBy::Passphrase => {
            let passphrase = secret::passphrase(desk, &at.passphrase)?;
            let _busy = desk.busy(id::CLI_BUSY_SALVAGE);
            Keeper::salvage(&opening, &passphrase)
        }
        SalvageBy::Code(from) => {
            let code = secret::recovery_code(desk, from)?;
            let _busy = desk.busy(id::CLI_BUSY_SALVAGE);
            Keeper::salvage_with_code(&opening, &code)
        }
    };
    let keeper = opened.map_err(|error| match error {
        // Not "salvage it" once more.
        PlanError::Damaged { part } => Trouble::BeyondSalvage(part),
        other => other.into(),
    })?;
    in_plan(keeper, at, desk, |keeper, desk| tell(pieces, keeper, desk))
}

fn tell(pieces: Pieces, keeper: &mut Keeper, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let Some(view) = keeper.salvaged() else { return Ok(()) };
    say_view(&view, desk)?;
    let info = keeper.info();
    let was_damaged = !view.is_whole || info.damaged > 0;
    if info.answers == 0 && was_damaged {
        desk.say_message(id::CLI_SALVAGE_NOTHING)?;
        desk.say_message(id::ERROR_DAMAGED_RESTORE)?;
    }
    let loose = keeper.loose();
    let mut pieces = pieces;
    let mut taken = 0;
    for piece in &loose {
        let deed = match pieces {
            Pieces::Ask => ask(piece, desk)?,
            Pieces::Take => Deed::TakeRest,
            Pieces::Leave => Deed::LeaveRest,
        };
        match deed {
            Deed::LeaveRest => break,
            Deed::Leave => {}
            Deed::Drop => keeper.drop_loose(piece.index)?,
            Deed::Take | Deed::TakeRest => {
                keeper.take_loose(piece.index)?;
                taken += 1;
            }
        }
        if matches!(deed, Deed::TakeRest) {
            pieces = Pieces::Take;
        }
    }
    let left = keeper.loose().len();
    if !loose.is_empty() {
        let said = desk.words.say_with(id::CLI_SALVAGE_TAKEN, &[("count", taken.into())]);
        desk.say_wrapped(&said, 0)?;
    }
    if left > 0 {
        let said = desk.words.say_with(id::CLI_SALVAGE_LEFT, &[("count", left.into())]);
        desk.say_wrapped(&said, 0)?;
    }
    if keeper.info().damaged > 0 {
        desk.say_message(id::CLI_SALVAGE_ASIDE)?;
    }
    desk.give(|| view_json(&view, taken, left))
}

/// What becomes of a loose piece.
enum Deed {
    Take,
    /// It waits for another day.
    Leave,
    /// It is not wanted.
    Drop,
    TakeRest,
    LeaveRest,
}

/// Shows a piece to its owner, and asks. It goes to the screen alone, never into a pipe.
fn ask(piece: &LooseView, desk: &mut Desk<'_, '_>) -> Result<Deed, Trouble> {
    let whose = if piece.person.is_empty() {
        piece.label.clone()
    } else {
        format!("{}: {}", page::in_a_line(&piece.person), piece.label)
    };
    desk.note("")?;
    desk.note(&format!("{whose} ({})", piece.shown_at))?;
    desk.note_indented(&piece.shown, 2)?;
    let choices = [
        id::CLI_CHOOSE_TAKE,
        id::CLI_CHOOSE_LEAVE,
        id::CLI_CHOOSE_DROP,
        id::CLI_CHOOSE_TAKE_REST,
        id::CLI_CHOOSE_LEAVE_REST,
    ];
    let choices = choices.map(|message| desk.words.say(message));
    let question = desk.words.say(id::CLI_PROMPT_PIECE);
    Ok(match desk.ask_one(&question, &choices)? {
        0 => Deed::Take,
        1 => Deed::Leave,
        2 => Deed::Drop,
        3 => Deed::TakeRest,
        _ => Deed::LeaveRest,
    })
}

fn say_view(view: &SalvageView, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    if view.is_whole {
        desk.say_message(id::CLI_SALVAGE_WHOLE)?;
    } else {
        let words = &desk.words;
        let up_to = match view.at {
            Some(_) => {
                words.say_with(id::CLI_SALVAGE_UP_TO, &[("date", view.shown_at.as_str().into())])
            }
            None => words.say(id::CLI_SALVAGE_SOME),
        };
        let missing = words.say_with(id::CLI_SALVAGE_MISSING, &[("count", view.missing.into())]);
        desk.say_wrapped(&up_to, 0)?;
        desk.say_wrapped(&missing, 0)?;
    }
    if view.is_without_history {
        desk.say_message(id::CLI_SALVAGE_NO_HISTORY)?;
    }
    if !view.sections.is_empty() {
        desk.say_message(id::CLI_SALVAGE_PIECES)?;
    }
    for section in &view.sections {
        let given = [("section", section.title.as_str().into()), ("count", section.count.into())];
        let said = desk.words.say_with(id::CLI_SALVAGE_SECTION, &given);
        desk.say_wrapped(&said, 2)?;
    }
    Ok(())
}

fn view_json(view: &SalvageView, taken: usize, left: usize) -> Json {
    let section =
        |one: &landvast::SectionPieces| json!({ "section": one.section.id(), "count": one.count });
    json!({
        "up_to": view.up_to,
        "at": view.at.map(|at| at.to_rfc3339()),
        "missing": view.missing,
        "sections": view.sections.iter().map(section).collect::<Vec<_>>(),
        "is_without_history": view.is_without_history,
        "is_whole": view.is_whole,
        "taken": taken,
        "left": left,
    })
}

/// `salvage --forget`: what was moved aside goes for good.
pub(super) fn forget(keeper: &mut Keeper, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    if keeper.info().damaged > 0 {
        desk.need_screen(id::ERROR_NO_TERMINAL_PIECES)?;
        let question = desk.words.say(id::CLI_CONFIRM_FORGET_DAMAGED);
        if desk.ask_yes(&question)? == Answered::No {
            return desk.say_message(id::CLI_UNCHANGED);
        }
        keeper.forget_damaged()?;
    }
    desk.say_message(id::CLI_DONE_FORGET_DAMAGED)?;
    desk.give(|| json!({ "done": "forget" }))
}
