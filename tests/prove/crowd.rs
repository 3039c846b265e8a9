//! Two processes and eight threads want the same vault. One has it at a time, and nothing mixes.

use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use landvast_seal::Key;
use landvast_tests::Chance;
use landvast_vault::{Vault, VaultError};

use crate::deed::{self, Deed, action, around, old_key};
use crate::judge::{Mercy, Said, judge};
use crate::tally::Tally;
use crate::{Length, strace};

pub(crate) fn run(chance: &mut Chance, length: Length) -> Tally {
    let mut tally = Tally::default();
    for round in 0..length.of(2, 6, 60) {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("plan");
        deed::make(&path, 1 + chance.below(60));
        let newest = AtomicU64::new(0);
        let fell = AtomicBool::new(false);
        let note = |seq: u64| newest.fetch_max(seq, Ordering::Relaxed);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    for _ in 0..5 {
                        let mut command = Command::new(strace::this_program());
                        command.arg("deed").arg(&path).arg(Deed::Write(3).name());
                        note(strace::hear(command, 0).acknowledged);
                    }
                });
            }
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..5 {
                        let key = old_key();
                        match Vault::open(&path, Key::Device(&key), around()) {
                            Ok((mut vault, _)) => {
                                let seq = vault.sequence() + 1;
                                if vault.save(&action(seq)).is_ok() {
                                    note(seq);
                                }
                            }
                            Err(VaultError::InUse) => thread::yield_now(),
                            Err(_) => fell.store(true, Ordering::Relaxed),
                        }
                    }
                });
            }
        });
        let (acknowledged, fell) = (newest.into_inner(), fell.into_inner());
        let said = Said { acknowledged, fell, ..Said::default() };
        let verdict = judge(&path, &said, Mercy::None);
        tally.count(verdict, || format!("round {round}: {said:?}"));
    }
    tally
}
