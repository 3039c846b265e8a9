//! Sealed records on disk.

mod chain;
mod create;
mod error;
#[cfg(test)]
mod faults;
mod folder;
mod guesses;
mod headers;
mod lock;
mod mark;
mod open;
mod payload;
mod snapshots;
mod store;
mod vault;
mod worker;

pub use create::First;
pub use error::{Part, VaultError};
pub use open::{Around, DEADLINE, Notice, Peek, Random, uptime};
pub use vault::{History, Info, SNAPSHOT_EVERY, Vault};
