//! What a pen fills in: lines to write on, boxes to tick, places to sign.

use landvast_text::id;

use super::kinds::right_end;
use super::set::{ABOVE_BLOCK, Setter, bold, move_bits, shift};
use super::sizes::PEN_MM;
use super::strip::{Bit, Bond, Leaf, Strip};
use super::{Marks, Pen, Prose, Sign, Tick};
use crate::scene::{Colour, Paint, Point, Role, Shape, Stroke, mm};

/// A label that takes more of the width than this stands above the line to write on.
const LONGEST_LABEL: f32 = 0.6;
/// Above a question: the lines above it belong to another.
const ABOVE_ASK: f32 = 7.5;
/// A box to tick.
const TICK_MM: f32 = 4.2;
/// Room above a line to sign on.
const SIGN_MM: f32 = 13.0;

impl Setter<'_> {
    /// As wide as the lines below it: what a form asks is short, and looks odd if it is not.
    pub(super) fn ask(&mut self, prose: &Prose) {
        let cut = self.sizes.body;
        let lines = self.lines(prose, cut, self.width, Colour::BLACK);
        let leaf = self.begin(Leaf::Text(Role::P));
        self.above.get_or_insert(ABOVE_ASK);
        self.entry(leaf, 0, lines, cut);
        self.holds = 1;
        self.above = Some(1.0);
    }

    pub(super) fn pen(&mut self, pen: &Pen) {
        let (cut, pitch) = (self.sizes.body, mm(PEN_MM));
        let label = self.lines(&Prose::bold(&pen.label), cut, self.width, Colour::DEEP);
        let mut left_over = pen.lines.max(1);
        // Without a label it belongs to the question above it.
        let mut above = if label.is_empty() { 0.0 } else { ABOVE_BLOCK / 2.0 };
        match label.as_slice() {
            [] => {}
            [short] if right_end(short) < self.width * LONGEST_LABEL => {
                let shapes = vec![self.rule(right_end(short) + 6.0, pitch)];
                let mut line = short.clone();
                move_bits(&mut line, self.left, pitch - cut.leading);
                let strip = Strip { height: pitch, cells: vec![line], shapes, ..Strip::default() };
                let leaf = self.begin(Leaf::Text(Role::P));
                self.push_all(leaf, vec![strip], above);
                left_over -= 1;
                above = 0.0;
            }
            _ => {
                let leaf = self.begin(Leaf::Text(Role::P));
                self.entry(leaf, 0, label, cut);
                above = 0.0;
            }
        }
        let leaf = self.begin(Leaf::Ornament);
        let strips = (0..left_over).map(|_| {
            let shapes = vec![self.rule(0.0, pitch)];
            Strip { height: pitch, shapes, ..Strip::default() }
        });
        let mut strips: Vec<Strip> = strips.collect();
        if let Some(first) = strips.first_mut().filter(|_| above == 0.0) {
            first.bond = Bond::Bound;
        }
        self.push_all(leaf, strips, above);
    }

    /// A line to write on, at the foot of a strip of this height.
    fn rule(&self, indent: f32, height: f32) -> Shape {
        line_across(self.left + indent, self.left + self.width, height - 1.0)
    }

    pub(super) fn tick(&mut self, tick: &Tick) {
        let leaf = self.begin(Leaf::Choices);
        let cut = self.sizes.body;
        let side = mm(TICK_MM);
        let indent = side + 5.0;
        let height = cut.leading + 6.0;
        let mut strips: Vec<Strip> = Vec::new();
        let mut x = f32::INFINITY;
        let label = Prose::bold(&tick.label);
        let labels = [(&label, 0.0, Colour::DEEP)].into_iter();
        let choices = tick.choices.iter().map(|choice| (choice, indent, Colour::BLACK));
        for (prose, indent, colour) in labels.chain(choices).filter(|(prose, ..)| !prose.is_empty())
        {
            let lines = self.lines(prose, cut, self.width - indent, colour);
            let width = lines.iter().map(|line| right_end(line)).fold(0.0, f32::max);
            if x + indent + width > self.width || lines.len() > 1 {
                strips.push(Strip { height, entry: strips.len(), ..Strip::default() });
                x = 0.0;
            }
            let Some(strip) = strips.last_mut() else { continue };
            let mut cell: Vec<Bit> = Vec::new();
            let mut down = 3.0;
            for mut line in lines {
                move_bits(&mut line, self.left + x + indent, down);
                cell.append(&mut line);
                down += cut.leading;
            }
            strip.height = strip.height.max(down + 3.0);
            strip.cells.push(cell);
            if indent > 0.0 {
                strip.shapes.push(Shape::Rect {
                    at: Point::new(self.left + x, (height - side) / 2.0),
                    width: side,
                    height: side,
                    radius: 1.0,
                    paint: Paint::Outline(Stroke::solid(Colour::DEEP, 0.9)),
                });
            }
            x += indent + width + 18.0;
        }
        self.push_all(leaf, strips, 4.0);
    }

    pub(super) fn sign(&mut self, sign: &Sign) {
        let first = self.strips_so_far();
        let cut = self.sizes.body;
        if !sign.who.is_empty() {
            self.paragraph(Leaf::Text(Role::P), &bold(&sign.who), cut, Colour::BLACK);
            self.above = Some(1.0);
        }
        match sign.what.as_slice() {
            [only] if !only.is_empty() => {
                self.paragraph(Leaf::Text(Role::P), only, cut, Colour::BLACK);
            }
            several => self.list(Marks::Bullets, several),
        }
        let mut places = Vec::new();
        if sign.who.is_empty() {
            places.push((id::PAGE_SIGN_NAME, 0.0, 0.36));
        }
        let start = if sign.who.is_empty() { 0.39 } else { 0.0 };
        places.push((id::PAGE_SIGN_HERE, start, 0.74));
        places.push((id::PAGE_SIGN_DAY, 0.77, 1.0));
        let height = mm(SIGN_MM);
        let mut line = Strip { height, ..Strip::default() };
        let mut captions: Vec<Bit> = Vec::new();
        for (at, (message, from, until)) in places.into_iter().enumerate() {
            let (from, until) = (self.left + self.width * from, self.left + self.width * until);
            line.shapes.push(line_across(from, until, height - 1.0));
            let caption = Prose::new(self.words.say(message));
            let mut lines = self.lines(&caption, self.sizes.small, until - from, Colour::BLACK);
            shift(&mut lines, from, 0.0);
            let mut caption = lines.into_iter().next().unwrap_or_default();
            for bit in &mut caption {
                bit.piece = at;
            }
            captions.append(&mut caption);
        }
        let leaf = self.begin(Leaf::Ornament);
        self.push_all(leaf, vec![line], 0.0);
        let leaf = self.begin(Leaf::Text(Role::P));
        let height = self.sizes.small.leading;
        let strip = Strip { height, cells: vec![captions], ..Strip::default() };
        self.above = Some(0.0);
        self.push_all(leaf, vec![strip], 0.0);
        self.bind_from(first + 1);
    }
}

/// A thin line for a pen.
fn line_across(from: f32, until: f32, y: f32) -> Shape {
    Shape::Line {
        from: Point::new(from, y),
        to: Point::new(until, y),
        stroke: Stroke::solid(Colour::FAINT, 0.7),
    }
}
