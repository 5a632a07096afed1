use super::recording::ActionRecording;
use super::service::{ServiceError, SignUpService};
use crate::audit::Event;
use crate::sessions::SessionHandle;
use crate::sign_up::VisitorState;
use crate::sign_up::ports::Account;
use domain::Refusal;

/// Actions of the account page.
impl SignUpService {
    /// The signed-in account, which becomes the subject of this request's audit events.
    pub(super) async fn account(&self, visitor: &VisitorState) -> Result<Account, ServiceError> {
        let account = self.site.sign_up.account(visitor).await?.ok_or(Refusal::NotSignedIn)?;
        self.audit.about(&account.email);
        Ok(account)
    }

    pub(super) async fn sign_out(&self) -> Result<VisitorState, ServiceError> {
        let visitor = self.visitor().await?;
        let account = self.site.sign_up.account(&visitor).await?;
        let mut rows = Vec::new();
        if let Some(account) = &account {
            self.audit.about(&account.email);
            rows = self.audit.rows(Event::SignedOut);
        }
        if self.session.end(rows).await? && account.is_some() {
            self.audit.stored(Event::SignedOut);
        }
        Ok(VisitorState::default())
    }

    /// Ends another session of the account. A session that has already ended is no error.
    pub(super) async fn sign_out_session(&self, browser: &str) -> Result<VisitorState, ServiceError> {
        let visitor = self.visitor().await?;
        let account = self.account(&visitor).await?;
        let handle: SessionHandle = browser.parse().map_err(|_| Refusal::Malformed)?;
        if self.session.end_other(account.id, handle, &self.audit.rows(Event::SignedOutElsewhere)).await? {
            self.audit.stored(Event::SignedOutElsewhere);
        }
        Ok(visitor)
    }

    pub(super) async fn sign_out_others(&self) -> Result<VisitorState, ServiceError> {
        let visitor = self.visitor().await?;
        let account = self.account(&visitor).await?;
        if self.session.end_others(account.id, &self.audit.rows(Event::SignedOutElsewhere)).await? > 0 {
            self.audit.stored(Event::SignedOutElsewhere);
        }
        Ok(visitor)
    }

    pub(super) async fn sign_out_everywhere(&self) -> Result<VisitorState, ServiceError> {
        self.sign_out_others().await?;
        self.sign_out().await
    }

    pub(super) async fn delete_account(&self) -> Result<VisitorState, ServiceError> {
        let mut visitor = self.visitor().await?;
        let recording = ActionRecording::new(self);
        let account = self.site.sign_up.delete_account(&mut visitor, self.requester.language, &recording).await?;
        self.session.set_device(self.site.sign_up.stop_trusting(self.session.device(), &account));
        self.sign_out().await
    }
}
