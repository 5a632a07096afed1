use super::mac_key::VoucherMac;
use super::ports::{Account, Randomness};
use super::{MacKey, RateLimitKeys, SignUp, Timestamp};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use std::fmt;
use std::time::Duration;
use subtle::ConstantTimeEq;

/// A browser that has verified some addresses before, as its long-lived device cookie proves.
///
/// For each of these addresses its mails and failures are counted separately, so that a stranger who uses up the address's limits cannot
/// lock its owner out. This ends when the account is deleted or changes its address, since a copy of the cookie may be anywhere. The cookie
/// does not sign in. It holds a random number and a keyed MAC for each address: it reveals no address, and each MAC is invalid with another
/// number or address.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct TrustedDevice {
    nonce: [u8; Self::NONCE_LENGTH],
    /// Oldest first, at most [`Self::MAX_ADDRESSES`].
    vouchers: Vec<Voucher>,
}

/// The proof that the browser has verified one address. It expires [`TrustedDevice::LIFETIME`] after its creation.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Voucher {
    /// Days since 1970-01-01, so that the cookie reveals no exact time.
    made_on_day: u32,
    mac: VoucherMac,
}

impl TrustedDevice {
    /// How long a voucher is valid, from the start of the day of its creation: 400 days, the longest that browsers keep a cookie (RFC
    /// 6265bis §5.5).
    pub const LIFETIME: Duration = Duration::from_secs(400 * 24 * 60 * 60);
    /// The most addresses that one browser can be trusted for. A new one replaces the oldest.
    pub const MAX_ADDRESSES: usize = 4;
    const NONCE_LENGTH: usize = 16;
    /// A day in milliseconds.
    const DAY: i64 = 24 * 60 * 60 * 1000;
    const VOUCHER_LENGTH: usize = 4 + 16;

    /// Reads a cookie's value. A malformed value is read as a device without vouchers. The MACs are checked only when a voucher is used.
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

    /// The cookie's value; `None` if the device has no vouchers.
    #[must_use]
    pub fn to_cookie(&self) -> Option<String> {
        if self.vouchers.is_empty() {
            return None;
        }
        let mut bytes = self.nonce.to_vec();
        for voucher in &self.vouchers {
            bytes.extend(voucher.made_on_day.to_be_bytes());
            bytes.extend(voucher.mac);
        }
        Some(BASE64_URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Whether any voucher has not expired. Its MAC is not checked.
    pub(super) fn has_fresh_voucher(&self, now: Timestamp) -> bool {
        self.vouchers.iter().any(|voucher| voucher.is_fresh(now))
    }

    /// The device's own keys for the account's address, if it has a valid voucher for it.
    pub(super) fn rate_limit_keys(&self, key: &MacKey, account: &Account, now: Timestamp) -> Option<RateLimitKeys> {
        let is_valid = |voucher: &Voucher| voucher.is_fresh(now) && self.is_for(voucher, key, account);
        self.vouchers.iter().any(is_valid).then(|| key.device_keys(&self.nonce, &account.email))
    }

    /// Returns the device with a new voucher for the account's address.
    pub(super) fn with(&self, key: &MacKey, account: &Account, now: Timestamp, randomness: &dyn Randomness) -> Self {
        let mut device = self.without(key, account);
        if device.vouchers.is_empty() {
            randomness.generator().fill_bytes(&mut device.nonce);
        }
        let made_on_day = u32::try_from(now.millis().div_euclid(Self::DAY)).unwrap_or(0);
        let mac = key.voucher_mac(&device.nonce, account, made_on_day);
        device.vouchers.push(Voucher { made_on_day, mac });
        let surplus = device.vouchers.len().saturating_sub(Self::MAX_ADDRESSES);
        device.vouchers.drain(..surplus);
        device
    }

    /// Returns the device without vouchers for the account's address.
    pub(super) fn without(&self, key: &MacKey, account: &Account) -> Self {
        let others = self.vouchers.iter().filter(|voucher| !self.is_for(voucher, key, account));
        Self { nonce: self.nonce, vouchers: others.copied().collect() }
    }

    fn is_for(&self, voucher: &Voucher, key: &MacKey, account: &Account) -> bool {
        key.voucher_mac(&self.nonce, account, voucher.made_on_day).ct_eq(&voucher.mac).into()
    }
}

impl Voucher {
    fn from_bytes(bytes: &[u8; TrustedDevice::VOUCHER_LENGTH]) -> Self {
        let (mut made_on_day, mut mac) = ([0; 4], VoucherMac::default());
        made_on_day.copy_from_slice(&bytes[..4]);
        mac.copy_from_slice(&bytes[4..]);
        Self { made_on_day: u32::from_be_bytes(made_on_day), mac }
    }

    fn is_fresh(&self, now: Timestamp) -> bool {
        now < Timestamp::from_millis(i64::from(self.made_on_day) * TrustedDevice::DAY) + TrustedDevice::LIFETIME
    }
}

impl SignUp {
    /// Returns the device as trusted for the account's address, which it has just verified.
    #[must_use]
    pub fn trust(&self, device: &TrustedDevice, account: &Account) -> TrustedDevice {
        device.with(&self.key, account, self.now(), &*self.ports.randomness)
    }

    /// Returns the device without trust for the account's address, after the account was deleted or has changed its address.
    #[must_use]
    pub fn stop_trusting(&self, device: &TrustedDevice, account: &Account) -> TrustedDevice {
        device.without(&self.key, account)
    }
}

impl fmt::Debug for TrustedDevice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "TrustedDevice({} addresses)", self.vouchers.len())
    }
}
