//! `copies`: who has which paper, so that an older one can be asked back.

use landvast::{CopyView, Form, Keeper, PaperKind, id};
use serde_json::{Value as Json, json};

use super::views;
use crate::args::CopiesTask;
use crate::desk::{Desk, Shape};
use crate::page;
use crate::trouble::Trouble;

pub(super) fn run(
    task: &CopiesTask,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    match task {
        CopiesTask::List => list(keeper, desk),
        CopiesTask::Add { who, paper, form } => add(who, *paper, *form, keeper, desk),
        CopiesTask::Back { who, paper } => back(who, *paper, keeper, desk),
    }
}

fn list(keeper: &Keeper, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let copies = keeper.copies();
    if desk.shape == Shape::Json {
        let copies: Vec<Json> = copies.iter().map(copy_json).collect();
        return desk.give(|| json!({ "copies": copies }));
    }
    if copies.is_empty() {
        return desk.say_message(id::CLI_COPIES_EMPTY);
    }
    for copy in &copies {
        let line = format!("{}: {}", page::in_a_line(&copy.name), copy.shown);
        desk.say(&page::hanging(&line, 0, 4))?;
        if copy.returned_on.is_none() && !copy.is_newest {
            let older = desk.words.say(id::CLI_COPIES_OLDER);
            desk.say_wrapped(&older, 4)?;
        }
    }
    Ok(())
}

fn add(
    who: &str,
    paper: PaperKind,
    form: Form,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let person = views::person_of(who, keeper)?.id;
    let id = keeper.give_copy(person, paper, form)?;
    let written: Vec<CopyView> = keeper.copies().into_iter().filter(|copy| copy.id == id).collect();
    tell("added", &written, desk)
}

/// Everything that these people still have, or only one kind of paper.
fn back(
    who: &[String],
    paper: Option<PaperKind>,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let mut people = Vec::new();
    for one in who {
        people.push(views::person_of(one, keeper)?.id);
    }
    let is_meant = |copy: &CopyView| {
        people.contains(&copy.person)
            && copy.returned_on.is_none()
            && paper.is_none_or(|paper| paper == copy.paper)
    };
    let meant: Vec<_> = keeper.copies().into_iter().filter(is_meant).map(|copy| copy.id).collect();
    if meant.is_empty() {
        return Err(Trouble::NothingOut);
    }
    keeper.copy_back(&meant)?;
    let is_back = |copy: &CopyView| meant.contains(&copy.id);
    let written: Vec<CopyView> = keeper.copies().into_iter().filter(is_back).collect();
    tell("back", &written, desk)
}

fn tell(done: &str, copies: &[CopyView], desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    for copy in copies {
        let line = format!("{}: {}", page::in_a_line(&copy.name), copy.shown);
        let text = desk.words.say_with(id::CLI_DONE_COPY, &[("copy", line.into())]);
        desk.say_wrapped(&text, 0)?;
    }
    desk.give(|| {
        let copies: Vec<Json> = copies.iter().map(copy_json).collect();
        json!({ "done": done, "copies": copies })
    })
}

fn copy_json(copy: &CopyView) -> Json {
    json!({
        "id": copy.id.to_string(),
        "person": copy.person.to_string(),
        "name": copy.name,
        "paper": copy.paper.id(),
        "version": copy.version,
        "form": copy.form.id(),
        "given_on": copy.given_on.to_string(),
        "returned_on": copy.returned_on.map(|day| day.to_string()),
        "is_newest": copy.is_newest,
    })
}
