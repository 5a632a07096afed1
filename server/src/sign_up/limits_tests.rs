use super::{Cap, Caps, LimitError, Limits, format_duration, parse_duration};
use proptest::prelude::*;
use std::time::Duration;

const DAY: u64 = 24 * 60 * 60;

#[test]
fn durations_are_parsed_or_refused() {
    for (text, seconds) in [("0", 0), ("0s", 0), ("60s", 60), (" 10m ", 600), ("24h", DAY), ("30d", 30 * DAY), ("366d", 366 * DAY)] {
        assert_eq!(parse_duration(text), Ok(Duration::from_secs(seconds)), "{text:?}");
    }
    let huge = format!("{}d", u64::MAX);
    for text in ["", "10", "m", "-1m", "+1m", "1.5h", "1 m", "1h30m", "10M", "367d", "5ü", &huge] {
        assert_eq!(parse_duration(text), Err(LimitError::Duration), "{text:?}");
    }
}

#[test]
fn caps_are_parsed_or_refused() {
    let cap = |count, seconds| Cap { count, window: Duration::from_secs(seconds) };
    for (text, caps) in [
        ("0", vec![]),
        ("5/1h", vec![cap(5, 3600)]),
        (" 5/1h , 10/24h ", vec![cap(5, 3600), cap(10, DAY)]),
        ("4294967295/1s", vec![cap(u32::MAX, 1)]),
    ] {
        assert_eq!(text.parse(), Ok(Caps(caps)), "{text:?}");
    }
    for text in ["", "5", "0/1h", "5/0", "5/0s", "5/1h,", ",5/1h", "-5/1h", "+5/1h", "4294967296/1h", "5/1h/2", "1h/5", "5/1h;10/24h"] {
        assert_eq!(text.parse::<Caps>(), Err(LimitError::Cap), "{text:?}");
    }
}

#[test]
fn the_defaults_are_those_of_the_documents() {
    let limits = Limits::default();
    assert_eq!(limits.failures_per_address.to_string(), "50/24h");
    assert_eq!(limits.mails_per_address.to_string(), "5/1h,10/24h");
    assert_eq!(limits.mails_per_client.to_string(), "30/1h");
    assert_eq!(limits.mails_total.to_string(), "1000/1h");
    assert_eq!((format_duration(limits.code_lifetime), format_duration(limits.resend_after)), ("10m".to_owned(), "1m".to_owned()));
    assert_eq!((limits.tries, Limits::LIVE_CODES), (5, 3));
    assert_eq!(limits.longest_window(), Duration::from_secs(DAY));
}

proptest! {
    #[test]
    fn durations_are_read_as_written(seconds in 0..=366 * DAY) {
        let duration = Duration::from_secs(seconds);
        prop_assert_eq!(parse_duration(&format_duration(duration)), Ok(duration));
    }

    #[test]
    fn caps_are_read_as_written(caps in proptest::collection::vec((1..=u32::MAX, 1..=366 * DAY), 0..4)) {
        let caps = Caps(caps.into_iter().map(|(count, seconds)| Cap { count, window: Duration::from_secs(seconds) }).collect());
        prop_assert_eq!(caps.to_string().parse(), Ok(caps));
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = (parse_duration(&text), text.parse::<Caps>());
    }
}
