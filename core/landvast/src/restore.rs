//! Getting a plan back from a backup: as a new vault, or into one that is there.
//!
//! Into a vault that is there it is one action like any other: it can be looked at before, and
//! taken back after. Papers that were made and copies that were given are in the world, whatever
//! becomes of the plan; so those that only the backup knows of are written down as well, and stay.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use landvast_model::action::difference;
use landvast_model::keep::{Keep, keep};
use landvast_model::{Action, Answer, Book, FieldKey, Op, Person, PersonId, Place, Section};
use landvast_seal::{Key, RecoveryCode};
use landvast_vault::{Around, First, Vault, VaultError};

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
        let (mut base, mut history) = (backup.base.clone(), backup.actions.clone());
        let mut versions = Keep::VERSIONS;
        let vault = loop {
            let first = First::Book { base: &base, history: &history };
            let around = Around::now(random(opening.device));
            match Vault::create(&opening.vault, &keys, opening.cost, first, around) {
                // One record cannot hold it all, so fewer earlier wordings come along.
                Err(VaultError::TooLong) if versions > 0 => {
                    versions /= 2;
                    (base, history) = if versions == 0 {
                        (backup.book.clone(), Vec::new())
                    } else {
                        keep(&base, &history, &Keep { versions, ..Keep::default() })
                    };
                }
                made => break made?,
            }
        };
        Ok(Self::with(vault, opening, Vec::new()))
    }

    /// What restoring this backup would change. Nothing is written.
    ///
    /// # Errors
    /// [`PlanError::Damaged`] if the history of this plan cannot be read.
    pub fn compare(&mut self, backup: &Backup, how: Restoring) -> Result<RestoreView, PlanError> {
        let ops = self.restoring(backup, how)?;
        Ok(self.restore_view(backup, &ops))
    }

    /// Takes a backup over, in one action.
    ///
    /// # Errors
    /// As every change; then nothing was taken over.
    pub fn restore(&mut self, backup: &Backup, how: Restoring) -> Result<RestoreView, PlanError> {
        let ops = self.restoring(backup, how)?;
        let view = self.restore_view(backup, &ops);
        self.act(ops)?;
        Ok(view)
    }

    fn restoring(&mut self, backup: &Backup, how: Restoring) -> Result<Vec<Op>, PlanError> {
        let mut ops = match how {
            Restoring::Replace => difference(self.book(), &backup.book),
            Restoring::Merge => {
                let (_, ours) = self.vault.history()?.into_all();
                let (ours, theirs) = (Decided::by(&ours), Decided::by(&backup.actions));
                difference(self.book(), &merged(self.book(), &ours, &backup.book, &theirs))
            }
        };
        ops.extend(in_the_world(self.book(), &backup.book));
        Ok(ops)
    }

    fn restore_view(&self, backup: &Backup, ops: &[Op]) -> RestoreView {
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
            is_older: backup.vault == id_of(self.vault.info().vault)
                && backup.book.seq < self.sequence(),
            is_change: !ops.is_empty(),
        }
    }
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
