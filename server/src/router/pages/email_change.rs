use super::{PageResult, page_or_error};
use crate::router::actions::SignUpService;
use crate::router::rendering::{self, email_change_view};
use crate::router::respond::see_other;
use crate::sessions::{SessionError, VisitorSession};
use crate::sign_up::{SessionId, VisitorState};
use app::view::Form;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::Page;

/// `/account/email`, if an account is signed in; otherwise a redirect to the page of the visitor's step.
pub(in crate::router) async fn email_change(service: SignUpService, headers: HeaderMap) -> Response {
    page_or_error(&service.site, &service.translations, page(&service, &headers).await)
}

async fn page(service: &SignUpService, headers: &HeaderMap) -> PageResult {
    let visitor = service.session.visitor().await?;
    if service.site.sign_up.account(&visitor).await?.is_none() {
        return Ok(see_other(service.site.page(&visitor).await?));
    }
    let flash = service.session.take_flash_unless_fetched(Page::EmailChange, headers).await?;
    let view = email_change_view(&service.site, &service.translations, &visitor, flash.as_ref()).await?;
    if view.form == Form::Address {
        forget_change(&service.session, &visitor).await?;
    }
    Ok(rendering::island(&service.site, &service.translations, Page::EmailChange, view))
}

/// Removes a change that has ended from the session.
async fn forget_change(session: &VisitorSession, visitor: &VisitorState) -> Result<(), SessionError> {
    if visitor.change.is_none() {
        return Ok(());
    }
    match session.save(&VisitorState { change: None, ..visitor.clone() }, SessionId::Kept).await {
        // A concurrent request saved first; keep its state.
        Err(SessionError::Conflict) => Ok(()),
        saved => saved,
    }
}
