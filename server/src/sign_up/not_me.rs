use super::ports::{Exhausted, SignUpState, StoreError};
use super::{CanonicalAddress, NotMeToken, RateLimitKeys, SignUp, SignUpError, VisitorState};
use domain::Refusal;
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl SignUp {
    /// How long a mailbox gets no codes after its reader has reported that they did not request one. A further report restarts the time.
    pub const MUTED_FOR: Duration = DAY;

    /// Voids every pending sign-up, in any session, of the mailbox that this token was mailed to, and mutes the mailbox for
    /// [`Self::MUTED_FOR`]. A token that was used before does the same again.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `Token` if the text is no token, or the token was never mailed or has expired, without distinguishing
    /// these; [`SignUpError::Store`] when the store fails.
    pub async fn not_me(&self, typed: &str) -> Result<(), SignUpError> {
        let token: NotMeToken = typed.parse()?;
        let is_ours = self.ports.store.void_by_token(self.key.not_me_mac(&token), self.now()).await?;
        if is_ours { Ok(()) } else { Err(Refusal::Token.into()) }
    }

    /// The address of the pending sign-up, if the reader of its mail has voided it.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn voided(&self, visitor: &VisitorState) -> Result<Option<CanonicalAddress>, StoreError> {
        let Some(pending) = &visitor.pending else { return Ok(None) };
        let state = self.ports.store.sign_up(pending.sign_up, self.limits.tries).await?;
        Ok((state == SignUpState::Voided).then(|| pending.address.clone()))
    }

    /// How long the token of a mail is valid: a day, or as long as its code works if that is longer.
    pub(super) fn token_lifetime(&self) -> Duration {
        self.limits.code_lifetime.max(DAY)
    }

    /// Refuses a mail to a muted mailbox.
    pub(super) async fn check_mute(&self, keys: &RateLimitKeys, address: &CanonicalAddress) -> Result<(), SignUpError> {
        let Some(mute) = self.mute_bucket(keys, address) else { return Ok(()) };
        let now = self.now();
        match self.ports.store.free_at(&mute, now).await? {
            Some(until) => Err(SignUpError::limited(Exhausted { limit: mute.limit, until }, now)),
            None => Ok(()),
        }
    }
}
