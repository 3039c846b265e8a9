//! Who may import whom, and which library is named in which crate.
//!
//! Seven crates because there are seven walls. A crate that is not in the table below needs a row
//! here and a decision record in core/adr.

use super::Finding;
use super::tree::{Kind, Package, Tree};

/// What one of our crates may import of the others.
enum MayKnow {
    Only(&'static [&'static str]),
    Everything,
}

const WALLS: &[(&str, MayKnow)] = &[
    ("landvast-model", MayKnow::Only(&[])),
    ("landvast-seal", MayKnow::Only(&[])),
    ("landvast-text", MayKnow::Only(&["landvast-model"])),
    ("landvast-vault", MayKnow::Only(&["landvast-model", "landvast-seal"])),
    ("landvast-card", MayKnow::Only(&["landvast-model", "landvast-text"])),
    ("landvast-share", MayKnow::Only(&["landvast-model", "landvast-text"])),
    (
        "landvast",
        MayKnow::Only(&[
            "landvast-model",
            "landvast-seal",
            "landvast-text",
            "landvast-vault",
            "landvast-card",
            "landvast-share",
        ]),
    ),
    ("landvast-cli", MayKnow::Only(&["landvast"])),
    ("landvast-ffi", MayKnow::Only(&["landvast"])),
    ("landvast-bindgen", MayKnow::Only(&[])),
    ("xtask", MayKnow::Only(&[])),
    (TESTS, MayKnow::Everything),
];

/// The crate that looks at all the others from outside.
const TESTS: &str = "landvast-tests";

/// Libraries that stay behind one wall, so that another can take their place.
const ONE_CRATE: &[(&str, &[&str])] = &[
    ("sled", &["landvast-vault"]),
    ("chacha20poly1305", &["landvast-seal"]),
    ("argon2", &["landvast-seal"]),
    ("printpdf", &["landvast-card"]),
    ("lopdf", &["landvast-card"]),
    ("age", &["landvast-share"]),
    ("ed25519-dalek", &["landvast-share"]),
    ("uniffi", &["landvast-ffi", "landvast-bindgen"]),
    ("clap", &["landvast-cli"]),
    ("getrandom", &["landvast"]),
];

/// Each crate imports only what its wall lets through.
pub(super) fn who_knows_whom(tree: &Tree) -> Vec<Finding> {
    let ours: Vec<&str> = tree.ours().map(|package| package.name.as_str()).collect();
    tree.ours().flat_map(|package| over_the_wall(package, &ours)).collect()
}

fn over_the_wall(package: &Package, ours: &[&str]) -> Vec<Finding> {
    let Some((_, may_know)) = WALLS.iter().find(|(name, _)| *name == package.name) else {
        let words = "a new crate: give it a row in xtask's walls and a decision record";
        return vec![Finding::fault(&package.name, words)];
    };
    let MayKnow::Only(allowed) = may_know else { return Vec::new() };
    package
        .dependencies
        .iter()
        .map(|dependency| dependency.name.as_str())
        .filter(|name| ours.contains(name) || WALLS.iter().any(|(wall, _)| wall == name))
        .filter(|name| !allowed.contains(name))
        .map(|name| Finding::fault(&package.name, format!("must not import {name}")))
        .collect()
}

/// A library behind a wall is named in one crate. Tests may compare with it, never ship it.
pub(super) fn one_crate_a_library(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in tree.ours() {
        for dependency in &package.dependencies {
            let Some((library, homes)) =
                ONE_CRATE.iter().find(|(name, _)| *name == dependency.name)
            else {
                continue;
            };
            let is_test = package.name == TESTS && dependency.kind == Kind::Dev;
            if !homes.contains(&package.name.as_str()) && !is_test {
                let words = format!("must not name {library}: only {} does", homes.join(" and "));
                findings.push(Finding::fault(&package.name, words));
            }
        }
    }
    findings
}

/// None of those libraries' types stands in a public signature of ours.
pub(super) fn foreign_types_in_public(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.under("core/", ".rs") {
        for (number, line) in file.lines().filter(|(_, line)| is_public(line)) {
            if let Some((library, _)) = ONE_CRATE.iter().find(|(library, _)| names(line, library)) {
                let words = format!("{library} must not show in what is public");
                findings.push(Finding::fault(format!("{}:{number}", file.path), words));
            }
        }
    }
    findings
}

/// Whether a path in this line begins with the library: `age::Recipient`, not `language::Tag`.
fn names(line: &str, library: &str) -> bool {
    let path = format!("{}::", library.replace('-', "_"));
    let is_inside_a_word =
        |before: &str| before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    line.match_indices(&path).any(|(at, _)| !is_inside_a_word(line.split_at(at).0))
}

fn is_public(line: &str) -> bool {
    line.trim_start().starts_with("pub ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::made_up;

    #[test]
    fn a_card_that_reads_the_vault_is_stopped() {
        let tree = made_up::package("landvast-card", &[("landvast-vault", Kind::Normal)]);
        assert_eq!(who_knows_whom(&tree).len(), 1);
        let tree = made_up::package("landvast-card", &[("landvast-text", Kind::Normal)]);
        assert!(who_knows_whom(&tree).is_empty());
    }

    #[test]
    fn a_wall_holds_for_tests_and_build_scripts_too() {
        for kind in [Kind::Dev, Kind::Build] {
            let tree = made_up::package("landvast-model", &[("landvast-text", kind)]);
            assert_eq!(who_knows_whom(&tree).len(), 1, "{kind:?}");
        }
    }

    #[test]
    fn a_crate_without_a_row_is_asked_for_its_record() {
        let tree = made_up::package("landvast-sync", &[]);
        assert!(who_knows_whom(&tree).first().unwrap().words.contains("decision record"));
    }

    #[test]
    fn the_store_is_named_in_the_vault_alone() {
        let tree = made_up::package("landvast", &[("sled", Kind::Normal)]);
        assert_eq!(one_crate_a_library(&tree).len(), 1);
        let tree = made_up::package("landvast-vault", &[("sled", Kind::Normal)]);
        assert!(one_crate_a_library(&tree).is_empty());
    }

    #[test]
    fn tests_may_hold_a_paper_against_the_library_that_made_it() {
        let tree = made_up::package("landvast-tests", &[("lopdf", Kind::Dev)]);
        assert!(one_crate_a_library(&tree).is_empty());
        let tree = made_up::package("landvast-tests", &[("lopdf", Kind::Normal)]);
        assert_eq!(one_crate_a_library(&tree).len(), 1);
    }

    #[test]
    fn a_public_signature_shows_no_borrowed_type() {
        let broken = "pub fn store(&self) -> &sled::Db {\n";
        let kept = "fn store(&self) -> &sled::Db {\n    pub(crate) fn a(db: sled::Db) {}\n\
                    pub use language::Language;\n";
        assert_eq!(
            foreign_types_in_public(&made_up::files(&[("core/vault/a.rs", broken)])).len(),
            1
        );
        assert!(foreign_types_in_public(&made_up::files(&[("core/vault/a.rs", kept)])).is_empty());
    }
}
