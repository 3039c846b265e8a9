//! Bytes that somebody made up, read as `import`.
#![no_main]

#[path = "../run.rs"]
mod run;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| run::fuzz("import", bytes));
