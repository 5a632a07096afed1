use std::fmt;
use std::path::{Path, PathBuf};

/// The file of an SQLite database. It displays as the absolute path, since the meaning of a relative one depends on the working directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatabaseFile(PathBuf);

impl DatabaseFile {
    /// Parses `sqlite://relative/path` or `sqlite:///absolute/path`; `None` for anything else: parameters of the URL are not understood, and
    /// a database in memory would be empty after each start.
    #[must_use]
    pub fn parse(url: &str) -> Option<Self> {
        let path = url.strip_prefix("sqlite://")?;
        let is_file = !path.is_empty() && !path.contains(['?', '%']) && path != ":memory:";
        is_file.then(|| Self(PathBuf::from(path)))
    }

    /// The URL, as in the setting.
    #[must_use]
    pub fn url(&self) -> String {
        format!("sqlite://{}", self.0.display())
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

impl fmt::Display for DatabaseFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let absolute = std::path::absolute(&self.0);
        write!(formatter, "{}", absolute.as_ref().unwrap_or(&self.0).display())
    }
}
