//! The guided session: the plan's questions in the order in which two people would talk them over.
//!
//! What a stranger should do comes first, and one person to call, so that there is a card after
//! one sitting. Looking back comes only after that, and only if somebody wants to: nobody has to
//! live through a crisis once more to get a card. What stands in no step comes last.

use landvast_model::table::Owner;
use landvast_model::{Field, Section};
use landvast_text::{MessageId, id};

use crate::fields::{FieldSpec, field_spec};
use crate::keeper::Keeper;

/// One step of the guided session, with the questions that are asked in it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StepView {
    /// Its number in the content document; 13 and 14 hold what stands in no step.
    pub step: u8,
    /// What it is called.
    pub title: String,
    /// Whether to ask first if the owner wants it now.
    pub if_wanted: bool,
    /// The plan's questions.
    pub fields: Vec<FieldSpec>,
    /// The questions about each person.
    pub person_fields: Vec<FieldSpec>,
}

/// The steps in the order in which they are taken, each with its title.
const STEPS: [(u8, MessageId); 15] = [
    (0, id::SESSION_STEP_0),
    (1, id::SESSION_STEP_1),
    (4, id::SESSION_STEP_4),
    (5, id::SESSION_STEP_5),
    (2, id::SESSION_STEP_2),
    (3, id::SESSION_STEP_3),
    (6, id::SESSION_STEP_6),
    (7, id::SESSION_STEP_7),
    (8, id::SESSION_STEP_8),
    (9, id::SESSION_STEP_9),
    (10, id::SESSION_STEP_10),
    (11, id::SESSION_STEP_11),
    (12, id::SESSION_STEP_12),
    (REST, id::SESSION_STEP_REST),
    (WELL, id::SESSION_STEP_WELL),
];
/// What stands in no step of a talk.
const REST: u8 = 13;
/// The plan for staying well, which people make for themselves.
const WELL: u8 = 14;
/// Looking back, the signs that came before, and what no talk needs.
const IF_WANTED: [u8; 4] = [2, 3, REST, WELL];

impl Keeper {
    /// The guided session: its steps in order, without those in which nothing is asked.
    pub fn session(&self) -> Vec<StepView> {
        let words = self.words();
        let asked_in = |owner: Owner, step: u8| {
            let is_asked =
                move |field: &&'static Field| !field.is_derived() && step_of(field) == step;
            let fields = self.table.owned(owner).filter(is_asked);
            fields.map(|field| field_spec(field, &words)).collect::<Vec<_>>()
        };
        STEPS
            .into_iter()
            .map(|(step, title)| StepView {
                step,
                title: words.say(title),
                if_wanted: IF_WANTED.contains(&step),
                fields: asked_in(Owner::Plan, step),
                person_fields: asked_in(Owner::Person, step),
            })
            .filter(|step| !step.fields.is_empty() || !step.person_fields.is_empty())
            .collect()
    }
}

fn step_of(field: &Field) -> u8 {
    let usual = if field.section == Section::W { WELL } else { REST };
    field.step.unwrap_or(usual)
}
