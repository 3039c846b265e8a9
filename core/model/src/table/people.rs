//! Section D: my people, one set of answers a person; and whom rather not to call.

use super::Care::OneByOne;
use super::Field;
use super::Panel::R1;
use super::Section::D;
use super::Who::{self, Anyone, AnyoneIfOnCard, Professionals, ThatPerson};
use crate::kind::Kind::{
    Agreement, Choice, Day, Degree, Derived, Hours, Lines, Phones, Rows, Sections, Text,
};
use crate::kind::{Column, Kind, column, text};

const fn person(id: &'static str, kind: Kind) -> Field {
    Field::of_person(id, kind)
}

const ON_CARD: &[Who] = &[AnyoneIfOnCard, ThatPerson];
const THEM: &[Who] = &[ThatPerson];
const THEM_H: &[Who] = &[ThatPerson, Professionals];
const H: &[Who] = &[Professionals];

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
    person("d.name", Text).sees(ON_CARD).may(&[Anyone]).goes("KPS").on(R1, 1, 40, 1).step(5),
    person("d.phones", Phones).sees(ON_CARD).may(&[Anyone]).goes("KPS").on(R1, 3, 30, 2).step(5),
    person("d.kind", KINDS).sees(ON_CARD).goes("KPS").on(R1, 2, 30, 1).step(5),
    person("d.circle", CIRCLES).goes("P").step(5),
    person("d.call_order", Degree { most: 99 }).sees(ON_CARD).goes("KPS").step(5),
    person("d.hours", Hours).sees(ON_CARD).goes("KPS").on(R1, 4, 60, 1).step(5),
    person("d.involvement", Degree { most: 4 }).sees(THEM).goes("PS").step(9),
    person("d.involvement_theirs", Degree { most: 4 }).sees(THEM).goes("S").step(9),
    person("d.formal_role", ROLES).sees(H).goes("P").step(5),
    person("d.tasks", Rows(TASKS)).sees(THEM_H).goes("PS").step(9),
    person("d.limits", Lines).sees(THEM_H).goes("PS").step(9),
    person("d.may_know", Sections).sees(THEM).goes("S").step(5),
    person("d.may_tell", Text).sees(THEM).goes("PS").step(5),
    person("d.info_from_care", Text).sees(THEM_H).goes("PS").step(5),
    person("d.number_on_card", YES_NO).sees(THEM).goes("P").step(9),
    person("d.asked", Day).sees(H).goes("P").step(9),
    person("d.agreed", Agreement).sees(H).goes("P").step(9),
    person("d.copy", Derived),
    person("d.overload", Text).sees(THEM).goes("S").step(9),
    person("d.minor", YES_NO).goes("P").step(5),
    person("d.own_message", Text).sees(THEM).goes("S").step(9),
    Field::of_plan("d.not_call", D, Rows(NOT_CALL))
        .sees(H)
        .may(&[Who::NextOfKin])
        .goes("p")
        .step(5)
        .care(OneByOne),
];
