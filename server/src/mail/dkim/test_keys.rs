//! Publicly known keys for tests.

/// PKCS #8 without the public key, as OpenSSL writes it: the key of RFC 8463, appendix A.2.
pub(super) const ED25519: &str = include_str!("test_keys/ed25519.pem");
/// PKCS #8.
pub(super) const RSA_2048: &str = include_str!("test_keys/rsa_2048.pem");
/// The same key as PKCS #1.
pub(super) const RSA_2048_PKCS1: &str = include_str!("test_keys/rsa_2048_pkcs1.pem");
/// Too short to sign with.
pub(super) const RSA_1024: &str = include_str!("test_keys/rsa_1024.pem");
