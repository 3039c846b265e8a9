//! The command as its owner meets it: every command, every sentence that says no, every question.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

mod bad_input;
mod canary;
mod changes;
mod help;
mod journey;
mod keeping;
mod new_field;
mod older_copy;
mod others;
mod owner;
mod papers;
mod people;
mod secrets;
mod session;
mod stopping;
mod typed;
