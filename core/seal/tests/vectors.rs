//! Frozen bytes: what was once written opens for ever.
//!
//! The constants were computed by another implementation (Python's hashlib and libsodium) from the
//! drawings in the crate's documentation, not by this crate. A change that moves one of them
//! breaks every vault there is.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, also in what it shares"
)]

use landvast_seal::{
    DataKey, Header, HeaderState, KdfCost, Key, Keys, Mark, Passphrase, Place, Record, RecordHash,
    RecordKind, RecoveryCode, Secret, Slot, SlotRandom, Snapshot, VaultId,
};
use sha2::{Digest, Sha256};

const HEADER: &str = "\
    4c566865616465720001000102030405060708090a0b0c0d0e0f000000020000000300000000000000040103\
    0101010101010101010100004c000000000200000001a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5060606060606\
    0606060606060606060606060606060606068baeb94f9aa0327cf540432bfe41460b795863954598c695c717\
    51c81d8643ee86f731a2ba74e47c30623f741ea7d19d02020202020202020202000000000000000000000000\
    a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5070707070707070707070707070707070707070707070707f872dd68\
    e17cbe8da75125ad638f80ebeb1fa8cce54a4cf5032000adbf14520d262494b9f730b52636f8b3ad7d323626\
    03030303030303030302000000000000000000000000a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5080808080808\
    080808080808080808080808080808080808ed1610d2f475a1a90473d6fd8a5790e708409f6250f82e5f5cdc\
    07b4329bbab64f2acc6e2b20ce31543ac706c6dc535ac0aaf45e7bfb542f5869650cb574e24e79dd1ed87092\
    9eda76c69fa4bab5aefcba4c468f79cb4b8c869c5d704946a860c1cec264965d8612f27dd695ab49c2a8";

const ERASING: &str = "\
    4c566865616465720001000102030405060708090a0b0c0d0e0f000000020000000300000000000000050200\
    7bee8e2dbabebabeccc8fab326d466fe33274b217842666e558107baab6cbb28fd9df246814f31c91d70f0cf\
    74014eff1336d5e6f87a4c21a511c1040a198f7f";

const RECORD: &str = "\
    4c567265636f7264000100000001000000000000000700000110030303030303030303030303030303030303\
    030303030303afa021386cb2436bc89b752e3cbaa9319c7e8e767107ceb7260c5ca2b149742b4ed8ea298892\
    95af87967e16e5555acc88b23255c00ab08dcdd222d2f86c00722e322c8e278b27f043546e6ea00da7273dac\
    b720d24f3851111a49dfd918da861d36c27e73e955efb4121a06b2a19bd23d84380242b1461d61ac322a21e1\
    c8d96daa7979caf444016c36282a5c9c2f82f2053d5037b4efc04236579eb465c2b6c2bfd691b46d529ebd6a\
    a2f4c6b40caba938561e1ae43f91c8b36345f44a6a44e5e36c3396e41cce53ad15cbe86491ff811eb74dd6bf\
    14948c8a0bc1dd6caa30c5954bbaa1ddf2e8c01f4e5286c1dc571130c2683043165967209ea982150d39bfe3\
    6745f1622232b5f36f6f64661f76";

const MARK: &str = "\
    4c566d61726b6572000100000001000000000000000700000000000000000000047e02ff4ecd34b712d412ea\
    2538c112017aafa3cd5e690e5c9e20a8adf6b0af";

const MARK_WITH_REVISION: &str = "\
    4c566d61726b65720001000000010000000000000007000000000000000300004c9c258d7788d2866b12d39f\
    d6eb8792c372991b12c809bd7b5e6391692ab084";

const BOOK_SHA256: &str = "84683e39f48d8da2ef1e91c4b8964c5214f59c25e5a81857dbba197e2ae21cfa";
const SNAPSHOT_SHA256: &str = "65c286f81b09d3367cd49a734882e0cf5b4a3707bb475be17d68898b2cf4449c";

fn vault() -> VaultId {
    VaultId(core::array::from_fn(|index| u8::try_from(index).unwrap()))
}

fn data_key() -> DataKey {
    DataKey::make(Secret::take(&mut [0x42; 32]))
}

fn keys() -> Keys {
    data_key().derive_keys(vault())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(digit).collect()
}

fn digit(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap()
}

fn unhex(text: &str) -> Vec<u8> {
    let digits = text.as_bytes().chunks(2);
    digits.map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

fn passphrase() -> Passphrase {
    Passphrase::new("Zo\u{eb} bij de \u{fb01}ets".as_bytes()).unwrap()
}

fn recovery() -> RecoveryCode {
    RecoveryCode::parse("36D5-W6AS-10CS-QQ48-3141-T6AW-VMY9").unwrap()
}

#[test]
fn the_header_of_version_1_is_written_as_drawn() {
    let (passphrase, recovery, device) = (passphrase(), recovery(), Secret::take(&mut [0x17; 32]));
    let make = |(key, id, nonce)| {
        let random = SlotRandom { id: [id; 8], salt: [0xa5; 16], nonce: [nonce; 24] };
        Slot::make(key, KdfCost::FLOOR, &data_key(), vault(), 2, random).unwrap()
    };
    let device = make((Key::Device(&device), 3, 8));
    let slots = vec![
        make((Key::Passphrase(&passphrase), 1, 6)),
        make((Key::Recovery(&recovery), 2, 7)),
        device.clone(),
    ];
    // So that no two of life, epoch and revision are the same number.
    let header = Header::first(&keys(), slots.clone()).unwrap();
    let header = header.with_log(&keys(), 2).unwrap().renewed(&keys(), 3, slots).unwrap();
    let header = header.with_slot(&keys(), device).unwrap();
    assert_eq!(hex(&header.to_bytes()), HEADER);
    assert_eq!(hex(&header.erasing(&keys()).unwrap().to_bytes()), ERASING);
}

#[test]
fn the_header_of_version_1_opens_with_each_of_its_keys() {
    let header = Header::read(&unhex(HEADER)).unwrap();
    assert_eq!((header.vault, header.life), (vault(), 2));
    assert_eq!((header.epoch, header.revision), (3, 4));
    assert_eq!(header.state, HeaderState::InUse);
    assert_eq!(header.slots()[0].cost(), Some(KdfCost::FLOOR));
    let device = Secret::take(&mut [0x17; 32]);
    for key in [Key::Passphrase(&passphrase()), Key::Recovery(&recovery()), Key::Device(&device)] {
        assert_eq!(header.unlock(key).unwrap(), data_key());
    }
    let erasing = Header::read(&unhex(ERASING)).unwrap();
    assert_eq!((erasing.state, erasing.revision), (HeaderState::Erasing, 5));
    assert!(erasing.slots().is_empty() && erasing.is_by(&keys()));
}

#[test]
fn the_record_of_version_1_is_written_and_read_as_drawn() {
    let place = Place { epoch: 1, sequence: 7 };
    let before = RecordHash([9; 32]);
    let sealed =
        Record::seal(&keys(), place, before, RecordKind::Action, b"Bel Ana", [3; 24]).unwrap();
    assert_eq!(hex(&sealed), RECORD);

    let record = Record::open(&keys(), &unhex(RECORD)).unwrap();
    assert_eq!((record.place, record.before, record.kind), (place, before, RecordKind::Action));
    assert_eq!(*record.payload, b"Bel Ana");
}

#[test]
fn the_whole_book_and_the_snapshot_of_version_1_are_written_as_drawn() {
    let place = Place { epoch: 2, sequence: 8 };
    let kind = RecordKind::WholeBook;
    let book = Record::seal(&keys(), place, RecordHash::NONE, kind, &[b'x'; 300], [4; 24]).unwrap();
    assert_eq!(hex(&Sha256::digest(book)), BOOK_SHA256);

    let place = Place { epoch: 1, sequence: 7 };
    let snapshot = Snapshot::seal(&keys(), place, RecordHash([9; 32]), b"{}", [5; 24]).unwrap();
    assert_eq!(hex(&Sha256::digest(snapshot)), SNAPSHOT_SHA256);
}

#[test]
fn the_mark_of_version_1_is_written_and_read_as_drawn() {
    let place = Place { epoch: 1, sequence: 7 };
    let mark = Mark { newest: place, revision: 3 };
    let (slot, offset) = mark.seal(&keys());
    assert_eq!((hex(&slot).as_str(), offset), (MARK_WITH_REVISION, 512));
    assert_eq!(mark.seal_again(&keys()), (slot, 0));
    let mut file = vec![0; Mark::FILE_LENGTH];
    file[512..576].copy_from_slice(&slot);
    assert_eq!(Mark::open(&keys(), &file), Ok(mark));
}

#[test]
fn a_mark_from_before_revisions_were_written_down_is_read_and_vouches_for_none() {
    let mark = Mark { newest: Place { epoch: 1, sequence: 7 }, revision: 0 };
    assert_eq!(hex(&mark.seal(&keys()).0), MARK);
    let mut file = vec![0; Mark::FILE_LENGTH];
    file[512..576].copy_from_slice(&unhex(MARK));
    assert_eq!(Mark::open(&keys(), &file), Ok(mark));
}
