//! Bytes that somebody made up, or made out of good ones: every reader ends in an answer or an
//! error, soon, and never falls over.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use landvast_model::{Book, TABLE, exchange};
use landvast_seal::{
    DataKey, Header, KdfCost, Key, Keys, Mark, Place, Record, RecordHash, RecordKind, Secret, Slot,
    SlotRandom, Snapshot, VaultId,
};
use landvast_tests::{Chance, example};

use crate::Length;
use crate::tally::{Tally, Verdict};

/// Nobody waits longer for a file that is nonsense.
const SOON: Duration = Duration::from_secs(5);

/// Something that reads bytes from outside.
struct Target {
    name: &'static str,
    /// Good bytes, to make bad ones of.
    good: Vec<u8>,
    /// Reads; gives back whether it took the bytes for whole.
    read: Box<dyn Fn(&[u8]) -> bool>,
    /// Whether changed bytes that are taken for whole are wrong.
    is_sealed: bool,
}

fn data_key() -> DataKey {
    DataKey::make(Secret::take(&mut [3; 32]))
}

fn keys() -> Keys {
    data_key().derive_keys(VaultId([1; 16]))
}

fn targets() -> Vec<Target> {
    let place = Place { epoch: 1, sequence: 1 };
    let payload = b"{\"seq\":1,\"at\":\"2026-11-02T10:00:00Z\",\"ops\":[]}";
    let kind = RecordKind::Action;
    let record = Record::seal(&keys(), place, RecordHash::NONE, kind, payload, [5; 24]).unwrap();
    let snapshot = Snapshot::seal(&keys(), place, RecordHash::of(&record), b"{}", [6; 24]).unwrap();
    let random = SlotRandom { id: [1; 8], salt: [2; 16], nonce: [3; 24] };
    let device = Secret::take(&mut [9; 32]);
    let key = Key::Device(&device);
    let slot = Slot::make(key, KdfCost::FLOOR, &data_key(), VaultId([1; 16]), 1, random).unwrap();
    let header = Header::first(&keys(), vec![slot]).unwrap();
    let (mark, _) = Mark::seal(&keys(), place);
    vec![
        Target {
            name: "header",
            good: header.to_bytes(),
            read: Box::new(|bytes| {
                let device = Secret::take(&mut [9; 32]);
                Header::read(bytes).is_ok_and(|header| header.unlock(Key::Device(&device)).is_ok())
            }),
            is_sealed: true,
        },
        Target {
            name: "record",
            good: record,
            read: Box::new(|bytes| {
                Record::find_in(bytes).count();
                Record::open(&keys(), bytes).is_ok()
            }),
            is_sealed: true,
        },
        Target {
            name: "snapshot",
            good: snapshot,
            read: Box::new(|bytes| Snapshot::open(&keys(), bytes).is_ok()),
            is_sealed: true,
        },
        Target {
            name: "mark",
            good: mark.to_vec(),
            // Of its two slots only one is here, so bytes around it may be anything: what it says
            // has to be what was sealed.
            read: Box::new(move |bytes| Mark::open(&keys(), bytes).is_ok_and(|said| said != place)),
            is_sealed: true,
        },
        Target {
            name: "import",
            good: example::text("half.nl").into_bytes(),
            read: Box::new(|bytes| {
                let text = String::from_utf8_lossy(bytes);
                let mut id = 0;
                let mut new_id = || {
                    id += 1;
                    id
                };
                exchange::import(&TABLE, &Book::default(), &text, &mut new_id).is_ok()
            }),
            is_sealed: false,
        },
    ]
}

pub(crate) fn run(chance: &mut Chance, length: Length) -> Tally {
    let mut tally = Tally::default();
    for target in targets() {
        for round in 0..length.of(300, 4_000, 100_000) {
            let bytes = made_up(&target.good, chance);
            let began = Instant::now();
            let read = catch_unwind(AssertUnwindSafe(|| (target.read)(&bytes)));
            let verdict = match read {
                Err(_) => Verdict::Panicked,
                Ok(true) if target.is_sealed && bytes != target.good => Verdict::Wrong,
                Ok(_) if began.elapsed() > SOON => Verdict::Lost,
                Ok(_) => Verdict::Survived,
            };
            tally.count(verdict, || format!("{} {round}, {} bytes", target.name, bytes.len()));
        }
    }
    tally
}

/// Bytes out of nothing, or good ones that were changed in a few places.
fn made_up(good: &[u8], chance: &mut Chance) -> Vec<u8> {
    if chance.happens(10) {
        return (0..chance.below(2_000)).map(|_| byte(chance)).collect();
    }
    let mut bytes = good.to_vec();
    for _ in 0..=chance.below(4) {
        let length = u64::try_from(bytes.len()).unwrap();
        let mut place = || usize::try_from(chance.below(length + 1)).unwrap();
        let (from, to) = (place(), place());
        let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 400));
        match chance.below(6) {
            0 => bytes.truncate(to),
            1 => drop(bytes.drain(from..to)),
            2 => {
                let again = bytes.get(from..to).unwrap().to_vec();
                drop(bytes.splice(from..from, again));
            }
            3 => {
                let extreme = chance.one_of(&[0, 0x7F, 0x80, 0xFF]);
                bytes.get_mut(from..to).unwrap().fill(extreme);
            }
            _ => {
                if let Some(at) = bytes.get_mut(from) {
                    *at = byte(chance);
                }
            }
        }
    }
    bytes
}

fn byte(chance: &mut Chance) -> u8 {
    u8::try_from(chance.below(256)).unwrap()
}
