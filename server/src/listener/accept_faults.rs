use crate::log_throttle::LogThrottle;
use std::error::Error;
use std::io::{self, ErrorKind};
use std::time::Duration;
use tokio::time::sleep;

/// How long nothing is accepted after an error: time for a connection to end and release its file descriptor. The system queues clients
/// meanwhile.
const PAUSE: Duration = Duration::from_millis(250);

/// Handles errors when a connection is accepted.
#[derive(Debug, Default)]
pub(super) struct AcceptFaults {
    throttle: LogThrottle,
}

impl AcceptFaults {
    /// Logs an error, and waits if the next attempt would fail with the same: when file descriptors or memory are used up (`EMFILE`,
    /// `ENFILE`, `ENOBUFS`, `ENOMEM`), the client stays in the queue and the error would repeat at once.
    pub(super) async fn pause(&self, error: &io::Error) {
        if is_of_client(error) {
            return;
        }
        if self.throttle.is_due() {
            tracing::error!(error = error as &dyn Error, "cannot accept connections for now");
        }
        sleep(PAUSE).await;
    }
}

/// Whether the error concerns one client only: it disconnected while it was queued, or the network lost it (accept(2) on Linux returns
/// those errors, too). The next client may be accepted.
fn is_of_client(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ConnectionAborted
            | ErrorKind::ConnectionRefused
            | ErrorKind::ConnectionReset
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::Interrupted
    )
}

#[cfg(test)]
mod tests {
    use super::{AcceptFaults, PAUSE};
    use std::io;
    use std::time::Duration;
    use tokio::time::Instant;

    async fn pause_after(faults: &AcceptFaults, error: i32) -> Duration {
        let start = Instant::now();
        faults.pause(&io::Error::from_raw_os_error(error)).await;
        start.elapsed()
    }

    #[cfg(target_os = "linux")]
    #[tokio::test(start_paused = true)]
    async fn the_listener_pauses_when_descriptors_run_out_but_not_for_an_aborted_connection() {
        let faults = AcceptFaults::default();
        // EMFILE, ENFILE, ENOBUFS, ENOMEM.
        for error in [24, 23, 105, 12] {
            assert!(pause_after(&faults, error).await >= PAUSE, "{error}");
        }
        // ECONNABORTED, EHOSTUNREACH.
        for error in [103, 113] {
            assert_eq!(pause_after(&faults, error).await, Duration::ZERO, "{error}");
        }
    }
}
