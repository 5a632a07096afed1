use super::ConfigError;
use std::path::{Path, PathBuf};

/// The absolute path, to show to people, since the meaning of a relative one depends on the working directory. Symbolic links are not
/// followed. Without a working directory, the path is returned as it is.
#[must_use]
pub fn absolute_path(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The file of the SQLite database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatabaseFile(PathBuf);

impl DatabaseFile {
    /// Parses `sqlite://relative/path` or `sqlite:///absolute/path`.
    pub(crate) fn parse(url: &str) -> Result<Self, ConfigError> {
        let error = |problem: &str| ConfigError::new("MAILCODE_DATABASE_URL", problem);
        let Some(path) = url.strip_prefix("sqlite://") else {
            return Err(if url.starts_with("postgres://") || url.starts_with("postgresql://") {
                error("is the URL of a PostgreSQL database, which this version does not support; set it to sqlite:// and a path.")
            } else {
                error("is not the URL of a SQLite database; set it to sqlite:// and a path, such as sqlite://data/mailcode.db.")
            });
        };
        if path.is_empty() || path.contains(['?', '%']) || path == ":memory:" {
            return Err(error("must be sqlite:// and the path of a file, without parameters, such as sqlite://data/mailcode.db."));
        }
        Ok(Self(PathBuf::from(path)))
    }

    /// The URL, as in the setting.
    #[must_use]
    pub fn url(&self) -> String {
        format!("sqlite://{}", self.0.display())
    }

    /// The absolute path, to show to people.
    #[must_use]
    pub fn display_path(&self) -> String {
        absolute_path(&self.0).display().to_string()
    }

    /// The path, as in the setting.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The directory of the file.
    #[must_use]
    pub fn directory(&self) -> &Path {
        self.0.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }
}
