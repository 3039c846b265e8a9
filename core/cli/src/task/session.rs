//! `write` without a field: question after question, under one passphrase.
//!
//! What was answered is not asked again, so a session can be taken up another day. An empty answer
//! skips; a few words end it. Each answer is stored before the next question comes.

use landvast::{FieldSpec, Keeper, PersonId, Place, PlanError, Problem, StepView, Value, id};
use serde_json::json;

use super::{ask, views};
use crate::args::Whom;
use crate::desk::{Answered, Desk, Sitting};
use crate::page;
use crate::trouble::Trouble;

/// The key of the field that makes somebody one of the owner's people.
const NAME: &str = "name";
/// Why a question is asked only of somebody who is ready for it.
const SAFETY: &str = "safety";

/// How many answers were stored.
#[derive(Default)]
struct Tally {
    answers: usize,
}

pub(super) fn run(
    whom: &Whom,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let mut tally = Tally::default();
    desk.note(&desk.words.say(id::CLI_SESSION_HELLO))?;
    desk.note(&desk.words.say(id::CLI_SESSION_HOW))?;
    desk.sit_down();
    match whom {
        Whom::Person(typed) => {
            let person = views::person_of(typed, keeper)?.id;
            for step in keeper.session() {
                about(person, &step, keeper, desk, &mut tally)?;
            }
        }
        Whom::Plan => {
            for step in keeper.session() {
                if is_enough(desk) {
                    break;
                }
                take(&step, keeper, desk, &mut tally)?;
            }
        }
    }
    let stored = desk.words.say_with(id::CLI_SESSION_STORED, &[("count", tally.answers.into())]);
    desk.say_wrapped(&stored, 0)?;
    desk.say_message(id::CLI_SESSION_NEXT)?;
    desk.give(|| json!({ "done": "session", "answers": tally.answers }))
}

fn is_enough(desk: &Desk<'_, '_>) -> bool {
    desk.sitting() == Sitting::Enough
}

/// One step, if anything in it is still open.
fn take(
    step: &StepView,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
    tally: &mut Tally,
) -> Result<(), Trouble> {
    let open = open_fields(Place::Plan, &step.fields, keeper)?;
    let has_people = !step.person_fields.is_empty();
    let brings_people = step.person_fields.iter().any(|field| field.key == NAME);
    if open.is_empty() && !(has_people && (brings_people || !keeper.people().is_empty())) {
        return Ok(());
    }
    desk.note("")?;
    desk.note(&step.title)?;
    if step.if_wanted {
        let question = desk.words.say(id::CLI_SESSION_NOW);
        if desk.ask_yes(&question)? == Answered::No {
            return Ok(());
        }
    }
    ask_all(Place::Plan, &open, keeper, desk, tally)?;
    if !has_people {
        return Ok(());
    }
    for person in keeper.people() {
        let open = open_fields(Place::Person(person.id), &step.person_fields, keeper)?;
        if open.is_empty() || is_enough(desk) {
            continue;
        }
        let given = [("name", page::in_a_line(&person.name).into())];
        let question = desk.words.say_with(id::CLI_SESSION_ABOUT, &given);
        if desk.ask_yes(&question)? == Answered::Yes {
            ask_all(Place::Person(person.id), &open, keeper, desk, tally)?;
        }
    }
    if brings_people { people(step, keeper, desk, tally) } else { Ok(()) }
}

/// People by name, until no name comes; then there is enough for a first card.
fn people(
    step: &StepView,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
    tally: &mut Tally,
) -> Result<(), Trouble> {
    while !is_enough(desk) {
        let question = desk.words.say(id::CLI_SESSION_WHO);
        let name = desk.ask_line(&question, "")?;
        if name.trim().is_empty() {
            break;
        }
        let person = match keeper.find_person(&name) {
            Ok(known) => known,
            Err(PlanError::Invalid { faults })
                if faults.iter().any(|fault| fault.problem == Problem::UnknownPerson) =>
            {
                tally.answers += 1;
                keeper.add_person(&name, &[])?
            }
            Err(error) => {
                desk.note_trouble(&error.into())?;
                continue;
            }
        };
        about(person, step, keeper, desk, tally)?;
    }
    let card = desk.words.say(id::CLI_SESSION_CARD);
    desk.note(&card)
}

/// What a step asks about one person.
fn about(
    person: PersonId,
    step: &StepView,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
    tally: &mut Tally,
) -> Result<(), Trouble> {
    let place = Place::Person(person);
    let open = open_fields(place, &step.person_fields, keeper)?;
    ask_all(place, &open, keeper, desk, tally)
}

/// The questions of these that have no answer yet.
fn open_fields(
    place: Place,
    fields: &[FieldSpec],
    keeper: &Keeper,
) -> Result<Vec<FieldSpec>, Trouble> {
    let mut open = Vec::new();
    for field in fields {
        if keeper.read(place, &field.id)?.answer.is_none() {
            open.push(field.clone());
        }
    }
    Ok(open)
}

fn ask_all(
    place: Place,
    fields: &[FieldSpec],
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
    tally: &mut Tally,
) -> Result<(), Trouble> {
    for field in fields {
        if is_enough(desk) {
            break;
        }
        desk.note("")?;
        if field.care == SAFETY && !is_ready(field, desk)? {
            continue;
        }
        let value = ask::value(place, &field.id, keeper, desk)?;
        let Some(value) = value.filter(|value| !Value::is_empty(value)) else { continue };
        keeper.write(place, &field.id, value)?;
        tally.answers += 1;
        let stored = desk.words.say(id::CLI_SESSION_SAVED);
        desk.note(&stored)?;
    }
    Ok(())
}

/// A question that can weigh on somebody is not shown before they say that they want it now.
fn is_ready(field: &FieldSpec, desk: &mut Desk<'_, '_>) -> Result<bool, Trouble> {
    let warning = desk.words.say(id::CLI_SESSION_CARE);
    desk.note(&warning)?;
    let question = desk.words.say(id::CLI_SESSION_NOW);
    if desk.ask_yes(&question)? == Answered::No {
        return Ok(false);
    }
    desk.note(&field.help_line)?;
    Ok(true)
}
