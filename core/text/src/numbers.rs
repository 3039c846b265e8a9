//! Help lines of a country: numbers that anybody may ring.
//!
//! They come from `data/numbers.nl.toml`. Each one says where it was read and on which day, and
//! the build stops when one does not. A number known only at second hand is shown with "check
//! this number" and never printed.

use chrono::NaiveDate;
use landvast_model::Language;

/// A help line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct HelpLine {
    /// Its id: `emergency`.
    pub id: &'static str,
    /// What it is called.
    pub name: Said,
    /// The number as people write it; [`crate::phone::read`] makes it one to dial.
    pub phone: &'static str,
    /// Another number that reaches the same people.
    pub phone_alt: Option<&'static str>,
    /// Where they are on the web, to be read, not opened.
    pub web: Option<&'static str>,
    /// When, and at what cost, as the source said.
    pub when: Option<Said>,
    /// Whom it is for.
    pub meant_for: MeantFor,
    /// Where it was read.
    pub source: &'static str,
    /// What kind of source that is.
    pub basis: Basis,
    /// When it was read.
    pub read_on: NaiveDate,
    /// Whether it is printed on the card.
    pub on_card: bool,
}

/// A text in every language.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Said {
    nl: &'static str,
    en: &'static str,
}

impl Said {
    /// The text in `language`.
    #[must_use]
    pub const fn in_language(&self, language: Language) -> &'static str {
        match language {
            Language::Nl => self.nl,
            Language::En => self.en,
        }
    }
}

/// Whom a help line is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum MeantFor {
    /// Anybody.
    Anybody,
    /// People close to somebody who is not well.
    NextOfKin,
}

/// What kind of source a number comes from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Basis {
    /// The help line's own site.
    OwnSite,
    /// The government.
    Government,
    /// Several independent sources that agree.
    Several,
    /// Somebody who says so: shown with "check this number", never printed.
    SecondHand,
}

impl HelpLine {
    /// Whether its number may be printed on paper.
    #[must_use]
    pub fn may_be_printed(&self) -> bool {
        self.basis != Basis::SecondHand
    }
}

/// The help line with this id.
#[must_use]
pub fn help_line(id: &str) -> Option<&'static HelpLine> {
    HELP_LINES.iter().find(|line| line.id == id)
}

/// A day that is there; the compiler finds one that is not.
const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => panic!("a day in the number pack does not exist"),
    }
}

include!(concat!(env!("OUT_DIR"), "/numbers.rs"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phone;

    #[test]
    fn the_card_has_the_two_numbers_that_save_lives() {
        let printed: Vec<&str> =
            HELP_LINES.iter().filter(|line| line.on_card).map(|line| line.phone).collect();
        assert_eq!(printed, ["112", "113"]);
    }

    #[test]
    fn a_number_known_at_second_hand_is_never_printed() {
        assert!(HELP_LINES.iter().all(|line| !line.on_card || line.may_be_printed()));
    }

    #[test]
    fn every_help_line_can_be_dialled() {
        for line in HELP_LINES {
            for number in [Some(line.phone), line.phone_alt].into_iter().flatten() {
                assert!(phone::read(number, phone::Region::Nl).is_ok(), "{}: {number}", line.id);
            }
        }
    }

    #[test]
    fn every_help_line_stands_once_and_is_named_in_every_language() {
        for (index, line) in HELP_LINES.iter().enumerate() {
            assert!(HELP_LINES.iter().skip(index + 1).all(|other| other.id != line.id));
            for language in Language::ALL {
                assert!(!line.name.in_language(language).is_empty(), "{}", line.id);
            }
        }
    }
}
