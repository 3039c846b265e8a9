//! A line that moves while something takes longer than a second.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::ProgressBar;

use crate::host::Screen;

/// Nothing is shown before this has passed: a line that flashes by only disquiets.
const PATIENCE: Duration = Duration::from_secs(1);
const STEP: Duration = Duration::from_millis(120);

/// Shows, from now until it is dropped, that work goes on.
pub(crate) struct Busy {
    done: Option<Sender<()>>,
    line: Option<JoinHandle<()>>,
}

impl Busy {
    /// Says `words` on the terminal's error stream once a second has passed.
    pub(crate) fn show(words: String, screen: Screen) -> Self {
        if screen == Screen::Nobody {
            return Self { done: None, line: None };
        }
        let (done, waits) = mpsc::channel::<()>();
        let line = thread::spawn(move || {
            let goes_on = |time| waits.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
            if !goes_on(PATIENCE) {
                return;
            }
            let bar = ProgressBar::new_spinner().with_message(words);
            bar.tick();
            while goes_on(STEP) {
                bar.tick();
            }
            bar.finish_and_clear();
        });
        Self { done: Some(done), line: Some(line) }
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        drop(self.done.take());
        if let Some(line) = self.line.take() {
            // A line that could not be drawn is no reason to stop.
            let _ = line.join();
        }
    }
}
