//! The sheet around the card: what to do with scissors and glue, and a ruler that shows whether
//! it was printed at its true size.

use landvast_text::id;

use super::column::FAINT;
use super::drawings::ROW_MM;
use super::sheet::{Guide, Sheet, Way};
use super::{Context, PANEL_WIDTH_MM, magnify};
use crate::scene::{Block, Colour, Figure, Item, Paint, Part, Point, Role, Shape, Stroke, mm};
use crate::shape::{Style, Weight};

/// Printers leave this much of the edge white, in millimetres.
const EDGE_MM: f32 = 9.0;
/// How much larger than the small ones the large drawings are.
const LARGER: f32 = 1.6;
const RULER_MM: f32 = 50.0;
/// A language without rules for dividing words.
const UNDIVIDED: &str = "";
const INK: Colour = Colour::rgb(0x30, 0x38, 0x3C);

impl Guide {
    /// The size of its letters, and from line to line.
    const fn letters(self) -> (f32, f32) {
        match self {
            Self::Small => (7.6, 9.2),
            Self::Large => (10.0, 12.4),
        }
    }

    /// The same beside a fold.
    const fn small_letters(self) -> (f32, f32) {
        match self {
            Self::Small => (6.4, 7.4),
            Self::Large => (8.4, 9.6),
        }
    }
}

/// The title and four steps, above the cut line.
pub(super) fn above(context: &Context<'_>, sheet: &Sheet) -> Vec<Item> {
    let cut = sheet.cut_area();
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
    let (shapes, captions) = steps(context, sheet, mm(EDGE_MM) + 22.0);
    let alt = context.words.say(sheet.folding);
    items.push(Item::Figure(Figure { alt, language: None, shapes }));
    items.extend(captions);
    items.extend(fold_words(context, sheet));
    items
}

/// What to do, in four drawings, each with its words beside or below it.
fn steps(context: &Context<'_>, sheet: &Sheet, top: f32) -> (Vec<Shape>, Vec<Item>) {
    let cut = sheet.cut_area();
    let step_width = cut.width / 4.0;
    let (size, leading) = sheet.guide.letters();
    let (mut shapes, mut captions) = (Vec::new(), Vec::new());
    let mut x = cut.x;
    for step in sheet.steps {
        let (place, width) = match sheet.guide {
            Guide::Small => {
                shapes.extend((step.draw)(x, top, sheet.rows()));
                ((x + mm(16.5), top + 1.0), step_width - mm(18.5))
            }
            Guide::Large => {
                let small = (step.draw)(x / LARGER, top / LARGER, sheet.rows());
                shapes.extend(magnify::shapes(small, LARGER));
                let below = top + LARGER * mm(sheet.rows() * ROW_MM) + 5.0;
                ((x, below), step_width - mm(3.0))
            }
        };
        let said = context.words.say(step.words);
        let letters = (width, size, leading);
        captions.push(words(context, Role::P, &said, place, letters, Weight::Regular));
        x += step_width;
    }
    (shapes, captions)
}

/// In the margins beside each fold: which way.
fn fold_words(context: &Context<'_>, sheet: &Sheet) -> Vec<Item> {
    let cut = sheet.cut_area();
    let mut shapes = Vec::new();
    for (y, _) in sheet.folds_across() {
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
    let (size, leading) = sheet.guide.small_letters();
    let place = (middle + 6.0, cut.y - 4.6 - leading);
    let letters = (mm(70.0), size, leading);
    items.push(words(context, Role::P, &said, place, letters, Weight::Regular));
    for (y, way) in sheet.folds_across() {
        let said = context.words.say(match way {
            Way::Away => id::SHEET_FOLD_AWAY,
            Way::Towards => id::SHEET_FOLD_TOWARDS,
        });
        let width = cut.x - mm(5.0) - 10.0;
        // In a narrow margin small letters are better than a word in two pieces.
        let fits = |&(size_pt, _): &(f32, f32)| {
            let style = Style { size_pt, weight: Weight::Regular, language: UNDIVIDED };
            said.split(' ').all(|word| context.type_.width(word, style) <= width)
        };
        let letters = Some((size, leading)).filter(fits);
        let (size, leading) = letters.unwrap_or(Guide::Small.small_letters());
        let place = (mm(5.0), y - 1.6 - leading);
        items.push(words(context, Role::P, &said, place, (width, size, leading), Weight::Regular));
    }
    items
}

/// A small triangle whose tip is at `tip`.
pub(super) fn pointer(tip: Point, tail: Point) -> Shape {
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
pub(super) fn below(context: &Context<'_>, sheet: &Sheet) -> Vec<Item> {
    let cut = sheet.cut_area();
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
    let (size, leading) = sheet.guide.letters();
    let measure =
        [id::SHEET_PRINT_AT_FULL_SIZE, id::SHEET_MEASURE_RULER].map(|m| context.words.say(m));
    items.push(words(
        context,
        Role::P,
        &measure.join(" "),
        (beside, top - 4.0),
        (width, size + 0.8, leading + 0.8),
        Weight::Bold,
    ));
    let wrong = context.words.say(id::SHEET_RULER_WRONG);
    items.push(words(
        context,
        Role::P,
        &wrong,
        (beside, top + leading - 2.2),
        (width, size, leading),
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
            (cut.width, size, leading),
            Weight::Regular,
        ));
        y += leading;
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
    // What is done with scissors in hand is read at a glance: no word is divided.
    let style = Style { size_pt, weight, language: UNDIVIDED };
    let placed = context.type_.wrap(said, style, width).place(x, top, width, leading);
    Item::Text(Block { role, parts: vec![Part { colour: INK, ..Part::new(placed) }] })
}
