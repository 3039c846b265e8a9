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
use std::thread::{self, JoinHandle};

use rustix::process::getpgrp;
use rustix::termios::{
    InputModes, LocalModes, OptionalActions, Termios, tcgetattr, tcgetpgrp, tcsetattr,
};
use signal_hook::consts::{SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::{Handle, Signals};
use signal_hook::low_level::emulate_default_handler;

use crate::hidden;

/// Shows nothing of what is typed, until this is dropped or a signal ends the command.
pub(crate) struct Hush {
    terminal: File,
    before: Termios,
    watch: Handle,
    watcher: Option<JoinHandle<()>>,
}

impl Hush {
    /// Begins, if the command has the terminal for itself. In the background it has to leave it as
    /// it is.
    pub(crate) fn begin() -> io::Result<Option<Self>> {
        if is_read_by_a_program() {
            return Ok(None);
        }
        let terminal = hidden::terminal()?;
        // A terminal that is nobody's own has no foreground either.
        if tcgetpgrp(&terminal).is_ok_and(|foreground| foreground != getpgrp()) {
            return Ok(None);
        }
        let before = tcgetattr(&terminal)?;
        let mut signals = Signals::new([SIGINT, SIGQUIT, SIGTERM, SIGTSTP])?;
        let watch = signals.handle();
        let found = Watched { terminal: terminal.try_clone()?, before: before.clone() };
        // Before anything is switched off: a signal in between must find who switches it on.
        let watcher = thread::spawn(move || found.watch(&mut signals));
        let hush = Self { terminal, before, watch, watcher: Some(watcher) };
        let mut quiet = hush.before.clone();
        quiet.local_modes -= LocalModes::ECHO | LocalModes::ECHONL;
        // Enter stays Enter: as the end of a line it would be another key for the next question.
        quiet.input_modes -= InputModes::ICRNL;
        tcsetattr(&hush.terminal, OptionalActions::Drain, &quiet)?;
        Ok(Some(hush))
    }
}

impl Drop for Hush {
    fn drop(&mut self) {
        // The watcher first: it must not switch off again what is switched on here.
        self.watch.close();
        if let Some(watcher) = self.watcher.take() {
            let _ = watcher.join();
        }
        // A terminal that was closed meanwhile shows nothing anyway.
        let _ = tcsetattr(&self.terminal, OptionalActions::Flush, &self.before);
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

/// What a signal finds.
struct Watched {
    terminal: File,
    before: Termios,
}

impl Watched {
    /// Gives the terminal back before a signal does what it always does: end the command, or stop it
    /// until it is called again.
    fn watch(&self, signals: &mut Signals) {
        for signal in signals.forever() {
            let now = tcgetattr(&self.terminal);
            let _ = tcsetattr(&self.terminal, OptionalActions::Flush, &self.before);
            let _ = emulate_default_handler(signal);
            // Called again. The question that stood there stands there still.
            if let Ok(now) = now {
                let _ = tcsetattr(&self.terminal, OptionalActions::Drain, &now);
            }
        }
    }
}
