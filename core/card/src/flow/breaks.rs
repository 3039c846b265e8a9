//! Where pages end.
//!
//! Strips are put one below another. What holds together is put as a whole: first everything that
//! is kept together, if a page can hold it and not much more than half of a page stays empty for
//! it; else what is bound (a heading with its first lines, a row); and only what is taller than a
//! page is parted strip by strip.

use std::ops::Range;

use super::set::{FRAME_PAD, Set};
use super::sizes::Room;
use super::strip::{Bond, Leaf, Strip, TableLeaf};

/// What stands on one page, and where.
#[derive(Clone, Debug, Default)]
pub(super) struct Filled {
    /// The strips by number, each with its top.
    pub(super) strips: Vec<(usize, f32)>,
    /// The table whose head is shown again, by its leaf, and where.
    pub(super) head: Option<(usize, f32)>,
    /// The frames, each with its top and bottom on this page.
    pub(super) frames: Vec<FramePart>,
}

/// The part of a frame that is on one page.
#[derive(Clone, Copy, Debug)]
pub(super) struct FramePart {
    pub(super) frame: usize,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

/// A head that takes more of a page than this is not shown again.
const LARGEST_HEAD: f32 = 0.3;
/// What is kept together is parted rather than leave more than this of a page empty: what to do first
/// stands on the first page, also where somebody has much to say.
const LARGEST_HOLE: f32 = 0.6;
/// Rounding, far below what can be seen.
const TOLERANCE: f32 = 0.01;

/// Puts all strips on pages; at least one page.
pub(super) fn pages(set: &Set, room: Room) -> Vec<Filled> {
    let mut filler = Filler { set, room, pages: vec![Filled::default()], at: Cursor::top(room) };
    let mut start = 0;
    while start < set.strips.len() {
        let end = filler.end_of(start, Bond::Kept);
        filler.put(start..end, Bond::Kept);
        start = end;
    }
    filler.close_frame();
    filler.pages
}

struct Filler<'a> {
    set: &'a Set,
    room: Room,
    pages: Vec<Filled>,
    at: Cursor,
}

/// How far a page is filled.
#[derive(Clone, Copy, Debug)]
struct Cursor {
    y: f32,
    edge: Edge,
    frame: Option<usize>,
}

/// Whether anything stands on the page yet.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Edge {
    AtTop,
    Below,
}

impl Cursor {
    fn top(room: Room) -> Self {
        Self { y: room.top, edge: Edge::AtTop, frame: None }
    }

    /// Where a strip that comes next begins.
    fn before(mut self, strip: &Strip) -> Self {
        let gap = if self.edge == Edge::AtTop { 0.0 } else { strip.gap };
        if self.frame == strip.frame {
            self.y += gap;
            return self;
        }
        if self.frame.is_some() {
            self.y += FRAME_PAD;
        }
        self.y += gap;
        if strip.frame.is_some() {
            self.y += FRAME_PAD;
        }
        self.frame = strip.frame;
        self
    }

    fn after(self, strip: &Strip) -> Self {
        Self { y: self.y + strip.height, edge: Edge::Below, ..self }
    }

    /// Where the page is filled to, with the edge of a frame that is still open.
    fn filled(self) -> f32 {
        self.y + if self.frame.is_some() { FRAME_PAD } else { 0.0 }
    }
}

impl Filler<'_> {
    /// Where what begins at `start` and holds together this firmly ends.
    fn end_of(&self, start: usize, bond: Bond) -> usize {
        let rest = self.set.strips.get(start + 1..).unwrap_or_default();
        start + 1 + rest.iter().take_while(|strip| strip.bond >= bond).count()
    }

    fn strips(&self, range: Range<usize>) -> &[Strip] {
        self.set.strips.get(range).unwrap_or_default()
    }

    fn put(&mut self, range: Range<usize>, bond: Bond) {
        let begins = self.strips(range.clone()).first().map(|strip| strip.bond);
        if begins == Some(Bond::NewPage) && self.at.edge == Edge::Below {
            self.new_page(range.start);
        }
        if self.fits(self.at, range.clone()) {
            return self.place(range);
        }
        let moves = bond == Bond::Bound || self.hole() <= LARGEST_HOLE * self.room.height();
        if self.at.edge == Edge::Below && moves && self.fits(self.fresh(range.start), range.clone())
        {
            self.new_page(range.start);
            return self.place(range);
        }
        let mut start = range.start;
        if bond == Bond::Kept {
            while start < range.end {
                let end = self.end_of(start, Bond::Bound).min(range.end);
                self.put(start..end, Bond::Bound);
                start = end;
            }
            return;
        }
        for number in range {
            if self.at.edge == Edge::Below && !self.fits(self.at, number..number + 1) {
                self.new_page(number);
            }
            self.place(number..number + 1);
        }
    }

    /// How much of the page is still empty.
    fn hole(&self) -> f32 {
        self.room.bottom - self.at.filled()
    }

    fn fits(&self, from: Cursor, range: Range<usize>) -> bool {
        let strips = self.strips(range).iter();
        let end = strips.fold(from, |at, strip| at.before(strip).after(strip));
        end.filled() <= self.room.bottom + TOLERANCE
    }

    fn place(&mut self, range: Range<usize>) {
        let set = self.set;
        for number in range {
            let Some(strip) = set.strips.get(number) else { continue };
            if strip.frame != self.at.frame {
                self.close_frame();
            }
            let opens = strip.frame.filter(|_| strip.frame != self.at.frame);
            self.at = self.at.before(strip);
            let y = self.at.y;
            let Some(page) = self.pages.last_mut() else { continue };
            if let Some(frame) = opens {
                page.frames.push(FramePart { frame, top: y - FRAME_PAD, bottom: y });
            }
            page.strips.push((number, y));
            self.at = self.at.after(strip);
        }
    }

    /// The frame that is open ends where the page is filled to. The cursor stays in it, so that
    /// what follows keeps its distance.
    fn close_frame(&mut self) {
        let bottom = self.at.filled();
        if self.at.frame.is_some()
            && let Some(part) = self.pages.last_mut().and_then(|page| page.frames.last_mut())
        {
            part.bottom = bottom;
        }
    }

    /// The table that a strip goes on with, if its head is to be shown again above it.
    fn head_above(&self, strip: usize) -> Option<(usize, &TableLeaf)> {
        let strip = self.set.strips.get(strip)?;
        let Leaf::Table(table) = self.set.leaves.get(strip.leaf)? else { return None };
        let small = table.head_height() <= self.room.height() * LARGEST_HEAD;
        (strip.entry >= table.first_row && !table.head.is_empty() && small)
            .then_some((strip.leaf, table))
    }

    /// The cursor on a new page that begins with this strip.
    fn fresh(&self, strip: usize) -> Cursor {
        let mut at = Cursor::top(self.room);
        if let Some((_, table)) = self.head_above(strip) {
            at.frame = self.set.strips.get(strip).and_then(|strip| strip.frame);
            at.y += if at.frame.is_some() { FRAME_PAD } else { 0.0 };
            at.y += table.head_height();
        }
        at
    }

    fn new_page(&mut self, first: usize) {
        self.close_frame();
        let mut page = Filled::default();
        self.at = self.fresh(first);
        if let Some((leaf, table)) = self.head_above(first) {
            let top = self.at.y - table.head_height();
            page.head = Some((leaf, top));
            if let Some(frame) = self.at.frame {
                let top = top - FRAME_PAD;
                page.frames.push(FramePart { frame, top, bottom: top });
            }
        }
        self.pages.push(page);
    }
}
