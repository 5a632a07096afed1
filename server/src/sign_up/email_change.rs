use super::ports::{Account, Change, Notice, StoreError};
use super::{CanonicalAddress, Mailing, Problem, Purpose, Requester, SignUp, Visit};
use crate::i18n::Language;
use domain::{CodeStep, Refusal};

/// The change of an account's address: a sign-up of the new one by the rules of every other, with codes of its own purpose,
/// whose end is not a session but the account's new address.
impl SignUp {
    /// Makes a code for the new address of who is signed in. Whether another account has that address is not told before its
    /// mail was read, as nothing else is.
    ///
    /// # Errors
    /// [`Problem::Refused`] with `NotSignedIn` or as [`Self::request_code`], [`Problem::Store`] when the store fails. The visit
    /// is then unchanged, but for what it has to remember when a proof of work was missing; the caller saves that.
    pub async fn request_email_change(
        &self,
        visit: &mut Visit,
        address: CanonicalAddress,
        requester: &Requester,
    ) -> Result<Mailing, Problem> {
        let account = self.who(visit).await?;
        self.request(visit, Purpose::ChangeAddress(account.id), address, requester).await
    }

    /// Makes one more code for it, as [`Self::resend_code`] does.
    ///
    /// # Errors
    /// [`Problem::Refused`] with `NotSignedIn` or as [`Self::resend_code`], [`Problem::Store`] when the store fails.
    pub async fn resend_email_change(&self, visit: &mut Visit, requester: &Requester) -> Result<Mailing, Problem> {
        let account = self.who(visit).await?;
        self.resend(visit, Purpose::ChangeAddress(account.id), requester).await
    }

    /// Makes the new address the account's with a typed code, mails the old one that it is no more, in `language`, and returns the
    /// account as it was and as it is. Another spelling of the same mailbox is no news to its reader. The account's other sessions
    /// stay: it is the same account, and its page offers to end them (ASVS 5.0 V7.4.3), which the owner may not want whose telephone
    /// is at home.
    ///
    /// # Errors
    /// [`Problem::Refused`] with `NotSignedIn`, `AddressTaken` or as [`Self::verify_code`], [`Problem::Store`] when the store fails.
    /// The visit is then unchanged, but that `AddressTaken` ends the change; the caller saves that.
    pub async fn verify_email_change(&self, visit: &mut Visit, typed: &str, language: Language) -> Result<(Account, Account), Problem> {
        let id = self.who(visit).await?.id;
        let (pending, failure) = self.prove(visit, Purpose::ChangeAddress(id), typed).await?;
        let before = match self.ports.store.change_email(pending.sign_up, &failure, id, &pending.address, self.now()).await? {
            Change::Done(before) => before,
            Change::Taken => {
                visit.change = None;
                return Err(Refusal::AddressTaken.into());
            }
            Change::TooLate => return Err(self.too_late(pending).await),
            Change::NoAccount => return Err(Refusal::NotSignedIn.into()),
        };
        self.end_wait(pending).await;
        let after = Account { email: pending.address.clone(), ..before.clone() };
        if before.email.identity() != after.email.identity() {
            self.notify(&before.email, Notice::AddressChanged, language);
        }
        visit.change = None;
        Ok((before, after))
    }

    /// What is known of the code for the new address that is waited for; `None`: none is.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn email_change_step(&self, visit: &Visit, account: &Account) -> Result<Option<CodeStep>, StoreError> {
        self.waits(visit, Purpose::ChangeAddress(account.id)).await
    }

    /// Keeps the old address, and returns the one that was to take its place, so that a form can keep it to be corrected.
    pub fn cancel_email_change(&self, visit: &mut Visit) -> Option<CanonicalAddress> {
        visit.change.take().map(|change| change.address)
    }

    async fn who(&self, visit: &Visit) -> Result<Account, Problem> {
        Ok(self.account(visit).await?.ok_or(Refusal::NotSignedIn)?)
    }
}
