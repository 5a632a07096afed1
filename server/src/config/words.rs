use super::ConfigError;
use crate::i18n::{Catalogue, Language};
use std::fs;
use std::path::Path;

const DIRECTORY: &str = "MAILCODE_WORDS_DIR";

/// Our own words, and in their place those of the files in this directory.
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
        let text = fs::read_to_string(&path).map_err(|error| unreadable(&path, error))?;
        // Each by itself first, so that the error names its file.
        Catalogue::new(&[(language, text.clone())])
            .map_err(|error| ConfigError::new(DIRECTORY, format!("has {}, of which {error}.", path.display())))?;
        words.push((language, text));
    }
    if words.is_empty() {
        return Err(ConfigError::new(DIRECTORY, "has no file such as en.ftl in it."));
    }
    Catalogue::new(&words).map_err(|error| ConfigError::new(DIRECTORY, format!("has words that cannot be taken: {error}.")))
}
