//! The invented plans of `tests/examples`.

use std::path::PathBuf;

/// The text of an example: `noor.nl`.
#[must_use]
pub fn text(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples");
    std::fs::read_to_string(folder.join(format!("{name}.json"))).unwrap()
}
