//! Section W: my wellness plan. Nobody but the owner sees it, until they share a piece of it.

use super::N;
use crate::kind::Kind::{Choice, Day, Lines, Rows, Text};
use crate::kind::{Column, Kind, column, text};
use crate::table::SheetPart::{Home, Signs};
use crate::table::{Field, Section};

const fn w(id: &'static str, kind: Kind) -> Field {
    Field::of_plan(id, Section::W, kind)
}

const SOMETIMES: &[Column] = &[text("what"), text("how_often")];
const COMING_HOME: &[Column] = &[text("fetches"), text("stays"), text("ready")];
const REPAIRS: &[Column] = &[
    column("kind", Choice(&["thank", "apologise", "settle"])),
    text("what").after(": "),
    text("how"),
];
const CHANGES: &[Column] = &[text("what"), text("help")];
/// A task taken back: who did it meanwhile, what I need, and three steps with a day each.
const RESUMED: &[Column] = &[
    text("task"),
    text("who_did"),
    text("need"),
    text("step_1"),
    column("on_1", Day),
    text("step_2"),
    column("on_2", Day),
    text("step_3"),
    column("on_3", Day),
];

pub(super) const ROWS: &[Field] = &[
    // What I have, and what I want to try.
    w("w1.have", Lines),
    w("w1.try", Lines),
    // A good day.
    w("w2.well", Text),
    w("w2.daily", Lines),
    w("w2.sometimes", Rows(SOMETIMES)),
    // Stress from outside.
    w("w3.list", Lines),
    w("w3.plan", Lines),
    w("w3.limit", Lines),
    // First signs.
    w("w4.signs", Lines).may(N).goes("s").part(Signs, 8),
    w("w4.must", Lines).may(N).goes("s").part(Signs, 9),
    w("w4.may", Lines).may(N).goes("s").part(Signs, 10),
    // It really goes wrong. What comes after that is the crisis plan itself: sections B to I.
    w("w5.signs", Lines).may(N).goes("s").part(Signs, 11),
    w("w5.must", Lines).may(N).goes("s").part(Signs, 12),
    w("w5.may", Lines).may(N).goes("s").part(Signs, 13),
    // After a crisis.
    w("w7.ready", Lines).goes("p"),
    w("w7.feel", Text).goes("p"),
    w("w7.home", Rows(COMING_HOME)).may(N).goes("s").part(Home, 10),
    w("w7.now", Lines).may(N).goes("s").part(Home, 11),
    w("w7.ask", Lines).may(N).goes("s").part(Home, 12),
    w("w7.later", Lines).may(N).goes("s").part(Home, 13),
    w("w7.daily", Lines),
    w("w7.avoid", Lines),
    w("w7.repair", Rows(REPAIRS)),
    w("w7.learn", Text),
    w("w7.change", Rows(CHANGES)),
    w("w7.resume", Rows(RESUMED)).may(N).goes("s").part(Home, 14),
    w("w7.done", Text),
];
