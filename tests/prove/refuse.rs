//! Every call that changes a disk is refused in turn: once, or from then on. And a small disk is really
//! full.

use landvast_tests::Chance;

use crate::disk::SmallDisk;
use crate::judge::judge;
use crate::scene::{Scene, begin_again};
use crate::tally::Tally;
use crate::{Length, strace};

/// Which calls the system refuses for which reason.
const REFUSALS: &[(&str, &[&str])] = &[
    ("ENOSPC", &["write", "pwrite64", "fsync", "ftruncate", "rename", "mkdir", "openat"]),
    ("EIO", &["write", "pwrite64", "fsync", "fdatasync", "sync_file_range", "rename", "unlink"]),
    ("EACCES", &["openat", "rename", "unlink", "mkdir"]),
];

pub(crate) fn run(chance: &mut Chance, length: Length) -> Tally {
    let mut tally = calls(length);
    tally.add(&full_disk(chance, length));
    tally
}

fn calls(length: Length) -> Tally {
    if !strace::works() {
        return Tally::skipped("strace is missing or may not watch here");
    }
    let most = length.of(1, 4, u64::MAX);
    let mut tally = Tally::default();
    let mut missed = 0;
    for scene in Scene::ALL {
        let home = tempfile::tempdir().unwrap();
        let (whole, broken) = (home.path().join("whole"), home.path().join("broken"));
        let vault = Scene::vault_in(&broken);
        scene.set_up(&whole);
        begin_again(&whole, &broken);
        let counts = strace::counts(scene.deed, &vault);
        for (reason, calls) in REFUSALS {
            for (call, last) in counts.iter().filter(|(call, _)| calls.contains(call)) {
                // The program itself is loaded by the first calls: those are not ours.
                let first = if *call == "openat" { 8.min(*last) } else { 1 };
                for number in strace::spread(last - first + 1, most).iter().map(|n| n + first - 1) {
                    for ever in ["", "+"] {
                        begin_again(&whole, &broken);
                        let inject = format!("{call}:error={reason}:when={number}{ever}");
                        // Threads take turns: a call that was not made was not refused either.
                        let Some(said) = strace::refused(*scene, &vault, &inject) else {
                            missed += 1;
                            continue;
                        };
                        let verdict = judge(&vault, &said, scene.mercy());
                        tally.count(verdict, || {
                            let name = scene.name();
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

/// A disk that is really full, or nearly, while something is done: what was acknowledged is there as
/// soon as there is room again, and nothing hangs.
fn full_disk(chance: &mut Chance, length: Length) -> Tally {
    let mut tally = Tally::default();
    for scene in Scene::ALL {
        for round in 0..length.of(1, 6, 60) {
            let Some(disk) = SmallDisk::of_megabytes(24) else {
                tally.note("skipped: nobody here may mount a small disk".to_owned());
                return tally;
            };
            let home = disk.path().join("home");
            scene.set_up(&home);
            let vault = Scene::vault_in(&home);
            let left = chance.one_of(&[0, 1, 4, 16]) * chance.below(256 * 1024);
            disk.fill_but(left);
            let said = strace::hear(strace::process(&vault, &scene.deed.name()), scene.actions);
            disk.make_room();
            let verdict = judge(&vault, &said, scene.mercy());
            tally.count(verdict, || {
                format!("{}, round {round}, {left} bytes left on the disk, {said:?}", scene.name())
            });
        }
    }
    tally
}
