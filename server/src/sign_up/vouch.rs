use super::ports::Account;
use super::{Device, SignUp};

impl SignUp {
    /// The device after it has verified the account's address.
    #[must_use]
    pub fn vouch(&self, device: &Device, account: &Account) -> Device {
        device.with(&self.key, &account.email, self.now(), &*self.ports.randomness)
    }

    /// The device after the account was deleted.
    #[must_use]
    pub fn stop_vouching(&self, device: &Device, account: &Account) -> Device {
        device.without(&self.key, &account.email)
    }
}
