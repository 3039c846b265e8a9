//! Tables: rows of cells, and which of them name the others.

use super::Part;

/// A table. Every row has the same number of cells.
///
/// A row never lies on two pages unless it is taller than a page. Where a table goes on over
/// pages, each page has its rows; the head stands in the first part only, and is painted again on
/// the others as an [`Artifact`](super::Item::Artifact), so that nobody hears it twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The rows, from the top; the head first.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Whether it names others.
    pub scope: Scope,
    /// Its words; none in an empty cell.
    pub parts: Vec<Part>,
}

/// What a cell is a name for.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Scope {
    /// For nothing: it is named.
    #[default]
    Named,
    /// For the column below it.
    Column,
    /// For the row beside it.
    Row,
}
