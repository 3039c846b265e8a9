//! Sections A and B: who I am, and what my crisis is like.

use super::{H, N, NH, O};
use crate::kind::Kind::{Choice, Day, Phones, Rows, Text};
use crate::kind::{Column, Kind, column, text};
use crate::table::AtTable::Open;
use crate::table::Panel::{L1, L2, L3, L4, R2, R3};
use crate::table::SheetPart::{Helps, HelpsNot, Signs, Told};
use crate::table::{Field, Section};

const fn a(id: &'static str, kind: Kind) -> Field {
    Field::of_plan(id, Section::A, kind)
}

const fn b(id: &'static str, kind: Kind) -> Field {
    Field::of_plan(id, Section::B, kind)
}

const SIGNS: &[Column] = &[text("sign"), text("meaning").after(": ")];
/// How it builds up: what is seen, and who does what.
const PHASES: &[Column] = &[
    column("phase", Choice(&["green", "orange", "red"])),
    text("signs").after(": "),
    text("i_do"),
    text("you_do"),
];
const EARLIER: &[Column] =
    &[text("what"), column("worked", Choice(&["yes", "partly", "no"])), text("why").after(": ")];

pub(super) const ROWS: &[Field] = &[
    a("a.call_name", Text)
        .sees(O)
        .goes("KPS")
        .on(L1, 1, 30, 1)
        .part(Told, 0)
        .wish(0)
        .agreement(Open)
        .step(0),
    a("a.full_name", Text).sees(NH).goes("kPS").on(R3, 6, 60, 1).part(Told, 1).wish(0),
    a("a.birth_date", Day).sees(H).goes("kP").on(R3, 7, 20, 1).wish(0),
    a("a.phone", Phones).sees(NH).goes("PS").part(Told, 2),
    a("a.address", Text).sees(NH).goes("Ps").part(Told, 3),
    a("a.languages", Text).sees(O).goes("KPS").on(L1, 4, 60, 1).part(Told, 4).wish(21).step(0),
    a("a.communication", Text).sees(O).goes("KPS").on(L2, 4, 90, 1).part(Helps, 3).wish(20).step(0),
    a("a.faith_culture", Text).sees(NH).goes("kPS").on(L2, 6, 90, 1).part(Helps, 6).wish(22),
    a("a.insurer", Text).sees(H).goes("P"),
    a("a.talents", Text).sees(N).goes("Ps").part(Helps, 10).step(1),
    // Speaks in every word of output, on any paper; no entry of its own on most.
    a("a.own_word", Text).sees(O).goes("KPS").part(Told, 0).step(0),
    b("b.well", Text).sees(NH).goes("PS").part(Signs, 14).step(1),
    b("b.seen", Rows(SIGNS)).sees(O).goes("KPS").on(L3, 2, 170, 3).part(Signs, 1).step(3),
    b("b.felt", Text).sees(H).goes("kPs").on(L3, 5, 90, 1).part(Signs, 4).step(2),
    b("b.phases", Rows(PHASES)).sees(NH).goes("PS").part(Signs, 2).step(3),
    b("b.triggers", Text).sees(NH).goes("kPS").on(L3, 3, 90, 1).part(HelpsNot, 2).step(3),
    b("b.take_over", Text).sees(NH).goes("kPS").on(R2, 8, 90, 1).part(Signs, 5).wish(23).step(8),
    b("b.duration", Text).sees(O).goes("kPS").on(L3, 4, 60, 1).part(Signs, 3).step(2),
    b("b.earlier", Rows(EARLIER)).sees(NH).goes("PS").part(Helps, 5).step(2),
    b("b.not_this", Text).sees(O).goes("kP").on(L4, 2, 90, 1).step(3),
    b("b.diagnosis", Text).sees(H).goes("kP").on(L4, 6, 60, 1).step(6),
];
