//! Boxes of a blank form: rows of many columns, each cell with its name in it.
//!
//! A child has a name, an age, a school and who fetches it. In a table of six columns no hand can
//! write; as boxes, three beside each other, each has room.

use landvast_model::Column;
use landvast_model::table::Field;
use landvast_text::Words;

use crate::flow::{Block, FirstColumn, Piece, Prose, Table};
use crate::scene::{Colour, mm};

/// Boxes beside each other.
const BESIDE: usize = 3;
/// How high a box is: its name, and 9 mm for a pen.
const BOX_MM: f32 = 14.5;
/// The most choices that are ticked within a cell.
const MOST_IN_A_CELL: usize = 5;

/// Boxes for so many rows of a field.
pub(super) fn boxes(words: &Words, field: &Field, columns: &[Column], count: usize) -> Vec<Block> {
    let named: Vec<Vec<Prose>> = columns
        .iter()
        .map(|column| {
            let name = Piece { colour: Colour::DEEP, ..Piece::bold(words.column(field, column)) };
            let name = Prose { pieces: vec![name], ..Prose::default() };
            let choices = to_tick(words, field, column);
            let choices = choices.into_iter().reduce(|before, next| {
                let between = std::iter::once(Piece::new("   "));
                let pieces = before.pieces.into_iter().chain(between).chain(next.pieces);
                Prose { pieces: pieces.collect(), ..Prose::default() }
            });
            std::iter::once(name).chain(choices).collect()
        })
        .collect();
    let one = || {
        let mut table = Table::new((0..BESIDE).map(|_| ("", 1.0)));
        table.first = FirstColumn::Cells;
        table.least_height = mm(BOX_MM);
        table.rows = named.chunks(BESIDE).map(|row| padded(row.to_vec())).collect();
        Block::Table(table)
    };
    (0..count.max(1)).map(|_| one()).collect()
}

/// Every row of a table has as many cells as there are columns.
fn padded(mut row: Vec<Vec<Prose>>) -> Vec<Vec<Prose>> {
    row.resize(BESIDE, Vec::new());
    row
}

/// A cell with its choices, a box before each.
pub(super) fn to_tick(words: &Words, field: &Field, column: &Column) -> Vec<Prose> {
    let choices = column.kind.choices();
    // More would fill the cell: then there is room to write one of them.
    let choices = if choices.len() <= MOST_IN_A_CELL { choices } else { &[] };
    let choice = |choice: &&str| {
        let said = words.column_choice(field, column, choice);
        let square = Piece { colour: Colour::DEEP, ..Piece::new("☐\u{a0}") };
        Prose { pieces: vec![square, Piece::new(said)], ..Prose::default() }
    };
    choices.iter().map(choice).collect()
}
