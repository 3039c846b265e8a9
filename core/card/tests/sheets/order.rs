//! What stands where on a sheet, and how large.

use chrono::NaiveDate;
use landvast_card::layout::Laid;
use landvast_card::pages::sheet;
use landvast_card::scene::{Page, mm};
use landvast_card::shape::Typesetter;
use landvast_model::excerpt::{Request, excerpt};
use landvast_model::paper::PaperKind;
use landvast_model::{Language, Reader, TABLE};
use landvast_text::{Words, id};

use crate::plans::{EMPTY, HALF, MIRA, NOOR, aloud, book, lines, paper, person, today};
use crate::{assert_in_order, every_sheet, said_to, sheet_for};

#[test]
fn the_sheet_for_a_sister_lies_where_it_lies() {
    insta::assert_snapshot!(sheet_for(&book(MIRA), "Fatima").scene.to_text());
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
        "’s Nachts, of als niemand opneemt",
        "Wijkteam Oost",
        "088 123 4599",
        "Overdag en ’s avonds",
        "Joost",
        "06 87654321",
        "Marit",
        "030 765 4321",
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
        assert!(before.contains("Zo help je "), "{name}: what acts is on two pages");
    }
    let half = book(HALF);
    let first = half.people.first().unwrap().name().to_owned();
    assert!(sheet_for(&half, &first).scene.pages.len() <= 2);
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
fn a_plan_with_nobody_has_no_sheet_to_make_but_an_empty_one_is_sound() {
    let book = book(EMPTY);
    let laid = paper(&book, (Reader::Owner, PaperKind::Sheet), Language::Nl, sheet);
    assert!(aloud(&laid.scene).contains("112"));
}

/// The pages of a sheet before what can wait.
fn pages_to_act(laid: &Laid) -> usize {
    let later = Words::new(Language::Nl).say(id::KIN_LATER);
    let is_later = |page: &Page| lines(&page.items).iter().any(|line| line.line.text == later);
    laid.scene.pages.iter().position(is_later).unwrap() + 1
}

#[test]
fn somebody_who_may_know_everything_acts_from_three_pages_at_most() {
    let laid = sheet_for(&book(NOOR), "Ana");
    assert!(pages_to_act(&laid) <= 3);
    assert!(laid.scene.pages.len() <= 6, "{} pages", laid.scene.pages.len());
    // Everything up to whom to call is on the first page: it need not be turned.
    let first = lines(&laid.scene.pages.first().unwrap().items);
    let said: Vec<&str> = first.iter().map(|placed| placed.line.text.as_str()).collect();
    assert_in_order(&said.join(" "), &["112", "113", "Ga rustig naast me zitten", "088 123 4500"]);
    assert!(said.contains(&"Huisarts De Linde"), "{said:?}");
}

#[test]
fn what_can_wait_is_smaller_than_what_cannot() {
    let laid = sheet_for(&book(NOOR), "Ana");
    let size = |words: &str| {
        let pages = laid.scene.pages.iter();
        let mut lines = pages.flat_map(|page| lines(&page.items));
        lines.find(|placed| placed.line.text.contains(words)).unwrap().line.size_pt
    };
    assert!((size("Bij me komen zitten") - 11.5).abs() < 0.01);
    let later = size("Vaak een paar uur");
    assert!((10.0..11.0).contains(&later), "{later}");
}
