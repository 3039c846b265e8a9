//! One thing is said otherwise than two, in every language, and days at the ends of months.

use chrono::NaiveDate;
use landvast_model::rules::{review_by, trusted_until};
use landvast_model::{Field, Kind, Language, TABLE, Value, What};
use landvast_text::{Arg, MessageId, Words, id};

/// More than one: every language we speak says them alike.
const OTHERS: [u32; 5] = [2, 3, 11, 21, 1000];

/// A message with this number in `argument` and something in its other arguments. Each number in
/// it is made a `#`, so that only the words are left.
fn said(words: &Words, message: MessageId, argument: &str, number: u32) -> String {
    let fill = |name: &&'static str| {
        let filling = if *name == argument { Arg::from(number) } else { Arg::from("x") };
        (*name, filling)
    };
    let arguments: Vec<(&str, Arg<'_>)> = message.arguments().iter().map(fill).collect();
    let mut bare = String::new();
    for letter in words.say_with(message, &arguments).chars() {
        match letter {
            '0'..='9' if bare.ends_with('#') => {}
            '0'..='9' => bare.push('#'),
            _ => bare.push(letter),
        }
    }
    bare
}

#[test]
fn one_is_one_and_more_are_many_and_none_is_either() {
    for words in Language::ALL.map(Words::new) {
        let mut counted = 0;
        for message in id::ALL {
            for argument in message.arguments() {
                let many = said(&words, *message, argument, 2);
                for number in OTHERS {
                    let also = said(&words, *message, argument, number);
                    assert_eq!(also, many, "{} with {number}", message.name());
                }
                // None is said as many are, or without a number: "nothing new is stored".
                let none = said(&words, *message, argument, 0);
                assert!(none == many || !none.contains('#'), "{}: {none}", message.name());
                let one = said(&words, *message, argument, 1);
                assert!(!many.contains('#') || one.contains('#'), "{}: {one}", message.name());
                counted += usize::from(one != many);
            }
        }
        assert!(counted >= 17, "{counted} messages tell one from many");
    }
}

#[test]
fn a_number_of_things_is_said_as_people_say_it() {
    let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
    let field = TABLE.field("c.do").expect("a field");
    let over = |words: &Words, over| {
        let said = words.finding(&What::TooManyForCard { over }, Some(field), "");
        said.split('.').next().unwrap_or_default().to_owned()
    };
    assert_eq!(over(&nl, 1), "‘Dit helpt’ heeft 1 regel meer dan op de kaart past");
    assert_eq!(over(&nl, 2), "‘Dit helpt’ heeft 2 regels meer dan op de kaart passen");
    assert_eq!(over(&en, 1), "“This helps” has 1 line more than fits on the card");
    assert_eq!(over(&en, 2), "“This helps” has 2 lines more than fit on the card");
    let agreed = |words: &Words, count: u32| {
        words.say_with(id::CARD_AGREED_WITH_MANY, &[("count", count.into())])
    };
    assert_eq!(agreed(&nl, 1), "Afgesproken met 1 persoon");
    assert_eq!(agreed(&nl, 3), "Afgesproken met 3 mensen");
    assert_eq!(agreed(&en, 1), "Agreed with 1 person");
}

#[test]
fn a_check_in_after_one_silent_day_is_said_in_the_singular() {
    let tasks = TABLE.field("d.tasks").expect("a field");
    let days = column(tasks, "days");
    assert!(matches!(days.kind, Kind::Degree { .. }));
    let said =
        |language, count| Words::new(language).cell(tasks, days, &Value::Degree(count), &|_| None);
    assert_eq!(said(Language::Nl, 1), "na 1 stille dag");
    assert_eq!(said(Language::Nl, 3), "na 3 stille dagen");
    assert_eq!(said(Language::En, 1), "after 1 silent day");
    assert_eq!(said(Language::En, 21), "after 21 silent days");
    let alone = Words::new(Language::Nl).cell_alone(tasks, days, &Value::Degree(3), &|_| None);
    assert_eq!(alone, "3", "a table's head names the column already");
}

fn column<'a>(field: &'a Field, id: &str) -> &'a landvast_model::Column {
    field.kind.columns().iter().find(|column| column.id == id).expect("a column")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn the_ends_of_months_are_days_like_others() {
    let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
    for (typed, long, short, english) in [
        ("2026-01-31", "31 januari 2026", "31 jan 2026", "31 January 2026"),
        ("2027-02-28", "28 februari 2027", "28 feb 2027", "28 February 2027"),
        ("2028-02-29", "29 februari 2028", "29 feb 2028", "29 February 2028"),
        ("2026-03-31", "31 maart 2026", "31 mrt 2026", "31 March 2026"),
        ("2026-04-30", "30 april 2026", "30 apr 2026", "30 April 2026"),
        ("2026-12-31", "31 december 2026", "31 dec 2026", "31 December 2026"),
        ("2027-01-01", "1 januari 2027", "1 jan 2027", "1 January 2027"),
    ] {
        assert_eq!(nl.date_long(day(typed)), long);
        assert_eq!(nl.date_short(day(typed)), short);
        assert_eq!(en.date_long(day(typed)), english);
    }
}

#[test]
fn a_card_made_at_the_end_of_a_month_names_a_day_that_exists() {
    let words = Words::new(Language::Nl);
    assert_eq!(words.date_long(review_by(day("2028-02-29"))), "28 februari 2029");
    assert_eq!(words.date_long(trusted_until(day("2026-08-31"))), "29 februari 2028");
    assert_eq!(words.date_long(trusted_until(day("2027-08-31"))), "28 februari 2029");
}
