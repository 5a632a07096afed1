use super::UnfitKey;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::ring;
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use std::sync::{Arc, Mutex, PoisonError};

/// The certificate that a relay has presented, trusted or not.
#[derive(Clone, Debug, Default)]
pub(in crate::mail) struct PresentedCertificate(Arc<Mutex<Option<CertificateDer<'static>>>>);

impl PresentedCertificate {
    /// The certificate, once a handshake has received it.
    pub(in crate::mail) fn certificate(&self) -> Option<CertificateDer<'static>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Verifies as rustls does by default, and records the certificate, so that it can be shown even if it is rejected. Reports keys of an
/// unfit size, which rustls does not.
#[derive(Debug)]
struct RecordingVerifier {
    webpki: Arc<WebPkiServerVerifier>,
    extra_roots: Vec<CertificateDer<'static>>,
    presented: PresentedCertificate,
}

/// Configures TLS 1.2 or 1.3 (RFC 9325 §3.1.1) with the certificate verified against `roots`; [`PresentedCertificate`] will hold the
/// relay's certificate. `extra_roots` are those of the `roots` that are not the system's.
///
/// # Errors
/// [`Error::General`] if there are no roots, with which no certificate could be trusted.
pub(in crate::mail) fn recording_config(
    roots: RootCertStore,
    extra_roots: &[CertificateDer<'static>],
) -> Result<(Arc<ClientConfig>, PresentedCertificate), Error> {
    let provider = Arc::new(ring::default_provider());
    let webpki = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider)).build();
    let webpki = webpki.map_err(|error| Error::General(error.to_string()))?;
    let presented = PresentedCertificate::default();
    let verifier = RecordingVerifier { webpki, extra_roots: extra_roots.to_vec(), presented: presented.clone() };
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        // rustls calls any verifier of one's own dangerous; this one leaves the decision to rustls's own.
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    Ok((Arc::new(config), presented))
}

impl ServerCertVerifier for RecordingVerifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        *self.presented.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(end_entity.clone().into_owned());
        match self.webpki.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now) {
            // Otherwise the handshake would fail at this key's signature, without a clear error.
            Ok(verified) => UnfitKey::of(end_entity).map_or(Ok(verified), |key| Err(key.into())),
            Err(error @ Error::InvalidCertificate(CertificateError::BadSignature | CertificateError::UnknownIssuer)) => {
                let key = UnfitKey::among([end_entity].into_iter().chain(intermediates), &self.extra_roots);
                Err(key.map_or(error, Error::from))
            }
            Err(error) => Err(error),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.webpki.verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.webpki.verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.webpki.supported_verify_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::{PresentedCertificate, RecordingVerifier};
    use crate::mail::{Relay, RelayProblem, TlsMode};
    use rustls::RootCertStore;
    use rustls::client::WebPkiServerVerifier;
    use rustls::client::danger::ServerCertVerifier;
    use rustls::crypto::ring;
    use rustls_pki_types::pem::PemObject;
    use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
    use std::sync::Arc;
    use std::time::Duration;

    /// The problem of a certificate for `relay.example`, presented with its chain, if `trusted` is the only root; all as PEM.
    fn problem(presented: &[&str], trusted: &str) -> Option<RelayProblem> {
        let read = |pem: &str| CertificateDer::from_pem_slice(pem.as_bytes()).expect("a certificate");
        let extra_roots = vec![read(trusted)];
        let mut roots = RootCertStore::empty();
        roots.add(extra_roots[0].clone()).expect("a root");
        let webpki = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::new(ring::default_provider())).build();
        let verifier = RecordingVerifier { webpki: webpki.expect("a verifier"), extra_roots, presented: PresentedCertificate::default() };
        let presented: Vec<_> = presented.iter().map(|pem| read(pem)).collect();
        let (name, now) =
            (ServerName::try_from("relay.example").expect("a name"), UnixTime::since_unix_epoch(Duration::from_secs(2_000_000_000)));
        let error = verifier.verify_server_cert(&presented[0], &presented[1..], &name, &[], now).err()?;
        let relay =
            Relay { host: "relay.example".to_owned(), port: 587, tls: TlsMode::StartTls, credentials: None, extra_roots: Vec::new() };
        Some(RelayProblem::of_tls(&relay, &error))
    }

    #[test]
    fn a_weak_key_is_not_reported_as_an_unknown_authority() {
        const ITS_OWN: &str = include_str!("test_certificates/rsa_1024.pem");
        const AUTHORITY: &str = include_str!("test_certificates/authority.pem");
        const WEAK_AUTHORITY: &str = include_str!("test_certificates/weak_authority.pem");
        const OF_AUTHORITY: &str = include_str!("test_certificates/from_authority.pem");
        const OF_WEAK_AUTHORITY: &str = include_str!("test_certificates/from_weak_authority.pem");
        const WEAK_OF_AUTHORITY: &str = include_str!("test_certificates/rsa_1024_from_authority.pem");
        for (presented, trusted, expected) in [
            (&[ITS_OWN][..], ITS_OWN, Some(RelayProblem::WeakKey)),
            (&[ITS_OWN], AUTHORITY, Some(RelayProblem::WeakKey)),
            (&[OF_WEAK_AUTHORITY], WEAK_AUTHORITY, Some(RelayProblem::WeakKey)),
            (&[OF_WEAK_AUTHORITY, WEAK_AUTHORITY], WEAK_AUTHORITY, Some(RelayProblem::WeakKey)),
            (&[WEAK_OF_AUTHORITY], AUTHORITY, Some(RelayProblem::WeakKey)),
            (&[OF_AUTHORITY], AUTHORITY, None),
            (&[OF_AUTHORITY], WEAK_AUTHORITY, Some(RelayProblem::UnknownIssuer)),
        ] {
            assert_eq!(problem(presented, trusted), expected, "{presented:?}");
        }
    }
}
