//! What the command takes from its surroundings.

use std::io::{Read, Write};
use std::path::PathBuf;

use landvast::{Device, KdfCost, Table, WorkFactor};

use crate::prompts::Prompts;

/// Everything that is not the command's own: tests hand in another.
pub struct Host<'a> {
    /// The field table.
    pub table: Table,
    /// Words of fields that only this table has; empty but in tests.
    pub extra_words: &'static str,
    /// The clock, and randomness.
    pub device: Device,
    /// What deriving a key from a new passphrase costs.
    pub cost: KdfCost,
    /// How much work one guess at the words of a new backup is.
    pub work: WorkFactor,
    /// Whether memory can end up on the disk.
    pub memory: Memory,
    /// The language that the system speaks, as it names it: `nl_NL`, `en-GB`.
    pub locale: Option<String>,
    /// This user's folders.
    pub folders: Folders,
    /// What can be read from the input. Must not be buffered: a passphrase is read from it.
    pub input: &'a mut dyn Read,
    /// Where answers go.
    pub output: &'a mut dyn Write,
    /// Where errors, notices and questions go.
    pub errors: &'a mut dyn Write,
    /// Whether somebody sits before it.
    pub screen: Screen,
    /// How to ask that somebody.
    pub prompts: &'a mut dyn Prompts,
}

/// Whether what the command holds in memory can end up on the disk while it runs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Memory {
    /// No: the system keeps it in memory.
    Locked,
    /// It can, where the system moves memory to disk.
    MaySwap,
}

/// Where the platform wants a program's files, for this user.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    /// For what the owner would miss: the plan.
    pub data: Option<PathBuf>,
    /// For what only this device needs to know: the newest sequence it has seen.
    pub state: Option<PathBuf>,
}

/// Whether somebody sits before the command and can be asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Screen {
    /// Yes: questions can be asked, and a line may show that work goes on.
    Terminal,
    /// No: a pipe, a file, a job at night.
    Nobody,
}
