//! A magnifying glass: the same boxes, larger. Letters are outlines, so they stay sharp.

use crate::scene::{Entry, Figure, Group, Item, List, Paint, Part, Placed, Point, Shape, Stroke};

/// Everything so many times as large, and as far from the corner of the page.
pub(super) fn magnified(items: Vec<Item>, times: f32) -> Vec<Item> {
    items.into_iter().map(|item| item_at(item, times)).collect()
}

fn item_at(item: Item, times: f32) -> Item {
    match item {
        Item::Group(group) => Item::Group(Group { items: magnified(group.items, times), ..group }),
        Item::Text(mut block) => {
            block.parts.iter_mut().for_each(|part| part_at(part, times));
            Item::Text(block)
        }
        Item::List(List { mut entries }) => {
            for Entry { label, body } in &mut entries {
                label.iter_mut().chain(body).for_each(|part| part_at(part, times));
            }
            Item::List(List { entries })
        }
        Item::Figure(Figure { alt, language, shapes: painted }) => {
            Item::Figure(Figure { alt, language, shapes: shapes(painted, times) })
        }
        Item::Artifact(painted) => Item::Artifact(shapes(painted, times)),
        // A panel has none of these.
        Item::Table(_) | Item::Contents(_) | Item::Rest(_) => item,
    }
}

fn part_at(part: &mut Part, times: f32) {
    part.lines.iter_mut().for_each(|placed| placed_at(placed, times));
}

fn placed_at(Placed { x, baseline, line }: &mut Placed, times: f32) {
    for measure in [x, baseline, &mut line.size_pt, &mut line.width] {
        *measure *= times;
    }
    for glyph in &mut line.glyphs {
        glyph.x *= times;
        glyph.rise *= times;
    }
}

/// The same for shapes alone.
pub(super) fn shapes(shapes: Vec<Shape>, times: f32) -> Vec<Shape> {
    let point = |at: Point| Point::new(at.x * times, at.y * times);
    let larger = |shape: Shape| match shape {
        Shape::Line { from, to, stroke } => {
            Shape::Line { from: point(from), to: point(to), stroke: stroke_at(stroke, times) }
        }
        Shape::Rect { at, width, height, radius, paint } => Shape::Rect {
            at: point(at),
            width: width * times,
            height: height * times,
            radius: radius * times,
            paint: paint_at(paint, times),
        },
        Shape::Polygon { corners, paint } => Shape::Polygon {
            corners: corners.into_iter().map(point).collect(),
            paint: paint_at(paint, times),
        },
        Shape::Circle { middle, radius, paint } => Shape::Circle {
            middle: point(middle),
            radius: radius * times,
            paint: paint_at(paint, times),
        },
        Shape::Label { mut words, colour } => {
            placed_at(&mut words, times);
            Shape::Label { words, colour }
        }
    };
    shapes.into_iter().map(larger).collect()
}

fn paint_at(paint: Paint, times: f32) -> Paint {
    match paint {
        Paint::Fill(colour) => Paint::Fill(colour),
        Paint::Outline(stroke) => Paint::Outline(stroke_at(stroke, times)),
        Paint::Both(colour, stroke) => Paint::Both(colour, stroke_at(stroke, times)),
    }
}

fn stroke_at(stroke: Stroke, times: f32) -> Stroke {
    Stroke { width: stroke.width * times, ..stroke }
}
