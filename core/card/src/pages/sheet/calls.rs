//! Whom the reader of a sheet can call: people, care, and help lines.

use landvast_model::Value;
use landvast_model::excerpt::{Content, Entry};
use landvast_model::table::SheetPart;
use landvast_text::numbers::{HELP_LINES, HelpLine, MeantFor};
use landvast_text::{MessageId, id};

use super::{Sheet, entries};
use crate::dial::{self, EMERGENCY, SUICIDE};
use crate::flow::{Block, Call, Dial, Marks, Piece, Prose};
use crate::pages::phones::{self, When};

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
///
/// Where some of them do not answer at night, those who do stand first, in a list of their own: a
/// reader at three o'clock rings the first number that they see, and somebody answers.
pub(super) fn people_and_care(sheet: &Sheet<'_>) -> Vec<Block> {
    let care_by_night = care(sheet, When::Night);
    let by_night = without_twins(people(sheet, When::Night), care_by_night.clone());
    let (mut by_day, mut care) = (people(sheet, When::Day), care(sheet, When::Day));
    care.retain(|call| !is_named_already(&by_day, call));
    let always = by_day.iter().chain(&care).all(|call| by_night.contains(call));
    let mut blocks = Vec::new();
    if by_day.is_empty() && care.is_empty() {
        blocks.push(sheet.text(id::KIN_CALL_NOBODY));
    } else if always {
        blocks.extend(in_order(sheet, by_night));
    } else {
        blocks.push(sheet.small_heading(id::KIN_CALL_NIGHT));
        if by_night.is_empty() {
            blocks.push(sheet.text(id::KIN_CALL_NIGHT_NOBODY));
        }
        blocks.extend(in_order(sheet, by_night));
        // The owner's people come first by day, also those who answer at night; care that answers
        // at any hour stands above, for whenever nobody else does.
        care.retain(|call| !care_by_night.contains(call));
        by_day.append(&mut care);
        blocks.push(sheet.small_heading(id::KIN_CALL_DAY));
        blocks.push(Block::Calls(Marks::Numbers, by_day));
    }
    let words = sheet.answers(SheetPart::Call);
    let words: Vec<_> = words.into_iter().filter(|(_, entry)| !is_call(entry)).collect();
    blocks.extend(entries::blocks(sheet, &words));
    blocks
}

/// People, then care that is not one of them.
fn without_twins(mut people: Vec<Call>, mut care: Vec<Call>) -> Vec<Call> {
    care.retain(|call| !is_named_already(&people, call));
    people.append(&mut care);
    people
}

/// Whether somebody above answers these very numbers at these very hours: a practitioner who is one
/// of the owner's people is named once, for nobody rings twice where nobody answered.
fn is_named_already(above: &[Call], call: &Call) -> bool {
    let numbers: Vec<&str> = shown(call).collect();
    above
        .iter()
        .any(|other| shown(other).eq(numbers.iter().copied()) && hours(other) == hours(call))
}

fn shown(call: &Call) -> impl Iterator<Item = &str> {
    call.numbers.iter().map(|number| number.shown.as_str())
}

/// When a call is answered: that is the last thing said about it, if anything is.
fn hours(call: &Call) -> Option<&str> {
    Some(call.about.last()?.pieces.last()?.text.as_str())
}

/// Calls to be tried one after the other.
fn in_order(sheet: &Sheet<'_>, calls: Vec<Call>) -> Vec<Block> {
    let order = (calls.len() > 1).then(|| sheet.text(id::KIN_CALL_ORDER));
    let calls = (!calls.is_empty()).then_some(Block::Calls(Marks::Numbers, calls));
    order.into_iter().chain(calls).collect()
}

/// The owner's people who answer then, but for the reader, in call order.
pub(super) fn people(sheet: &Sheet<'_>, when: When) -> Vec<Call> {
    let others = sheet.context.excerpt.people.iter();
    let others = others.filter(|person| sheet.own.is_none_or(|own| own.id != person.id));
    let others = others.filter(|person| when != When::Night || phones::is_up_at_night(person));
    others.filter_map(|person| phones::person(&sheet.context, person)).map(short).collect()
}

fn is_call(entry: &Entry) -> bool {
    matches!(entry.content, Content::Answer(Value::Rows(_))) && phones::are_calls(entry.field)
}

/// Everything of the part that has numbers that answer then.
fn care(sheet: &Sheet<'_>, when: When) -> Vec<Call> {
    let answers = sheet.answers(SheetPart::Call).into_iter().map(|(_, entry)| entry);
    let mut calls = Vec::new();
    for entry in answers.filter(|entry| is_call(entry)) {
        let Content::Answer(Value::Rows(rows)) = &entry.content else { continue };
        let language = sheet.context.written_in(entry.lang.as_deref());
        let rows = phones::calls(&sheet.context, entry.field, rows, (language.as_ref(), when));
        calls.extend(rows.into_iter().map(short));
    }
    calls
}

/// What there is to know about a call in one line: at night a name is looked for, not read up on.
fn short(mut call: Call) -> Call {
    let line = entries::joined(call.about);
    call.about = if line.is_empty() { Vec::new() } else { vec![line] };
    call
}

/// What to do if the owner wants no help: care, somebody to ask, and the emergency number.
pub(super) fn if_refused(sheet: &Sheet<'_>) -> Block {
    let nobody = care(sheet, When::Any).is_empty();
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

/// A sentence with the number of a help line in it.
fn in_words(sheet: &Sheet<'_>, line: &str, message: MessageId) -> Option<Prose> {
    let (line, dial) = dial::printed(sheet.context.words, line)?;
    Some(with_number(sheet, (line, dial), message))
}

/// A sentence that says a help line, its number and perhaps when it answers; the number bold, and
/// to be tapped, wherever the language puts it.
fn with_number(sheet: &Sheet<'_>, (line, dial): (&HelpLine, Dial), message: MessageId) -> Prose {
    let words = sheet.context.words;
    let name = line.name.in_language(words.language());
    let when = when(sheet, line).unwrap_or_default();
    let said =
        [("line", name.into()), ("phone", dial.shown.as_str().into()), ("when", when.into())];
    let said = words.say_with(message, &said);
    let number = Piece { link: dial.link, ..Piece::bold(&dial.shown) };
    match said.split_once(&dial.shown) {
        Some((before, after)) => {
            let pieces = [Piece::new(before), number, Piece::new(after)].into_iter();
            let pieces = pieces.filter(|piece| !piece.text.is_empty()).collect();
            Prose { pieces, ..Prose::default() }
        }
        None => Prose::new(said),
    }
}

/// Where somebody close finds an ear for themselves.
pub(super) fn support(sheet: &Sheet<'_>) -> Block {
    let is_for_kin =
        |line: &&HelpLine| line.meant_for == MeantFor::NextOfKin || line.id == LISTENING;
    let lines = HELP_LINES.iter().filter(is_for_kin);
    let lines = lines.filter_map(|line| match line.when {
        Some(_) => in_words(sheet, line.id, id::KIN_LINE_WHEN),
        None => in_words(sheet, line.id, id::KIN_LINE),
    });
    Block::List(Marks::Bullets, lines.collect())
}

/// A help line with its own name.
pub(super) fn named(sheet: &Sheet<'_>, line: &str, about: MessageId) -> Option<Call> {
    let (line, dial) = dial::printed(sheet.context.words, line)?;
    Some(Call {
        who: Prose::new(line.name.in_language(sheet.context.words.language())),
        about: vec![Prose::new(sheet.say(about))],
        numbers: vec![dial],
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
