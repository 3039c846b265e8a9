//! The backup: everything that makes a plan whole again, in one file that opens without us.
//!
//! The file is a standard age file under six words of its own. Inside is the plan in the open
//! format, as `export` gives it, with one key more:
//! ```text
//! "backup": {"format": 1, "vault": "…", "sequence": 12, "made_at": "…",
//!            "base": Book, "actions": [Action], "book": Book}
//! ```
//! The actions folded onto `base` make `book`, and it is `book` that counts: it holds the people,
//! the papers that were made, and the ledger of copies. The open part is for people and for other
//! programs: `age -d plan.age | jq .answers`.

use chrono::{DateTime, Utc};
use landvast_model::action::fold;
use landvast_model::{Action, Book, Language, Op, exchange};
use landvast_share::backup::{self, BackupWords, WorkFactor};
use landvast_share::{ShareError, UnknownWord};
use landvast_text::Words;
use landvast_vault::{History, measured};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use zeroize::Zeroizing;

use crate::device::Device;
use crate::error::{BackupFault, PlanError, WordSlip};
use crate::keeper::Keeper;
use crate::{opening, saying};

/// The version of what stands under `backup`.
const FORMAT: u32 = 1;
/// More actions than anybody does; above it a number could not be counted on from.
const LAST_SEQUENCE: u64 = 1 << 53;

/// Draws six words for one backup, never to be used for another. Show them, and let the owner give
/// the last two back, before the file is made.
///
/// # Errors
/// [`PlanError::Internal`] if the device has no randomness.
pub fn make_backup_words(device: &Device) -> Result<BackupWords, PlanError> {
    let mut random = [0; 2 * BackupWords::COUNT];
    (device.random)(&mut random)?;
    Ok(BackupWords::make(&mut random))
}

/// Reads six words as somebody typed them.
///
/// # Errors
/// [`PlanError::Words`] for a word that is not in the list, or another number of words.
pub fn read_backup_words(typed: &str) -> Result<BackupWords, PlanError> {
    Ok(BackupWords::parse(typed)?)
}

/// The first word in what was typed that is not in the list: its place, and the one that was
/// perhaps meant. For the owner's own screen and nothing else.
///
/// Only for six words of which the other five are in the list. Of anything else no part is said: it
/// may be another secret that was typed in the wrong place.
#[must_use]
pub fn nearest_backup_word(typed: &str) -> Option<(usize, &'static str)> {
    match BackupWords::parse(typed) {
        Err(ShareError::UnknownWord(UnknownWord { position, nearest })) => {
            Some((position, nearest?))
        }
        _ => None,
    }
}

/// An opened backup.
pub struct Backup {
    pub(crate) vault: String,
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) base: Book,
    pub(crate) actions: Vec<Action>,
    pub(crate) book: Book,
}

/// What is known about a backup without showing what is in it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BackupView {
    /// Of which vault, in hexadecimal digits.
    pub vault: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The same in words.
    pub shown_at: String,
    /// The newest action in it.
    pub sequence: u64,
    /// How many answers stand in the plan and with people.
    pub answers: usize,
    /// How many people.
    pub people: usize,
    /// The language the owner writes in.
    pub language: Language,
}

/// What stands under `backup`, with everything borrowed from an open plan or owned by a file.
#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    vault: &'a str,
    sequence: u64,
    made_at: DateTime<Utc>,
    base: &'a Book,
    actions: &'a [Action],
    book: &'a Book,
}

#[derive(Deserialize)]
struct Read {
    vault: String,
    sequence: u64,
    made_at: DateTime<Utc>,
    base: Book,
    actions: Vec<Action>,
    book: Book,
}

/// A file of which only the versions are read: what else is in it may be of a later one.
#[derive(Deserialize)]
struct Versions {
    landvast: u32,
    backup: Format,
}

#[derive(Deserialize)]
struct Format {
    format: u32,
}

#[derive(Deserialize)]
struct Whole {
    backup: Read,
}

impl Keeper {
    /// The whole plan with its history, sealed to these words. Nothing is written in the plan: say
    /// [`Keeper::note_backup`] once the file lies where it is safe.
    ///
    /// # Errors
    /// [`PlanError::Backup`] if it is too long or the device has not enough memory.
    pub fn backup(&mut self, words: &BackupWords, work: WorkFactor) -> Result<Vec<u8>, PlanError> {
        let text = self.whole()?;
        Ok(backup::seal(&text, words, work)?)
    }

    /// Writes down that a backup was made today, so that it can be said later which backups hold
    /// words that were to be forgotten.
    ///
    /// # Errors
    /// As every change.
    pub fn note_backup(&mut self) -> Result<(), PlanError> {
        self.act(vec![self.backup_of_today()])
    }

    fn backup_of_today(&self) -> Op {
        Op::MadeBackup { on: (self.device.today)() }
    }

    /// The text of a backup, which knows already that it was made.
    fn whole(&mut self) -> Result<Zeroizing<Vec<u8>>, PlanError> {
        let (base, mut actions) = History::into_all(self.vault.history()?);
        let made_at = (self.device.now)();
        let seq = self.sequence().saturating_add(1);
        let made = Action { seq, at: made_at, ops: vec![self.backup_of_today()], undoes: None };
        let mut book = self.book().clone();
        book.apply(&made);
        actions.push(made);
        let vault = opening::id_of(self.vault.info().vault);
        let (format, actions) = (FORMAT, actions.as_slice());
        let (vault, base, book) = (vault.as_str(), &base, &book);
        let written = Written { format, vault, sequence: seq, made_at, base, actions, book };
        let mut file = exchange::export(&self.table, book);
        if let Json::Object(keys) = &mut file {
            keys.insert(exchange::BACKUP.to_owned(), json!(written));
        }
        let text = measured(|mut into| {
            serde_json::to_writer_pretty(&mut into, &file)?;
            into.write_all(b"\n").map_err(serde_json::Error::io)
        });
        text.map_err(|_| PlanError::Internal)
    }
}

impl Backup {
    /// Opens a backup.
    ///
    /// # Errors
    /// [`PlanError::Words`] if these are not its words, [`PlanError::Backup`] if it is none or
    /// damaged, [`PlanError::NewerFormat`].
    pub fn open(file: &[u8], words: &BackupWords) -> Result<Self, PlanError> {
        let text = backup::open(file, words)?;
        Self::read(&text)
    }

    /// Reads the text of a backup. It may come from anywhere: it is taken whole or not at all.
    fn read(text: &[u8]) -> Result<Self, PlanError> {
        let fault = |fault| PlanError::Backup { fault };
        let versions: Versions =
            serde_json::from_slice(text).map_err(|_| fault(BackupFault::NotABackup))?;
        if versions.landvast > exchange::VERSION || versions.backup.format > FORMAT {
            return Err(PlanError::NewerFormat);
        }
        if versions.landvast == 0 || versions.backup.format == 0 {
            return Err(fault(BackupFault::NotABackup));
        }
        let Whole { backup } =
            serde_json::from_slice(text).map_err(|_| fault(BackupFault::Damaged))?;
        let Read { vault, sequence, made_at, base, actions, book } = backup;
        let mut before = base.seq;
        for action in &actions {
            if action.seq <= before {
                return Err(fault(BackupFault::Damaged));
            }
            before = action.seq;
        }
        if book.seq != sequence || !(1..=LAST_SEQUENCE).contains(&sequence) {
            return Err(fault(BackupFault::Damaged));
        }
        // A history that does not lead to the book is none; the book is what the owner saw.
        if fold(base.clone(), &actions) == book {
            return Ok(Self { vault, made_at, base, actions, book });
        }
        Ok(Self { vault, made_at, base: book.clone(), actions: Vec::new(), book })
    }

    /// What is known about it, without showing what is in it.
    #[must_use]
    pub fn about(&self, words: &Words) -> BackupView {
        BackupView {
            vault: self.vault.clone(),
            made_at: self.made_at,
            shown_at: saying::say_when(words, self.made_at),
            sequence: self.book.seq,
            answers: self.book.all_answers().count(),
            people: self.book.people.len(),
            language: self.book.language,
        }
    }
}

impl std::fmt::Debug for Backup {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Backup(open)")
    }
}

impl From<ShareError> for PlanError {
    fn from(error: ShareError) -> Self {
        let words = |slip| Self::Words { slip };
        let backup = |fault| Self::Backup { fault };
        match error {
            ShareError::WrongWords => words(WordSlip::Wrong),
            // Which word was perhaps meant is a secret, and stays out of an error.
            ShareError::UnknownWord(UnknownWord { position, .. }) => {
                words(WordSlip::Unknown { position })
            }
            ShareError::WordCount(found) => words(WordSlip::Count { found }),
            ShareError::Damaged => backup(BackupFault::Damaged),
            ShareError::NotABackup => backup(BackupFault::NotABackup),
            ShareError::NotForWords => backup(BackupFault::OtherKey),
            ShareError::NewerFormat => Self::NewerFormat,
            ShareError::TooCostly => backup(BackupFault::TooCostly),
            ShareError::TooLong => backup(BackupFault::TooLong),
            ShareError::OutOfMemory => backup(BackupFault::NoMemory),
        }
    }
}

#[cfg(test)]
mod tests {
    use landvast_model::{Place, Value};
    use landvast_seal::KdfCost;
    use proptest::prelude::*;

    use super::*;
    use crate::opening::Opening;
    use crate::passphrase::NewPassphrase;

    fn text() -> Vec<u8> {
        let book = Book { seq: 3, ..Book::default() };
        let written = Written {
            format: FORMAT,
            vault: "00",
            sequence: 3,
            made_at: DateTime::UNIX_EPOCH,
            base: &book,
            actions: &[],
            book: &book,
        };
        json!({ "landvast": 1, "answers": {}, "backup": written }).to_string().into_bytes()
    }

    fn changed(from: &str, to: &str) -> PlanError {
        let text = String::from_utf8(text()).unwrap();
        assert!(text.contains(from), "{text}");
        Backup::read(text.replacen(from, to, 1).as_bytes()).unwrap_err()
    }

    #[test]
    fn no_copy_of_a_plan_is_left_behind_by_a_text_that_grew() {
        let home = tempfile::tempdir().unwrap();
        let device = Device::this();
        let opening =
            Opening { cost: KdfCost::FLOOR, ..Opening::new(home.path().join("plan"), device) };
        let passphrase = NewPassphrase::new(b"zeven zachte zeeslangen").unwrap();
        let code = opening::make_recovery_code(&device).unwrap();
        let mut keeper = Keeper::create(&opening, Language::Nl, &passphrase, &code).unwrap();
        let words = "Zoë zegt: \"kom\"\n".repeat(700);
        keeper.write(Place::Plan, "c.first", Value::Text(words)).unwrap();
        let text = keeper.whole().unwrap();
        assert!(text.len() > 3 * 700 * 16);
        assert_eq!(text.capacity(), text.len());
        assert_eq!(Backup::read(&text).unwrap().book.answers.len(), 1);
    }

    #[test]
    fn a_backup_of_a_later_version_is_told_as_one() {
        assert_eq!(changed("\"format\":1", "\"format\":2"), PlanError::NewerFormat);
        assert_eq!(changed("\"landvast\":1", "\"landvast\":2"), PlanError::NewerFormat);
    }

    #[test]
    fn what_does_not_add_up_is_not_taken() {
        let damaged = PlanError::Backup { fault: BackupFault::Damaged };
        assert_eq!(changed("\"sequence\":3", "\"sequence\":4"), damaged);
        assert_eq!(changed("\"vault\":\"00\"", "\"vault\":7"), damaged);
        let none = PlanError::Backup { fault: BackupFault::NotABackup };
        assert_eq!(changed("\"backup\"", "\"backap\""), none);
        assert_eq!(changed("{", ""), none);
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(at: usize, to: u8, cut: usize, any: Vec<u8>) {
            let mut text = text();
            let length = text.len();
            if let Some(byte) = text.get_mut(at % length) {
                *byte = to;
            }
            let _ = Backup::read(&text);
            text.truncate(cut % length);
            let _ = Backup::read(&text);
            let _ = Backup::read(&any);
        }
    }
}
