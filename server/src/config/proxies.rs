use super::ConfigError;
use super::text::list_items;
use ipnet::IpNet;
use std::net::IpAddr;
use std::time::Duration;

/// The networks whose `X-Forwarded-For` is trusted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// Parses networks (`10.0.0.0/8`) and single addresses, separated by commas.
    pub(crate) fn parse(text: &str) -> Result<Self, ConfigError> {
        let parse = |part: &str| part.parse::<IpNet>().or_else(|_| part.parse::<IpAddr>().map(IpNet::from));
        list_items(text)
            .map(|part| {
                parse(part).map_err(|_| {
                    let problem =
                        format!("contains {part:?}, which is not a network; write networks such as 10.0.0.0/8, separated by commas.");
                    ConfigError::new("MAILCODE_TRUSTED_PROXIES", problem)
                })
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Whether this address is in one of the networks.
    #[must_use]
    pub fn contain(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// Checks the idle time of connections of proxies. It is at least that of other connections, and at most an hour.
pub(super) fn check_idle(idle: Duration) -> Result<Duration, ConfigError> {
    if idle < Duration::from_secs(20) || idle > Duration::from_secs(60 * 60) {
        return Err(ConfigError::new(
            "MAILCODE_PROXY_IDLE",
            "must be between 20s and 1h; set it to more than your proxy keeps idle connections.",
        ));
    }
    Ok(idle)
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, Settings};
    use crate::listener::Timeouts;
    use clap::Parser;
    use std::time::Duration;

    fn proxy_idle(flags: &[&str]) -> Option<Duration> {
        let settings = Settings::try_parse_from([&["mailcode"], flags].concat()).expect("known settings");
        Config::try_from(settings).ok().map(|config| config.proxy_idle)
    }

    #[test]
    fn idle_connections_of_proxies_are_kept_within_bounds() {
        assert_eq!(proxy_idle(&[]), Some(Timeouts::default().proxy_idle));
        for (idle, expected) in [("19s", None), ("20s", Some(20)), ("75s", Some(75)), ("1h", Some(3600)), ("3601s", None)] {
            assert_eq!(proxy_idle(&["--proxy-idle", idle]), expected.map(Duration::from_secs), "{idle}");
        }
    }
}
