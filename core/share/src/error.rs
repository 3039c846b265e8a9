//! What can go wrong with a file that came from elsewhere, told apart by what one does next.

use core::fmt;

/// Why something could not be sealed, opened or read.
///
/// Carries no content and, when printed for a log, no secret. Only [`UnknownWord::nearest`] may be
/// a word of the owner's; it is for the owner's own screen and stays out of `Debug` and `Display`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ShareError {
    /// The file is whole as far as one can see, but these words do not open it: they belong to
    /// another backup, or the few lines at the file's start that only the words can prove are
    /// damaged. Age cannot tell those two apart.
    WrongWords,
    /// A word that is not in the list.
    UnknownWord(UnknownWord),
    /// Another number of words than six; 7 stands for any number above.
    WordCount(usize),
    /// Not what was written: cut off or changed.
    Damaged,
    /// Not an age file at all.
    NotABackup,
    /// An age file, but for a key, or for more than one, and not for six words.
    NotForWords,
    /// Whole, but written in a later version of the age format.
    NewerFormat,
    /// Opening it asks for more work than a device should ever give: the file is hostile.
    TooCostly,
    /// The file, or the text to seal, is longer than [`LONGEST_FILE`](crate::backup::LONGEST_FILE).
    TooLong,
    /// The device could not give the memory that it takes.
    OutOfMemory,
}

impl fmt::Display for ShareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WrongWords => "the words do not open this file",
            Self::UnknownWord(word) => {
                return write!(f, "word {} is not in the list", word.position);
            }
            Self::WordCount(found) => return write!(f, "{found} words instead of six"),
            Self::Damaged => "the file is damaged",
            Self::NotABackup => "not an age file",
            Self::NotForWords => "an age file that six words do not open",
            Self::NewerFormat => "written in a later version of the format",
            Self::TooCostly => "opening the file asks for too much work",
            Self::TooLong => "the file is too long",
            Self::OutOfMemory => "not enough memory",
        })
    }
}

impl core::error::Error for ShareError {}

/// Where a typed word is none of the list, and which one was perhaps meant.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct UnknownWord {
    /// Which word, counted from 1 as a person counts.
    pub position: usize,
    /// The word of the list that looks most like it, if any does, and if everything else that was
    /// typed is words of a backup. For the owner's eyes only.
    pub nearest: Option<&'static str>,
}

impl fmt::Debug for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnknownWord({}, hidden)", self.position)
    }
}
