//! Hours of the week in words: "ma–vr 9–17 uur".

use landvast_model::Hours;
use landvast_model::hours::Span;

use crate::message::{MessageId, id};
use crate::words::Words;

const DAYS: [MessageId; 7] = [
    id::WEEKDAY_1,
    id::WEEKDAY_2,
    id::WEEKDAY_3,
    id::WEEKDAY_4,
    id::WEEKDAY_5,
    id::WEEKDAY_6,
    id::WEEKDAY_7,
];

impl Words {
    /// When somebody can be reached, short enough for a card.
    #[must_use]
    pub fn hours(&self, hours: &Hours) -> String {
        if hours.always() {
            return self.say(id::HOURS_ALWAYS);
        }
        let spans: Vec<String> = hours.spans.iter().map(|span| self.span(*span)).collect();
        spans.join(", ")
    }

    fn span(&self, span: Span) -> String {
        let runs = span.runs();
        let every_day = runs.as_slice() == [(0, 6)];
        let days = if every_day {
            self.say(id::HOURS_EVERY_DAY)
        } else {
            runs.iter().map(|run| self.run(*run)).collect::<Vec<_>>().join("/")
        };
        // The whole day: the hours would only be noise.
        if span.from == 0 && span.until == 1440 {
            return if every_day { self.say(id::HOURS_ALWAYS) } else { days };
        }
        let from = self.clock(u32::from(span.from));
        let until = self.clock(u32::from(span.until));
        let arguments = [("days", days.into()), ("from", from.into()), ("until", until.into())];
        self.say_with(id::HOURS_SPAN, &arguments)
    }

    /// Neighbouring days: "ma", "za/zo", "ma–vr".
    fn run(&self, (first, last): (usize, usize)) -> String {
        let name = |day: usize| DAYS.get(day).map(|day| self.say(*day)).unwrap_or_default();
        match last - first {
            0 => name(first),
            1 => format!("{}/{}", name(first), name(last)),
            _ => format!("{}–{}", name(first), name(last)),
        }
    }
}

#[cfg(test)]
mod tests {
    use landvast_model::Language;

    use super::*;

    #[test]
    fn hours_are_said_as_people_say_them() {
        let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
        for (typed, dutch, english) in [
            ("mo-fr 9-17", "ma–vr 9–17 uur", "Mon–Fri 9–17"),
            ("always", "dag en nacht", "day and night"),
            ("0-24", "dag en nacht", "day and night"),
            ("mo-su 8.30-22", "elke dag 8.30–22 uur", "every day 8:30–22"),
            ("fr 22-6; sa-su 0-24", "vr 22–6 uur, za/zo", "Fri 22–6, Sat/Sun"),
            ("mo,we-fr 10-12", "ma/wo–vr 10–12 uur", "Mon/Wed–Fri 10–12"),
        ] {
            let hours: Hours = typed.parse().unwrap();
            assert_eq!(nl.hours(&hours), dutch, "{typed}");
            assert_eq!(en.hours(&hours), english, "{typed}");
        }
    }
}
