use super::ports::{Bucket, Exhausted, Records, SignUpState, StoreError};
use super::{CanonicalAddress, NotMeToken, SignUp, SignUpError, Timestamp, VisitorState};
use domain::Refusal;
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl SignUp {
    /// How long a mailbox gets no codes after its reader has reported that they did not request one. A further report restarts the time.
    pub const MUTED_FOR: Duration = DAY;

    /// Voids every pending sign-up, in any session, of the mailbox that this token was mailed to, and mutes the mailbox for
    /// [`Self::MUTED_FOR`], together with these records. A token that was used before does the same again.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `Token` if the text is no token, or the token was never mailed or has expired, without distinguishing
    /// these; [`SignUpError::Store`] when the store fails.
    pub async fn not_me(&self, typed: &str, records: &Records) -> Result<(), SignUpError> {
        let token: NotMeToken = typed.parse()?;
        let is_ours = self.ports.store.void_by_token(self.key.not_me_mac(&token), records, self.now()).await?;
        if is_ours { Ok(()) } else { Err(Refusal::Token.into()) }
    }

    /// The address of the pending sign-up, if the reader of its mail has voided it.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn voided(&self, visitor: &VisitorState) -> Result<Option<CanonicalAddress>, StoreError> {
        let Some(pending) = &visitor.pending else { return Ok(None) };
        Ok((self.state_of(pending).await? == SignUpState::Voided).then(|| pending.address.clone()))
    }

    /// How long the token of a mail is valid: a day, or as long as its code works if that is longer.
    pub(super) fn token_lifetime(&self) -> Duration {
        self.limits.code_lifetime.max(DAY)
    }

    /// Refuses a mail to a mailbox that is muted until this moment, if any.
    pub(super) fn refuse_if_muted(&self, mute: Option<&Bucket>, until: Option<Timestamp>) -> Result<(), SignUpError> {
        let (Some(mute), Some(until)) = (mute, until) else { return Ok(()) };
        Err(SignUpError::limited(Exhausted { limit: mute.limit, until }, self.now()))
    }
}
