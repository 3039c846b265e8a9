//! Section D: my people, one set of answers a person; and whom rather not to call.

use super::H;
use crate::kind::Kind::{
    Agreement, Choice, Day, Degree, Derived, Hours, Lines, Phones, Rows, Sections, Text,
};
use crate::kind::{Column, Kind, column, text};
use crate::table::AtTable::{Apart, Open};
use crate::table::Care::OneByOne;
use crate::table::Panel::R1;
use crate::table::SheetPart::{Call, Know, Limits, Message, Tasks, Yourself};
use crate::table::Who::{self, Anyone, AnyoneIfOnCard, NextOfKin, Professionals, ThatPerson};
use crate::table::{Field, Section};

const fn d(id: &'static str, kind: Kind) -> Field {
    Field::of_person(id, kind)
}

const ON_CARD: &[Who] = &[AnyoneIfOnCard, ThatPerson];
const THEM: &[Who] = &[ThatPerson];
const THEM_H: &[Who] = &[ThatPerson, Professionals];

/// Types of next of kin differ, and so do their tasks; a family expert by experience is one.
const KINDS: Kind = Choice(&[
    "partner",
    "parent",
    "child",
    "sibling",
    "friend",
    "neighbour",
    "colleague",
    "peer",
    "family_expert",
    "other",
]);
/// Next of kin, professional, or a "fourth": chaplain, good friend, family doctor.
const CIRCLES: Kind = Choice(&["next_of_kin", "professional", "fourth"]);
/// Dutch formal roles: representative authorised in writing, mentor, administrator (money only),
/// guardian, contact under the Wvggz.
const ROLES: Kind =
    Choice(&["none", "authorised", "mentor", "administrator", "guardian", "wvggz_contact"]);
const YES_NO: Kind = Choice(&["yes", "no"]);
/// First, second, … to be called.
const ORDER: Kind = Degree { most: 99 };
/// Know nothing, only know, help along, think and talk along.
const INVOLVEMENT: Kind = Degree { most: 4 };
const TASKS: &[Column] = &[
    text("task"),
    text("how"),
    text("when"),
    column("kind", Choice(&["check_in", "keep", "fetch", "call", "stay", "other"])),
    // For a check-in: after how many silent days.
    column("days", Degree { most: 99 }),
];
const NOT_CALL: &[Column] = &[text("name"), text("reason").after(": ")];

pub(super) const ROWS: &[Field] = &[
    d("d.name", Text)
        .sees(ON_CARD)
        .may(&[Anyone])
        .goes("KPS")
        .on(R1, 1, 40, 1)
        .part(Call, 0)
        .agreement(Open)
        .step(5),
    d("d.phones", Phones)
        .sees(ON_CARD)
        .may(&[Anyone])
        .goes("KPS")
        .on(R1, 3, 30, 2)
        .part(Call, 0)
        .step(5),
    d("d.kind", KINDS)
        .sees(ON_CARD)
        .goes("KPS")
        .on(R1, 2, 30, 1)
        .part(Call, 0)
        .agreement(Open)
        .step(5),
    d("d.circle", CIRCLES).goes("P").step(5),
    d("d.call_order", ORDER).sees(ON_CARD).goes("KPS").part(Call, 0).step(5),
    d("d.hours", Hours)
        .sees(ON_CARD)
        .goes("KPS")
        .on(R1, 4, 60, 1)
        .part(Call, 0)
        .agreement(Open)
        .step(5),
    d("d.involvement", INVOLVEMENT).sees(THEM).goes("PS").part(Tasks, 3).step(9),
    d("d.involvement_theirs", INVOLVEMENT).sees(THEM).goes("S").part(Tasks, 4).step(9),
    d("d.formal_role", ROLES).sees(H).goes("P").step(5),
    d("d.tasks", Rows(TASKS)).sees(THEM_H).goes("PS").part(Tasks, 1).agreement(Open).step(9),
    d("d.limits", Lines).sees(THEM_H).goes("PS").part(Limits, 1).agreement(Apart).step(9),
    d("d.may_know", Sections).sees(THEM).goes("S").part(Know, 1).step(5),
    d("d.may_tell", Text).sees(THEM).goes("PS").part(Know, 2).step(5),
    d("d.info_from_care", Text).sees(THEM_H).goes("PS").part(Know, 3).step(5),
    d("d.number_on_card", YES_NO).sees(THEM).goes("P").step(9),
    d("d.asked", Day).sees(H).goes("P").step(9),
    d("d.agreed", Agreement).sees(H).goes("P").step(9),
    d("d.copy", Derived),
    d("d.overload", Text).sees(THEM).goes("S").part(Yourself, 1).step(9),
    d("d.minor", YES_NO).goes("P").step(5),
    d("d.own_message", Text).sees(THEM).goes("S").part(Message, 1).step(9),
    Field::of_plan("d.not_call", Section::D, Rows(NOT_CALL))
        .sees(H)
        .may(&[NextOfKin])
        .goes("p")
        .step(5)
        .care(OneByOne),
];
