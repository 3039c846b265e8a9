//! What begins where: a reader's own list of contents, and the one on the paper.

use super::Part;

/// Something that begins on a page, for the list of contents that a reader shows beside the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// How deep it lies, 1 for what lies in nothing else.
    pub level: u8,
    /// What it is called.
    pub title: String,
    /// How far below the top edge it begins.
    pub top: f32,
}

/// The list of contents that stands on the paper.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// Its entries, in order.
    pub leads: Vec<Lead>,
}

/// One entry of the contents: a tap leads to its page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lead {
    /// The title and the page number, placed.
    pub words: Vec<Part>,
    /// What a screen reader says of the link.
    pub spoken: String,
    /// The page, counted from 0.
    pub page: usize,
    /// How far below the top edge of that page it leads.
    pub top: f32,
}
