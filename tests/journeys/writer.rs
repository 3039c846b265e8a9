//! Writes one answer after another and says of each when it was acknowledged, until it has written
//! as many as it was asked to, or somebody kills it.
//!
//! `writer VAULT COUNT` makes the vault if none is there, opens it if one is, and says on its
//! standard output, a line each: `open 7`, `stored 8`, `stored 9`, …, `locked`; or `error in-use`.

#![expect(clippy::print_stdout, reason = "what it says is what it is for")]

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use landvast::{Device, KdfCost, Keeper, Language, Opening, Place, PlanError, Value};
use landvast_tests::owner::{PASSPHRASE, code, new_passphrase, passphrase};
use landvast_tests::writing::{FIELD, words_of};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let vault = arguments.next().map(PathBuf::from);
    let count = arguments.next().and_then(|count| OsString::into_string(count).ok());
    let (Some(vault), Some(Ok(count))) = (vault, count.map(|count| count.parse())) else {
        return ExitCode::FAILURE;
    };
    match write(vault, count) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("error {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(vault: PathBuf, count: u64) -> Result<(), PlanError> {
    let opening = Opening { cost: KdfCost::FLOOR, ..Opening::new(vault, Device::this()) };
    let words = passphrase(PASSPHRASE);
    let mut keeper = match Keeper::open(&opening, &words) {
        Err(PlanError::NotFound { .. }) => {
            Keeper::create(&opening, Language::Nl, &new_passphrase(PASSPHRASE), &code())?
        }
        opened => opened?,
    };
    println!("open {}", keeper.sequence());
    for _ in 0..count {
        let value = Value::Text(words_of(keeper.sequence().saturating_add(1)));
        keeper.write(Place::Plan, FIELD, value)?;
        println!("stored {}", keeper.sequence());
    }
    keeper.lock()?;
    println!("locked");
    Ok(())
}
