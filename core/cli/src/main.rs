//! The command `landvast`: hands this device and this terminal to the library, and ends as it says.

use std::alloc::System;
use std::process::ExitCode;

use zeroizing_alloc::ZeroAlloc;

/// Wipes every piece of memory that is let go of: an answer, a passphrase, what a library copied.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    landvast_cli::on_this_device(&arguments).into()
}
