//! A day as people type it: taken where it can be one day alone, and never guessed.

use landvast_model::edit::{PersonFinder, Problem, read_day, read_value, typed};
use landvast_model::{Agreement, Agrees, Kind, Value};

fn typed_agreement(words: &[&str]) -> Result<Value, Problem> {
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let nobody: PersonFinder<'_> = &|_| Err(Problem::UnknownPerson);
    read_value(Kind::Agreement, &typed(Kind::Agreement, &words), nobody, &mut || 1)
}

#[test]
fn a_day_is_taken_as_people_write_it() {
    for (typed, day) in [
        ("2026-04-03", "2026-04-03"),
        ("2026/04/03", "2026-04-03"),
        ("3-4-2026", "2026-04-03"),
        ("03-04-2026", "2026-04-03"),
        (" 3.4.2026 ", "2026-04-03"),
        ("31/3/2026", "2026-03-31"),
        ("4/4/2026", "2026-04-04"),
    ] {
        assert_eq!(read_day(typed), Ok(day.parse().unwrap()), "{typed}");
    }
}

#[test]
fn a_date_that_is_two_days_to_two_readers_is_asked_again() {
    for typed in ["03/04/2026", "3/4/2026", " 12/01/2026", "3/4-2026"] {
        assert_eq!(read_day(typed), Err(Problem::DayTwoWays), "{typed}");
    }
    // Without a year, or with the month first, it is no day that we read.
    for typed in ["03/04", "3-4", "3-4-26", "04/13/2026", "12/31/2026", "3 April 2026", "a/4/2026"]
    {
        assert_eq!(read_day(typed), Err(Problem::NotADay), "{typed}");
    }
    for typed in ["31/2/2026", "30-2-2026", "2026-13-01", "0/4/2026", "14/14/2026"] {
        assert_eq!(read_day(typed), Err(Problem::NoSuchDay), "{typed}");
    }
}

#[test]
fn the_day_of_an_agreement_is_never_guessed_wherever_it_is_typed() {
    let on = "2026-04-03".parse().unwrap();
    let yes = Value::Agreement(Agreement { on, answer: Agrees::Yes });
    assert_eq!(typed_agreement(&["yes", "3-4-2026"]).as_ref(), Ok(&yes));
    assert_eq!(typed_agreement(&["2026-04-03", "yes"]).as_ref(), Ok(&yes));
    for words in [["yes", "03/04/2026"], ["03/04/2026", "yes"]] {
        assert_eq!(typed_agreement(&words), Err(Problem::DayTwoWays), "{words:?}");
    }
    assert_eq!(typed_agreement(&["yes", "03/04"]), Err(Problem::NotADay));
}
