//! Where in an answer of several rows something is wrong.

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::{PersonFinder, is_far_away, read_row, read_value};
use crate::kind::Kind;
use crate::value::{Row, Value};

/// A place in rows: which row, from 0, and which of its columns, if it is about one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RowPlace {
    /// Which row, from 0.
    pub row: usize,
    /// The column's id.
    pub column: Option<&'static str>,
}

impl RowPlace {
    /// The same behind the name of a field, counted as JSON does: `f.meds[1].dose`. Where `count` says
    /// that there is one row only, its number says nothing: `f.meds.dose`.
    #[must_use]
    pub fn behind(self, field: &str, count: usize) -> String {
        let number = if count > 1 { format!("[{}]", self.row) } else { String::new() };
        match self.column {
            Some(column) => format!("{field}{number}.{column}"),
            None => format!("{field}{number}"),
        }
    }
}

/// How many rows this JSON has, if it is to be rows: a single one may stand without a list.
#[must_use]
pub fn count_rows(json: &Json) -> usize {
    json.as_array().map_or(1, Vec::len)
}

/// Where in rows the first fault is that [`read_value`] finds; none where it is about them all.
#[must_use]
pub fn place_of_fault(kind: Kind, json: &Json, person: PersonFinder<'_>) -> Option<RowPlace> {
    let Kind::Rows(columns) = kind else { return None };
    let rows = json.as_array().map_or(std::slice::from_ref(json), Vec::as_slice);
    let fails = |row: &Json| read_row(kind, row, person, &mut || 0).is_err();
    let (row, faulty) = rows.iter().enumerate().find(|(_, row)| fails(row))?;
    // In the order of the reader, so that it is the same fault. A column that is none is one of the
    // row itself.
    let column = faulty.as_object().into_iter().flatten().find_map(|(id, cell)| {
        let Some(column) = columns.iter().find(|column| column.id == id) else { return Some(None) };
        let fails = !cell.is_null() && read_value(column.kind, cell, person, &mut || 0).is_err();
        fails.then_some(Some(column.id))
    });
    Some(RowPlace { row, column: column.flatten() })
}

/// Where in rows the first day is that nobody means: see [`is_far_away`].
#[must_use]
pub fn place_of_far_day(kind: Kind, value: &Value, today: NaiveDate) -> Option<RowPlace> {
    let (Kind::Rows(columns), Value::Rows(rows)) = (kind, value) else { return None };
    let is_far =
        |row: &Row, id: &str| row.cells.get(id).is_some_and(|cell| is_far_away(cell, today));
    rows.iter().enumerate().find_map(|(row, cells)| {
        let column = columns.iter().find(|column| is_far(cells, column.id))?;
        Some(RowPlace { row, column: Some(column.id) })
    })
}
