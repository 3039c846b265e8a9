//! Six words that open one backup.
//!
//! They are drawn from 2,048 Dutch words: 11 bits each, 66 together. A person copies them from a
//! sheet of paper with a thumb, perhaps in tears, perhaps on a borrowed phone. So the list is made
//! for that:
//! - small letters a to z only, four to eight of them, in words that one hears every day;
//! - no two words begin with the same four letters, so a word that breaks off can be completed;
//! - no two words are one slip of the thumb apart (a letter wrong, missing, too many or two of them
//!   swapped), so a slip is always noticed and the word that was meant can be offered;
//! - nothing that hurts on a bad day: no illness, no force, no farewell, no drink, no debt.
//!
//! The list is a promise, like every stored byte: a word never leaves it.

use core::cmp::Reverse;
use core::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{ShareError, UnknownWord};

/// One word a line, in the order of the alphabet (`core/adr/0016` tells where they come from).
const LIST: &str = include_str!("words.txt");
const LISTED: u16 = 2048;

/// So many first letters tell any two words of the list apart, so the others can be supplied.
const TELLING: usize = 4;
/// So much of a typed word is looked at. Every word of the list is half as long.
const LONGEST_TYPED: usize = 16;
/// A typed word further off than this, or half of it wrong, looks like none.
const FARTHEST: usize = 2;

/// The six words of one backup.
///
/// ```
/// use landvast_share::backup::BackupWords;
///
/// let words = BackupWords::make(&mut [7; 12]);
/// assert_eq!(BackupWords::parse(&words.to_text()), Ok(words));
/// ```
#[derive(Eq, PartialEq)]
pub struct BackupWords(Box<[u16; BackupWords::COUNT]>);

impl BackupWords {
    /// How many words there are.
    pub const COUNT: usize = 6;

    /// Draws six words with 12 random bytes from the system's source, two a word, and wipes those.
    pub fn make(random: &mut [u8; 2 * Self::COUNT]) -> Self {
        let mut words = Self(Box::new([0; Self::COUNT]));
        let (pairs, _) = random.as_chunks::<2>();
        for (word, pair) in words.0.iter_mut().zip(pairs) {
            // The list holds 2^11 words, so every word is as likely as any other.
            *word = u16::from_be_bytes(*pair) % LISTED;
        }
        random.zeroize();
        words
    }

    /// Reads the words as a person typed them: capitals or not, accents or not, with spaces,
    /// dashes, numbers or line ends between them.
    ///
    /// # Errors
    /// [`ShareError::UnknownWord`] for the first word that is not in the list, else
    /// [`ShareError::WordCount`].
    pub fn parse(typed: &str) -> Result<Self, ShareError> {
        let typed = split(typed);
        // Somebody may have typed another secret here, whose parts belong on no screen. What is six
        // words with a slip in one of them is no other secret.
        let is_known = |word: &&Typed| find(word).is_some();
        let is_one_slip =
            typed.len() == Self::COUNT && typed.iter().filter(is_known).count() + 1 == Self::COUNT;
        let mut words = Self(Box::new([0; Self::COUNT]));
        let mut places = words.0.iter_mut();
        for (position, word) in (1..).zip(&typed) {
            let found = find(word).ok_or_else(|| {
                let nearest = if is_one_slip { nearest(word) } else { None };
                ShareError::UnknownWord(UnknownWord { position, nearest })
            })?;
            if let Some(place) = places.next() {
                *place = found;
            }
        }
        if typed.len() != Self::COUNT {
            return Err(ShareError::WordCount(typed.len()));
        }
        Ok(words)
    }

    /// The words as they are shown and written down, and as age takes them for its passphrase:
    /// small letters, one space between two.
    pub fn to_text(&self) -> Zeroizing<String> {
        // Measured first, so that the text never grows and leaves a copy behind.
        let length = self.words().map(|word| word.len() + 1).sum();
        let mut text = Zeroizing::new(String::with_capacity(length));
        for word in self.words() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    }

    /// The words one by one, for a screen that numbers them.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|index| word_at(*index))
    }

    /// Whether `typed` is the word at this position, counted from 1, read as tolerantly as
    /// [`BackupWords::parse`] reads: how a person shows that the words were written down.
    pub fn has_word(&self, position: usize, typed: &str) -> bool {
        let at_position = position.checked_sub(1).and_then(|before| self.0.get(before));
        let typed = split(typed);
        let [typed] = typed.as_slice() else { return false };
        at_position.is_some_and(|index| find(typed) == Some(*index))
    }
}

impl fmt::Debug for BackupWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupWords(hidden)")
    }
}

impl Drop for BackupWords {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl ZeroizeOnDrop for BackupWords {}

type Typed = Zeroizing<String>;

/// The words in what was typed, in plain small letters. What is no letter stands between two words.
fn split(typed: &str) -> Vec<Typed> {
    let mut words: Vec<Typed> = Vec::new();
    let mut is_inside = false;
    // Accents come apart from their letters here, and letters of other widths become plain.
    for character in typed.nfkd().filter(|character| !is_silent(*character)) {
        if !character.is_ascii_alphabetic() {
            is_inside = false;
            continue;
        }
        if !is_inside {
            // One too many is enough to know.
            if words.len() > BackupWords::COUNT {
                break;
            }
            words.push(Zeroizing::new(String::with_capacity(LONGEST_TYPED)));
            is_inside = true;
        }
        if let Some(word) = words.last_mut().filter(|word| word.len() < LONGEST_TYPED) {
            word.push(character.to_ascii_lowercase());
        }
    }
    words
}

/// An accent, or a mark that a word processor leaves inside a word without showing it.
fn is_silent(character: char) -> bool {
    is_combining_mark(character)
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn word_at(index: u16) -> &'static str {
    LIST.lines().nth(usize::from(index)).expect("an index is drawn or found below 2,048")
}

fn find(typed: &str) -> Option<u16> {
    (0..).zip(LIST.lines()).find(|(_, listed)| *listed == typed).map(|(index, _)| index)
}

/// The word that is the fewest slips away, and of those the one that begins most alike. A word that
/// breaks off after its telling letters counts as one slip.
fn nearest(typed: &str) -> Option<&'static str> {
    let most = FARTHEST.min(typed.len() / 2);
    LIST.lines()
        .filter_map(|listed| {
            let breaks_off = typed.len() >= TELLING && listed.starts_with(typed);
            let slips = if breaks_off { Some(1) } else { slips_between(typed, listed, most) };
            Some((slips?, Reverse(alike(typed, listed)), listed))
        })
        .min()
        .map(|(_, _, listed)| listed)
}

/// How many first letters two words share.
fn alike(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count()
}

/// How many slips of the thumb make one word into the other, if no more than `most`: a letter
/// wrong, missing or too many, or two neighbours swapped.
fn slips_between(one: &str, other: &str, most: usize) -> Option<usize> {
    slips_in(one.as_bytes(), other.as_bytes(), most)
}

fn slips_in(one: &[u8], other: &[u8], most: usize) -> Option<usize> {
    let ([first, one_after @ ..], [other_first, other_after @ ..]) = (one, other) else {
        let letters_left = one.len() + other.len();
        return (letters_left <= most).then_some(letters_left);
    };
    if first == other_first {
        return slips_in(one_after, other_after, most);
    }
    let most = most.checked_sub(1)?;
    let wrong = slips_in(one_after, other_after, most);
    let missing = slips_in(one, other_after, most);
    let too_many = slips_in(one_after, other, most);
    let swapped = match (one_after, other_after) {
        ([second, one_after @ ..], [other_second, other_after @ ..])
            if first == other_second && second == other_first =>
        {
            slips_in(one_after, other_after, most)
        }
        _ => None,
    };
    [wrong, missing, too_many, swapped].into_iter().flatten().min().map(|slips| slips + 1)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn words(mut random: [u8; 12]) -> BackupWords {
        BackupWords::make(&mut random)
    }

    fn unknown(typed: &str) -> UnknownWord {
        match BackupWords::parse(typed) {
            Err(ShareError::UnknownWord(word)) => word,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn six_words_hold_66_bits() {
        assert_eq!(LIST.lines().count(), usize::from(LISTED));
        assert_eq!(usize::from(LISTED), 1 << 11);
        assert!(LIST.lines().is_sorted());
    }

    #[test]
    fn every_word_is_short_plain_and_known_by_four_letters() {
        let beginnings: HashSet<&str> = LIST.lines().filter_map(|word| word.get(..4)).collect();
        assert_eq!(beginnings.len(), usize::from(LISTED));
        for word in LIST.lines() {
            assert!((4..=8).contains(&word.len()), "{word}");
            assert!(word.bytes().all(|letter| letter.is_ascii_lowercase()), "{word}");
        }
    }

    #[test]
    fn no_slip_of_the_thumb_makes_another_word() {
        let list: Vec<&str> = LIST.lines().collect();
        for (index, one) in list.iter().enumerate() {
            for other in &list[..index] {
                assert_eq!(slips_between(one, other, 1), None);
            }
        }
    }

    #[test]
    fn the_words_never_change_their_places() {
        // Words are kept on paper, as words. Still, a list that moves is a list that was touched.
        let text = words(*b"\x00\x00\x01\x00\x02\x00\x03\x00\x04\x00\xff\xff").to_text();
        assert_eq!(*text, "aalbes bonbon elftal hoeve kwiek zwoel");
    }

    #[test]
    fn words_are_read_however_they_are_typed() {
        let right = words(*b"twelve bytes");
        let text = right.to_text();
        let accents: String = text.chars().flat_map(|letter| [letter, '\u{301}']).collect();
        let wide: String = text
            .chars()
            .map(|c| if c == ' ' { '\u{3000}' } else { char::from_u32(c as u32 + 0xfee0).unwrap() })
            .collect();
        let numbered = ["1. ", "2. ", "3) ", "4: ", "(5) ", "6."].iter().zip(right.words());
        let numbered: Vec<String> =
            numbered.map(|(before, word)| [*before, word].concat()).collect();
        for typed in [
            text.to_uppercase(),
            text.replace(' ', "-"),
            text.replace(' ', " – "),
            format!("  {}\n", text.replace(' ', "\t\u{a0}")),
            text.replace(' ', ", "),
            text.replace('e', "e\u{ad}\u{200b}"),
            text.replace('e', "\u{e9}"),
            accents,
            wide,
            numbered.join("\r\n"),
        ] {
            assert_eq!(BackupWords::parse(&typed), Ok(words(*b"twelve bytes")), "{typed}");
        }
    }

    #[test]
    fn another_secret_that_was_typed_here_is_not_guessed_at() {
        for typed in [
            "zeven blauwe bootjes varen naar zee",
            "aardbie appel banaan citer druif",
            "aardbie appel banaan citer druif framboos aardbei",
            "aardbie apel banaan citer druif framboos",
            "lave",
        ] {
            assert_eq!(unknown(typed).nearest, None, "{typed}");
        }
    }

    #[test]
    fn a_mistyped_word_is_pointed_at_and_the_nearest_one_offered() {
        for (typed, position, nearest) in [
            ("aardbie appel banaan citer druif framboos", 1, Some("aardbei")),
            ("aardbei appel bananan citer druif framboos", 3, Some("banaan")),
            ("aardbei appel banaan citer druif frambos", 6, Some("framboos")),
            ("aardbei appel banaan citer druif qqqqqqqq", 6, None),
            ("aardbei xylofonist appel banaan citer druif", 2, None),
            ("aa", 1, None),
        ] {
            assert_eq!(unknown(typed), UnknownWord { position, nearest }, "{typed}");
        }
    }

    #[test]
    fn too_few_or_too_many_words_are_counted() {
        for (typed, count) in [
            ("", 0),
            ("-- 12 --", 0),
            ("aardbei appel banaan citer druif", 5),
            ("aardbei appel banaan citer druif framboos appel", 7),
        ] {
            assert_eq!(BackupWords::parse(typed), Err(ShareError::WordCount(count)), "{typed}");
        }
    }

    #[test]
    fn one_word_is_given_back_to_show_that_they_were_written_down() {
        let words = words([0; 12]);
        let first = LIST.lines().next().unwrap();
        assert!(words.has_word(6, &format!(" {} ", first.to_uppercase())));
        assert!(!words.has_word(6, "zwoel"));
        assert!(!words.has_word(6, ""));
        assert!(!words.has_word(6, &format!("{first} {first}")));
        assert!(!words.has_word(0, first));
        assert!(!words.has_word(7, first));
    }

    #[test]
    fn nothing_that_could_reach_a_log_holds_a_word() {
        assert_eq!(format!("{:?}", words(*b"twelve bytes")), "BackupWords(hidden)");
        let error = BackupWords::parse("aardbie").unwrap_err();
        for shown in [format!("{error:?}"), format!("{error:#?}"), error.to_string()] {
            assert!(!shown.contains("aardb"), "{shown}");
        }
    }

    proptest! {
        #[test]
        fn all_drawn_words_read_back(random: [u8; 12]) {
            prop_assert_eq!(BackupWords::parse(&words(random).to_text()), Ok(words(random)));
        }

        #[test]
        fn one_slip_is_noticed_and_the_word_that_was_meant_is_at_hand(
            index in 0..LISTED, at in 0..8_usize, letter in b'a'..=b'z', slip in 0..4_u8,
        ) {
            let meant = word_at(index);
            let mut typed = meant.as_bytes().to_vec();
            let at = at % typed.len();
            match slip {
                0 => typed[at] = letter,
                1 => { typed.remove(at); }
                2 => typed.insert(at, letter),
                _ => typed.swap(at.min(meant.len() - 2), at.min(meant.len() - 2) + 1),
            }
            let typed = String::from_utf8(typed).unwrap();
            if let Some(found) = find(&typed) {
                prop_assert_eq!((found, typed.as_str()), (index, meant));
                return Ok(());
            }
            let nearest = nearest(&typed).unwrap();
            let breaks_off = nearest.starts_with(&typed);
            prop_assert!(breaks_off || slips_between(&typed, nearest, 1).is_some());
        }

        #[test]
        fn no_text_makes_the_reader_panic(typed in ".*") {
            let _ = BackupWords::parse(&typed);
        }
    }
}
