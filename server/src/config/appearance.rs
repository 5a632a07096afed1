//! What pages and mails look like: the service name, the brand and the texts.

use super::text::{read_text, unreadable};
use super::{ConfigError, Settings};
use crate::brand::{Brand, Logo};
use crate::i18n::{Catalogue, Language};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

const DIRECTORY: &str = "MAILCODE_WORDS_DIR";

/// The name appears in subjects and titles, so it must be one short line.
pub(super) fn service_name(name: &str) -> Result<String, ConfigError> {
    let name = name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 64 || name.chars().any(char::is_control) {
        return Err(ConfigError::new("MAILCODE_SERVICE_NAME", "must be 1 to 64 characters on one line."));
    }
    Ok(name)
}

/// The brand from the settings.
pub(super) fn brand(settings: &Settings) -> Result<Brand, ConfigError> {
    let accent = settings.accent.as_deref().map(str::parse).transpose();
    let accent = accent.map_err(|error| ConfigError::new("MAILCODE_ACCENT", format!("{error}.")))?;
    Ok(Brand::new(accent, settings.logo_file.as_deref().map(read_logo).transpose()?))
}

fn read_logo(file: &Path) -> Result<Logo, ConfigError> {
    let refused = |problem| ConfigError::new("MAILCODE_LOGO_FILE", format!("names {}, which {problem}.", file.display()));
    let bytes = read_bytes(file).map_err(|error| refused(unreadable(&error)))?;
    Logo::new(bytes).map_err(|error| refused(error.to_string()))
}

/// Reads a file up to a size that is certainly too large for a logo, so that a huge file does not fill the memory.
fn read_bytes(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(16 * Logo::MAX as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What is wrong with a directory that cannot be read.
fn directory_error(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotADirectory { "is not a directory".to_owned() } else { unreadable(error) }
}

/// The built-in texts, replaced by those in the files of this directory.
pub(super) fn catalogue(directory: Option<&Path>) -> Result<Catalogue, ConfigError> {
    let Some(directory) = directory else { return Ok(Catalogue::default()) };
    let cannot_read = |error: io::Error| ConfigError::of_file(DIRECTORY, directory, &directory_error(&error));
    let mut words = Vec::new();
    for entry in fs::read_dir(directory).map_err(cannot_read)? {
        let path = entry.map_err(cannot_read)?.path();
        if path.extension().is_none_or(|extension| extension != "ftl") {
            continue;
        }
        let tag = path.file_stem().unwrap_or_default().to_string_lossy();
        let Some(language) = Language::ALL.into_iter().find(|language| language.tag() == tag) else {
            let tags = Language::ALL.map(Language::tag).join(", ");
            return Err(ConfigError::new(
                DIRECTORY,
                format!("contains {}, which is not named after a language: the languages are {tags}.", path.display()),
            ));
        };
        let text = read_text(&path)
            .map_err(|error| ConfigError::new(DIRECTORY, format!("contains {}, which {error}.", path.display())))?
            .to_string();
        // Check each file alone first, so that the error names it.
        Catalogue::new(&[(language, text.clone())])
            .map_err(|error| ConfigError::new(DIRECTORY, format!("contains {}, which cannot be used: {error}.", path.display())))?;
        words.push((language, text));
    }
    if words.is_empty() {
        return Err(ConfigError::new(DIRECTORY, "contains no texts; add a file such as en.ftl."));
    }
    Catalogue::new(&words).map_err(|error| ConfigError::new(DIRECTORY, format!("contains texts that cannot be used together: {error}.")))
}

#[cfg(test)]
mod tests {
    use super::catalogue;
    use crate::i18n::{Key, Language};
    use std::fs;

    #[test]
    fn a_text_file_may_have_a_byte_order_mark_and_utf16_is_refused_by_name() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("de.ftl");
        fs::write(&file, format!("\u{feff}{} = Guten Tag\r\n", Key::AddressHeading.id())).expect("written");
        let german = catalogue(Some(directory.path())).expect("words");
        assert_eq!(german.translations(Language::German).text(Key::AddressHeading), "Guten Tag");
        fs::write(&file, b"\xff\xfea\0").expect("written");
        let problem = catalogue(Some(directory.path())).expect_err("two octets to a character").problem;
        assert!(problem.contains("de.ftl") && problem.contains("UTF-16"), "{problem}");
    }
}
