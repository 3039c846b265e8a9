//! Files that were changed, cut, glued, made up or made for somebody else: the right text or a clean
//! error, never a panic, never another text, and never for long.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, also in what it shares"
)]

use std::io::Write;
use std::iter;
use std::sync::LazyLock;

use age::Encryptor;
use landvast_share::ShareError;
use landvast_share::backup::{self, BackupWords, WorkFactor};
use proptest::prelude::*;

const BOOK: &[u8] = b"{\"plan\":\"Bel Ana\"}";
static SEALED: LazyLock<Vec<u8>> =
    LazyLock::new(|| backup::seal(BOOK, &words(), WorkFactor::for_tests(2)).unwrap());

fn words() -> BackupWords {
    BackupWords::make(&mut [1; 12])
}

/// The error, or nothing if the right text came out.
fn refused(file: &[u8]) -> Option<ShareError> {
    match backup::open(file, &words()) {
        Ok(text) => {
            assert_eq!(text.as_slice(), BOOK, "another text came out");
            None
        }
        Err(why) => Some(why),
    }
}

fn with_header(lines: &str) -> Vec<u8> {
    let after = SEALED.windows(4).position(|four| four == b"--- ").unwrap();
    [lines.as_bytes(), &SEALED[after..]].concat()
}

#[test]
fn every_changed_byte_is_found() {
    for at in 0..SEALED.len() {
        for mask in [0x01, 0x20, 0x80, 0xff] {
            let mut changed = SEALED.clone();
            changed[at] ^= mask;
            assert!(refused(&changed).is_some(), "byte {at} with {mask:#x}");
        }
    }
}

#[test]
fn what_is_damaged_under_the_header_is_never_blamed_on_the_words() {
    let body = SEALED.windows(4).position(|four| four == b"--- ").unwrap();
    for at in body..SEALED.len() {
        let mut changed = SEALED.clone();
        changed[at] ^= 0x01;
        assert_eq!(refused(&changed), Some(ShareError::Damaged), "byte {at}");
    }
}

#[test]
fn every_file_that_was_cut_off_is_found() {
    assert_eq!(refused(&[]), Some(ShareError::NotABackup));
    for length in 1..SEALED.len() {
        assert_eq!(refused(&SEALED[..length]), Some(ShareError::Damaged), "{length} bytes");
    }
}

#[test]
fn pieces_that_are_missing_swapped_or_added_are_found() {
    let book = vec![b'a'; 3 * 65_536];
    let sealed = backup::seal(&book, &words(), WorkFactor::for_tests(2)).unwrap();
    let piece = 65_536 + 16;
    let start = sealed.len() - 3 * piece;
    let (first, second) = (start..start + piece, start + piece..start + 2 * piece);
    let last = start + 2 * piece..sealed.len();
    for order in [
        vec![first.clone(), last.clone()],
        vec![second.clone(), first.clone(), last.clone()],
        vec![first.clone(), second.clone()],
        vec![first.clone(), second.clone(), last.clone(), last.clone()],
        vec![first, second, last, 0..1],
    ] {
        let mut changed = sealed[..start].to_vec();
        for range in order {
            changed.extend_from_slice(&sealed[range]);
        }
        assert_eq!(backup::open(&changed, &words()).unwrap_err(), ShareError::Damaged);
    }
}

#[test]
fn a_file_that_asks_for_hours_of_work_is_refused_at_once() {
    for factor in ["23", "63", "64", "255", "256", "18446744073709551616"] {
        let lines = format!("age-encryption.org/v1\n-> scrypt c2FsdHNhbHRzYWx0c2FsdA {factor}\n\n");
        assert_eq!(refused(&with_header(&lines)), Some(ShareError::TooCostly), "{factor}");
    }
}

#[test]
fn a_header_of_any_length_is_refused_at_once() {
    let stanza = "-> scrypt c2FsdHNhbHRzYWx0c2FsdA 2\nd3JhcHBlZA\n";
    for (lines, why) in [
        (stanza.repeat(2), ShareError::NotForWords),
        (stanza.repeat(100_000), ShareError::NotForWords),
        (format!("-> scrypt {} 2\n", "a".repeat(1_000_000)), ShareError::Damaged),
        (format!("-> X25519 {}\n{stanza}", "b ".repeat(50)), ShareError::NotForWords),
        ("\n".repeat(1_000_000), ShareError::Damaged),
    ] {
        let file = with_header(&format!("age-encryption.org/v1\n{lines}"));
        assert_eq!(refused(&file), Some(why));
    }
}

#[test]
fn what_was_sealed_to_a_key_asks_for_no_words() {
    let key = age::x25519::Identity::generate().to_public();
    let encryptor = Encryptor::with_recipients(iter::once(&key as _)).unwrap();
    let mut writer = encryptor.wrap_output(Vec::new()).unwrap();
    writer.write_all(BOOK).unwrap();
    assert_eq!(refused(&writer.finish().unwrap()), Some(ShareError::NotForWords));
}

#[test]
fn what_a_later_version_wrote_says_so() {
    let later = String::from_utf8_lossy(&SEALED).replacen("/v1", "/v2", 1);
    assert_eq!(refused(later.as_bytes()), Some(ShareError::NewerFormat));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_that_were_changed_here_and_there_give_the_text_or_an_error(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut changed = SEALED.clone();
        for (at, byte) in changes {
            let at = at.index(changed.len());
            // A costly factor that is still allowed is no fault, but nobody here wants to wait.
            changed[at] = if SEALED[at] == b'2' { b'3' } else { byte };
        }
        changed.truncate(cut.map_or(SEALED.len(), |cut| cut.index(SEALED.len() + 1)));
        let _ = refused(&changed);
    }

    #[test]
    fn bytes_that_were_never_a_backup_give_an_error(bytes: Vec<u8>) {
        prop_assert!(refused(&bytes).is_some());
    }

    #[test]
    fn lines_that_were_made_up_give_an_error(
        lines in "(v[0-9]{1,2}|v1)\n(-> (scrypt|X25519|[ -~]{0,9}) [A-Za-z0-9+/=]{0,24} [0-9]{0,1}\n){0,3}[A-Za-z0-9+/\n]{0,70}(--- [A-Za-z0-9+/]{0,44}\n)?",
        rest: Vec<u8>,
    ) {
        let file = [b"age-encryption.org/", lines.as_bytes(), &rest].concat();
        prop_assert!(refused(&file).is_some());
    }
}
