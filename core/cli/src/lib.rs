//! The command `landvast`: arguments, prompts, words; no logic of its own.
//!
//! Somebody types `landvast write c.first "Sit with me quietly"`. What was typed is read first
//! (`args`), then what is meant by it is settled, then one task does it with the one API,
//! `landvast::Keeper`, and says in plain words what became of it. Whatever goes wrong is said in
//! three parts: what happened, how the plan is, what to do now; and each kind of trouble ends the
//! command with a code of its own ([`Exit`]).
//!
//! Everything the command takes from its surroundings comes in as one [`Host`]: the field table,
//! the clock, the terminal, the folders. So a test can run it in its own process, with a table
//! that has one field more and a clock that stands still. Nothing is read from the environment
//! but where this user's folders are and which language the system speaks.

mod args;
mod busy;
mod desk;
mod exit;
mod files;
#[cfg(unix)]
mod hangup;
#[cfg(unix)]
mod hidden;
mod host;
#[cfg(unix)]
mod hush;
mod known;
mod page;
mod prompts;
mod secret;
mod shield;
mod task;
mod terminal;
mod trouble;

use std::ffi::OsString;

pub use exit::Exit;
pub use host::{Folders, Host, Memory, Screen};
pub use prompts::{Asked, NoAnswer, Prompts};

use desk::Desk;

/// Runs the command with these arguments (the first is its own name) and says how it ended.
pub fn run(arguments: &[OsString], host: &mut Host<'_>) -> Exit {
    let early = args::Early::look(arguments);
    let mut desk = Desk::new(host, early);
    let mut vault = None;
    let done = match args::read(arguments, &desk) {
        Ok(settings) => {
            vault.clone_from(&settings.vault);
            if settings.ask_for_a_secret() && desk.host.screen == Screen::Terminal {
                desk.host.prompts.hush();
            }
            task::perform(settings, &mut desk)
        }
        Err(trouble) => Err(trouble),
    };
    match done {
        Ok(()) => Exit::Done,
        Err(trouble) => desk.tell(&trouble, vault.as_deref()),
    }
}

/// Runs the command on this device, at this terminal.
pub fn on_this_device(arguments: &[OsString]) -> Exit {
    terminal::with_this_device(|host| run(arguments, host))
}
