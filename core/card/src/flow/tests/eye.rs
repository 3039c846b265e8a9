//! What the eye of a reader trips over, and therefore never meets.

use super::*;

/// A label with so many lines beside it.
fn fact(count: usize) -> Block {
    let words = (0..count).map(|line| Prose::new(format!("regel{line}"))).collect();
    Block::Facts(vec![Fact { label: "Neem mee".to_owned(), words }])
}

#[test]
fn a_short_answer_is_never_parted_from_what_it_is_called() {
    for before in 30..60 {
        let scene = laid(vec![text(&"x\n".repeat(before)), text("x"), fact(4)]);
        let own = |page: &Page| {
            spoken(page).iter().filter(|line| line.line.text.starts_with("regel")).count()
        };
        assert!(scene.pages.iter().any(|page| own(page) == 4), "after {before} lines");
    }
}

#[test]
fn where_a_long_answer_goes_on_the_eye_finds_its_label_again() {
    let scene = laid(vec![fact(120)]);
    assert!(scene.pages.len() > 2);
    for page in &scene.pages[1..] {
        assert!(painted(page).iter().any(|words| words == "Neem mee"));
    }
    let spoken = all_words(&scene).join(" ");
    assert_eq!(spoken.matches("Neem mee").count(), 1, "spoken once");
}

#[test]
fn no_word_stands_alone_below_a_text_that_has_room_for_it() {
    let whole = "Je hoeft mij niet beter te maken, dat doen anderen, jij mag gewoon spelen, lezen";
    for end in 20..whole.len() {
        let Some(words) = whole.get(..end) else { continue };
        let scene = laid(vec![text(words)]);
        let lines = spoken(&scene.pages[0]);
        let [.., _, last] = lines.as_slice() else { panic!("a title and a text") };
        assert!(lines.len() == 2 || last.line.text.contains(' '), "{:?}", last.line.text);
    }
}

#[test]
fn a_long_name_does_not_push_together_what_stands_beside_it() {
    let cell = |first: &str| vec![Prose::new(first), Prose::new("onder")];
    let table = |name: &str| {
        let mut table = Table::new([("", 1.0), ("", 1.0)]);
        table.rows = vec![vec![cell("Theo"), cell(name)]];
        Block::Table(table)
    };
    let apart = |name: &str| {
        let scene = laid(vec![table(name)]);
        let lines = spoken(&scene.pages[0]);
        let theo = lines.iter().find(|placed| placed.line.text == "Theo").unwrap();
        let below = lines.iter().filter(|placed| placed.line.text == "onder");
        below.map(|placed| placed.baseline - theo.baseline).fold(f32::INFINITY, f32::min)
    };
    let long = "Odile, die al heel lang meedenkt met families en altijd eerst thee zet";
    assert!((apart("Kim") - apart(long)).abs() < 0.01);
}

#[test]
fn a_word_in_a_column_is_divided_only_if_the_column_is_too_narrow_for_it() {
    let lines_of = |words: &str| -> Vec<String> {
        let mut table = Table::new([("", 1.0), ("", 4.0)]);
        table.rows = vec![vec![vec![Prose::new(words)], vec![Prose::new("x")]]];
        let scene = laid(vec![Block::Table(table)]);
        spoken(&scene.pages[0]).iter().map(|placed| placed.line.text.clone()).collect()
    };
    assert!(lines_of("Wim met zijn buurvrouwen").iter().any(|line| line == "buurvrouwen"));
    let divided = lines_of("familie-ervaringsdeskundigenvereniging");
    assert!(divided.iter().any(|line| line.ends_with(['-', '\u{ad}'])), "{divided:?}");
}
