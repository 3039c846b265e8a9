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

mod fields;
mod hints;
mod night;

pub use fields::{
    AGREED, ASKED, CALL_NAME, CIRCLE, MAY_TELL, NAME, OWN_MESSAGE, OWN_WORD, PHONES, RELATION,
    SIGN_OTHERS, SIGN_OWNER,
};
pub(crate) use hints::hints;
pub use night::answers_at_night;

use fields::{
    CALL_ORDER, FORMAL_ROLE, HOURS, INVOLVEMENT, MADE_ON, MAY_KNOW, MINOR, NUMBER_ON_CARD,
    REVIEW_BY, VERSION,
};

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

/// The paper of this kind that this person would be given: one made for them or, failing that, the
/// owner's own. `None` if none was made.
#[must_use]
pub fn paper_to_give(book: &Book, person: PersonId, kind: PaperKind) -> Option<PaperKey> {
    let keys = [PaperKey::of(person, kind), PaperKey { reader: Reader::Owner, kind }];
    keys.into_iter().find(|paper| newest_version(book, *paper).is_some())
}

/// The newest version of this paper; `None` if none was made.
#[must_use]
pub fn newest_version(book: &Book, paper: PaperKey) -> Option<u32> {
    let version = book.papers.get(&paper)?.version();
    (version > 0).then_some(version)
}

/// Whether a newer version than this copy's was made of the same paper. What was made for others
/// makes no copy older.
#[must_use]
pub fn is_older(book: &Book, copy: &Copy) -> bool {
    newest_version(book, copy.paper).is_some_and(|newest| copy.version < newest)
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
    choice(person, MINOR) == Some("yes")
}

/// Whether the owner would ask this person to be named and to help: not somebody under 18, nor
/// somebody who is to know nothing.
#[must_use]
pub fn may_be_asked(person: &Person) -> bool {
    !is_minor(person) && degree(person, INVOLVEMENT) != Some(KNOWS_NOTHING)
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
            let to_call = [NAME, RELATION, PHONES, CALL_ORDER, HOURS];
            adult && to_call.contains(&field.id)
        }
    }
}

/// The person's formal role, if they have one.
#[must_use]
pub fn formal_role(person: &Person) -> Option<&str> {
    choice(person, FORMAL_ROLE).filter(|role| *role != "none")
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
    match person.answer(MAY_KNOW).map(|answer| &answer.value) {
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
///
/// A child is not rung by police or passers-by: helping is work for adults [domain, S]. So whoever
/// is under 18 stands on the card only with all three at once: they agreed, their number may be
/// there, and the owner gave that child's name to anyone. Nothing makes up for one of them.
#[must_use]
pub fn standing(person: &Person) -> Standing {
    let as_adult = standing_as_adult(person);
    if is_minor(person) {
        let said_yes = said_when_asked(person).is_some() && number_may_be_public(person);
        return if said_yes && is_name_public(person) { as_adult } else { Standing::NotOnCard };
    }
    as_adult
}

/// Whether this person would stand on the card, if they were not under 18.
pub(crate) fn is_left_off_as_minor(person: &Person) -> bool {
    standing(person) != standing_as_adult(person)
}

fn standing_as_adult(person: &Person) -> Standing {
    let agreed = said_when_asked(person);
    if agreed == Some(Agrees::No) || choice(person, NUMBER_ON_CARD) == Some("no") {
        return Standing::NotOnCard;
    }
    if agreed.is_some() && number_may_be_public(person) {
        return Standing::Agreed;
    }
    match (is_name_public(person), agreed) {
        (true, Some(_)) => Standing::Agreed,
        (true, None) => Standing::NotAsked,
        (false, _) => Standing::NotOnCard,
    }
}

/// What this person said when they were asked, if they did.
fn said_when_asked(person: &Person) -> Option<Agrees> {
    match person.answer(AGREED)?.value {
        Value::Agreement(agreement) => Some(agreement.answer),
        _ => None,
    }
}

/// Whether strangers may read this person's number, by the person's own yes.
fn number_may_be_public(person: &Person) -> bool {
    choice(person, NUMBER_ON_CARD) == Some("yes")
}

/// Whether the owner chose, for this person, that anyone may read the name.
fn is_name_public(person: &Person) -> bool {
    let chosen = person.answer(NAME).and_then(|answer| answer.audience.as_ref());
    chosen.is_some_and(|audience| audience.anyone)
}

/// Whether this person was asked and said no.
#[must_use]
pub fn said_no(person: &Person) -> bool {
    said_when_asked(person) == Some(Agrees::No)
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
        || number_may_be_public(person)
        || chosen.is_some_and(|audience| audience.anyone)
}

/// The people in the order in which to call them: adults before children, whatever their number;
/// then by number, then as they were added.
#[must_use]
pub fn in_call_order(book: &Book) -> Vec<&Person> {
    let mut people: Vec<&Person> = book.people.iter().collect();
    let turn = |person: &&Person| degree(person, CALL_ORDER).unwrap_or(u8::MAX);
    people.sort_by_key(|person| (is_minor(person), turn(person)));
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
        VERSION => Derived::Version(stamp.version),
        MADE_ON => Derived::Day(stamp.on),
        REVIEW_BY => Derived::Day(review_by(stamp.on)),
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
