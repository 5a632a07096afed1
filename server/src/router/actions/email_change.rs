use super::service::{Done, ServiceError, SignUpService};
use crate::audit::Event;
use crate::sessions::SessionError;
use crate::sign_up::Visit;
use domain::Refusal;

/// The way to another address of the account.
impl SignUpService {
    pub(super) async fn request_email_change(&self, email: &str, altcha: Option<&str>) -> Result<Visit, ServiceError> {
        let mut visit = self.visit().await?;
        // What is recorded is about the new address and not about the account's.
        let address = match self.address(email) {
            Ok(address) => address,
            Err(refusal) => return Err(if self.is_signed_in(&visit).await? { refusal } else { Refusal::NotSignedIn }.into()),
        };
        let before = visit.waiting.clone();
        let requester = self.requester_with(altcha)?;
        let mailing = self.site.sign_up.request_email_change(&mut visit, address, &requester).await;
        if mailing.is_err() && visit.waiting != before {
            self.session.save(&visit).await?;
        }
        let mailing = mailing?;
        self.send(self.session.save(&visit).await, visit, mailing).await
    }

    pub(super) async fn resend_email_change(&self) -> Result<Visit, ServiceError> {
        let mut visit = self.changing_visit().await?;
        let mailing = self.site.sign_up.resend_email_change(&mut visit, &self.requester).await?;
        self.send(self.session.save(&visit).await, visit, mailing).await
    }

    /// The account changes first: a session that forgets to wait for the code is no matter, an address that was not changed is.
    pub(super) async fn verify_email_change(&self, code: &str) -> Result<Visit, ServiceError> {
        let mut visit = self.changing_visit().await?;
        let was_waiting = visit.change.is_some();
        let changed = self.site.sign_up.verify_email_change(&mut visit, code, self.requester.language).await;
        if changed.is_err() && was_waiting && visit.change.is_none() {
            self.session.save(&visit).await?;
        }
        let (before, after) = changed?;
        self.audit.record_about(Event::AddressChanged, &before.email).await;
        self.audit.record_about(Event::AddressChanged, &after.email).await;
        let device = self.site.sign_up.stop_vouching(self.session.device(), &before);
        self.session.set_device(self.site.sign_up.vouch(&device, &after));
        match self.session.save(&visit).await {
            Ok(()) | Err(SessionError::Overtaken) => Ok(visit),
            Err(error) => Err(error.into()),
        }
    }

    pub(super) async fn cancel_email_change(&self) -> Result<Done, ServiceError> {
        let mut visit = self.visit().await?;
        self.account(&visit).await?;
        let address = self.site.sign_up.cancel_email_change(&mut visit);
        if address.is_some() {
            self.session.save(&visit).await?;
        }
        Ok(Done { visit, prefill: address.map(|address| address.as_str().to_owned()).unwrap_or_default() })
    }

    /// The visit as it is, if somebody is signed in.
    pub(super) async fn signed_in_visit(&self) -> Result<Visit, ServiceError> {
        let visit = self.visit().await?;
        self.account(&visit).await?;
        Ok(visit)
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
