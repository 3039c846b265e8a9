//! What is kept of the past when a log is written anew.
//!
//! A log that only grows ends as a burden: after years it holds every wording that an answer ever
//! had. So now and then the vault begins a new log, and here it is decided what goes along: the
//! newest fifty wordings of each answer, every paper that was made, every copy that was given away
//! and everything that somebody agreed to. Older wordings melt into the book that the log begins
//! with. What the owner wants forgotten goes altogether: only what stands now stays, and where
//! nothing stands, nothing.
//!
//! The plan itself does not change by it: the new beginning and the actions that are kept fold to
//! the very same book.

use std::collections::{BTreeMap, BTreeSet};

use crate::action::{Action, Op, fold};
use crate::book::{Book, Place};
use crate::ids::FieldKey;
use crate::rules;

/// How much of the past is kept.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Keep<'a> {
    /// How many wordings of each answer are kept, the newest; at least the one that stands.
    pub versions: usize,
    /// Answers of which only what stands now is kept.
    pub forget: &'a [(Place, FieldKey)],
}

impl Keep<'_> {
    /// As many wordings of each answer as are kept unless somebody says otherwise.
    pub const VERSIONS: usize = 50;
}

impl Default for Keep<'_> {
    fn default() -> Self {
        Self { versions: Self::VERSIONS, forget: &[] }
    }
}

/// The book to begin with and the actions after it, of which not more is left than is to be kept.
///
/// Folding them gives what `base` and `actions` give. An action of which nothing is left is left
/// out, except the newest: its number is the book's.
#[must_use]
pub fn keep(base: &Book, actions: &[Action], keep: &Keep<'_>) -> (Book, Vec<Action>) {
    let newest = fold(base.clone(), actions);
    let mut left = left_to_come(actions);
    let forget: BTreeSet<(Place, &str)> =
        keep.forget.iter().map(|(place, field)| (*place, field.as_str())).collect();
    let mut base = base.clone();
    for (place, field) in &forget {
        let stands_from_the_start =
            newest.answer(*place, field).is_some() && !left.contains_key(&Slot::At(*place, field));
        if !stands_from_the_start && let Some(answers) = base.answers_at_mut(*place) {
            answers.remove(*field);
        }
    }

    let mut kept = Vec::new();
    for (index, action) in actions.iter().enumerate() {
        let mut ops = Vec::new();
        for op in &action.ops {
            let fate = fate(op, &mut left, &forget, keep.versions, &newest);
            let op = match fate {
                Fate::LeftStanding(place) => as_it_stands(op, place, &newest),
                _ => op.clone(),
            };
            // What is written about somebody who joins only in the new log waits for them there.
            let melts = matches!(fate, Fate::Melts) || fate.can_begin(&base, actions);
            match fate {
                _ if melts => {
                    let (seq, ops) = (base.seq, vec![op]);
                    base.apply(&Action { seq, at: action.at, ops, undoes: None });
                }
                Fate::Goes => {}
                _ => ops.push(op),
            }
        }
        let is_newest = index + 1 == actions.len();
        if is_newest || !ops.is_empty() {
            kept.push(Action { ops, ..action.clone() });
        }
    }
    (base, kept)
}

/// What an edit decides, where the next edit of the same thing leaves nothing of it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Slot<'a> {
    Language,
    State,
    Shared(&'a str),
    At(Place, &'a str),
}

/// What becomes of an edit.
enum Fate {
    /// It is kept as it is.
    Stays,
    /// It is older than what is kept: the book at the beginning has it.
    Melts,
    /// It wrote what stands there of an answer whose past is forgotten.
    LeftStanding(Place),
    /// It is forgotten.
    Goes,
}

impl Fate {
    /// Whether the new log can begin with it. Then nothing is before it, so no undo takes it away: what
    /// the owner was told that stays, stays.
    fn can_begin(&self, base: &Book, actions: &[Action]) -> bool {
        match self {
            Self::LeftStanding(Place::Plan) => true,
            Self::LeftStanding(Place::Person(id)) => {
                let mut ops = actions.iter().flat_map(|action| &action.ops);
                let leaves = |op: &Op| matches!(op, Op::RemovePerson { id: gone } if gone == id);
                base.person(*id).is_some() && !ops.any(leaves)
            }
            _ => false,
        }
    }
}

/// The edit that wrote what stands, with everything that the book has come to know of it: what it
/// was compared to then is gone.
fn as_it_stands(op: &Op, place: Place, newest: &Book) -> Op {
    let Op::Write { field, .. } = op else { return op.clone() };
    let stands = newest.answer(place, field.as_str()).cloned();
    stands.map_or_else(|| op.clone(), |answer| Op::Write { place, field: field.clone(), answer })
}

fn slot(op: &Op) -> Option<Slot<'_>> {
    match op {
        Op::SetLanguage { .. } => Some(Slot::Language),
        Op::SetState { .. } => Some(Slot::State),
        Op::Share { field, .. } => Some(Slot::Shared(field.as_str())),
        Op::Write { place, field, .. } | Op::Clear { place, field } => {
            Some(Slot::At(*place, field.as_str()))
        }
        // What these do depends on what was there before, or tells of the world: papers in
        // somebody's hands.
        _ => None,
    }
}

/// How many edits there are of each thing.
fn left_to_come(actions: &[Action]) -> BTreeMap<Slot<'_>, usize> {
    let mut left = BTreeMap::new();
    for slot in actions.iter().flat_map(|action| &action.ops).filter_map(slot) {
        *left.entry(slot).or_default() += 1;
    }
    left
}

/// `left` is how many edits of each thing are still to come, this one counted.
fn fate<'a>(
    op: &'a Op,
    left: &mut BTreeMap<Slot<'a>, usize>,
    forget: &BTreeSet<(Place, &str)>,
    versions: usize,
    newest: &Book,
) -> Fate {
    let Some(slot) = slot(op) else { return Fate::Stays };
    let count = left.entry(slot).or_default();
    let from_the_end = *count;
    *count = count.saturating_sub(1);

    if let Slot::At(place, field) = slot {
        if forget.contains(&(place, field)) {
            // The last edit of an answer that stands is the one that wrote it.
            let stands = from_the_end <= 1 && newest.answer(place, field).is_some();
            return if stands { Fate::LeftStanding(place) } else { Fate::Goes };
        }
        if field == rules::AGREED {
            return Fate::Stays;
        }
    }
    if from_the_end <= versions.max(1) { Fate::Stays } else { Fate::Melts }
}
