//! `cargo xtask bench`: one table of what was measured, each figure beside what it is compared to.
//!
//! The measuring itself is done by the program `bench` of the tests' crate, which prints one JSON
//! object a line and nothing else on its standard output:
//!
//! ```json
//! {"what": "saving one answer", "value": 1.9, "unit": "ms",
//!  "beside": "append and fsync of the same bytes", "beside_value": 1.3, "most": 2.6}
//! ```
//!
//! `beside`, `beside_value` and `most` may be left out; `most` is in the same unit as `value`.
//! This adds the size of the library for the phones and of its five biggest parts. A figure over
//! its limit makes the verb fail.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::project::{Project, library_file};
use crate::shell;
use crate::symbols;
use crate::table;

/// How many parts of the library are named.
const PARTS: usize = 5;

const HEAD: [&str; 5] = ["what", "measured", "beside", "times", "at most"];

/// One line of the table.
#[derive(Debug, PartialEq)]
struct Figure {
    what: String,
    value: f64,
    unit: String,
    beside: Option<(String, f64)>,
    most: Option<f64>,
}

/// Measures and prints.
pub(crate) fn run(project: &Project) -> Result<(), String> {
    println!("Measuring with the release profile (its build takes some minutes).");
    let bench = ["--locked", "--release", "-p", "landvast-tests", "--bin", "bench"];
    shell::show(project.cargo(&["build"]).args(bench))?;
    let said = shell::read(project.cargo(&["run"]).args(bench))?;
    let mut figures = said.lines().map(parse).collect::<Result<Vec<Figure>, String>>()?;
    figures.extend(library(project)?);

    let rows: Vec<[String; 5]> = figures.iter().map(row).collect();
    println!("\n{}", table::lay_out(HEAD, &rows));
    let over: Vec<&str> = figures
        .iter()
        .filter(|figure| is_over(figure))
        .map(|figure| figure.what.as_str())
        .collect();
    if over.is_empty() { Ok(()) } else { Err(format!("over the limit: {}", over.join(", "))) }
}

fn parse(line: &str) -> Result<Figure, String> {
    let strange = || format!("bench printed what is no figure: {line}");
    let said: Value = serde_json::from_str(line).map_err(|_| strange())?;
    let text = |key: &str| said.get(key).and_then(Value::as_str).map(str::to_owned);
    let number = |key: &str| said.get(key).and_then(Value::as_f64);
    Ok(Figure {
        what: text("what").ok_or_else(strange)?,
        value: number("value").ok_or_else(strange)?,
        unit: text("unit").ok_or_else(strange)?,
        beside: text("beside").zip(number("beside_value")),
        most: number("most"),
    })
}

fn row(figure: &Figure) -> [String; 5] {
    let unit = &figure.unit;
    let beside = figure.beside.as_ref();
    let times = |(_, other): &(String, f64)| format!("{:.2}", figure.value / other);
    [
        figure.what.clone(),
        amount(figure.value, unit),
        beside
            .map(|(name, other)| format!("{} ({name})", amount(*other, unit)))
            .unwrap_or_default(),
        beside.map(times).unwrap_or_default(),
        figure.most.map(|most| amount(most, unit)).unwrap_or_default() + verdict(figure),
    ]
}

fn verdict(figure: &Figure) -> &'static str {
    if is_over(figure) { " OVER" } else { "" }
}

fn is_over(figure: &Figure) -> bool {
    figure.most.is_some_and(|most| figure.value > most)
}

fn amount(value: f64, unit: &str) -> String {
    if value >= 100.0 { format!("{value:.0} {unit}") } else { format!("{value:.2} {unit}") }
}

/// The library that a host gets, and what it is made of.
fn library(project: &Project) -> Result<Vec<Figure>, String> {
    let build = ["rustc", "--locked", "--release", "-p", "landvast-ffi", "--lib"];
    shell::show(project.cargo(&build).args(["--crate-type", "cdylib"]))?;
    let library = project.target.join("release").join(library_file("landvast_ffi"));
    let shipped = stripped_size(project, &library)?;
    let mut figures = vec![kilobytes("library for the JVM, stripped".to_owned(), shipped, None)];
    let parts = symbols::parts(&library)?;
    for part in parts.iter().take(PARTS) {
        figures.push(kilobytes(format!("  {}", part.name), part.bytes, Some(shipped)));
    }
    Ok(figures)
}

fn stripped_size(project: &Project, library: &Path) -> Result<u64, String> {
    let copy = project.target.join("bench-stripped");
    shell::read(Command::new("strip").arg("-o").arg(&copy).arg(library))?;
    Ok(fs::metadata(&copy).map_err(|error| error.to_string())?.len())
}

fn kilobytes(what: String, bytes: u64, whole: Option<u64>) -> Figure {
    let beside = whole.map(|whole| ("the whole".to_owned(), in_kilobytes(whole)));
    Figure { what, value: in_kilobytes(bytes), unit: "kB".to_owned(), beside, most: None }
}

/// A library has fewer bytes than a float has room for.
#[allow(clippy::cast_precision_loss, reason = "sizes far below 2^52")]
fn in_kilobytes(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"what": "saving", "value": 3.0, "unit": "ms",
        "beside": "fsync", "beside_value": 1.5, "most": 2.9}"#;

    #[test]
    fn a_figure_stands_beside_what_it_is_compared_to() {
        let figure = parse(LINE).unwrap();
        let row = row(&figure);
        assert_eq!(row, ["saving", "3.00 ms", "1.50 ms (fsync)", "2.00", "2.90 ms OVER"]);
    }

    #[test]
    fn a_figure_without_a_limit_is_never_over_it() {
        let figure = parse(r#"{"what": "size", "value": 61, "unit": "kB"}"#).unwrap();
        assert!(!is_over(&figure));
        assert_eq!(row(&figure), ["size", "61.00 kB", "", "", ""]);
    }

    #[test]
    fn what_is_no_figure_is_not_passed_over() {
        assert!(parse("warming up").is_err());
        assert!(parse(r#"{"what": "size"}"#).is_err());
    }
}
