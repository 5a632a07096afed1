use super::ConfigError;
use super::text::read_secret;
use secrecy::{ExposeSecret, SecretString};
use std::path::Path;

/// Reads a secret from its variable or its file, whichever is set; both are an error.
pub(super) fn read(
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

/// Removes the blanks of an App Password, which Google shows as four groups of four letters and people paste as it is shown.
pub(super) fn without_blanks(password: SecretString) -> SecretString {
    let letters: String = password.expose_secret().chars().filter(|character| !character.is_whitespace()).collect();
    let is_app_password = letters.len() == 16 && letters.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_app_password { SecretString::from(letters) } else { password }
}

#[cfg(test)]
mod tests {
    use super::{read, without_blanks};
    use secrecy::{ExposeSecret, SecretString};
    use std::fs;

    #[test]
    fn a_file_of_other_systems_is_read_or_named() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("password");
        let read = || read("MAILCODE_SMTP_PASSWORD", "MAILCODE_SMTP_PASSWORD_FILE", None, Some(&file));
        fs::write(&file, b"\xef\xbb\xbfsecret\r\n").expect("written");
        assert_eq!(read().expect("a secret").expect("there").expose_secret(), "secret");
        for (bytes, problem) in [(b"\xff\xfes\0".as_slice(), "UTF-16"), (b"\r\n", "empty"), (b"", "empty")] {
            fs::write(&file, bytes).expect("written");
            let error = read().expect_err(problem);
            assert!(error.setting == "MAILCODE_SMTP_PASSWORD_FILE" && error.problem.contains(problem), "{bytes:?}: {error}");
        }
    }

    #[test]
    fn only_an_app_password_loses_its_blanks() {
        for (given, kept) in [
            ("abcd efgh ijkl mnop", "abcdefghijklmnop"),
            ("abcd\u{a0}efgh\u{a0}ijkl\u{a0}mnop", "abcdefghijklmnop"),
            ("abcdefghijklmnop", "abcdefghijklmnop"),
            ("correct horse battery", "correct horse battery"),
            ("abcd efgh ijkl mno1", "abcd efgh ijkl mno1"),
        ] {
            assert_eq!(without_blanks(SecretString::from(given)).expose_secret(), kept);
        }
    }
}
