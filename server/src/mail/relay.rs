use super::AccessTokenSource;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::{self, PemObject};
use secrecy::SecretString;
use std::fmt;
use std::fs;
use std::path::Path;

/// The mail server that accepts our mail, and how to reach it. TLS is always required.
#[derive(Clone)]
pub struct Relay {
    /// DNS name or IP address of the relay, which its certificate must name too (RFC 9525 §6).
    pub host: String,
    /// Port of the relay: by custom 587 for [`TlsMode::StartTls`] (RFC 6409 §3.1), 465 for [`TlsMode::Implicit`] (RFC 8314 §7.3).
    pub port: u16,
    /// When TLS begins.
    pub tls: TlsMode,
    /// Credentials for the login; `None`: no login. Sent only inside verified TLS.
    pub credentials: Option<Credentials>,
    /// Certificates of authorities trusted besides the system's.
    pub extra_roots: Vec<CertificateDer<'static>>,
}

/// Whether TLS begins by `STARTTLS` or at once. There is no mode without TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TlsMode {
    /// After the `STARTTLS` command (RFC 3207); a relay that does not offer it is not used.
    StartTls,
    /// With the first byte (RFC 8314 §3.3).
    Implicit,
}

/// User name and secret for `AUTH` (RFC 4954).
#[derive(Clone)]
pub struct Credentials {
    /// The user name.
    pub username: String,
    /// The password or access token.
    pub secret: Secret,
}

/// The secret of a login.
#[derive(Clone, Debug)]
pub enum Secret {
    /// A password, for `PLAIN` (RFC 4616) or `LOGIN`.
    Password(SecretString),
    /// An access token, for `XOAUTH2`, which Google and Microsoft have documented.
    AccessToken(AccessTokenSource),
}

/// Why a file provides no root certificates.
#[derive(Debug, thiserror::Error)]
pub enum RootsError {
    /// The file cannot be read, or its PEM (RFC 7468) is broken.
    #[error("the file cannot be read as PEM")]
    Pem(#[from] pem::Error),
    /// The file has no `CERTIFICATE` block.
    #[error("the file contains no certificate")]
    Empty,
}

impl Relay {
    /// Reads the certificates of a PEM file, for [`Self::extra_roots`].
    ///
    /// # Errors
    /// See [`RootsError`].
    pub fn read_roots(file: &Path) -> Result<Vec<CertificateDer<'static>>, RootsError> {
        let bytes = fs::read(file).map_err(pem::Error::Io)?;
        // Some editors put a byte-order mark in front, which is not part of PEM.
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
        let roots = CertificateDer::pem_slice_iter(text).collect::<Result<Vec<_>, _>>()?;
        if roots.is_empty() { Err(RootsError::Empty) } else { Ok(roots) }
    }
}

/// The relay's host and port, as logs show it.
impl fmt::Display for Relay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.host, self.port)
    }
}

impl fmt::Debug for Relay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Relay")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("tls", &self.tls)
            .field("credentials", &self.credentials)
            .field("extra_roots", &self.extra_roots.len())
            .finish()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Credentials(……)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Credentials, Relay, RootsError, Secret, TlsMode};
    use rcgen::generate_simple_self_signed;
    use secrecy::SecretString;
    use std::fs;

    #[test]
    fn a_relay_is_printed_without_secrets() {
        let secret = Secret::Password(SecretString::from("secret"));
        let credentials = Some(Credentials { username: "relay-user".to_owned(), secret });
        let relay = Relay { host: "relay.example".to_owned(), port: 587, tls: TlsMode::StartTls, credentials, extra_roots: Vec::new() };
        let shown = format!("{relay:?} {relay}");
        assert!(shown.contains("relay.example:587") && !shown.contains("relay-user") && !shown.contains("secret"), "{shown}");
    }

    #[test]
    fn roots_are_read_from_pem() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("roots.pem");
        assert!(matches!(Relay::read_roots(&file), Err(RootsError::Pem(_))), "no file");
        fs::write(&file, "nothing").expect("written");
        assert!(matches!(Relay::read_roots(&file), Err(RootsError::Empty)));
        fs::write(&file, "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n").expect("written");
        assert!(matches!(Relay::read_roots(&file), Err(RootsError::Pem(_))), "no Base64");
        let root = || generate_simple_self_signed(vec!["relay.example".to_owned()]).expect("a certificate").cert.pem();
        fs::write(&file, root() + &root()).expect("written");
        assert_eq!(Relay::read_roots(&file).expect("two roots").len(), 2);
        fs::write(&file, "\u{feff}".to_owned() + &root() + &root()).expect("written");
        assert_eq!(Relay::read_roots(&file).expect("two roots behind a byte-order mark").len(), 2);
    }
}
