//! `import` and `export`: the plan in the open form.

use std::path::PathBuf;

use landvast::{Change, ChangeView, Fault, Keeper, PlanError, Problem, id};
use serde_json::{Value as Json, json};

use super::changes;
use crate::args::{Stream, Sure};
use crate::desk::Desk;
use crate::files::{self, Coming, Existing};
use crate::page;
use crate::trouble::Trouble;

/// A file to read in, looked at before anybody types a passphrase.
pub(super) struct Incoming {
    /// What was in the file; none where the input holds it, after a passphrase that may come from
    /// there too.
    bytes: Option<Vec<u8>>,
    sure: Sure,
}

impl Incoming {
    pub(super) fn begin(from: Stream, sure: Sure) -> Result<Self, Trouble> {
        let bytes = match from {
            Stream::Standard => None,
            Stream::File(path) => Some(files::read_all(&mut files::open(&path)?)?),
        };
        Ok(Self { bytes, sure })
    }

    pub(super) fn take_over(
        self,
        keeper: &mut Keeper,
        desk: &mut Desk<'_, '_>,
    ) -> Result<(), Trouble> {
        let bytes = match self.bytes {
            Some(bytes) => bytes,
            None => files::read_all(desk.host.input)?,
        };
        let text = std::str::from_utf8(&bytes).map_err(|error| no_text(&bytes, error))?;
        let coming = keeper.import_changes(text)?;
        if coming.is_empty() {
            desk.say_message(id::CLI_UNCHANGED)?;
            return desk.give(|| json!({ "answers": 0, "people": 0, "replaced": [] }));
        }
        let replaced: Vec<ChangeView> = coming
            .into_iter()
            .filter(|change| change.change != Change::Added && !is_setting(change))
            .collect();
        let given = [("count", replaced.len().into())];
        let about = desk.words.say_with(id::CLI_IMPORT_REPLACES, &given);
        let asked = (about.as_str(), id::CLI_CONFIRM_IMPORT);
        let must_ask = !replaced.is_empty() && self.sure == Sure::Ask;
        if must_ask && !changes::are_wanted((&replaced, &changes::TO_COME), asked, desk)? {
            desk.say_message(id::CLI_UNCHANGED)?;
            return desk.give(|| json!({ "answers": 0, "people": 0, "replaced": [] }));
        }
        let before = keeper.book().people.len();
        let answers = {
            let _busy = desk.busy(id::CLI_BUSY_IMPORTING);
            keeper.import(text)?
        };
        let people = keeper.book().people.len().saturating_sub(before);
        // The file may have brought another language.
        desk.speak_as(keeper);
        let counted = [(id::CLI_DONE_IMPORT, answers), (id::CLI_DONE_IMPORT_PEOPLE, people)];
        for (message, count) in counted {
            let text = desk.words.say_with(message, &[("count", count.into())]);
            desk.say_wrapped(&text, 0)?;
        }
        if !replaced.is_empty() {
            let given = [("count", replaced.len().into())];
            let text = desk.words.say_with(id::CLI_DONE_IMPORT_REPLACED, &given);
            desk.say_wrapped(&text, 0)?;
        }
        desk.say_message(id::CLI_DONE_IMPORT_NEXT)?;
        let replaced: Vec<Json> = replaced.iter().map(changes::json).collect();
        desk.give(|| json!({ "answers": answers, "people": people, "replaced": replaced }))
    }
}

/// A setting, such as the language, is nothing that somebody wrote.
fn is_setting(change: &ChangeView) -> bool {
    change.field.is_empty() && change.person.is_empty()
}

/// Where a file stops being text, as the place where it stops being JSON.
fn no_text(bytes: &[u8], error: std::str::Utf8Error) -> Trouble {
    let good: Vec<&[u8]> =
        bytes.get(..error.valid_up_to()).unwrap_or_default().split(|byte| *byte == b'\n').collect();
    let column = good.last().map_or(0, |line| line.len()) + 1;
    let problem = Problem::NotJson { line: good.len(), column };
    Trouble::Plan(PlanError::Invalid { faults: vec![Fault { at: String::new(), problem }] })
}

/// A file to write, for which there is room already.
pub(super) enum Outgoing {
    Output,
    File { path: PathBuf, file: Coming },
}

impl Outgoing {
    pub(super) fn begin(
        to: Stream,
        existing: Existing,
        desk: &Desk<'_, '_>,
    ) -> Result<Self, Trouble> {
        let Stream::File(path) = to else { return Ok(Self::Output) };
        let file = Coming::begin(&path, existing, &desk.host.device);
        let file = file.map_err(|trouble| match trouble {
            Trouble::FileThere { .. } => Trouble::FileThere { next: id::ERROR_FILE_THERE_REPLACE },
            other => other,
        })?;
        Ok(Self::File { path, file })
    }

    pub(super) fn write(self, keeper: &mut Keeper, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
        let text = keeper.export();
        match self {
            Self::Output => desk.give_text(&text),
            Self::File { path, file } => {
                file.finish(format!("{text}\n").as_bytes())?;
                let path = path.to_string_lossy().into_owned();
                let given = [("file", page::in_a_line(&path).into())];
                let said = desk.words.say_with(id::CLI_DONE_EXPORT, &given);
                desk.say_wrapped(&said, 0)?;
                desk.give(|| json!({ "file": path, "bytes": text.len() + 1 }))
            }
        }
    }
}
