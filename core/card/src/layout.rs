//! Where everything stands on a card: a pure function from excerpt to placed boxes.
//!
//! A card is cut from one A4 sheet, printed on one side: two columns of panels, each as large as a
//! bank card. It is cut out along its outline, the right column is folded behind the left and
//! glued, and the strip is folded across. The fold-out card has four rows, folded zigzag: the
//! cover (left, row 1) lies outside in front and the back (left, row 4) outside behind; lifting
//! the lower edge shows rows 2 and 3, upright.
//!
//! ```text
//!   +------+------+      closed, from the side     front  L1
//!   |  L1  |  R1  |        /\  /\                  back   L4
//!   +------+------+       1 2 3  4                 lifted L2 over L3
//!   |  L2  |  R2  |      /  \/    \                opened out, turned over: R1 to R4
//!   +------+------+
//!   |  L3  |  R3  |      What stands on a panel, and in which order, is in the field table.
//!   +------+------+      What does not fit by rank is left to "see my plan", whole, with a
//!   |  L4  |  R4  |      finding; a sentence is never cut.
//!   +------+------+
//! ```
//!
//! The mini card has two rows and is folded once. Its cover and its back are those of the fold-out
//! card; opened out and turned over it says how to help and whom to call.
//!
//! ```text
//!   +------+------+      M1  L1                               outside, front
//!   |  M1  |  M2  |      M4  L4, then the numbers of R2       outside, back
//!   +------+------+      M2  L2, then the first of L3         inside, above
//!   |  M4  |  M3  |      M3  R1                               inside, below
//!   +------+------+
//! ```
//!
//! The screen card is a picture in a phone's proportions, for its lock screen: L1 and L4.

use chrono::NaiveDate;
use landvast_model::excerpt::Excerpt;
use landvast_model::paper::PaperKind;
use landvast_model::{Finding, PersonId, Place, Reader, rules};
use landvast_text::{Words, id};

use crate::scene::Scene;
use crate::shape::Typesetter;

mod around;
mod blank;
mod callers;
mod column;
mod cover;
mod drawings;
mod entry;
mod face;
mod magnify;
mod marks;
mod pieces;
mod screen;
mod sheet;
mod stamp;

pub(crate) use blank::{blank_fold, blank_mini};
pub use screen::SCREEN_DOTS_PER_INCH;

/// The width of a panel in millimetres: ISO/IEC 7810 ID-1, rounded up to a tenth.
pub const PANEL_WIDTH_MM: f32 = 85.6;
/// The height of a panel in millimetres.
pub const PANEL_HEIGHT_MM: f32 = 54.0;
/// How far words stay from the edge of a panel, in millimetres.
const SAFE_MM: f32 = 3.0;
/// A4, in millimetres.
const SHEET_MM: (f32, f32) = (210.0, 297.0);

/// A paper, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    /// What to draw.
    pub scene: Scene,
    /// What did not fit, and which characters no font has.
    pub findings: Vec<Finding>,
}

/// A rectangle on the page, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl Area {
    /// The same rectangle, smaller by `margin` on each side.
    fn inside(self, margin: f32) -> Self {
        Self {
            x: self.x + margin,
            y: self.y + margin,
            width: self.width - 2.0 * margin,
            height: self.height - 2.0 * margin,
        }
    }
}

/// What every panel is laid out from.
pub(crate) struct Context<'a> {
    pub(crate) excerpt: &'a Excerpt,
    pub(crate) words: &'a Words,
    /// The words of a second language for the panels that are seen first.
    pub(crate) second: Option<&'a Words>,
    pub(crate) today: NaiveDate,
    pub(crate) type_: &'a Typesetter,
}

impl Context<'_> {
    /// The language of the fixed words.
    pub(crate) fn language(&self) -> &'static str {
        self.words.language().tag()
    }

    /// The language of the owner's words, where it is another than that of the fixed words.
    pub(crate) fn written_in(&self, lang: Option<&str>) -> Option<String> {
        let written = lang.unwrap_or(self.excerpt.language.tag());
        (written != self.language()).then(|| written.to_owned())
    }

    /// What a person is called on this paper. On a sheet its reader is "you".
    pub(crate) fn name_of(&self, person: PersonId) -> Option<String> {
        let reads_sheet =
            self.excerpt.paper == PaperKind::Sheet && self.excerpt.reader == Reader::Person(person);
        if reads_sheet {
            return Some(self.words.say(id::KIN_YOU));
        }
        self.excerpt.name_of(person).map(str::to_owned)
    }

    /// Whether a card with these words may be out of date by now.
    pub(crate) fn possibly_outdated(&self) -> bool {
        self.today >= rules::trusted_until(self.excerpt.stamp.on)
    }
}

/// Lays out the fold-out card.
///
/// `words` are the fixed words; `second` are those of a second language, printed beside them on
/// the panels of the left column. What the owner wrote is never translated.
#[must_use]
pub fn fold_card(
    excerpt: &Excerpt,
    words: &Words,
    second: Option<&Words>,
    today: NaiveDate,
    type_: &Typesetter,
) -> Laid {
    sheet::FOLD.lay_out(&Context { excerpt, words, second, today, type_ })
}

/// Lays out the mini card: four panels, folded once. For the short route.
///
/// `second` is printed as on [`fold_card`].
#[must_use]
pub fn mini_card(
    excerpt: &Excerpt,
    words: &Words,
    second: Option<&Words>,
    today: NaiveDate,
    type_: &Typesetter,
) -> Laid {
    sheet::MINI.lay_out(&Context { excerpt, words, second, today, type_ })
}

/// Lays out the screen card: a picture for a phone's lock screen, with cover and outer back.
///
/// Drawn at [`SCREEN_DOTS_PER_INCH`] it has as many dots as a usual phone's screen.
#[must_use]
pub fn screen_card(excerpt: &Excerpt, words: &Words, today: NaiveDate, type_: &Typesetter) -> Laid {
    screen::lay_out(&Context { excerpt, words, second: None, today, type_ })
}

/// The title that a reader of the file shows and speaks.
fn title(context: &Context<'_>) -> String {
    match context.excerpt.call_name() {
        Some(name) => context.words.say_with(id::PDF_TITLE, &[("name", name.into())]),
        None => context.words.say(id::PDF_TITLE_NAMELESS),
    }
}

/// Where an answer of the plan stands.
pub(crate) const PLAN: Place = Place::Plan;
