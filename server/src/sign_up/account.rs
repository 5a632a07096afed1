use super::ports::{Account, Notice, NoticeMail, QueueSlot, Records, StoreError};
use super::{CanonicalAddress, Recording, SignUp, SignUpError, StepEvent, VisitorState};
use crate::i18n::Language;
use domain::{Delivery, Refusal};
use tokio::sync::watch;

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
    /// [`SignUpError::Refused`] with `NotSignedIn`, [`SignUpError::Store`] when the store fails.
    pub async fn delete_account(
        &self,
        visitor: &mut VisitorState,
        language: Language,
        recording: &dyn Recording,
    ) -> Result<Account, SignUpError> {
        let account = self.account(visitor).await?.ok_or(Refusal::NotSignedIn)?;
        let records = Records::of_audit(recording.audit(StepEvent::AccountDeleted, &[&account.email]));
        let account = self.ports.store.delete_account(account.id, &records).await?.ok_or(Refusal::NotSignedIn)?;
        recording.committed(Some(StepEvent::AccountDeleted));
        self.notify(&account.email, Notice::AccountDeleted, language);
        *visitor = VisitorState::default();
        Ok(account)
    }

    /// Mails a notice in its own task. No request waits for it, and the change that it reports is not undone if the mail fails. The outcome
    /// is logged, counted and recorded like that of every mail. `language` is that of the browser that made the change, since an account
    /// has no language.
    ///
    /// A notice takes no slot of the queue, counts against no limit and ignores a mute: an attacker who makes a change must not be able to
    /// suppress the notice to the owner. Each notice follows a right code, so there are no more notices than mails with codes.
    pub(super) fn notify(&self, to: &CanonicalAddress, notice: Notice, language: Language) {
        let (mail, ports) = (NoticeMail { to: to.clone(), notice, at: self.now(), language }, self.ports.clone());
        self.tasks.spawn(async move {
            let to = mail.to.clone();
            let outcome = ports.mail.send(mail.into(), QueueSlot::outside_queue(), &watch::Sender::new(Delivery::Sending)).await;
            let records = Records::of_audit(ports.mail_recording.mailed(&to, outcome.delivery));
            if let Err(error) = ports.store.write(&records).await {
                ports.mail_recording.lost(records.audit, &error);
            }
        });
    }
}
