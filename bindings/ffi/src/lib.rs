//! Landvast for Kotlin and Swift: the [`Keeper`] of the core, as those languages can call it.
//!
//! Nothing is decided here. A type of the core is repeated with its fields (`#[uniffi::remote]`),
//! so that a view that changes stops this build and nobody's phone; a method is one line that
//! calls the method of the same name. The field table crosses as a list and every answer as one
//! [`Value`](landvast::Value), so a new field of the plan needs no change here or in an app.
//!
//! Three promises to the apps:
//! - every call returns a `Result`. A panic inside becomes [`PlanError::Internal`] and the next
//!   call works; its text, which might hold somebody's words, never leaves ([`fault`]).
//! - after [`Keeper::lock`] every call says [`PlanError::Locked`].
//! - a passphrase or recovery code comes in as bytes and is wiped when it was read, and so is every
//!   piece of memory that this library lets go of. What the host keeps, this cannot reach: hosts wipe
//!   their own.
//!
//! Calls wait for the disk and are synchronous: hosts make them off the thread that draws.
//!
//! [`PlanError::Internal`]: landvast::PlanError::Internal
//! [`PlanError::Locked`]: landvast::PlanError::Locked

use std::alloc::System;

use zeroizing_alloc::ZeroAlloc;

/// Wipes every piece of memory that is let go of: an answer on its way to a screen, what a library
/// copied. It is the allocator of this library alone, not of the app around it.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

uniffi::setup_scaffolding!();

mod backup;
mod error;
pub mod fault;
mod given;
mod keeper;
mod value;
mod view;
mod words;

pub use backup::{Backup, make_backup_words, nearest_backup_word};
pub use error::say_error;
pub use given::{AudienceChange, Cost, Draft, NamedDraft, NamedValue, Opening};
pub use keeper::{Keeper, blank_form, identify, make_recovery_code, make_row_id};
pub use words::ScreenWords;
