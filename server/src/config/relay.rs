use super::smtp_settings::SmtpTls;
use super::text::{secret_from_value_or_file, unreadable};
use super::{ConfigError, Settings};
use crate::mail::{AccessTokenSource, Credentials, Mailbox, Relay, RootsError, Secret, TlsMode};
use rustls::RootCertStore;
use rustls_pki_types::{CertificateDer, ServerName, pem};
use secrecy::{ExposeSecret, SecretString};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The settings of one relay, with their names.
struct RelaySettings {
    names: &'static SettingNames,
    host: Option<String>,
    port: Option<u16>,
    tls: Option<SmtpTls>,
    username: Option<String>,
    password: Option<SecretString>,
    password_file: Option<PathBuf>,
    token_file: Option<PathBuf>,
    token_command: Option<String>,
    ca_file: Option<PathBuf>,
}

struct SettingNames {
    host: &'static str,
    port: &'static str,
    tls: &'static str,
    username: &'static str,
    password: &'static str,
    password_file: &'static str,
    token_file: &'static str,
    token_command: &'static str,
    ca_file: &'static str,
}

macro_rules! names {
    ($prefix:literal) => {
        SettingNames {
            host: concat!($prefix, "_HOST"),
            port: concat!($prefix, "_PORT"),
            tls: concat!($prefix, "_TLS"),
            username: concat!($prefix, "_USERNAME"),
            password: concat!($prefix, "_PASSWORD"),
            password_file: concat!($prefix, "_PASSWORD_FILE"),
            token_file: concat!($prefix, "_TOKEN_FILE"),
            token_command: concat!($prefix, "_TOKEN_COMMAND"),
            ca_file: concat!($prefix, "_CA_FILE"),
        }
    };
}

/// The relay from the settings, if they name one.
pub(super) fn check(settings: &Settings) -> Result<Option<Relay>, ConfigError> {
    let given = RelaySettings {
        names: &names!("MAILCODE_SMTP"),
        host: settings.smtp_host.clone(),
        port: settings.smtp_port,
        tls: settings.smtp_tls,
        username: settings.smtp_username.clone(),
        password: settings.smtp_password.clone(),
        password_file: settings.smtp_password_file.clone(),
        token_file: settings.smtp_token_file.clone(),
        token_command: settings.smtp_token_command.clone(),
        ca_file: settings.smtp_ca_file.clone(),
    };
    given.relay()
}

/// The second relay from the settings, if they name one; it requires a first.
pub(super) fn check_fallback(settings: &Settings) -> Result<Option<Relay>, ConfigError> {
    let second = &settings.fallback;
    let given = RelaySettings {
        names: &names!("MAILCODE_SMTP_FALLBACK"),
        host: second.smtp_fallback_host.clone(),
        port: second.smtp_fallback_port,
        tls: second.smtp_fallback_tls,
        username: second.smtp_fallback_username.clone(),
        password: second.smtp_fallback_password.clone(),
        password_file: second.smtp_fallback_password_file.clone(),
        token_file: second.smtp_fallback_token_file.clone(),
        token_command: second.smtp_fallback_token_command.clone(),
        ca_file: second.smtp_fallback_ca_file.clone(),
    };
    let name = given.names.host;
    let relay = given.relay()?;
    let is_alone = relay.is_some() && settings.smtp_host.as_deref().unwrap_or_default().trim().is_empty();
    if is_alone { Err(ConfigError::new(name, "is set, but MAILCODE_SMTP_HOST is not; set the first relay as well.")) } else { Ok(relay) }
}

/// Checks how long opening a connection may take. The maximum is a few minutes, since codes expire.
pub(super) fn check_open_within(settings: &Settings) -> Result<Duration, ConfigError> {
    let open_within = settings.smtp_open_within;
    if open_within < Duration::from_secs(1) || open_within > Duration::from_secs(5 * 60) {
        return Err(ConfigError::new("MAILCODE_SMTP_OPEN_WITHIN", "must be between 1s and 5m."));
    }
    Ok(open_within)
}

impl RelaySettings {
    fn relay(self) -> Result<Option<Relay>, ConfigError> {
        let Some(host) = self.host.as_deref().map(str::trim).filter(|host| !host.is_empty()) else {
            return self.refuse_leftovers().map(|()| None);
        };
        if ServerName::try_from(host).is_err() {
            let problem =
                format!("must be only a host name or an IP address, such as smtp.example.org; set the port with {}.", self.names.port);
            return Err(ConfigError::new(self.names.host, problem));
        }
        let tls = match self.tls.unwrap_or(SmtpTls::Starttls) {
            SmtpTls::Starttls => TlsMode::StartTls,
            SmtpTls::Implicit => TlsMode::Implicit,
        };
        // Default ports: RFC 6409 §3.1 and RFC 8314 §7.3.
        let usual_port = if tls == TlsMode::StartTls { 587 } else { 465 };
        let extra_roots = match &self.ca_file {
            None => Vec::new(),
            Some(file) => read_roots(file).map_err(|error| ConfigError::of_file(self.names.ca_file, file, &error))?,
        };
        let (host, port) = (host.to_owned(), self.port.unwrap_or(usual_port));
        Ok(Some(Relay { host, port, tls, credentials: self.credentials()?, extra_roots }))
    }

    fn credentials(self) -> Result<Option<Credentials>, ConfigError> {
        let names = self.names;
        let error = |setting, problem: String| Err(ConfigError::new(setting, problem));
        let password = secret_from_value_or_file(names.password, names.password_file, self.password, self.password_file.as_deref())?;
        let token = match (self.token_file, self.token_command) {
            (Some(_), Some(_)) => return error(names.token_file, format!("and {} are both set; unset one.", names.token_command)),
            (Some(file), None) => Some(AccessTokenSource::File(file)),
            (None, Some(command)) => Some(AccessTokenSource::Command(command)),
            (None, None) => None,
        };
        let secret = match (password, token) {
            (Some(_), Some(_)) => {
                return error(names.password, "is set, and so is a token file or token command; unset one of them.".to_owned());
            }
            (Some(password), None) => Some(Secret::Password(without_blanks(password))),
            (None, token) => token.map(Secret::AccessToken),
        };
        match (self.username, secret) {
            (Some(username), Some(secret)) => Ok(Some(Credentials { username, secret })),
            (None, None) => Ok(None),
            (Some(_), None) => error(names.password, format!("is not set, but {} is; set both or neither.", names.username)),
            (None, Some(_)) => error(names.username, "is not set, but a password or a token is; set both or neither.".to_owned()),
        }
    }

    /// Rejects settings of a relay without its host. Otherwise this mistake would leave the mails in the development mailbox.
    fn refuse_leftovers(&self) -> Result<(), ConfigError> {
        let leftovers = [
            (self.names.port, self.port.is_some()),
            (self.names.tls, self.tls.is_some()),
            (self.names.username, self.username.is_some()),
            (self.names.password, self.password.is_some()),
            (self.names.password_file, self.password_file.is_some()),
            (self.names.token_file, self.token_file.is_some()),
            (self.names.token_command, self.token_command.is_some()),
            (self.names.ca_file, self.ca_file.is_some()),
        ];
        match leftovers.into_iter().find(|(_, is_set)| *is_set) {
            Some((setting, _)) => {
                let problem = format!("is set, but {} is not; set the relay's host or unset this.", self.names.host);
                Err(ConfigError::new(setting, problem))
            }
            None => Ok(()),
        }
    }
}

/// Reads the certificates of authorities in a file.
fn read_roots(file: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    let roots = Relay::read_roots(file).map_err(|error| roots_error(&error))?;
    let mut store = RootCertStore::empty();
    for root in &roots {
        store.add(root.clone()).map_err(|_| "contains no X.509 certificate in one of its PEM blocks".to_owned())?;
    }
    Ok(roots)
}

/// What is wrong with a file that should hold certificates.
fn roots_error(error: &RootsError) -> String {
    let expected = "a certificate in PEM begins with -----BEGIN CERTIFICATE-----";
    match error {
        RootsError::Pem(pem::Error::Io(error)) => unreadable(error),
        RootsError::Pem(_) => format!("contains broken PEM; {expected}"),
        RootsError::Empty => format!("contains no certificate; {expected}"),
    }
}

/// The sender, which must be set with a relay.
pub(super) fn check_sender(settings: &Settings, with_relay: bool) -> Result<Mailbox, ConfigError> {
    const SETTING: &str = "MAILCODE_MAIL_FROM";
    match settings.mail_from.as_deref() {
        None if with_relay => Err(ConfigError::new(
            SETTING,
            "is not set, but MAILCODE_SMTP_HOST is; set it to a sender your relay accepts, such as \"Example <no-reply@example.org>\".",
        )),
        from => from
            .unwrap_or("Mailcode <no-reply@localhost>")
            .parse()
            .map_err(|_| ConfigError::new(SETTING, "is not a mailbox; write \"Name <name@example.org>\" or name@example.org.")),
    }
}

/// Removes the blanks of an App Password, which Google shows as four groups of four letters and people paste as it is shown.
fn without_blanks(password: SecretString) -> SecretString {
    let letters: String = password.expose_secret().chars().filter(|character| !character.is_whitespace()).collect();
    let is_app_password = letters.len() == 16 && letters.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_app_password { SecretString::from(letters) } else { password }
}

#[cfg(test)]
mod tests {
    use super::{check, without_blanks};
    use crate::config::Settings;
    use clap::Parser;
    use secrecy::{ExposeSecret, SecretString};
    use std::fs;
    use std::path::Path;

    #[test]
    fn a_file_of_authorities_is_missing_or_unreadable_or_has_none() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("ca.pem");
        let problem = |path: &Path| {
            let flags = ["mailcode", "--smtp-host", "relay.example", "--smtp-ca-file", path.to_str().expect("UTF-8")];
            let error = check(&Settings::try_parse_from(flags).expect("known settings")).expect_err("no certificate");
            assert_eq!(error.setting, "MAILCODE_SMTP_CA_FILE");
            error.problem
        };
        assert!(problem(&file).contains("which does not exist; "));
        assert!(problem(directory.path()).contains("which is a directory; "));
        fs::write(&file, "a text").expect("written");
        assert!(problem(&file).contains("which contains no certificate; "));
        fs::write(&file, "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n").expect("written");
        assert!(problem(&file).contains("which contains broken PEM; "));
        fs::write(&file, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").expect("written");
        assert!(problem(&file).contains("which contains no X.509 certificate"));
    }

    #[test]
    fn a_host_is_a_name_or_an_address() {
        for (host, is_right) in
            [("relay.example", true), ("192.0.2.1", true), ("2001:db8::1", true), ("relay_example!", false), ("a..b", false)]
        {
            let settings = Settings::try_parse_from(["mailcode", "--smtp-host", host]).expect("known settings");
            assert_eq!(check(&settings).is_ok(), is_right, "{host}");
        }
    }

    #[test]
    fn only_an_app_password_loses_its_blanks() {
        for (given, kept) in [
            ("abcd efgh ijkl mnop", "abcdefghijklmnop"),
            ("abcd\u{a0}efgh\u{a0}ijkl\u{a0}mnop", "abcdefghijklmnop"),
            ("abcdefghijklmnop", "abcdefghijklmnop"),
            ("correct horse battery", "correct horse battery"),
            ("abcd efgh ijkl mno1", "abcd efgh ijkl mno1"),
        ] {
            assert_eq!(without_blanks(SecretString::from(given)).expose_secret(), kept);
        }
    }
}
