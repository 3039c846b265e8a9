//! Words into lines: which font has each letter, which way the words run, where a line may end.
//!
//! A [`Typesetter`] holds the fonts. [`Typesetter::wrap`] takes one text as the person typed it
//! and gives back lines that fit a width, each made of glyphs with their places. Text is made safe
//! on the way. A picture that no font has is left out, letters of a script that no font has become
//! one "?", and both are told in [`Paragraph::missing`]. Control characters and marks that turn the
//! reading order around are left out and told in [`Paragraph::invisible`]. A telephone number is
//! kept whole, and in its own order among Arabic words.
//!
//! ```
//! use landvast_card::shape::{Style, Typesetter, Weight};
//!
//! let type_ = Typesetter::new();
//! let style = Style { size_pt: 9.0, weight: Weight::Regular, language: "nl" };
//! let paragraph = type_.wrap("Zet het geluid zacht en dim het licht. 🙂", style, 120.0);
//! assert_eq!(paragraph.lines.len(), 2);
//! assert!(paragraph.missing.contains(&'🙂'));
//! ```

use std::collections::BTreeSet;
use std::ops::Range;

use crate::font::{FaceId, Fonts, fonts};

mod breaks;
mod clean;
mod hyphen;
mod number;
mod run;

use breaks::wrap_words;
use clean::clean;
use run::{Plans, Weights};

/// How heavy letters are.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Weight {
    /// For running text.
    #[default]
    Regular,
    /// For headings and what must be found fast.
    Bold,
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style<'a> {
    /// The size of the letters, in points.
    pub size_pt: f32,
    /// How heavy they are.
    pub weight: Weight,
    /// The language of the words (`nl`, `en-GB`, `ar`, …): decides hyphens and letter forms.
    pub language: &'a str,
}

/// Which way a line reads.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Direction {
    /// As Dutch does.
    #[default]
    LeftToRight,
    /// As Arabic does: the line ends at the right edge.
    RightToLeft,
}

/// One text, set in lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    /// The lines, from the top. An empty line in the text is a line without glyphs.
    pub lines: Vec<Line>,
    /// The characters that no font has; left out or shown as "?".
    pub missing: BTreeSet<char>,
    /// The characters without a shape that were left out because they can deceive a reader.
    pub invisible: BTreeSet<char>,
}

/// One line of words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The words as they are read (not as they are drawn), without the space at their end. A
    /// word that goes on in the next line ends with U+00AD.
    pub text: String,
    /// The letters, from left to right.
    pub glyphs: Vec<Glyph>,
    /// The size of the letters, in points.
    pub size_pt: f32,
    /// The width of the line, in points.
    pub width: f32,
    /// Which way it reads.
    pub direction: Direction,
    /// Which span of the words begins at which byte of `text`, the first one at 0; empty where
    /// all words are one span.
    pub spans: Vec<(usize, usize)>,
}

impl Line {
    /// The letters that a glyph shows.
    #[must_use]
    pub fn shown(&self, glyph: usize) -> &str {
        let shows = self.glyphs.get(glyph).map(|glyph| glyph.shows.clone()).unwrap_or_default();
        self.text.get(shows).unwrap_or_default()
    }
}

/// One drawn shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// The font it is in.
    pub face: FaceId,
    /// Its number in that font; never 0, which would draw an empty box.
    pub id: u16,
    /// To the right of the line's left end, in points.
    pub x: f32,
    /// Above the baseline, in points.
    pub rise: f32,
    /// Which bytes of the line's text it shows; empty for a further glyph of the same letters.
    pub shows: Range<usize>,
}

/// Sets words in lines. Made once and shared: it keeps what it learns of the fonts, never words.
#[derive(Debug)]
pub struct Typesetter {
    fonts: &'static Fonts,
    plans: Plans,
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

impl Typesetter {
    /// With the fonts that are compiled in; they are read once in a process.
    pub fn new() -> Self {
        Self { fonts: fonts(), plans: Plans::default() }
    }

    /// The text in lines that are at most `width` points wide.
    ///
    /// A word that does not fit is hyphenated where its language allows that, and else broken
    /// between letters. Empty text gives no lines.
    #[must_use]
    pub fn wrap(&self, text: &str, style: Style<'_>, width: f32) -> Paragraph {
        self.wrap_spans(&[(text, style.weight)], style, width)
    }

    /// The same for words of changing weight, such as a bold name before a plain remark. The
    /// style's own weight does not count.
    #[must_use]
    pub fn wrap_spans(&self, spans: &[(&str, Weight)], style: Style<'_>, width: f32) -> Paragraph {
        let mut paragraph = Paragraph::default();
        let mut text = String::new();
        let mut starts = Vec::with_capacity(spans.len());
        for (typed, weight) in spans {
            let clean = clean(typed, *weight, self.fonts);
            starts.push((text.len(), *weight));
            text.push_str(&clean.text);
            paragraph.missing.extend(clean.missing);
            paragraph.invisible.extend(clean.invisible);
        }
        if text.is_empty() {
            return paragraph;
        }
        let mut begin = 0;
        for words in text.split('\n') {
            let weights = Weights { starts: &starts, begin };
            paragraph.lines.extend(wrap_words(self, words, style, weights, width));
            begin += words.len() + 1;
        }
        paragraph
    }

    /// The text in one line, however wide; a line break in it is a space.
    #[must_use]
    pub fn line(&self, text: &str, style: Style<'_>) -> Paragraph {
        self.wrap(&text.replace(['\n', '\r'], " "), style, f32::INFINITY)
    }

    /// How wide the text is in one line.
    #[must_use]
    pub fn width(&self, text: &str, style: Style<'_>) -> f32 {
        self.line(text, style).width()
    }
}

impl Paragraph {
    /// The width of the widest line.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// How high the lines are, one below another.
    #[must_use]
    pub fn height(&self, leading: f32) -> f32 {
        self.lines.iter().map(|_| leading).sum()
    }
}
