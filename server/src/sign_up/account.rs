use super::ports::{Account, Notice, StoreError};
use super::{Problem, SignUp, VisitorState};
use crate::i18n::Language;
use domain::Refusal;

impl SignUp {
    /// The signed-in account, if it still exists.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn account(&self, visitor: &VisitorState) -> Result<Option<Account>, StoreError> {
        match visitor.account {
            Some(id) => self.ports.store.account(id).await,
            None => Ok(None),
        }
    }

    /// Deletes the signed-in account and all its sessions, clears `visitor`, mails a notice in `language` to the account's address, and
    /// returns the deleted account.
    ///
    /// # Errors
    /// [`Problem::Refused`] with `NotSignedIn`, [`Problem::Store`] when the store fails.
    pub async fn delete_account(&self, visitor: &mut VisitorState, language: Language) -> Result<Account, Problem> {
        let id = visitor.account.ok_or(Refusal::NotSignedIn)?;
        let account = self.ports.store.delete_account(id).await?.ok_or(Refusal::NotSignedIn)?;
        self.notify(&account.email, Notice::AccountDeleted, language);
        *visitor = VisitorState::default();
        Ok(account)
    }
}
