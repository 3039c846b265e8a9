//! What was typed and is no command: what is wrong with it, and what was probably meant.
//!
//! What was typed is never said back: it may be somebody's answer that missed its quotes.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use landvast::{Words, id};

use super::grammar::Grammar;

/// What is wrong with a command line, in names of our own.
#[derive(Debug)]
pub(crate) struct Misread {
    fault: Fault,
    /// The command whose help tells more: `write`; empty for the whole.
    command: String,
}

#[derive(Debug)]
enum Fault {
    Command { nearest: Option<String> },
    Option { nearest: Option<String> },
    Missing { names: String },
    Conflict { names: String },
    Value { name: String, choices: String },
    Other,
}

/// The text that was asked for, where clap calls a wish for help or the version an error.
pub(super) fn asked_for_help(error: &clap::Error) -> Option<String> {
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Some(error.render().to_string()),
        _ => None,
    }
}

/// What clap could not understand.
pub(super) fn of(error: &clap::Error, grammar: &Grammar<'_>, arguments: &[OsString]) -> Misread {
    let fault = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            Fault::Command { nearest: likeliest(error, ContextKind::SuggestedSubcommand) }
        }
        ErrorKind::UnknownArgument => {
            Fault::Option { nearest: likeliest(error, ContextKind::SuggestedArg) }
        }
        ErrorKind::MissingRequiredArgument => {
            Fault::Missing { names: names(error, &[ContextKind::InvalidArg]) }
        }
        ErrorKind::ArgumentConflict => Fault::Conflict {
            names: names(error, &[ContextKind::InvalidArg, ContextKind::PriorArg]),
        },
        ErrorKind::InvalidValue
        | ErrorKind::ValueValidation
        | ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::NoEquals => Fault::Value {
            name: names(error, &[ContextKind::InvalidArg]),
            choices: names(error, &[ContextKind::ValidValue]),
        },
        _ => Fault::Other,
    };
    Misread { fault, command: command_in(grammar, arguments) }
}

/// A name of a command that is none, where help for it was asked.
pub(super) fn unknown_command(grammar: &Grammar<'_>, path: &[String]) -> Option<Misread> {
    let arguments: Vec<OsString> = std::iter::once("landvast")
        .chain(path.iter().map(String::as_str))
        .map(Into::into)
        .collect();
    let error = grammar.command().try_get_matches_from(&arguments).err()?;
    (error.kind() == ErrorKind::InvalidSubcommand).then(|| of(&error, grammar, &arguments))
}

impl Misread {
    /// Something that this command needs is not there.
    pub(super) fn missing(name: String, command: &str) -> Self {
        Self { fault: Fault::Missing { names: name }, command: command.to_owned() }
    }

    /// A word that is none of those to choose from.
    pub(super) fn no_choice(name: &str, choices: String, command: &str) -> Self {
        let fault = Fault::Value { name: name.to_owned(), choices };
        Self { fault, command: command.to_owned() }
    }

    /// What is wrong, that nothing changed, where to read more.
    pub(crate) fn say(&self, words: &Words) -> Vec<String> {
        let with = |message, name, value: &str| words.say_with(message, &[(name, value.into())]);
        let what = match &self.fault {
            Fault::Command { nearest: None } => words.say(id::ERROR_USAGE_COMMAND),
            Fault::Command { nearest: Some(known) } => {
                with(id::ERROR_USAGE_COMMAND_NEAREST, "nearest", known)
            }
            Fault::Option { nearest: None } => words.say(id::ERROR_USAGE_OPTION),
            Fault::Option { nearest: Some(known) } => {
                with(id::ERROR_USAGE_OPTION_NEAREST, "nearest", known)
            }
            Fault::Missing { names } => with(id::ERROR_USAGE_MISSING, "names", names),
            Fault::Conflict { names } => with(id::ERROR_USAGE_CONFLICT, "names", names),
            Fault::Value { name, choices } if choices.is_empty() => {
                with(id::ERROR_USAGE_VALUE, "name", name)
            }
            Fault::Value { name, choices } => {
                let given = [("name", name.as_str().into()), ("choices", choices.as_str().into())];
                words.say_with(id::ERROR_USAGE_VALUE_CHOICES, &given)
            }
            Fault::Other => words.say(id::ERROR_USAGE),
        };
        let next = with(id::ERROR_USAGE_NEXT, "command", &self.command).replace("  ", " ");
        vec![what, words.say(id::ERROR_USAGE_KEPT), next]
    }
}

/// The commands that were named, as far as there are such: `person add`.
fn command_in(grammar: &Grammar<'_>, arguments: &[OsString]) -> String {
    let mut command = grammar.command();
    let mut path: Vec<String> = Vec::new();
    for typed in arguments.iter().skip(1).filter_map(|one| one.to_str()) {
        if let Some(known) = command.find_subcommand(typed).cloned() {
            path.push(typed.to_owned());
            command = known;
        }
    }
    path.join(" ")
}

/// Of several names that were perhaps meant, clap puts the likeliest last.
fn likeliest(error: &clap::Error, kind: ContextKind) -> Option<String> {
    texts(error, kind).into_iter().next_back()
}

fn names(error: &clap::Error, kinds: &[ContextKind]) -> String {
    let mut found: Vec<String> = kinds.iter().flat_map(|kind| texts(error, *kind)).collect();
    found.dedup();
    found.join(", ")
}

/// What clap says of its own grammar: names of options, commands and choices.
fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![plain_name(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| plain_name(text)).collect(),
        _ => Vec::new(),
    }
}

/// `--audience <WHO>` without what it takes, and `<FIELD>` without the brackets.
fn plain_name(text: &str) -> String {
    let name = text.split(' ').next().unwrap_or(text);
    name.replace(['<', '>', '[', ']'], "").trim_end_matches("...").to_owned()
}
