//! Everything the product says, in every language it speaks.
//!
//! Words live in the Fluent files of `words/<language>/`, a subject a file, and nowhere else.
//! Before this crate is compiled its build script reads them: a message, an attribute or an
//! argument that one language lacks stops the build. What is left becomes a constant in [`id`],
//! so a message that does not exist cannot be named either.
//!
//! [`Words`] speaks one language. The owner's own word for a crisis stands in every message that
//! would otherwise say "crisis": see [`Words::with_own_word`].
//!
//! Labels, questions and choices of the plan's fields are found through the field table, so that
//! a new field is one row and its words: see [`Words::field`].
//!
//! Beside words there are the things that people write in their own country's way: days
//! ([`Words::date_long`]), hours ([`Words::hours`]), telephone numbers ([`phone`]), and the help
//! lines that are printed or shown ([`numbers`]).
//!
//! ```
//! use landvast_model::Language;
//! use landvast_text::{Words, id};
//!
//! let words = Words::new(Language::Nl).with_own_word(Some("storm"));
//! assert_eq!(words.say(id::CARD_OPEN_HERE), "open hier");
//! assert_eq!(words.say_with(id::CARD_VERSION, &[("version", 3.into())]), "Versie 3");
//! ```

pub mod check;
mod dates;
mod findings;
mod hours;
mod message;
pub mod numbers;
pub mod phone;
mod table;
mod values;
mod words;

pub use message::{MessageId, id};
pub use table::Part;
pub use values::NameOf;
pub use words::{Arg, UnreadableWords, Words};
