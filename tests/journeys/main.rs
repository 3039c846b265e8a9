//! End to end, through the one door: a person writes, locks, unlocks, prints, undoes, recovers;
//! and what happens when something is in the way.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may stop where it stands, and says what it could not do"
)]

mod aviary;
mod backups;
mod canary;
mod disk;
mod everyday;
mod frozen;
mod full_disk;
mod kills;
mod lasting;
mod leaving;
mod letters;
mod one_field_more;
mod pdf;
mod process;
mod refusals;
mod silence;
