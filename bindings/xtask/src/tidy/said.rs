//! The word files as a person reads them: whole sentences, without the marks that programs need.
//!
//! A placeable (`{ $name }`) is read as one short word. Of a choice (`[one] … *[other] …`) the
//! usual variant is read, the one with the star.

use super::tree::SourceFile;
use super::words::{attribute_of, id_of};

/// A text that is shown to somebody.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Said {
    /// The file and the line in which it begins.
    pub(super) place: String,
    /// The message, and the attribute if it is one: `field-c-do.question`.
    pub(super) id: String,
    pub(super) words: String,
}

/// What a placeable is read as: one word of one syllable.
const SOMETHING: &str = "this";

/// Every text of a word file.
pub(super) fn texts(file: &SourceFile) -> Vec<Said> {
    let mut texts: Vec<Said> = Vec::new();
    let mut message = "";
    for (number, line) in file.lines().filter(|(_, line)| !line.starts_with('#')) {
        let id = if let Some(id) = id_of(line) {
            message = id;
            id.to_owned()
        } else if let Some(attribute) = attribute_of(line) {
            format!("{message}.{attribute}")
        } else {
            // A text that goes on, or the lines of a choice.
            if let Some(text) = texts.last_mut() {
                text.words.push('\n');
                text.words.push_str(line.trim());
            }
            continue;
        };
        let words = line.split_once('=').map_or("", |(_, words)| words.trim()).to_owned();
        texts.push(Said { place: format!("{}:{number}", file.path), id, words });
    }
    for text in &mut texts {
        plain(&text.words).trim().clone_into(&mut text.words);
    }
    texts
}

fn plain(pattern: &str) -> String {
    let mut said = String::new();
    let mut rest = pattern;
    while let Some((before, inside)) = rest.split_once('{') {
        said.push_str(before);
        let (placeable, after) = inside.split_at(end_of(inside));
        match placeable.split_once("->") {
            Some((_, variants)) => said.push_str(plain(usual(variants)).trim()),
            None => said.push_str(SOMETHING),
        }
        rest = after.strip_prefix('}').unwrap_or(after);
    }
    said.push_str(rest);
    said
}

/// Where the brace that is open ends.
fn end_of(inside: &str) -> usize {
    let mut depth = 0_u32;
    for (index, letter) in inside.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => return index,
            '}' => depth -= 1,
            _ => {}
        }
    }
    inside.len()
}

/// The words of the variant with the star.
fn usual(variants: &str) -> &str {
    let starred = variants.split_once("*[").and_then(|(_, starred)| starred.split_once(']'));
    let words = starred.map_or(variants, |(_, words)| words);
    words.split_once("\n[").map_or(words, |(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::made_up;

    fn read(text: &str) -> Vec<(String, String)> {
        let tree = made_up::files(&[("a.ftl", text)]);
        let all = tree.files.iter().flat_map(texts);
        all.map(|said| (said.id, said.words)).collect()
    }

    #[test]
    fn a_message_and_its_attributes_are_texts_of_their_own() {
        let said = read("# Fine.\na = Dag { $name }\n    .next = Kom\n        terug.\n\nb = Ja\n");
        let expected = [("a", "Dag this"), ("a.next", "Kom\nterug."), ("b", "Ja")];
        assert_eq!(said, expected.map(|(id, words)| (id.to_owned(), words.to_owned())));
    }

    #[test]
    fn of_a_choice_the_usual_words_are_read() {
        let choice = "a = Er { $count ->\n    [one] is 1 teken\n   *[other] zijn { $count } \
                      tekens\n} te veel.\n";
        assert_eq!(read(choice), [("a".to_owned(), "Er zijn this tekens te veel.".to_owned())]);
        let first = "a = { $count ->\n   *[other] veel\n    [one] één\n}\n";
        assert_eq!(read(first), [("a".to_owned(), "veel".to_owned())]);
    }
}
