use crate::i18n::{Key, Language, Translations, Value};
use crate::messages;
use crate::sign_up::Timestamp;
use std::time::Duration;

/// Subject and body of a mail. Both parts of the body have the same content.
pub(super) struct MailContent {
    /// Language of the texts.
    pub(super) language: Language,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

/// Formats a lifetime in whole minutes, rounded down so that a mail never promises too much; in seconds below one minute.
pub(super) fn lifetime(translations: &Translations, lifetime: Duration) -> String {
    let (unit, count) = match lifetime.as_secs() {
        seconds @ 0..60 => (Key::Seconds, seconds),
        seconds => (Key::Minutes, seconds / 60),
    };
    translations.text_with(unit, &[("count", Value::Number(u32::try_from(count).unwrap_or(u32::MAX)))])
}

/// Formats a moment in UTC, such as `14:02 UTC on 23 November 2025`, since the reader's time zone is unknown.
pub(super) fn moment(translations: &Translations, moment: Timestamp) -> String {
    messages::moment(translations, moment.millis().div_euclid(1000))
}

/// Wraps a text at 72 columns, which suits RFC 5322 §2.1.1 and readers of plain text. Text without blanks, as in some languages, is not
/// wrapped.
pub(super) fn paragraph(text: &str) -> String {
    textwrap::fill(text, textwrap::Options::new(72).break_words(false).word_splitter(textwrap::WordSplitter::NoHyphenation))
}

#[cfg(test)]
mod tests {
    use super::{lifetime, moment};
    use crate::i18n::{Catalogue, Language};
    use crate::sign_up::Timestamp;
    use std::time::Duration;

    #[test]
    fn the_lifetime_is_rounded_down() {
        let catalogue = Catalogue::new(&[]).expect("our own words");
        for (seconds, text) in
            [(1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (119, "1 minute"), (600, "10 minutes"), (86400, "1440 minutes")]
        {
            assert_eq!(lifetime(catalogue.translations(Language::English), Duration::from_secs(seconds)), text);
        }
    }

    #[test]
    fn a_time_is_written_with_its_zone() {
        let catalogue = Catalogue::new(&[]).expect("our own words");
        for (millis, text) in [
            (1_763_906_520_000, "14:02 UTC on 23 November 2025"),
            (1_763_906_579_999, "14:02 UTC on 23 November 2025"),
            (1_772_323_199_000, "23:59 UTC on 28 February 2026"),
            (1_772_323_200_000, "00:00 UTC on 1 March 2026"),
            (0, "00:00 UTC on 1 January 1970"),
            (i64::MAX, "00:00 UTC on 1 January 1970"),
        ] {
            assert_eq!(moment(catalogue.translations(Language::English), Timestamp::from_millis(millis)), text);
        }
    }
}
