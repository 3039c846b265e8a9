//! `cargo xtask prove`: breaks vaults in every way there is, and counts what was lost.
//!
//! The breaking is done by the program `prove` of the tests' crate, which ends with one line,
//! `proved: N tried, N survived, N lost, N wrong, N panicked`, and fails unless the last three are
//! 0. A part that cannot be tried here is one line that begins with its name and `skipped:`.

use std::fs;
use std::path::Path;

use crate::project::Project;
use crate::shell;

const PROGRAM: [&str; 5] = ["--locked", "-p", "landvast-tests", "--bin", "prove"];

/// Proves in plain sight, with whatever was typed behind the verb.
pub(crate) fn run(project: &Project, arguments: &[&str]) -> Result<(), String> {
    let mut command = project.cargo(&["run", "--quiet"]);
    command.args(PROGRAM).arg("--").args(arguments);
    shell::show(&mut command)
}

/// The short form, into a log; gives its last line.
pub(crate) fn brief(project: &Project, log: &Path) -> Result<String, String> {
    let mut command = project.cargo(&["run", "--quiet"]);
    command.args(PROGRAM).args(["--", "--brief"]);
    let ran = shell::log(&mut command, log);
    let said = fs::read_to_string(log).unwrap_or_default();
    let closing = said.lines().rev().find(|line| line.starts_with("proved: "));
    let closing = closing.unwrap_or("proved nothing").to_owned();
    let skipped = said.lines().filter(|line| line.contains("skipped: ")).count();
    ran.map_err(|trouble| format!("{closing}\n{trouble}"))?;
    if skipped > 0 {
        return Ok(format!("{closing}; {skipped} parts skipped"));
    }
    Ok(closing)
}
