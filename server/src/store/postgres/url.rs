use sqlx_core::Url;
use sqlx_postgres::{PgConnectOptions, PgSslMode};
use std::fmt;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The parameters of a URL that are understood.
const PARAMETERS: [&str; 10] =
    ["sslmode", "sslrootcert", "sslcert", "sslkey", "host", "port", "dbname", "user", "password", "application_name"];

/// Those whose value is the path of a file.
const TLS_FILES: [&str; 3] = ["sslrootcert", "sslcert", "sslkey"];

/// The URL of a PostgreSQL database, which may have a password: `postgres://user:password@host:port/database?sslmode=verify-full`. What it
/// leaves out comes from the variables and the password file of PostgreSQL's own programs
/// (postgresql.org/docs/current/libpq-envars.html), the password for example from `PGPASSFILE`. It displays without user and password.
#[derive(Clone)]
pub struct PostgresUrl {
    options: Box<PgConnectOptions>,
    /// The files with certificates and keys.
    tls_files: Vec<PathBuf>,
}

/// What is wrong with a URL. Displays as the rest of a sentence that names it; the URL itself is not shown, since it may have a password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PostgresUrlError {
    /// It is no URL, or a value in it is none of its kind.
    #[error("is no valid URL of a PostgreSQL database")]
    Malformed,
    /// It names no database.
    #[error("names no database")]
    NoDatabase,
    /// It has a parameter that is not understood. A setting that is ignored could be one for security.
    #[error("has the parameter {0:?}, which is not known; known are {known}", known = PARAMETERS.join(", "))]
    UnknownParameter(String),
}

impl PostgresUrl {
    /// Parses a `postgres://` or `postgresql://` URL. Files that it names are read when a connection is opened.
    ///
    /// # Errors
    /// See [`PostgresUrlError`].
    pub fn parse(text: &str) -> Result<Self, PostgresUrlError> {
        let url = Url::parse(text).map_err(|_| PostgresUrlError::Malformed)?;
        if !["postgres", "postgresql"].contains(&url.scheme()) {
            return Err(PostgresUrlError::Malformed);
        }
        if let Some((name, _)) = url.query_pairs().find(|(name, _)| !PARAMETERS.contains(&&**name)) {
            return Err(PostgresUrlError::UnknownParameter(name.into_owned()));
        }
        let options: PgConnectOptions = text.parse().map_err(|_| PostgresUrlError::Malformed)?;
        // PostgreSQL's own default is the name of the user, which would only be found out after the tables are in it.
        if options.get_database().is_none_or(str::is_empty) {
            return Err(PostgresUrlError::NoDatabase);
        }
        let is_named = options.get_application_name().is_some();
        let options = if is_named { options } else { options.application_name("mailcode") };
        let is_file = |name: &str| TLS_FILES.contains(&name);
        let tls_files = url.query_pairs().filter(|(name, _)| is_file(name)).map(|(_, path)| PathBuf::from(&*path)).collect();
        Ok(Self { options: Box::new(options), tls_files })
    }

    /// Whether the server's certificate and name are verified, or no network lies between: a socket of this machine, or a loopback address.
    #[must_use]
    pub fn is_protected(&self) -> bool {
        let host = self.options.get_host().trim_matches(['[', ']']);
        let is_local = self.options.get_socket().is_some()
            || host.starts_with('/')
            || host == "localhost"
            || host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback());
        is_local || matches!(self.options.get_ssl_mode(), PgSslMode::VerifyFull)
    }

    pub(super) fn options(&self) -> &PgConnectOptions {
        &self.options
    }

    /// A file that it names and that cannot be read, if there is one.
    pub(super) fn unreadable_file(&self) -> Option<&Path> {
        self.tls_files.iter().map(PathBuf::as_path).find(|path| File::open(path).is_err())
    }
}

impl fmt::Display for PostgresUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (host, port) = (self.options.get_host(), self.options.get_port());
        let database = self.options.get_database().unwrap_or_default();
        match self.options.get_socket() {
            Some(socket) => write!(formatter, "postgres://{}/{database}", socket.display()),
            None => write!(formatter, "postgres://{host}:{port}/{database}"),
        }
    }
}

impl fmt::Debug for PostgresUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "PostgresUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::{PostgresUrl, PostgresUrlError};

    #[test]
    fn a_url_is_shown_without_user_and_password() {
        for (text, shown) in [
            ("postgres://mailcode:secret@db.example.org/accounts", "postgres://db.example.org:5432/accounts"),
            ("postgresql://mailcode:secret@[::1]:6000/accounts?sslmode=require", "postgres://[::1]:6000/accounts"),
            ("postgres://u/accounts?password=secret&host=db.example.org", "postgres://db.example.org:5432/accounts"),
            ("postgres://mailcode:secret@%2Frun%2Fpostgresql/accounts", "postgres:///run/postgresql/accounts"),
        ] {
            let url = PostgresUrl::parse(text).expect("a URL");
            assert_eq!((url.to_string().as_str(), format!("{url:?}")), (shown, format!("PostgresUrl({shown})")));
        }
    }

    #[test]
    fn what_is_wrong_is_named_without_the_url() {
        let unknown = |name: &str| PostgresUrlError::UnknownParameter(name.to_owned());
        for (text, error) in [
            ("postgres://mailcode:secret@host:port/accounts", PostgresUrlError::Malformed),
            ("postgres://mailcode:secret@host/accounts?sslmode=strict", PostgresUrlError::Malformed),
            ("sqlite://secret.db", PostgresUrlError::Malformed),
            ("postgres://mailcode:secret@host", PostgresUrlError::NoDatabase),
            ("postgres://mailcode:secret@host/", PostgresUrlError::NoDatabase),
            ("postgres://mailcode@host/accounts?target_session_attrs=secret", unknown("target_session_attrs")),
            ("postgres://mailcode@host/accounts?sslMode=verify-full&password=secret", unknown("sslMode")),
        ] {
            let found = PostgresUrl::parse(text).expect_err(text);
            assert_eq!(found, error, "{text}");
            assert!(!found.to_string().contains("secret"), "{found}");
        }
    }

    #[test]
    fn a_connection_over_a_network_is_protected_if_it_is_verified() {
        for (text, is_protected) in [
            ("postgres://mailcode@db.example.org/accounts", false),
            ("postgres://mailcode@db.example.org/accounts?sslmode=require", false),
            ("postgres://mailcode@db.example.org/accounts?sslmode=verify-ca", false),
            ("postgres://mailcode@db.example.org/accounts?sslmode=verify-full", true),
            ("postgres://mailcode@192.0.2.1/accounts?sslmode=disable", false),
            ("postgres://mailcode@localhost/accounts", true),
            ("postgres://mailcode@127.0.0.2:6000/accounts", true),
            ("postgres://mailcode@[::1]/accounts", true),
            ("postgres://mailcode@%2Frun%2Fpostgresql/accounts", true),
        ] {
            assert_eq!(PostgresUrl::parse(text).expect("a URL").is_protected(), is_protected, "{text}");
        }
    }
}
