use super::plural;

/// How long ago something was that is known to the hour, in words; `hours` is rounded down.
#[must_use]
pub fn ago(hours: u32) -> String {
    match hours {
        0 => "within the last hour".to_owned(),
        1..48 => plural(hours, "hour") + " ago",
        _ => plural(hours / 24, "day") + " ago",
    }
}

#[cfg(test)]
mod tests {
    use super::ago;

    #[test]
    fn hours_become_days() {
        for (hours, words) in [
            (0, "within the last hour"),
            (1, "1 hour ago"),
            (47, "47 hours ago"),
            (48, "2 days ago"),
            (71, "2 days ago"),
            (720, "30 days ago"),
        ] {
            assert_eq!(ago(hours), words);
        }
    }
}
