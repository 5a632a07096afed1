use crate::audit::Recorder;
use crate::sign_up::SignUp;
use crate::store::{SqliteSessions, SqliteStore};
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;
use tower_sessions::ExpiredDeletion;

/// Pause between two clean-ups. It determines the size of the database, and how long deleted data stays in its journal if it was being read
/// at that moment.
const EVERY: Duration = Duration::from_secs(10 * 60);

/// Deletes ended sign-ups, old counters, expired sessions and old audit events until shutdown.
pub(super) async fn clean_up(
    sign_up: Arc<SignUp>,
    store: SqliteStore,
    sessions: SqliteSessions,
    audit: Recorder,
    shutdown: CancellationToken,
) {
    let mut interval = interval(EVERY);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = shutdown.cancelled() => return,
            _ = interval.tick() => (),
        }
        if let Err(error) = sign_up.clean_up().await {
            tracing::warn!(error = &error as &dyn Error, "old counters could not be deleted");
        }
        if let Err(error) = sessions.delete_expired().await {
            tracing::warn!(error = &error as &dyn Error, "expired sessions could not be deleted");
        }
        if let Err(error) = audit.delete_ended().await {
            tracing::warn!(error = &error as &dyn Error, "old audit events could not be deleted");
        }
        store.truncate_wal().await;
    }
}
