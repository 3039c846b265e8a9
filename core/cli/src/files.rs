//! Files outside the vault: read with a bound, written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use landvast::{Device, LONGEST_BACKUP, PRODUCER, id};

use crate::trouble::Trouble;

/// The most that is ever read: far above any plan.
const LONGEST: u64 = (16 << 20) + 1;

/// What to do with a file that is there already.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Existing {
    /// It makes place.
    Replace,
    /// It stays, and nothing is written.
    Keep,
}

/// Opens a file to read it.
pub(crate) fn open(path: &Path) -> Result<File, Trouble> {
    if path.is_dir() {
        return Err(Trouble::IsFolder);
    }
    File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Trouble::NoSuchFile,
        _ => Trouble::NotReadable,
    })
}

/// Reads all there is, up to far more than any plan.
pub(crate) fn read_all(source: &mut dyn Read) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    source.take(LONGEST).read_to_end(&mut bytes).map_err(|_| Trouble::NotReadable)?;
    Ok(bytes)
}

/// Reads a backup, up to the longest that there can be.
pub(crate) fn read_backup(path: &Path) -> Result<Vec<u8>, Trouble> {
    let longest = u64::try_from(LONGEST_BACKUP).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = open(path)?.take(longest).read_to_end(&mut bytes);
    read.map_err(|_| Trouble::NotReadable)?;
    Ok(bytes)
}

/// Whether the file at `path` is a paper that this product made: a PDF or a picture whose own
/// entry about its maker names us. A letter that only speaks of us is somebody's letter.
pub(crate) fn is_ours(path: &Path) -> bool {
    let Ok(file) = File::open(path) else { return false };
    let mut bytes = Vec::new();
    if file.take(LONGEST).read_to_end(&mut bytes).is_err() {
        return false;
    }
    let is_made_by = |begins: &[u8], entry: String| {
        let entry = entry.as_bytes();
        bytes.starts_with(begins) && bytes.windows(entry.len()).any(|window| window == entry)
    };
    is_made_by(b"%PDF-", format!("/Producer({PRODUCER})"))
        || is_made_by(b"\x89PNG\r\n\x1a\n", format!("tEXtSoftware\0{PRODUCER}"))
}

/// Makes a folder that only this user can look into, with those above it.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A file that is being made beside its place, and is put there only when it is whole.
///
/// Begun before the work that fills it, so that a place that cannot be written is found first.
pub(crate) struct Coming {
    place: PathBuf,
    beside: PathBuf,
    file: Option<File>,
    existing: Existing,
}

impl Coming {
    /// Makes room beside `place`, readable by this user only.
    pub(crate) fn begin(
        place: &Path,
        existing: Existing,
        device: &Device,
    ) -> Result<Self, Trouble> {
        if place.is_dir() {
            return Err(Trouble::IsFolder);
        }
        let name = place.file_name().ok_or(Trouble::IsFolder)?;
        if existing == Existing::Keep && place.symlink_metadata().is_ok() {
            return Err(Trouble::FileThere { next: id::ERROR_FILE_THERE_NEXT });
        }
        let mut random = [0; 8];
        (device.random)(&mut random)?;
        let mut beside_name = std::ffi::OsString::from(".");
        beside_name.push(name);
        beside_name.push(format!(".{:016x}", u64::from_be_bytes(random)));
        let beside = place.with_file_name(beside_name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&beside).map_err(|error| refused(&error))?;
        Ok(Self { place: place.to_owned(), beside, file: Some(file), existing })
    }

    /// Fills it and puts it in its place.
    pub(crate) fn finish(mut self, bytes: &[u8]) -> Result<(), Trouble> {
        let Some(mut file) = self.file.take() else { return Err(Trouble::NotWritable) };
        let stored = file.write_all(bytes).and_then(|()| file.sync_all());
        stored.map_err(|error| refused(&error))?;
        drop(file);
        match self.existing {
            Existing::Replace => fs::rename(&self.beside, &self.place),
            // A link fails where a file appeared in the meantime; some disks know no links.
            Existing::Keep => match fs::hard_link(&self.beside, &self.place) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                    fs::rename(&self.beside, &self.place)
                }
                linked => linked,
            },
        }
        .and_then(|()| {
            // Before anybody relies on the file: its name lasts as well.
            let _ = fs::remove_file(&self.beside);
            sync_folder_of(&self.place)
        })
        .map_err(|error| refused(&error))
    }
}

impl Drop for Coming {
    /// Whatever happened, nothing half-made stays behind.
    fn drop(&mut self) {
        if fs::remove_file(&self.beside).is_ok() {
            let _ = sync_folder_of(&self.beside);
        }
    }
}

/// Makes sure that what was put into or taken out of a folder stays so after a power cut.
#[cfg(unix)]
fn sync_folder_of(path: &Path) -> io::Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = File::open(parent.unwrap_or(Path::new(".")))?;
    match folder.sync_all() {
        // Some disks of others (a share, a stick) cannot do this for a folder.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {
            Ok(())
        }
        synced => synced,
    }
}

#[cfg(not(unix))]
fn sync_folder_of(_path: &Path) -> io::Result<()> {
    Ok(())
}

fn refused(error: &io::Error) -> Trouble {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Trouble::NoRoom,
        ErrorKind::AlreadyExists => Trouble::FileThere { next: id::ERROR_FILE_THERE_NEXT },
        ErrorKind::IsADirectory => Trouble::IsFolder,
        _ => Trouble::NotWritable,
    }
}

/// The most pictures that are looked for beside a paper: far above any plan.
const MOST_PAGES: usize = 99;

/// Room for a paper: one file, or pictures of several pages that stand beside each other as
/// `plan-1.png`, `plan-2.png`.
///
/// An older paper of ours makes place; anything else that is there stays, and nothing is made.
pub(crate) struct PaperRoom {
    out: PathBuf,
    only: Coming,
    device: Device,
}

impl PaperRoom {
    /// Makes room before there is a paper: a version is counted only for one that can be written.
    pub(crate) fn begin(out: &Path, device: &Device) -> Result<Self, Trouble> {
        let only = Coming::begin(out, existing(out), device)?;
        let is_foreign = |page: &PathBuf| page.symlink_metadata().is_ok() && !is_ours(page);
        if is_picture(out)
            && (1..=MOST_PAGES).map(|page| page_of(out, page)).any(|p| is_foreign(&p))
        {
            return Err(Trouble::FileThere { next: id::ERROR_FILE_THERE_NEXT });
        }
        Ok(Self { out: out.to_owned(), only, device: *device })
    }

    /// Puts the files in their places, and says which those are.
    pub(crate) fn finish(self, files: &[Vec<u8>]) -> Result<Vec<PathBuf>, Trouble> {
        let count = files.len();
        let places: Vec<PathBuf> = if let [file] = files {
            self.only.finish(file)?;
            vec![self.out.clone()]
        } else {
            let places: Vec<PathBuf> = (1..=count).map(|page| page_of(&self.out, page)).collect();
            let begin = |place: &PathBuf| Coming::begin(place, existing(place), &self.device);
            let rooms: Vec<Coming> = places.iter().map(begin).collect::<Result<_, _>>()?;
            for (room, file) in rooms.into_iter().zip(files) {
                room.finish(file)?;
            }
            places
        };
        if is_picture(&self.out) {
            forget_older(&self.out, count);
        }
        Ok(places)
    }
}

/// Takes away what an older version of the same paper left beside this one: pages of two versions
/// in one row would be read as one plan.
fn forget_older(out: &Path, count: usize) {
    let from = if count == 1 { 1 } else { count + 1 };
    let pages = (from..=MOST_PAGES).map(|page| page_of(out, page));
    let whole = (count > 1).then(|| out.to_owned());
    for older in pages.take_while(|page| page.exists()).chain(whole).filter(|page| is_ours(page)) {
        // A page that cannot be taken away is no reason to say that the new one was not made.
        let _ = fs::remove_file(older);
    }
}

fn existing(place: &Path) -> Existing {
    if is_ours(place) { Existing::Replace } else { Existing::Keep }
}

fn is_picture(out: &Path) -> bool {
    out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"))
}

/// `plan.png` is `plan-2.png` on its second page.
fn page_of(out: &Path, page: usize) -> PathBuf {
    let mut name = out.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{page}."));
    name.push(out.extension().unwrap_or_default());
    out.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture as we make them, as far as it matters here.
    fn paper(words: &str) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
        bytes.extend(format!("tEXtSoftware\0{PRODUCER} {words}").into_bytes());
        bytes
    }

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    fn write(out: &Path, files: &[&str]) -> Result<Vec<PathBuf>, Trouble> {
        let files: Vec<Vec<u8>> = files.iter().map(|file| paper(file)).collect();
        PaperRoom::begin(out, &Device::this())?.finish(&files)
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn each_page_is_a_picture_of_its_own() {
        let folder = folder();
        let out = folder.path().join("my plan.png");
        assert_eq!(write(&out, &["one", "two"]).unwrap().len(), 2);
        assert_eq!(names(folder.path()), ["my plan-1.png", "my plan-2.png"]);
    }

    #[test]
    fn pages_of_an_older_version_do_not_stay_beside_the_new_one() {
        let folder = folder();
        let out = folder.path().join("plan.png");
        write(&out, &["one", "two", "three"]).unwrap();
        write(&out, &["one", "two"]).unwrap();
        assert_eq!(names(folder.path()), ["plan-1.png", "plan-2.png"]);
        write(&out, &["one"]).unwrap();
        assert_eq!(names(folder.path()), ["plan.png"]);
        write(&out, &["one", "two"]).unwrap();
        assert_eq!(names(folder.path()), ["plan-1.png", "plan-2.png"]);
    }

    #[test]
    fn a_page_that_somebody_else_made_is_never_touched() {
        let folder = folder();
        let out = folder.path().join("plan.png");
        fs::write(folder.path().join("plan-2.png"), "a holiday").unwrap();
        let refused = write(&out, &["one", "two"]).err();
        assert!(matches!(refused, Some(Trouble::FileThere { .. })), "{refused:?}");
        assert_eq!(names(folder.path()), ["plan-2.png"]);
        assert_eq!(fs::read(folder.path().join("plan-2.png")).unwrap(), b"a holiday");
    }
}
