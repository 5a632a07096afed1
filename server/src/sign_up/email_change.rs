use super::ports::{Account, Change, CodePurpose, Notice, StoreError};
use super::{CanonicalAddress, Requester, SignUp, SignUpError, UnsentMail, VisitorState};
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
    ) -> Result<UnsentMail, SignUpError> {
        let account = self.signed_in_account(visitor).await?;
        self.request(visitor, CodePurpose::EmailChange(account.id), address, requester).await
    }

    /// Makes one more code for the new address, as [`Self::resend_code`] does.
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `NotSignedIn` or as [`Self::resend_code`], [`SignUpError::Store`] when the store fails.
    pub async fn resend_email_change(&self, visitor: &mut VisitorState, requester: &Requester) -> Result<UnsentMail, SignUpError> {
        let account = self.signed_in_account(visitor).await?;
        self.resend(visitor, CodePurpose::EmailChange(account.id), requester).await
    }

    /// Changes the account's address with a typed code, mails a notice in `language` to the old address, and returns the account before and
    /// after the change. No notice is sent if both addresses are spellings of one mailbox. The account's other sessions stay signed
    /// in, since an owner may want to keep a telephone signed in; the account's page offers to end them (ASVS 5.0 V7.4.3).
    ///
    /// # Errors
    /// [`SignUpError::Refused`] with `NotSignedIn`, `AddressTaken` or as [`Self::verify_code`], [`SignUpError::Store`] when the store
    /// fails. `visitor` is then unchanged, except that `AddressTaken` ends the change; the caller saves that.
    pub async fn verify_email_change(
        &self,
        visitor: &mut VisitorState,
        typed: &str,
        language: Language,
    ) -> Result<(Account, Account), SignUpError> {
        let id = self.signed_in_account(visitor).await?.id;
        let (pending, failure) = self.match_code(visitor, CodePurpose::EmailChange(id), typed).await?;
        let (before, after) = match self.ports.store.change_email(pending.sign_up, &failure, id, &pending.address, self.now()).await? {
            Change::Done(accounts) => *accounts,
            Change::Taken => {
                visitor.change = None;
                return Err(Refusal::AddressTaken.into());
            }
            Change::TooLate => return Err(self.too_late(pending).await),
            Change::NoAccount => return Err(Refusal::NotSignedIn.into()),
        };
        self.clear_resend_pause(pending).await;
        if before.email.normalized() != after.email.normalized() {
            self.notify(&before.email, Notice::AddressChanged, language);
        }
        visitor.change = None;
        Ok((before, after))
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
