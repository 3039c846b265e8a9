//! Errors and problems in words: what happened, that the plan is still there, what to do next.
//!
//! Nothing that somebody wrote stands in them: an error may end up in a report.

use landvast_model::edit::Problem;
use landvast_model::paper::PaperKind;
use landvast_model::value::{LONGEST_TEXT, MOST_ENTRIES};
use landvast_model::{Agrees, Column, Field, Kind, Section, Table};
use landvast_text::{MessageId, Words, id};
use landvast_vault::{Part, ROOM_TO_GO_ON};

use crate::error::{BackupFault, Missing, PlanError, WordSlip};

/// An error in sentences: what happened, that the plan is still there, what to do next; and for
/// faults in what was given, each of them on a line of its own.
#[must_use]
pub fn say_error(error: &PlanError, table: &Table, words: &Words) -> Vec<String> {
    let (what, kept, next) = messages(error);
    let argument = match error {
        PlanError::Wait { seconds } => vec![("seconds", (*seconds).into())],
        PlanError::Damaged { part } => vec![("part", words.say(part_message(*part)).into())],
        PlanError::Invalid { faults } => vec![("count", faults.len().into())],
        PlanError::WeakPassphrase { shortest } => vec![("count", (*shortest).into())],
        PlanError::Words { slip: WordSlip::Unknown { position } } => {
            vec![("position", (*position).into())]
        }
        PlanError::Words { slip: WordSlip::Count { found } } => vec![("count", (*found).into())],
        PlanError::WrongReader { paper } => vec![("paper", words.paper(*paper).into())],
        PlanError::StorageFull => vec![("room", megabytes(ROOM_TO_GO_ON).into())],
        _ => Vec::new(),
    };
    let mut said = vec![words.say_with(what, &argument)];
    if let PlanError::Invalid { faults } = error {
        said.extend(
            faults.iter().map(|fault| say_problem(&fault.at, &fault.problem, table, words)),
        );
    }
    said.extend([words.say(kept), words.say_with(next, &argument)]);
    said
}

/// That no room is left, where room was asked for before anything was written, so that nothing was.
/// [`PlanError::StorageFull`] alone cannot promise that: see [`Keeper::is_stopped`].
///
/// [`Keeper::is_stopped`]: crate::Keeper::is_stopped
#[must_use]
pub fn say_full_before(words: &Words) -> Vec<String> {
    let room = [("room", megabytes(ROOM_TO_GO_ON).into())];
    vec![
        words.say(id::ERROR_STORAGE_FULL_BEFORE),
        words.say(id::ERROR_STORAGE_FULL_KEPT),
        words.say_with(id::ERROR_STORAGE_FULL_AGAIN, &room),
    ]
}

/// How many megabytes hold so many bytes. Never one too few, so that freeing them is enough.
const fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

const fn part_message(part: Part) -> MessageId {
    match part {
        Part::Header => id::PART_HEADER,
        Part::Store => id::PART_STORE,
    }
}

/// What happened, what became of the plan, what to do next.
fn messages(error: &PlanError) -> (MessageId, MessageId, MessageId) {
    match error {
        PlanError::WrongSecret => {
            (id::ERROR_WRONG_SECRET, id::ERROR_WRONG_SECRET_KEPT, id::ERROR_WRONG_SECRET_NEXT)
        }
        PlanError::Wait { .. } => (id::ERROR_WAIT, id::ERROR_WAIT_KEPT, id::ERROR_WAIT_NEXT),
        PlanError::Locked => (id::ERROR_LOCKED, id::ERROR_LOCKED_KEPT, id::ERROR_LOCKED_NEXT),
        PlanError::InUse => (id::ERROR_IN_USE, id::ERROR_IN_USE_KEPT, id::ERROR_IN_USE_NEXT),
        PlanError::Damaged { .. } => {
            (id::ERROR_DAMAGED, id::ERROR_DAMAGED_KEPT, id::ERROR_DAMAGED_NEXT)
        }
        PlanError::NewerFormat => {
            (id::ERROR_NEWER_FORMAT, id::ERROR_NEWER_FORMAT_KEPT, id::ERROR_NEWER_FORMAT_NEXT)
        }
        PlanError::StorageFull => {
            (id::ERROR_STORAGE_FULL, id::ERROR_STORAGE_FULL_KEPT, id::ERROR_STORAGE_FULL_NEXT)
        }
        PlanError::NotFound { what } => missing(*what),
        PlanError::AlreadyThere => {
            (id::ERROR_ALREADY_THERE, id::ERROR_ALREADY_THERE_KEPT, id::ERROR_ALREADY_THERE_NEXT)
        }
        PlanError::Invalid { .. } => {
            (id::ERROR_INVALID, id::ERROR_INVALID_KEPT, id::ERROR_INVALID_NEXT)
        }
        PlanError::WeakPassphrase { .. } => (
            id::ERROR_PASSPHRASE_WEAK,
            id::ERROR_PASSPHRASE_WEAK_KEPT,
            id::ERROR_PASSPHRASE_WEAK_NEXT,
        ),
        PlanError::WrongReader { paper: PaperKind::Sheet } => {
            (id::ERROR_WRONG_READER, id::ERROR_WRONG_READER_KEPT, id::ERROR_WRONG_READER_NEXT_PLAN)
        }
        PlanError::WrongReader { .. } => {
            (id::ERROR_WRONG_READER, id::ERROR_WRONG_READER_KEPT, id::ERROR_WRONG_READER_NEXT_SHEET)
        }
        PlanError::Words { slip } => slip_in_words(*slip),
        PlanError::Backup { fault } => no_backup(*fault),
        PlanError::Refused => (id::ERROR_REFUSED, id::ERROR_REFUSED_KEPT, id::ERROR_REFUSED_NEXT),
        PlanError::Internal => {
            (id::ERROR_INTERNAL, id::ERROR_INTERNAL_KEPT, id::ERROR_INTERNAL_NEXT)
        }
    }
}

/// What is wrong with the words of a backup.
const fn slip_in_words(slip: WordSlip) -> (MessageId, MessageId, MessageId) {
    match slip {
        WordSlip::Wrong => {
            (id::ERROR_WORDS_WRONG, id::ERROR_WORDS_WRONG_KEPT, id::ERROR_WORDS_WRONG_NEXT)
        }
        WordSlip::Unknown { .. } => {
            (id::ERROR_WORD_UNKNOWN, id::ERROR_WORD_UNKNOWN_KEPT, id::ERROR_WORD_UNKNOWN_NEXT)
        }
        WordSlip::Count { .. } => {
            (id::ERROR_WORD_COUNT, id::ERROR_WORD_COUNT_KEPT, id::ERROR_WORD_COUNT_NEXT)
        }
    }
}

/// What is wrong with a backup. Whatever it is, the plan that is there was not touched.
const fn no_backup(fault: BackupFault) -> (MessageId, MessageId, MessageId) {
    let kept = id::ERROR_NO_BACKUP_KEPT;
    match fault {
        BackupFault::NotABackup => (id::ERROR_NO_BACKUP, kept, id::ERROR_NO_BACKUP_NEXT),
        BackupFault::OtherKey => (id::ERROR_NO_BACKUP_KEY, kept, id::ERROR_NO_BACKUP_NEXT),
        BackupFault::Damaged => (id::ERROR_NO_BACKUP_DAMAGED, kept, id::ERROR_NO_BACKUP_OLDER),
        BackupFault::TooCostly => (id::ERROR_NO_BACKUP_COSTLY, kept, id::ERROR_NO_BACKUP_NEXT),
        BackupFault::TooLong => (id::ERROR_NO_BACKUP_LONG, kept, id::ERROR_NO_BACKUP_NEXT),
        BackupFault::NoMemory => (id::ERROR_NO_BACKUP_MEMORY, kept, id::ERROR_NO_BACKUP_ROOM),
    }
}

/// What was looked for in vain.
const fn missing(what: Missing) -> (MessageId, MessageId, MessageId) {
    match what {
        Missing::Vault => (id::ERROR_NOT_FOUND, id::ERROR_NOT_FOUND_KEPT, id::ERROR_NOT_FOUND_NEXT),
        Missing::Undo => (
            id::ERROR_NOTHING_TO_UNDO,
            id::ERROR_NOTHING_TO_UNDO_KEPT,
            id::ERROR_NOTHING_TO_UNDO_NEXT,
        ),
        Missing::Redo => (
            id::ERROR_NOTHING_TO_REDO,
            id::ERROR_NOTHING_TO_UNDO_KEPT,
            id::ERROR_NOTHING_TO_REDO_NEXT,
        ),
        Missing::Paper => {
            (id::ERROR_NO_PAPER_YET, id::ERROR_NO_PAPER_YET_KEPT, id::ERROR_NO_PAPER_YET_NEXT)
        }
        Missing::Person | Missing::Answer | Missing::Copy | Missing::Piece => {
            (id::ERROR_NO_SUCH_THING, id::ERROR_NO_SUCH_THING_KEPT, id::ERROR_NO_SUCH_THING_NEXT)
        }
    }
}

/// What is wrong with what was given at one place, in a sentence.
#[must_use]
pub fn say_problem(at: &str, problem: &Problem, table: &Table, words: &Words) -> String {
    let (at, said) = match row_at(at, table) {
        _ if at.is_empty() => (at, words.say(id::PART_IMPORT)),
        Some((field, place)) => (field, said_in_rows(field, &place, table, words)),
        None => (at, at.to_owned()),
    };
    let field = || ("field", said.as_str().into());
    let plain = |message| words.say_with(message, &[field()]);
    let nearest = |known: &Option<String>, without, with| match known {
        Some(known) => {
            words.say_with(with, &[field(), ("nearest", labelled(table, words, known).into())])
        }
        None => words.say_with(without, &[field()]),
    };
    match problem {
        Problem::NotJson { line, column } => words.say_with(
            id::PROBLEM_NOT_JSON,
            &[("line", (*line).into()), ("column", (*column).into())],
        ),
        Problem::FileTooLarge => words.say(id::PROBLEM_FILE_TOO_LARGE),
        Problem::NoVersion => words.say(id::PROBLEM_NO_VERSION),
        Problem::NewerFormat => words.say(id::PROBLEM_NEWER_FORMAT),
        Problem::UnknownLanguage => words.say(id::PROBLEM_UNKNOWN_LANGUAGE),
        Problem::UnknownKey { nearest: known } => {
            nearest(known, id::PROBLEM_UNKNOWN_KEY, id::PROBLEM_UNKNOWN_KEY_NEAREST)
        }
        Problem::Twice => plain(id::PROBLEM_TWICE),
        Problem::UnknownField { nearest: known } => {
            nearest(known, id::PROBLEM_UNKNOWN_FIELD, id::PROBLEM_UNKNOWN_FIELD_NEAREST)
        }
        Problem::Derived => plain(id::PROBLEM_DERIVED),
        Problem::WrongKind { wanted } => {
            let kind = words.kind(wanted);
            words.say_with(id::PROBLEM_WRONG_KIND, &[field(), ("kind", kind.into())])
        }
        Problem::TooLong { chars } => words.say_with(
            id::PROBLEM_TOO_LONG,
            &[field(), ("count", (*chars).into()), ("most", LONGEST_TEXT.into())],
        ),
        Problem::TooMany { entries } => words.say_with(
            id::PROBLEM_TOO_MANY,
            &[field(), ("count", (*entries).into()), ("most", MOST_ENTRIES.into())],
        ),
        Problem::UnknownChoice { choices, nearest } => {
            let said = |some: &[String]| with_labels(at, choices, some, table, words);
            let all = ("choices", said(choices).into());
            match nearest {
                Some(known) => {
                    let near = ("nearest", said(std::slice::from_ref(known)).into());
                    words.say_with(id::PROBLEM_UNKNOWN_CHOICE_NEAREST, &[field(), near, all])
                }
                None => words.say_with(id::PROBLEM_UNKNOWN_CHOICE, &[field(), all]),
            }
        }
        Problem::UnknownColumn { columns } => {
            let columns = columns_with_labels(at, columns, table, words);
            words.say_with(id::PROBLEM_UNKNOWN_COLUMN, &[field(), ("columns", columns.into())])
        }
        Problem::OutOfRange { most } => {
            words.say_with(id::PROBLEM_OUT_OF_RANGE, &[field(), ("most", (*most).into())])
        }
        Problem::NoSuchDay => plain(id::PROBLEM_NO_SUCH_DAY),
        Problem::NotADay => plain(id::PROBLEM_NOT_A_DAY),
        Problem::DayTwoWays => plain(id::PROBLEM_DAY_TWO_WAYS),
        Problem::DayFarAway => plain(id::PROBLEM_DAY_FAR_AWAY),
        Problem::NotHours => plain(id::PROBLEM_NOT_HOURS),
        Problem::UnknownPerson => plain(id::PROBLEM_UNKNOWN_PERSON),
        Problem::SeveralPeople => plain(id::PROBLEM_SEVERAL_PEOPLE),
        Problem::NeverForThem => plain(id::PROBLEM_NEVER_FOR_THEM),
        Problem::CannotTick => plain(id::PROBLEM_CANNOT_TICK),
    }
}

/// An id with what it is called: "c.first (Doe eerst dit)".
fn labelled(table: &Table, words: &Words, known: &str) -> String {
    match table.field(known) {
        Some(field) => format!("{known} ({})", words.label(field)),
        None => known.to_owned(),
    }
}

/// Some of the choices by what they are called, with the ids that files need: "ask (Vraag het
/// eerst)".
fn with_labels(
    at: &str,
    choices: &[String],
    some: &[String],
    table: &Table,
    words: &Words,
) -> String {
    let label = |choice: &String| {
        let label = field_at(at, table).and_then(|field| label_of(field, choice, choices, words));
        match label {
            Some(label) if label != *choice => format!("{choice} ({label})"),
            _ => choice.clone(),
        }
    };
    some.iter().map(label).collect::<Vec<_>>().join(", ")
}

/// Columns the same way: "dose (Hoeveel)".
fn columns_with_labels(at: &str, columns: &[String], table: &Table, words: &Words) -> String {
    let label = |id: &String| {
        let field = field_at(at, table)?;
        let column = field.kind.columns().iter().find(|column| column.id == id)?;
        Some(format!("{id} ({})", words.column(field, column)))
    };
    let said = columns.iter().map(|id| label(id).unwrap_or_else(|| id.clone()));
    said.collect::<Vec<_>>().join(", ")
}

fn label_of(field: &Field, choice: &str, choices: &[String], words: &Words) -> Option<String> {
    let column = field.kind.columns().iter().find(|column| column.kind.choices() == choices);
    match field.kind {
        Kind::Choice(_) => Some(words.choice(field, choice)),
        Kind::Degree { .. } => words.degree(field, choice.parse().ok()?),
        Kind::Agreement => {
            let answer = Agrees::ALL.into_iter().find(|answer| answer.id() == choice);
            answer.map(|answer| words.agrees(answer))
        }
        Kind::Sections => Section::from_id(choice).map(|section| words.section(section)),
        _ => column.map(|column| words.column_choice(field, column, choice)),
    }
}

/// The field that a fault is about: `answers.c.touch`, `people[2].agreed`, `d.kind`.
fn field_at(at: &str, table: &Table) -> Option<&'static Field> {
    let at = at.strip_prefix("answers.").unwrap_or(at);
    match at.strip_prefix("people[").and_then(|rest| rest.split_once("].")) {
        Some((_, key)) => table.field(&format!("d.{key}")),
        None => table.field(at),
    }
}

/// A place in the rows of a field. A row is told by its number, and where there is one only by its
/// column alone.
enum InRows {
    Row(usize),
    Cell(usize, &'static Column),
    Column(&'static Column),
}

/// The field, and the place in its rows, that a fault is about: `f.meds[1].dose`, `f.meds[1]`,
/// `answers.f.meds.dose`. There a row is counted from 0, as in JSON, and here from 1.
fn row_at<'a>(at: &'a str, table: &Table) -> Option<(&'a str, InRows)> {
    if field_at(at, table).is_some() {
        return None;
    }
    let numbered = |at: &'a str| {
        let (field, index) = at.strip_suffix(']')?.rsplit_once('[')?;
        Some((field, index.parse::<usize>().ok()?.saturating_add(1)))
    };
    if let Some((field, number)) = numbered(at) {
        return field_at(field, table).map(|_| (field, InRows::Row(number)));
    }
    let (row, id) = at.rsplit_once('.')?;
    let (field, number) = match numbered(row) {
        Some((field, number)) => (field, Some(number)),
        None => (row, None),
    };
    let columns = field_at(field, table)?.kind.columns();
    let column = columns.iter().find(|column| column.id == id)?;
    Some((field, number.map_or(InRows::Column(column), |number| InRows::Cell(number, column))))
}

/// A field with a place in its rows: "f.meds (rij 2, Hoeveel)".
fn said_in_rows(at: &str, place: &InRows, table: &Table, words: &Words) -> String {
    let field = ("field", at.into());
    let called = |column: &Column| {
        let called = field_at(at, table).map(|field| words.column(field, column));
        called.unwrap_or_else(|| column.id.to_owned())
    };
    match place {
        InRows::Row(number) => {
            words.say_with(id::PROBLEM_AT_ROW, &[field, ("row", (*number).into())])
        }
        InRows::Cell(number, column) => {
            let given = [field, ("row", (*number).into()), ("column", called(column).into())];
            words.say_with(id::PROBLEM_AT_CELL, &given)
        }
        InRows::Column(column) => {
            words.say_with(id::PROBLEM_AT_COLUMN, &[field, ("column", called(column).into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use landvast_model::{Language, TABLE};

    use super::*;

    #[test]
    fn the_room_to_free_is_rounded_up_so_that_it_is_enough() {
        assert_eq!([1, 1_000_000, 1_000_001].map(megabytes), [1, 1, 2]);
        assert!(megabytes(ROOM_TO_GO_ON) * 1_000_000 >= ROOM_TO_GO_ON);
        for (language, next) in
            [(Language::Nl, "Maak ten minste 10 MB vrij"), (Language::En, "Free at least 10 MB")]
        {
            let said = say_error(&PlanError::StorageFull, &TABLE, &Words::new(language));
            assert!(said.last().unwrap().starts_with(next), "{said:?}");
        }
    }
}
