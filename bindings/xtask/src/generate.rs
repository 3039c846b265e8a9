//! `cargo xtask gen`: writes the code through which other languages call the core, and the page of
//! all fields.
//!
//! That code is committed, so that an app builds without Rust tools at hand; `--check` makes it
//! anew beside the committed one and says where they differ. It is read out of an unstripped
//! library, because that is where UniFFI keeps its description. The page comes from the field
//! table and the words: an example of the text crate prints it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::Project;
use crate::shell;

/// A language that calls the core.
struct Language {
    /// As the generator calls it.
    name: &'static str,
    /// Where its code is committed.
    folder: &'static str,
    /// How the names of its files end.
    endings: &'static [&'static str],
}

/// One row more when another language gets an app.
const LANGUAGES: &[Language] =
    &[Language { name: "kotlin", folder: "bindings/kotlin", endings: &["kt"] }];

/// Where the page of all fields is committed.
const FIELD_PAGE: &str = "core/model/FIELDS.md";

/// Generated files by their place in the folder of their language.
type Files = BTreeMap<PathBuf, String>;

/// Writes the committed code anew.
pub(crate) fn write(project: &Project) -> Result<(), String> {
    println!("Building the library and the generator (the first time some minutes).");
    build(project, shell::show)?;
    for language in LANGUAGES {
        let made = make(project, language, |command| shell::read(command).map(drop))?;
        let folder = project.root.join(language.folder);
        for stale in read_files(&folder, language)?.keys().filter(|path| !made.contains_key(*path))
        {
            fs::remove_file(folder.join(stale)).map_err(|error| error.to_string())?;
        }
        for (path, text) in &made {
            write_file(&folder.join(path), text)?;
        }
        println!("{}: {} files in {}", language.name, made.len(), language.folder);
    }
    write_file(&project.root.join(FIELD_PAGE), &field_page(project)?)?;
    println!("fields: {FIELD_PAGE}");
    Ok(())
}

/// Says whether the committed code is what would be written now.
pub(crate) fn check(project: &Project) -> Result<(), String> {
    println!("Building the library and the generator (the first time some minutes).");
    build(project, shell::show)?;
    compare(project, |command| shell::read(command).map(drop))?;
    println!("The bindings and the field page are fresh.");
    Ok(())
}

/// The same for `ci`, with everything said going into `log`.
pub(crate) fn check_into(project: &Project, log: &Path) -> Result<(), String> {
    build(project, |command| shell::log(command, log))?;
    compare(project, |command| shell::log(command, log))
}

fn build(
    project: &Project,
    run: impl Fn(&mut Command) -> Result<(), String>,
) -> Result<(), String> {
    run(&mut project.build_as_for_tests(&["--lib"]))?;
    run(&mut project.cargo(&["build", "--locked", "-p", "landvast-bindgen"]))
}

fn compare(
    project: &Project,
    run: impl Fn(&mut Command) -> Result<(), String>,
) -> Result<(), String> {
    for language in LANGUAGES {
        let made = make(project, language, &run)?;
        let kept = read_files(&project.root.join(language.folder), language)?;
        let stale = differences(&kept, &made);
        if !stale.is_empty() {
            let names: Vec<String> = stale.iter().map(|path| path.display().to_string()).collect();
            let names = names.join(", ");
            return Err(format!("{}: not fresh: {names}; run `cargo xtask gen`", language.folder));
        }
    }
    let kept = fs::read_to_string(project.root.join(FIELD_PAGE)).unwrap_or_default();
    if kept != field_page(project)? {
        return Err(format!("{FIELD_PAGE}: not fresh; run `cargo xtask gen`"));
    }
    Ok(())
}

/// The page of all fields, as it would be written now.
fn field_page(project: &Project) -> Result<String, String> {
    let example = project.dev_program("examples/field_page");
    let page = shell::read(&mut project.command(&example.to_string_lossy(), &[]))?;
    // Only an example that ran to its end is a page: an empty one would pass for a fresh one.
    if page.lines().count() < 100 {
        Err("the field page came out empty".to_owned())
    } else {
        Ok(page)
    }
}

/// Generates into a folder of its own and reads what came.
fn make(
    project: &Project,
    language: &Language,
    run: impl Fn(&mut Command) -> Result<(), String>,
) -> Result<Files, String> {
    let folder = project.target.join("gen").join(language.name);
    drop(fs::remove_dir_all(&folder));
    let bindgen = project.dev_program("landvast-bindgen");
    let mut command = project.command(&bindgen.to_string_lossy(), &["generate"]);
    command.arg(project.dev_library("landvast_ffi"));
    command.args(["--language", language.name, "--no-format", "--out-dir"]).arg(&folder);
    run(&mut command)?;
    let made = read_files(&folder, language)?;
    if made.is_empty() {
        return Err(format!("the generator wrote no {} at all", language.name));
    }
    Ok(made)
}

/// Paths that only one side has, or whose text differs.
fn differences(kept: &Files, made: &Files) -> Vec<PathBuf> {
    let paths = kept.keys().chain(made.keys().filter(|path| !kept.contains_key(*path)));
    paths.filter(|path| kept.get(*path) != made.get(*path)).cloned().collect()
}

fn read_files(folder: &Path, language: &Language) -> Result<Files, String> {
    let mut files = Files::new();
    let mut left = vec![folder.to_owned()];
    while let Some(next) = left.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                left.push(path);
                continue;
            }
            let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
            if !language.endings.contains(&ending.as_str()) {
                continue;
            }
            let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
            let place = path.strip_prefix(folder).unwrap_or(&path).to_owned();
            files.insert(place, text);
        }
    }
    Ok(files)
}

fn write_file(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(of: &[(&str, &str)]) -> Files {
        of.iter().map(|(path, text)| (PathBuf::from(path), (*text).to_owned())).collect()
    }

    #[test]
    fn a_method_that_was_added_without_generating_is_seen() {
        let kept = files(&[("a.kt", "fun open()"), ("same.kt", "x")]);
        let made = files(&[("a.kt", "fun open()\nfun close()"), ("same.kt", "x")]);
        assert_eq!(differences(&kept, &made), [PathBuf::from("a.kt")]);
    }

    #[test]
    fn a_file_too_many_or_too_few_is_seen() {
        let old = files(&[("old.kt", "")]);
        let new = files(&[("new.kt", "")]);
        assert_eq!(differences(&old, &new).len(), 2);
        assert!(differences(&new, &new).is_empty());
    }
}
