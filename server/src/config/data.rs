//! Where the server's data is: the file of the database and the secret key.

use super::text::{secret_from_value_or_file, without_byte_order_mark};
use super::{ConfigError, Settings};
use crate::sign_up::MacKey;
use crate::sign_up::ports::Randomness;
use secrecy::{ExposeSecret, SecretString};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Settings of every command that uses the server's data.
#[derive(Clone, Debug)]
pub struct DataConfig {
    /// The database.
    pub database: DatabaseFile,
    /// Where the secret key comes from.
    pub secret_key: SecretKeySource,
}

impl DataConfig {
    /// Checks these settings only.
    ///
    /// # Errors
    /// [`ConfigError`] with the setting and the fix.
    pub fn check(settings: &Settings) -> Result<Self, ConfigError> {
        let database = DatabaseFile::parse(&settings.database_url)?;
        let secret_key = SecretKeySource::check(settings.secret_key.clone(), settings.secret_key_file.as_deref(), &database)?;
        Ok(Self { database, secret_key })
    }
}

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

/// Where the secret key comes from.
#[derive(Clone, Debug)]
pub enum SecretKeySource {
    /// The settings contain the key, or name a file with it.
    Configured(MacKey),
    /// The key is in this file, which is created on first run, readable by its owner only.
    Generated(PathBuf),
}

impl SecretKeySource {
    pub(super) fn check(value: Option<SecretString>, file: Option<&Path>, database: &DatabaseFile) -> Result<Self, ConfigError> {
        const SETTING: &str = "MAILCODE_SECRET_KEY";
        const FILE_SETTING: &str = "MAILCODE_SECRET_KEY_FILE";
        match secret_from_value_or_file(SETTING, FILE_SETTING, value, file)? {
            None => Ok(Self::Generated(database.directory().join("secret.key"))),
            Some(text) => parse(text.expose_secret()).map(Self::Configured).ok_or_else(|| {
                let key = "64 hexadecimal digits; create a key with: openssl rand -hex 32";
                match file {
                    Some(file) => ConfigError::of_file(FILE_SETTING, file, &format!("does not contain {key}")),
                    None => ConfigError::new(SETTING, format!("must be {key}")),
                }
            }),
        }
    }

    /// Returns the key; creates it and its file if there is none yet.
    ///
    /// # Errors
    /// If the file cannot be read or written, or contains something else.
    pub fn load(self, randomness: &dyn Randomness) -> io::Result<MacKey> {
        match (self.read(), self) {
            (Err(error), Self::Generated(path)) if error.kind() == io::ErrorKind::NotFound => make(&path, randomness),
            (key, _) => key,
        }
    }

    /// Returns the key, if there is one.
    ///
    /// # Errors
    /// If the file cannot be read, does not exist, or contains something else.
    pub fn read(&self) -> io::Result<MacKey> {
        let path = match self {
            Self::Configured(key) => return Ok(key.clone()),
            Self::Generated(path) => path,
        };
        parse(without_byte_order_mark(&fs::read_to_string(path)?))
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, format!("{} does not contain 64 hexadecimal digits", path.display())))
    }
}

fn make(path: &Path, randomness: &dyn Randomness) -> io::Result<MacKey> {
    let mut bytes = [0; MacKey::LENGTH];
    randomness.generator().fill_bytes(&mut bytes);
    let text = Zeroizing::new(hex::encode(bytes));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(MacKey::new(bytes))
}

fn parse(text: &str) -> Option<MacKey> {
    let mut bytes = [0; MacKey::LENGTH];
    hex::decode_to_slice(text.trim(), &mut bytes).ok().map(|()| MacKey::new(bytes))
}
