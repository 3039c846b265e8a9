//! Reading and writing the open file in tests.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file takes what it needs, and may stop where it stands"
)]

use std::sync::atomic::{AtomicU64, Ordering};

use landvast_model::action::fold;
use landvast_model::edit::Problem;
use landvast_model::exchange::{Fault, import};
use landvast_model::{Action, Book, Op, TABLE};

pub(crate) fn read_in(book: &Book, text: &str) -> Result<Vec<Op>, Vec<Fault>> {
    // Ids that nobody has yet.
    static NEXT: AtomicU64 = AtomicU64::new(0x1000);
    import(&TABLE, book, text, &mut || NEXT.fetch_add(1, Ordering::Relaxed))
}

pub(crate) fn faults(text: &str) -> Vec<(String, Problem)> {
    let found = read_in(&Book::default(), text).expect_err("this file has faults");
    found.into_iter().map(|fault| (fault.at, fault.problem)).collect()
}

pub(crate) fn taken_over(book: &Book, text: &str) -> Book {
    let ops = read_in(book, text).unwrap();
    let at = "2026-03-01T10:00:00Z".parse().unwrap();
    fold(book.clone(), &[Action { seq: book.seq + 1, at, ops, undoes: None }])
}
