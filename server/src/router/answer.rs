use super::error_page::Dressed;
use super::{Site, error_page, pages};
use crate::sessions::{AccountNotice, NewAddressNotice, NotMeNotice, Notice, SessionError, VisitSession};
use app::domain::{Refusal, Step};
use app::words::Words;
use axum::Json;
use axum::body::to_bytes;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, HeaderValue, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use std::error::Error;

/// The longest answer of a server function in bytes; the longest there is holds one address.
const MAX_ANSWER: usize = 64 * 1024;

/// What a server function answered.
pub(super) async fn read(response: Response) -> Result<Step, Refusal> {
    let succeeded = response.status().is_success();
    let body = to_bytes(response.into_body(), MAX_ANSWER).await.map_err(|_| Refusal::Internal)?;
    if succeeded {
        serde_json::from_slice(&body).map_err(|_| Refusal::Internal)
    } else {
        Err(serde_json::from_slice(&body).unwrap_or(Refusal::Internal))
    }
}

/// The answer for programs: JSON, a status, and when to come back (RFC 9110 §10.2.3).
pub(super) fn to_program(outcome: Result<Step, Refusal>) -> Response {
    let mut response = match outcome {
        Ok(step) => Json(step).into_response(),
        Err(refusal) => {
            let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let mut response = (status, Json(refusal)).into_response();
            let retry_after = match refusal {
                Refusal::Limited { retry_after, .. } => Some(retry_after),
                // Not with this sign-up, but a new one may begin at once.
                Refusal::TriesSpent => Some(0),
                _ => None,
            };
            if let Some(seconds) = retry_after {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
            }
            response
        }
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.extensions_mut().insert(Dressed);
    response
}

/// The answer for plain forms: a redirect to the page of the visitor's step, and what there is to say in the session.
pub(super) async fn to_form(site: &Site, words: &Words, session: &VisitSession, outcome: Result<Step, Refusal>, typed: String) -> Response {
    redirect(site, words, session, outcome, typed).await.unwrap_or_else(|error| {
        tracing::error!(error = &*error as &dyn Error, "a form could not be answered");
        error_page::internal(site, words)
    })
}

/// The answer for the plain forms of `/account`: a redirect to that page, where it is told what was `done` or why not. Who is
/// not signed in any more is led to the page of their step.
pub(super) async fn to_account_form(
    site: &Site,
    words: &Words,
    session: &VisitSession,
    outcome: Result<Step, Refusal>,
    done: AccountNotice,
) -> Response {
    let notice = match outcome {
        Ok(Step::Account) => done,
        Ok(_) | Err(Refusal::NotSignedIn) => return to_form(site, words, session, outcome, String::new()).await,
        Err(refusal) => AccountNotice::Refused(refusal),
    };
    told_on(site, words, pages::ACCOUNT, session.put_notice(&notice).await)
}

/// The answer for the plain forms of `/account/email`: a redirect to that page, or, if what they began has ended, to `/account`,
/// where it is told what was `done`.
pub(super) async fn to_new_address_form(
    site: &Site,
    words: &Words,
    session: &VisitSession,
    outcome: Result<Step, Refusal>,
    done: Option<AccountNotice>,
    typed: String,
) -> Response {
    match (outcome, done) {
        // Another request was quicker, whose answer is the one to read; or this one follows what has ended.
        (Err(Refusal::AlreadyUsed | Refusal::NothingPending | Refusal::Overtaken), done) => {
            pages::see_other(if done.is_some() { pages::ACCOUNT } else { app::pages::NEW_ADDRESS })
        }
        (Err(Refusal::NotSignedIn), _) => to_form(site, words, session, Err(Refusal::NotSignedIn), String::new()).await,
        (Ok(step), Some(done)) => to_account_form(site, words, session, Ok(step), done).await,
        // Nothing went wrong, and no address is there to be corrected.
        (Ok(_), None) if typed.is_empty() => pages::see_other(app::pages::NEW_ADDRESS),
        (outcome, _) => {
            let notice = NewAddressNotice { refusal: outcome.err(), typed };
            told_on(site, words, app::pages::NEW_ADDRESS, session.put_notice(&notice).await)
        }
    }
}

/// A redirect to the page for which a notice was put into the session.
fn told_on(site: &Site, words: &Words, page: &'static str, kept: Result<(), SessionError>) -> Response {
    match kept {
        // The quicker request's answer is the one to read.
        Ok(()) | Err(SessionError::Overtaken) => pages::see_other(page),
        Err(error) => {
            tracing::error!(error = &error as &dyn Error, "a form could not be answered");
            error_page::internal(site, words)
        }
    }
}

/// The answer for the plain form of `/not-me`: a redirect to that page, whatever the visitor's step.
pub(super) async fn to_not_me_form(site: &Site, words: &Words, session: &VisitSession, outcome: Result<Step, Refusal>) -> Response {
    let notice = outcome.map_or_else(NotMeNotice::Refused, |_| NotMeNotice::Done);
    match session.put_notice(&notice).await {
        Ok(()) => pages::see_other(pages::NOT_ME),
        // Another request has changed the session, so that the next page could not tell it: this one does.
        Err(SessionError::Overtaken) => pages::told_not_me(site, words, notice),
        Err(error) => {
            tracing::error!(error = &error as &dyn Error, "a form could not be answered");
            error_page::internal(site, words)
        }
    }
}

async fn redirect(
    site: &Site,
    words: &Words,
    session: &VisitSession,
    outcome: Result<Step, Refusal>,
    typed: String,
) -> Result<Response, Box<dyn Error + Send + Sync>> {
    let (step, refusal) = match outcome {
        Ok(step) => (step, None),
        // Another request was quicker and has given the visitor a new session, which this one must not touch.
        Err(Refusal::AlreadyUsed | Refusal::Overtaken) => return Ok(pages::see_other(Step::Account.path())),
        // So it was, and left this one with an id that leads nowhere.
        Err(Refusal::NothingPending) if session.was_left_behind().await? => return Ok(pages::see_other(Step::Account.path())),
        Err(refusal) => {
            let visit = session.visit().await?;
            (site.step(words, &visit).await?, Some(refusal))
        }
    };
    // Who is signed in already misses no pending sign-up.
    let refusal = refusal.filter(|refusal| step != Step::Account || *refusal != Refusal::NothingPending);
    // An address is kept for the address form only; on the code page the field is for a code.
    let typed = if step == Step::Address { typed } else { String::new() };
    let notice = Notice { refusal, typed };
    if notice == Notice::default() {
        // What was to be told of a form before, by a page that nobody has looked at.
        session.take_notice::<Notice>().await?;
    } else {
        match session.put_notice(&notice).await {
            // The quicker request's answer is the one to read.
            Err(SessionError::Overtaken) => {}
            kept => kept?,
        }
    }
    Ok(pages::see_other(step.path()))
}
