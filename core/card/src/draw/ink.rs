//! Ink on a page: glyphs, lines and shapes as PDF operators.

use std::collections::BTreeMap;
use std::ops::Range;

use printpdf::{
    Codepoint, Color, DictItem, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle,
    Polygon, PolygonRing, Pt, Rgb, TextItem, TextMatrix, WindingOrder,
};

use super::path::{self, Step};
use super::subset::{Meanings, NOTHING, SOFT_HYPHEN, Subsets, meaning_of};
use crate::font::FaceId;
use crate::scene::{Colour, Paint, Pattern, Placed, Point, Shape, Stroke};
use crate::shape;

/// The pen that writes one page.
pub(super) struct Pen<'a> {
    /// The height of the page.
    pub(super) height: f32,
    pub(super) meanings: &'a Meanings,
    pub(super) subsets: &'a Subsets,
    pub(super) ops: Vec<Op>,
    /// How many marked contents the page has so far.
    pub(super) contents: i64,
}

impl Pen<'_> {
    pub(super) fn begin_content(&mut self, kind: &str) -> i64 {
        let number = self.contents;
        self.contents += 1;
        let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]);
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: kind.to_owned(), properties });
        number
    }

    pub(super) fn words(&mut self, lines: &[Placed], colour: Colour) {
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFillColor { col: rgb(colour) });
        let mut font = None;
        for placed in lines {
            self.line(placed, &mut font);
        }
        self.ops.push(Op::EndTextSection);
    }

    fn line(&mut self, placed: &Placed, font: &mut Option<(FaceId, f32)>) {
        if self.needs_own_words(placed) {
            self.begin_actual_text(&placed.line.text);
            for run in runs(&placed.line) {
                self.run(placed, run, font);
            }
            self.ops.push(Op::EndMarkedContent);
            return;
        }
        for run in runs(&placed.line) {
            let divides = placed.line.shown(run.start) == SOFT_HYPHEN
                && self.meaning(placed, run.start) != SOFT_HYPHEN;
            if divides {
                self.begin_actual_text(SOFT_HYPHEN);
            }
            self.run(placed, run, font);
            if divides {
                self.ops.push(Op::EndMarkedContent);
            }
        }
    }

    /// Whether a glyph stands for something else in this line than in the rest of the paper.
    fn needs_own_words(&self, placed: &Placed) -> bool {
        (0..placed.line.glyphs.len()).any(|number| {
            let shown = meaning_of(placed, number);
            let meaning = self.meaning(placed, number);
            let completes = shown.is_empty() && meaning == NOTHING;
            shown != meaning && shown != SOFT_HYPHEN && !completes
        })
    }

    fn meaning(&self, placed: &Placed, number: usize) -> &str {
        let glyph = placed.line.glyphs.get(number);
        glyph.map_or(NOTHING, |glyph| self.meanings.of(glyph.face, glyph.id))
    }

    fn begin_actual_text(&mut self, words: &str) {
        let mut data = vec![0xfe, 0xff];
        words.encode_utf16().for_each(|unit| data.extend(unit.to_be_bytes()));
        let words = DictItem::String { data, literal: false };
        let map = BTreeMap::from([("ActualText".to_owned(), words)]);
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties });
    }

    /// Glyphs of one font on one height: the pen is set once, then only corrected.
    fn run(&mut self, placed: &Placed, run: Range<usize>, font: &mut Option<(FaceId, f32)>) {
        let glyphs = placed.line.glyphs.get(run.clone()).unwrap_or_default();
        let Some(first) = glyphs.first() else { return };
        let Some(subset) = self.subsets.get(first.face) else { return };
        let size = placed.line.size_pt;
        if *font != Some((first.face, size)) {
            let external = PdfFontHandle::External(subset.id.clone());
            self.ops.push(Op::SetFont { font: external, size: Pt(size) });
            *font = Some((first.face, size));
        }
        let at = self.point(Point::new(placed.x + first.x, placed.baseline - first.rise));
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(at.x, at.y) });

        let thousandths = |x: f32| (x - first.x) * 1000.0 / size;
        let mut pen = 0.0;
        let mut codes = Vec::with_capacity(glyphs.len());
        for (number, glyph) in glyphs.iter().enumerate() {
            // A glyph that is in no font is not drawn; number 0 would be an empty box.
            let Some(id) = subset.id_of(glyph.id) else { continue };
            pen += subset.advance(id);
            let mut offset = 0.0;
            if let Some(next) = glyphs.get(number + 1) {
                offset = (pen - thousandths(next.x)).round();
                pen -= offset;
            }
            let meaning = self.meanings.of(glyph.face, glyph.id).to_owned();
            codes.push(Codepoint { gid: id, offset, cid: Some(meaning) });
        }
        self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(codes)] });
    }

    pub(super) fn shapes(&mut self, shapes: &[Shape]) {
        for shape in shapes {
            self.shape(shape);
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Line { from, to, stroke } => {
                self.pen(*stroke);
                let points = vec![self.corner(*from), self.corner(*to)];
                self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
            }
            Shape::Rect { at, width, height, radius, paint } => {
                let path = path::rect(*at, *width, *height, *radius);
                self.closed(&path, *paint);
            }
            Shape::Polygon { corners, paint } => self.closed(&path::polygon(corners), *paint),
            Shape::Circle { middle, radius, paint } => {
                self.closed(&path::circle(*middle, *radius), *paint);
            }
            Shape::Label { words, colour } => self.words(std::slice::from_ref(words), *colour),
        }
    }

    fn closed(&mut self, path: &[Step], paint: Paint) {
        let mode = match paint {
            Paint::Fill(_) => PaintMode::Fill,
            Paint::Outline(_) => PaintMode::Stroke,
            Paint::Both(..) => PaintMode::FillStroke,
        };
        if let Paint::Fill(colour) | Paint::Both(colour, _) = paint {
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
        }
        if let Paint::Outline(stroke) | Paint::Both(_, stroke) = paint {
            self.pen(stroke);
        }
        let mut points = Vec::new();
        for step in path {
            match step {
                Step::To(to) => points.push(self.corner(*to)),
                Step::Bend(first, second, to) => {
                    points.extend([self.bend(*first), self.bend(*second), self.corner(*to)]);
                }
            }
        }
        let rings = vec![PolygonRing { points }];
        let winding_order = WindingOrder::NonZero;
        self.ops.push(Op::DrawPolygon { polygon: Polygon { rings, mode, winding_order } });
    }

    fn pen(&mut self, stroke: Stroke) {
        let pattern = match stroke.pattern {
            Pattern::Solid => [].into_iter().collect(),
            Pattern::Dashes { on, off } => [on, off].into_iter().map(short).collect(),
        };
        self.ops.push(Op::SetOutlineColor { col: rgb(stroke.colour) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(stroke.width) });
        self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern { offset: 0.0, pattern } });
    }

    fn corner(&self, point: Point) -> LinePoint {
        LinePoint { p: self.point(point), bezier: false }
    }

    fn bend(&self, point: Point) -> LinePoint {
        LinePoint { p: self.point(point), bezier: true }
    }

    /// A PDF counts from the lower left corner.
    fn point(&self, point: Point) -> printpdf::Point {
        printpdf::Point { x: Pt(short(point.x)), y: Pt(short(self.height - point.y)) }
    }

    pub(super) fn bounds_of<'p>(&self, lines: impl IntoIterator<Item = &'p Placed>) -> [f32; 4] {
        self.bounds(lines.into_iter().flat_map(words_corners))
    }

    /// Left, bottom, right, top of these points.
    pub(super) fn bounds(&self, points: impl Iterator<Item = Point>) -> [f32; 4] {
        let mut bounds: Option<[f32; 4]> = None;
        for Point { x, y } in points {
            let y = self.height - y;
            let [left, bottom, right, top] = bounds.unwrap_or([x, y, x, y]);
            bounds = Some([left.min(x), bottom.min(y), right.max(x), top.max(y)]);
        }
        bounds.unwrap_or_default().map(short)
    }
}

/// Stretches of glyphs of one font on one height; a hyphen that divides a word stands alone.
fn runs(line: &shape::Line) -> Vec<Range<usize>> {
    let glyphs = line.glyphs.iter().enumerate();
    let keys =
        glyphs.map(|(at, glyph)| (glyph.face, glyph.rise.to_bits(), line.shown(at) == SOFT_HYPHEN));
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (at, key) in keys.enumerate() {
        match runs.last_mut() {
            Some(run) if before == Some(key) => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
        before = Some(key);
    }
    runs
}

/// The corners of the box around a line of words.
fn words_corners(placed: &Placed) -> [Point; 2] {
    let Placed { x, baseline, line } = placed;
    [
        Point::new(*x, baseline - line.size_pt * 0.95),
        Point::new(x + line.width, baseline + line.size_pt * 0.3),
    ]
}

pub(super) fn corners(shape: &Shape) -> Vec<Point> {
    let around =
        |at: &Point, width: f32, height: f32| vec![*at, Point::new(at.x + width, at.y + height)];
    match shape {
        Shape::Line { from, to, .. } => vec![*from, *to],
        Shape::Rect { at, width, height, .. } => around(at, *width, *height),
        Shape::Polygon { corners, .. } => corners.clone(),
        Shape::Circle { middle, radius, .. } => {
            let corner = Point::new(middle.x - radius, middle.y - radius);
            around(&corner, radius * 2.0, radius * 2.0)
        }
        Shape::Label { words, .. } => words_corners(words).to_vec(),
    }
}

fn rgb(colour: Colour) -> Color {
    let part = |value: u8| short(f32::from(value) / 255.0);
    let (r, g, b) = (part(colour.red), part(colour.green), part(colour.blue));
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

/// A thousandth of a point is far below what any printer shows; more digits only cost bytes.
fn short(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}
