//! Everything that reads bytes from outside: what is fed with bytes that somebody made up, here and by
//! cargo-fuzz (`tests/fuzz`).

use landvast::{Backup, BackupWords, WorkFactor, read_backup_words};
use landvast_model::{Book, TABLE, exchange};
use landvast_seal::{
    DataKey, Header, KdfCost, Key, Keys, Mark, Place, Record, RecordHash, RecordKind, Secret, Slot,
    SlotRandom, Snapshot, VaultId,
};
use landvast_share::backup;
use landvast_tests::{Owner, example};

/// Reads bytes; gives back whether it took them for whole.
type Reader = Box<dyn Fn(&[u8]) -> bool>;

/// Something that reads bytes from outside.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// Good bytes, to make bad ones of.
    pub(crate) good: Vec<u8>,
    pub(crate) read: Reader,
    /// Whether changed bytes that are taken for whole are wrong.
    pub(crate) is_sealed: bool,
}

/// Six words of the list; what they seal is nobody's.
const SIX_WORDS: &str = "aalbes aanbod aandacht aanhang aankoop aanleg";

/// All of them, the quick ones first.
pub(crate) fn all() -> Vec<Target> {
    let backup_text = backup_text();
    let backup_file = backup::seal(&backup_text, &words(), WorkFactor::for_tests(1)).unwrap();
    let mut all = sealed();
    all.push(Target {
        name: "import",
        good: example::text("half.nl").into_bytes(),
        read: Box::new(imports),
        is_sealed: false,
    });
    all.push(Target {
        name: "backup",
        good: backup_text,
        // What is inside the seal: whoever has the words can make any.
        read: Box::new(|text| {
            let file = backup::seal(text, &words(), WorkFactor::for_tests(1)).unwrap();
            Backup::open(&file, &words()).is_ok()
        }),
        is_sealed: false,
    });
    all.push(Target {
        name: "backup-file",
        good: backup_file,
        read: Box::new(|file| Backup::open(file, &words()).is_ok()),
        is_sealed: true,
    });
    all
}

fn words() -> BackupWords {
    read_backup_words(SIX_WORDS).unwrap()
}

/// What stands in a backup of half a plan.
fn backup_text() -> Vec<u8> {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("half.nl"));
    let file = keeper.backup(&words(), WorkFactor::for_tests(1)).unwrap();
    backup::open(&file, &words()).unwrap().to_vec()
}

fn imports(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut id = 0;
    let mut new_id = || {
        id += 1;
        id
    };
    exchange::import(&TABLE, &Book::default(), &text, &mut new_id).is_ok()
}

fn data_key() -> DataKey {
    DataKey::make(Secret::take(&mut [3; 32]))
}

fn keys() -> Keys {
    data_key().derive_keys(VaultId([1; 16]))
}

/// The files of a vault.
fn sealed() -> Vec<Target> {
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
    let vouched = Mark { newest: place, revision: 3 };
    let (mark, _) = vouched.seal(&keys());
    let target = |name, good, read| Target { name, good, read, is_sealed: true };
    vec![
        target(
            "header",
            header.to_bytes(),
            Box::new(|bytes| {
                let device = Secret::take(&mut [9; 32]);
                Header::read(bytes).is_ok_and(|header| header.unlock(Key::Device(&device)).is_ok())
            }),
        ),
        target(
            "record",
            record,
            Box::new(|bytes| {
                Record::find_in(bytes).count();
                Record::open(&keys(), bytes).is_ok()
            }),
        ),
        target("snapshot", snapshot, Box::new(|bytes| Snapshot::open(&keys(), bytes).is_ok())),
        target(
            "mark",
            mark.to_vec(),
            // Of its two slots only one is here, so bytes around it may be anything: what it says
            // has to be what was sealed.
            Box::new(move |bytes| Mark::open(&keys(), bytes).is_ok_and(|said| said != vouched)),
        ),
    ]
}
