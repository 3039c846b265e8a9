//! What holds for every source file: where it lies, how long it is, what it must not say.

use super::Finding;
use super::tree::Tree;

/// The names at the root: the fixed seven, and what tools look for there.
const TOP_LEVEL: &[&str] = &[
    "Cargo.toml",
    "core",
    "android",
    "ios",
    "bindings",
    "tests",
    "README.md",
    "Cargo.lock",
    "rustfmt.toml",
    "clippy.toml",
    "deny.toml",
    "rust-toolchain.toml",
    ".cargo",
    ".ci",
    ".gitattributes",
    ".gitignore",
    "LICENSE",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "CHANGELOG.md",
    "ARCHITECTURE.md",
    "SECURITY.md",
];

/// A file longer than this holds more than one thing.
const TOO_LONG: usize = 600;

/// A file longer than this is worth a look.
const LONG: usize = 400;

/// Signs of work that was left, cut in two so that this list does not find itself.
const UNFINISHED: &[(&str, &str)] = &[
    ("TO", "DO"),
    ("FIX", "ME"),
    ("#[ig", "nore"),
    ("#[should_", "panic"),
    ("to", "do!("),
    ("unimple", "mented!("),
    ("NotImplemented", "Error"),
    ("@Igno", "re"),
    ("@Dis", "abled"),
];

/// Folders of one machine.
const MACHINE: &[(&str, &str)] = &[
    ("/wo", "rk/"),
    ("/fa", "rm/"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("/Us", "ers/"),
    ("/tmp/ba", "sh_jobs"),
];

/// Hosts of package registries: which one is asked is each machine's own setting.
const HOSTS: &[(&str, &str)] = &[
    ("crates.", "io/api"),
    ("static.", "crates"),
    ("index.", "crates"),
    ("registry.", "npmjs"),
    ("pypi.", "org"),
    ("files.python", "hosted"),
    ("repo1.", "maven"),
    ("repo.", "maven"),
    ("deb.", "debian.org"),
    ("proxy.", "golang"),
];

/// Files in which a tool writes down where a package came from.
const LOCKS: &[&str] = &["Cargo.lock", "package-lock.json"];

/// Doors to a network in Rust's own library.
const NETWORK: &[&str] = &["std::net", "TcpStream", "TcpListener", "UdpSocket"];

/// Nothing lies at the root but what belongs there.
pub(super) fn top_level_names(tree: &Tree) -> Vec<Finding> {
    let mut names: Vec<&str> =
        tree.files.iter().filter_map(|file| file.path.split('/').next()).collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|name| !TOP_LEVEL.contains(name));
    names.into_iter().map(|name| Finding::fault(name, "does not belong at the root")).collect()
}

/// One file, one noun.
pub(super) fn length(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| file.is_written_code()) {
        let lines = file.text.lines().count();
        if lines > TOO_LONG {
            let words = format!("{lines} lines; more than {TOO_LONG} hold more than one thing");
            findings.push(Finding::fault(&file.path, words));
        } else if lines > LONG {
            findings.push(Finding::hint(&file.path, format!("{lines} lines")));
        }
    }
    findings
}

/// Nothing is left for later, switched off, or waiting to be looked at.
pub(super) fn unfinished(tree: &Tree) -> Vec<Finding> {
    let pending = tree.under("", ".snap.new");
    let mut findings: Vec<Finding> =
        pending.map(|file| Finding::fault(&file.path, "a snapshot that nobody accepted")).collect();
    for file in tree.files.iter().filter(|file| file.is_written_code()) {
        for (number, line) in file.lines() {
            if let Some(sign) = first_of(UNFINISHED, line) {
                let place = format!("{}:{number}", file.path);
                findings.push(Finding::fault(place, format!("unfinished or switched off: {sign}")));
            }
        }
    }
    findings
}

/// What is committed holds on every machine.
pub(super) fn one_machine_only(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let is_lock = LOCKS.iter().any(|name| file.path.ends_with(name));
        for (number, line) in file.lines() {
            let host = if is_lock { None } else { first_of(HOSTS, line) };
            if let Some(found) = first_of(MACHINE, line).or(host) {
                let place = format!("{}:{number}", file.path);
                findings.push(Finding::fault(place, format!("belongs to one machine: {found}")));
            }
        }
    }
    findings
}

/// No code of ours opens a connection.
pub(super) fn no_network(tree: &Tree) -> Vec<Finding> {
    let shipped = tree.under("core/", ".rs").chain(tree.under("bindings/ffi/", ".rs"));
    let mut findings = Vec::new();
    for file in shipped {
        for (number, line) in file.lines() {
            if let Some(door) = NETWORK.iter().find(|door| line.contains(*door)) {
                let place = format!("{}:{number}", file.path);
                findings.push(Finding::fault(place, format!("{door}: there is no network here")));
            }
        }
    }
    findings
}

fn first_of(signs: &[(&str, &str)], line: &str) -> Option<String> {
    let whole = signs.iter().map(|(start, end)| format!("{start}{end}"));
    whole.into_iter().find(|sign| line.contains(sign.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::Weight;
    use crate::tidy::tree::made_up;

    #[test]
    fn a_folder_that_is_not_one_of_the_seven_is_found() {
        let tree = made_up::files(&[("docs/a.md", ""), ("core/adr/a.md", ""), ("README.md", "")]);
        assert_eq!(top_level_names(&tree), [Finding::fault("docs", "does not belong at the root")]);
    }

    #[test]
    fn a_long_file_is_a_hint_and_a_very_long_one_a_fault() {
        let long = "x\n".repeat(LONG + 1);
        let too_long = "x\n".repeat(TOO_LONG + 1);
        let tree = made_up::files(&[
            ("core/a.rs", &long),
            ("core/b.rs", &too_long),
            ("bindings/kotlin/c.kt", &too_long),
            ("core/d.rs", "x\n"),
        ]);
        let weights: Vec<Weight> = length(&tree).iter().map(|finding| finding.weight).collect();
        assert_eq!(weights, [Weight::Hint, Weight::Fault]);
    }

    #[test]
    fn work_that_was_left_is_found() {
        for (start, end) in UNFINISHED {
            let text = format!("fn a() {{\n    // {start}{end}\n}}\n");
            let findings = unfinished(&made_up::files(&[("core/a.rs", &text)]));
            assert_eq!(
                findings.first().map(|one| one.place.as_str()),
                Some("core/a.rs:2"),
                "{end}"
            );
        }
        assert_eq!(unfinished(&made_up::files(&[("core/a.snap.new", "")])).len(), 1);
    }

    #[test]
    fn a_path_or_a_host_of_one_machine_is_found_in_any_file() {
        for (start, end) in MACHINE.iter().chain(HOSTS) {
            let text = format!("see {start}{end}\n");
            assert_eq!(one_machine_only(&made_up::files(&[("a.md", &text)])).len(), 1, "{end}");
        }
    }

    #[test]
    fn a_door_to_the_network_is_found() {
        let text = "use std::net::TcpStream;\n";
        assert_eq!(no_network(&made_up::files(&[("core/vault/src/a.rs", text)])).len(), 1);
        assert!(no_network(&made_up::files(&[("tests/a.rs", text)])).is_empty());
    }
}
