use super::ConfigError;
use crate::store::{DatabaseLocation, LocationError};
use secrecy::{ExposeSecret, SecretString};

/// Checks the URL of the database, which may have a password, so that errors do not quote it.
pub(super) fn check(url: &SecretString) -> Result<DatabaseLocation, ConfigError> {
    DatabaseLocation::parse(url.expose_secret()).map_err(|error: LocationError| {
        let fix = error.fix();
        ConfigError::new("MAILCODE_DATABASE_URL", format!("{error}; {fix}."))
    })
}
