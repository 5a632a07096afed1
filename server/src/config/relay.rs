use super::smtp_settings::SmtpTls;
use super::text::secret_from_value_or_file;
use super::{ConfigError, Settings};
use crate::mail::{AccessTokenSource, Credentials, Mailbox, Relay, Secret, TlsMode};
use secrecy::{ExposeSecret, SecretString};
use std::net::Ipv6Addr;
use std::path::PathBuf;
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

/// How long opening a connection may take: some minutes at most, since codes expire.
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
        if host.contains(['/', '@', ' ']) || (host.contains(':') && host.parse::<Ipv6Addr>().is_err()) {
            let problem = format!("must be only a host name, such as smtp.example.org; set the port with {}.", self.names.port);
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
            Some(file) => Relay::read_roots(file).map_err(|error| {
                ConfigError::new(self.names.ca_file, format!("names {}, which cannot be used: {error}.", file.display()))
            })?,
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

    /// Rejects settings of a relay without its host, a mistake that would otherwise send the mails nowhere.
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
    use super::without_blanks;
    use secrecy::{ExposeSecret, SecretString};

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
