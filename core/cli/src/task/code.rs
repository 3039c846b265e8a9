//! A new recovery code: into a file, or onto paper by hand.
//!
//! It counts only when what it is made for is done. Until then a file with it goes again.

use std::fs;
use std::path::Path;

use landvast::{PlanError, RecoveryCode, id, make_recovery_code};

use crate::desk::Desk;
use crate::files::{Coming, Existing};
use crate::page;
use crate::secret;
use crate::trouble::Trouble;

/// A place for a code, found before anybody types anything.
pub(super) struct CodeRoom<'a>(Option<(&'a Path, Coming)>);

/// A code that its owner has.
pub(super) struct NewCode<'a> {
    pub(super) code: RecoveryCode,
    file: Option<&'a Path>,
    written: Option<Written<'a>>,
}

impl<'a> CodeRoom<'a> {
    pub(super) fn begin(file: Option<&'a Path>, desk: &Desk<'_, '_>) -> Result<Self, Trouble> {
        let Some(path) = file else {
            desk.need_screen(id::ERROR_NO_TERMINAL_CODE)?;
            return Ok(Self(None));
        };
        Ok(Self(Some((path, Coming::begin(path, Existing::Keep, &desk.host.device)?))))
    }

    /// Makes the code and hands it over: writes it into the file, or shows it and asks it back.
    pub(super) fn hand_over(self, desk: &mut Desk<'_, '_>) -> Result<NewCode<'a>, Trouble> {
        let code = make_recovery_code(&desk.host.device)?;
        let Some((path, coming)) = self.0 else {
            secret::hand_over(desk, &code)?;
            return Ok(NewCode { code, file: None, written: None });
        };
        let mut line = code.to_groups();
        line.push('\n');
        coming.finish(line.as_bytes())?;
        Ok(NewCode { code, file: Some(path), written: Some(Written(path)) })
    }
}

impl NewCode<'_> {
    /// From here on the code counts, so its file stays.
    pub(super) fn counts(&mut self) {
        std::mem::forget(self.written.take());
    }

    /// What became of what the code is for. Where the device refused in the middle of it, nobody
    /// can say here whether the old keys count or the new ones, so the file stays.
    pub(super) fn settle<T>(&mut self, done: Result<T, PlanError>) -> Result<T, Trouble> {
        match done {
            Ok(done) => {
                self.counts();
                Ok(done)
            }
            Err(PlanError::Refused) => {
                self.counts();
                Err(Trouble::KeysInDoubt)
            }
            Err(certain) => Err(certain.into()),
        }
    }

    /// Whether it is in a file, and not only on paper.
    pub(super) const fn is_in_file(&self) -> bool {
        self.file.is_some()
    }

    /// Says in which file it is, if it is in one.
    pub(super) fn say_where(&self, desk: &mut Desk<'_, '_>) -> Result<(), Trouble> {
        let Some(path) = self.file else { return Ok(()) };
        let file = page::in_a_line(&path.to_string_lossy());
        let said = desk.words.say_with(id::CLI_RECOVERY_IN_FILE, &[("file", file.into())]);
        desk.say_wrapped(&said, 0)
    }
}

/// A secret on disk that belongs to nothing yet: it goes if nothing comes of it.
pub(super) struct Written<'a>(pub(super) &'a Path);

impl Drop for Written<'_> {
    fn drop(&mut self) {
        let _ = fs::remove_file(self.0);
    }
}

#[cfg(test)]
mod tests {
    use landvast::Device;

    use super::*;

    #[test]
    fn a_file_with_a_code_that_may_count_stays_and_one_that_counts_nowhere_goes() {
        let folder = tempfile::tempdir().unwrap();
        for (why, stays) in [
            (PlanError::Refused, true),
            (PlanError::StorageFull, false),
            (PlanError::WrongSecret, false),
        ] {
            let path = folder.path().join("code");
            fs::write(&path, "a code").unwrap();
            let code = make_recovery_code(&Device::this()).unwrap();
            let mut new = NewCode { code, file: Some(&path), written: Some(Written(&path)) };
            let trouble = new.settle::<()>(Err(why)).unwrap_err();
            drop(new);
            assert_eq!(path.exists(), stays, "{trouble:?}");
            assert_eq!(matches!(trouble, Trouble::KeysInDoubt), stays);
        }
    }
}
