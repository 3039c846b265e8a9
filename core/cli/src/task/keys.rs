//! `recovery --new`, `renew`, `forget` and `erase`: keys for life, and the end of it.

use std::path::Path;

use landvast::{CopyView, Elsewhere, Keeper, Passphrase, PlanError, id};
use serde_json::{Value as Json, json};

use super::code::CodeRoom;
use super::{At, in_plan, open, views};
use crate::args::{Sure, Whom};
use crate::desk::{Answered, Desk};
use crate::known;
use crate::page;
use crate::secret::{self, SecretSource, TRIES};
use crate::trouble::Trouble;

/// `recovery --new`: the code that was handed over counts, the one before it no longer does.
pub(super) fn recovery(
    room: CodeRoom<'_>,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let mut code = room.hand_over(desk).map_err(still_the_old)?;
    let done = keeper.set_recovery_code(&code.code);
    code.settle(done)?;
    desk.say_message(id::CLI_DONE_RECOVERY)?;
    code.say_where(desk)?;
    desk.say_message(id::CLI_OLD_COPIES_OPEN_CODE)?;
    desk.give(|| json!({ "done": "recovery" }))
}

/// `renew`: somebody saw a secret, so everything is locked anew.
pub(super) fn renew(
    new: &SecretSource,
    room: CodeRoom<'_>,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let next = id::ERROR_NO_TERMINAL_NEW_PASSPHRASE;
    let passphrase = secret::new_passphrase(desk, new, next)?;
    let mut code = room.hand_over(desk).map_err(still_the_old)?;
    let done = {
        let _busy = desk.busy(id::CLI_BUSY_KEYS);
        keeper.renew(&passphrase, &code.code, desk.host.cost)
    };
    code.settle(done)?;
    desk.say_message(id::CLI_DONE_RENEW)?;
    code.say_where(desk)?;
    let elsewhere = keeper.elsewhere(None);
    say_elsewhere(&elsewhere, desk)?;
    desk.give(|| json!({ "done": "renew", "elsewhere": elsewhere_json(&elsewhere) }))
}

/// `forget`: earlier wordings of one answer go for good.
pub(super) fn forget(
    (field, whom, sure): (&str, &Whom, Sure),
    room: CodeRoom<'_>,
    passphrase: &Passphrase,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let (place, field) = views::place_of(field, whom, keeper)?;
    keeper.since(place, &field)?;
    if sure == Sure::Ask {
        desk.need_screen(id::ERROR_NO_TERMINAL_CONFIRM)?;
        let question = desk.words.say(id::CLI_CONFIRM_FORGET);
        if desk.ask_yes(&question)? == Answered::No {
            return desk.say_message(id::CLI_UNCHANGED);
        }
    }
    let mut code = room.hand_over(desk).map_err(still_the_old)?;
    let done = {
        let _busy = desk.busy(id::CLI_BUSY_KEYS);
        keeper.forget(place, &field, passphrase, &code.code, desk.host.cost)
    };
    let elsewhere = code.settle(done)?;
    desk.say_message(id::CLI_DONE_FORGET)?;
    code.say_where(desk)?;
    say_elsewhere(&elsewhere, desk)?;
    desk.give(
        || json!({ "done": "forget", "field": field, "elsewhere": elsewhere_json(&elsewhere) }),
    )
}

/// `erase`: everything, after its owner typed a sentence.
pub(super) fn erase(at: &At, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    desk.need_screen(id::ERROR_NO_TERMINAL_ERASE)?;
    let (mut keeper, _) = open(at, desk)?;
    desk.speak_as(&mut keeper);
    let elsewhere = keeper.elsewhere(None);
    desk.note(&desk.words.say(id::CLI_ERASE_EXPLAINED))?;
    if let Err(trouble) = ask_sentence(desk) {
        // Nothing was done, so the plan is closed as it is.
        return in_plan(keeper, at, desk, |_, _| Err(trouble));
    }
    erase_with_note(keeper, at.vault()?, desk)?;
    desk.say_message(id::CLI_DONE_ERASE)?;
    say_elsewhere(&Elsewhere { damaged: 0, ..elsewhere.clone() }, desk)?;
    desk.give(|| json!({ "done": "erase", "elsewhere": elsewhere_json(&elsewhere) }))
}

/// Erases the plan, and what is kept about it outside its folder. That goes first: once the plan has
/// begun to go it has no name under which anybody would find it.
fn erase_with_note(keeper: Keeper, vault: &Path, desk: &Desk<'_, '_>) -> Result<(), Trouble> {
    let (state, device) = (desk.host.folders.state.as_deref(), &desk.host.device);
    let known = known::of(state, vault);
    let older = known::older(state, vault, keeper.sequence());
    known::forget(state, vault);
    let erased = keeper.erase();
    if let (Err(error), Some(known)) = (&erased, known)
        && !matches!(error, PlanError::NotFound { .. })
    {
        // It never began, so the plan is there as before.
        known::keep(state, vault, (known, older.as_ref()), device);
    }
    Ok(erased?)
}

fn ask_sentence(desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let plain = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        // The quotes round it may be typed too.
        words.join(" ").trim_matches(['.', '‘', '’', '\'', '"']).to_owned()
    };
    let sentence = desk.words.say(id::CLI_ERASE_SENTENCE);
    let given = [("sentence", sentence.as_str().into())];
    let question = desk.words.say_with(id::CLI_PROMPT_ERASE, &given);
    for _ in 0..TRIES {
        if plain(&desk.ask_line(&question, "")?) == plain(&sentence) {
            return Ok(());
        }
        desk.note_trouble(&Trouble::SentenceDiffers)?;
    }
    Err(Trouble::SentenceDiffers)
}

/// Whoever stops before the new code was given back keeps the old one.
fn still_the_old(trouble: Trouble) -> Trouble {
    if matches!(trouble, Trouble::Stopped) { Trouble::StoppedBeforeCode } else { trouble }
}

fn say_elsewhere(elsewhere: &Elsewhere, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    desk.say_message(id::CLI_ELSEWHERE)?;
    let mut lines = Vec::new();
    for day in &elsewhere.backups {
        let day = desk.words.date_long(*day);
        lines.push(desk.words.say_with(id::CLI_ELSEWHERE_BACKUP, &[("date", day.into())]));
    }
    for copy in &elsewhere.copies {
        lines.push(format!("{}: {}", page::in_a_line(&copy.name), copy.shown));
    }
    if elsewhere.damaged > 0 {
        lines.push(desk.words.say(id::CLI_ELSEWHERE_DAMAGED));
    }
    lines.push(desk.words.say(id::CLI_ELSEWHERE_PAPERS));
    lines.push(desk.words.say(id::CLI_ELSEWHERE_FOLDERS));
    for line in lines {
        desk.say(&page::hanging(&line, 2, 4))?;
    }
    Ok(())
}

fn elsewhere_json(elsewhere: &Elsewhere) -> Json {
    let copy = |copy: &CopyView| json!({ "id": copy.id.to_string(), "name": copy.name, "paper": copy.paper.id() });
    json!({
        "backups": elsewhere.backups.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "copies": elsewhere.copies.iter().map(copy).collect::<Vec<_>>(),
        "damaged": elsewhere.damaged,
    })
}
