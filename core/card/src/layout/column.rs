//! One panel being filled from the top down, and from the bottom up for its foot.

use std::collections::BTreeSet;

use landvast_model::{Panel, Place};
use landvast_text::id;

use super::pieces::{Line, Number, Piece};
use super::{Area, Context, PLAN};
use crate::scene::{
    Block, Colour, Entry, Item, Link, List, Paint, Part, Placed, Point, Role, Shape, Stroke,
};
use crate::shape::{Paragraph, Style, Weight};

/// Running text, in points. Nothing on a panel is smaller.
pub(super) const BODY: f32 = 8.2;
/// From line to line of running text.
pub(super) const LEADING: f32 = 9.6;
/// Numbers to dial.
pub(super) const NUMBER: f32 = 11.5;
pub(super) const NUMBER_LEADING: f32 = 13.0;
/// The heading of a panel.
const HEADING: f32 = 10.0;
const HEADING_BAR: f32 = 15.5;
/// Between two entries.
const GAP: f32 = 3.2;
/// From a bullet to its words.
const INDENT: f32 = 7.5;

/// A deep blue-green that prints dark grey: 9.6 to 1 against white.
pub(super) const DEEP: Colour = Colour::rgb(0x0E, 0x48, 0x55);
/// A deep red for danger: 9.4 to 1 against white.
pub(super) const DANGER: Colour = Colour::rgb(0x8A, 0x14, 0x1E);
/// Lines between things.
pub(super) const FAINT: Colour = Colour::rgb(0x8C, 0x96, 0x9A);

/// Whether something is known not to fit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Moved {
    /// Nothing, as far as is known.
    None,
    /// Something: room is kept for "see my plan".
    Some,
}

/// Something that did not fit, or not all of it.
#[derive(Clone, Debug)]
pub(super) struct MovedPiece {
    pub(super) place: Place,
    pub(super) field: Option<&'static str>,
    pub(super) chars: usize,
}

/// A panel being filled.
pub(super) struct Column<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) area: Area,
    /// Where the next thing from the top goes.
    pub(super) y: f32,
    /// Where the foot begins.
    pub(super) bottom: f32,
    pub(super) items: Vec<Item>,
    /// What stands at the foot, in reading order; read after the rest.
    foot: Vec<Item>,
    pub(super) moved: Vec<MovedPiece>,
    pub(super) missing: Vec<(Place, Option<&'static str>, BTreeSet<char>)>,
    pub(super) colour: Colour,
    body: f32,
    leading: f32,
    started: bool,
}

/// Whose words are being set, so that a sign without a font can be named.
#[derive(Clone, Copy)]
pub(super) struct Whose {
    pub(super) place: Place,
    pub(super) field: Option<&'static str>,
}

/// The product's own words, for which every sign has a font.
pub(super) const OURS: Whose = Whose { place: PLAN, field: None };

impl<'a> Column<'a> {
    pub(super) fn new(context: &'a Context<'a>, area: Area, panel: Panel) -> Self {
        // The cover is read from further away.
        let (body, leading) = if panel == Panel::L1 { (9.4, 11.2) } else { (BODY, LEADING) };
        Self {
            context,
            area,
            y: area.y,
            bottom: area.y + area.height,
            items: Vec::new(),
            foot: Vec::new(),
            moved: Vec::new(),
            missing: Vec::new(),
            colour: if panel == Panel::R2 { DANGER } else { DEEP },
            body,
            leading,
            started: false,
        }
    }

    pub(super) fn has_moved(&self) -> bool {
        !self.moved.is_empty()
    }

    /// A style in the language of the fixed words.
    pub(super) fn style(&self, size_pt: f32, weight: Weight) -> Style<'a> {
        Style { size_pt, weight, language: self.context.language() }
    }

    /// Sets words, and remembers which signs no font has.
    pub(super) fn set(
        &mut self,
        words: &str,
        style: Style<'_>,
        width: f32,
        whose: Whose,
    ) -> Paragraph {
        let paragraph = self.context.type_.wrap(words, style, width);
        if !paragraph.missing.is_empty() {
            self.miss(whose, &paragraph.missing);
        }
        paragraph
    }

    fn miss(&mut self, whose: Whose, missing: &BTreeSet<char>) {
        let known = self
            .missing
            .iter_mut()
            .find(|(place, field, _)| *place == whose.place && *field == whose.field);
        match known {
            Some((_, _, signs)) => signs.extend(missing),
            None => self.missing.push((whose.place, whose.field, missing.clone())),
        }
    }

    /// The panel's heading, white on a dark bar, with the second language beside it.
    pub(super) fn heading(&mut self, panel: Panel) {
        let bar = Area { height: HEADING_BAR, ..self.area };
        self.items.push(bar_under(bar, self.colour));
        let pad = 4.5;
        let width = self.area.width - 2.0 * pad;
        let title = self.context.words.panel(panel);
        let style = self.style(HEADING, Weight::Bold);
        let own = self.set(&title, style, width, OURS);
        let own_width = own.width();
        let placed = own.place(self.area.x + pad, self.area.y, width, HEADING_BAR);
        let mut parts = vec![Part { colour: Colour::WHITE, ..Part::new(placed) }];
        let second = self.context.second.filter(|_| panel_is_seen_first(panel));
        if let Some(second) = second {
            let style =
                Style { size_pt: BODY, weight: Weight::Regular, language: second.language().tag() };
            let said = self.context.type_.line(&second.panel(panel), style);
            let left = width - own_width - 8.0;
            if said.width() <= left {
                let x = self.area.x + pad + width - said.width();
                let lines = said.place(x, self.area.y, said.width(), HEADING_BAR);
                let language = Some(second.language().tag().to_owned());
                parts.push(Part { colour: Colour::WHITE, language, ..Part::new(lines) });
            }
        }
        self.items.push(Item::Text(Block { role: Role::H2, parts }));
        self.y = self.area.y + HEADING_BAR + GAP;
    }

    /// Keeps a line free at the foot for "see my plan".
    pub(super) fn reserve_see_plan(&mut self) {
        self.bottom -= LEADING + 1.0;
    }

    /// Puts one entry, or as much of a list as fits; remembers what did not.
    pub(super) fn piece(&mut self, piece: &Piece) {
        let whole = piece.chars();
        if whole == 0 {
            return;
        }
        let whose = Whose { place: PLAN, field: Some(piece.field) };
        let mut keep = piece.lines.len();
        while keep > 0 {
            let lines = piece.lines.get(..keep).unwrap_or_default();
            let (items, bottom) = self.lay(piece, lines, whose);
            if bottom <= self.bottom + 0.05 {
                self.items.extend(items);
                self.y = bottom;
                self.started = true;
                break;
            }
            // A text is put whole or not at all; a list may lose its tail.
            keep -= 1;
            if !piece.listed {
                keep = 0;
            }
        }
        let put: usize = piece.lines.iter().take(keep).map(Line::chars).sum();
        if keep < piece.lines.len() || piece.more > 0 {
            let chars = whole.saturating_sub(put);
            self.moved.push(MovedPiece { place: PLAN, field: whose.field, chars });
        }
    }

    /// Lays an entry's lines below what stands there; gives the items and where they end.
    fn lay(&mut self, piece: &Piece, lines: &[Line], whose: Whose) -> (Vec<Item>, f32) {
        let mut items = Vec::new();
        let mut y = if self.started { self.y + GAP } else { self.y };
        let x = self.area.x;
        let width = self.area.width;
        let (body, leading) =
            if piece.first && self.body > BODY { (11.5, 13.5) } else { (self.body, self.leading) };
        let label = self.label(piece, body);
        let weight = if piece.first && self.body > BODY { Weight::Bold } else { Weight::Regular };
        // One short line stands beside its label.
        if let ([only], Some(label)) = (lines, &label)
            && only.numbers.is_empty()
        {
            let beside = label.width + body * 0.55;
            let style = self.style_of(piece, body, weight);
            let words = self.set(&only.words, style, f32::INFINITY, whose);
            let fits = words.lines.len() == 1 && beside + words.width() <= width;
            let reads_on =
                words.lines.iter().all(|l| l.direction == crate::shape::Direction::LeftToRight);
            if fits && reads_on {
                let mut parts = label.parts_at(x, y, leading);
                let placed = words.place(x + beside, y, words.width(), leading);
                parts.push(Part { language: piece.language.clone(), ..Part::new(placed) });
                items.push(Item::Text(Block { role: Role::P, parts }));
                return (items, y + leading);
            }
        }
        if let Some(label) = &label {
            items.push(Item::Text(Block { role: Role::H3, parts: label.parts_at(x, y, leading) }));
            y += leading;
        }
        let style = self.style_of(piece, body, weight);
        let mut entries = Vec::new();
        for line in lines {
            let indent = if piece.listed { INDENT } else { 0.0 };
            let (parts, bottom) = self.line(
                line,
                piece,
                style,
                Area { x: x + indent, y, width: width - indent, height: leading },
                whose,
            );
            let bullet = piece.listed.then(|| self.bullet(x, y, leading, body));
            entries.push(Entry { label: bullet, body: parts });
            y = bottom;
        }
        if piece.listed {
            items.push(Item::List(List { entries }));
        } else {
            let blocks =
                entries.into_iter().map(|entry| Block { role: Role::P, parts: entry.body });
            items.extend(blocks.map(Item::Text));
        }
        (items, y)
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
        let mut beside = words.lines.len() == 1;
        let mut free = area.width - last - 6.0;
        for number in &line.numbers {
            let style = self.style(self.body.max(BODY) + 1.2, Weight::Bold);
            let set = self.set(&number.shown, style, f32::INFINITY, whose);
            if !(beside && set.width() <= free) {
                y += leading;
            }
            beside = false;
            free = 0.0;
            let x = area.x + area.width - set.width();
            let placed = set.place(x, y - leading, set.width(), leading);
            parts.push(Part { link: link(number), ..Part::new(placed) });
        }
        (parts, y)
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
        let mut width = own.width();
        let mut second = None;
        if let (Some(words), Some(text)) = (self.context.second, &piece.second_label) {
            let tag = words.language().tag();
            let style = Style { size_pt: size, weight: Weight::Regular, language: tag };
            let set = self.context.type_.line(&format!("· {text}"), style);
            if width + 3.0 + set.width() <= self.area.width {
                second = Some((width + 3.0, set.clone(), tag.to_owned()));
                width += 3.0 + set.width();
            }
        }
        Some(Label { own, second, width, colour: self.colour })
    }

    /// Words over the whole width, in the fixed words' language; where they end.
    pub(super) fn words(&mut self, words: &str, size: f32, weight: Weight, leading: f32) {
        let style = self.style(size, weight);
        let set = self.set(words, style, self.area.width, OURS);
        let placed = set.place(self.area.x, self.y, self.area.width, leading);
        self.y += set.height(leading);
        self.items.push(Item::Text(Block::new(Role::P, placed)));
        self.started = true;
    }

    /// Puts lines at the foot, the given ones above those that are there already.
    pub(super) fn foot(&mut self, height: f32, build: impl FnOnce(&mut Self, f32) -> Vec<Item>) {
        let top = self.bottom - height;
        let mut items = build(self, top);
        items.append(&mut self.foot);
        self.foot = items;
        self.bottom = top;
    }

    /// Says "see my plan" if anything moved there, and closes the panel.
    pub(super) fn close(&mut self, expect: Moved) {
        let empty = !self.started;
        if expect == Moved::Some || empty {
            let words = if empty && !self.has_moved() {
                self.context.words.say(id::CARD_PANEL_EMPTY)
            } else {
                self.context.words.say(id::CARD_SEE_PLAN)
            };
            let style = self.style(BODY, Weight::Bold);
            let set = self.set(&words, style, self.area.width, OURS);
            let y = if empty { self.y } else { self.bottom + 1.0 };
            let weight_x =
                if empty { self.area.x } else { self.area.x + self.area.width - set.width() };
            let placed = set.place(weight_x, y, set.width(), LEADING);
            let part = Part { colour: self.colour, ..Part::new(placed) };
            self.items.push(Item::Text(Block { role: Role::P, parts: vec![part] }));
        }
        let mut foot = std::mem::take(&mut self.foot);
        self.items.append(&mut foot);
    }

    /// Marks that something has been put.
    pub(super) fn start(&mut self) {
        self.started = true;
    }
}

/// A label that has been set.
struct Label {
    own: Paragraph,
    second: Option<(f32, Paragraph, String)>,
    width: f32,
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

/// Where a tap on a number leads.
pub(super) fn link(number: &Number) -> Option<Link> {
    let uri = number.dial.clone()?;
    Some(Link { uri, contents: number.spoken.clone() })
}

/// A dark bar for white words.
pub(super) fn bar_under(area: Area, colour: Colour) -> Item {
    Item::Artifact(vec![Shape::Rect {
        at: Point::new(area.x, area.y),
        width: area.width,
        height: area.height,
        radius: 2.5,
        paint: Paint::Fill(colour),
    }])
}

/// A thin line across.
pub(super) fn rule(area: Area, y: f32) -> Item {
    Item::Artifact(vec![Shape::Line {
        from: Point::new(area.x, y),
        to: Point::new(area.x + area.width, y),
        stroke: Stroke::solid(FAINT, 0.5),
    }])
}

fn panel_is_seen_first(panel: Panel) -> bool {
    matches!(panel, Panel::L1 | Panel::L2 | Panel::L3 | Panel::L4)
}

/// The lines of a placed part: for a caller that puts them itself.
pub(super) fn part(lines: Vec<Placed>, colour: Colour) -> Part {
    Part { colour, ..Part::new(lines) }
}
