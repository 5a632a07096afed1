use crate::config::{DataConfig, SecretKeySource, absolute_path};
use std::fmt;
use std::path::{Path, PathBuf};

/// The files of the server's data, as they were before it opened them. Their paths are absolute, since the meaning of a relative one
/// depends on the working directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DataFiles {
    /// The database.
    pub(super) database: DataFile,
    /// The secret key; `None` if the settings contain it.
    pub(super) key: Option<DataFile>,
}

/// One of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DataFile {
    path: PathBuf,
    is_new: bool,
}

impl DataFiles {
    /// Checks which of the files exist.
    pub(super) fn find(data: &DataConfig) -> Self {
        let key = match &data.secret_key {
            SecretKeySource::Configured(_) => None,
            SecretKeySource::Generated(path) => Some(DataFile::find(path)),
        };
        Self { database: DataFile::find(data.database.path()), key }
    }

    /// Warnings about new files, for an operator who expected existing ones; one sentence each, for the log.
    pub(super) fn warnings(&self) -> Vec<String> {
        let new = |file: &DataFile, sentence: String| file.is_new.then_some(sentence);
        let database = new(
            &self.database,
            format!(
                "created a new, empty database at {}, because none was there; if you expected existing accounts, check \
                 MAILCODE_DATABASE_URL and the working directory",
                self.database.path.display()
            ),
        );
        let key = self.key.as_ref().and_then(|key| {
            let means = if self.database.is_new { "" } else { "; codes that were sent before no longer work" };
            new(key, format!("created a new secret key at {}, because none was there{means}", key.path.display()))
        });
        database.into_iter().chain(key).collect()
    }
}

impl DataFile {
    fn find(path: &Path) -> Self {
        let path = absolute_path(path);
        Self { is_new: !path.exists(), path }
    }
}

/// Writes the path as the start message shows it.
impl fmt::Display for DataFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let new = if self.is_new { " (new)" } else { "" };
        write!(formatter, "{}{new}", self.path.display())
    }
}

#[cfg(test)]
mod tests {
    use super::DataFiles;
    use crate::config::{DataConfig, Settings};
    use clap::Parser;
    use std::fs;
    use std::path::Path;

    fn find(database: &str, flags: &[&str]) -> DataFiles {
        let settings = Settings::try_parse_from([&["mailcode", "--database-url", database], flags].concat()).expect("known settings");
        DataFiles::find(&DataConfig::check(&settings).expect("settings that agree"))
    }

    #[test]
    fn a_relative_path_is_shown_as_an_absolute_one() {
        let files = find("sqlite://data/no-such.db", &[]);
        let here = std::env::current_dir().expect("a directory");
        assert_eq!(files.database.to_string(), format!("{} (new)", here.join("data/no-such.db").display()));
        assert!(Path::new(&files.key.expect("a key").path).is_absolute());
    }

    #[test]
    fn a_new_database_and_a_new_key_are_reported() {
        let directory = tempfile::tempdir().expect("a directory");
        let database = directory.path().join("mailcode.db");
        let url = format!("sqlite://{}", database.display());
        let warnings_of = |flags: &[&str]| find(&url, flags).warnings();
        let is_of = |sentence: &str, words: &str| sentence.contains(words) && sentence.contains(&directory.path().display().to_string());

        let new = warnings_of(&[]);
        assert!(new.len() == 2 && is_of(&new[0], "new, empty database at") && is_of(&new[1], "new secret key at"), "{new:?}");
        assert_eq!(warnings_of(&["--secret-key", &"07".repeat(32)]).len(), 1, "a key of the settings is none of ours");

        fs::write(&database, "").expect("written");
        let new = warnings_of(&[]);
        assert!(new.len() == 1 && is_of(&new[0], "codes that were sent before no longer work"), "{new:?}");

        fs::write(directory.path().join("secret.key"), "").expect("written");
        assert_eq!(warnings_of(&[]), [""; 0]);
        assert_eq!(find(&url, &[]).database.to_string(), database.display().to_string());
    }
}
