//! The targets of `tests/prove`, one at a time. What goes wrong there fails here.

use std::cell::OnceCell;

#[path = "../prove/targets.rs"]
mod targets;

use targets::Target;

thread_local! {
    static TARGET: OnceCell<Target> = const { OnceCell::new() };
}

/// Feeds one target with bytes.
pub(crate) fn fuzz(name: &str, bytes: &[u8]) {
    TARGET.with(|cell| {
        let target = cell.get_or_init(|| {
            let known = targets::all().into_iter().find(|target| target.name == name);
            known.expect("a target of this name")
        });
        let took = (target.read)(bytes);
        assert!(!(took && target.is_sealed && bytes != target.good), "taken for whole");
    });
}
