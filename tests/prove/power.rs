//! The power goes. What was synced is on the disk; of everything else, each write is there, not
//! there, or torn, and names are as old as their folder's last sync.
//!
//! A deed is watched once, byte by byte; then the disk is built as it may look after a power cut.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use landvast_tests::{Chance, folder};

use crate::judge::{End, Mercy, Said, judge};
use crate::scene::Scene;
use crate::tally::Tally;
use crate::trace::{Event, Node, Trace, write_at};
use crate::{Length, strace};

/// A disk writes so much at once, or nothing of it.
const SECTOR: usize = 512;

/// The calls that say everything about what a process did to its files.
const CALLS: &str = "openat,close,fcntl,write,pwrite64,fsync,fdatasync,ftruncate,fallocate,\
                     copy_file_range,rename,linkat,unlink,unlinkat,mkdir,rmdir";

pub(crate) fn run(chance: &mut Chance, length: Length) -> Tally {
    if !strace::works() {
        return Tally::skipped("strace is missing or may not watch here");
    }
    let mut tally = Tally::default();
    let states = length.of(66, 500, 20_000).div_ceil(u64::try_from(Scene::ALL.len()).unwrap());
    for scene in Scene::ALL {
        tally.add(&cuts(*scene, states, chance));
    }
    tally
}

/// So many states in which a power cut during the deed may leave the disk.
pub(crate) fn cuts(scene: Scene, states: u64, chance: &mut Chance) -> Tally {
    let mut tally = Tally::default();
    let home = tempfile::tempdir().unwrap();
    let before = home.path().join("before");
    scene.set_up(&before);
    let trace = watched(scene, home.path(), &before);
    let after = home.path().join("after");
    let all = trace.events.len();
    for state in 0..states {
        let end = usize::try_from(chance.below(u64::try_from(all).unwrap() + 1)).unwrap();
        let disk = Disk::after_a_cut(&trace, end, chance);
        drop(fs::remove_dir_all(&after));
        disk.build(&after);
        let lines: Vec<String> = trace
            .events
            .iter()
            .take(end)
            .filter_map(|event| match event {
                Event::Said { line } => Some(line.clone()),
                _ => None,
            })
            .collect();
        let said = Said::read(scene.actions, &lines);
        let verdict = judge(&Scene::vault_in(&after), &said, Mercy::Salvage);
        tally.count(verdict, || {
            format!("{}, state {state}, cut after {end} of {all}, {said:?}", scene.name())
        });
    }
    tally
}

/// Does the deed on a copy, and reads what strace saw.
fn watched(scene: Scene, home: &Path, before: &Path) -> Trace {
    let live = home.join("live");
    folder::copy(before, &live);
    let report = home.join("report");
    let options = [
        "-y".to_owned(),
        "-xx".to_owned(),
        "-s".to_owned(),
        "40000000".to_owned(),
        "-o".to_owned(),
        report.display().to_string(),
        "-e".to_owned(),
        format!("trace={CALLS}"),
    ];
    let files = folder::files(&live);
    let folders = folders(&live);
    let said = strace::does(scene.deed, &Scene::vault_in(&live), scene.actions, &options);
    assert!(said.end == End::ByItself, "the deed itself failed");
    let text = fs::read_to_string(&report).unwrap();
    let trace = Trace::read(&text, &live, files, folders);
    assert!(trace.events.len() > 10, "strace saw nothing");
    trace
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let mut found = vec![path.to_owned()];
    for entry in fs::read_dir(path).unwrap() {
        let entry = entry.unwrap().path();
        if entry.is_dir() {
            found.extend(folders(&entry));
        }
    }
    found
}

/// What is on the disk after a power cut.
struct Disk {
    names: BTreeMap<PathBuf, Node>,
    bytes: HashMap<Node, Vec<u8>>,
    folders: BTreeSet<Node>,
    root: PathBuf,
}

impl Disk {
    fn after_a_cut(trace: &Trace, end: usize, chance: &mut Chance) -> Self {
        let events = trace.events.get(..end).unwrap();
        let root = trace.before.keys().next().cloned().unwrap();
        let mut disk = Self {
            names: trace.before.clone(),
            bytes: trace.old.clone(),
            folders: trace
                .before
                .values()
                .filter(|node| !trace.old.contains_key(node))
                .copied()
                .collect(),
            root,
        };
        disk.names_after(events, chance);
        disk.bytes_after(events, chance);
        disk
    }

    /// Names: whatever was synced with their folder, and of what came later as much as the disk
    /// had got to.
    fn names_after(&mut self, events: &[Event], chance: &mut Chance) {
        let mut live = self.names.clone();
        let mut synced_until: HashMap<PathBuf, usize> = HashMap::new();
        for event in events {
            match event {
                Event::Make { path, node, .. } => drop(live.insert(path.clone(), *node)),
                Event::Rename { from, to } => rename(&mut live, from, to),
                Event::Remove { path } => drop(live.remove(path)),
                Event::Sync { node, since } => {
                    let path = live.iter().find(|(_, known)| *known == node);
                    if let Some((path, _)) = path {
                        synced_until.insert(path.clone(), *since);
                    }
                }
                _ => {}
            }
        }
        // A journal keeps the order: everything up to some event, and always what was synced.
        let got_to = usize::try_from(chance.below(u64::try_from(events.len() + 1).unwrap()));
        let got_to = got_to.unwrap();
        let least = synced_until.values().copied().max().unwrap_or(0);
        let is_ordered = chance.happens(70);
        for (index, event) in events.iter().enumerate() {
            let parent_synced = |path: &Path| {
                let parent = path.parent().unwrap();
                synced_until.get(parent).is_some_and(|since| index < *since)
            };
            let durable = match event {
                Event::Make { path, .. } | Event::Remove { path } => parent_synced(path),
                Event::Rename { from, to } => parent_synced(from) || parent_synced(to),
                _ => continue,
            };
            let kept = if is_ordered { index < got_to.max(least) } else { chance.happens(50) };
            if !durable && !kept {
                continue;
            }
            match event {
                Event::Make { path, node, is_folder } => {
                    self.names.insert(path.clone(), *node);
                    if *is_folder {
                        self.folders.insert(*node);
                    }
                }
                Event::Rename { from, to } if self.names.contains_key(from) => {
                    rename(&mut self.names, from, to);
                }
                Event::Remove { path } => drop(self.names.remove(path)),
                _ => {}
            }
        }
    }

    /// Bytes: what was synced, and of the rest each write or not, whole or torn.
    fn bytes_after(&mut self, events: &[Event], chance: &mut Chance) {
        let mut synced: HashMap<Node, usize> = HashMap::new();
        for event in events {
            if let Event::Sync { node, since } = event {
                let until = synced.entry(*node).or_default();
                *until = (*until).max(*since);
            }
        }
        // A cut that comes late in a write-back keeps nearly everything, an early one nothing.
        let kept = chance.one_of(&[0, 20, 50, 80, 97]);
        for (index, event) in events.iter().enumerate() {
            match event {
                Event::Write { node, at, bytes } => {
                    let file = self.bytes.entry(*node).or_default();
                    if synced.get(node).is_some_and(|until| index < *until) {
                        write_at(file, *at, bytes);
                    } else if chance.happens(kept) {
                        torn(file, *at, bytes, chance);
                    } else if chance.happens(30) {
                        // The length got there, the bytes did not.
                        let end = at + bytes.len();
                        if file.len() < end {
                            file.resize(end, 0);
                        }
                    }
                }
                Event::Size { node, size } => {
                    let durable = synced.get(node).is_some_and(|until| index < *until);
                    if durable || chance.happens(kept) {
                        self.bytes.entry(*node).or_default().resize(*size, 0);
                    }
                }
                _ => {}
            }
        }
    }

    /// Builds it in a folder.
    fn build(&self, target: &Path) {
        fs::create_dir_all(target).unwrap();
        // Shorter paths first: a folder before what is in it. What has no folder is not there.
        for (path, node) in &self.names {
            let Ok(name) = path.strip_prefix(&self.root) else { continue };
            let path = target.join(name);
            if !path.parent().is_some_and(Path::is_dir) {
                continue;
            }
            if self.folders.contains(node) {
                drop(fs::create_dir(&path));
            } else {
                let bytes = self.bytes.get(node).map(Vec::as_slice).unwrap_or_default();
                fs::write(&path, bytes).unwrap();
            }
        }
    }
}

/// Half of the time whole; else only some of its sectors.
fn torn(file: &mut Vec<u8>, at: usize, bytes: &[u8], chance: &mut Chance) {
    if chance.happens(50) {
        write_at(file, at, bytes);
        return;
    }
    let mut place = at;
    let mut rest = bytes;
    while !rest.is_empty() {
        let to_edge = SECTOR - place % SECTOR;
        let (sector, after) = rest.split_at(to_edge.min(rest.len()));
        if chance.happens(50) {
            write_at(file, place, sector);
        }
        place += sector.len();
        rest = after;
    }
}

fn rename(names: &mut BTreeMap<PathBuf, Node>, from: &Path, to: &Path) {
    let moved: Vec<PathBuf> = names.keys().filter(|path| path.starts_with(from)).cloned().collect();
    for path in moved {
        let Some(node) = names.remove(&path) else { continue };
        let rest = path.strip_prefix(from).unwrap();
        let target = if rest == Path::new("") { to.to_owned() } else { to.join(rest) };
        names.insert(target, node);
    }
}
