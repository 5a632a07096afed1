use crate::{Authority, Script};
use tokio_rustls::TlsAcceptor;

/// The certificates that a relay presents in the TLS handshake.
pub(crate) struct Certificates {
    /// The authority that the relay's clients trust.
    pub(crate) trusted: Authority,
    good: TlsAcceptor,
}

impl Certificates {
    pub(crate) fn new() -> Self {
        let trusted = Authority::new();
        let good = trusted.issue("localhost").acceptor();
        Self { trusted, good }
    }

    /// The TLS acceptor, with the certificate that the script demands.
    pub(crate) fn acceptor(&self, script: Script) -> TlsAcceptor {
        match script {
            Script::WrongName => self.trusted.issue("mail.example.org").acceptor(),
            Script::UnknownAuthority => Authority::new().issue("localhost").acceptor(),
            Script::Expired => self.trusted.issue_ended("localhost").acceptor(),
            _ => self.good.clone(),
        }
    }
}
