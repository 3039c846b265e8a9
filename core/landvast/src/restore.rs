//! Getting a plan back from a backup: as a new vault, or into one that is there.
//!
//! Into a vault that is there it is one action like any other: it can be looked at before, and
//! taken back after. Papers that were made and copies that were given are in the world, whatever
//! becomes of the plan; so those that only the backup knows of are written down as well, and stay.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use landvast_model::action::difference;
use landvast_model::{Action, Answer, Book, FieldKey, Op, Person, PersonId, Place, Section};
use landvast_seal::{Key, RecoveryCode};
use landvast_vault::{Around, First, Vault};

use crate::backup::Backup;
use crate::error::PlanError;
use crate::keeper::Keeper;
use crate::opening::{Opening, id_of, random};
use crate::passphrase::NewPassphrase;

/// How a backup comes into a plan that is there.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Restoring {
    /// Of each answer the one that was decided on last stands. Nothing is taken away.
    Merge,
    /// The plan becomes what the backup is.
    Replace,
}

/// What a backup changes in a plan, in numbers: nothing of what is in it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RestoreView {
    /// The sections in which answers change, in the order of the plan.
    pub sections: Vec<SectionChange>,
    /// How many people come into the plan.
    pub people_added: usize,
    /// How many people go out of it.
    pub people_removed: usize,
    /// How many settings become others: the language, the plan's state, the order of people, who
    /// may see what is worked out.
    pub settings: usize,
    /// How many answers of the backup stay out of a merged plan, because its owner took them away
    /// after the backup was made. Whoever wants them back replaces the plan.
    pub left_out: usize,
    /// Whether the backup is an earlier state of this same plan.
    pub is_older: bool,
    /// Whether anything changes at all.
    pub is_change: bool,
}

/// How many answers of a section change.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SectionChange {
    /// Which section.
    pub section: Section,
    /// What it is called.
    pub title: String,
    /// Answers that come into the plan.
    pub added: usize,
    /// Answers that become another one.
    pub changed: usize,
    /// Answers that go out of the plan.
    pub removed: usize,
}

impl Keeper {
    /// Makes a vault from a backup in a folder that is not there yet, and opens it. It has a new
    /// passphrase and a new recovery code; the history comes along.
    ///
    /// # Errors
    /// [`PlanError::AlreadyThere`] if something is there; nothing half-made is left behind.
    pub fn create_from(
        opening: &Opening,
        backup: &Backup,
        passphrase: &NewPassphrase,
        recovery: &RecoveryCode,
    ) -> Result<Self, PlanError> {
        let keys = [Key::Passphrase(passphrase.passphrase()), Key::Recovery(recovery)];
        let first = First::Book { base: &backup.base, history: &backup.actions };
        let around = Around::now(random(opening.device));
        let vault = Vault::create(&opening.vault, &keys, opening.cost, first, around)?;
        Ok(Self::with(vault, opening, Vec::new()))
    }

    /// What restoring this backup would change. Nothing is written.
    ///
    /// # Errors
    /// [`PlanError::Damaged`] if the history of this plan cannot be read.
    pub fn compare(&mut self, backup: &Backup, how: Restoring) -> Result<RestoreView, PlanError> {
        let coming = self.restoring(backup, how)?;
        Ok(self.restore_view(backup, &coming))
    }

    /// Takes a backup over, in one action.
    ///
    /// # Errors
    /// As every change; then nothing was taken over.
    pub fn restore(&mut self, backup: &Backup, how: Restoring) -> Result<RestoreView, PlanError> {
        let coming = self.restoring(backup, how)?;
        let view = self.restore_view(backup, &coming);
        self.act(coming.ops)?;
        Ok(view)
    }

    fn restoring(&mut self, backup: &Backup, how: Restoring) -> Result<Coming, PlanError> {
        let (mut ops, left_out) = match how {
            Restoring::Replace => (difference(self.book(), &backup.book), 0),
            Restoring::Merge => {
                let (_, ours) = self.vault.history()?.into_all();
                let (ours, theirs) = (Decided::by(&ours), Decided::by(&backup.actions));
                let merged = merged(self.book(), &ours, &backup.book, &theirs);
                // What is in neither was taken away here, after the backup was made.
                let is_out =
                    |place, field: &FieldKey| merged.answer(place, field.as_str()).is_none();
                let theirs = backup.book.all_answers();
                let left_out = theirs.filter(|(place, field, _)| is_out(*place, field)).count();
                (difference(self.book(), &merged), left_out)
            }
        };
        ops.extend(in_the_world(self.book(), &backup.book));
        Ok(Coming { ops, left_out })
    }

    fn restore_view(&self, backup: &Backup, Coming { ops, left_out }: &Coming) -> RestoreView {
        let words = self.words();
        let mut sections: BTreeMap<Section, SectionChange> = BTreeMap::new();
        let mut at = |field: &FieldKey, count: fn(&mut SectionChange)| {
            let Some(field) = self.table.field(field.as_str()) else { return };
            let section = field.section;
            count(sections.entry(section).or_insert_with(|| SectionChange {
                section,
                title: words.section(section),
                added: 0,
                changed: 0,
                removed: 0,
            }));
        };
        let (mut people_added, mut people_removed, mut settings) = (0, 0, 0);
        for op in ops {
            match op {
                Op::Write { place, field, .. } => {
                    match self.book().answer(*place, field.as_str()) {
                        Some(_) => at(field, |section| section.changed += 1),
                        None => at(field, |section| section.added += 1),
                    }
                }
                Op::Clear { field, .. } => at(field, |section| section.removed += 1),
                Op::AddPerson { .. } => people_added += 1,
                Op::RemovePerson { id } => {
                    people_removed += 1;
                    let answers = self.book().answers_at(Place::Person(*id));
                    for field in answers.into_iter().flatten().map(|(field, _)| field) {
                        at(field, |section| section.removed += 1);
                    }
                }
                Op::SetLanguage { .. }
                | Op::SetState { .. }
                | Op::OrderPeople { .. }
                | Op::Share { .. } => settings += 1,
                // They are in the world, and change nothing in the plan.
                Op::MadePaper { .. }
                | Op::GaveCopy { .. }
                | Op::CopyBack { .. }
                | Op::MadeBackup { .. } => {}
            }
        }
        RestoreView {
            sections: sections.into_values().collect(),
            people_added,
            people_removed,
            settings,
            left_out: *left_out,
            is_older: backup.vault == id_of(self.vault.info().vault)
                && backup.book.seq < self.sequence(),
            is_change: !ops.is_empty(),
        }
    }
}

/// What a backup brings into a plan.
struct Coming {
    ops: Vec<Op>,
    left_out: usize,
}

/// When something was last decided about each answer and each person, by the actions that are kept.
struct Decided<'a> {
    answers: BTreeMap<(Place, &'a str), DateTime<Utc>>,
    removed: BTreeMap<PersonId, DateTime<Utc>>,
}

impl<'a> Decided<'a> {
    fn by(actions: &'a [Action]) -> Self {
        let mut decided = Self { answers: BTreeMap::new(), removed: BTreeMap::new() };
        for action in actions {
            for op in &action.ops {
                match op {
                    Op::Write { place, field, .. } | Op::Clear { place, field } => {
                        decided.answers.insert((*place, field.as_str()), action.at);
                    }
                    Op::RemovePerson { id } => drop(decided.removed.insert(*id, action.at)),
                    _ => {}
                }
            }
        }
        decided
    }

    fn about(
        &self,
        place: Place,
        field: &FieldKey,
        stands: Option<&Answer>,
    ) -> Option<DateTime<Utc>> {
        let written = stands.and_then(|answer| answer.updated_at);
        self.answers.get(&(place, field.as_str())).copied().max(written)
    }
}

/// Our book with what was decided later in theirs.
fn merged(ours: &Book, our: &Decided<'_>, theirs: &Book, their: &Decided<'_>) -> Book {
    let mut book = ours.clone();
    for person in &theirs.people {
        let newest = person.answers.values().filter_map(|answer| answer.updated_at).max();
        let was_removed = our.removed.get(&person.id).is_some_and(|at| newest <= Some(*at));
        if book.person(person.id).is_none() && !was_removed {
            book.people.push(Person { id: person.id, answers: BTreeMap::new() });
        }
    }
    for (place, field, answer) in theirs.all_answers() {
        let Some(answers) = answers_at(&mut book, place) else { continue };
        let at_ours = our.about(place, field, ours.answer(place, field.as_str()));
        let at_theirs = their.about(place, field, Some(answer));
        if at_ours.is_none() || at_theirs > at_ours {
            answers.insert(field.clone(), answer.clone());
        }
    }
    book
}

fn answers_at(book: &mut Book, place: Place) -> Option<&mut BTreeMap<FieldKey, Answer>> {
    match place {
        Place::Plan => Some(&mut book.answers),
        Place::Person(id) => {
            let person = book.people.iter_mut().find(|person| person.id == id)?;
            Some(&mut person.answers)
        }
    }
}

/// Papers, copies and backups that only `theirs` knows of: they exist all the same, and a later
/// paper must not take the number of one of them.
fn in_the_world(ours: &Book, theirs: &Book) -> Vec<Op> {
    let mut ops = Vec::new();
    for (key, papers) in &theirs.papers {
        let known =
            ours.papers.get(key).map(landvast_model::paper::Papers::all).unwrap_or_default();
        for paper in papers.all().iter().filter(|paper| !known.contains(paper)) {
            let (reader, kind) = (key.reader, key.kind);
            ops.push(Op::MadePaper { reader, kind, on: paper.on, code: paper.code });
        }
    }
    for copy in &theirs.copies {
        match ours.copies.iter().find(|known| known.id == copy.id) {
            None => ops.push(Op::GaveCopy { copy: *copy }),
            Some(known) if known.returned_on.is_none() => {
                let back = |on| Op::CopyBack { id: copy.id, on };
                ops.extend(copy.returned_on.map(back));
            }
            Some(_) => {}
        }
    }
    for on in theirs.backups.iter().filter(|on| !ours.backups.contains(on)) {
        ops.push(Op::MadeBackup { on: *on });
    }
    ops
}

#[cfg(test)]
mod tests {
    use landvast_model::action::fold;
    use landvast_model::keep::Keep;
    use landvast_model::{TABLE, Value};
    use landvast_seal::{KdfCost, LONGEST_PAYLOAD};

    use super::*;
    use crate::device::Device;

    #[test]
    fn of_a_past_that_no_record_can_hold_the_newest_wordings_come_along() {
        let field = TABLE.field("c.first").unwrap().key();
        let words = "Ga rustig naast me zitten. ".repeat(740);
        let at = DateTime::UNIX_EPOCH;
        let count = LONGEST_PAYLOAD / words.len() + 1;
        let actions: Vec<Action> = (1..)
            .take(count)
            .map(|seq| {
                let answer = Answer::new(Value::Text(format!("{seq} {words}")));
                let ops = vec![Op::Write { place: Place::Plan, field: field.clone(), answer }];
                Action { seq, at, ops, undoes: None }
            })
            .collect();
        let book = fold(Book::default(), &actions);
        let backup =
            Backup { vault: String::new(), made_at: at, base: Book::default(), actions, book };

        let home = tempfile::tempdir().unwrap();
        let device = Device::this();
        let opening = Opening::new(home.path().join("plan"), device);
        let opening = Opening { cost: KdfCost::FLOOR, ..opening };
        let passphrase = NewPassphrase::new(b"zeven zachte zeeslangen").unwrap();
        let code = crate::make_recovery_code(&device).unwrap();
        let mut keeper = Keeper::create_from(&opening, &backup, &passphrase, &code).unwrap();
        assert_eq!(keeper.book(), &backup.book);
        let versions = keeper.history(Place::Plan, "c.first").unwrap();
        // And the one that the new beginning holds.
        assert_eq!(versions.len(), Keep::VERSIONS + 1);
    }
}
