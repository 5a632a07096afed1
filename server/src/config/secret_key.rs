use super::text::{describe, secret_from_value_or_file, without_byte_order_mark};
use super::{ConfigError, absolute_path};
use crate::private_files;
use crate::sign_up::MacKey;
use crate::sign_up::ports::Randomness;
use crate::store::DatabaseLocation;
use secrecy::{ExposeSecret, SecretString};
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Where the secret key comes from.
#[derive(Clone, Debug)]
pub enum SecretKeySource {
    /// The settings contain the key, or name a file with it.
    Configured(MacKey),
    /// The key is in this file, which is created on first run, readable by its owner only.
    Generated(PathBuf),
}

/// Why there is no secret key.
#[derive(Debug, thiserror::Error)]
pub enum SecretKeyError {
    /// The file does not exist.
    #[error("the file of the secret key, {}, does not exist", absolute_path(.0).display())]
    Missing(PathBuf),
    /// The file cannot be read or created.
    #[error("cannot read or create the file of the secret key, {}: {}", absolute_path(.0).display(), describe(.1))]
    Unusable(PathBuf, io::Error),
    /// The file contains something else.
    #[error("the file of the secret key, {}, does not contain 64 hexadecimal digits", absolute_path(.0).display())]
    NotAKey(PathBuf),
}

impl SecretKeyError {
    /// What to do about it, as a clause.
    #[must_use]
    pub const fn fix(&self) -> &'static str {
        match self {
            Self::Missing(_) => "set MAILCODE_DATABASE_URL or MAILCODE_SECRET_KEY_FILE to the file that the server uses",
            Self::Unusable(..) => "give the user that runs Mailcode read and write access to the file and its directory",
            Self::NotAKey(_) => {
                "restore it from a backup, or delete it; the server then creates another, codes that were sent before no longer work, and \
                 accounts and sessions are kept"
            }
        }
    }
}

impl SecretKeySource {
    pub(super) fn check(value: Option<SecretString>, file: Option<&Path>, database: &DatabaseLocation) -> Result<Self, ConfigError> {
        const SETTING: &str = "MAILCODE_SECRET_KEY";
        const FILE_SETTING: &str = "MAILCODE_SECRET_KEY_FILE";
        match secret_from_value_or_file(SETTING, FILE_SETTING, value, file)? {
            None => match database {
                DatabaseLocation::Sqlite(file) => Ok(Self::Generated(file.directory().join("secret.key"))),
                DatabaseLocation::Postgres(_) => {
                    let problem = "is not set, but all instances that use one PostgreSQL database need the same key; create a key with: \
                                   openssl rand -hex 32";
                    Err(ConfigError::new(SETTING, problem))
                }
            },
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
    /// See [`SecretKeyError`].
    pub fn load(self, randomness: &dyn Randomness) -> Result<MacKey, SecretKeyError> {
        match self.read() {
            Err(SecretKeyError::Missing(path)) => create(&path, randomness).map_err(|error| SecretKeyError::Unusable(path, error)),
            key => key,
        }
    }

    /// Returns the key, if there is one.
    ///
    /// # Errors
    /// See [`SecretKeyError`].
    pub fn read(&self) -> Result<MacKey, SecretKeyError> {
        let path = match self {
            Self::Configured(key) => return Ok(key.clone()),
            Self::Generated(path) => path,
        };
        let text = match fs::read_to_string(path) {
            Ok(text) => Zeroizing::new(text),
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(SecretKeyError::Missing(path.clone())),
            // The content is not UTF-8.
            Err(error) if error.kind() == ErrorKind::InvalidData => return Err(SecretKeyError::NotAKey(path.clone())),
            Err(error) => return Err(SecretKeyError::Unusable(path.clone(), error)),
        };
        parse(without_byte_order_mark(&text)).ok_or_else(|| SecretKeyError::NotAKey(path.clone()))
    }
}

/// Creates a key and its file, for its owner only.
fn create(path: &Path, randomness: &dyn Randomness) -> io::Result<MacKey> {
    let mut bytes = [0; MacKey::LENGTH];
    randomness.generator().fill_bytes(&mut bytes);
    let text = Zeroizing::new(hex::encode(bytes));
    let mut file = private_files::create_file(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(MacKey::new(bytes))
}

fn parse(text: &str) -> Option<MacKey> {
    let mut bytes = [0; MacKey::LENGTH];
    hex::decode_to_slice(text.trim(), &mut bytes).ok().map(|()| MacKey::new(bytes))
}
