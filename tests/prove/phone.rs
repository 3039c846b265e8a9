//! Makes sure that this program was built on the branch of the store that phones get.

use crate::deed::Deed;
use crate::strace;
use crate::tally::{Tally, Verdict};
use crate::words::Author;

/// What sled calls on Linux and nowhere else.
const ONLY_ON_LINUX: &str = "sync_file_range";

pub(crate) fn run() -> Tally {
    if !strace::works() {
        return Tally::skipped("strace is missing or may not watch here");
    }
    let home = tempfile::tempdir().unwrap();
    let calls = strace::counts(Deed::Write(3, Author::USUAL), &home.path().join("plan"));
    let made = |name: &str| calls.iter().any(|(call, _)| *call == name);
    let is_of_phones = made("pwrite64") && made("fsync") && !made(ONLY_ON_LINUX);
    let verdict = if is_of_phones { Verdict::Survived } else { Verdict::Wrong };
    let mut tally = Tally::default();
    tally.count(verdict, || format!("this is the branch of Linux: {calls:?}"));
    tally
}
