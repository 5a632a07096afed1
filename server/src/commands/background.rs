//! The background tasks of the server: the regular clean-up, and the check that the database's file is still in place.

use super::StartError;
use crate::audit::Recorder;
use crate::sign_up::SignUp;
use crate::sign_up::ports::Clock;
use crate::store::{Database, DatabaseLocation};
use crate::system::SystemClock;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

/// Pause between two clean-ups. A longer one means a larger database, and more time until deleted data has left the write-ahead log.
const EVERY: Duration = Duration::from_secs(10 * 60);

/// Deletes ended sign-ups, old counters, expired sessions and old audit events until shutdown.
pub(super) async fn clean_up(sign_up: Arc<SignUp>, database: Database, audit: Recorder, shutdown: CancellationToken) {
    let sessions = database.sessions();
    let mut interval = interval(EVERY);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = shutdown.cancelled() => return,
            _ = interval.tick() => (),
        }
        if let Err(error) = sign_up.clean_up().await {
            tracing::warn!(error = &error as &dyn Error, "cannot delete old counters");
        }
        if let Err(error) = sessions.delete_expired(SystemClock.now()).await {
            tracing::warn!(error = &error as &dyn Error, "cannot delete expired sessions");
        }
        if let Err(error) = audit.delete_expired().await {
            tracing::warn!(error = &error as &dyn Error, "cannot delete old audit events");
        }
        database.overwrite_deleted().await;
    }
}

/// Ends the server when the database file is replaced, because everything written after that would be lost.
pub(super) async fn watch_database(database: Database, location: DatabaseLocation, shutdown: CancellationToken) -> Option<StartError> {
    tokio::select! {
        () = shutdown.cancelled() => None,
        () = database.replaced() => {
            tracing::error!("the database file was replaced or removed while the server was running; the server stops");
            shutdown.cancel();
            Some(StartError::Replaced(location.to_string()))
        }
    }
}
