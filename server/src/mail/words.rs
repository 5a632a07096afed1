//! Times as a mail states them.

use crate::sign_up::Timestamp;
use std::time::Duration;
use time::OffsetDateTime;

/// Whole minutes, rounded down so that nothing is promised that is not kept; seconds below one.
pub(super) fn lifetime(lifetime: Duration) -> String {
    let (number, unit) = match lifetime.as_secs() {
        seconds @ 0..60 => (seconds, "second"),
        seconds => (seconds / 60, "minute"),
    };
    format!("{number} {unit}{}", if number == 1 { "" } else { "s" })
}

/// `14:02 UTC on 23 November 2025`: nobody knows the reader's zone. Moments that no calendar has become 1970.
pub(super) fn moment(moment: Timestamp) -> String {
    let moment = OffsetDateTime::from_unix_timestamp(moment.millis().div_euclid(1000)).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    format!("{:02}:{:02} UTC on {} {} {}", moment.hour(), moment.minute(), moment.day(), moment.month(), moment.year())
}

#[cfg(test)]
mod tests {
    use super::{lifetime, moment};
    use crate::sign_up::Timestamp;
    use std::time::Duration;

    #[test]
    fn the_lifetime_is_never_promised_longer_than_it_is() {
        for (seconds, words) in
            [(1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (119, "1 minute"), (600, "10 minutes"), (86400, "1440 minutes")]
        {
            assert_eq!(lifetime(Duration::from_secs(seconds)), words);
        }
    }

    #[test]
    fn a_moment_has_its_zone() {
        for (millis, words) in [
            (1_763_906_520_000, "14:02 UTC on 23 November 2025"),
            (1_763_906_579_999, "14:02 UTC on 23 November 2025"),
            (1_772_323_199_000, "23:59 UTC on 28 February 2026"),
            (1_772_323_200_000, "00:00 UTC on 1 March 2026"),
            (0, "00:00 UTC on 1 January 1970"),
            (i64::MAX, "00:00 UTC on 1 January 1970"),
        ] {
            assert_eq!(moment(Timestamp::from_millis(millis)), words);
        }
    }
}
