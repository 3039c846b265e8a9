//! The sheet for a child or young person: it is not your fault, it is not your job, call this
//! adult. Nothing else: no tasks, no signs, nothing about medicines.

use landvast_model::Place;
use landvast_model::excerpt::Content;
use landvast_model::table::SheetPart;
use landvast_text::id;
use landvast_text::numbers::help_line;

use super::{Sheet, calls};
use crate::dial::EMERGENCY;
use crate::flow::{Block, Call, Document, Marks, Prose, Size};
use crate::pages::phones::When;
use crate::pages::{self, answer};

/// The help line for children.
const CHILDREN: &str = "kindertelefoon";

/// The sheet in its order.
pub(super) fn document(sheet: &Sheet<'_>) -> Document {
    let title = sheet.say(id::KIN_TITLE);
    let mut document = pages::document(&sheet.context, title, Size::ArmsLength);
    document.heading = Prose::new(sheet.say_to(id::MINOR_TITLE, id::MINOR_TITLE_NAMELESS));
    document.about = vec![Prose::new(sheet.say(id::MINOR_SOMETIMES))];
    document.blocks = [
        vec![
            sheet.heading(id::MINOR_FAULT),
            sheet.text(id::MINOR_FAULT_ABOUT),
            sheet.heading(id::MINOR_JOB),
            sheet.text(id::MINOR_JOB_ABOUT),
        ],
        adults(sheet),
        help_line_for_children(sheet),
        message(sheet),
    ]
    .concat();
    document
}

/// Whom a child can call: the adults that the plan names, and the emergency number.
fn adults(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut adults = calls::people(sheet, When::Any);
    let danger = (id::MINOR_CALL_DANGER, id::MINOR_CALL_DANGER_ABOUT);
    adults.extend(calls::fixed(sheet, EMERGENCY, danger.0, danger.1));
    vec![
        sheet.heading(id::MINOR_CALL),
        sheet.text(id::MINOR_CALL_ABOUT),
        Block::Calls(Marks::Bullets, adults),
    ]
}

fn help_line_for_children(sheet: &Sheet<'_>) -> Vec<Block> {
    let Some(line) = help_line(CHILDREN) else { return Vec::new() };
    let heading = sheet.heading(id::MINOR_LINE);
    let Some(call) = calls::named(sheet, CHILDREN, id::MINOR_LINE_ABOUT) else {
        // A number that was never checked is on no paper.
        let name = line.name.in_language(sheet.context.words.language());
        let about = sheet.sentences([id::MINOR_LINE_ABOUT, id::MINOR_LINE_LOOK_UP]);
        return vec![heading, Block::Text(Prose::bold(name)), about];
    };
    let words = sheet.context.words;
    let when = calls::when(sheet, line)
        .map(|when| words.say_with(id::MINOR_LINE_WHEN, &[("when", when.into())]));
    let about = when.into_iter().chain([sheet.say(id::MINOR_LINE_ABOUT)]);
    let about = Prose::new(about.collect::<Vec<_>>().join(" "));
    let call = Call { about: Vec::new(), ..call };
    vec![heading, Block::Calls(Marks::Bullets, vec![call]), Block::Text(about)]
}

/// What the owner wants to tell: the note first, then everything else of this reader's own.
fn message(sheet: &Sheet<'_>) -> Vec<Block> {
    let Some(own) = sheet.own else { return Vec::new() };
    let note = sheet.unlabelled(SheetPart::Message);
    let others = own.entries.iter().filter(|entry| {
        let stands = entry.field.sheet_part();
        let answered = matches!(entry.content, Content::Answer(_));
        answered && stands.rank > 0 && stands.part != SheetPart::Message
    });
    let place = Place::Person(own.id);
    let others = others.flat_map(|entry| answer::labelled(&sheet.context, place, entry));
    let told: Vec<Block> = note.into_iter().chain(others).collect();
    sheet.part(id::MINOR_MESSAGE, told)
}
