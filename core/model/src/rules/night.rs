//! Who answers at night. At three o'clock that matters more than anything else about a number.
//!
//! Noor's sister rings her friend Joost by day; at night she rings the line of the team.

use super::fields::GP;
use crate::Hours;
use crate::table::Field;

/// Whether a call that stands in this field is answered in the middle of every night.
///
/// Nobody wrote hours: then it may be tried at any time, but for a doctor's practice, which is
/// known to be closed at night.
#[must_use]
pub fn answers_at_night(field: &Field, hours: Option<&Hours>) -> bool {
    match hours {
        Some(hours) => hours.every_night(),
        None => field.id != GP,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::PHONES;
    use crate::table::TABLE;

    #[test]
    fn who_wrote_no_hours_may_be_rung_at_night_but_for_a_doctors_practice() {
        let [people, practice] = [PHONES, GP].map(|id| TABLE.field(id).unwrap());
        assert!(answers_at_night(people, None));
        assert!(!answers_at_night(practice, None));
        let by_day: Hours = "ma-vr 9-17".parse().unwrap();
        let always = Hours::default();
        assert!(!answers_at_night(people, Some(&by_day)));
        assert!(answers_at_night(practice, Some(&always)));
    }
}
