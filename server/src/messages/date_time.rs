use crate::i18n::{Key, Translations, Value};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The day in UTC of a time in seconds since 1970: `23 November 2025`. A time outside the calendar becomes 1970.
#[must_use]
pub fn day(translations: &Translations, seconds: i64) -> String {
    text(translations, Key::Day, seconds)
}

/// Time and day in UTC: `14:02 UTC on 23 November 2025`.
#[must_use]
pub fn moment(translations: &Translations, seconds: i64) -> String {
    text(translations, Key::Moment, seconds)
}

/// Hours and minutes in UTC of a time in seconds since 1970.
#[must_use]
pub fn time_of_day(seconds: i64) -> String {
    let minutes = seconds.rem_euclid(24 * 60 * 60) / 60;
    format!("{:02}:{:02} UTC", minutes / 60, minutes % 60)
}

/// The time for machines (RFC 3339).
#[must_use]
pub fn rfc_3339(seconds: i64) -> String {
    calendar(seconds).format(&Rfc3339).unwrap_or_default()
}

fn calendar(seconds: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

fn text(translations: &Translations, key: Key, seconds: i64) -> String {
    let moment = calendar(seconds);
    let values = [
        ("time", Value::Text(&time_of_day(moment.unix_timestamp()))),
        ("day", Value::Number(moment.day().into())),
        ("month", Value::Number(u8::from(moment.month()).into())),
        ("year", Value::Text(&moment.year().to_string())),
    ];
    translations.text_with(key, &values)
}

/// A lifetime in words, rounded down so that it is never overstated.
#[must_use]
pub fn lifetime(translations: &Translations, seconds: u32) -> String {
    if seconds < 60 { translations.text(Key::LessThanAMinute) } else { counted(translations, Key::Minutes, seconds / 60) }
}

/// A number of seconds in words: seconds up to 90, then minutes, then hours, rounded up.
#[must_use]
pub fn duration(translations: &Translations, seconds: u32) -> String {
    match seconds {
        0..=90 => counted(translations, Key::Seconds, seconds),
        91..=5400 => counted(translations, Key::Minutes, seconds.div_ceil(60)),
        _ => counted(translations, Key::Hours, seconds.div_ceil(3600)),
    }
}

/// How long ago something happened, in words, to the hour; `hours` is rounded down.
#[must_use]
pub fn ago(translations: &Translations, hours: u32) -> String {
    match hours {
        0 => translations.text(Key::AgoNow),
        1..48 => counted(translations, Key::AgoHours, hours),
        _ => counted(translations, Key::AgoDays, hours / 24),
    }
}

fn counted(translations: &Translations, unit: Key, count: u32) -> String {
    translations.text_with(unit, &[("count", Value::Number(count))])
}

#[cfg(test)]
mod tests {
    use super::{ago, day, duration, lifetime, moment};
    use crate::i18n::{Catalogue, Language};

    #[test]
    fn dates_and_times_are_written_as_in_each_language() {
        let catalogue = Catalogue::default();
        for (language, of_first, of_second) in [
            (Language::English, "1 January 2026", "23:05 UTC on 30 November 2026"),
            (Language::German, "1. Januar 2026", "23:05 UTC am 30. November 2026"),
            (Language::French, "1er janvier 2026", "23:05 UTC le 30 novembre 2026"),
            (Language::Spanish, "1 de enero de 2026", "el 30 de noviembre de 2026 a las 23:05 UTC"),
            (Language::Polish, "1 stycznia 2026", "30 listopada 2026 r. o 23:05 UTC"),
            (Language::Japanese, "2026 年 1 月 1 日", "2026 年 11 月 30 日 23:05 UTC"),
            (Language::Korean, "2026년 1월 1일", "2026년 11월 30일 23:05 UTC"),
        ] {
            let translations = catalogue.translations(language);
            assert_eq!(day(translations, 1_767_225_600), of_first);
            assert_eq!(moment(translations, 1_796_079_900), of_second);
        }
        assert_eq!(day(catalogue.translations(Language::English), i64::MAX), "1 January 1970");
    }

    #[test]
    fn a_wait_is_rounded_up_and_a_lifetime_down() {
        let catalogue = Catalogue::new(&[]).expect("our own words");
        let translations = catalogue.translations(Language::English);
        for (seconds, wait, life) in [
            (1, "1 second", "less than a minute"),
            (59, "59 seconds", "less than a minute"),
            (60, "60 seconds", "1 minute"),
            (90, "90 seconds", "1 minute"),
            (91, "2 minutes", "1 minute"),
            (599, "10 minutes", "9 minutes"),
            (600, "10 minutes", "10 minutes"),
            (3600, "60 minutes", "60 minutes"),
            (5401, "2 hours", "90 minutes"),
        ] {
            assert_eq!((duration(translations, seconds).as_str(), lifetime(translations, seconds).as_str()), (wait, life), "{seconds}");
        }
    }

    #[test]
    fn from_48_hours_on_days_are_counted() {
        let catalogue = Catalogue::default();
        for (hours, text) in [
            (0, "within the last hour"),
            (1, "1 hour ago"),
            (47, "47 hours ago"),
            (48, "2 days ago"),
            (71, "2 days ago"),
            (720, "30 days ago"),
        ] {
            assert_eq!(ago(catalogue.translations(Language::English), hours), text);
        }
    }
}
