use super::{DataConfig, Origin, Settings, TrustedProxies, brand, dkim, limits, relay, words};
use crate::brand::Brand;
use crate::i18n::Catalogue;
use crate::mail::{Dkim, Mailbox, Relay};
use crate::sign_up::Limits;
use std::net::SocketAddr;
use std::time::Duration;

/// Settings that have been checked against each other.
#[derive(Debug)]
pub struct Config {
    /// Address and port of the web server.
    pub listen: SocketAddr,
    /// Connections of visitors that may be open at once.
    pub max_connections: usize,
    /// Address and port of the listener for `/metrics`; `None`: there is none.
    pub admin_listen: Option<SocketAddr>,
    /// The origin people see; `None` until the port is known, and then that of the address listened on.
    pub public_origin: Option<Origin>,
    /// Database and secret key.
    pub data: DataConfig,
    /// How long an audit event is kept; zero: there is no trail.
    pub audit_keep: Duration,
    /// The relay; `None`: the development mailbox.
    pub relay: Option<Relay>,
    /// The relay for when the other cannot take mails.
    pub fallback: Option<Relay>,
    /// Connections to each relay that may be open at once.
    pub smtp_connections: usize,
    /// Mails that may wait or be under way.
    pub smtp_queue: usize,
    /// The sender of the mails.
    pub mail_from: Mailbox,
    /// Who signs the mails, if anybody.
    pub dkim: Option<Dkim>,
    /// Whether the code stands in the subject and first in the text.
    pub code_in_subject: bool,
    /// The name in pages and mails.
    pub service_name: String,
    /// The look of the pages that is the operator's.
    pub brand: Brand,
    /// The words of pages and mails.
    pub catalogue: Catalogue,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: TrustedProxies,
    /// The limits.
    pub limits: Limits,
    /// The log's filter.
    pub log: String,
}

/// A setting that cannot be, named, with the fix.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{setting} {problem}")]
pub struct ConfigError {
    /// The setting's environment variable.
    pub setting: &'static str,
    /// What is wrong and what to do, as the rest of the sentence.
    pub problem: String,
}

impl ConfigError {
    /// `setting` `problem`.
    pub(super) fn new(setting: &'static str, problem: impl Into<String>) -> Self {
        Self { setting, problem: problem.into() }
    }
}

impl TryFrom<Settings> for Config {
    type Error = ConfigError;

    fn try_from(settings: Settings) -> Result<Self, ConfigError> {
        let limits = limits::check(&settings)?;
        let relay = relay::check(&settings)?;
        let fallback = relay::check_fallback(&settings)?;
        let mail_from = relay::check_sender(&settings, relay.is_some())?;
        if relay.is_none() && !settings.listen.ip().is_loopback() {
            return Err(ConfigError::new(
                "MAILCODE_SMTP_HOST",
                format!(
                    "is not set, and the development mailbox is for this machine only; set it to your relay, or set MAILCODE_LISTEN to \
                     a loopback address such as 127.0.0.1:{} instead of {}.",
                    settings.listen.port(),
                    settings.listen
                ),
            ));
        }
        if settings.public_url.is_none() && settings.listen.ip().is_unspecified() {
            let problem = "is not set, but MAILCODE_LISTEN is every address; set it to the origin people see, such as \
                           https://sign-up.example.org.";
            return Err(ConfigError::new("MAILCODE_PUBLIC_URL", problem));
        }
        Ok(Self {
            listen: settings.listen,
            max_connections: usize::try_from(settings.max_connections).unwrap_or(usize::MAX),
            admin_listen: settings.admin_listen,
            public_origin: settings.public_url.as_deref().map(Origin::parse).transpose()?,
            data: DataConfig::check(&settings)?,
            audit_keep: settings.audit_keep,
            relay,
            fallback,
            smtp_connections: usize::from(settings.smtp_connections),
            smtp_queue: usize::from(settings.smtp_queue),
            dkim: dkim::check(&settings, mail_from.email.domain())?,
            mail_from,
            code_in_subject: settings.code_in_subject,
            service_name: check_name(&settings.service_name)?,
            brand: brand::check(&settings)?,
            catalogue: words::check(settings.words_dir.as_deref())?,
            trusted_proxies: TrustedProxies::parse(settings.trusted_proxies.as_deref().unwrap_or_default())?,
            limits,
            log: settings.log,
        })
    }
}

/// The name stands in subjects and titles, so it is one short line.
fn check_name(name: &str) -> Result<String, ConfigError> {
    let name = name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 64 || name.chars().any(char::is_control) {
        return Err(ConfigError::new("MAILCODE_SERVICE_NAME", "must be 1 to 64 characters on one line."));
    }
    Ok(name)
}
