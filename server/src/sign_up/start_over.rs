use super::{CanonicalAddress, SignUp, VisitorState};

impl SignUp {
    /// Pauses the pending sign-up and returns its address, so that the form can be prefilled with it for correction.
    pub fn start_over(&self, visitor: &mut VisitorState) -> Option<CanonicalAddress> {
        let pending = visitor.pending.take()?;
        let address = pending.address.clone();
        visitor.paused = Some(pending);
        Some(address)
    }

    /// Resumes the paused sign-up if it is for this mailbox and no other one is pending. Returns whether it did.
    pub fn resume(&self, visitor: &mut VisitorState, address: &CanonicalAddress) -> bool {
        let is_same = visitor.paused.as_ref().is_some_and(|paused| paused.address.identity() == address.identity());
        if visitor.pending.is_some() || !is_same {
            return false;
        }
        visitor.pending = visitor.paused.take();
        true
    }
}
