//! Refuses measures that are no numbers: printed, they would make the whole file unreadable.

use super::{CardError, Item, Paint, Part, Pattern, Placed, Point, Scene, Shape, Stroke};

/// A sheet longer than this is no sheet: the limit of PDF itself, 200 inches.
const LONGEST: f32 = 14_400.0;

pub(super) fn check(scene: &Scene) -> Result<(), CardError> {
    if scene.pages.is_empty() {
        return Err(CardError::NoSuchPage);
    }
    for page in &scene.pages {
        all([page.width, page.height])?;
        if !(1.0..=LONGEST).contains(&page.width) || !(1.0..=LONGEST).contains(&page.height) {
            return Err(CardError::TooLarge);
        }
        page.items.iter().try_for_each(item)?;
    }
    Ok(())
}

fn item(item: &Item) -> Result<(), CardError> {
    match item {
        Item::Group(group) => group.items.iter().try_for_each(self::item),
        Item::Text(block) => block.parts.iter().try_for_each(part),
        Item::List(list) => {
            let mut parts =
                list.entries.iter().flat_map(|entry| entry.label.iter().chain(&entry.body));
            parts.try_for_each(part)
        }
        Item::Figure(figure) => figure.shapes.iter().try_for_each(shape),
        Item::Artifact(shapes) => shapes.iter().try_for_each(shape),
    }
}

fn part(part: &Part) -> Result<(), CardError> {
    part.lines.iter().try_for_each(words)
}

fn words(placed: &Placed) -> Result<(), CardError> {
    let line = &placed.line;
    all([placed.x, placed.baseline, line.size_pt, line.width])?;
    line.glyphs.iter().try_for_each(|glyph| all([glyph.x, glyph.rise]))
}

fn shape(shape: &Shape) -> Result<(), CardError> {
    match shape {
        Shape::Line { from, to, stroke } => {
            points(&[*from, *to])?;
            pen(*stroke)
        }
        Shape::Rect { at, width, height, radius, paint } => {
            points(&[*at])?;
            all([*width, *height, *radius])?;
            painted(*paint)
        }
        Shape::Polygon { corners, paint } => {
            points(corners)?;
            painted(*paint)
        }
        Shape::Circle { middle, radius, paint } => {
            points(&[*middle])?;
            all([*radius])?;
            painted(*paint)
        }
        Shape::Label { words: placed, .. } => words(placed),
    }
}

fn painted(paint: Paint) -> Result<(), CardError> {
    match paint {
        Paint::Fill(_) => Ok(()),
        Paint::Outline(stroke) | Paint::Both(_, stroke) => pen(stroke),
    }
}

fn pen(stroke: Stroke) -> Result<(), CardError> {
    match stroke.pattern {
        Pattern::Solid => all([stroke.width]),
        Pattern::Dashes { on, off } => all([stroke.width, on, off]),
    }
}

fn points(points: &[Point]) -> Result<(), CardError> {
    points.iter().try_for_each(|point| all([point.x, point.y]))
}

fn all<const N: usize>(values: [f32; N]) -> Result<(), CardError> {
    let drawable = |value: &f32| value.is_finite() && value.abs() < LONGEST * 2.0;
    if values.iter().all(drawable) { Ok(()) } else { Err(CardError::NotANumber) }
}
