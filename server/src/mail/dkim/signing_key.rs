use super::SignError;
use super::public_key::{self, PublicKey};
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::{self, PemObject};
use std::fmt;
use zeroize::Zeroizing;

/// A private key that signs mails. It cannot be printed.
pub struct SigningKey(PrivateKey);

enum PrivateKey {
    /// `rsa-sha256` (RFC 6376 §3.3.1).
    Rsa(Box<RsaKeyPair>),
    /// `ed25519-sha256` (RFC 8463 §3).
    Ed25519(Ed25519KeyPair),
}

/// Why a text contains no key to sign with.
#[derive(Debug, thiserror::Error)]
pub enum SigningKeyError {
    /// The text is not PEM, or contains no private key, or one with a passphrase.
    #[error("it contains no private key in PEM format without a passphrase")]
    Pem(#[source] pem::Error),
    /// The key is of another type or size, or damaged.
    #[error("its key is neither RSA of 2048 to 4096 bits nor Ed25519, or it is damaged")]
    Unsupported,
}

impl SigningKey {
    /// Reads the first private key of a PEM text: PKCS #8 (RFC 5208, RFC 5958) of RSA or Ed25519, or PKCS #1 (RFC 8017 §A.1.2).
    ///
    /// RSA keys have at least 2048 bits (RFC 8301 §3.2) and at most 4096, the limit of ring.
    ///
    /// # Errors
    /// See [`SigningKeyError`].
    pub fn from_pem(text: &[u8]) -> Result<Self, SigningKeyError> {
        let der = Zeroizing::new(PrivateKeyDer::from_pem_slice(text).map_err(SigningKeyError::Pem)?);
        let rsa =
            |key: Result<RsaKeyPair, _>| key.map(|key| Self(PrivateKey::Rsa(Box::new(key)))).map_err(|_| SigningKeyError::Unsupported);
        match &*der {
            PrivateKeyDer::Pkcs1(der) => rsa(RsaKeyPair::from_der(der.secret_pkcs1_der())),
            PrivateKeyDer::Pkcs8(der) => {
                let der = der.secret_pkcs8_der();
                // OpenSSL leaves the public key out (version 1); ring then derives it.
                Ed25519KeyPair::from_pkcs8_maybe_unchecked(der)
                    .map_or_else(|_| rsa(RsaKeyPair::from_pkcs8(der)), |key| Ok(Self(PrivateKey::Ed25519(key))))
            }
            _ => Err(SigningKeyError::Unsupported),
        }
    }

    /// The algorithm's name, the value of `a=`.
    pub(super) const fn algorithm(&self) -> &'static str {
        match self.0 {
            PrivateKey::Rsa(_) => "rsa-sha256",
            PrivateKey::Ed25519(_) => "ed25519-sha256",
        }
    }

    /// The public half of the key.
    pub(super) fn public_key(&self) -> PublicKey {
        match &self.0 {
            PrivateKey::Rsa(key) => PublicKey::new(public_key::KeyType::Rsa, key.public().as_ref()),
            PrivateKey::Ed25519(key) => PublicKey::new(public_key::KeyType::Ed25519, key.public_key().as_ref()),
        }
    }

    /// Signs the SHA-256 hash of these bytes.
    pub(super) fn sign(&self, bytes: &[u8]) -> Result<Vec<u8>, SignError> {
        match &self.0 {
            PrivateKey::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                // ring requires randomness to blind the calculation, which does not affect the signature.
                key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), bytes, &mut signature).map_err(|_| SignError)?;
                Ok(signature)
            }
            PrivateKey::Ed25519(key) => Ok(key.sign(digest(&SHA256, bytes).as_ref()).as_ref().to_vec()),
        }
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SigningKey({})", self.algorithm())
    }
}

#[cfg(test)]
mod tests {
    use super::{SigningKey, SigningKeyError};
    use crate::mail::dkim::test_keys::{ED25519, RSA_1024, RSA_2048, RSA_2048_PKCS1};

    #[test]
    fn a_key_is_read_in_the_forms_that_openssl_writes() {
        for (pem, algorithm) in [(ED25519, "ed25519-sha256"), (RSA_2048, "rsa-sha256"), (RSA_2048_PKCS1, "rsa-sha256")] {
            let key = SigningKey::from_pem(pem.as_bytes()).expect(algorithm);
            assert_eq!(key.algorithm(), algorithm);
            assert_eq!(format!("{key:?}"), format!("SigningKey({algorithm})"), "nothing of the key is printed");
        }
        let behind_words = format!("what comes before\n{ED25519}");
        assert!(SigningKey::from_pem(behind_words.as_bytes()).is_ok());
    }

    #[test]
    fn both_pem_forms_of_a_key_give_the_same_signature() {
        let signed = |pem: &str| SigningKey::from_pem(pem.as_bytes()).expect("a key").sign(b"text").expect("signed");
        assert_eq!(signed(RSA_2048), signed(RSA_2048_PKCS1));
        assert_eq!((signed(RSA_2048).len(), signed(ED25519).len()), (256, 64));
    }

    #[test]
    fn other_keys_and_texts_are_refused() {
        let elliptic = rcgen::KeyPair::generate().expect("a key of P-256").serialize_pem();
        let (damaged, cut) = (RSA_2048.replacen("MIIE", "MIIF", 1), &RSA_2048[..RSA_2048.len() / 2]);
        for pem in [RSA_1024, &elliptic, &damaged] {
            assert!(matches!(SigningKey::from_pem(pem.as_bytes()), Err(SigningKeyError::Unsupported)), "{pem}");
        }
        let locked = RSA_2048.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
        for text in ["", "a key", cut, &locked, &RSA_2048.replace("PRIVATE", "PUBLIC")] {
            assert!(matches!(SigningKey::from_pem(text.as_bytes()), Err(SigningKeyError::Pem(_))), "{text}");
        }
    }
}
