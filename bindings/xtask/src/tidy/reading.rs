//! How hard our words are to read: short sentences, common words.
//!
//! Whoever reads a plan may be frightened, tired, or reading a language they learnt late. So a
//! sentence has at most fifteen words, and each language keeps a named index of reading ease:
//! Flesch-Douma for Dutch, Flesch for English. Both run from 0 to 100 and above; 60 to 70 is
//! plain, 70 to 80 fairly easy, 80 to 90 easy. An index counts words and syllables and knows
//! nothing of sense: it finds a text that grew heavy, and does not prove that one is good.

use std::fmt;

use hypher::Lang;

use super::Finding;
use super::said::{self, Said};
use super::tree::{SourceFile, Tree};

const FOLDER: &str = "core/text/words/";

/// The longest sentence, in words.
const MOST_WORDS: usize = 15;

/// The lowest index that all the sentences of a language may come to together: easy.
const EASY: f64 = 80.0;

/// A word of more letters than this is long (as in the reading index LIX).
const LONG: usize = 6;

/// A language that words are written in, and how its ease of reading is counted.
struct Language {
    folder: &'static str,
    /// The name of its index.
    index: &'static str,
    /// What a word in a sentence weighs, and a syllable in a word.
    weights: (f64, f64),
    patterns: Lang,
}

/// Flesch, "A new readability yardstick" (1948); Douma, "De leesbaarheid van landbouwbladen"
/// (1960), who weighed the same two things anew for Dutch.
const LANGUAGES: [Language; 2] = [
    Language { folder: "nl", index: "Flesch-Douma", weights: (0.93, 77.0), patterns: Lang::Dutch },
    Language { folder: "en", index: "Flesch", weights: (1.015, 84.6), patterns: Lang::English },
];

/// No sentence is longer than somebody can follow, and no language is hard to read as a whole.
pub(super) fn easy_to_read(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for language in &LANGUAGES {
        for said in language.texts(tree) {
            for sentence in sentences(&said.words) {
                let count = words(sentence).count();
                if count > MOST_WORDS {
                    let words = format!("{}: {count} words in one sentence", said.id);
                    findings.push(Finding::fault(&said.place, words));
                }
            }
        }
        let figures = language.figures(tree);
        if figures.sentences > 0 && figures.index() < EASY {
            let place = format!("{FOLDER}{}", language.folder);
            findings.push(Finding::fault(place, format!("below {EASY}: {figures}")));
        }
    }
    findings
}

/// How each language reads, in a line; nothing of a language without sentences.
pub(super) fn figures(tree: &Tree) -> Vec<String> {
    let all = LANGUAGES.iter().map(|language| language.figures(tree));
    all.filter(|figures| figures.sentences > 0).map(|figures| figures.to_string()).collect()
}

impl Language {
    fn texts<'a>(&'a self, tree: &'a Tree) -> impl Iterator<Item = Said> + 'a {
        let in_language = |file: &&SourceFile| {
            let inside = file.path.strip_prefix(FOLDER).and_then(|path| path.split_once('/'));
            inside.is_some_and(|(folder, _)| folder == self.folder)
        };
        tree.under(FOLDER, ".ftl").filter(in_language).flat_map(said::texts)
    }

    /// Counts the texts that are sentences; a label of two words would make any text look easy.
    fn figures(&self, tree: &Tree) -> Figures<'_> {
        let mut figures = Figures { language: self, sentences: 0, words: 0, syllables: 0, long: 0 };
        for said in self.texts(tree).filter(|said| said.words.ends_with(['.', '?'])) {
            for sentence in sentences(&said.words) {
                figures.sentences += 1;
                for word in words(sentence) {
                    figures.words += 1;
                    figures.syllables += self.syllables(word);
                    figures.long += u32::from(word.chars().count() > LONG);
                }
            }
        }
        figures
    }

    /// The syllables of a word: hyphenation finds most; what it leaves in one piece is counted by
    /// its groups of vowels.
    fn syllables(&self, word: &str) -> u32 {
        let parts = word.split(|letter: char| !letter.is_alphabetic());
        let pieces = parts.flat_map(|part| hypher::hyphenate_bounded(part, self.patterns, 1, 1));
        let is_english = self.patterns == Lang::English;
        let heard = pieces.map(|piece| {
            let groups = vowel_groups(piece);
            if is_english && groups > 1 && ends_silently(piece) { groups - 1 } else { groups }
        });
        heard.sum::<u32>().max(1)
    }
}

/// What was counted in a language.
struct Figures<'a> {
    language: &'a Language,
    sentences: u32,
    words: u32,
    syllables: u32,
    /// Words of more than [`LONG`] letters.
    long: u32,
}

impl Figures<'_> {
    fn words_per_sentence(&self) -> f64 {
        f64::from(self.words) / f64::from(self.sentences.max(1))
    }

    fn index(&self) -> f64 {
        let (word, syllable) = self.language.weights;
        let syllables_per_word = f64::from(self.syllables) / f64::from(self.words.max(1));
        206.835 - word * self.words_per_sentence() - syllable * syllables_per_word
    }
}

impl fmt::Display for Figures<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} {} {:.0} ({} sentences, {:.1} words each, {:.0} % long words)",
            self.language.folder,
            self.language.index,
            self.index(),
            self.sentences,
            self.words_per_sentence(),
            100.0 * f64::from(self.long) / f64::from(self.words.max(1)),
        )
    }
}

/// The sentences of a text. A full stop inside a word ends nothing: `c.first`, `.pdf`, `9.30`.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = |text: &str| {
        let mut letters = text.char_indices().peekable();
        while let Some((index, letter)) = letters.next() {
            let is_end = matches!(letter, '.' | '?' | ':' | ';');
            let after = letters.peek().map(|(_, next)| *next);
            if is_end && after.is_none_or(|next| next.is_whitespace() || "’”)".contains(next)) {
                return index + letter.len_utf8();
            }
        }
        text.len()
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        let (sentence, after) = rest.split_at(ends(rest));
        rest = after;
        (!sentence.is_empty()).then_some(sentence)
    })
    .filter(|sentence| words(sentence).next().is_some())
}

/// The words of a sentence, without what stands around them.
fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split_whitespace()
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

fn vowel_groups(piece: &str) -> u32 {
    let mut groups = 0;
    let mut was_vowel = false;
    for letter in piece.chars() {
        groups += u32::from(is_vowel(letter) && !was_vowel);
        was_vowel = is_vowel(letter);
    }
    groups
}

fn is_vowel(letter: char) -> bool {
    "aeiouyáàäâéèëêíìïîóòöôúùüû".contains(letter.to_ascii_lowercase())
}

/// Whether the last e of an English piece is written and not heard: name, helped, times.
fn ends_silently(piece: &str) -> bool {
    let ends = |ending: &str, heard_after: &[char]| {
        piece.strip_suffix(ending).is_some_and(|stem| {
            !stem.ends_with(is_vowel) && !stem.ends_with(heard_after) && !stem.is_empty()
        })
    };
    // A vowel before the l makes it silent (while), a consonant does not (people).
    let is_heard_le = piece.strip_suffix("le").is_some_and(|stem| !stem.ends_with(is_vowel));
    !is_heard_le
        && (ends("e", &[])
            || ends("ed", &['t', 'd'])
            || ends("es", &['s', 'x', 'z', 'c', 'g', 'h']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::made_up;

    fn dutch(text: &str) -> Tree {
        made_up::files(&[("core/text/words/nl/a.ftl", text)])
    }

    #[test]
    fn a_sentence_that_goes_on_and_on_is_a_fault() {
        let long = "woord ".repeat(MOST_WORDS);
        assert!(easy_to_read(&dutch(&format!("a = {long}.\n"))).is_empty());
        let findings = easy_to_read(&dutch(&format!("a = Kort. {long} te.\n")));
        let first = findings.first().expect("a fault");
        assert_eq!(first.words, "a: 16 words in one sentence");
        assert_eq!(first.place, "core/text/words/nl/a.ftl:1");
    }

    #[test]
    fn a_full_stop_inside_a_word_ends_no_sentence() {
        let text = "Begin met c.first om 9.30 uur. Daarna: landvast check";
        let all: Vec<&str> = sentences(text).collect();
        assert_eq!(all, ["Begin met c.first om 9.30 uur.", " Daarna:", " landvast check"]);
        assert_eq!(sentences("‘Bel Ana.’ Zij komt.").count(), 2);
    }

    #[test]
    fn syllables_are_counted_as_they_are_heard() {
        let [dutch, english] = &LANGUAGES;
        for (word, count) in [
            ("plan", 1),
            ("wensen", 2),
            ("medicijnen", 4),
            ("hulpverlener", 4),
            ("over", 2),
            ("idee", 2),
            ("kaart", 1),
            ("telefoon", 3),
            ("leeuw", 1),
            ("beamen", 3),
        ] {
            assert_eq!(dutch.syllables(word), count, "{word}");
        }
        for (word, count) in [
            ("plan", 1),
            ("people", 2),
            ("name", 1),
            ("city", 2),
            ("helped", 1),
            ("wanted", 2),
            ("times", 1),
            ("medicine", 3),
            ("understand", 3),
            ("agreement", 3),
            ("self-binding", 3),
        ] {
            assert_eq!(english.syllables(word), count, "{word}");
        }
    }

    #[test]
    fn heavy_words_bring_a_language_below_what_is_easy() {
        let heavy = "a = Zorgverantwoordelijken overleggen multidisciplinair over \
                     behandelovereenkomsten.\n";
        let findings = easy_to_read(&dutch(heavy));
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(easy_to_read(&dutch("a = Bel Ana. Zij komt naar je toe.\n")).is_empty());
    }

    #[test]
    fn labels_do_not_make_a_text_look_easy() {
        assert!(figures(&dutch("a = Naam\nb = Dit doe ik\n")).is_empty());
        let said = figures(&dutch("a = Naam\nb = Dit doe ik graag.\n"));
        assert_eq!(said.len(), 1);
        assert!(said.concat().contains("1 sentences, 4.0 words each, 0 % long words"), "{said:?}");
    }
}
