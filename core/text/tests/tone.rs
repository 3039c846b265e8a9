//! How the product speaks: plain, warm, short, and never over somebody's head.
//!
//! These read the word files themselves, so a sentence that nobody says yet is held to it too. How
//! long a sentence may be, and how easy a language reads as a whole, is a rule of `cargo xtask tidy`.

use std::fs;
use std::path::Path;

/// Words that never stand in any message, in lower case.
const NEVER: [&str; 14] = [
    "patiënt",
    "patient",
    "crisiskaart",
    "gestoord",
    "verward",
    "gek ",
    "psychoot",
    "lijder",
    "slachtoffer",
    "suicidal",
    "insane",
    "crazy",
    "sufferer",
    "disturbed",
];
/// Where "crisis" itself may stand: the word's own row, the question that asks for the owner's own
/// word, and the name of a service.
const MAY_SAY_CRISIS: [&str; 2] = ["crisis-word", "field-a-own_word"];

/// Every line with words in it: where, and which words.
fn lines() -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for language in ["nl", "en"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("words").join(language);
        for entry in fs::read_dir(folder).expect("the words") {
            let path = entry.expect("a file").path();
            let mut message = String::new();
            for line in fs::read_to_string(&path).expect("a file of words").lines() {
                if line.starts_with('#') || line.trim().is_empty() {
                    continue;
                }
                let (name, words) = line.split_once('=').unwrap_or((line, line));
                if !line.starts_with([' ', '}']) {
                    name.trim().clone_into(&mut message);
                }
                lines.push((format!("{language}: {message}"), words.trim().to_owned()));
            }
        }
    }
    assert!(lines.len() > 1_000, "the word files were not found");
    lines
}

fn is(place: &str, ids: &[&str]) -> bool {
    ids.iter().any(|id| place.ends_with(&format!(": {id}")))
}

#[test]
fn nobody_is_shouted_at() {
    for (place, words) in lines() {
        assert!(!words.contains('!'), "{place}: {words}");
    }
}

#[test]
fn no_word_shames_or_labels_anybody() {
    for (place, words) in lines() {
        let words = words.to_lowercase();
        for never in NEVER {
            assert!(!words.contains(never), "{place}: {words}");
        }
    }
}

#[test]
fn the_owners_own_word_stands_wherever_crisis_would() {
    for (place, words) in lines().iter().filter(|(place, _)| !is(place, &MAY_SAY_CRISIS)) {
        let words = words.to_lowercase().replace("{ $crisis }", "");
        // The Dutch "crisisdienst" and the English "crisis service" are names of a service.
        let words = words.replace("crisis service", "").replace("crisisdienst", "");
        assert!(!words.contains("crisis"), "{place}: {words}");
    }
}

#[test]
fn dutch_words_say_je_and_never_u() {
    for (place, words) in lines().iter().filter(|(place, _)| place.starts_with("nl")) {
        let formal = words
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| matches!(word, "u" | "uw" | "Uw" | "U"));
        assert!(!formal, "{place}: {words}");
    }
}

#[test]
fn the_owners_own_word_fits_whatever_it_is() {
    // "de storm" but "het gat", "a dip" but "an attack"; and a word of two words joins no other.
    const NOT_BEFORE: [&str; 6] = ["de ", "het ", "deze ", "dit ", " a ", " an "];
    for (place, words) in lines() {
        for (before, after) in pairs(&words, "{ $crisis }") {
            let before = format!(" {}", before.to_lowercase());
            assert!(
                !NOT_BEFORE.iter().any(|article| before.ends_with(article)),
                "{place}: {words}"
            );
            assert!(
                !after.starts_with(|c: char| c.is_alphanumeric() || c == '-'),
                "{place}: {words}"
            );
        }
    }
}

/// What stands before and after each place where `sought` stands.
fn pairs<'a>(words: &'a str, sought: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    words.match_indices(sought).filter_map(move |(at, _)| {
        let (before, rest) = words.split_at_checked(at)?;
        Some((before, rest.strip_prefix(sought)?))
    })
}
