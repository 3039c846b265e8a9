//! The command as its owner meets it: every command, every sentence that says no, every question.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

mod bad_input;
mod canary;
mod changes;
#[expect(clippy::print_stdout, reason = "whoever runs the tests must see that one did nothing")]
#[expect(dead_code, reason = "no command here goes to a place that may only be read")]
#[path = "../journeys/disk.rs"]
mod disk;
mod help;
mod journey;
mod keeping;
mod new_field;
mod older_copy;
mod others;
mod owner;
mod papers;
mod people;
mod replacing;
mod rows;
mod secrets;
mod session;
mod stopping;
mod told;
mod typed;
mod where_it_looked;
