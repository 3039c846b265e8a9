//! The ledger: who has a copy of which paper.
//!
//! The owner writes down what they gave to whom, so that an older version can be asked back.

use landvast_model::ids::CopyId;
use landvast_model::paper::{Copy, Form, PaperKind};
use landvast_model::{Op, PersonId, rules};

use crate::error::{Missing, PlanError};
use crate::keeper::Keeper;
use crate::saying;
use crate::view::CopyView;

impl Keeper {
    /// Every copy that was given, oldest first; those that came back too.
    pub fn copies(&self) -> Vec<CopyView> {
        let words = self.words();
        self.book().copies.iter().map(|copy| saying::copy_view(self, &words, copy)).collect()
    }

    /// Writes down that somebody got the newest version of a paper today.
    ///
    /// # Errors
    /// [`PlanError::NotFound`] for somebody who is gone, or a paper that was not made yet.
    pub fn give_copy(
        &mut self,
        person: PersonId,
        paper: PaperKind,
        form: Form,
    ) -> Result<CopyId, PlanError> {
        if self.book().person(person).is_none() {
            return Err(PlanError::NotFound { what: Missing::Person });
        }
        let missing = || PlanError::NotFound { what: Missing::Paper };
        let paper = rules::paper_to_give(self.book(), person, paper).ok_or_else(missing)?;
        let version = rules::newest_version(self.book(), paper).ok_or_else(missing)?;
        let id = CopyId(self.device.make_id()?);
        let on = (self.device.today)();
        let copy = Copy { id, person, paper, version, on, form, returned_on: None };
        self.act(vec![Op::GaveCopy { copy }])?;
        Ok(id)
    }

    /// Writes down, in one action, that copies came back today or were thrown away.
    ///
    /// # Errors
    /// [`PlanError::NotFound`] if nobody has one of them any more; then nothing was written.
    pub fn copy_back(&mut self, copies: &[CopyId]) -> Result<(), PlanError> {
        let is_out = |copy: &CopyId| {
            let mut given = self.book().copies.iter();
            given.any(|given| given.id == *copy && given.returned_on.is_none())
        };
        if !copies.iter().all(is_out) {
            return Err(PlanError::NotFound { what: Missing::Copy });
        }
        let on = (self.device.today)();
        self.act(copies.iter().map(|id| Op::CopyBack { id: *id, on }).collect())
    }
}
