//! Relays that accept no mail, and sites that use them.

use crate::site::TestSite;
use smtp_relay::{Act, Authority, LineRelay};
use std::time::Duration;

/// A port without a listener: 1 (TCPMUX) is privileged, and unused for decades.
pub(crate) const CLOSED: &str = "1";

/// A relay that sends its greeting and nothing more.
pub(crate) struct FailingRelay {
    relay: LineRelay,
    pub(crate) port: String,
}

impl FailingRelay {
    pub(crate) async fn start(greeting: &str) -> Self {
        let tls = Authority::new().issue("localhost").acceptor();
        let relay = LineRelay::start(tls, vec![vec![Act::Say(greeting.to_owned()), Act::Hang]]).await;
        let port = relay.address().port().to_string();
        Self { relay, port }
    }

    /// Number of connections so far.
    pub(crate) fn connections(&self) -> usize {
        self.relay.connections()
    }

    /// Waits until a connection was made.
    pub(crate) async fn is_asked(&self) {
        let asked = async {
            while self.connections() == 0 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), asked).await.expect("the relay is asked");
    }
}

/// The command-line flags for a relay on this port.
pub(crate) fn flags(port: &str) -> [&str; 6] {
    ["--smtp-host", "127.0.0.1", "--smtp-port", port, "--mail-from", "no-reply@example.org"]
}

/// A site with a relay on this port.
pub(crate) async fn site_with(port: &str, more: &[&str]) -> TestSite {
    TestSite::with(&[&flags(port), more].concat()).await
}
