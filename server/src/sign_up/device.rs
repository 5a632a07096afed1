use super::ports::Randomness;
use super::{Budget, CanonicalAddress, MacKey, Timestamp};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use std::fmt;
use std::time::Duration;
use subtle::ConstantTimeEq;

/// What a browser's long-lived cookie says of it: that it has verified some addresses before.
///
/// For such an address it has mail and failure budgets of its own, so that a stranger who burns the address's budget
/// cannot lock its owner out. It signs nobody in. The cookie holds a random number and a keyed MAC for each address:
/// nothing to read, and nothing that another browser or another address could use.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Device {
    nonce: [u8; Self::NONCE_LENGTH],
    /// Oldest first, at most [`Self::MAX_ADDRESSES`].
    vouchers: Vec<Voucher>,
}

/// The word for one address, good until [`Device::LIFETIME`] after its making.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Voucher {
    /// Days since 1970-01-01: what the cookie shows says little.
    made_at: u32,
    mac: VoucherMac,
}

/// The first 128 bits of an HMAC-SHA-256 (RFC 2104 §5).
pub(super) type VoucherMac = [u8; 16];

impl Device {
    /// How long a cookie vouches, from the beginning of the day of its making: 400 days, the longest that browsers keep one (RFC 6265bis §5.5).
    pub const LIFETIME: Duration = Duration::from_secs(400 * 24 * 60 * 60);
    /// Addresses that one browser can have budgets for. The oldest gives way.
    pub const MAX_ADDRESSES: usize = 4;
    const NONCE_LENGTH: usize = 16;
    /// In milliseconds.
    const DAY: i64 = 24 * 60 * 60 * 1000;
    const VOUCHER_LENGTH: usize = 4 + 16;

    /// Reads a cookie's value. What is none of ours reads as a device that vouches for nothing; whether a voucher is
    /// genuine shows when it is used.
    #[must_use]
    pub fn from_cookie(value: &str) -> Self {
        Self::read(value).unwrap_or_default()
    }

    fn read(value: &str) -> Option<Self> {
        let longest = Self::NONCE_LENGTH + Self::MAX_ADDRESSES * Self::VOUCHER_LENGTH;
        if value.len() > longest.div_ceil(3) * 4 {
            return None;
        }
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(value).ok()?;
        let (nonce, vouchers) = bytes.split_first_chunk::<{ Self::NONCE_LENGTH }>()?;
        let (vouchers, rest) = vouchers.as_chunks::<{ Self::VOUCHER_LENGTH }>();
        let vouchers: Vec<Voucher> = vouchers.iter().map(Voucher::from_bytes).collect();
        let is_whole = rest.is_empty() && !vouchers.is_empty() && vouchers.len() <= Self::MAX_ADDRESSES;
        is_whole.then_some(Self { nonce: *nonce, vouchers })
    }

    /// The cookie's value; `None` if it would vouch for nothing.
    #[must_use]
    pub fn to_cookie(&self) -> Option<String> {
        if self.vouchers.is_empty() {
            return None;
        }
        let mut bytes = self.nonce.to_vec();
        for voucher in &self.vouchers {
            bytes.extend(voucher.made_at.to_be_bytes());
            bytes.extend(voucher.mac);
        }
        Some(BASE64_URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The budget of its own that this device has for the address, if it vouches for it.
    pub(super) fn budget(&self, key: &MacKey, address: &CanonicalAddress, now: Timestamp) -> Option<Budget> {
        let is_good = |voucher: &Voucher| voucher.is_fresh(now) && self.is_for(voucher, key, address);
        self.vouchers.iter().any(is_good).then(|| key.device_budget(&self.nonce, address))
    }

    /// The device after it has verified the address: one that vouches for it from now on.
    pub(super) fn with(&self, key: &MacKey, address: &CanonicalAddress, now: Timestamp, randomness: &dyn Randomness) -> Self {
        let mut device = self.without(key, address);
        if device.vouchers.is_empty() {
            randomness.generator().fill_bytes(&mut device.nonce);
        }
        let made_at = u32::try_from(now.millis().div_euclid(Self::DAY)).unwrap_or(0);
        let mac = key.voucher(&device.nonce, address, made_at);
        device.vouchers.push(Voucher { made_at, mac });
        let surplus = device.vouchers.len().saturating_sub(Self::MAX_ADDRESSES);
        device.vouchers.drain(..surplus);
        device
    }

    /// The device without a word for the address.
    pub(super) fn without(&self, key: &MacKey, address: &CanonicalAddress) -> Self {
        let others = self.vouchers.iter().filter(|voucher| !self.is_for(voucher, key, address));
        Self { nonce: self.nonce, vouchers: others.copied().collect() }
    }

    fn is_for(&self, voucher: &Voucher, key: &MacKey, address: &CanonicalAddress) -> bool {
        key.voucher(&self.nonce, address, voucher.made_at).ct_eq(&voucher.mac).into()
    }
}

impl Voucher {
    fn from_bytes(bytes: &[u8; Device::VOUCHER_LENGTH]) -> Self {
        let (mut made_at, mut mac) = ([0; 4], VoucherMac::default());
        made_at.copy_from_slice(&bytes[..4]);
        mac.copy_from_slice(&bytes[4..]);
        Self { made_at: u32::from_be_bytes(made_at), mac }
    }

    fn is_fresh(&self, now: Timestamp) -> bool {
        now < Timestamp::from_millis(i64::from(self.made_at) * Device::DAY) + Device::LIFETIME
    }
}

impl fmt::Debug for Device {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Device({} addresses)", self.vouchers.len())
    }
}
