//! A backup, opened by programs that are not ours: what is in it is its owner's without us.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::keeping::with_backup;
use crate::owner::Owner;

/// A few lines of JavaScript that open a backup, with the versions that they need.
const OPENS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/share/tests/age-encryption");
/// Where they are put, with what they need.
const THERE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/age-encryption-of-the-command");

/// What a test says that cannot be done on this machine.
#[expect(clippy::print_stdout, reason = "whoever runs the tests must see that one did nothing")]
fn skipped(why: &str) {
    println!("skipped: {why}");
}

fn is_here(program: &str) -> bool {
    let found = Command::new("sh").args(["-c", &format!("command -v {program}")]).output();
    found.is_ok_and(|found| found.status.success())
}

/// What `jq` finds in the text of a backup: the answer, the person, the version.
fn read_with_jq(owner: &Owner, file: &str) -> String {
    let what = r#".answers."c.first".value, .people[0].name.value, .backup.format"#;
    let mut jq = Command::new("jq");
    let read = jq.args(["-r", what, file]).current_dir(owner.home.path()).output().unwrap();
    assert!(read.status.success(), "{read:?}");
    String::from_utf8(read.stdout).unwrap()
}

#[test]
fn debians_age_opens_a_backup_and_jq_reads_it() {
    for program in ["age", "script", "jq"] {
        if !is_here(program) {
            return skipped(program);
        }
    }
    let owner = with_backup();
    // `age -d` takes a passphrase from a terminal only; `script` is one.
    let words = fs::File::open(owner.path("words")).unwrap();
    let opened = Command::new("script")
        .args(["-qec", "age -d -o plan.json plan.age", "/dev/null"])
        .current_dir(owner.home.path())
        .stdin(words)
        .stdout(Stdio::null())
        .status();
    assert!(opened.unwrap().success());
    assert_eq!(read_with_jq(&owner, "plan.json"), "Sit with me.\nAna\n1\n");
}

#[test]
fn the_age_of_the_web_opens_a_backup_and_jq_reads_it() {
    for program in ["node", "npm", "jq"] {
        if !is_here(program) {
            return skipped(program);
        }
    }
    fs::create_dir_all(THERE).unwrap();
    for name in ["package.json", "package-lock.json", ".npmrc", "open.js"] {
        fs::copy(Path::new(OPENS).join(name), Path::new(THERE).join(name)).unwrap();
    }
    if !Path::new(THERE).join("node_modules/age-encryption").is_dir() {
        let mut npm = Command::new("npm");
        let installed = npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(THERE).output();
        if !installed.is_ok_and(|installed| installed.status.success()) {
            return skipped("npm cannot install age-encryption here");
        }
    }
    let owner = with_backup();
    let opened = Command::new("node")
        .args([Path::new("open.js"), &owner.path("plan.age")])
        .current_dir(THERE)
        .stdin(fs::File::open(owner.path("words")).unwrap())
        .output()
        .unwrap();
    fs::write(owner.path("plan.json"), &opened.stdout).unwrap();
    assert!(opened.status.success(), "{opened:?}");
    assert_eq!(read_with_jq(&owner, "plan.json"), "Sit with me.\nAna\n1\n");
}
