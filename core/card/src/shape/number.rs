//! Keeps telephone numbers in one piece and in one order.
//!
//! Among Arabic words, the rules of Unicode turn the groups of "06 1234 5678" around: a helper
//! would read, and dial, 5678 1234 06. So for the reading order every character of a telephone
//! number counts as a digit, and digits always run from left to right.

use std::ops::Range;

/// Fewer digits are a year, an amount or an age: those follow the words around them.
const FEWEST_DIGITS: usize = 6;

/// The text as the reading order sees it: as many bytes, telephone numbers in digits only.
pub(super) fn with_numbers_whole(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut done = 0;
    for number in telephone_numbers(text) {
        whole.push_str(text.get(done..number.start).unwrap_or_default());
        let drawn = text.get(number.clone()).unwrap_or_default();
        for c in drawn.chars() {
            // Digits of one, two and three bytes, so that every byte keeps its place.
            whole.push(match c.len_utf8() {
                1 => '0',
                2 => '²',
                _ => '⁰',
            });
        }
        done = number.end;
    }
    whole.push_str(text.get(done..).unwrap_or_default());
    whole
}

/// Stretches that a person would dial: digits with what is written between them.
fn telephone_numbers(text: &str) -> Vec<Range<usize>> {
    let mut numbers = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((mut start, first)) = rest.next() {
        if !(is_digit(first) || matches!(first, '+' | '(')) {
            continue;
        }
        let mut digits = usize::from(is_digit(first));
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = rest.next_if(|(_, c)| is_digit(*c) || is_between(*c)) {
            if is_digit(c) {
                digits += 1;
                end = at + c.len_utf8();
            }
        }
        let closed = text.get(start..end).is_some_and(|number| number.contains(')'));
        if first == '(' && !closed {
            // The bracket is around the number, not in it.
            start += 1;
        }
        if digits >= FEWEST_DIGITS {
            numbers.push(start..end);
        }
    }
    numbers
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '٠'..='٩' | '۰'..='۹')
}

/// What may stand between the digits of a telephone number.
fn is_between(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '-' | '\u{2011}' | '.' | '/' | '(' | ')')
}
