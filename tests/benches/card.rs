//! Making the papers of the example.

use landvast::{CardOptions, Format, PaperOptions};
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
    let size = make(Format::Pdf).1.files.concat().len();
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

/// The whole plan, and the same with ten times the text.
pub(crate) fn whole_plan() -> Vec<Figure> {
    let made = |text: &str, rounds: u32| {
        let owner = Owner::new();
        let mut keeper = owner.begins_from(text);
        let mut make = || time(|| keeper.plan(None, &[], &PaperOptions::default()).unwrap()).0;
        make();
        median((0..rounds).map(|_| make()).collect())
    };
    let text = example::text("noor.nl");
    let (once, ten_times) = (made(&text, 20), made(&ten_times(&text), 5));
    vec![
        Figure {
            what: "the example's whole plan as PDF, warm",
            value: once,
            unit: "ms",
            beside: None,
            most: Some(150.0),
        },
        Figure {
            what: "the same with ten times the text",
            value: ten_times,
            unit: "ms",
            beside: Some(("with the text once", once)),
            most: None,
        },
    ]
}

/// Every answer of plain text of the plan, ten times in a row.
fn ten_times(text: &str) -> String {
    let mut file: serde_json::Value = serde_json::from_str(text).unwrap();
    let longer = |words: &str| [words; 10].join(" ");
    let answers = file.get_mut("answers").unwrap().as_object_mut().unwrap();
    for answer in answers.values_mut() {
        let value = match answer {
            serde_json::Value::Object(whole) => whole.get_mut("value").unwrap(),
            value => value,
        };
        match value {
            // What is no text of its own (a day, a choice) is short and has no space in it.
            serde_json::Value::String(words) if words.contains(' ') => *words = longer(words),
            serde_json::Value::Array(lines) => {
                for line in lines {
                    match line {
                        serde_json::Value::String(words) if words.contains(' ') => {
                            *words = longer(words);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    file.to_string()
}
