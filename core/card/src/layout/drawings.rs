//! The drawings of the steps from sheet to card.

use super::around::pointer;
use super::column::DEEP;
use crate::scene::{Colour, Paint, Point, Shape, Stroke, mm};

/// Draws a step with its upper left corner here, for a card of so many rows.
pub(super) type Drawing = fn(f32, f32, f32) -> Vec<Shape>;

/// How high a row of panels is drawn, in millimetres.
pub(super) const ROW_MM: f32 = 3.775;
const PALE: Colour = Colour::rgb(0xE4, 0xEE, 0xF0);
const LINE: Stroke = Stroke::solid(DEEP, 0.9);
const FOLD: Stroke = Stroke::dashed(DEEP, 0.6, 2.0, 1.6);

/// The whole card with its grid, being cut out.
pub(super) fn cut(x: f32, y: f32, rows: f32) -> Vec<Shape> {
    let (width, height) = (mm(12.0), rows * mm(ROW_MM));
    let mut shapes = vec![rect(x, y, width, height, Paint::Both(PALE, LINE))];
    let mut fold = |x1: f32, y1: f32, x2: f32, y2: f32| {
        shapes.push(Shape::Line { from: Point::new(x1, y1), to: Point::new(x2, y2), stroke: FOLD });
    };
    fold(x + width / 2.0, y, x + width / 2.0, y + height);
    let mut across = y + mm(ROW_MM);
    while across < y + height - 1.0 {
        fold(x, across, x + width, across);
        across += mm(ROW_MM);
    }
    shapes
}

/// The left column, and the right one on its way behind it.
pub(super) fn fold_back(x: f32, y: f32, rows: f32) -> Vec<Shape> {
    let (width, height) = (mm(6.0), rows * mm(ROW_MM));
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
pub(super) fn glue(x: f32, y: f32, rows: f32) -> Vec<Shape> {
    let (width, height) = (mm(6.0), rows * mm(ROW_MM));
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
pub(super) fn zigzag(x: f32, y: f32, _rows: f32) -> Vec<Shape> {
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

/// One fold, from the side: the cover in front, the back on its way behind it.
pub(super) fn fold_once(x: f32, y: f32, rows: f32) -> Vec<Shape> {
    let height = rows * mm(ROW_MM);
    let (hinge, cover) = (y + height - 1.0, Stroke::solid(DEEP, 1.8));
    let foot = Point::new(x + 4.0, hinge);
    let behind = Point::new(x + mm(5.2), y + 3.0);
    let mut shapes = vec![
        Shape::Line { from: Point::new(x + 4.0, y), to: foot, stroke: cover },
        Shape::Line { from: foot, to: behind, stroke: LINE },
    ];
    let tip = Point::new(behind.x + 2.5, y + 6.5);
    shapes.extend(arrow(Point::new(tip.x + mm(3.6), y + 6.5), tip));
    shapes
}

fn rect(x: f32, y: f32, width: f32, height: f32, paint: Paint) -> Shape {
    Shape::Rect { at: Point::new(x, y), width, height, radius: 0.0, paint }
}
