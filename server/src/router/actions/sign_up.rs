use super::recording::ActionRecording;
use super::service::{ActionOutput, ServiceError, SignUpService};
use crate::audit::Event;
use crate::sessions::SessionError;
use crate::sign_up::ports::Records;
use crate::sign_up::{CanonicalAddress, Requester, SessionId, SignUpError, Solution, UnsentMail, VisitorState};
use domain::{Limit, Refusal};

/// Actions from the address to the account.
impl SignUpService {
    pub(super) async fn visitor(&self) -> Result<VisitorState, SessionError> {
        self.session.visitor().await
    }

    /// Whether an account is signed in, by this window or by another that was quicker.
    pub(super) async fn is_signed_in(&self, visitor: &VisitorState) -> Result<bool, ServiceError> {
        Ok(self.site.sign_up.account(visitor).await?.is_some())
    }

    /// The visitor state. Its pending address, if any, becomes the subject of this request's audit events.
    async fn pending_visitor(&self) -> Result<VisitorState, SessionError> {
        let visitor = self.visitor().await?;
        if let Some(pending) = &visitor.pending {
            self.audit.about(pending.address());
        }
        Ok(visitor)
    }

    /// Parses the typed address, here and nowhere else. It becomes the subject of this request's audit events.
    pub(super) fn address(&self, typed: &str) -> Result<CanonicalAddress, Refusal> {
        let address = CanonicalAddress::parse(typed).map_err(Refusal::Address)?;
        self.audit.about(&address);
        Ok(address)
    }

    pub(super) async fn request_code(&self, email: &str, altcha: Option<&str>) -> Result<VisitorState, ServiceError> {
        let mut visitor = self.visitor().await?;
        if self.is_signed_in(&visitor).await? {
            return Ok(visitor);
        }
        let address = self.address(email)?;
        visitor.account = None;
        visitor.change = None;
        let requester = self.requester_with(altcha)?;
        let is_resumed = self.site.sign_up.resume(&mut visitor, &address);
        let waiting_before = visitor.waiting.clone();
        let unsent = self.site.sign_up.request_code(&mut visitor, address, &requester, &ActionRecording::new(self)).await;
        if is_resumed && matches!(unsent, Err(SignUpError::Refused(Refusal::Limited { limit: Limit::ResendAfter, .. }))) {
            // The mailed code still works, and its page shows when another may be requested.
            self.session.save(&visitor, SessionId::Kept).await?;
            return Ok(visitor);
        }
        if unsent.is_err() && visitor.waiting != waiting_before {
            self.session.save(&visitor, SessionId::Kept).await?;
        }
        self.send(unsent?).await;
        Ok(visitor)
    }

    pub(super) async fn resend_code(&self) -> Result<VisitorState, ServiceError> {
        let mut visitor = self.pending_visitor().await?;
        if self.is_signed_in(&visitor).await? {
            return Ok(visitor);
        }
        let unsent = self.site.sign_up.resend_code(&mut visitor, &self.requester, &ActionRecording::new(self)).await?;
        self.send(unsent).await;
        Ok(visitor)
    }

    /// The requester, with the proof of work of the form, if there is one.
    pub(super) fn requester_with(&self, altcha: Option<&str>) -> Result<Requester, Refusal> {
        let solution = altcha.filter(|payload| !payload.is_empty()).map(Solution::parse).transpose().map_err(|_| Refusal::Malformed)?;
        Ok(Requester { solution, ..self.requester.clone() })
    }

    /// Mails the code, and waits for the outcome as long as the caller does.
    pub(super) async fn send(&self, unsent: UnsentMail) {
        self.site.sign_up.send(unsent, self.caller.max_delivery_wait()).await;
    }

    pub(super) async fn verify_code(&self, code: &str) -> Result<VisitorState, ServiceError> {
        let mut visitor = self.pending_visitor().await?;
        if self.is_signed_in(&visitor).await? {
            return Ok(visitor);
        }
        let account = self.site.sign_up.verify_code(&mut visitor, code, &ActionRecording::new(self)).await?;
        self.session.set_device(self.site.sign_up.trust(self.session.device(), &account));
        Ok(visitor)
    }

    /// Returns to the address form, prefilled with the address to correct.
    pub(super) async fn start_over(&self) -> Result<ActionOutput, ServiceError> {
        let mut visitor = self.visitor().await?;
        let address = self.site.sign_up.start_over(&mut visitor);
        if address.is_some() {
            self.session.save(&visitor, SessionId::Renewed).await?;
        }
        Ok(ActionOutput { visitor, prefill: address.map(|address| address.as_str().to_owned()).unwrap_or_default() })
    }

    /// Voids the sign-ups of the mailbox that the token was mailed to. The visitor state does not change; if its own sign-up is for that
    /// mailbox, the store reports it as voided.
    pub(super) async fn not_me(&self, token: &str) -> Result<VisitorState, ServiceError> {
        let may_store = self.audit.may_store_rationed().await;
        let records = Records::of_audit(if may_store { self.audit.rows(Event::Muted) } else { Vec::new() });
        self.site.sign_up.not_me(token, &records).await?;
        if may_store {
            self.audit.stored(Event::Muted);
        } else {
            self.audit.left_out();
        }
        Ok(self.visitor().await?)
    }
}
