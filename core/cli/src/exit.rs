//! How the command ends: one code for each different thing to do next.

use std::process::ExitCode;

use landvast::{BackupFault, MessageId, PlanError, id};

/// How the command ended. The codes are a promise: scripts read them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Exit {
    /// It is done.
    Done,
    /// A fault of the program itself.
    Internal,
    /// The command was not understood.
    Usage,
    /// The passphrase or code does not open the plan.
    WrongSecret,
    /// Too many wrong guesses: wait.
    Wait,
    /// There is no such plan, person, answer or file.
    NotFound,
    /// Another program has the plan open.
    InUse,
    /// A part of the stored plan cannot be read.
    Damaged,
    /// A newer version made it.
    NewerFormat,
    /// No room is left.
    StorageFull,
    /// What was given cannot be taken.
    Invalid,
    /// It is there already.
    AlreadyThere,
    /// Reading or writing was refused.
    Refused,
    /// The person stopped.
    Interrupted,
}

impl Exit {
    /// Every way to end, in the order of its code.
    pub const ALL: [Self; 14] = [
        Self::Done,
        Self::Internal,
        Self::Usage,
        Self::WrongSecret,
        Self::Wait,
        Self::NotFound,
        Self::InUse,
        Self::Damaged,
        Self::NewerFormat,
        Self::StorageFull,
        Self::Invalid,
        Self::AlreadyThere,
        Self::Refused,
        Self::Interrupted,
    ];

    /// The code that the shell gets.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Internal => 1,
            Self::Usage => 2,
            Self::WrongSecret => 3,
            Self::Wait => 4,
            Self::NotFound => 5,
            Self::InUse => 6,
            Self::Damaged => 7,
            Self::NewerFormat => 8,
            Self::StorageFull => 9,
            Self::Invalid => 10,
            Self::AlreadyThere => 11,
            Self::Refused => 12,
            // What a shell says of a program that Ctrl-C ended.
            Self::Interrupted => 130,
        }
    }

    /// The code in words, for help and manual.
    pub(crate) const fn words(self) -> MessageId {
        match self {
            Self::Done => id::CLI_EXIT_DONE,
            Self::Internal => id::CLI_EXIT_INTERNAL,
            Self::Usage => id::CLI_EXIT_USAGE,
            Self::WrongSecret => id::CLI_EXIT_WRONG_SECRET,
            Self::Wait => id::CLI_EXIT_WAIT,
            Self::NotFound => id::CLI_EXIT_NOT_FOUND,
            Self::InUse => id::CLI_EXIT_IN_USE,
            Self::Damaged => id::CLI_EXIT_DAMAGED,
            Self::NewerFormat => id::CLI_EXIT_NEWER_FORMAT,
            Self::StorageFull => id::CLI_EXIT_STORAGE_FULL,
            Self::Invalid => id::CLI_EXIT_INVALID,
            Self::AlreadyThere => id::CLI_EXIT_ALREADY_THERE,
            Self::Refused => id::CLI_EXIT_REFUSED,
            Self::Interrupted => id::CLI_EXIT_INTERRUPTED,
        }
    }
}

impl From<&PlanError> for Exit {
    fn from(error: &PlanError) -> Self {
        match error {
            PlanError::WrongSecret | PlanError::Words { .. } => Self::WrongSecret,
            PlanError::Wait { .. } => Self::Wait,
            PlanError::NotFound { .. } => Self::NotFound,
            PlanError::InUse => Self::InUse,
            PlanError::Damaged { .. } | PlanError::Backup { fault: BackupFault::Damaged } => {
                Self::Damaged
            }
            PlanError::NewerFormat => Self::NewerFormat,
            PlanError::StorageFull => Self::StorageFull,
            PlanError::Refused | PlanError::Backup { fault: BackupFault::NoMemory } => {
                Self::Refused
            }
            PlanError::Invalid { .. }
            | PlanError::Backup { .. }
            | PlanError::WeakPassphrase { .. }
            | PlanError::WrongReader { .. } => Self::Invalid,
            PlanError::AlreadyThere => Self::AlreadyThere,
            // The command opens anew each time it runs, so a lock of its own is its own fault.
            PlanError::Locked | PlanError::Internal => Self::Internal,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
