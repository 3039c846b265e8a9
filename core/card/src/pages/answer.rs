//! Any answer as blocks of a page: what it is called, and its words as text, list, labels, table
//! or numbers to ring, whichever reads best.

use landvast_model::excerpt::{Content, Entry};
use landvast_model::table::{Care, Field};
use landvast_model::value::Row;
use landvast_model::{Column, Kind, Place, Value};
use landvast_text::id;

use super::{lines, phones};
use crate::flow::{Block, Fact, Level, Marks, Piece, Prose, Table, TableColumn};
use crate::layout::Context;

/// An answer of one line stands beside its label if it has no more characters than this.
const SHORT: usize = 70;
/// A table has no more columns than this; what is over stands in the last.
const MOST_COLUMNS: usize = 4;
/// More columns than this read better as labels.
const MANY_COLUMNS: usize = 6;
/// The characters that the narrowest and the widest column of a table count for.
const NARROWEST: f32 = 9.0;
const WIDEST: f32 = 60.0;
/// A cell with more characters than this reads better as text beside its label.
const LONGEST_CELL: usize = 220;

/// Answers one below another: short ones beside their label, others below it.
pub(crate) fn answers<'e>(
    context: &Context<'_>,
    place: Place,
    entries: impl IntoIterator<Item = &'e Entry>,
) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for entry in entries {
        match (alike(context, place, entry), blocks.last_mut()) {
            (Some(Block::Facts(more)), Some(Block::Facts(facts))) => facts.extend(more),
            (Some(Block::Calls(_, more)), Some(Block::Calls(_, calls))) => calls.extend(more),
            (Some(block), _) => blocks.push(block),
            (None, _) => blocks.extend(labelled(context, place, entry)),
        }
    }
    blocks
}

/// An answer as a block that others of its kind are put together with: a short one beside its
/// label, and numbers to ring, which say themselves whose they are.
fn alike(context: &Context<'_>, place: Place, entry: &Entry) -> Option<Block> {
    if phones::are_calls(entry.field) {
        return answer(context, place, entry).into_iter().next();
    }
    short(context, place, entry).map(|fact| Block::Facts(vec![fact]))
}

/// An answer below its label.
pub(crate) fn labelled(context: &Context<'_>, place: Place, entry: &Entry) -> Vec<Block> {
    let blocks = answer(context, place, entry);
    if blocks.is_empty() {
        return blocks;
    }
    let label = Prose::new(context.words.label(entry.field));
    // Wherever somebody reads of wanting to die, the number to ring stands beside it.
    let talk = (entry.field.care == Some(Care::Safety)).then(|| {
        let calls = super::danger_calls(context).pop();
        Block::Calls(Marks::Bullets, calls.into_iter().collect())
    });
    std::iter::once(Block::Heading(Level::Part, label)).chain(blocks).chain(talk).collect()
}

/// Answers that we say for the owner, in one line: "Bereikbaar: ja · Akkoord: ja, op 3 maart".
pub(crate) fn in_a_line(context: &Context<'_>, entries: &[&Entry]) -> Prose {
    let name_of = |id| context.name_of(id);
    let said = entries.iter().filter_map(|entry| {
        let Content::Answer(value) = &entry.content else { return None };
        let words = context.words.entries(entry.field, value, &name_of).join(", ");
        let label = context.words.label(entry.field);
        let arguments = [("label", label.into()), ("words", words.into())];
        Some(context.words.say_with(id::PAGE_LABELLED, &arguments))
    });
    Prose::new(said.collect::<Vec<_>>().join(" · "))
}

/// Whether an answer was chosen or counted, so that we say it in our words.
pub(crate) fn is_said_by_us(entry: &Entry) -> bool {
    let Content::Answer(value) = &entry.content else { return false };
    matches!(value, Value::Choice(_) | Value::Day(_) | Value::Degree(_) | Value::Agreement(_))
}

/// An answer beside its label, whatever its length.
pub(crate) fn fact(context: &Context<'_>, place: Place, entry: &Entry) -> Option<Fact> {
    let words = match &entry.content {
        Content::Answer(Value::Rows(rows)) => {
            let rows = rows.iter().map(|row| row_in_words(context, entry, row));
            rows.filter(|prose| !prose.is_empty()).collect()
        }
        Content::Answer(value) => paragraphs(context, entry, value),
        Content::PublicLine | Content::Derived(_) => return None,
    };
    let words = words.into_iter().map(|prose| prose.of(place, entry.field.id)).collect();
    let fact = Fact { label: context.words.label(entry.field), words };
    (!fact.is_empty()).then_some(fact)
}

/// The same, if it is a single short line.
fn short(context: &Context<'_>, place: Place, entry: &Entry) -> Option<Fact> {
    if matches!(entry.content, Content::Answer(Value::Rows(_) | Value::Lines(_))) {
        return None;
    }
    let fact = fact(context, place, entry)?;
    let [line] = fact.words.as_slice() else { return None };
    let count: usize = line.pieces.iter().map(|piece| piece.text.chars().count()).sum();
    let is_one_line = line.pieces.iter().all(|piece| !piece.text.contains('\n'));
    (count <= SHORT && is_one_line).then_some(fact)
}

/// The words of an answer, without its label.
pub(crate) fn answer(context: &Context<'_>, place: Place, entry: &Entry) -> Vec<Block> {
    let Content::Answer(value) = &entry.content else { return Vec::new() };
    let field = entry.field;
    if let Value::Rows(rows) = value {
        let full = |row: &&Row| row.cells.values().any(|cell| !cell.is_empty());
        let rows: Vec<Row> = rows.iter().filter(full).cloned().collect();
        return of_rows(context, place, entry, &rows);
    }
    let prose = paragraphs(context, entry, value);
    let prose: Vec<Prose> = prose.into_iter().map(|prose| prose.of(place, field.id)).collect();
    match (value, prose.as_slice()) {
        (_, []) => Vec::new(),
        (Value::Lines(_) | Value::Sections(_) | Value::People(_), _) => {
            vec![Block::List(Marks::Bullets, prose)]
        }
        _ => prose.into_iter().map(Block::Text).collect(),
    }
}

/// The language of what the owner wrote; none for what we say for them.
fn language(context: &Context<'_>, entry: &Entry, value: &Value) -> Option<String> {
    let own = matches!(value, Value::Text(_) | Value::Lines(_) | Value::Rows(_));
    own.then(|| context.written_in(entry.lang.as_deref())).flatten()
}

fn paragraphs(context: &Context<'_>, entry: &Entry, value: &Value) -> Vec<Prose> {
    let name_of = |id| context.name_of(id);
    if let Value::Phones(typed) = value {
        let who = context.words.label(entry.field);
        return vec![phones::in_words(context.words, &who, typed)];
    }
    let language = language(context, entry, value);
    let lines = context.words.entries(entry.field, value, &name_of);
    lines.into_iter().map(|line| Prose::new(line).in_language(language.clone())).collect()
}

/// A row said in one paragraph: what it is in bold, then the rest, each a sentence of its own
/// where the owner wrote sentences.
fn row_in_words(context: &Context<'_>, entry: &Entry, row: &Row) -> Prose {
    let name_of = |id| context.name_of(id);
    let (mut first, mut rest) = (String::new(), String::new());
    for column in entry.field.kind.columns() {
        let Some(cell) = row.cells.get(column.id).filter(|cell| !cell.is_empty()) else { continue };
        let said = context.words.cell(entry.field, column, cell, &name_of);
        if said.is_empty() {
            continue;
        }
        if first.is_empty() {
            first = lines::begins_a_line(cell, said);
            continue;
        }
        let before = if rest.is_empty() { &first } else { &rest };
        let is_over = before.ends_with(['.', '?', '!', '…']);
        if is_over || said.starts_with(char::is_uppercase) {
            rest.push_str(if is_over { " " } else { ". " });
            let mut letters = said.chars();
            rest.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            rest.push_str(letters.as_str());
        } else {
            rest.extend([column.lead, said.as_str()]);
        }
    }
    let prose = Prose::bold(first).in_language(context.written_in(entry.lang.as_deref()));
    if rest.is_empty() { prose } else { prose.and(Piece::new(rest)) }
}

/// Rows: to ring, as a table, or as labels with words.
fn of_rows(context: &Context<'_>, place: Place, entry: &Entry, rows: &[Row]) -> Vec<Block> {
    let field = entry.field;
    if rows.is_empty() {
        return Vec::new();
    }
    if phones::are_calls(field) {
        let language = context.written_in(entry.lang.as_deref());
        let calls = phones::calls(context, field, rows, (language.as_ref(), phones::When::Any));
        return vec![Block::Calls(Marks::Bullets, calls)];
    }
    let used: Vec<&Column> = used_columns(field, rows);
    if reads_as_table(&used, rows) {
        return vec![Block::Table(table(context, place, entry, rows))];
    }
    let cards = rows.iter().map(|row| {
        let facts = used.iter().filter_map(|column| {
            let prose = cell(context, place, entry, row, column)?;
            Some(Fact::new(context.words.column(field, column), prose))
        });
        Block::KeepTogether(vec![Block::Facts(facts.collect())])
    });
    cards.collect()
}

/// The columns in which any row has something.
pub(crate) fn used_columns<'f>(field: &'f Field, rows: &[Row]) -> Vec<&'f Column> {
    let is_used = |column: &&Column| {
        rows.iter().any(|row| row.cells.get(column.id).is_some_and(|cell| !cell.is_empty()))
    };
    field.kind.columns().iter().filter(is_used).collect()
}

fn reads_as_table(used: &[&Column], rows: &[Row]) -> bool {
    let has_numbers = used.iter().any(|column| column.kind == Kind::Phones);
    let longest = rows.iter().flat_map(|row| row.cells.values()).map(chars).max().unwrap_or(0);
    let few = used.len() <= 2 || rows.len() > 1 && used.len() <= MANY_COLUMNS;
    !has_numbers && few && longest <= LONGEST_CELL
}

fn chars(cell: &Value) -> usize {
    cell.texts().iter().map(|text| text.chars().count()).sum()
}

/// Rows as a table whose heads are the names of the columns. What is more than a page is wide
/// stands in the last column, each with its name.
pub(crate) fn table(context: &Context<'_>, place: Place, entry: &Entry, rows: &[Row]) -> Table {
    let field = entry.field;
    let used = used_columns(field, rows);
    let (own, further) = match used.len() {
        0..=MOST_COLUMNS => (used.as_slice(), &[][..]),
        _ => used.split_at(MOST_COLUMNS - 1),
    };
    let mut table = Table::default();
    for column in own {
        let head = context.words.column(field, column);
        table.columns.push(TableColumn { head, share: share(column, rows) });
    }
    if !further.is_empty() {
        let head = context.words.say(id::PAGE_FURTHER);
        table.columns.push(TableColumn { head, share: WIDEST.sqrt() * 1.25 });
    }
    for row in rows {
        let mut cells: Vec<Vec<Prose>> = own
            .iter()
            .map(|column| cell(context, place, entry, row, column).into_iter().collect())
            .collect();
        if !further.is_empty() {
            let said = further.iter().filter_map(|column| {
                let cell = row.cells.get(column.id).filter(|cell| !cell.is_empty())?;
                let name_of = |id| context.name_of(id);
                let said = context.words.cell_alone(field, column, cell, &name_of);
                let name = context.words.column(field, column);
                let arguments = [("label", name.into()), ("words", said.into())];
                let said = context.words.say_with(id::PAGE_LABELLED, &arguments);
                Some(Prose::new(said).of(place, field.id))
            });
            cells.push(said.collect());
        }
        table.rows.push(cells);
    }
    table
}

/// One cell, numbers to be tapped among it; none if it is empty.
fn cell(
    context: &Context<'_>,
    place: Place,
    entry: &Entry,
    row: &Row,
    column: &Column,
) -> Option<Prose> {
    let cell = row.cells.get(column.id).filter(|cell| !cell.is_empty())?;
    if let Value::Phones(typed) = cell {
        let who = context.words.label(entry.field);
        return Some(phones::in_words(context.words, &who, typed).of(place, entry.field.id));
    }
    let name_of = |id| context.name_of(id);
    let said = context.words.cell_alone(entry.field, column, cell, &name_of);
    let language = phones::is_own_words(column).then(|| context.written_in(entry.lang.as_deref()));
    let prose = Prose::new(said).in_language(language.flatten()).of(place, entry.field.id);
    (!prose.is_empty()).then_some(prose)
}

/// How much of a table's width a column wants: as much as its words do, within reason.
fn share(column: &Column, rows: &[Row]) -> f32 {
    let cells = rows.iter().filter_map(|row| row.cells.get(column.id));
    let longest = match column.kind {
        Kind::Text | Kind::Lines => cells.map(chars).max().unwrap_or(0),
        Kind::People => 22,
        Kind::Hours => 18,
        _ => 12,
    };
    let longest = u8::try_from(longest).map_or(WIDEST, f32::from);
    longest.clamp(NARROWEST, WIDEST).sqrt()
}
