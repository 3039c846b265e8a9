//! Whom the reader of a sheet can call: people, care, and help lines.

use landvast_model::Value;
use landvast_model::excerpt::{Content, Entry};
use landvast_model::table::SheetPart;
use landvast_text::numbers::{HELP_LINES, HelpLine, MeantFor, help_line};
use landvast_text::{MessageId, id};

use super::{Sheet, entries};
use crate::flow::{Block, Call, Marks, Piece, Prose};
use crate::pages::{EMERGENCY, SUICIDE, phones};

/// The help line for worries about somebody else that can wait.
const WORRY: &str = "zorgwekkend_gedrag";
/// The help line for whoever wants to be listened to.
const LISTENING: &str = "luisterlijn";

/// The numbers for danger to life, with what they are for.
pub(super) fn in_danger(sheet: &Sheet<'_>) -> Vec<Call> {
    let lines = [
        (EMERGENCY, id::KIN_DANGER, id::CARD_DANGER_ABOUT),
        (SUICIDE, id::KIN_SUICIDE, id::KIN_SUICIDE_ABOUT),
    ];
    lines.into_iter().filter_map(|(line, who, about)| fixed(sheet, line, who, about)).collect()
}

/// The owner's people in order, then care, then what the table puts beside them.
pub(super) fn people_and_care(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let people = people(sheet);
    let care = care(sheet);
    if people.is_empty() && care.is_empty() {
        blocks.push(sheet.text(id::KIN_CALL_NOBODY));
    }
    if people.len() + care.len() > 1 {
        blocks.push(sheet.text(id::KIN_CALL_ORDER));
    }
    if !people.is_empty() {
        blocks.push(Block::Calls(Marks::Numbers, people));
    }
    if !care.is_empty() {
        blocks.push(sheet.small_heading(id::KIN_CALL_CARE));
        blocks.push(Block::Calls(Marks::Bullets, care));
    }
    let words = sheet.answers(SheetPart::Call);
    let words: Vec<_> = words.into_iter().filter(|(_, entry)| !is_call(entry)).collect();
    blocks.extend(entries::blocks(sheet, &words));
    blocks
}

/// The owner's people but for the reader, in call order.
pub(super) fn people(sheet: &Sheet<'_>) -> Vec<Call> {
    let others = sheet.context.excerpt.people.iter();
    let others = others.filter(|person| sheet.own.is_none_or(|own| own.id != person.id));
    others.filter_map(|person| phones::person(&sheet.context, person)).map(short).collect()
}

fn is_call(entry: &Entry) -> bool {
    matches!(entry.content, Content::Answer(Value::Rows(_))) && phones::are_calls(entry.field)
}

/// Everything of the part that has numbers.
fn care(sheet: &Sheet<'_>) -> Vec<Call> {
    let answers = sheet.answers(SheetPart::Call).into_iter().map(|(_, entry)| entry);
    let mut calls = Vec::new();
    for entry in answers.filter(|entry| is_call(entry)) {
        let Content::Answer(Value::Rows(rows)) = &entry.content else { continue };
        let language = sheet.context.written_in(entry.lang.as_deref());
        let rows = phones::calls(&sheet.context, entry.field, rows, language.as_ref());
        calls.extend(rows.into_iter().map(short));
    }
    calls
}

/// What there is to know about a call in one line: at night a name is looked for, not read up on.
fn short(mut call: Call) -> Call {
    let mut line = Prose::default();
    for about in call.about {
        if !line.is_empty() {
            line.pieces.push(Piece::new(" · "));
        }
        let language = about.language;
        line.of = line.of.or(about.of);
        line.pieces.extend(
            about.pieces.into_iter().map(|piece| Piece { language: language.clone(), ..piece }),
        );
    }
    call.about = if line.is_empty() { Vec::new() } else { vec![line] };
    call
}

/// What to do if the owner wants no help: care, somebody to ask, and the emergency number.
pub(super) fn if_refused(sheet: &Sheet<'_>) -> Block {
    let nobody = care(sheet).is_empty();
    let doctor = if nobody { id::KIN_REFUSE_DOCTOR } else { id::KIN_REFUSE_DOCTOR_ABOVE };
    let doctor = Prose::new(sheet.say(doctor));
    let lines = [
        in_words(sheet, WORRY, id::KIN_REFUSE_WORRY),
        in_words(sheet, EMERGENCY, id::KIN_REFUSE_DANGER),
    ];
    Block::List(
        Marks::Numbers,
        std::iter::once(doctor).chain(lines.into_iter().flatten()).collect(),
    )
}

/// A sentence that ends with the number of a help line.
fn in_words(sheet: &Sheet<'_>, line: &str, message: MessageId) -> Option<Prose> {
    let line = help_line(line).filter(|line| line.may_be_printed())?;
    let words = sheet.context.words;
    let name = line.name.in_language(words.language());
    Some(with_number(sheet, line, words.say_with(message, &[("line", name.into())])))
}

fn with_number(sheet: &Sheet<'_>, line: &HelpLine, said: String) -> Prose {
    let words = sheet.context.words;
    let name = line.name.in_language(words.language());
    let dial = phones::dial(words, name, line.phone);
    let number = Piece { link: dial.link, ..Piece::bold(dial.shown) };
    Prose::new(said).and(Piece::new(" ")).and(number)
}

/// Where somebody close finds an ear for themselves.
pub(super) fn support(sheet: &Sheet<'_>) -> Block {
    let is_for_kin =
        |line: &&HelpLine| line.meant_for == MeantFor::NextOfKin || line.id == LISTENING;
    let lines = HELP_LINES.iter().filter(|line| line.may_be_printed()).filter(is_for_kin);
    let lines = lines.map(|line| {
        let name = line.name.in_language(sheet.context.words.language());
        let prose = with_number(sheet, line, format!("{name}:"));
        match when(sheet, line) {
            Some(when) => prose.and(Piece::new(format!(", {when}"))),
            None => prose,
        }
    });
    Block::List(Marks::Bullets, lines.collect())
}

/// A help line with its own name.
pub(super) fn named(sheet: &Sheet<'_>, line: &str, about: MessageId) -> Option<Call> {
    let line = help_line(line).filter(|line| line.may_be_printed())?;
    let words = sheet.context.words;
    let name = line.name.in_language(words.language());
    Some(Call {
        who: Prose::new(name),
        about: vec![Prose::new(sheet.say(about))],
        numbers: vec![phones::dial(words, name, line.phone)],
    })
}

/// A help line by what it is for.
pub(super) fn fixed(
    sheet: &Sheet<'_>,
    line: &str,
    who: MessageId,
    about: MessageId,
) -> Option<Call> {
    let who = Prose::new(sheet.say(who));
    Some(Call { who, ..named(sheet, line, about)? })
}

/// When a help line answers, and at what cost.
pub(super) fn when(sheet: &Sheet<'_>, line: &HelpLine) -> Option<String> {
    let language = sheet.context.words.language();
    line.when.map(|when| when.in_language(language).to_owned())
}
