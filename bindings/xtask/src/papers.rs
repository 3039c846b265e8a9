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
    fn no_paper_at_all_is_no_pass() {
        let nowhere = PathBuf::from("no-such-folder");
        let project = Project { root: nowhere.clone(), target: nowhere };
        assert!(list(&project).unwrap_err().contains("no test wrote a paper"));
    }
}
