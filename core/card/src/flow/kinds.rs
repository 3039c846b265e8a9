//! Lists, labels with words, people to call, and the contents.

use super::printed::sections;
use super::set::{ABOVE_BLOCK, SetLine, Setter, bold, move_bits, shift};
use super::sizes::{Cut, text_width};
use super::strip::{Bit, Bond, Leaf, PartedFact, Strip};
use super::{Call, Dial, Fact, Marks, Piece, Prose};
use crate::scene::Colour;

/// From the mark of an entry to its words.
const INDENT: f32 = 13.0;
/// From the first mark of somebody to call to their name.
const CALL_INDENT: f32 = 18.0;
/// Between a mark and its words, at least.
const BEHIND_MARK: f32 = 4.0;
/// Between two entries of a list.
const BETWEEN: f32 = 1.5;
const BETWEEN_FACTS: f32 = BETWEEN + 1.0;
/// What a gap takes away so that facts go on below facts as if they were one block.
pub(crate) const FACTS_GO_ON: f32 = BETWEEN_FACTS - ABOVE_BLOCK;
/// No paragraph has more pieces than this; the next one's are counted on from here.
const PIECES: usize = 1_000;
/// How much of the width the labels of facts take, and at most how many points.
const LABELS: (f32, f32) = (0.31, 128.0);
/// Between a name and the remark behind it.
const APART: f32 = 8.0;
/// A label and its words are not parted if they take no more lines than this.
const WHOLE_FACT: usize = 4;
/// Between a label and its words.
const GUTTER: f32 = 10.0;

impl Setter<'_> {
    pub(super) fn list(&mut self, marks: Marks, entries: &[Prose]) {
        let leaf = self.begin(Leaf::List);
        let cut = self.sizes.body;
        let entries: Vec<&Prose> = entries.iter().filter(|entry| !entry.is_empty()).collect();
        let indent = self.indent(marks, entries.len(), cut, INDENT);
        for (number, prose) in entries.into_iter().enumerate() {
            let label = self.mark(marks, number + 1, cut);
            let lines = self.running(prose, cut, indent, Colour::BLACK);
            let strips = self.beside(label, lines, indent, cut, number);
            self.push_all(leaf, strips, if number == 0 { ABOVE_BLOCK } else { BETWEEN });
        }
    }

    /// "•" or "3".
    fn mark(&mut self, marks: Marks, number: usize, cut: Cut) -> Vec<SetLine> {
        let mark = match marks {
            Marks::Bullets => "•".to_owned(),
            Marks::Numbers => number.to_string(),
        };
        self.lines(&Prose::bold(mark), cut, f32::INFINITY, Colour::DEEP)
    }

    /// How far words stand behind their marks: as far as the last number needs, which is the
    /// widest.
    fn indent(&mut self, marks: Marks, count: usize, cut: Cut, least: f32) -> f32 {
        let widest = self.mark(marks, count, cut);
        let widest = widest.iter().map(|line| right_end(line)).fold(0.0, f32::max);
        least.max(widest + BEHIND_MARK)
    }

    /// Strips with a mark or label at the left and words beside it.
    fn beside(
        &mut self,
        label: Vec<SetLine>,
        words: Vec<SetLine>,
        indent: f32,
        cut: Cut,
        entry: usize,
    ) -> Vec<Strip> {
        let count = label.len().max(words.len());
        let (mut label, mut words) = (label.into_iter(), words.into_iter());
        let strips = (0..count).map(|_| {
            let mut cells = vec![label.next().unwrap_or_default()];
            cells.push(words.next().unwrap_or_default());
            let is_empty = cells.iter().all(Vec::is_empty);
            for (cell, right) in cells.iter_mut().zip([0.0, indent]) {
                move_bits(cell, self.left + right, 0.0);
            }
            let height = if is_empty { cut.leading / 2.0 } else { cut.leading };
            Strip { height, entry, cells, ..Strip::default() }
        });
        strips.collect()
    }

    /// Labels in a column of their own, so that the eye runs down them.
    pub(super) fn facts(&mut self, facts: &[Fact]) {
        let leaf = self.begin(Leaf::List);
        let cut = self.sizes.body;
        let indent = (self.width * LABELS.0).min(LABELS.1);
        let facts = facts.iter().filter(|fact| !fact.is_empty());
        let mut parted = Vec::new();
        for (number, fact) in facts.enumerate() {
            let label = self.label(&fact.label, cut, indent - GUTTER);
            let width = text_width(self.width - indent);
            let words = self.paragraphs(&fact.words, cut, width);
            let mut strips = self.beside(label, words, indent, cut, number);
            if strips.len() <= WHOLE_FACT {
                strips.iter_mut().skip(1).for_each(|strip| strip.bond = Bond::Bound);
            } else {
                let label = strips.iter().filter_map(|strip| strip.cells.first().cloned());
                let label = label.take_while(|line| !line.is_empty()).collect();
                parted.push(PartedFact { entry: number, label });
            }
            self.push_all(leaf, strips, if number == 0 { ABOVE_BLOCK } else { BETWEEN_FACTS });
        }
        self.becomes(leaf, Leaf::Facts(parted));
    }

    /// One paragraph, or several with a bullet each.
    fn paragraphs(&mut self, paragraphs: &[Prose], cut: Cut, width: f32) -> Vec<SetLine> {
        let mut lines = Vec::new();
        let full = paragraphs.iter().filter(|prose| !prose.is_empty());
        let indent = if full.clone().count() > 1 { INDENT } else { 0.0 };
        for (number, prose) in full.enumerate() {
            let mut set = self.lines(prose, cut, width - indent, Colour::BLACK);
            shift(&mut set, indent, 0.0);
            for bit in set.iter_mut().flatten() {
                bit.piece += PIECES * (2 * number + 1);
            }
            if let Some(first) = set.first_mut().filter(|_| indent > 0.0) {
                let mark = self.mark(Marks::Bullets, 0, cut).into_iter().next();
                let mut mark = mark.unwrap_or_default();
                for bit in &mut mark {
                    bit.piece = PIECES * 2 * number;
                }
                mark.append(first);
                *first = mark;
            }
            lines.append(&mut set);
        }
        lines
    }

    /// Name at the left, large number at the right, the rest small below the name.
    pub(super) fn calls(&mut self, marks: Marks, calls: &[Call]) {
        let leaf = self.begin(Leaf::List);
        let calls = calls.iter().filter(|call| !call.who.is_empty() || !call.numbers.is_empty());
        let calls: Vec<&Call> = calls.collect();
        let indent = match marks {
            Marks::Bullets => 0.0,
            Marks::Numbers => self.indent(marks, calls.len(), self.sizes.number, CALL_INDENT),
        };
        for (number, call) in calls.into_iter().enumerate() {
            let strips = self.call((marks, indent), number, call);
            self.push_all(leaf, strips, if number == 0 { ABOVE_BLOCK } else { 5.0 });
        }
    }

    fn call(&mut self, (marks, indent): (Marks, f32), number: usize, call: &Call) -> Vec<Strip> {
        let (large, small) = (self.sizes.number, self.sizes.small);
        let width = self.width;
        let mut label = match marks {
            Marks::Bullets => Vec::new(),
            Marks::Numbers => self.mark(marks, number + 1, large),
        };
        let numbers: Vec<SetLine> =
            call.numbers.iter().enumerate().map(|(at, dial)| self.dial(at, dial)).collect();
        let widest = numbers.iter().map(|line| right_end(line)).fold(0.0, f32::max);
        // A long number leaves the name no room: then it stands below.
        let beside = if widest < (width - indent) * 0.55 {
            width - indent - widest - 12.0
        } else {
            width - indent
        };
        let named = self.lines(&bold(&call.who), self.sizes.part, beside, Colour::BLACK);
        let mut words: Vec<(Cut, SetLine)> =
            named.into_iter().map(|line| (self.sizes.part, line)).collect();
        for about in &call.about {
            let lines = self.lines(about, small, beside, Colour::BLACK);
            for line in lines {
                add_about(&mut words, line, small, beside);
            }
        }
        let mut strips: Vec<Strip> = Vec::new();
        let apart = beside >= width - indent && !numbers.is_empty();
        let above = if apart { words.len() } else { 0 };
        let count = words.len().max(above + numbers.len());
        let mut words = words.into_iter();
        let mut numbers = numbers.into_iter();
        for at in 0..count {
            let mut body: Vec<Bit> = Vec::new();
            let mut height = 0.0_f32;
            if let Some((cut, mut line)) = words.next() {
                height = cut.leading;
                move_bits(&mut line, self.left + indent, 0.0);
                // Names and remarks are further pieces of the same entry.
                for bit in &mut line {
                    bit.piece += 10 * PIECES * (at + 1);
                }
                body.append(&mut line);
            }
            if let Some(mut line) = (at >= above).then(|| numbers.next()).flatten() {
                let right = self.left + width - right_end(&line);
                let right = if apart { self.left + indent } else { right };
                // The name stands on the line of the number beside it.
                let down =
                    if height > 0.0 { 0.0 } else { large.leading - self.sizes.number.leading };
                move_bits(&mut line, right, down);
                let baseline = line.first().map(|bit| bit.placed.baseline);
                for bit in body.iter_mut().filter(|_| at == 0) {
                    bit.placed.baseline = baseline.unwrap_or(bit.placed.baseline);
                }
                height = height.max(large.leading);
                body.append(&mut line);
            }
            let mut mark = if at == 0 { label.pop().unwrap_or_default() } else { Vec::new() };
            move_bits(&mut mark, self.left, 0.0);
            strips.push(Strip {
                height,
                // A list may go on over the page; the numbers of one person stay with the name.
                bond: if at == 0 { Bond::Free } else { Bond::Bound },
                cells: vec![mark, body],
                entry: number,
                ..Strip::default()
            });
        }
        strips
    }

    /// "avond en nacht  088 1234599", from 0 rightwards.
    fn dial(&mut self, at: usize, dial: &Dial) -> SetLine {
        let large = self.sizes.number;
        let which = Prose::new(&dial.which);
        let mut line: SetLine = self
            .lines(&which, self.sizes.small, f32::INFINITY, Colour::BLACK)
            .into_iter()
            .next()
            .unwrap_or_default();
        let piece = Piece { link: dial.link.clone(), ..Piece::bold(&dial.shown) };
        let prose = Prose { pieces: vec![piece], ..Prose::default() };
        let number = self.lines(&prose, large, self.width, Colour::BLACK).into_iter().next();
        let mut number = number.unwrap_or_default();
        let right = if line.is_empty() { 0.0 } else { right_end(&line) + 6.0 };
        move_bits(&mut number, right, 0.0);
        let baseline = number.first().map(|bit| bit.placed.baseline);
        for bit in &mut line {
            bit.placed.baseline = baseline.unwrap_or(bit.placed.baseline);
        }
        line.append(&mut number);
        for (within, bit) in line.iter_mut().enumerate() {
            bit.piece = 1_000 * PIECES * (at + 1) + within;
        }
        line
    }

    /// A line for every section; its page is not known yet.
    pub(super) fn contents(&mut self) {
        let leaf = self.begin(Leaf::Contents);
        let (cut, width) = (self.sizes.body, self.width);
        for (number, title) in sections(&self.document.blocks).into_iter().enumerate() {
            // Room for the number at the right.
            let lines = self.lines(&title, cut, width - 36.0, Colour::BLACK);
            let left = self.left;
            let strips = lines.into_iter().map(|mut line| {
                move_bits(&mut line, left, 1.0);
                let height = cut.leading + 2.0;
                Strip { height, cells: vec![line], entry: number, ..Strip::default() }
            });
            let strips = strips.collect();
            self.push_all(leaf, strips, if number == 0 { ABOVE_BLOCK } else { 0.0 });
        }
    }
}

/// A remark goes behind the name if both are one line, else on a line of its own.
fn add_about(words: &mut Vec<(Cut, SetLine)>, mut line: SetLine, cut: Cut, width: f32) {
    if let [(_, name)] = words.as_mut_slice()
        && right_end(name) + APART + right_end(&line) <= width
        && let Some(baseline) = name.first().map(|bit| bit.placed.baseline)
    {
        move_bits(&mut line, right_end(name) + APART, 0.0);
        for bit in &mut line {
            bit.placed.baseline = baseline;
            bit.piece += PIECES;
        }
        name.append(&mut line);
        return;
    }
    words.push((cut, line));
}

/// Where a line of words ends.
pub(super) fn right_end(line: &[Bit]) -> f32 {
    line.iter().map(|bit| bit.placed.x + bit.placed.line.width).fold(0.0, f32::max)
}
