//! The outline to cut along, and the lines to fold along.

use super::PANEL_WIDTH_MM;
use super::column::FAINT;
use super::sheet::Sheet;
use crate::scene::{Colour, Item, Paint, Point, Shape, Stroke, mm};

/// The colour of the cut line.
const CUT: Colour = Colour::rgb(0x40, 0x48, 0x4C);

/// The cut line and the fold lines, which no screen reader speaks.
pub(super) fn cut_and_fold(sheet: &Sheet) -> Item {
    let cut = sheet.cut_area();
    let fold = Stroke::dashed(FAINT, 0.4, 4.0, 3.0);
    let mut shapes = vec![Shape::Rect {
        at: Point::new(cut.x, cut.y),
        width: cut.width,
        height: cut.height,
        radius: 0.0,
        paint: Paint::Outline(Stroke::solid(CUT, 0.6)),
    }];
    let middle = cut.x + mm(PANEL_WIDTH_MM);
    let mut line = |from: Point, to: Point| shapes.push(Shape::Line { from, to, stroke: fold });
    line(Point::new(middle, cut.y), Point::new(middle, cut.y + cut.height));
    for (y, _) in sheet.folds_across() {
        line(Point::new(cut.x, y), Point::new(cut.x + cut.width, y));
    }
    Item::Artifact(shapes)
}
