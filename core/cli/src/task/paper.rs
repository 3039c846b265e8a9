//! Papers: the card, a sheet, the plan, wishes, agreements, blank forms; each put in its place
//! only when it is whole.

use std::path::PathBuf;

use landvast::{
    Blank, CardLayout, CardOptions, Format, Keeper, MessageId, PaperFile, PaperKind, PaperOptions,
    PersonId, id,
};
use serde_json::{Value as Json, json};

use super::views;
use crate::args::{ForReader, Printed, Printing};
use crate::desk::{self, Desk};
use crate::files::PaperRoom;
use crate::page;
use crate::trouble::Trouble;

/// A paper for which there is room already.
pub(super) struct Coming {
    printing: Printing,
    room: PaperRoom,
}

impl Coming {
    /// Makes room first: a version is counted only for a paper that can be written.
    pub(super) fn begin(printing: Printing, desk: &Desk<'_, '_>) -> Result<Self, Trouble> {
        let room = PaperRoom::begin(&printing.out, &desk.host.device)?;
        Ok(Self { printing, room })
    }

    pub(super) fn make(self, keeper: &mut Keeper, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
        let Printing { paper, options, .. } = self.printing;
        let made = Made::of(&paper);
        let paper = {
            let _busy = desk.busy(id::CLI_BUSY_PAPER);
            make(&paper, options, keeper)?
        };
        let files = shown(&self.room.finish(&paper.files)?);
        let name = desk.words.paper(made.paper);
        say_where(name, &files, desk)?;
        let code = paper.code.to_string();
        let given = [("version", paper.version.into()), ("code", code.as_str().into())];
        let stamp = desk.words.say_with(id::CLI_DONE_PAPER_STAMP, &given);
        desk.say_wrapped(&stamp, 0)?;
        desk.say_message(made.next)?;
        views::show_findings(&paper.findings, desk)?;
        desk.give(|| given_of(made.paper, &files, options.format, &paper))
    }
}

/// What is said about a kind of paper once it is made.
struct Made {
    paper: PaperKind,
    /// What to do with it.
    next: MessageId,
}

impl Made {
    fn of(printed: &Printed) -> Self {
        let (paper, next) = match printed {
            Printed::Card { layout: CardLayout::Screen, .. } => {
                (PaperKind::Card, id::CLI_DONE_PAPER_SCREEN)
            }
            Printed::Card { .. } => (PaperKind::Card, id::CLI_DONE_PAPER_PRINT),
            Printed::Sheet { .. } => (PaperKind::Sheet, id::CLI_DONE_PAPER_GIVE),
            Printed::Plan(_) => (PaperKind::Plan, id::CLI_DONE_PAPER_READ),
            Printed::Wishes(_) => (PaperKind::Wishes, id::CLI_DONE_PAPER_READ),
            Printed::Agreements(_) => (PaperKind::Agreements, id::CLI_DONE_PAPER_SIGN),
        };
        Self { paper, next }
    }
}

fn make(paper: &Printed, options: PaperOptions, keeper: &mut Keeper) -> Result<PaperFile, Trouble> {
    Ok(match paper {
        Printed::Card { layout, second_language } => keeper.card(&CardOptions {
            layout: *layout,
            language: options.language,
            second_language: *second_language,
            format: options.format,
        })?,
        Printed::Sheet { reader } => {
            let person = views::person_of(reader, keeper)?.id;
            keeper.sheet(person, &options)?
        }
        Printed::Plan(ForReader { reader, ticked }) => {
            let reader = somebody(reader.as_deref(), keeper)?;
            keeper.plan(reader, ticked, &options)?
        }
        Printed::Wishes(ForReader { reader, ticked }) => {
            let reader = somebody(reader.as_deref(), keeper)?;
            keeper.wishes(reader, ticked, &options)?
        }
        Printed::Agreements(ForReader { reader, ticked }) => {
            let reader = somebody(reader.as_deref(), keeper)?;
            keeper.agreements(reader, ticked, &options)?
        }
    })
}

fn somebody(typed: Option<&str>, keeper: &Keeper) -> Result<Option<PersonId>, Trouble> {
    typed.map(|typed| Ok(views::person_of(typed, keeper)?.id)).transpose()
}

/// `blank`: an empty form. Needs no plan, so that somebody can begin with a pen.
pub(super) fn blank(
    form: Blank,
    out: &std::path::Path,
    options: PaperOptions,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let room = PaperRoom::begin(out, &desk.host.device)?;
    let made = {
        let _busy = desk.busy(id::CLI_BUSY_PAPER);
        let language = options.language.unwrap_or(desk.words.language());
        let words = desk::words_in(language, desk.host.extra_words);
        landvast::blank(form, &desk.host.table, &words, options.format)?
    };
    let files = shown(&room.finish(&made)?);
    let name = desk.words.say(id::CLI_BLANK_FORM);
    say_where(name, &files, desk)?;
    desk.say_message(id::CLI_DONE_BLANK)?;
    desk.give(|| {
        let (file, format) = (files.first(), format_name(options.format));
        json!({ "file": file, "files": files, "format": format })
    })
}

fn shown(files: &[PathBuf]) -> Vec<String> {
    files.iter().map(|file| file.to_string_lossy().into_owned()).collect()
}

fn say_where(name: String, files: &[String], desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
    let said = match files {
        [file] => {
            let given = [("paper", name.into()), ("file", page::in_a_line(file).into())];
            desk.words.say_with(id::CLI_DONE_PAPER, &given)
        }
        files => {
            let end = |file: Option<&String>| page::in_a_line(file.map_or("", String::as_str));
            let given = [
                ("paper", name.into()),
                ("count", files.len().into()),
                ("first", end(files.first()).into()),
                ("last", end(files.last()).into()),
            ];
            desk.words.say_with(id::CLI_DONE_PAPER_PAGES, &given)
        }
    };
    desk.say_wrapped(&said, 0)
}

fn given_of(paper: PaperKind, files: &[String], format: Format, made: &PaperFile) -> Json {
    let findings: Vec<Json> = made.findings.iter().map(views::finding_json).collect();
    json!({
        "paper": paper.id(),
        "file": files.first(),
        "files": files,
        "format": format_name(format),
        "version": made.version,
        "code": made.code.to_string(),
        "findings": findings,
    })
}

const fn format_name(format: Format) -> &'static str {
    match format {
        Format::Pdf => "pdf",
        Format::Png => "png",
    }
}
