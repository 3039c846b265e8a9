//! From what was typed to what is meant.
//!
//! The grammar is built from the word files and the field table; clap reads what was typed by it
//! ([`low`]: bare words and paths); then it is settled what that means ([`hi`]: one task, with
//! where secrets come from and where things go).

mod choices;
mod grammar;
mod hi;
mod keeping;
mod low;
mod misread;
mod paper;

use std::ffi::OsString;

use landvast::{Field, Language, Table};

use crate::desk::{Desk, Shape};
use crate::trouble::Trouble;

use grammar::Grammar;
pub(crate) use hi::{
    Changing, CopiesTask, ForReader, Hints, OlderCopy, PersonTask, Printed, Printing, Settings,
    Stream, Sure, Task, Whom, Writing,
};
pub(crate) use keeping::{Keeping, Pieces, SalvageBy};
pub(crate) use misread::Misread;
pub(crate) use paper::{completions, help_of, manual};

/// Whether something was chosen on the command line, or by the system.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Chosen {
    ByHand,
    BySystem,
}

/// What must be known before anything can be said: the language, and for whom the output is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Early {
    pub(crate) words: Option<Language>,
    pub(crate) shape: Shape,
}

impl Early {
    /// Looks for `--words` and `--json` without understanding the rest.
    pub(crate) fn look(arguments: &[OsString]) -> Self {
        let mut early = Self { words: None, shape: Shape::Page };
        let mut before = "";
        for argument in arguments.iter().skip(1).map(|one| one.to_str().unwrap_or_default()) {
            match argument {
                "--" => break,
                "--json" => early.shape = Shape::Json,
                _ if before == "--words" => early.words = Language::from_tag(argument),
                _ => {
                    let tag = argument.strip_prefix("--words=");
                    early.words = tag.map_or(early.words, Language::from_tag);
                }
            }
            before = argument;
        }
        early
    }
}

/// Reads the command line.
///
/// # Errors
/// [`Trouble::Usage`] for what is no command, with what was probably meant.
pub(crate) fn read(arguments: &[OsString], desk: &Desk<'_, '_>) -> Result<Settings, Trouble> {
    let grammar = grammar_for(desk);
    let low = match grammar.command().try_get_matches_from(arguments) {
        Ok(matches) => low::read(&matches, &grammar),
        Err(error) => match misread::asked_for_help(&error) {
            Some(text) => return Ok(Settings::only(Task::Show(text))),
            None => return Err(Trouble::Usage(misread::of(&error, &grammar, arguments))),
        },
    };
    if let low::LowTask::Help { command } = &low.task
        && let Some(misread) = misread::unknown_command(&grammar, command)
    {
        return Err(Trouble::Usage(misread));
    }
    hi::settle(low, desk)
}

/// The grammar as whoever sits there is told it.
fn grammar_for<'a>(desk: &'a Desk<'_, '_>) -> Grammar<'a> {
    Grammar::new(&desk.words, &desk.host.table).with_usual(hi::usual_vault(desk))
}

/// The fields of each person that can be written, but for the name: each is an option.
pub(crate) fn person_options(table: &Table) -> Vec<&'static Field> {
    let specs = landvast::field_specs(table, &landvast::Words::new(Language::default()));
    specs
        .iter()
        .filter(|spec| spec.of_person)
        .filter_map(|spec| table.field(&spec.id))
        .filter(|field| !field.is_derived())
        .collect()
}
