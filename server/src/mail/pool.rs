use super::connect::Connector;
use super::connection::Connection;
use super::deadlines::Deadlines;
use super::send_error::SendError;
use deadpool::managed::{Manager, Metrics, Object, Pool, PoolError, QueueMode, RecycleError, RecycleResult};
use std::io::ErrorKind;
use std::ops::{Deref, DerefMut};
use tokio::time::{Instant, sleep, timeout};

/// Connections to the relay, a few at once, kept for a while after use.
#[derive(Clone)]
pub(super) struct Connections(Pool<Connector>);

/// A connection lent out. Given back only by [`Self::finish`]: one that erred, timed out or was dropped
/// half-way is closed, whatever the reason.
pub(super) struct Lease {
    object: Option<Object<Connector>>,
    pool: Connections,
}

impl Connections {
    /// At most this many at once. Relays allow few from one client (Gmail 10, Outlook 3 to 20).
    pub(super) const MAX: usize = 4;

    pub(super) fn new(connector: Connector) -> Self {
        let pool = Pool::builder(connector).max_size(Self::MAX).queue_mode(QueueMode::Lifo).build();
        Self(pool.expect("only a pool with timeouts of its own can fail to build"))
    }

    /// A connection that has just answered. Waits while all are lent out; the caller bounds the wait.
    pub(super) async fn lend(&self) -> Result<Lease, SendError> {
        match self.0.get().await {
            Ok(object) => Ok(Lease { object: Some(object), pool: self.clone() }),
            Err(PoolError::Backend(error)) => Err(error),
            Err(_) => Err(SendError::Unreachable(ErrorKind::NotConnected.into())),
        }
    }

    /// Takes leave of connections that nobody has used for [`Deadlines::idle`], once that time has passed.
    fn close_idle_later(&self) {
        let Deadlines { idle, .. } = self.0.manager().deadlines();
        let pool = self.0.weak();
        tokio::spawn(async move {
            sleep(idle).await;
            let Some(pool) = pool.upgrade() else { return };
            for connection in pool.retain(|connection, _| connection.idle_since.elapsed() < idle).removed {
                connection.quit().await;
            }
        });
    }

    /// How many connections are open, lent out or idle.
    #[cfg(test)]
    pub(super) fn open(&self) -> usize {
        self.0.status().size
    }
}

impl Lease {
    /// Gives the connection back for the next mail.
    pub(super) fn finish(mut self) {
        if let Some(mut object) = self.object.take() {
            object.idle_since = Instant::now();
            drop(object);
            self.pool.close_idle_later();
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
        if connection.idle_since.elapsed() >= self.deadlines().idle {
            return Err(RecycleError::message("idle for too long"));
        }
        let checked = timeout(self.deadlines().check, connection.check()).await;
        checked.unwrap_or(Err(SendError::TimedOut)).map_err(RecycleError::Backend)
    }
}
