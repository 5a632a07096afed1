use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use std::net::IpAddr;
use std::sync::Arc;

/// A TLS server's identity for one run of the program, and the root certificate to verify it with.
pub(crate) struct Identity {
    pub(crate) config: Arc<ServerConfig>,
    pub(crate) root: CertificateDer<'static>,
}

/// Why no identity could be created.
#[derive(Debug, thiserror::Error)]
pub(crate) enum IdentityError {
    #[error("cannot create a certificate: {0}")]
    Certificate(#[from] rcgen::Error),
    #[error("cannot set up TLS: {0}")]
    Tls(#[from] rustls::Error),
}

impl Identity {
    /// Creates an authority that signs one certificate for the address and is then dropped, with its key.
    pub(crate) fn ephemeral(address: IpAddr) -> Result<Self, IdentityError> {
        let mut authority = CertificateParams::new(Vec::new())?;
        authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        authority.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        authority.distinguished_name.push(DnType::CommonName, "Mailcode development mailbox");
        let authority_key = KeyPair::generate()?;
        let root = authority.self_signed(&authority_key)?.der().clone();

        let key = KeyPair::generate()?;
        let issuer = Issuer::new(authority, authority_key);
        let certificate = CertificateParams::new(vec![address.to_string()])?.signed_by(&key, &issuer)?;
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))?;
        Ok(Self { config: Arc::new(config), root })
    }
}
