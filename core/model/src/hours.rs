//! Hours of the week: when somebody can be reached.
//!
//! Written by hand as people write them, `mo-fr 09:00-17:00; sa 10-12`, in English or Dutch day
//! names (`ma-vr`, `za`), or `always`. An end at or before its start means past midnight:
//! `fr 22:00-06:00` runs into Saturday morning.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Hours of the week, as spans in the order they were written. No spans is "always".
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Hours {
    /// The spans; empty means day and night, every day.
    pub spans: Vec<Span>,
}

/// The same hours on some days of the week.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Span {
    /// Which days it starts on, Monday first.
    pub days: [bool; 7],
    /// The minute of the day it starts, 0 to 1439.
    pub from: u16,
    /// The minute of the day it ends, 1 to 1440; at or before `from` it ends the next day.
    pub until: u16,
}

/// A text that cannot be read as hours.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotHours;

impl fmt::Display for NotHours {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not hours such as `mo-fr 09:00-17:00`")
    }
}

impl std::error::Error for NotHours {}

const DAYS: [(&str, &str); 7] = [
    ("mo", "ma"),
    ("tu", "di"),
    ("we", "wo"),
    ("th", "do"),
    ("fr", "vr"),
    ("sa", "za"),
    ("su", "zo"),
];
const ALWAYS: [&str; 4] = ["always", "altijd", "24/7", "dag en nacht"];

impl Hours {
    /// Whether these are all hours of every day.
    #[must_use]
    pub fn always(&self) -> bool {
        self.spans.is_empty()
    }

    /// Whether these hours hold the middle of every night, from 23 to 7 o'clock.
    #[must_use]
    pub fn every_night(&self) -> bool {
        self.always() || (0..7).all(|day| self.hold_night_after(day))
    }

    /// Whether they hold the night that begins on this day.
    fn hold_night_after(&self, day: usize) -> bool {
        let mut minute = NIGHT.0;
        // Spans may follow each other: until midnight, and from midnight on.
        while minute < NIGHT.1 {
            let held = self.spans.iter().filter_map(|span| span.held_until(day, minute)).max();
            match held {
                Some(until) => minute = until,
                None => return false,
            }
        }
        true
    }
}

/// The middle of the night, in minutes after the midnight with which its evening's day began.
const NIGHT: (u16, u16) = (23 * 60, (24 + 7) * 60);
/// The minutes of a day.
const DAY: u16 = 24 * 60;

impl FromStr for Hours {
    type Err = NotHours;

    fn from_str(text: &str) -> Result<Self, NotHours> {
        let text = text.trim().to_lowercase();
        if ALWAYS.contains(&text.as_str()) {
            return Ok(Self::default());
        }
        let spans = text.split(';').map(read_span).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { spans })
    }
}

fn read_span(text: &str) -> Result<Span, NotHours> {
    let text = text.trim();
    let (days, hours) = match text.rsplit_once(' ') {
        Some((days, hours)) => (read_days(days)?, hours),
        None => ([true; 7], text),
    };
    let (from, until) = hours.split_once(['-', '–']).ok_or(NotHours)?;
    let from = read_minute(from)?;
    let until = read_minute(until)?;
    if from == 1440 || until == 0 {
        return Err(NotHours);
    }
    Ok(Span { days, from, until })
}

fn read_days(text: &str) -> Result<[bool; 7], NotHours> {
    let mut days = [false; 7];
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (first, last) = (read_day(first)?, read_day(last)?);
        // `fr-mo` runs over the weekend.
        let length = (last + 7 - first) % 7;
        for day in 0..=length {
            if let Some(slot) = days.get_mut((first + day) % 7) {
                *slot = true;
            }
        }
    }
    if days.contains(&true) { Ok(days) } else { Err(NotHours) }
}

fn read_day(text: &str) -> Result<usize, NotHours> {
    let text = text.trim();
    DAYS.iter().position(|(en, nl)| text == *en || text == *nl).ok_or(NotHours)
}

fn read_minute(text: &str) -> Result<u16, NotHours> {
    let text = text.trim();
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "0"));
    let digits = |t: &str| !t.is_empty() && t.len() <= 2 && t.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return Err(NotHours);
    }
    let hour: u16 = hour.parse().map_err(|_| NotHours)?;
    let minute: u16 = minute.parse().map_err(|_| NotHours)?;
    if hour > 24 || minute > 59 || (hour == 24 && minute > 0) {
        return Err(NotHours);
    }
    Ok(hour * 60 + minute)
}

impl fmt::Display for Hours {
    /// The form that [`FromStr`] reads back: `mo-fr 09:00-17:00; sa 10:00-12:00`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.always() {
            return out.write_str("always");
        }
        for (index, span) in self.spans.iter().enumerate() {
            if index > 0 {
                out.write_str("; ")?;
            }
            write!(out, "{span}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Span {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (first, last)) in self.runs().into_iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            let name = |day: usize| DAYS.get(day).map_or("", |(en, _)| en);
            write!(out, "{comma}{}", name(first))?;
            if first != last {
                write!(out, "-{}", name(last))?;
            }
        }
        let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        write!(out, " {}-{}", time(self.from), time(self.until))
    }
}

impl Span {
    /// Whether it ends on the day after it starts: its end is at or before its start.
    #[must_use]
    pub const fn is_past_midnight(&self) -> bool {
        self.until <= self.from
    }

    /// Until when it lasts without a break, if it holds this minute after the beginning of this
    /// day; a minute of the day after counts on.
    fn held_until(&self, day: usize, minute: u16) -> Option<u16> {
        let until = if self.is_past_midnight() { self.until + DAY } else { self.until };
        let starts = |day: usize| self.days.get(day % 7).copied().unwrap_or_default();
        let today = (self.from, until, starts(day));
        let tomorrow = (self.from + DAY, until + DAY, starts(day + 1));
        let held = [today, tomorrow]
            .into_iter()
            .find(|(from, until, starts)| *starts && *from <= minute && minute < *until);
        held.map(|(_, until, _)| until)
    }

    /// The days as runs of neighbours, Monday 0 first: Monday to Friday is `(0, 4)`.
    #[must_use]
    pub fn runs(&self) -> Vec<(usize, usize)> {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for (day, _) in self.days.iter().enumerate().filter(|(_, on)| **on) {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == day => *last = day,
                _ => runs.push((day, day)),
            }
        }
        runs
    }
}

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hours {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(input)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (typed, kept) in [
            ("mo-fr 9-17", "mo-fr 09:00-17:00"),
            ("ma-vr 09:00–17:30", "mo-fr 09:00-17:30"),
            ("ma,wo,vr 10-12; za 9.30-11", "mo,we,fr 10:00-12:00; sa 09:30-11:00"),
            ("18:00-24:00", "mo-su 18:00-24:00"),
            ("altijd", "always"),
            ("vr-ma 22-6", "mo,fr-su 22:00-06:00"),
        ] {
            let hours: Hours = typed.parse().unwrap();
            assert_eq!(hours.to_string(), kept, "{typed}");
            assert_eq!(hours.to_string().parse::<Hours>().unwrap(), hours, "{typed}");
        }
    }

    #[test]
    fn a_night_is_held_only_if_somebody_answers_all_of_it_and_every_night() {
        for (typed, every_night) in [
            ("altijd", true),
            ("0-24", true),
            ("22-8", true),
            ("23-7", true),
            ("18-24; 0-8", true),
            ("ma-vr 17-9; za,zo 9-9", true),
            ("ma-vr 9-17", false),
            ("8-23", false),
            ("22-6", false),
            ("ma-za 22-8", false),
            ("18-24; 1-8", false),
        ] {
            let hours: Hours = typed.parse().unwrap();
            assert_eq!(hours.every_night(), every_night, "{typed}");
        }
    }

    #[test]
    fn what_are_no_hours_is_refused() {
        for typed in ["", "soon", "mo 25-26", "mo 9", "xx 9-17", "mo 9:60-10", "9-17 mo", "24-0"] {
            assert_eq!(typed.parse::<Hours>(), Err(NotHours), "{typed}");
        }
    }
}
