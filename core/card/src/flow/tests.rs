//! What a reader may count on, whatever is written: nothing is lost, nothing stands alone.

use landvast_model::Language;
use proptest::prelude::*;

use super::*;
use crate::scene::{Cell, Ink, Item, Page, Placed, Scope, Shape, each};

mod eye;

const MARGIN: f32 = 24.0 * 72.0 / 25.4;

fn laid(blocks: Vec<Block>) -> Scene {
    let mut document = Document::new("Mijn plan", Language::Nl.tag(), Size::Reading);
    document.blocks = blocks;
    lay(&document, &Words::new(Language::Nl), &Typesetter::new()).scene
}

fn text(words: &str) -> Block {
    Block::Text(Prose::new(words))
}

fn heading(level: Level, words: &str) -> Block {
    Block::Heading(level, Prose::new(words))
}

/// So many lines of text, each its own word.
fn lines(count: usize) -> String {
    (0..count).map(|line| format!("regel{line}")).collect::<Vec<_>>().join("\n")
}

/// The lines of words on a page that are spoken, as they are painted.
fn spoken(page: &Page) -> Vec<&Placed> {
    let mut lines = Vec::new();
    each(&page.items, &mut |ink| {
        if let Ink::Words(part) = ink {
            lines.extend(&part.lines);
        }
    });
    lines
}

/// The words on a page that are only painted.
fn painted(page: &Page) -> Vec<String> {
    let mut words = Vec::new();
    each(&page.items, &mut |ink| {
        if let Ink::Shape(Shape::Label { words: placed, .. }) = ink {
            words.push(placed.line.text.clone());
        }
    });
    words
}

fn all_words(scene: &Scene) -> Vec<String> {
    let lines = scene.pages.iter().flat_map(spoken);
    let text = lines.map(|placed| placed.line.text.clone()).collect::<Vec<_>>().join(" ");
    text.split_whitespace().map(str::to_owned).collect()
}

/// The tables of a page, those that go on from the page before among them.
fn tables(page: &Page) -> Vec<&crate::scene::Table> {
    let mut tables = Vec::new();
    for item in &page.items {
        let item = if let Item::Rest(rest) = item { rest.of.as_ref() } else { item };
        if let Item::Table(table) = item {
            tables.push(table);
        }
    }
    tables
}

fn rows(count: usize, words: &str) -> Vec<Vec<Vec<Prose>>> {
    let row = |number: usize| {
        vec![vec![Prose::new(format!("rij{number}"))], vec![Prose::new(words)], vec![]]
    };
    (0..count).map(row).collect()
}

fn table(rows: Vec<Vec<Vec<Prose>>>) -> Block {
    Block::Table(Table { rows, ..Table::new([("Wie", 1.0), ("Wat", 2.0), ("Uren", 1.0)]) })
}

#[test]
fn a_heading_always_has_two_lines_below_it_on_its_page() {
    for before in 0..70 {
        let scene = laid(vec![
            text(&lines(before)),
            heading(Level::Section, "Kop"),
            heading(Level::Part, "Daaronder"),
            text("een\ntwee\ndrie"),
        ]);
        let page = scene.pages.iter().find(|page| !page.marks.is_empty()).unwrap();
        let tops: Vec<f32> = page.marks.iter().map(|mark| mark.top).collect();
        assert_eq!(tops.len(), 2, "both headings on one page, after {before} lines");
        let below = spoken(page).into_iter().filter(|line| line.baseline > tops[1] + 15.0);
        assert!(below.count() >= 2, "after {before} lines");
    }
}

#[test]
fn a_heading_over_nothing_is_not_printed() {
    let scene = laid(vec![
        heading(Level::Section, "Leeg"),
        heading(Level::Part, "Ook leeg"),
        Block::List(Marks::Bullets, vec![Prose::new(" ")]),
        heading(Level::Section, "Vol"),
        text("woorden"),
        heading(Level::Section, "Leeg aan het eind"),
    ]);
    let marks: Vec<&str> = scene.pages[0].marks.iter().map(|mark| mark.title.as_str()).collect();
    assert_eq!(marks, ["Vol"]);
    assert_eq!(all_words(&scene), ["Mijn", "plan", "Vol", "woorden"]);
}

#[test]
fn no_line_of_a_paragraph_stands_alone_on_a_page() {
    for before in 30..60 {
        for count in 2..6 {
            let paragraph = lines(count);
            let scene = laid(vec![text(&"x\n".repeat(before)), text("x"), text(&paragraph)]);
            for page in &scene.pages {
                let own = spoken(page);
                let own = own.iter().filter(|line| line.line.text.starts_with("regel")).count();
                assert_ne!(own, 1, "{count} lines after {before}");
            }
        }
    }
}

#[test]
fn a_long_table_shows_its_head_on_every_page_and_speaks_it_once() {
    let scene = laid(vec![table(rows(200, "belt mij dezelfde dag terug"))]);
    assert!(scene.pages.len() > 3);
    let heads = |page: &Page| {
        let rows = tables(page).into_iter().flat_map(|table| table.rows.iter());
        rows.filter(|row| row.iter().all(|cell| cell.scope == Scope::Column)).count()
    };
    assert_eq!(scene.pages.iter().map(heads).collect::<Vec<_>>()[..3], [1, 0, 0]);
    for page in &scene.pages[1..] {
        assert!(painted(page).contains(&"Wie".to_owned()));
        let first = page.items.iter().find(|item| !matches!(item, Item::Artifact(_)));
        assert!(matches!(first, Some(Item::Rest(_))));
    }
    let names = all_words(&scene).into_iter().filter(|word| word.starts_with("rij"));
    assert_eq!(names.collect::<Vec<_>>(), (0..200).map(|n| format!("rij{n}")).collect::<Vec<_>>());
}

#[test]
fn a_row_is_never_split_unless_it_is_taller_than_a_page() {
    let scene = laid(vec![table(rows(40, &lines(7)))]);
    for table in scene.pages.iter().flat_map(tables) {
        for row in table.rows.iter().filter(|row| row[0].scope == Scope::Row) {
            let count: usize = row[1].parts.iter().map(|part| part.lines.len()).sum();
            assert_eq!(count, 7);
        }
    }
    let tall = laid(vec![table(rows(2, &lines(130)))]);
    let said: Vec<String> =
        all_words(&tall).into_iter().filter(|word| word.starts_with("regel")).collect();
    let expected: Vec<String> = (0..130).map(|line| format!("regel{line}")).collect();
    assert_eq!(said, [expected.clone(), expected].concat());
    let same = |row: &Vec<Cell>| row.len() == 3;
    assert!(tall.pages.iter().flat_map(tables).all(|table| table.rows.iter().all(same)));
}

#[test]
fn the_contents_lead_to_the_pages_where_sections_begin() {
    let mut blocks = vec![heading(Level::Section, "Ervoor"), text("x"), Block::Contents];
    for section in 0..9 {
        blocks.push(heading(Level::Section, &format!("Deel {section}")));
        blocks.extend([heading(Level::Part, "Iets"), text(&lines(section * 9 + 1))]);
    }
    let scene = laid(blocks);
    let contents = scene.pages[0].items.iter().find_map(|item| match item {
        Item::Contents(contents) => Some(contents),
        _ => None,
    });
    let leads = &contents.unwrap().leads;
    assert_eq!(leads.len(), 9);
    for (section, lead) in leads.iter().enumerate() {
        let title = format!("Deel {section}");
        let mark = scene.pages[lead.page].marks.iter().find(|mark| mark.title == title).unwrap();
        assert!((mark.top - lead.top).abs() < 0.01);
        let shown = &lead.words.last().unwrap().lines[0].line.text;
        assert_eq!(*shown, (lead.page + 1).to_string());
        assert_eq!(lead.spoken, format!("{title}, bladzijde {}", lead.page + 1));
    }
}

#[test]
fn a_readers_own_contents_nest_parts_in_sections() {
    let scene = laid(vec![
        heading(Level::Section, "Mijn mensen"),
        heading(Level::Part, "Ana\u{202e} (zus)"),
        text("belt"),
    ]);
    let marks: Vec<(u8, &str)> =
        scene.pages[0].marks.iter().map(|mark| (mark.level, mark.title.as_str())).collect();
    // What turns the reading order around is in no title either.
    assert_eq!(marks, [(1, "Mijn mensen"), (2, "Ana (zus)")]);
}

#[test]
fn twenty_thousand_characters_are_all_there() {
    let words: Vec<String> = (0..2_500).map(|word| format!("woord{word}")).collect();
    let scene = laid(vec![heading(Level::Section, "Kop"), text(&words.join(" "))]);
    assert!(scene.pages.len() > 3);
    let said: Vec<String> =
        all_words(&scene).into_iter().filter(|word| word.starts_with("woord")).collect();
    assert_eq!(said, words);
    for page in &scene.pages[1..] {
        assert!(page.items.iter().any(|item| matches!(item, Item::Rest(_))));
    }
}

#[test]
fn words_from_the_right_end_at_the_right_edge() {
    let arabic = "أحتاج إلى الهدوء. من فضلك اتصل بأختي".repeat(40);
    let scene = laid(vec![
        Block::Text(Prose::new(arabic).in_language(Some("ar".to_owned()))),
        Block::Facts(vec![Fact::new("Taal", Prose::new("عربي"))]),
    ]);
    let lines: Vec<&Placed> = scene.pages.iter().flat_map(spoken).collect();
    let long = lines.iter().filter(|line| line.line.width > 300.0);
    let ends: Vec<f32> = long.map(|line| line.x + line.line.width).collect();
    assert!(ends.len() > 3 && ends.iter().all(|end| (end - ends[0]).abs() < 0.1), "{ends:?}");
}

#[test]
fn what_is_kept_together_moves_to_the_next_page_as_a_whole() {
    for before in 0..60 {
        let kept = vec![text("samen1"), text("samen2\nsamen3"), text("samen4")];
        for block in [Block::KeepTogether(kept.clone()), Block::Frame(Tone::Danger, kept.clone())] {
            let scene = laid(vec![text(&lines(before)), block]);
            let counts = scene.pages.iter().map(|page| {
                spoken(page).iter().filter(|line| line.line.text.starts_with("samen")).count()
            });
            let counts: Vec<usize> = counts.filter(|count| *count > 0).collect();
            assert_eq!(counts, [4], "after {before} lines");
        }
    }
}

#[test]
fn what_is_kept_together_leaves_no_page_half_empty() {
    let kept = Block::Frame(Tone::Calm, vec![text(&lines(40))]);
    let scene = laid(vec![text(&lines(10)), kept]);
    assert_eq!(scene.pages.len(), 2);
    let first = scene.pages.first().map(|page| spoken(page).len()).unwrap_or_default();
    assert!(first > 30, "{first} lines on the first page");
}

#[test]
fn a_frame_taller_than_a_page_has_a_border_on_each() {
    let scene = laid(vec![Block::Frame(Tone::Danger, vec![text(&lines(120)), text("slot")])]);
    assert_eq!(scene.pages.len(), 3);
    for page in &scene.pages {
        let mut borders = Vec::new();
        each(&page.items, &mut |ink| {
            if let Ink::Shape(Shape::Rect { at, height, .. }) = ink {
                borders.push((at.y, at.y + height));
            }
        });
        let [(top, bottom)] = borders.as_slice() else { panic!("{borders:?}") };
        let lines = spoken(page);
        let inside = lines.iter().filter(|line| line.line.text != "Mijn plan");
        assert!(inside.into_iter().all(|l| l.baseline > *top && l.baseline < *bottom));
    }
}

#[test]
fn an_empty_paper_is_a_page_with_its_number() {
    let scene = laid(Vec::new());
    assert_eq!(scene.pages.len(), 1);
    assert!(painted(&scene.pages[0]).contains(&"bladzijde 1 van 1".to_owned()));
}

#[test]
fn a_paper_that_may_be_out_of_date_says_so_on_every_page() {
    let mut document = Document::new("Mijn plan", "nl", Size::ArmsLength);
    document.warning = Some("Mogelijk verouderd.".to_owned());
    document.blocks.push(text(&lines(120)));
    let scene = lay(&document, &Words::new(Language::Nl), &Typesetter::new()).scene;
    assert_eq!(spoken(&scene.pages[0])[0].line.text, "Mogelijk verouderd.");
    assert!(scene.pages.len() > 2);
    for page in &scene.pages[1..] {
        assert!(painted(page).contains(&"Mogelijk verouderd.".to_owned()));
    }
}

#[test]
fn a_number_to_ring_leads_to_the_telephone() {
    let link = Link { uri: "tel:112".to_owned(), contents: "Bel 112".to_owned() };
    let dial = Dial { shown: "112".to_owned(), which: String::new(), link: Some(link) };
    let call = Call { who: Prose::new("Gevaar"), about: vec![], numbers: vec![dial] };
    let scene = laid(vec![Block::Calls(Marks::Numbers, vec![call])]);
    let mut linked = Vec::new();
    each(&scene.pages[0].items, &mut |ink| {
        if let Ink::Words(part) = ink {
            linked.extend(part.link.as_ref().map(|_| part.lines[0].line.text.clone()));
        }
    });
    assert_eq!(linked, ["112"]);
}

#[test]
fn a_sign_that_no_font_has_is_told_with_its_answer() {
    let mut document = Document::new("Mijn plan", "nl", Size::Reading);
    let prose = Prose::new("Ik ben blij 🙂").of(Place::Plan, "b.well");
    document.blocks.push(Block::Text(prose));
    let found = lay(&document, &Words::new(Language::Nl), &Typesetter::new()).findings;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].field.as_deref(), Some("b.well"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn whatever_is_written_stays_on_the_page(
        answers in proptest::collection::vec("(\\PC|\n|[ا-ي]|[a-z]{1,40} ){0,300}", 1..4),
        before in 0_usize..60,
    ) {
        let mut blocks = vec![text(&lines(before))];
        for answer in &answers {
            blocks.push(heading(Level::Part, "Kop"));
            blocks.push(text(answer));
            blocks.push(Block::Facts(vec![Fact::new(answer.as_str(), Prose::new(answer.as_str()))]));
            blocks.push(table(rows(2, answer)));
            blocks.push(Block::Frame(Tone::Calm, vec![text(answer)]));
        }
        let scene = laid(blocks);
        for page in &scene.pages {
            for line in spoken(page) {
                prop_assert!(line.x >= MARGIN - 0.1);
                prop_assert!(line.x + line.line.width <= page.width - 20.0);
                prop_assert!(line.baseline > 20.0 && line.baseline < page.height - 60.0);
            }
        }
    }
}
