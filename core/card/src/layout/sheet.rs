//! A sheet of panels: the two cards that are cut from A4, and how each is folded.

use std::collections::BTreeSet;

use landvast_model::{Finding, Panel};
use landvast_text::{MessageId, id};

use super::drawings::{self, Drawing};
use super::face::{Face, Take};
use super::{Area, Context, Laid, PANEL_HEIGHT_MM, PANEL_WIDTH_MM, SAFE_MM, SHEET_MM};
use super::{around, marks, title};
use crate::scene::{Group, Item, Page, Scene, mm};

/// A card on its sheet: two columns of panels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    /// Its faces, in the order in which they are read aloud.
    faces: &'static [Face],
    /// Which way the paper below each fold across goes, from the top.
    pub(super) folds: &'static [Way],
    /// What to do with scissors and glue.
    pub(super) steps: [Step; 4],
    /// What the drawings show, in words.
    pub(super) folding: MessageId,
    /// How large drawings and words of the steps are.
    pub(super) guide: Guide,
    /// Where the card begins below the edge of the paper, in millimetres.
    top_mm: f32,
}

/// How large the guidance around a card is: a small card leaves room for large words.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Guide {
    /// Words beside their drawing.
    Small,
    /// Words below their drawing.
    Large,
}

/// Which way the paper beyond a fold goes, for whoever looks at the printed side.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Way {
    /// Behind the rest.
    Away,
    /// Onto the rest.
    Towards,
}

/// One step of making the card: its drawing and its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) words: MessageId,
    pub(super) draw: Drawing,
}

const fn step(words: MessageId, draw: Drawing) -> Step {
    Step { words, draw }
}

const fn face(panel: Panel, column: u8, row: u8, takes: &'static [Take]) -> Face {
    Face { panel, at: (column, row), takes, spare: &[], opens: None }
}

const fn cover(takes: &'static [Take], opens: MessageId) -> Face {
    Face { panel: Panel::L1, at: (0, 0), takes, spare: &[], opens: Some(opens) }
}

/// The fold-out card: eight panels, each as the table has it.
pub(super) static FOLD: Sheet = Sheet {
    faces: &[
        cover(&[Take::all(Panel::L1)], id::CARD_OPEN_HERE),
        face(Panel::L2, 0, 1, &[Take::all(Panel::L2)]),
        face(Panel::L3, 0, 2, &[Take::all(Panel::L3)]),
        face(Panel::L4, 0, 3, &[Take::all(Panel::L4)]),
        face(Panel::R1, 1, 0, &[Take::all(Panel::R1)]),
        face(Panel::R2, 1, 1, &[Take::all(Panel::R2)]),
        face(Panel::R3, 1, 2, &[Take::all(Panel::R3)]),
        face(Panel::R4, 1, 3, &[Take::all(Panel::R4)]),
    ],
    folds: &[Way::Away, Way::Towards, Way::Away],
    steps: [
        step(id::SHEET_STEP_CUT, drawings::cut),
        step(id::SHEET_STEP_FOLD_BACK, drawings::fold_back),
        step(id::SHEET_STEP_GLUE, drawings::glue),
        step(id::SHEET_STEP_ZIGZAG, drawings::zigzag),
    ],
    folding: id::ALT_FOLDING,
    guide: Guide::Small,
    top_mm: 40.5,
};

/// The mini card: four panels.
pub(super) static MINI: Sheet = Sheet {
    faces: &[
        cover(&[Take::all(Panel::L1)], id::MINI_OPEN_HERE),
        // What not to do stands before the rest of what helps: there is no third panel for it.
        face(
            Panel::L2,
            1,
            0,
            &[
                Take::ranks(Panel::L2, 1, 1),
                Take::ranks(Panel::L3, 1, 1),
                Take::ranks(Panel::L2, 2, u8::MAX),
            ],
        ),
        // With the version and its check code; and whom to ring of those who treat the owner,
        // before the back has to find room for them.
        Face {
            spare: &[Take::ranks(Panel::L4, 4, 4), Take::ranks(Panel::R2, 2, 4)],
            ..face(Panel::R1, 1, 1, &[Take::all(Panel::R1), Take::ranks(Panel::R2, 13, 13)])
        },
        face(
            Panel::L4,
            0,
            1,
            &[
                Take::ranks(Panel::L4, 0, 4),
                Take::ranks(Panel::R2, 2, 4),
                Take::ranks(Panel::L4, 5, u8::MAX),
                Take::ranks(Panel::R2, 5, 5),
            ],
        ),
    ],
    folds: &[Way::Away],
    steps: [
        step(id::SHEET_STEP_CUT, drawings::cut),
        step(id::SHEET_STEP_FOLD_BACK, drawings::fold_back),
        step(id::SHEET_STEP_GLUE, drawings::glue),
        step(id::MINI_STEP_FOLD, drawings::fold_once),
    ],
    folding: id::MINI_ALT_FOLDING,
    guide: Guide::Large,
    top_mm: 52.0,
};

impl Sheet {
    /// How many panels stand below each other.
    pub(super) fn rows(&self) -> f32 {
        self.folds.iter().fold(1.0, |rows, _| rows + 1.0)
    }

    /// Where the cut rectangle lies, in points.
    pub(super) fn cut_area(&self) -> Area {
        let width = 2.0 * PANEL_WIDTH_MM;
        Area {
            x: mm((SHEET_MM.0 - width) / 2.0),
            y: mm(self.top_mm),
            width: mm(width),
            height: mm(self.rows() * PANEL_HEIGHT_MM),
        }
    }

    fn face_area(&self, face: &Face) -> Area {
        let cut = self.cut_area();
        let (column, row) = (f32::from(face.at.0), f32::from(face.at.1));
        let (width, height) = (mm(PANEL_WIDTH_MM), mm(PANEL_HEIGHT_MM));
        Area { x: cut.x + column * width, y: cut.y + row * height, width, height }
    }

    /// Where each fold across lies, and which way it goes.
    pub(super) fn folds_across(&self) -> impl Iterator<Item = (f32, Way)> {
        let top = self.cut_area().y;
        let mut y = top;
        self.folds.iter().map(move |way| {
            y += mm(PANEL_HEIGHT_MM);
            (y, *way)
        })
    }

    /// The sheet with everything on it.
    pub(super) fn lay_out(&'static self, context: &Context<'_>) -> Laid {
        let mut taken = BTreeSet::new();
        self.lay_out_with(context, |face, area| face.lay_out(context, area, &mut taken))
    }

    /// The same, each face as `face_of` lays it out within its area.
    pub(super) fn lay_out_with(
        &'static self,
        context: &Context<'_>,
        mut face_of: impl FnMut(&'static Face, Area) -> (Group, Vec<Finding>),
    ) -> Laid {
        let mut page = Page::new(mm(SHEET_MM.0), mm(SHEET_MM.1));
        let mut findings = Vec::new();
        page.items.extend(around::above(context, self));
        page.items.push(marks::cut_and_fold(self));
        for face in self.faces {
            let area = self.face_area(face).inside(mm(SAFE_MM));
            let (group, found) = face_of(face, area);
            page.items.push(Item::Group(group));
            findings.extend(found);
        }
        page.items.extend(around::below(context, self));
        let language = context.language().to_owned();
        Laid { scene: Scene { title: title(context), language, pages: vec![page] }, findings }
    }
}
