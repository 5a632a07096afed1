use super::{PageResult, answer, flash};
use crate::router::actions::{Caller, SignUpService};
use crate::router::rendering::{self, email_change_view};
use crate::router::see_other;
use crate::sessions::{SessionError, VisitSession};
use crate::sign_up::Visit;
use app::view::Form;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::Page;

/// `/account/email`, if somebody is signed in; else the way to the page of their step.
pub(in crate::router) async fn email_change(Caller(service): Caller, headers: HeaderMap) -> Response {
    answer(&service.site, &service.words, page(&service, &headers).await)
}

async fn page(service: &SignUpService, headers: &HeaderMap) -> PageResult {
    let visit = service.session.visit().await?;
    if service.site.sign_up.account(&visit).await?.is_none() {
        return Ok(see_other(service.site.page(&visit).await?));
    }
    let flash = flash(&service.session, Page::EmailChange, headers).await?;
    let view = email_change_view(&service.site, &service.words, &visit, flash.as_ref()).await?;
    if view.form == Form::Address {
        forget_change(&service.session, &visit).await?;
    }
    Ok(rendering::island(&service.site, &service.words, Page::EmailChange, view))
}

/// Removes a change that has ended from the session.
async fn forget_change(session: &VisitSession, visit: &Visit) -> Result<(), SessionError> {
    if visit.change.is_none() {
        return Ok(());
    }
    match session.save(&Visit { change: None, ..visit.clone() }).await {
        // Another request knows better.
        Err(SessionError::Overtaken) => Ok(()),
        saved => saved,
    }
}
