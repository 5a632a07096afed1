/// The value of a tag in a list such as `v=DMARC1; p=none` (RFC 6376 §3.2, RFC 7489 §6.3).
pub(super) fn tag<'a>(record: &'a str, name: &str) -> Option<&'a str> {
    let mut tags = record.split(';').filter_map(|tag| tag.split_once('='));
    tags.find(|(found, _)| found.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn a_tag_is_found_by_its_name() {
        let record = "v=DMARC1 ; p = none;sp=; rua=mailto:a=b@example.org";
        assert_eq!(
            ["v", "P", "sp", "rua", "x", ""].map(|name| tag(record, name)),
            [Some("DMARC1"), Some("none"), Some(""), Some("mailto:a=b@example.org"), None, None]
        );
    }
}
