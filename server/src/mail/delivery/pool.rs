use super::connection_limit::{ConnectionLimit, Slot};
use super::relay_log::RelayLog;
use crate::mail::smtp::{Connector, SmtpConnection};
use crate::mail::{Deadlines, Relay, SendError};
use std::io::ErrorKind;
use std::ops::{Deref, DerefMut};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

/// Time-out of `QUIT`. The relay loses nothing if it does not receive it.
const QUIT_WITHIN: Duration = Duration::from_secs(2);

/// The pool of connections to a relay, which stay open for a while after use.
pub(super) struct ConnectionPool(Arc<Shared>);

struct Shared {
    connector: Connector,
    limit: Arc<ConnectionLimit>,
    /// The idle connections, the one that was used last at the end.
    idle: Mutex<Vec<Pooled>>,
    /// One permit for each idle connection.
    available: Semaphore,
}

/// An open connection. Its slot is given back after it is closed.
struct Pooled {
    connection: SmtpConnection,
    slot: Slot,
}

/// A connection that is being opened.
type Opening = Pin<Box<dyn Future<Output = Result<Pooled, OpenError>> + Send>>;

struct OpenError {
    error: SendError,
    /// Whether the relay refused this connection while there are others.
    is_limit: bool,
}

/// A leased connection. Only [`Self::finish`] returns it to the pool: one that failed, timed out or was dropped half-way is closed.
pub(super) struct Lease {
    pooled: Option<Pooled>,
    is_old: bool,
    shared: Arc<Shared>,
}

impl ConnectionPool {
    /// Creates a pool of at most `max` connections. Must be called inside a tokio runtime, where a task keeps the idle ones alive.
    pub(super) fn new(connector: Connector, max: usize, log: Arc<RelayLog>) -> Self {
        let limit = ConnectionLimit::new(max, log);
        let shared = Arc::new(Shared { connector, limit, idle: Mutex::default(), available: Semaphore::new(0) });
        tokio::spawn(maintain(Arc::downgrade(&shared), shared.connector.deadlines()));
        Self(shared)
    }

    /// Leases a connection that is new or has answered recently. While none is idle, opens another within the limit, but takes one that
    /// becomes idle earlier. Waits for one if the relay refuses another. The caller limits the wait.
    ///
    /// # Errors
    /// The error of opening a connection; a refusal only once no connection is left to wait for.
    pub(super) async fn lease(&self) -> Result<Lease, SendError> {
        let Self(shared) = self;
        let closed = || SendError::Unreachable(ErrorKind::NotConnected.into());
        let (mut opening, mut refusal) = (None::<Opening>, None);
        let mut none_left = shared.limit.none_left();
        loop {
            shared.limit.release_when_due();
            tokio::select! {
                biased;
                Some(opened) = async { Some(opening.as_mut()?.await) } => {
                    opening = None;
                    match opened {
                        Ok(pooled) => return Ok(shared.lease(pooled, false)),
                        Err(OpenError { error, is_limit: true }) => refusal = Some(error),
                        Err(OpenError { error, .. }) => return Err(error),
                    }
                }
                Some(error) = async { none_left.changed().await.ok().and_then(|()| refusal.take()) }, if refusal.is_some() => return Err(error),
                idle = shared.available.acquire() => {
                    idle.map_err(|_| closed())?.forget();
                    if let Some(lease) = shared.take_idle().await {
                        if let Some(opening) = opening {
                            tokio::spawn(Arc::clone(shared).finish(opening));
                        }
                        return Ok(lease);
                    }
                }
                slot = shared.limit.slot(), if opening.is_none() => {
                    none_left.mark_unchanged();
                    opening = Some(Box::pin(Arc::clone(shared).open(slot.ok_or_else(closed)?)));
                }
            }
        }
    }

    /// Closes the pool, and its idle connections with `QUIT`. No more are leased.
    pub(super) async fn close(&self) {
        self.0.available.close();
        self.0.limit.close();
        quit(self.0.take_idle_if(|_| true)).await;
    }

    /// Closes the idle connections that were opened longer ago than `age`.
    pub(super) async fn retire(&self, age: Duration) {
        quit(self.0.take_idle_if(|connection| connection.opened_at.elapsed() >= age)).await;
    }

    /// The relay that the connections go to.
    pub(super) fn relay(&self) -> &Relay {
        self.0.connector.relay()
    }

    /// Number of open connections, leased or idle.
    pub(super) fn open(&self) -> usize {
        self.0.limit.open()
    }

    /// Whether no connection is idle and no further one may be opened.
    pub(super) fn is_exhausted(&self) -> bool {
        self.0.available.available_permits() == 0 && self.0.limit.is_reached()
    }

    /// Whether the pool is closed.
    pub(super) fn is_closed(&self) -> bool {
        self.0.available.is_closed()
    }
}

impl Shared {
    async fn open(self: Arc<Self>, mut slot: Slot) -> Result<Pooled, OpenError> {
        match self.connector.open().await {
            Ok(connection) => {
                slot.opened();
                Ok(Pooled { connection, slot })
            }
            Err(error) => Err(OpenError { is_limit: error.may_refuse_further_connection() && slot.refused(), error }),
        }
    }

    /// Finishes opening a connection whose mail has got another one.
    async fn finish(self: Arc<Self>, opening: Opening) {
        match opening.await {
            Ok(pooled) => self.put(pooled),
            Err(OpenError { error, .. }) => tracing::debug!(%error, "no further connection to the relay could be opened"),
        }
    }

    fn lease(self: &Arc<Self>, pooled: Pooled, is_old: bool) -> Lease {
        Lease { pooled: Some(pooled), is_old, shared: Arc::clone(self) }
    }

    /// Takes the idle connection that was used last; `None` if it no longer works.
    async fn take_idle(self: &Arc<Self>) -> Option<Lease> {
        let (mut pooled, deadlines) = (self.idle().pop()?, self.connector.deadlines());
        if pooled.connection.last_used_at.elapsed() >= deadlines.idle {
            return None;
        }
        if pooled.connection.last_reply_at.elapsed() >= deadlines.fresh {
            check_alive(&mut pooled.connection, deadlines).await.ok()?;
        }
        Some(self.lease(pooled, true))
    }

    /// Takes the idle connections for which this holds.
    fn take_idle_if(&self, is_due: impl Fn(&SmtpConnection) -> bool) -> Vec<Pooled> {
        let taken: Vec<_> = self.idle().extract_if(.., |pooled| is_due(&pooled.connection)).collect();
        // A mail that has its permit, but not yet its connection, looks again.
        self.available.forget_permits(taken.len());
        taken
    }

    /// Makes the connection idle, or closes it with the pool.
    fn put(&self, pooled: Pooled) {
        let mut idle = self.idle();
        if !self.available.is_closed() {
            let place = idle.partition_point(|other| other.connection.last_used_at <= pooled.connection.last_used_at);
            idle.insert(place, pooled);
            self.available.add_permits(1);
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Pooled>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Maintains the idle connections until the pool is dropped or closed.
async fn maintain(pool: Weak<Shared>, deadlines: Deadlines) {
    loop {
        sleep(deadlines.keep_alive.min(deadlines.idle)).await;
        match pool.upgrade() {
            Some(pool) if !pool.available.is_closed() => maintain_idle(&pool, deadlines).await,
            _ => return,
        }
    }
}

/// Closes connections that have been idle for [`Deadlines::idle`], and checks those without a reply for [`Deadlines::keep_alive`], so that
/// the relay does not close them. All in parallel, since a mail may be waiting for one.
async fn maintain_idle(pool: &Arc<Shared>, deadlines: Deadlines) {
    quit(pool.take_idle_if(|connection| connection.last_used_at.elapsed() >= deadlines.idle)).await;
    let check = |mut pooled: Pooled| {
        let pool = Arc::clone(pool);
        async move {
            if check_alive(&mut pooled.connection, deadlines).await.is_ok() {
                pool.put(pooled);
            }
        }
    };
    let due = pool.take_idle_if(|connection| connection.last_reply_at.elapsed() >= deadlines.keep_alive);
    due.into_iter().map(check).collect::<JoinSet<_>>().join_all().await;
}

/// Checks a connection by `NOOP`, within [`Deadlines::check`].
async fn check_alive(connection: &mut SmtpConnection, deadlines: Deadlines) -> Result<(), SendError> {
    timeout(deadlines.check, connection.check()).await.unwrap_or(Err(SendError::TimedOut))?;
    connection.last_reply_at = Instant::now();
    Ok(())
}

/// Closes these connections with `QUIT`, in parallel.
async fn quit(connections: Vec<Pooled>) {
    let quit_one = |Pooled { connection, slot }| async move {
        drop(timeout(QUIT_WITHIN, connection.quit()).await);
        drop(slot);
    };
    connections.into_iter().map(quit_one).collect::<JoinSet<_>>().join_all().await;
}

impl Lease {
    /// Whether the connection was used before, so that the relay may have closed it unnoticed.
    pub(super) const fn is_old(&self) -> bool {
        self.is_old
    }

    /// Whether the relay answers a `NOOP` within [`Deadlines::check`]. If not, the connection must not be used again.
    pub(super) async fn is_alive(&mut self, deadlines: Deadlines) -> bool {
        check_alive(self, deadlines).await.is_ok()
    }

    /// Whether this error of a mail means that the relay has too many connections of ours, and there are others to wait for: it says so, or
    /// sends 421 to the first mail of this connection. 421 on an older one ends that connection alone.
    pub(super) fn is_refused(&mut self, error: &SendError) -> bool {
        let is_meant = error.is_about_connections() || !self.is_old && error.closes_connection();
        is_meant && self.pooled.as_mut().is_some_and(|pooled| pooled.slot.refused())
    }

    /// Returns the connection to the pool for the next mail.
    pub(super) fn finish(mut self) {
        if let Some(mut pooled) = self.pooled.take() {
            let now = Instant::now();
            (pooled.connection.last_reply_at, pooled.connection.last_used_at) = (now, now);
            self.shared.put(pooled);
        }
    }
}

impl Deref for Lease {
    type Target = SmtpConnection;

    fn deref(&self) -> &SmtpConnection {
        &self.pooled.as_ref().expect("only `finish` takes it").connection
    }
}

impl DerefMut for Lease {
    fn deref_mut(&mut self) -> &mut SmtpConnection {
        &mut self.pooled.as_mut().expect("only `finish` takes it").connection
    }
}

#[cfg(test)]
#[path = "pool_tests.rs"]
mod tests;
