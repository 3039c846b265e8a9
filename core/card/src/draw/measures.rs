//! Refuses measures that are no numbers: printed, they would make the whole file unreadable.

use super::{CardError, Paint, Pattern, Placed, Point, Scene, Shape, Stroke};
use crate::scene::{Ink, Page, each};

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
        self::page(page)?;
    }
    Ok(())
}

/// Everything that leaves ink, and where taps lead.
fn page(page: &Page) -> Result<(), CardError> {
    let mut found = Ok(());
    each(&page.items, &mut |ink| {
        if found.is_ok() {
            found = match ink {
                Ink::Words(part) => part.lines.iter().try_for_each(words),
                Ink::Shape(shape) => self::shape(shape),
            };
        }
    });
    found?;
    page.marks.iter().try_for_each(|mark| all([mark.top]))
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
