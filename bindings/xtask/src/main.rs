//! `cargo xtask …`: everything that is done to the project besides writing it.
//!
//! It needs cargo and nothing else, and it is small, because the first command of the README is
//! `cargo xtask demo` and whoever types that should see something happen soon.
//!
//! Three rules hold for every verb. It says what it does while it does it. What cannot be done
//! here because a tool is missing is one line that begins with `skipped:`, never a pass. And it
//! ends with a number other than 0 if anything failed.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command talks to the person who runs it"
)]

mod bench;
mod ci;
mod demo;
mod generate;
mod papers;
mod project;
mod prove;
mod setup;
mod shell;
mod symbols;
mod table;
mod tidy;

use std::process::ExitCode;

use project::Project;

const USAGE: &str = "\
cargo xtask <verb>

  setup [--for ci|demo|bench]   install what a step needs, by this machine's package manager
  demo                          make an example vault and its card, in out/demo
  ci                            every check, one line each
  tidy                          the rules of the house alone
  gen [--check]                 write the bindings and the field page anew, or say whether they
                                are fresh
  prove [--long] [--seed N] [--phone]
                                break vaults in every way there is, and count what was lost; on
                                the code that phones get alone
  bench                         measure, each figure beside what it is compared to
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match obey(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn obey(arguments: &[&str]) -> Result<(), String> {
    if matches!(arguments, [] | ["help" | "-h" | "--help"]) {
        print!("{USAGE}");
        return Ok(());
    }
    let project = Project::find()?;
    match arguments {
        ["setup"] => setup::run("ci"),
        ["setup", "--for", purpose] => setup::run(purpose),
        ["demo"] => demo::run(&project),
        ["ci"] => ci::run(&project),
        ["tidy"] => tidy::run(&project),
        ["gen"] => generate::write(&project),
        ["gen", "--check"] => generate::check(&project),
        ["bench"] => bench::run(&project),
        ["prove", rest @ ..] => prove::run(&project, rest),
        _ => Err(format!("I do not know `cargo xtask {}`.\n\n{USAGE}", arguments.join(" "))),
    }
}
