//! A small disk that is really full.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A disk of some megabytes, in memory.
pub(crate) struct SmallDisk(TempDir);

impl SmallDisk {
    /// Mounts one. `None` where nobody may.
    pub(crate) fn of_megabytes(size: u32) -> Option<Self> {
        let disk = tempfile::tempdir().unwrap();
        let options = format!("size={size}m,mode=700");
        run("mount", &["-t", "tmpfs", "-o", &options, "landvast-prove"], disk.path())
            .then_some(Self(disk))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Fills it up to the last byte, and then leaves so many.
    pub(crate) fn fill_but(&self, left: u64) {
        let path = self.path().join("filler");
        let mut filler = File::create(&path).unwrap();
        for size in [64 * 1024, 4096] {
            let block = vec![0x55; size];
            while filler.write_all(&block).is_ok() {}
        }
        let length = filler.metadata().unwrap().len();
        filler.set_len(length.saturating_sub(left)).unwrap();
    }

    /// Makes room again.
    pub(crate) fn make_room(&self) {
        fs::remove_file(self.path().join("filler")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        run("umount", &["--lazy"], self.0.path());
    }
}

fn run(program: &str, arguments: &[&str], path: &Path) -> bool {
    let mut command = Command::new(program);
    let quiet = command.args(arguments).arg(path).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}
