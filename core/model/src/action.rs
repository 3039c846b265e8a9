//! The log: what a person did, in order; and the book as its fold.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::audience::{Audience, Reader};
use crate::book::{Answer, Book, Language, Person, Place, PlanState};
use crate::ids::{CopyId, FieldKey, PersonId};
use crate::paper::{CheckCode, Copy, Paper, PaperKey, PaperKind};

/// One edit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// The owner writes in this language.
    SetLanguage {
        /// The language.
        language: Language,
    },
    /// Writes an answer, over the one that was there.
    Write {
        /// In the plan or with a person.
        place: Place,
        /// Which field.
        field: FieldKey,
        /// The answer.
        answer: Answer,
    },
    /// Takes an answer away.
    Clear {
        /// In the plan or with a person.
        place: Place,
        /// Which field.
        field: FieldKey,
    },
    /// Adds a person, still without answers.
    AddPerson {
        /// Who.
        id: PersonId,
    },
    /// Takes a person and the answers about them away.
    RemovePerson {
        /// Who.
        id: PersonId,
    },
    /// Puts people in this order.
    OrderPeople {
        /// All of them, in order.
        ids: Vec<PersonId>,
    },
    /// The plan falls asleep, is used, is over, is withdrawn.
    SetState {
        /// The new state.
        state: PlanState,
    },
    /// Decides who may see what is worked out (the table says what that is); `None` leaves it to
    /// the table again.
    Share {
        /// Which field.
        field: FieldKey,
        /// Who may see it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        audience: Option<Audience>,
    },
    /// A paper was made whose words differ from the last one of its kind for this reader.
    MadePaper {
        /// For whom.
        reader: Reader,
        /// What; the card, where an earlier version wrote it down.
        #[serde(default)]
        kind: PaperKind,
        /// On which day.
        on: NaiveDate,
        /// The code that tells two copies apart.
        code: CheckCode,
    },
    /// Somebody got a copy.
    GaveCopy {
        /// The copy.
        copy: Copy,
    },
    /// A copy came back, or was destroyed.
    CopyBack {
        /// Which copy.
        id: CopyId,
        /// On which day.
        on: NaiveDate,
    },
    /// A backup was made, which holds every word that is kept up to here.
    MadeBackup {
        /// On which day.
        on: NaiveDate,
    },
}

/// What a person did in one go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// Its number, from 1, without gaps.
    pub seq: u64,
    /// When, by the clock of the device.
    pub at: DateTime<Utc>,
    /// The edits, in order.
    pub ops: Vec<Op>,
    /// The action that this one takes back, if it is an undo; of a redo that is an undo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<u64>,
}

impl Book {
    /// Folds one action into the book.
    ///
    /// Never fails: an edit to a person who is gone changes nothing, so a log that was written by
    /// any version folds to the same book everywhere.
    pub fn apply(&mut self, action: &Action) {
        for op in &action.ops {
            self.apply_op(op, action.at);
        }
        self.seq = action.seq;
    }

    fn apply_op(&mut self, op: &Op, at: DateTime<Utc>) {
        match op {
            Op::SetLanguage { language } => self.language = *language,
            Op::Write { place, field, answer } => {
                if let Some(answers) = self.answers_at_mut(*place) {
                    let answer = stamped(answer, answers.get(field), at);
                    answers.insert(field.clone(), answer);
                }
            }
            Op::Clear { place, field } => {
                if let Some(answers) = self.answers_at_mut(*place) {
                    answers.remove(field);
                }
            }
            Op::AddPerson { id } => {
                if self.person(*id).is_none() {
                    self.people
                        .push(Person { id: *id, answers: std::collections::BTreeMap::new() });
                }
            }
            Op::RemovePerson { id } => self.people.retain(|person| person.id != *id),
            Op::OrderPeople { ids } => {
                let rank = |id: &PersonId| ids.iter().position(|i| i == id).unwrap_or(ids.len());
                self.people.sort_by_key(|person| rank(&person.id));
            }
            Op::SetState { state } => self.state = *state,
            Op::Share { field, audience: Some(audience) } => {
                self.shared.insert(field.clone(), audience.clone());
            }
            Op::Share { field, audience: None } => {
                self.shared.remove(field);
            }
            Op::MadePaper { reader, kind, on, code } => {
                let key = PaperKey { reader: *reader, kind: *kind };
                self.papers.entry(key).or_default().add(Paper { on: *on, code: *code });
            }
            Op::GaveCopy { copy } => {
                if self.copies.iter().all(|known| known.id != copy.id) {
                    self.copies.push(*copy);
                }
            }
            Op::CopyBack { id, on } => {
                if let Some(copy) = self.copies.iter_mut().find(|copy| copy.id == *id) {
                    copy.returned_on = Some(*on);
                }
            }
            Op::MadeBackup { on } => self.backups.push(*on),
        }
    }
}

/// The answer as it is kept: with the time of writing, and whether its card text is older than it.
fn stamped(answer: &Answer, before: Option<&Answer>, at: DateTime<Utc>) -> Answer {
    // An undo brings back an answer as it was, with the time it had.
    if answer.updated_at.is_some() {
        return answer.clone();
    }
    let before = before.filter(|before| before.card_text == answer.card_text);
    let card_text_is_older = answer.card_text.is_some()
        && before.is_some_and(|it| it.card_text_is_older || it.value != answer.value);
    Answer { updated_at: Some(at), card_text_is_older, ..answer.clone() }
}

/// The book that these actions make, from `base` on.
#[must_use]
pub fn fold<'a>(base: Book, actions: impl IntoIterator<Item = &'a Action>) -> Book {
    let mut book = base;
    for action in actions {
        book.apply(action);
    }
    book
}

/// The edits that turn `after` back into `before`: what an undo writes.
///
/// Papers and backups that were made stay made and copies stay given: somebody may hold them.
#[must_use]
pub fn difference(after: &Book, before: &Book) -> Vec<Op> {
    let mut ops = Vec::new();
    if after.language != before.language {
        ops.push(Op::SetLanguage { language: before.language });
    }
    if after.state != before.state {
        ops.push(Op::SetState { state: before.state });
    }
    for person in &after.people {
        if before.person(person.id).is_none() {
            ops.push(Op::RemovePerson { id: person.id });
        }
    }
    for person in &before.people {
        if after.person(person.id).is_none() {
            ops.push(Op::AddPerson { id: person.id });
        }
    }
    let places = std::iter::once(Place::Plan)
        .chain(before.people.iter().map(|person| Place::Person(person.id)));
    for place in places {
        let old = before.answers_at(place);
        let new = after.answers_at(place);
        for (field, answer) in old.into_iter().flatten() {
            if new.and_then(|answers| answers.get(field)) != Some(answer) {
                let (field, answer) = (field.clone(), answer.clone());
                ops.push(Op::Write { place, field, answer });
            }
        }
        for field in new.into_iter().flatten().map(|(field, _)| field) {
            if old.is_none_or(|answers| !answers.contains_key(field)) {
                ops.push(Op::Clear { place, field: field.clone() });
            }
        }
    }
    for (field, audience) in &before.shared {
        if after.shared.get(field) != Some(audience) {
            ops.push(Op::Share { field: field.clone(), audience: Some(audience.clone()) });
        }
    }
    for field in after.shared.keys().filter(|field| !before.shared.contains_key(*field)) {
        ops.push(Op::Share { field: field.clone(), audience: None });
    }
    let order = |book: &Book| book.people.iter().map(|person| person.id).collect::<Vec<_>>();
    if order(after) != order(before) && before.people.len() > 1 {
        ops.push(Op::OrderPeople { ids: order(before) });
    }
    ops
}

/// What taking an action back would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo {
    /// The action that is taken back.
    pub of: u64,
    /// The edits that take it back.
    pub ops: Vec<Op>,
}

/// The undo of the newest action that is neither an undo nor taken back already, and that changed
/// anything but papers and copies. `None` when there is nothing to take back.
///
/// Undoing twice goes two actions back. History is not rewritten: the undo is an action too.
#[must_use]
pub fn undo(base: &Book, actions: &[Action]) -> Option<Undo> {
    let mut standing = standing(actions).filter(|action| action.undoes.is_none());
    standing.find_map(|action| taken_back(base, actions, action))
}

/// The redo: it takes back the newest undo, as long as nothing but papers and copies came after it.
/// `None` when nothing was taken back, or when something else was changed since.
///
/// Redoing twice goes two undos back.
#[must_use]
pub fn redo(base: &Book, actions: &[Action]) -> Option<Undo> {
    let is_undo = |action: &Action| {
        let of = action.undoes.and_then(|seq| actions.iter().find(|of| of.seq == seq));
        of.is_some_and(|of| of.undoes.is_none())
    };
    for action in standing(actions) {
        let Some(redo) = taken_back(base, actions, action) else { continue };
        if is_undo(action) {
            return Some(redo);
        }
        // A redo that stands is past: the undos before it can come back as well.
        action.undoes?;
    }
    None
}

/// The actions that are not taken back, the newest first. An undo that was itself taken back takes
/// nothing back.
fn standing(actions: &[Action]) -> impl Iterator<Item = &Action> {
    let mut gone = BTreeSet::new();
    actions.iter().rev().filter(move |action| {
        let stands = !gone.contains(&action.seq);
        if stands {
            gone.extend(action.undoes);
        }
        stands
    })
}

/// What takes this action back; `None` if it changed nothing but papers and copies.
///
/// Everything after it was taken back or changed nothing, so the book now is the book just after it,
/// but for papers made and copies given since.
fn taken_back(base: &Book, actions: &[Action], action: &Action) -> Option<Undo> {
    let earlier = actions.iter().take_while(|earlier| earlier.seq < action.seq);
    let before = fold(base.clone(), earlier);
    let after = fold(before.clone(), [action]);
    if difference(&after, &before).is_empty() {
        return None;
    }
    let now = fold(base.clone(), actions);
    Some(Undo { of: action.seq, ops: difference(&now, &before) })
}

/// One earlier or present wording of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Version<'a> {
    /// The action that wrote it.
    pub seq: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// The answer; `None` where it was taken away.
    pub answer: Option<&'a Answer>,
}

/// Every wording that the field had at `place`, oldest first.
///
/// `kept` are actions that are folded into `base` already, `later` those after it. Where nothing
/// is kept of before, the base's own answer stands first.
#[must_use]
pub fn history<'a>(
    base: &'a Book,
    kept: &'a [Action],
    later: &'a [Action],
    place: Place,
    id: &str,
) -> Vec<Version<'a>> {
    let mut versions = wordings(kept, place, id);
    if let Some(answer) = base.answer(place, id).filter(|_| versions.is_empty()) {
        let at = answer.updated_at.unwrap_or_default();
        versions.push(Version { seq: base.seq, at, answer: Some(answer) });
    }
    versions.extend(wordings(later, place, id));
    versions
}

fn wordings<'a>(actions: &'a [Action], place: Place, id: &str) -> Vec<Version<'a>> {
    let mut versions = Vec::new();
    for action in actions {
        for op in &action.ops {
            let answer = match op {
                Op::Write { place: p, field, answer } if *p == place && field.as_str() == id => {
                    Some(answer)
                }
                Op::Clear { place: p, field } if *p == place && field.as_str() == id => None,
                Op::RemovePerson { id: person } if Place::Person(*person) == place => None,
                _ => continue,
            };
            versions.push(Version { seq: action.seq, at: action.at, answer });
        }
    }
    versions
}
