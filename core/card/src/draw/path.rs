//! Closed outlines, for both outputs alike.

use crate::scene::Point;

/// A step of an outline. The first one says where it begins; the end joins the beginning.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// Straight to here.
    To(Point),
    /// In a bend, drawn towards the first two points, to the third.
    Bend(Point, Point, Point),
}

/// How far the guiding points of a quarter circle lie from its ends, in radii.
const QUARTER: f32 = 0.552_285;

pub(super) fn polygon(corners: &[Point]) -> Vec<Step> {
    corners.iter().map(|corner| Step::To(*corner)).collect()
}

pub(super) fn circle(middle: Point, radius: f32) -> Vec<Step> {
    let corner = Point::new(middle.x - radius, middle.y - radius);
    rect(corner, radius * 2.0, radius * 2.0, radius)
}

pub(super) fn rect(at: Point, width: f32, height: f32, radius: f32) -> Vec<Step> {
    let (left, top, right, bottom) = (at.x, at.y, at.x + width, at.y + height);
    let radius = radius.min(width / 2.0).min(height / 2.0);
    let point = Point::new;
    if radius <= 0.0 {
        return polygon(&[
            point(left, top),
            point(right, top),
            point(right, bottom),
            point(left, bottom),
        ]);
    }
    let guide = radius * (1.0 - QUARTER);
    vec![
        Step::To(point(left + radius, top)),
        Step::To(point(right - radius, top)),
        Step::Bend(
            point(right - guide, top),
            point(right, top + guide),
            point(right, top + radius),
        ),
        Step::To(point(right, bottom - radius)),
        Step::Bend(
            point(right, bottom - guide),
            point(right - guide, bottom),
            point(right - radius, bottom),
        ),
        Step::To(point(left + radius, bottom)),
        Step::Bend(
            point(left + guide, bottom),
            point(left, bottom - guide),
            point(left, bottom - radius),
        ),
        Step::To(point(left, top + radius)),
        Step::Bend(point(left, top + guide), point(left + guide, top), point(left + radius, top)),
    ]
}
