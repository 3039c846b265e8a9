//! The screen card: cover and outer back as a picture for a phone's lock screen.
//!
//! It has the proportions of a usual phone. The phone's clock stands in the upper third and its
//! buttons at the foot, so both are left dark and empty; in between stands what a stranger needs,
//! in the largest letters that hold all of it.

use landvast_model::rules::Standing;
use landvast_model::{Finding, Panel};
use landvast_text::id;

use super::callers::{self, Caller};
use super::column::{BODY, Column, LEADING, Moved, OURS, Squeeze};
use super::face::{Face, Take, findings};
use super::magnify::magnified;
use super::pieces::{self, Piece};
use super::{Area, Context, Laid, cover, stamp, title};
use crate::dial::emergency_phone;
use crate::flow::Dial;
use crate::scene::{
    Block, Colour, Group, Item, Page, Paint, Part, Point, Role, Scene, Shape, Stroke,
};
use crate::shape::{Paragraph, Weight};

/// Dots an inch of the picture: 1080 by 2340 of them, three to a point.
pub const SCREEN_DOTS_PER_INCH: u16 = 216;

/// The picture, in points.
const WIDTH: f32 = 360.0;
const HEIGHT: f32 = 780.0;
/// The clock's third.
const CLOCK: f32 = 260.0;
/// Torch, camera and the bar to swipe.
const BUTTONS: f32 = 96.0;
/// How far words stay from the edge.
const MARGIN: f32 = 15.0;
/// How many times as large as on a card, the largest that may hold everything first.
const TIMES: [f32; 4] = [2.05, 1.9, 1.75, 1.65];
/// The largest size of the first caller's number, on the card's scale.
const NUMBER: f32 = 21.0;
/// Around the box with the first caller.
const APART: f32 = 7.0;

static FACE: Face = Face {
    panel: Panel::L1,
    at: (0, 0),
    takes: &[Take::all(Panel::L1), Take::all(Panel::L4)],
    spare: &[],
    opens: None,
};

/// Lays out the picture.
pub(super) fn lay_out(context: &Context<'_>) -> Laid {
    let mut page = Page::new(WIDTH, HEIGHT);
    page.items.push(bands());
    let (items, findings) = fill_largest(context);
    let title = title(context);
    page.items.push(Item::Group(Group {
        title: context.words.panel(FACE.panel),
        language: None,
        items,
    }));
    let language = context.language().to_owned();
    Laid { scene: Scene { title, language, pages: vec![page] }, findings }
}

/// White for the words, dark where the phone puts its own.
fn bands() -> Item {
    let band = |y: f32, height: f32, colour| Shape::Rect {
        at: Point::new(0.0, y),
        width: WIDTH,
        height,
        radius: 0.0,
        paint: Paint::Fill(colour),
    };
    Item::Artifact(vec![
        band(0.0, HEIGHT, Colour::DEEP),
        band(CLOCK, HEIGHT - CLOCK - BUTTONS, Colour::WHITE),
    ])
}

/// In the largest letters that hold everything. If even the smallest do not, the front gives up
/// as little as it can: what strangers do first matters more than the lines for a doctor.
fn fill_largest(context: &Context<'_>) -> (Vec<Item>, Vec<Finding>) {
    let smallest = TIMES.last().copied().unwrap_or(1.0);
    for times in TIMES {
        let column = fill(context, times, Squeeze::None, Moved::None);
        if !column.has_moved() {
            let findings = findings(&column);
            return (magnified(column.items, times), findings);
        }
    }
    let mut column = fill(context, smallest, Squeeze::None, Moved::Some);
    for squeeze in Squeeze::COVER {
        if column.moved.iter().all(|moved| moved.panel != FACE.panel) {
            break;
        }
        column = fill(context, smallest, squeeze, Moved::Some);
    }
    let findings = findings(&column);
    (magnified(column.items, smallest), findings)
}

fn fill<'a>(context: &'a Context<'a>, times: f32, squeeze: Squeeze, expect: Moved) -> Column<'a> {
    let area = Area {
        x: MARGIN / times,
        y: (CLOCK + MARGIN) / times,
        width: (WIDTH - 2.0 * MARGIN) / times,
        height: (HEIGHT - CLOCK - BUTTONS - 1.5 * MARGIN) / times,
    };
    let mut column = Column::new(context, area, &FACE);
    column.squeeze = squeeze;
    cover::head(&mut column, Role::H1);
    stamp::foot(&mut column);
    if expect == Moved::Some {
        column.reserve_see_plan();
    }
    let mut takes = FACE.takes.iter();
    let caller = CallerBox::of(&mut column);
    column.bottom -= caller.height + APART;
    for piece in takes.next().into_iter().flat_map(|take| pieces::of(context, *take)) {
        column.piece(&piece);
    }
    column.bottom += caller.height + APART;
    caller.put(&mut column);
    (column.body, column.leading) = (BODY, LEADING);
    let rest = takes.flat_map(|take| pieces::of(context, *take));
    put_below_heading(&mut column, rest);
    column.close(expect);
    column
}

/// The lines for a doctor, and their heading if any of them has room.
fn put_below_heading(column: &mut Column<'_>, pieces: impl Iterator<Item = Piece>) {
    let (before, top) = (column.items.len(), column.y);
    column.heading(Panel::L4);
    column.heading_room = None;
    column.started = false;
    for piece in pieces {
        column.piece(&piece);
    }
    if !column.started {
        column.items.truncate(before);
        column.y = top;
    }
    column.start();
}

/// Whom to call, as large as the picture is wide, and what a finder of the phone does.
struct CallerBox {
    who: Paragraph,
    number: Option<(Paragraph, Dial)>,
    found: Option<Paragraph>,
    height: f32,
}

/// From the frame to the words in it.
const PAD: f32 = 5.0;
const WHO: f32 = 10.8;
const WHO_LEADING: f32 = 13.0;
const FOUND: f32 = 9.4;
const FOUND_LEADING: f32 = 11.4;

impl CallerBox {
    fn of(column: &mut Column<'_>) -> Self {
        let mut built = match callers::first(column.context) {
            Some(caller) => Self::with(column, &caller),
            None => Self::nobody(column),
        };
        built.height += 2.0 * PAD;
        built
    }

    fn with(column: &mut Column<'_>, caller: &Caller) -> Self {
        let width = column.area.width - 2.0 * PAD;
        let words = column.context.words;
        let first = match caller.standing {
            Standing::NotAsked => id::CARD_CALL_FIRST_NOT_ASKED_NAME,
            _ => id::CARD_CALL_FIRST_NAME,
        };
        let call = |name: &str| words.say_with(first, &[("name", name.into())]);
        let style = column.style(WHO, Weight::Bold);
        let who = call(&caller.named(column.context));
        let mut who = column.set(&who, style, width, caller.whose());
        if who.lines.len() > 2 {
            who = column.set(&call(&caller.name), style, width, caller.whose());
            who.lines.truncate(2);
        }
        let style = column.style(FOUND, Weight::Bold);
        let found = words.say_with(id::LOCKSCREEN_FOUND, &[("name", caller.name.as_str().into())]);
        let found = Some(column.set(&found, style, width, OURS));
        let number = caller.numbers.first().map(|number| {
            let mut size = NUMBER;
            let mut set = Paragraph::default();
            while size > 11.0 {
                let style = column.style(size, Weight::Bold);
                set = column.set(&number.shown, style, f32::INFINITY, caller.whose());
                if set.width() <= width {
                    break;
                }
                size -= 0.5;
            }
            (set, number.clone())
        });
        let mut built = Self { who, number, found, height: 0.0 };
        built.height = built.who.height(WHO_LEADING)
            + built.number_leading()
            + built.found.as_ref().map_or(0.0, |found| found.height(FOUND_LEADING));
        built
    }

    /// Nobody agreed yet: the emergency number stands where the first caller would.
    fn nobody(column: &mut Column<'_>) -> Self {
        let emergency = emergency_phone();
        let words = column.context.words;
        let said = words.say_with(id::CARD_NOBODY_TO_CALL, &[("phone", emergency.into())]);
        let style = column.style(WHO, Weight::Bold);
        let who = column.set(&said, style, column.area.width - 2.0 * PAD, OURS);
        let height = who.height(WHO_LEADING);
        Self { who, number: None, found: None, height }
    }

    fn number_leading(&self) -> f32 {
        let size = self.number.as_ref().and_then(|(set, _)| set.lines.first());
        size.map_or(0.0, |line| line.size_pt * 1.12)
    }

    /// Puts the box below what stands there.
    fn put(self, column: &mut Column<'_>) {
        let Area { x, width, .. } = column.area;
        let top = column.y + 4.0;
        let frame = Shape::Rect {
            at: Point::new(x + 0.5, top),
            width: width - 1.0,
            height: self.height - 1.0,
            radius: 3.0,
            paint: Paint::Outline(Stroke::solid(Colour::DEEP, 1.0)),
        };
        column.items.push(Item::Artifact(vec![frame]));
        let (left, width) = (x + PAD, width - 2.0 * PAD);
        let mut y = top + PAD - 1.0;
        let leading = self.number_leading();
        let who = self.who.place(left, y, width, WHO_LEADING);
        y += self.who.height(WHO_LEADING);
        let mut parts = vec![Part { colour: Colour::DEEP, ..Part::new(who) }];
        if let Some((set, number)) = self.number {
            let placed = set.place(left, y, width, leading);
            parts.push(Part { link: number.link, ..Part::new(placed) });
            y += leading;
        }
        column.items.push(Item::Text(Block { role: Role::P, parts }));
        if let Some(found) = self.found {
            let placed = found.place(left, y, width, FOUND_LEADING);
            column.items.push(Item::Text(Block::new(Role::P, placed)));
        }
        column.y = top + self.height + 3.0;
        column.start();
    }
}
