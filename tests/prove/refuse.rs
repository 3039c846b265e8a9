//! Every call that changes a disk is refused in turn: once, or from then on.

use landvast_tests::{Chance, folder};

use crate::deed;
use crate::judge::{Mercy, judge};
use crate::sweep::DEEDS;
use crate::tally::Tally;
use crate::{Length, strace};

/// Which calls the system refuses for which reason.
const REFUSALS: &[(&str, &[&str])] = &[
    ("ENOSPC", &["write", "pwrite64", "fsync", "ftruncate", "rename", "mkdir", "openat"]),
    ("EIO", &["write", "pwrite64", "fsync", "fdatasync", "sync_file_range", "rename", "unlink"]),
    ("EACCES", &["openat", "rename", "unlink", "mkdir"]),
];

pub(crate) fn run(_: &mut Chance, length: Length) -> Tally {
    if !strace::works() {
        return Tally::skipped("strace is missing or may not watch here");
    }
    let most = length.of(1, 4, u64::MAX);
    let mut tally = Tally::default();
    let mut missed = 0;
    for (deed, actions) in DEEDS {
        let home = tempfile::tempdir().unwrap();
        let (whole, broken) = (home.path().join("whole"), home.path().join("broken"));
        if *actions > 0 {
            deed::make(&whole, *actions);
        }
        let fresh = || {
            drop(std::fs::remove_dir_all(&broken));
            drop(std::fs::remove_dir_all(broken.with_extension("new")));
            if *actions > 0 {
                folder::copy(&whole, &broken);
            }
        };
        fresh();
        let counts = strace::counts(*deed, &broken);
        for (reason, calls) in REFUSALS {
            for (call, last) in counts.iter().filter(|(call, _)| calls.contains(call)) {
                // The program itself is loaded by the first calls: those are not ours.
                let first = if *call == "openat" { 8.min(*last) } else { 1 };
                for number in strace::spread(last - first + 1, most).iter().map(|n| n + first - 1) {
                    for ever in ["", "+"] {
                        fresh();
                        let inject = format!("{call}:error={reason}:when={number}{ever}");
                        // Threads take turns: a call that was not made was not refused either.
                        let Some(said) = strace::refused(*deed, &broken, *actions, &inject) else {
                            missed += 1;
                            continue;
                        };
                        let verdict = judge(&broken, &said, Mercy::None);
                        tally.count(verdict, || {
                            let name = deed.name();
                            format!("{name}, {reason} at {call} {number}{ever} of {last}, {said:?}")
                        });
                    }
                }
            }
        }
    }
    tally.note(format!("{missed} calls were not made the second time, so nothing was refused"));
    tally
}
