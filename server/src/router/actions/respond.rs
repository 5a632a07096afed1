//! The three presentations of what an action has come to: a redirect for a plain form, a view for the island, JSON for a program.

use super::form_target::{Destination, FormTarget};
use super::service::{Performed, SignUpService};
use crate::i18n::Key;
use crate::router::error_page::{self, Dressed};
use crate::router::farewell;
use crate::router::rendering::{email_change_view, not_me_page, sign_up_view};
use crate::router::see_other;
use crate::sessions::{Flash, Message, SessionError, VisitSession};
use crate::sign_up::ports::StoreError;
use app::server_fns::{Answer, Refused};
use app::view::{Flow, SignUpView};
use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, HeaderName, HeaderValue, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use domain::{Page, Refusal, Step};
use leptos::server_fn::error::SERVER_FN_ERROR_HEADER;
use std::error::Error;

const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// Why the answer could not be made.
#[derive(Debug, thiserror::Error)]
pub(in crate::router) enum PresentError {
    #[error(transparent)]
    Session(#[from] SessionError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// For a plain form: a redirect to the page where it is told what came of it, and the message for that page in the session.
pub(super) async fn to_form(service: &SignUpService, target: FormTarget, performed: &Performed) -> Response {
    redirect(service, target, performed).await.unwrap_or_else(|error| {
        tracing::error!(error = &error as &dyn Error, "a form could not be answered");
        error_page::internal(&service.site, &service.words)
    })
}

async fn redirect(service: &SignUpService, target: FormTarget, performed: &Performed) -> Result<Response, PresentError> {
    let Destination { page, flash } = target.destination(&service.site, &service.session, performed).await?;
    let mut response = see_other(page);
    match flash {
        // The session that could keep it is no more.
        Some(flash) if matches!(flash.message, Some(Message::SignedOut | Message::AccountDeleted)) => {
            farewell::leave(&service.site, &flash, &mut response);
        }
        Some(flash) if page == Page::NotMe => match service.session.put_flash(&flash).await {
            // Another request has changed the session, so that the next page could not tell it: this one does.
            Err(SessionError::Overtaken) => return Ok(not_me_page(&service.site, &service.words, flash.message)),
            put => put?,
        },
        Some(flash) => put_flash(&service.session, Some(flash)).await?,
        None if matches!(target, FormTarget::Step | FormTarget::Farewell(_)) && performed.result.is_ok() => {
            service.session.drop_flash(Page::SignUp).await?;
        }
        None => {}
    }
    Ok(response)
}

/// For the island: the view of the step that it goes on to; if that is on another page, where that is. An island that only `looks`
/// changes nothing by it.
pub(super) async fn to_island(service: &SignUpService, target: FormTarget, performed: &Performed, looks: bool) -> SignUpView {
    view(service, target, performed, looks).await.unwrap_or_else(|error| {
        tracing::error!(error = &error as &dyn Error, "a view could not be made");
        SignUpView::failure(service.words.say(Key::ErrorInternal))
    })
}

async fn view(service: &SignUpService, target: FormTarget, performed: &Performed, looks: bool) -> Result<SignUpView, PresentError> {
    let SignUpService { site, words, session, .. } = service;
    let Destination { page, flash } = target.destination(site, session, performed).await?;
    let visit = match &performed.result {
        Ok(visit) => visit.clone(),
        Err(_) => session.visit().await?,
    };
    let view = match (target, page) {
        (FormTarget::Step, Page::SignUp | Page::Code) => sign_up_view(site, words, &visit, flash.as_ref()).await?,
        (FormTarget::EmailChange(_), Page::EmailChange) => email_change_view(site, words, &visit, flash.as_ref()).await?,
        _ => {
            if !looks {
                put_flash(session, flash).await?;
            }
            return Ok(SignUpView::elsewhere(page));
        }
    };
    if !looks {
        // What a page was to tell of a plain form of before is not news any more.
        session.drop_flash(page).await?;
    }
    Ok(view)
}

/// Keeps a message for the page where the visitor goes on.
async fn put_flash(session: &VisitSession, flash: Option<Flash>) -> Result<(), SessionError> {
    let Some(flash) = flash else { return Ok(()) };
    match session.put_flash(&flash).await {
        // The quicker request's answer is the one to read.
        Err(SessionError::Overtaken) => Ok(()),
        put => put,
    }
}

/// What a program reads: the step that it is at, or why nothing was done. Where it only asks what a page of this flow would show: the
/// code that is waited for.
pub(super) async fn to_answer(service: &SignUpService, looks_at: Option<Flow>, performed: &Performed) -> Result<Answer, Refused> {
    let visit = performed.result.as_ref().map_err(|refusal| Refused(*refusal))?;
    let step = match looks_at {
        Some(Flow::EmailChange) => service.site.email_change_step(&service.words, visit).await.map(|code| code.map(Step::Code)),
        Some(Flow::SignUp) => service.site.step(&service.words, visit).await.map(|step| Some(step).filter(|step| *step != Step::Address)),
        None => service.site.step(&service.words, visit).await.map(Some),
    };
    match step {
        Ok(step) => step.map(Answer::Step).ok_or(Refused(Refusal::NothingPending)),
        Err(error) => {
            tracing::error!(error = &error as &dyn Error, "the step could not be told");
            Err(Refused(Refusal::Internal))
        }
    }
}

/// The same with the status and headers for programs, where no server function makes them.
pub(in crate::router) fn to_program(result: Result<Step, Refusal>) -> Response {
    match result {
        Ok(step) => finish(Json(step).into_response(), None, false),
        Err(refusal) => finish(Json(refusal).into_response(), Some(refusal), false),
    }
}

/// Gives a program's answer its status, says when to come back (RFC 9110 §10.2.3), and whether it was not waited for the mail.
pub(super) fn finish(mut response: Response, refusal: Option<Refusal>, was_async: bool) -> Response {
    if let Some(refusal) = refusal {
        *response.status_mut() = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = match refusal {
            Refusal::Limited { retry_after, .. } => Some(retry_after),
            // Not with this sign-up, but a new one may begin at once.
            Refusal::TriesSpent => Some(0),
            _ => None,
        };
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
    } else if was_async {
        response.headers_mut().insert(PREFERENCE_APPLIED, HeaderValue::from_static("respond-async"));
    }
    // Leptos's own mark of a refusal, which says nothing that the body does not.
    response.headers_mut().remove(SERVER_FN_ERROR_HEADER);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.extensions_mut().insert(Dressed);
    response
}
