//! Saving an answer, opening a vault, changing what opens it, folding a log, and years of saving.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use chrono::{DateTime, Utc};
use landvast::{Device, KdfCost};
use landvast_model::action::fold;
use landvast_model::exchange::import;
use landvast_model::keep::Keep;
use landvast_model::{Action, Answer, Book, Op, Person, PersonId, Place, TABLE, Value};
use landvast_seal::{
    DataKey, Key, Place as InLog, Record, RecordHash, RecordKind, Secret, VaultId,
};
use landvast_tests::{example, folder as folders};
use landvast_vault::{Around, First, Vault};

use crate::{Figure, folder, in_turns, median, time};

/// How many answers the vault has that is opened.
const ANSWERS: usize = 150;
/// How many actions the log has that is long.
const ACTIONS: u64 = 5_000;
/// How many answers somebody saves in a long life: ten a day for twenty-seven years.
const SAVES: u64 = 100_000;
/// How often a plan is locked that is written in a lot; then it is asked whether its log is too long.
const SAVES_A_SITTING: u64 = 500;

fn around() -> Around {
    let random = (Device::this()).random;
    Around::now(Box::new(move |bytes| {
        random(bytes).map_err(|_| std::io::ErrorKind::Unsupported.into())
    }))
}

fn device_key() -> Secret<32> {
    Secret::take(&mut [7; 32])
}

fn at() -> DateTime<Utc> {
    "2026-11-02T10:00:00.123456789Z".parse().unwrap()
}

fn action(seq: u64, op: Op) -> Action {
    Action { seq, at: at(), ops: vec![op], undoes: None }
}

/// An answer of usual length, another one each time.
fn written(seq: u64) -> Op {
    let words = format!("Ga rustig naast me zitten en zeg mijn naam, {seq} keer als het moet.");
    let field = TABLE.field("c.first").unwrap().key();
    Op::Write { place: Place::Plan, field, answer: Answer::new(Value::Text(words)) }
}

fn made(path: &Path) -> Vault {
    let key = device_key();
    let first = action(1, written(1));
    let keys = [Key::Device(&key)];
    Vault::create(path, &keys, KdfCost::FLOOR, First::Action(&first), around()).unwrap()
}

/// How many bytes an action takes once it is sealed.
fn sealed_length(action: &Action) -> usize {
    let keys = DataKey::make(device_key()).derive_keys(VaultId([1; 16]));
    let place = InLog { epoch: 1, sequence: action.seq };
    let payload = serde_json::to_vec(action).unwrap();
    let kind = RecordKind::Action;
    Record::seal(&keys, place, RecordHash::NONE, kind, &payload, [5; 24]).unwrap().len()
}

/// Saving one answer, acknowledged, beside what the disk takes at the very least.
pub(crate) fn saving() -> Figure {
    let home = folder();
    let mut vault = made(&home.path().join("plan"));
    let mut bare =
        File::options().create(true).append(true).open(home.path().join("bare")).unwrap();
    let block = vec![0x5A; sealed_length(&action(1, written(1)))];
    let mut save = || {
        let seq = vault.sequence() + 1;
        let action = action(seq, written(seq));
        time(|| vault.save(&action).unwrap()).0
    };
    let mut append = || {
        time(|| {
            bare.write_all(&block).unwrap();
            bare.sync_all().unwrap();
        })
        .0
    };
    in_turns(20, &mut save, &mut append);
    let (value, least) = in_turns(400, save, append);
    Figure {
        what: "saving one answer, acknowledged",
        value,
        unit: "ms",
        beside: Some(("append and fsync of the same bytes", least)),
        most: Some(2.0 * least),
    }
}

/// The edits of a believable plan, and as many more as make it `ANSWERS` answers.
fn edits() -> Vec<Op> {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        next
    };
    let text = example::text("noor.nl");
    let mut ops = import(&TABLE, &Book::default(), &text, &mut new_id).unwrap();
    let answers = |ops: &[Op]| ops.iter().filter(|op| matches!(op, Op::Write { .. })).count();
    let mut more = 1000;
    while answers(&ops) < ANSWERS {
        more += 1;
        let id = PersonId(more);
        ops.push(Op::AddPerson { id });
        for (field, words) in [("d.name", "Vriendin van vroeger"), ("d.may_tell", "Alles, graag.")]
        {
            let field = TABLE.field(field).unwrap().key();
            let answer = Answer::new(Value::Text(words.to_owned()));
            ops.push(Op::Write { place: Place::Person(id), field, answer });
        }
    }
    ops
}

fn fill(path: &Path, ops: &[Op], actions: u64) {
    let mut vault = made(path);
    let writes: Vec<&Op> = ops.iter().filter(|op| matches!(op, Op::Write { .. })).collect();
    for op in ops.iter().chain(writes.into_iter().cycle()) {
        let is_new = vault.book().all_answers().count() < ANSWERS;
        if vault.sequence() >= actions && !is_new {
            break;
        }
        let seq = vault.sequence() + 1;
        vault.save(&action(seq, op.clone())).unwrap();
    }
    vault.lock().unwrap();
}

/// Opening a vault without deriving a key, and folding a log in memory.
pub(crate) fn opening() -> Vec<Figure> {
    let home = folder();
    let (short, long) = (home.path().join("short"), home.path().join("long"));
    let ops = edits();
    fill(&short, &ops, 0);
    fill(&long, &ops, ACTIONS);
    let open = |path: &Path| {
        let key = device_key();
        let (took, opened) = time(|| Vault::open(path, Key::Device(&key), around()).unwrap());
        assert!(opened.0.book().all_answers().count() >= ANSWERS);
        assert_eq!(opened.1, []);
        took
    };
    in_turns(3, || open(&short), || open(&long));
    let (little, much) = in_turns(100, || open(&short), || open(&long));
    vec![
        Figure {
            what: "opening a vault of 150 answers, no derivation",
            value: little,
            unit: "ms",
            beside: None,
            most: Some(15.0),
        },
        Figure {
            what: "the same with 5,000 actions in the log",
            value: much,
            unit: "ms",
            beside: Some(("without them", little)),
            most: Some(2.0 * little),
        },
        folding(&ops),
    ]
}

/// What it takes to change what opens a vault with a long log, but for the derivation of the key:
/// a device's key needs next to none, and everything after it is the same for a passphrase.
pub(crate) fn new_key() -> Figure {
    let home = folder();
    let path = home.path().join("plan");
    fill(&path, &edits(), ACTIONS);
    let key = device_key();
    let (mut vault, _) = Vault::open(&path, Key::Device(&key), around()).unwrap();
    let mut change = || time(|| vault.set_key(Key::Device(&key), KdfCost::DEFAULT).unwrap()).0;
    Figure {
        what: "a new passphrase, 5,000 actions, beyond the derivation",
        value: median((0..60).map(|_| change()).collect()),
        unit: "ms",
        beside: None,
        most: Some(50.0),
    }
}

/// What is left of many years of writing: how large the vault ever was, and how long it takes to
/// open. It is written in memory, since nobody can wait for that many syncs, and opened on the disk.
pub(crate) fn lasting() -> Vec<Figure> {
    let in_memory = Path::new("/dev/shm");
    let quick =
        if in_memory.is_dir() { tempfile::tempdir_in(in_memory).unwrap() } else { folder() };
    let written = quick.path().join("plan");
    let most = write_for_years(&written);
    let home = folder();
    let path = home.path().join("plan");
    folders::copy(&written, &path);
    let open = || {
        let key = device_key();
        let (took, opened) = time(|| Vault::open(&path, Key::Device(&key), around()).unwrap());
        assert_eq!((opened.0.sequence(), opened.1), (SAVES, vec![]));
        took
    };
    vec![
        Figure {
            what: "a vault of 150 answers at its largest, 100,000 saves",
            value: most,
            unit: "MB",
            beside: None,
            // What is kept of the past, twice while sled writes it; then 8 MB, and one sitting more.
            most: Some(24.0),
        },
        Figure {
            what: "opening it after all of them, no derivation",
            value: median((0..60).map(|_| open()).collect()),
            unit: "ms",
            beside: None,
            most: Some(30.0),
        },
    ]
}

/// Saves and locks, as the keeper does it, and gives the most bytes that it ever took, in MB.
fn write_for_years(path: &Path) -> f64 {
    let ops = edits();
    let writes: Vec<&Op> = ops.iter().filter(|op| matches!(op, Op::Write { .. })).collect();
    let mut all = ops.iter().chain(writes.into_iter().cycle());
    let mut vault = made(path);
    let mut most = 0;
    while vault.sequence() < SAVES {
        let seq = vault.sequence() + 1;
        vault.save(&action(seq, all.next().unwrap().clone())).unwrap();
        if seq.is_multiple_of(SAVES_A_SITTING) {
            let info = vault.info();
            most = most.max(info.store_bytes + info.snapshot_bytes);
            if vault.wants_compaction() {
                vault.compact(&Keep::default()).unwrap();
            }
        }
    }
    vault.lock().unwrap();
    f64::from(u32::try_from(most).unwrap()) / 1_000_000.0
}

fn folding(ops: &[Op]) -> Figure {
    let people = (1..=10).map(PersonId);
    let people = people.map(|id| Person { id, answers: std::collections::BTreeMap::new() });
    let base = Book { people: people.collect(), ..Book::default() };
    let actions: Vec<Action> =
        (1..=10_000).zip(ops.iter().cycle()).map(|(seq, op)| action(seq, op.clone())).collect();
    let times = (0..15).map(|_| {
        let (took, book) = time(|| fold(base.clone(), &actions));
        assert_eq!(book.seq, 10_000);
        took
    });
    Figure {
        what: "folding 10,000 actions",
        value: median(times.collect()),
        unit: "ms",
        beside: None,
        most: Some(50.0),
    }
}
