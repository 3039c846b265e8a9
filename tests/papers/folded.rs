//! The card folded and opened, in a model of paper: which panel lies where, and which way up.
//!
//! The sheet lies before us, printed side up. `x` goes to the right, `y` up the sheet, `z` towards
//! the reader; a panel is as wide and as high as 1. Folding turns a part of the paper by half a
//! turn about a fold, and gluing makes one leaf of the two panels that then lie back to back.
//! Nothing here knows where a panel is printed or which way a fold goes: both are read from the
//! sheet, its fold lines and the words beside them.

use landvast_model::{Language, Panel};
use landvast_text::{Words, id};

use crate::card::{Card, LANGUAGES, NOOR, book, lines};
use crate::grid::{Grid, ink};

/// A panel's printed face.
#[derive(Clone, Copy, Debug)]
struct Face {
    panel: Panel,
    /// Its middle.
    at: [f32; 3],
    /// Where the printed side looks.
    normal: [f32; 3],
    /// Which way the top of its words points.
    up: [f32; 3],
}

/// Which way the paper beyond a fold goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Way {
    /// Away from the reader of the left column: the fold is a mountain to them.
    Back,
    /// Towards them: a valley.
    Forward,
}

/// A straight line to turn about.
#[derive(Clone, Copy, Debug)]
enum Axis {
    /// Up the sheet, so far across it and so deep.
    Upright { across: f32, deep: f32 },
    /// Across the sheet, so high and so deep.
    Across { high: f32, deep: f32 },
    /// Straight at the reader: the card is turned on the table.
    AtReader,
}

impl Face {
    fn half_turn(&mut self, axis: Axis) {
        let [x, y, z] = self.at;
        self.at = match axis {
            Axis::Upright { across, deep } => [2.0 * across - x, y, 2.0 * deep - z],
            Axis::Across { high, deep } => [x, 2.0 * high - y, 2.0 * deep - z],
            Axis::AtReader => [-x, -y, z],
        };
        for direction in [&mut self.normal, &mut self.up] {
            let [x, y, z] = *direction;
            *direction = match axis {
                Axis::Upright { .. } => [-x, y, -z],
                Axis::Across { .. } => [x, -y, -z],
                Axis::AtReader => [-x, -y, z],
            };
        }
    }
}

/// Turns the whole card over or around.
fn turn(faces: &mut [Face], axis: Axis) {
    for face in faces {
        face.half_turn(axis);
    }
}

fn turn_these(faces: &mut [Face], panels: &[Panel], axis: Axis) {
    for face in faces.iter_mut().filter(|face| panels.contains(&face.panel)) {
        face.half_turn(axis);
    }
}

fn face(faces: &[Face], panel: Panel) -> Face {
    *faces.iter().find(|face| face.panel == panel).unwrap()
}

/// The sheet as it is printed: where each panel stands, and which way each fold goes.
struct Sheet {
    faces: Vec<Face>,
    /// The panel at each place: column, then row from the top.
    cells: [[Panel; 4]; 2],
    middle: Way,
    across: [Way; 3],
}

impl Sheet {
    fn of(card: &Card) -> Self {
        let grid = Grid::of(card.scene());
        let mut faces = Vec::new();
        let mut cells = [[None; 4]; 2];
        for panel in Panel::ALL {
            let lines = lines(&card.panel(panel).items);
            let (column, row) = grid.cell_at(ink(lines[0].placed).middle());
            for line in &lines {
                assert_eq!(grid.cell_at(ink(line.placed).middle()), (column, row), "{panel:?}");
            }
            assert!(cells[column][row].replace(panel).is_none(), "two panels in one place");
            let at = [[-0.5, 0.5][column], [-0.5, -1.5, -2.5, -3.5][row], 0.0];
            // Words run to the right on the sheet, so their top points up it.
            faces.push(Face { panel, at, normal: [0.0, 0.0, 1.0], up: [0.0, 1.0, 0.0] });
        }
        let cells = cells.map(|column| column.map(Option::unwrap));
        let beside = |row: usize| {
            fold_said(card, |x, y| {
                let away = (y - grid.across[row]).abs();
                (x < grid.cut.left && away < 20.0).then_some(away)
            })
        };
        let middle = fold_said(card, |x, y| {
            let away = (x - grid.middle).abs();
            (y < grid.cut.top && away < 200.0).then_some(away)
        });
        Self { faces, cells, middle, across: [beside(0), beside(1), beside(2)] }
    }

    fn row(&self, row: usize) -> [Panel; 2] {
        [self.cells[0][row], self.cells[1][row]]
    }

    /// Follows the folding drawing: the right column back and glued, then the three folds.
    fn folded(&self) -> Vec<Face> {
        let mut faces = self.faces.clone();
        let deep = match self.middle {
            Way::Back => -0.5,
            Way::Forward => 0.5,
        };
        turn_these(&mut faces, &self.cells[1], Axis::Upright { across: 0.0, deep });
        for (fold, way) in self.across.into_iter().enumerate() {
            let axis = self.fold_axis(&faces, fold, way);
            let below: Vec<Panel> = (fold + 1..4).flat_map(|row| self.row(row)).collect();
            turn_these(&mut faces, &below, axis);
        }
        faces
    }

    /// Where the fold below row `fold` lies now: on the outer side of the leaf's right or left
    /// column, so that the paper beyond it comes to lie on that side.
    fn fold_axis(&self, faces: &[Face], fold: usize, way: Way) -> Axis {
        let side = match way {
            Way::Back => self.cells[1][fold],
            Way::Forward => self.cells[0][fold],
        };
        let side = face(faces, side);
        let left = face(faces, self.cells[0][fold]);
        Axis::Across {
            high: left.at[1] - left.up[1] / 2.0,
            deep: side.at[2] + side.normal[2] / 2.0,
        }
    }
}

/// What the words beside a fold say; `near` tells how far words are from it, if near at all.
fn fold_said(card: &Card, near: impl Fn(f32, f32) -> Option<f32>) -> Way {
    let back = card.words.say(id::SHEET_FOLD_AWAY);
    let forward = card.words.say(id::SHEET_FOLD_TOWARDS);
    let mut said: Vec<(f32, Way)> = Vec::new();
    for unit in crate::card::units(&card.scene().pages[0].items) {
        let placed: Vec<_> = unit.parts.iter().flat_map(|part| &part.lines).collect();
        let words = crate::card::joined(placed.iter().copied());
        let way = if words.starts_with(&back) {
            Way::Back
        } else if words.starts_with(&forward) {
            Way::Forward
        } else {
            continue;
        };
        let frame = ink(placed[0]);
        said.extend(near(frame.left, frame.bottom).map(|away| (away, way)));
    }
    said.sort_by(|a, b| a.0.total_cmp(&b.0));
    said.first().expect("each fold says which way it goes").1
}

/// What a reader sees from above: panels from the top to the bottom, and that they are upright.
fn seen(faces: &[Face]) -> Vec<(Panel, bool)> {
    let covered = |face: &&Face| {
        faces.iter().any(|other| {
            let same = (0..2).all(|axis| (other.at[axis] - face.at[axis]).abs() < 0.01);
            same && other.at[2] > face.at[2]
        })
    };
    let mut seen: Vec<&Face> =
        faces.iter().filter(|face| face.normal[2] > 0.0 && !covered(face)).collect();
    seen.sort_by(|a, b| b.at[1].total_cmp(&a.at[1]));
    seen.iter().map(|face| (face.panel, face.up[1] > 0.0)).collect()
}

fn upright(panels: &[Panel]) -> Vec<(Panel, bool)> {
    panels.iter().map(|panel| (*panel, true)).collect()
}

fn upside_down(panels: &[Panel]) -> Vec<(Panel, bool)> {
    panels.iter().map(|panel| (*panel, false)).collect()
}

use Panel::{L1, L2, L3, L4, R1, R2, R3, R4};

fn sheet() -> Sheet {
    Sheet::of(&Card::of(NOOR))
}

#[test]
fn the_sheet_says_how_to_fold_it_in_each_language() {
    let book = book(NOOR);
    for (language, second) in LANGUAGES {
        let sheet = Sheet::of(&Card::in_words(&book, language, second));
        assert_eq!(sheet.middle, Way::Back);
        assert_eq!(sheet.across, [Way::Back, Way::Forward, Way::Back]);
    }
    let words = Words::new(Language::Nl);
    assert_ne!(words.say(id::SHEET_FOLD_AWAY), words.say(id::SHEET_FOLD_TOWARDS));
}

#[test]
fn folded_the_card_is_one_bank_card_of_eight_layers() {
    let mut layers: Vec<(f32, Panel)> =
        sheet().folded().iter().map(|face| (face.at[2], face.panel)).collect();
    layers.sort_by(|a, b| b.0.total_cmp(&a.0));
    let order: Vec<Panel> = layers.iter().map(|(_, panel)| *panel).collect();
    assert_eq!(order, [L1, R1, R2, L2, L3, R3, R4, L4], "from the front to the back");
    for (one, two) in layers.iter().zip(layers.iter().skip(1)) {
        assert!((one.0 - two.0 - 1.0).abs() < 0.01, "no two layers in one place");
    }
    for face in sheet().folded() {
        let place = (face.at[0], face.at[1]);
        assert_eq!(place, (-0.5, -0.5), "{:?} lies on the stack", face.panel);
    }
}

#[test]
fn closed_the_cover_lies_in_front_and_the_back_is_upright_like_the_next_page_of_a_notepad() {
    let mut card = sheet().folded();
    assert_eq!(seen(&card), upright(&[L1]));
    // Flipped over its top edge.
    turn(&mut card, Axis::Across { high: 0.0, deep: 0.0 });
    assert_eq!(seen(&card), upright(&[L4]));
}

#[test]
fn whoever_lifts_the_lower_edge_reads_what_helps_above_what_not_to_do() {
    let sheet = sheet();
    let mut card = sheet.folded();
    // Fold 2 is the hinge, at the top: what lies before it goes up and over.
    let axis = sheet.fold_axis(&card, 1, sheet.across[1]);
    let lifted: Vec<Panel> = [sheet.row(0), sheet.row(1)].concat();
    turn_these(&mut card, &lifted, axis);
    assert_eq!(seen(&card), upright(&[L2, L3]));
}

#[test]
fn whoever_opens_the_front_leaf_downwards_and_turns_the_card_round_reads_whom_to_call() {
    let sheet = sheet();
    let mut card = sheet.folded();
    // Fold 1 is the hinge, at the bottom: the cover comes down towards the reader.
    let axis = sheet.fold_axis(&card, 0, sheet.across[0]);
    turn_these(&mut card, &sheet.row(0), axis);
    assert_eq!(seen(&card), upside_down(&[R2, R1]));
    turn(&mut card, Axis::AtReader);
    assert_eq!(seen(&card), upright(&[R1, R2]));
}

#[test]
fn whoever_opens_the_back_leaf_reads_body_and_home() {
    let sheet = sheet();
    let mut card = sheet.folded();
    // The card lies on its face, flipped over its top edge: the back is upright, fold 3 at its
    // top. The back goes up and over.
    turn(&mut card, Axis::Across { high: 0.0, deep: 0.0 });
    let axis = sheet.fold_axis(&card, 2, sheet.across[2]);
    turn_these(&mut card, &sheet.row(3), axis);
    assert_eq!(seen(&card), upside_down(&[R4, R3]));
    turn(&mut card, Axis::AtReader);
    assert_eq!(seen(&card), upright(&[R3, R4]));
}

#[test]
fn opened_out_one_side_reads_down_and_turned_over_sideways_so_does_the_other() {
    let sheet = sheet();
    let mut strip = sheet.folded();
    // Unfolded in the other order than it was folded.
    for fold in (0..3).rev() {
        let axis = sheet.fold_axis(&strip, fold, sheet.across[fold]);
        let below: Vec<Panel> = (fold + 1..4).flat_map(|row| sheet.row(row)).collect();
        turn_these(&mut strip, &below, axis);
    }
    assert_eq!(seen(&strip), upright(&[L1, L2, L3, L4]));
    // Turned over like the page of a book.
    turn(&mut strip, Axis::Upright { across: 0.0, deep: 0.0 });
    assert_eq!(seen(&strip), upright(&[R1, R2, R3, R4]));
}
