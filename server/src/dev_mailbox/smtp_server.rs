use super::dialogue::{Dialogue, End};
use super::lines::Lines;
use super::login::Login;
use super::received_mail::Mails;
use crate::sign_up::ports::Clock;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;

/// Connections served at once; further ones wait.
const MAX_CONNECTIONS: usize = 16;
/// How long a client may take for the TLS handshake.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// How long one connection may last.
const LONGEST: Duration = Duration::from_secs(10 * 60);

/// An SMTP server that keeps every mail it receives.
#[derive(Clone)]
pub(super) struct SmtpServer {
    pub(super) tls: TlsAcceptor,
    pub(super) login: Login,
    pub(super) mails: Arc<Mails>,
    pub(super) clock: Arc<dyn Clock>,
}

impl SmtpServer {
    /// Serves until `shutdown`, which also ends open connections.
    pub(super) async fn run(self, listener: TcpListener, shutdown: CancellationToken) {
        shutdown.run_until_cancelled(self.accept(listener, &shutdown)).await;
    }

    async fn accept(&self, listener: TcpListener, shutdown: &CancellationToken) {
        let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
        while let Ok(place) = Arc::clone(&places).acquire_owned().await {
            let stream = match listener.accept().await {
                Ok((stream, _)) => stream,
                Err(error) => {
                    // File descriptors may be used up: a pause lets others close theirs.
                    tracing::warn!(%error, "the development mailbox cannot accept a connection");
                    sleep(Duration::from_millis(100)).await;
                    continue;
                }
            };
            let (this, shutdown) = (self.clone(), shutdown.clone());
            tokio::spawn(async move {
                let served = timeout(LONGEST, this.serve(stream));
                if let Some(Ok(Err(error))) = shutdown.run_until_cancelled(served).await {
                    tracing::debug!(%error, "the development mailbox lost a connection");
                }
                drop(place);
            });
        }
    }

    async fn serve(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut lines = Lines::new(stream);
        lines.reply("220 mailbox ESMTP").await?;
        match Dialogue::new(self, false).run(&mut lines).await? {
            End::Closed => Ok(()),
            End::StartTls => {
                let stream = timeout(HANDSHAKE, self.tls.accept(lines.into_inner()?)).await??;
                Dialogue::new(self, true).run(&mut Lines::new(stream)).await.map(|_| ())
            }
        }
    }
}
