//! Which glyphs a paper uses, and the small fonts that hold just those.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontId, ParsedFont, PdfFont};
use sha2::{Digest as _, Sha256};
use subsetter::GlyphRemapper;

use crate::CardError;
use crate::font::FaceId;
use crate::scene::Placed;

/// What each used glyph stands for when the text is copied or spoken. A PDF font can say only
/// one thing for each glyph.
#[derive(Debug, Default)]
pub(super) struct Meanings(BTreeMap<FaceId, BTreeMap<u16, String>>);

impl Meanings {
    pub(super) fn learn(&mut self, placed: &Placed) {
        for (number, glyph) in placed.line.glyphs.iter().enumerate() {
            let meanings = self.0.entry(glyph.face).or_default();
            let meaning = meanings.entry(glyph.id).or_default();
            let shown = meaning_of(placed, number);
            // A hyphen that only divides a word is the weaker meaning of a hyphen.
            if meaning.is_empty() || meaning == SOFT_HYPHEN && !shown.is_empty() {
                *meaning = shown;
            }
        }
    }

    /// What the glyph stands for wherever it is drawn. A glyph that only ever completes another
    /// stands for nothing that can be seen: PDF/A wants every glyph to stand for something.
    pub(super) fn of(&self, face: FaceId, id: u16) -> &str {
        let meaning = self.0.get(&face).and_then(|meanings| meanings.get(&id));
        meaning.map_or(NOTHING, |meaning| if meaning.is_empty() { NOTHING } else { meaning })
    }

    /// The smallest fonts that draw all this.
    pub(super) fn subsets(&self) -> Result<Subsets, CardError> {
        let mut subsets = Subsets::default();
        for (face, meanings) in &self.0 {
            let used: BTreeSet<u16> = meanings.keys().copied().collect();
            subsets.0.insert(*face, Subset::cut(*face, &used)?);
        }
        Ok(subsets)
    }
}

/// A place without width.
pub(super) const NOTHING: &str = "\u{200b}";
/// Divides a word at the end of a line.
pub(super) const SOFT_HYPHEN: &str = "\u{ad}";

/// What the glyph stands for in this line: its letters, with plain spaces and hyphens.
pub(super) fn meaning_of(placed: &Placed, number: usize) -> String {
    let plain = |c| match c {
        '\u{a0}' | '\u{202f}' => ' ',
        '\u{2010}' | '\u{2011}' => '-',
        c => c,
    };
    placed.line.shown(number).chars().map(plain).collect()
}

/// The fonts of one paper.
#[derive(Debug, Default)]
pub(super) struct Subsets(BTreeMap<FaceId, Subset>);

impl Subsets {
    pub(super) fn get(&self, face: FaceId) -> Option<&Subset> {
        self.0.get(&face)
    }

    pub(super) fn into_fonts(self) -> impl Iterator<Item = (FontId, PdfFont)> {
        self.0.into_values().map(|subset| (subset.id, PdfFont::new(subset.parsed)))
    }
}

/// A font with only the glyphs that are used.
#[derive(Debug)]
pub(super) struct Subset {
    pub(super) id: FontId,
    parsed: ParsedFont,
    remapper: GlyphRemapper,
}

impl Subset {
    fn cut(face: FaceId, used: &BTreeSet<u16>) -> Result<Self, CardError> {
        let used: Vec<u16> = used.iter().copied().collect();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&used);
        let bytes = subsetter::subset(face.bytes(), 0, &remapper);
        let bytes = bytes.map_err(|_| CardError::NotWritten)?;
        let parsed = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new());
        let parsed = parsed.ok_or(CardError::NotWritten)?;
        let id = FontId(format!("{}+{}", six_letters(&bytes), face.name()));
        Ok(Self { id, parsed, remapper })
    }

    /// The glyph's number in the small font.
    pub(super) fn id_of(&self, glyph: u16) -> Option<u16> {
        self.remapper.get(glyph).filter(|id| *id != 0)
    }

    /// How far the glyph moves the pen, in thousandths of the size of the letters.
    pub(super) fn advance(&self, id: u16) -> f32 {
        let units = f32::from(self.parsed.get_glyph_width(id).unwrap_or_default());
        // Whole thousandths, cut off, as printpdf writes them.
        (units * 1000.0 / f32::from(self.parsed.pdf_font_metrics.units_per_em)).trunc()
    }
}

/// The mark that a font is a subset, from its bytes, so that the same paper has the same name.
fn six_letters(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
