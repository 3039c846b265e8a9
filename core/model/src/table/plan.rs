//! Sections A, B, C and I: who I am, what it looks like, how to help me, the rules of my plan.

use super::Care::Safety;
use super::Field;
use super::Panel::{L1, L2, L3, L4, R2, R3};
use super::Section::{A, B, C, I};
use super::Who::{self, Anyone, NextOfKin, Professionals};
use crate::kind::Kind::{self, Choice, Day, Derived, Lines, Rows, Text};
use crate::kind::{Column, column, text};

const O: &[Who] = &[Anyone];
const N: &[Who] = &[NextOfKin];
const H: &[Who] = &[Professionals];
const NH: &[Who] = &[NextOfKin, Professionals];

const fn plan(id: &'static str, section: super::Section, kind: Kind) -> Field {
    Field::of_plan(id, section, kind)
}

const SIGNS: &[Column] = &[text("sign"), text("meaning").after(": ")];
const SIGNERS: &[Column] = &[column("who", Kind::People), text("name"), column("on", Day)];
const REGISTERS: &[Column] = &[text("where"), column("since", Day)];
/// Four rows in this order: what keeps me here, distraction, whom, making the place safer.
const SAFETY_STEPS: &[Column] =
    &[text("keeps_me"), text("distraction"), text("who"), text("safer")];

pub(super) const ROWS: &[Field] = &[
    // A. About me
    plan("a.call_name", A, Text).sees(O).goes("KPS").on(L1, 1, 30, 1).step(0),
    plan("a.full_name", A, Text).sees(NH).goes("kPS").on(R3, 6, 60, 1),
    plan("a.birth_date", A, Day).sees(H).goes("kP").on(R3, 7, 20, 1),
    plan("a.phone", A, Kind::Phones).sees(NH).goes("PS"),
    plan("a.address", A, Text).sees(NH).goes("Ps"),
    plan("a.languages", A, Text).sees(O).goes("KPS").on(L1, 4, 60, 1).step(0),
    plan("a.communication", A, Text).sees(O).goes("KPS").on(L2, 4, 90, 1).step(0),
    plan("a.faith_culture", A, Text).sees(NH).goes("kPS").on(L2, 6, 90, 1),
    plan("a.insurer", A, Text).sees(H).goes("P"),
    plan("a.talents", A, Text).sees(N).goes("Ps").step(1),
    plan("a.own_word", A, Text).sees(O).goes("KPS").step(0),
    // B. My crisis
    plan("b.well", B, Text).sees(NH).goes("PS").step(1),
    plan("b.seen", B, Rows(SIGNS)).sees(O).goes("KPS").on(L3, 2, 170, 3).step(3),
    plan("b.felt", B, Text).sees(H).goes("kPs").on(L3, 5, 90, 1).step(2),
    plan("b.triggers", B, Text).sees(NH).goes("kPS").on(L3, 3, 90, 1).step(3),
    plan("b.take_over", B, Text).sees(NH).goes("kPS").on(R2, 8, 90, 1).step(8),
    plan("b.duration", B, Text).sees(O).goes("kPS").on(L3, 4, 60, 1).step(2),
    plan("b.not_this", B, Text).sees(O).goes("kP").on(L4, 2, 90, 1).step(3),
    plan("b.diagnosis", B, Text).sees(H).goes("kP").on(L4, 6, 60, 1).step(6),
    // C. How to help me
    plan("c.first", C, Text).sees(O).goes("KPS").on(L1, 2, 90, 1).step(4),
    plan("c.do", C, Lines).sees(O).goes("KPS").on(L2, 1, 220, 5).step(4),
    plan("c.dont", C, Lines).sees(O).goes("KPS").on(L3, 1, 220, 5).step(4),
    plan("c.touch", C, Choice(&["yes", "ask", "no"])).sees(O).goes("KPS").on(L1, 3, 40, 1).step(4),
    plan("c.place", C, Text).sees(O).goes("KPS").on(L2, 2, 80, 1).step(4),
    plan("c.tools", C, Text).sees(O).goes("kPS").on(L2, 5, 80, 1).step(4),
    plan("c.sentence", C, Text).sees(O).goes("kPS").on(L2, 3, 80, 1).step(4),
    plan("c.police", C, Text).sees(O).goes("kP").on(L4, 3, 110, 1).step(4),
    plan("c.refuse", C, Text).sees(NH).goes("PS").step(8),
    plan("c.danger", C, Text).sees(NH).goes("PS").step(8),
    plan("c.suicide", C, Rows(SAFETY_STEPS)).may(NH).goes("ps").care(Safety),
    // I. Rules of my plan
    plan("i.start", I, Text).sees(NH).goes("PS").step(8),
    plan("i.who_starts", I, Text).sees(NH).goes("PS").step(8),
    plan("i.disagree", I, Text).sees(NH).goes("PS").step(8),
    plan("i.stop", I, Text).sees(NH).goes("PS").step(8),
    plan("i.version", I, Derived).sees(O).goes("KPS").on(R2, 13, 0, 1),
    plan("i.date", I, Derived).sees(O).goes("KPS").on(L4, 7, 0, 1),
    plan("i.review_by", I, Derived).sees(O).goes("KPS").on(L4, 8, 0, 1),
    plan("i.replaces", I, Derived).sees(O).goes("KPS").on(R2, 14, 0, 1),
    plan("i.where", I, Text).sees(O).goes("KPS").on(R2, 1, 90, 1).step(11),
    plan("i.sign_owner", I, Day).sees(H).goes("P").step(11),
    plan("i.sign_others", I, Rows(SIGNERS)).sees(H).goes("P").step(11),
    plan("i.consultant", I, Text).sees(O).goes("KP").on(R2, 11, 60, 1).step(0),
    plan("i.register", I, Rows(REGISTERS)).goes("P").step(11),
    plan("i.legal_note", I, Derived).sees(O).goes("kPS").on(R2, 15, 0, 1),
];
