//! Landvast: a personal plan for the time when things go wrong, kept encrypted on one's own
//! device, and the card that speaks for its owner when they cannot.
//!
//! [`Keeper`] is the one door. The command line, the phones and the tests use it and nothing
//! behind it: it opens the vault, writes what the owner writes, and makes papers. What it cannot
//! do it says in a [`PlanError`], one variant for each different thing to do next.
//!
//! ```no_run
//! use landvast::{CardOptions, Device, Keeper, Language, NewPassphrase, Opening, Place, Value};
//!
//! # fn main() -> Result<(), landvast::PlanError> {
//! let device = Device::this();
//! let code = landvast::make_recovery_code(&device)?;
//! // Show `code.to_groups()` and ask for its last group before going on.
//! let passphrase = NewPassphrase::new(b"zeven zachte zeeslangen")?;
//! let opening = Opening::new("plan".into(), device);
//! let mut keeper = Keeper::create(&opening, Language::Nl, &passphrase, &code)?;
//! keeper.write(Place::Plan, "c.first", Value::Text("Ga rustig naast me zitten.".to_owned()))?;
//! let card = keeper.card(&CardOptions::default())?;
//! # let _ = card.files;
//! keeper.lock()
//! # }
//! ```

mod backup;
mod changes;
mod device;
mod error;
mod fields;
mod keeper;
mod lasting;
mod ledger;
mod opening;
mod papers;
mod passphrase;
mod people;
mod reading;
mod refusals;
mod restore;
mod salvage;
mod saying;
mod session;
mod typed;
mod undoing;
mod view;
mod writing;

pub use backup::{Backup, BackupView, make_backup_words, nearest_backup_word, read_backup_words};
pub use changes::{Change, ChangeView};
pub use device::Device;
pub use error::{BackupFault, Missing, PlanError, WordSlip};
pub use fields::{ChoiceSpec, ColumnSpec, FieldSpec, SectionSpec, field_specs, section_specs};
pub use keeper::Keeper;
pub use lasting::Elsewhere;
pub use opening::{Info, Known, Notice, Opening, identify, make_recovery_code};
pub use papers::{CardLayout, CardOptions, Format, PaperFile, PaperOptions, blank};
pub use passphrase::NewPassphrase;
pub use reading::say_schema;
pub use refusals::{say_error, say_full_before, say_problem};
pub use restore::{RestoreView, Restoring, SectionChange};
pub use salvage::{LooseView, SalvageView, SectionPieces};
pub use session::StepView;
pub use undoing::Undone;
pub use view::{
    AnswerView, CopyView, FieldView, FindingView, PersonView, SectionView, VersionView,
};
pub use writing::Draft;

// What the command line and the bindings need to name. They import this crate alone.
pub use landvast_card::draw::PRODUCER;
pub use landvast_card::pages::Blank;
pub use landvast_model::edit::Problem;
pub use landvast_model::exchange::Fault;
pub use landvast_model::ids::CopyId;
pub use landvast_model::paper::{Form, PaperKey, PaperKind};
pub use landvast_model::{
    Agreement, Agrees, Audience, Book, CheckCode, Field, Finding, Hours, Kind, Language, PersonId,
    Place, PlanState, Reader, Row, RowId, Section, Source, TABLE, Table, Value, What,
};
pub use landvast_seal::{KdfCost, Passphrase, RecoveryCode};
pub use landvast_share::backup::{BackupWords, LONGEST_FILE as LONGEST_BACKUP, WorkFactor};
pub use landvast_text::{Arg, MessageId, Words, id};
pub use landvast_vault::Part;
