//! Plain pages: lines of at most 80 columns, and nothing in them that a terminal would obey.
//!
//! An answer may come from a file that somebody else wrote. A control character in it could move
//! the cursor over what stands there, and a direction override could make a number read backwards.
//! Both are shown as �.

use std::fmt::Write as _;

use serde_json::Value as Json;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How wide a page is.
pub(crate) const WIDTH: usize = 80;

/// Whether a terminal would obey this character instead of showing it.
fn is_obeyed(letter: char) -> bool {
    letter.is_control() || is_hidden_direction(letter)
}

/// Embeddings, overrides and isolates, and the separators that break a line unasked. The plain
/// marks of right-to-left writing stay: they change no order but their own.
fn is_hidden_direction(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// A text as it can be shown: in its own lines, with nothing that a terminal would obey.
pub(crate) fn calm(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\t', " ");
    let shown = |letter| if letter != '\n' && is_obeyed(letter) { '\u{FFFD}' } else { letter };
    text.chars().map(shown).collect()
}

/// A text on one line.
pub(crate) fn in_a_line(text: &str) -> String {
    calm(text).replace('\n', " / ")
}

/// JSON for a program, with what a terminal would obey written as an escape.
pub(crate) fn json(value: &Json) -> String {
    let mut out = String::new();
    let pretty = serde_json::to_string_pretty(value).unwrap_or_default();
    for letter in pretty.chars() {
        if letter != '\n' && is_obeyed(letter) {
            // All of these lie within four hexadecimal digits.
            let _ = write!(out, "\\u{:04x}", u32::from(letter));
        } else {
            out.push(letter);
        }
    }
    out
}

/// A text wrapped to the page, each line moved in by `indent` columns.
pub(crate) fn wrapped(text: &str, indent: usize) -> String {
    hanging(text, indent, indent)
}

/// A text wrapped to the page: its first line moved in by `first`, the others by `rest`.
pub(crate) fn hanging(text: &str, first: usize, rest: usize) -> String {
    let mut lines = Vec::new();
    for line in calm(&commands_whole(text)).lines() {
        let indent = if lines.is_empty() { first } else { rest };
        wrap_line(line, indent, rest, &mut lines);
    }
    // Whoever copies a command wants plain spaces in it.
    lines.join("\n").replace(WHOLE, " ")
}

/// A space at which no line breaks.
const WHOLE: &str = "\u{A0}";
/// How a command begins.
const PROGRAM: &str = "landvast ";

/// A text with every command of ours in one piece, as somebody would type it: `landvast copies add
/// --help`. Behind a colon it goes on to the end of its sentence, elsewhere it is one word long.
fn commands_whole(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(PROGRAM) {
        let (before, found) = rest.split_at(at);
        let end = if before.trim_end_matches([' ', '‘']).ends_with(':') {
            let ends = [found.find('\n'), found.find(". "), found.find('’')];
            ends.into_iter().flatten().min().unwrap_or(found.len())
        } else {
            let name = found.get(PROGRAM.len()..).unwrap_or_default();
            PROGRAM.len() + name.find([' ', '\n']).unwrap_or(name.len())
        };
        let (command, after) = found.split_at(end);
        out.push_str(before);
        // What would hardly fit on a line is no command of ours.
        let space = if command.width() < WIDTH - 16 { WHOLE } else { " " };
        out.push_str(&command.replace(' ', space));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn wrap_line(text: &str, first: usize, rest: usize, lines: &mut Vec<String>) {
    let mut line = " ".repeat(first);
    let mut is_empty = true;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let gap = usize::from(!is_empty);
        if !is_empty && line.width() + gap + word.width() > WIDTH {
            lines.push(std::mem::replace(&mut line, " ".repeat(rest)));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        push_word(word, rest, &mut line, lines);
        is_empty = false;
    }
    lines.push(if is_empty { String::new() } else { line });
}

/// A word longer than a line is cut where the line ends: a terminal would do no better.
fn push_word(word: &str, rest: usize, line: &mut String, lines: &mut Vec<String>) {
    for letter in word.chars() {
        if line.width() + letter.width().unwrap_or(0) > WIDTH {
            lines.push(std::mem::replace(line, " ".repeat(rest)));
        }
        line.push(letter);
    }
}

/// Rows with their first cells under each other; the last cell of a row wraps.
pub(crate) fn columns(rows: &[Vec<String>], indent: usize) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(widest).collect();
    let lines: Vec<String> = rows.iter().map(|row| line_of(row, &widths, indent)).collect();
    lines.join("\n")
}

fn line_of(row: &[String], widths: &[usize], indent: usize) -> String {
    let Some((last, before)) = row.split_last() else { return String::new() };
    let mut line = " ".repeat(indent);
    for (cell, width) in before.iter().zip(widths) {
        line.push_str(cell);
        line.push_str(&" ".repeat(width.saturating_sub(cell.width()) + 2));
    }
    let start = line.width();
    // A cell that would have room for a few words only goes on further to the left.
    let rest = if start + 24 > WIDTH { indent + 4 } else { start };
    let text = hanging(last, start, rest);
    let text = text.strip_prefix(&" ".repeat(start)).unwrap_or(&text);
    format!("{line}{text}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_cannot_move_the_cursor_or_turn_the_writing() {
        let hostile = "bel 06\u{1b}[2J\u{202e}321\u{9b}31m\u{7}";
        let shown = calm(hostile);
        assert!(!shown.chars().any(is_obeyed), "{shown:?}");
        assert!(shown.contains("bel 06") && shown.contains("321"));
    }

    #[test]
    fn json_on_a_terminal_is_harmless_and_says_the_same() {
        let value = serde_json::json!({ "shown": "a\u{202e}b\u{9b}c\nd" });
        let text = json(&value);
        assert!(text.is_ascii(), "{text}");
        assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), value);
    }

    #[test]
    fn a_command_is_never_broken_over_two_lines() {
        for length in 0..90 {
            let said =
                format!("{} Gegeven? Schrijf op: landvast copies add --help", "x".repeat(length));
            let page = wrapped(&said, 0);
            assert!(page.contains("landvast copies add --help"), "{page}");
        }
    }

    #[test]
    fn no_line_is_longer_than_the_page() {
        let text = "woord ".repeat(60) + &"lang".repeat(50);
        for line in hanging(&text, 4, 10).lines() {
            assert!(line.width() <= WIDTH, "{line}");
        }
    }
}
