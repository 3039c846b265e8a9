//! Writing in the plan: answers and whole files.

use chrono::NaiveDate;
use landvast_model::edit::{self, Problem, RowPlace, is_far_away};
use landvast_model::exchange::Fault;
use landvast_model::{Answer, Audience, Field, Kind, Op, Place, Row, Source, Value, exchange};

use crate::changes::{self, ChangeView};
use crate::device::Device;
use crate::error::{Missing, PlanError};
use crate::keeper::Keeper;
use crate::typed::Typed;

/// A change to an answer: what is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The answer.
    pub value: Option<Value>,
    /// Shorter words for the card; `Some("")` takes them away.
    pub card_text: Option<String>,
    /// Who may see it; `Some(None)` leaves it to the table again.
    pub audience: Option<Option<Audience>>,
    /// How it came into the plan.
    pub source: Option<Source>,
    /// When the owner last said that it is still right.
    pub reviewed_on: Option<NaiveDate>,
    /// The language it is written in, by its tag (`ar`, `en-GB`); `Some("")` says that it is the
    /// plan's own.
    pub lang: Option<String>,
}

/// The longest tag of a language that is taken.
const LONGEST_TAG: usize = 35;

impl Keeper {
    /// Writes an answer, and leaves what was decided about it as it is. An empty value takes the
    /// answer away.
    ///
    /// # Errors
    /// [`PlanError::Invalid`] if the value does not fit the field.
    pub fn write(&mut self, place: Place, id: &str, value: Value) -> Result<(), PlanError> {
        self.revise(place, id, Draft { value: Some(value), ..Draft::default() })
    }

    /// Changes an answer: its value, its card text, who may see it.
    ///
    /// # Errors
    /// [`PlanError::Invalid`] if the value does not fit the field, or the field is never for those
    /// readers; [`PlanError::NotFound`] for a person who is gone or an answer that is not there.
    pub fn revise(&mut self, place: Place, id: &str, draft: Draft) -> Result<(), PlanError> {
        let ops = self.revision(place, id, draft)?;
        self.act(ops)
    }

    pub(crate) fn revision(
        &self,
        place: Place,
        id: &str,
        draft: Draft,
    ) -> Result<Vec<Op>, PlanError> {
        let field = self.field(place, id)?;
        self.need(place)?;
        if field.is_derived() {
            return self.sharing(field, &draft);
        }
        let before = self.book().answer(place, id);
        let value = draft.value.or_else(|| before.map(|answer| answer.value.clone()));
        let value = value.ok_or(PlanError::NotFound { what: Missing::Answer })?;
        if value.is_empty() {
            let clear = Op::Clear { place, field: field.key() };
            return Ok(before.map(|_| clear).into_iter().collect());
        }
        let fits = value.fits(field.kind);
        fits.map_err(|misfit| PlanError::invalid(field.id, Problem::of(&misfit, field.kind)))?;
        if is_far_away(&value, (self.device.today)()) {
            return Err(PlanError::invalid(field.id, Problem::DayFarAway));
        }
        let mut answer = before.cloned().unwrap_or_else(|| Answer::new(value.clone()));
        if answer.value != value {
            // New words were not reviewed yet, and are whoever's wrote them.
            answer.reviewed_on = None;
            answer.source = Source::Myself;
        }
        answer.value = value;
        answer.updated_at = None;
        if let Some(text) = draft.card_text {
            answer.card_text = Some(text).filter(|text| !text.trim().is_empty());
        }
        if let Some(audience) = draft.audience {
            if audience.as_ref().is_some_and(|audience| !audience.is_allowed(field)) {
                return Err(PlanError::invalid(field.id, Problem::NeverForThem));
            }
            answer.audience = audience;
        }
        if let Some(source) = draft.source {
            answer.source = source;
        }
        if draft.reviewed_on.is_some() {
            answer.reviewed_on = draft.reviewed_on;
        }
        if let Some(lang) = draft.lang {
            let lang = lang.trim();
            if !is_tag(lang) {
                return Err(PlanError::invalid(field.id, Problem::UnknownLanguage));
            }
            answer.lang = Some(lang.to_owned()).filter(|lang| !lang.is_empty());
        }
        // Writing what stands there already is no change, and not in the history.
        if before.is_some_and(|before| Answer { updated_at: None, ..before.clone() } == answer) {
            return Ok(Vec::new());
        }
        Ok(vec![Op::Write { place, field: field.key(), answer }])
    }

    /// What is worked out is never written; who may see it can be decided.
    fn sharing(&self, field: &Field, draft: &Draft) -> Result<Vec<Op>, PlanError> {
        let only = Draft { audience: draft.audience.clone(), ..Draft::default() };
        let is_sharing = field.may_be_shared() && *draft == only;
        let Some(audience) = draft.audience.as_ref().filter(|_| is_sharing) else {
            return Err(PlanError::invalid(field.id, Problem::Derived));
        };
        if audience.as_ref().is_some_and(|audience| !audience.is_allowed(field)) {
            return Err(PlanError::invalid(field.id, Problem::NeverForThem));
        }
        if self.book().shared.get(field.id) == audience.as_ref() {
            return Ok(Vec::new());
        }
        Ok(vec![Op::Share { field: field.key(), audience: audience.clone() }])
    }

    /// What was typed for a field, as a value of its kind. Nothing is written. A choice may be
    /// typed as it is called, in any language, or by its id.
    ///
    /// # Errors
    /// [`PlanError::Invalid`] says what is wrong with it.
    pub fn read_typed(&self, place: Place, id: &str, typed: &[String]) -> Result<Value, PlanError> {
        let field = self.field(place, id)?;
        let known = Typed::new(self);
        if matches!(field.kind, Kind::Rows(_)) {
            // JSON between no quotes comes in pieces.
            let whole = typed.join(" ");
            let is_json = serde_json::from_str::<serde_json::Value>(&whole).is_ok();
            let typed = if is_json { vec![whole] } else { typed.to_vec() };
            return self.rows(field, &known, &typed, Vec::new());
        }
        let words = typed.join(" ");
        let nearest = || known.nearest(field, &words);
        let typed = known.in_ids(field, typed);
        if let Some(choices) = known.misses_name(field, &typed) {
            let problem = Problem::UnknownChoice { choices, nearest: nearest() };
            return Err(PlanError::invalid(field.id, problem));
        }
        let value = self.read_json(field, &edit::typed(field.kind, &typed));
        let value = value.map_err(|error| with_nearest(error, &nearest))?;
        if is_far_away(&value, (self.device.today)()) {
            return Err(PlanError::invalid(field.id, Problem::DayFarAway));
        }
        Ok(value)
    }

    /// Rows that were typed, added to those the field has. A row is typed by its columns,
    /// `name = …; dose = …`, or as a JSON object. Nothing is written.
    ///
    /// # Errors
    /// [`PlanError::Invalid`] says what is wrong with them.
    pub fn read_typed_rows(
        &self,
        place: Place,
        id: &str,
        typed: &[String],
    ) -> Result<Value, PlanError> {
        let field = self.field(place, id)?;
        let before = match self.book().answer(place, id).map(|answer| &answer.value) {
            Some(Value::Rows(rows)) => rows.clone(),
            _ => Vec::new(),
        };
        self.rows(field, &Typed::new(self), typed, before)
    }

    /// Rows that were typed, behind those that are there.
    fn rows(
        &self,
        field: &Field,
        known: &Typed,
        typed: &[String],
        mut rows: Vec<Row>,
    ) -> Result<Value, PlanError> {
        let fault = |problem| PlanError::invalid(field.id, problem);
        if !matches!(field.kind, Kind::Rows(_)) {
            return Err(fault(Problem::WrongKind { wanted: field.kind.name() }));
        }
        let today = (self.device.today)();
        let mut earlier = 0;
        for text in typed {
            // Each fault is told with the number of its row among those that were typed.
            let misfit = |place: RowPlace, count: usize, problem| {
                let place = RowPlace { row: earlier + place.row, ..place };
                let count = count.max(typed.len());
                PlanError::invalid(&place.behind(field.id, count), problem)
            };
            let only = RowPlace { row: 0, column: None };
            let json = if text.trim_start().starts_with(['{', '[']) {
                let json = serde_json::from_str(text).map_err(|error| {
                    let problem = Problem::NotJson { line: error.line(), column: error.column() };
                    misfit(only, 1, problem)
                })?;
                known.row_in_ids(field, json).map_err(|problem| misfit(only, 1, problem))?
            } else {
                let row = known.row(field, text).map_err(|problem| misfit(only, 1, problem))?;
                known.row_in_ids(field, row).map_err(|problem| misfit(only, 1, problem))?
            };
            let count = edit::count_rows(&json);
            let person = |name: &str| exchange::find_person(self.book(), name);
            let more = self.read_json(field, &json).map_err(|error| {
                match (error, edit::place_of_fault(field.kind, &json, &person)) {
                    (PlanError::Invalid { faults }, Some(place)) => {
                        let problem = faults.into_iter().next().map(|fault| fault.problem);
                        problem.map_or(PlanError::Internal, |problem| misfit(place, count, problem))
                    }
                    (error, _) => error,
                }
            })?;
            if let Some(place) = edit::place_of_far_day(field.kind, &more, today) {
                return Err(misfit(place, count, Problem::DayFarAway));
            }
            match more {
                Value::Rows(more) => rows.extend(more),
                _ => return Err(fault(Problem::WrongKind { wanted: field.kind.name() })),
            }
            earlier += count;
        }
        let rows = Value::Rows(rows);
        if is_far_away(&rows, today) {
            return Err(fault(Problem::DayFarAway));
        }
        Ok(rows)
    }

    fn read_json(&self, field: &Field, json: &serde_json::Value) -> Result<Value, PlanError> {
        let person = |name: &str| exchange::find_person(self.book(), name);
        let mut ids = Ids::new(&self.device);
        let value = edit::read_value(field.kind, json, &person, &mut || ids.next());
        ids.check()?;
        value.map_err(|problem| PlanError::invalid(field.id, problem))
    }

    /// The audience that these words name: `me`, `next-of-kin`, `professionals`, `anyone`, or
    /// people by name.
    ///
    /// # Errors
    /// [`PlanError::Invalid`] for a name that is nobody's, or readers the field is never for.
    pub fn read_audience(
        &self,
        place: Place,
        id: &str,
        words: &[String],
    ) -> Result<Audience, PlanError> {
        let field = self.field(place, id)?;
        let words: Vec<String> = Typed::new(self).readers(words);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let person = |name: &str| exchange::find_person(self.book(), name);
        exchange::audience(&words, field, &person)
            .map_err(|problem| PlanError::invalid(field.id, problem))
    }

    /// Takes an answer away. History keeps it.
    ///
    /// # Errors
    /// [`PlanError::Invalid`] for an unknown field, [`PlanError::NotFound`] for a person who is gone.
    pub fn clear(&mut self, place: Place, id: &str) -> Result<(), PlanError> {
        let field = self.field(place, id)?;
        self.need(place)?;
        if self.book().answer(place, field.id).is_none() {
            return Ok(());
        }
        self.act(vec![Op::Clear { place, field: field.key() }])
    }

    /// Takes a plan in the open format over, all of it or nothing.
    ///
    /// Returns how many answers were written.
    ///
    /// # Errors
    /// [`PlanError::Invalid`] with every fault; then nothing was taken over.
    pub fn import(&mut self, text: &str) -> Result<usize, PlanError> {
        let ops = self.importing(text)?;
        let written = ops.iter().filter(|op| matches!(op, Op::Write { .. })).count();
        self.act(ops)?;
        Ok(written)
    }

    /// What taking a plan in the open format over would change. Nothing is written.
    ///
    /// # Errors
    /// As [`Keeper::import`].
    pub fn import_changes(&self, text: &str) -> Result<Vec<ChangeView>, PlanError> {
        let ops = self.importing(text)?;
        Ok(changes::views(self.book(), &ops, &self.table, &self.words()))
    }

    fn importing(&self, text: &str) -> Result<Vec<Op>, PlanError> {
        let mut ids = Ids::new(&self.device);
        let ops = exchange::import(&self.table, self.book(), text, &mut || ids.next());
        ids.check()?;
        let ops = ops.map_err(|faults| PlanError::Invalid { faults })?;
        self.check_days(&ops)?;
        Ok(ops)
    }

    /// That no answer of a file names a day that nobody lives to see.
    fn check_days(&self, ops: &[Op]) -> Result<(), PlanError> {
        let today = (self.device.today)();
        let far = |op: &Op| match op {
            Op::Write { field, answer, .. } if is_far_away(&answer.value, today) => {
                let field = field.to_string();
                let kind = self.table.field(&field).map(|field| field.kind);
                let place = kind.and_then(|k| edit::place_of_far_day(k, &answer.value, today));
                let count = if let Value::Rows(rows) = &answer.value { rows.len() } else { 1 };
                let at = place.map(|place| place.behind(&field, count)).unwrap_or(field);
                Some(Fault { at, problem: Problem::DayFarAway })
            }
            _ => None,
        };
        let faults: Vec<Fault> = ops.iter().filter_map(far).collect();
        if faults.is_empty() { Ok(()) } else { Err(PlanError::Invalid { faults }) }
    }
}

/// The same error, with the choice that was perhaps meant.
fn with_nearest(error: PlanError, meant: &dyn Fn() -> Option<String>) -> PlanError {
    let PlanError::Invalid { mut faults } = error else { return error };
    for fault in &mut faults {
        if let Problem::UnknownChoice { nearest, .. } = &mut fault.problem {
            *nearest = meant();
        }
    }
    PlanError::Invalid { faults }
}

/// Whether this can be a language's tag: letters and digits in short parts.
fn is_tag(lang: &str) -> bool {
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    lang.is_empty() || (lang.len() <= LONGEST_TAG && lang.split('-').all(is_part))
}

/// Fresh ids for a reader that cannot fail; whether the device had randomness is asked afterwards.
struct Ids<'a> {
    device: &'a Device,
    failed: Option<PlanError>,
}

impl<'a> Ids<'a> {
    fn new(device: &'a Device) -> Self {
        Self { device, failed: None }
    }

    fn next(&mut self) -> u64 {
        self.device.make_id().unwrap_or_else(|error| {
            self.failed = Some(error);
            0
        })
    }

    fn check(self) -> Result<(), PlanError> {
        self.failed.map_or(Ok(()), Err)
    }
}
