//! The stuff that pages are filled with: strips, one below another.
//!
//! A strip is a line of words, a line of a table's row, a line for a pen: what can never be split.
//! Each knows how firmly it holds on to the one above it, and which paragraph, list or table (its
//! leaf) it is a part of.

use crate::scene::{Colour, Link, Placed, Role, Shape};
use crate::shape;

/// How firmly a strip holds on to the one above it, loosest first.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Bond {
    /// It begins a new page.
    NewPage,
    /// A page may end above it.
    #[default]
    Free,
    /// It stays with it, if one page can hold everything that is kept together.
    Kept,
    /// It stays with it unless even that is taller than a page.
    Bound,
}

/// What can never be split.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip {
    /// Empty room above it; none at the top of a page.
    pub(super) gap: f32,
    pub(super) height: f32,
    pub(super) bond: Bond,
    /// The number of its leaf.
    pub(super) leaf: usize,
    /// Which entry or row of its leaf it is in.
    pub(super) entry: usize,
    /// The number of the frame it stands in.
    pub(super) frame: Option<usize>,
    /// Its words, counted from the left end of the page's room and the top of the strip. Most
    /// strips have one cell; an entry of a list has its mark and its words, a row its cells.
    pub(super) cells: Vec<Vec<Bit>>,
    /// What is painted below the words, counted as they are.
    pub(super) shapes: Vec<Shape>,
}

/// A part of a line that is of one colour and one language and leads to one place.
#[derive(Clone, Debug)]
pub(super) struct Bit {
    pub(super) placed: Placed,
    pub(super) colour: Colour,
    pub(super) language: Option<String>,
    pub(super) link: Option<Link>,
    /// Which piece of its cell it belongs to: the same piece goes on in the next line.
    pub(super) piece: usize,
}

/// What strips are a part of.
#[derive(Clone, Debug)]
pub(super) enum Leaf {
    /// A heading, a paragraph, a note.
    Text(Role),
    /// A heading that readers can find again.
    Heading(Heading),
    /// A list, an entry a number.
    List,
    /// Labels with words; of those that a page may part, the label is known for the next page.
    Facts(Vec<PartedFact>),
    /// Choices, a cell each.
    Choices,
    /// A table.
    Table(TableLeaf),
    /// The contents; its entries are the sections in their order.
    Contents,
    /// Lines for a pen: nothing is spoken.
    Ornament,
}

/// What a fact is called, line by line, so that it can be said again where its words go on.
#[derive(Clone, Debug)]
pub(super) struct PartedFact {
    pub(super) entry: usize,
    pub(super) label: Vec<Vec<Bit>>,
}

/// A heading.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    pub(super) role: Role,
    /// How deep it lies in a reader's list of contents.
    pub(super) level: u8,
    /// Its words as they are drawn.
    pub(super) title: String,
    /// Whether the paper's own contents name it.
    pub(super) listed: Listed,
}

/// Whether the paper's contents name a heading.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Listed {
    Yes,
    No,
}

/// What a table needs to know of itself when it is put on pages.
#[derive(Clone, Debug, Default)]
pub(super) struct TableLeaf {
    /// The strips of its head: the first so many of the leaf.
    pub(super) head: Vec<Strip>,
    /// How many rows the head is: one, or none.
    pub(super) first_row: usize,
    /// Whether the first cell of a row names it.
    pub(super) names: super::FirstColumn,
}

impl TableLeaf {
    pub(super) fn head_height(&self) -> f32 {
        self.head.iter().map(|strip| strip.height).sum()
    }
}

/// The parts of a line that belong to different pieces, each where it stands in the line.
pub(crate) fn split(line: shape::Line) -> Vec<(usize, f32, shape::Line)> {
    if line.spans.len() < 2 {
        let piece = line.spans.first().map_or(0, |(piece, _)| *piece);
        return vec![(piece, 0.0, line)];
    }
    let ends = line.spans.iter().skip(1).map(|(_, at)| *at).chain([line.text.len()]);
    let owners = owners(&line);
    let mut parts = Vec::new();
    for ((piece, start), end) in line.spans.iter().zip(ends) {
        let Some(text) = line.text.get(*start..end).filter(|text| !text.is_empty()) else {
            continue;
        };
        let mine = || (0..line.glyphs.len()).filter(|at| owners.get(*at) == Some(piece));
        let x = |at: usize| line.glyphs.get(at).map_or(line.width, |glyph| glyph.x);
        let left = mine().map(x).fold(f32::INFINITY, f32::min);
        if !left.is_finite() {
            continue;
        }
        let right = mine().map(|at| x(at + 1)).fold(left, f32::max);
        let glyphs = mine().filter_map(|at| line.glyphs.get(at)).map(|glyph| {
            let shows = &glyph.shows;
            let shows = shows.start.saturating_sub(*start)..shows.end.saturating_sub(*start);
            shape::Glyph { x: glyph.x - left, shows, ..glyph.clone() }
        });
        let part = shape::Line {
            text: text.to_owned(),
            glyphs: glyphs.collect(),
            width: right - left,
            size_pt: line.size_pt,
            direction: line.direction,
            spans: Vec::new(),
        };
        parts.push((*piece, left, part));
    }
    parts
}

/// The piece that each glyph belongs to. A further glyph of the same letters goes with the first.
fn owners(line: &shape::Line) -> Vec<usize> {
    let mut last = 0;
    let owner = |glyph: &shape::Glyph| {
        if !glyph.shows.is_empty() {
            let after = line.spans.partition_point(|(_, at)| *at <= glyph.shows.start);
            last = after.checked_sub(1).and_then(|at| line.spans.get(at)).map_or(0, |span| span.0);
        }
        last
    };
    line.glyphs.iter().map(owner).collect()
}
