//! Where a word may be divided at the end of a line.

/// The places, in bytes from its start, where a hyphen may divide the word.
///
/// Only plain words of a language whose rules are known: a number, an address or a name of a
/// medicine with a digit in it is never divided.
pub(super) fn hyphen_places(word: &str, language: &str) -> Vec<usize> {
    let Some(language) = known(language) else { return Vec::new() };
    let letters = word.chars().count();
    if !(SHORTEST..=LONGEST).contains(&letters) || !word.chars().all(char::is_alphabetic) {
        return Vec::new();
    }
    let mut at = 0;
    let mut places = Vec::new();
    for syllable in hypher::hyphenate_bounded(word, language, FEWEST_LEFT, FEWEST_RIGHT) {
        at += syllable.len();
        places.push(at);
    }
    places.pop();
    places
}

/// Shorter words are not divided.
const SHORTEST: usize = 7;
/// Longer ones are no words.
const LONGEST: usize = 80;
/// Letters that stay before the hyphen, and that go on after it.
const FEWEST_LEFT: usize = 3;
const FEWEST_RIGHT: usize = 3;

fn known(language: &str) -> Option<hypher::Lang> {
    match language.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
        "nl" => Some(hypher::Lang::Dutch),
        "en" => Some(hypher::Lang::English),
        _ => None,
    }
}
