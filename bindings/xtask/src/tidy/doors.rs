//! What only tests may do stays out of what is shipped: a guard that can be taken away, a key that
//! costs nothing to guess.

use super::Finding;
use super::tree::Tree;

/// What a shipped source may not name, and the folder where it is made.
const ONLY_IN_TESTS: &[(&str, &str)] =
    &[("Guards", "core/vault/"), ("Guard::", "core/vault/"), ("for_tests", "core/share/")];

/// What is built into the command and the apps.
const SHIPPED: [&str; 2] = ["core/", "bindings/ffi/"];

/// Outside the tests, and outside the crate that makes it, nobody names what only a test may use.
pub(super) fn only_tests_open_the_test_doors(tree: &Tree) -> Vec<Finding> {
    let sources = SHIPPED.iter().flat_map(|folder| tree.under(folder, ".rs"));
    let shipped = sources.filter(|file| file.path.contains("/src/"));
    let mut findings = Vec::new();
    for file in shipped {
        for (name, home) in ONLY_IN_TESTS.iter().filter(|(_, home)| !file.path.starts_with(home)) {
            let named = file.lines().filter(|(_, line)| line.contains(name));
            findings.extend(named.map(|(number, _)| {
                let place = format!("{}:{number}", file.path);
                Finding::fault(place, format!("{name} of {home} is for tests alone"))
            }));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::made_up;

    #[test]
    fn the_shipped_code_cannot_take_a_guard_away() {
        let guarded = "Around { guards: Guards::without(Guard::Mark), ..around }\n";
        let tree = made_up::files(&[
            ("core/landvast/src/opening.rs", guarded),
            ("core/vault/src/open.rs", guarded),
            ("core/landvast/tests/guards.rs", guarded),
            ("tests/prove/guards.rs", guarded),
        ]);
        let findings = only_tests_open_the_test_doors(&tree);
        assert_eq!(findings.len(), 2);
        assert!(findings.iter().all(|it| it.place == "core/landvast/src/opening.rs:1"));
    }
}
