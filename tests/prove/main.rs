//! Proves that nothing is ever lost: breaks vaults in every way there is, opens them again, and
//! counts.
//!
//! `prove [--brief|--long] [--seed N] [PART…]` runs the parts in turn, prints one table and ends with a
//! line that says it all. It fails if anything was lost, wrong or panicked. With `--phone` it was built
//! on the code that phones get, makes sure of that, and tries what breaks a store.
//!
//! `prove deed VAULT DEED` is the process that is killed, refused and watched: it does one thing to
//! a vault and says on its standard output what was acknowledged.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it tells what it counted, and may stop where it stands"
)]

mod crowd;
mod deed;
mod disk;
mod flip;
mod guarding;
mod guards;
mod hostile;
mod judge;
mod keys;
mod kill;
mod memory;
mod phone;
mod power;
mod refuse;
mod scene;
mod strace;
mod sweep;
mod tally;
mod targets;
mod trace;
mod words;

use std::process::ExitCode;
use std::time::Instant;

use landvast::Device;
use landvast_tests::Chance;
use landvast_vault::Guard;

use tally::Tally;

/// The allocator of the command: what it wipes is part of what is proven.
#[global_allocator]
static WIPES: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// How much is tried.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Length {
    /// What the checks of every day take the time for.
    Brief,
    Usual,
    Long,
}

impl Length {
    /// One of three numbers.
    pub(crate) const fn of(self, brief: u64, usual: u64, long: u64) -> u64 {
        match self {
            Self::Brief => brief,
            Self::Usual => usual,
            Self::Long => long,
        }
    }
}

/// A way of breaking a vault.
struct Part {
    name: &'static str,
    run: fn(&mut Chance, Length) -> Tally,
}

const PARTS: &[Part] = &[
    Part { name: "kill", run: kill::run },
    Part { name: "sweep", run: sweep::run },
    Part { name: "power", run: power::run },
    Part { name: "flip", run: flip::run },
    Part { name: "refuse", run: refuse::run },
    Part { name: "crowd", run: crowd::run },
    Part { name: "hostile", run: hostile::run },
    Part { name: "memory", run: memory::run },
    Part { name: "guards", run: guards::run },
];

/// The parts in which the store itself is at stake.
const PHONE_PARTS: &[&str] = &["kill", "power", "flip"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, rest @ ..] = arguments.as_slice()
        && first == "deed"
    {
        return deed::main(rest);
    }
    let Some(wish) = Wish::read(&arguments) else {
        println!("prove [--brief|--long] [--seed N] [--phone] [PART…]");
        return ExitCode::FAILURE;
    };
    prove(&wish)
}

/// What somebody wants to have proven.
struct Wish {
    length: Length,
    seed: u64,
    is_for_phones: bool,
    /// Only these parts; all of them if none is named.
    parts: Vec<String>,
}

impl Wish {
    fn read(arguments: &[String]) -> Option<Self> {
        let mut drawn = [0; 8];
        (Device::this().random)(&mut drawn).unwrap();
        let seed = u64::from_be_bytes(drawn);
        let mut wish =
            Self { length: Length::Usual, seed, is_for_phones: false, parts: Vec::new() };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--brief" => wish.length = Length::Brief,
                "--long" => wish.length = Length::Long,
                "--phone" => wish.is_for_phones = true,
                "--seed" => wish.seed = arguments.next()?.parse().ok()?,
                name if PARTS.iter().any(|part| part.name == name) => {
                    wish.parts.push(name.to_owned());
                }
                _ => return None,
            }
        }
        Some(wish)
    }

    fn holds(&self, part: &Part) -> bool {
        if self.parts.is_empty() {
            return !self.is_for_phones || PHONE_PARTS.contains(&part.name);
        }
        self.parts.iter().any(|name| name == part.name)
    }
}

fn prove(wish: &Wish) -> ExitCode {
    println!("seed {}", wish.seed);
    println!("{}", Tally::HEAD);
    let (mut whole, mut is_good) = (Tally::default(), true);
    let mut take = |tally: &Tally| {
        whole.add(tally);
        is_good &= tally.is_proven_or_skipped();
    };
    if wish.is_for_phones {
        // Our own part of the guard is of Linux as well: a phone has sled's sync alone.
        guarding::set_for_this_process(Guard::Sync.name());
        take(&shown("branch", phone::run));
    }
    for part in PARTS.iter().filter(|part| wish.holds(part)) {
        // Each part has a course of its own, so that one can be had again alone.
        let mut chance = Chance::from_seed(wish.seed ^ tally::number_of(part.name));
        take(&shown(part.name, || (part.run)(&mut chance, wish.length)));
    }
    println!("{}", whole.closing());
    if is_good && whole.is_proven() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs a part and says what came of it.
fn shown(name: &str, run: impl FnOnce() -> Tally) -> Tally {
    let began = Instant::now();
    let tally = run();
    println!("{}", tally.row(name, began.elapsed()));
    for note in tally.notes() {
        println!("          {note}");
    }
    tally
}
