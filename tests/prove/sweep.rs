//! A process is killed at every call that changes a disk, in everything that it does to a vault.

use landvast_tests::{Chance, folder};

use crate::deed::{self, Deed};
use crate::judge::{Mercy, judge};
use crate::tally::Tally;
use crate::{Length, strace};

/// What is done, and how many actions the vault has before.
pub(crate) const DEEDS: &[(Deed, u64)] = &[
    (Deed::Create, 0),
    (Deed::Write(4), 33),
    (Deed::Lock, 52),
    (Deed::Rekey, 12),
    (Deed::Compact, 60),
    (Deed::Renew, 20),
];

pub(crate) fn run(_: &mut Chance, length: Length) -> Tally {
    if !strace::works() {
        return Tally::skipped("strace is missing or may not watch here");
    }
    let most = length.of(4, u64::MAX, u64::MAX);
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
        for (call, last) in strace::counts(*deed, &broken) {
            for number in strace::spread(last, most) {
                fresh();
                let options = [
                    "-o".to_owned(),
                    "/dev/null".to_owned(),
                    "-e".to_owned(),
                    format!("trace={call}"),
                    "-e".to_owned(),
                    format!("inject={call}:signal=KILL:when={number}"),
                ];
                let said = strace::does(*deed, &broken, *actions, &options);
                if !said.killed {
                    missed += 1;
                    continue;
                }
                let verdict = judge(&broken, &said, Mercy::None);
                tally.count(verdict, || {
                    format!("{}, killed at {call} {number} of {last}, {said:?}", deed.name())
                });
            }
        }
    }
    tally.note(format!("{missed} calls were not made the second time, so nothing was killed"));
    tally
}
