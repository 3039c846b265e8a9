//! Telephone numbers: as people write them, and as a telephone dials them.
//!
//! What a person typed is kept as they typed it; this only reads it. A number that cannot be read
//! stays on the card as it stands, with a finding, and gets no link.
//!
//! Dutch numbers are read by the Dutch numbering plan and shown as Dutch people write them. A
//! number of another country is checked for what all countries share (country code, length) and
//! keeps the groups in which it was typed. Google's libphonenumber knows the groups of all
//! countries; the crates that bring it add 0.4 to 2.5 MB to a library of 4 MB, for which the
//! card gains nothing.
//!
//! ```
//! use landvast_text::phone::{self, Region};
//!
//! let ana = phone::read("+31 (0)6-12345678", Region::Nl)?;
//! assert_eq!(ana.shown, "06 12345678");
//! assert_eq!(ana.dial, "tel:+31612345678");
//! assert_eq!(phone::read("112", Region::Nl)?.dial, "tel:112");
//! assert!(phone::read("the one by the door", Region::Nl).is_err());
//! # Ok::<(), phone::NotAPhoneNumber>(())
//! ```

mod dutch;

use std::fmt;

/// A number that can be dialled.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Phone {
    /// As people write it: `06 12345678`.
    pub shown: String,
    /// As a link: `tel:+31612345678`.
    pub dial: String,
}

/// The country in which a number without a country code is dialled.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Region {
    /// The Netherlands.
    #[default]
    Nl,
}

/// A text that is no telephone number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotAPhoneNumber;

impl fmt::Display for NotAPhoneNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not a telephone number")
    }
}

impl std::error::Error for NotAPhoneNumber {}

/// More characters than anybody needs for one number.
const LONGEST_TYPED: usize = 64;
const PLUS: [char; 2] = ['+', '\u{FF0B}'];
/// Digits of a whole number with its country code (ITU-T E.164 allows 15; islands have 7).
const LENGTHS: std::ops::RangeInclusive<usize> = 7..=15;
/// Country codes of one and two digits; all others have three (ITU-T E.164).
const ONE_DIGIT: &[&str] = &["1", "7"];
const TWO_DIGITS: &[&str] = &[
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
    "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65",
    "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
];

/// Whether what was typed as a number is words rather than a number: nothing can dial it, and it is
/// longer than any number. Papers set it as words, which go over lines.
#[must_use]
pub fn is_words(typed: &str) -> bool {
    typed.trim().chars().count() > LONGEST_SHOWN && read(typed, Region::Nl).is_err()
}

/// The longest number that people write, with its country and an extension.
const LONGEST_SHOWN: usize = 26;

/// Reads a number as somebody typed it, in the country where it is dialled.
///
/// # Errors
/// [`NotAPhoneNumber`] for anything that a telephone could not dial.
pub fn read(typed: &str, region: Region) -> Result<Phone, NotAPhoneNumber> {
    let groups = groups(typed)?;
    let digits: String = groups.digits.concat();
    let (abroad, prefix) = match region {
        Region::Nl if groups.plus || dutch::lacks_only_its_plus(&digits) => (true, ""),
        Region::Nl => (digits.starts_with("00"), "00"),
    };
    if !abroad {
        return match region {
            Region::Nl => dutch::read(&digits),
        };
    }
    let whole = digits.strip_prefix(prefix).unwrap_or(&digits);
    let code = country_code(whole).ok_or(NotAPhoneNumber)?;
    let rest = whole.strip_prefix(code).unwrap_or_default();
    if code == "31" {
        // `+31 06 …`: the 0 that is dialled only inside the country.
        return dutch::read(&format!("0{}", rest.strip_prefix('0').unwrap_or(rest)));
    }
    if !LENGTHS.contains(&whole.len()) {
        return Err(NotAPhoneNumber);
    }
    let typed_groups = after(&groups.digits, prefix.len() + code.len());
    let shown = match typed_groups.as_slice() {
        [] | [_] => by_threes(rest),
        several => several.join(" "),
    };
    Ok(Phone { shown: format!("+{code} {shown}"), dial: format!("tel:+{whole}") })
}

/// The digits that somebody typed, in the groups in which they typed them.
struct Groups {
    plus: bool,
    digits: Vec<String>,
}

fn groups(typed: &str) -> Result<Groups, NotAPhoneNumber> {
    if typed.chars().count() > LONGEST_TYPED {
        return Err(NotAPhoneNumber);
    }
    // Numbers pasted from an address book often carry marks of direction that nobody sees.
    let typed: String = typed.chars().filter(|sign| !is_invisible(*sign)).collect();
    let typed = typed.trim();
    let typed = typed.strip_prefix("tel:").unwrap_or(typed);
    let typed = typed.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '(');
    let plus = typed.starts_with(PLUS);
    let typed = typed.strip_prefix(PLUS).unwrap_or(typed);
    // `+44 (0)20 …`: between brackets stands the 0 that is dialled only inside the country. In
    // Italy it is dialled from everywhere.
    let abroad = if plus { Some(typed) } else { typed.strip_prefix("00") };
    let typed = match abroad {
        Some(whole) if !whole.trim_start().starts_with("39") => typed.replacen("(0)", " ", 1),
        _ => typed.to_owned(),
    };
    let mut digits = vec![String::new()];
    for sign in typed.chars() {
        match (digit(sign), digits.last_mut()) {
            (Some(digit), Some(group)) => group.push(digit),
            (None, _) if separates(sign) => digits.push(String::new()),
            _ => return Err(NotAPhoneNumber),
        }
    }
    digits.retain(|group| !group.is_empty());
    if digits.is_empty() { Err(NotAPhoneNumber) } else { Ok(Groups { plus, digits }) }
}

/// A digit in the signs of several scripts, as the digit that a telephone has.
fn digit(sign: char) -> Option<char> {
    let zeros = ['0', '\u{0660}', '\u{06F0}', '\u{0966}', '\u{FF10}'];
    zeros.into_iter().find_map(|zero| {
        let value = u32::from(sign).checked_sub(u32::from(zero)).filter(|value| *value < 10)?;
        char::from_digit(value, 10)
    })
}

/// Whether people put this sign between the digits of a number.
fn separates(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '/' | '(' | ')')
}

fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        || sign == '\u{FEFF}'
}

fn country_code(whole: &str) -> Option<&str> {
    let is_known = |length: usize, code: &&str| match length {
        1 => ONE_DIGIT.contains(code),
        2 => TWO_DIGITS.contains(code),
        _ => !code.starts_with('0'),
    };
    (1..=3).find_map(|length| whole.get(..length).filter(|code| is_known(length, code)))
}

/// The groups without their first `skipped` digits.
fn after(groups: &[String], skipped: usize) -> Vec<&str> {
    let mut left = skipped;
    let mut rest = Vec::new();
    for group in groups {
        let cut = left.min(group.len());
        left -= cut;
        if let Some(kept) = group.get(cut..).filter(|kept| !kept.is_empty()) {
            rest.push(kept);
        }
    }
    rest
}

/// Digits in groups of three, the last of two to four.
fn by_threes(digits: &str) -> String {
    let mut groups = Vec::new();
    let mut rest = digits;
    while rest.len() > 4 {
        let (group, tail) = rest.split_at(3);
        groups.push(group);
        rest = tail;
    }
    groups.push(rest);
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown_and_dialled(typed: &str) -> (String, String) {
        let phone = read(typed, Region::Nl).unwrap_or_else(|_| panic!("{typed}"));
        (phone.shown, phone.dial)
    }

    #[test]
    fn dutch_numbers_are_shown_as_dutch_people_write_them() {
        for (typed, shown, dial) in [
            ("0612345678", "06 12345678", "tel:+31612345678"),
            ("06-12 34 56 78", "06 12345678", "tel:+31612345678"),
            ("+31 6 12345678", "06 12345678", "tel:+31612345678"),
            ("0031612345678", "06 12345678", "tel:+31612345678"),
            ("+31 (0)6-12345678", "06 12345678", "tel:+31612345678"),
            ("+31 06 12345678", "06 12345678", "tel:+31612345678"),
            ("31612345678", "06 12345678", "tel:+31612345678"),
            ("06 − 12 34 56 78", "06 12345678", "tel:+31612345678"),
            ("06—12345678", "06 12345678", "tel:+31612345678"),
            ("\u{202A}06 12345678\u{202C}", "06 12345678", "tel:+31612345678"),
            ("٠٦١٢٣٤٥٦٧٨", "06 12345678", "tel:+31612345678"),
            ("(020) 123 45 67", "020 123 4567", "tel:+31201234567"),
            ("0111-123456", "0111 123 456", "tel:+31111123456"),
            ("088-000 21 20", "088 000 2120", "tel:+31880002120"),
            ("tel:0201234567", "020 123 4567", "tel:+31201234567"),
            ("085 1234567", "085 123 4567", "tel:+31851234567"),
            ("+31 75 123 45 67", "075 123 4567", "tel:+31751234567"),
            ("097012345678", "0970 12345678", "tel:+3197012345678"),
        ] {
            assert_eq!(shown_and_dialled(typed), (shown.to_owned(), dial.to_owned()), "{typed}");
        }
    }

    #[test]
    fn short_and_free_numbers_are_dialled_as_they_are() {
        for (typed, shown, dial) in [
            ("112", "112", "tel:112"),
            ("113", "113", "tel:113"),
            ("0800 0113", "0800-0113", "tel:08000113"),
            ("0900-8844", "0900-8844", "tel:09008844"),
            ("0900 3332222", "0900-333 2222", "tel:09003332222"),
            ("14 030", "14 030", "tel:14030"),
            ("140111", "14 0111", "tel:140111"),
            ("+31 800 0113", "0800-0113", "tel:08000113"),
            ("116 111", "116 111", "tel:116111"),
        ] {
            assert_eq!(shown_and_dialled(typed), (shown.to_owned(), dial.to_owned()), "{typed}");
        }
    }

    #[test]
    fn numbers_of_other_countries_keep_the_groups_they_were_typed_in() {
        for (typed, shown, dial) in [
            ("+32 470 12 34 56", "+32 470 12 34 56", "tel:+32470123456"),
            ("0090 532 123 4567", "+90 532 123 4567", "tel:+905321234567"),
            ("+905321234567", "+90 532 123 4567", "tel:+905321234567"),
            ("+44 (0)20 7946 0958", "+44 20 7946 0958", "tel:+442079460958"),
            ("0049 (0)30 901820", "+49 30 901820", "tel:+4930901820"),
            ("+39 (0)6 1234 5678", "+39 0 6 1234 5678", "tel:+390612345678"),
            ("(+32) 470 12 34 56", "+32 470 12 34 56", "tel:+32470123456"),
            ("+1 (212) 555-0123", "+1 212 555 0123", "tel:+12125550123"),
            ("+212612345678", "+212 612 345 678", "tel:+212612345678"),
        ] {
            assert_eq!(shown_and_dialled(typed), (shown.to_owned(), dial.to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_dialled_is_told_apart() {
        for typed in [
            "",
            " ",
            "-",
            "+",
            "mama",
            "06 1234567",
            "06 123456789",
            "061234567a",
            "00",
            "+0",
            "0000000000",
            "020 12345",
            "0199 123456",
            "+31 6 1234",
            "+99",
            "12",
            "999",
            "14 0199",
            "31 6 1234",
            "0112 123456",
            "06 01234567",
            "06 12345678 / 020 1234567",
            "1234567",
        ] {
            assert_eq!(read(typed, Region::Nl), Err(NotAPhoneNumber), "{typed}");
        }
        assert!(read(&"1".repeat(5_000), Region::Nl).is_err());
    }

    proptest! {
        #[test]
        fn whatever_is_typed_reading_it_never_panics(typed in ".{0,80}") {
            let _ = read(&typed, Region::Nl);
        }

        #[test]
        fn a_number_that_is_shown_dials_the_same_number(typed in r"(\+|00|0)?[0-9() -]{2,18}") {
            if let Ok(phone) = read(&typed, Region::Nl) {
                let again = read(&phone.shown, Region::Nl);
                prop_assert_eq!(again, Ok(phone));
            }
        }
    }
}
