//! The ledger: who has a copy of which paper.
//!
//! The owner writes down what they gave to whom, so that an older version can be asked back.

use landvast_model::ids::CopyId;
use landvast_model::paper::{Copy, Form, PaperKey, PaperKind};
use landvast_model::{Op, PersonId, Reader};

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
        let version = self.newest_version(person, paper);
        let version = version.ok_or(PlanError::NotFound { what: Missing::Paper })?;
        let id = CopyId(self.device.make_id()?);
        let on = (self.device.today)();
        let copy = Copy { id, person, kind: paper, version, on, form, returned_on: None };
        self.act(vec![Op::GaveCopy { copy }])?;
        Ok(id)
    }

    /// Writes down that a copy came back today, or was thrown away.
    ///
    /// # Errors
    /// [`PlanError::NotFound`] if nobody has it any more.
    pub fn copy_back(&mut self, copy: CopyId) -> Result<(), PlanError> {
        let given = self.book().copies.iter().find(|given| given.id == copy);
        if given.is_none_or(|given| given.returned_on.is_some()) {
            return Err(PlanError::NotFound { what: Missing::Copy });
        }
        let on = (self.device.today)();
        self.act(vec![Op::CopyBack { id: copy, on }])
    }

    /// The newest version of a paper that this person can have: one made for them, or the owner's
    /// own.
    pub(crate) fn newest_version(&self, person: PersonId, kind: PaperKind) -> Option<u32> {
        let readers = match kind {
            PaperKind::Card => [Reader::Anyone, Reader::Anyone],
            _ => [Reader::Person(person), Reader::Owner],
        };
        let version = |reader: Reader| {
            let papers = self.book().papers.get(&PaperKey { reader, kind })?;
            Some(papers.version()).filter(|version| *version > 0)
        };
        readers.into_iter().find_map(version)
    }
}
