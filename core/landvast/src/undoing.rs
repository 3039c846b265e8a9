//! Taking back what was done, and putting back what was taken back too far.
//!
//! Both are changes like any other and stand in the history. What renewing the keys and forgetting
//! did is no change of the plan, so neither takes that back; whoever comes to a change from before
//! it is told so.

use chrono::{DateTime, Utc};
use landvast_model::action::{self, Undo};
use landvast_model::{Action, Book, Op};

use crate::changes::{self, ChangeView};
use crate::error::{Missing, PlanError};
use crate::keeper::Keeper;
use crate::saying;

/// What an undo or a redo took back.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Undone {
    /// The number of the action that was taken back; of a redo that is an undo.
    pub seq: u64,
    /// When that was done.
    pub at: DateTime<Utc>,
    /// The same in words.
    pub shown_at: String,
    /// Whether the log was written anew since: what was forgotten or renewed after it stays so.
    pub is_before_renewal: bool,
    /// What is otherwise now: the answers, people and settings.
    pub changes: Vec<ChangeView>,
}

/// Which of the two, as the model works it out.
type Way = fn(&Book, &[Action]) -> Option<Undo>;

impl Keeper {
    /// Takes back the newest change that still stands.
    ///
    /// # Errors
    /// [`PlanError::NotFound`] when there is nothing to take back.
    pub fn undo(&mut self) -> Result<Undone, PlanError> {
        self.takes_back(action::undo, Missing::Undo)
    }

    /// What the next [`Keeper::undo`] would take back. Nothing is written.
    ///
    /// # Errors
    /// As [`Keeper::undo`].
    pub fn undo_changes(&mut self) -> Result<Undone, PlanError> {
        self.coming(action::undo, Missing::Undo).map(|(undone, _)| undone)
    }

    /// Puts back what the newest undo took back, as long as nothing else was changed since.
    ///
    /// # Errors
    /// [`PlanError::NotFound`] when there is nothing to put back.
    pub fn redo(&mut self) -> Result<Undone, PlanError> {
        self.takes_back(action::redo, Missing::Redo)
    }

    fn takes_back(&mut self, way: Way, missing: Missing) -> Result<Undone, PlanError> {
        let (undone, ops) = self.coming(way, missing)?;
        self.act_undoing(ops, Some(undone.seq))?;
        Ok(undone)
    }

    fn coming(&mut self, way: Way, missing: Missing) -> Result<(Undone, Vec<Op>), PlanError> {
        let history = self.vault.history()?;
        let newest_kept = history.kept.last().map_or(0, |action| action.seq);
        let (base, actions) = history.into_all();
        // The first action made the plan; what is before it is not the owner's to go back to.
        let made = actions.iter().take_while(|action| action.seq == 1).count();
        let (made, later) = actions.split_at(made);
        let base = action::fold(base, made);
        let Some(Undo { of, ops }) = way(&base, later) else {
            return Err(PlanError::NotFound { what: missing });
        };
        let words = self.words();
        let at = later.iter().find(|action| action.seq == of).map(|action| action.at);
        let at = at.unwrap_or_default();
        let undone = Undone {
            seq: of,
            at,
            shown_at: saying::say_when(&words, at),
            is_before_renewal: of <= newest_kept,
            changes: changes::views(self.book(), &ops, &self.table, &words),
        };
        Ok((undone, ops))
    }
}
