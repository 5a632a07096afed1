use super::recording::ActionRecording;
use super::service::{ActionOutput, ServiceError, SignUpService};
use crate::sessions::SessionError;
use crate::sign_up::{SessionId, VisitorState};
use domain::Refusal;

/// Actions that change the address of the account.
impl SignUpService {
    pub(super) async fn request_email_change(&self, email: &str, altcha: Option<&str>) -> Result<VisitorState, ServiceError> {
        let mut visitor = self.visitor().await?;
        // The audit events of this request are about the new address, not the account's.
        let address = match self.address(email) {
            Ok(address) => address,
            Err(refusal) => return Err(if self.is_signed_in(&visitor).await? { refusal } else { Refusal::NotSignedIn }.into()),
        };
        let before = visitor.waiting.clone();
        let requester = self.requester_with(altcha)?;
        let unsent = self.site.sign_up.request_email_change(&mut visitor, address, &requester, &ActionRecording::new(self)).await;
        if unsent.is_err() && visitor.waiting != before {
            self.session.save(&visitor, SessionId::Kept).await?;
        }
        self.send(unsent?).await;
        Ok(visitor)
    }

    pub(super) async fn resend_email_change(&self) -> Result<VisitorState, ServiceError> {
        let mut visitor = self.changing_visitor().await?;
        let unsent = self.site.sign_up.resend_email_change(&mut visitor, &self.requester, &ActionRecording::new(self)).await?;
        self.send(unsent).await;
        Ok(visitor)
    }

    pub(super) async fn verify_email_change(&self, code: &str) -> Result<VisitorState, ServiceError> {
        let mut visitor = self.changing_visitor().await?;
        let recording = ActionRecording::new(self);
        let (before, after) = self.site.sign_up.verify_email_change(&mut visitor, code, self.requester.language, &recording).await?;
        let device = self.site.sign_up.stop_trusting(self.session.device(), &before);
        self.session.set_device(self.site.sign_up.trust(&device, &after));
        Ok(visitor)
    }

    pub(super) async fn cancel_email_change(&self) -> Result<ActionOutput, ServiceError> {
        let mut visitor = self.visitor().await?;
        self.account(&visitor).await?;
        let address = self.site.sign_up.cancel_email_change(&mut visitor);
        if address.is_some() {
            self.session.save(&visitor, SessionId::Kept).await?;
        }
        Ok(ActionOutput { visitor, prefill: address.map(|address| address.as_str().to_owned()).unwrap_or_default() })
    }

    /// The visitor state, if an account is signed in.
    pub(super) async fn signed_in_visitor(&self) -> Result<VisitorState, ServiceError> {
        let visitor = self.visitor().await?;
        self.account(&visitor).await?;
        Ok(visitor)
    }

    /// The visitor state. The new address, if one is pending, becomes the subject of this request's audit events.
    async fn changing_visitor(&self) -> Result<VisitorState, SessionError> {
        let visitor = self.visitor().await?;
        if let Some(change) = &visitor.change {
            self.audit.about(change.address());
        }
        Ok(visitor)
    }
}
