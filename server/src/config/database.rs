use super::ConfigError;
use std::path::{Path, PathBuf};

/// The file of the SQLite database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatabaseFile(PathBuf);

impl DatabaseFile {
    /// Reads `sqlite://relative/path` or `sqlite:///absolute/path`.
    pub(crate) fn parse(url: &str) -> Result<Self, ConfigError> {
        let error = |problem: &str| ConfigError::new("MAILCODE_DATABASE_URL", problem);
        let Some(path) = url.strip_prefix("sqlite://") else {
            return Err(if url.starts_with("postgres://") || url.starts_with("postgresql://") {
                error("names PostgreSQL, which this version does not speak yet; set it to sqlite:// and a path.")
            } else {
                error("is not understood; write sqlite:// and a path, such as sqlite://data/mailcode.db.")
            });
        };
        if path.is_empty() || path.contains(['?', '%']) || path == ":memory:" {
            return Err(error("needs the path of a file and nothing else, such as sqlite://data/mailcode.db."));
        }
        Ok(Self(PathBuf::from(path)))
    }

    /// Its URL, as the setting writes it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("sqlite://{}", self.0.display())
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The directory it stands in.
    #[must_use]
    pub fn directory(&self) -> &Path {
        self.0.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }
}
