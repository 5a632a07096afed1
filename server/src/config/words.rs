use super::ConfigError;
use super::text::read_text;
use crate::i18n::{Catalogue, Language};
use std::fs;
use std::path::Path;

const DIRECTORY: &str = "MAILCODE_WORDS_DIR";

/// The built-in texts, replaced by those in the files of this directory.
pub(super) fn check(directory: Option<&Path>) -> Result<Catalogue, ConfigError> {
    let Some(directory) = directory else { return Ok(Catalogue::default()) };
    let unreadable = |path: &Path, error| ConfigError::new(DIRECTORY, format!("has {}, which cannot be read: {error}.", path.display()));
    let mut words = Vec::new();
    for entry in fs::read_dir(directory).map_err(|error| unreadable(directory, error))? {
        let path = entry.map_err(|error| unreadable(directory, error))?.path();
        if path.extension().is_none_or(|extension| extension != "ftl") {
            continue;
        }
        let tag = path.file_stem().unwrap_or_default().to_string_lossy();
        let Some(language) = Language::ALL.into_iter().find(|language| language.tag() == tag) else {
            let tags = Language::ALL.map(Language::tag).join(", ");
            return Err(ConfigError::new(DIRECTORY, format!("has {}, but the languages are {tags}.", path.display())));
        };
        let text =
            read_text(&path).map_err(|error| ConfigError::new(DIRECTORY, format!("has {}, which {error}.", path.display())))?.to_string();
        // Check each file alone first, so that the error names it.
        Catalogue::new(&[(language, text.clone())])
            .map_err(|error| ConfigError::new(DIRECTORY, format!("has {}, of which {error}.", path.display())))?;
        words.push((language, text));
    }
    if words.is_empty() {
        return Err(ConfigError::new(DIRECTORY, "has no file such as en.ftl in it."));
    }
    Catalogue::new(&words).map_err(|error| ConfigError::new(DIRECTORY, format!("has words that cannot be taken: {error}.")))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::i18n::{Key, Language};
    use std::fs;

    #[test]
    fn files_of_other_systems_are_read_or_named() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("de.ftl");
        fs::write(&file, format!("\u{feff}{} = Guten Tag\r\n", Key::AddressHeading.id())).expect("written");
        let catalogue = check(Some(directory.path())).expect("words");
        assert_eq!(catalogue.words(Language::German).text(Key::AddressHeading), "Guten Tag");
        fs::write(&file, b"\xff\xfea\0").expect("written");
        let problem = check(Some(directory.path())).expect_err("two octets to a character").problem;
        assert!(problem.contains("de.ftl") && problem.contains("UTF-16"), "{problem}");
    }
}
