//! The plan's data and its logic.
//!
//! A [`Book`] is one person's plan: their answers, their people, and which papers were made from
//! it. Nobody edits a book in place. Every edit is an [`Op`]; what a person does in one go is one
//! [`Action`]; the book is the fold of its actions. So history, undo and "what changed since" all
//! come from the one log.
//!
//! Which questions there are, what kind of answer each takes, who may see it and where it goes is
//! not spread over code: it is one [`Table`], a row a field. Everything else reads the table.
//!
//! A book has two exits: [`excerpt`](excerpt::excerpt), which holds only what one [`Reader`] may
//! see, and [`exchange::export`] for the owner. Cards and sheets are made from an excerpt, never
//! from a book, so a hidden answer cannot leak because an `if` was forgotten.
//!
//! Nothing here reads a clock, a file or a source of randomness: days, times and ids come in as
//! arguments.
//!
//! ```
//! use landvast_model::{Action, Answer, Book, Language, Op, Place, Table, TABLE, Value};
//!
//! let field = TABLE.field("c.first").expect("the table has it");
//! let answer = Answer::new(Value::Text("Ga rustig naast me zitten.".to_owned()));
//! let action = Action {
//!     seq: 1,
//!     at: "2026-03-01T10:00:00Z".parse().expect("a time"),
//!     ops: vec![
//!         Op::SetLanguage { language: Language::Nl },
//!         Op::Write { place: Place::Plan, field: field.key(), answer },
//!     ],
//!     undoes: None,
//! };
//! let mut book = Book::default();
//! book.apply(&action);
//! assert!(book.answer(Place::Plan, "c.first").is_some());
//! ```

pub mod action;
pub mod audience;
pub mod book;
pub mod edit;
pub mod excerpt;
pub mod exchange;
pub mod finding;
pub mod hours;
pub mod ids;
pub mod keep;
pub mod kind;
pub mod paper;
pub mod rules;
pub mod schema;
pub mod table;
pub mod value;

pub use action::{Action, Op};
pub use audience::{Audience, Reader};
pub use book::{Answer, Book, Language, Person, Place, PlanState, Source};
pub use excerpt::{Excerpt, Request};
pub use finding::{Finding, What};
pub use hours::Hours;
pub use ids::{CopyId, FieldKey, PersonId, RowId};
pub use kind::{Column, Kind};
pub use paper::{CheckCode, Copy, Form, Paper, PaperKey, PaperKind};
pub use rules::{Circle, Standing};
pub use table::{Field, Panel, Section, SheetPart, TABLE, Table};
pub use value::{Agreement, Agrees, Row, Value};
