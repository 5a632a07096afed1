use super::DnsName;
use super::canonicalization::{RawField, field_name, relaxed_field};
use crate::sign_up::Timestamp;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::digest::Digest;
use std::fmt::Write;

/// Names of the signed fields: all that a reader sees or that determine how the mail is read (RFC 6376 §5.4.1), including some that we do
/// not write, so that they cannot be added.
const SIGNED: [&str; 12] = [
    "from",
    "to",
    "cc",
    "reply-to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "content-language",
    "auto-submitted",
    "x-entity-ref-id",
];

/// Maximum line length of a field (RFC 5322 §2.1.1).
const LINE: usize = 78;

/// A `DKIM-Signature` field without the signature itself (RFC 6376 §3.5): it ends with `b=`.
pub(super) struct SignatureField {
    text: String,
    /// The names listed in `h=`.
    names: Vec<&'static str>,
}

impl SignatureField {
    /// Creates the field for a message with this header and this hash of its body.
    pub(super) fn new(
        algorithm: &str,
        domain: &DnsName,
        selector: &DnsName,
        at: Timestamp,
        header: &[RawField<'_>],
        body_hash: &Digest,
    ) -> Self {
        let names = signed_names(header);
        let (seconds, hash) = (at.millis().max(0) / 1000, STANDARD.encode(body_hash));
        let mut text =
            format!("DKIM-Signature: v=1; a={algorithm}; c=relaxed/relaxed; t={seconds};\r\n d={domain};\r\n s={selector};\r\n h=");
        let mut width = " h=".len();
        for (index, name) in names.iter().enumerate() {
            let end = if index + 1 == names.len() { ';' } else { ':' };
            if width + name.len() + 1 > LINE {
                text += "\r\n ";
                width = 1;
            }
            let _ = write!(text, "{name}{end}");
            width += name.len() + 1;
        }
        let _ = write!(text, "\r\n bh={hash};\r\n b=");
        Self { text, names }
    }

    /// The bytes to sign (RFC 6376 §3.7): the listed fields, then this one, the last without a line end.
    pub(super) fn signed(&self, header: &[RawField<'_>]) -> Vec<u8> {
        let mut signed = signed_fields(header, &self.names);
        signed.extend(relaxed_field(self.text.as_bytes()));
        signed
    }

    /// Completes the field, with its line end. The signature may be folded, since `b=` is empty in the signed bytes.
    pub(super) fn with_signature(self, signature: &[u8]) -> String {
        let signature = STANDARD.encode(signature);
        let mut text = self.text;
        let (mut rest, mut room) = (signature.as_str(), LINE - " b=".len());
        while !rest.is_empty() {
            let (line, next) = rest.split_at(room.min(rest.len()));
            text += line;
            rest = next;
            room = LINE - 1;
            if !rest.is_empty() {
                text += "\r\n ";
            }
        }
        text + "\r\n"
    }
}

/// Each name of [`SIGNED`] once more often than its field occurs. So a field that is added, which a reader might see in place of ours,
/// breaks the signature (RFC 6376 §8.15).
fn signed_names(header: &[RawField<'_>]) -> Vec<&'static str> {
    let count = |wanted: &str| header.iter().filter(|field| field_name(field).eq_ignore_ascii_case(wanted.as_bytes())).count();
    SIGNED.into_iter().flat_map(|name| std::iter::repeat_n(name, count(name) + 1)).collect()
}

/// The listed fields in relaxed form, each with a line end; of several with one name, the lowest first (RFC 6376 §5.4.2). A missing field
/// adds nothing.
fn signed_fields(header: &[RawField<'_>], names: &[&str]) -> Vec<u8> {
    let mut left: Vec<RawField<'_>> = header.to_vec();
    let mut signed = Vec::new();
    for wanted in names {
        if let Some(index) = left.iter().rposition(|field| field_name(field).eq_ignore_ascii_case(wanted.as_bytes())) {
            signed.extend(relaxed_field(left.remove(index)));
            signed.extend(b"\r\n");
        }
    }
    signed
}

#[cfg(test)]
#[path = "signature_field_tests.rs"]
mod tests;
