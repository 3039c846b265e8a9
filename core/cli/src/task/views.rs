//! Answers and findings as they are shown and given: what several tasks share.

use std::collections::BTreeSet;

use landvast::{
    Fault, FieldView, FindingView, Keeper, PersonView, Place, PlanError, Problem, Table, id,
};
use serde_json::{Value as Json, json};

use crate::args::{Hints, Whom};
use crate::desk::{Desk, Shape};
use crate::page;
use crate::trouble::Trouble;

/// How many hints are shown at once.
const FEW: usize = 3;

/// Where an answer stands that is meant by a field's id and maybe a person.
///
/// With a person the section may be left out: `phones` is `d.phones`.
pub(super) fn place_of(
    field: &str,
    whom: &Whom,
    keeper: &Keeper,
) -> Result<(Place, String), Trouble> {
    let specs = keeper.fields();
    let is_of_person = |id: &str| specs.iter().any(|spec| spec.of_person && spec.id == id);
    match whom {
        Whom::Plan if is_of_person(field) => Err(Trouble::NeedsPerson),
        Whom::Plan => Ok((Place::Plan, field.to_owned())),
        Whom::Person(typed) => {
            let person = person_of(typed, keeper)?;
            let by_key = specs.iter().find(|spec| spec.of_person && spec.key == field);
            let id = by_key.map_or(field, |spec| spec.id.as_str());
            Ok((Place::Person(person.id), id.to_owned()))
        }
    }
}

/// The person that is meant by a name, an id, or the number in the list.
pub(super) fn person_of(typed: &str, keeper: &Keeper) -> Result<PersonView, Trouble> {
    match keeper.find_person(typed) {
        Ok(id) => Ok(keeper.person(id)?),
        Err(PlanError::Invalid { faults })
            if faults.iter().any(|fault| fault.problem == Problem::UnknownPerson) =>
        {
            let number: Option<usize> = typed.trim().parse().ok();
            let in_list = number.and_then(|number| number.checked_sub(1));
            in_list
                .and_then(|index| keeper.people().into_iter().nth(index))
                .ok_or(Trouble::NoSuchPerson)
        }
        Err(error) => Err(error.into()),
    }
}

/// That no field and no section has this id; named after the likeliest one.
pub(super) fn unknown_field(typed: &str, table: &Table) -> Trouble {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_');
    // What is no plain id is somebody's words, and stays out of errors.
    let is_id = typed.len() <= 40 && typed.chars().all(plain);
    let at = if is_id { typed.to_owned() } else { "…".to_owned() };
    let likely = nearest(typed, table);
    let problem = Problem::UnknownField { nearest: likely };
    Trouble::Plan(PlanError::Invalid { faults: vec![Fault { at, problem }] })
}

fn nearest(typed: &str, table: &Table) -> Option<String> {
    let likeness = |id: &str| id.chars().zip(typed.chars()).take_while(|(a, b)| a == b).count();
    let best = table.fields().max_by_key(|field| likeness(field.id))?;
    (likeness(best.id) > 2).then(|| best.id.to_owned())
}

/// How much is said about an answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Detail {
    /// Who reads it is said where the owner chose that; else the field's own rule goes.
    Chosen,
    /// Everything.
    Whole,
}

/// Shows one answer: what it is, what stands on the card instead, who reads it.
pub(super) fn show_answer(
    view: &FieldView,
    detail: Detail,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let spec = &view.spec;
    desk.say(&format!("  {} ({})", page::in_a_line(&spec.label), spec.id))?;
    let Some(answer) = &view.answer else {
        let given = [("field", spec.id.as_str().into())];
        let text = desk.words.say_with(id::CLI_NOTHING_WRITTEN, &given);
        return desk.say_wrapped(&text, 4);
    };
    // Only entries of a list are told apart by where they begin.
    let rest = if answer.shown.contains('\n') { 6 } else { 4 };
    for line in answer.shown.lines() {
        desk.say(&page::hanging(line, 4, rest))?;
    }
    if let Some(card_text) = &answer.card_text {
        let given = [("text", page::in_a_line(card_text).into())];
        let text = desk.words.say_with(id::CLI_CARD_TEXT_IS, &given);
        desk.say_wrapped(&text, 4)?;
    }
    if detail == Detail::Chosen && answer.audience.is_none() {
        return Ok(());
    }
    let given = [("who", answer.seen_by.as_str().into())];
    let text = desk.words.say_with(id::CLI_READ_WHO, &given);
    desk.say_wrapped(&text, 4)
}

/// The whole plan in the open form: where a program finds the values of answers.
pub(super) fn exported(keeper: &Keeper) -> Json {
    serde_json::from_str(&keeper.export()).unwrap_or_default()
}

/// One answer for a program. Its value has the form of the open file.
pub(super) fn answer_json(view: &FieldView, place: Place, exported: &Json) -> Json {
    let spec = &view.spec;
    let stands = match place {
        Place::Plan => exported.get("answers").and_then(|answers| answers.get(&spec.id)),
        Place::Person(id) => {
            let id = id.to_string();
            let people = exported.get("people").and_then(Json::as_array);
            let is_meant = |one: &&Json| one.get("id").and_then(Json::as_str) == Some(&id);
            people.and_then(|all| all.iter().find(is_meant)).and_then(|one| one.get(&spec.key))
        }
    };
    let whole = stands.and_then(Json::as_object).filter(|object| object.contains_key("value"));
    let part = |key: &str| whole.and_then(|object| object.get(key)).cloned();
    let value = whole.map_or_else(|| stands.cloned(), |object| object.get("value").cloned());
    let answer = view.answer.as_ref();
    json!({
        "field": spec.id,
        "section": spec.section.id(),
        "label": spec.label,
        "kind": spec.kind,
        "value": value,
        "shown": answer.map(|answer| &answer.shown),
        "card_text": answer.and_then(|answer| answer.card_text.as_ref()),
        "audience": part("audience"),
        "seen_by": answer.map_or(&spec.seen_by, |answer| &answer.seen_by),
        "on_card": answer.is_some_and(|answer| answer.on_card),
        "reviewed_at": answer.and_then(|answer| answer.reviewed_on).map(|day| day.to_string()),
        "source": answer.map(|answer| answer.source.id()),
        "lang": answer.and_then(|answer| answer.lang.as_ref()),
        "updated_at": answer.and_then(|answer| answer.updated_at).map(|time| time.to_rfc3339()),
    })
}

/// One of the owner's people for a program, with what is written about them.
pub(super) fn person_json(person: &PersonView, exported: &Json) -> Json {
    let place = Place::Person(person.id);
    let answers: Vec<Json> = person
        .fields
        .iter()
        .filter(|view| view.answer.is_some())
        .map(|view| answer_json(view, place, exported))
        .collect();
    json!({
        "id": person.id.to_string(),
        "name": person.name,
        "about": person.about,
        "on_card": person.on_card,
        "answers": answers,
    })
}

/// A finding for a program.
pub(super) fn finding_json(finding: &FindingView) -> Json {
    json!({
        "id": finding.id,
        "weight": finding.weight,
        "field": Some(&finding.field).filter(|field| !field.is_empty()),
        "person": finding.person.map(|id| id.to_string()),
        "sentence": finding.sentence,
    })
}

/// What is to be said about one answer just written: what matters, not what might help.
pub(super) fn findings_about(keeper: &Keeper, place: Place, field: &str) -> Vec<FindingView> {
    let person = match place {
        Place::Plan => None,
        Place::Person(id) => Some(id),
    };
    let is_meant = |finding: &FindingView| {
        finding.weight < 3 && finding.field == field && finding.person == person
    };
    keeper.check().into_iter().filter(is_meant).collect()
}

/// Shows findings, a line each.
pub(super) fn show_findings(
    findings: &[FindingView],
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    for finding in findings {
        let place =
            if finding.field.is_empty() { String::new() } else { format!(" ({})", finding.field) };
        let line = format!("- {}{place}", page::in_a_line(&finding.sentence));
        desk.say(&page::hanging(&line, 2, 4))?;
    }
    Ok(())
}

/// Hints with the first of each kind before any second one: three times the same helps less.
fn each_kind_first(tips: Vec<FindingView>) -> Vec<FindingView> {
    let mut kinds = BTreeSet::new();
    let (mut first, more): (Vec<_>, Vec<_>) =
        tips.into_iter().partition(|tip| kinds.insert(tip.id.clone()));
    first.extend(more);
    first
}

/// `check`: what matters first, and only a few hints at once.
pub(super) fn check(
    hints: Hints,
    keeper: &mut Keeper,
    desk: &mut Desk<'_, '_>,
) -> Result<(), Trouble> {
    let found = {
        let _busy = desk.busy(id::CLI_BUSY_CARD);
        keeper.check()
    };
    let (tips, serious): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|finding| finding.weight >= 3);
    let mut tips = each_kind_first(tips);
    let left_out = match hints {
        Hints::All => 0,
        Hints::Few => tips.len().saturating_sub(FEW),
    };
    tips.truncate(tips.len() - left_out);
    if desk.shape == Shape::Json {
        let findings: Vec<Json> = serious.iter().chain(&tips).map(finding_json).collect();
        return desk.give(|| json!({ "findings": findings, "left_out": left_out }));
    }
    if serious.is_empty() && tips.is_empty() {
        return desk.say_message(id::CLI_CHECK_FINE);
    }
    let (matters, paper): (Vec<_>, Vec<_>) =
        serious.into_iter().partition(|finding| finding.weight <= 1);
    let parts = [
        (id::CLI_CHECK_MATTERS, matters),
        (id::CLI_CHECK_PAPER, paper),
        (id::CLI_CHECK_HINTS, tips),
    ];
    for (heading, findings) in parts.iter().filter(|(_, findings)| !findings.is_empty()) {
        let heading = desk.words.say(*heading);
        desk.say(&format!("{heading}:"))?;
        show_findings(findings, desk)?;
    }
    if left_out > 0 {
        let text = desk.words.say_with(id::CLI_CHECK_MORE, &[("count", left_out.into())]);
        desk.say_wrapped(&text, 0)?;
    }
    Ok(())
}
