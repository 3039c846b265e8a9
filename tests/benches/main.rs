//! What things cost, each beside what it is compared to: one JSON object a line, for
//! `cargo xtask bench`.
//!
//! Two things that are compared are done in turns, so that both meet the same moments of the
//! machine, and the median of each counts. The figures of one run belong together; those of two
//! machines do not.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it measures time, says what it measured, and may stop where it stands"
)]

mod card;
mod keys;
mod vault;

use std::path::PathBuf;
use std::time::{Duration, Instant};

fn main() {
    vault::saving().say();
    vault::opening().into_iter().for_each(Figure::say);
    vault::lasting().into_iter().for_each(Figure::say);
    vault::new_key().say();
    card::making().into_iter().for_each(Figure::say);
    card::whole_plan().into_iter().for_each(Figure::say);
    keys::deriving().say();
}

/// One thing that was measured.
struct Figure {
    what: &'static str,
    value: f64,
    unit: &'static str,
    beside: Option<(&'static str, f64)>,
    /// More than this is too much; in the same unit.
    most: Option<f64>,
}

impl Figure {
    fn say(self) {
        let said = serde_json::json!({
            "what": self.what,
            "value": self.value,
            "unit": self.unit,
            "beside": self.beside.map(|(name, _)| name),
            "beside_value": self.beside.map(|(_, value)| value),
            "most": self.most,
        });
        println!("{said}");
    }
}

/// How long something takes.
fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let began = Instant::now();
    let done = work();
    (began.elapsed(), done)
}

/// The median, in milliseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times.get(times.len() / 2).unwrap().as_secs_f64() * 1000.0
}

/// Does two things in turns, each first as often as the other, and gives the median of both.
fn in_turns(
    rounds: usize,
    mut one: impl FnMut() -> Duration,
    mut other: impl FnMut() -> Duration,
) -> (f64, f64) {
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        if round.is_multiple_of(2) {
            ones.push(one());
            others.push(other());
        } else {
            others.push(other());
            ones.push(one());
        }
    }
    (median(ones), median(others))
}

/// A folder on the disk that the program itself lies on: a folder for passing things may be kept
/// in memory, where nothing is ever written down.
fn folder() -> tempfile::TempDir {
    let program: PathBuf = std::env::current_exe().unwrap();
    tempfile::tempdir_in(program.parent().unwrap()).unwrap()
}
