//! The judges of paper: qpdf for sound PDF, veraPDF for PDF/UA-1 and PDF/A-2a.
//!
//! Tests write the papers that somebody could carry into `target/papers`; these look at every
//! one. veraPDF comes through Maven, lies in the user's cache folder and is never shipped.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::thread;

use crate::project::{Project, cache_folder};
use crate::shell;
use crate::table;

/// The version is part of the folder's name, so another one is fetched anew.
const VERAPDF: &str = "verapdf-1.28.2";

/// The standards that every paper keeps, as veraPDF calls them.
const STANDARDS: [&str; 2] = ["ua1", "2a"];

/// The folder that tests write papers into.
pub(crate) fn folder(project: &Project) -> PathBuf {
    project.target.join("papers")
}

/// Every PDF in the folder, in order of name; none at all is an error.
pub(crate) fn list(project: &Project) -> Result<Vec<PathBuf>, String> {
    let folder = folder(project);
    let shown = project.shown(&folder);
    let entries =
        fs::read_dir(&folder).map_err(|_| format!("no test wrote a paper: no {shown}"))?;
    let mut papers: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
        .collect();
    papers.sort();
    if papers.is_empty() {
        return Err(format!("no test wrote a paper into {shown}"));
    }
    Ok(papers)
}

/// The judge's class path, fetched first if it is not there.
pub(crate) fn verapdf() -> Result<PathBuf, String> {
    let home = cache_folder()?.join(VERAPDF);
    if home.is_dir() {
        return Ok(home);
    }
    if !shell::has("mvn") {
        return Err("Maven is missing; `cargo xtask setup` installs it".to_owned());
    }
    println!("fetching veraPDF through Maven into {} (19 MB)", home.display());
    // Into a folder beside it, renamed when whole: a download that broke off is never used.
    let part = home.with_extension(format!("part-{}", process::id()));
    let pom = Path::new(env!("CARGO_MANIFEST_DIR")).join("verapdf.pom.xml");
    let mut mvn = Command::new("mvn");
    mvn.args(["-q", "-B", "-f"]).arg(pom).arg("dependency:copy-dependencies");
    mvn.arg(format!("-DoutputDirectory={}", part.display()));
    let fetched = shell::read(&mut mvn)
        .and_then(|_| fs::rename(&part, &home).map_err(|error| error.to_string()));
    if let Err(trouble) = fetched {
        drop(fs::remove_dir_all(&part));
        return Err(format!("Maven could not fetch it: {trouble}"));
    }
    Ok(home)
}

/// Looks at every paper with qpdf.
pub(crate) fn check_form(papers: &[PathBuf], log: &Path) -> Result<(), String> {
    for paper in papers {
        shell::log(Command::new("qpdf").arg("--check").arg(paper), log)?;
    }
    Ok(())
}

/// Looks at every paper with veraPDF, once for each standard, both at the same time.
pub(crate) fn check_standards(home: &Path, papers: &[PathBuf], log: &Path) -> Result<(), String> {
    let judge = |standard: &'static str| {
        let log = log.with_extension(format!("{standard}.log"));
        let mut java = Command::new("java");
        java.arg("-cp").arg(home.join("*")).arg("org.verapdf.apps.GreenfieldCliWrapper");
        java.args(["-f", standard, "--format", "text"]).args(papers);
        let ended = shell::log(&mut java, &log);
        (ended, said_so_far(&log))
    };
    let judged: Vec<_> = thread::scope(|scope| {
        let judges = STANDARDS.map(|standard| (standard, scope.spawn(move || judge(standard))));
        judges.map(|(standard, judge)| (standard, judge.join())).into()
    });
    for (standard, judged) in judged {
        let (ended, said) = judged.map_err(|_| format!("nobody judged {standard}"))?;
        fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(log)
            .and_then(|mut log| log.write_all(said.as_bytes()))
            .map_err(|error| error.to_string())?;
        let passed = passes(&said, standard);
        if passed != papers.len() {
            let failed = papers.len().saturating_sub(passed);
            return Err(format!("{failed} of {} papers fail {standard}", papers.len()));
        }
        ended?;
    }
    Ok(())
}

/// A table of papers: a line for each kind, a column for each plan, and in it how many there are in
/// Dutch, in English and in both.
pub(crate) fn counted(papers: &[PathBuf]) -> String {
    let named: Vec<Named<'_>> = papers.iter().filter_map(|paper| Named::read(paper)).collect();
    let rows = KINDS.map(|kind| {
        let cell = |plan: &str| {
            let of_it = named.iter().filter(|it| it.kind == kind && it.plan == plan);
            let count = |language: fn(&str) -> bool| {
                of_it.clone().filter(|it| language(it.language)).count()
            };
            match (count(|it| it == "nl"), count(|it| it == "en"), count(|it| it.contains('+'))) {
                (0, 0, 0) => "-".to_owned(),
                (nl, en, 0) => format!("{nl} + {en}"),
                (nl, en, both) => format!("{nl} + {en} + {both}"),
            }
        };
        let [noor, robin, half, overfull, empty, blank] = PLANS.map(cell);
        [kind.to_owned(), noor, robin, half, overfull, empty, blank]
    });
    let head = ["nl + en + both", "noor", "robin", "half", "overfull", "empty", "blank"];
    table::lay_out(head, &rows)
}

/// The plans that papers are made of; the last is a form for a pen.
const PLANS: [&str; 6] = ["noor", "robin", "half", "overfull", "empty", "blank"];
const KINDS: [&str; 7] = ["card", "mini", "screen", "sheet", "plan", "wishes", "agreements"];

/// What a paper's file name tells: `noor.nl.sheet-2.pdf`; a card names no kind.
struct Named<'a> {
    plan: &'a str,
    language: &'a str,
    kind: &'a str,
}

impl<'a> Named<'a> {
    fn read(paper: &'a Path) -> Option<Self> {
        let mut parts = paper.file_stem()?.to_str()?.split('.');
        let (plan, language) = (parts.next()?, parts.next()?);
        let kind = parts.next().unwrap_or("card");
        Some(Self { plan, language, kind: kind.split('-').next().unwrap_or(kind) })
    }
}

fn said_so_far(log: &Path) -> String {
    fs::read_to_string(log).unwrap_or_default()
}

/// How many papers veraPDF passed: one line each, which names the standard last.
fn passes(said: &str, standard: &str) -> usize {
    said.lines().filter(|line| line.starts_with("PASS ") && line.ends_with(standard)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_paper_that_the_judge_names_as_passed_counts() {
        let said = "PASS card.pdf ua1\nFAIL empty.pdf ua1\nPASS card.pdf 2a\n";
        assert_eq!(passes(said, "ua1"), 1);
        assert_eq!(passes(said, "2a"), 1);
        assert_eq!(passes("", "2a"), 0);
    }

    #[test]
    fn each_paper_is_counted_where_it_belongs() {
        let names = ["noor.nl.pdf", "noor.nl+en.pdf", "noor.en.sheet-2.pdf", "blank.nl.plan.pdf"];
        let counted = counted(&names.map(PathBuf::from));
        let line = |kind: &str| {
            let of_kind = counted.lines().find(|line| line.starts_with(kind));
            of_kind.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(line("card"), "card 1 + 0 + 1 - - - - -");
        assert_eq!(line("sheet"), "sheet 0 + 1 - - - - -");
        assert_eq!(line("plan"), "plan - - - - - 1 + 0");
    }

    #[test]
    fn no_paper_at_all_is_no_pass() {
        let nowhere = PathBuf::from("no-such-folder");
        let project = Project { root: nowhere.clone(), target: nowhere };
        assert!(list(&project).unwrap_err().contains("no test wrote a paper"));
    }
}
