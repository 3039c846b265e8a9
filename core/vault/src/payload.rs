//! What is inside a record or snapshot: the model's own types, as JSON.
//!
//! JSON names every field, so a later version can add one and an earlier one skips it.

use landvast_model::{Action, Book, action::fold, keep, keep::Keep};
use landvast_seal::{LONGEST_PAYLOAD, Record, RecordKind};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

use crate::VaultError;

/// The payload of the first record of a log, unless that is the first action of all.
///
/// `history` folded onto `base` makes `book`. It is written all the same, and counts when it is
/// read: should a later version fold otherwise, the plan is still the plan that the owner saw.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub(crate) struct WholeBook {
    pub(crate) base: Book,
    pub(crate) history: Vec<Action>,
    pub(crate) book: Book,
}

impl WholeBook {
    pub(crate) fn of(base: Book, history: Vec<Action>) -> Self {
        let book = fold(base.clone(), &history);
        Self { base, history, book }
    }

    /// What of a log is to be kept, to begin a new one with, and its bytes. Where it would be more
    /// than one record can hold, fewer earlier wordings are kept; `book` is never less.
    pub(crate) fn kept(
        base: &Book,
        history: &[Action],
        book: &Book,
        rule: &Keep<'_>,
    ) -> Result<(Self, Zeroizing<Vec<u8>>), VaultError> {
        let mut rule = Keep { versions: rule.versions.min(history.len()), ..*rule };
        loop {
            let (base, history) = keep::keep(base, history, &rule);
            let whole = Self::of(base, history);
            let bytes = of(&whole)?;
            // A history that does not lead to the book is none.
            if whole.book == *book && bytes.len() <= LONGEST_PAYLOAD {
                return Ok((whole, bytes));
            }
            if whole.book != *book || rule.versions <= 1 {
                break;
            }
            rule.versions /= 2;
        }
        let whole = Self::of(book.clone(), Vec::new());
        let bytes = of(&whole)?;
        Ok((whole, bytes))
    }
}

/// A record, opened and read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Entry {
    Action(Action),
    WholeBook(Box<WholeBook>),
}

impl Entry {
    pub(crate) fn read(record: &Record) -> Result<Self, VaultError> {
        match record.kind {
            RecordKind::Action => read(&record.payload).map(Self::Action),
            RecordKind::WholeBook => read(&record.payload).map(Self::WholeBook),
        }
    }
}

pub(crate) fn of(content: &impl Serialize) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    serde_json::to_vec(content).map(Zeroizing::new).map_err(|_| VaultError::TooLong)
}

/// Reads what authenticated bytes say. They are what we wrote, so what does not parse was written
/// by a version that says more.
pub(crate) fn read<T: DeserializeOwned>(payload: &[u8]) -> Result<T, VaultError> {
    serde_json::from_slice(payload).map_err(|_| VaultError::NewerFormat)
}
