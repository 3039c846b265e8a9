//! Which hints help somebody on: the quality check of the content document.
//!
//! An unfinished plan is normal. Every hint says one thing that would help, never that something is
//! missing to be allowed on; whoever shows them shows a few at a time.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::fields::{
    AGREED, ALTERNATIVES, BRING, CALL_NAME, CARE_WISHES, CHILDREN, COERCION, COPIES,
    CRISIS_SERVICE, EARLIER, FIRST, GP_POST, HELPS, HELPS_NOT, INVOLVEMENT, INVOLVEMENT_THEIRS,
    MED_NO, MED_YES, MEDS, MEDS_CHECKED, NAME, NUMBER_ON_CARD, OTHERS, PETS, PHASES, PHONES,
    PLACE_NO, PLACE_YES, REFUSING, REVIEW_BY, SEEN, STAFF_NO, STAFF_YES, STAY_HOME, STOP, TASKS,
    TEAM, TREAT_NO, TREAT_YES, WHERE,
};
use super::{ReviewState, after, choice, degree};
use crate::book::{Book, Person, Place};
use crate::finding::{Finding, What};
use crate::paper::{PaperKey, PaperKind};
use crate::value::{Agrees, Row, Value};

/// Months that a list of medicines stays fresh [domain, f.checked].
const MEDS_MONTHS: u32 = 6;

/// What says how somebody wants to be cared for: one of these is a wish.
const WISHES: [&str; 14] = [
    CARE_WISHES,
    STAY_HOME,
    ALTERNATIVES,
    PLACE_YES,
    PLACE_NO,
    COERCION,
    BRING,
    MED_YES,
    MED_NO,
    TREAT_YES,
    TREAT_NO,
    STAFF_YES,
    STAFF_NO,
    REFUSING,
];
/// What is refused, and the fields of which any says what would do instead.
const INSTEAD: [(&str, &[&str]); 3] = [
    (PLACE_NO, &[PLACE_YES, ALTERNATIVES, STAY_HOME]),
    (TREAT_NO, &[TREAT_YES]),
    (STAFF_NO, &[STAFF_YES]),
];
/// Whom to ring in the evening, at night and at weekends.
const OUT_OF_HOURS: [&str; 2] = [GP_POST, CRISIS_SERVICE];
/// Who depends on the owner.
const DEPENDANTS: [&str; 3] = [CHILDREN, PETS, OTHERS];

/// What the rules say about the plan as it stands, in the order in which it helps.
pub(crate) fn hints(book: &Book, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    about_people(book, &mut found);
    about_words(book, &mut found);
    about_care(book, today, &mut found);
    about_papers(book, today, &mut found);
    found
}

fn about_people(book: &Book, found: &mut Vec<Finding>) {
    let can_be_called = |person: &Person| super::stands_on_card(person) && has_number(person);
    if !book.people.iter().any(can_be_called) {
        found.push(Finding::about(Place::Plan, PHONES, What::NoOneToCall));
    }
    let names: Vec<String> = book.people.iter().map(|it| it.name().to_lowercase()).collect();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        *times.entry(name).or_default() += 1;
    }
    for (person, name) in book.people.iter().zip(&names) {
        about_person(person, found);
        // Said once, of the first.
        if times.remove(name.as_str()).is_some_and(|times| times > 1) {
            found.push(Finding::about(Place::Person(person.id), NAME, What::SameName));
        }
    }
}

fn about_person(person: &Person, found: &mut Vec<Finding>) {
    let mut about = |id: &str, what: What| {
        found.push(Finding::about(Place::Person(person.id), id, what));
    };
    if person.name().is_empty() {
        about(NAME, What::PersonWithoutName);
    }
    let asked = super::may_be_asked(person);
    if asked && !has_number(person) {
        about(PHONES, What::NoNumber);
    }
    let agreed = super::said_when_asked(person);
    let minor = super::is_minor(person);
    match agreed {
        None if asked => about(AGREED, What::NotAsked),
        None | Some(Agrees::No) => {}
        // Nobody is to ask a child for that.
        Some(_) if !minor && choice(person, NUMBER_ON_CARD).is_none() => {
            about(NUMBER_ON_CARD, What::NumberNotOnCard);
        }
        Some(_) => {}
    }
    let tasks = person.answer(TASKS).is_some_and(|answer| !answer.value.is_empty());
    if tasks && minor {
        about(TASKS, What::MinorHasTasks);
    }
    if super::is_left_off_as_minor(person) {
        about(NAME, What::MinorNotOnCard);
    }
    let both = (degree(person, INVOLVEMENT), degree(person, INVOLVEMENT_THEIRS));
    if let (Some(mine), Some(theirs)) = both
        && mine != theirs
        // Who said no is left alone.
        && agreed != Some(Agrees::No)
    {
        about(INVOLVEMENT_THEIRS, What::InvolvementDiffers);
    }
}

fn about_words(book: &Book, found: &mut Vec<Finding>) {
    let mut about = |id: &str, what: What| found.push(Finding::about(Place::Plan, id, what));
    let is_open = |id: &str| !answered(book, id);
    let earlier = |ids: &[&str]| {
        rows(book, EARLIER).iter().any(|row| {
            matches!(row.cells.get("worked"),
            Some(Value::Choice(worked)) if ids.contains(&worked.as_str()))
        })
    };
    if is_open(CALL_NAME) {
        about(CALL_NAME, What::NoCallName);
    }
    if is_open(FIRST) {
        about(FIRST, What::NoFirst);
    }
    if is_open(WHERE) {
        about(WHERE, What::NoWhere);
    }
    if is_open(HELPS) {
        about(HELPS, What::NothingHelps);
    } else if !earlier(&["yes", "partly"]) {
        about(EARLIER, What::NoWhatWorked);
    }
    if is_open(HELPS_NOT) {
        about(HELPS_NOT, What::NothingToAvoid);
    } else if !earlier(&["no"]) {
        about(EARLIER, What::NoWhatFailed);
    }
    let seen = rows(book, SEEN).iter().filter(|row| has(row, "sign")).count();
    let phases = rows(book, PHASES).iter().filter(|row| has(row, "signs")).count();
    match seen + phases {
        0 => about(SEEN, What::NoSigns),
        1 => about(SEEN, What::OneSignOnly),
        _ => {}
    }
}

fn about_care(book: &Book, today: NaiveDate, found: &mut Vec<Finding>) {
    let mut about = |id: &str, what: What| found.push(Finding::about(Place::Plan, id, what));
    let is_open = |id: &&str| !answered(book, id);
    let by_night = rows(book, TEAM).iter().any(|row| has(row, "night"));
    if OUT_OF_HOURS.iter().all(is_open) && !by_night {
        about(GP_POST, What::NoOutOfHours);
    }
    if DEPENDANTS.iter().all(is_open) {
        about(CHILDREN, What::DependantsUnanswered);
    }
    let refused = |row: &Row| has(row, "name") && !has(row, "instead");
    if rows(book, MED_NO).iter().any(refused) {
        about(MED_NO, What::RefusalWithoutAlternative);
    }
    for (refusal, instead) in INSTEAD {
        if answered(book, refusal) && instead.iter().all(is_open) {
            about(refusal, What::NothingInstead);
        }
    }
    if WISHES.iter().all(is_open) {
        about(CARE_WISHES, What::NoWish);
    }
    if is_open(&STOP) {
        about(STOP, What::NoStopSigns);
    }
    if !rows(book, MEDS).is_empty() {
        match book.answer(Place::Plan, MEDS_CHECKED).map(|answer| &answer.value) {
            Some(Value::Day(checked)) if today < after(*checked, MEDS_MONTHS) => {}
            Some(Value::Day(_)) => about(MEDS_CHECKED, What::MedsCheckOld),
            _ => about(MEDS_CHECKED, What::MedsUnchecked),
        }
    }
}

fn about_papers(book: &Book, today: NaiveDate, found: &mut Vec<Finding>) {
    if let Some(card) = book.papers.get(&PaperKey::CARD).and_then(|papers| papers.newest()) {
        let what = match super::review_state(card.on, today) {
            ReviewState::Fresh => None,
            ReviewState::Soon => Some(What::ReviewSoon),
            ReviewState::Due => Some(What::ReviewDue),
            ReviewState::Overdue => Some(What::ReviewOverdue),
            ReviewState::Outdated => Some(What::ReviewOutdated),
        };
        found.extend(what.map(|what| Finding::about(Place::Plan, REVIEW_BY, what)));
    }
    // Whoever has made no paper yet has nothing to give.
    if !book.papers.is_empty() && !book.copies.iter().any(crate::paper::Copy::is_out) {
        found.push(Finding::about(Place::Plan, WHERE, What::NobodyHasACopy));
    }
    for person in &book.people {
        let older = super::copies_with(book, person.id).filter(|copy| super::is_older(book, copy));
        let kinds: BTreeSet<PaperKind> = older.map(|copy| copy.paper.kind).collect();
        found.extend(kinds.into_iter().map(|kind| {
            Finding::about(Place::Person(person.id), COPIES, What::CopyOlder { kind })
        }));
    }
}

fn answered(book: &Book, id: &str) -> bool {
    book.answer(Place::Plan, id).is_some_and(|answer| !answer.value.is_empty())
}

fn rows<'a>(book: &'a Book, id: &str) -> &'a [Row] {
    match book.answer(Place::Plan, id).map(|answer| &answer.value) {
        Some(Value::Rows(rows)) => rows,
        _ => &[],
    }
}

fn has(row: &Row, column: &str) -> bool {
    row.cells.get(column).is_some_and(|cell| !cell.is_empty())
}

fn has_number(person: &Person) -> bool {
    person.answer(PHONES).is_some_and(|answer| !answer.value.is_empty())
}
