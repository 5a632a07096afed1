use super::text::list_items;
use super::{ConfigError, Origin, SecretKeySource, Settings, TrustedProxies, appearance, database, dkim, limits, proxies, relay};
use crate::brand::Brand;
use crate::i18n::Catalogue;
use crate::mail::{Dkim, Mailbox, Relay, Sender, SenderError};
use crate::sign_up::Limits;
use crate::store::DatabaseLocation;
use domain::Page;
use std::net::SocketAddr;
use std::time::Duration;
use tracing_subscriber::EnvFilter;

/// The settings of the database and the secret key, which every command uses.
#[derive(Clone, Debug)]
pub struct DataConfig {
    /// Where the database is.
    pub database: DatabaseLocation,
    /// Where the secret key comes from.
    pub secret_key: SecretKeySource,
}

impl DataConfig {
    /// Checks these settings only.
    ///
    /// # Errors
    /// [`ConfigError`] with the setting and the fix.
    pub fn check(settings: &Settings) -> Result<Self, ConfigError> {
        let database = database::check(&settings.database_url)?;
        let secret_key = SecretKeySource::check(settings.secret_key.clone(), settings.secret_key_file.as_deref(), &database)?;
        Ok(Self { database, secret_key })
    }
}

/// Settings that have been checked against each other.
#[derive(Debug)]
pub struct Config {
    /// Address and port of the web server.
    pub listen: SocketAddr,
    /// Visitors' connections that may be open at once.
    pub max_connections: usize,
    /// Address and port of the listener for `/metrics`, if there is one.
    pub admin_listen: Option<SocketAddr>,
    /// The public origin; `None` until the port is known, then that of the listener's address.
    pub public_origin: Option<Origin>,
    /// Database and secret key.
    pub data: DataConfig,
    /// How long an audit event is kept; zero disables the trail.
    pub audit_keep: Duration,
    /// How long a stopping server waits for requests and mails in progress.
    pub shutdown_grace: Duration,
    /// The relay; `None` for the development mailbox.
    pub relay: Option<Relay>,
    /// The second relay, for mails that the first cannot take.
    pub fallback: Option<Relay>,
    /// Connections to each relay that may be open at once.
    pub smtp_connections: usize,
    /// Mails that may be waiting or in progress.
    pub smtp_queue: usize,
    /// How long opening a connection to a relay may take.
    pub smtp_open_within: Duration,
    /// The sender of the mails.
    pub mail_from: Mailbox,
    /// Signs the mails, if a key is set.
    pub dkim: Option<Dkim>,
    /// Whether the subject and the start of the text contain the code.
    pub code_in_subject: bool,
    /// The service name in pages and mails.
    pub service_name: String,
    /// The operator's own design of the pages.
    pub brand: Brand,
    /// The texts of pages and mails.
    pub catalogue: Catalogue,
    /// Proxies whose `X-Forwarded-For` is trusted.
    pub trusted_proxies: TrustedProxies,
    /// How long an idle connection of a trusted proxy is kept.
    pub proxy_idle: Duration,
    /// The limits of the sign-up.
    pub limits: Limits,
    /// The log filter.
    pub log: String,
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
                    "is not set, and the development mailbox works only on a loopback address; set it to your relay, or set \
                     MAILCODE_LISTEN to a loopback address such as 127.0.0.1:{} instead of {}.",
                    settings.listen.port(),
                    settings.listen
                ),
            ));
        }
        if settings.public_url.is_none() && settings.listen.ip().is_unspecified() {
            let problem = "is not set, but MAILCODE_LISTEN is the wildcard address; set it to the origin that visitors see, such as \
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
            shutdown_grace: settings.shutdown_grace,
            relay,
            fallback,
            smtp_connections: usize::from(settings.smtp_connections),
            smtp_queue: usize::from(settings.smtp_queue),
            smtp_open_within: relay::check_open_within(&settings)?,
            dkim: dkim::check(&settings, mail_from.email.domain())?,
            mail_from,
            code_in_subject: settings.code_in_subject,
            service_name: appearance::service_name(&settings.service_name)?,
            brand: appearance::brand(&settings)?,
            catalogue: appearance::catalogue(settings.words_dir.as_deref())?,
            trusted_proxies: TrustedProxies::parse(settings.trusted_proxies.as_deref().unwrap_or_default())?,
            proxy_idle: proxies::check_idle(settings.proxy_idle)?,
            limits,
            log: log_filter(&settings.log)?,
        })
    }
}

impl Config {
    /// The sender of the mails; `service` is the service name in the mails, `origin` the public one.
    ///
    /// # Errors
    /// See [`SenderError`].
    pub(crate) fn sender(&self, service: &str, origin: &Origin) -> Result<Sender, SenderError> {
        let sender = Sender::new(self.mail_from.clone(), service, origin.host(), origin.url(Page::NotMe.path()))?;
        Ok(sender.with_code_in_subject(self.code_in_subject).with_catalogue(self.catalogue.clone()).with_dkim(self.dkim.clone()))
    }
}

/// The log filter, without blanks after commas, which its parser does not accept.
fn log_filter(filter: &str) -> Result<String, ConfigError> {
    let filter = list_items(filter).collect::<Vec<_>>().join(",");
    let problem = "is not a log filter; set it to a level (error, warn, info or debug), or to directives such as info,server::mail=debug.";
    EnvFilter::try_new(&filter).map(|_| filter).map_err(|_| ConfigError::new("MAILCODE_LOG", problem))
}

#[cfg(test)]
mod tests {
    use super::Config;
    use crate::config::Settings;
    use clap::Parser;

    #[test]
    fn a_log_filter_is_checked_with_the_other_settings() {
        let check = |filter| Config::try_from(Settings::try_parse_from(["mailcode", "--log", filter]).expect("known settings"));
        assert!(check("warn,server::mail=debug").is_ok());
        let error = check("info,[").expect_err("no filter").to_string();
        assert!(error.starts_with("MAILCODE_LOG is not a log filter; ") && error.contains("such as"), "{error}");
    }

    #[test]
    fn spaces_after_commas_are_ignored_in_every_list() {
        let flags =
            ["mailcode", "--log", "info, hyper=warn", "--mails-per-address", "5/1h, 10/24h", "--trusted-proxies", "10.0.0.0/8, ::1"];
        let config = Config::try_from(Settings::try_parse_from(flags).expect("known settings")).expect("settings that agree");
        assert_eq!(config.log, "info,hyper=warn");
        assert_eq!(config.limits.mails_per_address.to_string(), "5/1h,10/24h");
        assert!(config.trusted_proxies.contain("::1".parse().expect("an address")));
    }
}
