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

#[cfg(test)]
mod tests {
    use crate::config::{Config, Settings};
    use clap::Parser;

    fn check(flags: &[&str]) -> Result<Config, String> {
        let settings = Settings::try_parse_from([&["mailcode"], flags].concat()).expect("known settings");
        Config::try_from(settings).map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_wrong_with_a_url_is_said_without_its_password() {
        for (url, says) in [
            ("mysql://mailcode:secret@host/db", "MAILCODE_DATABASE_URL is neither a sqlite:// nor a postgres:// URL; "),
            ("sqlite://secret.db?mode=ro", "MAILCODE_DATABASE_URL is not sqlite:// and the path of a file, without parameters; "),
            ("postgres://mailcode:secret@host:port/db", "MAILCODE_DATABASE_URL is no valid URL of a PostgreSQL database; "),
            ("postgres://mailcode:secret@host", "MAILCODE_DATABASE_URL names no database; "),
            ("postgres://mailcode:secret@host/db?pool=5", "MAILCODE_DATABASE_URL has the parameter \"pool\", which is not known; "),
        ] {
            let error = check(&["--database-url", url]).expect_err(url);
            assert!(error.starts_with(says) && error.contains("set it to ") && error.ends_with('.'), "{error}");
            assert!(!error.contains("secret"), "{error}");
        }
    }

    /// With a key of its own, an instance could not read the codes that another has sent.
    #[test]
    fn several_instances_need_a_key_that_all_of_them_know() {
        let url = ["--database-url", "postgres://mailcode:secret@host/db?sslmode=verify-full"];
        let error = check(&url).expect_err("no key");
        assert!(error.starts_with("MAILCODE_SECRET_KEY is not set, but all instances"), "{error}");
        let key = "07".repeat(32);
        let config = check(&[&url[..], &["--secret-key", &key]].concat()).expect("settings that agree");
        assert!(!format!("{config:?}").contains("secret@"), "{config:?}");
        assert_eq!(config.data.database.to_string(), "postgres://host:5432/db");
    }
}
