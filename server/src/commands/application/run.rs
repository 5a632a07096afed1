use super::Application;
use crate::commands::StartError;
use crate::commands::background::watch_database;
use crate::commands::relay_names::{RelayName, warn_of_unresolved};
use crate::listener::RequestsInProgress;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How long a stopping server waits for open connections; the rest of its grace period is for mails in progress.
const LAST_CONNECTIONS: Duration = Duration::from_secs(10);

impl Application {
    /// Serves until shutdown, then waits for open requests and mails in progress, for the grace period at most.
    ///
    /// # Errors
    /// [`StartError::Replaced`] if it ended because the database file was replaced.
    pub async fn run(self) -> Result<(), StartError> {
        self.log_start();
        let Self { listener, admin, site, location, relays, shutdown, grace, tasks, .. } = self;
        tokio::spawn(warn_of_unresolved(relays));
        if let Some(admin) = admin {
            tokio::spawn(admin.serve(shutdown.clone()));
        }
        let watch = tokio::spawn(watch_database(site.database.clone(), location, shutdown.clone()));
        let requests = RequestsInProgress::default();
        // Counts what is in progress when the server is asked to stop.
        let at_stop = tokio::spawn({
            let (shutdown, requests, mailer) = (shutdown.clone(), requests.clone(), site.mailer.clone());
            async move {
                shutdown.cancelled().await;
                (Instant::now(), requests.count(), mailer.queued())
            }
        });
        let after = async |time| {
            shutdown.cancelled().await;
            sleep(time).await;
        };
        let served = async {
            tokio::select! {
                () = listener.serve_counted(shutdown.clone(), requests.clone()) => (),
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
        if let Ok((since, requests, mails)) = at_stop.await {
            let seconds = since.elapsed().as_secs_f64();
            tracing::info!(requests, mails, "stopped after waiting {seconds:.1} s for the requests and mails in progress");
        }
        match watch.await {
            Ok(Some(replaced)) => Err(replaced),
            _ => Ok(()),
        }
    }

    /// Logs what an operator needs to know of this start: the version, the address, the database, and where the mails go.
    fn log_start(&self) {
        let (version, address, database) = (env!("CARGO_PKG_VERSION"), self.address, &self.location);
        let public_url = self.url("");
        let relays = self.relays.iter().map(RelayName::to_string).collect::<Vec<_>>().join(", ");
        if self.has_dev_mailbox() {
            tracing::info!(version, %address, public_url, %database, "started; mails stay on this machine, in the development mailbox");
        } else {
            tracing::info!(version, %address, public_url, %database, relays, "started; mails are sent through the relay");
        }
    }
}
