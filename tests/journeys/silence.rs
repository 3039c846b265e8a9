//! No word of the plan stands in the vault's files, in whatever way words are written down.

use std::collections::{BTreeSet, HashMap};
use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use landvast::{Book, CardOptions, Place, Value};
use landvast_tests::folder::files;
use landvast_tests::owner::{PASSPHRASE, code};
use landvast_tests::{Owner, example};

/// Shorter words stand in any bytes by chance.
const LONG_ENOUGH: usize = 5;

/// Every text of the book, card texts too.
fn texts(book: &Book) -> Vec<&str> {
    let answers = book.all_answers();
    answers
        .flat_map(|(_, _, answer)| {
            answer.value.texts().into_iter().chain(answer.card_text.as_deref())
        })
        .collect()
}

fn words(texts: &[&str]) -> BTreeSet<String> {
    let split = |text: &&str| {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    let long = |word: &String| word.chars().count() >= LONG_ENOUGH;
    texts.iter().flat_map(split).filter(long).collect()
}

/// The same words as bytes: as they are, small, and as other systems write them.
fn spellings(word: &str) -> Vec<Vec<u8>> {
    let small = word.to_lowercase();
    let wide = |bytes: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(bytes).collect();
    vec![
        word.as_bytes().to_vec(),
        small.into_bytes(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
    ]
}

/// What comes out wherever compressed bytes could begin.
fn inflated(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for at in 0..bytes.len() {
        let from = &bytes[at..];
        let mut some = Vec::new();
        match from {
            // zlib: the check bits of its head make a multiple of 31.
            [0x78, second, ..] if (0x7800 + u32::from(*second)).is_multiple_of(31) => {
                let _ = ZlibDecoder::new(from).take(1 << 16).read_to_end(&mut some);
            }
            // gzip.
            [0x1F, 0x8B, 8, ..] => {
                let bare = from.get(10..).unwrap_or_default();
                let _ = DeflateDecoder::new(bare).take(1 << 16).read_to_end(&mut some);
            }
            _ => {}
        }
        out.append(&mut some);
    }
    out
}

fn assert_silent(owner: &Owner, book: &Book, when: &str) {
    let texts = texts(book);
    let mut known = words(&texts);
    assert!(known.len() > 200, "the example has words: {}", known.len());
    known.extend(
        texts.iter().filter(|text| text.chars().count() >= LONG_ENOUGH).map(|t| (*t).to_owned()),
    );
    known.insert(PASSPHRASE.to_owned());
    known.extend(PASSPHRASE.split(' ').filter(|word| word.len() >= LONG_ENOUGH).map(str::to_owned));
    known.insert(code().to_groups().to_string());
    known.insert(code().to_groups().replace('-', ""));
    let known = Known::new(&known);
    let files = files(&owner.vault());
    assert!(files.values().map(Vec::len).sum::<usize>() > 100_000, "there is something to look at");
    for (path, bytes) in files {
        for bytes in [&bytes, &inflated(&bytes)] {
            let found = known.first_in(bytes);
            assert_eq!(found, None, "in {} {when}", path.file_name().unwrap().display());
        }
    }
}

/// Words by how they begin, so that a file is gone through once.
struct Known(HashMap<[u8; LONG_ENOUGH], Vec<Vec<u8>>>);

impl Known {
    fn new(words: &BTreeSet<String>) -> Self {
        let mut known: HashMap<[u8; LONG_ENOUGH], Vec<Vec<u8>>> = HashMap::new();
        for way in words.iter().flat_map(|word| spellings(word)) {
            let (beginning, _) = way.split_first_chunk().unwrap();
            known.entry(*beginning).or_default().push(way);
        }
        Self(known)
    }

    /// The first known word in these bytes.
    fn first_in(&self, bytes: &[u8]) -> Option<String> {
        bytes.windows(LONG_ENOUGH).enumerate().find_map(|(at, window)| {
            let ways = self.0.get(window)?;
            let way = ways.iter().find(|way| bytes[at..].starts_with(way))?;
            Some(String::from_utf8_lossy(way).into_owned())
        })
    }
}

#[test]
fn no_word_of_the_example_is_in_the_vaults_files() {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("noor.nl"));
    let book = keeper.book().clone();
    assert_silent(&owner, &book, "while it is open");
    for first in ["Ga rustig naast me zitten.", "Ga rustig naast me staan."] {
        keeper.write(Place::Plan, "c.first", Value::Text(first.to_owned())).unwrap();
    }
    keeper.undo().unwrap();
    keeper.card(&CardOptions::default()).unwrap();
    keeper.lock().unwrap();
    assert_silent(&owner, &book, "once it is locked");
    assert!(owner.opens_with("iets anders").is_err());
    owner.opens().unwrap().lock().unwrap();
    assert_silent(&owner, &book, "after a wrong and a right passphrase");
}

#[test]
fn a_word_that_did_stand_there_would_be_found() {
    let owner = Owner::new();
    let keeper = owner.begins_from(&example::text("noor.nl"));
    let texts = texts(keeper.book());
    let word = words(&texts).into_iter().next_back().unwrap();
    let known = Known::new(&BTreeSet::from([word.clone()]));
    for way in spellings(&word) {
        assert!(known.first_in(&[b"....", way.as_slice(), b"...."].concat()).is_some());
    }
    let mut packed = Vec::new();
    let mut writer = flate2::write::ZlibEncoder::new(&mut packed, flate2::Compression::default());
    std::io::Write::write_all(&mut writer, word.as_bytes()).unwrap();
    writer.finish().unwrap();
    let packed = [b"..", packed.as_slice()].concat();
    assert!(known.first_in(&inflated(&packed)).is_some());
}
