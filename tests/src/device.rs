//! Devices whose clock stands where a test puts it.

use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use landvast::{Device, PlanError};

use crate::Chance;

/// A device on the second of November 2026, at ten.
#[must_use]
pub fn device() -> Device {
    Device { now, today, random }
}

/// The same device with its clock set back by two years.
#[must_use]
pub fn device_set_back() -> Device {
    let now = || now() - TimeDelta::days(730);
    Device { now, today: || today() - TimeDelta::days(730), random }
}

/// A device that has no randomness.
#[must_use]
pub fn device_without_randomness() -> Device {
    Device { now, today, random: |_| Err(PlanError::Internal) }
}

fn now() -> DateTime<Utc> {
    "2026-11-02T10:00:00Z".parse().unwrap()
}

fn today() -> NaiveDate {
    "2026-11-02".parse().unwrap()
}

/// Not random at all, but never twice the same in one process.
#[expect(clippy::unnecessary_wraps, reason = "a device may have none")]
fn random(bytes: &mut [u8]) -> Result<(), PlanError> {
    static DRAWN: AtomicU64 = AtomicU64::new(0);
    for eight in bytes.chunks_mut(8) {
        let drawn = Chance::from_seed(DRAWN.fetch_add(1, Ordering::Relaxed)).draw().to_be_bytes();
        for (byte, drawn) in eight.iter_mut().zip(drawn) {
            *byte = drawn;
        }
    }
    Ok(())
}
