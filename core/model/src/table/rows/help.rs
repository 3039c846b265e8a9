//! Section C: how to help me.

use super::{NH, O};
use crate::kind::Kind::{Choice, Lines, Rows, Text};
use crate::kind::{Column, Kind, text};
use crate::table::Care::Safety;
use crate::table::Panel::{L1, L2, L3, L4};
use crate::table::SheetPart::{Danger, First, Helps, HelpsNot, Refuse};
use crate::table::{Field, Section};

const fn c(id: &'static str, kind: Kind) -> Field {
    Field::of_plan(id, Section::C, kind)
}

const TOUCH: Kind = Choice(&["yes", "ask", "no"]);
/// Four rows in this order: what keeps me here, distraction, whom, making the place safer.
const SAFETY_STEPS: &[Column] =
    &[text("keeps_me"), text("distraction"), text("who"), text("safer")];

pub(super) const ROWS: &[Field] = &[
    c("c.first", Text).sees(O).goes("KPS").on(L1, 2, 90, 1).part(First, 1).step(4),
    c("c.do", Lines).sees(O).goes("KPS").on(L2, 1, 220, 5).part(Helps, 1).wish(17).step(4),
    c("c.dont", Lines).sees(O).goes("KPS").on(L3, 1, 220, 5).part(HelpsNot, 1).wish(18).step(4),
    c("c.touch", TOUCH).sees(O).goes("KPS").on(L1, 3, 40, 1).part(First, 3).wish(19).step(4),
    c("c.place", Text).sees(O).goes("KPS").on(L2, 2, 80, 1).part(Helps, 2).step(4),
    c("c.tools", Text).sees(O).goes("kPS").on(L2, 5, 80, 1).part(Helps, 4).step(4),
    c("c.sentence", Text).sees(O).goes("kPS").on(L2, 3, 80, 1).part(First, 2).step(4),
    c("c.police", Text).sees(O).goes("kP").on(L4, 3, 110, 1).step(4),
    c("c.refuse", Text).sees(NH).goes("PS").part(Refuse, 1).wish(2).step(8),
    c("c.danger", Text).sees(NH).goes("PS").part(Danger, 1).step(8),
    c("c.suicide", Rows(SAFETY_STEPS)).may(NH).goes("ps").part(Danger, 2).care(Safety),
];
