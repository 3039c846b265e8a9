//! A scene as text, for tests that compare what lies where.

use std::fmt::Write as _;

use super::{
    Block, Cell, Colour, Item, Paint, Part, Pattern, Placed, Point, Scene, Scope, Seam, Shape,
    Stroke,
};

impl Scene {
    /// Every box of the scene, a line each, measured in millimetres with one decimal.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut dump = Dump { out: format!("{:?} [{}]\n", self.title, self.language), depth: 0 };
        for (number, page) in (1..).zip(&self.pages) {
            let (width, height) = (to_mm(page.width), to_mm(page.height));
            dump.line(&format!("page {number} {width} x {height}"));
            for mark in &page.marks {
                let (level, top) = (mark.level, to_mm(mark.top));
                dump.within(|dump| dump.line(&format!("mark {level} {top} {:?}", mark.title)));
            }
            dump.within(|dump| dump.items(&page.items));
        }
        dump.out
    }
}

struct Dump {
    out: String,
    depth: usize,
}

impl Dump {
    fn line(&mut self, words: &str) {
        let indent = self.depth * 2;
        let _ = writeln!(self.out, "{:indent$}{words}", "");
    }

    fn within(&mut self, write: impl FnOnce(&mut Self)) {
        self.depth += 1;
        write(self);
        self.depth -= 1;
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.item(item);
        }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Group(group) => {
                self.line(&format!("group {:?}{}", group.title, tag(group.language.as_ref())));
                self.within(|dump| dump.items(&group.items));
            }
            Item::Text(Block { role, parts }) => {
                self.line(&format!("{role:?}"));
                self.parts(parts);
            }
            Item::List(list) => {
                self.line("list");
                for entry in &list.entries {
                    self.parts(entry.label.iter().chain(&entry.body));
                }
            }
            Item::Table(table) => {
                self.line("table");
                self.within(|dump| table.rows.iter().for_each(|row| dump.row(row)));
            }
            Item::Contents(contents) => {
                self.line("contents");
                for lead in &contents.leads {
                    self.parts(&lead.words);
                    let (page, top) = (lead.page + 1, to_mm(lead.top));
                    let place = format!("-> page {page} at {top} {:?}", lead.spoken);
                    self.within(|dump| dump.line(&place));
                }
            }
            Item::Figure(figure) => {
                self.line(&format!("figure {:?}{}", figure.alt, tag(figure.language.as_ref())));
                self.within(|dump| figure.shapes.iter().for_each(|shape| dump.shape(shape)));
            }
            Item::Artifact(shapes) => {
                self.line("artifact");
                self.within(|dump| shapes.iter().for_each(|shape| dump.shape(shape)));
            }
            Item::Rest(rest) => {
                self.line(match rest.seam {
                    Seam::Between => "rest",
                    Seam::Within => "rest within",
                });
                self.within(|dump| dump.item(&rest.of));
            }
        }
    }

    fn row(&mut self, row: &[Cell]) {
        self.line("row");
        for cell in row {
            self.within(|dump| {
                dump.line(match cell.scope {
                    Scope::Named => "cell",
                    Scope::Column => "column",
                    Scope::Row => "row name",
                });
                dump.parts(&cell.parts);
            });
        }
    }

    fn parts<'a>(&mut self, parts: impl IntoIterator<Item = &'a Part>) {
        self.within(|dump| parts.into_iter().for_each(|part| dump.part(part)));
    }

    fn part(&mut self, part: &Part) {
        let language = tag(part.language.as_ref());
        let colour = of(part.colour);
        for placed in &part.lines {
            self.line(&format!("{}{colour}{language}", words(placed)));
        }
        if let Some(link) = &part.link {
            self.line(&format!("-> {} {:?}", link.uri, link.contents));
        }
    }

    fn shape(&mut self, shape: &Shape) {
        let line = match shape {
            Shape::Line { from, to, stroke } => {
                format!("line {} - {} {}", at(*from), at(*to), pen(*stroke))
            }
            Shape::Rect { at: corner, width, height, radius, paint } => {
                let round =
                    if *radius > 0.0 { format!(" r{}", to_mm(*radius)) } else { String::new() };
                let size = format!("{} x {}", to_mm(*width), to_mm(*height));
                format!("rect {} {size}{round} {}", at(*corner), painted(*paint))
            }
            Shape::Polygon { corners, paint } => {
                let corners: Vec<String> = corners.iter().map(|corner| at(*corner)).collect();
                format!("polygon {} {}", corners.join(" "), painted(*paint))
            }
            Shape::Circle { middle, radius, paint } => {
                format!("circle {} r{} {}", at(*middle), to_mm(*radius), painted(*paint))
            }
            Shape::Label { words: placed, colour } => {
                format!("label {}{}", words(placed), of(*colour))
            }
        };
        self.line(&line);
    }
}

fn words(placed: &Placed) -> String {
    let Placed { x, baseline, line } = placed;
    let place = at(Point::new(*x, *baseline));
    format!("{place} w{} {:.1}pt {:?}", to_mm(line.width), line.size_pt, line.text)
}

fn at(point: Point) -> String {
    format!("({}, {})", to_mm(point.x), to_mm(point.y))
}

fn painted(paint: Paint) -> String {
    match paint {
        Paint::Fill(colour) => format!("filled{}", of(colour)),
        Paint::Outline(stroke) => pen(stroke),
        Paint::Both(colour, stroke) => format!("filled{} {}", of(colour), pen(stroke)),
    }
}

fn pen(stroke: Stroke) -> String {
    let pattern = match stroke.pattern {
        Pattern::Solid => String::new(),
        Pattern::Dashes { on, off } => format!(" dashes {}/{}", to_mm(on), to_mm(off)),
    };
    format!("{:.2}pt{}{pattern}", stroke.width, of(stroke.colour))
}

fn of(colour: Colour) -> String {
    if colour == Colour::BLACK {
        return String::new();
    }
    format!(" #{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)
}

fn tag(language: Option<&String>) -> String {
    language.map(|language| format!(" [{language}]")).unwrap_or_default()
}

fn to_mm(points: f32) -> String {
    // Adding zero turns a rounded -0.0 into 0.0.
    format!("{:.1}", (points * 25.4 / 72.0 * 10.0).round() / 10.0 + 0.0)
}
