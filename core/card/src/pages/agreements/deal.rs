//! One agreement: what is done, by whom, and when they can be reached.
//!
//! The plan's agreements name their parties in a column of people. A person's own tasks are
//! agreements too, and their party is that person.

use landvast_model::excerpt::{Content, Entry, Excerpted};
use landvast_model::rules::Circle;
use landvast_model::value::Row;
use landvast_model::{Column, Kind, PersonId, Place, Value};

use crate::flow::{Fact, Piece, Prose};
use crate::layout::Context;
use crate::pages::{answer, lines, phones};

/// One agreement.
pub(super) struct Deal<'a> {
    place: Place,
    entry: &'a Entry,
    row: &'a Row,
    /// Who keeps it; nobody for what the owner does alone.
    parties: Vec<&'a Excerpted>,
}

/// Every agreement of the paper: the plan's first, then what each person does.
pub(super) fn all<'a>(context: &Context<'a>) -> Vec<Deal<'a>> {
    let excerpt = context.excerpt;
    let mut deals = Vec::new();
    for (entry, row) in excerpt.entries.iter().flat_map(rows) {
        let parties = excerpt.people.iter().filter(|person| row.names(person.id)).collect();
        deals.push(Deal { place: Place::Plan, entry, row, parties });
    }
    for person in &excerpt.people {
        for (entry, row) in person.entries.iter().flat_map(rows) {
            let place = Place::Person(person.id);
            deals.push(Deal { place, entry, row, parties: vec![person] });
        }
    }
    deals
}

fn rows(entry: &Entry) -> Vec<(&Entry, &Row)> {
    let Content::Answer(Value::Rows(rows)) = &entry.content else { return Vec::new() };
    let full = |row: &&Row| row.cells.values().any(|cell| !cell.is_empty());
    rows.iter().filter(full).map(|row| (entry, row)).collect()
}

/// What a person need not do, beside their name.
pub(super) fn limits(context: &Context<'_>, person: &Excerpted) -> Option<Fact> {
    let place = Place::Person(person.id);
    let lists = person
        .entries
        .iter()
        .filter(|entry| matches!(entry.content, Content::Answer(Value::Lines(_))));
    let words: Vec<Prose> = lists
        .filter_map(|entry| answer::fact(context, place, entry))
        .flat_map(|fact| fact.words)
        .collect();
    (!words.is_empty()).then(|| Fact { label: phones::named(context, person), words })
}

impl Deal<'_> {
    /// Whether this person keeps it.
    pub(super) fn is_of(&self, person: PersonId) -> bool {
        self.parties.iter().any(|party| party.id == person)
    }

    /// Mine, my people's, my professionals'.
    pub(super) fn cells(&self, context: &Context<'_>, number: usize) -> Vec<Vec<Prose>> {
        let (professionals, people): (Vec<_>, Vec<_>) =
            self.parties.iter().copied().partition(|party| party.circle == Circle::Professional);
        // Office hours are a professional's; else they are those of whoever keeps it.
        let reach = self.reach(context);
        let (with_people, with_professionals) =
            if professionals.is_empty() { (reach, Vec::new()) } else { (Vec::new(), reach) };
        vec![
            self.what(context, number),
            cell(context, &people, with_people),
            cell(context, &professionals, with_professionals),
        ]
    }

    /// The columns that say what is done, and those that say when somebody can be reached: from
    /// the first column of hours on.
    fn columns(&self) -> (&'static [Column], &'static [Column]) {
        let columns = self.entry.field.kind.columns();
        let hours = columns.iter().position(|column| column.kind == Kind::Hours);
        columns.split_at_checked(hours.unwrap_or(columns.len())).unwrap_or((columns, &[]))
    }

    /// "1  Marit belt mij dezelfde dag terug." and when.
    fn what(&self, context: &Context<'_>, number: usize) -> Vec<Prose> {
        let mut line = self.in_a_line(context);
        if let Some(first) = line.pieces.first_mut() {
            *first = Piece::bold(std::mem::take(&mut first.text));
        }
        line.pieces.insert(0, Piece::bold(format!("{number}  ")));
        vec![line]
    }

    /// Hours, evening, and the day it was signed, a sentence each.
    fn reach(&self, context: &Context<'_>) -> Vec<Prose> {
        let mut line = self.nothing_yet(context);
        for (_, said) in self.cells_in_words(context, self.columns().1) {
            let apart = match line.pieces.last() {
                Some(last) if last.text.ends_with(['.', '?', '!', '…']) => " ",
                Some(_) => ". ",
                None => "",
            };
            line.pieces.push(Piece::new(format!("{apart}{}", lines::capitalised(&said))));
        }
        match (line.is_empty(), self.parties.as_slice()) {
            // A task has no hours of its own: the person has.
            (true, [party]) => hours_of(context, party),
            (true, _) => Vec::new(),
            (false, _) => vec![line],
        }
    }

    /// What is done, and when.
    fn in_a_line(&self, context: &Context<'_>) -> Prose {
        let mut line = self.nothing_yet(context);
        for (column, said) in self.cells_in_words(context, self.columns().0) {
            lines::push(&mut line, column, vec![Piece::new(said)]);
        }
        line
    }

    fn nothing_yet(&self, context: &Context<'_>) -> Prose {
        let language = context.written_in(self.entry.lang.as_deref());
        Prose::default().in_language(language).of(self.place, self.entry.field.id)
    }

    /// Some of its cells in words, but for the parties: they have a column of the page.
    fn cells_in_words<'c>(
        &self,
        context: &Context<'_>,
        columns: &'c [Column],
    ) -> Vec<(&'c Column, String)> {
        let columns = columns.iter().filter(|column| column.kind != Kind::People);
        let said = columns.filter_map(|column| {
            let cell = self.row.cells.get(column.id).filter(|cell| !cell.is_empty())?;
            Some((column, lines::said(context, self.entry, column, cell)))
        });
        said.filter(|(_, said)| !said.is_empty()).collect()
    }
}

fn hours_of(context: &Context<'_>, person: &Excerpted) -> Vec<Prose> {
    let hours = person.entries.iter().filter_map(|entry| match &entry.content {
        Content::Answer(Value::Hours(hours)) => Some(Prose::new(context.words.hours(hours))),
        _ => None,
    });
    hours.collect()
}

/// The parties of one column, and when to reach them.
fn cell(context: &Context<'_>, parties: &[&Excerpted], reach: Vec<Prose>) -> Vec<Prose> {
    if parties.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> = parties.iter().map(|party| phones::named(context, party)).collect();
    std::iter::once(Prose::bold(context.words.list(&names))).chain(reach).collect()
}
