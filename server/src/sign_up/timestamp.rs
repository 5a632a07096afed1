use serde::{Deserialize, Serialize};
use std::ops::{Add, Sub};
use std::time::Duration;
use time::OffsetDateTime;
use time::format_description::well_known::Iso8601;
use time::format_description::well_known::iso8601::{Config, EncodedConfig, TimePrecision};

/// `2026-11-23T17:30:06.123Z` (RFC 3339).
const ISO_8601: EncodedConfig =
    Config::DEFAULT.set_time_precision(TimePrecision::Second { decimal_digits: std::num::NonZeroU8::new(3) }).encode();

/// A moment: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The moment this many milliseconds after the epoch.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since the epoch.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Formats the moment as `2026-11-23T17:30:06.123Z`. A moment out of the range of [`OffsetDateTime`] becomes the epoch.
    #[must_use]
    pub fn iso_8601(self) -> String {
        let moment = OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000).unwrap_or(OffsetDateTime::UNIX_EPOCH);
        moment.format(&Iso8601::<ISO_8601>).unwrap_or_default()
    }

    /// Whole seconds from `self` to `later`, rounded up; 0 if `later` is not later.
    #[must_use]
    pub fn seconds_until(self, later: Self) -> u32 {
        let millis = later.0.saturating_sub(self.0).max(0);
        u32::try_from(millis.saturating_add(999) / 1000).unwrap_or(u32::MAX)
    }
}

impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(millis(duration)))
    }
}

impl Sub<Duration> for Timestamp {
    type Output = Self;

    fn sub(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(millis(duration)))
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
