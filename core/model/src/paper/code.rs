//! The code that tells two copies of a paper apart.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

/// Twelve characters that are the same on two copies exactly when their words, version and day
/// are: 60 bits of SHA-256, in Crockford's base 32, which has no look-alikes.
///
/// It says that two copies are the same when it is compared with the owner by another way (read
/// aloud over the telephone). It does not say who made a copy, nor that it is the newest.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CheckCode(u64);

/// Crockford's base 32: no I, L, O or U.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS: u32 = 60;

/// A text that is no check code.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotACheckCode;

impl fmt::Display for NotACheckCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not a check code of twelve characters")
    }
}

impl std::error::Error for NotACheckCode {}

impl CheckCode {
    /// The code of these bytes.
    #[must_use]
    pub fn derive(bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        let bits = digest.iter().take(8).fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
        Self(bits >> (64 - BITS))
    }
}

impl fmt::Display for CheckCode {
    /// Three groups of four: `7H2K-9QF4-M0TA`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for index in 0..12_u32 {
            if index > 0 && index % 4 == 0 {
                out.write_str("-")?;
            }
            let value = (self.0 >> (BITS - 5 * (index + 1))) & 31;
            let symbol = usize::try_from(value).ok().and_then(|value| SYMBOLS.get(value));
            write!(out, "{}", char::from(*symbol.unwrap_or(&b'0')))?;
        }
        Ok(())
    }
}

impl FromStr for CheckCode {
    type Err = NotACheckCode;

    /// Reads it as somebody heard it: spaces, dashes and case do not matter, O is 0, I and L are 1.
    fn from_str(text: &str) -> Result<Self, NotACheckCode> {
        let mut bits = 0_u64;
        let mut count = 0;
        for letter in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let symbol = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value =
                SYMBOLS.iter().position(|s| char::from(*s) == symbol).ok_or(NotACheckCode)?;
            count += 1;
            if count > 12 {
                return Err(NotACheckCode);
            }
            bits = (bits << 5) | u64::try_from(value).map_err(|_| NotACheckCode)?;
        }
        if count == 12 { Ok(Self(bits)) } else { Err(NotACheckCode) }
    }
}

impl Serialize for CheckCode {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CheckCode {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(input)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_read_aloud_is_the_same_code() {
        let code = CheckCode::derive(b"kalm");
        let shown = code.to_string();
        assert_eq!(shown.len(), 14);
        assert_eq!(shown.parse::<CheckCode>(), Ok(code));
        let heard = shown.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(heard.parse::<CheckCode>(), Ok(code));
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["", "7H2K", "7H2K-9QF4-M0TAX", "7H2K-9QF4-M0TU"] {
            assert_eq!(text.parse::<CheckCode>(), Err(NotACheckCode), "{text}");
        }
    }

    #[test]
    fn another_word_gives_another_code() {
        assert_ne!(CheckCode::derive(b"kalm"), CheckCode::derive(b"kalm."));
    }
}
