//! What can go wrong while paper is made.
//!
//! Nothing here carries words from a plan: an error is read by whoever looks at a log.

use std::fmt;

/// Why no paper could be made.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum CardError {
    /// A position, a size or a width in the scene is no finite number.
    NotANumber,
    /// The scene has no such page.
    NoSuchPage,
    /// A page, or the picture of it, is larger than can be drawn.
    TooLarge,
    /// The fonts, the PDF or the picture could not be written: a fault in this crate.
    NotWritten,
}

impl fmt::Display for CardError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotANumber => "a measure of the page is no finite number",
            Self::NoSuchPage => "the paper has no such page",
            Self::TooLarge => "the page is too large to draw",
            Self::NotWritten => "the paper could not be written",
        })
    }
}

impl std::error::Error for CardError {}
