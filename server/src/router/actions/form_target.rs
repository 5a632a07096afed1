use super::ActionResult;
use crate::router::Site;
use crate::sessions::{Flash, FlashMessage, SessionError, VisitorSession};
use crate::sign_up::ports::StoreError;
use domain::{Page, Refusal};

/// The page that shows the result of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::router) enum FormTarget {
    /// The page of the visitor's step.
    Step,
    /// `/not-me`.
    NotMe,
    /// The first page, with this message, if the session has ended; otherwise the page of the visitor's step.
    SessionEnd(FlashMessage),
    /// `/account`, with this message if the form succeeded.
    Account(FlashMessage),
    /// `/account/email`; or, if there is a message and the form succeeded, `/account` with that message.
    EmailChange(Option<FlashMessage>),
}

/// The page that a visitor is redirected to after a form, and its flash message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::router) struct Destination {
    pub(in crate::router) page: Page,
    pub(in crate::router) flash: Option<Flash>,
}

/// Why the response could not be built.
#[derive(Debug, thiserror::Error)]
pub(super) enum PresentError {
    #[error(transparent)]
    Session(#[from] SessionError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl PresentError {
    /// Whether the store is unavailable.
    pub(super) const fn is_store_unavailable(&self) -> bool {
        match self {
            Self::Session(error) => error.is_unavailable(),
            Self::Store(error) => matches!(error, StoreError::Unavailable(_)),
        }
    }
}

impl Destination {
    const fn to(page: Page) -> Self {
        Self { page, flash: None }
    }

    const fn with(page: Page, message: FlashMessage) -> Self {
        Self { page, flash: Some(Flash::new(page, message)) }
    }
}

impl FormTarget {
    /// The page that the visitor is redirected to.
    pub(super) async fn destination(
        self,
        site: &Site,
        session: &VisitorSession,
        action_result: &ActionResult,
    ) -> Result<Destination, PresentError> {
        match self {
            Self::Step => step(site, session, action_result).await,
            Self::NotMe => Ok(Destination::with(
                Page::NotMe,
                action_result.visitor.as_ref().map_or_else(|refusal| FlashMessage::Refused(*refusal), |_| FlashMessage::CodesVoided),
            )),
            Self::SessionEnd(message) => {
                let destination = step(site, session, action_result).await?;
                let has_ended = action_result.visitor.is_ok() && destination.page == Page::SignUp;
                Ok(if has_ended { Destination::with(Page::SignUp, message) } else { destination })
            }
            Self::Account(success) => account(site, session, action_result, success).await,
            Self::EmailChange(success) => email_change(site, session, action_result, success).await,
        }
    }
}

async fn step(site: &Site, session: &VisitorSession, action_result: &ActionResult) -> Result<Destination, PresentError> {
    let refusal = match &action_result.visitor {
        Ok(_) => None,
        // A concurrent request came first and gave the visitor a new session; do not touch that.
        Err(Refusal::AlreadyUsed | Refusal::Conflict) => return Ok(Destination::to(Page::Account)),
        // The same happened, and the session of this request has been removed.
        Err(Refusal::NothingPending) if session.is_stale().await? => return Ok(Destination::to(Page::Account)),
        Err(refusal) => Some(*refusal),
    };
    let page = match &action_result.visitor {
        Ok(visitor) => site.page(visitor).await?,
        Err(_) => site.page(&session.visitor().await?).await?,
    };
    // A visitor who is signed in needs no pending sign-up.
    let refusal = refusal.filter(|refusal| page != Page::Account || *refusal != Refusal::NothingPending);
    // Only the address form is prefilled; the field of the code page takes a code.
    let prefill = if page == Page::SignUp { action_result.prefill.clone() } else { String::new() };
    let flash = Flash { page, message: refusal.map(FlashMessage::Refused), prefill };
    let is_empty = flash.message.is_none() && flash.prefill.is_empty();
    Ok(Destination { page, flash: (!is_empty).then_some(flash) })
}

async fn account(
    site: &Site,
    session: &VisitorSession,
    action_result: &ActionResult,
    success: FlashMessage,
) -> Result<Destination, PresentError> {
    match &action_result.visitor {
        Ok(visitor) if site.page(visitor).await? == Page::Account => Ok(Destination::with(Page::Account, success)),
        // Not signed in any more: redirect to the page of the visitor's step.
        Ok(_) | Err(Refusal::NotSignedIn) => step(site, session, action_result).await,
        Err(refusal) => Ok(Destination::with(Page::Account, FlashMessage::Refused(*refusal))),
    }
}

async fn email_change(
    site: &Site,
    session: &VisitorSession,
    action_result: &ActionResult,
    success: Option<FlashMessage>,
) -> Result<Destination, PresentError> {
    let message = match (&action_result.visitor, success) {
        // A concurrent request came first and its result is the one to show, or the change has already ended.
        (Err(Refusal::AlreadyUsed | Refusal::NothingPending | Refusal::Conflict), success) => {
            return Ok(Destination::to(if success.is_some() { Page::Account } else { Page::EmailChange }));
        }
        (Err(Refusal::NotSignedIn), _) => {
            return step(site, session, &ActionResult::refused(Refusal::NotSignedIn)).await;
        }
        (Ok(_), Some(success)) => return account(site, session, action_result, success).await,
        (Ok(_), None) => None,
        (Err(refusal), _) => Some(FlashMessage::Refused(*refusal)),
    };
    let flash = Flash { page: Page::EmailChange, message, prefill: action_result.prefill.clone() };
    let is_empty = flash.message.is_none() && flash.prefill.is_empty();
    Ok(Destination { page: Page::EmailChange, flash: (!is_empty).then_some(flash) })
}
