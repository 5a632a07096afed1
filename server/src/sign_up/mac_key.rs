use super::ports::{Account, CodePurpose, SignUpId, TriedCode};
use super::{CanonicalAddress, ClientPrefix, CodeMac, NotMeMac, NotMeToken, RateLimitKeys};
use domain::OneTimeCode;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The secret that keys every MAC: of codes, counters, device and pre-session cookies, challenges, the tokens in mails and the audit
/// trail's addresses (HMAC-SHA-256, RFC 2104).
///
/// A keyed MAC is used and not a slow hash: six digits are guessed at once whatever the hash, unless the attacker lacks the key.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct MacKey([u8; Self::LENGTH]);

/// The MAC of a voucher: the first 128 bits of an HMAC-SHA-256 (RFC 2104 §5).
pub(super) type VoucherMac = [u8; 16];

impl MacKey {
    /// The length of a key in octets: that of a SHA-256 hash (RFC 2104 §3).
    pub const LENGTH: usize = 32;

    /// Creates a key from these bytes, which must come from a CSPRNG.
    #[must_use]
    pub const fn new(bytes: [u8; Self::LENGTH]) -> Self {
        Self(bytes)
    }

    /// The MAC under which a session keeps a code. It is invalid for another purpose, sign-up or address.
    pub(super) fn code_mac(&self, purpose: CodePurpose, sign_up: SignUpId, address: &CanonicalAddress, code: &OneTimeCode) -> CodeMac {
        let (sign_up, normalized, digits) = (sign_up.as_bytes(), address.normalized().as_bytes(), code.digits());
        CodeMac(match purpose {
            CodePurpose::SignUp => self.mac(b"mailcode code 1", &[sign_up, normalized, digits]),
            CodePurpose::EmailChange(account) => self.mac(b"mailcode new address 1", &[account.as_bytes(), sign_up, normalized, digits]),
        })
    }

    /// The MAC under which the store records a code that was tried in a sign-up. It differs from the MAC that codes are compared by.
    pub(super) fn tried_code(&self, sign_up: SignUpId, code: &OneTimeCode) -> TriedCode {
        TriedCode(self.mac(b"mailcode tried code 1", &[sign_up.as_bytes(), code.digits()]))
    }

    /// The key under which uses of an address are counted: a hash, so that the store holds no address whose sign-up was not completed.
    pub(super) fn address_keys(&self, mailbox: &str) -> RateLimitKeys {
        RateLimitKeys { own: hex::encode(self.mac(b"mailcode address 1", &[mailbox.as_bytes()])), all_devices: None }
    }

    /// The key under which mails to a domain are counted.
    pub(super) fn domain_key(&self, domain: &str) -> String {
        hex::encode(self.mac(b"mailcode domain 1", &[domain.as_bytes()]))
    }

    /// The keys under which uses of an address are counted for one device and for all devices.
    pub(super) fn device_keys(&self, nonce: &[u8], address: &CanonicalAddress) -> RateLimitKeys {
        let normalized = address.normalized().as_bytes();
        RateLimitKeys {
            own: hex::encode(self.mac(b"mailcode device budget 1", &[nonce, normalized])),
            all_devices: Some(hex::encode(self.mac(b"mailcode devices budget 1", &[normalized]))),
        }
    }

    /// The MAC of a device's voucher for the address of an account, created `made_on_day` days after the epoch. It is invalid for another
    /// account that has the address later, and once this account has changed its address.
    pub(super) fn voucher_mac(&self, nonce: &[u8], account: &Account, made_on_day: u32) -> VoucherMac {
        let (normalized, id, changes) =
            (account.email.normalized().as_bytes(), account.id.as_bytes(), account.address_changes.to_be_bytes());
        let mac = self.mac(b"mailcode voucher 2", &[nonce, normalized, id, &changes, &made_on_day.to_be_bytes()]);
        let mut voucher = VoucherMac::default();
        voucher.copy_from_slice(&mac[..16]);
        voucher
    }

    /// The MAC of a pre-session cookie: the first 128 bits (RFC 2104 §5).
    pub(crate) fn pre_session_mac(&self, content: &[u8]) -> [u8; 16] {
        let mut first = [0; 16];
        first.copy_from_slice(&self.mac(b"mailcode pre-session 1", &[content])[..16]);
        first
    }

    /// The MAC under which the store keeps the token of a mail.
    pub(super) fn not_me_mac(&self, token: &NotMeToken) -> NotMeMac {
        NotMeMac(self.mac(b"mailcode not me 1", &[token.as_bytes()]))
    }

    /// The key under which uses by a client are counted.
    pub(super) fn client_key(&self, client: &ClientPrefix) -> String {
        hex::encode(self.mac(b"mailcode client 1", &[client.as_bytes()]))
    }

    /// The hash of an address in the audit trail, 64 bits in hexadecimal: it has no link to the counters, and it is long enough to
    /// distinguish a million addresses.
    #[must_use]
    pub fn audit_hash(&self, address: &CanonicalAddress) -> String {
        hex::encode(&self.mac(b"mailcode audit address 1", &[address.normalized().as_bytes()])[..8])
    }

    /// The signature of a challenge for a proof of work. ALTCHA signs the challenge's text alone, so a key for this purpose is derived.
    pub(super) fn challenge_signature(&self, challenge: &str) -> String {
        let key = Self(self.mac(b"mailcode challenge key 1", &[]));
        let mut mac = Hmac::<Sha256>::new_from_slice(&key.0).expect("HMAC takes a key of any length");
        mac.update(challenge.as_bytes());
        hex::encode(mac.finalize().into_bytes())
    }

    /// The MAC of the purpose and the parts, each preceded by its length, so that no two lists of parts give the same input.
    fn mac(&self, purpose: &[u8], parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        for part in [purpose].iter().chain(parts) {
            mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for MacKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("MacKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::MacKey;
    use crate::sign_up::ports::{AccountId, CodePurpose, SignUpId};
    use crate::sign_up::{CanonicalAddress, CodeMac};
    use domain::{EmailAddress, OneTimeCode};

    fn address(typed: &str) -> CanonicalAddress {
        CanonicalAddress::new(EmailAddress::parse(typed).expect("an address")).expect("a domain")
    }

    fn mac(key: u8, sign_up: u8, typed: &str, code: u32) -> CodeMac {
        let code = OneTimeCode::from_number(code).expect("below a million");
        MacKey::new([key; 32]).code_mac(CodePurpose::SignUp, SignUpId([sign_up; 16]), &address(typed), &code)
    }

    #[test]
    fn a_code_has_another_mac_for_each_purpose() {
        let (key, me) = (MacKey::new([1; 32]), address("me@example.org"));
        let code = OneTimeCode::from_number(1).expect("below a million");
        let purposes = [CodePurpose::SignUp, CodePurpose::EmailChange(AccountId([1; 16])), CodePurpose::EmailChange(AccountId([2; 16]))];
        let macs = purposes.map(|purpose| key.code_mac(purpose, SignUpId([1; 16]), &me, &code));
        assert!(macs[0] != macs[1] && macs[0] != macs[2] && macs[1] != macs[2]);
    }

    #[test]
    fn every_part_changes_the_mac_of_a_code() {
        let base = mac(1, 1, "me@example.org", 1);
        assert_eq!(base, mac(1, 1, "ME@Example.org", 1), "one mailbox");
        for other in [
            mac(2, 1, "me@example.org", 1),
            mac(1, 2, "me@example.org", 1),
            mac(1, 1, "you@example.org", 1),
            mac(1, 1, "me@example.org", 2),
        ] {
            assert_ne!(base, other);
        }
    }

    #[test]
    fn the_mac_separates_parts_and_purposes() {
        let key = MacKey::new([1; 32]);
        assert_ne!(key.mac(b"p", &[b"ab", b"c"]), key.mac(b"p", &[b"a", b"bc"]));
        assert_ne!(key.mac(b"p", &[b"a"]), key.mac(b"q", &[b"a"]));
    }

    #[test]
    fn the_audit_trail_cannot_be_joined_with_the_counters() {
        let (key, me) = (MacKey::new([1; 32]), address("me@example.org"));
        assert!(!key.address_keys(me.normalized()).own.starts_with(&key.audit_hash(&me)));
    }

    /// The expected value was computed with Python's `hmac`.
    #[test]
    fn the_mac_is_hmac_sha_256() {
        let expected = "fb6c68c87db48dbc34fbbb41a36bb68f5806255623a8fd271505bc5035df5068";
        assert_eq!(hex::encode(MacKey::new([0x0b; 32]).mac(b"p", &[b"abc"])), expected);
    }

    #[test]
    fn the_key_is_not_printed() {
        assert_eq!(format!("{:?}", MacKey::new([b'k'; 32])), "MacKey(…)");
    }
}
