//! Section F: body and medicines.

use super::{H, NH, O};
use crate::kind::Kind::{Day, Rows, Text};
use crate::kind::{Column, Kind, text};
use crate::table::Panel::{L4, R3};
use crate::table::SheetPart::Helps;
use crate::table::{Field, Section};

const fn f(id: &'static str, kind: Kind) -> Field {
    Field::of_plan(id, Section::F, kind)
}

const MEDS: &[Column] = &[text("name"), text("dose"), text("when"), text("purpose")];
const MED_WISH: &[Column] = &[text("name"), text("why").after(": ")];
/// A refusal says what would do instead.
const MED_REFUSAL: &[Column] =
    &[text("name"), text("why").after(": "), text("instead").after(" → ")];
const TREATMENT: &[Column] = &[text("what"), text("why").after(": ")];

pub(super) const ROWS: &[Field] = &[
    f("f.meds", Rows(MEDS)).sees(H).goes("kP").on(R3, 1, 220, 5).step(6),
    f("f.crisis_med", Text).sees(NH).goes("kPS").on(R3, 2, 90, 1).part(Helps, 7).wish(5).step(6),
    f("f.med_yes", Rows(MED_WISH)).sees(H).goes("kP").on(R3, 4, 80, 2).wish(4).step(6),
    f("f.med_no", Rows(MED_REFUSAL)).sees(H).goes("kP").on(R3, 5, 120, 2).wish(3).step(6),
    f("f.allergy", Text).sees(O).goes("KP").on(L4, 1, 80, 1).wish(6).step(6),
    f("f.physical", Text).sees(H).goes("kP").on(R3, 3, 90, 1).step(6),
    f("f.substances", Text).may(H).goes("p").step(6),
    f("f.treat_yes", Rows(TREATMENT)).sees(H).goes("P").wish(7).step(6),
    f("f.treat_no", Rows(TREATMENT)).sees(H).goes("P").wish(8).step(6),
    f("f.checked", Day).sees(H).goes("P").step(6),
];
