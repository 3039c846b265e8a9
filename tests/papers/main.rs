//! Whether the card is one that somebody would carry: its words, its measures, its folds.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]
#![expect(clippy::print_stdout, reason = "a test says what it skips")]

mod card;
mod carried;
mod every;
mod folded;
mod grid;
mod legible;
mod measured;
mod people;
mod whole;
