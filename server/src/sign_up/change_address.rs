use super::{SignUp, Visit};
use app::domain::EmailAddress;

impl SignUp {
    /// Drops the pending sign-up and returns its address, so that the form can keep it to be corrected.
    pub fn change_address(&self, visit: &mut Visit) -> Option<EmailAddress> {
        visit.pending.take().map(|pending| pending.address)
    }
}
