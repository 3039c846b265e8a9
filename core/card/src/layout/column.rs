//! One panel being filled from the top down, and from the bottom up for its foot.

use std::collections::BTreeSet;

use landvast_model::{Panel, Place};
use landvast_text::id;

use super::face::Face;
use super::{Area, Context, PLAN};
use crate::scene::{Block, Colour, Item, Paint, Part, Placed, Point, Role, Shape, Stroke};
use crate::shape::{Paragraph, Style, Weight};

/// Running text, in points. Nothing on a panel is smaller.
pub(super) const BODY: f32 = 8.2;
/// From line to line of running text.
pub(super) const LEADING: f32 = 9.5;
/// Numbers to dial.
pub(super) const NUMBER: f32 = 11.5;
pub(super) const NUMBER_LEADING: f32 = 13.0;
/// The heading of a panel.
const HEADING: f32 = 10.0;
const HEADING_BAR: f32 = 14.5;
/// Between two entries.
const GAP: f32 = 2.8;

pub(super) const DEEP: Colour = Colour::DEEP;
pub(super) const DANGER: Colour = Colour::DANGER;
pub(super) const FAINT: Colour = Colour::FAINT;

/// Whether something is known not to fit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Moved {
    /// Nothing, as far as is known.
    None,
    /// Something: room is kept for "see my plan".
    Some,
}

/// What a full panel gives up, one step after the other, before anything moves to the plan.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Squeeze {
    /// Nothing.
    None,
    /// A cover: the labels' second language; the cover line keeps it.
    Labels,
    /// A cover: the large size of the name and of what to do first.
    Size,
    /// A cover: everything but running text at its smallest.
    Most,
    /// A list of people: some of the room between them.
    Apart,
    /// A list of people: the line of its own for somebody's hours, where it fits beside the name.
    Lines,
    /// A list of people: the sentence on their order. The figures before the names say it too.
    Order,
}

impl Squeeze {
    /// What a cover gives up, in order.
    pub(super) const COVER: [Self; 3] = [Self::Labels, Self::Size, Self::Most];
    /// What a list of people gives up, in order.
    pub(super) const LIST: [Self; 3] = [Self::Apart, Self::Lines, Self::Order];

    /// The largest size of an entry.
    pub(super) const fn largest(self) -> f32 {
        match self {
            Self::Size => 9.4,
            Self::Most => BODY,
            _ => f32::INFINITY,
        }
    }

    /// Whether a label stands in the second language too.
    pub(super) const fn keeps_labels(self) -> bool {
        !matches!(self, Self::Labels | Self::Size | Self::Most)
    }

    /// Whether the people of a list stand closer together.
    pub(super) const fn is_closer(self) -> bool {
        matches!(self, Self::Apart | Self::Lines | Self::Order)
    }

    /// Whether somebody's hours stand beside their name where they fit.
    pub(super) const fn has_hours_beside(self) -> bool {
        matches!(self, Self::Lines | Self::Order)
    }
}

/// Something that did not fit, or not all of it.
#[derive(Clone, Debug)]
pub(super) struct MovedPiece {
    /// Where the table wants it.
    pub(super) panel: Panel,
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
    /// What it took besides its own, so that no later face need; and how much it could not take.
    pub(super) took: BTreeSet<&'static str>,
    pub(super) left_to_others: usize,
    pub(super) colour: Colour,
    pub(super) body: f32,
    pub(super) leading: f32,
    pub(super) started: bool,
    /// Where the last entry ends, if it is one short line that another may stand beside.
    pub(super) open_line: Option<Point>,
    /// Where the heading's bar begins, if it has room at its right for "see my plan".
    pub(super) heading_room: Option<f32>,
    /// Where the first line of the stamp begins, if it has room at its right for the same.
    pub(super) stamp_room: Option<f32>,
    pub(super) face: &'static Face,
    pub(super) squeeze: Squeeze,
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
    pub(super) fn new(context: &'a Context<'a>, area: Area, face: &'static Face) -> Self {
        // The cover is read from further away.
        let (body, leading) = if face.is_cover() { (9.4, 11.2) } else { (BODY, LEADING) };
        Self {
            context,
            area,
            y: area.y,
            bottom: area.y + area.height,
            items: Vec::new(),
            foot: Vec::new(),
            moved: Vec::new(),
            missing: Vec::new(),
            took: BTreeSet::new(),
            left_to_others: 0,
            colour: if face.panel == Panel::R2 { DANGER } else { DEEP },
            body,
            leading,
            started: false,
            open_line: None,
            heading_room: None,
            stamp_room: None,
            face,
            squeeze: Squeeze::None,
        }
    }

    pub(super) fn has_moved(&self) -> bool {
        !self.moved.is_empty()
    }

    /// How much it has no room for: what moved to the plan, then what it leaves to other faces.
    pub(super) fn left_over(&self) -> (usize, usize) {
        (self.moved.len(), self.left_to_others)
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

    pub(super) fn miss(&mut self, whose: Whose, missing: &BTreeSet<char>) {
        // Names stand in sentences of ours too; they are told about where they stand alone.
        if whose.field.is_none() {
            return;
        }
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
        let top = self.y;
        let bar = Area { y: top, height: HEADING_BAR, ..self.area };
        self.items.push(bar_under(bar, self.colour));
        let pad = 4.5;
        let width = self.area.width - 2.0 * pad;
        let title = self.context.words.panel(panel);
        let style = self.style(HEADING, Weight::Bold);
        let own = self.set(&title, style, width, OURS);
        let own_width = own.width();
        let placed = own.place(self.area.x + pad, top, width, HEADING_BAR);
        let mut parts = vec![Part { colour: Colour::WHITE, ..Part::new(placed) }];
        let second = self.context.second.filter(|_| panel.is_seen_first());
        if let Some(second) = second {
            let style =
                Style { size_pt: BODY, weight: Weight::Regular, language: second.language().tag() };
            let said = self.context.type_.line(&second.panel(panel), style);
            let left = width - own_width - 8.0;
            if said.width() <= left {
                let x = self.area.x + pad + width - said.width();
                let lines = said.place(x, top, said.width(), HEADING_BAR);
                let language = Some(second.language().tag().to_owned());
                parts.push(Part { colour: Colour::WHITE, language, ..Part::new(lines) });
            }
        }
        let style = self.style(BODY, Weight::Bold);
        let see_plan = self.context.type_.width(&self.context.words.say(id::CARD_SEE_PLAN), style);
        let has_room = parts.len() == 1 && own_width + 8.0 + see_plan <= width;
        self.heading_room = has_room.then_some(top);
        self.items.push(Item::Text(Block { role: Role::H2, parts }));
        self.y = top + HEADING_BAR + GAP;
    }

    /// Keeps room for "see my plan" where neither heading, stamp nor cover has any.
    pub(super) fn reserve_see_plan(&mut self) {
        let has_room = self.heading_room.or(self.stamp_room).is_some();
        if !has_room && self.face.opens.is_none() {
            self.bottom -= LEADING + 1.0;
        }
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
        let words = self.context.words;
        if expect == Moved::Some {
            // On the cover it stands beside the arrow; elsewhere on the heading's bar, or in the
            // first line of the stamp.
            let lowest = self.area.y + self.area.height - LEADING;
            let (y, leading, colour) = match (self.face.opens, self.heading_room, self.stamp_room) {
                (Some(_), ..) => (lowest, LEADING, self.colour),
                (_, Some(top), _) => (top, HEADING_BAR, Colour::WHITE),
                (_, _, Some(top)) => (top, LEADING, self.colour),
                (_, None, None) => (self.bottom + 1.0, LEADING, self.colour),
            };
            let style = self.style(BODY, Weight::Bold);
            let set = self.set(&words.say(id::CARD_SEE_PLAN), style, self.area.width, OURS);
            let pad = if colour == Colour::WHITE { 4.5 } else { 0.0 };
            let x = self.area.x + self.area.width - pad - set.width();
            let part = Part { colour, ..Part::new(set.place(x, y, set.width(), leading)) };
            self.items.push(Item::Text(Block { role: Role::P, parts: vec![part] }));
        } else if !self.started {
            let said = words.say(id::CARD_PANEL_EMPTY);
            self.words(&said, BODY, Weight::Regular, LEADING);
            // Room for a pen: a card is carried before its plan is finished.
            let mut y = self.y + 17.0;
            while y < self.bottom - 1.0 {
                self.items.push(rule(self.area, y));
                y += 17.0;
            }
        }
        self.put_foot();
    }

    /// Puts what stands at the foot behind the rest.
    pub(super) fn put_foot(&mut self) {
        let mut foot = std::mem::take(&mut self.foot);
        self.items.append(&mut foot);
    }

    /// Marks that something has been put.
    pub(super) fn start(&mut self) {
        self.started = true;
    }
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

/// The lines of a placed part: for a caller that puts them itself.
pub(super) fn part(lines: Vec<Placed>, colour: Colour) -> Part {
    Part { colour, ..Part::new(lines) }
}
