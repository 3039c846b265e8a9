//! A terminal that shows nothing of what is typed outside a question.
//!
//! Opening a plan takes a moment. Whoever knows what comes next types it meanwhile, and the terminal
//! would show that at once: a passphrase, perhaps, before anybody asked for it. So a command that
//! will ask for a secret switches that off when it begins, and on again whichever way it ends. What
//! was typed early still counts for the next question. What nobody asked for is thrown away at the
//! end: a passphrase must not become the next line of a shell.

use std::fs::File;
use std::io;
use std::os::fd::AsFd as _;
use std::os::unix::fs::FileTypeExt as _;

use rustix::termios::{InputModes, LocalModes, OptionalActions, tcgetattr, tcsetattr};

use crate::hangup::{self, Lent};
use crate::hidden;

/// Shows nothing of what is typed, until this is dropped or a signal ends the command.
pub(crate) struct Hush(Lent);

impl Hush {
    /// Begins, if the command has the terminal for itself. In the background it has to leave it as
    /// it is.
    pub(crate) fn begin() -> io::Result<Option<Self>> {
        if is_read_by_a_program() {
            return Ok(None);
        }
        let terminal = hidden::terminal()?;
        if !hangup::has_the_foreground(&terminal) {
            return Ok(None);
        }
        let mut quiet = tcgetattr(&terminal)?;
        quiet.local_modes -= LocalModes::ECHO | LocalModes::ECHONL;
        // Enter stays Enter: as the end of a line it would be another key for the next question.
        quiet.input_modes -= InputModes::ICRNL;
        // Before anything is switched off: a signal in between must find who switches it on.
        let Some(lent) = Lent::begin(terminal.try_clone()?)? else { return Ok(None) };
        let hush = Self(lent);
        tcsetattr(&terminal, OptionalActions::Drain, &quiet)?;
        Ok(Some(hush))
    }
}

impl Drop for Hush {
    fn drop(&mut self) {
        Lent::give_back(&self.0);
    }
}

/// Whether what is said goes into another program. Perhaps it is one to leaf through pages with,
/// that has the terminal too and sets it as it needs it.
fn is_read_by_a_program() -> bool {
    let said = io::stdout().as_fd().try_clone_to_owned().map(File::from);
    let known = said.and_then(|said| said.metadata());
    known.is_ok_and(|known| known.file_type().is_fifo())
}

/// Reads what somebody types who was not asked: a text that ends with Ctrl-D. They want to see it.
pub(crate) fn shown<T>(terminal: &File, read: impl FnOnce() -> T) -> T {
    let Ok(now) = tcgetattr(terminal) else { return read() };
    if now.local_modes.contains(LocalModes::ECHO) {
        return read();
    }
    let mut shown = now.clone();
    shown.local_modes |= LocalModes::ECHO;
    shown.input_modes |= InputModes::ICRNL;
    let _ = tcsetattr(terminal, OptionalActions::Drain, &shown);
    let done = read();
    let _ = tcsetattr(terminal, OptionalActions::Drain, &now);
    done
}
