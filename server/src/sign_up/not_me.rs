use super::ports::{Exhausted, SignUpState, StoreError};
use super::{CanonicalAddress, NotMeToken, NotMeTokenError, Problem, Requester, SignUp, Visit};
use domain::Refusal;
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl SignUp {
    /// How long a mailbox gets no codes after its reader has said that they did not ask for one. Saying it again begins
    /// the time anew.
    pub const MUTED_FOR: Duration = DAY;

    /// Voids every pending sign-up of the mailbox that the mail with this token went to, whichever session it is of, and
    /// keeps further mails away for [`Self::MUTED_FOR`]. A token that was used before does the same again.
    ///
    /// # Errors
    /// [`Problem::Refused`] with `Token` for what is no token, was never mailed or is too old, without telling which;
    /// [`Problem::Store`] when the store fails.
    pub async fn not_me(&self, typed: &str) -> Result<(), Problem> {
        let token: NotMeToken = typed.parse()?;
        let is_ours = self.ports.store.disown(self.key.not_me(&token), self.now()).await?;
        if is_ours { Ok(()) } else { Err(Refusal::Token.into()) }
    }

    /// The address of the visit's sign-up, if whoever reads its mail has voided it.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn voided(&self, visit: &Visit) -> Result<Option<CanonicalAddress>, StoreError> {
        let Some(pending) = &visit.pending else { return Ok(None) };
        let state = self.ports.store.sign_up(pending.sign_up, self.limits.tries).await?;
        Ok((state == SignUpState::Voided).then(|| pending.address.clone()))
    }

    /// How long the token of a mail is known: a day, or as long as its code works.
    pub(super) fn token_lifetime(&self) -> Duration {
        self.limits.code_lifetime.max(DAY)
    }

    /// Refuses to mail to a mailbox whose reader wants no mail.
    pub(super) async fn check_mute(&self, address: &CanonicalAddress, requester: &Requester) -> Result<(), Problem> {
        let Some(mute) = self.mute_bucket(&self.budget(requester, address), address) else { return Ok(()) };
        let now = self.now();
        match self.ports.store.free_at(&mute, now).await? {
            Some(until) => Err(Problem::limited(Exhausted { limit: mute.limit, until }, now)),
            None => Ok(()),
        }
    }
}

impl From<NotMeTokenError> for Problem {
    fn from(NotMeTokenError: NotMeTokenError) -> Self {
        Self::Refused(Refusal::Token)
    }
}
