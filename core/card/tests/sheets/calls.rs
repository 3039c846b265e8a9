//! Whom a sheet tells its reader to call, by day and at night.

use std::collections::BTreeSet;

use landvast_text::numbers::HELP_LINES;

use crate::plans::{MIRA, NOOR, aloud, book, parts};
use crate::{assert_in_order, every_sheet, said_to, sheet_for};

#[test]
fn every_number_on_a_sheet_can_be_tapped() {
    let laid = sheet_for(&book(MIRA), "Fatima");
    let links: BTreeSet<&str> = laid
        .scene
        .pages
        .iter()
        .flat_map(|page| parts(&page.items))
        .filter_map(|part| part.link.as_ref().map(|link| link.uri.as_str()))
        .collect();
    let wanted = [
        "tel:112",
        "tel:113",
        "tel:+31687654321",
        "tel:+31881234599",
        "tel:+31301234577",
        "tel:+31612345610",
    ];
    for wanted in wanted {
        assert!(links.contains(wanted), "{wanted} in {links:?}");
    }
}

#[test]
fn nobody_is_told_to_call_themselves() {
    let said = said_to(MIRA, "Fatima");
    assert!(!said.contains("06 12345678"), "{said}");
    assert!(said_to(MIRA, "Joost").contains("06 12345678"));
}

#[test]
fn a_plan_that_is_barely_begun_already_tells_whom_to_call_and_what_to_say() {
    let json = r#"{"landvast": 1, "language": "nl", "answers": {}, "people": [{"name": "Bo"}]}"#;
    let said = said_to(json, "Bo");
    for words in [
        "Als het niet goed gaat met de maker van dit plan",
        "112",
        "113",
        "Blijf rustig. Vraag: wat helpt je nu?",
        "Bel de huisarts.",
        "“Ik bel over de maker van dit plan. Ik ben Bo. Ik help de maker van dit plan.”",
        "0800-1205",
    ] {
        assert!(said.contains(words), "{words:?} in {said}");
    }
}

#[test]
fn a_number_that_was_never_checked_is_on_no_sheet() {
    let unchecked: Vec<&str> =
        HELP_LINES.iter().filter(|line| !line.may_be_printed()).map(|line| line.phone).collect();
    for (name, laid) in every_sheet() {
        let said = aloud(&laid.scene);
        for number in &unchecked {
            assert!(!said.contains(number), "{name}: {number}");
        }
    }
}

/// What a sheet says from whom to call up to what to say.
fn list_for(json: &str, name: &str) -> String {
    let said = said_to(json, name);
    let (_, list) = said.split_once("Wie bel je?").unwrap();
    list.split_once("Zo kun je het zeggen").unwrap().0.to_owned()
}

#[test]
fn at_three_in_the_night_the_first_number_is_one_that_is_answered() {
    let list = list_for(NOOR, "Ana");
    let wanted = [
        "’s Nachts, of als niemand opneemt",
        "1 Wijkteam Oost, Marit",
        "088 123 4599",
        "2 Huisartsenpost",
        "3 Crisisdienst ggz",
        "Overdag en ’s avonds",
        "1 Joost (vriend)",
        "3 Marit",
        "030 765 4321",
        "4 Huisarts De Linde",
    ];
    assert_in_order(&list, &wanted);
    // Care that answers at any hour is not said twice.
    assert_eq!(list.matches("088 123 4500").count(), 1, "{list}");
    assert!(!list.contains("Avond en nacht"), "the heading says it: {list}");
}

#[test]
fn nobody_rings_twice_where_nobody_answered() {
    let list = list_for(NOOR, "Ana");
    assert_eq!(list.matches("030 765 4321").count(), 1, "Marit is the team by day: {list}");
}

#[test]
fn a_team_with_other_hours_than_its_practitioner_keeps_its_own_line() {
    let mine = "\"hours\": \"ma-vr 9-17\",\n        \"night\"";
    let json = NOOR.replace(mine, "\"hours\": \"ma-za 9-17\",\n        \"night\"");
    assert_ne!(json, NOOR);
    let list = list_for(&json, "Ana");
    assert_eq!(list.matches("030 765 4321").count(), 2, "{list}");
}

#[test]
fn a_team_is_never_dropped_for_somebody_who_is_there_less() {
    let mine = "\"hours\": \"ma-vr 9-17\",\n        \"night\"";
    let all_week = NOOR.replace(mine, "\"hours\": \"ma-za 9-17\",\n        \"night\"");
    // On Saturdays only, or nobody knows when.
    for hours in ["\"hours\": \"za 9-17\",", ""] {
        let at = all_week.find("\"name\": \"Marit\"").unwrap();
        let (before, after) = all_week.split_at(at);
        let changed = after.replacen("\"hours\": \"ma-vr 9-17\",", hours, 1);
        assert_ne!(changed, after);
        let list = list_for(&format!("{before}{changed}"), "Ana");
        assert!(list.contains("ma–za 9–17 uur 030 765 4321"), "{hours}: {list}");
    }
}

#[test]
fn somebody_who_can_be_rung_at_any_hour_comes_before_care_at_night_and_in_their_turn_by_day() {
    let json = NOOR.replace(r#""hours": "ma-vr 17-23; za-zo 9-23""#, r#""hours": "altijd""#);
    assert_ne!(json, NOOR);
    let list = list_for(&json, "Ana");
    assert_in_order(&list, &["1 Joost", "2 Wijkteam Oost", "Overdag", "1 Joost", "2 Els"]);
}

#[test]
fn where_everybody_answers_at_any_hour_there_is_one_list() {
    let json = r#"{"landvast": 1, "language": "nl", "answers": {},
        "people": [{"name": "Bo"}, {"name": "Kim", "phones": ["06 12345678"],
        "number_on_card": "yes", "agreed": {"on": "2026-03-01", "answer": "yes"}}]}"#;
    let list = list_for(json, "Bo");
    assert!(list.contains("1 Kim") && !list.contains("Nachts"), "{list}");
}

#[test]
fn where_nobody_answers_at_night_the_sheet_says_whom_to_ring_then() {
    let json = r#"{"landvast": 1, "language": "nl", "answers": {},
        "people": [{"name": "Bo"}, {"name": "Kim", "phones": ["06 12345678"], "hours": "9-17",
        "number_on_card": "yes", "agreed": {"on": "2026-03-01", "answer": "yes"}}]}"#;
    let list = list_for(json, "Bo");
    assert_in_order(&list, &["’s Nachts", "Bel de huisartsenpost.", "Overdag", "1 Kim"]);
}
