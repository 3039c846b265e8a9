//! What a change changes, by what it is called and whom it is about: never by what it says.
//!
//! So an undo can tell what it took back and an import what it would replace, on a screen that
//! somebody else may look at.

use std::collections::BTreeSet;

use landvast_model::{Action, Answer, Book, FieldKey, Op, PersonId, Place, Table};
use landvast_text::{Words, id};

use crate::saying;

/// One thing that becomes otherwise.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ChangeView {
    /// Which field; empty for a whole person and for a setting.
    pub field: String,
    /// What it is called.
    pub label: String,
    /// Whom it is about; empty for the plan's own.
    pub person: String,
    /// What becomes of it.
    pub change: Change,
}

/// What becomes of a thing.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Change {
    /// It was not there.
    Added,
    /// It was another.
    Changed,
    /// It is there no longer.
    Removed,
}

/// What these edits change in a book. Papers, copies and backups are in the world and no part of
/// it; of somebody who comes or goes, the answers about them are not named one by one.
pub(crate) fn views(before: &Book, ops: &[Op], table: &Table, words: &Words) -> Vec<ChangeView> {
    let mut after = before.clone();
    let at = chrono::DateTime::UNIX_EPOCH;
    after.apply(&Action { seq: before.seq, at, ops: ops.to_vec(), undoes: None });
    let come: BTreeSet<PersonId> = ops
        .iter()
        .filter_map(|op| if let Op::AddPerson { id } = op { Some(*id) } else { None })
        .collect();
    let seen = Seen { before, after: &after, table, words, come };
    ops.iter().filter_map(|op| seen.view(op)).collect()
}

struct Seen<'a> {
    before: &'a Book,
    after: &'a Book,
    table: &'a Table,
    words: &'a Words,
    /// Who is new.
    come: BTreeSet<PersonId>,
}

impl Seen<'_> {
    fn view(&self, op: &Op) -> Option<ChangeView> {
        match op {
            Op::Write { place, field, answer } => {
                let change = match self.before.answer(*place, field.as_str()) {
                    None => Change::Added,
                    Some(before) if says_the_same(before, answer) => return None,
                    Some(_) => Change::Changed,
                };
                self.answer(*place, field, change)
            }
            Op::Clear { place, field } => self.answer(*place, field, Change::Removed),
            Op::Share { field, .. } => self.answer(Place::Plan, field, Change::Changed),
            Op::AddPerson { id } => Some(self.person(*id, Change::Added)),
            Op::RemovePerson { id } => Some(self.person(*id, Change::Removed)),
            Op::OrderPeople { .. } => Some(self.setting(id::CHANGE_ORDER)),
            Op::SetLanguage { .. } => Some(self.setting(id::CHANGE_LANGUAGE)),
            Op::SetState { .. } => Some(self.setting(id::CHANGE_STATE)),
            Op::MadePaper { .. }
            | Op::GaveCopy { .. }
            | Op::CopyBack { .. }
            | Op::MadeBackup { .. } => None,
        }
    }

    fn answer(&self, place: Place, field: &FieldKey, change: Change) -> Option<ChangeView> {
        let known = self.table.field(field.as_str())?;
        let person = match place {
            Place::Plan => String::new(),
            Place::Person(id) if self.come.contains(&id) => return None,
            Place::Person(id) => self.name(id),
        };
        let (field, label) = (known.id.to_owned(), self.words.label(known));
        Some(ChangeView { field, label, person, change })
    }

    fn person(&self, id: PersonId, change: Change) -> ChangeView {
        let label = self.words.say(id::CHANGE_PERSON);
        ChangeView { field: String::new(), label, person: self.name(id), change }
    }

    fn setting(&self, message: landvast_text::MessageId) -> ChangeView {
        let (field, person) = (String::new(), String::new());
        ChangeView { field, label: self.words.say(message), person, change: Change::Changed }
    }

    fn name(&self, id: PersonId) -> String {
        let named =
            [self.after, self.before].into_iter().find_map(|book| saying::name_of(book, id));
        named.unwrap_or_else(|| self.words.say(id::SOMEONE_WITHOUT_NAME))
    }
}

/// Whether two answers are the same, whenever they came and whichever ids their rows have.
fn says_the_same(before: &Answer, now: &Answer) -> bool {
    let as_now = Answer { value: now.value.clone(), updated_at: now.updated_at, ..before.clone() };
    before.value.says_the_same(&now.value) && as_now == *now
}
