//! Section H: home and practical matters. Each item says what, who does it, and how.

use super::{N, NH, O};
use crate::kind::Kind::{Phones, Rows};
use crate::kind::{Column, Kind, column, text};
use crate::table::Care::Minors;
use crate::table::Panel::R4;
use crate::table::SheetPart::Home;
use crate::table::Who::NextOfKinIn;
use crate::table::{Field, Section};

const fn h(id: &'static str, kind: Kind) -> Field {
    Field::of_plan(id, Section::H, kind)
}

const NUMBERS: Column = column("phones", Phones);
const CHILDREN: &[Column] =
    &[text("name"), text("age"), text("school"), text("who_fetches"), NUMBERS, text("may_be_told")];
const DEPENDANTS: &[Column] = &[text("who"), text("care"), text("who_takes_over"), NUMBERS];
const PETS: &[Column] = &[text("name"), text("animal"), text("who_cares"), NUMBERS, text("food")];
const CHORES: &[Column] = &[text("what"), text("who").after(": "), text("how")];
/// Who is told what, and what not.
const MESSAGES: &[Column] = &[text("what"), text("who").after(": "), text("say"), text("not_say")];

pub(super) const ROWS: &[Field] = &[
    h("h.children", Rows(CHILDREN))
        .sees(NH)
        .goes("KPS")
        .on(R4, 1, 120, 4)
        .part(Home, 1)
        .public_line()
        .step(7)
        .care(Minors),
    h("h.others", Rows(DEPENDANTS)).sees(NH).goes("kPS").on(R4, 3, 100, 2).part(Home, 2).step(7),
    h("h.pets", Rows(PETS)).sees(O).goes("KPS").on(R4, 2, 100, 3).part(Home, 3).step(7),
    h("h.home", Rows(CHORES)).sees(N).goes("PS").part(Home, 4).step(7),
    // Money is for whoever looks after it by law; an administrator has no say about care.
    h("h.money", Rows(CHORES))
        .sees(&[NextOfKinIn(&["administrator", "guardian"])])
        .goes("Ps")
        .part(Home, 8)
        .step(7),
    h("h.work", Rows(MESSAGES)).sees(N).goes("PS").part(Home, 7).step(7),
    h("h.digital", Rows(CHORES))
        .sees(&[NextOfKinIn(&["mentor", "guardian", "authorised"])])
        .goes("ps")
        .part(Home, 9)
        .step(7),
];
