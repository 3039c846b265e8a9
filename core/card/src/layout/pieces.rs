//! What stands on a panel: the excerpt's entries in words, by rank.
//!
//! Nothing here knows a field by name. The table row says on which panel an entry stands, at
//! which rank, and how many of its lines are printed.

use std::collections::BTreeMap;

use landvast_model::excerpt::{Content, Entry};
use landvast_model::table::Field;
use landvast_model::value::Row;
use landvast_model::{Kind, Panel, Value};
use landvast_text::phone;
use landvast_text::{Part, Words, id};

use super::face::Take;
use super::{Context, callers};
use crate::dial::dial;
use crate::flow::Dial;

/// One entry of a panel, in words.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Where the table wants it.
    pub(super) panel: Panel,
    pub(super) field: &'static str,
    /// What stands above or before it; empty for none.
    pub(super) label: String,
    /// The same in the second language.
    pub(super) second_label: Option<String>,
    pub(super) lines: Vec<Line>,
    /// Whether its lines are a list.
    pub(super) listed: bool,
    /// How many characters stand in lines beyond those that the card prints.
    pub(super) more: usize,
    /// The language of the owner's words, where it is not that of the fixed words.
    pub(super) language: Option<String>,
    /// Whether it is among the two that are seen first on its panel.
    pub(super) first: bool,
    /// How many characters the table finds comfortable here.
    pub(super) comfortable: usize,
}

/// One line of an entry: words, and numbers to dial.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) words: String,
    pub(super) numbers: Vec<Dial>,
}

impl Piece {
    /// How many characters it has.
    pub(super) fn chars(&self) -> usize {
        self.lines.iter().map(Line::chars).sum()
    }
}

impl Line {
    pub(super) fn chars(&self) -> usize {
        let numbers: usize = self.numbers.iter().map(|number| number.shown.chars().count()).sum();
        self.words.chars().count() + numbers
    }
}

/// The entries of a panel in order of rank, but for what stands at its foot.
pub(super) fn of(context: &Context<'_>, take: Take) -> Vec<Piece> {
    let mut entries: Vec<(u8, &Entry)> = context
        .excerpt
        .entries
        .iter()
        .filter(|entry| !entry.field.is_derived())
        .filter_map(|entry| {
            let place = entry.field.place.filter(|place| take.holds(*place))?;
            Some((place.rank, entry))
        })
        .collect();
    entries.sort_by_key(|(rank, _)| *rank);
    let pieces = entries.into_iter();
    pieces.map(|(rank, entry)| piece(context, take.panel, entry, rank <= 2)).collect()
}

fn piece(context: &Context<'_>, panel: Panel, entry: &Entry, first: bool) -> Piece {
    let field = entry.field;
    // The left column is what is seen first, and so what a second language is for.
    let seen_first = panel.is_seen_first();
    let second_label = context.second.filter(|_| seen_first).map(|words| label(words, field));
    let mut piece = Piece {
        panel,
        field: field.id,
        label: label(context.words, field),
        second_label,
        lines: Vec::new(),
        listed: false,
        more: 0,
        language: context.written_in(entry.lang.as_deref()),
        first,
        comfortable: field.place.map_or(0, |place| usize::from(place.chars)),
    };
    match &entry.content {
        Content::Answer(value) => {
            piece.lines = lines(context, field, value);
            piece.listed =
                matches!(value, Value::Lines(_) | Value::Rows(_)) && piece.lines.len() > 1;
            if matches!(
                value,
                Value::Choice(_) | Value::Day(_) | Value::Degree(_) | Value::Hours(_)
            ) {
                // A choice is said in the fixed words' language.
                piece.language = None;
            }
        }
        Content::PublicLine => {
            piece.lines = public_line(context, field).into_iter().collect();
            (piece.label, piece.second_label, piece.language) = (String::new(), None, None);
        }
        Content::Derived(_) => {}
    }
    let most = usize::from(field.place.map_or(u8::MAX, |place| place.rows));
    if piece.lines.len() > most {
        let beyond = piece.lines.split_off(most);
        piece.more = beyond.iter().map(Line::chars).sum();
    }
    piece
}

fn label(words: &Words, field: &Field) -> String {
    words.field(field, Part::Card).unwrap_or_else(|| words.label(field))
}

fn plain(text: &str) -> Line {
    Line { words: text.trim().to_owned(), numbers: Vec::new() }
}

fn lines(context: &Context<'_>, field: &Field, value: &Value) -> Vec<Line> {
    if let Value::Rows(rows) = value {
        let lines = rows.iter().map(|row| row_line(context, field, row));
        return lines.filter(|line| line.chars() > 0).collect();
    }
    let name_of = |id| context.excerpt.name_of(id).map(str::to_owned);
    context.words.entries(field, value, &name_of).iter().map(|text| plain(text)).collect()
}

/// A row: its numbers apart, so that they can be found and dialled, the rest in words.
fn row_line(context: &Context<'_>, field: &Field, row: &Row) -> Line {
    let columns = field.kind.columns();
    let is_phones = |id: &str| columns.iter().any(|c| c.id == id && c.kind == Kind::Phones);
    let cells: BTreeMap<String, Value> = row
        .cells
        .iter()
        .filter(|(id, _)| !is_phones(id))
        .map(|(id, cell)| (id.clone(), cell.clone()))
        .collect();
    let name_of = |id| context.excerpt.name_of(id).map(str::to_owned);
    let mut words = context.words.row(field, &Row { id: row.id, cells }, &name_of);
    let mut numbers = Vec::new();
    let who = words.split(',').next().unwrap_or_default().to_owned();
    for (index, column) in columns.iter().filter(|c| c.kind == Kind::Phones).enumerate() {
        let Some(Value::Phones(phones)) = row.cells.get(column.id) else { continue };
        for typed in phones.iter().filter(|typed| !typed.trim().is_empty()) {
            if phone::is_words(typed) {
                words = format!("{words} {}", typed.trim());
                continue;
            }
            let mut number = dial(context.words, &who, typed);
            if index > 0 {
                // A second column of numbers says which: by night.
                let which = context.words.column(field, column);
                number.which =
                    context.words.say_with(id::CARD_WHICH_NUMBER, &[("which", which.into())]);
            }
            numbers.push(number);
        }
    }
    Line { words, numbers }
}

/// What strangers get instead of the answer: whom to ring about it.
fn public_line(context: &Context<'_>, field: &Field) -> Option<Line> {
    let Some(caller) = callers::first(context) else {
        return context.words.field(field, Part::Public).map(|text| plain(&text));
    };
    let shown = caller.numbers.first()?.shown.as_str();
    let arguments = [("name", caller.name.as_str().into()), ("phone", shown.into())];
    context.words.field_with(field, Part::PublicCall, &arguments).map(|text| plain(&text))
}
