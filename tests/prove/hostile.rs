//! Bytes that somebody made up, or made out of good ones: every reader ends in an answer or an
//! error, soon, in little memory, and never falls over.
//!
//! What once went wrong, and what is known to go wrong elsewhere, is kept in `corpus` and tried first.
//! Whatever goes wrong now is kept there too.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use landvast_tests::Chance;
use sha2::{Digest, Sha256};

use crate::Length;
use crate::tally::{Tally, Verdict};
use crate::targets::{self, Target};

/// Nobody waits longer for a file that is nonsense.
const SOON: Duration = Duration::from_secs(5);
/// How long the closing sum of a header is.
const SUM: usize = 32;
/// Nor gives more memory for it, in KiB.
const LITTLE: u64 = 256 * 1024;

pub(crate) fn run(chance: &mut Chance, length: Length) -> Tally {
    let mut tally = Tally::default();
    let targets = targets::all();
    // From here on, whatever was needed before.
    drop(fs::write("/proc/self/clear_refs", "5"));
    let before = peak();
    for target in &targets {
        for (name, bytes) in kept(target) {
            tally.count(tried(target, &bytes), || format!("{}: {name}", target.name));
        }
        for _ in 0..length.of(300, 4_000, 100_000) {
            let mut bytes = made_up(&target.good, chance);
            if target.name == "header" && chance.happens(50) {
                close_anew(&mut bytes);
            }
            let verdict = tried(target, &bytes);
            tally.count(verdict, || format!("{}: {}", target.name, keep(target, &bytes)));
        }
    }
    let grown = before.and_then(|before| Some(peak()?.saturating_sub(before)));
    let is_little = grown.is_some_and(|grown| grown <= LITTLE);
    let verdict = if is_little { Verdict::Survived } else { Verdict::Lost };
    tally.count(verdict, || format!("more memory than before, in KiB: {grown:?}"));
    tally
}

fn tried(target: &Target, bytes: &[u8]) -> Verdict {
    let began = Instant::now();
    match catch_unwind(AssertUnwindSafe(|| (target.read)(bytes))) {
        Err(_) => Verdict::Panicked,
        Ok(true) if target.is_sealed && bytes != target.good => Verdict::Wrong,
        Ok(_) if began.elapsed() > SOON => Verdict::Lost,
        Ok(_) => Verdict::Survived,
    }
}

/// Makes the closing sum fit whatever was changed before it, so that the reader goes on.
fn close_anew(header: &mut Vec<u8>) {
    header.truncate(header.len().saturating_sub(SUM));
    let sum = Sha256::digest(&header);
    header.extend_from_slice(&sum);
}

/// Where the bytes for a target are kept.
fn corpus(target: &Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("prove/corpus").join(target.name)
}

fn kept(target: &Target) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(corpus(target)).into_iter().flatten().flatten();
    let mut kept: Vec<(String, Vec<u8>)> = entries
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect();
    kept.sort();
    kept
}

/// Keeps bytes that went wrong, and says under which name.
fn keep(target: &Target, bytes: &[u8]) -> String {
    let number = bytes.iter().fold(7_u64, |sum, byte| sum.wrapping_mul(131) ^ u64::from(*byte));
    let name = format!("found-{number:016x}");
    let folder = corpus(target);
    match fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join(&name), bytes)) {
        Ok(()) => format!("kept as {name}"),
        Err(error) => format!("{} bytes, not kept: {error}", bytes.len()),
    }
}

/// The most memory that this process has had, in KiB.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// Bytes out of nothing, or good ones that were changed in a few places.
fn made_up(good: &[u8], chance: &mut Chance) -> Vec<u8> {
    if chance.happens(10) {
        return (0..chance.below(2_000)).map(|_| byte(chance)).collect();
    }
    let mut bytes = good.to_vec();
    for _ in 0..=chance.below(4) {
        let length = u64::try_from(bytes.len()).unwrap();
        let mut place = || usize::try_from(chance.below(length + 1)).unwrap();
        let (from, to) = (place(), place());
        let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 400));
        match chance.below(6) {
            0 => bytes.truncate(to),
            1 => drop(bytes.drain(from..to)),
            2 => {
                let again = bytes.get(from..to).unwrap().to_vec();
                drop(bytes.splice(from..from, again));
            }
            3 => {
                let extreme = chance.one_of(&[0, 0x7F, 0x80, 0xFF]);
                bytes.get_mut(from..to).unwrap().fill(extreme);
            }
            _ => {
                if let Some(at) = bytes.get_mut(from) {
                    *at = byte(chance);
                }
            }
        }
    }
    bytes
}

fn byte(chance: &mut Chance) -> u8 {
    u8::try_from(chance.below(256)).unwrap()
}
