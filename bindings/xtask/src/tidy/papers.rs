//! Papers that are checked like code: decision records, promises with their proof, links.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use super::Finding;
use super::tree::{SourceFile, Tree};

const RECORDS: &str = "core/adr/";
const INDEX: &str = "core/adr/README.md";
const PROMISES: &str = "SECURITY.md";
/// Where the parts of `cargo xtask prove` are listed.
const PARTS: &str = "tests/prove/main.rs";

/// A decision record fits on a page.
const A_PAGE: usize = 70;

/// A record says what was asked, what was chosen and what it costs.
const HEADINGS: [&str; 3] = ["## Context", "## Choice", "## Cost"];

/// Records are numbered without a gap, have three parts, fit on a page and stand in the index.
pub(super) fn decision_records(tree: &Tree) -> Vec<Finding> {
    let index = tree.text(INDEX);
    let records: Vec<&SourceFile> =
        tree.under(RECORDS, ".md").filter(|file| file.path != INDEX).collect();
    if records.is_empty() {
        return vec![Finding::fault(RECORDS, "no decision record was found")];
    }
    let mut findings = Vec::new();
    for (record, number) in records.iter().zip(1..) {
        let mut fault = |words: String| findings.push(Finding::fault(&record.path, words));
        let name = record.path.strip_prefix(RECORDS).unwrap_or_default();
        if !name.starts_with(&format!("{number:04}-")) {
            fault(format!("should be number {number:04}"));
        }
        if !index.contains(&format!("({name})")) {
            fault("is not in the index".to_owned());
        }
        for heading in HEADINGS.iter().filter(|heading| !has_line(&record.text, heading)) {
            fault(format!("lacks `{heading}`"));
        }
        if record.text.lines().count() > A_PAGE {
            fault(format!("is longer than a page of {A_PAGE} lines"));
        }
    }
    findings
}

fn has_line(text: &str, wanted: &str) -> bool {
    text.lines().any(|line| line == wanted)
}

/// Each promise in SECURITY.md names what proves it, and that exists.
///
/// A promise is an item of a list under a heading that begins with `## Promised`. A test is named
/// as `test: its_name`, a part of `cargo xtask prove` as `prove: its_name`, between backticks.
pub(super) fn promises_name_their_tests(tree: &Tree) -> Vec<Finding> {
    let promises = promises(tree.text(PROMISES));
    if promises.is_empty() {
        return vec![Finding::fault(PROMISES, "no promise was found")];
    }
    let (known, parts) = (tests(tree), parts(tree));
    let mut findings = Vec::new();
    for promise in promises {
        let start: String = promise.chars().take(50).collect();
        let (tests, proofs) = (named(&promise, "test: "), named(&promise, "prove: "));
        if tests.is_empty() && proofs.is_empty() {
            findings.push(Finding::fault(PROMISES, format!("names no test: {start}")));
        }
        for name in tests.into_iter().filter(|name| !known.contains(name)) {
            findings.push(Finding::fault(PROMISES, format!("there is no test {name}")));
        }
        for name in proofs.into_iter().filter(|name| !parts.contains(name)) {
            findings.push(Finding::fault(PROMISES, format!("nothing is proven in {name}")));
        }
    }
    findings
}

/// The items of the lists under the promising headings, each in one piece.
fn promises(text: &str) -> Vec<String> {
    let mut promises: Vec<String> = Vec::new();
    let mut is_promising = false;
    let mut is_item = false;
    for line in text.lines() {
        if line.starts_with("## ") {
            is_promising = line.starts_with("## Promised");
        }
        if let Some(item) = line.strip_prefix("- ").filter(|_| is_promising) {
            promises.push(item.to_owned());
            is_item = true;
        } else if line.starts_with("  ") && is_item {
            if let Some(promise) = promises.last_mut() {
                promise.push(' ');
                promise.push_str(line.trim());
            }
        } else {
            is_item = false;
        }
    }
    promises
}

fn named<'a>(promise: &'a str, what: &str) -> Vec<&'a str> {
    let quoted = promise.split('`').skip(1).step_by(2);
    quoted.filter_map(|words| words.strip_prefix(what)).collect()
}

/// The names of the parts of `cargo xtask prove`, from their one list.
fn parts(tree: &Tree) -> BTreeSet<&str> {
    let listed = tree.text(PARTS).split("Part { name: \"").skip(1);
    listed.filter_map(|rest| rest.split('"').next()).collect()
}

/// The names of all tests: a function that follows `#[test]` or `@Test`, or sits in `proptest!`.
fn tests(tree: &Tree) -> BTreeSet<&str> {
    let code = tree.files.iter().filter(|file| file.is_written_code());
    code.flat_map(|file| {
        let mut is_marked = false;
        file.text.lines().filter_map(move |line| {
            let line = line.trim();
            let name = line.strip_prefix("fn ").or_else(|| line.strip_prefix("fun "));
            let Some(name) = name else {
                // Between mark and function there may be further attributes and comments.
                let goes_on =
                    line.starts_with('#') || line.starts_with('@') || line.starts_with("//");
                is_marked = line.starts_with("#[test]")
                    || line.starts_with("@Test")
                    || is_marked && goes_on;
                return None;
            };
            let was_marked = std::mem::take(&mut is_marked);
            let end = |letter: char| !letter.is_alphanumeric() && letter != '_';
            was_marked.then(|| name.trim_start_matches('`').split(end).next()).flatten()
        })
    })
    .collect()
}

/// A link in a paper leads to a file that is there.
pub(super) fn links_lead_somewhere(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.under("", ".md") {
        for target in file.text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let is_elsewhere = target.contains("://") || target.starts_with(['#', '<']);
            if !is_elsewhere && !exists(tree, &file.path, target) {
                findings.push(Finding::fault(&file.path, format!("leads nowhere: {target}")));
            }
        }
    }
    findings
}

fn exists(tree: &Tree, from: &str, target: &str) -> bool {
    let target = target.split('#').next().unwrap_or_default();
    let mut path = Path::new(from).parent().map(PathBuf::from).unwrap_or_default();
    for part in Path::new(target).components() {
        match part {
            Component::ParentDir => drop(path.pop()),
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    tree.files.iter().any(|file| Path::new(&file.path).starts_with(&path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::made_up;

    const RECORD: &str = "# 1. Walls\n\n## Context\n\n## Choice\n\n## Cost\n";

    #[test]
    fn a_record_that_the_index_forgot_is_found() {
        let path = "core/adr/0001-walls.md";
        let known = made_up::files(&[(INDEX, "- [Walls](0001-walls.md)"), (path, RECORD)]);
        assert!(decision_records(&known).is_empty());
        assert_eq!(decision_records(&made_up::files(&[(INDEX, ""), (path, RECORD)])).len(), 1);
    }

    #[test]
    fn a_record_without_its_cost_or_out_of_order_is_found() {
        let record = "# 3\n## Context\n## Choice\n";
        let tree = made_up::files(&[(INDEX, "(0003-a.md)"), ("core/adr/0003-a.md", record)]);
        assert_eq!(decision_records(&tree).len(), 2);
        assert_eq!(decision_records(&Tree::default()).len(), 1);
    }

    fn promised(security: &str) -> Vec<Finding> {
        let code = "#[test]\n#[allow(x)]\nfn a_thief_reads_nothing() {}\n\nfn no_test() {}\n";
        promises_name_their_tests(&made_up::files(&[(PROMISES, security), ("core/a.rs", code)]))
    }

    #[test]
    fn a_promise_with_its_test_is_kept() {
        let kept = "## Promised now\n\n- A thief reads nothing,\n  `test: a_thief_reads_nothing`.\n\n\
                    ## Not promised\n\n- Anything else.\n";
        assert_eq!(promised(kept), []);
    }

    #[test]
    fn a_promise_without_a_test_is_no_promise() {
        assert_eq!(promised("## Promised now\n\n- It is very safe.\n").len(), 1);
        assert_eq!(promised("## Promised now\n\n- Safe, `test: no_test`.\n").len(), 1);
        assert_eq!(promised("").len(), 1);
    }

    #[test]
    fn a_link_into_nothing_is_found() {
        let text = "[a](core/adr/b.md#part) [web](https://example.org) [gone](gone.md)";
        let tree =
            made_up::files(&[("README.md", text), ("core/adr/b.md", "[up](../../README.md)")]);
        assert_eq!(
            links_lead_somewhere(&tree),
            [Finding::fault("README.md", "leads nowhere: gone.md")]
        );
    }
}
