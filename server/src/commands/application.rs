use super::sender::sender;
use super::tidy::tidy;
use crate::audit::{AuditedMail, Recorder};
use crate::config::{Config, Origin, TrustedProxies};
use crate::dev_mailbox::{self, DevMailbox};
use crate::listener::{Bounds, Listener, Places, Timeouts, allow_open_files};
use crate::mail::{Mailer, RelayError, Route, SenderError};
use crate::router::{FairShare, Readiness, Site, UnderWay, dressed, router, turned_away};
use crate::sessions::Sessions;
use crate::sign_up::SignUp;
use crate::sign_up::ports::{Clock, Ports};
use crate::store::{SqliteSessions, SqliteStore, StoreOpenError};
use crate::system::{SystemClock, SystemRandomness};
use crate::telemetry::{CountedMail, Metrics};
use axum::Router;
use axum::http::StatusCode;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use std::{fs, io};
use tokio::net::TcpListener;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// How long a stopping server waits for mails under way: a whole send and a little.
const LAST_MAILS: Duration = Duration::from_secs(50);
/// How long it waits for connections that are still open.
const LAST_CONNECTIONS: Duration = Duration::from_secs(10);
/// Connections to the second listener: a few collectors of metrics.
const ADMIN_CONNECTIONS: usize = 16;

/// The server, listening and ready to run.
pub struct Application {
    listener: Listener,
    admin: Option<Listener>,
    metrics: Metrics,
    site: Site,
    origin: Origin,
    has_dev_mailbox: bool,
    shutdown: CancellationToken,
    tasks: TaskTracker,
}

/// Why the server did not start, or stopped.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The directory of the database cannot be made.
    #[error("cannot make the directory {0}")]
    Directory(PathBuf, #[source] io::Error),
    /// The secret key cannot be read or made.
    #[error("cannot read or make the secret key")]
    SecretKey(#[source] io::Error),
    /// The database cannot be opened or migrated.
    #[error("cannot open the database {0}")]
    Store(String, #[source] StoreOpenError),
    /// The address cannot be listened on.
    #[error("cannot listen on {0}; set MAILCODE_LISTEN to a free address and port")]
    Listen(SocketAddr, #[source] io::Error),
    /// The address of the second listener cannot be listened on.
    #[error("cannot listen on {0}; set MAILCODE_ADMIN_LISTEN to a free address and port")]
    AdminListen(SocketAddr, #[source] io::Error),
    /// The development mailbox cannot be started.
    #[error("cannot start the development mailbox")]
    DevMailbox(#[source] io::Error),
    /// The relay's settings cannot be used.
    #[error("MAILCODE_SMTP_HOST cannot be used")]
    Relay(#[from] RelayError),
    /// The sender cannot be used.
    #[error("MAILCODE_MAIL_FROM or MAILCODE_SERVICE_NAME cannot be used")]
    Sender(#[from] SenderError),
    /// The system does not let us hear of signals.
    #[error("cannot listen for signals")]
    Signals(#[source] io::Error),
}

impl Application {
    /// Opens the database, joins the parts and begins to listen. Ends when `shutdown` is cancelled.
    ///
    /// # Errors
    /// See [`StartError`].
    pub async fn build(config: Config, shutdown: CancellationToken) -> Result<Self, StartError> {
        for caution in config.cautions() {
            tracing::warn!("{caution}");
        }
        let directory = config.data.database.directory();
        make_directory(directory).map_err(|error| StartError::Directory(directory.to_owned(), error))?;
        let url = config.data.database.url();
        let store = SqliteStore::open(&url).await.map_err(|error| StartError::Store(url, error))?;
        let key = config.data.secret_key.clone().load(&SystemRandomness).map_err(StartError::SecretKey)?;
        let admin = match config.admin_listen {
            Some(address) => Some(TcpListener::bind(address).await.map_err(|error| StartError::AdminListen(address, error))?),
            None => None,
        };
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let audit = Recorder::new(Arc::new(store.clone()), Arc::clone(&clock), key.clone(), config.audit_keep);
        let sessions = SqliteSessions::new(store.clone(), Arc::clone(&clock));

        let socket = TcpListener::bind(config.listen).await.map_err(|error| StartError::Listen(config.listen, error))?;
        let address = socket.local_addr().map_err(|error| StartError::Listen(config.listen, error))?;
        let origin = config.public_origin.clone().unwrap_or_else(|| Origin::of(address));
        let sender = sender(&config, &config.service_name, &origin)?;

        let (relay, dev_mailbox) = if let Some(relay) = config.relay {
            (relay, None)
        } else {
            let mailbox = DevMailbox::start(shutdown.clone(), Arc::clone(&clock)).await.map_err(StartError::DevMailbox)?;
            (mailbox.relay(), Some(mailbox))
        };
        let sent_from = sender.from().email.to_string().into();
        let route = Route { main: relay, fallback: config.fallback, connections: config.smtp_connections, queue: config.smtp_queue };
        let mailer = Arc::new(Mailer::new(route, sender, shutdown.clone())?);
        let tasks = TaskTracker::new();
        let metrics = Metrics::new(Arc::clone(&mailer));
        let mail = CountedMail::new(Arc::<Mailer>::clone(&mailer), metrics.clone());
        let ports = Ports {
            clock,
            randomness: Arc::new(SystemRandomness),
            store: Arc::new(store.clone()),
            mail: Arc::new(AuditedMail::new(Arc::new(mail), audit.clone())),
        };
        let sign_up = Arc::new(SignUp::new(ports, key, config.limits, tasks.clone()));
        tokio::spawn(tidy(Arc::clone(&sign_up), store.clone(), sessions.clone(), audit.clone(), shutdown.clone()));

        let has_dev_mailbox = dev_mailbox.is_some();
        let site = Site {
            sign_up,
            sent_from,
            catalogue: config.catalogue,
            brand: config.brand.clone(),
            service_name: config.service_name.into(),
            trusted_proxies: config.trusted_proxies.clone(),
            metrics: metrics.clone(),
            audit,
            has_dev_mailbox,
            store,
            mailer,
            fair_share: FairShare::default(),
            under_way: UnderWay::default(),
            readiness: Readiness::default(),
            origin: origin.clone(),
        };
        let sessions = Sessions::new(sessions, &origin);
        let pages = dev_mailbox.map(|mailbox| dev_mailbox::pages(mailbox, config.brand.stylesheet()));
        let listener = Listener {
            socket,
            when_full: turned_away(site.clone(), StatusCode::SERVICE_UNAVAILABLE),
            when_client_is_full: turned_away(site.clone(), StatusCode::TOO_MANY_REQUESTS),
            router: router(site.clone(), sessions, pages),
            places: Places::new(Bounds::of(allow_open_files(config.max_connections)), config.trusted_proxies),
            timeouts: Timeouts::default(),
        };
        let admin = admin.map(|socket| admin_listener(socket, &metrics));
        Ok(Self { listener, admin, metrics, site, origin, has_dev_mailbox, shutdown, tasks })
    }

    /// The URL of a path, as people see it.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        self.origin.url(path)
    }

    /// Whether mails go to the development mailbox.
    #[must_use]
    pub const fn has_dev_mailbox(&self) -> bool {
        self.has_dev_mailbox
    }

    /// The site without its listener, for tests in one process. Each request needs a
    /// [`ConnectInfo`](axum::extract::ConnectInfo) among its extensions.
    pub fn router(&self) -> Router {
        self.listener.router.clone()
    }

    /// Other routes behind the same outer layers, for tests in one process.
    pub fn dressed(&self, routes: Router) -> Router {
        dressed(routes, self.site.clone())
    }

    /// What the second listener serves, for tests in one process.
    pub fn admin_router(&self) -> Router {
        self.metrics.router()
    }

    /// Serves until shutdown, then lets open requests and mails under way end, within bounds.
    pub async fn run(self) {
        if let Some(admin) = self.admin {
            tokio::spawn(admin.serve(self.shutdown.clone()));
        }
        let bounded = async {
            self.shutdown.cancelled().await;
            tokio::time::sleep(LAST_CONNECTIONS).await;
        };
        tokio::select! {
            () = self.listener.serve(self.shutdown.clone()) => (),
            () = bounded => tracing::warn!("connections were still open and are cut"),
        }
        self.tasks.close();
        if timeout(LAST_MAILS, self.tasks.wait()).await.is_err() {
            tracing::warn!("mails were still under way and are given up");
        }
        self.site.mailer.close().await;
    }
}

/// The second listener. Whoever reaches it is trusted not to fill it, but not to end what it begins.
fn admin_listener(socket: TcpListener, metrics: &Metrics) -> Listener {
    let bounds = Bounds { per_client: ADMIN_CONNECTIONS, ..Bounds::of(ADMIN_CONNECTIONS) };
    let full = || Router::new().fallback(async || StatusCode::SERVICE_UNAVAILABLE);
    Listener {
        socket,
        router: metrics.router(),
        when_full: full(),
        when_client_is_full: full(),
        places: Places::new(bounds, TrustedProxies::default()),
        timeouts: Timeouts::default(),
    }
}

/// For us alone: accounts and sessions are nobody else's business.
fn make_directory(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}
