use super::ConfigError;
use secrecy::{ExposeSecret, SecretString};
use std::fs;
use std::path::Path;

/// A secret from its variable or its file, whichever is set; both are a contradiction.
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
            let text = fs::read_to_string(file)
                .map_err(|error| ConfigError::new(file_setting, format!("names {}, which cannot be read: {error}.", file.display())))?;
            Ok(Some(SecretString::from(text.trim_end_matches(['\r', '\n']).to_owned())))
        }
        (None, None) => Ok(None),
    }
}

/// Google shows an App Password as four groups of four letters; people paste it with the blanks.
pub(super) fn without_blanks(password: SecretString) -> SecretString {
    let letters: String = password.expose_secret().chars().filter(|character| !character.is_whitespace()).collect();
    let is_app_password = letters.len() == 16 && letters.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_app_password { SecretString::from(letters) } else { password }
}

#[cfg(test)]
mod tests {
    use super::without_blanks;
    use secrecy::{ExposeSecret, SecretString};

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
