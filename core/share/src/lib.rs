//! What leaves the vault sealed, for another device or another person: bytes in, bytes out.
//!
//! For now that is the [`backup`]: the owner's whole book in one file that opens without us. A
//! vault can be lost with the phone it lives on, and software can be gone in ten years. So a
//! backup is a standard [age] file: the command `age -d`, which anybody can install, asks for six
//! words and gives the book back as plain JSON.
//!
//! ```
//! use landvast_share::backup::{self, BackupWords, WorkFactor};
//!
//! // Six words are drawn. The random bytes come from the system; these are for the example.
//! let words = BackupWords::make(&mut [7; 12]);
//! # let cost = WorkFactor::for_tests(4);
//! # /*
//! let cost = WorkFactor::BACKUP;
//! # */
//!
//! // The owner writes the words down and keeps the file somewhere else.
//! let file = backup::seal(b"{\"plan\":\"Bel Ana\"}", &words, cost)?;
//!
//! // Years later, in a hurry, from the sheet of paper.
//! let typed = words.to_text().to_uppercase().replace(' ', " - ");
//! let book = backup::open(&file, &BackupWords::parse(&typed)?)?;
//! assert_eq!(*book, b"{\"plan\":\"Bel Ana\"}");
//! # Ok::<(), landvast_share::ShareError>(())
//! ```
//!
//! This crate opens no file and asks no clock. Its words are drawn from random bytes that come in
//! as an argument. The file's own key, salt and nonce are drawn inside the library `age`, straight
//! from the system's random source: it has no door for ours (`core/adr/0016`).
//!
//! [age]: https://age-encryption.org/v1

pub mod backup;
mod error;

pub use error::{ShareError, UnknownWord};
