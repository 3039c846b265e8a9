//! Landvast: a personal plan for the time when things go wrong, kept encrypted on one's own
//! device, and the card that speaks for its owner when they cannot.
//!
//! [`Keeper`] is the one door. The command line, the phones and the tests use it and nothing
//! behind it: it opens the vault, writes what the owner writes, and makes papers. What it cannot
//! do it says in a [`PlanError`], one variant for each different thing to do next.
//!
//! ```no_run
//! use landvast::{CardOptions, Device, Keeper, Language, Opening, Passphrase, Place, Value};
//!
//! # fn main() -> Result<(), landvast::PlanError> {
//! let device = Device::this();
//! let code = landvast::make_recovery_code(&device)?;
//! // Show `code.to_groups()` and ask for its last group before going on.
//! let passphrase = Passphrase::new(b"zeven zachte zeeslangen")?;
//! let opening = Opening::new("plan".into(), device);
//! let mut keeper = Keeper::create(&opening, Language::Nl, &passphrase, &code)?;
//! keeper.write(Place::Plan, "c.first", Value::Text("Ga rustig naast me zitten.".to_owned()))?;
//! let card = keeper.card(&CardOptions::default())?;
//! # let _ = card.bytes;
//! keeper.lock()
//! # }
//! ```

mod device;
mod error;
mod fields;
mod keeper;
mod opening;
mod papers;
mod people;
mod reading;
mod saying;
mod view;
mod writing;

pub use device::Device;
pub use error::PlanError;
pub use fields::{ChoiceSpec, ColumnSpec, FieldSpec, SectionSpec, field_specs, section_specs};
pub use keeper::Keeper;
pub use opening::{Info, Notice, Opening, identify, make_recovery_code};
pub use papers::{CardOptions, Format, PaperFile};
pub use reading::say_schema;
pub use saying::{say_error, say_problem};
pub use view::{AnswerView, FieldView, FindingView, PersonView, SectionView, VersionView};
pub use writing::{Draft, Undone};

// What the command line and the bindings need to name. They import this crate alone.
pub use landvast_model::edit::Problem;
pub use landvast_model::exchange::Fault;
pub use landvast_model::{
    Agreement, Agrees, Audience, Book, CheckCode, Field, Finding, Hours, Kind, Language, PersonId,
    Place, PlanState, Reader, Row, RowId, Section, Source, TABLE, Table, Value, What,
};
pub use landvast_seal::{KdfCost, Passphrase, RecoveryCode};
pub use landvast_text::{Arg, MessageId, Words, id};
