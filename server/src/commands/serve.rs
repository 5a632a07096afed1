use super::{Application, StartError};
use crate::config::Config;
use crate::{dev_mailbox, shutdown};
use std::io::{self, Write};
use std::time::Duration;

/// How long the program waits at its end for work that cannot be cancelled, such as a name look-up by the system.
const LAST_CALLS: Duration = Duration::from_secs(1);

/// Serves the site until a signal ends it, and prints its URL to standard output.
///
/// # Errors
/// See [`StartError`].
pub(super) fn serve(config: Config) -> Result<(), StartError> {
    let runtime = tokio::runtime::Runtime::new().map_err(StartError::Runtime)?;
    let served = runtime.block_on(serve_until_signal(config));
    runtime.shutdown_timeout(LAST_CALLS);
    served
}

async fn serve_until_signal(config: Config) -> Result<(), StartError> {
    let shutdown = shutdown::on_signal().map_err(StartError::Signals)?;
    let application = Application::build(config, shutdown).await?;
    let mut out = io::stdout().lock();
    // The parent process may have closed our output, which is no reason not to serve.
    let _ = writeln!(out, "Mailcode {} is ready.\n  Page     {}", env!("CARGO_PKG_VERSION"), application.url("/"));
    if application.has_dev_mailbox() {
        let _ = writeln!(out, "  Mailbox  {}", application.url(dev_mailbox::PATH));
    }
    let files = application.files();
    let _ = match &files.database {
        Some(file) => writeln!(out, "  Database {file}"),
        None => writeln!(out, "  Database {}", application.location()),
    };
    if let Some(key) = &files.key {
        let _ = writeln!(out, "  Key      {key}");
    }
    let _ = out.flush();
    drop(out);
    application.run().await
}
