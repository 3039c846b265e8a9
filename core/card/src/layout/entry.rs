//! Putting entries on a panel: label and words in one flow, lists with bullets, numbers at the
//! right edge.

use super::column::{BODY, Column, LEADING, MovedPiece, NUMBER, OURS, Squeeze, Whose};
use super::pieces::{Line, Piece};
use super::{Area, PLAN};
use crate::flow::split;
use crate::scene::{Block, Colour, Entry, Item, List, Part, Placed, Point, Role};
use crate::shape::{Direction, Paragraph, Style, Weight};

/// Between two entries.
const GAP: f32 = 2.8;
/// Between two short entries on one line.
const APART: f32 = 11.0;
/// From a bullet to its words.
const INDENT: f32 = 7.5;
/// The size of a number in an entry.
const IN_ENTRY: f32 = NUMBER - 0.5;
/// From the line of one number to that of the next, at least: numbers are larger than the words
/// beside them, and two of them one below another must stay clear of each other.
const BETWEEN_NUMBERS: f32 = 10.6;

impl<'a> Column<'a> {
    /// Puts one entry, or as much of a list as fits; remembers what did not.
    pub(super) fn piece(&mut self, piece: &Piece) {
        let all = piece.chars();
        if all == 0 {
            return;
        }
        let whose = Whose { place: PLAN, field: Some(piece.field) };
        let mut keep = piece.lines.len();
        let mut sizes = self.sizes(piece).into_iter();
        let mut size = sizes.next();
        while let Some(set_in) = size.filter(|_| keep > 0) {
            let lines = piece.lines.get(..keep).unwrap_or_default();
            let laid = self.lay(piece, lines, set_in, whose);
            if laid.bottom <= self.bottom + 0.05 {
                self.items.extend(laid.items);
                self.y = laid.bottom;
                self.open_line = laid.open_line;
                self.started = true;
                break;
            }
            // A text is put whole, perhaps smaller, or not at all; a list may lose its tail.
            if piece.listed {
                keep -= 1;
            } else {
                size = sizes.next();
                if size.is_none() {
                    keep = 0;
                }
            }
        }
        if keep == 0 && self.put_numbers(piece, whose) {
            return;
        }
        let put: usize = piece.lines.iter().take(keep).map(Line::chars).sum();
        if keep < piece.lines.len() || piece.more > 0 {
            let chars = all.saturating_sub(put) + piece.more;
            let panel = piece.panel;
            self.moved.push(MovedPiece { panel, place: PLAN, field: whose.field, chars });
        }
    }

    /// Puts an entry that another face has room for too: whole, or not at all.
    pub(super) fn spare(&mut self, piece: &Piece) {
        if piece.chars() == 0 {
            return;
        }
        let whose = Whose { place: PLAN, field: Some(piece.field) };
        let size = Size { body: self.body, leading: self.leading, weight: Weight::Regular };
        let laid = self.lay(piece, &piece.lines, size, whose);
        if laid.bottom > self.bottom + 0.05 || piece.more > 0 {
            self.left_to_others += 1;
            return;
        }
        self.items.extend(laid.items);
        (self.y, self.open_line, self.started) = (laid.bottom, laid.open_line, true);
        self.took.insert(piece.field);
    }

    /// Puts the label and the numbers of an entry without its words: whom to ring is worth more
    /// than what they are called at length. Says whether they fitted.
    fn put_numbers(&mut self, piece: &Piece, whose: Whose) -> bool {
        let mut bare = piece.clone();
        bare.lines.retain(|line| !line.numbers.is_empty());
        for line in &mut bare.lines {
            line.words.clear();
        }
        let size = Size { body: self.body, leading: self.leading, weight: Weight::Regular };
        let laid = self.lay(&bare, &bare.lines, size, whose);
        if bare.lines.is_empty() || laid.bottom > self.bottom + 0.05 {
            return false;
        }
        self.items.extend(laid.items);
        (self.y, self.open_line, self.started) = (laid.bottom, None, true);
        let chars = piece.chars().saturating_sub(bare.chars()) + piece.more;
        let panel = piece.panel;
        self.moved.push(MovedPiece { panel, place: PLAN, field: whose.field, chars });
        true
    }

    /// The sizes to try, largest first. On the cover the name and what to do first are read from
    /// further away, as long as they are as short as a cover wants them.
    fn sizes(&self, piece: &Piece) -> Vec<Size> {
        // Small, but still the first thing the eye meets.
        let weight = if piece.first { Weight::Bold } else { Weight::Regular };
        let small = Size { body: BODY, leading: LEADING, weight };
        let usual = Size { body: self.body, leading: self.leading, weight: Weight::Regular };
        let large = Size { body: 10.8, leading: 12.6, weight: Weight::Bold };
        if !self.face.is_cover() || piece.panel != self.face.panel {
            return vec![usual];
        }
        let cover_line = piece.first && piece.chars() <= piece.comfortable;
        let sizes = [cover_line.then_some(large), Some(usual), Some(small)];
        sizes.into_iter().flatten().filter(|size| size.body <= self.squeeze.largest()).collect()
    }

    /// Lays an entry's lines below what stands there, or beside it if both are short.
    fn lay(&mut self, piece: &Piece, lines: &[Line], size: Size, whose: Whose) -> LaidPiece {
        let gap = if self.squeeze == Squeeze::Most { 1.0 } else { GAP };
        let top = if self.started { self.y + gap } else { self.y };
        let Size { body, leading, weight } = size;
        let style = self.style_of(piece, body, weight);
        if let ([only], false) = (lines, piece.listed)
            && let Some(laid) = self.lay_on(piece, only, style, top, leading, whose)
        {
            return laid;
        }
        let Area { x, width, .. } = self.area;
        let mut items = Vec::new();
        let mut y = top;
        if let Some(label) = self.label(piece, body) {
            items.push(Item::Text(Block { role: Role::H3, parts: label.parts_at(x, y, leading) }));
            y += leading;
        }
        let indent = if piece.listed { INDENT } else { 0.0 };
        let mut entries = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let area = Area { x: x + indent, y, width: width - indent, height: leading };
            let (parts, bottom) = self.line(line, piece, style, area, whose);
            let bullet = piece.listed.then(|| self.bullet(x, y, leading, body));
            entries.push(Entry { label: bullet, body: parts });
            // Between two entries of a panel there is room enough.
            let goes_on = index + 1 < lines.len() && !line.numbers.is_empty();
            y = if goes_on { bottom + leading.max(BETWEEN_NUMBERS) - leading } else { bottom };
        }
        if piece.listed {
            items.push(Item::List(List { entries }));
        } else {
            let blocks =
                entries.into_iter().map(|entry| Block { role: Role::P, parts: entry.body });
            items.extend(blocks.map(Item::Text));
        }
        LaidPiece { items, bottom: y, open_line: None }
    }

    /// Lays label and words in one flow, which saves the label a line of its own. Not where the
    /// words are in another language than the label: those stand below it.
    fn lay_on(
        &mut self,
        piece: &Piece,
        line: &Line,
        style: Style<'_>,
        top: f32,
        leading: f32,
        whose: Whose,
    ) -> Option<LaidPiece> {
        if piece.label.is_empty() {
            return None;
        }
        let Area { x, width, .. } = self.area;
        // "Doctor Doctor Lindgren" says one word twice.
        let words = match line.words.strip_prefix(piece.label.as_str()) {
            Some(rest) if rest.starts_with(' ') || rest.is_empty() => rest.trim_start(),
            _ => line.words.as_str(),
        };
        let second = match self.second_label(piece) {
            Some(second) => format!("· {second}  "),
            None => String::new(),
        };
        let apart = if second.is_empty() && words == line.words { "  " } else { " " };
        let label = format!("{}{apart}", piece.label);
        let spans = [
            (label.as_str(), Weight::Bold),
            (second.as_str(), Weight::Regular),
            (words, style.weight),
        ];
        let set = self.context.type_.wrap_spans(&spans, style, width);
        let reads_on = set.lines.iter().all(|l| l.direction == Direction::LeftToRight);
        if !reads_on {
            return None;
        }
        let one_line = set.lines.len() == 1 && line.numbers.is_empty();
        if let Some(beside) = self.open_line.filter(|_| one_line)
            && beside.x + APART + set.width() <= x + width
        {
            let at = Point::new(beside.x + APART, beside.y);
            let parts = self.labelled(&set, at, leading, piece);
            self.miss_any(whose, &set);
            let bottom = (beside.y + leading).max(self.y);
            let items = vec![Item::Text(Block { role: Role::P, parts })];
            return Some(LaidPiece { items, bottom, open_line: None });
        }
        // Where even the label breaks, label and words are better apart.
        if set.lines.first().is_none_or(|first| {
            first.text.trim_end().len() < (label.clone() + &second).trim_end().len()
        }) {
            return None;
        }
        self.miss_any(whose, &set);
        let mut parts = self.labelled(&set, Point::new(x, top), leading, piece);
        let last = set.lines.last().map_or(0.0, |line| line.width);
        let mut bottom = top + set.height(leading);
        let free = if set.lines.len() == 1 { width - last - 6.0 } else { 0.0 };
        parts.extend(self.numbers(
            line,
            Area { x, y: bottom, width, height: leading },
            free,
            &mut bottom,
        ));
        let open_line = one_line.then(|| Point::new(x + set.width(), top));
        let items = vec![Item::Text(Block { role: Role::P, parts })];
        Some(LaidPiece { items, bottom, open_line })
    }

    /// Lines of three spans, placed: a label and the same in a second language, both in the panel's
    /// colour, and words.
    fn labelled(&self, set: &Paragraph, at: Point, leading: f32, piece: &Piece) -> Vec<Part> {
        let second = self.context.second.map(|words| words.language().tag().to_owned());
        let spans = [
            Part { colour: self.colour, ..Part::new(Vec::new()) },
            Part { colour: self.colour, language: second, ..Part::new(Vec::new()) },
            Part { language: piece.language.clone(), ..Part::new(Vec::new()) },
        ];
        let mut parts = spans.to_vec();
        for placed in set.place(at.x, at.y, self.area.width, leading) {
            for (span, right, line) in split(placed.line) {
                if let Some(part) = parts.get_mut(span) {
                    part.lines.push(Placed { x: placed.x + right, line, ..placed });
                }
            }
        }
        parts.retain(|part| !part.lines.is_empty());
        parts
    }

    /// The label in the second language, unless a full cover had to give it up.
    fn second_label<'p>(&self, piece: &'p Piece) -> Option<&'p str> {
        piece.second_label.as_deref().filter(|_| self.squeeze.keeps_labels())
    }

    fn miss_any(&mut self, whose: Whose, set: &Paragraph) {
        if !set.missing.is_empty() {
            self.miss(whose, &set.missing);
        }
    }

    fn style_of<'p>(&self, piece: &'p Piece, size_pt: f32, weight: Weight) -> Style<'p>
    where
        'a: 'p,
    {
        let language = piece.language.as_deref().unwrap_or(self.context.language());
        Style { size_pt, weight, language }
    }

    /// One line of an entry: words from the left, numbers at the right edge.
    fn line(
        &mut self,
        line: &Line,
        piece: &Piece,
        style: Style<'_>,
        area: Area,
        whose: Whose,
    ) -> (Vec<Part>, f32) {
        let leading = area.height;
        let mut parts = Vec::new();
        let mut y = area.y;
        let words = self.set(&line.words, style, area.width, whose);
        let last = words.lines.last().map_or(0.0, |line| line.width);
        if !words.lines.is_empty() {
            let placed = words.place(area.x, y, area.width, leading);
            y += words.height(leading);
            parts.push(Part { language: piece.language.clone(), ..Part::new(placed) });
        }
        let free = if words.lines.len() == 1 { area.width - last - 6.0 } else { 0.0 };
        let under = Area { y, ..area };
        parts.extend(self.numbers(line, under, free, &mut y));
        (parts, y)
    }

    /// Puts numbers at the right edge: the first beside the words if `free` is enough, the others
    /// below. `area.y` is where the words end, `bottom` becomes where the numbers do.
    fn numbers(&mut self, line: &Line, area: Area, free: f32, bottom: &mut f32) -> Vec<Part> {
        let leading = area.height;
        let step = leading.max(BETWEEN_NUMBERS);
        let mut parts = Vec::new();
        let mut y = area.y;
        for (index, number) in line.numbers.iter().enumerate() {
            let style = self.style(IN_ENTRY, Weight::Bold);
            let set = self.set(&number.shown, style, f32::INFINITY, OURS);
            let style = self.style(BODY, Weight::Regular);
            let which = self.set(&number.which, style, f32::INFINITY, OURS);
            let apart = if number.which.is_empty() { 0.0 } else { 4.0 };
            let width = which.width() + apart + set.width();
            if index > 0 || width > free {
                y += step;
            }
            let x = area.x + area.width - set.width();
            let placed = set.place(x, y - leading, set.width(), leading);
            let baseline = placed.first().map(|line| line.baseline);
            let mut said =
                which.place(x - apart - which.width(), y - leading, which.width(), leading);
            for line in &mut said {
                line.baseline = baseline.unwrap_or(line.baseline);
            }
            if !said.is_empty() {
                parts.push(Part::new(said));
            }
            parts.push(Part { link: number.link.clone(), ..Part::new(placed) });
        }
        *bottom = y;
        parts
    }

    fn bullet(&self, x: f32, y: f32, leading: f32, size: f32) -> Part {
        let set = self.context.type_.line("•", self.style(size, Weight::Bold));
        Part { colour: self.colour, ..Part::new(set.place(x, y, INDENT, leading)) }
    }

    fn label(&mut self, piece: &Piece, size: f32) -> Option<Label> {
        if piece.label.is_empty() {
            return None;
        }
        let own = self.context.type_.line(&piece.label, self.style(size, Weight::Bold));
        let width = own.width();
        let mut second = None;
        if let (Some(words), Some(text)) = (self.context.second, self.second_label(piece)) {
            let tag = words.language().tag();
            let style = Style { size_pt: size, weight: Weight::Regular, language: tag };
            let set = self.context.type_.line(&format!("· {text}"), style);
            if width + 3.0 + set.width() <= self.area.width {
                second = Some((width + 3.0, set.clone(), tag.to_owned()));
            }
        }
        Some(Label { own, second, colour: self.colour })
    }
}

/// A size to set words in.
#[derive(Clone, Copy)]
struct Size {
    body: f32,
    leading: f32,
    weight: Weight,
}

/// An entry that has been laid but not yet put.
struct LaidPiece {
    items: Vec<Item>,
    bottom: f32,
    open_line: Option<Point>,
}

/// A label that has been set.
struct Label {
    own: Paragraph,
    second: Option<(f32, Paragraph, String)>,
    colour: Colour,
}

impl Label {
    fn parts_at(&self, x: f32, y: f32, leading: f32) -> Vec<Part> {
        let placed = self.own.place(x, y, self.own.width(), leading);
        let mut parts = vec![Part { colour: self.colour, ..Part::new(placed) }];
        if let Some((offset, set, language)) = &self.second {
            let placed = set.place(x + offset, y, set.width(), leading);
            let language = Some(language.clone());
            parts.push(Part { colour: self.colour, language, ..Part::new(placed) });
        }
        parts
    }
}
