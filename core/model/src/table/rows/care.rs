//! Sections E and G: professionals and what was agreed with them, care and admission.

use super::{H, NH, O};
use crate::kind::Kind::{Choice, Day, Hours, Lines, People, Phones, Rows, Text};
use crate::kind::{Column, Kind, column, text};
use crate::table::AtTable::Open;
use crate::table::Panel::{L4, R2, R4};
use crate::table::SheetPart::{Call, Helps, Home, Tasks};
use crate::table::Who::{Anyone, Parties, Professionals};
use crate::table::{Field, Section};

const fn e(id: &'static str, kind: Kind) -> Field {
    Field::of_plan(id, Section::E, kind)
}

const fn g(id: &'static str, kind: Kind) -> Field {
    Field::of_plan(id, Section::G, kind)
}

const NUMBERS: Column = column("phones", Phones);
const REACHABLE: Column = column("hours", Hours);
/// Why, said after what it is about.
const WHY: Column = text("why").after(": ");
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
    column("who", People),
    text("what"),
    text("when"),
    REACHABLE,
    text("evening"),
    column("signed_on", Day),
];
const STAFF: &[Column] = &[text("name"), WHY];
/// Housing corporation, school, work, church: what they do for me, and what they may know.
const ORGANISATIONS: &[Column] =
    &[text("name"), text("about").after(": "), NUMBERS, text("may_know")];
const PLACES: &[Column] = &[text("where"), WHY];
/// Past harm in care, in three parts: what happened, what it does to me, what I ask now.
const HARM: &[Column] = &[text("happened"), text("does"), text("ask")];
const VISITORS: &[Column] = &[text("who"), column("welcome", Choice(&["yes", "no"])), WHY];
const PAPERS: &[Column] = &[
    column(
        "kind",
        Choice(&["self_binding", "care_authorisation", "advance_directive", "mandate", "other"]),
    ),
    text("where"),
    column("valid_until", Day),
];

pub(super) const ROWS: &[Field] = &[
    e("e.gp", Rows(TO_RING)).sees(O).goes("KPS").on(R2, 2, 80, 1).part(Call, 2).step(6),
    e("e.gp_post", Rows(TO_RING)).sees(O).goes("KPS").on(R2, 3, 80, 1).part(Call, 3).step(6),
    e("e.team", Rows(TEAM)).sees(O).goes("KPS").on(L4, 4, 120, 2).part(Call, 1).step(6),
    e("e.crisis_service", Rows(CRISIS_SERVICE))
        .sees(O)
        .goes("kPS")
        .on(R2, 4, 80, 1)
        .part(Call, 4)
        .step(6),
    e("e.pharmacy", Rows(TO_RING)).sees(H).goes("P").step(6),
    e("e.prescribed", Rows(PRESCRIBED)).sees(NH).goes("kPS").on(R2, 5, 90, 2).part(Call, 5).step(6),
    e("e.agreements", Rows(AGREEMENTS))
        .sees(&[Professionals, Parties])
        .goes("kPS")
        .on(R2, 9, 120, 2)
        .part(Tasks, 2)
        .agreement(Open)
        .step(9),
    e("e.staff_yes", Rows(STAFF)).sees(H).goes("P").wish(15).step(6),
    e("e.staff_no", Rows(STAFF)).sees(H).goes("P").wish(16).step(6),
    e("e.other_org", Rows(ORGANISATIONS)).goes("p").step(7),
    e("e.rights", Rows(TO_RING)).sees(H).goes("P").wish(29).step(6),
    g("g.home", Text).sees(NH).goes("PS").part(Helps, 9).wish(10).step(6),
    g("g.alternatives", Text).sees(NH).goes("kPS").on(R4, 6, 90, 1).part(Helps, 8).wish(9).step(6),
    g("g.place_yes", Rows(PLACES)).sees(H).goes("kP").on(R4, 4, 80, 2).wish(11).step(6),
    g("g.place_no", Rows(PLACES)).sees(H).goes("kP").on(R4, 5, 80, 2).wish(12).step(6),
    g("g.transport", Text)
        .sees(&[Professionals, Anyone])
        .goes("kP")
        .on(L4, 5, 80, 1)
        .wish(14)
        .step(6),
    g("g.coercion", Lines).sees(H).goes("P").wish(13).step(6),
    g("g.harm", Rows(HARM)).may(H).goes("p").wish(26).step(6),
    g("g.visit", Rows(VISITORS)).sees(NH).goes("PS").part(Home, 5).wish(27).step(6),
    g("g.bring", Lines).sees(NH).goes("PS").part(Home, 6).wish(30).step(6),
    g("g.papers", Rows(PAPERS)).sees(H).goes("kP").on(R2, 10, 90, 2).wish(28).step(6),
    g("g.wishes", Text).sees(H).goes("P").wish(1).step(6),
];
