use super::connect::Connector;
use super::connection::Connection;
use super::deadlines::Deadlines;
use super::send_error::SendError;
use deadpool::Runtime;
use deadpool::managed::{Manager, Metrics, Object, Pool, PoolError, QueueMode, RecycleError, RecycleResult, Timeouts, WeakPool};
use std::io::ErrorKind;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

/// How long taking leave may take. The relay loses nothing if it does not hear it.
const LEAVE_WITHIN: Duration = Duration::from_secs(2);

/// Connections to the relay, a few at once, kept for a while after use.
#[derive(Clone)]
pub(super) struct Connections {
    pool: Pool<Connector>,
    /// Whether somebody looks after those that nobody uses.
    is_kept: Arc<AtomicBool>,
}

/// A connection lent out. Given back only by [`Self::finish`]: one that erred, timed out or was dropped
/// half-way is closed, whatever the reason.
pub(super) struct Lease {
    object: Option<Object<Connector>>,
    connections: Connections,
}

impl Connections {
    /// At most this many at once. Relays allow few from one client (Gmail 10, Outlook 3 to 20).
    pub(super) const MAX: usize = 4;

    pub(super) fn new(connector: Connector) -> Self {
        let pool = Pool::builder(connector).max_size(Self::MAX).queue_mode(QueueMode::Lifo).runtime(Runtime::Tokio1).build();
        Self { pool: pool.expect("there is a runtime for its timeouts"), is_kept: Arc::default() }
    }

    /// A connection that answered a moment ago. Waits while all are lent out; the caller bounds the wait.
    pub(super) async fn lend(&self) -> Result<Lease, SendError> {
        match self.pool.get().await {
            Ok(object) => Ok(Lease { object: Some(object), connections: self.clone() }),
            Err(PoolError::Backend(error)) => Err(error),
            Err(_) => Err(SendError::Unreachable(ErrorKind::NotConnected.into())),
        }
    }

    /// Takes leave of all connections that are not lent out, and lends no more.
    pub(super) async fn close(&self) {
        let idle = self.pool.retain(|_, _| false).removed;
        self.pool.close();
        quit(idle).await;
    }

    /// Looks after the idle connections in a task of its own, until there are none.
    fn keep(&self) {
        if self.is_kept.swap(true, Ordering::AcqRel) {
            return;
        }
        let (pool, is_kept) = (self.pool.weak(), Arc::clone(&self.is_kept));
        let deadlines = self.pool.manager().deadlines();
        tokio::spawn(async move {
            loop {
                sleep(deadlines.keep_alive.min(deadlines.idle)).await;
                if !look_after(&pool, deadlines).await {
                    break;
                }
            }
            is_kept.store(false, Ordering::Release);
        });
    }

    /// How many connections are open, lent out or idle.
    #[cfg(test)]
    pub(super) fn open(&self) -> usize {
        self.pool.status().size
    }
}

/// Takes leave of connections that nobody has used for [`Deadlines::idle`], and asks the other idle ones for a sign of life,
/// so that the relay does not close them. Tells whether there are any left.
async fn look_after(pool: &WeakPool<Connector>, deadlines: Deadlines) -> bool {
    let Some(pool) = pool.upgrade() else { return false };
    quit(pool.retain(|connection, _| connection.used_at.elapsed() < deadlines.idle).removed).await;
    let mut idle = Vec::new();
    for _ in 0..pool.status().available {
        // One that has been lent meanwhile is not waited for, and none is opened in its place.
        let at_once = Timeouts { wait: Some(Duration::ZERO), create: Some(Duration::ZERO), recycle: None };
        let Ok(object) = pool.timeout_get(&at_once).await else { break };
        idle.push(object);
    }
    for mut connection in idle {
        if connection.heard_at.elapsed() >= deadlines.keep_alive.min(deadlines.idle) && ask(&mut connection, deadlines).await.is_err() {
            drop(Object::take(connection));
        }
    }
    pool.status().size > 0
}

/// Asks for a sign of life, within [`Deadlines::check`].
async fn ask(connection: &mut Connection, deadlines: Deadlines) -> Result<(), SendError> {
    timeout(deadlines.check, connection.check()).await.unwrap_or(Err(SendError::TimedOut))?;
    connection.heard_at = Instant::now();
    Ok(())
}

/// Takes leave of these connections, all at once.
async fn quit(connections: Vec<Connection>) {
    let leave = |connection: Connection| async move { drop(timeout(LEAVE_WITHIN, connection.quit()).await) };
    let mut leaving: JoinSet<()> = connections.into_iter().map(leave).collect();
    while leaving.join_next().await.is_some() {}
}

impl Lease {
    /// Whether it was used before, so that the relay may have closed it without our knowing.
    pub(super) fn is_old(&self) -> bool {
        self.object.as_ref().is_some_and(|object| Object::metrics(object).recycle_count > 0)
    }

    /// Gives the connection back for the next mail.
    pub(super) fn finish(mut self) {
        if let Some(mut object) = self.object.take() {
            let now = Instant::now();
            (object.heard_at, object.used_at) = (now, now);
            drop(object);
            self.connections.keep();
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if let Some(object) = self.object.take() {
            drop(Object::take(object));
        }
    }
}

impl Deref for Lease {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.object.as_ref().expect("only `finish` and `drop` take it")
    }
}

impl DerefMut for Lease {
    fn deref_mut(&mut self) -> &mut Connection {
        self.object.as_mut().expect("only `finish` and `drop` take it")
    }
}

impl Manager for Connector {
    type Type = Connection;
    type Error = SendError;

    async fn create(&self) -> Result<Connection, SendError> {
        self.open().await
    }

    async fn recycle(&self, connection: &mut Connection, _: &Metrics) -> RecycleResult<SendError> {
        let deadlines = self.deadlines();
        if connection.used_at.elapsed() >= deadlines.idle {
            return Err(RecycleError::message("idle for too long"));
        }
        if connection.heard_at.elapsed() < deadlines.fresh {
            return Ok(());
        }
        ask(connection, deadlines).await.map_err(RecycleError::Backend)
    }
}
