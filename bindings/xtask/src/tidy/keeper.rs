//! Whatever `Keeper` offers, the bindings offer too, so that no app falls behind the core.

use std::collections::BTreeSet;

use super::Finding;
use super::tree::Tree;

const CORE: &str = "core/landvast/src/";
const BINDINGS: &str = "bindings/ffi/src/";

/// What Rust callers borrow and no other language can; apps get the same through another function.
const ONLY_IN_RUST: &[(&str, &str)] = &[
    ("book", "apps read it as views: `section`, `people`, `history`"),
    ("table", "apps get it as `fields`"),
    ("field", "apps get it as `fields`"),
    ("words", "apps have sentences from views, and words of their own"),
    ("words_in", "as `words`"),
    ("vault_folder", "apps know the folder that they opened"),
];

/// Every public function of `Keeper` has one of the same name in the bindings.
pub(super) fn bindings_offer_what_keeper_offers(tree: &Tree) -> Vec<Finding> {
    let offered = functions_of_keeper(tree, CORE);
    if offered.is_empty() {
        return vec![Finding::fault(CORE, "no public function of Keeper was found")];
    }
    let bound = functions_of_keeper(tree, BINDINGS);
    let is_only_in_rust = |name: &str| ONLY_IN_RUST.iter().any(|(known, _)| *known == name);
    let missing = offered.difference(&bound).filter(|name| !is_only_in_rust(name));
    let words = |name: &String| format!("Keeper::{name} is not offered to the apps");
    missing.map(|name| Finding::fault(BINDINGS, words(name))).collect()
}

fn functions_of_keeper(tree: &Tree, folder: &str) -> BTreeSet<String> {
    tree.under(folder, ".rs").flat_map(|file| functions(&file.text)).collect()
}

/// The public functions between `impl Keeper {` and the brace that closes it.
///
/// rustfmt puts that brace, and no other one, at the edge of the page.
fn functions(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_inside = false;
    for line in text.lines() {
        match line {
            "impl Keeper {" => is_inside = true,
            "}" => is_inside = false,
            _ if is_inside => found.extend(public_function(line)),
            _ => {}
        }
    }
    found
}

fn public_function(line: &str) -> Option<String> {
    let rest = line.strip_prefix("    pub ")?;
    let rest = rest.strip_prefix("const ").unwrap_or(rest).strip_prefix("fn ")?;
    let name = rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()?;
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::made_up;

    const KEEPER: &str = "impl Keeper {\n    pub fn lock(self) {\n    }\n\n    \
        pub fn undo(&mut self) {}\n    pub fn book(&self) -> &Book {}\n    fn inner(&self) {}\n}\n\npub fn elsewhere() {}\n";

    #[test]
    fn a_function_that_the_apps_cannot_call_is_named() {
        let ffi = "#[uniffi::export]\nimpl Keeper {\n    pub fn lock(&self) {}\n}\n";
        let tree = made_up::files(&[
            ("core/landvast/src/lib.rs", KEEPER),
            ("bindings/ffi/src/lib.rs", ffi),
        ]);
        let findings = bindings_offer_what_keeper_offers(&tree);
        let words: Vec<&str> = findings.iter().map(|finding| finding.words.as_str()).collect();
        assert_eq!(words, ["Keeper::undo is not offered to the apps"]);
    }

    #[test]
    fn a_keeper_that_is_not_found_proves_nothing() {
        assert_eq!(bindings_offer_what_keeper_offers(&Tree::default()).len(), 1);
    }
}
