//! Wrong passphrases are counted, and make one wait.
//!
//! The count is on disk before a guess is tried, so that pulling the plug does not give a free
//! guess. Waits grow to a minute and never further, and nothing is ever wiped: whoever forgot
//! their words in a crisis must not lose their plan. This guards a screen; against a copied folder
//! only the slow derivation stands.
//!
//! ```text
//!   0   8  "LVguess1"
//!   8   4  wrong guesses since the last right one
//!  12   8  when the newest was tried, in milliseconds since the device started
//! ```
//! The clock is the one that counts from the start of the device. When it stands before the
//! noted time, the device was restarted, and the wait begins again in full.

use std::{fs::File, io, os::unix::fs::FileExt, path::PathBuf, time::Duration};

use crate::{VaultError, folder};

const MAGIC: [u8; 8] = *b"LVguess1";
const LENGTH: usize = 20;
const LONGEST_WAIT: Duration = Duration::from_mins(1);
/// Typing errors are forgiven this often before the first wait.
const FORGIVEN: u32 = 2;

/// The count of one vault.
pub(crate) struct Guesses {
    path: PathBuf,
    wrong: u32,
    tried_at: Duration,
}

impl Guesses {
    /// Reads the count. A count that is not readable is none: it protects no secret, and nobody is
    /// to be kept from their plan by it.
    pub(crate) fn read(path: PathBuf) -> io::Result<Self> {
        let bytes = folder::read_at_most(&path, LENGTH)?.unwrap_or_default();
        let (wrong, tried_at) = parse(&bytes).unwrap_or_default();
        Ok(Self { path, wrong, tried_at })
    }

    /// Begins a guess: refuses while one has to wait, else counts it before it is tried.
    pub(crate) fn begin(&mut self, uptime: Duration) -> Result<(), VaultError> {
        if uptime < self.tried_at {
            self.tried_at = uptime;
            self.write()?;
        }
        let until = self.tried_at.saturating_add(wait_after(self.wrong));
        let left = until.saturating_sub(uptime);
        if !left.is_zero() {
            return Err(VaultError::Wait {
                seconds: left.as_millis().div_ceil(1000).try_into().unwrap_or(60),
            });
        }
        self.wrong = self.wrong.saturating_add(1);
        self.tried_at = uptime;
        Ok(self.write()?)
    }

    /// The guess was none after all: right, or not tried to the end.
    pub(crate) fn take_back(&mut self) -> io::Result<()> {
        self.wrong = self.wrong.saturating_sub(1);
        self.write()
    }

    /// The vault is open: nothing is counted any more.
    pub(crate) fn forget(&mut self) -> io::Result<()> {
        if self.wrong == 0 {
            return Ok(());
        }
        self.wrong = 0;
        self.write()
    }

    /// Over the same bytes each time, so that it works on a full disk too.
    fn write(&self) -> io::Result<()> {
        let file = File::options().create(true).truncate(false).write(true).open(&self.path)?;
        file.write_all_at(&to_bytes(self.wrong, self.tried_at), 0)?;
        file.sync_all()
    }
}

/// The bytes of a count.
pub(crate) fn to_bytes(wrong: u32, tried_at: Duration) -> Vec<u8> {
    let milliseconds = u64::try_from(tried_at.as_millis()).unwrap_or(u64::MAX);
    [&MAGIC[..], &wrong.to_be_bytes(), &milliseconds.to_be_bytes()].concat()
}

fn parse(bytes: &[u8]) -> Option<(u32, Duration)> {
    let (magic, rest) = bytes.split_first_chunk::<8>()?;
    let (wrong, rest) = rest.split_first_chunk::<4>()?;
    let (milliseconds, rest) = rest.split_first_chunk::<8>()?;
    let tried_at = Duration::from_millis(u64::from_be_bytes(*milliseconds));
    (*magic == MAGIC && rest.is_empty()).then_some((u32::from_be_bytes(*wrong), tried_at))
}

/// 2, 4, 8, 16, 32 and then 60 seconds.
fn wait_after(wrong: u32) -> Duration {
    let Some(step) = wrong.checked_sub(FORGIVEN).filter(|step| *step > 0) else {
        return Duration::ZERO;
    };
    let seconds = 1_u64.checked_shl(step).unwrap_or(u64::MAX);
    Duration::from_secs(seconds).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(count: u64) -> Duration {
        Duration::from_secs(count)
    }

    #[test]
    fn waits_grow_to_a_minute_and_no_further() {
        let waits: Vec<u64> = (0..10).map(|wrong| wait_after(wrong).as_secs()).collect();
        assert_eq!(waits, [0, 0, 0, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(wait_after(u32::MAX), LONGEST_WAIT);
    }

    #[test]
    fn a_person_who_guessed_three_times_waits_and_then_may_try_again() {
        let folder = tempfile::tempdir().unwrap();
        let read = || Guesses::read(folder.path().join("guesses")).unwrap();
        for _ in 0..3 {
            assert_eq!(read().begin(seconds(1000)), Ok(()));
        }
        assert_eq!(read().begin(seconds(1000)), Err(VaultError::Wait { seconds: 2 }));
        assert_eq!(read().begin(seconds(1001)), Err(VaultError::Wait { seconds: 1 }));
        assert_eq!(read().begin(seconds(1002)), Ok(()));
        assert_eq!(read().begin(seconds(1002)), Err(VaultError::Wait { seconds: 4 }));
    }

    #[test]
    fn restarting_the_device_starts_the_wait_again_in_full() {
        let folder = tempfile::tempdir().unwrap();
        let read = || Guesses::read(folder.path().join("guesses")).unwrap();
        for _ in 0..3 {
            read().begin(seconds(1000)).unwrap();
        }
        assert_eq!(read().begin(seconds(5)), Err(VaultError::Wait { seconds: 2 }));
        assert_eq!(read().begin(seconds(6)), Err(VaultError::Wait { seconds: 1 }));
        assert_eq!(read().begin(seconds(7)), Ok(()));
    }

    #[test]
    fn the_right_passphrase_forgets_the_wrong_ones() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("guesses");
        for _ in 0..3 {
            Guesses::read(path.clone()).unwrap().begin(seconds(1)).unwrap();
        }
        Guesses::read(path.clone()).unwrap().forget().unwrap();
        assert_eq!(Guesses::read(path).unwrap().wrong, 0);
    }

    #[test]
    fn a_guess_that_was_not_tried_to_the_end_does_not_count() {
        let folder = tempfile::tempdir().unwrap();
        let mut guesses = Guesses::read(folder.path().join("guesses")).unwrap();
        guesses.begin(seconds(1)).unwrap();
        guesses.take_back().unwrap();
        assert_eq!(guesses.wrong, 0);
    }

    #[test]
    fn a_count_that_is_not_readable_keeps_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("guesses");
        std::fs::write(&path, b"rubbish").unwrap();
        assert_eq!(Guesses::read(path).unwrap().begin(seconds(1)), Ok(()));
    }
}
