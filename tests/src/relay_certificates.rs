use crate::{Authority, Script};
use tokio_rustls::TlsAcceptor;

/// What a relay presents in the TLS handshake.
pub(crate) struct Certificates {
    /// Whom its clients are told to trust.
    pub(crate) trusted: Authority,
    good: TlsAcceptor,
}

impl Certificates {
    pub(crate) fn new() -> Self {
        let trusted = Authority::new();
        let good = trusted.issue("localhost").acceptor();
        Self { trusted, good }
    }

    /// The server's side of TLS, with a certificate as the script wants it.
    pub(crate) fn acceptor(&self, script: Script) -> TlsAcceptor {
        match script {
            Script::WrongName => self.trusted.issue("mail.example.org").acceptor(),
            Script::UnknownAuthority => Authority::new().issue("localhost").acceptor(),
            Script::Expired => self.trusted.issue_ended("localhost").acceptor(),
            _ => self.good.clone(),
        }
    }
}
