use crate::audit::KeptEntry;
use serde::Serialize;
use std::fmt::Write;

/// An event in one line, for people: time, kind, detail, network, address and its hash, with a dash for each that is missing.
pub(super) fn for_people(kept: &KeptEntry) -> String {
    let fields = Fields::new(kept);
    let [detail, network, address, hash] = [
        fields.detail.unwrap_or("-"),
        fields.network.as_deref().unwrap_or("-"),
        fields.address.unwrap_or("-"),
        fields.address_hash.unwrap_or("-"),
    ];
    let mut line = format!("{}  {:<14}  {detail:<20}  {network:<18}  {address}  {hash}", fields.time, fields.kind);
    if fields.left_out > 0 {
        let _ = write!(line, "  ({} events omitted before this)", fields.left_out);
    }
    in_ascii(&line, |character| if character == '…' { "...".to_owned() } else { character.escape_unicode().to_string() })
}

/// An event as a JSON object.
///
/// # Errors
/// Never: all fields are text and numbers.
pub(super) fn as_json(kept: &KeptEntry) -> serde_json::Result<String> {
    let escape = |character: char| {
        let mut units = [0; 2];
        character.encode_utf16(&mut units).iter().fold(String::new(), |text, unit| format!("{text}\\u{unit:04x}"))
    };
    Ok(in_ascii(&serde_json::to_string(&Fields::new(kept))?, escape))
}

/// The fields that are printed. Only `address` comes from a visitor.
#[derive(Serialize)]
struct Fields<'a> {
    id: i64,
    time: String,
    kind: String,
    detail: Option<&'static str>,
    network: Option<String>,
    address: Option<&'a str>,
    address_hash: Option<&'a str>,
    left_out: u64,
}

impl<'a> Fields<'a> {
    fn new(kept: &'a KeptEntry) -> Self {
        let entry = &kept.entry;
        Self {
            id: kept.id,
            time: entry.at.iso_8601(),
            kind: entry.event.kind().name(),
            detail: entry.event.detail(),
            network: entry.network.map(|network| network.to_string()),
            address: entry.subject.as_ref().map(|subject| subject.masked.as_str()),
            address_hash: entry.subject.as_ref().map(|subject| subject.hash.as_str()),
            left_out: entry.left_out,
        }
    }
}

/// Escapes every character that is not printable ASCII, so that nothing in the database can forge a line, control a terminal or reorder
/// letters (ASVS 5.0 V16.4.1).
fn in_ascii(text: &str, escape: impl Fn(char) -> String) -> String {
    let is_plain = |character: char| character.is_ascii() && !character.is_ascii_control();
    text.chars().map(|character| if is_plain(character) { character.to_string() } else { escape(character) }).collect()
}

#[cfg(test)]
mod tests {
    use super::{as_json, for_people};
    use crate::audit::{AuditedAddress, ClientNetwork, Entry, Event, KeptEntry};
    use crate::sign_up::Timestamp;
    use domain::{Limit, Refusal};

    fn kept(masked: &str) -> KeptEntry {
        let entry = Entry {
            at: Timestamp::from_millis(1_795_442_400_123),
            keep_until: Timestamp::from_millis(1_803_218_400_123),
            event: Event::Refused(Refusal::Limited { limit: Limit::MailsPerAddress, retry_after: 7 }),
            subject: Some(AuditedAddress { masked: masked.to_owned(), hash: "0123456789abcdef".to_owned() }),
            network: ClientNetwork::parse("198.51.100.0/24"),
            left_out: 12,
        };
        KeptEntry { id: 7, entry }
    }

    #[test]
    fn a_line_shows_every_field_of_the_event() {
        let kept = kept("m…@example.org");
        assert_eq!(
            for_people(&kept),
            "2026-11-23T14:00:00.123Z  limit_hit       mails_per_address     198.51.100.0/24     m...@example.org  0123456789abcdef  \
             (12 events omitted before this)"
        );
        assert_eq!(
            as_json(&kept).expect("JSON"),
            "{\"id\":7,\"time\":\"2026-11-23T14:00:00.123Z\",\"kind\":\"limit_hit\",\"detail\":\"mails_per_address\",\
             \"network\":\"198.51.100.0/24\",\"address\":\"m\\u2026@example.org\",\"address_hash\":\"0123456789abcdef\",\"left_out\":12}"
        );
    }

    #[test]
    fn a_line_contains_no_control_characters() {
        // ESC, CSI of C1, line ends of ASCII and Unicode, DEL, a bidi override, an emoji, a Hebrew letter.
        let hostile = "\u{1b}[2J\u{9b}31m\r\n\u{2028}\u{7f}\u{202e}\u{1f600}\u{5d0}\"\\";
        let kept = kept(hostile);
        for line in [for_people(&kept), as_json(&kept).expect("JSON")] {
            assert!(line.chars().all(|character| matches!(character, ' '..='~')), "{line:?}");
        }
        let json: serde_json::Value = serde_json::from_str(&as_json(&kept).expect("JSON")).expect("JSON");
        assert_eq!(json["address"], hostile);
    }
}
