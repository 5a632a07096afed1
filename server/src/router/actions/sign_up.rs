use super::service::{Done, ServiceError, SignUpService};
use crate::audit::Event;
use crate::sessions::SessionError;
use crate::sign_up::{CanonicalAddress, Mailing, Pending, Problem, Requester, Solution, Visit};
use domain::{Limit, Refusal};

/// The way from the address to the account.
impl SignUpService {
    pub(super) async fn visit(&self) -> Result<Visit, SessionError> {
        self.session.visit().await
    }

    /// Whether somebody is, in this window or in another that was quicker.
    pub(super) async fn is_signed_in(&self, visit: &Visit) -> Result<bool, ServiceError> {
        Ok(self.site.sign_up.account(visit).await?.is_some())
    }

    /// The visit, whose pending address is what the request is about.
    async fn pending_visit(&self) -> Result<Visit, SessionError> {
        let visit = self.visit().await?;
        if let Some(pending) = &visit.pending {
            self.audit.about(pending.address());
        }
        Ok(visit)
    }

    /// The address that was typed, parsed here and nowhere else; it is what the request is about.
    pub(super) fn address(&self, typed: &str) -> Result<CanonicalAddress, Refusal> {
        let address = CanonicalAddress::parse(typed).map_err(Refusal::Address)?;
        self.audit.about(&address);
        Ok(address)
    }

    pub(super) async fn request_code(&self, email: &str, altcha: Option<&str>) -> Result<Visit, ServiceError> {
        let mut visit = self.visit().await?;
        if self.is_signed_in(&visit).await? {
            return Ok(visit);
        }
        let address = self.address(email)?;
        visit.account = None;
        visit.change = None;
        let requester = self.requester_with(altcha)?;
        let goes_on = self.site.sign_up.resume(&mut visit, &address);
        let before = visit.clone();
        let mailing = self.site.sign_up.request_code(&mut visit, address, &requester).await;
        if goes_on && matches!(mailing, Err(Problem::Refused(Refusal::Limited { limit: Limit::ResendAfter, .. }))) {
            // The code that was mailed is good, and its page says when there may be another.
            self.session.save(&visit).await?;
            return Ok(visit);
        }
        if mailing.is_err() && visit.waiting != before.waiting {
            self.session.save(&visit).await?;
        }
        let mailing = mailing?;
        let sign_up = |visit: &Visit| visit.pending.as_ref().map(Pending::sign_up);
        let starts_over = before.pending.is_some() && sign_up(&before) != sign_up(&visit);
        let saved = if starts_over { self.session.save_renewed(&visit).await } else { self.session.save(&visit).await };
        self.send(saved, visit, mailing).await
    }

    pub(super) async fn resend_code(&self) -> Result<Visit, ServiceError> {
        let mut visit = self.pending_visit().await?;
        if self.is_signed_in(&visit).await? {
            return Ok(visit);
        }
        let mailing = self.site.sign_up.resend_code(&mut visit, &self.requester).await?;
        self.send(self.session.save(&visit).await, visit, mailing).await
    }

    /// Who asks, with the proof of work that the form brought, if it brought one.
    pub(super) fn requester_with(&self, altcha: Option<&str>) -> Result<Requester, Refusal> {
        let solution = altcha.filter(|payload| !payload.is_empty()).map(Solution::parse).transpose().map_err(|_| Refusal::Malformed)?;
        Ok(Requester { solution, ..self.requester.clone() })
    }

    /// Mails the code, if the visit that knows it was saved.
    pub(super) async fn send(&self, saved: Result<(), SessionError>, visit: Visit, mailing: Mailing) -> Result<Visit, ServiceError> {
        if let Err(error) = saved {
            self.site.sign_up.withdraw(mailing).await;
            return Err(error.into());
        }
        self.audit.record(Event::CodeRequested).await;
        self.site.sign_up.send(mailing, self.client.patience()).await;
        Ok(visit)
    }

    pub(super) async fn verify_code(&self, code: &str) -> Result<Visit, ServiceError> {
        let mut visit = self.pending_visit().await?;
        if self.is_signed_in(&visit).await? {
            return Ok(visit);
        }
        let account = self.site.sign_up.verify_code(&mut visit, code).await?;
        let saved = self.session.save_renewed(&visit).await;
        self.audit.record(Event::Verified).await;
        saved?;
        self.session.set_device(self.site.sign_up.vouch(self.session.device(), &account));
        Ok(visit)
    }

    /// Back to the address, which the form keeps to be corrected.
    pub(super) async fn start_over(&self) -> Result<Done, ServiceError> {
        let mut visit = self.visit().await?;
        let address = self.site.sign_up.start_over(&mut visit);
        if address.is_some() {
            self.session.save_renewed(&visit).await?;
        }
        Ok(Done { visit, prefill: address.map(|address| address.as_str().to_owned()).unwrap_or_default() })
    }

    /// Nothing of this visit changes but what the store says of its sign-up, if that is for the same mailbox.
    pub(super) async fn not_me(&self, token: &str) -> Result<Visit, ServiceError> {
        self.site.sign_up.not_me(token).await?;
        self.audit.record(Event::Muted).await;
        Ok(self.visit().await?)
    }
}
