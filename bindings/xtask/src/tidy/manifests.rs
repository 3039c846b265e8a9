//! Few dependencies: each with its why, each version in one place, none that nobody uses.

use super::Finding;
use super::tree::Tree;

const ROOT: &str = "Cargo.toml";

/// A dependency in the root's list.
struct Shared<'a> {
    place: String,
    name: &'a str,
    /// Whether a comment above it or beside it says what it is for.
    is_explained: bool,
}

/// Every shared dependency stands under a comment that says what it is for, or beside one.
pub(super) fn each_dependency_has_its_why(tree: &Tree) -> Vec<Finding> {
    let unexplained = shared(tree.text(ROOT)).into_iter().filter(|one| !one.is_explained);
    unexplained
        .map(|one| Finding::fault(one.place, format!("{}: say what it is for", one.name)))
        .collect()
}

/// Every shared dependency is named by one of our crates at least.
pub(super) fn each_dependency_is_used(tree: &Tree) -> Vec<Finding> {
    let is_used = |name: &str| {
        tree.ours().any(|package| package.dependencies.iter().any(|one| one.name == name))
    };
    let unused = shared(tree.text(ROOT)).into_iter().filter(|one| !is_used(one.name));
    unused
        .map(|one| Finding::fault(one.place, format!("{}: no crate of ours names it", one.name)))
        .collect()
}

fn shared(manifest: &str) -> Vec<Shared<'_>> {
    let mut found = Vec::new();
    let mut section = "";
    let mut is_under_a_comment = false;
    for (line, number) in manifest.lines().map(str::trim).zip(1..) {
        if line.starts_with('[') {
            section = line;
        }
        // A comment speaks for the lines below it, up to the next empty one.
        if line.is_empty() || line.starts_with('[') {
            is_under_a_comment = false;
        } else if line.starts_with('#') {
            is_under_a_comment = true;
        } else if section == "[workspace.dependencies]" {
            let Some((name, _)) = line.split_once([' ', '=', '.']) else { continue };
            let is_explained = is_under_a_comment || line.contains(" # ");
            found.push(Shared { place: format!("{ROOT}:{number}"), name, is_explained });
        }
    }
    found
}

/// For cargo-fuzz, which wants a workspace of its own: it cannot take anything from the root.
const APART: &str = "tests/fuzz/Cargo.toml";

/// A crate takes its versions from the root, where the why stands.
pub(super) fn versions_stand_in_one_place(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let manifests =
        tree.under("", "Cargo.toml").filter(|file| file.path != ROOT && file.path != APART);
    for file in manifests {
        let mut section = "";
        for (number, line) in file.lines() {
            let line = line.trim();
            if line.starts_with('[') {
                section = line;
                continue;
            }
            let is_dependency = section.ends_with("dependencies]") && line.contains('=');
            let is_shared = line.contains("workspace = true") || line.contains(".workspace");
            if is_dependency && !line.starts_with('#') && !is_shared {
                let place = format!("{}:{number}", file.path);
                findings.push(Finding::fault(place, "take the version from the root's list"));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::{Kind, made_up};

    #[test]
    fn a_dependency_without_a_why_is_found() {
        let text = "[workspace.dependencies]\n# Words.\nfluent = \"1\"\nunic = \"1\"\n\nlone = \"1\"\n\
                    beside = \"1\" # why\n";
        let findings = each_dependency_has_its_why(&made_up::files(&[(ROOT, text)]));
        assert_eq!(findings, [Finding::fault("Cargo.toml:6", "lone: say what it is for")]);
    }

    #[test]
    fn a_dependency_that_nobody_uses_is_found() {
        let mut tree = made_up::package("landvast", &[("serde", Kind::Normal)]);
        let text = "[workspace.dependencies]\nserde = \"1\"\nold = { version = \"1\" }\n";
        tree.files = made_up::files(&[(ROOT, text)]).files;
        let findings = each_dependency_is_used(&tree);
        assert_eq!(findings, [Finding::fault("Cargo.toml:3", "old: no crate of ours names it")]);
    }

    #[test]
    fn a_crate_with_a_version_of_its_own_is_found() {
        let text = "[package]\nversion = \"1\"\n[dependencies]\nserde = { workspace = true }\n\
                    rand = \"0.9\"\n";
        let findings = versions_stand_in_one_place(&made_up::files(&[("core/a/Cargo.toml", text)]));
        assert_eq!(findings.len(), 1);
        assert_eq!(findings.first().unwrap().place, "core/a/Cargo.toml:5");
    }
}
