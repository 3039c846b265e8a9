//! Words that flow over as many pages as they need.
//!
//! The card has a fixed place for everything; a whole plan has not. A [`Document`] says what
//! stands on a paper and in which order, and knows nothing of pages. [`lay`] shapes its words once,
//! breaks them into pages and places them:
//!
//! - a heading never stands over nothing: it stays with the next two lines, and a heading that
//!   nothing follows is not printed;
//! - of a paragraph, at least two lines stay together at the foot and at the head of a page;
//! - a row of a table is never split, unless it is taller than a page; the head of the table is
//!   shown again on each page;
//! - a frame, and what is kept together, moves to the next page as a whole if it fits on one and
//!   leaves not much more than half a page empty.
//!
//! Noor's plan is an example: a frame with the number to ring in danger, the contents with page
//! numbers, a heading "Zo help je mij", below it the list of what helps her.
//!
//! ```
//! use landvast_card::flow::{Block, Document, Level, Prose, Size, lay};
//! use landvast_card::shape::Typesetter;
//! use landvast_text::Words;
//! use landvast_model::Language;
//!
//! let mut document = Document::new("Mijn plan", Language::Nl.tag(), Size::Reading);
//! document.blocks.push(Block::Heading(Level::Section, Prose::new("Zo help je mij")));
//! document.blocks.push(Block::Text(Prose::new("Praat zacht en langzaam.")));
//! let laid = lay(&document, &Words::new(Language::Nl), &Typesetter::new());
//! assert_eq!(laid.scene.pages.len(), 1);
//! ```

use landvast_model::Place;
use landvast_text::Words;

use crate::layout::Laid;
use crate::scene::{Colour, Link, Scene};
use crate::shape::{Typesetter, Weight};

mod breaks;
mod kinds;
mod leaf;
mod lines;
mod pen;
mod place;
mod printed;
mod set;
mod sizes;
mod strip;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use kinds::FACTS_GO_ON;
use place::Placer;
use sizes::Room;
pub(crate) use strip::split;

/// A whole paper, before it has pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What the file is called; a reader shows and speaks it.
    pub title: String,
    /// The language of everything that names no other.
    pub language: String,
    /// How large the words are.
    pub size: Size,
    /// Which way the pages lie.
    pub turn: Turn,
    /// The title on the paper.
    pub heading: Prose,
    /// What stands below the title: for whom it is, what it is and is not, version and day.
    pub about: Vec<Prose>,
    /// Everything else, in reading order.
    pub blocks: Vec<Block>,
    /// What stands at the foot of every page: the paper, its reader, version and check code. The
    /// page number comes beside it.
    pub foot: String,
    /// What stands at the head of every page because it matters more than the rest ("possibly
    /// outdated").
    pub warning: Option<String>,
}

/// How large the words of a paper are.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Size {
    /// 10.5 points: read sitting down.
    #[default]
    Reading,
    /// 11.5 points: read at arm's length, in a hurry.
    ArmsLength,
    /// For what can wait until somebody sits down with it.
    Chair,
}

/// Which way the pages of a paper lie.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Turn {
    /// Higher than wide.
    #[default]
    Upright,
    /// Wider than high, for a table of many columns.
    Across,
}

/// One thing on a paper. What is empty is left out.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading. It stands in a reader's list of contents too.
    Heading(Level, Prose),
    /// Running text.
    Text(Prose),
    /// A remark, smaller.
    Note(Prose),
    /// The one line to read first, large and bold.
    Large(Prose),
    /// A list.
    List(Marks, Vec<Prose>),
    /// Labels with words: "Soort: kat".
    Facts(Vec<Fact>),
    /// Whom to call, with large numbers at the right edge.
    Calls(Marks, Vec<Call>),
    /// A table.
    Table(Table),
    /// What a form asks, over the whole width; room to answer by hand follows on the same page.
    Ask(Prose),
    /// Lines to write on, 9 mm apart.
    Pen(Pen),
    /// Choices with a box before each, to be ticked by hand.
    Tick(Tick),
    /// Blocks with a frame around them.
    Frame(Tone, Vec<Block>),
    /// A place to sign.
    Sign(Sign),
    /// The contents: every section with its page. Once on a paper.
    Contents,
    /// Empty room, in points; none at the top of a page.
    Gap(f32),
    /// Blocks that stay on one page, if one page can hold them.
    KeepTogether(Vec<Block>),
    /// What follows begins a new page.
    NewPage,
    /// What follows is set in this size.
    SetIn(Size),
}

/// How deep a heading is. The title of the paper is above both.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Level {
    /// A section; stands in the contents.
    Section,
    /// Something within a section.
    Part,
}

/// What stands before each entry of a list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Marks {
    /// A bullet.
    Bullets,
    /// Its number, from 1.
    Numbers,
}

/// What a frame is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Tone {
    /// To find something by.
    Calm,
    /// Danger.
    Danger,
}

/// One paragraph: words that flow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose {
    /// The words, in pieces that differ in weight, colour or where they lead.
    pub pieces: Vec<Piece>,
    /// The language of the words, if not that of the paper.
    pub language: Option<String>,
    /// Whose words they are, so that a sign that no font has can be told.
    pub of: Option<Source>,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// How heavy they are.
    pub weight: Weight,
    /// Their colour.
    pub colour: Colour,
    /// Where a tap leads.
    pub link: Option<Link>,
    /// The language, if it is another than the paragraph's.
    pub language: Option<String>,
}

/// Which answer words come from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Source {
    /// In the plan or with a person.
    pub place: Place,
    /// The field's id.
    pub field: &'static str,
}

/// A label with words beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fact {
    /// The label, in the language of the paper.
    pub label: String,
    /// The words; several paragraphs are a list.
    pub words: Vec<Prose>,
}

/// Somebody to call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Call {
    /// Who, perhaps with who it is to the owner.
    pub who: Prose,
    /// When, and what to know first; smaller, below.
    pub about: Vec<Prose>,
    /// The numbers, best first.
    pub numbers: Vec<Dial>,
}

/// A number to dial.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dial {
    /// The number as people read it.
    pub shown: String,
    /// Which number it is, where there are several: "avond en nacht".
    pub which: String,
    /// Where a tap leads; none for a number that no telephone can dial.
    pub link: Option<Link>,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<TableColumn>,
    /// The rows; a cell holds paragraphs, and none if it is empty.
    pub rows: Vec<Vec<Vec<Prose>>>,
    /// What the first column holds.
    pub first: FirstColumn,
    /// The least height of a row, in points; for a pen, 9 mm or more.
    pub least_height: f32,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableColumn {
    /// What stands above it.
    pub head: String,
    /// Its share of the width; the shares of all columns need no particular sum.
    pub share: f32,
}

/// What the first column of a table holds.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum FirstColumn {
    /// What each row is about: set bold, and a screen reader speaks it with the row's cells.
    #[default]
    Names,
    /// A cell like the others.
    Cells,
}

/// Lines to write on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pen {
    /// What stands before the first line; empty for none.
    pub label: String,
    /// How many lines, at least one.
    pub lines: usize,
}

/// Choices to tick.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tick {
    /// What stands before the first of them; empty for none.
    pub label: String,
    /// The choices.
    pub choices: Vec<Prose>,
}

/// A place to sign for one's own agreement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sign {
    /// Who signs; empty for a line to write the name on.
    pub who: Prose,
    /// What they sign for.
    pub what: Vec<Prose>,
}

/// Lays out a document on A4 pages.
///
/// `words` say the few things that pages say of themselves ("page 2 of 7"). A document always has
/// a page, even an empty one.
#[must_use]
pub fn lay(document: &Document, words: &Words, type_: &Typesetter) -> Laid {
    let mut set = set::set(document, words, type_);
    let findings = std::mem::take(&mut set.findings);
    let filled = breaks::pages(&set, Room::of(document.turn));
    let placer = Placer::new(document, words, type_, &set, &filled);
    let pages = placer.pages(set, &filled);
    let (title, language) = (document.title.clone(), document.language.clone());
    Laid { scene: Scene { title, language, pages }, findings }
}

impl Document {
    /// An empty paper with this title, on the paper and for the file.
    #[must_use]
    pub fn new(title: impl Into<String>, language: &str, size: Size) -> Self {
        let title = title.into();
        let heading = Prose::new(title.clone());
        Self { title, language: language.to_owned(), size, heading, ..Self::default() }
    }
}

impl Fact {
    /// A label with one paragraph beside it.
    #[must_use]
    pub fn new(label: impl Into<String>, words: Prose) -> Self {
        Self { label: label.into(), words: vec![words] }
    }

    /// Whether there is nothing to read beside its label.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(Prose::is_empty)
    }
}

impl Prose {
    /// Plain words in the language of the paper.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { pieces: vec![Piece::new(text)], ..Self::default() }
    }

    /// The same in bold.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        let piece = Piece { weight: Weight::Bold, ..Piece::new(text) };
        Self { pieces: vec![piece], ..Self::default() }
    }

    /// The same words in this language, if it is another than that of the paper.
    #[must_use]
    pub fn in_language(mut self, language: Option<String>) -> Self {
        self.language = language;
        self
    }

    /// The same words, known to come from this answer.
    #[must_use]
    pub fn of(mut self, place: Place, field: &'static str) -> Self {
        self.of = Some(Source { place, field });
        self
    }

    /// The same words with one piece more behind them.
    #[must_use]
    pub fn and(mut self, piece: Piece) -> Self {
        self.pieces.push(piece);
        self
    }

    /// Whether there is nothing to read in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.trim().is_empty())
    }
}

impl Piece {
    /// Plain black words.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Bold black words.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self { weight: Weight::Bold, ..Self::new(text) }
    }
}

impl Table {
    /// A table with these heads and shares of the width, and no rows yet.
    #[must_use]
    pub fn new<'a>(columns: impl IntoIterator<Item = (&'a str, f32)>) -> Self {
        let column = |(head, share): (&str, f32)| TableColumn { head: head.to_owned(), share };
        Self { columns: columns.into_iter().map(column).collect(), ..Self::default() }
    }
}
