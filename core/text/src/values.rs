//! Answers in words: days, hours, choices and people as a person reads them.

use landvast_model::value::{Agreement, Row};
use landvast_model::{Column, Field, Kind, PersonId, Value};

use crate::message::id;
use crate::phone::{self, Region};
use crate::words::{Arg, Words};

/// What stands between two cells of a row unless its column says otherwise.
const COMMA: &str = ", ";

/// How a person that an answer refers to is named, if the reader may know who it is.
pub type NameOf<'a> = &'a dyn Fn(PersonId) -> Option<String>;

impl Words {
    /// An answer in words, a line an entry: one for a text, one a row for rows.
    ///
    /// People whom `name_of` does not name are left out.
    #[must_use]
    pub fn entries(&self, field: &Field, value: &Value, name_of: NameOf<'_>) -> Vec<String> {
        let lines = match value {
            Value::Text(text) => vec![text.trim().to_owned()],
            Value::Lines(lines) => lines.iter().map(|line| line.trim().to_owned()).collect(),
            Value::Phones(phones) => phones.iter().map(|typed| shown(typed)).collect(),
            Value::Choice(choice) => vec![self.choice(field, choice)],
            Value::Day(day) => vec![self.date_long(*day)],
            Value::Hours(hours) => vec![self.hours(hours)],
            Value::Degree(degree) => {
                vec![self.degree(field, *degree).unwrap_or_else(|| degree.to_string())]
            }
            Value::Rows(rows) => rows.iter().map(|row| self.row(field, row, name_of)).collect(),
            Value::People(people) => people.iter().filter_map(|id| name_of(*id)).collect(),
            Value::Agreement(agreement) => vec![self.agreement(*agreement)],
            Value::Sections(sections) => {
                sections.iter().map(|section| self.section(*section)).collect()
            }
        };
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// One row in a line: its cells in the order of the table.
    #[must_use]
    pub fn row(&self, field: &Field, row: &Row, name_of: NameOf<'_>) -> String {
        let mut said = String::new();
        for column in field.kind.columns() {
            let Some(cell) = row.cells.get(column.id).filter(|cell| !cell.is_empty()) else {
                continue;
            };
            let cell = self.cell(field, column, cell, name_of);
            if cell.is_empty() {
                continue;
            }
            if !said.is_empty() {
                // After a whole sentence a comma would be one mark too many.
                let after_sentence = said.ends_with(['.', '?', '!', '…']);
                said.push_str(if after_sentence && column.lead == COMMA {
                    " "
                } else {
                    column.lead
                });
            }
            said.push_str(&cell);
        }
        said
    }

    /// One cell in words, as it stands in a sentence: "eten: onder de gootsteen".
    #[must_use]
    pub fn cell(
        &self,
        field: &Field,
        column: &Column,
        cell: &Value,
        name_of: NameOf<'_>,
    ) -> String {
        let alone = self.cell_alone(field, column, cell, name_of);
        if alone.is_empty() {
            return alone;
        }
        let filling = match cell {
            Value::Degree(degree) => Arg::from(*degree),
            _ => Arg::from(alone.as_str()),
        };
        self.column_said(field, column, filling).unwrap_or(alone)
    }

    /// One cell in words, as it stands in a table whose head names the column: "onder de
    /// gootsteen".
    #[must_use]
    pub fn cell_alone(
        &self,
        field: &Field,
        column: &Column,
        cell: &Value,
        name_of: NameOf<'_>,
    ) -> String {
        match (cell, column.kind) {
            (Value::Choice(choice), Kind::Choice(_)) => self.column_choice(field, column, choice),
            _ => self.list(&self.entries(field, cell, name_of)),
        }
    }

    fn agreement(&self, agreement: Agreement) -> String {
        let answer = self.agrees(agreement.answer);
        let date = self.date_long(agreement.on);
        self.say_with(id::AGREES_ON, &[("answer", answer.into()), ("date", date.into())])
    }
}

/// A number as people write it; one that cannot be read, as it was typed.
fn shown(typed: &str) -> String {
    match phone::read(typed, Region::Nl) {
        Ok(phone) => phone.shown,
        Err(_) => typed.trim().to_owned(),
    }
}
