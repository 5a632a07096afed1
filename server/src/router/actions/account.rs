use super::service::{ServiceError, SignUpService};
use crate::audit::Event;
use crate::sessions::SessionHandle;
use crate::sign_up::Visit;
use crate::sign_up::ports::Account;
use domain::Refusal;

/// What is done on the account's page.
impl SignUpService {
    /// The account that is signed in, which is what the request is about.
    pub(super) async fn account(&self, visit: &Visit) -> Result<Account, ServiceError> {
        let account = self.site.sign_up.account(visit).await?.ok_or(Refusal::NotSignedIn)?;
        self.audit.about(&account.email);
        Ok(account)
    }

    pub(super) async fn sign_out(&self) -> Result<Visit, ServiceError> {
        let visit = self.visit().await?;
        self.session.end().await?;
        if let Some(account) = self.site.sign_up.account(&visit).await? {
            self.audit.about(&account.email);
            self.audit.record(Event::SignedOut).await;
        }
        Ok(Visit::default())
    }

    /// One that has ended already is as signed out as it should be.
    pub(super) async fn sign_out_session(&self, browser: &str) -> Result<Visit, ServiceError> {
        let visit = self.visit().await?;
        let account = self.account(&visit).await?;
        let handle: SessionHandle = browser.parse().map_err(|_| Refusal::Malformed)?;
        if self.session.end_other(account.id, handle).await? {
            self.audit.record(Event::SignedOutElsewhere).await;
        }
        Ok(visit)
    }

    pub(super) async fn sign_out_others(&self) -> Result<Visit, ServiceError> {
        let visit = self.visit().await?;
        let account = self.account(&visit).await?;
        if self.session.end_others(account.id).await? > 0 {
            self.audit.record(Event::SignedOutElsewhere).await;
        }
        Ok(visit)
    }

    pub(super) async fn sign_out_everywhere(&self) -> Result<Visit, ServiceError> {
        self.sign_out_others().await?;
        self.sign_out().await
    }

    pub(super) async fn delete_account(&self) -> Result<Visit, ServiceError> {
        let mut visit = self.visit().await?;
        let account = self.site.sign_up.delete_account(&mut visit, self.requester.language).await?;
        self.audit.about(&account.email);
        self.audit.record(Event::Deleted).await;
        self.session.set_device(self.site.sign_up.stop_vouching(self.session.device(), &account));
        self.sign_out().await
    }
}
