//! Papers: the card, a sheet for one person, the whole plan, wishes, agreements, blank forms.
//!
//! All of them are made in one way. What the reader may see is taken out of the plan, laid out and
//! drawn; if its words are new to this reader, it counts as a version. What differs between papers
//! stands in one place each: what is on it in the excerpt, how it looks in its layout.

use std::sync::OnceLock;

use landvast_card::layout::{self, Laid};
use landvast_card::pages::{self, Blank};
use landvast_card::shape::Typesetter;
use landvast_card::{draw, draw::PdfInfo};
use landvast_model::edit::Problem;
use landvast_model::excerpt::{Excerpt, Request, excerpt, may_be_ticked};
use landvast_model::exchange::Fault;
use landvast_model::paper::PaperKind;
use landvast_model::{
    CheckCode, Field, Finding, Language, Op, Person, PersonId, Place, Reader, Table, What, rules,
};
use landvast_text::Words;

use crate::error::{Missing, PlanError};
use crate::keeper::Keeper;
use crate::saying;
use crate::view::FindingView;

/// What kind of file a paper becomes.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Format {
    /// PDF/UA-1 and PDF/A-2a at once.
    #[default]
    Pdf,
    /// Pictures, one a page, at 300 dots an inch.
    Png,
}

/// How a card is laid out. All three are the same card, with one version and one code.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum CardLayout {
    /// The fold-out card of eight panels.
    #[default]
    Fold,
    /// The small one of four panels.
    Mini,
    /// One picture in a telephone's proportions.
    Screen,
}

/// What card to make.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct CardOptions {
    /// How it is laid out.
    pub layout: CardLayout,
    /// The language of the fixed words; the plan's own if none.
    pub language: Option<Language>,
    /// A second language for the fixed words of the front panels. The screen card has none.
    pub second_language: Option<Language>,
    /// The kind of file.
    pub format: Format,
}

/// How to make any other paper.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct PaperOptions {
    /// The language of the fixed words; the plan's own if none.
    pub language: Option<Language>,
    /// The kind of file.
    pub format: Format,
}

/// A paper that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperFile {
    /// The files: one for a PDF, one a page for pictures.
    pub files: Vec<Vec<u8>>,
    /// The number of its version for this reader.
    pub version: u32,
    /// The code that tells two copies apart.
    pub code: CheckCode,
    /// What its layout found.
    pub findings: Vec<FindingView>,
}

/// Dots an inch of a paper as a picture: what a home printer prints.
const DOTS_PER_INCH: u16 = 300;

/// Which paper, with the options that this paper has and no other.
#[derive(Clone, Copy)]
enum Look {
    Fold { second_language: Option<Language> },
    Mini { second_language: Option<Language> },
    Screen,
    Sheet,
    Plan,
    Wishes,
    Agreements,
}

impl Look {
    const fn of_card(options: CardOptions) -> Self {
        let second_language = options.second_language;
        match options.layout {
            CardLayout::Fold => Self::Fold { second_language },
            CardLayout::Mini => Self::Mini { second_language },
            CardLayout::Screen => Self::Screen,
        }
    }

    const fn paper(self) -> PaperKind {
        match self {
            Self::Fold { .. } | Self::Mini { .. } | Self::Screen => PaperKind::Card,
            Self::Sheet => PaperKind::Sheet,
            Self::Plan => PaperKind::Plan,
            Self::Wishes => PaperKind::Wishes,
            Self::Agreements => PaperKind::Agreements,
        }
    }

    const fn dots_per_inch(self) -> u16 {
        match self {
            Self::Screen => layout::SCREEN_DOTS_PER_INCH,
            _ => DOTS_PER_INCH,
        }
    }
}

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
        let CardOptions { language, format, .. } = *options;
        self.make(Reader::Anyone, &[], Look::of_card(*options), PaperOptions { language, format })
    }

    /// Makes the sheet for one person: what they may know, in the order in which somebody who is
    /// frightened needs it. Who is under 18 gets a sheet of their own kind.
    ///
    /// # Errors
    /// [`PlanError::WrongReader`] for a professional, who gets a plan; [`PlanError::NotFound`] for
    /// somebody who is gone; and as [`Keeper::card`].
    pub fn sheet(
        &mut self,
        person: PersonId,
        options: &PaperOptions,
    ) -> Result<PaperFile, PlanError> {
        let look = Look::Sheet;
        if rules::is_professional(self.somebody(person)?) {
            return Err(PlanError::WrongReader { paper: look.paper() });
        }
        self.make(Reader::Person(person), &[], look, *options)
    }

    /// Makes the whole plan, for its owner or for one professional who is named in it. What nobody
    /// else sees stands on it only where its field is ticked.
    ///
    /// # Errors
    /// [`PlanError::WrongReader`] for a next of kin, who gets a sheet; [`PlanError::Invalid`] for a
    /// field that is not there or cannot be ticked; and as [`Keeper::sheet`].
    pub fn plan(
        &mut self,
        reader: Option<PersonId>,
        ticked: &[String],
        options: &PaperOptions,
    ) -> Result<PaperFile, PlanError> {
        let look = Look::Plan;
        if let Some(person) = reader
            && !rules::is_professional(self.somebody(person)?)
        {
            return Err(PlanError::WrongReader { paper: look.paper() });
        }
        self.make_for(reader, ticked, look, *options)
    }

    /// Makes the page with wishes and preferences about care.
    ///
    /// # Errors
    /// As [`Keeper::plan`], for any reader.
    pub fn wishes(
        &mut self,
        reader: Option<PersonId>,
        ticked: &[String],
        options: &PaperOptions,
    ) -> Result<PaperFile, PlanError> {
        self.make_for(reader, ticked, Look::Wishes, *options)
    }

    /// Makes the page with agreements: the owner, their people and their professionals side by
    /// side, with lines to sign.
    ///
    /// # Errors
    /// As [`Keeper::plan`], for any reader.
    pub fn agreements(
        &mut self,
        reader: Option<PersonId>,
        ticked: &[String],
        options: &PaperOptions,
    ) -> Result<PaperFile, PlanError> {
        self.make_for(reader, ticked, Look::Agreements, *options)
    }

    /// Makes an empty form to write on by hand, a file each as in [`PaperFile::files`]. It is no
    /// version of anything.
    ///
    /// # Errors
    /// [`PlanError::Internal`] if drawing fails.
    pub fn blank(&self, form: Blank, options: &PaperOptions) -> Result<Vec<Vec<u8>>, PlanError> {
        let language = options.language.unwrap_or(self.book().language);
        blank(form, &self.table, &self.words_in(language), options.format)
    }

    /// What the card's layout finds, without making it.
    pub(crate) fn card_findings(&self) -> Vec<Finding> {
        self.lay_out(&self.card_excerpt(), Look::of_card(CardOptions::default()), None).findings
    }

    pub(crate) fn card_excerpt(&self) -> Excerpt {
        self.excerpt(&Request::card())
    }

    fn excerpt(&self, request: &Request<'_>) -> Excerpt {
        excerpt(self.book(), &self.table, request, (self.device.today)())
    }

    fn somebody(&self, id: PersonId) -> Result<&Person, PlanError> {
        self.book().person(id).ok_or(PlanError::NotFound { what: Missing::Person })
    }

    fn make_for(
        &mut self,
        reader: Option<PersonId>,
        ticked: &[String],
        look: Look,
        options: PaperOptions,
    ) -> Result<PaperFile, PlanError> {
        let reader = match reader {
            Some(person) => Reader::Person(self.somebody(person)?.id),
            None => Reader::Owner,
        };
        // A minor gets a sheet of their own kind, and no other paper.
        if let Reader::Person(id) = reader
            && rules::is_minor(self.somebody(id)?)
        {
            return Err(PlanError::WrongReader { paper: look.paper() });
        }
        self.make(reader, ticked, look, options)
    }

    /// That every ticked field is there and can come onto this paper by being ticked.
    fn check_ticked(&self, request: &Request<'_>) -> Result<(), PlanError> {
        let fault = |id: &String| {
            let problem = match self.table.field(id) {
                Some(field) if may_be_ticked(field, request) => return None,
                Some(_) => Problem::CannotTick,
                None => {
                    let nearest = saying::nearest_field(&self.table, id);
                    Problem::UnknownField { nearest }
                }
            };
            Some(Fault { at: saying::plain_id(id).to_owned(), problem })
        };
        let faults: Vec<Fault> = request.ticked.iter().filter_map(fault).collect();
        if faults.is_empty() { Ok(()) } else { Err(PlanError::Invalid { faults }) }
    }

    /// That what was ticked came onto the paper: whoever ticks something would else believe that
    /// its reader got it.
    fn check_shown(&self, request: &Request<'_>, excerpt: &Excerpt) -> Result<(), PlanError> {
        let is_hidden = |id: &&String| {
            let stands = excerpt.entries.iter().any(|entry| entry.field.id == **id);
            !stands && self.book().answer(Place::Plan, id).is_some()
        };
        let faults: Vec<Fault> = request
            .ticked
            .iter()
            .filter(is_hidden)
            .map(|id| Fault { at: id.clone(), problem: Problem::CannotTick })
            .collect();
        if faults.is_empty() { Ok(()) } else { Err(PlanError::Invalid { faults }) }
    }

    /// The one way in which a paper is made.
    fn make(
        &mut self,
        reader: Reader,
        ticked: &[String],
        look: Look,
        options: PaperOptions,
    ) -> Result<PaperFile, PlanError> {
        let request = Request { ticked, ..Request::new(reader, look.paper()) };
        self.check_ticked(&request)?;
        let excerpt = self.excerpt(&request);
        self.check_shown(&request, &excerpt)?;
        let laid = self.lay_out(&excerpt, look, options.language);
        let files = drawn(&laid, options.format, look.dots_per_inch())?;
        if excerpt.is_new {
            let (reader, kind) = (excerpt.reader, excerpt.paper);
            let (on, code) = (excerpt.stamp.on, excerpt.code);
            self.act(vec![Op::MadePaper { reader, kind, on, code }])?;
        }
        let mut findings = laid.findings;
        if let Reader::Person(id) = excerpt.reader
            && self.book().person(id).is_some_and(rules::said_no)
        {
            findings.insert(0, Finding::about(Place::Person(id), rules::AGREED, What::SaidNo));
        }
        findings.extend(self.left_out(&request));
        let findings = self.say_findings(&findings);
        Ok(PaperFile { files, version: excerpt.stamp.version, code: excerpt.code, findings })
    }

    /// The answers that the owner's own paper does not have and could have.
    fn left_out(&self, request: &Request<'_>) -> Vec<Finding> {
        let is_ticked = |field: &Field| request.ticked.iter().any(|id| id == field.id);
        let answered = |field: &Field| {
            let mut answers = self.book().all_answers();
            answers.any(|(_, key, answer)| key.as_str() == field.id && !answer.value.is_empty())
        };
        self.table
            .fields()
            .filter(|field| request.reader == Reader::Owner && answered(field))
            .filter(|field| may_be_ticked(field, request) && !is_ticked(field))
            .map(|field| Finding::about(Place::Plan, field.id, What::LeftOut))
            .collect()
    }

    fn lay_out(&self, excerpt: &Excerpt, look: Look, language: Option<Language>) -> Laid {
        let language = language.unwrap_or(self.book().language);
        let own_word = excerpt.own_word.as_deref();
        let words = self.words_saying(language, own_word);
        let second = |second: Option<Language>| {
            let second = second.filter(|second| *second != language);
            second.map(|second| self.words_saying(second, own_word))
        };
        let today = (self.device.today)();
        let type_ = typesetter();
        match look {
            Look::Fold { second_language } => {
                let second = second(second_language);
                layout::fold_card(excerpt, &words, second.as_ref(), today, type_)
            }
            Look::Mini { second_language } => {
                let second = second(second_language);
                layout::mini_card(excerpt, &words, second.as_ref(), today, type_)
            }
            Look::Screen => layout::screen_card(excerpt, &words, today, type_),
            Look::Sheet => pages::sheet(excerpt, &words, today, type_),
            Look::Plan => pages::plan(excerpt, &words, today, type_),
            Look::Wishes => pages::wishes(excerpt, &words, today, type_),
            Look::Agreements => pages::agreements(excerpt, &words, today, type_),
        }
    }
}

/// Makes an empty form without a plan: for somebody who begins with a pen.
///
/// # Errors
/// [`PlanError::Internal`] if drawing fails.
pub fn blank(
    form: Blank,
    table: &Table,
    words: &Words,
    format: Format,
) -> Result<Vec<Vec<u8>>, PlanError> {
    drawn(&pages::blank(form, table, words, typesetter()), format, DOTS_PER_INCH)
}

/// What was laid out, as files: one for a PDF, one a page for pictures.
fn drawn(laid: &Laid, format: Format, dots_per_inch: u16) -> Result<Vec<Vec<u8>>, PlanError> {
    let pages = 0..laid.scene.pages.len();
    let files = match format {
        Format::Pdf => {
            let info = PdfInfo { producer: draw::PRODUCER.to_owned(), author: None };
            draw::pdf(&laid.scene, &info).map(|file| vec![file])
        }
        Format::Png => pages.map(|page| draw::png(&laid.scene, page, dots_per_inch)).collect(),
    };
    files.map_err(|_| PlanError::Internal)
}

/// The fonts, read once a process.
fn typesetter() -> &'static Typesetter {
    static TYPESETTER: OnceLock<Typesetter> = OnceLock::new();
    TYPESETTER.get_or_init(Typesetter::new)
}
