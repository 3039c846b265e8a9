//! A secret typed at the terminal, where nobody sees it and nothing keeps it.
//!
//! The library that asks the other questions reads keys through a buffer of its own that stays for
//! as long as the command runs, and would keep a passphrase in it. So a secret is read here, byte
//! by byte, into memory that is wiped.

use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal as _, Read, Write as _};
use std::os::fd::AsFd as _;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use zeroize::Zeroizing;

use crate::prompts::{Asked, NoAnswer};

/// More than the longest passphrase in any alphabet. What is typed beyond it is not taken.
const LONGEST: usize = 8 * 1024;

const CTRL_C: u8 = 0x03;
const CTRL_D: u8 = 0x04;
const CTRL_U: u8 = 0x15;
const ESC: u8 = 0x1b;

/// Asks for a secret on the error stream, and reads what is typed without showing it.
pub(crate) fn ask(question: &str, hint: &str) -> Asked<Zeroizing<String>> {
    let nobody = |_| NoAnswer::NobodyThere;
    let terminal = terminal().map_err(nobody)?;
    let unseen = Unseen::begin(&terminal).map_err(nobody)?;
    say(&format!("? {question} [{hint}] ")).map_err(nobody)?;
    let typed = read(&mut Keys(&terminal));
    drop(unseen);
    say("\n").map_err(nobody)?;
    typed
}

/// The input where that is a terminal; otherwise the one that the command was started from.
pub(crate) fn terminal() -> io::Result<File> {
    if io::stdin().is_terminal() {
        return Ok(File::from(io::stdin().as_fd().try_clone_to_owned()?));
    }
    File::open("/dev/tty")
}

fn say(text: &str) -> io::Result<()> {
    let mut errors = io::stderr();
    errors.write_all(text.as_bytes())?;
    errors.flush()
}

/// A terminal that shows nothing of what is typed, until this is dropped.
struct Unseen<'a> {
    terminal: &'a File,
    before: Termios,
}

impl Unseen<'_> {
    fn begin(terminal: &File) -> io::Result<Unseen<'_>> {
        let before = tcgetattr(terminal)?;
        let mut unseen = before.clone();
        unseen.local_modes -=
            LocalModes::ECHO | LocalModes::ECHONL | LocalModes::ICANON | LocalModes::ISIG;
        tcsetattr(terminal, OptionalActions::Drain, &unseen)?;
        Ok(Unseen { terminal, before })
    }
}

impl Drop for Unseen<'_> {
    fn drop(&mut self) {
        // A terminal that was closed meanwhile shows nothing anyway.
        let _ = tcsetattr(self.terminal, OptionalActions::Drain, &self.before);
    }
}

/// Where typed bytes come from.
trait Typed {
    /// The next byte; none at the end.
    fn next(&mut self) -> Option<u8>;
    /// Whether another one follows at once, as in the sequence that an arrow key sends.
    fn has_more(&mut self) -> bool;
}

struct Keys<'a>(&'a File);

impl Typed for Keys<'_> {
    fn next(&mut self) -> Option<u8> {
        let mut byte = Zeroizing::new([0_u8; 1]);
        loop {
            match (&*self.0).read(byte.as_mut_slice()) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Ok(0) | Err(_) => return None,
                Ok(_) => {
                    let [typed] = *byte;
                    return Some(typed);
                }
            }
        }
    }

    fn has_more(&mut self) -> bool {
        let at_once = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };
        let mut waiting = [PollFd::new(self.0, PollFlags::IN)];
        poll(&mut waiting, Some(&at_once)).is_ok_and(|ready| ready > 0)
    }
}

/// Reads up to Enter. Backspace takes a letter back, Ctrl-U all of them; Esc and Ctrl-C stop.
fn read(keys: &mut dyn Typed) -> Asked<Zeroizing<String>> {
    let mut line = Zeroizing::new(String::with_capacity(LONGEST));
    let mut letter = Zeroizing::new(Vec::with_capacity(4));
    loop {
        match keys.next().ok_or(NoAnswer::NobodyThere)? {
            b'\r' | b'\n' => break,
            CTRL_D if line.is_empty() => return Err(NoAnswer::Stopped),
            CTRL_U => line.clear(),
            ESC if keys.has_more() => pass_by(keys),
            ESC | CTRL_C => return Err(NoAnswer::Stopped),
            0x08 | 0x7f => drop(line.pop()),
            byte if byte < 0x20 => {}
            byte => {
                letter.push(byte);
                if let Ok(whole) = std::str::from_utf8(&letter) {
                    // Never more than there is room for, so that it does not move and leave a copy.
                    if line.len() + whole.len() <= LONGEST {
                        line.push_str(whole);
                    }
                    letter.clear();
                } else if letter.len() == 4 {
                    // Four bytes that are no letter: the terminal writes in no alphabet we know.
                    if line.len() + 3 <= LONGEST {
                        line.push(char::REPLACEMENT_CHARACTER);
                    }
                    letter.clear();
                }
            }
        }
    }
    Ok(line)
}

/// Passes by what a key that is no letter sends after its Esc: `[A`, `[3~`, `OP`.
fn pass_by(keys: &mut dyn Typed) {
    let Some(b'[' | b'O') = keys.next() else { return };
    while keys.has_more() {
        if keys.next().is_none_or(|byte| (0x40..=0x7e).contains(&byte)) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Typed for &[u8] {
        fn next(&mut self) -> Option<u8> {
            let (first, rest) = self.split_first()?;
            *self = rest;
            Some(*first)
        }

        fn has_more(&mut self) -> bool {
            !self.is_empty()
        }
    }

    fn typed(keys: &str) -> Asked<String> {
        read(&mut keys.as_bytes()).map(|line| line.to_string())
    }

    #[test]
    fn a_slip_is_taken_back_letter_by_letter() {
        assert_eq!(typed("zevé\u{7f}en\u{8}n\r").as_deref(), Ok("zeven"));
        assert_eq!(typed("acht\u{15}zeven\n").as_deref(), Ok("zeven"));
        assert_eq!(typed("ze\u{1b}[Dv\u{1b}[3~en\t\r").as_deref(), Ok("zeven"));
    }

    #[test]
    fn stopping_stops() {
        for keys in ["zev\u{3}", "zev\u{1b}", "\u{4}"] {
            assert_eq!(typed(keys), Err(NoAnswer::Stopped));
        }
        assert_eq!(typed("zev"), Err(NoAnswer::NobodyThere));
    }

    #[test]
    fn a_line_without_an_end_takes_no_more_room() {
        let long = format!("{}\r", "é".repeat(LONGEST));
        assert_eq!(typed(&long).map(|line| line.len()), Ok(LONGEST));
    }
}
