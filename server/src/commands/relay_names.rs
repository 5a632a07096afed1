use crate::config::Config;
use std::fmt;
use tokio::net::lookup_host;
use tokio::task::JoinSet;

/// The host and port of a relay, with the setting that names the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RelayName {
    setting: &'static str,
    host: String,
    port: u16,
}

impl RelayName {
    /// The relays of these settings, in the order in which they are tried.
    pub(super) fn all(config: &Config) -> Vec<Self> {
        let relays = [("MAILCODE_SMTP_HOST", &config.relay), ("MAILCODE_SMTP_FALLBACK_HOST", &config.fallback)];
        let name = |(setting, relay): (&'static str, &Option<crate::mail::Relay>)| {
            relay.as_ref().map(|relay| Self { setting, host: relay.host.clone(), port: relay.port })
        };
        relays.into_iter().filter_map(name).collect()
    }

    /// Looks up the host as the mailer does; returns a warning if it has no address.
    async fn look_up(self) -> Option<String> {
        let Self { setting, host, port } = self;
        let has_address = lookup_host((host.as_str(), port)).await.is_ok_and(|mut addresses| addresses.next().is_some());
        (!has_address).then(|| {
            format!(
                "cannot resolve the host name {host} of {setting}; until it resolves, no mail is sent through this relay: correct the name \
                 or the DNS of this machine, or run `mailcode doctor`"
            )
        })
    }
}

/// Writes the host and the port, as in `relay.example:587`.
impl fmt::Display for RelayName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.host, self.port)
    }
}

/// Warns of relays whose host names do not resolve. The server starts all the same, since a name may resolve later.
pub(super) async fn warn_of_unresolved(relays: Vec<RelayName>) {
    let mut warnings: JoinSet<_> = relays.into_iter().map(RelayName::look_up).collect();
    while let Some(warning) = warnings.join_next().await {
        if let Ok(Some(warning)) = warning {
            tracing::warn!("{warning}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RelayName;
    use crate::config::{Config, Settings};
    use clap::Parser;

    fn relays(flags: &[&str]) -> Vec<RelayName> {
        let settings = Settings::try_parse_from([&["mailcode", "--mail-from", "a@example.org"], flags].concat()).expect("known settings");
        RelayName::all(&Config::try_from(settings).expect("settings that agree"))
    }

    #[tokio::test]
    async fn only_a_host_without_an_address_is_warned_of() {
        assert_eq!(relays(&[]), []);
        let both = relays(&["--smtp-host", "127.0.0.1", "--smtp-fallback-host", "no-such-host.invalid", "--smtp-fallback-tls", "implicit"]);
        let [main, fallback] = &both[..] else { panic!("two relays: {both:?}") };
        assert_eq!((main.to_string(), fallback.to_string()), ("127.0.0.1:587".to_owned(), "no-such-host.invalid:465".to_owned()));
        assert_eq!(main.clone().look_up().await, None);
        let warning = fallback.clone().look_up().await.unwrap_or_default();
        assert!(warning.contains("no-such-host.invalid of MAILCODE_SMTP_FALLBACK_HOST"), "{warning}");
    }
}
