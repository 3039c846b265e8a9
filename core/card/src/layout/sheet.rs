//! The sheet around the card: what to do with scissors and glue, and a ruler that shows whether
//! it was printed at its true size.

use landvast_text::{MessageId, id};

use super::column::{DEEP, FAINT};
use super::{Context, PANEL_HEIGHT_MM, PANEL_WIDTH_MM, cut_area};
use crate::scene::{Block, Colour, Figure, Item, Paint, Part, Point, Role, Shape, Stroke, mm};
use crate::shape::{Style, Weight};

/// Printers leave this much of the edge white, in millimetres.
const EDGE_MM: f32 = 9.0;
const SMALL: f32 = 7.6;
const SMALL_LEADING: f32 = 9.2;
const RULER_MM: f32 = 50.0;
const INK: Colour = Colour::rgb(0x30, 0x38, 0x3C);
const PALE: Colour = Colour::rgb(0xE4, 0xEE, 0xF0);

/// Draws a step at a place.
type Draw = fn(f32, f32) -> Vec<Shape>;

/// The title and four steps, above the cut line.
pub(super) fn above(context: &Context<'_>) -> Vec<Item> {
    let cut = cut_area();
    let mut items = Vec::new();
    let named = context
        .excerpt
        .call_name()
        .map(|name| context.words.say_with(id::PDF_TITLE, &[("name", name.into())]));
    let style = Style { size_pt: 13.0, weight: Weight::Bold, language: context.language() };
    let fits = |title: &String| context.type_.width(title, style) <= cut.width;
    let title = named.filter(fits).unwrap_or_else(|| context.words.say(id::SHEET_TITLE));
    items.push(words(
        context,
        Role::H1,
        &title,
        (cut.x, mm(EDGE_MM)),
        (cut.width, 13.0, 15.0),
        Weight::Bold,
    ));
    let top = mm(EDGE_MM) + 22.0;
    let step_width = cut.width / 4.0;
    let mut shapes = Vec::new();
    let steps: [(MessageId, Draw); 4] = [
        (id::SHEET_STEP_CUT, draw_cut),
        (id::SHEET_STEP_FOLD_BACK, draw_fold_back),
        (id::SHEET_STEP_GLUE, draw_glue),
        (id::SHEET_STEP_ZIGZAG, draw_zigzag),
    ];
    let mut captions = Vec::new();
    let mut x = cut.x;
    for (message, draw) in steps {
        shapes.extend(draw(x, top));
        let said = context.words.say(message);
        let place = (x + mm(16.5), top + 1.0);
        captions.push(words(
            context,
            Role::P,
            &said,
            place,
            (step_width - mm(18.5), SMALL, SMALL_LEADING),
            Weight::Regular,
        ));
        x += step_width;
    }
    let alt = context.words.say(id::ALT_FOLDING);
    items.push(Item::Figure(Figure { alt, language: None, shapes }));
    items.extend(captions);
    items.extend(fold_words(context));
    items
}

/// In the margins beside each fold: which way.
fn fold_words(context: &Context<'_>) -> Vec<Item> {
    let cut = cut_area();
    let mut shapes = Vec::new();
    for row in [1.0, 2.0, 3.0] {
        let y = cut.y + row * mm(PANEL_HEIGHT_MM);
        for (tip, tail) in
            [(cut.x - 3.0, cut.x - 9.0), (cut.x + cut.width + 3.0, cut.x + cut.width + 9.0)]
        {
            shapes.push(pointer(Point::new(tip, y), Point::new(tail, y)));
        }
    }
    let middle = cut.x + mm(PANEL_WIDTH_MM);
    shapes.push(pointer(Point::new(middle, cut.y - 3.0), Point::new(middle, cut.y - 9.0)));
    let mut items = vec![Item::Artifact(shapes)];
    let said = [id::SHEET_FOLD_AWAY, id::SHEET_GLUE_HERE].map(|m| context.words.say(m)).join(", ");
    let place = (middle + 6.0, cut.y - 12.0);
    items.push(words(context, Role::P, &said, place, (mm(60.0), 6.4, 7.4), Weight::Regular));
    let names =
        [(1.0, id::SHEET_FOLD_AWAY), (2.0, id::SHEET_FOLD_TOWARDS), (3.0, id::SHEET_FOLD_AWAY)];
    for (row, message) in names {
        let y = cut.y + row * mm(PANEL_HEIGHT_MM);
        let said = context.words.say(message);
        let width = cut.x - mm(5.0) - 10.0;
        items.push(words(
            context,
            Role::P,
            &said,
            (mm(5.0), y - 9.0),
            (width, 6.4, 7.4),
            Weight::Regular,
        ));
    }
    items
}

/// A small triangle whose tip is at `tip`.
fn pointer(tip: Point, tail: Point) -> Shape {
    let (dx, dy) = ((tail.y - tip.y) * 0.4, (tail.x - tip.x) * 0.4);
    Shape::Polygon {
        corners: vec![
            tip,
            Point::new(tail.x + dx, tail.y + dy),
            Point::new(tail.x - dx, tail.y - dy),
        ],
        paint: Paint::Fill(FAINT),
    }
}

/// The ruler and what to keep in mind, below the cut line.
pub(super) fn below(context: &Context<'_>) -> Vec<Item> {
    let cut = cut_area();
    let top = cut.y + cut.height + mm(6.0);
    let (left, right) = (cut.x, cut.x + mm(RULER_MM));
    let stroke = Stroke::solid(INK, 0.8);
    let line = |x1: f32, y1: f32, x2: f32, y2: f32| Shape::Line {
        from: Point::new(x1, y1),
        to: Point::new(x2, y2),
        stroke,
    };
    let mut shapes = vec![line(left, top + 5.0, right, top + 5.0)];
    for tenth in 0..=5_u8 {
        let x = left + mm(f32::from(tenth) * 10.0);
        let tick = if tenth == 0 || tenth == 5 { 5.0 } else { 2.5 };
        shapes.push(line(x, top + 5.0 - tick, x, top + 5.0 + tick));
    }
    let alt = context.words.say(id::ALT_RULER);
    let mut items = vec![Item::Figure(Figure { alt, language: None, shapes })];
    let beside = right + mm(5.0);
    let width = cut.x + cut.width - beside;
    let measure =
        [id::SHEET_PRINT_AT_FULL_SIZE, id::SHEET_MEASURE_RULER].map(|m| context.words.say(m));
    items.push(words(
        context,
        Role::P,
        &measure.join(" "),
        (beside, top - 4.0),
        (width, SMALL + 0.8, SMALL_LEADING + 0.8),
        Weight::Bold,
    ));
    let wrong = context.words.say(id::SHEET_RULER_WRONG);
    items.push(words(
        context,
        Role::P,
        &wrong,
        (beside, top + 7.0),
        (width, SMALL, SMALL_LEADING),
        Weight::Regular,
    ));
    let mut y = top + mm(11.0);
    for message in [id::SHEET_KEEP_WITH_YOU, id::SHEET_OLD_COPIES, id::SHEET_MADE_WITH] {
        let said = context.words.say(message);
        items.push(words(
            context,
            Role::P,
            &said,
            (cut.x, y),
            (cut.width, SMALL, SMALL_LEADING),
            Weight::Regular,
        ));
        y += SMALL_LEADING;
    }
    items
}

/// Words of the product at a place: `(x, top)`, within `(width, size, leading)`.
fn words(
    context: &Context<'_>,
    role: Role,
    said: &str,
    (x, top): (f32, f32),
    (width, size_pt, leading): (f32, f32, f32),
    weight: Weight,
) -> Item {
    let style = Style { size_pt, weight, language: context.language() };
    let placed = context.type_.wrap(said, style, width).place(x, top, width, leading);
    Item::Text(Block { role, parts: vec![Part { colour: INK, ..Part::new(placed) }] })
}

fn rect(x: f32, y: f32, width: f32, height: f32, paint: Paint) -> Shape {
    Shape::Rect { at: Point::new(x, y), width, height, radius: 0.0, paint }
}

const LINE: Stroke = Stroke::solid(DEEP, 0.9);
const FOLD: Stroke = Stroke::dashed(DEEP, 0.6, 2.0, 1.6);

/// The whole card with its grid, being cut out.
fn draw_cut(x: f32, y: f32) -> Vec<Shape> {
    let (width, height) = (mm(12.0), mm(15.1));
    let mut shapes = vec![rect(x, y, width, height, Paint::Both(PALE, LINE))];
    let mut fold = |x1: f32, y1: f32, x2: f32, y2: f32| {
        shapes.push(Shape::Line { from: Point::new(x1, y1), to: Point::new(x2, y2), stroke: FOLD });
    };
    fold(x + width / 2.0, y, x + width / 2.0, y + height);
    for row in [1.0, 2.0, 3.0] {
        fold(x, y + row * height / 4.0, x + width, y + row * height / 4.0);
    }
    shapes
}

/// The left column, and the right one on its way behind it.
fn draw_fold_back(x: f32, y: f32) -> Vec<Shape> {
    let (width, height) = (mm(6.0), mm(15.1));
    let far = x + width + mm(3.6);
    let behind = Shape::Polygon {
        corners: vec![
            Point::new(x + width, y),
            Point::new(far, y + 3.5),
            Point::new(far, y + height - 3.5),
            Point::new(x + width, y + height),
        ],
        paint: Paint::Both(PALE, LINE),
    };
    let left = rect(x, y, width, height, Paint::Both(Colour::WHITE, LINE));
    let middle = y + height / 2.0;
    let mut shapes = vec![behind, left];
    shapes.extend(arrow(Point::new(far + 6.0, middle), Point::new(x + width + 3.0, middle)));
    shapes
}

/// The two halves with glue between them.
fn draw_glue(x: f32, y: f32) -> Vec<Shape> {
    let (width, height) = (mm(6.0), mm(15.1));
    let mut shapes = vec![
        rect(x + 8.0, y + 3.0, width, height - 3.0, Paint::Both(PALE, LINE)),
        rect(x, y, width, height - 3.0, Paint::Both(Colour::WHITE, LINE)),
    ];
    for drop in [0.2, 0.4, 0.6, 0.8] {
        shapes.push(Shape::Circle {
            middle: Point::new(x + width + 4.0, y + (height - 3.0) * drop + 1.5),
            radius: 1.3,
            paint: Paint::Fill(DEEP),
        });
    }
    shapes
}

/// The strip from the side, in zigzag, its cover in front.
fn draw_zigzag(x: f32, y: f32) -> Vec<Shape> {
    let height = mm(12.0);
    let step = mm(2.9);
    let mut shapes = Vec::new();
    let bold = Stroke::solid(DEEP, 1.8);
    let mut at = x + 2.0;
    for (index, stroke) in [bold, LINE, LINE, LINE].into_iter().enumerate() {
        let down = index % 2 == 0;
        let (from, to) = if down { (y, y + height) } else { (y + height, y) };
        shapes.push(Shape::Line {
            from: Point::new(at, from),
            to: Point::new(at + step, to),
            stroke,
        });
        at += step;
    }
    shapes
}

fn arrow(from: Point, to: Point) -> Vec<Shape> {
    let stroke = Stroke::solid(DEEP, 1.0);
    let head = pointer(to, Point::new(to.x + 4.5, to.y));
    vec![Shape::Line { from, to: Point::new(to.x + 3.0, to.y), stroke }, head]
}
