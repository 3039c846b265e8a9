//! How large words are, and where on an A4 page they may stand.

use super::{Size, Turn};
use crate::scene::mm;

/// A4, in millimetres.
const PAGE: (f32, f32) = (210.0, 297.0);
/// The left margin, in millimetres: wide enough for the holes of a binder.
const LEFT_MM: f32 = 24.0;
/// The right margin.
const RIGHT_MM: f32 = 21.0;
/// From the upper edge to the words.
const TOP_MM: f32 = 17.0;
/// From the lower edge to the words: the foot stands below them.
const BOTTOM_MM: f32 = 24.0;
/// Running text is no wider than this: a longer line loses the eye on its way back.
const WIDEST_TEXT_MM: f32 = 146.0;
/// From line to line for a pen.
pub(super) const PEN_MM: f32 = 9.0;

/// A size of letters, and the distance from line to line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cut {
    pub(super) size: f32,
    pub(super) leading: f32,
}

const fn cut(size: f32, leading: f32) -> Cut {
    Cut { size, leading }
}

/// Every size of one paper.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    pub(super) title: Cut,
    pub(super) section: Cut,
    pub(super) part: Cut,
    pub(super) body: Cut,
    pub(super) large: Cut,
    pub(super) number: Cut,
    pub(super) small: Cut,
    /// Above a section, and between its bar and what follows.
    pub(super) around_section: (f32, f32),
}

impl Sizes {
    pub(super) const fn of(size: Size) -> Self {
        match size {
            Size::Reading => Self {
                title: cut(24.0, 29.0),
                section: cut(13.0, 20.0),
                part: cut(11.5, 15.5),
                body: cut(10.5, 14.5),
                large: cut(14.0, 18.0),
                number: cut(13.0, 16.5),
                small: cut(9.0, 12.0),
                around_section: (16.0, 6.0),
            },
            Size::Chair => Self {
                title: cut(24.0, 29.0),
                section: cut(13.0, 20.0),
                part: cut(11.2, 14.8),
                body: cut(10.2, 13.7),
                large: cut(14.0, 18.0),
                number: cut(13.0, 16.5),
                small: cut(9.0, 12.0),
                around_section: (12.0, 4.0),
            },
            Size::ArmsLength => Self {
                title: cut(24.0, 29.0),
                section: cut(14.0, 21.0),
                part: cut(12.2, 16.5),
                body: cut(11.5, 15.8),
                large: cut(16.0, 20.5),
                number: cut(15.5, 19.0),
                small: cut(9.8, 13.0),
                around_section: (10.0, 4.0),
            },
        }
    }
}

/// The foot of a page is never larger than this.
pub(super) const FOOT: Cut = cut(8.4, 10.4);

/// Where words may stand on a page, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// The size of the page itself.
    pub(super) page: (f32, f32),
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

impl Room {
    pub(super) fn of(turn: Turn) -> Self {
        let (width, height) = match turn {
            Turn::Upright => PAGE,
            Turn::Across => (PAGE.1, PAGE.0),
        };
        Self {
            page: (mm(width), mm(height)),
            left: mm(LEFT_MM),
            width: mm(width - LEFT_MM - RIGHT_MM),
            top: mm(TOP_MM),
            bottom: mm(height - BOTTOM_MM),
        }
    }

    pub(super) fn height(self) -> f32 {
        self.bottom - self.top
    }
}

/// How wide running text may be in a column of this width.
pub(super) fn text_width(width: f32) -> f32 {
    width.min(mm(WIDEST_TEXT_MM))
}
