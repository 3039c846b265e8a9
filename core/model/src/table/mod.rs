//! The field table: every question of the plan, a row each.
//!
//! A row says which kind of answer a field takes, who may see it unless the owner says otherwise,
//! on which papers it goes, where on the card it stands, and where in the guided session it is
//! asked. Forms, command line, card, export, schema and documentation read these rows and nothing
//! else, so a new field is one row and its words. Outside this table only [`crate::rules`] names
//! fields.
//!
//! The rows follow the project's content document; each letter of its columns "Sees" and "Goes"
//! stands here as it stands there.

mod field;
mod place;
mod rows;
mod section;
mod who;

pub use field::{Field, Owner};
pub use place::{CardPlace, Panel, SheetPart, SheetPlace};
pub use section::Section;
pub use who::{AtTable, Care, Goes, Who};

/// The table that the product has.
pub static TABLE: Table = Table { parts: rows::PARTS };

/// All fields, in the order of the plan.
///
/// A value, not a global that code reaches for: a test hands in a table with one field more and
/// sees it appear everywhere.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    parts: &'static [&'static [Field]],
}

impl Table {
    /// A table of these rows.
    #[must_use]
    pub const fn new(parts: &'static [&'static [Field]]) -> Self {
        Self { parts }
    }

    /// The rows this table is made of, in parts: for a test that wants one row more.
    #[must_use]
    pub const fn parts(&self) -> &'static [&'static [Field]] {
        self.parts
    }

    /// Every row, in the order of the plan: by section, as the table has them within one.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        let parts = self.parts;
        Section::ALL.into_iter().flat_map(move |section| {
            parts.iter().flat_map(|rows| rows.iter()).filter(move |row| row.section == section)
        })
    }

    /// Every row that belongs to the plan, or to a person.
    pub fn owned(&self, owner: Owner) -> impl Iterator<Item = &'static Field> {
        self.fields().filter(move |field| field.owner == owner)
    }

    /// The row with this id.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&'static Field> {
        self.parts.iter().flat_map(|rows| rows.iter()).find(|field| field.id == id)
    }

    /// The known id that looks most like `id`, if one does.
    #[must_use]
    pub fn nearest(&self, id: &str, owner: Owner) -> Option<&'static Field> {
        let likeness = |field: &&'static Field| {
            let shown = match owner {
                Owner::Plan => field.id,
                Owner::Person => field.id.strip_prefix("d.").unwrap_or(field.id),
            };
            strsim::jaro_winkler(shown, id)
        };
        self.owned(owner)
            .map(|field| (likeness(&field), field))
            .filter(|(likeness, _)| *likeness > 0.7)
            .max_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, field)| field)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::kind::Kind;

    #[test]
    fn every_id_stands_once_and_begins_with_its_section() {
        let mut seen = BTreeSet::new();
        for field in TABLE.fields() {
            assert!(seen.insert(field.id), "{} stands twice", field.id);
            assert!(field.id.starts_with(field.section.id()), "{}", field.id);
        }
        assert_eq!(seen.len(), TABLE.parts().iter().map(|rows| rows.len()).sum::<usize>());
    }

    #[test]
    fn what_goes_on_the_card_has_a_place_and_no_two_share_a_rank() {
        let mut seen = BTreeSet::new();
        for field in TABLE.owned(Owner::Plan) {
            // The owner's own word stands in every word of output and has no panel of its own.
            let placed = field.place.is_some() || field.id == crate::rules::OWN_WORD;
            assert_eq!(field.card != Goes::Never, placed, "{}", field.id);
            if let Some(place) = field.place {
                assert!(seen.insert((place.panel, place.rank)), "{}: rank taken", field.id);
                assert!(place.chars > 0 || field.is_derived(), "{}", field.id);
            }
        }
    }

    #[test]
    fn what_goes_on_the_sheet_has_a_place_there_and_no_two_share_a_rank() {
        let mut seen = BTreeSet::new();
        for field in TABLE.fields() {
            assert_eq!(field.sheet != Goes::Never, field.sheet_place.is_some(), "{}", field.id);
            if let Some(SheetPlace { part, rank: rank @ 1.. }) = field.sheet_place {
                assert!(seen.insert((part, rank)), "{}: rank taken", field.id);
            }
        }
    }

    #[test]
    fn no_two_wishes_share_a_rank() {
        let mut seen = BTreeSet::new();
        for (field, rank) in TABLE.fields().filter_map(|field| Some((field, field.wish?))) {
            assert!(rank == 0 || seen.insert(rank), "{}: rank taken", field.id);
        }
    }

    #[test]
    fn a_field_that_needs_care_is_seen_by_nobody_by_default() {
        let careful = TABLE.fields().filter(|field| field.care == Some(Care::Safety));
        for field in careful {
            assert!(field.sees.is_empty() && field.card == Goes::Never, "{}", field.id);
        }
    }

    #[test]
    fn columns_hold_simple_kinds_and_stand_once() {
        for field in TABLE.fields() {
            let mut seen = BTreeSet::new();
            for column in field.kind.columns() {
                assert!(seen.insert(column.id), "{}.{}", field.id, column.id);
                let simple = matches!(
                    column.kind,
                    Kind::Text
                        | Kind::Lines
                        | Kind::Choice(_)
                        | Kind::Day
                        | Kind::Phones
                        | Kind::Hours
                        | Kind::Degree { .. }
                        | Kind::People
                );
                assert!(simple, "{}.{}", field.id, column.id);
            }
        }
    }

    #[test]
    fn a_misspelt_id_finds_its_neighbour() {
        assert_eq!(TABLE.nearest("c.fisrt", Owner::Plan).map(|f| f.id), Some("c.first"));
        assert_eq!(TABLE.nearest("phone", Owner::Person).map(|f| f.id), Some("d.phones"));
        assert!(TABLE.nearest("zzzzzzzz", Owner::Plan).is_none());
    }
}
