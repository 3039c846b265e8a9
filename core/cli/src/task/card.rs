//! `card`: the crisis card, put in its place only when it is whole.

use std::path::PathBuf;

use landvast::{CardOptions, Format, Keeper, id};
use serde_json::{Value as Json, json};

use super::views;
use crate::args::Printing;
use crate::desk::Desk;
use crate::files::{self, Existing};
use crate::page;
use crate::trouble::Trouble;

/// A card for which there is room already.
pub(super) struct Coming {
    out: PathBuf,
    options: CardOptions,
    file: files::Coming,
}

impl Coming {
    /// Makes room first: a version is counted only for a card that can be written.
    pub(super) fn begin(printing: Printing, desk: &Desk<'_, '_>) -> Result<Self, Trouble> {
        let Printing { out, options } = printing;
        // An older card makes place for a newer one; anything else that is there stays.
        let existing = if files::is_ours(&out) { Existing::Replace } else { Existing::Keep };
        let file = files::Coming::begin(&out, existing, &desk.host.device)?;
        Ok(Self { out, options, file })
    }

    pub(super) fn make(self, keeper: &mut Keeper, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
        let paper = {
            let _busy = desk.busy(id::CLI_BUSY_CARD);
            keeper.card(&self.options)?
        };
        self.file.finish(&paper.bytes)?;
        let file = self.out.to_string_lossy().into_owned();
        let code = paper.code.to_string();
        let given = [("file", page::in_a_line(&file).into())];
        let made = desk.words.say_with(id::CLI_DONE_CARD, &given);
        desk.say_wrapped(&made, 0)?;
        let given = [("version", paper.version.into()), ("code", code.as_str().into())];
        let stamp = desk.words.say_with(id::CLI_DONE_CARD_STAMP, &given);
        desk.say_wrapped(&stamp, 0)?;
        desk.say_message(id::CLI_DONE_CARD_PRINT)?;
        views::show_findings(&paper.findings, desk)?;
        desk.give(|| {
            let findings: Vec<Json> = paper.findings.iter().map(views::finding_json).collect();
            json!({
                "file": file,
                "format": match self.options.format {
                    Format::Pdf => "pdf",
                    Format::Png => "png",
                },
                "version": paper.version,
                "code": code,
                "findings": findings,
            })
        })
    }
}
