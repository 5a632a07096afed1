//! A mailbox to try Mailcode without a relay: a real SMTP server on loopback that keeps mails in memory, and pages that show them.
//!
//! The mails reach it through the same code as a relay, with `STARTTLS`, a verified certificate and a login, all created at the start and
//! dropped at the end. RFC 5321's rules for final delivery are not implemented.
//!
//! `smtp_server` receives the mails, `received_mail` keeps them, and `pages` shows them.

mod accepted_login;
mod lines;
mod pages;
mod received_mail;
pub(crate) mod server_tls;
mod smtp_server;

pub use pages::pages;
pub use received_mail::ReceivedMail;

use crate::mail::{Relay, TlsMode};
use crate::sign_up::ports::Clock;
use accepted_login::AcceptedLogin;
use received_mail::Mails;
use rustls_pki_types::CertificateDer;
use server_tls::ServerTls;
use smtp_server::SmtpServer;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// Path of the mailbox's pages.
pub const PATH: &str = "/dev/mailbox";

/// A running development mailbox; clones share it.
#[derive(Clone, Debug)]
pub struct DevMailbox(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    address: SocketAddr,
    root: CertificateDer<'static>,
    login: AcceptedLogin,
    mails: Arc<Mails>,
}

impl DevMailbox {
    /// Maximum number of mails kept; a further one replaces the oldest.
    pub const CAPACITY: usize = 100;
    /// The largest mail accepted, in octets. Ours has about 4000.
    pub const MAX_MAIL_SIZE: usize = 128 * 1024;

    /// Starts the mailbox on a free port of 127.0.0.1, until `shutdown`.
    ///
    /// # Errors
    /// If there is no free port or no certificate can be created.
    pub async fn start(shutdown: CancellationToken, clock: Arc<dyn Clock>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let ServerTls { config, root } = ServerTls::for_address(address.ip()).map_err(io::Error::other)?;
        let login = AcceptedLogin::random();
        let mails = Arc::new(Mails::default());
        let server = SmtpServer { tls: config.into(), login: login.clone(), mails: Arc::clone(&mails), clock };
        tokio::spawn(server.run(listener, shutdown));
        Ok(Self(Arc::new(Inner { address, root, login, mails })))
    }

    /// The settings with which a [`Mailer`](crate::mail::Mailer) uses the mailbox as its relay.
    #[must_use]
    pub fn relay(&self) -> Relay {
        Relay {
            host: self.0.address.ip().to_string(),
            port: self.0.address.port(),
            tls: TlsMode::StartTls,
            credentials: Some(self.0.login.credentials()),
            extra_roots: vec![self.0.root.clone()],
        }
    }

    /// The kept mails, the newest first.
    #[must_use]
    pub fn mails(&self) -> Vec<Arc<ReceivedMail>> {
        self.0.mails.newest_first()
    }

    /// The mail with this id, if it is still kept.
    #[must_use]
    pub fn mail(&self, id: u64) -> Option<Arc<ReceivedMail>> {
        self.0.mails.find(id)
    }
}

#[cfg(test)]
#[path = "any_bytes_tests.rs"]
mod any_bytes_tests;
#[cfg(test)]
#[path = "pages_tests.rs"]
mod pages_tests;
#[cfg(test)]
#[path = "dev_mailbox_tests.rs"]
mod tests;
