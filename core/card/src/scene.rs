//! What is on the paper, and where: the words, lines and figures of every page, placed.
//!
//! A scene is what layout hands to drawing. It is plain data, so a test can read it as text
//! ([`Scene::to_text`]) and both the PDF and the picture are drawn from the very same boxes.
//!
//! Every measure is in points (72 to the inch), counted from the TOP-left corner of the page, and
//! y grows downwards. [`mm`] turns millimetres into points. Items stand in reading order: that is
//! the order in which a screen reader speaks them, and also the order in which they are painted,
//! so a coloured ground comes before the words on it.
//!
//! ```
//! use landvast_card::scene::{Block, Item, Page, Role, Scene, mm};
//! use landvast_card::shape::{Style, Typesetter, Weight};
//!
//! let type_ = Typesetter::new();
//! let style = Style { size_pt: 9.0, weight: Weight::Bold, language: "nl" };
//! let words = type_.wrap("Bel eerst Fatima", style, mm(77.6));
//! let mut page = Page::new(mm(85.6), mm(54.0));
//! page.items.push(Item::Text(Block::new(Role::H1, words.place(mm(4.0), mm(4.0), mm(77.6), 11.25))));
//! let scene = Scene { title: "Crisiskaart".into(), language: "nl".into(), pages: vec![page] };
//! assert!(scene.to_text().contains("Bel eerst Fatima"));
//! ```

use crate::shape::{Direction, Line, Paragraph};

mod contents;
mod rest;
mod table;
mod text;
mod walk;

pub use contents::{Contents, Lead, Mark};
pub use rest::{Rest, Seam};
pub use table::{Cell, Scope, Table};
pub(crate) use walk::{Ink, each};

/// Millimetres as points.
#[must_use]
pub fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// A whole paper: what drawing needs to know, and nothing of the plan behind it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// The title that a reader shows and speaks.
    pub title: String,
    /// The language of everything that names no other (`nl`, `en-GB`, …).
    pub language: String,
    /// The pages, in order.
    pub pages: Vec<Page>,
}

/// One side of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Its width in points.
    pub width: f32,
    /// Its height in points.
    pub height: f32,
    /// What begins on this page, for a reader's own list of contents, from top to bottom.
    pub marks: Vec<Mark>,
    /// What is on it, in reading order.
    pub items: Vec<Item>,
}

impl Page {
    /// An empty page of this size, in points.
    #[must_use]
    pub fn new(width: f32, height: f32) -> Self {
        Self { width, height, ..Self::default() }
    }
}

/// One thing on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Things that belong together, such as a panel of the card.
    Group(Group),
    /// A heading, a paragraph or a note.
    Text(Block),
    /// A list, one entry a line or more.
    List(List),
    /// A table.
    Table(Table),
    /// The paper's own list of contents.
    Contents(Contents),
    /// A drawing that tells something; its words stand in `alt`.
    Figure(Figure),
    /// Ornament and marks that a screen reader passes over: cut lines, grounds, page numbers.
    Artifact(Vec<Shape>),
    /// More of what the page before ended with. It is spoken as one thing.
    Rest(Rest),
}

/// Things that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// What the group is called in the structure tree; empty for no name.
    pub title: String,
    /// The language of the group, if not that of the scene.
    pub language: Option<String>,
    /// Its contents, in reading order.
    pub items: Vec<Item>,
}

/// What a block of words is for the reader.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// The title of the paper. Headings may not skip a level, and the first one is this.
    H1,
    /// The heading of a panel or section.
    H2,
    /// A heading below that.
    H3,
    /// A paragraph.
    P,
    /// A remark beside the text.
    Note,
}

/// Words with one role: one heading, one paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What the words are for the reader.
    pub role: Role,
    /// The words, in reading order; most blocks have one part.
    pub parts: Vec<Part>,
}

impl Block {
    /// A block of one part in black, in the language of what surrounds it.
    #[must_use]
    pub fn new(role: Role, lines: Vec<Placed>) -> Self {
        Self { role, parts: vec![Part::new(lines)] }
    }
}

/// Words of one colour and one language within a block, perhaps leading somewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// The language, if not that of what surrounds it.
    pub language: Option<String>,
    /// The colour of the words.
    pub colour: Colour,
    /// Where a tap leads.
    pub link: Option<Link>,
    /// The lines, placed.
    pub lines: Vec<Placed>,
}

impl Part {
    /// Black words in the language of what surrounds them.
    #[must_use]
    pub fn new(lines: Vec<Placed>) -> Self {
        Self { lines, ..Self::default() }
    }
}

/// Where a tap on words leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The address, such as `tel:+31612345678`. The caller has checked it.
    pub uri: String,
    /// What a screen reader says of it, such as "Bel Fatima, 06 12345678".
    pub contents: String,
}

/// One line of words and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The left end of the line.
    pub x: f32,
    /// The line on which the letters stand.
    pub baseline: f32,
    /// The words, shaped.
    pub line: Line,
}

/// A list of entries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// The entries, in order.
    pub entries: Vec<Entry>,
}

/// One entry of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The bullet or number; none where the list has no visible marks.
    pub label: Option<Part>,
    /// The words of the entry; several parts stand in one body.
    pub body: Vec<Part>,
}

/// A drawing that tells something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// What the drawing tells, in words; never empty.
    pub alt: String,
    /// The language of `alt`, if not that of what surrounds it.
    pub language: Option<String>,
    /// What is drawn, first painted first.
    pub shapes: Vec<Shape>,
}

/// Something painted that is no running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A rectangle.
    Rect {
        /// The upper left corner.
        at: Point,
        /// The width.
        width: f32,
        /// The height.
        height: f32,
        /// The radius of the corners; 0 for square ones.
        radius: f32,
        /// How it is painted.
        paint: Paint,
    },
    /// A closed figure of straight sides, such as an arrow head.
    Polygon {
        /// Its corners, in order.
        corners: Vec<Point>,
        /// How it is painted.
        paint: Paint,
    },
    /// A circle.
    Circle {
        /// Its middle.
        middle: Point,
        /// Its radius.
        radius: f32,
        /// How it is painted.
        paint: Paint,
    },
    /// Words that belong to the drawing and are not spoken.
    Label {
        /// The words, placed.
        words: Placed,
        /// Their colour.
        colour: Colour,
    },
}

/// A point on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right of the left edge.
    pub x: f32,
    /// Below the top edge.
    pub y: f32,
}

impl Point {
    /// The point at `x`, `y`.
    #[must_use]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

/// How the inside and the outline of a shape are painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// The inside only.
    Fill(Colour),
    /// The outline only.
    Outline(Stroke),
    /// Both, the outline on top.
    Both(Colour, Stroke),
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    pub width: f32,
    /// Whether it is broken, and how.
    pub pattern: Pattern,
}

impl Stroke {
    /// An unbroken line.
    #[must_use]
    pub const fn solid(colour: Colour, width: f32) -> Self {
        Self { colour, width, pattern: Pattern::Solid }
    }

    /// A line of dashes: `on` drawn, `off` left out.
    #[must_use]
    pub const fn dashed(colour: Colour, width: f32, on: f32, off: f32) -> Self {
        Self { colour, width, pattern: Pattern::Dashes { on, off } }
    }
}

/// Whether a line is broken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pattern {
    /// Unbroken.
    Solid,
    /// Dashes of `on` points with gaps of `off` points.
    Dashes {
        /// How much is drawn.
        on: f32,
        /// How much is left out.
        off: f32,
    },
}

/// A colour, as sRGB.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Colour {
    /// Black, the colour of words that name no other.
    pub const BLACK: Self = Self::rgb(0, 0, 0);
    /// White.
    pub const WHITE: Self = Self::rgb(255, 255, 255);
    /// A deep blue-green that prints dark grey: 9.6 to 1 against white.
    pub const DEEP: Self = Self::rgb(0x0E, 0x48, 0x55);
    /// A deep red for danger: 9.4 to 1 against white.
    pub const DANGER: Self = Self::rgb(0x8A, 0x14, 0x1E);
    /// Lines between things.
    pub const FAINT: Self = Self::rgb(0x8C, 0x96, 0x9A);
    /// A ground for words: so light that black on it loses nothing.
    pub const PALE: Self = Self::rgb(0xEE, 0xF4, 0xF5);

    /// A colour by its parts.
    #[must_use]
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }
}

impl Paragraph {
    /// The lines one below another: the first line's box begins at `top`, each box is `leading`
    /// high. Lines that read from the right end at `x + width`, the others begin at `x`.
    #[must_use]
    pub fn place(&self, x: f32, top: f32, width: f32, leading: f32) -> Vec<Placed> {
        let mut placed = Vec::with_capacity(self.lines.len());
        let mut y = top;
        for line in &self.lines {
            let left = match line.direction {
                Direction::LeftToRight => x,
                Direction::RightToLeft => x + width - line.width,
            };
            placed.push(Placed {
                x: left,
                baseline: y + baseline_in(leading, line.size_pt),
                line: line.clone(),
            });
            y += leading;
        }
        placed
    }
}

/// How far below the top of a line's box its letters stand: small letters and their tails are
/// kept in the middle of the box.
pub(crate) fn baseline_in(leading: f32, size_pt: f32) -> f32 {
    // Atkinson Hyperlegible Next: capitals rise 0.668 em, tails reach down 0.2 em.
    (leading - size_pt * (0.668 + 0.2)) / 2.0 + size_pt * 0.668
}
