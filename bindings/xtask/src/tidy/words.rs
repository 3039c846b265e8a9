//! The words shown to people: the same messages in every language, in a decent tone.
//!
//! They lie in `core/text/words/<language>/*.ftl`. Fluent's format is simple enough to read by
//! lines: a message begins at the edge of the page, its attributes are indented and begin with a
//! dot, a variable begins with a dollar sign.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::tree::Tree;

const FOLDER: &str = "core/text/words/";

/// Words that this product does not say, each with what to do instead.
const NOT_OURS: &[(&str, &str)] = &[
    ("!", "say it calmly"),
    ("patient", "this is a person with a plan"),
    ("patiënt", "dit is iemand met een plan"),
];

/// Official names that hold such a word and cannot be changed by us.
const OFFICIAL: &[&str] = &["patiëntenvertrouwenspersoon", "patient advocate (pvp)"];

/// A message: its attributes, its variables, and where it stands.
#[derive(Debug, Default, PartialEq)]
struct Message {
    place: String,
    attributes: BTreeSet<String>,
    variables: BTreeSet<String>,
}

type Messages = BTreeMap<String, Message>;

/// Every message in every language, with the same attributes and the same variables.
pub(super) fn same_in_every_language(tree: &Tree) -> Vec<Finding> {
    let languages = languages(tree);
    if languages.len() < 2 {
        return vec![Finding::fault(FOLDER, "fewer than two languages were found")];
    }
    let ids: BTreeSet<&String> = languages.values().flat_map(BTreeMap::keys).collect();
    ids.into_iter().flat_map(|id| unlike(id, &languages)).collect()
}

/// How one message differs between the languages.
fn unlike(id: &str, languages: &BTreeMap<String, Messages>) -> Vec<Finding> {
    let Some(first) = languages.values().find_map(|messages| messages.get(id)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for (language, messages) in languages {
        let Some(message) = messages.get(id) else {
            findings.push(Finding::fault(&first.place, format!("{id} is missing in {language}")));
            continue;
        };
        if message.attributes != first.attributes {
            let words = format!("{id} has other attributes in {language}");
            findings.push(Finding::fault(&message.place, words));
        }
        if message.variables != first.variables {
            let words = format!("{id} has other variables in {language}");
            findings.push(Finding::fault(&message.place, words));
        }
    }
    findings
}

/// No message shouts, and none makes a person a patient.
pub(super) fn tone(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.under(FOLDER, ".ftl") {
        for (number, line) in file.lines().filter(|(_, line)| !line.starts_with('#')) {
            let mut said = line.to_lowercase();
            for name in OFFICIAL {
                said = said.replace(name, "");
            }
            for (word, instead) in NOT_OURS.iter().filter(|(word, _)| said.contains(word)) {
                let place = format!("{}:{number}", file.path);
                findings.push(Finding::fault(place, format!("`{word}`: {instead}")));
            }
        }
    }
    findings
}

fn languages(tree: &Tree) -> BTreeMap<String, Messages> {
    let mut languages: BTreeMap<String, Messages> = BTreeMap::new();
    for file in tree.under(FOLDER, ".ftl") {
        let inside = file.path.strip_prefix(FOLDER).unwrap_or_default();
        let Some((language, _)) = inside.split_once('/') else { continue };
        let messages = languages.entry(language.to_owned()).or_default();
        messages.extend(read(&file.path, &file.text));
    }
    languages
}

fn read(path: &str, text: &str) -> Messages {
    let mut messages = Messages::new();
    let mut current = String::new();
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        if let Some(id) = id_of(line) {
            let place = format!("{path}:{}", index + 1);
            messages.insert(id.to_owned(), Message { place, ..Message::default() });
            id.clone_into(&mut current);
        }
        let Some(message) = messages.get_mut(&current) else { continue };
        if let Some(attribute) = attribute_of(line) {
            message.attributes.insert(attribute.to_owned());
        }
        message.variables.extend(variables_of(line).map(str::to_owned));
    }
    messages
}

/// `some-id = words` at the edge of the page; a term, `-brand = …`, counts as well.
pub(super) fn id_of(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end();
    let first = id.chars().next()?;
    ((first.is_ascii_alphabetic() || first == '-') && id.chars().all(is_id_letter)).then_some(id)
}

pub(super) fn attribute_of(line: &str) -> Option<&str> {
    let (attribute, _) = line.trim_start().strip_prefix('.')?.split_once('=')?;
    let attribute = attribute.trim_end();
    (line.starts_with(' ') && attribute.chars().all(is_id_letter)).then_some(attribute)
}

fn variables_of(line: &str) -> impl Iterator<Item = &str> {
    let parts = line.split('$').skip(1);
    parts.map(|part| part.split(|letter| !is_id_letter(letter)).next().unwrap_or_default())
}

fn is_id_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::made_up;

    fn two(nl: &str, en: &str) -> Tree {
        made_up::files(&[("core/text/words/nl/a.ftl", nl), ("core/text/words/en/a.ftl", en)])
    }

    #[test]
    fn a_message_that_one_language_lacks_is_named() {
        let findings = same_in_every_language(&two("hello = Hallo\nbye = Dag\n", "hello = Hi\n"));
        let words: Vec<&str> = findings.iter().map(|finding| finding.words.as_str()).collect();
        assert_eq!(words, ["bye is missing in en"]);
    }

    #[test]
    fn the_same_message_in_another_file_is_the_same_message() {
        let tree = made_up::files(&[
            ("core/text/words/nl/a.ftl", "hello = Hallo\n"),
            ("core/text/words/en/b.ftl", "hello = Hi\n"),
        ]);
        assert!(same_in_every_language(&tree).is_empty());
    }

    #[test]
    fn attributes_and_variables_are_the_same_everywhere() {
        let whole =
            "people = { $count ->\n    [one] one\n   *[other] { $count }\n }\n    .hint = x\n";
        assert!(same_in_every_language(&two(whole, whole)).is_empty());
        let without_hint = "people = { $count }\n";
        assert_eq!(same_in_every_language(&two(whole, without_hint)).len(), 1);
        let other_variable = "people = { $number }\n    .hint = x\n";
        assert_eq!(same_in_every_language(&two(whole, other_variable)).len(), 1);
    }

    #[test]
    fn one_language_alone_proves_nothing() {
        let tree = made_up::files(&[("core/text/words/nl/a.ftl", "hello = Hallo\n")]);
        assert_eq!(same_in_every_language(&tree).len(), 1);
    }

    #[test]
    fn nobody_is_shouted_at_and_nobody_is_a_patient() {
        assert_eq!(tone(&two("a = Let op!\n", "a = The Patient sleeps\n")).len(), 2);
        assert!(
            tone(&two("# Fine!\na = De patiëntenvertrouwenspersoon\n", "a = Look\n")).is_empty()
        );
    }
}
