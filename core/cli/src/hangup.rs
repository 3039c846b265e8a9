//! A terminal that goes away while a question stands on it.
//!
//! Closing a window ends the command by a signal. Where that was switched off (`nohup`), or the
//! terminal is the command's in no other way than as its input, none comes; and the library that asks
//! would read from nothing for ever, with the plan still open and in use. So somebody looks whether the
//! terminal is there. Ending there is ending as by that signal: what was acknowledged is stored.

use std::fs::File;
use std::sync::Once;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGHUP;
use signal_hook::low_level::emulate_default_handler;

use crate::hidden;

/// From here on the command ends when its terminal goes away.
pub(crate) fn watch() {
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
