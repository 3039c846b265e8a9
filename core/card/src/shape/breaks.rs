//! Where lines end.
//!
//! Each letter is measured once; after that a line's width is a subtraction, so a text of 4,000
//! characters costs no more than its length. A line takes as many words as fit. What is read in one
//! breath is kept whole as long as anything else fits: a telephone number, "6 oktober", "50 mg",
//! "'s nachts", "9–17".

use std::cell::LazyCell;

use unicode_linebreak::linebreaks;

use super::clean::is_mark;
use super::hyphen::hyphen_places;
use super::run::{LineEnd, Weights, Words};
use super::{Line, Style, Typesetter};

/// The lines of one typed paragraph (without line breaks in it).
pub(super) fn wrap_words(
    type_: &Typesetter,
    text: &str,
    style: Style<'_>,
    weights: Weights<'_>,
    width: f32,
) -> Vec<Line> {
    let words = Words::new(text, style, weights, type_.fonts);
    let breaker = Breaker {
        text,
        language: style.language,
        along: words.measure(type_),
        hyphen: LazyCell::new(Box::new(|| words.line(type_, 0..0, LineEnd::Hyphen).width)),
        ends: line_ends(text),
        width,
    };
    let mut lines = Vec::new();
    let mut start = 0;
    loop {
        let mut cut = breaker.cut(start, width);
        let mut line = breaker.line(type_, &words, start, cut);
        // Letters can be wider at the end of a line than within it (Arabic): take less then.
        while line.width > width + TOLERANCE {
            let shorter = breaker.cut(start, breaker.measured(start, cut) - TOLERANCE);
            if shorter.end >= cut.end {
                break;
            }
            cut = shorter;
            line = breaker.line(type_, &words, start, cut);
        }
        lines.push(line);
        start = cut.end;
        if start >= text.len() {
            return lines;
        }
    }
}

/// Rounding, far below what can be seen.
const TOLERANCE: f32 = 0.01;

/// A line that fills less of the width than this may take a part of the next word.
const FULL_ENOUGH: f32 = 0.75;

/// Where a line ends, in bytes of the text.
#[derive(Clone, Copy, Debug)]
struct Cut {
    end: usize,
    with: LineEnd,
}

/// A place where a line may end.
#[derive(Clone, Copy, Debug)]
struct End {
    at: usize,
    /// Only used if nothing else fits.
    parts_a_whole: bool,
}

struct Breaker<'a> {
    text: &'a str,
    language: &'a str,
    /// How far along each byte begins.
    along: Vec<f32>,
    /// How wide a hyphen is: most lines need none.
    hyphen: LazyCell<f32, Box<dyn FnOnce() -> f32 + 'a>>,
    ends: Vec<End>,
    width: f32,
}

impl Breaker<'_> {
    /// Where the line that begins at `start` ends if it may be `limit` wide.
    fn cut(&self, start: usize, limit: f32) -> Cut {
        let first = self.ends.partition_point(|end| end.at <= start);
        let ends = self.ends.get(first..).unwrap_or_default();
        let fitting = ends.iter().take_while(|end| self.measure(start, end.at) <= limit).count();
        let (fits, rest) = ends.split_at(fitting);
        let Some(next) = rest.first() else { return Cut::plain(self.text.len()) };

        let whole = fits.iter().rev().find(|end| !end.parts_a_whole);
        let Some(last) = whole.or(fits.last()) else {
            return self
                .within_word(start, start, next.at, limit)
                .unwrap_or_else(|| Cut::plain(self.between_letters(start, next.at, limit)));
        };
        let roomy = self.measure(start, last.at) < self.width * FULL_ENOUGH;
        let word_end = ends.iter().find(|end| end.at > last.at && !end.parts_a_whole);
        match word_end {
            Some(end) if roomy && !self.is_name(last.at) && self.is_one_word(last.at, end.at) => {
                self.within_word(start, last.at, end.at, limit).unwrap_or(self.at(last.at))
            }
            _ => self.at(last.at),
        }
    }

    /// The line ends here; after a soft hyphen, the hyphen is shown.
    fn at(&self, end: usize) -> Cut {
        let soft = self.text.get(..end).is_some_and(|line| line.ends_with('\u{ad}'));
        Cut { end, with: if soft { LineEnd::Hyphen } else { LineEnd::Plain } }
    }

    /// The last place where the word `from..to` may be divided so that the line still fits.
    fn within_word(&self, start: usize, from: usize, to: usize, limit: f32) -> Option<Cut> {
        let word = self.text.get(from..to)?;
        let bare = word.trim_start_matches(|c: char| !c.is_alphabetic());
        let skipped = word.len() - bare.len();
        let bare = bare.trim_end_matches(|c: char| !c.is_alphabetic());
        let places = hyphen_places(bare, self.language);
        let ends = places.into_iter().rev().map(|place| from + skipped + place);
        let fits = |end: &usize| self.measure(start, *end) + *self.hyphen <= limit;
        ends.into_iter().find(fits).map(|end| Cut { end, with: LineEnd::Hyphen })
    }

    /// As many letters as fit, at least one.
    fn between_letters(&self, start: usize, to: usize, limit: f32) -> usize {
        let word = self.text.get(start..to).unwrap_or_default();
        let letters = word.char_indices().filter(|(_, c)| !is_mark(*c)).map(|(at, _)| start + at);
        let mut ends = letters.skip(1).chain([to]);
        let mut end = ends.next().unwrap_or(to);
        for further in ends {
            if self.measure(start, further) > limit {
                break;
            }
            end = further;
        }
        end
    }

    /// A word with a capital is perhaps a name, and a name is divided only if it must be.
    fn is_name(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
    }

    /// Of what is kept whole, nothing is divided: "6 oktober" moves on as it is.
    fn is_one_word(&self, from: usize, to: usize) -> bool {
        self.text.get(from..to).is_some_and(|words| !words.trim_end().contains(' '))
    }

    /// The width of a line from `start` to `end`, without the spaces at its end.
    fn measure(&self, start: usize, end: usize) -> f32 {
        let line = self.text.get(start..end).unwrap_or_default();
        let end = start + line.trim_end_matches(' ').len();
        let along = |byte: usize| self.along.get(byte).copied().unwrap_or_default();
        let soft = if line.ends_with('\u{ad}') { *self.hyphen } else { 0.0 };
        along(end) - along(start) + soft
    }

    /// The same for a line that ends with its own hyphen, or not.
    fn measured(&self, start: usize, cut: Cut) -> f32 {
        let soft = self.text.get(..cut.end).is_some_and(|line| line.ends_with('\u{ad}'));
        let own = if cut.with == LineEnd::Hyphen && !soft { *self.hyphen } else { 0.0 };
        self.measure(start, cut.end) + own
    }

    fn line(&self, type_: &Typesetter, words: &Words<'_>, start: usize, cut: Cut) -> Line {
        let line = self.text.get(start..cut.end).unwrap_or_default();
        words.line(type_, start..start + line.trim_end_matches(' ').len(), cut.with)
    }
}

impl Cut {
    fn plain(end: usize) -> Self {
        Self { end, with: LineEnd::Plain }
    }
}

fn line_ends(text: &str) -> Vec<End> {
    let digit_space_digit = |at: usize| {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        before.strip_suffix(' ').is_some_and(|before| before.ends_with(|c: char| c.is_numeric()))
            && after.starts_with(|c: char| c.is_numeric())
    };
    let end = |at| End { at, parts_a_whole: digit_space_digit(at) || clings(text, at) };
    linebreaks(text).map(|(at, _)| end(at)).collect()
}

/// Longer numbers are years and telephone numbers: what follows them is a word of its own.
const LONGEST_COUNT: usize = 3;

/// Whether the word before this place belongs to what follows: a number to what it counts, "'s" to
/// "nachts", one hour to another.
fn clings(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let line = before.trim_end_matches(' ');
    if line.len() == before.len() {
        let from = before.strip_suffix('–').and_then(|from| from.chars().next_back());
        let until =
            from.is_some_and(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric);
        // "2BMV-CGSA-GHM9", which somebody reads aloud.
        let in_code = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
        let code = before.strip_suffix('-').is_some_and(|code| code.ends_with(in_code));
        return until || code && after.starts_with(in_code);
    }
    let mut words = line.rsplit(' ');
    let word = words.next().unwrap_or_default();
    let is_count = |word: &str| {
        (1..=LONGEST_COUNT).contains(&word.len()) && word.bytes().all(|c| c.is_ascii_digit())
    };
    // "11 oktober 2026".
    let is_year = after.chars().take_while(char::is_ascii_digit).count() == 4;
    if is_year && word.chars().all(char::is_alphabetic) {
        return words.next().is_some_and(is_count);
    }
    if !after.starts_with(|c: char| c.is_alphabetic() || c == '%') {
        return false;
    }
    let mut letters = word.chars();
    let is_short_for = letters.next().is_some_and(|c| matches!(c, '\'' | '’' | '‘'))
        && letters.next().is_some_and(char::is_alphabetic)
        && letters.next().is_none();
    is_count(word) || is_short_for
}
