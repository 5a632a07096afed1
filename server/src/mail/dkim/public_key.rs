use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt;

/// The public half of a signing key, as published in the DNS record of its selector.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey {
    key_type: KeyType,
    /// RSA: `RSAPublicKey` of PKCS #1 (RFC 8017 §A.1.1); Ed25519: the key's 32 octets (RFC 8463 §4.2).
    octets: Vec<u8>,
}

/// The type of a key, `k=` (RFC 6376 §3.6.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyType {
    Rsa,
    Ed25519,
}

impl PublicKey {
    /// `AlgorithmIdentifier` of `rsaEncryption` (RFC 3279 §2.3.1) in DER.
    const RSA_ENCRYPTION: [u8; 15] = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

    pub(super) fn new(key_type: KeyType, octets: &[u8]) -> Self {
        Self { key_type, octets: octets.to_vec() }
    }

    /// The text of the DNS record: `v=DKIM1; k=rsa; p=…`.
    #[must_use]
    pub fn txt_record(&self) -> String {
        format!("v=DKIM1; k={}; p={}", self.key_type(), STANDARD.encode(self.published()))
    }

    /// The value of `k=`.
    #[must_use]
    pub const fn key_type(&self) -> &'static str {
        match self.key_type {
            KeyType::Rsa => "rsa",
            KeyType::Ed25519 => "ed25519",
        }
    }

    /// Whether this value of `p=` is the key. It may be folded, and an RSA key may be written as by OpenSSL, or bare as RFC 6376 had it at
    /// first.
    #[must_use]
    pub fn matches(&self, p: &str) -> bool {
        let p: String = p.chars().filter(|character| !character.is_ascii_whitespace()).collect();
        STANDARD.decode(p).is_ok_and(|octets| octets == self.published() || (self.key_type == KeyType::Rsa && octets == self.octets))
    }

    /// The octets in `p=`; for RSA `SubjectPublicKeyInfo` (RFC 5280 §4.1), as is usual.
    fn published(&self) -> Vec<u8> {
        match self.key_type {
            KeyType::Ed25519 => self.octets.clone(),
            KeyType::Rsa => {
                // The first octet of a bit string is the number of unused bits in its last.
                let bits = der(0x03, &[&[0], self.octets.as_slice()].concat());
                der(0x30, &[Self::RSA_ENCRYPTION.as_slice(), &bits].concat())
            }
        }
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "PublicKey({})", self.key_type())
    }
}

/// Encodes tag, length and content (X.690 §8.1, §10.1).
fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let length = &length[length.iter().take_while(|octet| **octet == 0).count()..];
    let head = match *length {
        [] => vec![tag, 0],
        [short] if short < 0x80 => vec![tag, short],
        _ => [&[tag, 0x80 | u8::try_from(length.len()).unwrap_or(u8::MAX)], length].concat(),
    };
    [head.as_slice(), content].concat()
}

#[cfg(test)]
mod tests {
    use super::der;
    use crate::mail::dkim::SigningKey;
    use crate::mail::dkim::test_keys::{ED25519, RSA_2048, RSA_2048_PKCS1};

    /// The public half of the RSA test keys, by `openssl pkey -pubout -outform DER | openssl base64 -A`.
    const RSA_P: &str = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA1+atCUIUZlxfAZ5ACVca7ItxicLfWJUkW0mkEB5OxcFGRAExS6THGRUapBZH+KJoiDYIX1H/CRQmNDqIpGBMkhwNZxv9FIycvN61lDY0CN3AAG9wQ9CAb3fry/2Kco59d93R+TO/KYRIFIDoMUkJjDOXfb4N5x+EHccV/efJdcLgunARH9QRruoX+YnfDAGtdB7/ZvuDT0Aiq+2v3ZcdM5/c2thW3bITAyeueTvsIrNqucGt0KqGv4jcOpt2DcJlGnEEjDxfMjkICCTjz686xNUbs65+tAuqR0uW6kSiTm0+UK5w10Lm7NCeUWXhK1J9+jglTeATqlqZoIKTalinGwIDAQAB";

    fn key(pem: &str) -> super::PublicKey {
        SigningKey::from_pem(pem.as_bytes()).expect("a key").public_key()
    }

    #[test]
    fn is_written_as_openssl_writes_it() {
        for pem in [RSA_2048, RSA_2048_PKCS1] {
            assert_eq!(key(pem).txt_record(), format!("v=DKIM1; k=rsa; p={RSA_P}"));
        }
        // RFC 8463, appendix A.2.
        assert_eq!(key(ED25519).txt_record(), "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    }

    #[test]
    fn a_key_is_recognized_in_each_published_form() {
        let (folded, bare) = (
            RSA_P.replace("AQ", "A \r\n Q"),
            "MIIBCgKCAQEA1+atCUIUZlxfAZ5ACVca7ItxicLfWJUkW0mkEB5OxcFGRAExS6THGRUapBZH+KJoiDYIX1H/CRQmNDqIpGBMkhwNZxv9FIycvN61lDY0CN3AAG9wQ9CAb3fry/2Kco59d93R+TO/KYRIFIDoMUkJjDOXfb4N5x+EHccV/efJdcLgunARH9QRruoX+YnfDAGtdB7/ZvuDT0Aiq+2v3ZcdM5/c2thW3bITAyeueTvsIrNqucGt0KqGv4jcOpt2DcJlGnEEjDxfMjkICCTjz686xNUbs65+tAuqR0uW6kSiTm0+UK5w10Lm7NCeUWXhK1J9+jglTeATqlqZoIKTalinGwIDAQAB",
        );
        for p in [RSA_P, &folded, bare] {
            assert!(key(RSA_2048).matches(p), "{p}");
        }
        for p in ["", "MIIB", &RSA_P[4..], &format!("{RSA_P}root@host"), "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="] {
            assert!(!key(RSA_2048).matches(p), "{p}");
        }
        // With the head of SubjectPublicKeyInfo, which RFC 8463 leaves out.
        assert!(!key(ED25519).matches("MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="));
    }

    #[test]
    fn lengths_are_written_in_the_fewest_octets() {
        for (length, head) in [(0, &[4, 0][..]), (127, &[4, 127]), (128, &[4, 0x81, 128]), (256, &[4, 0x82, 1, 0])] {
            assert!(der(4, &vec![7; length]).starts_with(head), "{length}");
            assert_eq!(der(4, &vec![7; length]).len(), head.len() + length);
        }
    }
}
