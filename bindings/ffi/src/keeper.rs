//! The keeper: an open plan, as other languages call it.

use std::sync::{Arc, Mutex, PoisonError};

use landvast::{
    Audience, Blank, CardOptions, ChangeView, CopyId, CopyView, Device, FieldSpec, FieldView,
    FindingView, Form, Format, Info, Known, Language, Notice, PaperFile, PaperKind, PaperOptions,
    PersonId, PersonView, Place, PlanError, RowId, Section, SectionSpec, SectionView, StepView,
    TABLE, Undone, Value, VersionView, Words,
};

use crate::fault::guarded;
use crate::given::{
    Cost, Draft, NamedDraft, NamedValue, Opening, read_code, read_new_passphrase, read_passphrase,
};
use crate::value::Count;
use crate::words::ScreenWords;

mod keeping;

/// An open plan. What a call wrote is stored when it returns; what it could not write changed
/// nothing. After [`Keeper::lock`] every call says [`PlanError::Locked`].
#[derive(uniffi::Object)]
pub struct Keeper(Mutex<Option<landvast::Keeper>>);

/// Makes a recovery code, in groups. Show it, and let the owner give its last group back, before
/// anything is made with it.
#[uniffi::export]
pub fn make_recovery_code() -> Result<String, PlanError> {
    guarded(|| Ok(landvast::make_recovery_code(&Device::this())?.to_groups().to_string()))
}

/// Makes the id of a new row.
#[uniffi::export]
pub fn make_row_id() -> Result<RowId, PlanError> {
    let mut bytes = [0; 8];
    guarded(|| (Device::this().random)(&mut bytes))?;
    Ok(RowId(u64::from_be_bytes(bytes)))
}

/// The id of the vault in this folder, as text, without opening it: what the host files its own
/// notes about it under.
#[uniffi::export]
pub fn identify(vault: &str) -> Result<String, PlanError> {
    guarded(|| landvast::identify(vault.as_ref()))
}

/// Makes an empty form to write on by hand, without a plan: one file for a PDF, one a page for
/// pictures.
#[uniffi::export]
pub fn blank_form(
    form: Blank,
    language: Language,
    format: Format,
) -> Result<Vec<Vec<u8>>, PlanError> {
    guarded(|| landvast::blank(form, &TABLE, &Words::new(language), format))
}

#[uniffi::export]
impl Keeper {
    /// Makes a vault in a folder that is not there yet, and opens it.
    #[uniffi::constructor]
    pub fn create(
        opening: Opening,
        language: Language,
        passphrase: Vec<u8>,
        recovery: Vec<u8>,
    ) -> Result<Arc<Self>, PlanError> {
        let (passphrase, recovery) = (read_new_passphrase(passphrase), read_code(recovery));
        made(|| landvast::Keeper::create(&opening.into(), language, &passphrase?, &recovery?))
    }

    /// Opens a vault with its passphrase.
    #[uniffi::constructor]
    pub fn open(opening: Opening, passphrase: Vec<u8>) -> Result<Arc<Self>, PlanError> {
        let passphrase = read_passphrase(passphrase);
        made(|| landvast::Keeper::open(&opening.into(), &passphrase?))
    }

    /// Opens a vault with its recovery code and gives it a new passphrase. The code stays.
    #[uniffi::constructor]
    pub fn recover(
        opening: Opening,
        recovery: Vec<u8>,
        passphrase: Vec<u8>,
    ) -> Result<Arc<Self>, PlanError> {
        let (recovery, passphrase) = (read_code(recovery), read_new_passphrase(passphrase));
        made(|| landvast::Keeper::recover(&opening.into(), &recovery?, &passphrase?))
    }

    /// What to tell the owner about this opening.
    pub fn notices(&self) -> Result<Vec<Notice>, PlanError> {
        self.with(|keeper| Ok(keeper.notices().to_vec()))
    }

    /// The language the owner writes in.
    pub fn language(&self) -> Result<Language, PlanError> {
        self.with(|keeper| Ok(keeper.language()))
    }

    /// The newest sequence: it rises with every change.
    pub fn sequence(&self) -> Result<u64, PlanError> {
        self.with(|keeper| Ok(keeper.sequence()))
    }

    /// How new the vault is: what the host keeps outside its folder. As long as a notice says that
    /// something is older and nothing was changed, it keeps what it had.
    pub fn known(&self) -> Result<Known, PlanError> {
        self.with(|keeper| Ok(keeper.known()))
    }

    /// The words of the screens in the language that is spoken, with the owner's own word for crisis.
    pub fn words(&self) -> Result<ScreenWords, PlanError> {
        self.with(|keeper| Ok(ScreenWords::from(&keeper.words())))
    }

    /// The words of the screens in `language`, with the owner's own word for crisis.
    pub fn words_in(&self, language: Language) -> Result<ScreenWords, PlanError> {
        self.with(|keeper| Ok(ScreenWords::from(&keeper.words_in(language))))
    }

    /// From here on everything is told in this language; in the plan's own if none is given.
    pub fn speak(&self, language: Option<Language>) -> Result<(), PlanError> {
        self.with(|keeper| {
            keeper.speak(language);
            Ok(())
        })
    }

    /// Every field with its words, in the language that is spoken.
    pub fn fields(&self) -> Result<Vec<FieldSpec>, PlanError> {
        self.with(|keeper| Ok(keeper.fields()))
    }

    /// Every section with its words, in the language that is spoken.
    pub fn sections(&self) -> Result<Vec<SectionSpec>, PlanError> {
        self.with(|keeper| Ok(keeper.sections()))
    }

    /// One field and its answer.
    pub fn read(&self, place: Place, id: &str) -> Result<FieldView, PlanError> {
        self.with(|keeper| keeper.read(place, id))
    }

    /// A section with its fields and answers, of the plan or of a person.
    pub fn section(&self, place: Place, section: Section) -> Result<SectionView, PlanError> {
        self.with(|keeper| keeper.section(place, section))
    }

    /// Writes an answer, and leaves what was decided about it as it is. An empty value takes the
    /// answer away.
    pub fn write(&self, place: Place, id: &str, value: Value) -> Result<(), PlanError> {
        self.with(|keeper| keeper.write(place, id, value))
    }

    /// Changes an answer: its value, its card text, who may see it.
    pub fn revise(&self, place: Place, id: &str, draft: Draft) -> Result<(), PlanError> {
        self.with(|keeper| keeper.revise(place, id, draft.into()))
    }

    /// What was typed for a field, as a value of its kind. Nothing is written.
    pub fn read_typed(&self, place: Place, id: &str, typed: &[String]) -> Result<Value, PlanError> {
        self.with(|keeper| keeper.read_typed(place, id, typed))
    }

    /// Rows that were typed, `name = …; dose = …` or as JSON objects, added to those the field has.
    /// Nothing is written.
    pub fn read_typed_rows(
        &self,
        place: Place,
        id: &str,
        typed: &[String],
    ) -> Result<Value, PlanError> {
        self.with(|keeper| keeper.read_typed_rows(place, id, typed))
    }

    /// The audience that these words name: `me`, `next-of-kin`, `professionals`, `anyone`, or
    /// people by name.
    pub fn read_audience(
        &self,
        place: Place,
        id: &str,
        words: &[String],
    ) -> Result<Audience, PlanError> {
        self.with(|keeper| keeper.read_audience(place, id, words))
    }

    /// Takes an answer away. History keeps it.
    pub fn clear(&self, place: Place, id: &str) -> Result<(), PlanError> {
        self.with(|keeper| keeper.clear(place, id))
    }

    /// The owner's people, in call order.
    pub fn people(&self) -> Result<Vec<PersonView>, PlanError> {
        self.with(|keeper| Ok(keeper.people()))
    }

    /// One of the owner's people.
    pub fn person(&self, id: PersonId) -> Result<PersonView, PlanError> {
        self.with(|keeper| keeper.person(id))
    }

    /// The person that somebody means by a name or an id.
    pub fn find_person(&self, typed: &str) -> Result<PersonId, PlanError> {
        self.with(|keeper| keeper.find_person(typed))
    }

    /// Adds a person, with a name and whatever else is known, in one action.
    pub fn add_person(&self, name: &str, answers: Vec<NamedValue>) -> Result<PersonId, PlanError> {
        let answers: Vec<(String, Value)> = answers.into_iter().map(Into::into).collect();
        self.with(|keeper| keeper.add_person(name, &answers))
    }

    /// Changes several answers about a person in one action.
    pub fn edit_person(&self, id: PersonId, changes: Vec<NamedDraft>) -> Result<(), PlanError> {
        self.with(|keeper| keeper.edit_person(id, changes.into_iter().map(Into::into).collect()))
    }

    /// Takes a person and the answers about them out of the plan.
    pub fn remove_person(&self, id: PersonId) -> Result<(), PlanError> {
        self.with(|keeper| keeper.remove_person(id))
    }

    /// Takes back the newest change that still stands.
    pub fn undo(&self) -> Result<Undone, PlanError> {
        self.with(landvast::Keeper::undo)
    }

    /// What the next undo would take back. Nothing is written.
    pub fn undo_changes(&self) -> Result<Undone, PlanError> {
        self.with(landvast::Keeper::undo_changes)
    }

    /// Puts back what the newest undo took back, as long as nothing else was changed since.
    pub fn redo(&self) -> Result<Undone, PlanError> {
        self.with(landvast::Keeper::redo)
    }

    /// Every wording an answer had, oldest first.
    pub fn history(&self, place: Place, id: &str) -> Result<Vec<VersionView>, PlanError> {
        self.with(|keeper| keeper.history(place, id))
    }

    /// Everything worth knowing about the plan and the card that it makes, what matters most
    /// first.
    pub fn check(&self) -> Result<Vec<FindingView>, PlanError> {
        self.with(|keeper| Ok(keeper.check()))
    }

    /// Makes the crisis card from what anyone who holds it may see.
    pub fn card(&self, options: CardOptions) -> Result<PaperFile, PlanError> {
        self.with(|keeper| keeper.card(&options))
    }

    /// Makes the sheet for one next of kin.
    pub fn sheet(&self, person: PersonId, options: PaperOptions) -> Result<PaperFile, PlanError> {
        self.with(|keeper| keeper.sheet(person, &options))
    }

    /// Makes the whole plan, for its owner or for one professional who is named in it.
    pub fn plan(
        &self,
        reader: Option<PersonId>,
        ticked: &[String],
        options: PaperOptions,
    ) -> Result<PaperFile, PlanError> {
        self.with(|keeper| keeper.plan(reader, ticked, &options))
    }

    /// Makes the page with wishes and preferences about care.
    pub fn wishes(
        &self,
        reader: Option<PersonId>,
        ticked: &[String],
        options: PaperOptions,
    ) -> Result<PaperFile, PlanError> {
        self.with(|keeper| keeper.wishes(reader, ticked, &options))
    }

    /// Makes the page with agreements, with lines to sign.
    pub fn agreements(
        &self,
        reader: Option<PersonId>,
        ticked: &[String],
        options: PaperOptions,
    ) -> Result<PaperFile, PlanError> {
        self.with(|keeper| keeper.agreements(reader, ticked, &options))
    }

    /// Makes an empty form to write on by hand.
    pub fn blank(&self, form: Blank, options: PaperOptions) -> Result<Vec<Vec<u8>>, PlanError> {
        self.with(|keeper| keeper.blank(form, &options))
    }

    /// Every copy that was given, oldest first; those that came back too.
    pub fn copies(&self) -> Result<Vec<CopyView>, PlanError> {
        self.with(|keeper| Ok(keeper.copies()))
    }

    /// Writes down that somebody got the newest version of a paper today.
    pub fn give_copy(
        &self,
        person: PersonId,
        paper: PaperKind,
        form: Form,
    ) -> Result<CopyId, PlanError> {
        self.with(|keeper| keeper.give_copy(person, paper, form))
    }

    /// Writes down that a copy came back today, or was thrown away.
    pub fn copy_back(&self, copy: CopyId) -> Result<(), PlanError> {
        self.with(|keeper| keeper.copy_back(&[copy]))
    }

    /// The guided session: its steps in order, each with the questions that are asked in it.
    pub fn session(&self) -> Result<Vec<StepView>, PlanError> {
        self.with(|keeper| Ok(keeper.session()))
    }

    /// Takes a plan in the open format over, all of it or nothing; says how many answers.
    pub fn import(&self, text: &str) -> Result<Count, PlanError> {
        self.with(|keeper| keeper.import(text))
    }

    /// What taking a plan in the open format over would change. Nothing is written.
    pub fn import_changes(&self, text: &str) -> Result<Vec<ChangeView>, PlanError> {
        self.with(|keeper| keeper.import_changes(text))
    }

    /// The whole plan in the open format, as JSON text.
    pub fn export(&self) -> Result<String, PlanError> {
        self.with(|keeper| Ok(keeper.export()))
    }

    /// The JSON Schema of the open format, with labels in the language that is spoken.
    pub fn schema(&self) -> Result<String, PlanError> {
        self.with(|keeper| Ok(keeper.schema()))
    }

    /// Gives the vault a new passphrase, at this cost of trying it. The old one stops working; a
    /// copy of the vault that was taken earlier still opens with it.
    pub fn set_passphrase(&self, passphrase: Vec<u8>, cost: Cost) -> Result<(), PlanError> {
        let passphrase = read_new_passphrase(passphrase)?;
        self.with(|keeper| keeper.set_passphrase(&passphrase, cost.into()))
    }

    /// What is known about the vault, without showing what is in it.
    pub fn info(&self) -> Result<Info, PlanError> {
        self.with(|keeper| Ok(keeper.info()))
    }

    /// Whether the device refused something in the middle of it. Then nothing more is stored until the
    /// plan is opened anew, and what was written last may be stored or not.
    pub fn is_stopped(&self) -> Result<bool, PlanError> {
        self.with(|keeper| Ok(keeper.is_stopped()))
    }

    /// Puts a snapshot and closes the vault. Whatever it returns, the vault is closed.
    pub fn lock(&self) -> Result<(), PlanError> {
        guarded(|| self.take().ok_or(PlanError::Locked)?.lock())
    }
}

impl Keeper {
    /// The one place that holds the lock.
    fn with<T>(
        &self,
        work: impl FnOnce(&mut landvast::Keeper) -> Result<T, PlanError>,
    ) -> Result<T, PlanError> {
        guarded(|| {
            let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            work(held.as_mut().ok_or(PlanError::Locked)?)
        })
    }

    fn take(&self) -> Option<landvast::Keeper> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl From<landvast::Keeper> for Keeper {
    fn from(keeper: landvast::Keeper) -> Self {
        Self(Mutex::new(Some(keeper)))
    }
}

fn made(
    make: impl FnOnce() -> Result<landvast::Keeper, PlanError>,
) -> Result<Arc<Keeper>, PlanError> {
    guarded(|| Ok(Arc::new(Keeper::from(make()?))))
}

#[cfg(test)]
mod tests;
