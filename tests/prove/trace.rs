//! What a process did to its files, read from strace's report: in order, with every byte.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// A file or folder, told by a number: names come and go.
pub(crate) type Node = usize;

/// One thing that happened to the disk.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// A name for a new file or folder.
    Make {
        path: PathBuf,
        node: Node,
        is_folder: bool,
    },
    Rename {
        from: PathBuf,
        to: PathBuf,
    },
    Remove {
        path: PathBuf,
    },
    Write {
        node: Node,
        at: usize,
        bytes: Vec<u8>,
    },
    /// The file is so long from here on.
    Size {
        node: Node,
        size: usize,
    },
    /// Everything written to it before event `since` is on the disk, and for a folder every name.
    Sync {
        node: Node,
        since: usize,
    },
    /// The process said this line.
    Said {
        line: String,
    },
}

/// A report, read.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    pub(crate) events: Vec<Event>,
    /// What was there before, by path.
    pub(crate) before: BTreeMap<PathBuf, Node>,
    /// The bytes of files that were there before.
    pub(crate) old: HashMap<Node, Vec<u8>>,
    names: BTreeMap<PathBuf, Node>,
    now: HashMap<Node, Vec<u8>>,
    open: HashMap<u32, (Node, usize)>,
    next: Node,
    said: Vec<u8>,
}

impl Trace {
    /// Reads a report about what happened below `home`, which held these files and folders before.
    pub(crate) fn read(
        report: &str,
        home: &Path,
        files: BTreeMap<PathBuf, Vec<u8>>,
        folders: Vec<PathBuf>,
    ) -> Self {
        let mut trace = Self::default();
        for path in folders {
            let node = trace.new_node();
            trace.names.insert(path, node);
        }
        for (path, bytes) in files {
            let node = trace.new_node();
            trace.names.insert(path, node);
            trace.old.insert(node, bytes.clone());
            trace.now.insert(node, bytes);
        }
        trace.before = trace.names.clone();
        // A call that another thread's call came between stands on two lines.
        let mut begun: HashMap<&str, (String, usize)> = HashMap::new();
        for line in report.lines() {
            let Some((thread, rest)) = line.split_once(' ') else { continue };
            let rest = rest.trim_start();
            if let Some(first) = rest.strip_suffix("<unfinished ...>") {
                let since = trace.events.len();
                begun.insert(thread, (first.trim_end().to_owned(), since));
            } else if let Some((_, second)) = rest.split_once(" resumed>") {
                if let Some((first, since)) = begun.remove(thread) {
                    trace.call(&format!("{first}{second}"), since, home);
                }
            } else {
                let since = trace.events.len();
                trace.call(rest, since, home);
            }
        }
        trace
    }

    fn new_node(&mut self) -> Node {
        self.next += 1;
        self.next
    }

    /// One whole call: `name(arguments) = result`.
    fn call(&mut self, call: &str, since: usize, home: &Path) {
        let Some((name, rest)) = call.split_once('(') else { return };
        let Some((arguments, result)) = rest.rsplit_once(" = ") else { return };
        if result.starts_with('-') {
            return;
        }
        let result = number(result).unwrap_or(0);
        let arguments = split(arguments.trim_end().trim_end_matches(')'));
        let argument = |at: usize| arguments.get(at).map_or("", String::as_str);
        let path = |at: usize| PathBuf::from(text(argument(at)));
        let ours = |path: &Path| path.starts_with(home);
        match name {
            "openat" if ours(&path(1)) => self.opens(&path(1), argument(2), result),
            "close" => drop(self.open.remove(&handle(argument(0)))),
            "fcntl" if argument(1).starts_with("F_DUPFD") => {
                if let Some(known) = self.open.get(&handle(argument(0))).copied() {
                    self.open.insert(small(result), known);
                }
            }
            "write" => self.writes(handle(argument(0)), &bytes(argument(1)), result),
            "pwrite64" => {
                let at = number(argument(3)).unwrap_or(0);
                if let Some((node, _)) = self.open.get(&handle(argument(0))).copied() {
                    let mut bytes = bytes(argument(1));
                    bytes.truncate(result);
                    self.put(node, at, bytes);
                }
            }
            "copy_file_range" => self.copies(handle(argument(0)), handle(argument(2)), result),
            "ftruncate" => self.sizes(handle(argument(0)), number(argument(1)).unwrap_or(0)),
            "fallocate" => {
                let end = number(argument(2)).unwrap_or(0) + number(argument(3)).unwrap_or(0);
                let known = self.open.get(&handle(argument(0))).copied();
                if known.is_some_and(|(node, _)| self.now.get(&node).is_some_and(|n| n.len() < end))
                {
                    self.sizes(handle(argument(0)), end);
                }
            }
            "fsync" | "fdatasync" => {
                if let Some((node, _)) = self.open.get(&handle(argument(0))).copied() {
                    self.events.push(Event::Sync { node, since });
                }
            }
            "mkdir" if ours(&path(0)) => self.makes(path(0), true),
            "rename" if ours(&path(0)) => self.renames(path(0), path(1)),
            "linkat" if ours(&path(3)) => self.links(&path(1), path(3)),
            "unlink" | "rmdir" if ours(&path(0)) => self.removes(path(0)),
            "unlinkat" => {
                let folder = text(argument(0).split_once('<').map_or("", |(_, path)| path));
                let path = PathBuf::from(folder.trim_end_matches('>')).join(text(argument(1)));
                if ours(&path) {
                    self.removes(path);
                }
            }
            _ => {}
        }
    }

    fn opens(&mut self, path: &Path, how: &str, handle: usize) {
        if !self.names.contains_key(path) {
            if !how.contains("O_CREAT") {
                return;
            }
            self.makes(path.to_owned(), false);
        }
        let node = self.names.get(path).copied().unwrap_or_default();
        self.open.insert(small(handle), (node, 0));
        if how.contains("O_TRUNC") && self.now.get(&node).is_some_and(|bytes| !bytes.is_empty()) {
            self.sizes(small(handle), 0);
        }
    }

    fn makes(&mut self, path: PathBuf, is_folder: bool) {
        let node = self.new_node();
        self.names.insert(path.clone(), node);
        if !is_folder {
            self.now.insert(node, Vec::new());
        }
        self.events.push(Event::Make { path, node, is_folder });
    }

    /// One more name for what is there.
    fn links(&mut self, from: &Path, path: PathBuf) {
        let Some(node) = self.names.get(from).copied() else { return };
        self.names.insert(path.clone(), node);
        self.events.push(Event::Make { path, node, is_folder: false });
    }

    fn renames(&mut self, from: PathBuf, to: PathBuf) {
        let moved: Vec<PathBuf> =
            self.names.keys().filter(|path| path.starts_with(&from)).cloned().collect();
        for path in moved {
            let Some(node) = self.names.remove(&path) else { continue };
            let rest = path.strip_prefix(&from).unwrap();
            let target = if rest == Path::new("") { to.clone() } else { to.join(rest) };
            self.names.insert(target, node);
        }
        self.events.push(Event::Rename { from, to });
    }

    fn removes(&mut self, path: PathBuf) {
        self.names.remove(&path);
        self.events.push(Event::Remove { path });
    }

    fn writes(&mut self, handle: u32, bytes: &[u8], length: usize) {
        let bytes = bytes.get(..length).unwrap_or(bytes);
        if let Some((node, at)) = self.open.get(&handle).copied() {
            self.put(node, at, bytes.to_vec());
            self.open.insert(handle, (node, at + bytes.len()));
        } else if handle == 1 {
            self.said.extend_from_slice(bytes);
            while let Some(end) = self.said.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.said.drain(..=end).collect();
                let line = String::from_utf8_lossy(&line).trim().to_owned();
                self.events.push(Event::Said { line });
            }
        }
    }

    fn put(&mut self, node: Node, at: usize, bytes: Vec<u8>) {
        write_at(self.now.entry(node).or_default(), at, &bytes);
        self.events.push(Event::Write { node, at, bytes });
    }

    fn copies(&mut self, from: u32, to: u32, length: usize) {
        let (Some((source, start)), Some((target, at))) =
            (self.open.get(&from).copied(), self.open.get(&to).copied())
        else {
            return;
        };
        let bytes = self.now.get(&source).and_then(|all| all.get(start..start + length));
        let bytes = bytes.unwrap_or_default().to_vec();
        self.open.insert(from, (source, start + length));
        self.open.insert(to, (target, at + length));
        self.put(target, at, bytes);
    }

    fn sizes(&mut self, handle: u32, size: usize) {
        let Some((node, _)) = self.open.get(&handle).copied() else { return };
        self.now.entry(node).or_default().resize(size, 0);
        self.events.push(Event::Size { node, size });
    }
}

/// Writes over what is there, and zeros before it where there is nothing.
pub(crate) fn write_at(file: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    if file.len() < at + bytes.len() {
        file.resize(at + bytes.len(), 0);
    }
    file.get_mut(at..at + bytes.len()).unwrap().copy_from_slice(bytes);
}

/// The arguments, split at commas that stand in no quotes and no name of a file.
fn split(arguments: &str) -> Vec<String> {
    let (mut all, mut one) = (Vec::new(), String::new());
    let (mut quoted, mut named) = (false, false);
    for letter in arguments.chars() {
        match letter {
            '"' => quoted = !quoted,
            '<' if !quoted => named = true,
            '>' if !quoted => named = false,
            ',' if !quoted && !named => {
                all.push(std::mem::take(&mut one).trim().to_owned());
                continue;
            }
            _ => {}
        }
        one.push(letter);
    }
    all.push(one.trim().to_owned());
    all
}

/// The bytes that stand in quotes, each as `\x2f` or as itself.
fn bytes(quoted: &str) -> Vec<u8> {
    let inner = quoted.trim_start_matches('"');
    let inner = inner.rsplit_once('"').map_or(inner, |(inner, _)| inner);
    let mut all = Vec::with_capacity(inner.len() / 4);
    let mut rest = inner.as_bytes();
    while let [first, more @ ..] = rest {
        if let [b'\\', b'x', high, low, after @ ..] = rest {
            all.push(digit(*high) * 16 + digit(*low));
            rest = after;
        } else {
            all.push(*first);
            rest = more;
        }
    }
    all
}

fn digit(letter: u8) -> u8 {
    u8::try_from(char::from(letter).to_digit(16).unwrap_or(0)).unwrap_or(0)
}

fn text(quoted: &str) -> String {
    String::from_utf8_lossy(&bytes(quoted)).into_owned()
}

/// `4</the/file>` is 4.
fn handle(argument: &str) -> u32 {
    argument.split('<').next().and_then(|digits| digits.parse().ok()).unwrap_or(u32::MAX)
}

fn number(result: &str) -> Option<usize> {
    let digits: String = result.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
