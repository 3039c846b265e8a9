//! The owner's people: adding, taking away, looking.

use landvast_model::edit::Problem;
use landvast_model::{Answer, Op, PersonId, Place, Value, rules};

use crate::error::{Missing, PlanError};
use crate::keeper::Keeper;
use crate::saying;
use crate::view::PersonView;

impl Keeper {
    /// The owner's people, in call order.
    pub fn people(&self) -> Vec<PersonView> {
        rules::in_call_order(self.book())
            .into_iter()
            .map(|person| saying::person_view(self, &self.words(), person))
            .collect()
    }

    /// One of the owner's people.
    ///
    /// # Errors
    /// [`PlanError::NotFound`] if they are gone.
    pub fn person(&self, id: PersonId) -> Result<PersonView, PlanError> {
        let person = self.book().person(id).ok_or(PlanError::NotFound { what: Missing::Person })?;
        Ok(saying::person_view(self, &self.words(), person))
    }

    /// Adds a person, with a name and whatever else is known, in one action.
    ///
    /// # Errors
    /// [`PlanError::Invalid`] if there is no name or an answer does not fit; then nobody is added.
    pub fn add_person(
        &mut self,
        name: &str,
        answers: &[(String, Value)],
    ) -> Result<PersonId, PlanError> {
        if name.trim().is_empty() {
            let problem = Problem::WrongKind { wanted: "text" };
            return Err(PlanError::invalid(rules::NAME, problem));
        }
        let id = PersonId(self.device.make_id()?);
        let place = Place::Person(id);
        let mut ops = vec![Op::AddPerson { id }];
        let named = (rules::NAME.to_owned(), Value::Text(name.trim().to_owned()));
        for (field, value) in std::iter::once(&named).chain(answers) {
            let field = self.field(place, field)?;
            let fits = value.fits(field.kind);
            fits.map_err(|misfit| PlanError::invalid(field.id, Problem::of(&misfit, field.kind)))?;
            if !value.is_empty() {
                let answer = Answer::new(value.clone());
                ops.push(Op::Write { place, field: field.key(), answer });
            }
        }
        self.act(ops)?;
        Ok(id)
    }

    /// Changes several answers about a person in one action.
    ///
    /// # Errors
    /// As [`Keeper::revise`]; then nothing was changed.
    pub fn edit_person(
        &mut self,
        id: PersonId,
        changes: Vec<(String, crate::Draft)>,
    ) -> Result<(), PlanError> {
        let place = Place::Person(id);
        let mut ops = Vec::new();
        for (field, draft) in changes {
            ops.extend(self.revision(place, &field, draft)?);
        }
        self.act(ops)
    }

    /// Takes a person and the answers about them out of the plan. Works at once, in every state
    /// of the plan; history keeps them, and papers that were made still name them.
    ///
    /// # Errors
    /// [`PlanError::NotFound`] if they are gone.
    pub fn remove_person(&mut self, id: PersonId) -> Result<(), PlanError> {
        if self.book().person(id).is_none() {
            return Err(PlanError::NotFound { what: Missing::Person });
        }
        self.act(vec![Op::RemovePerson { id }])
    }
}
