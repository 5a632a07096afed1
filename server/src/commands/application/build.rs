use super::Application;
use crate::audit::Recorder;
use crate::commands::StartError;
use crate::commands::background::clean_up;
use crate::commands::database_and_key::DatabaseAndKey;
use crate::commands::relay_names::RelayName;
use crate::config::{Config, Origin, TrustedProxies, absolute_path};
use crate::dev_mailbox::{self, DevMailbox};
use crate::listener::{Bounds, ConnectionLimiter, Listener, Timeouts, allow_open_files};
use crate::log_throttle::LogThrottle;
use crate::mail::{Mailer, Route};
use crate::private_files;
use crate::router::{ClientAddresses, DetachedTasks, Readiness, Site, refusing, router};
use crate::sessions::Sessions;
use crate::sign_up::SignUp;
use crate::sign_up::ports::{Clock, Ports};
use crate::store::{Database, DatabaseFile};
use crate::system::{SystemClock, SystemRandomness};
use crate::telemetry::{CountedMail, Metrics};
use axum::Router;
use axum::http::StatusCode;
use frontend::BUNDLE;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Connections to the second listener: enough for a few metrics collectors.
const ADMIN_CONNECTIONS: usize = 16;

impl Application {
    /// Opens the database, connects the parts and starts to listen. The server ends when `shutdown` is cancelled.
    ///
    /// # Errors
    /// See [`StartError`].
    pub async fn build(config: Config, shutdown: CancellationToken) -> Result<Self, StartError> {
        for warning in config.warnings() {
            tracing::warn!("{warning}");
        }
        let files = DatabaseAndKey::find(&config.data);
        let location = config.data.database.clone();
        if let Some(directory) = location.file().map(DatabaseFile::directory) {
            private_files::create_directory(directory).map_err(|error| StartError::Directory(absolute_path(directory), error))?;
        }
        let database = Database::open(&location).await.map_err(|error| StartError::Database(location.to_string(), error))?;
        let key = config.data.secret_key.clone().load(&SystemRandomness).map_err(StartError::SecretKey)?;
        for warning in files.warnings() {
            tracing::warn!("{warning}");
        }
        let admin = match config.admin_listen {
            Some(address) => Some(TcpListener::bind(address).await.map_err(|error| StartError::AdminListen(address, error))?),
            None => None,
        };
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let audit = Recorder::new(database.audit_trail(), Arc::clone(&clock), key.clone(), config.audit_keep);

        let socket = TcpListener::bind(config.listen).await.map_err(|error| StartError::Listen(config.listen, error))?;
        let address = socket.local_addr().map_err(|error| StartError::Listen(config.listen, error))?;
        let origin = config.public_origin.clone().unwrap_or_else(|| Origin::of(address));
        let sender = config.sender(&config.service_name, &origin).map_err(StartError::Sender)?;

        let relays = RelayName::all(&config);
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
            store: database.store(),
            mail: Arc::new(mail),
            mail_recording: Arc::new(audit.clone()),
        };
        let session_layer = Sessions::new(database.sessions(), Arc::clone(&ports.clock), &origin, key.clone());
        let sign_up = Arc::new(SignUp::new(ports, key, config.limits, tasks.clone()));
        tokio::spawn(clean_up(Arc::clone(&sign_up), database.clone(), audit.clone(), shutdown.clone()));

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
            has_dev_mailbox: dev_mailbox.is_some(),
            serves_files: true,
            database,
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
        Ok(Self { listener, address, admin, metrics, site, origin, relays, location, files, shutdown, grace: config.shutdown_grace, tasks })
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
