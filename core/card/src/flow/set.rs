//! Turns the blocks of a document into strips, and says how firmly each holds on to the one above.

use std::collections::BTreeSet;

use landvast_model::{Finding, What};
use landvast_text::Words;

use super::lines::drawn;
use super::printed::{is_empty, stands_over_something};
use super::sizes::{Cut, Room, Sizes};
use super::strip::{Bit, Bond, Heading, Leaf, Listed, Strip};
use super::{Block, Document, Level, Piece, Prose, Source, Tone};
use crate::scene::{Colour, Paint, Point, Role, Shape};
use crate::shape::{Typesetter, Weight};

/// A document, set: what pages are made of.
#[derive(Debug, Default)]
pub(super) struct Set {
    pub(super) strips: Vec<Strip>,
    pub(super) leaves: Vec<Leaf>,
    /// The tone of each frame.
    pub(super) frames: Vec<Tone>,
    /// What no font has.
    pub(super) findings: Vec<Finding>,
}

/// Above a heading within a section, in points.
const ABOVE_PART: f32 = 9.0;
/// Above running text, a list, a table.
pub(super) const ABOVE_BLOCK: f32 = 6.0;
/// Above anything that follows its heading.
const BELOW_HEADING: f32 = 2.0;
/// Above and below what stands in a frame, and at its sides.
pub(super) const FRAME_PAD: f32 = 8.0;
/// From the edge of a section's bar to its words.
const BAR_PAD: f32 = 6.0;

/// Sets a document.
pub(super) fn set(document: &Document, words: &Words, type_: &Typesetter) -> Set {
    let mut setter = Setter::new(document, words, type_);
    setter.title();
    setter.blocks(&document.blocks);
    setter.finish()
}

pub(super) struct Setter<'a> {
    pub(super) document: &'a Document,
    pub(super) words: &'a Words,
    pub(super) type_: &'a Typesetter,
    pub(super) sizes: Sizes,
    set: Set,
    /// Where words stand, from the left end of the page's room.
    pub(super) left: f32,
    pub(super) width: f32,
    frame: Option<usize>,
    /// How many strips are still to stay with the heading or the question above them.
    pub(super) holds: usize,
    /// How the next strip holds on to the one above it.
    next: Bond,
    /// How blocks hold on to each other.
    between: Bond,
    /// How high a heading below a section is.
    part_role: Role,
    /// Room above the next block that replaces its own.
    pub(super) above: Option<f32>,
    pub(super) missing: Vec<(Source, BTreeSet<char>)>,
}

/// A line of words that has been set but stands nowhere yet: its baseline counts from its top.
pub(super) type SetLine = Vec<Bit>;

impl<'a> Setter<'a> {
    fn new(document: &'a Document, words: &'a Words, type_: &'a Typesetter) -> Self {
        Self {
            document,
            words,
            type_,
            sizes: Sizes::of(document.size),
            set: Set::default(),
            left: 0.0,
            width: Room::of(document.turn).width,
            frame: None,
            holds: 0,
            next: Bond::Free,
            between: Bond::Free,
            part_role: Role::H2,
            above: None,
            missing: Vec::new(),
        }
    }

    fn finish(self) -> Set {
        let mut set = self.set;
        for (source, signs) in self.missing {
            let what = What::MissingCharacters { characters: signs.iter().collect() };
            set.findings.push(Finding::about(source.place, source.field, what));
        }
        set
    }

    /// What stands at the top of the first page.
    fn title(&mut self) {
        if let Some(warning) = &self.document.warning {
            let piece = Piece { colour: Colour::DANGER, ..Piece::bold(warning) };
            let prose = Prose { pieces: vec![piece], ..Prose::default() };
            self.paragraph(Leaf::Text(Role::P), &prose, self.sizes.body, Colour::BLACK);
        }
        // A paper without a title of its own is called what its file is called.
        let file = Prose::new(&self.document.title);
        let own = &self.document.heading;
        let title = if own.is_empty() { &file } else { own };
        if !title.is_empty() {
            let lines = self.lines(&bold(title), self.sizes.title, self.width, Colour::DEEP);
            self.text(Leaf::Text(Role::H1), lines, self.sizes.title);
            self.above = Some(4.0);
        }
        for about in &self.document.about {
            self.paragraph(Leaf::Text(Role::P), about, self.sizes.body, Colour::BLACK);
            self.above = Some(3.0);
        }
        self.above = None;
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            let rest = blocks.get(at + 1..).unwrap_or_default();
            match block {
                Block::Heading(level, prose) => {
                    if stands_over_something(*level, rest) && !prose.is_empty() {
                        self.heading(*level, prose);
                    }
                }
                Block::Gap(_) | Block::NewPage | Block::SetIn(_) => self.block(block),
                block if is_empty(block) => {}
                block => self.block(block),
            }
        }
    }

    fn block(&mut self, block: &Block) {
        let body = self.sizes.body;
        match block {
            Block::Heading(level, prose) => self.heading(*level, prose),
            Block::Text(prose) => {
                self.paragraph(Leaf::Text(Role::P), prose, body, Colour::BLACK);
            }
            Block::Note(prose) => {
                let small = self.sizes.small;
                self.paragraph(Leaf::Text(Role::P), prose, small, Colour::BLACK);
            }
            Block::Large(prose) => {
                let large = self.sizes.large;
                self.paragraph(Leaf::Text(Role::P), &bold(prose), large, Colour::BLACK);
            }
            Block::List(marks, entries) => self.list(*marks, entries),
            Block::Facts(facts) => self.facts(facts),
            Block::Calls(marks, calls) => self.calls(*marks, calls),
            Block::Table(table) => self.table(table),
            Block::Ask(prose) => self.ask(prose),
            Block::Pen(pen) => self.pen(pen),
            Block::Tick(tick) => self.tick(tick),
            Block::Frame(tone, blocks) => self.framed(*tone, blocks),
            Block::Sign(sign) => self.sign(sign),
            Block::Contents => self.contents(),
            Block::Gap(room) => self.above = Some(self.above.unwrap_or(ABOVE_BLOCK) + room),
            Block::KeepTogether(blocks) => self.kept_together(blocks),
            Block::NewPage => self.next = Bond::NewPage,
            Block::SetIn(size) => self.sizes = Sizes::of(*size),
        }
    }

    fn kept_together(&mut self, blocks: &[Block]) {
        let before = std::mem::replace(&mut self.between, Bond::Kept);
        let first = self.set.strips.len();
        self.blocks(blocks);
        self.between = before;
        self.loosen(first, before);
    }

    /// What is kept together may be parted from what stands above it.
    fn loosen(&mut self, first: usize, before: Bond) {
        if let Some(strip) = self.set.strips.get_mut(first)
            && strip.bond == Bond::Kept
        {
            strip.bond = before;
        }
    }

    fn framed(&mut self, tone: Tone, blocks: &[Block]) {
        if self.frame.is_some() {
            // A frame in a frame is one frame.
            return self.blocks(blocks);
        }
        self.set.frames.push(tone);
        self.frame = self.set.frames.len().checked_sub(1);
        let (left, width, above) = (self.left, self.width, self.above);
        self.left += FRAME_PAD + 2.0;
        self.width -= 2.0 * (FRAME_PAD + 2.0);
        self.above = Some(above.unwrap_or(ABOVE_BLOCK + 2.0));
        self.kept_together(blocks);
        (self.left, self.width, self.frame) = (left, width, None);
        self.above = Some(ABOVE_BLOCK + 4.0);
    }

    fn heading(&mut self, level: Level, prose: &Prose) {
        let tone = self.frame.and_then(|frame| self.set.frames.get(frame)).copied();
        let colour = if tone == Some(Tone::Danger) { Colour::DANGER } else { Colour::DEEP };
        let is_bar = level == Level::Section && tone.is_none();
        let (above, below) = self.sizes.around_section;
        let (cut, role, above, below) = match level {
            Level::Section => (self.sizes.section, Role::H2, above, below),
            Level::Part => (self.sizes.part, self.part_role, ABOVE_PART, BELOW_HEADING),
        };
        // No level is skipped: what stands before the first section is as high as one.
        if level == Level::Section {
            self.part_role = Role::H3;
        }
        let (pad, ink) = if is_bar { (BAR_PAD, Colour::WHITE) } else { (0.0, colour) };
        let mut lines = self.lines(&bold(prose), cut, self.width - 2.0 * pad, ink);
        shift(&mut lines, pad, 0.0);
        let title = drawn(&lines);
        let height = cut.leading * lines_high(lines.len());
        let heading = Heading {
            role,
            level: if level == Level::Section { 1 } else { 2 },
            title,
            listed: if level == Level::Section { Listed::Yes } else { Listed::No },
        };
        let first = self.set.strips.len();
        self.above = Some(self.above.map_or(above, |given| given.max(above)));
        self.text(Leaf::Heading(heading), lines, cut);
        let (left, width) = (self.left, self.width);
        self.bind_from(first + 1);
        if let Some(strip) = self.set.strips.get_mut(first)
            && is_bar
        {
            strip.shapes.push(bar(left, width, height, colour));
        }
        self.holds = 2;
        self.above = Some(if is_bar { below } else { BELOW_HEADING });
    }

    /// A paragraph over the width of running text.
    pub(super) fn paragraph(&mut self, leaf: Leaf, prose: &Prose, cut: Cut, colour: Colour) {
        let lines = self.running(prose, cut, 0.0, colour);
        self.text(leaf, lines, cut);
    }

    /// Lines of one leaf; two of them stay together at each end.
    fn text(&mut self, leaf: Leaf, lines: Vec<SetLine>, cut: Cut) {
        let leaf = self.begin(leaf);
        self.entry(leaf, 0, lines, cut);
    }

    /// A leaf begins: what comes next belongs to it.
    pub(super) fn begin(&mut self, leaf: Leaf) -> usize {
        self.set.leaves.push(leaf);
        self.set.leaves.len() - 1
    }

    /// What a leaf is, where that is known only after it has been set.
    pub(super) fn becomes(&mut self, leaf: usize, known: Leaf) {
        if let Some(leaf) = self.set.leaves.get_mut(leaf) {
            *leaf = known;
        }
    }

    /// Lines of words with one cell, as an entry of a leaf.
    pub(super) fn entry(&mut self, leaf: usize, entry: usize, lines: Vec<SetLine>, cut: Cut) {
        let left = self.left;
        let strips = lines.into_iter().map(|mut line| {
            let height = if line.is_empty() { cut.leading / 2.0 } else { cut.leading };
            move_bits(&mut line, left, 0.0);
            Strip { height, cells: vec![line], entry, ..Strip::default() }
        });
        let strips = strips.collect();
        self.push_all(leaf, strips, ABOVE_BLOCK);
    }

    /// Strips that belong together like the lines of a paragraph.
    pub(super) fn push_all(&mut self, leaf: usize, strips: Vec<Strip>, above: f32) {
        let count = strips.len();
        for (at, mut strip) in strips.into_iter().enumerate() {
            // Two lines stay together at the end and at the beginning.
            let bond =
                if at == 1 || at > 0 && at + 1 == count { Bond::Bound } else { self.between };
            strip.bond = match if at == 0 { self.next_bond() } else { bond } {
                Bond::NewPage => Bond::NewPage,
                bond => strip.bond.max(bond),
            };
            if at == 0 {
                strip.gap = self.above.take().unwrap_or(above);
            }
            strip.leaf = leaf;
            self.push(strip);
        }
    }

    fn next_bond(&mut self) -> Bond {
        match std::mem::take(&mut self.next) {
            Bond::Free => self.between,
            given => given,
        }
    }

    fn push(&mut self, mut strip: Strip) {
        if self.holds > 0 {
            strip.bond = Bond::Bound;
            self.holds -= 1;
        }
        strip.frame = self.frame;
        self.set.strips.push(strip);
    }

    /// How many strips there are by now.
    pub(super) fn strips_so_far(&self) -> usize {
        self.set.strips.len()
    }

    /// Ties every strip from this one on to the one above it.
    pub(super) fn bind_from(&mut self, first: usize) {
        for strip in self.set.strips.iter_mut().skip(first) {
            strip.bond = Bond::Bound;
        }
    }
}

/// The same words, all bold.
pub(super) fn bold(prose: &Prose) -> Prose {
    let mut prose = prose.clone();
    prose.pieces.iter_mut().for_each(|piece| piece.weight = Weight::Bold);
    prose
}

/// Moves lines that have been set.
pub(super) fn shift(lines: &mut [SetLine], right: f32, down: f32) {
    for line in lines {
        move_bits(line, right, down);
    }
}

pub(super) fn move_bits(bits: &mut [Bit], right: f32, down: f32) {
    for bit in bits {
        bit.placed.x += right;
        bit.placed.baseline += down;
    }
}

fn lines_high(lines: usize) -> f32 {
    (0..lines).map(|_| 1.0).sum()
}

fn bar(left: f32, width: f32, height: f32, colour: Colour) -> Shape {
    Shape::Rect {
        at: Point::new(left, 0.0),
        width,
        height,
        radius: 3.0,
        paint: Paint::Fill(colour),
    }
}
