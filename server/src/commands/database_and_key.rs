use crate::config::{DataConfig, SecretKeySource, absolute_path};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of the database and the secret key, as they were before the server opened them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DatabaseAndKey {
    /// The database; `None` if it is in no file.
    pub(super) database: Option<FileAtStart>,
    /// The secret key; `None` if the settings contain it.
    pub(super) key: Option<FileAtStart>,
}

/// One of the files. The path is absolute, since the meaning of a relative one depends on the working directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FileAtStart {
    path: PathBuf,
    is_new: bool,
    /// The mode of a file that other users can read or change.
    exposed_mode: Option<u32>,
}

impl DatabaseAndKey {
    /// Checks which of the files exist.
    pub(super) fn find(data: &DataConfig) -> Self {
        let key = match &data.secret_key {
            SecretKeySource::Configured(_) => None,
            SecretKeySource::Generated(path) => Some(FileAtStart::find(path)),
        };
        Self { database: data.database.file().map(|file| FileAtStart::find(file.path())), key }
    }

    /// Warnings about new files, for an operator who expected existing ones, and about files that other users can read; one sentence each,
    /// for the log.
    pub(super) fn warnings(&self) -> Vec<String> {
        let new = |file: &FileAtStart, sentence: String| file.is_new.then_some(sentence);
        let database = self.database.as_ref().and_then(|database| {
            let path = database.path.display();
            let sentence = format!(
                "created a new, empty database at {path}, because none was there; if you expected existing accounts, check \
                 MAILCODE_DATABASE_URL and the working directory"
            );
            new(database, sentence)
        });
        let key = self.key.as_ref().and_then(|key| {
            let means = if self.database.as_ref().is_some_and(|database| database.is_new) {
                ""
            } else {
                "; codes that were sent before no longer work"
            };
            new(key, format!("created a new secret key at {}, because none was there{means}", key.path.display()))
        });
        let exposed_database =
            self.database.as_ref().and_then(|file| file.exposed("the database, which contains addresses and sessions", "*"));
        let exposed_key = self.key.as_ref().and_then(|key| key.exposed("the secret key", ""));
        [database, key, exposed_database, exposed_key].into_iter().flatten().collect()
    }
}

impl FileAtStart {
    fn find(path: &Path) -> Self {
        let path = absolute_path(path);
        Self { is_new: !path.exists(), exposed_mode: exposed_mode(&path), path }
    }

    /// A warning if other users can read or change this file. `others` is a pattern for the end of the names of files that belong to it.
    fn exposed(&self, what: &str, others: &str) -> Option<String> {
        let path = self.path.display();
        self.exposed_mode
            .map(|mode| format!("other users of this machine can read {what}: {path} has mode {mode:04o}; run: chmod 600 {path}{others}"))
    }
}

/// The permissions of a file if they let other users read or change it. A directory that others may not search protects its files.
#[cfg(unix)]
fn exposed_mode(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).ok().map(|metadata| metadata.permissions().mode() & 0o777);
    // Read or write for each class of users that may search the directory.
    let reachable = (mode(path.parent()?)? & 0o011) * 0o6;
    mode(path).filter(|mode| mode & reachable != 0)
}

/// Access control lists of other systems are not checked.
#[cfg(not(unix))]
fn exposed_mode(_: &Path) -> Option<u32> {
    None
}

/// Writes the path as the start message shows it.
impl fmt::Display for FileAtStart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let new = if self.is_new { " (new)" } else { "" };
        write!(formatter, "{}{new}", self.path.display())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::DatabaseAndKey;
    use crate::config::{DataConfig, Settings};
    use clap::Parser;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    fn find(database: &str, flags: &[&str]) -> DatabaseAndKey {
        let settings = Settings::try_parse_from([&["mailcode", "--database-url", database], flags].concat()).expect("known settings");
        DatabaseAndKey::find(&DataConfig::check(&settings).expect("settings that agree"))
    }

    #[test]
    fn a_relative_path_is_shown_as_an_absolute_one() {
        let files = find("sqlite://data/no-such.db", &[]);
        let here = std::env::current_dir().expect("a directory");
        assert_eq!(files.database.expect("a file").to_string(), format!("{} (new)", here.join("data/no-such.db").display()));
        assert!(Path::new(&files.key.expect("a key").path).is_absolute());
    }

    #[test]
    fn files_that_other_users_can_read_are_named_with_the_fix() {
        let directory = tempfile::tempdir().expect("a directory");
        let database = directory.path().join("mailcode.db");
        let url = format!("sqlite://{}", database.display());
        fs::write(&database, "").expect("written");
        fs::write(directory.path().join("secret.key"), "").expect("written");
        let set_mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("changed");
        set_mode(&directory.path().join("secret.key"), 0o600);
        for (of_directory, of_database, is_exposed) in
            [(0o755, 0o600, false), (0o755, 0o644, true), (0o750, 0o640, true), (0o710, 0o604, false), (0o700, 0o666, false)]
        {
            set_mode(directory.path(), of_directory);
            set_mode(&database, of_database);
            let warnings = find(&url, &[]).warnings();
            assert_eq!(warnings.len(), usize::from(is_exposed), "{of_directory:o} {of_database:o}: {warnings:?}");
            let fix = format!("mode {of_database:04o}; run: chmod 600 {}*", database.display());
            assert!(warnings.iter().all(|warning| warning.contains(&fix)), "{warnings:?}");
        }
        set_mode(directory.path(), 0o755);
        set_mode(&database, 0o600);
        set_mode(&directory.path().join("secret.key"), 0o640);
        let warnings = find(&url, &[]).warnings();
        assert!(warnings.len() == 1 && warnings[0].contains("the secret key: "), "{warnings:?}");
    }

    #[test]
    fn new_files_are_named() {
        let directory = tempfile::tempdir().expect("a directory");
        fs::set_permissions(directory.path(), fs::Permissions::from_mode(0o700)).expect("changed");
        let database = directory.path().join("mailcode.db");
        let url = format!("sqlite://{}", database.display());
        let warnings_of = |flags: &[&str]| find(&url, flags).warnings();
        let is_of = |sentence: &str, words: &str| sentence.contains(words) && sentence.contains(&directory.path().display().to_string());

        let new = warnings_of(&[]);
        assert!(new.len() == 2 && is_of(&new[0], "new, empty database at") && is_of(&new[1], "new secret key at"), "{new:?}");
        assert_eq!(warnings_of(&["--secret-key", &"07".repeat(32)]).len(), 1, "a key in the settings has no file");

        fs::write(&database, "").expect("written");
        let new = warnings_of(&[]);
        assert!(new.len() == 1 && is_of(&new[0], "codes that were sent before no longer work"), "{new:?}");

        fs::write(directory.path().join("secret.key"), "").expect("written");
        assert_eq!(warnings_of(&[]), [""; 0]);
        assert_eq!(find(&url, &[]).database.expect("a file").to_string(), database.display().to_string());
    }
}
