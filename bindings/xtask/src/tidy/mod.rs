//! `cargo xtask tidy`: the rules of the house, each a small function that can fail.
//!
//! A rule looks at a [`Tree`] (the files of the checkout and what cargo knows of its packages)
//! and hands back what it found. Its test gives it a made-up tree in which the rule is broken.

mod doors;
mod keeper;
mod licences;
mod manifests;
mod papers;
mod phone;
mod reading;
mod said;
mod sources;
mod tree;
mod walls;
mod words;

use crate::project::Project;
use tree::Tree;

/// Something that a rule says about one place.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Finding {
    weight: Weight,
    /// A file, a package, or a line of a file.
    place: String,
    words: String,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Weight {
    /// The rule is broken.
    Fault,
    /// A place to look at one day.
    Hint,
}

impl Finding {
    fn fault(place: impl Into<String>, words: impl Into<String>) -> Self {
        Self { weight: Weight::Fault, place: place.into(), words: words.into() }
    }

    fn hint(place: impl Into<String>, words: impl Into<String>) -> Self {
        Self { weight: Weight::Hint, place: place.into(), words: words.into() }
    }
}

/// A rule of the house: its name, and what it finds.
struct Rule {
    name: &'static str,
    find: fn(&Tree) -> Vec<Finding>,
}

const RULES: &[Rule] = &[
    Rule { name: "layout", find: sources::top_level_names },
    Rule { name: "walls", find: walls::who_knows_whom },
    Rule { name: "one crate", find: walls::one_crate_a_library },
    Rule { name: "own types", find: walls::foreign_types_in_public },
    Rule { name: "phone", find: phone::no_c_and_no_network },
    Rule { name: "network", find: sources::no_network },
    Rule { name: "licences", find: licences::allowed },
    Rule { name: "why", find: manifests::each_dependency_has_its_why },
    Rule { name: "used", find: manifests::each_dependency_is_used },
    Rule { name: "shared", find: manifests::versions_stand_in_one_place },
    Rule { name: "length", find: sources::length },
    Rule { name: "finished", find: sources::unfinished },
    Rule { name: "machine", find: sources::one_machine_only },
    Rule { name: "words", find: words::same_in_every_language },
    Rule { name: "tone", find: words::tone },
    Rule { name: "reading", find: reading::easy_to_read },
    Rule { name: "test doors", find: doors::only_tests_open_the_test_doors },
    Rule { name: "ffi", find: keeper::bindings_offer_what_keeper_offers },
    Rule { name: "records", find: papers::decision_records },
    Rule { name: "promises", find: papers::promises_name_their_tests },
    Rule { name: "links", find: papers::links_lead_somewhere },
];

/// What all rules together said.
pub(crate) struct Report {
    pub(crate) words: String,
    pub(crate) closing: String,
    pub(crate) faults: usize,
}

/// Prints what was found, and fails if a rule is broken.
pub(crate) fn run(project: &Project) -> Result<(), String> {
    let report = report(project)?;
    print!("{}", report.words);
    println!("{}", report.closing);
    if report.faults == 0 { Ok(()) } else { Err("tidy failed".to_owned()) }
}

/// Looks at the checkout with every rule.
pub(crate) fn report(project: &Project) -> Result<Report, String> {
    let tree = Tree::read(project)?;
    Ok(report_on(&tree, RULES))
}

fn report_on(tree: &Tree, rules: &[Rule]) -> Report {
    let mut lines: Vec<String> = Vec::new();
    let (mut faults, mut hints) = (0, 0);
    for rule in rules {
        for finding in (rule.find)(tree) {
            let mark = match finding.weight {
                Weight::Fault => "",
                Weight::Hint => "(hint) ",
            };
            faults += usize::from(finding.weight == Weight::Fault);
            hints += usize::from(finding.weight == Weight::Hint);
            lines.push(format!("{mark}{}: {}: {}\n", rule.name, finding.place, finding.words));
        }
    }
    let (rules, files) = (rules.len(), tree.files.len());
    let mut closing = format!("{rules} rules over {files} files: {faults} faults, {hints} hints");
    for figures in reading::figures(tree) {
        closing.push_str("; ");
        closing.push_str(&figures);
        lines.push(format!("reading: {figures}\n"));
    }
    Report { words: lines.concat(), closing, faults }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_of_each(_: &Tree) -> Vec<Finding> {
        vec![Finding::fault("a.rs", "broken"), Finding::hint("b.rs", "long")]
    }

    #[test]
    fn a_hint_is_told_but_breaks_nothing() {
        let rules = [Rule { name: "example", find: one_of_each }];
        let report = report_on(&Tree::default(), &rules);
        assert_eq!(report.faults, 1);
        assert_eq!(report.words, "example: a.rs: broken\n(hint) example: b.rs: long\n");
        assert!(report.closing.ends_with("1 faults, 1 hints"));
    }
}
