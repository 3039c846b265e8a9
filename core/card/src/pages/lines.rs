//! A row said in one line, its cells one after the other.

use landvast_model::excerpt::Entry;
use landvast_model::value::Row;
use landvast_model::{Column, Value};

use super::phones;
use crate::flow::{Piece, Prose};
use crate::layout::Context;

/// A row in a line: what it is about bold, its numbers to be tapped.
pub(crate) fn of_row(context: &Context<'_>, entry: &Entry, row: &Row) -> Prose {
    let mut line = Prose::default().in_language(context.written_in(entry.lang.as_deref()));
    let mut about = String::new();
    for column in entry.field.kind.columns() {
        let Some(cell) = row.cells.get(column.id).filter(|cell| !cell.is_empty()) else { continue };
        let pieces = match cell {
            Value::Phones(typed) => phones::in_words(context.words, &about, typed).pieces,
            cell => vec![Piece::new(said(context, entry, column, cell))],
        };
        if pieces.iter().all(|piece| piece.text.trim().is_empty()) {
            continue;
        }
        if line.is_empty() {
            about = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let first = |text: String| begins_a_line(cell, text);
            line.pieces.extend(pieces.into_iter().map(|piece| Piece::bold(first(piece.text))));
            continue;
        }
        push(&mut line, column, pieces);
    }
    line
}

/// A cell in words, as it stands in a sentence.
pub(crate) fn said(context: &Context<'_>, entry: &Entry, column: &Column, cell: &Value) -> String {
    context.words.cell(entry.field, column, cell, &|id| context.name_of(id))
}

/// Puts a cell behind what was said.
pub(crate) fn push(line: &mut Prose, column: &Column, mut pieces: Vec<Piece>) {
    let lead = lead(line, column.lead, &pieces);
    if let Some(first) =
        pieces.first_mut().filter(|_| [AFTER_SENTENCE, NEW_SENTENCE].contains(&lead))
    {
        first.text = capitalised(&first.text);
    }
    if !line.is_empty() {
        line.pieces.push(Piece::new(lead));
    }
    line.pieces.extend(pieces);
}

/// A line begins with a capital where its first words are ours: "Jij en Joost", "Bed". What the
/// owner wrote stays as they wrote it.
pub(crate) fn begins_a_line(cell: &Value, said: String) -> String {
    let is_own = cell.texts().first().is_some_and(|own| said.starts_with(own));
    if is_own { said } else { capitalised(&said) }
}

/// A sentence begins with a capital, whoever's words it is made of.
pub(crate) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

const COMMA: &str = ", ";
const AFTER_SENTENCE: &str = " ";
const NEW_SENTENCE: &str = ". ";

/// What stands between what was said and the next cell: no comma where a new sentence begins.
fn lead(said: &Prose, lead: &'static str, next: &[Piece]) -> &'static str {
    let ends = |piece: Option<&Piece>| {
        piece.is_some_and(|piece| piece.text.trim_end().ends_with(['.', '?', '!', '…']))
    };
    match (lead, ends(said.pieces.last()), ends(next.last())) {
        (COMMA, true, _) => AFTER_SENTENCE,
        (COMMA, false, true) => NEW_SENTENCE,
        _ => lead,
    }
}
