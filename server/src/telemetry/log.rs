use std::io::IsTerminal;
use tracing::{Level, Metadata, Subscriber};
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::{ParseError, filter_fn};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;

/// Maximum number of lines that wait to be written; further ones are dropped. Enough for some seconds without a reader.
const MAX_WAITING_LINES: usize = 10_000;

/// The log. When dropped, it writes the waiting lines, for a second at most.
#[must_use]
pub(crate) struct Log(#[allow(dead_code, reason = "its drop writes the rest")] WorkerGuard);

/// Logs to standard error what the filter allows.
///
/// A thread of its own writes. If the reader of the log has gone or stalls, only log lines are lost: code that logs neither waits nor gets
/// an error.
pub(crate) fn start_log(filter: &str) -> Result<Log, ParseError> {
    let (writer, guard) = NonBlockingBuilder::default().buffered_lines_limit(MAX_WAITING_LINES).finish(std::io::stderr());
    let subscriber = subscriber(filter, writer, std::io::stderr().is_terminal())?;
    // A test that starts two servers in one process keeps the first one's log.
    let _ = tracing::subscriber::set_global_default(subscriber);
    Ok(Log(guard))
}

fn subscriber<W>(filter: &str, writer: W, has_colours: bool) -> Result<impl Subscriber, ParseError>
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_new(filter)?)
        .with_writer(writer)
        .with_ansi(has_colours)
        // Internal errors would be written to standard error, which panics if that is broken.
        .log_internal_errors(false);
    Ok(subscriber.finish().with(filter_fn(may_be_written)))
}

/// Allows our own events, and warnings of libraries: their lower levels may contain what was sent to the relay or by a
/// visitor. No directive of the filter lifts this, however narrow.
fn may_be_written(metadata: &Metadata<'_>) -> bool {
    let library = metadata.target().split("::").next();
    // This library warns of every unknown cookie, which a client can send without end; the store's errors are logged by our own code.
    let is_noise = library == Some("tower_sessions_core");
    library == Some(env!("CARGO_CRATE_NAME")) || (*metadata.level() <= Level::WARN && !is_noise)
}

#[cfg(test)]
mod tests {
    use super::subscriber;
    use std::io;
    use test_support::MemoryLog;

    /// What is written with this filter.
    fn written(filter: &str) -> String {
        let log = MemoryLog::default();
        let writer = log.clone();
        let subscriber = subscriber(filter, move || writer.clone(), false).expect("a filter");
        tracing::subscriber::with_default(subscriber, || {
            tracing::trace!("our trace");
            tracing::info!("our info");
            tracing::trace!(target: "lettre::transport::smtp", "their dialogue");
            tracing::debug!(target: "rustls::client", "their handshake");
            tracing::info!(target: "hyper::proto", "their request");
            tracing::info!(target: "servers", "another's name");
            tracing::warn!(target: "rustls::client", "their warning");
            let span = tracing::info_span!(target: "tower_sessions::service", "their span", id = 1);
            span.in_scope(|| tracing::info!("in a span"));
        });
        log.text()
    }

    #[test]
    fn no_filter_enables_verbose_logs_of_libraries() {
        for filter in [
            "trace",
            "trace,lettre=trace,rustls=trace,hyper=trace,servers=trace",
            "trace,lettre::transport::smtp=trace,rustls::client=debug,tower_sessions::service=trace",
            "lettre=trace,rustls::client=trace,hyper::proto=trace,server=trace",
            "trace,[their span]=trace,[{id}]=trace,[{id=1}]=trace",
        ] {
            let log = written(filter);
            assert!(log.contains("our trace") && log.contains("their warning") && log.contains("in a span"), "{filter}: {log}");
            for held in ["their dialogue", "their handshake", "their request", "another's name", "their span"] {
                assert!(!log.contains(held), "{filter}: {log}");
            }
        }
    }

    #[test]
    fn the_filter_applies_to_our_own_log_too() {
        let log = written("info");
        assert!(log.contains("our info") && !log.contains("our trace"), "{log}");
        let log = written("error");
        assert!(!log.contains("our info") && !log.contains("their warning"), "{log}");
        assert!(subscriber("info,[", io::stderr, false).is_err());
    }
}
