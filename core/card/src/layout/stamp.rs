//! The stamp of trust at the foot of a panel: when made, with whom, until when, which version,
//! and the code to compare copies by.
//!
//! The stamp is never moved to the plan: without it a reader cannot judge the rest.

use landvast_model::Panel;
use landvast_model::excerpt::{Content, Derived, Entry};
use landvast_model::rules::Standing;
use landvast_text::{Part as FieldPart, id};

use super::Context;
use super::callers;
use super::column::{BODY, Column, LEADING, OURS, rule};
use super::face::{Face, Take};
use crate::scene::{Block, Item, Part, Role};
use crate::shape::Weight;

/// Puts what is worked out for this face at its foot.
pub(super) fn foot(column: &mut Column<'_>) {
    let width = column.area.width;
    let lines = lines(column.context, column.face, width);
    if lines.is_empty() {
        return;
    }
    let mut sets = Vec::new();
    for line in &lines {
        let style = column.style(BODY, Weight::Regular);
        sets.push(column.set(line, style, width, OURS));
    }
    let height: f32 = sets.iter().map(|set| set.height(LEADING)).sum();
    let see_plan = column.context.words.say(id::CARD_SEE_PLAN);
    let see_plan = column.context.type_.width(&see_plan, column.style(BODY, Weight::Bold));
    let has_room = sets
        .first()
        .is_some_and(|set| set.lines.len() == 1 && set.width() + see_plan + 10.0 <= width);
    column.foot(height + 3.0, |column, top| {
        column.stamp_room = has_room.then_some(top + 3.0);
        let mut items = vec![rule(column.area, top + 1.2)];
        let mut y = top + 3.0;
        for set in sets {
            let placed = set.place(column.area.x, y, width, LEADING);
            y += set.height(LEADING);
            items.push(Item::Text(Block { role: Role::P, parts: vec![Part::new(placed)] }));
        }
        items
    });
}

fn lines(context: &Context<'_>, face: &Face, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for take in face.takes {
        // A cover says by itself whom a finder rings.
        let found = (take.panel == Panel::L4 && !face.is_cover()).then(|| found(context));
        lines.extend(found.filter(|found| !lines.contains(found)));
        // Two days fit on one line, and a line is worth a sentence of the owner's.
        let mut said = derived(context, *take);
        if take.panel == face.panel && take.panel == Panel::R2 {
            said.splice(0..0, agreed_with(context, width));
        }
        lines.extend(join_short(context, said, width));
    }
    lines
}

/// What is worked out for these ranks, a line each.
fn derived(context: &Context<'_>, take: Take) -> Vec<String> {
    let mut derived: Vec<(u8, &Entry)> = context
        .excerpt
        .entries
        .iter()
        .filter_map(|entry| {
            let place = entry.field.place.filter(|place| take.holds(*place))?;
            entry.field.is_derived().then_some((place.rank, entry))
        })
        .collect();
    derived.sort_by_key(|(rank, _)| *rank);
    let mut lines: Vec<String> = Vec::new();
    for (_, entry) in derived {
        match &entry.content {
            Content::Derived(Derived::Version(version)) => {
                let code = context.excerpt.code.to_string();
                let said = [("version", (*version).into()), ("code", code.into())];
                lines.push(context.words.say_with(id::CARD_VERSION_AND_CODE, &said));
            }
            Content::Derived(Derived::Day(day)) => {
                let label = context.words.field(entry.field, FieldPart::Card);
                let label = label.unwrap_or_else(|| context.words.label(entry.field));
                let date = context.words.date_short(*day);
                let said = [("label", label.into()), ("date", date.into())];
                lines.push(context.words.say_with(id::CARD_LABELLED_DAY, &said));
            }
            Content::Derived(Derived::Words) => lines.extend(context.words.derived(entry.field)),
            _ => {}
        }
    }
    lines
}

/// Joins the last two lines if together they fit on one.
fn join_short(context: &Context<'_>, mut lines: Vec<String>, width: f32) -> Vec<String> {
    let [.., before, last] = lines.as_slice() else { return lines };
    let two = [("one", before.as_str().into()), ("other", last.as_str().into())];
    let joined = context.words.say_with(id::CARD_TWO, &two);
    if fits(context, &joined, width) {
        lines.truncate(lines.len() - 2);
        lines.push(joined);
    }
    lines
}

fn agreed_with(context: &Context<'_>, width: f32) -> Option<String> {
    let people = context.excerpt.people.iter();
    let names: Vec<&str> = people
        .filter(|person| person.standing == Standing::Agreed && !person.name().is_empty())
        .map(landvast_model::excerpt::Excerpted::name)
        .collect();
    if names.is_empty() {
        return None;
    }
    let said = context.words.list(&names);
    let said = context.words.say_with(id::CARD_AGREED_WITH, &[("names", said.into())]);
    if fits(context, &said, width) {
        return Some(said);
    }
    let count = [("count", names.len().into())];
    Some(context.words.say_with(id::CARD_AGREED_WITH_MANY, &count))
}

/// Whether words fit on one line.
fn fits(context: &Context<'_>, words: &str, width: f32) -> bool {
    let language = context.language();
    let style = crate::shape::Style { size_pt: BODY, weight: Weight::Regular, language };
    context.type_.width(words, style) <= width
}

/// What a finder of a lost card does.
fn found(context: &Context<'_>) -> String {
    let caller = callers::first(context);
    match caller.as_ref().and_then(|caller| Some((caller, caller.numbers.first()?))) {
        Some((caller, number)) => {
            let arguments =
                [("name", caller.name.as_str().into()), ("phone", number.shown.as_str().into())];
            context.words.say_with(id::CARD_FOUND, &arguments)
        }
        None => context.words.say(id::CARD_FOUND_NOBODY),
    }
}
