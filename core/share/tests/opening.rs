//! A backup is made and opened again: by the right words, by wrong ones, years later.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly, also in what it shares")]

use landvast_share::ShareError;
use landvast_share::backup::{self, BackupWords, LONGEST_FILE, WorkFactor};
use proptest::prelude::*;

/// The words on the sheet that belongs to the two frozen files.
const ON_PAPER: &str = "aardbei lavendel oceaan muziek vlinder zonnig";
const IN_THEM: &str = "{\"format\":1,\"plan\":\"Bel Ana – 06 12345678\"}\n";

/// Made by this crate's first version, with work factor 18.
const BY_LANDVAST: &[u8] = include_bytes!("vectors/by-landvast.age");
/// Made by Debian's `age -p` with the same words typed in.
const BY_AGE: &[u8] = include_bytes!("vectors/by-age.age");

/// A factor that does not make a test wait.
fn cheap() -> WorkFactor {
    WorkFactor::for_tests(2)
}

fn words(mut random: [u8; 12]) -> BackupWords {
    BackupWords::make(&mut random)
}

#[test]
fn a_backup_that_was_ever_made_opens_for_ever() {
    let words = BackupWords::parse(ON_PAPER).unwrap();
    for file in [BY_LANDVAST, BY_AGE] {
        assert_eq!(backup::open(file, &words).unwrap().as_slice(), IN_THEM.as_bytes());
    }
}

#[test]
fn a_backup_asks_a_second_of_work_for_every_guess() {
    let sealed = backup::seal(b"Bel Ana", &words([1; 12]), WorkFactor::BACKUP).unwrap();
    let start = String::from_utf8_lossy(&sealed);
    let stanza = start.lines().nth(1).unwrap();
    assert!(stanza.starts_with("-> scrypt ") && stanza.ends_with(" 18"), "{stanza}");
}

#[test]
fn other_words_open_nothing() {
    let sealed = backup::seal(b"Bel Ana", &words([1; 12]), cheap()).unwrap();
    let wrong = backup::open(&sealed, &words([2; 12]));
    assert_eq!(wrong.unwrap_err(), ShareError::WrongWords);
    assert_eq!(*backup::open(&sealed, &words([1; 12])).unwrap(), b"Bel Ana");
}

#[test]
fn the_same_book_sealed_twice_looks_different_twice() {
    let first = backup::seal(b"Bel Ana", &words([1; 12]), cheap()).unwrap();
    let second = backup::seal(b"Bel Ana", &words([1; 12]), cheap()).unwrap();
    assert_ne!(first, second);
    assert!(!first.windows(3).any(|three| three == b"Ana"));
}

#[test]
fn a_book_of_any_length_comes_out_byte_for_byte() {
    for length in [0, 1, 65_535, 65_536, 65_537, 131_072, 300_000] {
        let book: Vec<u8> = (0..length).map(|at: u32| at.to_le_bytes()[0]).collect();
        let sealed = backup::seal(&book, &words([1; 12]), cheap()).unwrap();
        assert_eq!(*backup::open(&sealed, &words([1; 12])).unwrap(), book, "{length}");
    }
}

#[test]
fn a_file_that_is_too_long_is_refused_before_it_is_looked_at() {
    let endless = vec![0; LONGEST_FILE + 1];
    assert_eq!(backup::open(&endless, &words([1; 12])).unwrap_err(), ShareError::TooLong);
    let text = endless.get(..LONGEST_FILE).unwrap();
    assert_eq!(backup::seal(text, &words([1; 12]), cheap()).unwrap_err(), ShareError::TooLong);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_sealed_opens(random: [u8; 12], book: Vec<u8>) {
        let sealed = backup::seal(&book, &words(random), cheap()).unwrap();
        prop_assert_eq!(&*backup::open(&sealed, &words(random)).unwrap(), &book);
    }
}
