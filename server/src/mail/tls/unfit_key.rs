use rustls::{CertificateError, Error, OtherError};
use rustls_pki_types::CertificateDer;
use std::ops::RangeInclusive;
use std::sync::Arc;
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;
use x509_parser::public_key::PublicKey;

/// An RSA key in a certificate chain that is too short or too long for verification. rustls calls its signatures bad, like those of an
/// unknown authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an RSA key of {bits} bits")]
pub(in crate::mail) struct UnfitKey {
    bits: usize,
}

impl UnfitKey {
    /// Key sizes in bits that ring verifies with; shorter RSA keys are too weak (RFC 9325 §4.5).
    const FIT: RangeInclusive<usize> = 2048..=8192;

    /// Whether the key is too weak, and not too long.
    pub(in crate::mail) const fn is_weak(self) -> bool {
        self.bits < *Self::FIT.start()
    }

    /// The key of this certificate, if it is unfit.
    pub(in crate::mail) fn of(certificate: &CertificateDer<'_>) -> Option<Self> {
        unfit_key(&parse(certificate)?)
    }

    /// The first unfit key among these certificates and those of the `authorities` that issued one of them.
    pub(in crate::mail) fn among<'a>(
        certificates: impl Iterator<Item = &'a CertificateDer<'a>>,
        authorities: &'a [CertificateDer<'a>],
    ) -> Option<Self> {
        let presented: Vec<_> = certificates.filter_map(parse).collect();
        let authorities: Vec<_> = authorities.iter().filter_map(parse).collect();
        let issuers = authorities.iter().filter(|authority| presented.iter().any(|issued| issued.issuer() == authority.subject()));
        presented.iter().chain(issuers).find_map(unfit_key)
    }
}

/// Wraps the key in rustls's error for certificates.
impl From<UnfitKey> for Error {
    fn from(key: UnfitKey) -> Self {
        CertificateError::Other(OtherError(Arc::new(key))).into()
    }
}

fn parse<'a>(certificate: &'a CertificateDer<'_>) -> Option<X509Certificate<'a>> {
    X509Certificate::from_der(certificate).ok().map(|(_, certificate)| certificate)
}

fn unfit_key(certificate: &X509Certificate<'_>) -> Option<UnfitKey> {
    let PublicKey::RSA(key) = certificate.public_key().parsed().ok()? else { return None };
    let octets = key.modulus.iter().position(|octet| *octet != 0).map_or(&[][..], |start| &key.modulus[start..]);
    let leading = octets.first().map_or(0, |octet| octet.leading_zeros() as usize);
    let bits = octets.len() * 8 - leading;
    (!UnfitKey::FIT.contains(&bits)).then_some(UnfitKey { bits })
}
