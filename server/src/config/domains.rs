use super::{ConfigError, Settings};
use crate::sign_up::{DomainList, DomainRules};
use std::fs;
use std::path::Path;

/// The lists of domains of the settings.
pub(super) fn check(settings: &Settings) -> Result<DomainRules, ConfigError> {
    let allowed = settings.allowed_domains_file.as_deref().map(|file| read("MAILCODE_ALLOWED_DOMAINS_FILE", file)).transpose()?;
    let blocked = settings.blocked_domains_file.as_deref().map(|file| read("MAILCODE_BLOCKED_DOMAINS_FILE", file)).transpose()?;
    Ok(DomainRules { allowed, blocked: blocked.unwrap_or_default() })
}

fn read(setting: &'static str, file: &Path) -> Result<DomainList, ConfigError> {
    let names = file.display();
    let text =
        fs::read_to_string(file).map_err(|error| ConfigError::new(setting, format!("names {names}, which cannot be read: {error}.")))?;
    text.parse().map_err(|error| ConfigError::new(setting, format!("names {names}, in which {error}.")))
}
