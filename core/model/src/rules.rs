//! The only place outside the table that names fields: what answers mean for each other.
//!
//! Who may stand on the card, who is a professional, what a derived field holds, and which hints
//! help somebody on. A hint is a question that helps. Nothing here judges or scores the person.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use serde::Serialize;

use crate::book::{Answer, Book, Person, Place};
use crate::excerpt::{Derived, Stamp};
use crate::finding::{Finding, What};
use crate::table::{Field, Section};
use crate::value::{Agrees, Value};

/// The field that holds a person's name.
pub const NAME: &str = "d.name";
/// The field that holds a person's telephone numbers.
pub const PHONES: &str = "d.phones";
/// The field that holds who a person is to the owner.
pub const RELATION: &str = "d.kind";
/// The field that holds what a person answered when they were asked.
pub const AGREED: &str = "d.agreed";
/// The field that holds the name the owner goes by.
pub const CALL_NAME: &str = "a.call_name";
/// The field that holds the owner's own word for crisis.
pub const OWN_WORD: &str = "a.own_word";

/// Months between making a paper and looking at it again [domain (d), validity and review].
const REVIEW_MONTHS: u32 = 12;
/// Months after which readers should no longer trust a card unasked [domain (d), validity].
const TRUST_MONTHS: u32 = 18;
/// Months that a list of medicines stays fresh [domain, f.checked].
const MEDS_MONTHS: u32 = 6;

fn choice<'a>(person: &'a Person, id: &str) -> Option<&'a str> {
    match &person.answer(id)?.value {
        Value::Choice(choice) => Some(choice),
        _ => None,
    }
}

/// Whether this person is a professional rather than a next of kin or a "fourth".
#[must_use]
pub fn is_professional(person: &Person) -> bool {
    choice(person, "d.circle") == Some("professional")
}

/// The person's formal role, if they have one.
#[must_use]
pub fn formal_role(person: &Person) -> Option<&str> {
    choice(person, "d.formal_role").filter(|role| *role != "none")
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
    people.sort_by_key(|person| match person.answer("d.call_order").map(|answer| &answer.value) {
        Some(Value::Degree(order)) => *order,
        _ => u8::MAX,
    });
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

/// The day before which a paper made on `on` is to be looked at again.
#[must_use]
pub fn review_by(on: NaiveDate) -> NaiveDate {
    on.checked_add_months(Months::new(REVIEW_MONTHS)).unwrap_or(NaiveDate::MAX)
}

/// The day from which a paper made on `on` says that it may be out of date.
#[must_use]
pub fn trusted_until(on: NaiveDate) -> NaiveDate {
    on.checked_add_months(Months::new(TRUST_MONTHS)).unwrap_or(NaiveDate::MAX)
}

/// What the rules say about the plan as it stands, what matters most first.
///
/// An unfinished plan is normal: every finding says one thing that would help, never that
/// something is missing to be allowed on.
#[must_use]
pub fn hints(book: &Book, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    hints_about_people(book, &mut found);
    let answered = |id: &str| book.answer(Place::Plan, id).is_some_and(|a| !a.value.is_empty());
    let mut missing = |id: &'static str, what: What| {
        if !answered(id) {
            found.push(Finding::about(Place::Plan, id, what));
        }
    };
    missing(CALL_NAME, What::NoCallName);
    missing("c.first", What::NoFirst);
    missing("i.where", What::NoWhere);
    missing("c.do", What::NothingHelps);
    missing("c.dont", What::NothingToAvoid);
    missing("e.gp_post", What::NoOutOfHours);
    missing("i.stop", What::NoStopSigns);
    if !answered("h.children") && !answered("h.pets") && !answered("h.others") {
        found.push(Finding::about(Place::Plan, "h.children", What::DependantsUnanswered));
    }
    if rows(book, "b.seen").len() == 1 {
        found.push(Finding::about(Place::Plan, "b.seen", What::OneSignOnly));
    }
    let filled =
        |row: &crate::value::Row, id: &str| row.cells.get(id).is_some_and(|c| !c.is_empty());
    if rows(book, "f.med_no").iter().any(|row| filled(row, "name") && !filled(row, "instead")) {
        found.push(Finding::about(Place::Plan, "f.med_no", What::RefusalWithoutAlternative));
    }
    if !rows(book, "f.meds").is_empty() {
        hint_about_check(book, today, &mut found);
    }
    if let Some(paper) = book.papers.get(&crate::Reader::Anyone).and_then(|papers| papers.newest())
        && today >= review_by(paper.on)
    {
        found.push(Finding::about(Place::Plan, "i.review_by", What::ReviewDue));
    }
    found.sort_by_key(|finding| finding.what.weight());
    found
}

fn rows<'a>(book: &'a Book, id: &str) -> &'a [crate::value::Row] {
    match book.answer(Place::Plan, id).map(|answer| &answer.value) {
        Some(Value::Rows(rows)) => rows,
        _ => &[],
    }
}

fn hint_about_check(book: &Book, today: NaiveDate, found: &mut Vec<Finding>) {
    let answer = book.answer(Place::Plan, "f.checked").map(|answer| &answer.value);
    let Some(Value::Day(checked)) = answer else {
        found.push(Finding::about(Place::Plan, "f.checked", What::MedsUnchecked));
        return;
    };
    let stale = checked.checked_add_months(Months::new(MEDS_MONTHS));
    if stale.is_some_and(|stale| today >= stale) {
        found.push(Finding::about(Place::Plan, "f.checked", What::MedsCheckOld));
    }
}

fn hints_about_people(book: &Book, found: &mut Vec<Finding>) {
    let has_number = |person: &Person| {
        person.answer(PHONES).is_some_and(|answer: &Answer| !answer.value.is_empty())
    };
    let can_be_called = |person: &Person| stands_on_card(person) && has_number(person);
    if !book.people.iter().any(can_be_called) {
        found.push(Finding::about(Place::Plan, PHONES, What::NoOneToCall));
    }
    for person in &book.people {
        let place = Place::Person(person.id);
        if person.name().is_empty() {
            found.push(Finding::about(place, NAME, What::PersonWithoutName));
        }
        if !has_number(person) {
            found.push(Finding::about(place, PHONES, What::NoNumber));
        }
        let agreed = match person.answer(AGREED).map(|answer| &answer.value) {
            Some(Value::Agreement(agreement)) => Some(agreement.answer),
            _ => None,
        };
        match agreed {
            None => found.push(Finding::about(place, "d.agreed", What::NotAsked)),
            Some(Agrees::No) => {}
            Some(_) if choice(person, "d.number_on_card").is_none() => {
                found.push(Finding::about(place, "d.number_on_card", What::NumberNotOnCard));
            }
            Some(_) => {}
        }
    }
}
