//! `cargo xtask setup`: installs by the machine's package manager what a step needs.
//!
//! It says what it installs before it does, leaves alone what is there, and can run twice. On a
//! machine without apt it prints what is needed. Nothing is ever called ready that is not.

use std::process::Command;

use crate::papers;
use crate::shell;

/// What the machine should be able to do afterwards.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Purpose {
    /// Make the example.
    Demo,
    /// Run every check.
    Ci,
    /// Measure.
    Bench,
}

impl Purpose {
    fn parse(typed: &str) -> Result<Self, String> {
        match typed {
            "demo" => Ok(Self::Demo),
            "ci" => Ok(Self::Ci),
            "bench" => Ok(Self::Bench),
            _ => Err(format!("setup --for knows demo, ci and bench, not `{typed}`.")),
        }
    }
}

/// How to see that something is there.
#[derive(Clone, Copy)]
enum Sign {
    /// A program of this name can be started.
    Program(&'static str),
    /// Debian's package of the same name is installed: it brings no program of its own.
    Package,
}

/// One thing from the package manager.
struct Need {
    package: &'static str,
    sign: Sign,
    why: &'static str,
    purposes: &'static [Purpose],
}

const EVERY: &[Purpose] = &[Purpose::Demo, Purpose::Ci, Purpose::Bench];
const CI: &[Purpose] = &[Purpose::Ci];

/// Names are Debian's.
const NEEDS: &[Need] = &[
    Need { package: "gcc", sign: Sign::Program("cc"), why: "links Rust programs", purposes: EVERY },
    Need { package: "git", sign: Sign::Program("git"), why: "lists the files", purposes: CI },
    Need { package: "qpdf", sign: Sign::Program("qpdf"), why: "checks every PDF", purposes: CI },
    Need {
        package: "poppler-utils",
        sign: Sign::Program("pdftoppm"),
        why: "reads a PDF's text and draws its pages",
        purposes: CI,
    },
    Need {
        package: "strace",
        sign: Sign::Program("strace"),
        why: "stops a program between two writes",
        purposes: CI,
    },
    Need {
        package: "age",
        sign: Sign::Program("age"),
        why: "opens a backup without us",
        purposes: CI,
    },
    Need { package: "jq", sign: Sign::Program("jq"), why: "reads that backup", purposes: CI },
    Need {
        package: "nodejs",
        sign: Sign::Program("node"),
        why: "opens that backup as a web page would",
        purposes: CI,
    },
    Need {
        package: "npm",
        sign: Sign::Program("npm"),
        why: "brings node what it needs for that",
        purposes: CI,
    },
    Need {
        package: "default-jdk-headless",
        sign: Sign::Program("java"),
        why: "runs the Kotlin tests and veraPDF",
        purposes: CI,
    },
    Need {
        package: "maven",
        sign: Sign::Program("mvn"),
        why: "builds the Kotlin code and brings veraPDF",
        purposes: CI,
    },
    Need { package: "libgl1", sign: Sign::Package, why: "draws the screens", purposes: CI },
    Need {
        package: "fonts-dejavu-core",
        sign: Sign::Package,
        why: "gives the screens letters",
        purposes: CI,
    },
    Need {
        package: "xvfb",
        sign: Sign::Program("Xvfb"),
        why: "a screen for a machine without one",
        purposes: CI,
    },
    Need {
        package: "binutils",
        sign: Sign::Program("nm"),
        why: "measures the parts of a library",
        purposes: &[Purpose::Bench],
    },
];

/// Installs what is missing for a purpose as it is typed after `--for`.
pub(crate) fn run(purpose: &str) -> Result<(), String> {
    let purpose = Purpose::parse(purpose)?;
    let mut skipped = 0;
    let missing = missing(NEEDS, purpose, is_there);
    if missing.is_empty() {
        println!("Every program that is needed is there.");
    } else {
        for need in &missing {
            println!("missing: {} ({})", need.package, need.why);
        }
        skipped += install(&missing);
    }
    if purpose == Purpose::Ci {
        match papers::verapdf() {
            Ok(_) => println!("veraPDF is there."),
            Err(why) => {
                println!("skipped: veraPDF: {why}");
                skipped += 1;
            }
        }
    }
    if skipped == 0 {
        println!("Ready.");
    } else {
        println!(
            "Ready but for {skipped}: the steps that need them will say that they are skipped."
        );
    }
    Ok(())
}

fn missing(needs: &[Need], purpose: Purpose, is_there: impl Fn(&Need) -> bool) -> Vec<&Need> {
    needs.iter().filter(|need| need.purposes.contains(&purpose) && !is_there(need)).collect()
}

fn is_there(need: &Need) -> bool {
    match need.sign {
        Sign::Program(program) => shell::has(program),
        // Without dpkg nobody can tell; asking for it again then would help nobody either.
        Sign::Package => !shell::has("dpkg-query") || is_package_installed(need.package),
    }
}

fn is_package_installed(package: &str) -> bool {
    let asked = ["-W", "-f", "${db:Status-Status}", package];
    shell::read(Command::new("dpkg-query").args(asked)).is_ok_and(|state| state == "installed")
}

/// Installs what it can, and counts what it could not.
fn install(missing: &[&Need]) -> usize {
    let names: Vec<&str> = missing.iter().map(|need| need.package).collect();
    let Some(apt) = apt() else {
        println!(
            "skipped: there is no apt-get to install with. Please install: {}",
            names.join(" ")
        );
        return names.len();
    };
    println!("installing with {}: {}", apt.join(" "), names.join(" "));
    if apt_get(&apt, &["install", "-y", "-q", "--no-install-recommends"], &names).is_ok() {
        return 0;
    }
    // A fresh machine has no lists yet. And one name that cannot be had must not stop the others.
    if let Err(trouble) = apt_get(&apt, &["update", "-q"], &[]) {
        println!("{trouble}");
    }
    let mut skipped = 0;
    for name in names {
        let only = ["install", "-y", "-q", "--no-install-recommends"];
        if let Err(trouble) = apt_get(&apt, &only, &[name]) {
            println!("skipped: {name} cannot be installed: {trouble}");
            skipped += 1;
        }
    }
    skipped
}

/// How apt-get is called by this user, if it is there at all.
fn apt() -> Option<Vec<&'static str>> {
    if !shell::has("apt-get") {
        return None;
    }
    let is_root = shell::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if is_root {
        return Some(vec!["apt-get"]);
    }
    shell::has("sudo").then(|| vec!["sudo", "apt-get"])
}

fn apt_get(apt: &[&str], verb: &[&str], names: &[&str]) -> Result<(), String> {
    let words: Vec<&str> = [apt, verb, names].concat();
    let [program, arguments @ ..] = words.as_slice() else { return Ok(()) };
    let mut command = Command::new(program);
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    shell::read(&mut command).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_run_finds_nothing_to_install() {
        assert!(missing(NEEDS, Purpose::Ci, |_| true).is_empty());
    }

    #[test]
    fn what_is_not_there_is_asked_for_only_where_it_is_needed() {
        let names = |purpose| -> Vec<_> {
            missing(NEEDS, purpose, |_| false).iter().map(|need| need.package).collect()
        };
        assert_eq!(names(Purpose::Demo), ["gcc"]);
        assert_eq!(names(Purpose::Bench), ["gcc", "binutils"]);
        assert!(names(Purpose::Ci).contains(&"qpdf"));
    }

    #[test]
    fn an_unknown_purpose_is_named() {
        assert_eq!(Purpose::parse("ci"), Ok(Purpose::Ci));
        assert!(Purpose::parse("fun").unwrap_err().contains("fun"));
    }
}
