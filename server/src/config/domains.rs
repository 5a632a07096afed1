use super::text::read_text;
use super::{ConfigError, Settings};
use crate::sign_up::{DomainList, DomainRules};
use std::path::Path;

/// The allowed and blocked domains from the settings.
pub(super) fn check(settings: &Settings) -> Result<DomainRules, ConfigError> {
    let allowed = settings.allowed_domains_file.as_deref().map(|file| read("MAILCODE_ALLOWED_DOMAINS_FILE", file)).transpose()?;
    let blocked = settings.blocked_domains_file.as_deref().map(|file| read("MAILCODE_BLOCKED_DOMAINS_FILE", file)).transpose()?;
    Ok(DomainRules { allowed, blocked: blocked.unwrap_or_default() })
}

fn read(setting: &'static str, file: &Path) -> Result<DomainList, ConfigError> {
    let names = file.display();
    let text = read_text(file).map_err(|error| ConfigError::of_file(setting, file, &error))?;
    text.parse().map_err(|error| ConfigError::new(setting, format!("names {names}, in which {error}.")))
}

#[cfg(test)]
mod tests {
    use super::read;
    use std::fs;

    #[test]
    fn files_of_other_systems_are_read_or_named() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("domains.txt");
        fs::write(&file, b"example.org\n").expect("written");
        let plain = read("MAILCODE_ALLOWED_DOMAINS_FILE", &file).expect("a list");
        fs::write(&file, b"\xef\xbb\xbfexample.org\r\n").expect("written");
        assert_eq!(read("MAILCODE_ALLOWED_DOMAINS_FILE", &file).expect("a list"), plain);
        fs::write(&file, b"\xff\xfee\0x\0").expect("written");
        let problem = read("MAILCODE_ALLOWED_DOMAINS_FILE", &file).expect_err("two octets to a character").problem;
        assert!(problem.contains("domains.txt") && problem.contains("UTF-16"), "{problem}");
    }
}
