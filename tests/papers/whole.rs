//! What the card says is whole: nobody's sentence is cut, and what is not there is told.

use std::collections::BTreeSet;

use landvast_card::shape::{Style, Weight};
use landvast_model::excerpt::{Content, Entry};
use landvast_model::kind::Kind;
use landvast_model::table::{Field, Goes, Owner};
use landvast_model::value::Row;
use landvast_model::{Panel, Place, TABLE, Value, What};
use landvast_text::id;
use landvast_text::phone::{self, Region};
use serde_json::{Value as Json, json};

use crate::card::{
    Card, EMPTY, LANGUAGES, Line, NOOR, PLANS, book, every_card, joined, lines, name_of,
    typesetter, units,
};

/// Words as paper can have them: without what no font has, and with single spaces.
fn as_set(words: &str) -> String {
    let style = Style { size_pt: 8.0, weight: Weight::Regular, language: "nl" };
    let set = typesetter().wrap(words, style, f32::INFINITY);
    let lines: Vec<&str> = set.lines.iter().map(|line| line.text.as_str()).collect();
    squeezed(&lines.join(" "))
}

fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Everything on a panel as one text, broken words whole again.
fn read_aloud(card: &Card, panel: Panel) -> String {
    let mut said = String::new();
    for unit in units(&card.panel(panel).items) {
        for part in unit.parts {
            said.push(' ');
            said.push_str(&joined(&part.lines));
        }
    }
    squeezed(&said)
}

/// What a field has to say on the card, a text a line, and the numbers in it.
fn lines_of(card: &Card, entry: &Entry) -> Vec<(String, Vec<String>)> {
    let Entry { field, content, .. } = entry;
    let Content::Answer(value) = content else { return Vec::new() };
    let name_of = |id| card.excerpt.name_of(id).map(str::to_owned);
    let Value::Rows(rows) = value else {
        let said = card.words.entries(field, value, &name_of);
        return said.iter().map(|line| (as_set(line), Vec::new())).collect();
    };
    let said = rows.iter().map(|row| {
        let (phones, cells) =
            row.cells.clone().into_iter().partition::<std::collections::BTreeMap<_, _>, _>(
                |(_, cell)| matches!(cell, Value::Phones(_)),
            );
        let numbers = phones.values().flat_map(Value::texts).map(shown).collect();
        let words = card.words.row(field, &Row { id: row.id, cells }, &name_of);
        (as_set(&words), numbers)
    });
    said.filter(|(words, numbers): &(String, Vec<String>)| !words.is_empty() || !numbers.is_empty())
        .collect()
}

fn shown(typed: &str) -> String {
    phone::read(typed, Region::Nl).map_or_else(|_| typed.trim().to_owned(), |phone| phone.shown)
}

fn moved(card: &Card) -> BTreeSet<(Place, Option<String>)> {
    let findings = card.laid.findings.iter();
    let moved = findings.filter(|finding| matches!(finding.what, What::MovedToPlan { .. }));
    moved.map(|finding| (finding.place, finding.field.clone())).collect()
}

/// Every answer is there whole, or not at all and told; never with its end cut off.
pub(crate) fn assert_whole(name: &str, card: &Card) {
    let moved = moved(card);
    let see_plan = card.words.say(id::CARD_SEE_PLAN);
    for entry in &card.excerpt.entries {
        let field = entry.field;
        let Some(place) = field.place else { continue };
        let aloud = read_aloud(card, place.panel);
        let lines = lines_of(card, entry);
        let mut all_there = true;
        for (words, numbers) in &lines {
            let there = aloud.contains(words.as_str())
                && numbers.iter().all(|number| aloud.contains(number));
            all_there &= there;
            let begins: String = words.chars().take(24).collect();
            let other_begins_so = lines.iter().any(|(other, _)| {
                other != words && other.starts_with(&begins) && aloud.contains(other.as_str())
            });
            if !aloud.contains(words.as_str()) && !other_begins_so {
                assert!(
                    words.chars().count() <= 24 || !aloud.contains(&begins),
                    "{name} {}: {begins:?}… is cut",
                    field.id
                );
            }
        }
        let told = moved.contains(&(Place::Plan, Some(field.id.to_owned())));
        assert_eq!(told, !all_there, "{name} {}: there whole, or told", field.id);
        if told {
            assert!(aloud.contains(&see_plan), "{name} {}: {see_plan:?}", field.id);
        }
    }
    for person in &card.excerpt.people {
        let aloud = read_aloud(card, Panel::R1);
        let there = aloud.contains(&as_set(person.name()));
        let told = moved.iter().any(|(place, _)| *place == Place::Person(person.id));
        assert!(there || told, "{name}: a person is there or told");
        assert!(!told || aloud.contains(&see_plan), "{name}: {see_plan:?}");
    }
}

#[test]
fn an_answer_is_there_whole_or_the_card_says_where_it_is() {
    for (name, card) in every_card() {
        assert_whole(&name, &card);
    }
}

#[test]
fn a_plan_that_fits_never_sends_anybody_to_the_plan() {
    let mut moved_there = Vec::new();
    for (name, card) in every_card() {
        if name.starts_with("empty") || name.starts_with("half") {
            assert!(
                !card.said().contains(&card.words.say(id::CARD_SEE_PLAN))
                    || !moved(&card).is_empty()
            );
            moved_there
                .extend(moved(&card).into_iter().map(|(_, field)| format!("{name}: {field:?}")));
        }
    }
    assert!(moved_there.is_empty(), "there is room: {moved_there:#?}");
}

#[test]
fn the_cover_says_who_what_first_touch_language_and_whom_to_call() {
    let mut missing = Vec::new();
    for (name, card) in every_card() {
        let aloud = read_aloud(&card, Panel::L1);
        let mut want = |what: &str, words: &str| {
            if !aloud.contains(words) {
                missing.push(format!("{name}: {what}"));
            }
        };
        for words in std::iter::once(&card.words).chain(&card.second) {
            want("the cover line", &words.say(id::CARD_COVER_LINE));
        }
        if let Some(first) = card.excerpt.people.first() {
            want("the first caller", first.name());
            want("their number", &shown(&first.phones()[0]));
        }
        // What is too long for the cover may stand in the plan: the overfull card.
        if name.starts_with("overfull") {
            continue;
        }
        for entry in &card.excerpt.entries {
            if entry.field.place.is_some_and(|place| place.panel == Panel::L1) {
                for (words, _) in lines_of(&card, entry) {
                    want(entry.field.id, &words);
                }
            }
        }
    }
    assert!(missing.is_empty(), "not on the cover: {missing:#?}");
}

/// An answer of the field's kind; its texts have `length` characters.
fn sample(kind: Kind, length: usize) -> Option<Json> {
    let words = "Wacht even op mij en zeg dan zacht mijn naam, ik hoor je wel. ";
    let text: String = words.chars().cycle().take(length).collect::<String>().trim().to_owned();
    Some(match kind {
        Kind::Text => json!(text),
        Kind::Lines => json!([text, format!("{text} en nog iets")]),
        Kind::Choice(choices) => json!(choices[0]),
        Kind::Day => json!("1992-05-14"),
        Kind::Phones => json!(["06 12345678"]),
        Kind::Hours => json!("ma-vr 9-17"),
        Kind::Degree { .. } => json!(1),
        Kind::Rows(columns) => {
            let cells = columns.iter().filter_map(|column| {
                Some((column.id.to_owned(), sample(column.kind, length.min(12))?))
            });
            json!([cells.collect::<serde_json::Map<_, _>>()])
        }
        Kind::Agreement => json!({"on": "2026-03-01", "answer": "yes"}),
        Kind::People | Kind::Sections | Kind::Derived => return None,
    })
}

/// A plan that holds this field alone, for anybody to read.
fn alone(field: &Field, value: &Json) -> String {
    let mut plan: Json = serde_json::from_str(EMPTY).unwrap();
    match field.owner {
        Owner::Plan => {
            plan["answers"][field.id] = json!({"value": value, "audience": ["anyone"]});
        }
        Owner::Person => {
            let mut person = json!({"name": "Wout", "phones": ["06 87654321"],
                "number_on_card": "yes", "agreed": {"on": "2026-03-01", "answer": "yes"}});
            person[field.id.trim_start_matches("d.")] = value.clone();
            plan["people"] = json!([person]);
        }
    }
    plan.to_string()
}

fn assert_there_alone(field: &'static Field, length: usize) {
    let place = field.place.unwrap();
    let json = alone(field, &sample(field.kind, length).unwrap());
    for (language, second) in LANGUAGES {
        let card = Card::in_words(&book(&json), language, second);
        let people = card.excerpt.people.iter().flat_map(|person| &person.entries);
        let entry = people.chain(&card.excerpt.entries).find(|e| e.field.id == field.id).unwrap();
        let aloud = read_aloud(&card, place.panel);
        for (words, numbers) in lines_of(&card, entry) {
            assert!(aloud.contains(&words), "{} alone: {words:?} in {aloud:?}", field.id);
            for number in numbers {
                assert!(aloud.contains(&number), "{} alone: {number:?}", field.id);
            }
        }
        assert!(moved(&card).is_empty(), "{} alone fits, {language:?} {second:?}", field.id);
    }
}

#[test]
fn every_field_of_the_card_is_there_when_it_is_switched_on_alone() {
    let placed = TABLE.fields().filter(|field| field.place.is_some() && !field.is_derived());
    let mut seen = 0;
    for field in placed {
        assert_there_alone(field, 20);
        seen += 1;
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn a_text_as_long_as_the_table_allows_fits_on_its_panel() {
    let texts = TABLE.owned(Owner::Plan).filter(|field| field.kind == Kind::Text);
    for field in texts {
        let Some(place) = field.place else { continue };
        assert_there_alone(field, usize::from(place.chars));
    }
}

#[test]
fn what_is_worked_out_is_on_every_card() {
    for (name, card) in every_card() {
        for field in TABLE.fields().filter(|field| field.is_derived()) {
            let Some(place) = field.place else { continue };
            if field.card != Goes::Always {
                continue;
            }
            let aloud = read_aloud(&card, place.panel);
            let wanted = match field.id {
                "i.version" => card.words.say_with(id::CARD_VERSION, &[("version", 1_u32.into())]),
                "i.date" => card.words.date_short(card.excerpt.stamp.on),
                "i.review_by" => card.words.date_short(card.excerpt.review_by),
                _ => card.words.derived(field).unwrap(),
            };
            assert!(aloud.contains(&wanted), "{name} {}: {wanted:?}", field.id);
        }
        let code = card.excerpt.code.to_string();
        assert!(card.said().contains(&code), "{name}: the check code");
    }
}

#[test]
fn a_short_where_is_on_the_card_whatever_else_there_is() {
    let longest = usize::from(TABLE.field("i.where").unwrap().place.unwrap().chars);
    let whole = "Thuis in de kast, in de blauwe map op de onderste plank, en een kopie bij Ana en bij Joost.";
    let whole: String = whole.chars().take(longest).collect();
    let mut missing = Vec::new();
    for (plan, json) in PLANS {
        for place in ["Bij Ana.", "Thuis in de blauwe map. Ana heeft een kopie.", &whole] {
            let mut json: Json = serde_json::from_str(json).unwrap();
            json["answers"]["i.where"] = json!(place);
            let book = book(&json.to_string());
            for (language, second) in LANGUAGES {
                let card = Card::in_words(&book, language, second);
                if !read_aloud(&card, Panel::R2).contains(place) {
                    let name = name_of(plan, language, second);
                    missing.push(format!("{name}: {} characters", place.chars().count()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "nobody is told where the plan is: {missing:#?}");
}

#[test]
fn a_sign_that_no_font_has_is_named_and_never_drawn() {
    let card = Card::of(
        r#"{"landvast": 1, "language": "nl", "answers": {
            "c.first": "Zet thee 🫖 voor mij.",
            "c.do": ["Zing हिन्दी mee", "Blijf"],
            "h.pets": [{"name": "Saar 🐈", "animal": "kat"}]
        }, "people": [{"name": "Wout 🌻", "phones": ["06 12345678"], "number_on_card": "yes",
            "agreed": {"on": "2026-03-01", "answer": "yes"}}]}"#,
    );
    let named = |field: &str| {
        let findings = card.laid.findings.iter().filter(|f| f.field.as_deref() == Some(field));
        let signs = findings.filter_map(|finding| match &finding.what {
            What::MissingCharacters { characters } => Some(characters.clone()),
            _ => None,
        });
        signs.collect::<String>()
    };
    assert_eq!(named("c.first"), "🫖");
    assert!(named("c.do").contains('ह') && named("c.do").contains('द'), "{}", named("c.do"));
    assert_eq!(named("h.pets"), "🐈");
    assert!(named("d.name").contains('🌻'));
    let said = card.said();
    assert!(said.contains("Zet thee voor mij.") && said.contains("Zing ? mee"), "{said}");
    let drawn = lines(&card.scene().pages[0].items);
    assert!(drawn.iter().flat_map(|line| &line.placed.line.glyphs).all(|glyph| glyph.id != 0));
}

#[test]
fn a_card_of_a_year_and_a_half_says_that_it_may_be_out_of_date() {
    let card = Card::of(NOOR);
    let months = chrono::Months::new(18);
    let later = crate::card::today().checked_add_months(months).unwrap();
    for (day, old) in [(later.pred_opt().unwrap(), false), (later, true)] {
        let laid =
            landvast_card::layout::fold_card(&card.excerpt, &card.words, None, day, typesetter());
        let said: Vec<String> = lines(&laid.scene.pages[0].items).iter().map(Line::text).collect();
        let warns = said.contains(&card.words.say(id::CARD_POSSIBLY_OUTDATED));
        assert_eq!(warns, old, "{day}");
    }
}
