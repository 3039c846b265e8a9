//! What is written: words that follow from the number of their action and from who wrote it.

use chrono::{DateTime, Utc};
use landvast_model::{Action, Answer, Op, Place, TABLE, Value};
use landvast_tests::writing::{FIELD, words_of};

/// Who wrote an action, when several write at once.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Author(pub(crate) u64);

impl Author {
    /// Whoever writes alone.
    pub(crate) const USUAL: Self = Self(0);
}

/// A chapter is longer than this: sled keeps it in a file of its own.
const CHAPTER: usize = 150_000;

fn at() -> DateTime<Utc> {
    "2026-11-02T10:00:00Z".parse().unwrap()
}

/// The action of this number by this author.
pub(crate) fn action(seq: u64, author: Author) -> Action {
    let words = match author {
        Author::USUAL => words_of(seq),
        Author(number) => format!("{}{BY}{number}.", words_of(seq)),
    };
    writing(seq, FIELD, words)
}

const BY: &str = " Geschreven door ";

/// The action of this number, which is a long one.
pub(crate) fn chapter(seq: u64) -> Action {
    let words = words_of(seq);
    let times = CHAPTER.div_ceil(words.len());
    writing(seq, FIELD, words.repeat(times))
}

/// The action of this number, which writes in a field that no other action writes in.
pub(crate) fn elsewhere(seq: u64) -> Action {
    writing(seq, "c.do", words_of(seq))
}

fn writing(seq: u64, field: &str, words: String) -> Action {
    let field = TABLE.field(field).unwrap().key();
    let answer = Answer::new(Value::Text(words));
    Action {
        seq,
        at: at(),
        ops: vec![Op::Write { place: Place::Plan, field, answer }],
        undoes: None,
    }
}

/// Who wrote this as the action of this number; `None` if nobody did.
pub(crate) fn author_of(value: &Value, seq: u64) -> Option<Author> {
    let Value::Text(text) = value else { return None };
    let words = words_of(seq);
    let rest = text.strip_prefix(words.as_str())?;
    if rest.is_empty() {
        return Some(Author::USUAL);
    }
    if let Some(number) = rest.strip_prefix(BY) {
        return number.strip_suffix('.')?.parse().ok().map(Author);
    }
    let is_chapter =
        text.len() % words.len() == 0 && *text == words.repeat(text.len() / words.len());
    is_chapter.then_some(Author::USUAL)
}
