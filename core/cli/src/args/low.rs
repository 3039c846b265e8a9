//! What was typed: bare words and paths, as clap found them by the grammar.

use std::path::PathBuf;

use clap::ArgMatches;
use clap_complete::Shell;

use super::grammar::{Grammar, argument_of};
use super::keeping::{self, Keeping};
use super::person_options;

/// What was typed.
#[derive(Debug)]
pub(super) struct LowArgs {
    pub(super) vault: Option<PathBuf>,
    pub(super) passphrase_file: Option<PathBuf>,
    pub(super) task: LowTask,
}

/// What was typed for one command.
#[derive(Debug)]
pub(super) enum LowTask {
    Init { language: Option<String>, recovery_file: Option<PathBuf> },
    Fields { of: Option<String> },
    Write(LowWriting),
    Read { of: Option<String>, person: Option<String> },
    PersonAdd { name: String, answers: Vec<(String, Vec<String>)>, yes: bool },
    PersonEdit { name: String, answers: Vec<(String, Vec<String>)> },
    PersonList,
    PersonRemove { name: String, yes: bool },
    Undo { yes: bool },
    Redo,
    History { field: String, person: Option<String> },
    Check { all: bool },
    Import { file: PathBuf, yes: bool },
    Export { file: PathBuf, replace: bool },
    Schema,
    Paper(LowPaper),
    Blank { out: PathBuf, what: Option<String>, language: Option<String> },
    CopiesList,
    CopiesAdd { name: String, what: String, form: String },
    CopiesBack { names: Vec<String>, what: Option<String> },
    Passphrase { new_passphrase_file: Option<PathBuf> },
    Recover { recovery_file: Option<PathBuf>, new_passphrase_file: Option<PathBuf> },
    Keeping(Keeping),
    Info { known: bool },
    Completions { shell: Option<Shell> },
    Man,
    Help { command: Vec<String> },
}

/// What was typed for `write`.
#[derive(Debug)]
pub(super) struct LowWriting {
    pub(super) field: Option<String>,
    pub(super) value: Vec<String>,
    pub(super) row: Vec<String>,
    pub(super) card_text: Option<String>,
    pub(super) audience: Vec<String>,
    pub(super) person: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) clear: bool,
}

/// What was typed for a paper.
#[derive(Debug)]
pub(super) struct LowPaper {
    /// The name of its command.
    pub(super) paper: &'static str,
    pub(super) out: PathBuf,
    pub(super) layout: Option<String>,
    pub(super) reader: Option<String>,
    pub(super) with: Vec<String>,
    pub(super) language: Option<String>,
    pub(super) second_language: Option<String>,
}

/// Sorts what clap found by command.
pub(super) fn read(matches: &ArgMatches, grammar: &Grammar<'_>) -> LowArgs {
    LowArgs {
        vault: path(matches, "vault"),
        passphrase_file: path(matches, "passphrase-file"),
        task: task(matches, grammar),
    }
}

fn task(matches: &ArgMatches, grammar: &Grammar<'_>) -> LowTask {
    // Without a command clap has shown the help already.
    let Some((name, given)) = matches.subcommand() else {
        return LowTask::Help { command: Vec::new() };
    };
    match name {
        "init" => LowTask::Init {
            language: text(given, "language"),
            recovery_file: path(given, "recovery-file"),
        },
        "fields" => LowTask::Fields { of: text(given, "of") },
        "write" => LowTask::Write(LowWriting {
            field: text(given, "field"),
            value: texts(given, "value"),
            row: texts(given, "row"),
            card_text: text(given, "card-text"),
            audience: texts(given, "audience"),
            person: text(given, "person"),
            lang: text(given, "lang"),
            clear: given.get_flag("clear"),
        }),
        "read" => LowTask::Read { of: text(given, "of"), person: text(given, "person") },
        "person" => person(given, grammar),
        "undo" => LowTask::Undo { yes: given.get_flag("yes") },
        "redo" => LowTask::Redo,
        "history" => LowTask::History {
            field: text(given, "field").unwrap_or_default(),
            person: text(given, "person"),
        },
        "check" => LowTask::Check { all: given.get_flag("all") },
        "import" => {
            let file = path(given, "file").unwrap_or_default();
            LowTask::Import { file, yes: given.get_flag("yes") }
        }
        "export" => LowTask::Export {
            file: path(given, "file").unwrap_or_default(),
            replace: given.get_flag("replace"),
        },
        "schema" => LowTask::Schema,
        "card" => LowTask::Paper(LowPaper {
            layout: text(given, "layout"),
            second_language: text(given, "second-language"),
            ..paper("card", given)
        }),
        "sheet" => LowTask::Paper(LowPaper { reader: text(given, "for"), ..paper("sheet", given) }),
        "plan" => LowTask::Paper(page_of_plan("plan", given)),
        "wishes" => LowTask::Paper(page_of_plan("wishes", given)),
        "agreements" => LowTask::Paper(page_of_plan("agreements", given)),
        "blank" => LowTask::Blank {
            out: path(given, "out").unwrap_or_default(),
            what: text(given, "what"),
            language: text(given, "language"),
        },
        "copies" => copies(given),
        "passphrase" => {
            LowTask::Passphrase { new_passphrase_file: path(given, "new-passphrase-file") }
        }
        "recover" => LowTask::Recover {
            recovery_file: path(given, "recovery-file"),
            new_passphrase_file: path(given, "new-passphrase-file"),
        },
        "info" => LowTask::Info { known: given.get_flag("known") },
        "completions" => LowTask::Completions { shell: given.get_one("shell").copied() },
        "man" => LowTask::Man,
        other => match keeping::read(other, given) {
            Some(keeping) => LowTask::Keeping(keeping),
            None => LowTask::Help { command: texts(given, "command") },
        },
    }
}

fn person(matches: &ArgMatches, grammar: &Grammar<'_>) -> LowTask {
    let Some((name, given)) = matches.subcommand() else {
        return LowTask::Help { command: vec!["person".to_owned()] };
    };
    let who = || text(given, "name").unwrap_or_default();
    match name {
        "add" => {
            let (answers, yes) = (answers(given, grammar), given.get_flag("yes"));
            LowTask::PersonAdd { name: who(), answers, yes }
        }
        "edit" => LowTask::PersonEdit { name: who(), answers: answers(given, grammar) },
        "remove" => LowTask::PersonRemove { name: who(), yes: given.get_flag("yes") },
        _ => LowTask::PersonList,
    }
}

fn paper(name: &'static str, given: &ArgMatches) -> LowPaper {
    LowPaper {
        paper: name,
        out: path(given, "out").unwrap_or_default(),
        layout: None,
        reader: None,
        with: Vec::new(),
        language: text(given, "language"),
        second_language: None,
    }
}

fn page_of_plan(name: &'static str, given: &ArgMatches) -> LowPaper {
    let (reader, with) = (text(given, "for"), texts(given, "with"));
    LowPaper { reader, with, ..paper(name, given) }
}

fn copies(matches: &ArgMatches) -> LowTask {
    let what = |given| text(given, "what");
    match matches.subcommand() {
        Some(("add", given)) => LowTask::CopiesAdd {
            name: text(given, "name").or_else(|| text(given, "for")).unwrap_or_default(),
            what: what(given).unwrap_or_default(),
            form: text(given, "form").unwrap_or_default(),
        },
        Some((_, given)) => LowTask::CopiesBack { names: texts(given, "name"), what: what(given) },
        None => LowTask::CopiesList,
    }
}

/// The options that are fields of a person, by field id, in the order of the table.
fn answers(given: &ArgMatches, grammar: &Grammar<'_>) -> Vec<(String, Vec<String>)> {
    person_options(grammar.table)
        .into_iter()
        .filter_map(|field| {
            let typed = given.try_get_many::<String>(&argument_of(field)).ok()??;
            Some((field.id.to_owned(), typed.cloned().collect()))
        })
        .collect()
}

pub(super) fn text(given: &ArgMatches, name: &str) -> Option<String> {
    given.get_one::<String>(name).cloned()
}

fn texts(given: &ArgMatches, name: &str) -> Vec<String> {
    given.get_many::<String>(name).map(|many| many.cloned().collect()).unwrap_or_default()
}

pub(super) fn path(given: &ArgMatches, name: &str) -> Option<PathBuf> {
    given.get_one::<PathBuf>(name).cloned()
}
