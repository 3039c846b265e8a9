//! Under construction.

pub mod draw;
mod error;
pub mod font;
pub mod layout;
pub mod scene;
pub mod shape;

pub use error::CardError;
