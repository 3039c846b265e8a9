//! A process is killed at every call that changes a disk, in everything that it does to a vault.

use landvast_tests::Chance;

use crate::judge::{End, judge};
use crate::scene::{Scene, begin_again};
use crate::tally::Tally;
use crate::{Length, strace};

pub(crate) fn run(_: &mut Chance, length: Length) -> Tally {
    if !strace::works() {
        return Tally::skipped("strace is missing or may not watch here");
    }
    let most = length.of(2, u64::MAX, u64::MAX);
    let mut tally = Tally::default();
    let mut missed = 0;
    for scene in Scene::ALL {
        let home = tempfile::tempdir().unwrap();
        let (whole, broken) = (home.path().join("whole"), home.path().join("broken"));
        let vault = Scene::vault_in(&broken);
        scene.set_up(&whole);
        begin_again(&whole, &broken);
        for (call, last) in strace::counts(scene.deed, &vault) {
            for number in strace::spread(last, most) {
                begin_again(&whole, &broken);
                let options = [
                    "-o".to_owned(),
                    "/dev/null".to_owned(),
                    "-e".to_owned(),
                    format!("trace={call}"),
                    "-e".to_owned(),
                    format!("inject={call}:signal=KILL:when={number}"),
                ];
                let said = strace::does(scene.deed, &vault, scene.actions, &options);
                if said.end != End::Killed {
                    missed += 1;
                    continue;
                }
                let verdict = judge(&vault, &said, scene.mercy());
                tally.count(verdict, || {
                    format!("{}, killed at {call} {number} of {last}, {said:?}", scene.name())
                });
            }
        }
    }
    tally.note(format!("{missed} calls were not made the second time, so nothing was killed"));
    tally
}
