//! Runs: stretches of one font and one direction, and the glyphs that draw them.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use harfrust::{
    Buffer, BufferFlags, Direction as HarfDirection, Language, Script, ShapeOptions, ShapePlan,
    ShaperFont, Tag,
};
use unicode_bidi::{BidiInfo, Level};

use crate::font::{Face, FaceId, Fonts};

use super::clean::is_mark;
use super::number::with_numbers_whole;
use super::{Direction, Glyph, Line, Style, Typesetter, Weight};

/// One typed paragraph, looked through once: which font draws which bytes, and which way they run.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) style: Style<'a>,
    weights: Weights<'a>,
    /// The reading level of each byte, and the lowest of them.
    levels: Vec<Level>,
    base: Level,
    faces: Vec<(Range<usize>, FaceId)>,
}

impl<'a> Words<'a> {
    pub(super) fn new(
        text: &'a str,
        style: Style<'a>,
        weights: Weights<'a>,
        fonts: &Fonts,
    ) -> Self {
        let (levels, base) = levels(text, style.language);
        let faces = faces(text, weights, fonts);
        Self { text, style, weights, levels, base, faces }
    }

    pub(super) fn direction(&self) -> Direction {
        if self.base.is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight }
    }

    /// How far along the line each byte of the text begins, as if it were one endless line; one
    /// more than there are bytes. A line's width is then a difference, however long the text is.
    pub(super) fn measure(&self, type_: &Typesetter) -> Vec<f32> {
        let mut advances = vec![0.0; self.text.len() + 1];
        for (range, face) in &self.faces {
            for (range, level) in self.level_runs(range.clone()) {
                type_.shape(self, range, *face, level, |cluster, shaped| {
                    if let Some(advance) = advances.get_mut(cluster.start + 1) {
                        *advance += shaped.advance;
                    }
                });
            }
        }
        let mut sum = 0.0;
        for advance in &mut advances {
            sum += *advance;
            *advance = sum;
        }
        advances
    }

    /// The line that shows these bytes, with a hyphen at its end if it ends within a word.
    pub(super) fn line(&self, type_: &Typesetter, range: Range<usize>, end: LineEnd) -> Line {
        let mut line =
            Line { size_pt: self.style.size_pt, direction: self.direction(), ..Line::default() };
        let places = self.drawn_text(range.clone(), &mut line.text);
        let place = |byte: usize| places.get(byte - range.start).copied().unwrap_or_default();
        for (span, byte) in self.weights.spans_in(range.clone()) {
            line.spans.push((span, place(byte)));
        }
        for (run, level) in self.visual_runs(range.clone()) {
            let mut pieces: Vec<_> = self.within_faces(run).collect();
            if level.is_rtl() {
                pieces.reverse();
            }
            for (piece, face) in pieces {
                let mut last_shown = None;
                type_.shape(self, piece, face, level, |cluster, shaped| {
                    let first = last_shown.replace(cluster.start) != Some(cluster.start);
                    let shows = if first { place(cluster.start)..place(cluster.end) } else { 0..0 };
                    let (x, rise) = (line.width + shaped.right, shaped.rise);
                    line.glyphs.push(Glyph { face, id: shaped.id, x, rise, shows });
                    line.width += shaped.advance;
                });
            }
        }
        if end == LineEnd::Hyphen {
            self.push_hyphen(type_, range.end, &mut line);
        }
        line
    }

    fn push_hyphen(&self, type_: &Typesetter, after: usize, line: &mut Line) {
        let starts = [(0, self.weights.at(after.saturating_sub(1)))];
        let weights = Weights { starts: &starts, begin: 0 };
        let hyphen = Words::new("-", self.style, weights, type_.fonts);
        let drawn = hyphen.line(type_, 0..1, LineEnd::Plain);
        let shows = line.text.len()..line.text.len() + '\u{ad}'.len_utf8();
        line.text.push('\u{ad}');
        for glyph in drawn.glyphs {
            let (x, shows) = (line.width + glyph.x, shows.clone());
            line.glyphs.push(Glyph { x, shows, ..glyph });
        }
        line.width += drawn.width;
    }

    /// Appends what a reader sees of these bytes to `out`, and tells where each byte went.
    fn drawn_text(&self, range: Range<usize>, out: &mut String) -> Vec<usize> {
        let mut places = Vec::with_capacity(range.len() + 1);
        for c in self.text.get(range).unwrap_or_default().chars() {
            places.resize(places.len() + c.len_utf8(), out.len());
            if !is_undrawn(c) {
                out.push(c);
            }
        }
        places.push(out.len());
        places
    }

    /// The stretches of one level in `range`, from left to right as they are drawn: from the
    /// highest level down, whatever is at that level or above is turned around.
    fn visual_runs(&self, range: Range<usize>) -> Vec<(Range<usize>, Level)> {
        let mut runs = self.level_runs(range);
        let highest = runs.iter().map(|(_, level)| level.number()).max().unwrap_or_default();
        let lowest_odd = runs.iter().map(|(_, level)| level.number() | 1).min().unwrap_or(1);
        for turned in (lowest_odd..=highest).rev() {
            for stretch in
                runs.chunk_by_mut(|(_, a), (_, b)| (a.number() >= turned) == (b.number() >= turned))
            {
                if stretch.first().is_some_and(|(_, level)| level.number() >= turned) {
                    stretch.reverse();
                }
            }
        }
        runs
    }

    /// The bytes of `range` in stretches of one level.
    fn level_runs(&self, range: Range<usize>) -> Vec<(Range<usize>, Level)> {
        let mut runs: Vec<(Range<usize>, Level)> = Vec::new();
        let levels = self.levels.get(range.clone()).unwrap_or_default();
        for (byte, level) in range.zip(levels) {
            match runs.last_mut() {
                Some((run, before)) if before == level => run.end = byte + 1,
                _ => runs.push((byte..byte + 1, *level)),
            }
        }
        runs
    }

    /// The bytes of `range` in stretches of one font.
    fn within_faces(&self, range: Range<usize>) -> impl Iterator<Item = (Range<usize>, FaceId)> {
        let first = self.faces.partition_point(|(stretch, _)| stretch.end <= range.start);
        let stretches = self.faces.get(first..).unwrap_or_default();
        stretches
            .iter()
            .map(move |(stretch, face)| {
                (stretch.start.max(range.start)..stretch.end.min(range.end), *face)
            })
            .take_while(|(stretch, _)| !stretch.is_empty())
    }
}

/// How heavy each byte is.
#[derive(Clone, Copy)]
pub(super) struct Weights<'a> {
    /// Where each weight begins.
    pub(super) starts: &'a [(usize, Weight)],
    /// Where the words at hand begin.
    pub(super) begin: usize,
}

impl Weights<'_> {
    /// The spans that these bytes of the words at hand belong to, each with its first byte there.
    /// None where there is only one: most words are.
    fn spans_in(self, range: Range<usize>) -> Vec<(usize, usize)> {
        if self.starts.len() < 2 {
            return Vec::new();
        }
        let (start, end) = (self.begin + range.start, self.begin + range.end);
        let first = self.starts.partition_point(|(at, _)| *at <= start).saturating_sub(1);
        let spans = self.starts.iter().enumerate().skip(first);
        spans
            .take_while(|(_, (at, _))| *at <= start || *at < end)
            .map(|(span, (at, _))| (span, at.max(&start) - self.begin))
            .collect()
    }

    fn at(self, byte: usize) -> Weight {
        let after = self.starts.partition_point(|(start, _)| *start <= self.begin + byte);
        let span = after.checked_sub(1).and_then(|span| self.starts.get(span));
        span.map(|(_, weight)| *weight).unwrap_or_default()
    }
}

/// What a line ends with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum LineEnd {
    /// Its own last letter.
    Plain,
    /// A hyphen, because the word goes on in the next line.
    Hyphen,
}

/// Heeded while lines are made, and never drawn.
pub(super) fn is_undrawn(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

/// A hyphen that does not break looks like any other.
fn drawn_as(c: char) -> char {
    if matches!(c, '\u{2010}' | '\u{2011}') { '-' } else { c }
}

/// The reading level of each byte, and the lowest of them.
fn levels(text: &str, language: &str) -> (Vec<Level>, Level) {
    let given = base_level(text, language);
    if given.is_none() && text.chars().all(|c| c < FIRST_FROM_THE_RIGHT) {
        return (vec![Level::ltr(); text.len()], Level::ltr());
    }
    let ordered = with_numbers_whole(text);
    let bidi = BidiInfo::new(&ordered, given);
    let base = bidi.paragraphs.first().map_or(Level::ltr(), |paragraph| paragraph.level);
    (bidi.levels, base)
}

/// Before it, in Unicode's order, nothing is written from the right: the Hebrew block begins here.
const FIRST_FROM_THE_RIGHT: char = '\u{590}';

/// A text without letters, such as a telephone number, reads as its language does.
fn base_level(text: &str, language: &str) -> Option<Level> {
    let own = unicode_bidi::get_base_direction(text);
    let from_the_right =
        ["ar", "fa", "ur", "ckb", "ps", "ug", "sd"].contains(&primary_tag(language).as_str());
    (own == unicode_bidi::Direction::Mixed && from_the_right).then(Level::rtl)
}

fn primary_tag(language: &str) -> String {
    language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

/// The text in stretches of one font. A letter keeps its marks; a space stays with what precedes.
fn faces(text: &str, weights: Weights<'_>, fonts: &Fonts) -> Vec<(Range<usize>, FaceId)> {
    let mut faces: Vec<(Range<usize>, FaceId)> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, c)) = letters.next() {
        let mut letter = String::from(drawn_as(c));
        let mut end = start + c.len_utf8();
        while !is_undrawn(c)
            && let Some((at, mark)) = letters.next_if(|(_, c)| is_mark(*c))
        {
            letter.push(mark);
            end = at + mark.len_utf8();
        }
        let stays = letter == " " || is_undrawn(c);
        if let Some((stretch, _)) = faces.last_mut()
            && stays
        {
            stretch.end = end;
            continue;
        }
        let weight = weights.at(start);
        // What no font has was cleaned away; only what is not drawn is left to the first font.
        let face = fonts
            .face_for(&letter, weight)
            .or_else(|| fonts.face_for(drawn_as(c).encode_utf8(&mut [0; 4]), weight))
            .unwrap_or(FaceId::chain(weight)[0]);
        match faces.last_mut() {
            Some((stretch, before)) if *before == face => stretch.end = end,
            _ => faces.push((start..end, face)),
        }
    }
    faces
}

/// One glyph as the font places it, in points.
pub(super) struct Shaped {
    pub(super) id: u16,
    pub(super) right: f32,
    pub(super) rise: f32,
    pub(super) advance: f32,
}

impl Typesetter {
    /// Shapes bytes of one font and direction; tells every glyph from left to right, each with
    /// the bytes of the letters it belongs to.
    fn shape(
        &self,
        words: &Words<'_>,
        range: Range<usize>,
        face: FaceId,
        level: Level,
        mut tell: impl FnMut(Range<usize>, Shaped),
    ) {
        let face = self.fonts.face(face);
        let mut buffer = Buffer::new();
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        for (at, c) in words.text.get(range.clone()).unwrap_or_default().char_indices() {
            if let Ok(cluster) = u32::try_from(range.start + at) {
                buffer.push(u32::from(drawn_as(c)), cluster);
            }
        }
        let (left, right) = (HarfDirection::RightToLeft, HarfDirection::LeftToRight);
        buffer.set_direction(if level.is_rtl() { left } else { right });
        buffer.set_language(Language::new(primary_tag(words.style.language)));
        buffer.guess_segment_properties();
        let plan = self.plans.plan(face, &buffer);
        let options = ShapeOptions::new().plan(Some(&plan));
        if harfrust::shape(&ShaperFont::new(&face.font), &mut buffer, options).is_err() {
            return;
        }
        let scale = words.style.size_pt / face.units_per_em;
        let clusters = cluster_starts(&buffer);
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let Ok(id) = u16::try_from(info.glyph_id) else { continue };
            let start = info.cluster as usize;
            let next = clusters.partition_point(|cluster| *cluster <= start);
            let end = clusters.get(next).copied().unwrap_or(range.end);
            if id == 0 {
                continue;
            }
            let points = |units: i32| f32::from(i16::try_from(units).unwrap_or_default()) * scale;
            let (right, rise) = (points(position.x_offset), points(position.y_offset));
            tell(start..end, Shaped { id, right, rise, advance: points(position.x_advance) });
        }
    }
}

/// Where the letters of each cluster begin, in the order of the text.
fn cluster_starts(buffer: &Buffer) -> Vec<usize> {
    let mut starts: Vec<usize> =
        buffer.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// How a font is used for a script, a direction and a language. Working that out costs more than
/// shaping a line, so it is kept. It holds no words.
#[derive(Default)]
pub(super) struct Plans {
    kept: Mutex<HashMap<PlanKey, Arc<ShapePlan>>>,
}

impl fmt::Debug for Plans {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Plans")
    }
}

type PlanKey = (FaceId, bool, Option<Tag>, Option<Language>);

/// Languages come from outside, so what is kept is bounded.
const MOST_PLANS: usize = 64;

impl Plans {
    fn plan(&self, face: &Face, buffer: &Buffer) -> Arc<ShapePlan> {
        let (direction, script) = (buffer.direction(), buffer.script());
        let language = buffer.language().cloned();
        let backward = direction == HarfDirection::RightToLeft;
        let key = (face.id, backward, script.map(|script: Script| script.tag()), language);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST_PLANS && !kept.contains_key(&key) {
            kept.clear();
        }
        let language = key.3.clone();
        let make = || ShapePlan::new(&face.font, direction, script, language.as_ref(), &[]);
        Arc::clone(kept.entry(key).or_insert_with(|| Arc::new(make())))
    }
}
