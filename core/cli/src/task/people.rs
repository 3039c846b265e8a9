//! `person`: the owner's people.

use landvast::{
    Draft, FieldView, FindingView, Keeper, Kind, PersonId, PersonView, Place, Value, id,
};
use serde_json::{Value as Json, json};

use super::views;
use crate::args::{PersonTask, Sure};
use crate::desk::{Answered, Desk, Shape};
use crate::host::Screen;
use crate::page;
use crate::trouble::Trouble;

/// What is found where two people have one name.
const SAME_NAME: &str = "same-name";

pub(super) fn run(
    task: &PersonTask,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    match task {
        PersonTask::Add { name, answers, sure } => add(name, answers, *sure, keeper, desk),
        PersonTask::Edit { who, answers } => edit(who, answers, keeper, desk),
        PersonTask::List => list(keeper, desk),
        PersonTask::Remove { who, sure } => remove(who, *sure, keeper, desk),
    }
}

fn add(
    name: &str,
    typed: &[(String, Vec<String>)],
    sure: Sure,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    // Reading what was typed for a field needs a place of the right kind, not yet the person.
    let nobody = Place::Person(PersonId(0));
    let mut answers = Vec::new();
    for (field, words) in typed {
        answers.push((field.clone(), value_of(nobody, field, words, keeper)?));
    }
    // Without a screen they are added, and what `check` says of two of one name is said.
    let is_known = keeper.people().iter().any(|person| is_same(&person.name, name));
    if is_known && sure == Sure::Ask && desk.host.screen == Screen::Terminal {
        let given = [("name", page::in_a_line(name.trim()).into())];
        let question = desk.words.say_with(id::CLI_CONFIRM_SAME_NAME, &given);
        if desk.ask_yes(&question)? == Answered::No {
            desk.say_message(id::CLI_UNCHANGED)?;
            return desk.give(
                || json!({ "person": null, "name": name, "done": "nothing", "findings": [] }),
            );
        }
    }
    let id = keeper.add_person(name, &answers)?;
    tell("added", id::CLI_DONE_PERSON_ADDED, id, keeper, desk)
}

/// Whether a finding is about this person. Of two of one name it is about both.
fn is_about(finding: &FindingView, person: &PersonView, keeper: &Keeper) -> bool {
    let Some(id) = finding.person else { return false };
    let is_namesake = || {
        let other = keeper.person(id);
        finding.id == SAME_NAME && other.is_ok_and(|other| is_same(&other.name, &person.name))
    };
    id == person.id || is_namesake()
}

/// Whether two names are one to whoever reads them.
fn is_same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn edit(
    who: &str,
    typed: &[(String, Vec<String>)],
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let id = views::person_of(who, keeper)?.id;
    let mut changes = Vec::new();
    for (field, words) in typed {
        let value = value_of(Place::Person(id), field, words, keeper)?;
        changes.push((field.clone(), Draft { value: Some(value), ..Draft::default() }));
    }
    keeper.edit_person(id, changes)?;
    tell("saved", id::CLI_DONE_PERSON_EDITED, id, keeper, desk)
}

/// What was typed behind an option, as a value of its field. Nothing between quotes clears.
fn value_of(
    place: Place,
    field: &str,
    words: &[String],
    keeper: &Keeper,
) -> Result<Value, Trouble> {
    if words.iter().all(|word| word.trim().is_empty()) {
        return Ok(Value::Text(String::new()));
    }
    Ok(match keeper.field(place, field)?.kind {
        Kind::Rows(_) => keeper.read_typed_rows(place, field, words)?,
        // `--may-know c,f`
        Kind::Sections => {
            let split = words.iter().flat_map(|word| word.split(','));
            let sections: Vec<String> = split.map(|word| word.trim().to_owned()).collect();
            keeper.read_typed(place, field, &sections)?
        }
        // `--agreed "yes 2026-03-01"`
        Kind::Agreement => {
            let split = words.iter().flat_map(|word| word.split_whitespace());
            let parts: Vec<String> = split.map(str::to_owned).collect();
            keeper.read_typed(place, field, &parts)?
        }
        _ => keeper.read_typed(place, field, words)?,
    })
}

fn tell(
    done: &str,
    message: landvast::MessageId,
    id: PersonId,
    keeper: &Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let person = keeper.person(id)?;
    let given = [("name", page::in_a_line(&person.name).into())];
    let text = desk.words.say_with(message, &given);
    desk.say_wrapped(&text, 0)?;
    desk.say_wrapped(&person.about, 2)?;
    let findings: Vec<_> = keeper
        .check()
        .into_iter()
        .filter(|finding| finding.weight < 3 && is_about(finding, &person, keeper))
        .collect();
    views::show_findings(&findings, desk)?;
    desk.give(|| {
        let findings: Vec<Json> = findings.iter().map(views::finding_json).collect();
        json!({
            "person": id.to_string(),
            "name": person.name,
            "done": done,
            "findings": findings,
        })
    })
}

fn list(keeper: &Keeper, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let people = keeper.people();
    if desk.shape == Shape::Json {
        let exported = views::exported(keeper);
        let people = people.iter();
        let people: Vec<Json> =
            people.map(|person| views::person_json(person, &exported)).collect();
        return desk.give(|| json!({ "people": people }));
    }
    if people.is_empty() {
        return desk.say_message(id::CLI_PEOPLE_EMPTY);
    }
    for (person, number) in people.iter().zip(1..) {
        let about = page::in_a_line(&format!("{} ({})", person.name, person.about));
        desk.say(&page::columns(&[vec![format!("{number:>2}"), about]], 0))?;
        let numbers = phones(person);
        if !numbers.is_empty() {
            desk.say_wrapped(&numbers, 4)?;
        }
    }
    Ok(())
}

/// The person's telephone numbers, in a line.
fn phones(person: &PersonView) -> String {
    let is_phones = |view: &&FieldView| view.spec.kind == "phones";
    let numbers = person.fields.iter().filter(is_phones).filter_map(|view| view.answer.as_ref());
    let shown: Vec<String> = numbers.map(|answer| answer.shown.replace('\n', ", ")).collect();
    shown.join(", ")
}

fn remove(
    who: &str,
    sure: Sure,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let person = views::person_of(who, keeper)?;
    let name = page::in_a_line(&person.name);
    if sure == Sure::Ask {
        desk.need_screen(id::ERROR_NO_TERMINAL_CONFIRM)?;
        let given = [("name", name.as_str().into())];
        let question = desk.words.say_with(id::CLI_CONFIRM_REMOVE_PERSON, &given);
        if desk.ask_yes(&question)? == Answered::No {
            desk.say_message(id::CLI_UNCHANGED)?;
            return desk.give(|| done("nothing", &person));
        }
    }
    keeper.remove_person(person.id)?;
    let text = desk.words.say_with(id::CLI_DONE_PERSON_REMOVED, &[("name", name.into())]);
    desk.say_wrapped(&text, 0)?;
    desk.give(|| done("removed", &person))
}

fn done(what: &str, person: &PersonView) -> Json {
    json!({ "person": person.id.to_string(), "name": person.name, "done": what, "findings": [] })
}
