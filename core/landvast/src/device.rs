//! What the device gives: the time, the day, and randomness.
//!
//! The only place in the product that asks a clock or draws a random number. Tests hand in their
//! own, so that a clock that was set back or a fixed day is one line.

use chrono::{DateTime, NaiveDate, Utc};

use crate::PlanError;

/// The time, the day and the randomness of a device.
#[derive(Clone, Copy, Debug)]
pub struct Device {
    /// The time now.
    pub now: fn() -> DateTime<Utc>,
    /// Today, where the owner is.
    pub today: fn() -> NaiveDate,
    /// Fills with bytes that nobody can guess, or says that it cannot.
    pub random: fn(&mut [u8]) -> Result<(), PlanError>,
}

impl Device {
    /// This device's own clock and randomness.
    #[must_use]
    pub fn this() -> Self {
        Self { now, today, random }
    }

    /// A fresh random number, for the id of a person or a row.
    pub(crate) fn make_id(&self) -> Result<u64, PlanError> {
        let mut bytes = [0; 8];
        (self.random)(&mut bytes)?;
        Ok(u64::from_be_bytes(bytes))
    }
}

fn now() -> DateTime<Utc> {
    Utc::now()
}

fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that draws randomness")]
fn random(bytes: &mut [u8]) -> Result<(), PlanError> {
    getrandom::fill(bytes).map_err(|_| PlanError::Internal)
}
