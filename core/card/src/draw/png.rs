//! The scene as a picture: for previews, the screen card, and for looking at it in tests.

use harfrust::GlyphId;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use tiny_skia::{
    Color, FillRule, LineCap, Paint as Ink, Path, PathBuilder, Pixmap, StrokeDash, Transform,
};

use super::path::{self, Step};
use super::{PRODUCER, Paint, Pattern, Placed, Point, Scene, Shape, Stroke, measures};
use crate::CardError;
use crate::font::fonts;
use crate::scene::{Colour, Ink as Painted, each};

/// More than A4 at 600 dots to the inch is asked for by mistake.
const MOST_PIXELS: f32 = 36_000_000.0;

/// Draws one page (counted from 0) with so many dots to the inch.
pub fn png(scene: &Scene, page: usize, dots_per_inch: u16) -> Result<Vec<u8>, CardError> {
    measures::check(scene)?;
    let page = scene.pages.get(page).ok_or(CardError::NoSuchPage)?;
    let scale = f32::from(dots_per_inch) / 72.0;
    let (width, height) = ((page.width * scale).round(), (page.height * scale).round());
    if width * height > MOST_PIXELS {
        return Err(CardError::TooLarge);
    }
    let mut pixmap = Pixmap::new(pixels(width), pixels(height)).ok_or(CardError::TooLarge)?;
    pixmap.fill(Color::WHITE);
    let mut canvas = Canvas { pixmap, transform: Transform::from_scale(scale, scale) };
    each(&page.items, &mut |painted| canvas.paint(&painted));
    encode(&canvas.pixmap, dots_per_inch).map_err(|_| CardError::NotWritten)
}

struct Canvas {
    pixmap: Pixmap,
    transform: Transform,
}

impl Canvas {
    fn paint(&mut self, painted: &Painted<'_>) {
        match painted {
            Painted::Words(part) => {
                part.lines.iter().for_each(|placed| self.words(placed, part.colour));
            }
            Painted::Shape(shape) => self.shape(shape),
        }
    }

    fn words(&mut self, placed: &Placed, colour: Colour) {
        let mut outline = Outline::default();
        for glyph in &placed.line.glyphs {
            let face = fonts().face(glyph.face);
            outline.scale = placed.line.size_pt / face.units_per_em;
            outline.origin = Point::new(placed.x + glyph.x, placed.baseline - glyph.rise);
            let Some(drawn) = face.font.outline_glyphs().get(GlyphId::from(glyph.id)) else {
                continue;
            };
            // Only a damaged font fails here, and these are compiled in.
            let _ = drawn.draw(&DrawOptions::new(), DrawMemory::default(), &mut outline);
        }
        if let Some(path) = outline.path.finish() {
            self.fill(&path, colour);
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Line { from, to, stroke } => {
                let mut path = PathBuilder::new();
                path.move_to(from.x, from.y);
                path.line_to(to.x, to.y);
                if let Some(path) = path.finish() {
                    self.stroke(&path, *stroke);
                }
            }
            Shape::Rect { at, width, height, radius, paint } => {
                self.closed(&path::rect(*at, *width, *height, *radius), *paint);
            }
            Shape::Polygon { corners, paint } => self.closed(&path::polygon(corners), *paint),
            Shape::Circle { middle, radius, paint } => {
                self.closed(&path::circle(*middle, *radius), *paint);
            }
            Shape::Label { words, colour } => self.words(words, *colour),
        }
    }

    fn closed(&mut self, steps: &[Step], paint: Paint) {
        let mut path = PathBuilder::new();
        for (number, step) in steps.iter().enumerate() {
            match step {
                Step::To(to) if number == 0 => path.move_to(to.x, to.y),
                Step::To(to) => path.line_to(to.x, to.y),
                Step::Bend(first, second, to) => {
                    path.cubic_to(first.x, first.y, second.x, second.y, to.x, to.y);
                }
            }
        }
        path.close();
        let Some(path) = path.finish() else { return };
        if let Paint::Fill(colour) | Paint::Both(colour, _) = paint {
            self.fill(&path, colour);
        }
        if let Paint::Outline(stroke) | Paint::Both(_, stroke) = paint {
            self.stroke(&path, stroke);
        }
    }

    fn fill(&mut self, path: &Path, colour: Colour) {
        self.pixmap.fill_path(path, &ink(colour), FillRule::Winding, self.transform, None);
    }

    fn stroke(&mut self, path: &Path, stroke: Stroke) {
        let dash = match stroke.pattern {
            Pattern::Solid => None,
            Pattern::Dashes { on, off } => StrokeDash::new(vec![on, off], 0.0),
        };
        let (width, line_cap) = (stroke.width, LineCap::Butt);
        let pen = tiny_skia::Stroke { width, dash, line_cap, ..tiny_skia::Stroke::default() };
        self.pixmap.stroke_path(path, &ink(stroke.colour), &pen, self.transform, None);
    }
}

fn ink(colour: Colour) -> Ink<'static> {
    let mut ink = Ink::default();
    ink.set_color_rgba8(colour.red, colour.green, colour.blue, 255);
    ink
}

/// Gathers glyph outlines, which fonts draw upwards from the baseline.
#[derive(Default)]
struct Outline {
    path: PathBuilder,
    origin: Point,
    scale: f32,
}

impl Outline {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.origin.x + x * self.scale, self.origin.y - y * self.scale)
    }
}

impl PathSink for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, guide_x: f32, guide_y: f32, x: f32, y: f32) {
        let (guide_x, guide_y) = self.at(guide_x, guide_y);
        let (x, y) = self.at(x, y);
        self.path.quad_to(guide_x, guide_y, x, y);
    }

    fn curve_to(&mut self, x0: f32, y0: f32, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x0, y0), (x1, y1), (x, y)) = (self.at(x0, y0), self.at(x1, y1), self.at(x, y));
        self.path.cubic_to(x0, y0, x1, y1, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// Writes the picture, with its true size, so that it prints at 100 %.
fn encode(pixmap: &Pixmap, dots_per_inch: u16) -> Result<Vec<u8>, png::EncodingError> {
    // Nothing shines through, so red, green and blue are enough.
    let mut rgb = Vec::with_capacity(pixmap.data().len() / 4 * 3);
    for pixel in pixmap.pixels() {
        rgb.extend_from_slice(&[pixel.red(), pixel.green(), pixel.blue()]);
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    // A page is mostly white and has sharp edges: guessing from the row above gains nothing.
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_source_srgb(png::SrgbRenderingIntent::RelativeColorimetric);
    let per_metre = pixels((f32::from(dots_per_inch) / 0.0254).round());
    let unit = png::Unit::Meter;
    let size = png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit };
    encoder.set_pixel_dims(Some(size));
    encoder.add_text_chunk("Software".to_owned(), PRODUCER.to_owned())?;
    encoder.write_header()?.write_image_data(&rgb)?;
    Ok(bytes)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn pixels(count: f32) -> u32 {
    count.clamp(0.0, 1_000_000.0) as u32
}
