//! Paper: everything that leaves the app to be read by a person.
//!
//! Noor writes her plan in the app. What somebody else reads is paper, or a file that looks like
//! paper: the card in her wallet, the sheet on her sister's fridge, the plan that her doctor files.
//! This crate makes those from an [`Excerpt`](landvast_model::Excerpt), so it never holds more than
//! the reader may see.
//!
//! ```text
//!   excerpt ──> layout   the cards: everything has its place, what does not fit is told
//!          └──> pages    papers of A4: answers become blocks ──> flow   blocks become pages
//!                                   │
//!                                   v
//!                       scene   what lies where: plain data, compared as text in tests
//!                                   │
//!                       draw    PDF (PDF/UA-1 and PDF/A-2a at once) and PNG
//!
//!   shape   words into lines, with the fonts of   font
//! ```
//!
//! Everything before [`draw`] is a pure function: no clock, no file, no system font. The same
//! excerpt gives the same bytes, on every device and in thirty years. Nothing here names a field of
//! the plan: what stands on which paper, and where, is in the field table.
//!
//! - **What was written is printed.** A text is never cut without a word: the card says "more in my
//!   plan" and tells what moved, papers of several pages go on.
//! - **A sign that no font has is told.** It is left out or shown as "?", and a finding says so.
//! - **A screen reader hears what an eye sees.** Headings, lists and tables are what they look
//!   like, also over pages; ornament is silent.
//! - **Danger comes first**, on every paper: the two numbers that anybody may ring.
//!
//! ```
//! use landvast_card::draw::{PdfInfo, pdf};
//! use landvast_card::pages::{Blank, blank};
//! use landvast_card::shape::Typesetter;
//! use landvast_model::{Language, TABLE};
//! use landvast_text::Words;
//!
//! let words = Words::new(Language::Nl);
//! let laid = blank(Blank::Wishes, &TABLE, &words, &Typesetter::new());
//! let file = pdf(&laid.scene, &PdfInfo { producer: "Landvast".to_owned(), author: None })?;
//! assert!(file.starts_with(b"%PDF-1.7"));
//! # Ok::<(), landvast_card::CardError>(())
//! ```

mod dial;
pub mod draw;
mod error;
pub mod flow;
pub mod font;
pub mod layout;
pub mod pages;
pub mod scene;
pub mod shape;

pub use error::CardError;
