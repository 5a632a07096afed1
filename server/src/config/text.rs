//! Reads the texts of values and files, without the byte-order marks, quotes and line ends around them.

use super::ConfigError;
use secrecy::SecretString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The byte-order mark of UTF-8, which some editors put at the start of a file.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Removes a byte-order mark at the start.
pub(super) fn without_byte_order_mark(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// Removes a byte-order mark at the start, and the line ends at the end that `echo` and files add.
pub(super) fn without_mark_and_line_ends(text: &str) -> &str {
    without_byte_order_mark(text).trim_end_matches(['\r', '\n'])
}

/// The text inside one pair of outer quotes, if there is one: `"a"` or `'a'`, but not `"a" "b"`.
pub(super) fn unquoted(text: &str) -> Option<&str> {
    ['"', '\''].into_iter().find_map(|quote| {
        let inside = text.strip_prefix(quote)?.strip_suffix(quote)?;
        (!inside.contains(quote)).then_some(inside)
    })
}

/// The items of a list with commas, without the blanks around them; empty items are skipped.
pub(super) fn list_items(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim).filter(|part| !part.is_empty())
}

/// The absolute path, to show to people, since the meaning of a relative one depends on the working directory. Symbolic links are not
/// followed. Without a working directory, the path is returned as it is.
#[must_use]
pub fn absolute_path(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// An error of the file system in plain words, without the number of the system's error.
#[must_use]
pub fn describe(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "it does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a directory".to_owned(),
        io::ErrorKind::AlreadyExists => "a file with this name exists".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "its file system is read-only".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => {
            let text = error.to_string();
            text.split_once(" (os error ").map_or(text.as_str(), |(text, _)| text).to_owned()
        }
    }
}

/// What is wrong with a file that cannot be read, and what to do, as the rest of a sentence that begins with the file.
pub(super) fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "does not exist; correct the path or create it".to_owned(),
        io::ErrorKind::PermissionDenied => "cannot be read: permission denied; give the user that runs Mailcode read access".to_owned(),
        io::ErrorKind::IsADirectory => "is a directory; name a file".to_owned(),
        _ => format!("cannot be read: {}", describe(error)),
    }
}

/// Why a file does not contain a text. The message completes a sentence that begins with the file's name, and discloses nothing of the
/// content.
#[derive(Debug, thiserror::Error)]
pub enum TextFileError {
    /// The file cannot be read.
    #[error("{}", unreadable(.0))]
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
    let secret = without_mark_and_line_ends(&text);
    if secret.is_empty() { Err(TextFileError::Empty) } else { Ok(Zeroizing::new(secret.to_owned())) }
}

/// Reads a secret from its variable or its file, whichever is set. Setting both is an error.
pub(super) fn secret_from_value_or_file(
    setting: &'static str,
    file_setting: &'static str,
    value: Option<SecretString>,
    file: Option<&Path>,
) -> Result<Option<SecretString>, ConfigError> {
    match (value, file) {
        (Some(_), Some(_)) => Err(ConfigError::new(setting, format!("and {file_setting} are both set; unset one."))),
        (Some(value), None) => Ok(Some(value)),
        (None, Some(file)) => {
            let secret = read_secret(file).map_err(|error| ConfigError::of_file(file_setting, file, &error))?;
            Ok(Some(SecretString::from(secret.as_str())))
        }
        (None, None) => Ok(None),
    }
}

fn text_of(bytes: &[u8]) -> Result<Zeroizing<String>, TextFileError> {
    // The byte-order marks of UTF-16 (RFC 2781 §3.2). Without one, every other octet of a Latin text is zero.
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.contains(&0) {
        return Err(TextFileError::Utf16);
    }
    let text = str::from_utf8(bytes).map_err(|_| TextFileError::NotUtf8)?;
    Ok(Zeroizing::new(without_byte_order_mark(text).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{list_items, read_secret, secret_from_value_or_file, text_of, unquoted, unreadable, without_mark_and_line_ends};
    use secrecy::ExposeSecret;
    use std::fs;
    use std::io::{self, ErrorKind};
    use std::path::Path;

    #[test]
    fn byte_order_marks_and_final_line_ends_are_removed_and_spaces_are_kept() {
        for (text, expected) in [("a\n", "a"), ("a\r\n\r\n", "a"), ("\u{feff}a", "a"), (" a ", " a "), ("a\nb\n", "a\nb"), ("\n", "")] {
            assert_eq!(without_mark_and_line_ends(text), expected, "{text:?}");
        }
    }

    #[test]
    fn only_one_matching_pair_of_quotes_is_removed() {
        for (text, expected) in [
            (r#""a b""#, Some("a b")),
            ("'a'", Some("a")),
            (r#"'"A" <a@example.org>'"#, Some(r#""A" <a@example.org>"#)),
            (r#""""#, Some("")),
            (r#"""#, None),
            (r#""a' "#, None),
            (r#""a'"#, None),
            (r#""A" <a@example.org>"#, None),
            (r#""a" "b""#, None),
            ("a", None),
            ("", None),
        ] {
            assert_eq!(unquoted(text), expected, "{text}");
        }
    }

    #[test]
    fn spaces_around_list_items_are_ignored() {
        assert_eq!(list_items(" a, b ,,c d, ").collect::<Vec<_>>(), ["a", "b", "c d"]);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_described_without_numbers() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("secret");
        let refusal = |path: &Path| read_secret(path).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(refusal(&file).starts_with("does not exist; "));
        assert!(refusal(directory.path()).starts_with("is a directory; "));
        for (kind, start) in
            [(ErrorKind::PermissionDenied, "cannot be read: permission denied; "), (ErrorKind::NotADirectory, "does not exist; ")]
        {
            assert!(unreadable(&kind.into()).starts_with(start), "{kind:?}");
        }
        // EIO.
        assert_eq!(unreadable(&io::Error::from_raw_os_error(5)), "cannot be read: Input/output error");
    }

    #[test]
    fn a_byte_order_mark_is_accepted_and_utf16_is_refused_by_name() {
        let read = |bytes: &[u8]| text_of(bytes).map(|text| text.to_string()).map_err(|error| error.to_string());
        assert_eq!(read(b"\xef\xbb\xbfa\r\nb"), Ok("a\r\nb".to_owned()));
        assert_eq!(read(b""), Ok(String::new()));
        for utf16 in [b"\xff\xfea\0b\0".as_slice(), b"\xfe\xff\0a\0b", b"a\0b\0", b"\0a\0b"] {
            assert_eq!(read(utf16), Err("is UTF-16; save it as UTF-8".to_owned()), "{utf16:?}");
        }
        assert_eq!(read(b"caf\xe9"), Err("is not UTF-8".to_owned()));
    }

    #[test]
    fn a_secret_file_loses_its_line_ends_and_must_not_be_empty() {
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

    #[test]
    fn a_password_file_may_have_a_byte_order_mark_and_utf16_is_refused_by_name() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("password");
        let read = || secret_from_value_or_file("MAILCODE_SMTP_PASSWORD", "MAILCODE_SMTP_PASSWORD_FILE", None, Some(&file));
        fs::write(&file, b"\xef\xbb\xbfsecret\r\n").expect("written");
        assert_eq!(read().expect("a secret").expect("there").expose_secret(), "secret");
        for (bytes, problem) in [(b"\xff\xfes\0".as_slice(), "UTF-16"), (b"\r\n", "empty"), (b"", "empty")] {
            fs::write(&file, bytes).expect("written");
            let error = read().expect_err(problem);
            assert!(error.setting == "MAILCODE_SMTP_PASSWORD_FILE" && error.problem.contains(problem), "{bytes:?}: {error}");
        }
    }
}
