//! Days and times as people write them, and lists as they say them.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::message::{MessageId, id};
use crate::words::Words;

const MONTHS: [MessageId; 12] = [
    id::MONTH_1,
    id::MONTH_2,
    id::MONTH_3,
    id::MONTH_4,
    id::MONTH_5,
    id::MONTH_6,
    id::MONTH_7,
    id::MONTH_8,
    id::MONTH_9,
    id::MONTH_10,
    id::MONTH_11,
    id::MONTH_12,
];

const MONTHS_SHORT: [MessageId; 12] = [
    id::MONTH_SHORT_1,
    id::MONTH_SHORT_2,
    id::MONTH_SHORT_3,
    id::MONTH_SHORT_4,
    id::MONTH_SHORT_5,
    id::MONTH_SHORT_6,
    id::MONTH_SHORT_7,
    id::MONTH_SHORT_8,
    id::MONTH_SHORT_9,
    id::MONTH_SHORT_10,
    id::MONTH_SHORT_11,
    id::MONTH_SHORT_12,
];

impl Words {
    /// A day in full: "3 maart 2026".
    #[must_use]
    pub fn date_long(&self, day: NaiveDate) -> String {
        let month = self.month(day);
        let arguments =
            [("day", day.day().into()), ("month", month.into()), ("year", day.year().into())];
        self.say_with(id::DATE_LONG, &arguments)
    }

    /// A day where there is little room: "3 mrt 2026".
    #[must_use]
    pub fn date_short(&self, day: NaiveDate) -> String {
        let month = usize::try_from(day.month0()).ok().and_then(|index| MONTHS_SHORT.get(index));
        let month = month.map(|month| self.say(*month)).unwrap_or_default();
        let arguments =
            [("day", day.day().into()), ("month", month.into()), ("year", day.year().into())];
        self.say_with(id::DATE_LONG, &arguments)
    }

    /// A month: "maart 2026".
    #[must_use]
    pub fn month_year(&self, day: NaiveDate) -> String {
        let month = self.month(day);
        self.say_with(id::MONTH_YEAR, &[("month", month.into()), ("year", day.year().into())])
    }

    /// A time of the day as it stands in a sentence: "9.30 uur", "9:30".
    #[must_use]
    pub fn time(&self, time: NaiveTime) -> String {
        if time.minute() == 0 {
            return self.say_with(id::TIME_WHOLE_HOUR, &[("hour", time.hour().into())]);
        }
        let clock = self.clock(time.hour() * 60 + time.minute());
        self.say_with(id::TIME, &[("clock", clock.into())])
    }

    /// A minute of the day on the clock, whole hours without minutes: "9", "17.30".
    pub(crate) fn clock(&self, minute: u32) -> String {
        let (hour, minute) = (minute / 60, minute % 60);
        if minute == 0 {
            return hour.to_string();
        }
        let minute = format!("{minute:02}");
        self.say_with(id::CLOCK, &[("hour", hour.into()), ("minute", minute.into())])
    }

    /// Things in a row: "a", "a en b", "a, b en c".
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, things: &[S]) -> String {
        let Some((last, others)) = things.split_last() else { return String::new() };
        if others.is_empty() {
            return last.as_ref().to_owned();
        }
        let others = others.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
        let last = last.as_ref();
        self.say_with(id::LIST_AND, &[("others", others.into()), ("last", last.into())])
    }

    fn month(&self, day: NaiveDate) -> String {
        let index = usize::try_from(day.month0()).unwrap_or(0);
        MONTHS.get(index).map(|month| self.say(*month)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use landvast_model::Language;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_written_as_people_write_it() {
        let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
        assert_eq!(nl.date_long(day("2026-03-03")), "3 maart 2026");
        assert_eq!(en.date_long(day("2026-03-03")), "3 March 2026");
        assert_eq!(nl.month_year(day("2027-12-31")), "december 2027");
        assert_eq!(en.month_year(day("2027-12-31")), "December 2027");
    }

    #[test]
    fn a_time_is_written_as_people_write_it() {
        let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
        let half_past = NaiveTime::from_hms_opt(9, 30, 0).unwrap();
        assert_eq!(nl.time(half_past), "9.30 uur");
        assert_eq!(en.time(half_past), "9:30");
        let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap();
        assert_eq!(nl.time(nine), "9 uur");
        assert_eq!(en.time(nine), "9:00");
    }

    #[test]
    fn things_in_a_row_are_joined_as_they_are_said() {
        let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
        assert_eq!(nl.list::<&str>(&[]), "");
        assert_eq!(nl.list(&["Ana"]), "Ana");
        assert_eq!(nl.list(&["Ana", "Els"]), "Ana en Els");
        assert_eq!(en.list(&["Ana", "Els", "Marit"]), "Ana, Els and Marit");
    }
}
