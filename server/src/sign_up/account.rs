use super::ports::{Account, Notice, StoreError};
use super::{Problem, SignUp, Visit};
use crate::i18n::Language;
use domain::Refusal;

impl SignUp {
    /// Who is signed in, if the account still exists.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn account(&self, visit: &Visit) -> Result<Option<Account>, StoreError> {
        match visit.account {
            Some(id) => self.ports.store.account(id).await,
            None => Ok(None),
        }
    }

    /// Deletes the account of who is signed in, signs out, says whose it was, and mails its address in `language` that it is gone.
    /// Other sessions of the account end with it, since [`Self::account`] finds it no more.
    ///
    /// # Errors
    /// [`Problem::Refused`] with `NotSignedIn`, [`Problem::Store`] when the store fails.
    pub async fn delete_account(&self, visit: &mut Visit, language: Language) -> Result<Account, Problem> {
        let id = visit.account.ok_or(Refusal::NotSignedIn)?;
        let account = self.ports.store.delete_account(id).await?.ok_or(Refusal::NotSignedIn)?;
        self.notify(&account.email, Notice::AccountDeleted, language);
        *visit = Visit::default();
        Ok(account)
    }
}
