//! Putting together what was found in the ruins.
//!
//! What forms an unbroken chain of hashes, from the first record of a log or from a snapshot, was
//! so and comes back as it was. What lies beyond the place where the chain breaks is true as well,
//! word by word, but nobody can say what was between; so of that nothing comes back by itself.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use chrono::{DateTime, Utc};
use landvast_model::{
    Action, Answer, Audience, Book, FieldKey, Op, Paper, PaperKey, Place as Spot, action::fold,
};
use landvast_seal::{Keys, Mark, Place, RecordHash};

use crate::{
    VaultError,
    folder::Folder,
    payload::{Entry, WholeBook},
    ruins::{Piece, Ruins},
    salvage::Loose,
};

/// The best that unbroken chains give.
pub(crate) struct Rescued {
    pub(crate) base: Book,
    pub(crate) history: Vec<Action>,
    pub(crate) book: Book,
    /// Whether the beginning of the log is lost, so that the book comes from a snapshot.
    pub(crate) from_snapshot: bool,
    /// The log that it is of.
    epoch: u32,
}

impl Rescued {
    /// The same, knowing of papers and copies as well that are in somebody's hands. So a new log
    /// knows of them from its first record on: a kill between the two can lose none.
    pub(crate) fn with_shared(mut self, ops: Vec<Op>, at: Option<DateTime<Utc>>) -> Self {
        let Some(at) = at else { return self };
        let seq = self.book.seq.saturating_add(1);
        let action = Action { seq, at, ops, undoes: None };
        self.book.apply(&action);
        self.history.push(action);
        self
    }

    /// Whether a paper or copy was added by [`with_shared`](Self::with_shared) before, from an action
    /// of that time that stood there: that gives its own action the time of the newest of them. Where
    /// the history is lost, the snapshot of a later log knows of what was added before it.
    fn has_written_down(&self, op: &Op, at: DateTime<Utc>, place: Place) -> bool {
        self.history.iter().any(|action| action.at >= at && action.ops.contains(op))
            || (self.from_snapshot && place.epoch < self.epoch && knows(&self.base, op))
    }
}

/// Whether a book holds a paper or copy.
fn knows(book: &Book, op: &Op) -> bool {
    match op {
        Op::MadePaper { reader, kind, on, code } => {
            let key = PaperKey { reader: *reader, kind: *kind };
            let made = Paper { on: *on, code: *code };
            book.papers.get(&key).is_some_and(|papers| papers.all().contains(&made))
        }
        Op::MadeBackup { on } => book.backups.contains(on),
        // These say which copy they are about, and twice is once.
        _ => false,
    }
}

/// When the newest action was done that a book holds, as far as that is known.
pub(crate) fn newest_time(book: &Book, last: Option<&Action>) -> Option<DateTime<Utc>> {
    let written = book.all_answers().filter_map(|(_, _, answer)| answer.updated_at).max();
    last.map(|action| action.at).or(written)
}

/// Where a chain may begin.
enum Start<'a> {
    First(&'a Piece),
    Snapshot { place: Place, stands_on: RecordHash, book: &'a Book },
}

impl Start<'_> {
    fn tip(&self) -> (Place, RecordHash) {
        match self {
            Self::First(piece) => (piece.place, piece.hash),
            Self::Snapshot { place, stands_on, .. } => (*place, *stands_on),
        }
    }
}

/// The chain that goes furthest; `None` if there is none at all. Of two that go equally far, the
/// one of the `epoch` that the header names, then the later one, then the one of which more is known.
pub(crate) fn best(ruins: &Ruins, epoch: u32) -> Option<Rescued> {
    let chains = Chains::of(ruins);
    let firsts = ruins.records.values().flatten().filter(|piece| piece.before == RecordHash::NONE);
    let snapshots = ruins.snapshots.iter().map(|picture| Start::Snapshot {
        place: picture.place,
        stands_on: picture.stands_on,
        book: &picture.book,
    });
    let starts = firsts.map(Start::First).chain(snapshots);
    let best = starts.max_by_key(|start| {
        let (place, hash) = start.tip();
        let is_first = matches!(start, Start::First(_));
        let begins = Reverse(place.sequence);
        (chains.reach(place, hash), place.epoch == epoch, place.epoch, is_first, begins)
    })?;

    let (place, hash) = best.tip();
    let epoch = place.epoch;
    let actions = chains.actions_after(place, hash);
    Some(match best {
        Start::First(Piece { entry: Entry::WholeBook(whole), .. }) => {
            let WholeBook { base, mut history, book } = (**whole).clone();
            let book = fold(book, &actions);
            history.extend(actions);
            Rescued { base, history, book, from_snapshot: false, epoch }
        }
        Start::First(Piece { entry: Entry::Action(first), .. }) => {
            let mut history = vec![first.clone()];
            history.extend(actions);
            let base = Book::default();
            let book = fold(base.clone(), &history);
            Rescued { base, history, book, from_snapshot: false, epoch }
        }
        Start::Snapshot { book: base, .. } => {
            let book = fold(base.clone(), &actions);
            Rescued { base: base.clone(), history: actions, book, from_snapshot: true, epoch }
        }
    })
}

/// Fails if the raw bytes of the store of `epoch` do not hold a chain from its first record on that
/// leads as far as was `marked`. Asked where there is no copy: sled wipes what comes after damage, so
/// it must not see any, also where a snapshot has what stood before it.
pub(crate) fn refuse_if_broken(
    folder: &Folder,
    keys: &Keys,
    epoch: u32,
    marked: Option<Mark>,
) -> Result<(), VaultError> {
    // Where a file cannot be read nobody can tell.
    let Ok(ruins) = Ruins::of(keys, &[folder.store(epoch)]) else { return Ok(()) };
    let marked = marked.map_or(0, |marked| marked.newest.sequence);
    let last = ruins.records.last_key_value().map_or(0, |(sequence, _)| *sequence);
    let reached = best(&ruins, epoch).map_or(0, |rescued| rescued.book.seq);
    if reached < marked.max(last) { Err(VaultError::STORE) } else { Ok(()) }
}

/// How far each record leads.
struct Chains<'a> {
    /// What follows a record: by its epoch and hash, the one of its followers that leads furthest.
    next: HashMap<(u32, [u8; 32]), (&'a Piece, &'a Action)>,
    reach: HashMap<[u8; 32], u64>,
}

impl<'a> Chains<'a> {
    fn of(ruins: &'a Ruins) -> Self {
        let mut chains = Self { next: HashMap::new(), reach: HashMap::new() };
        // From the newest to the oldest, so that what follows a record is known before it is met.
        for piece in ruins.records.values().rev().flatten() {
            let reach = chains.reach(piece.place, piece.hash);
            chains.reach.insert(piece.hash.0, reach);
            let Entry::Action(action) = &piece.entry else { continue };
            let after = (piece.place.epoch, piece.before.0);
            // Of two that lead equally far the later one was acknowledged, if any was.
            let is_better = chains.next.get(&after).is_none_or(|(other, before)| {
                (chains.reach(other.place, other.hash), before.at) < (reach, action.at)
            });
            if is_better {
                chains.next.insert(after, (piece, action));
            }
        }
        chains
    }

    /// The sequence that the chain from here leads to.
    fn reach(&self, place: Place, hash: RecordHash) -> u64 {
        let next = self.follow(place, hash);
        next.and_then(|(piece, _)| self.reach.get(&piece.hash.0).copied()).unwrap_or(place.sequence)
    }

    fn follow(&self, place: Place, hash: RecordHash) -> Option<(&'a Piece, &'a Action)> {
        let (piece, action) = self.next.get(&(place.epoch, hash.0))?;
        let is_next = place.sequence.checked_add(1) == Some(piece.place.sequence);
        is_next.then_some((*piece, *action))
    }

    fn actions_after(&self, place: Place, hash: RecordHash) -> Vec<Action> {
        let mut actions = Vec::new();
        let (mut place, mut hash) = (place, hash);
        while let Some((piece, action)) = self.follow(place, hash) {
            actions.push(action.clone());
            (place, hash) = (piece.place, piece.hash);
        }
        actions
    }
}

/// What is beyond the chain.
pub(crate) struct Beyond {
    pub(crate) loose: Vec<Loose>,
    /// Papers and copies: they are in somebody's hands, whatever else is known.
    pub(crate) shared: Vec<Op>,
    /// When the newest of those was written down.
    pub(crate) shared_at: Option<DateTime<Utc>>,
    /// How many actions, up to the newest that was known or found, were not found.
    pub(crate) missing: u64,
}

/// What actions after the chain hold, each answer as it was written last.
///
/// An answer that one of them takes away again is left out, and so is one that stands in the book
/// already. Whatever the owner takes back is for nobody's eyes at first: who was to see it may have
/// been changed in what is missing. A paper or copy that an earlier salvage wrote down is not one more.
pub(crate) fn beyond(ruins: &Ruins, rescued: &Rescued, known: Option<u64>) -> Beyond {
    let Rescued { book, .. } = rescued;
    let mut found = 0;
    let mut newest = book.seq;
    let mut answers: BTreeMap<(Spot, FieldKey), Loose> = BTreeMap::new();
    let (mut shared, mut shared_at) = (Vec::new(), None);
    let later = ruins.records.range(book.seq.saturating_add(1)..);
    for (sequence, pieces) in later {
        let actions = pieces.iter().filter_map(|piece| match &piece.entry {
            Entry::Action(action) => Some((action, piece.place)),
            Entry::WholeBook(_) => None,
        });
        let newest_of = actions.max_by_key(|(action, _)| action.at);
        let Some((action, at)) = newest_of else { continue };
        found += 1;
        newest = *sequence;
        for op in &action.ops {
            match op {
                Op::Write { place, field, answer } => {
                    let loose = loose(action, *place, field, answer);
                    answers.insert((*place, field.clone()), loose);
                }
                Op::Clear { place, field } => drop(answers.remove(&(*place, field.clone()))),
                Op::RemovePerson { id } => {
                    answers.retain(|(place, _), _| *place != Spot::Person(*id));
                }
                Op::SetLanguage { .. }
                | Op::SetState { .. }
                | Op::Share { .. }
                | Op::AddPerson { .. }
                | Op::OrderPeople { .. } => {}
                Op::MadePaper { .. }
                | Op::GaveCopy { .. }
                | Op::CopyBack { .. }
                | Op::MadeBackup { .. } => {
                    if !rescued.has_written_down(op, action.at, at) {
                        shared.push(op.clone());
                        shared_at = shared_at.max(Some(action.at));
                    }
                }
            }
        }
    }
    let mut loose: Vec<Loose> = answers.into_values().collect();
    loose.retain(|piece| {
        let stands = book.answer(piece.place, piece.field.as_str());
        stands.is_none_or(|stands| stands.value != piece.answer.value)
    });
    loose.sort_by_key(|piece| piece.seq);
    let last = known.unwrap_or_default().max(newest);
    let missing = last.saturating_sub(book.seq).saturating_sub(found);
    Beyond { loose, shared, shared_at, missing }
}

/// What lies beyond the chain in ruins that were looked through before, without what one of the
/// actions done since has written.
pub(crate) fn pending(ruins: &Ruins, epoch: u32, actions: &[Action]) -> Vec<Loose> {
    let Some(rescued) = best(ruins, epoch) else { return Vec::new() };
    let since = actions.iter().filter(|action| action.seq > rescued.book.seq);
    let written: Vec<&Op> = since.flat_map(|action| &action.ops).collect();
    let is_decided = |piece: &Loose| {
        written.iter().any(|op| match op {
            Op::Write { place, field, answer } => {
                *place == piece.place && *field == piece.field && answer.value == piece.answer.value
            }
            _ => false,
        })
    };
    let Beyond { mut loose, .. } = beyond(ruins, &rescued, None);
    loose.retain(|piece| !is_decided(piece));
    loose
}

fn loose(action: &Action, place: Spot, field: &FieldKey, answer: &Answer) -> Loose {
    let answer = Answer {
        audience: Some(Audience::only_me()),
        updated_at: answer.updated_at.or(Some(action.at)),
        ..answer.clone()
    };
    Loose { seq: action.seq, at: action.at, place, field: field.clone(), answer }
}
