use super::value::{BYTE_ORDER_MARK, without_marks};
use std::fs;
use std::io;
use std::path::Path;
use zeroize::Zeroizing;

/// Why a file does not hold a text. The message completes a sentence that begins with the file's name, and discloses nothing of the
/// content.
#[derive(Debug, thiserror::Error)]
pub enum TextFileError {
    /// The file cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// The file is empty or has only line ends.
    #[error("is empty")]
    Empty,
    /// The file has two octets per character, as some editors and shells of Windows write.
    #[error("is UTF-16; save it as UTF-8")]
    Utf16,
    /// The file is in an unknown encoding.
    #[error("is not UTF-8")]
    NotUtf8,
}

/// Reads the text of a file: UTF-8, with or without a byte-order mark.
///
/// # Errors
/// [`TextFileError`]; an empty file is no error.
pub(crate) fn read_text(file: &Path) -> Result<Zeroizing<String>, TextFileError> {
    text_of(&Zeroizing::new(fs::read(file)?))
}

/// Reads the secret in a file: its text without the line ends at the end.
///
/// # Errors
/// [`TextFileError`].
pub(super) fn read_secret(file: &Path) -> Result<Zeroizing<String>, TextFileError> {
    let text = read_text(file)?;
    let secret = without_marks(&text);
    if secret.is_empty() { Err(TextFileError::Empty) } else { Ok(Zeroizing::new(secret.to_owned())) }
}

fn text_of(bytes: &[u8]) -> Result<Zeroizing<String>, TextFileError> {
    // The byte-order marks of UTF-16 (RFC 2781 §3.2). Without one, every other octet of a Latin text is zero.
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.contains(&0) {
        return Err(TextFileError::Utf16);
    }
    let text = str::from_utf8(bytes).map_err(|_| TextFileError::NotUtf8)?;
    Ok(Zeroizing::new(text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{read_secret, text_of};
    use std::fs;

    #[test]
    fn texts_of_other_systems_are_read_or_named() {
        let read = |bytes: &[u8]| text_of(bytes).map(|text| text.to_string()).map_err(|error| error.to_string());
        assert_eq!(read(b"\xef\xbb\xbfa\r\nb"), Ok("a\r\nb".to_owned()));
        assert_eq!(read(b""), Ok(String::new()));
        for utf16 in [b"\xff\xfea\0b\0".as_slice(), b"\xfe\xff\0a\0b", b"a\0b\0", b"\0a\0b"] {
            assert_eq!(read(utf16), Err("is UTF-16; save it as UTF-8".to_owned()), "{utf16:?}");
        }
        assert_eq!(read(b"caf\xe9"), Err("is not UTF-8".to_owned()));
    }

    #[test]
    fn a_secret_is_there_and_has_no_line_ends() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("secret");
        for (bytes, expected) in [
            (b"\xef\xbb\xbfsecret\r\n".as_slice(), Ok("secret")),
            (b" two words \n", Ok(" two words ")),
            (b"", Err("is empty")),
            (b"\xef\xbb\xbf\r\n", Err("is empty")),
        ] {
            fs::write(&file, bytes).expect("written");
            let read = read_secret(&file).map(|text| text.to_string()).map_err(|error| error.to_string());
            assert_eq!(read, expected.map(str::to_owned).map_err(str::to_owned), "{bytes:?}");
        }
    }
}
