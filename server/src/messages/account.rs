use super::counted;
use crate::i18n::{Key, Words};

/// How long ago something happened, in words, to the hour; `hours` is rounded down.
#[must_use]
pub fn ago(words: &Words, hours: u32) -> String {
    match hours {
        0 => words.text(Key::AgoNow),
        1..48 => counted(words, Key::AgoHours, hours),
        _ => counted(words, Key::AgoDays, hours / 24),
    }
}

#[cfg(test)]
mod tests {
    use super::ago;
    use crate::i18n::{Catalogue, Language};

    #[test]
    fn hours_become_days() {
        let catalogue = Catalogue::default();
        for (hours, words) in [
            (0, "within the last hour"),
            (1, "1 hour ago"),
            (47, "47 hours ago"),
            (48, "2 days ago"),
            (71, "2 days ago"),
            (720, "30 days ago"),
        ] {
            assert_eq!(ago(catalogue.words(Language::English), hours), words);
        }
    }
}
