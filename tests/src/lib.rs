//! The people, devices and folders that the tests share.
//!
//! An [`Owner`] is somebody with a plan: a folder of their own, a passphrase, a recovery code. A
//! device of the tests has a clock that stands still, so that a paper is the same each time.

#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a test may stop where it stands"
)]

pub mod chance;
pub mod device;
pub mod example;
pub mod folder;
pub mod owner;
pub mod writing;

pub use chance::Chance;
pub use owner::Owner;
