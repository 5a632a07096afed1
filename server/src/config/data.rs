use super::{ConfigError, DatabaseFile, SecretKeySource, Settings};

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
