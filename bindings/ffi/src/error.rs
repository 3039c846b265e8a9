//! What can go wrong, as hosts get it: structured, and in sentences when they ask for them.

use landvast::{
    BackupFault, Fault, Language, Missing, PaperKind, Part, PlanError, Problem, TABLE, WordSlip,
    Words,
};

use crate::value::{Count, Named};

#[uniffi::remote(Error)]
pub enum PlanError {
    WrongSecret,
    Wait { seconds: u64 },
    Locked,
    InUse,
    Damaged { part: Part },
    NewerFormat,
    StorageFull,
    NotFound { what: Missing },
    AlreadyThere,
    Invalid { faults: Vec<Fault> },
    WeakPassphrase { shortest: Count },
    WrongReader { paper: PaperKind },
    Words { slip: WordSlip },
    Backup { fault: BackupFault },
    Refused,
    Internal,
}

#[uniffi::remote(Enum)]
pub enum Part {
    Header,
    Store,
}

#[uniffi::remote(Enum)]
pub enum Missing {
    Vault,
    Person,
    Answer,
    Undo,
    Redo,
    Paper,
    Copy,
    Piece,
}

#[uniffi::remote(Enum)]
pub enum WordSlip {
    Wrong,
    Unknown { position: Count },
    Count { found: Count },
}

#[uniffi::remote(Enum)]
pub enum BackupFault {
    NotABackup,
    OtherKey,
    Damaged,
    TooCostly,
    TooLong,
    NoMemory,
}

#[uniffi::remote(Record)]
pub struct Fault {
    pub at: String,
    pub problem: Problem,
}

#[uniffi::remote(Enum)]
pub enum Problem {
    NotJson { line: Count, column: Count },
    FileTooLarge,
    NoVersion,
    NewerFormat,
    UnknownLanguage,
    UnknownKey { nearest: Option<String> },
    Twice,
    UnknownField { nearest: Option<String> },
    Derived,
    WrongKind { wanted: Named },
    TooLong { chars: Count },
    TooMany { entries: Count },
    UnknownChoice { choices: Vec<String>, nearest: Option<String> },
    UnknownColumn { columns: Vec<String> },
    OutOfRange { most: u8 },
    NoSuchDay,
    NotADay,
    DayTwoWays,
    DayFarAway,
    NotHours,
    UnknownPerson,
    SeveralPeople,
    NeverForThem,
    CannotTick,
}

/// An error in sentences: what happened, that the plan is still there, what to do next.
#[uniffi::export]
pub fn say_error(error: &PlanError, language: Language) -> Result<Vec<String>, PlanError> {
    Ok(landvast::say_error(error, &TABLE, &Words::new(language)))
}
