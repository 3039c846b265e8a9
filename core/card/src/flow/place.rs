//! Puts strips that have found their page into the scene: words where they stand, frames around
//! them, and foot and number on every page.

use landvast_text::{Words, id};

use super::breaks::{Filled, FramePart};
use super::leaf::{self, Before, Run};
use super::set::Set;
use super::sizes::{Cut, FOOT, Room};
use super::strip::{Leaf, Listed, Strip};
use super::{Document, Tone};
use crate::scene::{
    Colour, Group, Item, Page, Paint, Placed, Point, Rest, Seam, Shape, Stroke, baseline_in, mm,
};
use crate::shape::{Style, Typesetter, Weight};

/// Where the warning of a page stands, from the upper edge.
const WARNING_MM: f32 = 8.0;
/// From the words of a page to its foot.
const ABOVE_FOOT_MM: f32 = 5.0;
/// The foot of a page has no more lines than this.
const FOOT_LINES: usize = 2;

/// What is put on pages, and with what.
pub(super) struct Placer<'a> {
    pub(super) document: &'a Document,
    pub(super) words: &'a Words,
    pub(super) type_: &'a Typesetter,
    pub(super) room: Room,
    /// Where the sections begin that the contents name, in order.
    pub(super) sections: Vec<Section>,
}

/// Where a section begins.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) page: usize,
    pub(super) top: f32,
    pub(super) title: String,
}

impl<'a> Placer<'a> {
    pub(super) fn new(
        document: &'a Document,
        words: &'a Words,
        type_: &'a Typesetter,
        set: &Set,
        filled: &[Filled],
    ) -> Self {
        let sections = sections(set, filled);
        Self { document, words, type_, room: Room::of(document.turn), sections }
    }

    /// The pages of the scene.
    pub(super) fn pages(&self, mut set: Set, filled: &[Filled]) -> Vec<Page> {
        let mut before = None;
        let mut pages = Vec::with_capacity(filled.len());
        for (number, filled_page) in filled.iter().enumerate() {
            let mut page = Page::new(self.room.page.0, self.room.page.1);
            let runs = leaf::runs(&mut set, filled_page);
            let last = runs.last().and_then(Before::of);
            self.fill(&mut page, &set, filled_page, runs, before);
            page.items.push(self.margins(number, filled.len()));
            before = last.or(before);
            pages.push(page);
        }
        pages
    }

    /// Puts the runs of one page, those of one frame together.
    fn fill(
        &self,
        page: &mut Page,
        set: &Set,
        filled: &Filled,
        runs: Vec<Run>,
        before: Option<Before>,
    ) {
        let mut before = before;
        let mut head = filled.head.and_then(|(leaf, top)| self.head_again(set, leaf, top));
        let mut runs = runs.into_iter().peekable();
        while let Some(first) = runs.peek() {
            let frame = first.frame;
            let part = filled.frames.iter().find(|part| Some(part.frame) == frame);
            let goes_on = frame.is_some() && before.is_some_and(|before| before.frame == frame);
            let mut items: Vec<Item> = Vec::new();
            while let Some(run) = runs.next_if(|run| run.frame == frame) {
                items.extend(head.take());
                let rest_of = before.take().filter(|before| before.leaf == run.leaf);
                let Some(of) = set.leaves.get(run.leaf) else { continue };
                items.extend(self.leaf(page, of, run, rest_of));
            }
            match part {
                Some(part) => page.items.extend(self.framed(set, *part, items, goes_on)),
                None => page.items.append(&mut items),
            }
        }
    }

    /// A frame's ground and border, and what stands in it as one group.
    fn framed(&self, set: &Set, part: FramePart, items: Vec<Item>, goes_on: bool) -> Vec<Item> {
        let tone = set.frames.get(part.frame).copied().unwrap_or(Tone::Calm);
        let paint = match tone {
            Tone::Calm => Paint::Fill(Colour::PALE),
            Tone::Danger => Paint::Outline(Stroke::solid(Colour::DANGER, 1.4)),
        };
        let border = Item::Artifact(vec![Shape::Rect {
            at: Point::new(self.room.left, part.top),
            width: self.room.width,
            height: part.bottom - part.top,
            radius: 4.0,
            paint,
        }]);
        let is_spoken = |item: &Item| !matches!(item, Item::Artifact(_));
        if !items.iter().any(is_spoken) {
            return std::iter::once(border).chain(items).collect();
        }
        let group = Item::Group(Group { items, ..Group::default() });
        let group = if goes_on {
            Item::Rest(Rest { of: Box::new(group), seam: Seam::Between })
        } else {
            group
        };
        vec![border, group]
    }

    /// The head of a table once more. It has been spoken.
    fn head_again(&self, set: &Set, leaf: usize, top: f32) -> Option<Item> {
        let Leaf::Table(table) = set.leaves.get(leaf)? else { return None };
        let mut shapes = Vec::new();
        let mut y = top;
        for strip in &table.head {
            shapes.extend(strip.shapes.iter().map(|shape| moved(shape, self.room.left, y)));
            for bit in strip.cells.iter().flatten() {
                let words = leaf::placed(&bit.placed, self.room.left, y);
                shapes.push(Shape::Label { words, colour: bit.colour });
            }
            y += strip.height;
        }
        Some(Item::Artifact(shapes))
    }

    /// What stands in the margins: the foot, the number of the page, and the warning from the
    /// second page on. Screen readers have heard it all on the first.
    fn margins(&self, number: usize, count: usize) -> Item {
        let Room { left, width, bottom, .. } = self.room;
        let top = bottom + mm(ABOVE_FOOT_MM);
        let stroke = Stroke::solid(Colour::FAINT, 0.5);
        let to = Point::new(left + width, top - 3.0);
        let mut shapes = vec![Shape::Line { from: Point::new(left, top - 3.0), to, stroke }];
        let of = [("page", (number + 1).into()), ("pages", count.into())];
        let page = self.words.say_with(id::PAGE_NUMBER, &of);
        let page = self.in_margin(&page, Weight::Bold, width);
        let taken = page.first().map_or(0.0, |placed| placed.line.width);
        for mut placed in page.into_iter().take(1) {
            placed.x = left + width - taken;
            placed.baseline += top;
            shapes.push(Shape::Label { words: placed, colour: Colour::DEEP });
        }
        let foot = self.in_margin(&self.document.foot, Weight::Regular, width - taken - 14.0);
        for placed in foot.into_iter().take(FOOT_LINES) {
            let words = leaf::placed(&placed, left, top);
            shapes.push(Shape::Label { words, colour: Colour::BLACK });
        }
        let warning = self.document.warning.as_deref().filter(|_| number > 0);
        for placed in self.in_margin(warning.unwrap_or_default(), Weight::Bold, width) {
            let words = leaf::placed(&placed, left, mm(WARNING_MM));
            shapes.push(Shape::Label { words, colour: Colour::DANGER });
        }
        Item::Artifact(shapes)
    }

    /// Lines for a margin, from 0 downwards.
    fn in_margin(&self, words: &str, weight: Weight, width: f32) -> Vec<Placed> {
        let Cut { size, leading } = FOOT;
        let style = Style { size_pt: size, weight, language: &self.document.language };
        self.type_.wrap(words, style, width).place(0.0, 0.0, width, leading)
    }

    /// The number of a page, and where it stands in a line of the contents that ends at `right`.
    pub(super) fn page_number(
        &self,
        page: usize,
        cut: Cut,
        right: f32,
        top: f32,
    ) -> Option<Placed> {
        let style =
            Style { size_pt: cut.size, weight: Weight::Bold, language: &self.document.language };
        let line = self.type_.line(&(page + 1).to_string(), style).lines.into_iter().next()?;
        let baseline = top + baseline_in(cut.leading, cut.size);
        Some(Placed { x: right - line.width, baseline, line })
    }
}

/// Where every section begins that stands behind the contents.
fn sections(set: &Set, filled: &[Filled]) -> Vec<Section> {
    let contents = set.leaves.iter().position(|leaf| matches!(leaf, Leaf::Contents));
    let Some(contents) = contents else { return Vec::new() };
    let mut sections = Vec::new();
    let mut last = contents;
    for (page, filled) in filled.iter().enumerate() {
        for (number, top) in &filled.strips {
            let leaf = set.strips.get(*number).map_or(0, |strip: &Strip| strip.leaf);
            let Some(Leaf::Heading(heading)) = set.leaves.get(leaf) else { continue };
            if leaf > last && heading.listed == Listed::Yes {
                sections.push(Section { page, top: *top, title: heading.title.clone() });
                last = leaf;
            }
        }
    }
    sections
}

/// A shape, moved to where it stands on the page.
pub(super) fn moved(shape: &Shape, right: f32, down: f32) -> Shape {
    let at = |point: Point| Point::new(point.x + right, point.y + down);
    let mut shape = shape.clone();
    match &mut shape {
        Shape::Line { from, to, .. } => (*from, *to) = (at(*from), at(*to)),
        Shape::Rect { at: corner, .. } => *corner = at(*corner),
        Shape::Polygon { corners, .. } => {
            for corner in corners {
                *corner = at(*corner);
            }
        }
        Shape::Circle { middle, .. } => *middle = at(*middle),
        Shape::Label { words, .. } => {
            words.x += right;
            words.baseline += down;
        }
    }
    shape
}
