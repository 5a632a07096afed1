use super::issue::MAX_ATTEMPTS;
use super::ports::{Account, CodePurpose, Goal, Notice, Records, StoreError};
use super::verify_code::{Match, RightCode};
use super::{CanonicalAddress, Recording, Requester, SessionId, SignUp, SignUpError, StepEvent, UnsentMail, VisitorState};
use crate::i18n::Language;
use domain::{CodeStep, Refusal};

/// The change of an account's address. It follows the rules of a sign-up for the new address, but its codes have their own purpose, and it
/// ends with the account's new address instead of a session.
impl SignUp {
    /// Makes a code for the new address of the signed-in account. Whether another account has that address is revealed only after the right
    /// code was typed.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `NotSignedIn` or as [`Self::request_code`], [`SignUpError::Store`] when the store fails. `visitor` is
    /// then unchanged, except that a missing proof of work sets [`VisitorState::waiting`]; the caller saves that.
    pub async fn request_email_change(
        &self,
        visitor: &mut VisitorState,
        address: CanonicalAddress,
        requester: &Requester,
        recording: &dyn Recording,
    ) -> Result<UnsentMail, SignUpError> {
        let account = self.signed_in_account(visitor).await?;
        self.request(visitor, CodePurpose::EmailChange(account.id), address, requester, recording).await
    }

    /// Makes one more code for the new address, as [`Self::resend_code`] does.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `NotSignedIn` or as [`Self::resend_code`], [`SignUpError::Store`] when the store fails.
    pub async fn resend_email_change(
        &self,
        visitor: &mut VisitorState,
        requester: &Requester,
        recording: &dyn Recording,
    ) -> Result<UnsentMail, SignUpError> {
        let account = self.signed_in_account(visitor).await?;
        self.resend(visitor, CodePurpose::EmailChange(account.id), requester, recording).await
    }

    /// Changes the account's address with a typed code, mails a notice in `language` to the old address, and returns the account before and
    /// after the change. No notice is sent if both addresses are spellings of one mailbox. The account's other sessions stay signed
    /// in, since an owner may want to keep a telephone signed in; the account's page offers to end them (ASVS 5.0 V7.4.3).
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `NotSignedIn`, `AddressTaken` or as [`Self::verify_code`], [`SignUpError::Store`] when the store
    /// fails. `visitor` is then unchanged, except that `AddressTaken` ends the change, in the session too.
    pub async fn verify_email_change(
        &self,
        visitor: &mut VisitorState,
        typed: &str,
        language: Language,
        recording: &dyn Recording,
    ) -> Result<(Account, Account), SignUpError> {
        for _ in 0..MAX_ATTEMPTS {
            let before = self.signed_in_account(visitor).await?;
            let (pending, typed) = self.typed_code(visitor, CodePurpose::EmailChange(before.id), typed)?;
            let after = VisitorState { change: None, ..visitor.clone() };
            let mut completion = None;
            if typed.matched == Match::Valid {
                let session = recording.session(&after, SessionId::Kept).await?;
                let audit = recording.audit(StepEvent::EmailChanged, &[&before.email, &pending.address]);
                completion = Some(self.completion(&pending, Goal::ChangeEmail(before.clone()), Records { session, audit }));
            }
            match self.attempt(&pending, &typed, completion, recording).await? {
                RightCode::EmailChanged(account) => {
                    recording.committed(Some(StepEvent::EmailChanged));
                    if before.email.normalized() != account.email.normalized() {
                        self.notify(&before.email, Notice::AddressChanged, language);
                    }
                    *visitor = after;
                    return Ok((before, account));
                }
                RightCode::AddressTaken => {
                    recording.committed(None);
                    *visitor = after;
                    return Err(Refusal::AddressTaken.into());
                }
                RightCode::SignedIn(_) | RightCode::Outdated => {}
            }
        }
        Err(SignUpError::Conflict)
    }

    /// The step of the pending code for the new address; `None` if no code is pending.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn email_change_step(&self, visitor: &VisitorState, account: &Account) -> Result<Option<CodeStep>, StoreError> {
        self.pending_step(visitor, CodePurpose::EmailChange(account.id)).await
    }

    /// Cancels the pending change and returns its new address, so that a form can be prefilled with it for correction.
    pub fn cancel_email_change(&self, visitor: &mut VisitorState) -> Option<CanonicalAddress> {
        visitor.change.take().map(|change| change.address)
    }

    async fn signed_in_account(&self, visitor: &VisitorState) -> Result<Account, SignUpError> {
        Ok(self.account(visitor).await?.ok_or(Refusal::NotSignedIn)?)
    }
}
