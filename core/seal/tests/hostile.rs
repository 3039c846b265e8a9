//! Bytes that were changed, cut, swapped or made up: a clean error, never a panic, never a
//! different text.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, also in what it shares"
)]

use landvast_seal::{
    DataKey, Frame, Header, HeaderState, KdfCost, Key, Keys, Mark, Passphrase, Place, Record,
    RecordHash, RecordKind, RecoveryCode, SealError, Secret, Slot, SlotKind, SlotRandom, Snapshot,
    VaultId,
};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

const VAULT: VaultId = VaultId([1; 16]);
const OTHER_VAULT: VaultId = VaultId([2; 16]);
const PLACE: Place = Place { epoch: 3, sequence: 41 };
const LINK: RecordHash = RecordHash([7; 32]);

fn data_key() -> DataKey {
    DataKey::make(Secret::take(&mut [0x42; 32]))
}

fn keys() -> Keys {
    data_key().derive_keys(VAULT)
}

fn record(payload: &[u8]) -> Vec<u8> {
    Record::seal(&keys(), PLACE, LINK, RecordKind::Action, payload, [9; 24]).unwrap()
}

fn device() -> Secret<32> {
    Secret::take(&mut [0x17; 32])
}

fn recovery() -> RecoveryCode {
    RecoveryCode::make(Secret::take(&mut [5; 16]))
}

fn slot(key: Key<'_>, life: u32) -> Slot {
    let random = SlotRandom { id: [1; 8], salt: [2; 16], nonce: [3; 24] };
    Slot::make(key, KdfCost::FLOOR, &data_key(), VAULT, life, random).unwrap()
}

fn header() -> Header {
    let slots = vec![slot(Key::Recovery(&recovery()), 1), slot(Key::Device(&device()), 1)];
    Header::first(&keys(), slots).unwrap()
}

/// A copy whose closing sum fits whatever was changed before it.
fn with_sum(mut bytes: Vec<u8>) -> Vec<u8> {
    let at = bytes.len() - 32;
    let sum = Sha256::digest(&bytes[..at]);
    bytes[at..].copy_from_slice(&sum);
    bytes
}

#[test]
fn every_flipped_bit_of_a_record_is_found() {
    let sealed = record(b"Bel Ana");
    for at in 0..sealed.len() * 8 {
        let mut changed = sealed.clone();
        changed[at / 8] ^= 1 << (at % 8);
        assert!(Record::open(&keys(), &changed).is_err(), "bit {at}");
    }
}

#[test]
fn every_shortened_or_lengthened_record_is_found() {
    let mut sealed = record(b"Bel Ana");
    for length in 0..sealed.len() {
        assert_eq!(Record::open(&keys(), &sealed[..length]).unwrap_err(), SealError::Damaged);
    }
    sealed.push(0);
    assert_eq!(Record::open(&keys(), &sealed).unwrap_err(), SealError::Damaged);
}

#[test]
fn a_record_opens_only_in_its_own_vault_epoch_and_place() {
    let sealed = record(b"Bel Ana");
    let elsewhere = data_key().derive_keys(OTHER_VAULT);
    assert_eq!(Record::open(&elsewhere, &sealed).unwrap_err(), SealError::Damaged);

    // Even with the same keys, the id alone keeps it in its vault.
    let renamed = Keys { vault: OTHER_VAULT, ..keys() };
    assert_eq!(Record::open(&renamed, &sealed).unwrap_err(), SealError::Damaged);

    for (at, bytes) in [(10, 4_u32.to_be_bytes().to_vec()), (14, 42_u64.to_be_bytes().to_vec())] {
        let mut moved = sealed.clone();
        moved[at..at + bytes.len()].copy_from_slice(&bytes);
        assert_eq!(Record::open(&keys(), &moved).unwrap_err(), SealError::Damaged);
    }
}

#[test]
fn a_record_is_no_snapshot_and_a_snapshot_no_record() {
    let mut sealed = record(b"Bel Ana");
    sealed[..8].copy_from_slice(b"LVsnapsh");
    assert_eq!(Snapshot::open(&keys(), &sealed).unwrap_err(), SealError::Damaged);
    let mut snapshot = Snapshot::seal(&keys(), PLACE, LINK, b"{}", [9; 24]).unwrap();
    snapshot[..8].copy_from_slice(b"LVrecord");
    assert_eq!(Record::open(&keys(), &snapshot).unwrap_err(), SealError::Damaged);
}

#[test]
fn the_size_of_a_record_does_not_tell_the_kind_of_note() {
    assert_eq!(record(b"").len(), record(&[b'x'; 219]).len());
    assert_eq!(record(&[b'x'; 220]).len(), record(b"").len() + 256);
}

#[test]
fn a_record_from_a_later_version_is_left_for_that_version() {
    let mut sealed = record(b"Bel Ana");
    sealed[9] = 2;
    assert_eq!(Record::open(&keys(), &sealed).unwrap_err(), SealError::NewerFormat);
}

#[test]
fn a_length_that_is_not_there_allocates_nothing() {
    for length in [0_u32, 16, 17, 255, 272, u32::MAX, u32::MAX / 256 * 256 + 16] {
        let mut sealed = record(b"Bel Ana")[..60].to_vec();
        sealed[22..26].copy_from_slice(&length.to_be_bytes());
        assert_eq!(Record::open(&keys(), &sealed).unwrap_err(), SealError::Damaged);
        assert_eq!(Record::find_in(&sealed).count(), 0);
    }
}

#[test]
fn more_than_a_record_may_hold_is_refused() {
    let payload = vec![0; landvast_seal::LONGEST_PAYLOAD + 1];
    let sealed = Record::seal(&keys(), PLACE, LINK, RecordKind::WholeBook, &payload, [9; 24]);
    assert_eq!(sealed.unwrap_err(), SealError::TooLong);
}

#[test]
fn a_record_is_found_in_the_ruins_of_a_file() {
    let (one, two) = (record(b"one"), record(&[b'2'; 400]));
    let cut = &two[..two.len() - 1];
    let ruins = [b"LVrec", &one[..], b"LVrecord and rubbish", &two, &[0; 40], cut].concat();
    let found: Vec<_> = Record::find_in(&ruins)
        .filter_map(|(_, bytes)| Record::open(&keys(), bytes).ok())
        .map(|record| record.payload.to_vec())
        .collect();
    assert_eq!(found, [b"one".to_vec(), vec![b'2'; 400]]);
    assert_eq!(Record::read_frame(&one), Ok(Frame { place: PLACE, length: one.len() }));
    assert!(one.len() >= Record::HEAD);

    // What goes on beyond a piece of a file is told too, so that it can be read from there.
    let piece = &ruins[..one.len()];
    let heads: Vec<_> = Record::heads_in(piece).collect();
    assert_eq!(heads, [(5, Frame { place: PLACE, length: one.len() })]);
    assert_eq!(Record::find_in(piece).count(), 0);
}

#[test]
fn every_flipped_bit_of_a_header_is_found_without_any_secret() {
    let bytes = header().to_bytes();
    assert_eq!(Header::read(&bytes), Ok(header()));
    for at in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[at / 8] ^= 1 << (at % 8);
        assert_eq!(Header::read(&changed), Err(SealError::Damaged), "bit {at}");
    }
    for length in 0..bytes.len() {
        assert_eq!(Header::read(&bytes[..length]), Err(SealError::Damaged));
    }
}

#[test]
fn a_header_changed_with_a_fitting_sum_still_does_not_open() {
    let bytes = header().to_bytes();
    for at in 0..bytes.len() - 32 {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        let Ok(read) = Header::read(&with_sum(changed)) else { continue };
        let by_code = read.unlock(Key::Recovery(&recovery()));
        let by_device = read.unlock(Key::Device(&device()));
        assert!(by_code.is_err() && by_device.is_err(), "byte {at}");
    }
}

#[test]
fn a_wrong_secret_is_told_from_damage_and_from_a_key_that_was_never_made() {
    let other = Secret::take(&mut [0x18; 32]);
    assert_eq!(header().unlock(Key::Device(&other)), Err(SealError::WrongSecret));
    let other = RecoveryCode::make(Secret::take(&mut [6; 16]));
    assert_eq!(header().unlock(Key::Recovery(&other)), Err(SealError::WrongSecret));
    let passphrase = Passphrase::new(b"none was set").unwrap();
    assert_eq!(header().unlock(Key::Passphrase(&passphrase)), Err(SealError::NoSuchKey));
}

#[test]
fn a_passphrase_opens_and_another_does_not() {
    let passphrase = Passphrase::new(b"kievit roept bij regen").unwrap();
    let header = Header::first(&keys(), vec![slot(Key::Passphrase(&passphrase), 1)]).unwrap();
    assert_eq!(header.unlock(Key::Passphrase(&passphrase)).unwrap(), data_key());
    let other = Passphrase::new(b"kievit roept bij Regen").unwrap();
    assert_eq!(header.unlock(Key::Passphrase(&other)), Err(SealError::WrongSecret));
}

#[test]
fn a_slot_from_another_life_or_vault_does_not_open() {
    let moved = Header::first(&keys(), vec![slot(Key::Device(&device()), 2)]).unwrap();
    assert_eq!(moved.unlock(Key::Device(&device())), Err(SealError::WrongSecret));
    let slots = vec![slot(Key::Device(&device()), 1)];
    let elsewhere = Header::first(&data_key().derive_keys(OTHER_VAULT), slots).unwrap();
    assert_eq!(elsewhere.unlock(Key::Device(&device())), Err(SealError::WrongSecret));
}

#[test]
fn weak_and_ruinous_settings_are_refused_before_they_are_run() {
    let passphrase = Passphrase::new(b"kievit").unwrap();
    let header = Header::first(&keys(), vec![slot(Key::Passphrase(&passphrase), 1)]).unwrap();
    for (memory_kib, passes, lanes, expected) in [
        (1024_u32, 2_u32, 1_u32, SealError::TooWeak),
        (19_456, 1, 1, SealError::TooWeak),
        (u32::MAX, 3, 1, SealError::TooCostly),
        (65_536, u32::MAX, 1, SealError::TooCostly),
        (65_536, 3, 4, SealError::TooCostly),
        (65_536, 3, 0, SealError::TooCostly),
    ] {
        let mut bytes = header.to_bytes();
        for (at, number) in [(54, memory_kib), (58, passes), (62, lanes)] {
            bytes[at..at + 4].copy_from_slice(&number.to_be_bytes());
        }
        assert_eq!(Header::read(&with_sum(bytes)), Err(expected));
    }
}

#[test]
fn a_whole_header_from_a_later_version_is_told_from_a_damaged_one() {
    let mut bytes = header().to_bytes();
    bytes[9] = 2;
    assert_eq!(Header::read(&bytes), Err(SealError::Damaged));
    bytes.splice(44..44, [0; 77]);
    assert_eq!(Header::read(&with_sum(bytes)), Err(SealError::NewerFormat));
}

#[test]
fn changing_a_slot_keeps_the_others_and_never_leaves_none() {
    let other = Secret::take(&mut [0x18; 32]);
    let changed = header().with_slot(&keys(), slot(Key::Device(&other), 1)).unwrap();
    assert_eq!(changed.revision, 2);
    assert!(changed.unlock(Key::Device(&other)).is_ok());
    assert!(changed.unlock(Key::Recovery(&recovery())).is_ok());
    assert_eq!(changed.unlock(Key::Device(&device())), Err(SealError::WrongSecret));

    let without = changed.without(&keys(), SlotKind::DeviceKey).unwrap();
    assert_eq!(without.unlock(Key::Device(&other)), Err(SealError::NoSuchKey));
    assert_eq!(without.without(&keys(), SlotKind::RecoveryCode), Err(SealError::NoSuchKey));
}

#[test]
fn a_new_log_keeps_the_slots_and_a_new_data_key_asks_for_others() {
    let moved = header().with_log(&keys(), 7).unwrap();
    assert_eq!((moved.life, moved.epoch, moved.revision), (1, 7, 2));
    assert_eq!(moved.slots(), header().slots());
    assert_eq!(moved.unlock(Key::Device(&device())), Ok(data_key()));

    let fresh = DataKey::make(Secret::take(&mut [0x43; 32]));
    let random = SlotRandom { id: [1; 8], salt: [2; 16], nonce: [3; 24] };
    let key = Key::Recovery(&recovery());
    let (device, recovery) = (device(), recovery());
    let slot = |life| vec![Slot::make(key, KdfCost::FLOOR, &fresh, VAULT, life, random).unwrap()];
    let renewed = moved.renewed(&fresh.derive_keys(VAULT), 8, slot(2)).unwrap();
    assert_eq!((renewed.life, renewed.epoch, renewed.revision), (2, 8, 3));
    assert_eq!(renewed.unlock(Key::Device(&device)), Err(SealError::NoSuchKey));
    assert_eq!(renewed.unlock(Key::Recovery(&recovery)).unwrap(), fresh);
    assert!(renewed.is_by(&fresh.derive_keys(VAULT)) && !renewed.is_by(&keys()));
    let late = moved.renewed(&fresh.derive_keys(VAULT), 8, slot(1)).unwrap();
    assert_eq!(late.unlock(Key::Recovery(&recovery)), Err(SealError::WrongSecret));
}

#[test]
fn a_header_of_a_vault_that_is_erased_opens_with_nothing_and_says_who_wrote_it() {
    let last = header().erasing(&keys()).unwrap();
    let read = Header::read(&last.to_bytes()).unwrap();
    assert_eq!((read.state, read.revision, read.slots().len()), (HeaderState::Erasing, 2, 0));
    assert_eq!(read.unlock(Key::Device(&device())), Err(SealError::NoSuchKey));
    assert!(read.is_by(&keys()));
    let other = DataKey::make(Secret::take(&mut [0x43; 32])).derive_keys(VAULT);
    assert!(!header().erasing(&other).unwrap().is_by(&keys()));
}

#[test]
fn a_mark_that_was_cut_short_leaves_the_one_before_it() {
    let mut file = vec![0; Mark::FILE_LENGTH];
    assert_eq!(Mark::open(&keys(), &file), Err(SealError::Damaged));
    for sequence in [8, 9] {
        put(&mut file, mark(sequence, 1).seal(&keys()));
    }
    assert_eq!(Mark::open(&keys(), &file), Ok(mark(9, 1)));
    for at in 512..576 {
        let mut torn = file.clone();
        torn[at] ^= 1;
        assert_eq!(Mark::open(&keys(), &torn), Ok(mark(8, 1)));
    }
    assert_eq!(Mark::open(&keys(), &file[..100]), Ok(mark(8, 1)));
    assert_eq!(Mark::open(&data_key().derive_keys(OTHER_VAULT), &file), Err(SealError::Damaged));
}

#[test]
fn a_mark_of_a_newer_header_that_was_cut_short_vouches_for_as_many_actions_as_before() {
    let mut file = vec![0; Mark::FILE_LENGTH];
    for sequence in [8, 9] {
        put(&mut file, mark(sequence, 1).seal(&keys()));
    }
    put(&mut file, mark(9, 2).seal_again(&keys()));
    assert_eq!(Mark::open(&keys(), &file), Ok(mark(9, 2)));
    for at in 0..64 {
        let mut torn = file.clone();
        torn[at] ^= 1;
        assert_eq!(Mark::open(&keys(), &torn), Ok(mark(9, 1)));
    }
    // The next action goes where the older revision does not stand in its way.
    put(&mut file, mark(10, 2).seal(&keys()));
    assert_eq!(Mark::open(&keys(), &file), Ok(mark(10, 2)));
}

fn mark(sequence: u64, revision: u64) -> Mark {
    Mark { newest: Place { epoch: 1, sequence }, revision }
}

fn put(file: &mut [u8], (slot, offset): ([u8; 64], u64)) {
    let offset = usize::try_from(offset).unwrap();
    file[offset..offset + slot.len()].copy_from_slice(&slot);
}

proptest! {
    #[test]
    fn what_is_sealed_opens_to_the_same(
        payload in prop::collection::vec(any::<u8>(), 0..1500),
        epoch: u32, sequence: u64, link: [u8; 32], nonce: [u8; 24],
    ) {
        let (place, link) = (Place { epoch, sequence }, RecordHash(link));
        let sealed =
            Record::seal(&keys(), place, link, RecordKind::Action, &payload, nonce).unwrap();
        let opened = Record::open(&keys(), &sealed).unwrap();
        prop_assert_eq!((opened.place, opened.before), (place, link));
        prop_assert_eq!(&*opened.payload, &payload);

        let sealed = Snapshot::seal(&keys(), place, link, &payload, nonce).unwrap();
        let opened = Snapshot::open(&keys(), &sealed).unwrap();
        prop_assert_eq!((opened.place, opened.stands_on), (place, link));
        prop_assert_eq!(&*opened.payload, &payload);
    }

    #[test]
    fn a_changed_record_never_opens(at in 0..322_usize, change in 1..=255_u8) {
        let mut sealed = record(b"Bel Ana");
        sealed[at] ^= change;
        prop_assert!(Record::open(&keys(), &sealed).is_err());
    }

    #[test]
    fn made_up_bytes_give_an_error_and_no_panic(bytes in prop::collection::vec(any::<u8>(), 0..700)) {
        let mut record_like = b"LVrecord\0\x01".to_vec();
        record_like.extend_from_slice(&bytes);
        let mut header_like = b"LVheader\0\x01".to_vec();
        header_like.extend_from_slice(&bytes);
        header_like.extend_from_slice(&[0; 32]);
        for made_up in [&bytes, &record_like, &header_like] {
            prop_assert!(Record::open(&keys(), made_up).is_err());
            prop_assert!(Snapshot::open(&keys(), made_up).is_err());
            prop_assert!(Mark::open(&keys(), made_up).is_err());
            prop_assert!(Header::read(made_up).is_err());
            prop_assert_eq!(Record::find_in(made_up).filter(|(_, b)| Record::open(&keys(), b).is_ok()).count(), 0);
        }
        let _ = Header::read(&with_sum(header_like));
    }
}
