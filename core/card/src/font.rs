//! The fonts that every card carries, and which of them has a letter.
//!
//! Words are set in Atkinson Hyperlegible Next, made by the Braille Institute so that no two
//! letters can be taken for one another. What it lacks is looked for along a chain: Noto Sans for
//! Greek, Cyrillic and rarer Latin letters, Noto Sans Arabic, then a few signs (arrows, a
//! telephone, ticks). A character that is nowhere on the chain is never drawn.

use std::fmt;
use std::sync::OnceLock;

use harfrust::Font;

use crate::shape::Weight;

/// One of the fonts.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum FaceId {
    /// Atkinson Hyperlegible Next: Latin.
    Latin,
    /// The same, bold.
    LatinBold,
    /// Noto Sans: Greek, Cyrillic, and the Latin letters that Atkinson lacks.
    Wide,
    /// The same, bold.
    WideBold,
    /// Noto Sans Arabic.
    Arabic,
    /// The same, bold.
    ArabicBold,
    /// Noto Sans Symbols: arrows.
    Arrows,
    /// Noto Sans Symbols 2: ticks, boxes, a telephone.
    Signs,
}

impl FaceId {
    /// Every font.
    pub const ALL: [Self; 8] = [
        Self::Latin,
        Self::LatinBold,
        Self::Wide,
        Self::WideBold,
        Self::Arabic,
        Self::ArabicBold,
        Self::Arrows,
        Self::Signs,
    ];

    /// The fonts in which a character is looked for, the first that has it wins.
    #[must_use]
    pub fn chain(weight: Weight) -> [Self; 5] {
        match weight {
            Weight::Regular => [Self::Latin, Self::Wide, Self::Arabic, Self::Arrows, Self::Signs],
            Weight::Bold => {
                [Self::LatinBold, Self::WideBold, Self::ArabicBold, Self::Arrows, Self::Signs]
            }
        }
    }

    /// The font's PostScript name, as it stands in a PDF.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Latin => "AtkinsonHyperlegibleNext-Regular",
            Self::LatinBold => "AtkinsonHyperlegibleNext-Bold",
            Self::Wide => "NotoSans-Regular",
            Self::WideBold => "NotoSans-Bold",
            Self::Arabic => "NotoSansArabic-Regular",
            Self::ArabicBold => "NotoSansArabic-Bold",
            Self::Arrows => "NotoSansSymbols-Regular",
            Self::Signs => "NotoSansSymbols2-Regular",
        }
    }

    /// The font file.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Latin => include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
            Self::LatinBold => include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
            Self::Wide => include_bytes!("../fonts/NotoSans-Regular.ttf"),
            Self::WideBold => include_bytes!("../fonts/NotoSans-Bold.ttf"),
            Self::Arabic => include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
            Self::ArabicBold => include_bytes!("../fonts/NotoSansArabic-Bold.ttf"),
            Self::Arrows => include_bytes!("../fonts/NotoSansSymbols-Regular.ttf"),
            Self::Signs => include_bytes!("../fonts/NotoSansSymbols2-Regular.ttf"),
        }
    }
}

/// The fonts, read once in a process.
pub(crate) fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(Fonts::new)
}

/// Every font.
pub(crate) struct Fonts {
    faces: Vec<Face>,
}

impl Fonts {
    fn new() -> Self {
        Self { faces: FaceId::ALL.iter().map(|id| Face::read(*id)).collect() }
    }

    pub(crate) fn face(&self, id: FaceId) -> &Face {
        self.faces.iter().find(|face| face.id == id).expect("every font is read")
    }

    /// The first font of the chain that has all of these characters.
    pub(crate) fn face_for(&self, letters: &str, weight: Weight) -> Option<FaceId> {
        let has_all = |id: &FaceId| letters.chars().all(|c| self.face(*id).has(c));
        FaceId::chain(weight).into_iter().find(has_all)
    }
}

/// One font, read.
pub(crate) struct Face {
    pub(crate) id: FaceId,
    pub(crate) font: Font,
    pub(crate) units_per_em: f32,
}

impl fmt::Debug for Fonts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.faces.iter().map(|face| face.id)).finish()
    }
}

impl Face {
    fn read(id: FaceId) -> Self {
        let font = Font::new(id.bytes(), 0).expect("the fonts are compiled in and tested");
        let units_per_em = f32::from(font.units_per_em());
        Self { id, font, units_per_em }
    }

    pub(crate) fn has(&self, c: char) -> bool {
        self.font.charmap().map_unicode(c).is_some_and(|glyph| glyph.to_u32() != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_fonts_together_stay_under_a_megabyte() {
        let sizes = FaceId::ALL.iter().map(|face| face.bytes().len());
        assert!(sizes.sum::<usize>() < 1_000_000);
    }

    #[test]
    fn every_font_measures_in_thousandths_as_a_pdf_does() {
        for id in FaceId::ALL {
            assert!((fonts().face(id).units_per_em - 1000.0).abs() < f32::EPSILON, "{id:?}");
        }
    }

    #[test]
    fn bold_and_regular_words_have_the_same_letters() {
        let letters = "AaÉéİıŁłŵĳ€“”–•… ΑαΏώ АаЁёЇї ابپچگ،؟ 0123456789 +-()/ →↑☎✓☐⚠";
        for letter in letters.chars() {
            for weight in [Weight::Regular, Weight::Bold] {
                let face = fonts().face_for(&String::from(letter), weight);
                assert!(face.is_some(), "{letter} {weight:?}");
            }
        }
    }
}
