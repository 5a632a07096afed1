//! TLS to a relay: the trusted roots and the configuration.
//!
//! `recording_verifier` verifies the relay's certificate and records it, `certificate` describes it, and `unfit_key` finds the keys that
//! are too short or too long to verify with.

mod certificate;
mod recording_verifier;
mod unfit_key;

pub(super) use certificate::Certificate;
pub(super) use recording_verifier::{PresentedCertificate, recording_config};
pub(super) use unfit_key::UnfitKey;

use super::relay::Relay;
use rustls::crypto::ring;
use rustls::{ClientConfig, Error, RootCertStore};
use rustls_pki_types::ServerName;
use std::sync::Arc;

/// Why the settings of a relay cannot work.
#[derive(Debug, thiserror::Error)]
pub enum RelayConfigError {
    /// The host is neither a DNS name nor an IP address.
    #[error("the relay's host is neither a DNS name nor an IP address")]
    Host,
    /// An extra root is not a certificate.
    #[error("an extra root is not a certificate: {0}")]
    Root(#[source] Error),
    /// TLS cannot be configured with these roots.
    #[error("TLS cannot be configured: {0}")]
    Tls(#[source] Error),
}

/// The name that the relay's certificate must be for.
pub(super) fn server_name(relay: &Relay) -> Result<ServerName<'static>, RelayConfigError> {
    ServerName::try_from(relay.host.clone()).map_err(|_| RelayConfigError::Host)
}

/// Configures TLS with the certificate verified against the system's roots and the relay's extra ones.
pub(super) fn client_config(relay: &Relay) -> Result<Arc<ClientConfig>, RelayConfigError> {
    let roots = roots(relay)?;
    if !roots.is_empty() {
        let (config, _) = recording_config(roots, &relay.extra_roots).map_err(RelayConfigError::Tls)?;
        return Ok(config);
    }
    // Without roots no certificate is trusted, which is reported at the first connection.
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(RelayConfigError::Tls)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// The trusted root certificates: the system's and the relay's extra ones.
pub(super) fn roots(relay: &Relay) -> Result<RootCertStore, RelayConfigError> {
    let mut roots = RootCertStore::empty();
    let system = rustls_native_certs::load_native_certs();
    for error in &system.errors {
        tracing::warn!(%error, "some of the system's root certificates cannot be read");
    }
    // A system's store may hold certificates from before today's rules; those are skipped.
    let (_, ignored) = roots.add_parsable_certificates(system.certs);
    tracing::debug!(ignored, "root certificates of the system loaded");
    for root in &relay.extra_roots {
        roots.add(root.clone()).map_err(RelayConfigError::Root)?;
    }
    Ok(roots)
}
