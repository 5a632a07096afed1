//! The form of a message that is signed: header and body in `relaxed` canonicalization (RFC 6376 §3.4.2 and §3.4.4), so that a relay may
//! fold or trim lines without breaking the signature.

use ring::digest::{Digest, SHA256, digest};

/// A header field: name, colon and value, with its folds and without its last line end.
pub(super) type RawField<'a> = &'a [u8];

/// Splits a message into the fields of its header and its body.
pub(super) fn split_message(message: &[u8]) -> (Vec<RawField<'_>>, &[u8]) {
    let mut fields = Vec::new();
    let mut rest = message;
    while !rest.is_empty() {
        if let Some(body) = rest.strip_prefix(b"\r\n") {
            return (fields, body);
        }
        let end = end_of_field(rest);
        fields.push(&rest[..end]);
        rest = rest.get(end + 2..).unwrap_or_default();
    }
    (fields, rest)
}

/// Position of the first line end that is not a fold: neither a blank nor a tab follows it.
fn end_of_field(text: &[u8]) -> usize {
    let is_end = |at: &usize| text[*at..].starts_with(b"\r\n") && !text.get(at + 2).is_some_and(|byte| is_blank(*byte));
    (0..text.len()).find(is_end).unwrap_or(text.len())
}

/// The name of a field as it is written.
pub(super) fn field_name(field: RawField<'_>) -> &[u8] {
    let end = field.iter().position(|byte| *byte == b':').unwrap_or(field.len());
    field[..end].trim_ascii_end()
}

/// Returns a field in relaxed form, without a line end: its name in lower case, its value on one line, runs of blanks reduced to one.
pub(super) fn relaxed_field(field: RawField<'_>) -> Vec<u8> {
    let mut form = field_name(field).to_ascii_lowercase();
    form.push(b':');
    let value = field.iter().position(|byte| *byte == b':').map_or(&[][..], |colon| &field[colon + 1..]);
    let unfolded: Vec<u8> = value.iter().copied().filter(|byte| !b"\r\n".contains(byte)).collect();
    form.extend(single_blanks(&unfolded).trim_ascii());
    form
}

/// Hashes the body's relaxed form by SHA-256.
pub(super) fn body_hash(body: &[u8]) -> Digest {
    digest(&SHA256, &relaxed_body(body))
}

fn relaxed_body(body: &[u8]) -> Vec<u8> {
    let mut form = Vec::with_capacity(body.len());
    // The end of the form without the empty lines at its end.
    let mut end = 0;
    let mut rest = body;
    while !rest.is_empty() {
        let length = rest.windows(2).position(|pair| pair == b"\r\n").unwrap_or(rest.len());
        let line = single_blanks(&rest[..length]);
        form.extend(line.strip_suffix(b" ").unwrap_or(&line));
        let is_empty = line.iter().all(|byte| *byte == b' ');
        form.extend(b"\r\n");
        if !is_empty {
            end = form.len();
        }
        rest = rest.get(length + 2..).unwrap_or_default();
    }
    form.truncate(end);
    form
}

/// Reduces every run of blanks and tabs to one blank.
fn single_blanks(text: &[u8]) -> Vec<u8> {
    let mut form = Vec::with_capacity(text.len());
    for byte in text {
        if !is_blank(*byte) {
            form.push(*byte);
        } else if form.last() != Some(&b' ') {
            form.push(b' ');
        }
    }
    form
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

#[cfg(test)]
mod tests {
    use super::{body_hash, field_name, relaxed_body, relaxed_field, split_message};
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;

    /// The first example of RFC 6376 §3.4.5.
    #[test]
    fn the_canonical_form_is_that_of_the_rfc() {
        let message = b"A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n";
        let (fields, body) = split_message(message);
        assert_eq!(fields.iter().map(|one| relaxed_field(one)).collect::<Vec<_>>(), [&b"a:X"[..], b"b:Y Z"]);
        assert_eq!(field_name(fields[1]), b"B");
        assert_eq!(relaxed_body(body), b" C\r\nD E\r\n");
    }

    #[test]
    fn a_body_ends_with_one_line_end_or_is_empty() {
        for (body, form) in [
            (&b""[..], &b""[..]),
            (b"\r\n", b""),
            (b" \r\n\t\r\n", b""),
            (b"a", b"a\r\n"),
            (b"a\r\n", b"a\r\n"),
            (b"a \t", b"a\r\n"),
            (b"a\r\n \r\n\r\n", b"a\r\n"),
            (b"\r\n\r\na\r\n\r\nb", b"\r\n\r\na\r\n\r\nb\r\n"),
        ] {
            assert_eq!(relaxed_body(body), form, "{}", String::from_utf8_lossy(body));
        }
    }

    /// The hash of an empty body, RFC 6376 §3.4.4.
    #[test]
    fn an_empty_body_has_the_hash_of_the_rfc() {
        assert_eq!(STANDARD.encode(body_hash(b"")), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn a_message_without_a_body_is_split_too() {
        assert_eq!(split_message(b"a: b\r\nc: d\r\n"), (vec![&b"a: b"[..], b"c: d"], &b""[..]));
        assert_eq!(split_message(b"a: b"), (vec![&b"a: b"[..]], &b""[..]));
        assert_eq!(split_message(b"\r\nbody"), (Vec::new(), &b"body"[..]));
        assert_eq!(split_message(b""), (Vec::new(), &b""[..]));
    }
}
