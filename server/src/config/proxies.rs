use super::ConfigError;
use super::text::parts;
use ipnet::IpNet;
use std::net::IpAddr;

/// The networks whose `X-Forwarded-For` is trusted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// Parses networks (`10.0.0.0/8`) and single addresses, separated by commas.
    pub(crate) fn parse(text: &str) -> Result<Self, ConfigError> {
        let parse = |part: &str| part.parse::<IpNet>().or_else(|_| part.parse::<IpAddr>().map(IpNet::from));
        parts(text)
            .map(|part| {
                parse(part).map_err(|_| {
                    let problem = format!("holds {part:?}, which is no network; write networks such as 10.0.0.0/8 with commas between.");
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
