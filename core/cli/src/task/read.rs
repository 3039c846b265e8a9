//! `read`: the plan, a section, an answer, or what is written about somebody.

use landvast::{FieldView, Keeper, PersonView, Place, Section, id};
use serde_json::{Value as Json, json};

use super::views::{self, Detail};
use crate::args::Whom;
use crate::desk::{Desk, Shape};
use crate::page;
use crate::trouble::Trouble;

/// What is to be read.
struct Reading {
    /// Sections of the plan, with their answers.
    sections: Vec<(Section, String, Vec<FieldView>)>,
    people: Vec<PersonView>,
    /// Whether fields without an answer are worth a line.
    shows_empty: bool,
}

pub(super) fn run(
    of: Option<&str>,
    whom: &Whom,
    keeper: &Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    match (of, whom) {
        (None, Whom::Plan) => show(&whole(keeper)?, keeper, desk),
        (None, Whom::Person(typed)) => {
            let people = vec![views::person_of(typed, keeper)?];
            show(&Reading { sections: Vec::new(), people, shows_empty: true }, keeper, desk)
        }
        (Some(of), Whom::Plan) => match Section::from_id(of) {
            Some(section) => show(&of_section(section, keeper)?, keeper, desk),
            None => one(of, whom, keeper, desk),
        },
        (Some(of), Whom::Person(_)) => one(of, whom, keeper, desk),
    }
}

fn whole(keeper: &Keeper) -> Result<Reading, Trouble> {
    let mut reading = Reading { sections: Vec::new(), people: keeper.people(), shows_empty: false };
    for section in keeper.sections() {
        let view = keeper.section(Place::Plan, section.section)?;
        reading.sections.push((view.section, view.title, view.fields));
    }
    Ok(reading)
}

fn of_section(section: Section, keeper: &Keeper) -> Result<Reading, Trouble> {
    let view = keeper.section(Place::Plan, section)?;
    let has_people = keeper.fields().iter().any(|spec| spec.of_person && spec.section == section);
    let people = if has_people { keeper.people() } else { Vec::new() };
    let sections = vec![(view.section, view.title, view.fields)];
    Ok(Reading { sections, people, shows_empty: true })
}

/// One answer.
fn one(of: &str, whom: &Whom, keeper: &Keeper, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let (place, field) = views::place_of(of, whom, keeper)?;
    let view = keeper.read(place, &field)?;
    if desk.shape == Shape::Json {
        let answers = [views::answer_json(&view, place, &views::exported(keeper))];
        return give(&answers, &[], keeper, desk);
    }
    views::show_answer(&view, Detail::Whole, desk)
}

fn show(reading: &Reading, keeper: &Keeper, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    if desk.shape == Shape::Json {
        let exported = views::exported(keeper);
        let answers: Vec<Json> = reading
            .sections
            .iter()
            .flat_map(|(_, _, fields)| fields)
            .filter(|view| view.answer.is_some())
            .map(|view| views::answer_json(view, Place::Plan, &exported))
            .collect();
        let people = reading.people.iter();
        let people: Vec<Json> =
            people.map(|person| views::person_json(person, &exported)).collect();
        return give(&answers, &people, keeper, desk);
    }
    let has_answer = |view: &&FieldView| view.answer.is_some();
    let mut is_empty = true;
    for (section, title, fields) in &reading.sections {
        let written: Vec<&FieldView> = fields.iter().filter(has_answer).collect();
        if written.is_empty() && !reading.shows_empty {
            continue;
        }
        is_empty = false;
        desk.say(&format!("{} ({})", page::in_a_line(title), section.id()))?;
        for view in written {
            views::show_answer(view, Detail::Chosen, desk)?;
        }
        if reading.shows_empty {
            not_yet(fields, desk)?;
        }
        desk.say("")?;
    }
    for person in &reading.people {
        is_empty = false;
        show_person(person, reading, desk)?;
    }
    if is_empty { desk.say_message(id::CLI_PLAN_EMPTY) } else { Ok(()) }
}

fn show_person(
    person: &PersonView,
    reading: &Reading,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let name = if person.name.is_empty() {
        desk.words.say(id::SOMEONE_WITHOUT_NAME)
    } else {
        person.name.clone()
    };
    desk.say_wrapped(&format!("{} ({})", page::in_a_line(&name), person.about), 0)?;
    for view in person.fields.iter().filter(|view| view.answer.is_some()) {
        views::show_answer(view, Detail::Chosen, desk)?;
    }
    // A person alone, or with the section that all people stand in.
    if reading.shows_empty && reading.sections.is_empty() {
        not_yet(&person.fields, desk)?;
    }
    desk.say("")
}

/// The ids of what is not written yet, in a line, so that nobody has to look them up.
fn not_yet(fields: &[FieldView], desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let ids: Vec<&str> = fields
        .iter()
        .filter(|view| view.answer.is_none() && view.spec.kind != "derived")
        .map(|view| view.spec.id.as_str())
        .collect();
    if ids.is_empty() {
        return Ok(());
    }
    let given = [("fields", ids.join(", ").into())];
    let text = desk.words.say_with(id::CLI_READ_NOT_YET, &given);
    desk.say(&page::hanging(&text, 2, 4))
}

fn give(
    answers: &[Json],
    people: &[Json],
    keeper: &Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let language = keeper.language().tag();
    desk.give(|| json!({ "language": language, "answers": answers, "people": people }))
}
