//! Bytes that somebody made up, read as `mark`.
#![no_main]

#[path = "../run.rs"]
mod run;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| run::fuzz("mark", bytes));
