//! `cargo xtask ci`: every check, one line each, and a count at the end.
//!
//! All steps run even if one fails, so that one run tells everything. What a step says goes into
//! `target/ci/<step>.log`; of a failed one the complaints and the end are printed. A step whose tool is missing
//! is skipped and says so: it is never counted as passed.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Write as _, stdout};
use std::path::Path;

use crate::generate;
use crate::papers;
use crate::project::Project;
use crate::prove;
use crate::setup;
use crate::shell;
use crate::tidy;

/// How a step ended.
#[derive(Debug, Eq, PartialEq)]
enum End {
    /// With a few words on what was looked at.
    Passed(String),
    /// A tool is missing: which one, and how to get it.
    Skipped(String),
    Failed(String),
}

impl From<Result<String, String>> for End {
    fn from(result: Result<String, String>) -> Self {
        result.map_or_else(Self::Failed, Self::Passed)
    }
}

/// A check: it may write what it hears into the log at the path it is given.
struct Step {
    name: &'static str,
    check: fn(&Project, &Path) -> End,
}

/// Quick ones first: whoever waits should hear of a slip early.
const STEPS: &[Step] = &[
    Step { name: "format", check: format_is_kept },
    Step { name: "tidy", check: rules_are_kept },
    Step { name: "deny", check: cargo_deny },
    Step { name: "clippy", check: clippy },
    Step { name: "tests", check: rust_tests },
    Step { name: "prove", check: nothing_is_lost },
    Step { name: "qpdf", check: papers_are_sound },
    Step { name: "verapdf", check: papers_keep_the_standards },
    Step { name: "bindings", check: bindings_are_fresh },
    Step { name: "kotlin", check: kotlin },
    Step { name: "doc", check: doc },
];

/// Maven modules with tests; they hang together under android/pom.xml.
const KOTLIN: &[&str] = &["android/core", "android/desktop"];

/// Runs every step and says how each ended.
pub(crate) fn run(project: &Project) -> Result<(), String> {
    let logs = project.target.join("ci");
    drop(fs::remove_dir_all(&logs));
    fs::create_dir_all(&logs).map_err(|error| format!("{}: {error}", logs.display()))?;
    // A fresh machine has one command to type: what the checks need is installed where that is
    // possible, and said where it is not.
    if let Err(why) = setup::run("ci") {
        println!("skipped: {why}");
    }
    let before = state_of_the_tree(project)?;

    let (mut ends, took) =
        shell::timed(|| STEPS.iter().map(|step| take(step, project, &logs)).collect::<Vec<End>>());
    announce("unchanged");
    let end = unchanged(&before, &state_of_the_tree(project)?);
    report(&end, "", Path::new(""), project);
    ends.push(end);

    let (words, good) = closing(&ends);
    println!("in {}", shell::spoken(took));
    println!("{words}");
    if good { Ok(()) } else { Err("ci failed".to_owned()) }
}

fn take(step: &Step, project: &Project, logs: &Path) -> End {
    let log = logs.join(step.name).with_extension("log");
    announce(step.name);
    let (end, took) = shell::timed(|| (step.check)(project, &log));
    report(&end, &shell::spoken(took), &log, project);
    end
}

fn announce(name: &str) {
    print!("{name:<10} ");
    // A pipe that was closed is no reason to stop checking.
    drop(stdout().flush());
}

fn report(end: &End, took: &str, log: &Path, project: &Project) {
    match end {
        End::Passed(note) => println!("passed  {took:>12}  {note}"),
        End::Skipped(why) => println!("skipped: {why}"),
        End::Failed(why) => {
            println!("FAILED  {took:>12}  {why}");
            let said = fs::read_to_string(log).unwrap_or_default();
            for line in shell::complaints(&said, 40).lines().chain(shell::tail(&said, 15).lines()) {
                println!("    | {line}");
            }
            if !said.is_empty() {
                println!("    whole log: {}", project.shown(log));
            }
        }
    }
}

/// The last line, and whether all is well.
fn closing(ends: &[End]) -> (String, bool) {
    let count = |wanted: fn(&End) -> bool| ends.iter().filter(|end| wanted(end)).count();
    let passed = count(|end| matches!(end, End::Passed(_)));
    let failed = count(|end| matches!(end, End::Failed(_)));
    let skipped = count(|end| matches!(end, End::Skipped(_)));
    (format!("{passed} passed, {failed} failed, {skipped} skipped"), failed == 0)
}

fn missing(tool: &str) -> End {
    End::Skipped(format!("{tool} is missing; `cargo xtask setup` installs it"))
}

fn format_is_kept(project: &Project, log: &Path) -> End {
    let mut command = project.cargo(&["fmt", "--all", "--check"]);
    shell::log(&mut command, log).map(|()| String::new()).into()
}

fn rules_are_kept(project: &Project, log: &Path) -> End {
    let kept = tidy::report(project).and_then(|report| {
        fs::write(log, &report.words).map_err(|error| error.to_string())?;
        if report.faults > 0 {
            return Err(format!("{} of the house's rules are broken", report.faults));
        }
        Ok(report.closing)
    });
    kept.into()
}

fn cargo_deny(project: &Project, log: &Path) -> End {
    if !shell::has("cargo-deny") {
        return End::Skipped(
            "cargo-deny is not installed; tidy reads deny.toml's licences".to_owned(),
        );
    }
    let mut command = project.cargo(&["deny", "check", "licenses", "bans", "sources"]);
    shell::log(&mut command, log).map(|()| String::new()).into()
}

fn clippy(project: &Project, log: &Path) -> End {
    let mut command = project.cargo_on_everything("clippy");
    command.args(["--all-targets", "--", "-D", "warnings"]);
    shell::log(&mut command, log).map(|()| String::new()).into()
}

fn rust_tests(project: &Project, log: &Path) -> End {
    // Papers of an earlier run must not stand in for papers that nobody writes any more.
    drop(fs::remove_dir_all(papers::folder(project)));
    let mut command = project.cargo_on_everything("test");
    // What a test could not try here it says, and that must be heard though it passes.
    command.args(["--no-fail-fast", "--", "--show-output"]);
    // A snapshot that differs is a failure here, never a new file.
    command.env("INSTA_UPDATE", "no");
    let ran = shell::log(&mut command, log);
    let said = fs::read_to_string(log).unwrap_or_default();
    let passed = ran.and_then(|()| some(cargo_tests_passed(&said), "tests"));
    passed.map(|words| words + &not_tried(&said)).into()
}

/// A line for each thing that tests said they could not try here.
fn not_tried(said: &str) -> String {
    let skipped: BTreeSet<&str> =
        said.lines().filter(|line| line.starts_with("skipped: ")).collect();
    skipped.iter().fold(String::new(), |words, line| words + "\n           " + line)
}

fn nothing_is_lost(project: &Project, log: &Path) -> End {
    prove::brief(project, log).into()
}

fn papers_are_sound(project: &Project, log: &Path) -> End {
    if !shell::has("qpdf") {
        return missing("qpdf");
    }
    papers::list(project)
        .and_then(|papers| {
            papers::check_form(&papers, log)?;
            some(papers.len(), "papers")
        })
        .into()
}

fn papers_keep_the_standards(project: &Project, log: &Path) -> End {
    if !shell::has("java") {
        return missing("Java");
    }
    let judge = match papers::verapdf() {
        Ok(judge) => judge,
        Err(why) => return End::Skipped(format!("veraPDF: {why}")),
    };
    papers::list(project)
        .and_then(|papers| {
            papers::check_standards(&judge, &papers, log)?;
            let words = some(papers.len(), "papers keep PDF/UA-1 and PDF/A-2a")?;
            let table = papers::counted(&papers);
            Ok(table.lines().fold(words, |words, line| words + "\n           " + line))
        })
        .into()
}

fn bindings_are_fresh(project: &Project, log: &Path) -> End {
    generate::check_into(project, log).map(|()| String::new()).into()
}

/// Kotlin against the real library: the step before this one built it.
fn kotlin(project: &Project, log: &Path) -> End {
    if !shell::has("java") || !shell::has("mvn") {
        return missing("Maven or Java");
    }
    let reports = |module: &&str| project.root.join(module).join("target/surefire-reports");
    for folder in KOTLIN.iter().map(reports) {
        drop(fs::remove_dir_all(folder));
    }
    let library = project.dev_library("landvast_ffi");
    let folder = library.parent().unwrap_or(&project.target);
    let mut command = project.command("mvn", &["-q", "-B", "-f", "android/pom.xml", "verify"]);
    command.arg(format!("-Dlandvast.library.path={}", folder.display())).arg("-Dstyle.color=never");
    if let Err(trouble) = shell::log(&mut command, log) {
        return End::Failed(trouble);
    }
    let ran: Vec<usize> =
        KOTLIN.iter().map(reports).map(|folder| surefire_tests(&folder)).collect();
    if ran.contains(&0) {
        return End::Failed(format!("one of {} ran no test", KOTLIN.join(", ")));
    }
    some(ran.iter().sum(), "tests").into()
}

fn doc(project: &Project, log: &Path) -> End {
    let mut command = project.cargo_on_everything("doc");
    command.arg("--no-deps").env("RUSTDOCFLAGS", "-D warnings");
    shell::log(&mut command, log).map(|()| String::new()).into()
}

/// What git would call changed or new: nobody who checks may leave a trace in the checkout.
fn state_of_the_tree(project: &Project) -> Result<String, String> {
    let status = shell::read(&mut project.command("git", &["status", "--porcelain"]))?;
    let changes = shell::read(&mut project.command("git", &["diff"]))?;
    Ok(status + &changes)
}

/// In a fresh clone this is `git diff --exit-code`; on a desk with work on it, it is the same
/// question: did the checks change anything?
fn unchanged(before: &str, after: &str) -> End {
    if before != after {
        return End::Failed("the checks changed the checkout: see `git status`".to_owned());
    }
    let note = if before.is_empty() { "" } else { "with your own changes as they were" };
    End::Passed(note.to_owned())
}

/// A step that looked at nothing has shown nothing.
fn some(count: usize, what: &str) -> Result<String, String> {
    if count == 0 {
        Err(format!("0 {what}: that shows nothing"))
    } else {
        Ok(format!("{count} {what}"))
    }
}

fn cargo_tests_passed(said: &str) -> usize {
    said.lines()
        .filter_map(|line| line.strip_prefix("test result: ok. "))
        .filter_map(|rest| rest.split(' ').next()?.parse::<usize>().ok())
        .sum()
}

/// Surefire writes one text a class: `Tests run: 7, Failures: 0, …`.
fn surefire_tests(reports: &Path) -> usize {
    let Ok(entries) = fs::read_dir(reports) else { return 0 };
    entries
        .flatten()
        .filter_map(|entry| fs::read_to_string(entry.path()).ok())
        .map(|report| surefire_count(&report))
        .sum()
}

fn surefire_count(report: &str) -> usize {
    report
        .lines()
        .filter_map(|line| line.strip_prefix("Tests run: "))
        .filter_map(|rest| rest.split(',').next()?.parse::<usize>().ok())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skipped_step_is_never_counted_as_passed() {
        let ends = [End::Passed(String::new()), End::Skipped("qpdf is missing".to_owned())];
        assert_eq!(closing(&ends), ("1 passed, 0 failed, 1 skipped".to_owned(), true));
    }

    #[test]
    fn one_failure_fails_the_whole() {
        let ends = [End::Passed(String::new()), End::Failed("no".to_owned())];
        assert!(!closing(&ends).1);
    }

    #[test]
    fn a_run_without_tests_is_no_pass() {
        let said = "test result: ok. 7 passed; 0 failed\ntest result: ok. 5 passed; 0 failed\n";
        assert_eq!(cargo_tests_passed(said), 12);
        assert!(some(cargo_tests_passed(""), "tests").is_err());
        assert_eq!(surefire_count("Tests run: 7, Failures: 0, Errors: 0"), 7);
    }

    #[test]
    fn what_a_test_could_not_try_is_said_once_in_a_line_of_its_own() {
        let said = "---- a_test stdout ----\nskipped: node\nskipped: node\nnothing skipped: here\n";
        assert_eq!(not_tried(said), "\n           skipped: node");
        assert_eq!(not_tried("test result: ok. 7 passed"), "");
    }

    #[test]
    fn checks_that_change_the_checkout_fail() {
        assert!(matches!(unchanged("", " M README.md"), End::Failed(_)));
        assert!(matches!(unchanged(" M README.md", " M README.md"), End::Passed(_)));
    }
}
