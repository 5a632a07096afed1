use super::ports::Account;
use super::{CanonicalAddress, Device, SignUp};

impl SignUp {
    /// The device after it has verified the account's address.
    #[must_use]
    pub fn vouch(&self, device: &Device, account: &Account) -> Device {
        let Ok(address) = CanonicalAddress::new(account.email.clone()) else { return device.clone() };
        device.with(&self.key, &address, self.now(), &*self.ports.randomness)
    }

    /// The device after the account was deleted.
    #[must_use]
    pub fn stop_vouching(&self, device: &Device, account: &Account) -> Device {
        let Ok(address) = CanonicalAddress::new(account.email.clone()) else { return device.clone() };
        device.without(&self.key, &address)
    }
}
