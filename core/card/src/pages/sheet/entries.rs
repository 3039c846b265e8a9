//! The answers of one part of the sheet, in words.

use landvast_model::excerpt::{Content, Entry};
use landvast_model::table::SheetPart;
use landvast_model::{Kind, Place, Value};
use landvast_text::Part;

use super::Sheet;
use crate::flow::{Block, Fact, FirstColumn, Level, Marks, Piece, Prose, Table, TableColumn};
use crate::pages::{answer, lines};

/// An answer, and where it stands: in the plan, or with the sheet's reader.
pub(super) type Answer<'a> = (Place, &'a Entry);

/// Rows of so many columns are told cell by cell: fewer read well in a line, and more are steps of
/// one thing.
const NAMED_COLUMNS: usize = 4;

/// About how many characters a line of a list has beside a label, and over the whole width.
const BESIDE_LABEL: usize = 52;
const WHOLE_WIDTH: usize = 84;
/// The most characters of one thing among several in a line.
const SHORT: usize = 64;
/// Between several things in a line.
const APART: &str = " · ";

impl<'a> Sheet<'a> {
    /// The answers of a part, in the order of the table.
    pub(super) fn answers(&self, part: SheetPart) -> Vec<Answer<'a>> {
        let plan = self.context.excerpt.entries.iter().map(|entry| (Place::Plan, entry));
        let own = self
            .own
            .into_iter()
            .flat_map(|own| own.entries.iter().map(|entry| (Place::Person(own.id), entry)));
        let mut answers: Vec<_> = plan
            .chain(own)
            .filter_map(|(place, entry)| {
                let stands = entry.field.sheet_part();
                let shown = stands.part == part && stands.rank > 0;
                let answered = matches!(entry.content, Content::Answer(_));
                (shown && answered).then_some((stands.rank, (place, entry)))
            })
            .collect();
        answers.sort_by_key(|(rank, _)| *rank);
        answers.into_iter().map(|(_, answer)| answer).collect()
    }
}

/// Answers beside their labels; what has many cells in many rows as a table below its own.
pub(super) fn blocks(sheet: &Sheet<'_>, answers: &[Answer<'_>]) -> Vec<Block> {
    blocks_of(sheet, answers, |fact| fact)
}

/// The same for what can wait: several short things stand in one line.
pub(super) fn short(sheet: &Sheet<'_>, answers: &[Answer<'_>]) -> Vec<Block> {
    blocks_of(sheet, answers, in_a_line)
}

fn blocks_of(sheet: &Sheet<'_>, answers: &[Answer<'_>], said: impl Fn(Fact) -> Fact) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut facts: Vec<Fact> = Vec::new();
    for (place, entry) in answers {
        let Some(fact) = fact(sheet, (*place, entry)).map(&said) else { continue };
        if !is_wide(entry) && !is_long(&fact) {
            facts.push(fact);
            continue;
        }
        if !facts.is_empty() {
            blocks.push(Block::Facts(std::mem::take(&mut facts)));
        }
        if is_wide(entry) {
            blocks.extend(answer::labelled(&sheet.context, *place, entry));
        } else {
            blocks.push(Block::Heading(Level::Part, Prose::new(fact.label)));
            blocks.push(Block::List(Marks::Bullets, fact.words));
        }
    }
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    blocks
}

/// Several things in one line, if all of them are short.
fn in_a_line(mut fact: Fact) -> Fact {
    let is_short = |prose: &Prose| count(prose) <= SHORT;
    if fact.words.len() > 1 && fact.words.iter().all(is_short) {
        fact.words = vec![joined(std::mem::take(&mut fact.words))];
    }
    fact
}

/// Several things one behind the other, each in its own language.
pub(super) fn joined(things: Vec<Prose>) -> Prose {
    let mut line = Prose::default();
    for thing in things {
        if !line.is_empty() {
            line.pieces.push(Piece::new(APART));
        }
        line.of = line.of.or(thing.of);
        let language = thing.language;
        let pieces = thing.pieces.into_iter();
        line.pieces.extend(pieces.map(|piece| Piece { language: language.clone(), ..piece }));
    }
    line
}

fn count(prose: &Prose) -> usize {
    prose.pieces.iter().map(|piece| piece.text.chars().count()).sum()
}

/// Whether its rows tell more with a name for each cell: a table where something is said for each
/// of several choices, such as green, orange and red; or one row of so many texts that nobody
/// could tell which is which.
fn is_wide(entry: &Entry) -> bool {
    let Content::Answer(Value::Rows(rows)) = &entry.content else { return false };
    let columns = entry.field.kind.columns();
    let by_choice = columns.first().is_some_and(|column| matches!(column.kind, Kind::Choice(_)));
    let only_texts = columns.iter().all(|column| column.kind == Kind::Text);
    columns.len() == NAMED_COLUMNS && (by_choice && rows.len() > 1 || only_texts && rows.len() == 1)
}

/// Whether a list takes fewer lines over the whole width than beside its label.
fn is_long(fact: &Fact) -> bool {
    let lines = |width: usize| -> usize {
        fact.words.iter().map(|prose| count(prose).div_ceil(width)).sum()
    };
    fact.words.len() > 1 && lines(BESIDE_LABEL) > lines(WHOLE_WIDTH) + 2
}

/// An answer beside its label, as short as it can be said.
fn fact(sheet: &Sheet<'_>, (place, entry): Answer<'_>) -> Option<Fact> {
    let mut fact = answer::fact(&sheet.context, place, entry)?;
    // The card's words speak to whoever reads them, and are shorter.
    fact.label = label(sheet, entry);
    match &entry.content {
        Content::Answer(Value::Rows(rows)) => {
            let said = rows
                .iter()
                .map(|row| lines::of_row(&sheet.context, entry, row).of(place, entry.field.id));
            fact.words = said.filter(|prose| !prose.is_empty()).collect();
        }
        Content::Answer(Value::Sections(sections)) => {
            let words = sheet.context.words;
            let names: Vec<String> =
                sections.iter().map(|section| words.section(*section)).collect();
            fact.words = vec![Prose::new(names.join(" · ")).of(place, entry.field.id)];
        }
        _ => {}
    }
    Some(fact)
}

fn label(sheet: &Sheet<'_>, entry: &Entry) -> String {
    let words = sheet.context.words;
    words.field(entry.field, Part::Card).unwrap_or_else(|| words.label(entry.field))
}

/// The rows of an answer as a list over the whole width, without its label.
pub(super) fn listed_rows(sheet: &Sheet<'_>, answer: Answer<'_>) -> Vec<Block> {
    let rows = fact(sheet, answer).map(|fact| Block::List(Marks::Bullets, fact.words));
    rows.into_iter().collect()
}

/// An answer without its label.
pub(super) fn unlabelled(sheet: &Sheet<'_>, (place, entry): Answer<'_>) -> Vec<Block> {
    answer::answer(&sheet.context, place, entry)
}

/// The words of an answer, a paragraph each.
pub(super) fn words(sheet: &Sheet<'_>, answer: Answer<'_>) -> Vec<Prose> {
    fact(sheet, answer).map(|fact| fact.words).unwrap_or_default()
}

/// An answer in the largest letters of the sheet.
pub(super) fn large(sheet: &Sheet<'_>, answer: Answer<'_>) -> Vec<Block> {
    words(sheet, answer).into_iter().map(Block::Large).collect()
}

/// Two lists beside each other, each below its name. None if either is no list.
pub(super) fn side_by_side(sheet: &Sheet<'_>, one: Answer<'_>, other: Answer<'_>) -> Option<Block> {
    let mut table = Table { first: FirstColumn::Cells, ..Table::default() };
    let mut row = Vec::new();
    for (place, entry) in [one, other] {
        let Content::Answer(Value::Lines(_)) = &entry.content else { return None };
        let head = label(sheet, entry);
        table.columns.push(TableColumn { head, share: 1.0 });
        row.push(answer::fact(&sheet.context, place, entry)?.words);
    }
    table.rows.push(row);
    Some(Block::Table(table))
}

/// A list of fixed words.
pub(super) fn listed(words: impl IntoIterator<Item = String>) -> Block {
    Block::List(Marks::Bullets, words.into_iter().map(Prose::new).collect())
}
