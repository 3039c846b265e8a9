//! One field of a blank form: what it is called, what is asked, and room to answer by hand.

use landvast_model::table::{Field, Section};
use landvast_model::value::Agrees;
use landvast_model::{Column, Kind};
use landvast_text::{Part, Words, id};

use super::super::phones;
use crate::flow::{Block, FirstColumn, Level, Pen, Piece, Prose, Table};
use crate::scene::{Colour, mm};

/// Empty rows of a table, and how high each is.
const ROWS: usize = 3;
const ROWS_WHEN_TIGHT: usize = 2;
const ROW_MM: f32 = 13.0;
/// A table has no more columns than this; rows of more are written line by line, so often.
const MOST_COLUMNS: usize = 4;
const WRITTEN_OUT: usize = 2;
/// Lines for a text that has no place on the card, and for a list.
const LINES: usize = 3;
const LIST_LINES: usize = 5;
const LINES_WHEN_TIGHT: usize = 2;
const LIST_LINES_WHEN_TIGHT: usize = 3;
/// What a pen writes on one line, in characters.
const ON_A_LINE: u16 = 60;
/// The most choices that are ticked within a cell.
const MOST_IN_A_CELL: usize = 3;
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
        return vec![Block::Text(Prose::new(sentence))];
    }
    let label = words.label(field);
    if let Some(lines) = beside_label(field, room) {
        return vec![Block::Pen(Pen { label, lines })];
    }
    let mut blocks = vec![Block::Heading(Level::Part, Prose::new(label))];
    let question = words.field(field, Part::Question).filter(|_| room == Room::Ample);
    blocks.extend(question.map(|question| Block::Note(Prose::new(question))));
    blocks.extend(to_answer(words, field, room));
    vec![Block::KeepTogether(blocks)]
}

/// How many lines a field takes whose label stands on the first of them.
fn beside_label(field: &Field, room: Room) -> Option<usize> {
    if field.is_derived() {
        return Some(1);
    }
    if room == Room::Ample {
        return None;
    }
    match field.kind {
        Kind::Text => Some(text_lines(field).min(LINES_WHEN_TIGHT)),
        Kind::Lines => Some(LIST_LINES_WHEN_TIGHT),
        Kind::Phones | Kind::Day | Kind::Hours | Kind::People => Some(1),
        Kind::Degree { most } if most > MOST_TICKED => Some(1),
        // Rows of many columns become a few lines: whoever needs more writes the plan.
        Kind::Rows(columns) if columns.len() > MOST_COLUMNS => Some(LIST_LINES_WHEN_TIGHT),
        _ => None,
    }
}

/// Room to answer.
fn to_answer(words: &Words, field: &Field, room: Room) -> Vec<Block> {
    match field.kind {
        Kind::Text => vec![lines(text_lines(field))],
        Kind::Lines => vec![lines(LIST_LINES)],
        Kind::Phones | Kind::People => vec![lines(2)],
        Kind::Choice(choices) => {
            vec![tick(choices.iter().map(|choice| words.choice(field, choice)))]
        }
        Kind::Degree { most } if most <= MOST_TICKED => {
            let said =
                |degree: u8| words.degree(field, degree).unwrap_or_else(|| degree.to_string());
            vec![tick((1..=most).map(said))]
        }
        Kind::Degree { .. } | Kind::Day | Kind::Hours => vec![lines(1)],
        Kind::Sections => {
            vec![tick(Section::ALL.into_iter().map(|section| words.section(section)))]
        }
        Kind::Agreement => {
            let day = Pen { label: words.say(id::PAGE_SIGN_DAY), lines: 1 };
            let answers = Agrees::ALL.into_iter().map(|answer| words.agrees(answer));
            vec![tick(answers), Block::Pen(day)]
        }
        Kind::Rows(columns) => rows(words, field, columns, room),
        Kind::Derived => Vec::new(),
    }
}

/// As many lines as the card finds comfortable for a short text; for others a few.
fn text_lines(field: &Field) -> usize {
    let lines = field.place.map(|place| usize::from(place.chars.div_ceil(ON_A_LINE)));
    lines.unwrap_or(LINES).max(1)
}

fn lines(lines: usize) -> Block {
    Block::Pen(Pen { label: String::new(), lines })
}

fn tick(choices: impl Iterator<Item = String>) -> Block {
    Block::Tick(choices.map(Prose::new).collect())
}

/// A table with empty rows, or every column on lines of its own.
fn rows(words: &Words, field: &Field, columns: &[Column], room: Room) -> Vec<Block> {
    let heads = columns.iter().map(|column| words.column(field, column));
    let heads: Vec<String> = heads.collect();
    let many_choices = columns.iter().any(|column| column.kind.choices().len() > MOST_IN_A_CELL);
    if columns.len() <= MOST_COLUMNS && (room == Room::Tight || !many_choices) {
        let widths = columns.iter().map(|column| width(column.kind));
        let mut table = Table::new(heads.iter().map(String::as_str).zip(widths));
        let row = columns.iter().map(|column| to_tick(words, field, column));
        let count = match room {
            Room::Ample => ROWS,
            // One doctor, one pharmacy.
            Room::Tight if phones::are_calls(field) => 1,
            Room::Tight => ROWS_WHEN_TIGHT,
        };
        table.rows = vec![row.collect(); count];
        table.least_height = mm(ROW_MM);
        table.first = FirstColumn::Cells;
        return vec![Block::Table(table)];
    }
    let mut blocks = Vec::new();
    for number in 0..WRITTEN_OUT {
        let room = columns.iter().zip(&heads);
        let room = room.flat_map(|(column, head)| written_out(words, field, column, head));
        blocks.push(Block::KeepTogether(room.collect()));
        if number + 1 < WRITTEN_OUT {
            blocks.push(Block::Gap(10.0));
        }
    }
    blocks
}

/// How much of a table's width a column wants.
const fn width(kind: Kind) -> f32 {
    match kind {
        Kind::Text | Kind::Lines => 1.6,
        _ => 1.0,
    }
}

/// A cell with its choices, a box before each.
fn to_tick(words: &Words, field: &Field, column: &Column) -> Vec<Prose> {
    let choices = column.kind.choices();
    // More would fill the cell: then there is room to write one of them.
    let choices = if choices.len() <= MOST_IN_A_CELL { choices } else { &[] };
    let choice = |choice: &&str| {
        let said = words.column_choice(field, column, choice);
        let square = Piece { colour: Colour::DEEP, ..Piece::new("☐ ") };
        Prose { pieces: vec![square, Piece::new(said)], ..Prose::default() }
    };
    choices.iter().map(choice).collect()
}

fn written_out(words: &Words, field: &Field, column: &Column, head: &str) -> Vec<Block> {
    let choices = column.kind.choices();
    if choices.is_empty() {
        return vec![Block::Pen(Pen { label: head.to_owned(), lines: 1 })];
    }
    let label = Piece { colour: Colour::DEEP, ..Piece::bold(head) };
    let said = choices.iter().map(|choice| words.column_choice(field, column, choice));
    vec![Block::Text(Prose { pieces: vec![label], ..Prose::default() }), tick(said)]
}
