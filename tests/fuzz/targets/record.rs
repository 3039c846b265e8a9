//! Bytes that somebody made up, read as `record`.
#![no_main]

#[path = "../run.rs"]
mod run;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| run::fuzz("record", bytes));
