//! A command that is ended from outside while it asks something.
//!
//! For a question the terminal is set otherwise than the command found it: nothing shown, or every
//! key told at once. A signal that ends the command there would leave it so, and whoever types next
//! sees nothing of it. So the terminal is given back first, and then the signal does what it always
//! does.
//!
//! And a terminal can go away while a question stands on it. Closing a window ends the command by a
//! signal. Where that was switched off (`nohup`), or the terminal is the command's in no other way
//! than as its input, none comes; and the library that asks would read from nothing for ever, with
//! the plan still open and in use. So somebody looks whether the terminal is there. Ending there is
//! ending as by that signal: what was acknowledged is stored.

use std::fs::File;
use std::io;
use std::os::fd::AsFd as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, Once, PoisonError};
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::getpgrp;
use rustix::termios::{OptionalActions, Termios, tcdrain, tcgetattr, tcgetpgrp, tcsetattr};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::flag::register_conditional_default;
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::hidden;

/// Whoever is asked with the library's help pastes a text as one piece. These switch that on and off.
const PASTES_WHOLE: &[u8] = b"\x1b[?2004h";
const PASTES_KEYS: &[u8] = b"\x1b[?2004l";

/// Asks something that may be seen, with a library that does not notice that nobody can answer it
/// any more.
pub(crate) fn at_a_visible_question<T>(ask: impl FnOnce() -> T) -> T {
    watch();
    let _lent = Lent::for_a_question();
    set_pastes(Pastes::Whole);
    let answer = ask();
    set_pastes(Pastes::Keys);
    answer
}

/// Asks for a secret.
pub(crate) fn at_a_secret_question<T>(ask: impl FnOnce() -> T) -> T {
    let _lent = Lent::for_a_question();
    ask()
}

/// How the terminal was found, while it is set otherwise.
struct Found {
    terminal: File,
    before: Termios,
    /// How it was set when the command was put to sleep, for when it is called again.
    asleep: Option<Termios>,
    pastes: Pastes,
}

/// How the terminal hands over what is pasted.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Pastes {
    Keys,
    Whole,
}

fn set_pastes(pastes: Pastes) {
    if let Some(found) = lent().as_mut() {
        found.pastes = pastes;
    }
}

/// One for the whole command, as the terminal and the signals are.
static FOUND: Mutex<Option<Found>> = Mutex::new(None);

/// Nothing is to be given back: nothing is lent, or the command sleeps. A signal then ends it at once;
/// whoever answers signals would perhaps not come to it before the command is put to sleep again.
static IS_AS_FOUND: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// What ends a command.
const ENDING: [i32; 4] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];

fn lent() -> MutexGuard<'static, Option<Found>> {
    FOUND.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The terminal is set otherwise than it was found. Until this is dropped, a signal gives it back.
pub(crate) struct Lent(());

impl Lent {
    /// Begins, before anything is set. A terminal that is lent already stays as it was found first.
    pub(crate) fn begin(terminal: File) -> io::Result<Option<Self>> {
        let before = tcgetattr(&terminal)?;
        let mut lent = lent();
        if let Some(found) = lent.as_mut() {
            found.wake();
            return Ok(None);
        }
        answer_signals();
        IS_AS_FOUND.store(false, Ordering::SeqCst);
        *lent = Some(Found { terminal, before, asleep: None, pastes: Pastes::Keys });
        Ok(Some(Self(())))
    }

    /// A terminal that cannot be told how it is set asks all the same.
    fn for_a_question() -> Option<Self> {
        let terminal = hidden::terminal().ok()?;
        // In the background this waits until the command is called, as the question would: till then
        // the terminal is as somebody else needs it.
        tcdrain(&terminal).ok()?;
        Self::begin(terminal).ok().flatten()
    }

    /// Ends this, and throws away what was typed that nobody asked for.
    pub(crate) fn give_back(_one: &Self) {
        let mut lent = lent();
        // No signal comes in between. One that put the command to sleep gave it back already.
        if let Some(found) = lent.take().filter(|found| found.asleep.is_none()) {
            // A terminal that was closed meanwhile shows nothing anyway.
            let _ = tcsetattr(&found.terminal, OptionalActions::Flush, &found.before);
        }
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        *lent() = None;
        IS_AS_FOUND.store(true, Ordering::SeqCst);
    }
}

/// From here on somebody answers signals, for as long as the command runs.
fn answer_signals() {
    static ANSWER: Once = Once::new();
    ANSWER.call_once(|| {
        let Ok(mut signals) = Signals::new(ENDING.iter().chain(&[SIGTSTP, SIGCONT])) else {
            return;
        };
        thread::spawn(move || signals.forever().for_each(answer));
        for signal in ENDING {
            let _ = register_conditional_default(signal, Arc::clone(&IS_AS_FOUND));
        }
    });
}

/// Gives the terminal back before a signal does what it always does: end the command, or stop it
/// until it is called again.
fn answer(signal: i32) {
    // Held until the signal has done it, so that nobody sets the terminal meanwhile.
    let mut lent = lent();
    match lent.as_mut() {
        Some(found) if signal == SIGCONT => found.wake(),
        Some(found) => found.give_back(),
        None => {}
    }
    let _ = emulate_default_handler(signal);
}

impl Found {
    fn give_back(&mut self) {
        if self.asleep.is_some() {
            // It was given back already, and perhaps somebody else uses it now.
            return;
        }
        let now = tcgetattr(&self.terminal);
        let _ = tcsetattr(&self.terminal, OptionalActions::Flush, &self.before);
        self.say_pastes(PASTES_KEYS);
        self.asleep = now.ok();
        IS_AS_FOUND.store(true, Ordering::SeqCst);
    }

    /// Called again: the question that stood there stands there still. In the background it waits.
    fn wake(&mut self) {
        if !has_the_foreground(&self.terminal) {
            return;
        }
        IS_AS_FOUND.store(false, Ordering::SeqCst);
        if let Some(now) = self.asleep.take() {
            let _ = tcsetattr(&self.terminal, OptionalActions::Drain, &now);
            self.say_pastes(PASTES_WHOLE);
        }
    }

    /// Past the library and past Rust's own: whoever has those must not keep a signal waiting.
    fn say_pastes(&self, how: &[u8]) {
        if self.pastes == Pastes::Whole {
            let _ = rustix::io::write(io::stderr().as_fd(), how);
        }
    }
}

/// Whether the command has the terminal for itself. One that is nobody's own has no foreground either.
pub(crate) fn has_the_foreground(terminal: &File) -> bool {
    tcgetpgrp(terminal).map_or(true, |foreground| foreground == getpgrp())
}

/// From here on the command ends when its terminal goes away.
fn watch() {
    static WATCH: Once = Once::new();
    WATCH.call_once(|| {
        if let Ok(terminal) = hidden::terminal() {
            thread::spawn(move || {
                if goes_away(&terminal) {
                    let _ = emulate_default_handler(SIGHUP);
                }
            });
        }
    });
}

/// Waits until the terminal goes away. Where the system cannot tell, nobody waits.
fn goes_away(terminal: &File) -> bool {
    loop {
        // Being hung up is told without asking for anything.
        let mut waiting = [PollFd::new(terminal, PollFlags::empty())];
        match poll(&mut waiting, None) {
            Ok(_) => return waiting.iter().any(|told| told.revents().contains(PollFlags::HUP)),
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
