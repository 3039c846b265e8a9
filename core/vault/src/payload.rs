//! What is inside a record or snapshot: the model's own types, as JSON.
//!
//! JSON names every field, so a later version can add one and an earlier one skips it.

use std::io;

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

/// The bytes of a payload. A buffer that grows leaves copies behind that nobody wipes, so this one
/// is measured first.
pub(crate) fn of(content: &impl Serialize) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    measured(|into| serde_json::to_writer(into, content)).map_err(|_| VaultError::TooLong)
}

/// What `write` writes, twice the same, in a buffer that is wiped when it is let go and that never
/// grows: the first time it is only measured.
///
/// # Errors
/// Whatever `write` says.
pub fn measured<E>(
    write: impl Fn(&mut dyn io::Write) -> Result<(), E>,
) -> Result<Zeroizing<Vec<u8>>, E> {
    let mut length = Length(0);
    write(&mut length)?;
    let mut bytes = Measured(Zeroizing::new(Vec::with_capacity(length.0)));
    write(&mut bytes)?;
    Ok(bytes.0)
}

/// Counts what is written and keeps none of it.
struct Length(usize);

impl io::Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.saturating_add(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Takes as much as there is room for, and rather fails than grows.
struct Measured(Zeroizing<Vec<u8>>);

impl io::Write for Measured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.0.capacity() - self.0.len() {
            return Err(io::ErrorKind::WriteZero.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Reads what authenticated bytes say. They are what we wrote, so what does not parse was written
/// by a version that says more.
pub(crate) fn read<T: DeserializeOwned>(payload: &[u8]) -> Result<T, VaultError> {
    serde_json::from_slice(payload).map_err(|_| VaultError::NewerFormat)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use landvast_model::{Answer, Op, Place, TABLE, Value};

    use super::*;

    fn action(seq: u64, words: &str) -> Action {
        let answer = Answer::new(Value::Text(words.to_owned()));
        let field = TABLE.field("c.first").unwrap().key();
        let ops = vec![Op::Write { place: Place::Plan, field, answer }];
        Action { seq, at: "2026-03-01T10:00:00Z".parse().unwrap(), ops, undoes: None }
    }

    #[test]
    fn no_copy_of_a_persons_words_is_left_behind_by_a_buffer_that_grew() {
        // Accents, quotes and line breaks: what JSON writes longer than it is.
        let words = "Zoë zegt: \"kom\"\n\u{1}".repeat(700);
        let history = (1..40).map(|seq| action(seq, &words)).collect();
        let whole = WholeBook::of(Book::default(), history);
        let one = of(&action(1, &words)).unwrap();
        let all = of(&whole).unwrap();
        assert!(all.len() > 39 * one.len());
        for bytes in [&one, &all, &of(&whole.book).unwrap()] {
            assert_eq!(bytes.capacity(), bytes.len());
        }
        assert_eq!(*all, serde_json::to_vec(&whole).unwrap());
    }

    #[test]
    fn a_buffer_that_was_measured_fails_before_it_grows() {
        let mut measured = Measured(Zeroizing::new(Vec::with_capacity(4)));
        let room = measured.0.capacity();
        assert!(measured.write_all(&vec![1; room]).is_ok());
        assert!(measured.write_all(&[1]).is_err());
        assert_eq!((measured.0.len(), measured.0.capacity()), (room, room));
    }
}
