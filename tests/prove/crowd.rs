//! Two processes and eight threads want the same vault. One has it at a time, and nothing mixes:
//! each action is by whoever had it acknowledged, and no two had the same one.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

use landvast_seal::Key;
use landvast_tests::Chance;
use landvast_vault::{Vault, VaultError};

use crate::deed::{self, Deed, around};
use crate::judge::{End, Mercy, Said, judge};
use crate::keys::old_key;
use crate::tally::{Tally, Verdict};
use crate::words::{Author, action};
use crate::{Length, strace};

/// Who is in the crowd.
const PROCESSES: [Author; 2] = [Author(1), Author(2)];
const THREADS: [Author; 8] = [
    Author(11),
    Author(12),
    Author(13),
    Author(14),
    Author(15),
    Author(16),
    Author(17),
    Author(18),
];
/// How often each of them comes by.
const TIMES: u64 = 5;

/// What was acknowledged to whom.
#[derive(Debug, Default)]
struct Book {
    by: BTreeMap<u64, Author>,
    /// The same number was acknowledged to two.
    is_mixed: bool,
    /// Somebody was told something else than that the vault is in use.
    turned_away: Option<VaultError>,
    /// How a process ended that did not end by itself.
    end: End,
}

impl Book {
    fn note(&mut self, seq: u64, author: Author) {
        self.is_mixed |= self.by.insert(seq, author).is_some();
    }
}

pub(crate) fn run(chance: &mut Chance, length: Length) -> Tally {
    let mut tally = Tally::default();
    let mut written = 0;
    for round in 0..length.of(2, 6, 60) {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("plan");
        deed::make(&path, 1 + chance.below(60));
        let book = Mutex::new(Book::default());
        thread::scope(|scope| {
            for author in PROCESSES {
                let (path, book) = (&path, &book);
                scope.spawn(move || {
                    for _ in 0..TIMES {
                        let deed = Deed::Write(3, author);
                        let said = strace::hear(strace::process(path, &deed.name()), 0);
                        let mut book = book.lock().unwrap();
                        if said.end != End::ByItself {
                            book.end = said.end;
                        }
                        said.stored.iter().for_each(|seq| book.note(*seq, author));
                    }
                });
            }
            for author in THREADS {
                let (path, book) = (&path, &book);
                scope.spawn(move || {
                    for _ in 0..TIMES {
                        let key = old_key();
                        match Vault::open(path, Key::Device(&key), around()) {
                            Ok((mut vault, _)) => {
                                let seq = vault.sequence() + 1;
                                if vault.save(&action(seq, author)).is_ok() {
                                    book.lock().unwrap().note(seq, author);
                                }
                            }
                            Err(VaultError::InUse) => thread::yield_now(),
                            Err(other) => book.lock().unwrap().turned_away = Some(other),
                        }
                    }
                });
            }
        });
        let Book { by, is_mixed, turned_away, end } = book.into_inner().unwrap();
        written += by.len();
        let acknowledged = by.last_key_value().map_or(0, |(seq, _)| *seq);
        let said = Said { acknowledged, end, by, ..Said::default() };
        let verdict = match (is_mixed, &turned_away) {
            (true, _) => Verdict::Wrong,
            (false, Some(_)) => Verdict::Lost,
            (false, None) => judge(&path, &said, Mercy::None),
        };
        tally.count(verdict, || format!("round {round}: {turned_away:?}, mixed {is_mixed}"));
    }
    tally.note(format!("{written} actions by ten authors"));
    tally
}
