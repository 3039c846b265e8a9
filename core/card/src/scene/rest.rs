//! What goes on over pages, and is spoken as one thing.

use super::Item;

/// The rest of something that began on an earlier page. It stands on its page before everything
/// else that is spoken; within a group it stands first in a group that is a rest itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Rest {
    /// What stands on this page of it.
    pub of: Box<Item>,
    /// Where it was broken off.
    pub seam: Seam,
}

/// Where a page ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Seam {
    /// Between two entries, rows or things of a group.
    Between,
    /// In the middle of a paragraph, an entry or a row.
    Within,
}
