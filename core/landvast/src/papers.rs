//! Papers: the crisis card as PDF or picture.

use std::sync::OnceLock;

use landvast_card::layout::{self, Laid};
use landvast_card::{draw, draw::PdfInfo, shape::Typesetter};
use landvast_model::excerpt::{Excerpt, excerpt};
use landvast_model::{CheckCode, Finding, Language, Op, Reader};

use crate::error::PlanError;
use crate::keeper::Keeper;
use crate::view::FindingView;

/// What kind of file a paper becomes.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Format {
    /// PDF/UA-1 and PDF/A-2a at once.
    #[default]
    Pdf,
    /// A picture, at 300 dots an inch.
    Png,
}

/// What card to make.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct CardOptions {
    /// The language of the fixed words; the plan's own if none.
    pub language: Option<Language>,
    /// A second language for the fixed words of the front panels.
    pub second_language: Option<Language>,
    /// The kind of file.
    pub format: Format,
}

/// A paper that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperFile {
    /// The file.
    pub bytes: Vec<u8>,
    /// The number of its version for this reader.
    pub version: u32,
    /// The code that tells two copies apart.
    pub code: CheckCode,
    /// What its layout found.
    pub findings: Vec<FindingView>,
}

/// What the file says made it: the product and no version, so that an update alone changes no byte.
const PRODUCER: &str = "Landvast";
/// Dots an inch of a card as a picture: what a home printer prints.
const DOTS_PER_INCH: u16 = 300;

impl Keeper {
    /// Makes the crisis card from what anyone who holds it may see, and counts it as a version if
    /// its words differ from the last one.
    ///
    /// A card can always be made, from whatever there is.
    ///
    /// # Errors
    /// [`PlanError::StorageFull`] or [`PlanError::Refused`] if the version could not be written
    /// down; [`PlanError::Internal`] if drawing fails.
    pub fn card(&mut self, options: &CardOptions) -> Result<PaperFile, PlanError> {
        let excerpt = self.card_excerpt();
        let laid = self.lay_out_card(&excerpt, *options);
        let bytes = match options.format {
            Format::Pdf => {
                draw::pdf(&laid.scene, &PdfInfo { producer: PRODUCER.to_owned(), author: None })
            }
            Format::Png => draw::png(&laid.scene, 0, DOTS_PER_INCH),
        };
        let bytes = bytes.map_err(|_| PlanError::Internal)?;
        if excerpt.is_new {
            let (reader, on, code) = (excerpt.reader, excerpt.stamp.on, excerpt.code);
            self.act(vec![Op::MadePaper { reader, on, code }])?;
        }
        let findings = self.say_findings(&laid.findings);
        Ok(PaperFile { bytes, version: excerpt.stamp.version, code: excerpt.code, findings })
    }

    /// What the card's layout finds, without making it.
    pub(crate) fn card_findings(&self) -> Vec<Finding> {
        self.lay_out_card(&self.card_excerpt(), CardOptions::default()).findings
    }

    pub(crate) fn card_excerpt(&self) -> Excerpt {
        excerpt(self.book(), &self.table, Reader::Anyone, (self.device.today)())
    }

    fn lay_out_card(&self, excerpt: &Excerpt, options: CardOptions) -> Laid {
        let language = options.language.unwrap_or(self.book().language);
        let own_word = excerpt.own_word.as_deref();
        let words = self.words_saying(language, own_word);
        let second = options.second_language.filter(|second| *second != language);
        let second = second.map(|second| self.words_saying(second, own_word));
        let today = (self.device.today)();
        layout::fold_card(excerpt, &words, second.as_ref(), today, typesetter())
    }
}

/// The fonts, read once a process.
fn typesetter() -> &'static Typesetter {
    static TYPESETTER: OnceLock<Typesetter> = OnceLock::new();
    TYPESETTER.get_or_init(Typesetter::new)
}
