use super::StartError;
use super::background::{clean_up, watch_database};
use super::data_files::DataFiles;
use crate::audit::{AuditedMail, Recorder};
use crate::config::{Config, Origin, TrustedProxies, absolute_path};
use crate::dev_mailbox::{self, DevMailbox};
use crate::listener::{Bounds, ConnectionLimiter, Listener, LogThrottle, Timeouts, allow_open_files};
use crate::mail::{Mailer, Route};
use crate::router::{ClientAddresses, DetachedTasks, Readiness, Site, refusing, router, with_outer_layers};
use crate::sessions::Sessions;
use crate::sign_up::SignUp;
use crate::sign_up::ports::{Clock, Ports};
use crate::store::{SqliteSessions, SqliteStore};
use crate::system::{SystemClock, SystemRandomness};
use crate::telemetry::{CountedMail, Metrics};
use axum::Router;
use axum::http::StatusCode;
use frontend::BUNDLE;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use std::{fs, io};
use tokio::net::TcpListener;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// How long a stopping server waits for open connections; the rest of its grace period is for mails in progress.
const LAST_CONNECTIONS: Duration = Duration::from_secs(10);
/// Connections to the second listener: enough for a few metrics collectors.
const ADMIN_CONNECTIONS: usize = 16;

/// The server, listening and ready to run.
pub struct Application {
    listener: Listener,
    admin: Option<Listener>,
    metrics: Metrics,
    site: Site,
    origin: Origin,
    has_dev_mailbox: bool,
    files: DataFiles,
    shutdown: CancellationToken,
    grace: Duration,
    tasks: TaskTracker,
}

impl Application {
    /// Opens the database, connects the parts and starts to listen. The server ends when `shutdown` is cancelled.
    ///
    /// # Errors
    /// See [`StartError`].
    pub async fn build(config: Config, shutdown: CancellationToken) -> Result<Self, StartError> {
        for warning in config.warnings() {
            tracing::warn!("{warning}");
        }
        let files = DataFiles::find(&config.data);
        let directory = config.data.database.directory();
        make_directory(directory).map_err(|error| StartError::Directory(absolute_path(directory), error))?;
        let url = config.data.database.url();
        let store = SqliteStore::open(&url).await.map_err(|error| StartError::Store(config.data.database.display_path(), error))?;
        let key = config.data.secret_key.clone().load(&SystemRandomness).map_err(StartError::SecretKey)?;
        for warning in files.warnings() {
            tracing::warn!("{warning}");
        }
        let admin = match config.admin_listen {
            Some(address) => Some(TcpListener::bind(address).await.map_err(|error| StartError::AdminListen(address, error))?),
            None => None,
        };
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let audit = Recorder::new(Arc::new(store.clone()), Arc::clone(&clock), key.clone(), config.audit_keep);

        let socket = TcpListener::bind(config.listen).await.map_err(|error| StartError::Listen(config.listen, error))?;
        let address = socket.local_addr().map_err(|error| StartError::Listen(config.listen, error))?;
        let origin = config.public_origin.clone().unwrap_or_else(|| Origin::of(address));
        let sender = config.sender(&config.service_name, &origin).map_err(StartError::Sender)?;

        let (relay, dev_mailbox) = if let Some(relay) = config.relay {
            (relay, None)
        } else {
            let mailbox = DevMailbox::start(shutdown.clone(), Arc::clone(&clock)).await.map_err(StartError::DevMailbox)?;
            (mailbox.relay(), Some(mailbox))
        };
        let sent_from = sender.from().email.to_string().into();
        let route = Route {
            main: relay,
            fallback: config.fallback,
            connections: config.smtp_connections,
            queue: config.smtp_queue,
            open_within: config.smtp_open_within,
        };
        let mailer = Arc::new(Mailer::new(route, sender, shutdown.clone()).map_err(StartError::Relay)?);
        let tasks = TaskTracker::new();
        let metrics = Metrics::new(Arc::clone(&mailer));
        let mail = CountedMail::new(Arc::<Mailer>::clone(&mailer), metrics.clone());
        let ports = Ports {
            clock,
            randomness: Arc::new(SystemRandomness),
            store: Arc::new(store.clone()),
            mail: Arc::new(AuditedMail::new(Arc::new(mail), audit.clone())),
        };
        let sessions = SqliteSessions::new(store.clone(), Arc::clone(&ports.clock));
        let session_layer = Sessions::new(sessions.clone(), &origin, key.clone());
        let sign_up = Arc::new(SignUp::new(ports, key, config.limits, tasks.clone()));
        tokio::spawn(clean_up(Arc::clone(&sign_up), store.clone(), sessions, audit.clone(), shutdown.clone()));

        let has_dev_mailbox = dev_mailbox.is_some();
        let site = Site {
            sign_up,
            sent_from,
            catalogue: config.catalogue,
            brand: config.brand.clone(),
            service_name: config.service_name.into(),
            clients: ClientAddresses::new(config.trusted_proxies.clone(), &origin),
            other_name_throttle: LogThrottle::default(),
            metrics: metrics.clone(),
            audit,
            has_dev_mailbox,
            serves_files: true,
            store,
            mailer,
            detached_tasks: DetachedTasks::default(),
            readiness: Readiness::default(),
            origin: origin.clone(),
        };
        let pages = dev_mailbox.map(|mailbox| dev_mailbox::pages(mailbox, config.brand.stylesheet(), BUNDLE.mailbox.path));
        let listener = Listener {
            socket,
            when_full: refusing(site.clone(), StatusCode::SERVICE_UNAVAILABLE),
            when_client_is_full: refusing(site.clone(), StatusCode::TOO_MANY_REQUESTS),
            router: router(site.clone(), session_layer, pages),
            limiter: ConnectionLimiter::new(Bounds::of(allow_open_files(config.max_connections)), config.trusted_proxies),
            timeouts: Timeouts { proxy_idle: config.proxy_idle, ..Timeouts::default() },
        };
        let admin = admin.map(|socket| admin_listener(socket, &metrics));
        Ok(Self { listener, admin, metrics, site, origin, has_dev_mailbox, files, shutdown, grace: config.shutdown_grace, tasks })
    }

    /// The public URL of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        self.origin.url(path)
    }

    /// Whether mails go to the development mailbox.
    #[must_use]
    pub const fn has_dev_mailbox(&self) -> bool {
        self.has_dev_mailbox
    }

    /// The files of the server's data.
    pub(super) const fn files(&self) -> &DataFiles {
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

    /// Serves until shutdown, then waits for open requests and mails in progress, for the grace period at most.
    ///
    /// # Errors
    /// [`StartError::Replaced`] if it ended because the database file was replaced.
    pub async fn run(self) -> Result<(), StartError> {
        let Self { listener, admin, site, shutdown, grace, tasks, .. } = self;
        if let Some(admin) = admin {
            tokio::spawn(admin.serve(shutdown.clone()));
        }
        let watch = tokio::spawn(watch_database(site.store.clone(), shutdown.clone()));
        let after = async |time| {
            shutdown.cancelled().await;
            sleep(time).await;
        };
        let served = async {
            tokio::select! {
                () = listener.serve(shutdown.clone()) => (),
                () = after(LAST_CONNECTIONS) => tracing::warn!("closing connections that are still open"),
            }
            tasks.close();
            tasks.wait().await;
            site.mailer.close().await;
        };
        tokio::select! {
            () = served => (),
            () = after(grace) => tracing::warn!("giving up mails that are still being sent, because MAILCODE_SHUTDOWN_GRACE is over"),
        }
        match watch.await {
            Ok(Some(replaced)) => Err(replaced),
            _ => Ok(()),
        }
    }
}

/// The second listener. Its clients are trusted not to use all its connections, so none has a limit of its own, but all have timeouts.
fn admin_listener(socket: TcpListener, metrics: &Metrics) -> Listener {
    let bounds = Bounds { per_client: ADMIN_CONNECTIONS, ..Bounds::of(ADMIN_CONNECTIONS) };
    let full = || Router::new().fallback(async || StatusCode::SERVICE_UNAVAILABLE);
    Listener {
        socket,
        router: metrics.router(),
        when_full: full(),
        when_client_is_full: full(),
        limiter: ConnectionLimiter::new(bounds, TrustedProxies::default()),
        timeouts: Timeouts::default(),
    }
}

/// Creates a directory for this user only, since accounts and sessions are private.
fn make_directory(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

#[cfg(test)]
mod tests {
    use super::{Application, Config};
    use crate::config::Settings;
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
