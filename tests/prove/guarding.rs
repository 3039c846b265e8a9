//! Which guards of the vault stand: all of them, but where it is shown what one of them is for.

use std::sync::Mutex;

use landvast_vault::{Guard, Guards};

/// The guard that is away, here and in every process that is started from here.
static AWAY: Mutex<Option<Guard>> = Mutex::new(None);

/// How a process is told that every guard stands.
const ALL: &str = "all";

/// The guards as they are now.
pub(crate) fn now() -> Guards {
    AWAY.lock().unwrap().map_or(Guards::ALL, Guards::without)
}

/// How a process that is started now is told so.
pub(crate) fn named() -> &'static str {
    AWAY.lock().unwrap().map_or(ALL, Guard::name)
}

/// Takes over what the process was told that started this one.
pub(crate) fn set_for_this_process(name: &str) {
    *AWAY.lock().unwrap() = Guard::ALL.into_iter().find(|guard| guard.name() == name);
}

/// Does something while a guard is away.
pub(crate) fn without<T>(guard: Guard, work: impl FnOnce() -> T) -> T {
    let before = AWAY.lock().unwrap().replace(guard);
    let done = work();
    *AWAY.lock().unwrap() = before;
    done
}
