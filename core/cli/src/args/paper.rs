//! The grammar on paper: help, manual page, completions.

use std::collections::BTreeMap;
use std::io::Write as _;

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use landvast::{Table, Words, id};

use super::grammar::{Grammar, Reader};
use super::grammar_for;
use crate::desk::Desk;
use crate::trouble::Trouble;

/// The help of a command, named by its words; of the whole if there is no such command.
pub(crate) fn help_of(path: &[String], desk: &Desk<'_, '_>) -> String {
    let mut command = grammar_for(desk).command();
    command.build();
    for name in path {
        let Some(below) = command.find_subcommand(name).cloned() else { break };
        command = below;
    }
    command.render_help().to_string()
}

/// What a shell needs to complete commands, options and the ids of fields.
pub(crate) fn completions(shell: Shell, words: &Words, table: &Table) -> String {
    let mut command = Grammar::new(words, table).for_reader(Reader::Shell).command();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "landvast", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// The manual page: the command, each command below it, and the exit codes.
pub(crate) fn manual(words: &Words, table: &Table) -> Result<String, Trouble> {
    let grammar = Grammar::new(words, table).for_reader(Reader::Manual);
    let command = grammar.command();
    let mut page = Vec::new();
    let man = Man::new(command.clone()).title("landvast").section("1");
    let written = man
        .render_title(&mut page)
        .and_then(|()| man.render_name_section(&mut page))
        .and_then(|()| man.render_synopsis_section(&mut page))
        .and_then(|()| man.render_description_section(&mut page))
        .and_then(|()| man.render_options_section(&mut page))
        .and_then(|()| commands_below(&command, "landvast", &mut page))
        .and_then(|()| exits(&grammar, &mut page));
    written.map_err(|_| Trouble::NotWritable)?;
    Ok(in_our_words(&String::from_utf8_lossy(&page), words))
}

fn commands_below(command: &Command, path: &str, page: &mut Vec<u8>) -> std::io::Result<()> {
    for below in command.get_subcommands() {
        let path = format!("{path} {}", below.get_name());
        let man = Man::new(below.clone());
        let mut part = Vec::new();
        man.render_synopsis_section(&mut part)?;
        man.render_description_section(&mut part)?;
        man.render_options_section(&mut part)?;
        // A command begins with how it is used, and its parts stand one step lower.
        let part = String::from_utf8_lossy(&part)
            .replace(".SH SYNOPSIS\n", "")
            .replace(".SH DESCRIPTION\n", ".PP\n")
            .replace(".SH ", ".SS ");
        writeln!(page, ".SH \"{}\"", path.to_uppercase())?;
        page.extend_from_slice(part.as_bytes());
        commands_below(below, &path, page)?;
    }
    Ok(())
}

fn exits(grammar: &Grammar<'_>, page: &mut Vec<u8>) -> std::io::Result<()> {
    writeln!(page, ".SH \"{}\"", grammar.say(id::CLI_HEADING_EXITS).to_uppercase())?;
    for exit in crate::Exit::ALL {
        writeln!(page, ".TP\n{}\n{}", exit.code(), grammar.say(exit.words()))?;
    }
    Ok(())
}

/// Puts our headings in the place of the library's.
fn in_our_words(page: &str, words: &Words) -> String {
    let ours = BTreeMap::from([
        (".SH NAME", id::CLI_MAN_NAME),
        (".SH SYNOPSIS", id::CLI_MAN_SYNOPSIS),
        (".SH DESCRIPTION", id::CLI_MAN_DESCRIPTION),
    ]);
    let line = |line: &str| match ours.get(line) {
        Some(message) => format!(".SH {}\n", words.say(*message)),
        None => format!("{line}\n"),
    };
    page.lines().map(line).collect()
}
