//! Strips of one paragraph, list or table on one page, as the one thing that it is.

use landvast_text::id;

use super::FirstColumn;
use super::breaks::Filled;
use super::place::{Placer, moved};
use super::set::Set;
use super::sizes::{Cut, Sizes};
use super::strip::{Bit, Leaf, PartedFact, Strip, TableLeaf};
use crate::scene::{
    Block, Cell, Colour, Contents, Entry, Item, Lead, List, Mark, Page, Part, Placed, Point, Rest,
    Role, Scope, Seam, Shape, Stroke, Table,
};

/// Strips of one leaf that stand on one page, each with its top.
pub(super) struct Run {
    pub(super) leaf: usize,
    pub(super) frame: Option<usize>,
    strips: Vec<(Strip, f32)>,
}

/// What the page before ended with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    pub(super) leaf: usize,
    pub(super) frame: Option<usize>,
    entry: usize,
}

impl Before {
    pub(super) fn of(run: &Run) -> Option<Self> {
        let (strip, _) = run.strips.last()?;
        Some(Self { leaf: run.leaf, frame: run.frame, entry: strip.entry })
    }
}

/// The runs of one page. The words move out of the set: a page is made once.
pub(super) fn runs(set: &mut Set, filled: &Filled) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (number, top) in &filled.strips {
        let Some(strip) = set.strips.get_mut(*number) else { continue };
        let (leaf, frame) = (strip.leaf, strip.frame);
        // Its place in the leaf is still asked for.
        let left = Strip { leaf, frame, entry: strip.entry, ..Strip::default() };
        let strip = (std::mem::replace(strip, left), *top);
        match runs.last_mut() {
            Some(run) if run.leaf == leaf => run.strips.push(strip),
            _ => runs.push(Run { leaf, frame, strips: vec![strip] }),
        }
    }
    runs
}

impl Placer<'_> {
    /// The items of one run: what is painted below its words, then the words.
    pub(super) fn leaf(
        &self,
        page: &mut Page,
        leaf: &Leaf,
        run: Run,
        before: Option<Before>,
    ) -> Vec<Item> {
        let left = self.room.left;
        let mut painted: Vec<Shape> = Vec::new();
        for (strip, top) in &run.strips {
            painted.extend(strip.shapes.iter().map(|shape| moved(shape, left, *top)));
        }
        if let Leaf::Heading(heading) = leaf
            && before.is_none()
            && let Some((_, top)) = run.strips.first()
        {
            let (level, title) = (heading.level, heading.title.clone());
            page.marks.push(Mark { level, title, top: *top });
        }
        let first = run.strips.first().map(|(strip, _)| strip.entry);
        let seam = match before {
            Some(before) if Some(before.entry) == first => Seam::Within,
            _ => Seam::Between,
        };
        let within = before.is_some() && seam == Seam::Within;
        if let Leaf::Facts(parted) = leaf
            && within
        {
            painted.extend(label_again(parted, &run.strips, left));
        }
        let entries = entries(run.strips, left);
        let item = match leaf {
            Leaf::Text(role) => Some(text(*role, entries)),
            Leaf::Heading(heading) => Some(text(heading.role, entries)),
            Leaf::List | Leaf::Facts(_) => Some(list(entries, within)),
            Leaf::Choices => Some(choices(entries)),
            Leaf::Table(table) => Some(self::table(table, entries)),
            Leaf::Contents => Some(self.contents(entries, &mut painted)),
            Leaf::Ornament => None,
        };
        let item = item.map(|item| match before {
            Some(_) => Item::Rest(Rest { of: Box::new(item), seam }),
            None => item,
        });
        let painted = (!painted.is_empty()).then_some(Item::Artifact(painted));
        painted.into_iter().chain(item).collect()
    }

    /// The contents: to each title its page, and a line of dots that leads the eye there.
    fn contents(&self, entries: Vec<Cells>, painted: &mut Vec<Shape>) -> Item {
        let cut = Sizes::of(self.document.size).body;
        let right = self.room.left + self.room.width;
        let mut contents = Contents::default();
        for entry in entries {
            let Some(section) = self.sections.get(entry.number) else { continue };
            let mut words: Vec<Part> = entry.cells.into_iter().flatten().collect();
            if let Some(last) = words.last().and_then(|part| part.lines.last())
                && let Some(number) = self.number_beside(last, section.page, cut, right)
            {
                let ends = last.x + last.line.width;
                painted.extend(dots(ends + 6.0, number.x - 6.0, number.baseline));
                words.push(Part::new(vec![number]));
            }
            let page = (section.page + 1).into();
            let arguments = [("title", section.title.as_str().into()), ("page", page)];
            let spoken = self.words.say_with(id::PAGE_LEAD, &arguments);
            contents.leads.push(Lead { words, spoken, page: section.page, top: section.top });
        }
        Item::Contents(contents)
    }

    fn number_beside(&self, title: &Placed, page: usize, cut: Cut, right: f32) -> Option<Placed> {
        let number = self.page_number(page, cut, right, 0.0)?;
        Some(Placed { baseline: title.baseline, ..number })
    }
}

/// The label of words that go on from the page before, beside them once more. It has been spoken.
/// Nothing if the label itself goes on, or has no room.
fn label_again(parted: &[PartedFact], strips: &[(Strip, f32)], left: f32) -> Vec<Shape> {
    let Some((first, _)) = strips.first() else { return Vec::new() };
    let Some(fact) = parted.iter().find(|fact| fact.entry == first.entry) else {
        return Vec::new();
    };
    let beside = strips.iter().take_while(|(strip, _)| strip.entry == fact.entry);
    let is_free = |(strip, _): &(Strip, f32)| strip.cells.first().is_none_or(Vec::is_empty);
    if beside.clone().count() < fact.label.len() || !beside.clone().all(is_free) {
        return Vec::new();
    }
    let lines = fact.label.iter().zip(beside);
    let bits = lines.flat_map(|(line, (_, top))| line.iter().map(move |bit| (bit, *top)));
    bits.map(|(bit, top)| Shape::Label {
        words: placed(&bit.placed, left, top),
        colour: bit.colour,
    })
    .collect()
}

/// One entry of a leaf as it stands on a page: the parts of each of its cells.
struct Cells {
    number: usize,
    cells: Vec<Vec<Part>>,
}

/// The entries of a run. Lines of one piece become one part.
fn entries(strips: Vec<(Strip, f32)>, left: f32) -> Vec<Cells> {
    let mut entries: Vec<(usize, Vec<Gathered>)> = Vec::new();
    for (strip, top) in strips {
        if entries.last().is_none_or(|(number, _)| *number != strip.entry) {
            entries.push((strip.entry, Vec::new()));
        }
        let Some((_, cells)) = entries.last_mut() else { continue };
        for (at, bits) in strip.cells.into_iter().enumerate() {
            if cells.len() <= at {
                cells.push(Gathered::default());
            }
            if let Some(cell) = cells.get_mut(at) {
                for bit in bits {
                    cell.add(bit, left, top);
                }
            }
        }
    }
    let cells = |gathered: Vec<Gathered>| gathered.into_iter().map(|cell| cell.parts).collect();
    entries.into_iter().map(|(number, got)| Cells { number, cells: cells(got) }).collect()
}

/// The parts of a cell while its lines are gathered, each with its piece.
#[derive(Default)]
struct Gathered {
    pieces: Vec<usize>,
    parts: Vec<Part>,
}

impl Gathered {
    fn add(&mut self, bit: Bit, left: f32, top: f32) {
        let placed = Placed {
            x: bit.placed.x + left,
            baseline: bit.placed.baseline + top,
            line: bit.placed.line,
        };
        let known = self.pieces.iter().rposition(|piece| *piece == bit.piece);
        if let Some(part) = known.and_then(|at| self.parts.get_mut(at)) {
            part.lines.push(placed);
            return;
        }
        self.pieces.push(bit.piece);
        let (language, colour, link) = (bit.language, bit.colour, bit.link);
        self.parts.push(Part { language, colour, link, lines: vec![placed] });
    }
}

fn text(role: Role, entries: Vec<Cells>) -> Item {
    let parts = entries.into_iter().flat_map(|entry| entry.cells).flatten().collect();
    Item::Text(Block { role, parts })
}

/// Where the first entry began on the page before, its mark has been spoken.
fn list(entries: Vec<Cells>, within: bool) -> Item {
    let mut list = List::default();
    for (at, entry) in entries.into_iter().enumerate() {
        let mut cells = entry.cells.into_iter();
        let mut labels = cells.next().unwrap_or_default().into_iter().peekable();
        let label = if within && at == 0 { None } else { labels.next() };
        let body = labels.chain(cells.flatten()).collect();
        list.entries.push(Entry { label, body });
    }
    Item::List(list)
}

fn choices(entries: Vec<Cells>) -> Item {
    let cells = entries.into_iter().flat_map(|entry| entry.cells);
    Item::List(List { entries: cells.map(|body| Entry { label: None, body }).collect() })
}

fn table(leaf: &TableLeaf, entries: Vec<Cells>) -> Item {
    let rows = entries.into_iter().map(|entry| {
        let scope = |column: usize, parts: &[Part]| match (entry.number < leaf.first_row, column) {
            (true, _) => Scope::Column,
            (false, 0) if leaf.names == FirstColumn::Names && !parts.is_empty() => Scope::Row,
            (false, _) => Scope::Named,
        };
        let cells = entry.cells.into_iter().enumerate();
        cells.map(|(column, parts)| Cell { scope: scope(column, &parts), parts }).collect()
    });
    Item::Table(Table { rows: rows.collect() })
}

/// A row of dots between a title and its page.
fn dots(from: f32, until: f32, baseline: f32) -> Option<Shape> {
    let stroke = Stroke::dashed(Colour::FAINT, 0.9, 0.9, 3.1);
    let (from, to) = (Point::new(from, baseline), Point::new(until, baseline));
    (to.x - from.x > 8.0).then_some(Shape::Line { from, to, stroke })
}

/// A line of words, moved to where it stands on the page.
pub(super) fn placed(words: &Placed, right: f32, down: f32) -> Placed {
    let Placed { x, baseline, line } = words;
    Placed { x: x + right, baseline: baseline + down, line: line.clone() }
}
