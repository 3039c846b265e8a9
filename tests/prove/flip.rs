//! Bytes of every file of a vault, and of a backup, are changed, wiped, or cut off there.

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use landvast::{Backup, read_backup_words};
use landvast_tests::{Chance, folder};

use crate::Length;
use crate::deed::{self, SIX_WORDS, backup_of};
use crate::judge::{Mercy, Said, judge};
use crate::scene::write_backup;
use crate::tally::{Tally, Verdict};

/// Enough for two snapshots, and actions after the newer one.
const ACTIONS: u64 = 117;

/// What is done to a file at one place.
#[derive(Clone, Copy, Debug)]
enum Harm {
    Flipped,
    Wiped,
    CutOff,
}

impl Harm {
    const ALL: [Self; 3] = [Self::Flipped, Self::Wiped, Self::CutOff];

    fn on(self, bytes: &[u8], at: usize, chance: &mut Chance) -> Vec<u8> {
        let mut harmed = bytes.to_vec();
        let turn = u8::try_from(1 + chance.below(255)).unwrap();
        match self {
            Self::CutOff => harmed.truncate(at),
            Self::Flipped => {
                if let Some(byte) = harmed.get_mut(at) {
                    *byte ^= turn;
                }
            }
            Self::Wiped => {
                let end = (at + 16).min(harmed.len());
                harmed.get_mut(at..end).into_iter().flatten().for_each(|byte| *byte = 0);
            }
        }
        harmed
    }
}

pub(crate) fn run(chance: &mut Chance, length: Length) -> Tally {
    let mut tally = vault(chance, length);
    tally.add(&backup(chance, length));
    tally
}

fn vault(chance: &mut Chance, length: Length) -> Tally {
    let home = tempfile::tempdir().unwrap();
    let (whole, broken) = (home.path().join("whole"), home.path().join("broken"));
    deed::make(&whole, ACTIONS);
    let said = Said::acknowledged(ACTIONS);
    let mut tally = Tally::default();
    let mut harm_one = |name: &Path, at: usize, harm: Harm, chance: &mut Chance| {
        drop(fs::remove_dir_all(&broken));
        folder::copy(&whole, &broken);
        let bytes = fs::read(whole.join(name)).unwrap();
        fs::write(broken.join(name), harm.on(&bytes, at, chance)).unwrap();
        let verdict = judge(&broken, &said, Mercy::SalvagePart);
        tally.count(verdict, || format!("{} {harm:?} at {at}", name.display()));
    };
    for name in files(&whole) {
        let size = usize::try_from(fs::metadata(whole.join(&name)).unwrap().len()).unwrap();
        let in_store = name.starts_with("store.1");
        let places: Vec<usize> = if in_store {
            let tries = length.of(40, 2_000, 50_000) / store_files(&whole);
            let size = u64::try_from(size).unwrap();
            (0..tries).map(|_| usize::try_from(chance.below(size)).unwrap()).collect()
        } else {
            let step = usize::try_from(length.of(61, 1, 1)).unwrap();
            (0..size).step_by(step).collect()
        };
        for at in places {
            if in_store || length != Length::Long {
                let harm = chance.one_of(&Harm::ALL);
                harm_one(&name, at, harm, chance);
            } else {
                for harm in Harm::ALL {
                    harm_one(&name, at, harm, chance);
                }
            }
        }
    }
    tally
}

/// A backup is taken whole or not at all.
fn backup(chance: &mut Chance, length: Length) -> Tally {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("plan");
    write_backup(&path, 3);
    let good = fs::read(backup_of(&path)).unwrap();
    let words = read_backup_words(SIX_WORDS).unwrap();
    let mut tally = Tally::default();
    let step = usize::try_from(length.of(61, 1, 1)).unwrap();
    for at in (0..good.len()).step_by(step) {
        let harm = chance.one_of(&Harm::ALL);
        let bytes = harm.on(&good, at, chance);
        let opened = catch_unwind(|| Backup::open(&bytes, &words).is_ok());
        let verdict = match opened {
            Err(_) => Verdict::Panicked,
            Ok(true) if bytes != good => Verdict::Wrong,
            Ok(_) => Verdict::Survived,
        };
        tally.count(verdict, || format!("backup {harm:?} at {at}"));
    }
    tally
}

/// Every file that holds something, by its path within the vault.
fn files(vault: &Path) -> Vec<PathBuf> {
    let holds = |name: &Path| !name.ends_with("lock") && !name.ends_with("reserve");
    let all = folder::files(vault).into_iter().filter(|(_, bytes)| !bytes.is_empty());
    all.map(|(path, _)| path.strip_prefix(vault).unwrap().to_owned())
        .filter(|name| holds(name))
        .collect()
}

fn store_files(vault: &Path) -> u64 {
    let count = files(vault).iter().filter(|name| name.starts_with("store.1")).count();
    u64::try_from(count).unwrap()
}
