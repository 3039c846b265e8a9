//! Section I: the rules of my plan, and what is worked out for each paper.

use super::{H, NH, O};
use crate::kind::Kind::{Day, Derived, People, Rows, Text};
use crate::kind::{Column, Kind, column, text};
use crate::table::Panel::{L4, R2};
use crate::table::SheetPart::{Call, Signs, Stamp};
use crate::table::{Field, Section};

const fn i(id: &'static str, kind: Kind) -> Field {
    Field::of_plan(id, Section::I, kind)
}

const SIGNERS: &[Column] = &[column("who", People), text("name"), column("on", Day)];
const REGISTERS: &[Column] = &[text("where"), column("since", Day)];

pub(super) const ROWS: &[Field] = &[
    i("i.start", Text).sees(NH).goes("PS").part(Signs, 6).step(8),
    i("i.who_starts", Text).sees(NH).goes("PS").part(Signs, 7).step(8),
    i("i.disagree", Text).sees(NH).goes("PS").part(Call, 6).wish(24).step(8),
    i("i.stop", Text).sees(NH).goes("PS").part(Signs, 15).wish(25).step(8),
    i("i.version", Derived).sees(O).goes("KPS").on(R2, 13, 0, 1).part(Stamp, 1),
    i("i.date", Derived).sees(O).goes("KPS").on(L4, 7, 0, 1).part(Stamp, 2),
    i("i.review_by", Derived).sees(O).goes("KPS").on(L4, 8, 0, 1).part(Stamp, 3),
    i("i.replaces", Derived).sees(O).goes("KPS").on(R2, 14, 0, 1).part(Stamp, 4),
    i("i.where", Text).sees(O).goes("KPS").on(R2, 1, 90, 1).part(Stamp, 5).step(11),
    i("i.sign_owner", Day).sees(H).goes("P").wish(0).step(11),
    i("i.sign_others", Rows(SIGNERS)).sees(H).goes("P").step(11),
    i("i.consultant", Text).sees(O).goes("KP").on(R2, 11, 60, 1).step(0),
    i("i.register", Rows(REGISTERS)).goes("P").step(11),
    i("i.legal_note", Derived).sees(O).goes("kPS").on(R2, 15, 0, 1).part(Stamp, 6).wish(0),
];
