use crate::mail::smtp::{Connector, SmtpConnection};
use crate::mail::{Deadlines, Relay, SendError};
use deadpool::Runtime;
use deadpool::managed::{Manager, Metrics, Object, Pool, PoolError, QueueMode, RecycleError, RecycleResult, Timeouts, WeakPool};
use std::io::ErrorKind;
use std::ops::{Deref, DerefMut};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

/// Time-out of `QUIT`. The relay loses nothing if it does not receive it.
const QUIT_WITHIN: Duration = Duration::from_secs(2);

/// The pool of connections to a relay, which stay open for a while after use.
pub(super) struct ConnectionPool(Pool<Connector>);

/// A leased connection. Only [`Self::finish`] returns it to the pool: one that failed, timed out or was dropped half-way is closed.
pub(super) struct Lease(Option<Object<Connector>>);

impl ConnectionPool {
    /// Creates a pool of at most `max` connections. Must be called inside a tokio runtime, where a task keeps the idle ones alive.
    pub(super) fn new(connector: Connector, max: usize) -> Self {
        let deadlines = connector.deadlines();
        let pool = Pool::builder(connector).max_size(max).queue_mode(QueueMode::Lifo).runtime(Runtime::Tokio1).build();
        let pool = pool.expect("there is a runtime for its timeouts");
        tokio::spawn(maintain(pool.weak(), deadlines));
        Self(pool)
    }

    /// Leases a connection that is new or has answered recently. Waits while all are leased; the caller limits the wait.
    pub(super) async fn lease(&self) -> Result<Lease, SendError> {
        match self.0.get().await {
            Ok(object) => Ok(Lease(Some(object))),
            Err(PoolError::Backend(error)) => Err(error),
            Err(_) => Err(SendError::Unreachable(ErrorKind::NotConnected.into())),
        }
    }

    /// Closes the pool, and its idle connections with `QUIT`. No more are leased.
    pub(super) async fn close(&self) {
        let idle = self.0.retain(|_, _| false).removed;
        self.0.close();
        quit(idle).await;
    }

    /// Closes the idle connections that were opened longer ago than `age`.
    pub(super) async fn retire(&self, age: Duration) {
        quit(self.0.retain(|connection, _| connection.opened_at.elapsed() < age).removed).await;
    }

    /// The relay that the connections go to.
    pub(super) fn relay(&self) -> &Relay {
        self.0.manager().relay()
    }

    /// Number of open connections, leased or idle.
    pub(super) fn open(&self) -> usize {
        self.0.status().size
    }

    /// Whether the pool is full and no connection is idle.
    pub(super) fn is_exhausted(&self) -> bool {
        let status = self.0.status();
        status.size >= status.max_size && status.available == 0
    }

    /// Whether the pool is closed.
    pub(super) fn is_closed(&self) -> bool {
        self.0.is_closed()
    }
}

/// Maintains the idle connections until the pool is dropped or closed.
async fn maintain(pool: WeakPool<Connector>, deadlines: Deadlines) {
    loop {
        sleep(deadlines.keep_alive.min(deadlines.idle)).await;
        match pool.upgrade() {
            Some(pool) if !pool.is_closed() => maintain_idle(&pool, deadlines).await,
            _ => return,
        }
    }
}

/// Closes connections that have been idle for [`Deadlines::idle`], and checks those without a reply for [`Deadlines::keep_alive`], so that
/// the relay does not close them. All in parallel, since a mail may be waiting for one.
async fn maintain_idle(pool: &Pool<Connector>, deadlines: Deadlines) {
    quit(pool.retain(|connection, _| connection.last_used_at.elapsed() < deadlines.idle).removed).await;
    let mut checks = JoinSet::new();
    for _ in 0..pool.status().available {
        // Does not wait for a connection that has been leased meanwhile, nor open another in its place.
        let at_once = Timeouts { wait: Some(Duration::ZERO), create: Some(Duration::ZERO), recycle: None };
        let Ok(mut connection) = pool.timeout_get(&at_once).await else { break };
        checks.spawn(async move {
            if connection.last_reply_at.elapsed() >= deadlines.keep_alive && check_alive(&mut connection, deadlines).await.is_err() {
                drop(Object::take(connection));
            }
        });
    }
    while checks.join_next().await.is_some() {}
}

/// Checks a connection by `NOOP`, within [`Deadlines::check`].
async fn check_alive(connection: &mut SmtpConnection, deadlines: Deadlines) -> Result<(), SendError> {
    timeout(deadlines.check, connection.check()).await.unwrap_or(Err(SendError::TimedOut))?;
    connection.last_reply_at = Instant::now();
    Ok(())
}

/// Closes these connections with `QUIT`, in parallel.
async fn quit(connections: Vec<SmtpConnection>) {
    let quit_one = |connection: SmtpConnection| async move { drop(timeout(QUIT_WITHIN, connection.quit()).await) };
    let mut quitting: JoinSet<()> = connections.into_iter().map(quit_one).collect();
    while quitting.join_next().await.is_some() {}
}

impl Lease {
    /// Whether the connection was used before, so that the relay may have closed it unnoticed.
    pub(super) fn is_old(&self) -> bool {
        self.0.as_ref().is_some_and(|object| Object::metrics(object).recycle_count > 0)
    }

    /// Whether the relay answers a `NOOP` within [`Deadlines::check`]. If not, the connection must not be used again.
    pub(super) async fn is_alive(&mut self, deadlines: Deadlines) -> bool {
        check_alive(self, deadlines).await.is_ok()
    }

    /// Returns the connection to the pool for the next mail.
    pub(super) fn finish(mut self) {
        if let Some(mut object) = self.0.take() {
            let now = Instant::now();
            (object.last_reply_at, object.last_used_at) = (now, now);
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if let Some(object) = self.0.take() {
            drop(Object::take(object));
        }
    }
}

impl Deref for Lease {
    type Target = SmtpConnection;

    fn deref(&self) -> &SmtpConnection {
        self.0.as_ref().expect("only `finish` and `drop` take it")
    }
}

impl DerefMut for Lease {
    fn deref_mut(&mut self) -> &mut SmtpConnection {
        self.0.as_mut().expect("only `finish` and `drop` take it")
    }
}

impl Manager for Connector {
    type Type = SmtpConnection;
    type Error = SendError;

    async fn create(&self) -> Result<SmtpConnection, SendError> {
        self.open().await
    }

    async fn recycle(&self, connection: &mut SmtpConnection, _: &Metrics) -> RecycleResult<SendError> {
        let deadlines = self.deadlines();
        if connection.last_used_at.elapsed() >= deadlines.idle {
            return Err(RecycleError::message("idle for too long"));
        }
        if connection.last_reply_at.elapsed() < deadlines.fresh {
            return Ok(());
        }
        check_alive(connection, deadlines).await.map_err(RecycleError::Backend)
    }
}
