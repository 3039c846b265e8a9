//! Words into lines: every word of a document is shaped here, once.

use std::collections::BTreeSet;

use super::set::{SetLine, Setter};
use super::sizes::{Cut, text_width};
use super::strip::{Bit, split};
use super::{Prose, Source};
use crate::scene::{Colour, Placed, baseline_in};
use crate::shape::{Direction, Style, Weight};

impl Setter<'_> {
    /// Sets a label, in bold. Its words are short and stand in a narrow column: none is divided
    /// as long as it fits.
    pub(super) fn label(&mut self, label: &str, cut: Cut, width: f32) -> Vec<SetLine> {
        let prose = Prose::bold(label);
        let style = Style { size_pt: cut.size, weight: Weight::Bold, language: "" };
        let widest = label.split_whitespace().map(|word| self.type_.width(word, style));
        let language =
            if widest.fold(0.0, f32::max) > width { &self.document.language } else { "" };
        self.lines_in(&prose, language, cut, width, Colour::DEEP)
    }

    /// Sets running text that stands so far from the left. It may be wider than is good to read
    /// where a word would stand alone on the last line.
    pub(super) fn running(
        &mut self,
        prose: &Prose,
        cut: Cut,
        indent: f32,
        colour: Colour,
    ) -> Vec<SetLine> {
        let lines = self.lines(prose, cut, text_width(self.width) - indent, colour);
        if !ends_with_one_word(&lines) {
            return lines;
        }
        let wider = self.lines(prose, cut, self.width - indent, colour);
        if wider.len() < lines.len() { wider } else { lines }
    }

    /// Sets the words of a narrow column: none is divided as long as each fits.
    pub(super) fn narrow(
        &mut self,
        prose: &Prose,
        cut: Cut,
        width: f32,
        colour: Colour,
    ) -> Vec<SetLine> {
        let language = prose.language.as_deref().unwrap_or(&self.document.language);
        let fits = prose.pieces.iter().all(|piece| {
            let style = Style { size_pt: cut.size, weight: piece.weight, language };
            piece.text.split_whitespace().all(|word| self.type_.width(word, style) <= width)
        });
        self.lines_in(prose, if fits { "" } else { language }, cut, width, colour)
    }

    /// Sets words in lines. Runs of empty lines become one.
    pub(super) fn lines(
        &mut self,
        prose: &Prose,
        cut: Cut,
        width: f32,
        colour: Colour,
    ) -> Vec<SetLine> {
        let language = prose.language.as_deref().unwrap_or(&self.document.language);
        self.lines_in(prose, language, cut, width, colour)
    }

    /// The same, divided by the rules of this language.
    fn lines_in(
        &mut self,
        prose: &Prose,
        language: &str,
        cut: Cut,
        width: f32,
        colour: Colour,
    ) -> Vec<SetLine> {
        let style = Style { size_pt: cut.size, weight: Weight::Regular, language };
        let spans: Vec<(&str, Weight)> =
            prose.pieces.iter().map(|piece| (piece.text.as_str(), piece.weight)).collect();
        let set = self.type_.wrap_spans(&spans, style, width);
        if let Some(source) = prose.of.filter(|_| !set.missing.is_empty()) {
            self.miss(source, &set.missing);
        }
        let mut lines: Vec<SetLine> = Vec::with_capacity(set.lines.len());
        for line in set.lines {
            if line.glyphs.is_empty() {
                // Never above the first line, nor twice.
                if lines.last().is_some_and(|before| !before.is_empty()) {
                    lines.push(Vec::new());
                }
                continue;
            }
            let start = match line.direction {
                Direction::LeftToRight => 0.0,
                Direction::RightToLeft => width - line.width,
            };
            let baseline = baseline_in(cut.leading, line.size_pt);
            let bits = split(line).into_iter().map(|(piece, x, line)| {
                let placed = Placed { x: start + x, baseline, line };
                bit(placed, prose, piece, colour)
            });
            lines.push(bits.collect());
        }
        if lines.last().is_some_and(Vec::is_empty) {
            lines.pop();
        }
        lines
    }

    fn miss(&mut self, source: Source, signs: &BTreeSet<char>) {
        match self.missing.iter_mut().find(|(known, _)| *known == source) {
            Some((_, known)) => known.extend(signs),
            None => self.missing.push((source, signs.clone())),
        }
    }
}

/// A bit of a paragraph. Words that have a colour of their own keep it.
fn bit(placed: Placed, prose: &Prose, piece: usize, colour: Colour) -> Bit {
    let of = prose.pieces.get(piece);
    let own = of.map_or(Colour::BLACK, |piece| piece.colour);
    let language = of.and_then(|piece| piece.language.clone());
    Bit {
        placed,
        colour: if own == Colour::BLACK { colour } else { own },
        language: language.or_else(|| prose.language.clone()),
        link: of.and_then(|piece| piece.link.clone()),
        piece,
    }
}

fn ends_with_one_word(lines: &[SetLine]) -> bool {
    let [.., _, last] = lines else { return false };
    let last: String = last.iter().map(|bit| bit.placed.line.text.as_str()).collect();
    !last.trim().contains(' ')
}

/// The words of lines as one text, as they are drawn.
pub(super) fn drawn(lines: &[SetLine]) -> String {
    let mut words = String::new();
    for line in lines {
        let whole: String = line.iter().map(|bit| bit.placed.line.text.as_str()).collect();
        match whole.strip_suffix('\u{ad}') {
            Some(part) => words.push_str(part),
            None => words.extend([whole.as_str(), " "]),
        }
    }
    words.trim_end().to_owned()
}
