//! Makes typed text safe to draw, and says what could not be drawn.
//!
//! - Letters are composed (é, not e and an accent), so that the fonts have them.
//! - A line break of any kind is a line break; a tab is a space.
//! - Control characters and whatever turns the reading order around by force (embeddings,
//!   overrides, isolates), fills lines with nothing or hides words are left out and reported as
//!   `invisible`. The plain direction marks (U+200E, U+200F, U+061C) stay: mixed Arabic and Dutch
//!   needs them, and they cannot turn letters around. Soft hyphens, joiners and zero-width
//!   spaces stay too; they are not drawn.
//! - A picture (emoji, rare sign) that no font has is left out. Letters of a script that no font
//!   has become one "?" for each run, so that a reader sees that something stood there. Both are
//!   reported as `missing`.
//! - What only changes the look of a picture (skin colour, "draw this in colour") goes with it,
//!   unreported.
//! - More accents on one letter than any language uses would run over the neighbouring lines;
//!   the rest is left out and reported as `missing`.

use std::collections::BTreeSet;

use landvast_model::finding::is_invisible;
use unicode_normalization::UnicodeNormalization as _;

use crate::font::Fonts;

use super::Weight;

/// No language puts more marks on one letter (polytonic Greek: three).
const MOST_MARKS: usize = 4;

/// Text that can be drawn, and what was left out of it.
#[derive(Debug, Default)]
pub(super) struct Clean {
    pub(super) text: String,
    pub(super) missing: BTreeSet<char>,
    pub(super) invisible: BTreeSet<char>,
}

pub(super) fn clean(typed: &str, weight: Weight, fonts: &Fonts) -> Clean {
    let mut cleaner = Cleaner { fonts, weight, clean: Clean::default(), last: Last::Letter };
    let mut letter = String::new();
    for c in typed.nfc() {
        let fate = fate(c);
        match fate {
            // Left out before letters and marks are put together, so that it hides no accent.
            Fate::Deceiving => {
                cleaner.clean.invisible.insert(c);
                continue;
            }
            Fate::Drawn if is_mark(c) && !letter.is_empty() => {
                letter.push(c);
                continue;
            }
            _ => cleaner.letter(&std::mem::take(&mut letter)),
        }
        match fate {
            Fate::Drawn | Fate::Deceiving => letter.push(c),
            Fate::Space => cleaner.space(),
            Fate::LineBreak => cleaner.line_break(c),
            Fate::Silent => cleaner.silent(c),
        }
    }
    cleaner.letter(&letter);
    cleaner.clean
}

/// What came before the character at hand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Last {
    Letter,
    CarriageReturn,
    LeftOutPicture,
    /// A joiner after a left-out picture: what follows is a part of it (woman, joiner, ⚕).
    JoinedToPicture,
    UnknownLetters,
    SpaceAfterUnknownLetters,
}

struct Cleaner<'a> {
    fonts: &'a Fonts,
    weight: Weight,
    clean: Clean,
    last: Last,
}

impl Cleaner<'_> {
    /// One letter with its marks.
    fn letter(&mut self, letter: &str) {
        let Some(base) = letter.chars().next() else { return };
        if self.last == Last::JoinedToPicture && !base.is_alphanumeric() {
            self.last = Last::LeftOutPicture;
            return;
        }
        let known = |letters: &str| self.fonts.face_for(letters, self.weight).is_some();
        let mut buffer = [0; 4];
        if !known(base.encode_utf8(&mut buffer)) {
            return self.unknown(base);
        }
        let after_hole = self.last == Last::LeftOutPicture && self.clean.text.ends_with(' ');
        if after_hole && matches!(base, '.' | ',' | ';' | ':' | '!' | '?' | ')') {
            self.clean.text.pop();
        }
        self.last = Last::Letter;
        let mut kept = String::from(base);
        for mark in letter.chars().skip(1) {
            kept.push(mark);
            if kept.chars().count() > MOST_MARKS + 1 || !known(&kept) {
                kept.pop();
                if !belongs_to_picture(mark) {
                    self.clean.missing.insert(mark);
                }
            }
        }
        self.clean.text.push_str(&kept);
    }

    fn unknown(&mut self, c: char) {
        if c.is_alphanumeric() || is_mark(c) || is_private(c) {
            match self.last {
                Last::UnknownLetters => {}
                Last::SpaceAfterUnknownLetters => {
                    self.clean.text.pop();
                }
                _ => self.clean.text.push('?'),
            }
            self.last = Last::UnknownLetters;
            self.clean.missing.insert(c);
            return;
        }
        // A colour of skin after a picture is part of that picture.
        if !(self.last == Last::LeftOutPicture && belongs_to_picture(c)) {
            self.clean.missing.insert(c);
        }
        self.last = Last::LeftOutPicture;
    }

    fn space(&mut self) {
        // "a 🙂 b" is left as "a b", not with a hole in it.
        let doubled = self.last == Last::LeftOutPicture && self.clean.text.ends_with([' ', '\n']);
        if !doubled {
            self.clean.text.push(' ');
        }
        let unknown = self.last == Last::UnknownLetters;
        self.last = if unknown { Last::SpaceAfterUnknownLetters } else { Last::Letter };
    }

    fn silent(&mut self, c: char) {
        match (c, self.last) {
            ('\u{200d}', Last::LeftOutPicture) => self.last = Last::JoinedToPicture,
            _ => self.clean.text.push(c),
        }
    }

    fn line_break(&mut self, c: char) {
        if !(c == '\n' && self.last == Last::CarriageReturn) {
            self.clean.text.push('\n');
        }
        self.last = if c == '\r' { Last::CarriageReturn } else { Last::Letter };
    }
}

/// What becomes of a character, before the fonts are asked.
enum Fate {
    Drawn,
    Space,
    LineBreak,
    Silent,
    Deceiving,
}

fn fate(c: char) -> Fate {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::LineBreak,
        ' ' | '\t' => Fate::Space,
        // Break here, do not break here, join, do not join, this way: heeded, never drawn.
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}' => Fate::Silent,
        c if is_invisible(c) => Fate::Deceiving,
        _ => Fate::Drawn,
    }
}

/// Marks are drawn on the letter before them.
pub(super) fn is_mark(c: char) -> bool {
    harfrust::unicode::combining_class(u32::from(c)) != 0
        || harfrust::unicode::script(u32::from(c)) == harfrust::Script::INHERITED && !is_joiner(c)
        || matches!(c, '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Private characters look different in every font, so no font is right.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// What changes only the look of a picture or of a letter drawn as a picture.
fn belongs_to_picture(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}
