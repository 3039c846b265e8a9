//! What a phone carries: no C code and nothing that talks to a network.
//!
//! C code would need a compiler for each phone, and the recipes that build us do without one.
//! A library that opens connections has no place in a product whose promise is that it opens none.

use super::Finding;
use super::tree::Tree;

/// Crates that build or look for C code.
const BUILDS_C: &[&str] =
    &["cc", "cmake", "pkg-config", "bindgen", "vcpkg", "autotools", "nasm-rs", "meson"];

/// Crates that open connections or serve them.
const TALKS: &[&str] = &[
    "reqwest",
    "ureq",
    "hyper",
    "curl",
    "isahc",
    "surf",
    "attohttpc",
    "minreq",
    "tokio",
    "async-std",
    "mio",
    "socket2",
    "rustls",
    "native-tls",
    "openssl",
    "quinn",
    "tungstenite",
    "hickory-resolver",
];

/// Nothing in the library's tree, on any kind of phone, is on either list.
pub(super) fn no_c_and_no_network(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (phone, names) in &tree.phones {
        if names.is_empty() {
            findings.push(Finding::fault(phone, "no tree was read, so nothing is shown"));
        }
        for name in names {
            if BUILDS_C.contains(&name.as_str()) {
                findings.push(Finding::fault(phone, format!("{name} brings C code")));
            }
            if TALKS.contains(&name.as_str()) {
                findings.push(Finding::fault(phone, format!("{name} opens connections")));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone_with(names: &[&str]) -> Tree {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Tree { phones: [("a-phone".to_owned(), names)].into(), ..Tree::default() }
    }

    #[test]
    fn c_code_does_not_reach_a_phone() {
        assert_eq!(no_c_and_no_network(&phone_with(&["sled", "cc"])).len(), 1);
        assert!(no_c_and_no_network(&phone_with(&["sled", "linux-raw-sys"])).is_empty());
    }

    #[test]
    fn nothing_that_talks_reaches_a_phone() {
        let findings = no_c_and_no_network(&phone_with(&["hyper"]));
        assert!(findings.first().unwrap().words.contains("connections"));
    }

    #[test]
    fn a_tree_that_could_not_be_read_proves_nothing() {
        assert_eq!(no_c_and_no_network(&phone_with(&[])).len(), 1);
    }
}
