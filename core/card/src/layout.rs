//! Where everything stands on the crisis card: a pure function from excerpt to placed boxes.
//!
//! The card is one A4 sheet, printed on one side: two columns of four panels, each as large as a
//! bank card. It is cut out along its outline, the right column is folded behind the left and
//! glued, and the strip is folded zigzag. Then the cover (left, row 1) lies outside in front and
//! the back (left, row 4) outside behind; lifting the lower edge shows rows 2 and 3, upright.
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

use chrono::NaiveDate;
use landvast_model::excerpt::Excerpt;
use landvast_model::{Finding, Panel, Place, What, rules};
use landvast_text::{Words, id};

use crate::scene::{Group, Item, Page, Scene, mm};
use crate::shape::Typesetter;

mod callers;
mod column;
mod cover;
mod entry;
mod marks;
mod pieces;
mod sheet;
mod stamp;

use column::{Column, Moved, Squeeze};

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

/// Where the cut rectangle lies on the sheet, in points.
pub(crate) fn cut_area() -> Area {
    let (width, height) = (2.0 * PANEL_WIDTH_MM, 4.0 * PANEL_HEIGHT_MM);
    Area {
        x: mm((SHEET_MM.0 - width) / 2.0),
        y: mm((SHEET_MM.1 - height) / 2.0),
        width: mm(width),
        height: mm(height),
    }
}

/// Where a panel lies on the sheet, in points.
pub(crate) fn panel_area(panel: Panel) -> Area {
    let (column, row) = match panel {
        Panel::L1 => (0.0, 0.0),
        Panel::L2 => (0.0, 1.0),
        Panel::L3 => (0.0, 2.0),
        Panel::L4 => (0.0, 3.0),
        Panel::R1 => (1.0, 0.0),
        Panel::R2 => (1.0, 1.0),
        Panel::R3 => (1.0, 2.0),
        Panel::R4 => (1.0, 3.0),
    };
    let cut = cut_area();
    let (width, height) = (mm(PANEL_WIDTH_MM), mm(PANEL_HEIGHT_MM));
    Area { x: cut.x + column * width, y: cut.y + row * height, width, height }
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
    let context = Context { excerpt, words, second, today, type_ };
    let mut page = Page::new(mm(SHEET_MM.0), mm(SHEET_MM.1));
    let mut findings = Vec::new();
    page.items.extend(sheet::above(&context));
    page.items.push(marks::cut_and_fold());
    for panel in Panel::ALL {
        let (group, found) = lay_out(&context, panel);
        page.items.push(Item::Group(group));
        findings.extend(found);
    }
    page.items.extend(sheet::below(&context));
    let title = match excerpt.call_name() {
        Some(name) => words.say_with(id::PDF_TITLE, &[("name", name.into())]),
        None => words.say(id::PDF_TITLE_NAMELESS),
    };
    let language = context.language().to_owned();
    Laid { scene: Scene { title, language, pages: vec![page] }, findings }
}

fn lay_out(context: &Context<'_>, panel: Panel) -> (Group, Vec<Finding>) {
    let area = panel_area(panel).inside(mm(SAFE_MM));
    // Once to see whether everything fits; a full cover is squeezed step by step; and if something
    // is still left over, again with room for "see my plan".
    let steps: &[Squeeze] = if panel == Panel::L1 { &Squeeze::STEPS } else { &[] };
    let mut column = fill(context, panel, area, Moved::None, Squeeze::None);
    for squeeze in steps {
        if !column.has_moved() {
            break;
        }
        column = fill(context, panel, area, Moved::None, *squeeze);
    }
    if column.has_moved() {
        let squeeze = column.squeeze;
        column = fill(context, panel, area, Moved::Some, squeeze);
    }
    let mut findings: Vec<Finding> = column
        .moved
        .iter()
        .map(|moved| {
            let what = What::MovedToPlan { panel, chars: moved.chars };
            Finding { place: moved.place, field: moved.field.map(str::to_owned), what }
        })
        .collect();
    for (place, field, characters) in &column.missing {
        let what = What::MissingCharacters { characters: characters.iter().collect() };
        findings.push(Finding { place: *place, field: field.map(str::to_owned), what });
    }
    let group = Group { title: context.words.panel(panel), language: None, items: column.items };
    (group, findings)
}

fn fill<'a>(
    context: &'a Context<'a>,
    panel: Panel,
    area: Area,
    expect: Moved,
    squeeze: Squeeze,
) -> Column<'a> {
    let mut column = Column::new(context, area, panel);
    column.squeeze = squeeze;
    if panel == Panel::L1 {
        cover::head(&mut column);
        cover::foot(&mut column);
    } else {
        column.heading(panel);
    }
    stamp::foot(&mut column, panel);
    if expect == Moved::Some {
        column.reserve_see_plan();
    }
    match panel {
        Panel::R1 => callers::list(&mut column),
        Panel::R2 => callers::danger(&mut column),
        _ => {}
    }
    for piece in pieces::of(context, panel) {
        column.piece(&piece);
    }
    column.close(expect);
    column
}

/// Where an answer of the plan stands.
pub(crate) const PLAN: Place = Place::Plan;
