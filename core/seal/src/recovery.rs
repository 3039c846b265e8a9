//! The recovery code: what opens a vault when the passphrase is forgotten.
//!
//! 128 random bits, written as 28 characters in seven groups of four, for a person who copies
//! them by hand: `7ZZZ-0K3D-…`. Crockford's alphabet has no I, L, O or U, so what looks like a
//! one is a one. The last two characters are check symbols; they find any one or two characters
//! typed wrongly, and any two that changed places.

use core::fmt;

use zeroize::Zeroizing;

use crate::{SealError, Secret};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 26 symbols of five bits hold 128 bits, the top two of the first symbol are zero.
const DATA_SYMBOLS: usize = 26;
const SYMBOLS: usize = DATA_SYMBOLS + 2;
const GROUP: usize = 4;

type Symbols = Zeroizing<[u8; SYMBOLS]>;

/// A recovery code of 128 random bits.
#[derive(Eq, PartialEq)]
pub struct RecoveryCode(Secret<16>);

impl RecoveryCode {
    /// Makes a code of 16 random bytes.
    pub fn make(random: Secret<16>) -> Self {
        Self(random)
    }

    /// Reads a code as a person typed it: capitals or not, with or without spaces and dashes,
    /// I and L for 1, O for 0.
    ///
    /// # Errors
    /// [`SealError::MistypedCode`].
    pub fn parse(typed: &str) -> Result<Self, SealError> {
        let mut symbols: Symbols = Zeroizing::new([0; SYMBOLS]);
        let mut places = symbols.iter_mut();
        for character in typed.chars().filter(|c| !is_separator(*c)) {
            let place = places.next().ok_or(SealError::MistypedCode)?;
            *place = symbol_of(character).ok_or(SealError::MistypedCode)?;
        }
        if places.next().is_some() {
            return Err(SealError::MistypedCode);
        }

        let (data, checks) =
            symbols.split_first_chunk::<DATA_SYMBOLS>().ok_or(SealError::MistypedCode)?;
        let fits_128_bits = data.first().is_some_and(|first| *first < 8);
        if !fits_128_bits || *checks != derive_checks(data) {
            return Err(SealError::MistypedCode);
        }

        let number = data.iter().fold(Zeroizing::new(0_u128), |mut number, symbol| {
            *number = *number << 5 | u128::from(*symbol);
            number
        });
        Ok(Self(Secret::take(&mut number.to_be_bytes())))
    }

    /// The code as it is shown and written down, in groups with dashes.
    pub fn to_groups(&self) -> Zeroizing<String> {
        let mut groups = Zeroizing::new(String::with_capacity(SYMBOLS + SYMBOLS / GROUP));
        for (index, character) in self.characters().iter().enumerate() {
            if index > 0 && index.is_multiple_of(GROUP) {
                groups.push('-');
            }
            groups.push(char::from(*character));
        }
        groups
    }

    /// The last group: what a person gives back to show that the code was written down.
    pub fn last_group(&self) -> Zeroizing<String> {
        let characters = self.characters();
        let last = characters.iter().skip(SYMBOLS - GROUP);
        Zeroizing::new(last.map(|character| char::from(*character)).collect())
    }

    /// Whether `typed` is the last group, read as tolerantly as [`RecoveryCode::parse`] reads.
    pub fn has_last_group(&self, typed: &str) -> bool {
        let read = typed.chars().filter(|c| !is_separator(*c)).map(symbol_of);
        let last = self.last_group();
        read.eq(last.chars().map(symbol_of))
    }

    pub(crate) fn expose(&self) -> &[u8; 16] {
        self.0.expose()
    }

    fn characters(&self) -> Symbols {
        let number = Zeroizing::new(u128::from_be_bytes(*self.0.expose()));
        let mut data = Zeroizing::new([0_u8; DATA_SYMBOLS]);
        let mut left = number;
        for symbol in data.iter_mut().rev() {
            let [.., low] = left.to_be_bytes();
            *symbol = low & 31;
            *left >>= 5;
        }
        let mut characters: Symbols = Zeroizing::new([0; SYMBOLS]);
        let symbols = data.iter().copied().chain(derive_checks(&data));
        for (place, symbol) in characters.iter_mut().zip(symbols) {
            *place = ALPHABET.get(usize::from(symbol)).copied().unwrap_or(b'0');
        }
        characters
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(hidden)")
    }
}

/// Two check symbols over GF(32): the sum of all, and the sum weighted by place. Any two codes
/// then differ in at least three characters.
fn derive_checks(data: &[u8; DATA_SYMBOLS]) -> [u8; 2] {
    data.iter().fold([0, 0], |[sum, weighted], symbol| {
        let shifted = weighted << 1;
        let times_alpha = if shifted & 0b10_0000 == 0 { shifted } else { shifted ^ 0b10_0101 };
        [sum ^ symbol, times_alpha ^ symbol]
    })
}

fn symbol_of(character: char) -> Option<u8> {
    let plain = match character.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let place = ALPHABET.iter().position(|letter| char::from(*letter) == plain)?;
    u8::try_from(place).ok()
}

/// Spaces and every kind of dash that a keyboard or a word processor puts between groups.
fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(bytes: [u8; 16]) -> RecoveryCode {
        RecoveryCode::make(Secret::take(&mut bytes.clone()))
    }

    #[test]
    fn a_code_is_written_in_seven_groups_of_four() {
        let written = code(*b"fixed for a test").to_groups();
        assert_eq!(*written, "36D5-W6AS-10CS-QQ48-3141-T6AW-VMY9");
        assert_eq!(written.split('-').count(), 7);
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let one = code(*b"fixed for a test");
        for typed in [
            "36d5w6as10csqq483141t6awvmy9",
            "36D5 W6AS 10CS QQ48 3141 T6AW VMY9",
            "36d5–w6as–locs–qq48–3i4l–t6aw–vmy9\n",
        ] {
            assert_eq!(RecoveryCode::parse(typed), Ok(code(*b"fixed for a test")));
        }
        assert!(one.has_last_group(" vmy9 "));
        assert!(!one.has_last_group("vmy"));
        assert!(!one.has_last_group(""));
        assert_eq!(*one.last_group(), "VMY9");
    }

    #[test]
    fn a_code_that_is_too_short_too_long_or_no_code_is_refused() {
        for typed in ["", "36D5", "36D5-W6AS-10CS-QQ48-3141-T6AW-VMY9-0", "UUUU", "ß"] {
            assert_eq!(RecoveryCode::parse(typed), Err(SealError::MistypedCode));
        }
    }

    proptest! {
        #[test]
        fn every_code_reads_back(bytes: [u8; 16]) {
            prop_assert_eq!(RecoveryCode::parse(&code(bytes).to_groups()), Ok(code(bytes)));
        }

        #[test]
        fn one_or_two_wrong_characters_are_found(
            bytes: [u8; 16],
            first in 0..SYMBOLS, second in 0..SYMBOLS,
            one in 0..32_usize, two in 0..32_usize,
        ) {
            let right: Vec<u8> = code(bytes).characters().to_vec();
            let mut wrong = right.clone();
            wrong[first] = ALPHABET[one];
            wrong[second] = ALPHABET[two];
            let typed = String::from_utf8(wrong.clone()).unwrap();
            let expected = if wrong == right { Ok(code(bytes)) } else { Err(SealError::MistypedCode) };
            prop_assert_eq!(RecoveryCode::parse(&typed), expected);
        }

        #[test]
        fn two_characters_that_changed_places_are_found(bytes: [u8; 16], at in 0..SYMBOLS - 1) {
            let right: Vec<u8> = code(bytes).characters().to_vec();
            let mut wrong = right.clone();
            wrong.swap(at, at + 1);
            let typed = String::from_utf8(wrong.clone()).unwrap();
            prop_assert_eq!(RecoveryCode::parse(&typed).is_ok(), wrong == right);
        }

        #[test]
        fn no_text_makes_the_reader_panic(typed in ".*") {
            let _ = RecoveryCode::parse(&typed);
        }
    }
}
