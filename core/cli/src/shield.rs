//! What keeps the command's memory from being written down: no core dump, and no swap where the
//! system allows it.
//!
//! A program that crashes may leave a picture of its memory on the disk, and a system that is short
//! of memory moves some of it there. The first is switched off. The second can be asked for only
//! where this user may lock enough memory to derive a key; most systems allow 8 MiB, and `info`
//! says so. Where the swap is encrypted, as on most phones and many laptops, that is no loss.

use crate::host::Memory;

/// What may have to be locked: deriving keys for a plan (64 MiB) and for a backup (256 MiB), and
/// twice the whole of a large plan.
#[cfg(target_os = "linux")]
const ENOUGH: u64 = 1 << 30;

/// Switches off what can be switched off, and says how memory is kept.
pub(crate) fn raise() -> Memory {
    no_core_dump();
    lock_memory()
}

#[cfg(unix)]
fn no_core_dump() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // A refusal leaves the system's own setting; there is nobody who could do more about it.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    // A system may hand dumps to a program of its own, whatever the limit. This tells it not to,
    // and keeps other programs of this user from looking into the memory.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

#[cfg(not(unix))]
fn no_core_dump() {}

#[cfg(target_os = "linux")]
fn lock_memory() -> Memory {
    use rustix::mm::{MlockAllFlags, mlockall};
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Memlock);
    let is_enough = limit.maximum.is_none_or(|most| most >= ENOUGH);
    // With less, memory that is asked for later would be refused.
    if !is_enough {
        return Memory::MaySwap;
    }
    let raised = setrlimit(Resource::Memlock, Rlimit { current: limit.maximum, ..limit });
    let flags = MlockAllFlags::CURRENT | MlockAllFlags::FUTURE | MlockAllFlags::ONFAULT;
    match raised.and_then(|()| mlockall(flags)) {
        Ok(()) => Memory::Locked,
        Err(_) => Memory::MaySwap,
    }
}

#[cfg(not(target_os = "linux"))]
fn lock_memory() -> Memory {
    Memory::MaySwap
}
