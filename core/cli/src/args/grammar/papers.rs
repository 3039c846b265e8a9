//! The commands that make papers, and the ledger of who has one.

use clap::{Arg, ArgAction, Command};
use landvast::{MessageId, id};

use super::Grammar;

impl Grammar<'_> {
    pub(super) fn card(&self) -> Command {
        let own = vec![self.text("layout", id::CLI_NAME_LAYOUT, id::CLI_CARD_LAYOUT)];
        self.paper("card", id::CLI_CARD_ABOUT, &[id::CLI_CARD_LONG], own)
            .arg(self.language("second-language", id::CLI_CARD_SECOND_LANGUAGE))
    }

    pub(super) fn sheet(&self) -> Command {
        let own = vec![self.reader(id::CLI_SHEET_FOR).required(true)];
        self.paper("sheet", id::CLI_SHEET_ABOUT, &[id::CLI_SHEET_LONG], own)
    }

    pub(super) fn blank(&self) -> Command {
        let own = vec![self.text("what", id::CLI_NAME_PAPER, id::CLI_BLANK_WHAT)];
        self.paper("blank", id::CLI_BLANK_ABOUT, &[id::CLI_BLANK_LONG], own)
    }

    /// A paper: the file it becomes, its own options, and the language of its fixed words.
    fn paper(
        &self,
        name: &'static str,
        about: MessageId,
        more: &[MessageId],
        own: Vec<Arg>,
    ) -> Command {
        self.sub(name, about, more)
            .arg(self.place("out", id::CLI_ARG_PAPER_OUT))
            .args(own)
            .arg(self.language("language", id::CLI_PAPER_LANGUAGE))
    }

    /// A paper for the owner or for somebody named in the plan.
    pub(super) fn page_of_plan(
        &self,
        name: &'static str,
        about: MessageId,
        more: MessageId,
    ) -> Command {
        let with = self
            .text("with", id::CLI_NAME_FIELD, id::CLI_PAPER_WITH)
            .action(ArgAction::Append)
            .value_delimiter(',');
        let own = vec![self.reader(id::CLI_PAPER_FOR), with];
        self.paper(name, about, &[more, id::CLI_PAPER_WITH_LONG], own)
    }

    fn reader(&self, help: MessageId) -> Arg {
        self.text("for", id::CLI_NAME_NAME, help)
    }

    pub(super) fn copies(&self) -> Command {
        let what = |help| self.text("what", id::CLI_NAME_PAPER, help);
        self.sub("copies", id::CLI_COPIES_ABOUT, &[id::CLI_COPIES_LONG])
            .subcommand(
                self.sub("add", id::CLI_COPIES_ADD_ABOUT, &[id::CLI_COPIES_ADD_LONG])
                    .arg(self.positional("name", id::CLI_NAME_NAME, id::CLI_COPIES_FOR))
                    .arg(
                        self.reader(id::CLI_COPIES_FOR)
                            .required_unless_present("name")
                            .conflicts_with("name"),
                    )
                    .arg(what(id::CLI_COPIES_WHAT).required(true))
                    .arg(self.text("form", id::CLI_NAME_FORM, id::CLI_COPIES_FORM).required(true)),
            )
            .subcommand(
                self.sub("back", id::CLI_COPIES_BACK_ABOUT, &[])
                    .arg(
                        self.positional("name", id::CLI_NAME_NAME, id::CLI_ARG_PERSON)
                            .required(true)
                            .action(ArgAction::Append),
                    )
                    .arg(what(id::CLI_COPIES_BACK_WHAT)),
            )
    }
}
