//! What the rules look at: the files of the checkout, and what cargo knows of its packages.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::project::Project;
use crate::shell;

/// Phones that the library is built for.
pub(super) const PHONES: &[&str] = &["aarch64-linux-android", "aarch64-apple-ios"];

/// The package that a phone carries.
const SHIPPED: &str = "landvast-ffi";

/// The checkout, as far as a rule can ask about it.
#[derive(Default)]
pub(super) struct Tree {
    /// What git knows or would take in, by path; what is no text is empty.
    pub(super) files: Vec<SourceFile>,
    pub(super) packages: Vec<Package>,
    /// For each kind of phone, the names of every package in the library's tree.
    pub(super) phones: BTreeMap<String, Vec<String>>,
}

/// A file by its path from the root.
pub(super) struct SourceFile {
    pub(super) path: String,
    pub(super) text: String,
}

/// A package that cargo knows: one of ours, or one that we build on.
#[derive(Default)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) licence: Option<String>,
    pub(super) is_ours: bool,
    pub(super) dependencies: Vec<Dependency>,
}

/// A line in a package's manifest.
pub(super) struct Dependency {
    pub(super) name: String,
    pub(super) kind: Kind,
}

/// What a dependency is needed for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Normal,
    Build,
    Dev,
}

impl Tree {
    /// Reads the checkout.
    pub(super) fn read(project: &Project) -> Result<Self, String> {
        let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        let names = shell::read(&mut project.command("git", &list))?;
        let mut paths: Vec<&str> = names.split('\0').filter(|path| !path.is_empty()).collect();
        paths.sort_unstable();
        paths.dedup();
        // A file that was deleted but not yet committed is still listed, and is no longer there.
        let there = paths.into_iter().filter(|path| project.root.join(path).is_file());
        let files = there
            .map(|path| SourceFile {
                path: path.to_owned(),
                text: fs::read_to_string(project.root.join(path)).unwrap_or_default(),
            })
            .collect();
        let metadata = project.metadata(&[])?;
        let phones = PHONES.iter().map(|phone| Ok(((*phone).to_owned(), shipped(project, phone)?)));
        Ok(Self {
            files,
            packages: packages(&metadata),
            phones: phones.collect::<Result<_, String>>()?,
        })
    }

    /// The text of one file; empty if it is not there.
    pub(super) fn text(&self, path: &str) -> &str {
        self.files.iter().find(|file| file.path == path).map_or("", |file| file.text.as_str())
    }

    /// The files below a folder (`core/`) whose names end so.
    pub(super) fn under<'a>(
        &'a self,
        folder: &'a str,
        ending: &'a str,
    ) -> impl Iterator<Item = &'a SourceFile> {
        let wanted =
            move |file: &&SourceFile| file.path.starts_with(folder) && file.path.ends_with(ending);
        self.files.iter().filter(wanted)
    }

    /// Our own packages.
    pub(super) fn ours(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| package.is_ours)
    }
}

impl SourceFile {
    /// Code that people write: generated files are somebody else's.
    pub(super) fn is_written_code(&self) -> bool {
        const ENDINGS: [&str; 7] = [".rs", ".kt", ".swift", ".ts", ".java", ".py", ".kts"];
        const GENERATED: [&str; 3] = ["bindings/kotlin/", "bindings/swift/", "bindings/python/"];
        ENDINGS.iter().any(|ending| self.path.ends_with(ending))
            && !GENERATED.iter().any(|folder| self.path.starts_with(folder))
            && !self.path.contains("/generated/")
    }

    /// The lines with their numbers as an editor shows them.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }
}

fn packages(metadata: &Value) -> Vec<Package> {
    let members: Vec<&str> =
        list(metadata, "workspace_members").filter_map(Value::as_str).collect();
    let package = |said: &Value| Package {
        name: text(said, "name"),
        licence: said.get("license").and_then(Value::as_str).map(str::to_owned),
        is_ours: said.get("id").and_then(Value::as_str).is_some_and(|id| members.contains(&id)),
        dependencies: list(said, "dependencies").map(dependency).collect(),
    };
    list(metadata, "packages").map(package).collect()
}

fn dependency(said: &Value) -> Dependency {
    let kind = match said.get("kind").and_then(Value::as_str) {
        Some("dev") => Kind::Dev,
        Some("build") => Kind::Build,
        _ => Kind::Normal,
    };
    Dependency { name: text(said, "name"), kind }
}

fn text(said: &Value, key: &str) -> String {
    said.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn list<'a>(said: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    said.get(key).and_then(Value::as_array).into_iter().flatten()
}

/// `cargo tree` and not `cargo metadata`: the latter adds up what every package of the workspace
/// asks of a library, and so would put the generator's needs into the phone.
fn shipped(project: &Project, phone: &str) -> Result<Vec<String>, String> {
    let mut command = project.cargo(&["tree", "--locked", "-p", SHIPPED, "--target", phone]);
    command.args(["-e", "normal,build", "--prefix", "none", "--format", "{p}"]);
    let said = shell::read(&mut command)?;
    let names = said.lines().filter_map(|line| line.split(' ').next());
    let mut names: Vec<String> = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// Made-up trees for the rules' tests.
#[cfg(test)]
pub(super) mod made_up {
    use super::*;

    /// A tree of files only.
    pub(crate) fn files(of: &[(&str, &str)]) -> Tree {
        let file = |(path, text): &(&str, &str)| SourceFile {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        };
        Tree { files: of.iter().map(file).collect(), ..Tree::default() }
    }

    /// A tree with one package of ours that names these libraries.
    pub(crate) fn package(name: &str, names: &[(&str, Kind)]) -> Tree {
        let dependency =
            |(name, kind): &(&str, Kind)| Dependency { name: (*name).to_owned(), kind: *kind };
        let package = Package {
            name: name.to_owned(),
            is_ours: true,
            dependencies: names.iter().map(dependency).collect(),
            ..Package::default()
        };
        Tree { packages: vec![package], ..Tree::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_packages_are_told_from_those_we_build_on() {
        let metadata = serde_json::json!({
            "workspace_members": ["path+ours"],
            "packages": [
                {"name": "landvast-seal", "id": "path+ours", "license": "MIT",
                 "dependencies": [{"name": "argon2", "kind": null}, {"name": "insta", "kind": "dev"}]},
                {"name": "argon2", "id": "registry+argon2", "license": "MIT OR Apache-2.0"},
            ],
        });
        let tree = Tree { packages: packages(&metadata), ..Tree::default() };
        let ours: Vec<&Package> = tree.ours().collect();
        assert_eq!(ours.len(), 1);
        let kinds: Vec<Kind> =
            ours.first().unwrap().dependencies.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [Kind::Normal, Kind::Dev]);
    }

    #[test]
    fn generated_code_is_nobodys_to_tidy() {
        let is_written = |path: &str| {
            SourceFile { path: path.to_owned(), text: String::new() }.is_written_code()
        };
        assert!(is_written("core/seal/src/lib.rs"));
        assert!(!is_written("bindings/kotlin/landvast.kt"));
        assert!(!is_written("core/text/src/generated/ids.rs"));
        assert!(!is_written("README.md"));
    }
}
