//! How the product speaks: plain, warm, short, and never over somebody's head.
//!
//! These read the word files themselves, so a sentence that nobody says yet is held to it too.

use std::fs;
use std::path::Path;

/// The longest sentence, in words.
const LONGEST_SENTENCE: usize = 15;
/// A law's own words, which may not be shortened without changing what they promise.
const BY_LAW: &str = "derived-i-legal_note";
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
fn no_sentence_is_longer_than_somebody_can_follow() {
    let mut long = Vec::new();
    for (place, words) in lines().iter().filter(|(place, _)| !is(place, &[BY_LAW])) {
        for sentence in words.split(['.', '?', ':']) {
            // A placeable is one word.
            let count = sentence
                .replace("{ $", "{$")
                .replace(" }", "}")
                .split_whitespace()
                .filter(|word| word.chars().any(char::is_alphanumeric))
                .count();
            if count > LONGEST_SENTENCE {
                long.push(format!("{place}: {count} words in “{sentence}”"));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
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
