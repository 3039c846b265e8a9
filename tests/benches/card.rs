//! Making the card of the example.

use landvast::{CardOptions, Format};
use landvast_tests::{Owner, example};

use crate::{Figure, median, time};

/// A thousand bytes.
const KILO: f64 = 1000.0;

/// The card as PDF and as picture, once the fonts are read.
pub(crate) fn making() -> Vec<Figure> {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("noor.nl"));
    let mut make =
        |format| time(|| keeper.card(&CardOptions { format, ..CardOptions::default() }).unwrap());
    let size = make(Format::Pdf).1.bytes.len();
    // Not in turns: a picture of 35 MB pushes the fonts out of the processor's memory.
    let mut median_of = |rounds: u32, format| median((0..rounds).map(|_| make(format).0).collect());
    let (pdf, png) = (median_of(60, Format::Pdf), median_of(9, Format::Png));
    vec![
        Figure {
            what: "the example's card as PDF, warm",
            value: pdf,
            unit: "ms",
            beside: None,
            most: Some(15.0),
        },
        Figure {
            what: "its size",
            value: f64::from(u32::try_from(size).unwrap()) / KILO,
            unit: "kB",
            beside: None,
            most: Some(60.0),
        },
        Figure {
            what: "the same card as a picture, 300 dots an inch",
            value: png,
            unit: "ms",
            beside: Some(("as PDF", pdf)),
            most: None,
        },
    ]
}
