//! The three presentations of an action's result: a redirect for a plain form, a view for the island, JSON for a program.

use super::form_target::{Destination, FormTarget, PresentError};
use super::service::{ActionResult, SignUpService};
use crate::i18n::Key;
use crate::router::rendering::{email_change_view, error_page, not_me_page, sign_up_view};
use crate::router::respond::{ErrorHandled, see_other};
use crate::sessions::{Cookies, FlashMessage, SessionError};
use crate::sign_up::ports::StoreError;
use app::server_fns::{ActionResponse, Refused};
use app::view::{Flow, SignUpView};
use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{HeaderName, HeaderValue, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use domain::{Page, Refusal, Step};
use leptos::server_fn::error::SERVER_FN_ERROR_HEADER;
use std::error::Error;

const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// Presents the result to a plain form: redirects to the page that shows it, and puts its flash message into the session.
pub(super) async fn to_form(service: &SignUpService, target: FormTarget, action_result: &ActionResult) -> Response {
    if service.store_unavailable.is_noted() {
        return error_page::failure(&service.site, &service.translations, true);
    }
    redirect(service, target, action_result).await.unwrap_or_else(|error| {
        tracing::error!(error = &error as &dyn Error, "failed to respond to a form");
        error_page::failure(&service.site, &service.translations, error.is_store_unavailable())
    })
}

async fn redirect(service: &SignUpService, target: FormTarget, action_result: &ActionResult) -> Result<Response, PresentError> {
    let Destination { page, flash } = target.destination(&service.site, &service.session, action_result).await?;
    let mut response = see_other(page);
    match flash {
        // The session has ended and cannot keep the message.
        Some(flash) if matches!(flash.message, Some(FlashMessage::SignedOut | FlashMessage::AccountDeleted)) => {
            Cookies::of(&service.site.origin).set_flash(&flash, response.headers_mut());
        }
        // A browser that keeps no cookie would not see the message after a redirect.
        Some(flash) if page == Page::NotMe && !service.session.has_cookie() => {
            return Ok(not_me_page(&service.site, &service.translations, flash.message));
        }
        Some(flash) if page == Page::NotMe => match service.session.put_flash(&flash).await {
            // A concurrent request has changed the session, so the next page could not show the message; this response does.
            Err(SessionError::Conflict) => return Ok(not_me_page(&service.site, &service.translations, flash.message)),
            put => put?,
        },
        Some(flash) => service.session.put_flash_unless_conflict(&flash).await?,
        None if matches!(target, FormTarget::Step | FormTarget::SessionEnd(_)) && action_result.visitor.is_ok() => {
            service.session.drop_flash(Page::SignUp).await?;
        }
        None => {}
    }
    Ok(response)
}

/// Presents the result to the island: the view of the visitor's step, or the page to load if that is another one. A query does not
/// change the session.
pub(super) async fn to_island(service: &SignUpService, target: FormTarget, action_result: &ActionResult, is_query: bool) -> SignUpView {
    if service.store_unavailable.is_noted() {
        return SignUpView::failure(service.translations.text(Key::Busy));
    }
    view(service, target, action_result, is_query).await.unwrap_or_else(|error| {
        tracing::error!(error = &error as &dyn Error, "failed to render a view");
        let is_store_unavailable = error.is_store_unavailable();
        if is_store_unavailable {
            service.store_unavailable.note();
        }
        SignUpView::failure(service.translations.text(if is_store_unavailable { Key::Busy } else { Key::ErrorInternal }))
    })
}

async fn view(
    service: &SignUpService,
    target: FormTarget,
    action_result: &ActionResult,
    is_query: bool,
) -> Result<SignUpView, PresentError> {
    let SignUpService { site, translations, session, .. } = service;
    let Destination { page, flash } = target.destination(site, session, action_result).await?;
    let visitor = match &action_result.visitor {
        Ok(visitor) => visitor.clone(),
        Err(_) => session.visitor().await?,
    };
    let view = match (target, page) {
        (FormTarget::Step, Page::SignUp | Page::Code) => sign_up_view(site, translations, &visitor, flash.as_ref()).await?,
        (FormTarget::EmailChange(_), Page::EmailChange) => email_change_view(site, translations, &visitor, flash.as_ref()).await?,
        _ => {
            if let Some(flash) = flash.filter(|_| !is_query) {
                session.put_flash_unless_conflict(&flash).await?;
            }
            return Ok(SignUpView::elsewhere(page));
        }
    };
    if !is_query {
        // Drop an unread flash message of an earlier plain form.
        session.drop_flash(page).await?;
    }
    Ok(view)
}

/// Presents the result to a program: the visitor's step, or the refusal. If a flow was queried, its pending code, or `NothingPending` if
/// there is none.
pub(super) async fn to_action_response(
    service: &SignUpService,
    queried: Option<Flow>,
    action_result: &ActionResult,
) -> Result<ActionResponse, Refused> {
    let visitor = action_result.visitor.as_ref().map_err(|refusal| Refused(*refusal))?;
    let step = match queried {
        Some(Flow::EmailChange) => service.site.email_change_step(&service.translations, visitor).await.map(|code| code.map(Step::Code)),
        Some(Flow::SignUp) => {
            service.site.step(&service.translations, visitor).await.map(|step| Some(step).filter(|step| *step != Step::Address))
        }
        None => service.site.step(&service.translations, visitor).await.map(Some),
    };
    match step {
        Ok(step) => step.map(ActionResponse::Step).ok_or(Refused(Refusal::NothingPending)),
        Err(error) => {
            tracing::error!(error = &error as &dyn Error, "failed to load the visitor's step");
            if matches!(error, StoreError::Unavailable(_)) {
                service.store_unavailable.note();
            }
            Err(Refused(Refusal::Internal))
        }
    }
}

/// The result as a complete response with status and header fields, where no server function builds one.
pub(in crate::router) fn to_program(result: Result<Step, Refusal>) -> Response {
    match result {
        Ok(step) => finish(Json(step).into_response(), None, false),
        Err(refusal) => finish(Json(refusal).into_response(), Some(refusal), false),
    }
}

/// Adds the status of a refusal, `Retry-After` (RFC 9110 §10.2.3), and `Preference-Applied` if the response did not wait for the mail.
pub(super) fn finish(mut response: Response, refusal: Option<Refusal>, was_async: bool) -> Response {
    if let Some(refusal) = refusal {
        *response.status_mut() = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = match refusal {
            Refusal::Limited { retry_after, .. } => Some(retry_after),
            // This sign-up is over, but a new one may start at once.
            Refusal::TriesSpent => Some(0),
            _ => None,
        };
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
    } else if was_async {
        response.headers_mut().insert(PREFERENCE_APPLIED, HeaderValue::from_static("respond-async"));
    }
    // Leptos's own mark of an error adds nothing to the body.
    response.headers_mut().remove(SERVER_FN_ERROR_HEADER);
    response.extensions_mut().insert(ErrorHandled);
    response
}
