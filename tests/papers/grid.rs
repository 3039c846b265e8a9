//! Where a card is cut and folded, read from what is drawn on the sheet.

use landvast_card::scene::{Item, Paint, Pattern, Placed, Point, Scene, Shape, mm};

/// A rectangle on the sheet, in points from its top left corner.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) bottom: f32,
}

impl Frame {
    pub(crate) fn inside(self, margin: f32) -> Self {
        Self {
            left: self.left + margin,
            top: self.top + margin,
            right: self.right - margin,
            bottom: self.bottom - margin,
        }
    }

    pub(crate) fn holds(self, other: Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }

    /// Whether two frames share more than an edge.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        const SLACK: f32 = 0.1;
        self.left + SLACK < other.right
            && other.left + SLACK < self.right
            && self.top + SLACK < other.bottom
            && other.top + SLACK < self.bottom
    }

    pub(crate) fn middle(self) -> Point {
        Point::new(f32::midpoint(self.left, self.right), f32::midpoint(self.top, self.bottom))
    }

    pub(crate) fn around(corners: &[Point]) -> Self {
        let least = |of: fn(&Point) -> f32| corners.iter().map(of).fold(f32::INFINITY, f32::min);
        let most = |of: fn(&Point) -> f32| corners.iter().map(of).fold(-f32::INFINITY, f32::max);
        Self {
            left: least(|p| p.x),
            top: least(|p| p.y),
            right: most(|p| p.x),
            bottom: most(|p| p.y),
        }
    }
}

/// The paper that a line's letters cover: capitals and long letters rise, tails reach down.
pub(crate) fn ink(placed: &Placed) -> Frame {
    let size = placed.line.size_pt;
    Frame {
        left: placed.x,
        top: placed.baseline - 0.72 * size,
        right: placed.x + placed.line.width,
        bottom: placed.baseline + 0.21 * size,
    }
}

/// Every shape that no screen reader speaks, at any depth.
pub(crate) fn ornaments(items: &[Item]) -> Vec<&Shape> {
    let mut shapes = Vec::new();
    for item in items {
        match item {
            Item::Group(group) => shapes.extend(ornaments(&group.items)),
            Item::Artifact(drawn) => shapes.extend(drawn),
            Item::Text(_)
            | Item::List(_)
            | Item::Figure(_)
            | Item::Table(_)
            | Item::Contents(_)
            | Item::Rest(_) => {}
        }
    }
    shapes
}

/// The outline to cut along, and the lines to fold along.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    pub(crate) cut: Frame,
    /// The fold that goes from top to bottom.
    pub(crate) middle: f32,
    /// The folds that go across, from the top.
    pub(crate) across: Vec<f32>,
}

impl Grid {
    pub(crate) fn of(scene: &Scene) -> Self {
        let shapes = ornaments(&scene.pages[0].items);
        let area = |frame: &Frame| (frame.right - frame.left) * (frame.bottom - frame.top);
        let outlines = shapes.iter().filter_map(|shape| match shape {
            Shape::Rect { at, width, height, paint: Paint::Outline(_), .. } => {
                Some(Frame::around(&[*at, Point::new(at.x + width, at.y + height)]))
            }
            _ => None,
        });
        let cut = outlines.max_by(|a, b| area(a).total_cmp(&area(b))).unwrap();
        let (mut upright, mut across) = (Vec::new(), Vec::new());
        for shape in shapes {
            let Shape::Line { from, to, stroke } = shape else { continue };
            if stroke.pattern == Pattern::Solid {
                continue;
            }
            if (from.x - to.x).abs() < 0.01 {
                assert!((from.y, to.y) == (cut.top, cut.bottom), "a fold from edge to edge");
                upright.push(from.x);
            } else {
                assert!((from.y - to.y).abs() < 0.01, "a fold across");
                assert!((from.x, to.x) == (cut.left, cut.right), "a fold from edge to edge");
                across.push(from.y);
            }
        }
        across.sort_by(f32::total_cmp);
        assert_eq!((upright.len(), across.len()), (1, 3), "one fold down and three across");
        Self { cut, middle: upright[0], across }
    }

    /// The column (0, 1) and row (0 to 3) in which a point lies.
    pub(crate) fn cell_at(&self, point: Point) -> (usize, usize) {
        let row = self.across.iter().filter(|y| point.y > **y).count();
        (usize::from(point.x > self.middle), row)
    }

    pub(crate) fn cell(&self, (column, row): (usize, usize)) -> Frame {
        let sides = [self.cut.left, self.middle, self.cut.right];
        let mut levels = vec![self.cut.top];
        levels.extend(&self.across);
        levels.push(self.cut.bottom);
        Frame {
            left: sides[column],
            top: levels[row],
            right: sides[column + 1],
            bottom: levels[row + 1],
        }
    }
}

#[test]
fn every_panel_is_as_large_as_a_bank_card() {
    let card = crate::card::Card::of(crate::card::NOOR);
    let grid = Grid::of(card.scene());
    for column in [0, 1] {
        for row in 0..4 {
            let cell = grid.cell((column, row));
            assert!((cell.right - cell.left - mm(85.6)).abs() < 0.01);
            assert!((cell.bottom - cell.top - mm(54.0)).abs() < 0.01);
        }
    }
}
