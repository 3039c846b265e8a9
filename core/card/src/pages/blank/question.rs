//! One field of a blank form: what it is called, what is asked, and room to answer by hand.
//!
//! A pen needs 9 mm from line to line, so room is what a form is made of. How much a question gets
//! comes from what is known of its answer: how much of it the card holds, and how long the invented
//! example is. "Allergie" gets two lines, "Mijn woord" one, "Dit helpt" five.

use landvast_model::table::{Care, Field, Section};
use landvast_model::value::Agrees;
use landvast_model::{Column, Kind, rules};
use landvast_text::{Part, Words, id};

use super::super::{danger_of, phones};
use super::cells;
use crate::flow::{Block, FirstColumn, Marks, Pen, Piece, Prose, Table, Tick};
use crate::scene::{Colour, mm};

/// What a pen writes on one line over the page, in characters.
const ON_A_LINE: usize = 45;
/// The same words fill more of it from one hand than from another.
const ROOM_TO_SPARE: usize = 15;
/// The most lines that a text gets, and a list of which the card says nothing.
const MOST_LINES: usize = 3;
const LIST_LINES: usize = 3;
/// A list on a paper that is to stay short.
const LIST_LINES_WHEN_TIGHT: usize = 3;
/// Rows of a table of which the card says nothing.
const ROWS: usize = 2;
/// How high a row is: for one line of a pen, and for two where a cell holds a whole thought.
const ROW_MM: f32 = 10.5;
const HIGH_ROW_MM: f32 = 19.0;
/// A table has no more columns than this; what has more becomes boxes with a name in each.
const MOST_COLUMNS: usize = 4;
/// No more choices than this are printed, each in a row of its own.
const MOST_PRINTED: usize = 5;
/// What is counted up to this is ticked; what is counted further is written.
const MOST_TICKED: u8 = 9;

/// How much room a form gives.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Room {
    /// With the question, and room for whole thoughts.
    Ample,
    /// A label and a few words: for papers that are to stay short.
    Tight,
}

/// A field as blocks that stay together.
pub(super) fn blocks(words: &Words, field: &Field, room: Room) -> Vec<Block> {
    if let Some(sentence) = words.derived(field) {
        return vec![Block::Note(Prose::new(sentence))];
    }
    // Version and day are not known beforehand, and whoever signs does so at the end.
    let signs = [rules::SIGN_OWNER, rules::SIGN_OTHERS].contains(&field.id);
    if field.is_derived() || signs {
        return Vec::new();
    }
    let label = words.label(field);
    let blocks = match (field.kind, lines_for(words, field, room)) {
        (_, Some(1)) => return vec![pen(label, 1)],
        (_, Some(lines)) if room == Room::Tight => return vec![pen(label, lines)],
        (_, Some(lines)) => vec![asked(words, field, room), pen(String::new(), lines)],
        (Kind::Rows(columns), None) => {
            let mut blocks = vec![asked(words, field, room)];
            blocks.extend(rows(words, field, columns, room));
            blocks.extend(talk(words, field));
            blocks
        }
        (kind, None) => vec![tick(label, choices(words, field, kind).into_iter())],
    };
    vec![Block::KeepTogether(blocks)]
}

/// What it is called, and what is asked behind it.
fn asked(words: &Words, field: &Field, room: Room) -> Block {
    let label = Piece { colour: Colour::DEEP, ..Piece::bold(words.label(field)) };
    let prose = Prose { pieces: vec![label], ..Prose::default() };
    let question = words.field(field, Part::Question).filter(|_| room == Room::Ample);
    Block::Ask(match question {
        Some(question) => prose.and(Piece::new(format!("  {question}"))),
        None => prose,
    })
}

/// How many lines the answer is written on; none if it is ticked or stands in a table.
fn lines_for(words: &Words, field: &Field, room: Room) -> Option<usize> {
    match field.kind {
        Kind::Text => Some(text_lines(words, field)),
        Kind::Lines => {
            let on_card = field.place.map(|place| usize::from(place.rows));
            Some(match room {
                Room::Ample => on_card.unwrap_or(LIST_LINES),
                Room::Tight => LIST_LINES_WHEN_TIGHT,
            })
        }
        Kind::Phones | Kind::Day | Kind::Hours | Kind::People => Some(1),
        Kind::Degree { most } if most > MOST_TICKED => Some(1),
        // Rows of many columns become a few lines: whoever needs more writes the plan.
        Kind::Rows(columns) if room == Room::Tight && columns.len() > MOST_COLUMNS => {
            Some(LIST_LINES_WHEN_TIGHT)
        }
        _ => None,
    }
}

/// As many lines as the invented answer would take; where there is none, as the card has room for.
fn text_lines(words: &Words, field: &Field) -> usize {
    let example = words.field(field, Part::Example);
    let example = example.map(|example| example.chars().count() + ROOM_TO_SPARE);
    let on_card = field.place.map(|place| usize::from(place.chars));
    let chars = example.or(on_card).unwrap_or(usize::MAX);
    chars.div_ceil(ON_A_LINE).clamp(1, MOST_LINES)
}

fn pen(label: String, lines: usize) -> Block {
    Block::Pen(Pen { label, lines })
}

fn tick(label: String, choices: impl Iterator<Item = String>) -> Block {
    Block::Tick(Tick { label, choices: choices.map(Prose::new).collect() })
}

/// What is ticked.
fn choices(words: &Words, field: &Field, kind: Kind) -> Vec<String> {
    let degree = |degree| words.degree(field, degree).unwrap_or_else(|| degree.to_string());
    match kind {
        Kind::Choice(choices) => choices.iter().map(|choice| words.choice(field, choice)).collect(),
        Kind::Degree { most } => (1..=most).map(degree).collect(),
        // The day stands beside the signature.
        Kind::Agreement => Agrees::ALL.into_iter().map(|answer| words.agrees(answer)).collect(),
        Kind::Sections => Section::ALL.into_iter().map(|part| words.section(part)).collect(),
        _ => Vec::new(),
    }
}

/// Wherever somebody is asked about wanting to die, the number to ring stands beside it.
fn talk(words: &Words, field: &Field) -> Option<Block> {
    (field.care == Some(Care::Safety)).then(|| {
        let calls = danger_of(words, words.say(id::PAGE_DANGER), words.say(id::PAGE_SUICIDE));
        Block::Calls(Marks::Bullets, calls.into_iter().next_back().into_iter().collect())
    })
}

/// A table with empty rows; boxes where a table would have too many columns.
fn rows(words: &Words, field: &Field, columns: &'static [Column], room: Room) -> Vec<Block> {
    let on_card = field.place.map(|place| usize::from(place.rows)).filter(|_| room == Room::Ample);
    let many_choices = columns.iter().any(|column| column.kind.choices().len() > MOST_PRINTED);
    if columns.len() > MOST_COLUMNS || many_choices {
        return cells::boxes(words, field, columns, on_card.unwrap_or(ROWS).min(ROWS));
    }
    let heads = columns.iter().map(|column| words.column(field, column));
    let heads: Vec<String> = heads.collect();
    let widths = columns.iter().map(|column| width(column.kind));
    let mut table = Table::new(heads.iter().map(String::as_str).zip(widths));
    table.first = FirstColumn::Cells;
    table.least_height = mm(ROW_MM);
    let printed = columns.iter().position(|column| !column.kind.choices().is_empty());
    let to_write = columns.iter().filter(|column| column.kind == Kind::Text).count();
    match printed.and_then(|at| Some((at, columns.get(at)?))) {
        // One number to ring: what goes with it is ticked in its cell.
        _ if phones::are_calls(field) => {
            let row = columns.iter().map(|column| cells::to_tick(words, field, column));
            table.rows = vec![row.collect(); on_card.unwrap_or(1)];
        }
        Some((at, column)) => {
            table.rows = printed_choices(words, field, (at, column), columns.len());
            if to_write > 1 && room == Room::Ample {
                table.least_height = mm(HIGH_ROW_MM);
            }
        }
        None => {
            table.rows = vec![vec![Vec::new(); columns.len()]; on_card.unwrap_or(ROWS).max(ROWS)];
        }
    }
    vec![Block::Table(table)]
}

/// A row for each choice with that choice in it: "groen", "oranje", "rood".
fn printed_choices(
    words: &Words,
    field: &Field,
    (at, column): (usize, &Column),
    width: usize,
) -> Vec<Vec<Vec<Prose>>> {
    let row = |choice: &&str| {
        let said = Prose::bold(words.column_choice(field, column, choice));
        let mut row = vec![Vec::new(); width];
        if let Some(cell) = row.get_mut(at) {
            *cell = vec![said];
        }
        row
    };
    column.kind.choices().iter().map(row).collect()
}

/// How much of a table's width a column wants.
const fn width(kind: Kind) -> f32 {
    match kind {
        Kind::Text | Kind::Lines => 1.6,
        _ => 1.0,
    }
}
