//! What is inside a record or snapshot: the model's own types, as JSON.
//!
//! JSON names every field, so a later version can add one and an earlier one skips it.

use landvast_model::{Action, Book};
use landvast_seal::{Record, RecordKind};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

use crate::{First, VaultError};

/// The payload of the first record of an epoch, when that is a whole book.
#[derive(Debug, Deserialize)]
pub(crate) struct WholeBook {
    pub(crate) book: Book,
    pub(crate) history: Vec<Action>,
}

#[derive(Serialize)]
struct WholeBookRef<'a> {
    book: &'a Book,
    history: &'a [Action],
}

/// A record, opened and read.
#[derive(Debug)]
pub(crate) enum Entry {
    Action(Action),
    WholeBook(WholeBook),
}

impl Entry {
    pub(crate) fn read(record: &Record) -> Result<Self, VaultError> {
        match record.kind {
            RecordKind::Action => read(&record.payload).map(Self::Action),
            RecordKind::WholeBook => read(&record.payload).map(Self::WholeBook),
        }
    }
}

pub(crate) fn of_first(first: First<'_>) -> Result<(RecordKind, Zeroizing<Vec<u8>>), VaultError> {
    match first {
        First::Action(action) => Ok((RecordKind::Action, of(action)?)),
        First::Book { book, history } => {
            Ok((RecordKind::WholeBook, of(&WholeBookRef { book, history })?))
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
