use super::{CanonicalAddress, SignUp, Visit};

impl SignUp {
    /// Pauses the pending sign-up and returns its address, so that the form can keep it to be corrected.
    pub fn start_over(&self, visit: &mut Visit) -> Option<CanonicalAddress> {
        let pending = visit.pending.take()?;
        let address = pending.address.clone();
        visit.paused = Some(pending);
        Some(address)
    }

    /// Resumes the paused sign-up, if it is for this mailbox: whether it is. Else nothing changes.
    pub fn resume(&self, visit: &mut Visit, address: &CanonicalAddress) -> bool {
        let is_same = visit.paused.as_ref().is_some_and(|paused| paused.address.identity() == address.identity());
        if visit.pending.is_some() || !is_same {
            return false;
        }
        visit.pending = visit.paused.take();
        true
    }
}
