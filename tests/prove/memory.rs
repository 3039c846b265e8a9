//! After the plan is locked, the process holds nothing of it: neither what opens it nor a word.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::process::{ExitCode, Stdio};
use std::sync::Mutex;

use landvast::{
    Device, KdfCost, Keeper, Language, NewPassphrase, Opening, Passphrase, Place, PlanError, Value,
};
use landvast_tests::folder::holds;
use landvast_tests::{Chance, owner};
use zeroize::Zeroizing;

use crate::tally::{Tally, Verdict};
use crate::{Length, strace};

/// What was drawn at random, each byte turned over, so that keeping it here proves nothing wrong.
static DRAWN: Mutex<Vec<Vec<u8>>> = Mutex::new(Vec::new());
const TURNED: u8 = 0xA5;

fn drawing(bytes: &mut [u8]) -> Result<(), PlanError> {
    (Device::this().random)(bytes)?;
    let turned = bytes.iter().map(|byte| byte ^ TURNED).collect();
    DRAWN.lock().unwrap().push(turned);
    Ok(())
}

/// Makes a plan with the words that come in, locks it, says what was drawn, and waits.
pub(crate) fn remember(path: &Path) -> ExitCode {
    // Not through the standard library's own buffer, which nobody wipes.
    let mut words = Zeroizing::new(vec![0; 256]);
    let length = File::open("/dev/stdin").unwrap().read(&mut words).unwrap();
    let given = words.get(..length).unwrap();
    let mut lines = given.split(|byte| *byte == b'\n');
    let (secret, canary) = (lines.next().unwrap(), lines.next().unwrap());
    let device = Device { random: drawing, ..Device::this() };
    let opening = Opening { cost: KdfCost::FLOOR, ..Opening::new(path.to_owned(), device) };
    {
        let passphrase = Passphrase::new(secret).unwrap();
        let chosen = NewPassphrase::new(secret).unwrap();
        let mut keeper = Keeper::create(&opening, Language::Nl, &chosen, &owner::code()).unwrap();
        let typed = Value::Text(String::from_utf8(canary.to_vec()).unwrap());
        keeper.write(Place::Plan, "c.first", typed).unwrap();
        keeper.card(&landvast::CardOptions::default()).unwrap();
        keeper.lock().unwrap();
        let keeper = Keeper::open(&opening, &passphrase).unwrap();
        say_drawn();
        println!("open");
        wait();
        keeper.lock().unwrap();
    }
    drop(words);
    println!("locked");
    wait();
    ExitCode::SUCCESS
}

/// Until a line comes in.
fn wait() {
    let mut line = String::new();
    drop(std::io::stdin().read_line(&mut line));
}

fn say_drawn() {
    for drawn in DRAWN.lock().unwrap().iter().filter(|drawn| drawn.len() == 32) {
        print!("drawn ");
        for byte in drawn {
            print!("{byte:02x}");
        }
        println!();
    }
}

pub(crate) fn run(chance: &mut Chance, length: Length) -> Tally {
    let mut tally = Tally::default();
    for round in 0..length.of(1, 3, 20) {
        let home = tempfile::tempdir().unwrap();
        let secret = format!("zin die niemand raadt {:016x}", chance.draw());
        let canary = format!("kanarie zingt {:016x}", chance.draw());
        let mut process = strace::process(&home.path().join("plan"), "remember")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = process.stdin.take().unwrap();
        input.write_all(format!("{secret}\n{canary}\n").as_bytes()).unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let mut keys = Vec::new();
        let mut hear_until = |end: &str| {
            let mut line = String::new();
            while output.read_line(&mut line).unwrap() > 0 && !line.starts_with(end) {
                keys.extend(line.trim().strip_prefix("drawn ").map(turned_back));
                line.clear();
            }
        };
        hear_until("open");
        let while_open = memory_of(process.id());
        input.write_all(b"\n").unwrap();
        hear_until("locked");
        let memory = memory_of(process.id());
        drop(input);
        process.wait().unwrap();
        assert!(memory.len() > 100_000 && !keys.is_empty(), "nothing was looked at");
        let code = owner::code().to_groups().to_string();
        let found = |bytes: &[u8]| holds(&memory, bytes);
        // Where nothing is found that is there, nothing is shown by finding nothing.
        let sees =
            holds(&while_open, canary.as_bytes()) && keys.iter().any(|key| holds(&while_open, key));
        let verdict = if sees { Verdict::Survived } else { Verdict::Wrong };
        tally.count(verdict, || format!("round {round}: an open plan was not seen in memory"));
        let mut look = |name: &str, bytes: &[u8]| {
            let verdict = if found(bytes) { Verdict::Wrong } else { Verdict::Survived };
            tally.count(verdict, || format!("round {round}: {name} is still in memory"));
        };
        look("the passphrase", secret.as_bytes());
        look("a word of the plan", canary.as_bytes());
        look("the recovery code", code.as_bytes());
        for key in &keys {
            look("the data key", key);
        }
    }
    tally
}

fn turned_back(shown: &str) -> Vec<u8> {
    let digits: Vec<u32> = shown.chars().filter_map(|digit| digit.to_digit(16)).collect();
    let pair = |pair: &[u32]| u8::try_from(pair.iter().fold(0, |sum, digit| sum * 16 + digit));
    digits.chunks(2).map(|two| pair(two).unwrap() ^ TURNED).collect()
}

/// Everything that a process can write to.
fn memory_of(process: u32) -> Vec<u8> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let memory = File::open(format!("/proc/{process}/mem")).unwrap();
    let mut all = Vec::new();
    for line in maps.lines() {
        let mut words = line.split_whitespace();
        let (Some(range), Some(rights)) = (words.next(), words.next()) else { continue };
        if !rights.starts_with("rw") {
            continue;
        }
        let (from, to) = range.split_once('-').unwrap();
        let number = |digits: &str| u64::from_str_radix(digits, 16).unwrap();
        let (from, to) = (number(from), number(to));
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        if memory.read_exact_at(&mut bytes, from).is_ok() {
            all.extend(bytes);
        }
    }
    all
}
