//! One face of a card: a panel of the paper, and what of the table stands on it.

use std::collections::BTreeSet;

use landvast_model::table::CardPlace;
use landvast_model::{Finding, Panel, What};
use landvast_text::MessageId;

use super::column::{Column, Moved, Squeeze};
use super::{Area, Context, callers, cover, pieces, stamp};
use crate::scene::{Group, Role};

/// A panel of the paper.
#[derive(Clone, Copy, Debug)]
pub(super) struct Face {
    /// The panel of the table whose heading it has.
    pub(super) panel: Panel,
    /// Its column and row on the sheet, from 0.
    pub(super) at: (u8, u8),
    /// What it takes from the table, in this order.
    pub(super) takes: &'static [Take],
    /// What it takes besides if there is room, so that a later face need not.
    pub(super) spare: &'static [Take],
    /// On a cover: how the card opens, said at its lower edge.
    pub(super) opens: Option<MessageId>,
}

/// Ranks of a panel of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Take {
    pub(super) panel: Panel,
    /// The first and the last rank.
    ranks: (u8, u8),
}

impl Take {
    /// The whole panel.
    pub(super) const fn all(panel: Panel) -> Self {
        Self { panel, ranks: (0, u8::MAX) }
    }

    /// The ranks from the first to the last, both with it.
    pub(super) const fn ranks(panel: Panel, first: u8, last: u8) -> Self {
        Self { panel, ranks: (first, last) }
    }

    pub(super) fn holds(self, place: CardPlace) -> bool {
        self.panel == place.panel && self.ranks.0 <= place.rank && place.rank <= self.ranks.1
    }
}

impl Face {
    /// Whether it is the side that a stranger sees first.
    pub(super) fn is_cover(&self) -> bool {
        self.panel == Panel::L1
    }

    /// Whether it takes numbers to ring in danger below other things.
    pub(super) fn ends_with_numbers(&self) -> bool {
        self.panel == Panel::L4 && self.takes.iter().any(|take| take.panel == Panel::R2)
    }

    /// Lays the face out within `area`; says what did not fit. `taken` are the fields that an
    /// earlier face took already; those that this one takes besides its own join them.
    ///
    /// Once to see whether everything fits; a full cover or list is squeezed step by step; and if
    /// something is still left over, again with room for "see my plan".
    pub(super) fn lay_out(
        &'static self,
        context: &Context<'_>,
        area: Area,
        taken: &mut BTreeSet<&'static str>,
    ) -> (Group, Vec<Finding>) {
        let fill = |expect, squeeze| self.fill(context, area, (expect, squeeze), taken);
        let mut column = fill(Moved::None, Squeeze::None);
        for squeeze in self.squeezes() {
            if !column.has_moved() && column.left_to_others == 0 {
                break;
            }
            let squeezed = fill(Moved::None, *squeeze);
            // A list that gains nothing by it stays as wide as it was.
            if self.is_cover() || squeezed.left_over() < column.left_over() {
                column = squeezed;
            }
        }
        if column.has_moved() {
            column = fill(Moved::Some, column.squeeze);
        }
        taken.append(&mut column.took);
        let findings = findings(&column);
        let title = context.words.panel(self.panel);
        (Group { title, language: None, items: column.items }, findings)
    }

    /// What it gives up if not everything fits, in order.
    fn squeezes(&self) -> &'static [Squeeze] {
        match self.panel {
            Panel::L1 => &Squeeze::COVER,
            Panel::R1 => &Squeeze::LIST,
            _ => &[],
        }
    }

    fn fill<'a>(
        &'static self,
        context: &'a Context<'a>,
        area: Area,
        (expect, squeeze): (Moved, Squeeze),
        taken: &BTreeSet<&'static str>,
    ) -> Column<'a> {
        let mut column = Column::new(context, area, self);
        column.squeeze = squeeze;
        if self.is_cover() {
            cover::head(&mut column, Role::H2);
            cover::foot(&mut column);
        } else {
            column.heading(self.panel);
        }
        stamp::foot(&mut column);
        if self.ends_with_numbers() {
            // Whatever else fits or not: the two numbers that save lives do.
            callers::danger_at_foot(&mut column);
        }
        if expect == Moved::Some {
            column.reserve_see_plan();
        }
        for (index, take) in self.takes.iter().enumerate() {
            match take.panel {
                Panel::R1 => callers::list(&mut column),
                Panel::R2 if index == 0 => callers::danger(&mut column),
                _ => {}
            }
            let pieces = pieces::of(context, *take).into_iter();
            for piece in pieces.filter(|piece| !taken.contains(piece.field)) {
                column.piece(&piece);
            }
        }
        for piece in self.spare.iter().flat_map(|take| pieces::of(context, *take)) {
            column.spare(&piece);
        }
        column.close(expect);
        column
    }
}

/// What did not fit, and which characters no font has.
pub(super) fn findings(column: &Column<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = column
        .moved
        .iter()
        .map(|moved| {
            let what = What::MovedToPlan { panel: moved.panel, chars: moved.chars };
            Finding { place: moved.place, field: moved.field.map(str::to_owned), what }
        })
        .collect();
    for (place, field, characters) in &column.missing {
        let what = What::MissingCharacters { characters: characters.iter().collect() };
        findings.push(Finding { place: *place, field: field.map(str::to_owned), what });
    }
    findings
}
