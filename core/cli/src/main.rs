//! The command `landvast`: hands this device and this terminal to the library, and ends as it says.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    landvast_cli::on_this_device(&arguments).into()
}
