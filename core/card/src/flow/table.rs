//! Tables: a row is one strip, its cells side by side.
//!
//! A row of very many lines, that may be taller than a page, is set line by line.

use super::set::{ABOVE_BLOCK, SetLine, Setter, bold, move_bits};
use super::sizes::Cut;
use super::strip::{Bond, Leaf, Strip, TableLeaf};
use super::{FirstColumn, Prose, Table};
use crate::scene::{Colour, Paint, Point, Shape, Stroke};

/// At the sides of a cell.
const SIDE: f32 = 5.0;
/// Above and below the words of a row.
const PAD: f32 = 3.0;
/// Between two paragraphs of a cell.
const APART: f32 = 3.5;
/// A row of no more lines than this is one strip: that fits on any page.
const ROW_AT_ONCE: usize = 20;
/// No column is narrower than this part of the width.
const NARROWEST: f32 = 0.07;

/// Where the columns of a table lie.
struct Grid {
    left: f32,
    width: f32,
    /// Each column's left end, from the left of the table, and its width.
    columns: Vec<(f32, f32)>,
}

/// One line of a row: what each cell has there.
struct RowLine {
    cells: Vec<CellLine>,
}

/// One line of a cell.
#[derive(Clone, Default)]
struct CellLine {
    words: SetLine,
    /// Whether another paragraph begins with it.
    begins: Begins,
}

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Begins {
    Paragraph,
    #[default]
    Nothing,
}

impl RowLine {
    /// A line in which every cell is empty.
    fn empty(grid: &Grid) -> Self {
        Self { cells: vec![CellLine::default(); grid.columns.len()] }
    }

    /// Whether paragraphs begin in it and none goes on.
    fn begins(&self) -> bool {
        let mut full = self.cells.iter().filter(|cell| !cell.words.is_empty()).peekable();
        full.peek().is_some() && full.all(|cell| cell.begins == Begins::Paragraph)
    }
}

impl Setter<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let grid = Grid::of(table, self.left, self.width);
        let leaf = self.begin(Leaf::Ornament);
        let head = self.table_head(table, &grid, leaf);
        let first_row = usize::from(!head.is_empty());
        let count = head.len();
        self.push_all(leaf, head.clone(), ABOVE_BLOCK + 2.0);
        for (number, row) in table.rows.iter().enumerate() {
            let mut strips = self.row(table, &grid, row, first_row + number);
            match strips.first_mut().filter(|_| number == 0) {
                // A head never stands over nothing.
                Some(first) if count > 0 => first.bond = Bond::Bound,
                // Boxes for a pen are closed at the top too.
                Some(first) if table.least_height > 0.0 => first.shapes.push(grid.rule(0.0)),
                _ => {}
            }
            self.push_all(leaf, strips, if number == 0 && count == 0 { ABOVE_BLOCK } else { 0.0 });
        }
        let names = table.first;
        self.becomes(leaf, Leaf::Table(TableLeaf { head, first_row, names }));
    }

    fn table_head(&mut self, table: &Table, grid: &Grid, leaf: usize) -> Vec<Strip> {
        if table.columns.iter().all(|column| column.head.trim().is_empty()) {
            return Vec::new();
        }
        let cut = self.sizes.small;
        let cells: Vec<Vec<Prose>> =
            table.columns.iter().map(|column| vec![Prose::bold(&column.head)]).collect();
        let lines = self.row_lines(&cells, grid, cut, FirstColumn::Names, Colour::DEEP);
        let mut strips = grid.strips(lines, cut, 0.0, 0);
        for strip in &mut strips {
            (strip.leaf, strip.bond) = (leaf, Bond::Bound);
            strip.shapes.insert(0, grid.ground(strip.height));
        }
        if let Some(first) = strips.first_mut() {
            first.bond = Bond::Free;
        }
        strips
    }

    fn row(&mut self, table: &Table, grid: &Grid, row: &[Vec<Prose>], number: usize) -> Vec<Strip> {
        let cut = self.sizes.body;
        let lines = self.row_lines(row, grid, cut, table.first, Colour::BLACK);
        let mut strips = if lines.len() <= ROW_AT_ONCE {
            vec![grid.strip(lines, cut, table.least_height, number)]
        } else {
            grid.strips(lines, cut, table.least_height, number)
        };
        for (at, strip) in strips.iter_mut().enumerate() {
            if at > 0 {
                strip.bond = Bond::Bound;
            }
            if table.least_height > 0.0 {
                strip.shapes.extend(grid.sides(strip.height));
            }
        }
        strips
    }

    fn row_lines(
        &mut self,
        row: &[Vec<Prose>],
        grid: &Grid,
        cut: Cut,
        first: FirstColumn,
        colour: Colour,
    ) -> Vec<RowLine> {
        let mut lines: Vec<RowLine> = Vec::new();
        let nothing = Vec::new();
        for (at, (left, width)) in grid.columns.iter().enumerate() {
            let mut next = 0;
            let paragraphs = row.get(at).unwrap_or(&nothing).iter().filter(|p| !p.is_empty());
            for (number, prose) in paragraphs.enumerate() {
                let is_name = at == 0 && first == FirstColumn::Names;
                let in_bold = is_name.then(|| bold(prose));
                let prose = in_bold.as_ref().unwrap_or(prose);
                let set = self.narrow(prose, cut, width - 2.0 * SIDE, colour);
                for (within, mut line) in set.into_iter().enumerate() {
                    move_bits(&mut line, grid.left + left + SIDE, 0.0);
                    for bit in &mut line {
                        bit.piece += 1_000 * number;
                    }
                    if lines.len() <= next {
                        lines.push(RowLine::empty(grid));
                    }
                    let begins =
                        if within == 0 && number > 0 { Begins::Paragraph } else { Begins::Nothing };
                    if let Some(cell) = lines.get_mut(next).and_then(|line| line.cells.get_mut(at))
                    {
                        *cell = CellLine { words: line, begins };
                    }
                    next += 1;
                }
            }
        }
        if lines.is_empty() {
            lines.push(RowLine::empty(grid));
        }
        lines
    }
}

impl Grid {
    fn of(table: &Table, left: f32, width: f32) -> Self {
        let least = |share: f32, sum: f32| (share / sum).max(NARROWEST);
        let sum: f32 = table.columns.iter().map(|column| column.share.max(0.0)).sum();
        let sum = if sum > 0.0 { sum } else { 1.0 };
        let shares: Vec<f32> =
            table.columns.iter().map(|column| least(column.share.max(0.0), sum)).collect();
        let whole: f32 = shares.iter().sum();
        let mut columns = Vec::with_capacity(shares.len());
        let mut x = 0.0;
        for share in shares {
            let column = width * share / whole;
            columns.push((x, column));
            x += column;
        }
        Self { left, width, columns }
    }

    /// One row as a whole, with a rule below it.
    fn strip(&self, lines: Vec<RowLine>, cut: Cut, least: f32, entry: usize) -> Strip {
        let mut cells = vec![SetLine::new(); self.columns.len()];
        // Each cell goes down its own way: what stands beside it does not push it together.
        let mut ends = vec![PAD; self.columns.len()];
        for line in lines {
            for ((cell, end), mut next) in cells.iter_mut().zip(&mut ends).zip(line.cells) {
                if next.words.is_empty() {
                    continue;
                }
                *end += if next.begins == Begins::Paragraph { APART } else { 0.0 };
                move_bits(&mut next.words, 0.0, *end);
                cell.append(&mut next.words);
                *end += cut.leading;
            }
        }
        let height = ends.into_iter().fold(PAD + cut.leading, f32::max) + PAD;
        let height = height.max(least);
        Strip { height, entry, cells, shapes: vec![self.rule(height)], ..Strip::default() }
    }

    /// The strips of one row, line by line, with a rule below the last.
    fn strips(&self, lines: Vec<RowLine>, cut: Cut, least: f32, entry: usize) -> Vec<Strip> {
        let end = lines.len().saturating_sub(1);
        let mut so_far = 0.0;
        let mut strips = Vec::with_capacity(lines.len());
        for (at, line) in lines.into_iter().enumerate() {
            let mut above = if at == 0 { PAD } else { 0.0 };
            if line.begins() && at > 0 {
                above += APART;
            }
            let mut height = above + cut.leading;
            if at == end {
                height = (height + PAD).max(least - so_far);
            }
            let mut cells: Vec<SetLine> = line.cells.into_iter().map(|cell| cell.words).collect();
            for cell in &mut cells {
                move_bits(cell, 0.0, above);
            }
            let mut shapes = Vec::new();
            if at == end {
                shapes.push(self.rule(height));
            }
            so_far += height;
            strips.push(Strip { height, entry, cells, shapes, ..Strip::default() });
        }
        strips
    }

    fn rule(&self, y: f32) -> Shape {
        Shape::Line {
            from: Point::new(self.left, y),
            to: Point::new(self.left + self.width, y),
            stroke: Stroke::solid(Colour::FAINT, 0.5),
        }
    }

    /// The light ground of a head.
    fn ground(&self, height: f32) -> Shape {
        Shape::Rect {
            at: Point::new(self.left, 0.0),
            width: self.width,
            height,
            radius: 0.0,
            paint: Paint::Fill(Colour::PALE),
        }
    }

    /// Lines between the cells, for a pen.
    fn sides(&self, height: f32) -> Vec<Shape> {
        let ends = self.columns.iter().map(|(left, _)| *left).chain([self.width]);
        let side = |x: f32| Shape::Line {
            from: Point::new(self.left + x, 0.0),
            to: Point::new(self.left + x, height),
            stroke: Stroke::solid(Colour::FAINT, 0.5),
        };
        ends.map(side).collect()
    }
}
