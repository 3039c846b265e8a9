//! The next-of-kin sheet, read by somebody frightened at three in the night; and the one for a
//! child.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod plans;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use landvast_card::layout::Laid;
use landvast_card::pages::sheet;
use landvast_card::scene::{Item, Role, mm};
use landvast_card::shape::Typesetter;
use landvast_model::excerpt::{Request, excerpt};
use landvast_model::paper::PaperKind;
use landvast_model::rules;
use landvast_model::table::{Field, Goes, Owner, Section};
use landvast_model::{Book, Kind, Language, Reader, TABLE, Table};
use landvast_text::numbers::{HELP_LINES, help_line};
use landvast_text::{Words, id};

use plans::{
    EMPTY, HALF, MIRA, NOOR, PLANS, ROBIN, aloud, book, book_of, lines, paper, parts, person, today,
};

fn sheet_for(book: &Book, name: &str) -> Laid {
    let reader = Reader::Person(person(book, name));
    paper(book, (reader, PaperKind::Sheet), book.language, sheet)
}

fn said_to(json: &str, name: &str) -> String {
    aloud(&sheet_for(&book(json), name).scene)
}

/// Every sheet of every plan, by name.
fn every_sheet() -> Vec<(String, Laid)> {
    let mut sheets = Vec::new();
    for (plan, json) in PLANS {
        let book = book(json);
        for person in book.people.iter().filter(|person| !rules::is_professional(person)).take(4) {
            for language in Language::ALL {
                let reader = (Reader::Person(person.id), PaperKind::Sheet);
                let laid = paper(&book, reader, language, sheet);
                sheets.push((format!("{plan}, {} in {}", person.name(), language.tag()), laid));
            }
        }
    }
    sheets
}

/// These words stand in the text, each after the one before.
fn assert_in_order(said: &str, words: &[&str]) {
    let mut rest = said;
    for words in words {
        let found = rest.split_once(words);
        assert!(found.is_some(), "{words:?} does not come in {rest:?}");
        rest = found.unwrap().1;
    }
}

#[test]
fn the_sheet_for_a_sister_lies_where_it_lies() {
    insta::assert_snapshot!(sheet_for(&book(MIRA), "Fatima").scene.to_text());
}

#[test]
fn the_sheet_for_a_child_lies_where_it_lies() {
    insta::assert_snapshot!(sheet_for(&book(MIRA), "Sam").scene.to_text());
}

#[test]
fn first_stands_what_cannot_wait_and_last_what_can() {
    let said = said_to(MIRA, "Fatima");
    let parts = [
        "Als het niet goed gaat met Mira",
        "Is er gevaar?",
        "112",
        "113",
        "Durf te bellen",
        "Bel 112 en blijf in de buurt.",
        "Doe eerst dit",
        "Ga naast me zitten.",
        "Ik blijf bij je.",
        "Wie bel je?",
        "Joost",
        "06 87654321",
        "Marit",
        "De zorg",
        "Wijkteam Oost",
        "088 123 4599",
        "Huisarts De Linde",
        "Zo kun je het zeggen",
        "“Ik bel over Mira. Ik ben Fatima, familie van Mira.”",
        "Dit kunnen ze vragen",
        "Mira de Boer",
        "Als Mira hulp weigert",
        "Vraag het later nog eens.",
        "0800-1205",
        "Jouw taken",
        "Langskomen",
        "Dit hoef je niet",
        "Je hoeft niet te blijven slapen.",
        "Zo help je Mira",
        "Praat zacht",
        "Pak me niet vast",
        "Van Mira voor jou",
        "Dank je dat je er bent.",
        "Voor jou zelf",
        "Slaap ik genoeg?",
        "Je mag altijd minder doen, of stoppen.",
        "Geef dit blad dan terug.",
        "Versie 1",
        "Om later rustig te lezen",
        "Zo merk je het",
        "Ik praat hard",
        "Wat we hebben afgesproken",
        "Jullie bellen elkaar.",
        "Kinderen, dieren en huis",
        "Saar",
        "Wat je mag weten en vertellen",
        "Mama mag alles weten.",
        "Hulpverleners mogen altijd naar jou luisteren.",
        "Hier kun je terecht",
        "Ypsilon",
        "Over dit blad",
        "In de blauwe map.",
    ];
    assert_in_order(&said, &parts);
}

#[test]
fn the_upper_half_of_the_first_page_says_danger_and_what_to_do_first() {
    for (name, laid) in every_sheet() {
        let is_minor = name.contains("Sam") || name.contains("Tijn") || name.contains("Kofi");
        if name.starts_with("overfull") || is_minor {
            continue;
        }
        let page = laid.scene.pages.first().unwrap();
        let lines = lines(&page.items);
        let heading = [id::KIN_FIRST]
            .iter()
            .flat_map(|message| Language::ALL.map(|l| Words::new(l).say(*message)))
            .collect::<Vec<_>>();
        let at = lines.iter().position(|placed| heading.contains(&placed.line.text)).unwrap();
        let below = lines.get(at + 1).unwrap();
        // A long note on wanting to die may push it down a little; never below the fold.
        assert!(below.baseline <= mm(297.0 * 0.55), "{name}: {} pt down", below.baseline);
        assert!(below.line.size_pt >= 15.0, "{name}: read at arm's length");
        let numbers = ["112", "113"];
        for number in numbers {
            let said = lines.iter().find(|placed| placed.line.text == number);
            assert!(said.unwrap().baseline < mm(100.0), "{name}: {number}");
        }
    }
}

#[test]
fn a_sheet_is_read_at_arms_length() {
    let laid = sheet_for(&book(MIRA), "Fatima");
    for page in &laid.scene.pages {
        for placed in lines(&page.items) {
            // Remarks and the foot are smaller; nothing that is to be done is.
            assert!(placed.line.size_pt >= 8.0, "{:?}", placed.line.text);
        }
    }
    let said = laid.scene.pages.iter().flat_map(|page| lines(&page.items));
    let body = said.filter(|placed| (placed.line.size_pt - 11.5).abs() < 0.01).count();
    assert!(body > 30, "{body} lines of running text");
}

#[test]
fn a_usual_sheet_is_two_pages_and_the_third_can_wait_until_morning() {
    for (json, name) in [(MIRA, "Fatima"), (MIRA, "Joost"), (NOOR, "Karim")] {
        let laid = sheet_for(&book(json), name);
        assert!(laid.scene.pages.len() <= 3, "{name}: {} pages", laid.scene.pages.len());
        let later = Words::new(Language::Nl).say(id::KIN_LATER);
        let at = laid
            .scene
            .pages
            .iter()
            .position(|page| lines(&page.items).iter().any(|placed| placed.line.text == later));
        assert!(at.unwrap() >= 1, "{name}: what acts comes first");
        let before: String = laid
            .scene
            .pages
            .iter()
            .take(2)
            .map(|page| {
                let lines = lines(&page.items);
                lines.iter().map(|placed| placed.line.text.clone() + " ").collect::<String>()
            })
            .collect();
        assert!(before.contains("Geef dit blad dan terug"), "{name}: what acts is on two pages");
    }
    let half = book(HALF);
    let first = half.people.first().unwrap().name().to_owned();
    assert!(sheet_for(&half, &first).scene.pages.len() <= 2);
}

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
fn who_has_no_tasks_is_told_that_being_there_is_enough() {
    assert!(said_to(MIRA, "Joost").contains("Je hebt geen taken. Er zijn is genoeg."));
    assert!(!said_to(MIRA, "Fatima").contains("Je hebt geen taken."));
}

#[test]
fn a_sheet_says_it_in_the_words_of_its_reader() {
    let said = said_to(ROBIN, "Imani");
    assert!(
        said.contains("“I am calling about Robin. I am Imani, the partner of Robin.”"),
        "{said}"
    );
    // The owner's own wording of who somebody is.
    assert!(said_to(NOOR, "Ana").contains("Ik ben Ana (zus) en ik bel voor Noor."));
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
fn somebody_without_a_name_gets_a_sheet_too() {
    let json = r#"{"landvast": 1, "language": "nl", "answers": {"a.call_name": "Mira"},
        "people": [{"kind": "friend"}]}"#;
    let book = book(json);
    let reader = Reader::Person(book.people.first().unwrap().id);
    let said = aloud(&paper(&book, (reader, PaperKind::Sheet), Language::Nl, sheet).scene);
    assert!(said.contains("Dit blad is voor jou."), "{said}");
    assert!(said.contains("“Ik bel over Mira. Ik ben een naaste van Mira.”"), "{said}");
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

#[test]
fn a_child_is_told_four_things_and_nothing_else() {
    let said = said_to(MIRA, "Sam");
    assert_in_order(
        &said,
        &[
            "Voor Sam",
            "Het is niet jouw schuld.",
            "Het is niet jouw taak.",
            "Bel een volwassene",
            "Fatima",
            "06 12345678",
            "Kindertelefoon",
            "Mira wil jou dit zeggen",
            "Ik houd van je.",
            "Je mag het je juf vertellen.",
        ],
    );
    let kindertelefoon = help_line("kindertelefoon").unwrap();
    assert_eq!(said.contains(kindertelefoon.phone), kindertelefoon.may_be_printed());
    for words in [
        "zelfdoding",
        "Penicilline",
        "Doe eerst dit",
        "Ga naast me zitten",
        "Praat zacht",
        "Ik praat hard",
        "Huisarts",
        "taken",
        "Zo merk je",
        "Saar",
        "blauwe map",
    ] {
        assert!(!said.contains(words), "{words:?} in {said}");
    }
    assert_eq!(sheet_for(&book(MIRA), "Sam").scene.pages.len(), 1);
}

#[test]
fn a_child_gets_no_task_even_if_one_was_written() {
    let json = MIRA.replace(
        r#""minor": "yes","#,
        r#""minor": "yes", "tasks": [{"task": "Canarina verzorgen"}],
           "limits": ["Canarina hoeft niet"], "may_know": ["a", "b", "c", "f", "h"],"#,
    );
    let said = said_to(&json, "Sam");
    assert!(!said.contains("Canarina"), "{said}");
}

#[test]
fn an_old_sheet_says_on_every_page_that_it_may_be_out_of_date() {
    let book = book(MIRA);
    let reader = Reader::Person(person(&book, "Fatima"));
    let excerpt = excerpt(&book, &TABLE, &Request::new(reader, PaperKind::Sheet), today());
    let words = Words::new(Language::Nl);
    let later = NaiveDate::from_ymd_opt(2028, 6, 2).unwrap();
    let laid = sheet(&excerpt, &words, later, &Typesetter::new());
    let warning = words.say(id::CARD_POSSIBLY_OUTDATED);
    assert!(laid.scene.to_text().matches(&warning).count() >= laid.scene.pages.len());
}

#[test]
fn every_sheet_begins_with_its_title_and_names_its_reader_at_the_foot() {
    for (name, laid) in every_sheet() {
        let items = &laid.scene.pages.first().unwrap().items;
        let first = items.iter().find_map(|item| match item {
            Item::Text(block) => Some(block.role),
            _ => None,
        });
        assert_eq!(first, Some(Role::H1), "{name}");
        assert!(!laid.scene.title.is_empty(), "{name}");
    }
    let text = sheet_for(&book(MIRA), "Fatima").scene.to_text();
    let foot = text.lines().find(|line| line.contains("Controlecode")).unwrap();
    assert!(foot.contains("Versie 1") && foot.contains("Voor Fatima"), "{foot}");
}

/// An answer of this kind, as it stands in a file, with a word that stands nowhere else.
fn sample(kind: Kind) -> Option<String> {
    Some(match kind {
        Kind::Text => r#""Kwikstaart zingt""#.to_owned(),
        Kind::Lines => r#"["Kwikstaart zingt", "En nog iets"]"#.to_owned(),
        Kind::Rows(columns) => {
            let cells = columns.iter().filter_map(|column| {
                let cell = match column.kind {
                    Kind::Choice(choices) => format!("{:?}", choices.first()?),
                    kind => sample(kind)?,
                };
                Some(format!("{:?}: {cell}", column.id))
            });
            format!("[{{{}}}]", cells.collect::<Vec<_>>().join(", "))
        }
        Kind::Phones => r#"["06 55512345"]"#.to_owned(),
        _ => return None,
    })
}

/// A plan with this answer alone, for a next of kin named Bo who may know everything.
fn alone(field: &Field, value: &str) -> String {
    let all = r#""may_know": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "w"]"#;
    let (answers, own) = match field.owner {
        Owner::Plan => {
            let audience = if field.is_public_by_default() { "anyone" } else { "Bo" };
            (
                format!(r#"{:?}: {{"value": {value}, "audience": ["{audience}"]}}"#, field.id),
                String::new(),
            )
        }
        Owner::Person => {
            let id = field.id.strip_prefix("d.").unwrap();
            (String::new(), format!(r#", "{id}": {value}"#))
        }
    };
    format!(
        r#"{{"landvast": 1, "language": "nl", "answers": {{{answers}}},
            "people": [{{"name": "Bo", {all}{own}}}]}}"#
    )
}

trait PublicByDefault {
    fn is_public_by_default(&self) -> bool;
}

impl PublicByDefault for Field {
    fn is_public_by_default(&self) -> bool {
        self.sees.contains(&landvast_model::table::Who::Anyone)
    }
}

#[test]
fn every_row_with_an_s_stands_on_the_sheet_once_it_is_shared_with_its_reader() {
    let mut seen = 0;
    for field in TABLE.fields().filter(|field| field.sheet != Goes::Never) {
        let Some(value) = sample(field.kind).filter(|_| field.sheet_part().rank > 0) else {
            continue;
        };
        let said = said_to(&alone(field, &value), "Bo");
        let there = said.contains("Kwikstaart zingt") || said.contains("06 55512345");
        assert!(there, "{}: {said}", field.id);
        seen += 1;
    }
    assert!(seen >= 40, "{seen}");
}

const NEW: Field = Field::of_plan("h.new", Section::H, Kind::Text)
    .sees(&[landvast_model::table::Who::NextOfKin])
    .goes("S");
const NAME: &[Field] = &[NEW, Field::of_person(rules::NAME, Kind::Text).goes("S")];
const PARTS: &[&[Field]] = &[NAME];
static WITH_A_NEW_ROW: Table = Table::new(PARTS);

#[test]
fn a_new_row_of_the_table_stands_on_the_sheet_without_another_change() {
    let json = r#"{"landvast": 1, "language": "nl",
        "answers": {"h.new": {"value": "Kwikstaart zingt", "audience": ["Bo"]}},
        "people": [{"name": "Bo"}]}"#;
    let book = book_of(&WITH_A_NEW_ROW, json);
    let reader = Reader::Person(person(&book, "Bo"));
    let request = Request::new(reader, PaperKind::Sheet);
    let excerpt = excerpt(&book, &WITH_A_NEW_ROW, &request, today());
    let words = Words::new(Language::Nl).with_extra("field-h-new = Iets nieuws\n").unwrap();
    let said = aloud(&sheet(&excerpt, &words, today(), &Typesetter::new()).scene);
    assert!(said.contains("Kinderen, dieren en huis Iets nieuws Kwikstaart zingt"), "{said}");
}

#[test]
fn a_plan_with_nobody_has_no_sheet_to_make_but_an_empty_one_is_sound() {
    let book = book(EMPTY);
    let laid = paper(&book, (Reader::Owner, PaperKind::Sheet), Language::Nl, sheet);
    assert!(aloud(&laid.scene).contains("112"));
}
