//! Sections E to H: professionals, body and medicines, care, home and practical matters.

use super::Care::Minors;
use super::Field;
use super::Panel::{L4, R2, R3, R4};
use super::Section::{E, F, G, H};
use super::Who::{self, Anyone, NextOfKin, Parties, Professionals};
use crate::kind::Kind::{self, Choice, Day, Hours, Phones, Rows, Text};
use crate::kind::{Column, column, text};

const O: &[Who] = &[Anyone];
const HO: &[Who] = &[Professionals, Anyone];
const PRO: &[Who] = &[Professionals];
const NH: &[Who] = &[NextOfKin, Professionals];

const fn plan(id: &'static str, section: super::Section, kind: Kind) -> Field {
    Field::of_plan(id, section, kind)
}

const NUMBERS: Column = column("phones", Phones);
const REACHABLE: Column = column("hours", Hours);
/// Somebody to ring: a name, numbers, and when.
const TO_RING: &[Column] = &[text("name"), NUMBERS, REACHABLE];
/// A team has a number by day and one by night.
const TEAM: &[Column] = &[text("name"), NUMBERS, REACHABLE, column("night", Phones)];
const CRISIS_SERVICE: &[Column] =
    &[text("name"), NUMBERS, column("self_call", Choice(&["yes", "no", "own_clients"]))];
const PRESCRIBED: &[Column] = &[
    column("what", Choice(&["bed", "chair", "phone", "app"])),
    text("where"),
    NUMBERS,
    REACHABLE,
    text("how_long"),
    column("valid_until", Day),
];
const AGREEMENTS: &[Column] = &[
    column("who", Kind::People),
    text("what"),
    text("when"),
    REACHABLE,
    text("evening"),
    column("signed_on", Day),
];
const MEDS: &[Column] = &[text("name"), text("dose"), text("when"), text("purpose")];
const MED_WISH: &[Column] = &[text("name"), text("why").after(": ")];
/// A refusal says what would do instead.
const MED_REFUSAL: &[Column] =
    &[text("name"), text("why").after(": "), text("instead").after(" → ")];
const TREATMENT: &[Column] = &[text("what"), text("why").after(": ")];
const PLACES: &[Column] = &[text("where"), text("why").after(": ")];
const PAPERS: &[Column] = &[
    column(
        "kind",
        Choice(&["self_binding", "care_authorisation", "advance_directive", "mandate", "other"]),
    ),
    text("where"),
    column("valid_until", Day),
];
const CHILDREN: &[Column] =
    &[text("name"), text("age"), text("school"), text("who_fetches"), NUMBERS, text("may_be_told")];
const DEPENDANTS: &[Column] = &[text("who"), text("care"), text("who_takes_over"), NUMBERS];
const PETS: &[Column] = &[text("name"), text("animal"), text("who_cares"), NUMBERS, text("food")];

pub(super) const ROWS: &[Field] = &[
    // E. Professionals and agreements
    plan("e.gp", E, Rows(TO_RING)).sees(O).goes("KPS").on(R2, 2, 80, 1).step(6),
    plan("e.gp_post", E, Rows(TO_RING)).sees(O).goes("KPS").on(R2, 3, 80, 1).step(6),
    plan("e.team", E, Rows(TEAM)).sees(O).goes("KPS").on(L4, 4, 120, 2).step(6),
    plan("e.crisis_service", E, Rows(CRISIS_SERVICE)).sees(O).goes("kPS").on(R2, 4, 80, 1).step(6),
    plan("e.prescribed", E, Rows(PRESCRIBED)).sees(NH).goes("kPS").on(R2, 5, 90, 2).step(6),
    plan("e.agreements", E, Rows(AGREEMENTS))
        .sees(&[Professionals, Parties])
        .goes("kPS")
        .on(R2, 9, 120, 2)
        .step(9),
    // F. Body and medicines
    plan("f.meds", F, Rows(MEDS)).sees(PRO).goes("kP").on(R3, 1, 220, 5).step(6),
    plan("f.crisis_med", F, Text).sees(NH).goes("kPS").on(R3, 2, 90, 1).step(6),
    plan("f.med_yes", F, Rows(MED_WISH)).sees(PRO).goes("kP").on(R3, 4, 80, 2).step(6),
    plan("f.med_no", F, Rows(MED_REFUSAL)).sees(PRO).goes("kP").on(R3, 5, 120, 2).step(6),
    plan("f.allergy", F, Text).sees(O).goes("KP").on(L4, 1, 80, 1).step(6),
    plan("f.physical", F, Text).sees(PRO).goes("kP").on(R3, 3, 90, 1).step(6),
    plan("f.substances", F, Text).may(PRO).goes("p").step(6),
    plan("f.treat_yes", F, Rows(TREATMENT)).sees(PRO).goes("P").step(6),
    plan("f.treat_no", F, Rows(TREATMENT)).sees(PRO).goes("P").step(6),
    plan("f.checked", F, Day).sees(PRO).goes("P").step(6),
    // G. Care and admission
    plan("g.alternatives", G, Text).sees(NH).goes("kPS").on(R4, 6, 90, 1).step(6),
    plan("g.place_yes", G, Rows(PLACES)).sees(PRO).goes("kP").on(R4, 4, 80, 2).step(6),
    plan("g.place_no", G, Rows(PLACES)).sees(PRO).goes("kP").on(R4, 5, 80, 2).step(6),
    plan("g.transport", G, Text).sees(HO).goes("kP").on(L4, 5, 80, 1).step(6),
    plan("g.papers", G, Rows(PAPERS)).sees(PRO).goes("kP").on(R2, 10, 90, 2).step(6),
    // H. Home and practical
    plan("h.children", H, Rows(CHILDREN))
        .sees(NH)
        .goes("KPS")
        .on(R4, 1, 120, 4)
        .public_line()
        .step(7)
        .care(Minors),
    plan("h.others", H, Rows(DEPENDANTS)).sees(NH).goes("kPS").on(R4, 3, 100, 2).step(7),
    plan("h.pets", H, Rows(PETS)).sees(O).goes("KPS").on(R4, 2, 100, 3).step(7),
];
