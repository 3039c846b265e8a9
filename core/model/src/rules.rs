//! The only place outside the table that names fields: what answers mean for each other.
//!
//! Who may stand on the card, who is a professional, what a derived field holds, how old a paper
//! may grow, and which hints help somebody on. A hint is a question that helps. Nothing here
//! judges or scores the person.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use serde::Serialize;

use crate::audience::Reader;
use crate::book::{Book, Person, Place};
use crate::excerpt::{Derived, Stamp};
use crate::ids::PersonId;
use crate::paper::{Copy, PaperKey, PaperKind};
use crate::table::{Field, Section};
use crate::value::{Agrees, Value};

mod hints;

pub(crate) use hints::hints;

/// The field that holds a person's name.
pub const NAME: &str = "d.name";
/// The field that holds a person's telephone numbers.
pub const PHONES: &str = "d.phones";
/// The field that holds who a person is to the owner.
pub const RELATION: &str = "d.kind";
/// The field that holds which circle a person is in.
pub const CIRCLE: &str = "d.circle";
/// The field that holds what a person answered when they were asked.
pub const AGREED: &str = "d.agreed";
/// The field that holds on which day a person was asked.
pub const ASKED: &str = "d.asked";
/// The field that holds the name the owner goes by.
pub const CALL_NAME: &str = "a.call_name";
/// The field that holds the owner's own word for crisis.
pub const OWN_WORD: &str = "a.own_word";

/// The field that holds the owner's personal note to a person.
pub const OWN_MESSAGE: &str = "d.own_message";
/// The field that holds what a person may pass on to others.
pub const MAY_TELL: &str = "d.may_tell";

// How a paper grows old, in months [domain (d), validity and review].
/// A quiet moment to look at it again comes near.
const SOON_MONTHS: u32 = 11;
/// It is to be looked at again.
const REVIEW_MONTHS: u32 = 12;
/// Still nobody looked.
const OVERDUE_MONTHS: u32 = 15;
/// Readers should no longer trust it unasked.
const TRUST_MONTHS: u32 = 18;

/// The copies that this person holds, as far as the owner wrote down: what `d.copy` says.
pub fn copies_with(book: &Book, person: PersonId) -> impl Iterator<Item = &Copy> {
    book.copies.iter().filter(move |copy| copy.person == person && copy.is_out())
}

/// The newest version of a paper that this person can have: one made for them or, failing that,
/// the owner's own. `None` if none was made.
#[must_use]
pub fn newest_version(book: &Book, person: PersonId, kind: PaperKind) -> Option<u32> {
    let readers = match kind {
        PaperKind::Card => [Reader::Anyone, Reader::Anyone],
        _ => [Reader::Person(person), Reader::Owner],
    };
    let version = |reader: Reader| book.papers.get(&PaperKey { reader, kind })?.version().into();
    readers.into_iter().find_map(version).filter(|version: &u32| *version > 0)
}

fn choice<'a>(person: &'a Person, id: &str) -> Option<&'a str> {
    match &person.answer(id)?.value {
        Value::Choice(choice) => Some(choice),
        _ => None,
    }
}

/// Next of kin, professional, or a "fourth": chaplain, good friend, family doctor.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Circle {
    /// A next of kin: whoever was put in no other circle.
    NextOfKin,
    /// A professional.
    Professional,
    /// Neither family nor care.
    Fourth,
}

/// The circle that the owner put this person in.
#[must_use]
pub fn circle(person: &Person) -> Circle {
    match choice(person, CIRCLE) {
        Some("professional") => Circle::Professional,
        Some("fourth") => Circle::Fourth,
        _ => Circle::NextOfKin,
    }
}

/// Whether this person is a professional rather than a next of kin or a "fourth".
#[must_use]
pub fn is_professional(person: &Person) -> bool {
    circle(person) == Circle::Professional
}

/// Whether this person is under 18.
#[must_use]
pub fn is_minor(person: &Person) -> bool {
    choice(person, "d.minor") == Some("yes")
}

/// Whether the owner would ask this person to be named and to help: not somebody under 18, nor
/// somebody who is to know nothing.
#[must_use]
pub fn may_be_asked(person: &Person) -> bool {
    !is_minor(person) && degree(person, "d.involvement") != Some(KNOWS_NOTHING)
}

/// Whether this field may stand on the sheet of `minor`: what to call the owner and their crisis,
/// what the owner wants to tell them, and the adults they can call. No tasks, no signs, nothing
/// medical [domain, S].
#[must_use]
pub fn is_on_minors_sheet(book: &Book, minor: PersonId, place: Place, field: &Field) -> bool {
    match place {
        Place::Plan => [CALL_NAME, OWN_WORD].contains(&field.id),
        Place::Person(id) if id == minor => [NAME, OWN_MESSAGE, MAY_TELL].contains(&field.id),
        Place::Person(id) => {
            let adult = book.person(id).is_some_and(|person| !is_minor(person));
            let to_call = [NAME, RELATION, PHONES, "d.call_order", "d.hours"];
            adult && to_call.contains(&field.id)
        }
    }
}

/// The person's formal role, if they have one.
#[must_use]
pub fn formal_role(person: &Person) -> Option<&str> {
    choice(person, "d.formal_role").filter(|role| *role != "none")
}

/// The degree of involvement at which somebody knows nothing.
const KNOWS_NOTHING: u8 = 1;

fn degree(person: &Person, id: &str) -> Option<u8> {
    match person.answer(id)?.value {
        Value::Degree(degree) => Some(degree),
        _ => None,
    }
}

/// The sections this person may know: how to help, unless the owner chose others.
#[must_use]
pub fn may_know(person: &Person) -> BTreeSet<Section> {
    match person.answer("d.may_know").map(|answer| &answer.value) {
        Some(Value::Sections(sections)) => sections.clone(),
        _ => BTreeSet::from([Section::C]),
    }
}

/// Where a person stands with being named on the card.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// They agreed, wholly or in part, and their number may be on the card.
    Agreed,
    /// They have not been asked or not answered; the owner put them on the card all the same.
    NotAsked,
    /// They do not stand on the card.
    NotOnCard,
}

/// Where this person stands with being named on the card.
///
/// Everybody on it must have agreed, and a number that strangers can read needs its own yes. The
/// owner can overrule a missing answer, knowingly, by giving the person's name to anyone; nobody
/// can overrule a no.
#[must_use]
pub fn standing(person: &Person) -> Standing {
    let agreed = match person.answer(AGREED).map(|answer| &answer.value) {
        Some(Value::Agreement(agreement)) => Some(agreement.answer),
        _ => None,
    };
    let number = choice(person, "d.number_on_card");
    if agreed == Some(Agrees::No) || number == Some("no") {
        return Standing::NotOnCard;
    }
    if agreed.is_some() && number == Some("yes") {
        return Standing::Agreed;
    }
    let overruled = person
        .answer(NAME)
        .and_then(|answer| answer.audience.as_ref())
        .is_some_and(|audience| audience.anyone);
    match (overruled, agreed) {
        (true, Some(_)) => Standing::Agreed,
        (true, None) => Standing::NotAsked,
        (false, _) => Standing::NotOnCard,
    }
}

/// Whether this person was asked and said no.
#[must_use]
pub fn said_no(person: &Person) -> bool {
    matches!(
        person.answer(AGREED).map(|answer| &answer.value),
        Some(Value::Agreement(agreement)) if agreement.answer == Agrees::No
    )
}

/// Whether this person stands on the card.
#[must_use]
pub fn stands_on_card(person: &Person) -> bool {
    standing(person) != Standing::NotOnCard
}

/// Whether a stranger may see this field of the person: whoever stands on the card, and their
/// numbers only with a yes of their own to that, or by the owner's own choice on the numbers.
#[must_use]
pub fn is_for_strangers(person: &Person, field: &Field) -> bool {
    if !stands_on_card(person) {
        return false;
    }
    let chosen = person.answer(PHONES).and_then(|answer| answer.audience.as_ref());
    field.id != PHONES
        || choice(person, "d.number_on_card") == Some("yes")
        || chosen.is_some_and(|audience| audience.anyone)
}

/// The people in the order in which to call them: by number, then as they were added.
#[must_use]
pub fn in_call_order(book: &Book) -> Vec<&Person> {
    let mut people: Vec<&Person> = book.people.iter().collect();
    people.sort_by_key(|person| degree(person, "d.call_order").unwrap_or(u8::MAX));
    people
}

/// The owner's own word for crisis, if they have one.
#[must_use]
pub fn own_word(book: &Book) -> Option<&str> {
    plan_text(book, OWN_WORD)
}

fn plan_text<'a>(book: &'a Book, id: &str) -> Option<&'a str> {
    match book.answer(Place::Plan, id).map(|answer| &answer.value) {
        Some(Value::Text(text)) if !text.trim().is_empty() => Some(text.trim()),
        _ => None,
    }
}

/// What a derived field holds on a paper with this stamp.
#[must_use]
pub fn derive(field: &Field, stamp: Stamp) -> Derived {
    match field.id {
        "i.version" => Derived::Version(stamp.version),
        "i.date" => Derived::Day(stamp.on),
        "i.review_by" => Derived::Day(review_by(stamp.on)),
        _ => Derived::Words,
    }
}

/// How old a paper has grown since its words were first put on it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum ReviewState {
    /// Nothing to do.
    Fresh,
    /// From 11 months: the review comes near.
    Soon,
    /// From 12 months: it is time.
    Due,
    /// From 15 months: it is more than time.
    Overdue,
    /// From 18 months: readers are told that it may be out of date. Nothing is ever deleted or
    /// blocked for it.
    Outdated,
}

/// How old a paper made on `made_on` has grown.
#[must_use]
pub fn review_state(made_on: NaiveDate, today: NaiveDate) -> ReviewState {
    let states = [
        (TRUST_MONTHS, ReviewState::Outdated),
        (OVERDUE_MONTHS, ReviewState::Overdue),
        (REVIEW_MONTHS, ReviewState::Due),
        (SOON_MONTHS, ReviewState::Soon),
    ];
    let reached = states.into_iter().find(|(months, _)| today >= after(made_on, *months));
    reached.map_or(ReviewState::Fresh, |(_, state)| state)
}

/// The day so many months later; the last day of that month where it has fewer days.
fn after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The day before which a paper made on `on` is to be looked at again.
#[must_use]
pub fn review_by(on: NaiveDate) -> NaiveDate {
    after(on, REVIEW_MONTHS)
}

/// The day from which a paper made on `on` says that it may be out of date.
#[must_use]
pub fn trusted_until(on: NaiveDate) -> NaiveDate {
    after(on, TRUST_MONTHS)
}
