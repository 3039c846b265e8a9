//! The grammar of the command line, in one language.

use clap::builder::{PossibleValuesParser, Str, StyledStr};
use clap::{Arg, ArgAction, Command, value_parser};
use landvast::{Field, Kind, MessageId, Table, Words, id};
use std::path::PathBuf;

use super::person_options;
use crate::exit::Exit;
use crate::page;

mod examples;
mod keeping;
mod papers;

/// The grammar: the words it is told in, and the table whose fields are options.
pub(crate) struct Grammar<'a> {
    pub(super) words: &'a Words,
    pub(super) table: &'a Table,
    /// Where the plan lies unless another folder is named, where the platform has such a place.
    usual: Option<PathBuf>,
    reader: Reader,
}

/// Who reads the grammar.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reader {
    /// Somebody at a terminal: help is compact.
    Person,
    /// A shell, which is to complete the ids of fields.
    Shell,
    /// The manual page.
    Manual,
}

/// The option that a person's field has: `d.call_order` is `--call-order`.
fn option_of(field: &Field) -> String {
    key_of(field).replace('_', "-")
}

/// A person's field without its section: `d.call_order` is `call_order`.
fn key_of(field: &Field) -> &'static str {
    field.id.split_once('.').map_or(field.id, |(_, key)| key)
}

/// The name under which clap keeps a person's field; no other argument has a colon.
pub(super) fn argument_of(field: &Field) -> String {
    format!("field:{}", field.id)
}

/// Whether a field takes several values, each by an option of its own.
fn is_several(kind: Kind) -> bool {
    matches!(kind, Kind::Lines | Kind::Phones | Kind::People | Kind::Sections | Kind::Rows(_))
}

impl<'a> Grammar<'a> {
    pub(crate) fn new(words: &'a Words, table: &'a Table) -> Self {
        Self { words, table, usual: None, reader: Reader::Person }
    }

    /// The same grammar, told to somebody whose plan lies in this folder unless they name another.
    /// A manual and a shell have other readers as well.
    pub(super) fn with_usual(self, usual: Option<PathBuf>) -> Self {
        Self { usual, ..self }
    }

    /// The same grammar, for another reader.
    pub(super) fn for_reader(self, reader: Reader) -> Self {
        Self { reader, ..self }
    }

    pub(super) fn say(&self, message: MessageId) -> String {
        self.words.say(message)
    }

    /// The whole grammar.
    pub(crate) fn command(&self) -> Command {
        let everywhere = self.say(id::CLI_HEADING_EVERYWHERE);
        let global = |arg: Arg| arg.global(true).help_heading(everywhere.clone());
        let command = Command::new("landvast")
            .version(env!("CARGO_PKG_VERSION"))
            .about(self.say(id::CLI_ABOUT))
            .long_about(page::wrapped(&self.say(id::CLI_ABOUT_LONG), 0))
            .after_help(self.closing())
            .disable_help_flag(true)
            .disable_version_flag(true)
            .disable_help_subcommand(true)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .term_width(page::WIDTH)
            .subcommand_help_heading(self.say(id::CLI_HEADING_COMMANDS))
            .arg(global(self.path("vault", id::CLI_NAME_FOLDER, id::CLI_OPTION_VAULT)))
            .arg(global(self.path(
                "passphrase-file",
                id::CLI_NAME_FILE,
                id::CLI_OPTION_PASSPHRASE_FILE,
            )))
            .arg(global(self.flag("json", id::CLI_OPTION_JSON)))
            .arg(global(self.language("words", id::CLI_OPTION_WORDS)))
            .arg(global(self.flag("help", id::CLI_OPTION_HELP).short('h').action(ArgAction::Help)))
            .arg(
                self.flag("version", id::CLI_OPTION_VERSION)
                    .short('V')
                    .action(ArgAction::Version)
                    .help_heading(everywhere.clone()),
            )
            .subcommands(self.commands());
        self.finish(command, "landvast")
    }

    /// Gives a command and all below it the layout and the usage line in our words.
    fn finish(&self, command: Command, path: &str) -> Command {
        let usage = self.usage(&command, path);
        let heading = self.say(id::CLI_USAGE);
        // A text of its own in the template leaves the list of options compact.
        let about = command.get_long_about().or(command.get_about()).cloned().unwrap_or_default();
        let template = format!("{about}\n\n{heading}: {{usage}}\n\n{{all-args}}{{after-help}}");
        let examples = examples::of(path.strip_prefix("landvast ").unwrap_or_default());
        let command =
            if examples.is_empty() { command } else { command.after_help(self.examples(examples)) };
        let below: Vec<String> =
            command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
        let mut command = command
            .help_template(StyledStr::from(template))
            .override_usage(usage)
            .disable_help_flag(true)
            .disable_version_flag(true)
            .subcommand_help_heading(self.say(id::CLI_HEADING_COMMANDS))
            .disable_help_subcommand(true);
        if self.reader != Reader::Manual {
            command = command.long_about(None::<&'static str>);
        }
        for name in below {
            let path = format!("{path} {name}");
            command = command.mut_subcommand(name, |one| self.finish(one, &path));
        }
        command
    }

    /// `landvast write [options] FIELD [VALUE…]`
    fn usage(&self, command: &Command, path: &str) -> String {
        let mut usage = format!("{path} [{}]", self.say(id::CLI_USAGE_OPTIONS));
        if command.has_subcommands() {
            let name = self.say(id::CLI_NAME_COMMAND);
            let is_needed = command.is_subcommand_required_set();
            let name = if is_needed { name } else { format!("[{name}]") };
            usage.push(' ');
            usage.push_str(&name);
        }
        for positional in command.get_positionals() {
            let names = positional.get_value_names().unwrap_or_default();
            let name: Vec<&str> = names.iter().map(Str::as_str).collect();
            let is_many = matches!(positional.get_action(), ArgAction::Append);
            let name = format!("{}{}", name.join(" "), if is_many { "…" } else { "" });
            usage.push(' ');
            let shown = if positional.is_required_set() { name } else { format!("[{name}]") };
            usage.push_str(&shown);
        }
        usage
    }

    fn closing(&self) -> String {
        let lines = [id::CLI_AFTER_HELP, id::CLI_HELP_LONG, id::CLI_HELP_QUICK];
        let mut lines: Vec<String> = lines.into_iter().map(|line| self.say(line)).collect();
        if let Some(usual) = &self.usual {
            let given = [("folder", page::in_a_line(&usual.to_string_lossy()).into())];
            let said = self.words.say_with(id::CLI_OPTION_VAULT_USUAL, &given);
            lines.push(page::wrapped(&said, 0));
        }
        format!("{}\n\n{}", lines.join("\n"), self.exits())
    }

    /// The table of exit codes.
    pub(super) fn exits(&self) -> String {
        let rows: Vec<Vec<String>> = Exit::ALL
            .iter()
            .map(|exit| vec![format!("{:>3}", exit.code()), self.say(exit.words())])
            .collect();
        format!("{}:\n{}", self.say(id::CLI_HEADING_EXITS), page::columns(&rows, 1))
    }

    fn commands(&self) -> Vec<Command> {
        let mut commands = vec![
            self.sub("init", id::CLI_INIT_ABOUT, &[id::CLI_INIT_LONG])
                .arg(self.language("language", id::CLI_INIT_LANGUAGE))
                .arg(self.path("recovery-file", id::CLI_NAME_FILE, id::CLI_RECOVERY_FILE_WRITE)),
            self.sub("fields", id::CLI_FIELDS_ABOUT, &[])
                .arg(self.section_or_field(id::CLI_FIELDS_OF)),
            self.writing(),
            self.sub("read", id::CLI_READ_ABOUT, &[])
                .arg(self.section_or_field(id::CLI_ARG_FIELD_OR_SECTION))
                .arg(self.text("person", id::CLI_NAME_NAME, id::CLI_READ_PERSON)),
            self.person(),
            self.sub("undo", id::CLI_UNDO_ABOUT, &[]).arg(self.flag("yes", id::CLI_UNDO_YES)),
            self.sub("redo", id::CLI_REDO_ABOUT, &[]),
            self.sub("history", id::CLI_HISTORY_ABOUT, &[]).arg(self.field()).arg(self.text(
                "person",
                id::CLI_NAME_NAME,
                id::CLI_HISTORY_PERSON,
            )),
            self.sub("check", id::CLI_CHECK_ABOUT, &[]).arg(self.flag("all", id::CLI_CHECK_ALL)),
            self.sub("import", id::CLI_IMPORT_ABOUT, &[id::CLI_IMPORT_LONG])
                .arg(self.place("file", id::CLI_ARG_FILE_IN))
                .arg(self.flag("yes", id::CLI_IMPORT_YES)),
            self.sub("export", id::CLI_EXPORT_ABOUT, &[id::CLI_EXPORT_LONG])
                .arg(self.place("file", id::CLI_ARG_FILE_OUT))
                .arg(self.flag("replace", id::CLI_EXPORT_REPLACE)),
            self.sub("schema", id::CLI_SCHEMA_ABOUT, &[]),
            self.card(),
            self.sheet(),
            self.page_of_plan("plan", id::CLI_PLAN_ABOUT, id::CLI_PLAN_LONG),
            self.page_of_plan("wishes", id::CLI_WISHES_ABOUT, id::CLI_WISHES_LONG),
            self.page_of_plan("agreements", id::CLI_AGREEMENTS_ABOUT, id::CLI_AGREEMENTS_LONG),
            self.blank(),
            self.copies(),
            self.sub("passphrase", id::CLI_PASSPHRASE_ABOUT, &[]).arg(self.new_passphrase()),
            self.sub("recover", id::CLI_RECOVER_ABOUT, &[])
                .arg(self.path("recovery-file", id::CLI_NAME_FILE, id::CLI_RECOVERY_FILE_READ))
                .arg(self.new_passphrase()),
        ];
        commands.extend(self.keeping());
        commands.extend([
            self.sub("info", id::CLI_INFO_ABOUT, &[]).arg(self.flag("known", id::CLI_INFO_KNOWN)),
            self.sub("completions", id::CLI_COMPLETIONS_ABOUT, &[]).arg(
                self.positional("shell", id::CLI_NAME_SHELL, id::CLI_ARG_SHELL)
                    .value_parser(value_parser!(clap_complete::Shell))
                    .hide_possible_values(true)
                    .required(true),
            ),
            self.sub("man", id::CLI_MAN_ABOUT, &[]),
            self.sub("help", id::CLI_HELP_ABOUT, &[]).arg(
                self.positional("command", id::CLI_NAME_COMMAND, id::CLI_ARG_COMMAND)
                    .action(ArgAction::Append),
            ),
        ]);
        commands
    }

    fn writing(&self) -> Command {
        let long =
            [id::CLI_WRITE_SESSION, id::CLI_WRITE_LONG, id::CLI_WRITE_INPUT, id::CLI_WRITE_ASKED];
        self.sub("write", id::CLI_WRITE_ABOUT, &long)
            .arg(self.field().required(false))
            .arg(
                self.positional("value", id::CLI_NAME_VALUE, id::CLI_ARG_VALUE)
                    .action(ArgAction::Append)
                    .allow_negative_numbers(true),
            )
            .arg(
                self.text("row", id::CLI_NAME_ROW, id::CLI_WRITE_ROW)
                    .action(ArgAction::Append)
                    .conflicts_with("value"),
            )
            .arg(self.text("card-text", id::CLI_NAME_TEXT, id::CLI_WRITE_CARD_TEXT))
            .arg(
                self.text("audience", id::CLI_NAME_WHO, id::CLI_WRITE_AUDIENCE)
                    .action(ArgAction::Append)
                    .value_delimiter(','),
            )
            .arg(self.text("person", id::CLI_NAME_NAME, id::CLI_WRITE_PERSON))
            .arg(self.text("lang", id::CLI_NAME_TAG, id::CLI_WRITE_LANG))
            .arg(self.flag("clear", id::CLI_WRITE_CLEAR).conflicts_with_all([
                "value",
                "row",
                "card-text",
                "audience",
                "lang",
            ]))
    }

    fn person(&self) -> Command {
        let who = |message| self.positional("name", id::CLI_NAME_NAME, message).required(true);
        let fields = person_options(self.table);
        let add: Vec<Arg> = fields
            .iter()
            .filter(|field| key_of(field) != "name")
            .map(|field| self.person_option(field))
            .collect();
        let edit: Vec<Arg> = fields.iter().map(|field| self.person_option(field)).collect();
        Command::new("person")
            .about(self.say(id::CLI_PERSON_ABOUT))
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommand(
                self.sub("add", id::CLI_PERSON_ADD_ABOUT, &[id::CLI_PERSON_ADD_LONG])
                    .arg(who(id::CLI_ARG_PERSON_NAME))
                    .args(add)
                    .arg(self.flag("yes", id::CLI_PERSON_ADD_YES)),
            )
            .subcommand(
                self.sub("edit", id::CLI_PERSON_EDIT_ABOUT, &[id::CLI_PERSON_EDIT_LONG])
                    .arg(who(id::CLI_ARG_PERSON))
                    .args(edit),
            )
            .subcommand(self.sub("list", id::CLI_PERSON_LIST_ABOUT, &[]))
            .subcommand(
                self.sub("remove", id::CLI_PERSON_REMOVE_ABOUT, &[])
                    .arg(who(id::CLI_ARG_PERSON))
                    .arg(self.flag("yes", id::CLI_PERSON_REMOVE_YES)),
            )
    }

    /// The option of one field of a person: what it is called, and what it takes.
    fn person_option(&self, field: &'static Field) -> Arg {
        let takes = match field.kind {
            Kind::Choice(ids) => {
                let called: Vec<String> =
                    ids.iter().map(|one| self.words.choice(field, one)).collect();
                called.join(" · ")
            }
            Kind::Sections => "a, b, c …".to_owned(),
            Kind::Degree { most } => format!("1–{most}"),
            kind => self.words.kind(kind.name()),
        };
        let option = option_of(field);
        let mut arg = Arg::new(argument_of(field))
            .long(option.clone())
            .value_name(self.say(id::CLI_NAME_VALUE))
            .help(format!("{} ({takes})", self.words.label(field)))
            .help_heading(self.say(id::CLI_HEADING_OPTIONS))
            .allow_negative_numbers(true)
            .action(ArgAction::Set);
        if is_several(field.kind) {
            arg = arg.action(ArgAction::Append);
            // One number is a `--phone`.
            if let Some(one) = option.strip_suffix('s') {
                arg = arg.alias(one.to_owned());
            }
        }
        arg
    }

    fn examples(&self, lines: &[&str]) -> String {
        format!("{}:\n  {}", self.say(id::CLI_HEADING_EXAMPLES), lines.join("\n  "))
    }

    fn sub(&self, name: &'static str, about: MessageId, more: &[MessageId]) -> Command {
        let about = self.say(about);
        let said = more.iter().map(|line| page::wrapped(&self.say(*line), 0));
        let long: Vec<String> = std::iter::once(about.clone()).chain(said).collect();
        Command::new(name).about(about).long_about(long.join("\n\n"))
    }

    fn positional(&self, name: &'static str, value: MessageId, help: MessageId) -> Arg {
        Arg::new(name)
            .value_name(self.say(value))
            .help(self.say(help))
            .help_heading(self.say(id::CLI_HEADING_ARGUMENTS))
    }

    /// A place that must be named: a file to read or to write.
    fn place(&self, name: &'static str, help: MessageId) -> Arg {
        self.positional(name, id::CLI_NAME_FILE, help)
            .value_parser(value_parser!(PathBuf))
            .required(true)
    }

    fn field(&self) -> Arg {
        let arg = self.positional("field", id::CLI_NAME_FIELD, id::CLI_ARG_FIELD).required(true);
        self.with_completion(arg)
    }

    fn section_or_field(&self, help: MessageId) -> Arg {
        let name = format!("{}|{}", self.say(id::CLI_NAME_FIELD), self.say(id::CLI_NAME_SECTION));
        let arg = self.positional("of", id::CLI_NAME_FIELD, help).value_name(name);
        self.with_completion(arg)
    }

    fn with_completion(&self, arg: Arg) -> Arg {
        if self.reader != Reader::Shell {
            // An unknown field is answered with its neighbour, in our own words.
            return arg;
        }
        let ids: Vec<Str> = self.table.fields().map(|field| Str::from(field.id)).collect();
        arg.value_parser(PossibleValuesParser::new(ids)).hide_possible_values(true)
    }

    fn option(&self, name: &'static str, help: MessageId) -> Arg {
        Arg::new(name)
            .long(name)
            .help(self.say(help))
            .help_heading(self.say(id::CLI_HEADING_OPTIONS))
    }

    fn flag(&self, name: &'static str, help: MessageId) -> Arg {
        self.option(name, help).action(ArgAction::SetTrue)
    }

    fn text(&self, name: &'static str, value: MessageId, help: MessageId) -> Arg {
        self.option(name, help).value_name(self.say(value)).action(ArgAction::Set)
    }

    fn path(&self, name: &'static str, value: MessageId, help: MessageId) -> Arg {
        self.text(name, value, help).value_parser(value_parser!(PathBuf))
    }

    fn language(&self, name: &'static str, help: MessageId) -> Arg {
        self.text(name, id::CLI_NAME_LANGUAGE, help)
            .value_parser(PossibleValuesParser::new(["nl", "en"]))
            .hide_possible_values(true)
    }

    fn new_passphrase(&self) -> Arg {
        self.path("new-passphrase-file", id::CLI_NAME_FILE, id::CLI_NEW_PASSPHRASE_FILE)
    }
}
