//! What is meant: one task, with where its secrets come from and where its things go.

use std::path::{Path, PathBuf};

use clap_complete::Shell;
use landvast::{Blank, CardLayout, Form, Format, Language, PaperKind, PaperOptions, id};

use super::choices::{COPIES, FORMS, LAYOUTS, PAPERS, chosen};
use super::keeping::Keeping;
use super::low::{LowArgs, LowPaper, LowTask, LowWriting};
use super::misread::Misread;
use crate::desk::Desk;
use crate::files::Existing;
use crate::host::Screen;
use crate::secret::SecretSource;
use crate::trouble::Trouble;

/// What is meant by the whole command line.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The vault's folder; none where the platform names no place for it.
    pub(crate) vault: Option<PathBuf>,
    /// Where the passphrase comes from.
    pub(crate) passphrase: SecretSource,
    /// What to do.
    pub(crate) task: Task,
}

impl Settings {
    /// A task that needs no plan.
    pub(super) fn only(task: Task) -> Self {
        Self { vault: None, passphrase: SecretSource::Asked, task }
    }

    /// Whether somebody will be asked for a passphrase, a code or the words of a backup.
    pub(crate) fn ask_for_a_secret(&self) -> bool {
        let is_asked = |from: &SecretSource| *from == SecretSource::Asked;
        match &self.task {
            Task::Show(_)
            | Task::Help { .. }
            | Task::Man
            | Task::Completions(_)
            | Task::Schema
            | Task::Fields { .. }
            | Task::Blank { .. } => false,
            Task::Recover { code, new } => is_asked(code) || is_asked(new),
            Task::Passphrase { new } => is_asked(&self.passphrase) || is_asked(new),
            Task::Keeping(keeping) => keeping.ask_for_a_secret(&self.passphrase),
            _ => is_asked(&self.passphrase),
        }
    }
}

/// What to do.
#[derive(Debug)]
pub(crate) enum Task {
    /// Show a text that is made already: help, the version.
    Show(String),
    Init {
        language: Language,
        recovery_file: Option<PathBuf>,
    },
    Fields {
        of: Option<String>,
    },
    Write(Writing),
    /// Question after question.
    Session(Whom),
    Read {
        of: Option<String>,
        whom: Whom,
    },
    Person(PersonTask),
    Undo(Sure),
    Redo,
    History {
        field: String,
        whom: Whom,
    },
    Check(Hints),
    Import {
        from: Stream,
        sure: Sure,
    },
    Export {
        to: Stream,
        existing: Existing,
    },
    Schema,
    Print(Printing),
    /// An empty form, which needs no plan.
    Blank {
        form: Blank,
        out: PathBuf,
        options: PaperOptions,
    },
    Copies(CopiesTask),
    Passphrase {
        new: SecretSource,
    },
    Recover {
        code: SecretSource,
        new: SecretSource,
    },
    /// Keeps the plan for life, or ends it.
    Keeping(Keeping),
    Info(OlderCopy),
    Completions(Shell),
    Man,
    Help {
        command: Vec<String>,
    },
}

/// Whose answer is meant.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Whom {
    /// The plan's own.
    Plan,
    /// Somebody's, by name or number.
    Person(String),
}

/// An answer to write.
#[derive(Debug)]
pub(crate) struct Writing {
    pub(crate) field: String,
    pub(crate) whom: Whom,
    pub(crate) changing: Changing,
    pub(crate) card_text: Option<String>,
    pub(crate) audience: Option<Vec<String>>,
    pub(crate) lang: Option<String>,
}

/// What becomes of the answer itself.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Changing {
    /// It is asked for.
    Ask,
    /// These words are it.
    Words(Vec<String>),
    /// It is read from the input.
    Input,
    /// These rows are added to it.
    Rows(Vec<String>),
    /// It stays.
    Nothing,
    /// It is taken away.
    Clear,
}

/// What to do with the owner's people.
#[derive(Debug)]
pub(crate) enum PersonTask {
    Add { name: String, answers: Vec<(String, Vec<String>)>, sure: Sure },
    Edit { who: String, answers: Vec<(String, Vec<String>)> },
    List,
    Remove { who: String, sure: Sure },
}

/// Whether the owner has said already that they are sure.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Sure {
    Said,
    Ask,
}

/// What becomes of it that the plan is an older copy.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum OlderCopy {
    /// It is said.
    Say,
    /// The owner knows: it is not said again.
    IsKnown,
}

/// How many hints to show.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Hints {
    /// The first few: more at once discourages.
    Few,
    All,
}

/// Where something is read from or written to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Stream {
    /// The input or the output, as `-`.
    Standard,
    File(PathBuf),
}

/// A paper to make.
#[derive(Debug)]
pub(crate) struct Printing {
    pub(crate) out: PathBuf,
    pub(crate) paper: Printed,
    pub(crate) options: PaperOptions,
}

/// Which paper.
#[derive(Debug)]
pub(crate) enum Printed {
    Card { layout: CardLayout, second_language: Option<Language> },
    Sheet { reader: String },
    Plan(ForReader),
    Wishes(ForReader),
    Agreements(ForReader),
}

/// For whom a paper is, and what is ticked for it; for the owner if nobody is named.
#[derive(Debug)]
pub(crate) struct ForReader {
    pub(crate) reader: Option<String>,
    pub(crate) ticked: Vec<String>,
}

/// What to do with the ledger of copies.
#[derive(Debug)]
pub(crate) enum CopiesTask {
    List,
    Add { who: String, paper: PaperKind, form: Form },
    Back { who: Vec<String>, paper: Option<PaperKind> },
}

/// Settles what is meant by what was typed.
pub(super) fn settle(low: LowArgs, desk: &Desk<'_, '_>) -> Result<Settings, Trouble> {
    Ok(Settings {
        vault: low.vault.or_else(|| usual_vault(desk)),
        passphrase: secret(low.passphrase_file),
        task: settle_task(low.task, desk)?,
    })
}

/// Where this user's plan lies unless another folder is named.
pub(super) fn usual_vault(desk: &Desk<'_, '_>) -> Option<PathBuf> {
    desk.host.folders.data.as_ref().map(|folder| folder.join("plan"))
}

fn settle_task(task: LowTask, desk: &Desk<'_, '_>) -> Result<Task, Trouble> {
    Ok(match task {
        LowTask::Init { language: typed, recovery_file } => {
            let language = language(typed.as_ref()).unwrap_or_else(|| desk.words.language());
            Task::Init { language, recovery_file }
        }
        LowTask::Fields { of } => Task::Fields { of },
        LowTask::Write(writing) => settle_writing(writing, desk)?,
        LowTask::Read { of, person } => Task::Read { of, whom: whom(person) },
        LowTask::PersonAdd { name, answers, yes } => {
            Task::Person(PersonTask::Add { name, answers, sure: sure(yes) })
        }
        LowTask::PersonEdit { name, answers } if answers.is_empty() => {
            drop(name);
            return Err(Trouble::NothingGiven);
        }
        LowTask::PersonEdit { name, answers } => {
            Task::Person(PersonTask::Edit { who: name, answers })
        }
        LowTask::PersonList => Task::Person(PersonTask::List),
        LowTask::PersonRemove { name, yes } => {
            Task::Person(PersonTask::Remove { who: name, sure: sure(yes) })
        }
        LowTask::Undo { yes } => Task::Undo(sure(yes)),
        LowTask::Redo => Task::Redo,
        LowTask::History { field, person } => Task::History { field, whom: whom(person) },
        LowTask::Check { all } => Task::Check(if all { Hints::All } else { Hints::Few }),
        LowTask::Import { file, yes } => Task::Import { from: stream(file), sure: sure(yes) },
        LowTask::Export { file, replace } => {
            let existing = if replace { Existing::Replace } else { Existing::Keep };
            Task::Export { to: stream(file), existing }
        }
        LowTask::Schema => Task::Schema,
        LowTask::Paper(paper) => Task::Print(settle_paper(paper, desk)?),
        LowTask::Blank { out, what, language: typed } => {
            let options =
                PaperOptions { language: language(typed.as_ref()), format: format_of(&out)? };
            let meant = what
                .map(|what| chosen(&what, &FORMS, "--what", "blank", &desk.words))
                .transpose()?;
            // One sheet that can be used the same day: what most people begin with.
            Task::Blank { form: meant.unwrap_or(Blank::Card), out, options }
        }
        LowTask::CopiesList => Task::Copies(CopiesTask::List),
        LowTask::CopiesAdd { name, what, form } => {
            let paper = chosen(&what, &PAPERS, "--what", "copies add", &desk.words)?;
            let form = chosen(&form, &COPIES, "--form", "copies add", &desk.words)?;
            Task::Copies(CopiesTask::Add { who: name, paper, form })
        }
        LowTask::CopiesBack { names, what } => {
            let paper = |what: String| chosen(&what, &PAPERS, "--what", "copies back", &desk.words);
            let paper = what.map(paper).transpose()?;
            Task::Copies(CopiesTask::Back { who: names, paper })
        }
        LowTask::Passphrase { new_passphrase_file } => {
            Task::Passphrase { new: secret(new_passphrase_file) }
        }
        LowTask::Recover { recovery_file, new_passphrase_file } => {
            Task::Recover { code: secret(recovery_file), new: secret(new_passphrase_file) }
        }
        LowTask::Keeping(keeping) => Task::Keeping(keeping),
        LowTask::Info { known } => {
            Task::Info(if known { OlderCopy::IsKnown } else { OlderCopy::Say })
        }
        LowTask::Completions { shell: Some(shell) } => Task::Completions(shell),
        LowTask::Completions { shell: None } => Task::Help { command: vec!["completions".into()] },
        LowTask::Man => Task::Man,
        LowTask::Help { command } => Task::Help { command },
    })
}

fn settle_writing(low: LowWriting, desk: &Desk<'_, '_>) -> Result<Task, Trouble> {
    let changing = match low.value.as_slice() {
        _ if low.clear => Changing::Clear,
        [only] if only == "-" => Changing::Input,
        [_, ..] => Changing::Words(low.value),
        [] if !low.row.is_empty() => Changing::Rows(low.row),
        [] if low.card_text.is_some() || low.lang.is_some() || !low.audience.is_empty() => {
            Changing::Nothing
        }
        [] => Changing::Ask,
    };
    let words = low.audience.iter().map(|word| word.trim().to_owned());
    let audience: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    let whom = whom(low.person);
    let Some(field) = low.field else {
        // Whoever sits there and names nothing is asked everything.
        if changing == Changing::Ask && desk.host.screen == Screen::Terminal {
            return Ok(Task::Session(whom));
        }
        let name = desk.words.say(id::CLI_NAME_FIELD);
        return Err(Trouble::Usage(Misread::missing(name, "write")));
    };
    Ok(Task::Write(Writing {
        field,
        whom,
        changing,
        card_text: low.card_text,
        audience: Some(audience).filter(|words| !words.is_empty()),
        lang: low.lang,
    }))
}

fn settle_paper(low: LowPaper, desk: &Desk<'_, '_>) -> Result<Printing, Trouble> {
    let LowPaper { paper, out, layout, reader, with, language: typed, second_language } = low;
    let options = PaperOptions { language: language(typed.as_ref()), format: format_of(&out)? };
    let layout = layout.map(|typed| chosen(&typed, &LAYOUTS, "--layout", "card", &desk.words));
    let ticked: Vec<String> = with.iter().map(|id| id.trim().to_owned()).collect();
    let ticked = ticked.into_iter().filter(|id| !id.is_empty()).collect();
    let paper = match (paper, reader) {
        ("sheet", Some(reader)) => Printed::Sheet { reader },
        ("plan", reader) => Printed::Plan(ForReader { reader, ticked }),
        ("wishes", reader) => Printed::Wishes(ForReader { reader, ticked }),
        ("agreements", reader) => Printed::Agreements(ForReader { reader, ticked }),
        _ => Printed::Card {
            layout: layout.transpose()?.unwrap_or_default(),
            second_language: language(second_language.as_ref()),
        },
    };
    Ok(Printing { out, paper, options })
}

pub(super) fn whom(person: Option<String>) -> Whom {
    person.map_or(Whom::Plan, Whom::Person)
}

pub(super) fn sure(yes: bool) -> Sure {
    if yes { Sure::Said } else { Sure::Ask }
}

fn language(typed: Option<&String>) -> Option<Language> {
    typed.map(String::as_str).and_then(Language::from_tag)
}

pub(super) fn secret(file: Option<PathBuf>) -> SecretSource {
    match file {
        None => SecretSource::Asked,
        Some(path) if path.as_os_str() == "-" => SecretSource::Input,
        Some(path) => SecretSource::File(path),
    }
}

fn stream(file: PathBuf) -> Stream {
    if file.as_os_str() == "-" { Stream::Standard } else { Stream::File(file) }
}

fn format_of(out: &Path) -> Result<Format, Trouble> {
    // A folder is told as one, whatever its name ends in.
    if out.is_dir() {
        return Err(Trouble::IsFolder);
    }
    let ending = out.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "pdf" => Ok(Format::Pdf),
        "png" => Ok(Format::Png),
        _ => Err(Trouble::UnknownEnding),
    }
}
