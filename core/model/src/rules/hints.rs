//! Which hints help somebody on: the quality check of the content document.
//!
//! An unfinished plan is normal. Every hint says one thing that would help, never that something is
//! missing to be allowed on; whoever shows them shows a few at a time.

use chrono::NaiveDate;

use super::{AGREED, CALL_NAME, NAME, PHONES, ReviewState, after, choice, degree};
use crate::book::{Book, Person, Place};
use crate::finding::{Finding, What};
use crate::paper::PaperKey;
use crate::value::{Agrees, Row, Value};

/// Months that a list of medicines stays fresh [domain, f.checked].
const MEDS_MONTHS: u32 = 6;

/// What says how somebody wants to be cared for: one of these is a wish.
const WISHES: [&str; 14] = [
    "g.wishes",
    "g.home",
    "g.alternatives",
    "g.place_yes",
    "g.place_no",
    "g.coercion",
    "g.bring",
    "f.med_yes",
    "f.med_no",
    "f.treat_yes",
    "f.treat_no",
    "e.staff_yes",
    "e.staff_no",
    "c.refuse",
];
/// What is refused, and the fields of which any says what would do instead.
const INSTEAD: [(&str, &[&str]); 3] = [
    ("g.place_no", &["g.place_yes", "g.alternatives", "g.home"]),
    ("f.treat_no", &["f.treat_yes"]),
    ("e.staff_no", &["e.staff_yes"]),
];
/// Whom to ring in the evening, at night and at weekends.
const OUT_OF_HOURS: [&str; 2] = ["e.gp_post", "e.crisis_service"];
/// Who depends on the owner.
const DEPENDANTS: [&str; 3] = ["h.children", "h.pets", "h.others"];

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
    for (index, person) in book.people.iter().enumerate() {
        about_person(person, found);
        let name = person.name().to_lowercase();
        let same = |other: &Person| !name.is_empty() && other.name().to_lowercase() == name;
        let first = !book.people.iter().take(index).any(same);
        if first && book.people.iter().skip(index + 1).any(same) {
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
    let agreed = match person.answer(AGREED).map(|answer| &answer.value) {
        Some(Value::Agreement(agreement)) => Some(agreement.answer),
        _ => None,
    };
    match agreed {
        None if asked => about(AGREED, What::NotAsked),
        None | Some(Agrees::No) => {}
        Some(_) if choice(person, "d.number_on_card").is_none() => {
            about("d.number_on_card", What::NumberNotOnCard);
        }
        Some(_) => {}
    }
    let tasks = person.answer("d.tasks").is_some_and(|answer| !answer.value.is_empty());
    if tasks && super::is_minor(person) {
        about("d.tasks", What::MinorHasTasks);
    }
    let both = (degree(person, "d.involvement"), degree(person, "d.involvement_theirs"));
    if let (Some(mine), Some(theirs)) = both
        && mine != theirs
        // Who said no is left alone.
        && agreed != Some(Agrees::No)
    {
        about("d.involvement_theirs", What::InvolvementDiffers);
    }
}

fn about_words(book: &Book, found: &mut Vec<Finding>) {
    let mut about = |id: &str, what: What| found.push(Finding::about(Place::Plan, id, what));
    let is_open = |id: &str| !answered(book, id);
    let earlier = |ids: &[&str]| {
        rows(book, "b.earlier").iter().any(|row| {
            matches!(row.cells.get("worked"),
            Some(Value::Choice(worked)) if ids.contains(&worked.as_str()))
        })
    };
    if is_open(CALL_NAME) {
        about(CALL_NAME, What::NoCallName);
    }
    if is_open("c.first") {
        about("c.first", What::NoFirst);
    }
    if is_open("i.where") {
        about("i.where", What::NoWhere);
    }
    if is_open("c.do") {
        about("c.do", What::NothingHelps);
    } else if !earlier(&["yes", "partly"]) {
        about("b.earlier", What::NoWhatWorked);
    }
    if is_open("c.dont") {
        about("c.dont", What::NothingToAvoid);
    } else if !earlier(&["no"]) {
        about("b.earlier", What::NoWhatFailed);
    }
    let seen = rows(book, "b.seen").iter().filter(|row| has(row, "sign")).count();
    let phases = rows(book, "b.phases").iter().filter(|row| has(row, "signs")).count();
    match seen + phases {
        0 => about("b.seen", What::NoSigns),
        1 => about("b.seen", What::OneSignOnly),
        _ => {}
    }
}

fn about_care(book: &Book, today: NaiveDate, found: &mut Vec<Finding>) {
    let mut about = |id: &str, what: What| found.push(Finding::about(Place::Plan, id, what));
    let is_open = |id: &&str| !answered(book, id);
    let by_night = rows(book, "e.team").iter().any(|row| has(row, "night"));
    if OUT_OF_HOURS.iter().all(is_open) && !by_night {
        about("e.gp_post", What::NoOutOfHours);
    }
    if DEPENDANTS.iter().all(is_open) {
        about("h.children", What::DependantsUnanswered);
    }
    let refused = |row: &Row| has(row, "name") && !has(row, "instead");
    if rows(book, "f.med_no").iter().any(refused) {
        about("f.med_no", What::RefusalWithoutAlternative);
    }
    for (refusal, instead) in INSTEAD {
        if answered(book, refusal) && instead.iter().all(is_open) {
            about(refusal, What::NothingInstead);
        }
    }
    if WISHES.iter().all(is_open) {
        about("g.wishes", What::NoWish);
    }
    if is_open(&"i.stop") {
        about("i.stop", What::NoStopSigns);
    }
    if !rows(book, "f.meds").is_empty() {
        match book.answer(Place::Plan, "f.checked").map(|answer| &answer.value) {
            Some(Value::Day(checked)) if today < after(*checked, MEDS_MONTHS) => {}
            Some(Value::Day(_)) => about("f.checked", What::MedsCheckOld),
            _ => about("f.checked", What::MedsUnchecked),
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
        found.extend(what.map(|what| Finding::about(Place::Plan, "i.review_by", what)));
    }
    // Whoever has made no paper yet has nothing to give.
    if !book.papers.is_empty() && !book.copies.iter().any(crate::paper::Copy::is_out) {
        found.push(Finding::about(Place::Plan, "i.where", What::NobodyHasACopy));
    }
    for person in &book.people {
        let held = super::copies_with(book, person.id).filter_map(|copy| {
            let newest = super::newest_version(book, person.id, copy.kind)?;
            (copy.version < newest).then_some(copy.kind)
        });
        let kinds: std::collections::BTreeSet<_> = held.collect();
        found.extend(kinds.into_iter().map(|kind| {
            Finding::about(Place::Person(person.id), "d.copy", What::CopyOlder { kind })
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
