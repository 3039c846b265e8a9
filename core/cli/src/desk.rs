//! What every task works with: the host, the words, the way to show things.

use std::io::{ErrorKind, Write};
use std::path::Path;

use landvast::{Keeper, Language, MessageId, Missing, PlanError, Words, id};
use serde_json::{Value as Json, json};

use crate::args::{Chosen, Early};
use crate::busy::Busy;
use crate::exit::Exit;
use crate::host::{Host, Screen};
use crate::page;
use crate::trouble::Trouble;

/// For whom the output is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Shape {
    /// Somebody who reads it.
    Page,
    /// Another program.
    Json,
}

/// The host, the words and the shape of the output.
pub(crate) struct Desk<'d, 'h> {
    pub(crate) host: &'d mut Host<'h>,
    pub(crate) words: Words,
    pub(crate) shape: Shape,
    /// Whether the language was asked for on the command line; then the plan's does not count.
    language: Chosen,
    sitting: Sitting,
}

/// How questions come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Sitting {
    /// One thing was asked for, and is asked until it is there.
    One,
    /// Question after question; each may be skipped.
    Many,
    /// The person said that it is enough: nothing more is asked.
    Enough,
}

impl<'d, 'h> Desk<'d, 'h> {
    pub(crate) fn new(host: &'d mut Host<'h>, early: Early) -> Self {
        let by_system = host.locale.as_deref().and_then(Language::from_tag).unwrap_or_default();
        let (language, chosen) = match early.words {
            Some(language) => (language, Chosen::ByHand),
            None => (by_system, Chosen::BySystem),
        };
        let words = words_in(language, host.extra_words);
        Self { host, words, shape: early.shape, language: chosen, sitting: Sitting::One }
    }

    /// From here on the plan's own language is spoken, unless another was asked for.
    pub(crate) fn speak_as(&mut self, keeper: &mut Keeper) {
        if self.language == Chosen::ByHand {
            keeper.speak(Some(self.words.language()));
        }
        self.words = keeper.words();
    }

    /// Shows a text on the page; says nothing when the output is for a program.
    pub(crate) fn say(&mut self, text: &str) -> Result<(), Trouble> {
        match self.shape {
            Shape::Page => write_line(self.host.output, &page::calm(text)),
            Shape::Json => Ok(()),
        }
    }

    /// Shows a text on the page, wrapped, `indent` columns in.
    pub(crate) fn say_wrapped(&mut self, text: &str, indent: usize) -> Result<(), Trouble> {
        self.say(&page::wrapped(text, indent))
    }

    /// Shows a message on the page.
    pub(crate) fn say_message(&mut self, message: MessageId) -> Result<(), Trouble> {
        let text = self.words.say(message);
        self.say_wrapped(&text, 0)
    }

    /// Gives a program its answer; says nothing when the output is for a person.
    pub(crate) fn give(&mut self, answer: impl FnOnce() -> Json) -> Result<(), Trouble> {
        match self.shape {
            Shape::Page => Ok(()),
            Shape::Json => write_line(self.host.output, &page::json(&answer())),
        }
    }

    /// Gives the text itself, whoever reads it.
    pub(crate) fn give_text(&mut self, text: &str) -> Result<(), Trouble> {
        write_line(self.host.output, text.trim_end_matches('\n'))
    }

    /// Says something beside the answer: on the error stream.
    pub(crate) fn note(&mut self, text: &str) -> Result<(), Trouble> {
        self.note_indented(text, 0)
    }

    /// The same, `indent` columns in.
    pub(crate) fn note_indented(&mut self, text: &str, indent: usize) -> Result<(), Trouble> {
        write_line(self.host.errors, &page::wrapped(text, indent))
    }

    /// Says what went wrong with something that may be tried again.
    pub(crate) fn note_trouble(&mut self, trouble: &Trouble) -> Result<(), Trouble> {
        let said = trouble.say(&self.host.table, &self.words);
        let mut said = said.into_iter();
        let what = said.next().unwrap_or_default();
        let next = said.next_back().unwrap_or_default();
        self.note(&format!("{what} {next}"))
    }

    /// Says what stopped the command, and how it ends.
    ///
    /// `vault` is where the plan was looked for. It is told to whoever sits there when nothing was
    /// found, and stands in no error.
    pub(crate) fn tell(&mut self, trouble: &Trouble, vault: Option<&Path>) -> Exit {
        if matches!(trouble, Trouble::NobodyReads) {
            return trouble.exit();
        }
        let (table, words) = (&self.host.table, &self.words);
        let text = match self.shape {
            Shape::Json => page::json(&trouble.to_json(table, words)),
            Shape::Page => {
                let mut said = trouble.say(table, words);
                if let (Trouble::Plan(PlanError::NotFound { what: Missing::Vault }), Some(vault)) =
                    (trouble, vault)
                {
                    let folder = page::in_a_line(&vault.to_string_lossy());
                    let looked =
                        words.say_with(id::ERROR_NOT_FOUND_IN, &[("folder", folder.into())]);
                    said.insert(1, looked);
                    said.push(words.say(id::ERROR_NOT_FOUND_VAULT));
                }
                let lines: Vec<String> = said.iter().map(|one| page::hanging(one, 0, 2)).collect();
                lines.join("\n")
            }
        };
        // Where even the error stream is closed only the code is left to tell it.
        let _ = write_line(self.host.errors, &text);
        trouble.exit()
    }

    /// Ends the command if nobody can be asked; `next` says what to give instead.
    pub(crate) fn need_screen(&self, next: MessageId) -> Result<(), Trouble> {
        match self.host.screen {
            Screen::Terminal => Ok(()),
            Screen::Nobody => Err(Trouble::NobodyThere { next }),
        }
    }

    /// From here on question after question is asked.
    pub(crate) fn sit_down(&mut self) {
        self.sitting = Sitting::Many;
    }

    /// How questions come.
    pub(crate) const fn sitting(&self) -> Sitting {
        self.sitting
    }

    /// Asks for a line, with `before` in it to be changed. Nothing at all, once somebody said that
    /// it is enough.
    pub(crate) fn ask_line(&mut self, question: &str, before: &str) -> Result<String, Trouble> {
        let hint = match self.sitting {
            Sitting::One => id::CLI_PROMPT_HINT_LINE,
            Sitting::Many => id::CLI_PROMPT_HINT_SESSION,
            Sitting::Enough => return Ok(String::new()),
        };
        let hint = self.words.say(hint);
        let line = self.host.prompts.line(&page::in_a_line(question), &hint, before)?;
        if self.sitting == Sitting::Many && is_enough(&line) {
            self.sitting = Sitting::Enough;
            return Ok(String::new());
        }
        Ok(line)
    }

    /// Asks for one of several things.
    pub(crate) fn ask_one(&mut self, question: &str, choices: &[String]) -> Result<usize, Trouble> {
        let hint = self.words.say(id::CLI_PROMPT_HINT_CHOOSE);
        let choices: Vec<String> = choices.iter().map(|choice| page::in_a_line(choice)).collect();
        Ok(self.host.prompts.one(&page::in_a_line(question), &hint, &choices)?)
    }

    /// Asks for one of several things, or none of them.
    pub(crate) fn ask_one_or_none(
        &mut self,
        question: &str,
        choices: &[String],
    ) -> Result<Option<usize>, Trouble> {
        if self.sitting == Sitting::Enough {
            return Ok(None);
        }
        let skip = self.words.say(id::CLI_PROMPT_SKIP);
        let enough = (self.sitting == Sitting::Many).then(|| self.words.say(id::CLI_ENOUGH));
        let all: Vec<String> =
            std::iter::once(skip).chain(choices.iter().cloned()).chain(enough).collect();
        let index = self.ask_one(question, &all)?;
        if index > choices.len() {
            self.sitting = Sitting::Enough;
        }
        Ok(index.checked_sub(1).filter(|index| *index < choices.len()))
    }

    /// Asks for any of several things.
    pub(crate) fn ask_several(
        &mut self,
        question: &str,
        choices: &[String],
        before: &[usize],
    ) -> Result<Vec<usize>, Trouble> {
        if self.sitting == Sitting::Enough {
            return Ok(before.to_vec());
        }
        let hint = self.words.say(id::CLI_PROMPT_HINT_SEVERAL);
        let choices: Vec<String> = choices.iter().map(|choice| page::in_a_line(choice)).collect();
        Ok(self.host.prompts.several(&page::in_a_line(question), &hint, &choices, before)?)
    }

    /// Asks a question that a yes or a no answers. Anything but a yes is a no.
    pub(crate) fn ask_yes(&mut self, question: &str) -> Result<Answered, Trouble> {
        let (yes, no) = (self.words.say(id::YES), self.words.say(id::NO));
        let given = [
            ("question", question.into()),
            ("yes", yes.as_str().into()),
            ("no", no.as_str().into()),
        ];
        let question = self.words.say_with(id::CLI_PROMPT_YES_NO, &given);
        let typed = self.ask_line(&question, "")?.trim().to_lowercase();
        let is_yes = !typed.is_empty() && yes.starts_with(&typed);
        Ok(if is_yes { Answered::Yes } else { Answered::No })
    }

    /// Shows that work goes on, until what this gives is dropped.
    pub(crate) fn busy(&self, message: MessageId) -> Busy {
        Busy::show(self.words.say(message), self.host.screen)
    }

    /// A notice for a person, or a line for a program.
    pub(crate) fn notice(&mut self, name: &str, message: MessageId) -> Result<(), Trouble> {
        let sentence = self.words.say(message);
        match self.shape {
            Shape::Page => self.note(&sentence),
            Shape::Json => {
                let line = json!({ "notice": name, "sentence": sentence });
                write_line(self.host.errors, &line.to_string())
            }
        }
    }
}

/// Whether somebody says, in any language, that it is enough for today.
fn is_enough(line: &str) -> bool {
    let said = line.trim().trim_end_matches(['.', '!']).to_lowercase();
    Language::ALL.iter().any(|language| {
        let known = Words::new(*language).say(id::CLI_ENOUGH_SAID);
        known.split('|').any(|known| known.trim() == said)
    })
}

/// What a yes-or-no question got.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Answered {
    Yes,
    No,
}

/// The words of a language, with those of a table that has a field more.
pub(crate) fn words_in(language: Language, extra: &str) -> Words {
    if extra.is_empty() {
        return Words::new(language);
    }
    Words::new(language).with_extra(extra).unwrap_or_else(|_| Words::new(language))
}

fn write_line(out: &mut dyn Write, text: &str) -> Result<(), Trouble> {
    let written = writeln!(out, "{text}").and_then(|()| out.flush());
    written.map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Trouble::NobodyReads,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Trouble::NoRoom,
        _ => Trouble::NotWritable,
    })
}
