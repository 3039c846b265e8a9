//! The whole plan and the page of wishes, as whoever holds them reads them.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod plans;

use landvast_card::layout::Laid;
use landvast_card::pages::{agreements, plan, wishes};
use landvast_card::scene::{Contents, Item, Page, Role};
use landvast_model::paper::PaperKind;
use landvast_model::{Book, Language, Reader};

use plans::{MIRA, NOOR, PLANS, aloud, book, paper, person};

fn whole(book: &Book, reader: Reader) -> Laid {
    paper(book, (reader, PaperKind::Plan), Language::Nl, plan)
}

fn wished(book: &Book, reader: Reader) -> Laid {
    paper(book, (reader, PaperKind::Wishes), Language::Nl, wishes)
}

/// Every plan and page of wishes, in every language, for its owner.
fn every_paper() -> Vec<(String, Laid)> {
    let mut papers = Vec::new();
    for (name, json) in PLANS {
        for language in Language::ALL {
            let book = book(json);
            let kinds = [(PaperKind::Plan, plan as fn(&_, &_, _, &_) -> Laid)];
            let kinds = kinds.into_iter().chain([
                (PaperKind::Wishes, wishes as fn(&_, &_, _, &_) -> Laid),
                (PaperKind::Agreements, agreements as fn(&_, &_, _, &_) -> Laid),
            ]);
            for (kind, lay) in kinds {
                let laid = paper(&book, (Reader::Owner, kind), language, lay);
                papers.push((format!("{name} {kind:?} {language:?}"), laid));
            }
        }
    }
    papers
}

fn role(item: &Item) -> Option<Role> {
    match item {
        Item::Text(block) => Some(block.role),
        _ => None,
    }
}

fn is_heading(item: &Item) -> bool {
    matches!(role(item), Some(Role::H2 | Role::H3))
}

fn to_read(page: &Page) -> Vec<&Item> {
    page.items.iter().filter(|item| !matches!(item, Item::Artifact(_))).collect()
}

#[test]
fn no_heading_stands_over_nothing_or_at_the_foot_of_a_page() {
    for (name, laid) in every_paper() {
        for (number, page) in (1..).zip(&laid.scene.pages) {
            let items = to_read(page);
            let mut next = items.iter().skip(1);
            for item in &items {
                let below = next.next();
                let over_nothing = match below.map(|item| role(item)) {
                    None | Some(Some(Role::H2)) => true,
                    Some(Some(Role::H3)) => role(item) == Some(Role::H3),
                    Some(_) => false,
                };
                assert!(!(is_heading(item) && over_nothing), "{name}, page {number}");
            }
        }
    }
}

fn contents(laid: &Laid) -> Option<&Contents> {
    let items = laid.scene.pages.iter().flat_map(|page| &page.items);
    items.into_iter().find_map(|item| match item {
        Item::Contents(contents) => Some(contents),
        Item::Group(group) => group.items.iter().find_map(|item| match item {
            Item::Contents(contents) => Some(contents),
            _ => None,
        }),
        _ => None,
    })
}

#[test]
fn each_line_of_the_contents_has_the_number_of_the_page_where_its_section_begins() {
    for (name, laid) in every_paper() {
        let Some(contents) = contents(&laid) else { continue };
        let mut listed = Vec::new();
        for lead in &contents.leads {
            let lines = lead.words.iter().flat_map(|part| &part.lines);
            let said: Vec<&str> = lines.map(|placed| placed.line.text.trim()).collect();
            let (number, title) = said.split_last().unwrap();
            assert_eq!(number.parse::<usize>().unwrap(), lead.page + 1, "{name}");
            let page = laid.scene.pages.get(lead.page).unwrap();
            let title = title.join(" ");
            assert!(page.marks.iter().any(|mark| mark.title == title), "{name}: {title}");
            listed.push(title);
        }
        let marks = laid.scene.pages.iter().flat_map(|page| &page.marks);
        let sections = marks.filter(|mark| mark.level == 1).map(|mark| mark.title.clone());
        let sections: Vec<String> = sections.collect();
        assert_eq!(listed, sections, "{name}: every section, in its order");
    }
}

#[test]
fn a_page_of_wishes_names_whose_it_is_and_for_whom() {
    let book = book(NOOR);
    let laid = wished(&book, Reader::Person(person(&book, "Marit")));
    let said = aloud(&laid.scene);
    assert!(said.contains("Van Noor, voor Marit"), "{said}");
    let feet = laid.scene.to_text().matches("· Voor Marit ·").count();
    assert_eq!(feet, laid.scene.pages.len(), "the foot of each page names the reader");
    assert!(aloud(&wished(&book, Reader::Owner).scene).contains("Van en voor Noor"));
}

#[test]
fn wishes_fit_on_one_sheet_of_paper() {
    for json in [NOOR, MIRA] {
        assert!(wished(&book(json), Reader::Owner).scene.pages.len() <= 2);
    }
}

/// However long the wishes are, the last of them stand above the name.
#[test]
fn nobody_signs_on_an_empty_page() {
    let signs = |text: &str| text.contains("\"Handtekening\"");
    for count in 1..60 {
        let wishes = vec!["Ring eerst met mijn broer."; count].join("\\n");
        let json = format!(
            r#"{{"landvast": 1, "language": "nl", "answers": {{"a.call_name": "Mira",
            "g.wishes": "{wishes}", "g.transport": "Lopend."}}}}"#
        );
        let scene = wished(&book(&json), Reader::Owner).scene;
        let pages = scene.pages.iter().cloned().map(|page| {
            let (title, language) = (scene.title.clone(), scene.language.clone());
            landvast_card::scene::Scene { title, language, pages: vec![page] }.to_text()
        });
        let page = pages.into_iter().find(|page| signs(page)).unwrap();
        assert!(page.contains("Lopend."), "after {count} lines");
    }
}

const SIGNED: &str = r#"{
  "landvast": 1,
  "language": "nl",
  "answers": {
    "a.call_name": "Mira",
    "i.sign_owner": "2026-10-06",
    "i.sign_others": [
      {"who": ["Fatima"], "on": "2026-10-07"},
      {"name": "Oom Wim", "on": "2026-10-08"}
    ],
    "e.agreements": [{"who": ["Sam"], "what": "Sam belt terug."}]
  },
  "people": [{"name": "Fatima"}, {"name": "Sam"}]
}"#;

#[test]
fn who_signs_gets_a_line_to_sign_and_no_agreement_that_is_not_theirs() {
    let book = book(SIGNED);
    let said = aloud(&whole(&book, Reader::Owner).scene);
    assert!(said.contains("Fatima Ik ken dit plan."), "{said}");
    assert!(said.contains("Oom Wim Ik ken dit plan."), "{said}");
    assert!(said.contains("Sam Sam belt terug."), "{said}");
    assert!(!said.contains("Fatima Sam belt terug."), "{said}");
    // What was signed before stands once, with the lines to sign.
    assert_eq!(said.matches("6 oktober 2026").count(), 1, "{said}");
    assert_eq!(said.matches("8 oktober 2026").count(), 1, "{said}");
    let agreed = paper(&book, (Reader::Owner, PaperKind::Agreements), Language::Nl, agreements);
    let agreed = aloud(&agreed.scene);
    assert!(!agreed.contains("Oom Wim") && !agreed.contains("8 oktober"), "{agreed}");
}

#[test]
fn a_professional_signs_on_their_own_plan_for_themselves_only() {
    let book = book(NOOR);
    let said = aloud(&whole(&book, Reader::Person(person(&book, "Marit"))).scene);
    let (_, signing) = said.rsplit_once("Waarvoor").unwrap();
    assert!(signing.contains("Noor") && signing.contains("Marit"), "{signing}");
    assert!(!signing.contains("Joost") && !signing.contains("Oma Rianne"), "{signing}");
}
