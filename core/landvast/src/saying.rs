//! Answers, findings and errors in words.
//!
//! The words themselves are in the word files; this brings them and the book together.

use chrono::{DateTime, Local, Utc};
use landvast_model::edit::Problem;
use landvast_model::excerpt::Derived;
use landvast_model::finding::Weight;
use landvast_model::rules::{self, Standing};
use landvast_model::table::{Goes, Who};
use landvast_model::value::{LONGEST_TEXT, MOST_ENTRIES};
use landvast_model::{Answer, Audience, Book, Field, Finding, Person, Place, Source, Table, Value};
use landvast_model::{PersonId, excerpt};
use landvast_text::{MessageId, Words, id};

use crate::error::PlanError;
use crate::fields::field_spec;
use crate::keeper::Keeper;
use crate::view::{AnswerView, FieldView, FindingView, PersonView};

/// An answer in words, a line an entry.
pub(crate) fn say_value(book: &Book, words: &Words, field: &Field, value: &Value) -> String {
    words.entries(field, value, &|id| name_of(book, id)).join("\n")
}

/// A moment in words, by the clock where the owner is: "3 March 2026, 16:11".
pub(crate) fn say_when(words: &Words, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&Local);
    format!("{}, {}", words.date_long(local.date_naive()), words.time(local.time()))
}

fn name_of(book: &Book, id: PersonId) -> Option<String> {
    let name = book.person(id)?.name();
    Some(name.to_owned()).filter(|name| !name.is_empty())
}

pub(crate) fn field_view(
    keeper: &Keeper,
    words: &Words,
    place: Place,
    field: &'static Field,
) -> FieldView {
    if field.is_derived() {
        return FieldView {
            spec: field_spec(field, words),
            answer: derived_view(keeper, words, field),
        };
    }
    let answer = keeper.book().answer(place, field.id);
    let answer = answer.map(|answer| answer_view(keeper.book(), words, place, field, answer));
    FieldView { spec: field_spec(field, words), answer }
}

/// What is worked out, as it would stand on the card if it were made now.
fn derived_view(keeper: &Keeper, words: &Words, field: &Field) -> Option<AnswerView> {
    let stamp = keeper.card_excerpt().stamp;
    let shown = match rules::derive(field, stamp) {
        Derived::Version(version) => version.to_string(),
        Derived::Day(day) => words.date_long(day),
        Derived::Words => words.derived(field)?,
    };
    Some(AnswerView {
        value: Value::Text(shown.clone()),
        shown,
        card_text: None,
        audience: None,
        seen_by: say_seen_by(field, words),
        on_card: field.card == Goes::Always,
        reviewed_on: None,
        source: Source::Myself,
        lang: None,
        updated_at: None,
    })
}

fn answer_view(
    book: &Book,
    words: &Words,
    place: Place,
    field: &Field,
    answer: &Answer,
) -> AnswerView {
    let seen_by = match &answer.audience {
        Some(audience) => say_audience(book, words, audience),
        None => say_seen_by(field, words),
    };
    let stranger = landvast_model::Reader::Anyone;
    let on_card = excerpt::goes_on_card(field, answer)
        && landvast_model::audience::may_see(book, place, field, answer, stranger);
    AnswerView {
        value: answer.value.clone(),
        shown: say_value(book, words, field, &answer.value),
        card_text: answer.card_text.clone(),
        audience: answer.audience.clone(),
        seen_by,
        on_card,
        reviewed_on: answer.reviewed_on,
        source: answer.source,
        lang: answer.lang.clone(),
        updated_at: answer.updated_at,
    }
}

/// Who sees a field until the owner chooses, in words.
pub(crate) fn say_seen_by(field: &Field, words: &Words) -> String {
    if field.sees.is_empty() {
        return words.say(id::AUDIENCE_ONLY_ME);
    }
    let said = field.sees.iter().map(|who| match who {
        // Nobody reads on a card what does not stand on it.
        Who::Anyone if field.card == Goes::Possible => words.say(id::AUDIENCE_ANYONE_ON_CARD),
        who => words.say(message_of(*who)),
    });
    let said: Vec<String> = said.collect();
    words.list(&said)
}

const fn message_of(who: Who) -> MessageId {
    match who {
        Who::Anyone => id::AUDIENCE_ANYONE,
        Who::Professionals => id::AUDIENCE_PROFESSIONALS,
        Who::NextOfKin => id::AUDIENCE_NEXT_OF_KIN,
        Who::NextOfKinIn(_) => id::AUDIENCE_NEXT_OF_KIN_IN_ROLE,
        Who::ThatPerson => id::AUDIENCE_THAT_PERSON,
        Who::AnyoneIfOnCard => id::AUDIENCE_IF_ON_CARD,
        Who::Parties => id::AUDIENCE_PARTIES,
    }
}

fn say_audience(book: &Book, words: &Words, audience: &Audience) -> String {
    let flags = [
        (audience.anyone, id::AUDIENCE_ANYONE),
        (audience.professionals, id::AUDIENCE_PROFESSIONALS),
        (audience.next_of_kin, id::AUDIENCE_NEXT_OF_KIN),
    ];
    let groups = flags.iter().filter(|(on, _)| *on).map(|(_, message)| words.say(*message));
    let people = audience.people.iter().filter_map(|id| name_of(book, *id));
    let said: Vec<String> = groups.chain(people).collect();
    if said.is_empty() { words.say(id::AUDIENCE_ONLY_ME) } else { words.list(&said) }
}

pub(crate) fn person_view(keeper: &Keeper, words: &Words, person: &Person) -> PersonView {
    let place = Place::Person(person.id);
    let fields = keeper.table.owned(landvast_model::table::Owner::Person);
    PersonView {
        id: person.id,
        name: person.name().to_owned(),
        about: person_about(keeper, words, person),
        on_card: rules::standing(person) != Standing::NotOnCard,
        fields: fields.map(|field| field_view(keeper, words, place, field)).collect(),
    }
}

fn person_about(keeper: &Keeper, words: &Words, person: &Person) -> String {
    let said = |id: &str| {
        let field = keeper.table.field(id)?;
        let answer = person.answer(id)?;
        Some(say_value(keeper.book(), words, field, &answer.value))
    };
    let agreed = match said(rules::AGREED) {
        Some(answer) => words.say_with(id::PERSON_AGREED, &[("answer", answer.into())]),
        None => words.say(id::PERSON_NOT_ASKED),
    };
    let on_card = rules::stands_on_card(person).then(|| words.say(id::PERSON_ON_CARD));
    let parts: Vec<String> =
        said(rules::RELATION).into_iter().chain([agreed]).chain(on_card).collect();
    parts.join(", ")
}

pub(crate) fn finding_view(keeper: &Keeper, words: &Words, finding: &Finding) -> FindingView {
    let field = finding.field.as_deref().and_then(|id| keeper.table.field(id));
    let person = match finding.place {
        Place::Person(id) => Some(id),
        Place::Plan => None,
    };
    let name = person.and_then(|id| name_of(keeper.book(), id)).unwrap_or_default();
    FindingView {
        id: finding.what.id().to_owned(),
        weight: match finding.what.weight() {
            Weight::Matters => 1,
            Weight::OnPaper => 2,
            Weight::Hint => 3,
        },
        field: finding.field.clone().unwrap_or_default(),
        person,
        sentence: words.finding(&finding.what, field, &name),
    }
}

/// An id as it may be shown: what is no plain, short id is somebody's words and stays out.
pub(crate) fn plain_id(id: &str) -> &str {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '[' | ']');
    if id.len() <= 40 && id.chars().all(plain) { id } else { "…" }
}

/// An error in sentences: what happened, that the plan is still there, what to do next; and for
/// faults in what was given, each of them on a line of its own.
#[must_use]
pub fn say_error(error: &PlanError, table: &Table, words: &Words) -> Vec<String> {
    let (what, kept, next) = messages(error);
    let argument = match error {
        PlanError::Wait { seconds } => vec![("seconds", (*seconds).into())],
        PlanError::Damaged { part } => vec![("part", words.say(part_message(part)).into())],
        PlanError::Invalid { faults } => vec![("count", faults.len().into())],
        _ => Vec::new(),
    };
    let mut said = vec![words.say_with(what, &argument)];
    if let PlanError::Invalid { faults } = error {
        said.extend(
            faults.iter().map(|fault| say_problem(&fault.at, &fault.problem, table, words)),
        );
    }
    said.extend([words.say(kept), words.say(next)]);
    said
}

fn part_message(part: &str) -> MessageId {
    if part == "header" { id::PART_HEADER } else { id::PART_STORE }
}

/// What happened, what became of the plan, what to do next.
fn messages(error: &PlanError) -> (MessageId, MessageId, MessageId) {
    match error {
        PlanError::WrongSecret => {
            (id::ERROR_WRONG_SECRET, id::ERROR_WRONG_SECRET_KEPT, id::ERROR_WRONG_SECRET_NEXT)
        }
        PlanError::Wait { .. } => (id::ERROR_WAIT, id::ERROR_WAIT_KEPT, id::ERROR_WAIT_NEXT),
        PlanError::Locked => (id::ERROR_LOCKED, id::ERROR_LOCKED_KEPT, id::ERROR_LOCKED_NEXT),
        PlanError::InUse => (id::ERROR_IN_USE, id::ERROR_IN_USE_KEPT, id::ERROR_IN_USE_NEXT),
        PlanError::Damaged { .. } => {
            (id::ERROR_DAMAGED, id::ERROR_DAMAGED_KEPT, id::ERROR_DAMAGED_NEXT)
        }
        PlanError::NewerFormat => {
            (id::ERROR_NEWER_FORMAT, id::ERROR_NEWER_FORMAT_KEPT, id::ERROR_NEWER_FORMAT_NEXT)
        }
        PlanError::StorageFull => {
            (id::ERROR_STORAGE_FULL, id::ERROR_STORAGE_FULL_KEPT, id::ERROR_STORAGE_FULL_NEXT)
        }
        PlanError::NotFound { what: "vault" } => {
            (id::ERROR_NOT_FOUND, id::ERROR_NOT_FOUND_KEPT, id::ERROR_NOT_FOUND_NEXT)
        }
        PlanError::NotFound { what: "undo" } => (
            id::ERROR_NOTHING_TO_UNDO,
            id::ERROR_NOTHING_TO_UNDO_KEPT,
            id::ERROR_NOTHING_TO_UNDO_NEXT,
        ),
        PlanError::NotFound { .. } => {
            (id::ERROR_NO_SUCH_THING, id::ERROR_NO_SUCH_THING_KEPT, id::ERROR_NO_SUCH_THING_NEXT)
        }
        PlanError::AlreadyThere => {
            (id::ERROR_ALREADY_THERE, id::ERROR_ALREADY_THERE_KEPT, id::ERROR_ALREADY_THERE_NEXT)
        }
        PlanError::Invalid { .. } => {
            (id::ERROR_INVALID, id::ERROR_INVALID_KEPT, id::ERROR_INVALID_NEXT)
        }
        PlanError::Refused => (id::ERROR_REFUSED, id::ERROR_REFUSED_KEPT, id::ERROR_REFUSED_NEXT),
        PlanError::Internal => {
            (id::ERROR_INTERNAL, id::ERROR_INTERNAL_KEPT, id::ERROR_INTERNAL_NEXT)
        }
    }
}

/// What is wrong with what was given at one place, in a sentence.
#[must_use]
pub fn say_problem(at: &str, problem: &Problem, table: &Table, words: &Words) -> String {
    let at = if at.is_empty() { words.say(id::PART_IMPORT) } else { at.to_owned() };
    let field = || ("field", at.as_str().into());
    let plain = |message| words.say_with(message, &[field()]);
    let nearest = |known: &Option<String>, without, with| match known {
        Some(known) => {
            words.say_with(with, &[field(), ("nearest", labelled(table, words, known).into())])
        }
        None => words.say_with(without, &[field()]),
    };
    match problem {
        Problem::NotJson { line, column } => words.say_with(
            id::PROBLEM_NOT_JSON,
            &[("line", (*line).into()), ("column", (*column).into())],
        ),
        Problem::FileTooLarge => words.say(id::PROBLEM_FILE_TOO_LARGE),
        Problem::NoVersion => words.say(id::PROBLEM_NO_VERSION),
        Problem::NewerFormat => words.say(id::PROBLEM_NEWER_FORMAT),
        Problem::UnknownLanguage => words.say(id::PROBLEM_UNKNOWN_LANGUAGE),
        Problem::UnknownKey { nearest: known } => {
            nearest(known, id::PROBLEM_UNKNOWN_KEY, id::PROBLEM_UNKNOWN_KEY_NEAREST)
        }
        Problem::Twice => plain(id::PROBLEM_TWICE),
        Problem::UnknownField { nearest: known } => {
            nearest(known, id::PROBLEM_UNKNOWN_FIELD, id::PROBLEM_UNKNOWN_FIELD_NEAREST)
        }
        Problem::Derived => plain(id::PROBLEM_DERIVED),
        Problem::WrongKind { wanted } => {
            let kind = words.kind(wanted);
            words.say_with(id::PROBLEM_WRONG_KIND, &[field(), ("kind", kind.into())])
        }
        Problem::TooLong { chars } => words.say_with(
            id::PROBLEM_TOO_LONG,
            &[field(), ("count", (*chars).into()), ("most", LONGEST_TEXT.into())],
        ),
        Problem::TooMany { entries } => words.say_with(
            id::PROBLEM_TOO_MANY,
            &[field(), ("count", (*entries).into()), ("most", MOST_ENTRIES.into())],
        ),
        Problem::UnknownChoice { choices } => {
            let choices = choices.join(", ");
            words.say_with(id::PROBLEM_UNKNOWN_CHOICE, &[field(), ("choices", choices.into())])
        }
        Problem::UnknownColumn { columns } => {
            let columns = columns.join(", ");
            words.say_with(id::PROBLEM_UNKNOWN_COLUMN, &[field(), ("columns", columns.into())])
        }
        Problem::OutOfRange { most } => {
            words.say_with(id::PROBLEM_OUT_OF_RANGE, &[field(), ("most", (*most).into())])
        }
        Problem::NoSuchDay => plain(id::PROBLEM_NO_SUCH_DAY),
        Problem::NotADay => plain(id::PROBLEM_NOT_A_DAY),
        Problem::NotHours => plain(id::PROBLEM_NOT_HOURS),
        Problem::UnknownPerson => plain(id::PROBLEM_UNKNOWN_PERSON),
        Problem::SeveralPeople => plain(id::PROBLEM_SEVERAL_PEOPLE),
        Problem::NeverForThem => plain(id::PROBLEM_NEVER_FOR_THEM),
    }
}

/// An id with what it is called: "c.first (Doe eerst dit)".
fn labelled(table: &Table, words: &Words, known: &str) -> String {
    match table.field(known) {
        Some(field) => format!("{known} ({})", words.label(field)),
        None => known.to_owned(),
    }
}
