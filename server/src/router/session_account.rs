use super::session_sign_up::{SessionSignUp, Stop};
use crate::audit::Event;
use crate::sessions::{SessionError, SessionHandle};
use crate::sign_up::ports::Account;
use crate::sign_up::{Problem, Visit};
use app::domain::{EmailAddress, Refusal, Step};

/// What is done on the account's pages, but for leaving in this browser and deleting.
impl SessionSignUp {
    /// The account that is signed in, which is what the request is about.
    async fn account(&self) -> Result<Account, Stop> {
        let account = self.site.sign_up.account(&self.visit().await?).await?.ok_or(Problem::from(Refusal::NotSignedIn))?;
        self.audit.about(&account.email);
        Ok(account)
    }

    /// One that has ended already is as signed out as it should be.
    pub(super) async fn leave_there(&self, browser: &str) -> Result<Step, Stop> {
        let account = self.account().await?;
        let handle: SessionHandle = browser.parse().map_err(|_| Problem::from(Refusal::Malformed))?;
        if self.session.end_other(account.id, handle).await? {
            self.audit.record(Event::SignedOutElsewhere).await;
        }
        Ok(Step::Account)
    }

    pub(super) async fn leave_elsewhere(&self) -> Result<Step, Stop> {
        let account = self.account().await?;
        if self.session.end_others(account.id).await? > 0 {
            self.audit.record(Event::SignedOutElsewhere).await;
        }
        Ok(Step::Account)
    }

    pub(super) async fn leave_everywhere(&self) -> Result<Step, Stop> {
        self.leave_elsewhere().await?;
        self.leave().await
    }

    pub(super) async fn change_to(&self, email: &str, altcha: Option<&str>) -> Result<Step, Stop> {
        if let Ok(address) = EmailAddress::parse(email) {
            self.audit.about(&address);
        }
        let mut visit = self.visit().await?;
        let before = visit.waiting.clone();
        let requester = self.requester_with(altcha)?;
        let mailing = self.site.sign_up.request_new_address(&mut visit, email, &requester).await;
        if mailing.is_err() && visit.waiting != before {
            self.session.save(&visit).await?;
        }
        let mailing = mailing?;
        self.send(self.session.save(&visit).await, &visit, mailing).await
    }

    pub(super) async fn resend_change(&self) -> Result<Step, Stop> {
        let mut visit = self.changing_visit().await?;
        let mailing = self.site.sign_up.resend_new_address(&mut visit, &self.requester).await?;
        self.send(self.session.save(&visit).await, &visit, mailing).await
    }

    /// The account changes first: a session that forgets to wait for the code is no matter, an address that was not changed is.
    pub(super) async fn finish_change(&self, code: &str) -> Result<Step, Stop> {
        let mut visit = self.changing_visit().await?;
        let was_waiting = visit.change.is_some();
        let changed = self.site.sign_up.verify_new_address(&mut visit, code, self.requester.language).await;
        if changed.is_err() && was_waiting && visit.change.is_none() {
            self.session.save(&visit).await?;
        }
        let (before, after) = changed?;
        self.audit.record_about(Event::AddressChanged, &before.email).await;
        self.audit.record_about(Event::AddressChanged, &after.email).await;
        let device = self.site.sign_up.stop_vouching(self.session.device(), &before);
        self.session.set_device(self.site.sign_up.vouch(&device, &after));
        match self.session.save(&visit).await {
            Ok(()) | Err(SessionError::Overtaken) => Ok(Step::Account),
            Err(error) => Err(error.into()),
        }
    }

    pub(super) async fn stop_change(&self) -> Result<Step, Stop> {
        self.account().await?;
        let mut visit = self.visit().await?;
        if let Some(address) = self.site.sign_up.cancel_new_address(&mut visit) {
            let _ = self.kept.set(address.as_str().to_owned());
            self.session.save(&visit).await?;
        }
        Ok(Step::Account)
    }

    /// The visit, whose new address is what the request is about.
    async fn changing_visit(&self) -> Result<Visit, SessionError> {
        let visit = self.visit().await?;
        if let Some(change) = &visit.change {
            self.audit.about(change.address());
        }
        Ok(visit)
    }
}
