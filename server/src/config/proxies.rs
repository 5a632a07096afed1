use super::ConfigError;
use ipnet::IpNet;
use std::net::IpAddr;

/// The networks whose `X-Forwarded-For` is believed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// Reads networks (`10.0.0.0/8`) and single addresses, with commas between.
    pub(crate) fn parse(text: &str) -> Result<Self, ConfigError> {
        let parse = |part: &str| part.parse::<IpNet>().or_else(|_| part.parse::<IpAddr>().map(IpNet::from));
        text.split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| {
                parse(part).map_err(|_| {
                    let problem = format!("holds {part:?}, which is no network; write networks such as 10.0.0.0/8 with commas between.");
                    ConfigError::new("MAILCODE_TRUSTED_PROXIES", problem)
                })
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Whether this address is one of them.
    #[must_use]
    pub fn contain(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}
