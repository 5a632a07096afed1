use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;

/// Logs to standard error what the filter lets through. Libraries that may log what is said to the relay or what
/// stands in the database are held at warnings.
pub(crate) fn start(filter: &str) -> Result<(), ParseError> {
    let filter = EnvFilter::try_new(format!("{filter},lettre=warn,sqlx=warn,rustls=warn,tower_sessions=warn,tower_sessions_core=warn"))?;
    let subscriber =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal()).finish();
    // A test that starts two servers in one process keeps the first one's log.
    let _ = tracing::subscriber::set_global_default(subscriber);
    Ok(())
}
