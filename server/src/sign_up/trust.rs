use super::ports::Account;
use super::{SignUp, TrustedDevice};

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
