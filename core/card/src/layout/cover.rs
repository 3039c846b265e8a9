//! The cover: what a stranger reads in the first ten seconds.

use landvast_model::rules::Standing;
use landvast_text::{MessageId, Words, id};

use super::Area;
use super::callers::{self, Caller};
use super::column::{BODY, Column, DEEP, OURS, bar_under, part};
use crate::dial::emergency_phone;
use crate::scene::{Block, Colour, Item, Paint, Part, Point, Role, Shape, Stroke};
use crate::shape::{Style, Weight};

const LINE: f32 = 12.6;
/// Smaller, only so that a sentence stays on its line.
const SMALLEST_LINE: f32 = 10.8;
const LINE_LEADING: f32 = 14.4;
const SECOND: f32 = 8.6;
const SECOND_LEADING: f32 = 10.2;
const BOX: f32 = 27.0;
const ARROW: f32 = 9.5;

/// "Am I not doing well? Please read this first.", white on dark.
pub(super) fn head(column: &mut Column<'_>, role: Role) {
    let pad = 5.0;
    let width = column.area.width - 2.0 * pad;
    // A sentence a line, so that "read this first" stands by itself.
    let line = [id::CARD_COVER_LINE, id::CARD_COVER_READ].map(|m| column.context.words.say(m));
    let mut size = LINE;
    let mut own = column.set(&line.join("\n"), column.style(size, Weight::Bold), width, OURS);
    while own.lines.len() > line.len() && size > SMALLEST_LINE {
        size -= 0.6;
        own = column.set(&line.join("\n"), column.style(size, Weight::Bold), width, OURS);
    }
    let mut height = own.height(LINE_LEADING) + 5.0;
    let second = column.context.second.map(|words: &Words| {
        let language = words.language().tag();
        let style = Style { size_pt: SECOND, weight: Weight::Regular, language };
        let line = [id::CARD_COVER_LINE, id::CARD_COVER_READ].map(|m| words.say(m));
        (column.context.type_.wrap(&line.join(" "), style, width), language)
    });
    if let Some((set, _)) = &second {
        height += set.height(SECOND_LEADING);
    }
    column.items.push(bar_under(Area { height, ..column.area }, DEEP));
    let x = column.area.x + pad;
    let placed = own.place(x, column.area.y + 2.5, width, LINE_LEADING);
    let mut parts = vec![part(placed, Colour::WHITE)];
    if let Some((set, language)) = second {
        let top = column.area.y + 2.5 + own.height(LINE_LEADING);
        let language = Some(language.to_owned());
        let placed = set.place(x, top, width, SECOND_LEADING);
        parts.push(Part { language, ..part(placed, Colour::WHITE) });
    }
    column.items.push(Item::Text(Block { role, parts }));
    column.y = column.area.y + height + 2.5;
    if column.context.possibly_outdated() {
        let words = column.context.words.say(id::CARD_POSSIBLY_OUTDATED);
        column.words(&words, BODY, Weight::Bold, 10.0);
    }
}

/// The first person to call, with a big number, and the arrow that says where the card opens.
pub(super) fn foot(column: &mut Column<'_>) {
    opens(column);
    match callers::first(column.context) {
        Some(caller) => column.foot(BOX + 2.0, |column, top| first_caller(column, top, &caller)),
        None => column.foot(BOX + 2.0, nobody),
    }
}

/// How the card opens, said at its foot.
pub(super) fn opens(column: &mut Column<'_>) {
    if let Some(opens) = column.face.opens {
        column.foot(ARROW, |column, top| vec![arrow(column, top, opens)]);
    }
}

/// How the card opens, at its lower edge: that is the side from which it unfolds.
fn arrow(column: &mut Column<'_>, top: f32, opens: MessageId) -> Item {
    let words = column.context.words.say(opens);
    let style = column.style(BODY, Weight::Regular);
    let set = column.set(&words, style, f32::INFINITY, OURS);
    let middle = column.area.x + column.area.width / 2.0;
    // "See my plan" may stand at the right of it.
    let see_plan = column.context.words.say(id::CARD_SEE_PLAN);
    let see_plan = column.context.type_.width(&see_plan, column.style(BODY, Weight::Bold));
    let right = column.area.x + column.area.width - see_plan - 8.0;
    let left = (middle - f32::midpoint(set.width(), 9.0)).min(right - set.width() - 9.0);
    let placed = set.place(left + 9.0, top, set.width(), ARROW);
    let (tip, base) = (top + ARROW - 1.4, top + 2.6);
    let head = Shape::Polygon {
        corners: vec![
            Point::new(left, base),
            Point::new(left + 6.0, base),
            Point::new(left + 3.0, tip),
        ],
        paint: Paint::Fill(DEEP),
    };
    column.items.push(Item::Artifact(vec![head]));
    Item::Text(Block { role: Role::P, parts: vec![part(placed, DEEP)] })
}

fn frame(column: &Column<'_>, top: f32) -> Item {
    Item::Artifact(vec![Shape::Rect {
        at: Point::new(column.area.x + 0.5, top),
        width: column.area.width - 1.0,
        height: BOX,
        radius: 3.0,
        paint: Paint::Outline(Stroke::solid(DEEP, 1.0)),
    }])
}

fn first_caller(column: &mut Column<'_>, top: f32, caller: &Caller) -> Vec<Item> {
    let pad = 5.0;
    let (x, width) = (column.area.x + pad, column.area.width - 2.0 * pad);
    let label = match caller.standing {
        Standing::NotAsked => id::CARD_CALL_FIRST_NOT_ASKED,
        _ => id::CARD_CALL_FIRST,
    };
    let label = column.context.words.say(label);
    let style = column.style(BODY, Weight::Bold);
    let label = column.set(&label, style, width, OURS);
    let second = column.context.second.map(|words| {
        let language = words.language().tag();
        let style = Style { size_pt: BODY, weight: Weight::Regular, language };
        let text = format!("· {}", words.say(id::CARD_CALL_FIRST));
        (column.context.type_.line(&text, style), language.to_owned())
    });
    let mut label_parts = vec![part(label.place(x, top + 2.5, width, 10.0), DEEP)];
    if let Some((set, language)) = second {
        let placed = set.place(x + label.width() + 3.0, top + 2.5, set.width(), 10.0);
        label_parts.push(Part { language: Some(language), ..part(placed, DEEP) });
    }
    // The number as large as the name beside it allows.
    let number = caller.numbers.first();
    let mut size = 16.0;
    let mut set = None;
    if let Some(number) = number {
        while size > 11.0 {
            let style = column.style(size, Weight::Bold);
            let tried = column.set(&number.shown, style, f32::INFINITY, caller.whose());
            let fits = tried.width() <= width * 0.58;
            set = Some(tried);
            if fits {
                break;
            }
            size -= 0.5;
        }
    }
    let number_width = set.as_ref().map_or(0.0, crate::shape::Paragraph::width);
    let mut parts = label_parts;
    let name = caller.name_within(column, width - number_width - 6.0, 10.0);
    parts.push(Part {
        language: column.context.written_in(None),
        ..Part::new(name.place(x, top + 12.5, width, 12.0))
    });
    if let (Some(number), Some(set)) = (number, set) {
        let placed = set.place(x + width - number_width, top, number_width, BOX);
        parts.push(Part { link: number.link.clone(), ..Part::new(placed) });
    }
    vec![frame(column, top), Item::Text(Block { role: Role::P, parts })]
}

/// Nobody agreed yet: the emergency number stands where the first caller would.
fn nobody(column: &mut Column<'_>, top: f32) -> Vec<Item> {
    let pad = 5.0;
    let (x, width) = (column.area.x + pad, column.area.width - 2.0 * pad);
    let emergency = emergency_phone();
    let words =
        column.context.words.say_with(id::CARD_NOBODY_TO_CALL, &[("phone", emergency.into())]);
    let style = column.style(10.5, Weight::Bold);
    let set = column.set(&words, style, width, OURS);
    let height = set.height(12.5);
    let placed = set.place(x, top + (BOX - height) / 2.0, width, 12.5);
    vec![frame(column, top), Item::Text(Block { role: Role::P, parts: vec![part(placed, DEEP)] })]
}
