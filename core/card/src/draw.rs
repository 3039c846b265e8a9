//! Draws a [`Scene`]: as PDF for paper and screen readers, as a picture for previews.
//!
//! Drawing decides nothing. What the person sees, and where, is in the scene; both outputs draw
//! the same glyph outlines from the same fonts, so the picture shows what the printer will print.

use crate::CardError;
use crate::scene::{Paint, Pattern, Placed, Point, Scene, Shape, Stroke};

mod content;
mod ink;
mod join;
mod measures;
mod outline;
mod path;
mod pdf;
mod png;
mod srgb;
mod subset;
mod tags;
mod xmp;

/// What a file says made it: the product and no version, so that an update alone changes no byte.
pub const PRODUCER: &str = "Landvast";

pub use pdf::{PdfInfo, pdf};
pub use png::png;
