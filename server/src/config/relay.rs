use super::settings::SmtpTls;
use super::{ConfigError, Settings, password};
use crate::mail::{Credentials, Mailbox, Relay, Secret, TlsMode, TokenSource};

/// The relay of the settings, if they name one.
pub(super) fn check(settings: &Settings) -> Result<Option<Relay>, ConfigError> {
    let Some(host) = settings.smtp_host.as_deref().map(str::trim).filter(|host| !host.is_empty()) else {
        return refuse_leftovers(settings).map(|()| None);
    };
    if host.contains(['/', '@', ' ']) || (host.contains(':') && host.parse::<std::net::Ipv6Addr>().is_err()) {
        return Err(ConfigError::new(
            "MAILCODE_SMTP_HOST",
            "must be a host name alone, such as smtp.example.org; the port goes to MAILCODE_SMTP_PORT.",
        ));
    }
    let tls = match settings.smtp_tls.unwrap_or(SmtpTls::Starttls) {
        SmtpTls::Starttls => TlsMode::StartTls,
        SmtpTls::Implicit => TlsMode::Implicit,
    };
    // RFC 6409 §3.1 and RFC 8314 §7.3.
    let usual_port = if tls == TlsMode::StartTls { 587 } else { 465 };
    let extra_roots = match &settings.smtp_ca_file {
        None => Vec::new(),
        Some(file) => Relay::read_roots(file)
            .map_err(|error| ConfigError::new("MAILCODE_SMTP_CA_FILE", format!("names {}, which does not do: {error}.", file.display())))?,
    };
    Ok(Some(Relay {
        host: host.to_owned(),
        port: settings.smtp_port.unwrap_or(usual_port),
        tls,
        credentials: credentials(settings)?,
        extra_roots,
    }))
}

fn credentials(settings: &Settings) -> Result<Option<Credentials>, ConfigError> {
    let password = password::read(
        "MAILCODE_SMTP_PASSWORD",
        "MAILCODE_SMTP_PASSWORD_FILE",
        settings.smtp_password.clone(),
        settings.smtp_password_file.as_deref(),
    )?;
    let token = match (settings.smtp_token_file.clone(), settings.smtp_token_command.clone()) {
        (Some(_), Some(_)) => {
            return Err(ConfigError::new("MAILCODE_SMTP_TOKEN_FILE", "and MAILCODE_SMTP_TOKEN_COMMAND are both set; unset one."));
        }
        (Some(file), None) => Some(TokenSource::File(file)),
        (None, Some(command)) => Some(TokenSource::Command(command)),
        (None, None) => None,
    };
    let secret = match (password, token) {
        (Some(_), Some(_)) => {
            return Err(ConfigError::new("MAILCODE_SMTP_PASSWORD", "is set, and so is the source of a token; unset one of them."));
        }
        (Some(password), None) => Some(Secret::Password(password::without_blanks(password))),
        (None, token) => token.map(Secret::Token),
    };
    match (settings.smtp_username.clone(), secret) {
        (Some(username), Some(secret)) => Ok(Some(Credentials { username, secret })),
        (None, None) => Ok(None),
        (Some(_), None) => {
            Err(ConfigError::new("MAILCODE_SMTP_PASSWORD", "is not set, but MAILCODE_SMTP_USERNAME is; set both or neither."))
        }
        (None, Some(_)) => {
            Err(ConfigError::new("MAILCODE_SMTP_USERNAME", "is not set, but a password or the source of a token is; set both or neither."))
        }
    }
}

/// Settings of a relay without a relay are a mistake that would otherwise send the mails nowhere.
fn refuse_leftovers(settings: &Settings) -> Result<(), ConfigError> {
    let leftovers = [
        ("MAILCODE_SMTP_PORT", settings.smtp_port.is_some()),
        ("MAILCODE_SMTP_TLS", settings.smtp_tls.is_some()),
        ("MAILCODE_SMTP_USERNAME", settings.smtp_username.is_some()),
        ("MAILCODE_SMTP_PASSWORD", settings.smtp_password.is_some()),
        ("MAILCODE_SMTP_PASSWORD_FILE", settings.smtp_password_file.is_some()),
        ("MAILCODE_SMTP_TOKEN_FILE", settings.smtp_token_file.is_some()),
        ("MAILCODE_SMTP_TOKEN_COMMAND", settings.smtp_token_command.is_some()),
        ("MAILCODE_SMTP_CA_FILE", settings.smtp_ca_file.is_some()),
    ];
    match leftovers.into_iter().find(|(_, is_set)| *is_set) {
        Some((setting, _)) => Err(ConfigError::new(setting, "is set, but MAILCODE_SMTP_HOST is not; set the relay's host or unset this.")),
        None => Ok(()),
    }
}

/// The sender: a relay needs a real one.
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
            .map_err(|_| ConfigError::new(SETTING, "is no mailbox; write \"Name <name@example.org>\" or name@example.org.")),
    }
}
