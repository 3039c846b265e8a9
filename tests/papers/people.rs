//! Who stands on the card: only who agreed, in the order in which to call them.

use landvast_card::shape::Weight;
use landvast_model::Panel;
use landvast_text::id;

use crate::card::{Card, lines};

/// A plan with one person, named by an agreement as well.
fn with_person(answers: &str) -> Card {
    Card::of(&format!(
        r#"{{"landvast": 1, "language": "nl", "answers": {{
            "c.first": "Ga zitten.",
            "e.agreements": {{"value": [{{"who": ["Canarina"], "what": "Bellen"}}],
                "audience": ["anyone"]}}
        }}, "people": [{{"phones": ["06 12345678"], "kind": "friend", "call_order": 1, {answers}}}]}}"#
    ))
}

fn is_named(card: &Card) -> bool {
    let said = format!("{} {}", card.scene().title, card.said());
    let alts = card.scene().to_text();
    let seen = |what: &str| said.contains(what) || alts.contains(what);
    seen("Canarina") || seen("12345678")
}

const NAME: &str = r#""name": "Canarina""#;
const OVERRULED: &str = r#""name": {"value": "Canarina", "audience": ["anyone"]}"#;
const YES: &str = r#""agreed": {"on": "2026-03-01", "answer": "yes"}"#;
const PARTLY: &str = r#""agreed": {"on": "2026-03-01", "answer": "partly"}"#;
const NO: &str = r#""agreed": {"on": "2026-03-01", "answer": "no"}"#;
const NUMBER: &str = r#""number_on_card": "yes""#;
const NO_NUMBER: &str = r#""number_on_card": "no""#;
const ASKED: &str = r#""asked": "2026-02-01""#;

#[test]
fn who_did_not_agree_is_nowhere_on_the_card() {
    for person in [
        vec![NAME],
        vec![NAME, ASKED],
        vec![NAME, NUMBER],
        vec![NAME, YES],
        vec![NAME, YES, NO_NUMBER],
        vec![NAME, NO, NUMBER],
    ] {
        assert!(!is_named(&with_person(&person.join(", "))), "{person:?}");
    }
}

#[test]
fn a_no_stays_a_no_even_when_the_owner_wants_otherwise() {
    for person in
        [vec![OVERRULED, NO], vec![OVERRULED, NO, NUMBER], vec![OVERRULED, YES, NO_NUMBER]]
    {
        assert!(!is_named(&with_person(&person.join(", "))), "{person:?}");
    }
}

#[test]
fn who_agreed_is_on_the_card_with_a_number_and_without_a_remark() {
    for person in
        [vec![NAME, YES, NUMBER], vec![NAME, PARTLY, NUMBER], vec![OVERRULED, YES, NUMBER]]
    {
        let card = with_person(&person.join(", "));
        let said = card.said_on(Panel::R1);
        assert!(said.contains("Canarina") && said.contains("06 12345678"), "{person:?}: {said}");
        assert!(!card.said().contains(&card.words.say(id::CARD_NOT_ASKED)), "{person:?}");
    }
}

#[test]
fn a_number_that_nobody_said_yes_to_is_not_on_the_card() {
    for person in [vec![OVERRULED], vec![OVERRULED, YES]] {
        let card = with_person(&person.join(", "));
        assert!(card.said().contains("Canarina"), "{person:?}");
        assert!(!card.said().contains("06 12345678"), "{person:?}");
    }
}

#[test]
fn whom_the_owner_named_unasked_is_marked_so_in_bold() {
    for person in [vec![OVERRULED], vec![OVERRULED, ASKED], vec![OVERRULED, NUMBER]] {
        let card = with_person(&person.join(", "));
        let remark = card.words.say(id::CARD_NOT_ASKED);
        let lines = lines(&card.panel(Panel::R1).items);
        let line = lines.iter().find(|line| line.text() == remark).unwrap();
        let bold =
            line.placed.line.glyphs.iter().all(|glyph| {
                landvast_card::font::FaceId::chain(Weight::Bold).contains(&glyph.face)
            });
        assert!(bold, "{person:?}");
        assert!(card.said_on(Panel::R1).contains("Canarina"), "{person:?}");
    }
}

#[test]
fn people_stand_in_the_order_in_which_to_call_them() {
    let person = |name: &str, order: u8| {
        format!(
            r#"{{"name": "{name}", "phones": ["06 1234567{order}"], "call_order": {order},
                "number_on_card": "yes", "agreed": {{"on": "2026-03-01", "answer": "yes"}}}}"#
        )
    };
    let people = [person("Derde", 3), person("Eerste", 1), person("Tweede", 2)].join(", ");
    let card = Card::of(&format!(
        r#"{{"landvast": 1, "language": "nl", "answers": {{}}, "people": [{people}]}}"#
    ));
    let said = card.said_on(Panel::R1);
    let at = |name: &str| said.find(name).unwrap();
    assert!(at("Eerste") < at("Tweede") && at("Tweede") < at("Derde"), "{said}");
    assert!(card.said_on(Panel::L1).contains("Eerste"), "the first caller is on the cover");
    assert!(!card.said_on(Panel::L1).contains("Tweede"));
}
