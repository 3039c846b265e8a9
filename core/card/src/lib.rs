//! The crisis card on paper: laid out as a pure function, drawn as PDF and as picture.
//!
//! [`layout`] turns what a reader may see into placed boxes, a [`scene`]; [`draw`] puts the same
//! boxes into both kinds of file, with the letters of [`font`] set by [`shape`]. What does not fit
//! and which signs no font has comes back as findings; nothing is cut in silence.

pub mod draw;
mod error;
pub mod font;
pub mod layout;
pub mod scene;
pub mod shape;

pub use error::CardError;
