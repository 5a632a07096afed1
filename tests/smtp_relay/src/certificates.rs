use crate::Script;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose, date_time_ymd};
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// A private certificate authority, made for one test.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
}

/// A server's certificate with its key, both in PEM.
pub struct Certificate {
    /// The certificate alone; its issuer is the root.
    pub chain: String,
    /// The private key, PKCS #8.
    pub key: String,
}

impl Authority {
    /// Creates an authority with a new key.
    #[must_use]
    pub fn new() -> Self {
        Self::with_names(Vec::new())
    }

    /// Creates an authority whose root certificate also names a server, like the certificates of `openssl req -x509`.
    #[must_use]
    pub fn of_server(name: &str) -> Self {
        Self::with_names(vec![name.to_owned()])
    }

    fn with_names(names: Vec<String>) -> Self {
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new(names).expect("DNS names");
        params.distinguished_name.push(DnType::CommonName, "Mailcode test authority");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let pem = params.self_signed(&key).expect("a root certificate").pem();
        Self { issuer: Issuer::new(params, key), pem }
    }

    /// The root certificate in PEM, for the clients' trust store.
    #[must_use]
    pub fn pem(&self) -> &str {
        &self.pem
    }

    /// The root certificate with its key, for a server that presents it.
    #[must_use]
    pub fn root_certificate(&self) -> Certificate {
        Certificate { chain: self.pem.clone(), key: self.issuer.key().serialize_pem() }
    }

    /// Issues a certificate for a DNS name.
    #[must_use]
    pub fn issue(&self, name: &str) -> Certificate {
        self.issue_as(name, |_| ())
    }

    /// Issues a certificate for a DNS name that expired at the end of 2024.
    #[must_use]
    pub fn issue_expired(&self, name: &str) -> Certificate {
        self.issue_as(name, |params| params.not_after = date_time_ymd(2025, 1, 1))
    }

    fn issue_as(&self, name: &str, make: impl FnOnce(&mut CertificateParams)) -> Certificate {
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new([name.to_owned()]).expect("a DNS name");
        params.distinguished_name.push(DnType::CommonName, name);
        make(&mut params);
        let certificate = params.signed_by(&key, &self.issuer).expect("a certificate");
        Certificate { chain: certificate.pem(), key: key.serialize_pem() }
    }
}

impl Default for Authority {
    fn default() -> Self {
        Self::new()
    }
}

impl Certificate {
    /// A TLS acceptor that presents this certificate.
    #[must_use]
    pub fn acceptor(&self) -> TlsAcceptor {
        let chain = CertificateDer::pem_slice_iter(self.chain.as_bytes()).collect::<Result<_, _>>().expect("PEM made by rcgen");
        let key = PrivateKeyDer::from_pem_slice(self.key.as_bytes()).expect("PEM made by rcgen");
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("ring supports TLS 1.2 and 1.3")
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .expect("the key fits the certificate");
        TlsAcceptor::from(Arc::new(config))
    }
}

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
            Script::Expired => self.trusted.issue_expired("localhost").acceptor(),
            _ => self.good.clone(),
        }
    }
}
