//! The server: `build` opens the database, connects the parts and starts to listen, and `run` serves until shutdown.

mod build;
mod run;

use super::database_and_key::DatabaseAndKey;
use super::relay_names::RelayName;
use crate::config::Origin;
use crate::listener::Listener;
use crate::router::{Site, with_outer_layers};
use crate::store::DatabaseLocation;
use crate::telemetry::Metrics;
use axum::Router;
use std::net::SocketAddr;
use std::time::Duration;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// The server, listening and ready to run.
pub struct Application {
    listener: Listener,
    address: SocketAddr,
    admin: Option<Listener>,
    metrics: Metrics,
    site: Site,
    origin: Origin,
    /// The relays of the settings; none with the development mailbox.
    relays: Vec<RelayName>,
    location: DatabaseLocation,
    files: DatabaseAndKey,
    shutdown: CancellationToken,
    grace: Duration,
    tasks: TaskTracker,
}

impl Application {
    /// The public URL of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        self.origin.url(path)
    }

    /// Whether mails go to the development mailbox.
    #[must_use]
    pub const fn has_dev_mailbox(&self) -> bool {
        self.site.has_dev_mailbox
    }

    /// Where the database is.
    pub(super) const fn location(&self) -> &DatabaseLocation {
        &self.location
    }

    /// The files of the database and the secret key.
    pub(super) const fn files(&self) -> &DatabaseAndKey {
        &self.files
    }

    /// The site's router without its listener, for tests in one process. Each request needs a [`ConnectInfo`](axum::extract::ConnectInfo)
    /// among its extensions.
    pub fn router(&self) -> Router {
        self.listener.router.clone()
    }

    /// Adds the same outer layers to other routes, for tests in one process.
    pub fn with_outer_layers(&self, routes: Router) -> Router {
        with_outer_layers(routes, self.site.clone())
    }

    /// The router of the second listener, for tests in one process.
    pub fn admin_router(&self) -> Router {
        self.metrics.router()
    }
}

#[cfg(test)]
mod tests {
    use super::Application;
    use crate::config::{Config, Settings};
    use clap::Parser;
    use std::time::Duration;
    use tokio_util::sync::CancellationToken;

    #[tokio::test]
    async fn idle_connections_of_proxies_are_kept_as_long_as_is_set() {
        let directory = tempfile::tempdir().expect("a directory");
        let database = format!("sqlite://{}", directory.path().join("mailcode.db").display());
        let flags = ["mailcode", "--listen", "127.0.0.1:0", "--database-url", &database, "--proxy-idle", "75s"];
        let config = Config::try_from(Settings::try_parse_from(flags).expect("known settings")).expect("settings that agree");
        let application = Application::build(config, CancellationToken::new()).await.expect("it starts");
        assert_eq!(application.listener.timeouts.proxy_idle, Duration::from_secs(75));
    }
}
