//! What only this crate can tell about a plan: whether its telephone numbers can be dialled.

use landvast_model::{Book, Finding, Kind, Table, Value, What};

use crate::phone::{self, Region};

/// A finding for each telephone number of the plan that a telephone could not dial. The number
/// stays as it was typed.
#[must_use]
pub fn phones(book: &Book, table: &Table) -> Vec<Finding> {
    let mut found = Vec::new();
    for (place, key, answer) in book.all_answers() {
        let Some(field) = table.field(key.as_str()) else { continue };
        for typed in numbers(field.kind, &answer.value) {
            if !typed.trim().is_empty() && phone::read(typed, Region::Nl).is_err() {
                let what = What::PhoneUnreadable { typed: typed.trim().to_owned() };
                found.push(Finding::about(place, field.id, what));
            }
        }
    }
    found
}

fn numbers(kind: Kind, value: &Value) -> Vec<&str> {
    match value {
        Value::Phones(phones) => phones.iter().map(String::as_str).collect(),
        Value::Rows(rows) => kind
            .columns()
            .iter()
            .filter(|column| column.kind == Kind::Phones)
            .flat_map(|column| rows.iter().filter_map(|row| row.cells.get(column.id)))
            .flat_map(|cell| numbers(Kind::Phones, cell))
            .collect(),
        _ => Vec::new(),
    }
}
