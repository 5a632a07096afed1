use super::{Application, StartError};
use crate::config::Config;
use crate::{dev_mailbox, shutdown};
use std::io::{self, Write};

/// Serves the site until a signal ends it, and says on standard output where it is.
///
/// # Errors
/// See [`StartError`].
#[tokio::main]
pub(super) async fn serve(config: Config) -> Result<(), StartError> {
    let shutdown = shutdown::on_signal().map_err(StartError::Signals)?;
    let application = Application::build(config, shutdown).await?;
    let mut out = io::stdout().lock();
    // Who started us may have closed our output; that is no reason not to serve.
    let _ = writeln!(out, "Mailcode {} is ready.\n  Page     {}", env!("CARGO_PKG_VERSION"), application.url("/"));
    if application.has_dev_mailbox() {
        let _ = writeln!(out, "  Mailbox  {}", application.url(dev_mailbox::PATH));
    }
    let _ = out.flush();
    drop(out);
    application.run().await;
    Ok(())
}
