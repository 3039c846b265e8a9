//! Small disks and folders that may only be read, made for real.
//!
//! Mounting needs rights that not everybody has. Where it cannot be done a test says so and ends.

use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Says that a test could not be done here.
pub(crate) fn skipped(why: &str) {
    println!("skipped: {why}");
}

/// What is put back when a test ends.
pub(crate) enum Held {
    Mount(PathBuf),
    Mode(PathBuf),
}

impl Drop for Held {
    fn drop(&mut self) {
        match self {
            Self::Mount(path) => drop(run("umount", &["--lazy"], path)),
            Self::Mode(path) => drop(fs::set_permissions(path, Permissions::from_mode(0o700))),
        }
    }
}

fn run(program: &str, arguments: &[&str], path: &Path) -> Option<()> {
    let mut command = Command::new(program);
    let quiet = command.args(arguments).arg(path).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().ok().filter(std::process::ExitStatus::success).map(drop)
}

/// Makes a folder and everything in it read-only. `None` where nothing here can.
pub(crate) fn read_only(path: &Path) -> Option<Held> {
    fs::set_permissions(path, Permissions::from_mode(0o500)).unwrap();
    let probe = path.join("probe");
    if fs::write(&probe, "").is_err() {
        return Some(Held::Mode(path.to_owned()));
    }
    // Whoever may do everything is not stopped by a mode.
    fs::remove_file(probe).unwrap();
    fs::set_permissions(path, Permissions::from_mode(0o700)).unwrap();
    let itself = path.to_str().unwrap();
    run("mount", &["--bind", itself], path)?;
    let held = Held::Mount(path.to_owned());
    run("mount", &["-o", "remount,ro,bind"], path)?;
    Some(held)
}

/// A disk of so many megabytes, in memory.
pub(crate) struct SmallDisk {
    // Let go of before the folder it is mounted on.
    _held: Held,
    home: tempfile::TempDir,
}

impl SmallDisk {
    /// Mounts one. `None` where nobody may.
    pub(crate) fn of_megabytes(size: u32) -> Option<Self> {
        let home = tempfile::tempdir().unwrap();
        let options = format!("size={size}m,mode=700");
        run("mount", &["-t", "tmpfs", "-o", &options, "landvast-test"], home.path())?;
        Some(Self { _held: Held::Mount(home.path().to_owned()), home })
    }

    pub(crate) fn path(&self) -> &Path {
        self.home.path()
    }

    fn filler(&self) -> PathBuf {
        self.path().join("filler")
    }

    /// Fills it up to the last byte, as photographs do.
    pub(crate) fn fill(&self) {
        let mut file = fs::File::options().create(true).append(true).open(self.filler()).unwrap();
        for size in [64 * 1024, 4096, 1] {
            let block = vec![0x55; size];
            while file.write_all(&block).is_ok() {}
        }
    }

    /// Makes room again.
    pub(crate) fn make_room(&self) {
        fs::remove_file(self.filler()).unwrap();
    }
}
