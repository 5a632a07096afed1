//! Finds out whether a relay can be used, without sending a mail.

use super::relay_client::RelayClient;
use super::send_error::SendError;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tokio::time::{Instant, timeout};

impl RelayClient {
    /// Checks that the relay can be reached, can be trusted and accepts our credentials, and has not recently rejected all mail. Sends no
    /// mail. If this takes longer than [`Deadlines::ask`](super::Deadlines::ask), returns the last known state and goes on in the
    /// background.
    ///
    /// # Errors
    /// See [`SendError`].
    pub(super) async fn check(self: &Arc<Self>) -> Result<(), SendError> {
        // A check would have to wait for one that is running, or for a connection while all are leased.
        let turn = Arc::clone(&self.checking).try_lock_owned().ok().filter(|_| !self.connections.are_all_lent());
        let Some(turn) = turn else { return self.known() };
        let client = Arc::clone(self);
        let checking = tokio::spawn(async move {
            let _turn = turn;
            client.check_now().await
        });
        match timeout(self.deadlines.ask, checking).await {
            Ok(Ok(checked)) => checked,
            Ok(Err(_)) | Err(_) => self.known(),
        }
    }

    /// The last known state of the relay.
    fn known(&self) -> Result<(), SendError> {
        if let Some(why) = self.breaker.why().or_else(|| self.refusal.why()) {
            return Err(SendError::Down(why));
        }
        if self.was_up.load(Ordering::Relaxed) { Ok(()) } else { Err(SendError::TimedOut) }
    }

    async fn check_now(self: &Arc<Self>) -> Result<(), SendError> {
        // An old connection does not show whether certificate and password are valid today.
        self.connections.retire(self.deadlines.proven).await;
        let end = Instant::now() + self.deadlines.send;
        loop {
            let mut lease = self.lend(end).await?;
            // The relay may have closed an idle connection unnoticed; a new one has just answered.
            if !lease.is_old() || lease.is_alive(self.deadlines).await {
                lease.finish();
                return self.refusal.why().map_or(Ok(()), |why| Err(SendError::Down(why)));
            }
        }
    }
}
