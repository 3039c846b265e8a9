//! Making the card of the example.

use landvast::{CardOptions, Format};
use landvast_tests::{Owner, example};

use crate::{Figure, in_turns, time};

/// A thousand bytes.
const KILO: f64 = 1000.0;

/// The card as PDF and as picture, once the fonts are read.
pub(crate) fn making() -> Vec<Figure> {
    let owner = Owner::new();
    let mut keeper = owner.begins_from(&example::text("noor.nl"));
    let mut make =
        |format| time(|| keeper.card(&CardOptions { format, ..CardOptions::default() }).unwrap());
    let size = make(Format::Pdf).1.bytes.len();
    let make = std::cell::RefCell::new(make);
    let (pdf, png) =
        in_turns(30, || make.borrow_mut()(Format::Pdf).0, || make.borrow_mut()(Format::Png).0);
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
