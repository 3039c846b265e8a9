//! Where the project lies on this machine, and where cargo puts what it builds.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::shell;

/// Everything but the generator of bindings, whose features of UniFFI are not for phones.
///
/// Cargo turns on what the chosen packages ask for together, and builds a crate anew for every
/// other sum of it. So whatever is built for checking is chosen like this, and is built once.
const EVERYTHING: [&str; 4] = ["--locked", "--workspace", "--exclude", "landvast-bindgen"];

/// An example asks for what tests ask for; without one, cargo would leave that out and build all of
/// it a second time.
const AS_FOR_TESTS: [&str; 2] = ["--example", "field_page"];

/// The checkout, and the folder that cargo builds into.
pub(crate) struct Project {
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
}

impl Project {
    /// The checkout that this very command was built from.
    pub(crate) fn find() -> Result<Self, String> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.ancestors().nth(2).ok_or("xtask has left its place in bindings/")?;
        let mut project = Self { root: root.to_owned(), target: root.join("target") };
        let metadata = project.metadata(&["--no-deps"])?;
        if let Some(target) = metadata.get("target_directory").and_then(Value::as_str) {
            project.target = PathBuf::from(target);
        }
        Ok(project)
    }

    /// A cargo command that runs at the root of the checkout.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        self.command("cargo", arguments)
    }

    /// A cargo command over everything that is checked.
    pub(crate) fn cargo_on_everything(&self, verb: &str) -> Command {
        let mut command = self.cargo(&[verb]);
        command.args(EVERYTHING);
        command
    }

    /// Builds what `targets` name, with everything below it as the tests have it.
    pub(crate) fn build_as_for_tests(&self, targets: &[&str]) -> Command {
        let mut command = self.cargo_on_everything("build");
        command.args(AS_FOR_TESTS).args(targets);
        command
    }

    /// The path of a program that a dev build of `name` leaves.
    pub(crate) fn dev_program(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(program_file(name))
    }

    /// Any command that runs at the root of the checkout.
    pub(crate) fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).args(arguments);
        command
    }

    /// What `cargo metadata` says, with the versions of Cargo.lock.
    pub(crate) fn metadata(&self, more: &[&str]) -> Result<Value, String> {
        let mut command = self.cargo(&["metadata", "--format-version", "1", "--locked"]);
        let said = shell::read(command.args(more))?;
        serde_json::from_str(&said).map_err(|error| format!("cargo metadata: {error}"))
    }

    /// The path of a library that a dev build of `name` leaves.
    pub(crate) fn dev_library(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(library_file(name))
    }

    /// How a path is shown: from the root, as somebody standing there would type it.
    pub(crate) fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }
}

/// The file name of a shared library on this kind of machine.
pub(crate) fn library_file(name: &str) -> String {
    format!("{}{name}{}", env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX)
}

/// The file name of a program on this kind of machine.
pub(crate) fn program_file(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// Where downloads that are worth keeping between checkouts lie.
pub(crate) fn cache_folder() -> Result<PathBuf, String> {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = cache.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    Ok(cache.ok_or("this user has no home folder")?.join("landvast"))
}
