//! Searches for secrets where they must not be.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

/// The forms in which this code occurs in these bytes: as digits, alone or with a space or a dash in the middle, in hexadecimal, or in
/// Base64.
///
/// The digits count as a word only, with neither a letter nor a digit beside them, so that fractions of seconds (`.123456Z`), hashes and
/// milliseconds since 1970 cause no false alarm. Another six-digit word would match by a chance of one in a million; none is known to be
/// written anywhere. In binary data, a given code is found by chance once in 10^14 positions.
pub(crate) fn forms_found(code: &str, bytes: &[u8]) -> Vec<String> {
    let (first, last) = code.split_at(3);
    let words = ["", " ", "-", "\u{a0}", "&nbsp;", "+", "%20", "\u{2013}"].map(|middle| format!("{first}{middle}{last}"));
    let spaced = code.chars().map(String::from).collect::<Vec<_>>().join(" ");
    let words = words.into_iter().chain([spaced]).filter(|word| positions(bytes, word).any(|place| is_word(bytes, place, word.len())));
    let hexadecimal: Vec<_> = code.bytes().map(|byte| format!("{byte:02x}")).collect();
    let encoded = in_base64(code).into_iter().chain([hexadecimal.concat()]).filter(|text| positions(bytes, text).next().is_some());
    words.chain(encoded).collect()
}

/// Whether these bytes contain this text.
pub(crate) fn contains(bytes: &[u8], text: &str) -> bool {
    assert!(!text.is_empty(), "nothing is everywhere");
    positions(bytes, text).next().is_some()
}

fn positions<'a>(bytes: &'a [u8], text: &'a str) -> impl Iterator<Item = usize> + use<'a> {
    bytes.windows(text.len()).enumerate().filter(|(_, window)| *window == text.as_bytes()).map(|(place, _)| place)
}

fn is_word(bytes: &[u8], place: usize, length: usize) -> bool {
    let before = place.checked_sub(1).and_then(|place| bytes.get(place));
    let after = bytes.get(place + length);
    !before.into_iter().chain(after).any(u8::is_ascii_alphanumeric)
}

/// The parts of a text's Base64 that do not depend on the bytes around it, for each of the three offsets in a group of bytes at which it
/// may begin.
fn in_base64(text: &str) -> [String; 3] {
    [0, 1, 2].map(|shift| {
        let encoded = STANDARD_NO_PAD.encode([&vec![b'?'; shift][..], text.as_bytes()].concat());
        // Keep the characters whose six bits all belong to the text.
        let (start, end) = ((shift * 8).div_ceil(6), (shift + text.len()) * 8 / 6);
        encoded[start..end].to_owned()
    })
}

#[test]
fn a_code_is_found_in_every_form() {
    for text in [
        "314159",
        "code=314159&",
        "a 314 159.",
        "<b>314-159</b>",
        "314&nbsp;159",
        "3 1 4 1 5 9",
        "MzE0MTU5",
        "IDMxNDE1OSA=",
        "ICAzMTQxNTkgIA==",
        "x333134313539",
        "\0\u{1}314159\u{2}",
    ] {
        assert!(!forms_found("314159", text.as_bytes()).is_empty(), "{text}");
    }
    for text in ["0314159", "3141590", "2026-11-23T14:00:00.314159Z", "a314159b", "314 158", "1795314159000", "3, 1, 4, 1, 5, 9"] {
        assert_eq!(forms_found("314159", text.as_bytes()), [""; 0], "{text}");
    }
}
