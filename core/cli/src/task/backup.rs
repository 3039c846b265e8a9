//! `backup`: the whole plan in one file, under six words that were written down first.

use std::path::{Path, PathBuf};

use landvast::{Keeper, id, make_backup_words};
use serde_json::json;
use zeroize::Zeroizing;

use super::code::Written;
use crate::desk::Desk;
use crate::files::{Coming, Existing};
use crate::page;
use crate::secret;
use crate::trouble::Trouble;

/// A backup for which there is room already. It never takes the place of an older one.
pub(super) struct Outgoing {
    out: PathBuf,
    file: Coming,
    words: Option<(PathBuf, Coming)>,
}

impl Outgoing {
    pub(super) fn begin(
        out: PathBuf,
        words: Option<PathBuf>,
        desk: &Desk<'_, '_>,
    ) -> Result<Self, Trouble> {
        let begin = |path: &Path| Coming::begin(path, Existing::Keep, &desk.host.device);
        let file = begin(&out)?;
        if words.is_none() {
            desk.need_screen(id::ERROR_NO_TERMINAL_WORDS)?;
        }
        let beside = |path: PathBuf| Ok::<_, Trouble>((path.clone(), begin(&path)?));
        Ok(Self { out, file, words: words.map(beside).transpose()? })
    }

    pub(super) fn write(self, keeper: &mut Keeper, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
        let Self { out, file, words: words_file } = self;
        let words = make_backup_words(&desk.host.device)?;
        let words_path = words_file.as_ref().map(|(path, _)| path.clone());
        let mut written = None;
        if let Some((path, coming)) = words_file {
            let mut line = Zeroizing::new(String::with_capacity(words.to_text().len() + 1));
            line.push_str(&words.to_text());
            line.push('\n');
            coming.finish(line.as_bytes())?;
            written = words_path.as_deref().map(Written);
            drop(path);
        } else {
            secret::hand_over_words(desk, &words)?;
        }
        let bytes = {
            let _busy = desk.busy(id::CLI_BUSY_BACKUP);
            keeper.backup(&words, desk.host.work)?
        };
        file.finish(&bytes)?;
        // From here on the words open something, so their file stays.
        std::mem::forget(written);
        // A plan that cannot be written in now does not make the file any less of a backup.
        let noted = keeper.note_backup();

        let shown = out.to_string_lossy().into_owned();
        let said = |message, path: &str, desk: &Desk<'_, '_>| {
            desk.words.say_with(message, &[("file", page::in_a_line(path).into())])
        };
        let made = said(id::CLI_DONE_BACKUP, &shown, desk);
        desk.say_wrapped(&made, 0)?;
        let words_shown = words_path.map(|path| path.to_string_lossy().into_owned());
        if let Some(path) = &words_shown {
            let kept = said(id::CLI_WORDS_IN_FILE, path, desk);
            desk.say_wrapped(&kept, 0)?;
        }
        desk.say_message(id::CLI_DONE_BACKUP_APART)?;
        if noted.is_err() {
            desk.say_message(id::CLI_DONE_BACKUP_NOT_NOTED)?;
        }
        desk.give(|| {
            json!({
                "file": shown,
                "words_file": words_shown,
                "bytes": bytes.len(),
                "noted": noted.is_ok(),
            })
        })
    }
}
