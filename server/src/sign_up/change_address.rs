use super::{CanonicalAddress, SignUp, Visit};
use app::domain::EmailAddress;

impl SignUp {
    /// Sets the pending sign-up aside and returns its address, so that the form can keep it to be corrected.
    pub fn change_address(&self, visit: &mut Visit) -> Option<EmailAddress> {
        let pending = visit.pending.take()?;
        let address = pending.address.clone();
        visit.set_aside = Some(pending);
        Some(address)
    }

    /// Goes on with the sign-up that was set aside, if this is its mailbox after all: whether it is. Else nothing changes.
    pub fn take_up_again(&self, visit: &mut Visit, typed: &str) -> bool {
        let identity = |address: EmailAddress| CanonicalAddress::new(address).ok().map(|address| address.identity().to_owned());
        let Some(set_aside) = &visit.set_aside else { return false };
        let wanted = EmailAddress::parse(typed).ok().and_then(identity);
        if visit.pending.is_some() || wanted.is_none() || wanted != identity(set_aside.address.clone()) {
            return false;
        }
        visit.pending = visit.set_aside.take();
        true
    }
}
