//! Proves that nothing is ever lost: breaks vaults in every way there is, opens them again, and
//! counts.
//!
//! `prove [--brief|--long] [--seed N] [PART…]` runs the parts in turn, prints one table and ends with a
//! line that says it all. It fails if anything was lost, wrong or panicked.
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
mod flip;
mod hostile;
mod judge;
mod kill;
mod memory;
mod power;
mod refuse;
mod strace;
mod sweep;
mod tally;
mod trace;

use std::process::ExitCode;
use std::time::Instant;

use landvast::Device;
use landvast_tests::Chance;

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
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, rest @ ..] = arguments.as_slice()
        && first == "deed"
    {
        return deed::main(rest);
    }
    let Some((length, seed, names)) = read(&arguments) else {
        println!("prove [--brief|--long] [--seed N] [PART…]");
        return ExitCode::FAILURE;
    };
    prove(length, seed, &names)
}

fn read(arguments: &[String]) -> Option<(Length, u64, Vec<String>)> {
    let (mut length, mut seed, mut names) = (Length::Usual, None, Vec::new());
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--brief" => length = Length::Brief,
            "--long" => length = Length::Long,
            "--seed" => seed = Some(arguments.next()?.parse().ok()?),
            name if PARTS.iter().any(|part| part.name == name) => names.push(name.to_owned()),
            _ => return None,
        }
    }
    let seed = seed.unwrap_or_else(|| {
        let mut drawn = [0; 8];
        (Device::this().random)(&mut drawn).unwrap();
        u64::from_be_bytes(drawn)
    });
    Some((length, seed, names))
}

fn prove(length: Length, seed: u64, names: &[String]) -> ExitCode {
    println!("seed {seed}");
    println!("{}", Tally::HEAD);
    let mut whole = Tally::default();
    for part in PARTS.iter().filter(|part| names.is_empty() || names.iter().any(|n| n == part.name))
    {
        let began = Instant::now();
        // Each part has a course of its own, so that one can be had again alone.
        let mut chance = Chance::from_seed(seed ^ tally::number_of(part.name));
        let tally = (part.run)(&mut chance, length);
        println!("{}", tally.row(part.name, began.elapsed()));
        for note in tally.notes() {
            println!("          {note}");
        }
        whole.add(&tally);
    }
    println!("{}", whole.closing());
    if whole.is_proven() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
