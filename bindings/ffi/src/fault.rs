//! A fault of the program itself, and the little that is kept of it.
//!
//! A panic's text can hold what somebody wrote. So the text is dropped where it arises, and only
//! the name of the source file and the line are kept, for whoever wants to report it.

use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Mutex, Once, PoisonError};

use landvast::PlanError;

static LAST: Mutex<Option<String>> = Mutex::new(None);

/// Where the program itself last went wrong since it was started: a source file and a line.
#[uniffi::export]
pub fn last_fault() -> Result<Option<String>, PlanError> {
    Ok(LAST.lock().unwrap_or_else(PoisonError::into_inner).clone())
}

/// Does `work`; a panic in it becomes [`PlanError::Internal`].
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T, PlanError>) -> Result<T, PlanError> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            keep_place(panic);
            // A test that fails has no owner, and says why.
            if cfg!(test) {
                usual(panic);
            }
        }));
    });
    // What a panic leaves half done is in memory only, and replaced as a whole or not at all.
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(PlanError::Internal))
}

fn keep_place(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(|place| {
        // The folders before it tell about the machine it was built on.
        let file = place.file().rsplit(['/', '\\']).next().unwrap_or_default();
        format!("{file}:{}", place.line())
    });
    *LAST.lock().unwrap_or_else(PoisonError::into_inner) = place;
}
